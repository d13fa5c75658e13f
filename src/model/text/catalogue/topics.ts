// What /explain says of states, fields, and the words of redis-cli and of clients.

export const topicsText = {
  'topics.link': {
    en: 'master_link_status is the link of a replica to its master. up: it receives the stream. down: it is cut, or a full resynchronization is under way (master_sync_in_progress:1). A replica tries again every second. Causes: the master is down or unreachable, it asks for a password (masterauth), or the replica follows itself.',
    zh: 'master_link_status 是从节点到主节点的连接。up：正在接收数据流；down：连接断开，或正在全量同步（master_sync_in_progress:1）。从节点每秒重试一次。原因可能是：主节点停止或不可达，主节点要求密码（masterauth），或从节点跟随的是自己。',
  },
  'topics.replicaState': {
    en: "state= in a master's line about a replica. wait_bgsave: the RDB for it is not ready, or is streamed to it without a file (repl-diskless-sync yes, the default). send_bulk: an RDB file is being sent. send_bulk_and_stream ({rdbChannel}) and bg_transfer ({dualChannel}): the RDB has a connection of its own. online: the replica receives the stream. Only online replicas count for WAIT and min-replicas-to-write.",
    zh: '主节点关于从节点的一行中的 state=。wait_bgsave：给它的 RDB 尚未就绪，或正在不经文件直接传输（repl-diskless-sync yes，默认值）；send_bulk：正在发送 RDB 文件；send_bulk_and_stream（{rdbChannel}）和 bg_transfer（{dualChannel}）：RDB 使用单独的连接；online：从节点正在接收数据流。只有 online 的从节点计入 WAIT 和 min-replicas-to-write。',
  },
  'topics.twoChannels': {
    en: 'A full resynchronization over two connections: one carries the RDB, the other the writes made meanwhile, so that the master need not keep them. The state of such a replica is send_bulk_and_stream since {rdbChannel} (repl-rdb-channel, on by default) and bg_transfer since {dualChannel} (dual-channel-replication-enabled, off by default). Then it becomes online. Both need repl-diskless-sync yes.',
    zh: '通过两个连接进行的全量同步：一个传输 RDB，另一个传输期间的写入，因此主节点无需缓存这些写入。此时从节点的状态从 {rdbChannel} 起是 send_bulk_and_stream（repl-rdb-channel，默认开启），从 {dualChannel} 起是 bg_transfer（dual-channel-replication-enabled，默认关闭），之后变为 online。两者都需要 repl-diskless-sync yes。',
  },
  'topics.fullSync': {
    en: "A replica asks with PSYNC to continue where it stopped. If the master does not have those bytes, or has another history, it sends everything: an RDB, then the stream (FULLRESYNC). The RDB replaces the replica's own data. sync_full in INFO stats of the master counts these.",
    zh: '从节点用 PSYNC 请求从断开处继续。如果主节点没有那些数据，或历史不同，就发送全部数据：先是 RDB，再是数据流（FULLRESYNC）。从节点自己的数据会被 RDB 替换。主节点 INFO stats 中的 sync_full 记录次数。',
  },
  'topics.partialSync': {
    en: 'A replica that reconnects names the history and the offset it has. If the backlog still has the rest, the master answers CONTINUE and sends only that: sync_partial_ok counts these. sync_partial_err counts the requests that had to become full resynchronizations.',
    zh: '重新连接的从节点会说明自己的复制历史和偏移量。如果积压缓冲区还有其余数据，主节点返回 CONTINUE，只发送这一部分，由 sync_partial_ok 计数。sync_partial_err 记录被拒绝而改为全量同步的请求。',
  },
  'topics.replid': {
    en: 'master_replid names a history of writes; an offset is a position in it. Nodes with the same id have the same data up to the lower offset. A promoted replica starts a new history and keeps the id of the old one in master_replid2: second_repl_offset is the first byte that is no longer of the old one. Other replicas can then continue without a full copy.',
    zh: 'master_replid 标识一段写入历史，偏移量是其中的位置。ID 相同的节点，在较小的偏移量之前数据相同。晋升的从节点开始新的历史，并把旧 ID 保存在 master_replid2（second_repl_offset 是不再属于旧历史的第一个字节），使其他从节点无需全量同步即可继续。',
  },
  'topics.offset': {
    en: 'A position in the stream of writes, in bytes: master_repl_offset on the master, slave_repl_offset on a replica. The difference is how far the replica is behind. It also grows without writes, because the master pings its replicas (every 10 s by default). A master counts bytes while it has a backlog: from its first replica until an hour (repl-backlog-ttl) after the last one left. Without one it counts nothing or, since {countsWrites} and with an append-only file, 1 for each write.',
    zh: '写入流中的位置，单位是字节：主节点上是 master_repl_offset，从节点上是 slave_repl_offset，两者之差就是从节点的落后量。没有写入时它也会增长，因为主节点定期（默认每 10 秒）向从节点发送 PING。主节点只在有积压缓冲区时统计字节：从第一个从节点连上，到最后一个断开满一小时（repl-backlog-ttl）为止。没有缓冲区时不统计；从 {countsWrites} 起，开启 AOF 的主节点每次写入加 1。',
  },
  'topics.lag': {
    en: "lag= in a master's line about a replica: seconds since the replica reported its offset, which it does every second. 0 or 1 is normal. It says that the replica is alive, not how many bytes it is behind: compare the offsets for that.",
    zh: '主节点关于从节点的一行中的 lag=：距从节点上次汇报偏移量的秒数，正常为 0 或 1（每秒汇报一次）。它说明从节点是否存活，而不是落后多少字节；后者要比较偏移量。',
  },
  'topics.backlog': {
    en: 'The last bytes of the stream, kept in memory for replicas that reconnect. At least repl-backlog-size bytes are kept (1 MB by default, 10 MB since {largeBacklog}), more while replicas need them. A replica that asks for older bytes gets a full copy.',
    zh: '内存中保留的最近的写入流，供重新连接的从节点续传。至少保留 repl-backlog-size 字节（默认 1 MB，从 {largeBacklog} 起为 10 MB），从节点需要时会保留更多。请求更早数据的从节点要全量同步。',
  },
  'topics.replica': {
    en: 'A replica, which Redis still prints as slave, copies a master and repeats its writes. REPLICAOF HOST PORT makes a node a replica, in a cluster CLUSTER REPLICATE ID. It accepts reads (in a cluster only after READONLY), refuses writes, and can take over when its master fails.',
    zh: '从节点（Redis 的输出中仍写作 slave）复制主节点的数据并重放其写入。用“REPLICAOF 主机 端口”设置从节点，在集群中用“CLUSTER REPLICATE ID”。它可以读（集群中须先执行 READONLY），拒绝写入，主节点故障时可以接管。',
  },
  'topics.wait': {
    en: 'WAIT N MS waits until N replicas have confirmed the writes of this connection, at most MS milliseconds, and returns how many have. 0 for MS waits forever. It counts replicas, not safety: a failover may still choose a replica that has less. A new connection wrote nothing, so WAIT has nothing to wait for.',
    zh: '“WAIT N 毫秒”等待 N 个从节点确认本连接的写入，最多等给定的毫秒数，并返回已确认的个数；0 表示一直等。它只是计数，不保证不丢：故障转移仍可能选中数据较少的从节点。新连接没有写入过，因此没有可等的内容。',
  },
  'topics.pfail': {
    en: "A flag in CLUSTER NODES (PFAIL). This node got no reply from the other within cluster-node-timeout. It is one node's suspicion and changes nothing yet. When most masters that serve slots report it, the node is marked fail.",
    zh: 'CLUSTER NODES 中的标志（PFAIL，主观下线）。本节点在 cluster-node-timeout 内没有收到对方的回复。这只是一个节点的怀疑，尚不产生影响。当多数负责槽的主节点都报告时，该节点被标记为 fail（客观下线）。',
  },
  'topics.fail': {
    en: 'A flag in CLUSTER NODES. Most masters that serve slots could not reach the node. Any node may find this majority in the reports it has heard; it tells all others, and they take it over at once. Then the replicas of a failed master may stand for election. A node that returns loses the mark, a master with slots only some time later.',
    zh: 'CLUSTER NODES 中的标志（客观下线）。多数负责槽的主节点都连不上该节点。任何节点都可能从收到的报告中凑成多数，随后通知其他节点，它们立即接受。之后，它的从节点可以参加选举。节点恢复后标记会清除，负责槽的主节点要稍晚一些。',
  },
  'topics.handshake': {
    en: 'A flag in CLUSTER NODES. This node was told of the other (CLUSTER MEET) and has not yet got its reply, so its id is a random one. If no reply comes within the node timeout (at least 1 s), the entry disappears. Check the address, and that the bus port (port + 10000) is reachable.',
    zh: 'CLUSTER NODES 中的标志。本节点得知了对方（CLUSTER MEET），但尚未收到回复，所以 ID 是随机的。在节点超时（至少 1 秒）内没有回复，这一行就会消失。请检查地址，以及总线端口（端口加 10000）是否可达。',
  },
  'topics.noaddr': {
    en: "A flag in CLUSTER NODES. This node knows the other's id but not its address, for example because another node now answers there. If it does not come back, remove it with CLUSTER FORGET ID.",
    zh: 'CLUSTER NODES 中的标志。本节点知道对方的 ID，但不知道地址，例如原地址上已是另一个节点。如果它不会恢复，请用“CLUSTER FORGET ID”移除。',
  },
  'topics.nofailover': {
    en: 'A flag in CLUSTER NODES. The replica has cluster-replica-no-failover yes and never stands for election. If its master fails and it has no other replica, the slots stay down. CLUSTER FAILOVER on the replica still works, with FORCE even if the master is down.',
    zh: 'CLUSTER NODES 中的标志。该从节点设置了 cluster-replica-no-failover yes，不参加选举。如果主节点故障且没有其他从节点，它的槽就无人负责。在从节点上手动执行 CLUSTER FAILOVER 仍然有效，主节点停止时用 FORCE。',
  },
  'topics.noflags': {
    en: 'A flag in CLUSTER NODES. Nothing is known about this node yet, not even whether it is a master.',
    zh: 'CLUSTER NODES 中的标志。对该节点还一无所知，甚至不知道它是不是主节点。',
  },
  'topics.myself': {
    en: 'A flag in CLUSTER NODES. The line about the node that replied. The slots in this line are those it serves; the other lines are what it has heard.',
    zh: 'CLUSTER NODES 中的标志。返回结果的节点自己的那一行。这一行的槽由它负责；其他行是它听说的情况。',
  },
  'topics.linkState': {
    en: 'connected or disconnected in CLUSTER NODES is the bus connection of this node to the other. disconnected alone is no failure: it is opened again, and only the node timeout makes the other suspect. In ROLE, connected means that the replica receives the stream of its master.',
    zh: 'CLUSTER NODES 中的 connected 或 disconnected 是本节点到对方的总线连接。单独的 disconnected 不是故障：连接会重新建立，只有超过节点超时才会产生怀疑。在 ROLE 中，connected 表示从节点正在接收主节点的数据流。',
  },
  'topics.ping': {
    en: 'ping-sent and pong-recv in CLUSTER NODES: when this node sent the ping that is still unanswered (0: none), and when it got the last pong, in ms since 1970. A ping older than the node timeout makes the other node fail?.',
    zh: 'CLUSTER NODES 中的 ping-sent 和 pong-recv：尚未得到回复的 PING 的发送时间（0 表示没有），以及上次收到 PONG 的时间，单位毫秒（自 1970 年起）。未回复的 PING 超过节点超时，对方就被标记为 fail?。',
  },
  'topics.epoch': {
    en: 'Epochs order the changes of a cluster. Each master has a config epoch (cluster_my_epoch); if two claim a slot, the higher epoch wins. cluster_current_epoch is the highest that a node has heard of. Elections, CLUSTER FAILOVER TAKEOVER, slot moves and BUMPEPOCH raise them. A replica shows the epoch of its master.',
    zh: '纪元为集群的变更排序。每个主节点有自己的配置纪元（cluster_my_epoch）；两个节点都声称负责同一个槽时，纪元大的胜出。cluster_current_epoch 是节点听说过的最大纪元。选举、CLUSTER FAILOVER TAKEOVER、槽迁移和 BUMPEPOCH 都会使它增大。从节点显示其主节点的纪元。',
  },
  'topics.migrating': {
    en: '[SLOT->-ID] in CLUSTER NODES: this node gives the slot to node ID (migrating) and redirects keys it no longer has with ASK. [SLOT-<-ID]: it takes the slot (importing) and serves its keys only after ASKING. CLUSTER SETSLOT SLOT NODE ID ends the move, CLUSTER SETSLOT SLOT STABLE cancels it.',
    zh: 'CLUSTER NODES 中的 [槽->-ID]：本节点正把槽迁往节点 ID（migrating），已不在这里的键用 ASK 重定向。[槽-<-ID]：本节点正在接收该槽（importing），只在 ASKING 之后处理它的键。“CLUSTER SETSLOT 槽 NODE ID”结束迁移，“CLUSTER SETSLOT 槽 STABLE”取消迁移。',
  },
  'topics.slotsAssigned': {
    en: "In CLUSTER INFO: cluster_slots_assigned is how many of the 16384 slots have an owner in this node's view; cluster_slots_ok how many of them have an owner that is not suspected, cluster_slots_pfail and cluster_slots_fail how many have one that is marked fail? or fail.",
    zh: 'CLUSTER INFO 中：cluster_slots_assigned 是本节点看来 16384 个槽中已分配的个数；cluster_slots_ok 是负责者未被怀疑的个数，cluster_slots_pfail 和 cluster_slots_fail 是负责者被标为 fail? 或 fail 的个数。',
  },
  'topics.knownNodes': {
    en: 'In CLUSTER INFO: cluster_known_nodes counts the nodes that this node knows, itself, replicas and handshakes included; cluster_size counts the masters that serve slots. More than half of cluster_size must agree on a failure and on an election.',
    zh: 'CLUSTER INFO 中：cluster_known_nodes 是本节点认识的节点数，包括自己、从节点和握手中的节点；cluster_size 是负责槽的主节点数。判定下线和选举都需要其中超过半数同意。',
  },
  'topics.election': {
    en: 'When a master is marked fail, its replicas ask the masters that serve slots for votes. Each votes once per epoch; more than half of all of them must vote, failed ones count in the total. The winner takes the slots with a new epoch. Replicas have no vote. Without a majority, only CLUSTER FAILOVER TAKEOVER is left.',
    zh: '主节点被标记为 fail 后，它的从节点向负责槽的主节点请求投票。每个主节点在一个纪元内只投一票；需要全部主节点（包括故障的）中的多数同意。胜者以新的纪元接管槽。从节点没有投票权。没有多数时，只能用 CLUSTER FAILOVER TAKEOVER。',
  },
  'topics.validity': {
    en: 'A replica that was without its master for longer than node timeout x cluster-replica-validity-factor (10 by default) plus repl-ping-replica-period does not stand for election: its data is too old. Its log says "Disconnected from master for longer than allowed". A replica started after its master died has the same fate. CLUSTER FAILOVER FORCE overrides it.',
    zh: '从节点与主节点断开的时间超过“节点超时 × cluster-replica-validity-factor（默认 10）+ repl-ping-replica-period”时不参加选举，因为数据太旧；日志中有 “Disconnected from master for longer than allowed”。主节点停止之后才启动的从节点也是如此。CLUSTER FAILOVER FORCE 可以越过这个限制。',
  },
  'topics.timeout': {
    en: 'cluster-node-timeout (15 s by default, shorter in this lab): a node that does not reply for so long is suspected, and a master that reaches too few others for so long stops serving. Shorter means faster failovers, and more false alarms when a network or a machine stalls.',
    zh: 'cluster-node-timeout（默认 15 秒，本实验室较短）：超过这段时间不回复的节点会被怀疑；连不上多数主节点达到这段时间的主节点会停止服务。调短则故障转移更快，但网络或机器卡顿时误判更多。',
  },
  'topics.gossip': {
    en: 'Nodes talk to each other on the cluster bus (port + 10000). With each ping and pong they pass on what they know of some other nodes. So news takes a moment to reach all of them, and until then two nodes may tell different things.',
    zh: '节点之间通过集群总线（端口加 10000）通信，每个 PING 和 PONG 都附带自己所知的部分其他节点的情况（gossip）。因此消息传遍所有节点需要一点时间，在此之前各节点的说法可能不同。',
  },
  'topics.slot': {
    en: 'A key belongs to slot CRC16(key) mod 16384. If a part of the key is in braces, only that part is hashed, so keys with the same hash tag share a slot. CLUSTER KEYSLOT KEY shows the slot. Each master serves some of the slots.',
    zh: '键属于槽 CRC16(键) mod 16384。键名含花括号时，只对括号内的部分计算，因此哈希标签相同的键在同一个槽。“CLUSTER KEYSLOT 键名”显示槽号。每个主节点负责一部分槽。',
  },
  'topics.manualTimedOut': {
    en: 'CLUSTER FAILOVER is given 5 seconds by default. Its master must hold writes and send its offset, the replica must reach that offset, and more than half of the masters must vote. Otherwise nothing changes, and the master accepts writes again. A master answers only a replica that it knows as its own: right after another failover, wait until CLUSTER NODES lists it there. The masters vote twice about one master only after two node timeouts (at once with {electsAgain}). Sent again, the command starts over.',
    zh: 'CLUSTER FAILOVER 默认限时 5 秒：主节点要暂停写入并告知偏移量，从节点要追上该偏移量，并有超过半数的主节点投票。否则一切不变，主节点重新接受写入。主节点只应答它已知的从节点：刚做过一次故障转移时，请等它的 CLUSTER NODES 列出该从节点。对同一个主节点，须隔两倍节点超时才能再次投票（{electsAgain} 无此限制）。再次发送该命令会重新开始。',
  },
  'topics.splitBrain': {
    en: 'Two masters that both accept writes for the same data, after a network split. In a cluster the side without a majority of masters stops after the node timeout; its writes until then are lost when it returns as a replica. Without a cluster, min-replicas-to-write makes a master stop that lost its replicas.',
    zh: '网络分裂后，两个主节点都接受同一份数据的写入。在集群中，没有多数主节点的一侧在节点超时后停止服务；在此之前的写入，会在它作为从节点恢复时丢失。没有集群时，可用 min-replicas-to-write 让失去从节点的主节点停止写入。',
  },
  'topics.notEmpty': {
    en: '{redis-cli} --cluster create and add-node take only empty nodes: without keys, and without knowledge of other nodes (nodes.conf). "Node … is not empty" means one of the two. Look with CLUSTER NODES and DBSIZE. If its data is not needed, FLUSHALL and then CLUSTER RESET on that node empty it, for good.',
    zh: '{redis-cli} --cluster create 和 add-node 只接受空节点：没有键，也不认识其他节点（nodes.conf）。“Node … is not empty” 表示不满足其一。用 CLUSTER NODES 和 DBSIZE 查看。如果确实不需要其中的数据，可在该节点上执行 FLUSHALL 再执行 CLUSTER RESET，数据无法恢复。',
  },
  'topics.notCovered': {
    en: '{redis-cli} --cluster check found slots without an owner. A master that is down without a replica leaves such a hole, or CLUSTER DELSLOTS. Bring the master back, or assign the slots: CLUSTER ADDSLOTSRANGE on a master, or {redis-cli} --cluster fix.',
    zh: '{redis-cli} --cluster check 发现有槽没有分配。没有从节点的主节点停止，或执行过 CLUSTER DELSLOTS，都会如此。请恢复该主节点，或在某个主节点上执行 CLUSTER ADDSLOTSRANGE，或用 {redis-cli} --cluster fix。',
  },
  'topics.disagree': {
    en: '{redis-cli} --cluster check compares which node serves which slots in the view of each node. Right after a change gossip needs a moment: check again. If it stays, somebody ran CLUSTER SETSLOT … NODE on one node only: run it on the others.',
    zh: '{redis-cli} --cluster check 比较各节点眼中的槽归属。刚变更之后 gossip 需要一点时间，请稍后再检查。如果一直如此，多半是 CLUSTER SETSLOT … NODE 只在一个节点上执行过：请在其他节点上也执行。',
  },
  'topics.openSlots': {
    en: 'Slots in migrating or importing state: a move of slots was begun and not ended, for example because a reshard was interrupted. Their keys are split between two nodes. {redis-cli} --cluster fix ends the move, or by hand: MIGRATE the other keys, then CLUSTER SETSLOT SLOT NODE ID on both.',
    zh: '处于 migrating 或 importing 状态的槽：迁移开始后没有结束，例如 reshard 被中断，键分散在两个节点上。用 {redis-cli} --cluster fix 结束迁移；或手动 MIGRATE 其余的键，再在两个节点上执行“CLUSTER SETSLOT 槽 NODE ID”。',
  },
  'topics.join': {
    en: "{redis-cli} --cluster create has sent CLUSTER MEET and waits until all nodes know each other. If the dots do not end, the nodes cannot reach each other's bus ports (port + 10000): a firewall, or an announced address that is wrong (cluster-announce-ip, Docker, NAT).",
    zh: '{redis-cli} --cluster create 已发送 CLUSTER MEET，正在等待所有节点互相认识。如果一直等待，说明节点之间的总线端口（端口加 10000）不通：防火墙，或公布的地址不对（cluster-announce-ip、Docker、NAT）。',
  },
  'topics.redirections': {
    en: 'The client followed MOVED, ASK or a retry as often as it may (ioredis: 16 times) and gave up. Either the cluster is down (the last error is CLUSTERDOWN), or nodes redirect to each other because they disagree on a slot. The last error in the text shows which.',
    zh: '客户端跟随 MOVED、ASK 或重试达到上限（ioredis 为 16 次）后放弃。可能是集群不可用（最后的错误为 CLUSTERDOWN），也可能是节点对槽的归属看法不一，互相重定向。文本中的最后一个错误说明是哪一种。',
  },
  'topics.noNode': {
    en: 'The client could get the slot map from none of the nodes it knows. All are down, or their addresses are not reachable from where the client runs: often inside Docker or behind NAT, where nodes announce an address of their own network (cluster-announce-ip).',
    zh: '客户端无法从所知的任何节点取得槽位映射表。可能全部停止，也可能从客户端所在处无法访问这些地址：常见于 Docker 或 NAT，节点公布的是自己网络中的地址（cluster-announce-ip）。',
  },
  'topics.retries': {
    en: 'The client lost its connection and could not reconnect as often as it may retry a command (ioredis: maxRetriesPerRequest). The command may have run before the connection was lost. The node is down, or the address is that of a master which has been replaced.',
    zh: '客户端连接断开，重连次数达到单个请求的重试上限（ioredis 为 maxRetriesPerRequest）。断开之前命令可能已经执行。节点已停止，或客户端使用的是已被替换的主节点的地址。',
  },
  'topics.timedOut': {
    en: "No reply within the client's time limit. The node is paused, blocked by a slow command or script, or unreachable. The command may still run later, so a write that timed out is neither done nor undone: read before you repeat it.",
    zh: '在客户端的时限内没有回复。节点可能被暂停，被慢命令或脚本阻塞，或不可达。命令之后仍可能执行，因此超时的写入既不能算成功也不能算失败：重试前先读取。',
  },
  'topics.clients': {
    en: 'The node has maxclients connections (10000 by default) and closes new ones at once. Look for clients that open connections and never close them: CLIENT LIST.',
    zh: '节点的连接数已达 maxclients（默认 10000），新的连接会立即被关闭。请查找只打开而不关闭连接的客户端：CLIENT LIST。',
  },
  'topics.protected': {
    en: 'A server whose default user has no password accepts only clients of its own machine (protected-mode yes, the default) and answers DENIED to others. Set a password (requirepass), rather than protected-mode no, which lets anybody in.',
    zh: '默认用户没有密码的服务器只接受本机客户端（protected-mode yes，默认值），对其他客户端返回 DENIED。应设置密码（requirepass），而不是 protected-mode no，那会让任何人都能访问。',
  },
  'topics.role': {
    en: 'On a replica, ROLE names the state of the link to its master. connect: not connected yet. connecting: the connection is being opened. handshake: PING, AUTH and REPLCONF are exchanged. sync: a full resynchronization is under way. connected: it receives the stream. The number after it is its offset.',
    zh: '从节点的 ROLE 给出到主节点的连接状态。connect：尚未连接；connecting：正在建立连接；handshake：正在交换 PING、AUTH 和 REPLCONF；sync：正在全量同步；connected：正在接收数据流。其后的数字是偏移量。',
  },
  'topics.failoverState': {
    en: "The command FAILOVER (without a cluster) hands a master's role to a replica, one failover at a time. master_failover_state shows it. no-failover: none is running. waiting-for-sync: writes are paused until the replica has every byte. failover-in-progress: the replica was asked to take over. FAILOVER ABORT ends it.",
    zh: 'FAILOVER 命令（没有集群时）把主节点的角色交给从节点，同一时间只能进行一次，master_failover_state 显示进度。no-failover：没有进行；waiting-for-sync：暂停写入，等待从节点追上全部数据；failover-in-progress：已请求从节点接管。FAILOVER ABORT 可中止。',
  },
  'topics.master': {
    en: 'A master, which Valkey also calls primary, accepts writes and sends them to its replicas. In a cluster it serves slots; a master without slots serves no keys and has no vote.',
    zh: '主节点（master，Valkey 也称 primary）接受写入并发送给从节点。在集群中它负责一部分槽；没有槽的主节点不处理键，也没有投票权。',
  },
  'topics.shard': {
    en: 'A master with its replicas, which serve the same slots. CLUSTER SHARDS lists them with the health of each node: online, loading (a replica that has no data yet) or fail.',
    zh: '主节点与其从节点组成一个分片（shard），负责相同的槽。CLUSTER SHARDS 列出各分片及每个节点的 health：online、loading（还没有数据的从节点）或 fail。',
  },
  'topics.columns': {
    en: 'A line of CLUSTER NODES: id, address (IP:port@bus port, then the host name), flags, the id of its master or -, ping-sent, pong-recv, config epoch, link state, slots. Each node prints its own view. Only the line with myself is first-hand.',
    zh: 'CLUSTER NODES 的一行依次是：ID、地址（IP:端口@总线端口，之后是主机名）、标志、主节点 ID 或 -、ping-sent、pong-recv、配置纪元、连接状态、槽。每个节点输出的是自己的视图，只有带 myself 的那一行是第一手信息。',
  },
  'topics.announce': {
    en: 'A node tells the other nodes, and clients in redirects, under which address it is reached. In Docker or behind NAT, set cluster-announce-ip, cluster-announce-port and cluster-announce-bus-port to an address that all of them can reach. cluster-announce-hostname with cluster-preferred-endpoint-type hostname makes redirects name a host.',
    zh: '节点把自己的访问地址告知其他节点，并在重定向中告知客户端。在 Docker 或 NAT 中，请把 cluster-announce-ip、cluster-announce-port、cluster-announce-bus-port 设为各方都能访问的地址。cluster-announce-hostname 配合 cluster-preferred-endpoint-type hostname 可让重定向使用主机名。',
  },
  'topics.nodesConf': {
    en: 'nodes.conf (cluster-config-file) is written by the node itself: its id, the nodes it knows, slots and epochs. Do not edit it. Each node needs its own: already used by a different node means that two nodes share a folder or a file name. A node that starts without it gets a new id and knows nobody.',
    zh: 'nodes.conf（cluster-config-file）由节点自己写入：自己的 ID、认识的节点、槽和纪元，请不要修改。每个节点都要有自己的文件：提示已被其他节点使用，说明两个节点共用了目录或文件名。启动时没有该文件的节点会得到新的 ID，不认识任何节点。',
  },
  'topics.replicaMigration': {
    en: 'Replica migration: when a master has lost its last replica, a replica of the master with the most replicas changes over to it by itself, if cluster-migration-barrier replicas (1 by default) stay behind. cluster-allow-replica-migration no turns this off.',
    zh: '从节点迁移：当某个主节点失去最后一个从节点时，从节点最多的主节点的一个从节点会自动改为跟随它，前提是原主节点至少还剩 cluster-migration-barrier 个从节点（默认 1）。cluster-allow-replica-migration no 可关闭此功能。',
  },
  'topics.replTimeout': {
    en: 'repl-timeout (60 s by default): a replica that gets nothing from its master for so long ends the link and connects again, and so does a master with a silent replica. It must be longer than repl-ping-replica-period (10 s by default). If it happens during a full resynchronization, the transfer stalls: check the network and the disk.',
    zh: 'repl-timeout（默认 60 秒）：从节点在这段时间内没有收到主节点的任何数据，就断开并重连；主节点对没有响应的从节点也是如此。它必须大于 repl-ping-replica-period（默认 10 秒）。如果发生在全量同步期间，说明传输停滞：请检查网络和磁盘。',
  },
  'topics.diskless': {
    en: 'With repl-diskless-sync yes (the default) a master sends the RDB straight to its replicas, without a file. It first waits repl-diskless-sync-delay seconds (5 by default) for more replicas: until then their state is wait_bgsave. The nodes of this lab start with no.',
    zh: 'repl-diskless-sync yes（默认值）时，主节点不写文件，直接把 RDB 发送给从节点。发送前等待 repl-diskless-sync-delay 秒（默认 5），以便更多从节点加入，此期间状态为 wait_bgsave。本实验室的节点启动时为 no。',
  },
  'topics.outputBuffer': {
    en: 'A client that reads too slowly is disconnected when the output waiting for it exceeds client-output-buffer-limit. A replica may have 256 MB, or 64 MB for 60 s (the defaults). If that happens during a full resynchronization, it starts over, again and again. Raise the limit for replicas.',
    zh: '读取过慢的客户端，待发送的数据超过 client-output-buffer-limit 时会被断开。从节点的默认上限是 256 MB，或 64 MB 持续 60 秒。如果在全量同步期间超限，同步会一再重新开始。请调大对从节点的限制。',
  },
  'topics.persistence': {
    en: 'RDB is a snapshot of all data (BGSAVE, save), AOF a log of all writes (appendonly yes). At its start a node loads the AOF if it is on, else the RDB. A master with neither comes back empty, and its replicas then copy the empty data. INFO persistence shows whether the last writes to disk succeeded.',
    zh: 'RDB 是全部数据的快照（BGSAVE、save），AOF 是所有写入的日志（appendonly yes）。节点启动时，开启了 AOF 就加载 AOF，否则加载 RDB。两者都没有的主节点重启后是空的，它的从节点随后也会复制成空。INFO persistence 显示最近的写盘是否成功。',
  },
  'topics.child': {
    en: 'The server forks one child at a time: for BGSAVE, for an AOF rewrite, or for a replica. Wait until it ends (INFO persistence, rdb_bgsave_in_progress and aof_rewrite_in_progress). BGSAVE SCHEDULE runs it afterwards.',
    zh: '服务器同一时间只有一个子进程：用于 BGSAVE、AOF 重写或从节点同步。请等它结束（INFO persistence 中的 rdb_bgsave_in_progress 和 aof_rewrite_in_progress）。BGSAVE SCHEDULE 会在之后执行。',
  },
  'topics.atomicMigration': {
    en: 'The servers move whole slots themselves, without MIGRATE key by key: CLUSTER MIGRATION IMPORT on the target since {clusterMigration}, CLUSTER MIGRATESLOTS on the source since {migrateSlots}. There is no ASK; at the end writes pause for a moment and the owner changes. Redis then refuses CLUSTER SETSLOT of these slots. Other servers use CLUSTER SETSLOT and MIGRATE.',
    zh: '由服务器自己迁移整个槽，不再逐键 MIGRATE：从 {clusterMigration} 起在目标节点上执行 CLUSTER MIGRATION IMPORT，从 {migrateSlots} 起在源节点上执行 CLUSTER MIGRATESLOTS。过程中没有 ASK，最后短暂暂停写入并变更归属。进行期间，Redis 拒绝对这些槽执行 CLUSTER SETSLOT。其他版本使用 CLUSTER SETSLOT 和 MIGRATE。',
  },
  'topics.sdown': {
    en: 'Words of Sentinel. sdown (subjectively down): one Sentinel got no valid reply from the instance within down-after-milliseconds. odown (objectively down): as many Sentinels as the quorum agree, for masters only; then they elect a leader and start a failover. In a cluster the words are fail? and fail.',
    zh: '哨兵（Sentinel）的用语。sdown（主观下线）：某个哨兵在 down-after-milliseconds 内没有收到有效回复。odown（客观下线）：达到 quorum 的哨兵都这样认为，只用于主节点；之后选出领导者并开始故障转移。在集群中对应的是 fail? 和 fail。',
  },
  'topics.switchMaster': {
    en: '+switch-master NAME OLD-IP OLD-PORT NEW-IP NEW-PORT: Sentinel publishes it when a failover is done. Clients subscribe to it on a Sentinel, or ask SENTINEL GET-MASTER-ADDR-BY-NAME NAME before they connect.',
    zh: '“+switch-master 名称 旧IP 旧端口 新IP 新端口”：故障转移完成时由哨兵（Sentinel）发布。客户端在哨兵上订阅它，或在连接前查询“SENTINEL GET-MASTER-ADDR-BY-NAME 名称”。',
  },
  'topics.addressInUse': {
    en: 'Another program already listens on this port, often an earlier {redis-server}. A cluster node needs its bus port too (port + 10000). To see the program: ss -ltnp, or lsof -i :PORT. Stop it, or choose another port.',
    zh: '已有程序在监听这个端口，往往是之前启动的 {redis-server}。集群节点还需要总线端口（端口加 10000）。用 ss -ltnp 或“lsof -i :端口”查看是哪个程序，然后停止它，或换一个端口。',
  },
  'topics.protocol': {
    en: "The server got bytes that are not Redis's protocol: an HTTP or TLS client on a plain port, or a program that means another service. Check host, port and TLS settings of the client.",
    zh: '服务器收到的不是 Redis 协议：HTTP 或 TLS 客户端连到了普通端口，或程序本来要连别的服务。请检查客户端的主机、端口和 TLS 设置。',
  },
  'topics.group': {
    en: 'Of streams. BUSYGROUP: XGROUP CREATE found the group already there; usually harmless. NOGROUP: this node has no such stream or group, for example because the key was deleted. Create it with XGROUP CREATE KEY GROUP $ MKSTREAM.',
    zh: '与流（stream）有关。BUSYGROUP：XGROUP CREATE 时消费者组已存在，通常无害。NOGROUP：该节点没有这个流或消费者组，例如键已被删除。用“XGROUP CREATE 键 组 $ MKSTREAM”创建。',
  },
  'topics.nothing': {
    en: 'nil: there is no value. The key or field does not exist on this node, or has expired, or a command such as BLPOP waited in vain. As the reply of EXEC, nil means that a watched key changed, so nothing was run.',
    zh: 'nil 表示没有值：键或字段在该节点上不存在或已过期，或 BLPOP 之类的命令等待超时。作为 EXEC 的返回，nil 表示被 WATCH 的键发生了变化，事务没有执行。',
  },
  'topics.invalidArguments': {
    en: '{redis-cli} could not split the line into words: a quote is not closed, or text follows a closing quote without a space. Nothing was sent. Close the quote, or put a word with an apostrophe in double quotes.',
    zh: '{redis-cli} 无法把这一行拆分为参数：引号没有闭合，或闭合引号后面紧跟其他字符。没有发送任何内容。请补全引号；含撇号的词放在双引号中。',
  },
  'topics.cliOption': {
    en: '{redis-cli} does not know this option, or its value is missing. Options stand before the command: -h host, -p port, -a password, -n database, -c to follow redirects. {redis-cli} --help lists them all.',
    zh: '{redis-cli} 不认识这个选项，或缺少它的值。选项写在命令之前：-h 主机、-p 端口、-a 密码、-n 数据库、-c 跟随重定向。{redis-cli} --help 列出全部选项。',
  },
  'topics.clusterTool': {
    en: '{redis-cli} --cluster takes a subcommand, then the address of one node of the cluster as HOST:PORT, then options; create takes the addresses of all nodes. {redis-cli} --cluster help lists them.',
    zh: '{redis-cli} --cluster 后面依次是子命令、集群中任一节点的地址（HOST:PORT）和选项；create 则需要所有节点的地址。{redis-cli} --cluster help 列出用法。',
  },
  'topics.passwordWarning': {
    en: "Not an error. A password on the command line is visible to other users of the computer and stays in the shell's history. Use the environment variable REDISCLI_AUTH or the option --askpass. --no-auth-warning hides the warning.",
    zh: '这不是错误。命令行中的密码会被同一台机器上的其他用户看到，也会留在 shell 历史中。请使用环境变量 REDISCLI_AUTH 或选项 --askpass。--no-auth-warning 可关闭该警告。',
  },
  'topics.threeMasters': {
    en: '{redis-cli} --cluster create makes clusters of at least three masters: 3 nodes without replicas, 6 with one replica each (--cluster-replicas 1). With fewer masters, the others would have no majority when one fails. Start more nodes.',
    zh: '{redis-cli} --cluster create 要求至少三个主节点：没有从节点时需要 3 个节点，每个主节点一个从节点（--cluster-replicas 1）时需要 6 个。主节点更少时，一个故障后其余的无法形成多数。请启动更多节点。',
  },
  'topics.delNode': {
    en: '{redis-cli} --cluster del-node removes only a node without slots. Move its slots to other masters first: {redis-cli} --cluster reshard, or rebalance with --cluster-weight ID=0. A replica can be removed at once.',
    zh: '{redis-cli} --cluster del-node 只能移除没有槽的节点。请先把槽迁到其他主节点：{redis-cli} --cluster reshard，或用 rebalance 加 --cluster-weight ID=0。从节点可以直接移除。',
  },
  'topics.antiAffinity': {
    en: '{redis-cli} --cluster create puts a master and its replicas on different hosts where it can. On one computer that is impossible, and harmless for learning. In production, losing such a host takes the master and its replica together.',
    zh: '{redis-cli} --cluster create 会尽量把主节点与其从节点放在不同主机上。只有一台机器时做不到，对学习没有影响；在生产环境中，这样的主机故障会使主从同时丢失。',
  },
  'topics.fixDangerous': {
    en: '{redis-cli} --cluster fix would give the slots of masters that it cannot reach to other nodes, without their keys. Bring those masters back first, or let their replicas take over. Only if the data is gone for good, force it with --cluster-fix-with-unreachable-masters.',
    zh: '{redis-cli} --cluster fix 会把连不上的主节点的槽分给其他节点，而其中的键不会跟过去。请先恢复这些主节点，或由其从节点接管。确认数据已无法找回时，才用 --cluster-fix-with-unreachable-masters 强制执行。',
  },
  'topics.unknownMaster': {
    en: 'A replica follows a master whose id this node does not know: the master was forgotten or reset, or has not been met yet. Introduce it again with CLUSTER MEET, or give the replica another master: CLUSTER REPLICATE ID.',
    zh: '从节点跟随的主节点 ID 在该节点上未知：主节点被 FORGET 或 RESET，或尚未 MEET。用 CLUSTER MEET 重新引入，或让从节点跟随其他主节点：“CLUSTER REPLICATE ID”。',
  },
  'topics.checkOk': {
    en: '{redis-cli} --cluster check found nothing wrong: all nodes name the same owners, and all 16384 slots have one. It does not tell whether the replicas are in sync: see INFO replication of each master.',
    zh: '{redis-cli} --cluster check 没有发现问题：所有节点对槽的归属看法一致，16384 个槽都已分配。它不检查从节点是否同步，请看各主节点的 INFO replication。',
  },
  'topics.unreachable': {
    en: "The client could not open a connection to this address. The name is unknown (ENOTFOUND), a firewall or a wrong address swallows the packets (timed out, no route), or nothing listens there (refused). On the client's machine, try {redis-cli} -h HOST -p PORT PING. On the server, check bind and protected-mode.",
    zh: '客户端无法连接到这个地址：主机名无法解析（ENOTFOUND），防火墙或错误的地址使数据包丢失（timed out、no route），或没有程序监听（refused）。在客户端机器上试试“{redis-cli} -h 主机 -p 端口 PING”，在服务器上检查 bind 和 protected-mode。',
  },
  'topics.uncovered': {
    en: "The client's slot map has no node for some slots: the cluster was incomplete when the client read the map, or a master is down. CLUSTER INFO shows cluster_slots_assigned and cluster_state. If both are fine (16384, ok), the map is old: let the client read it again, or reconnect.",
    zh: '客户端的槽位映射表中，有的槽没有对应的节点：读取时集群不完整，或有主节点停止。用 CLUSTER INFO 查看 cluster_slots_assigned 和 cluster_state；如果都正常（16384、ok），说明映射表过旧：让客户端重新读取，或重新连接。',
  },
  'topics.staleView': {
    en: "A redirect named a node that is not in the client's map: a node was added, or a failover took place, after the client had read it. Let the client refresh its map by itself (Lettuce: enablePeriodicRefresh and enableAllAdaptiveRefreshTriggers).",
    zh: '重定向指向的节点不在客户端的映射表中：客户端读取之后，集群增加了节点或发生了故障转移。请让客户端自动刷新拓扑（Lettuce：enablePeriodicRefresh 和 enableAllAdaptiveRefreshTriggers）。',
  },
  'topics.clientSentinel': {
    en: 'The client asked all Sentinels it was given, and none named a master. They are not reachable (port 26379 by default, perhaps a password), or they monitor the master under another name: SENTINEL MASTERS lists the names.',
    zh: '客户端询问了所有配置的哨兵（Sentinel），都没有得到主节点。可能连不上哨兵（默认端口 26379，也可能需要密码），或哨兵用别的名称监控主节点：SENTINEL MASTERS 列出名称。',
  },
  'topics.pool': {
    en: "The client's pool has no free connection and could not open one. If the text goes on with Connection refused or timed out, that is the cause. Otherwise connections are not given back, commands are slow, or the pool is too small for the number of threads.",
    zh: '客户端连接池没有空闲连接，也无法新建。如果后文有 Connection refused 或 timed out，那就是原因。否则可能是连接没有归还、命令太慢，或连接池相对线程数太小。',
  },
  'topics.clientOffline': {
    en: 'The client has no connection at this moment and may not keep the command until it has one (ioredis: enableOfflineQueue false, Lettuce: REJECT_COMMANDS). The command was not sent. Wait until the client is ready, and check that the node runs.',
    zh: '客户端此刻没有连接，且不允许把命令留到连上之后再发送（ioredis：enableOfflineQueue false，Lettuce：REJECT_COMMANDS）。命令没有发送。请等客户端就绪，并确认节点在运行。',
  },
  'topics.clientClosed': {
    en: 'The program has closed this client itself, or never opened it (node-redis: await client.connect()). The server is not involved. Use a client that is open, and close it last.',
    zh: '程序自己关闭了这个客户端，或从未打开它（node-redis：await client.connect()），与服务器无关。请使用已打开的客户端，并在最后关闭。',
  },
  'topics.pipeline': {
    en: 'The client sends a pipeline to one node, so all its keys must be on the same node; some clients want one slot. Give the keys one hash tag, or make a pipeline for each node.',
    zh: '客户端把整个管道（pipeline）发送到一个节点，因此其中的键必须在同一节点上，有的客户端要求同一个槽。请使用相同的哈希标签，或按节点拆分管道。',
  },
  'topics.functions': {
    en: 'FUNCTION LOAD loads a library into one node, which saves it and sends it to its replicas. In a cluster the other masters do not get it: load it into each of them. FUNCTION LIST shows what a node has.',
    zh: 'FUNCTION LOAD 把函数库加载到一个节点，该节点会持久化并发送给从节点。集群中其他主节点不会得到它，需要逐个加载。FUNCTION LIST 显示节点上已有的函数。',
  },
  'topics.waitAof': {
    en: 'WAITAOF LOCAL REPLICAS MS, since {waitAof}, waits until the writes of this connection are on disk (fsync of the AOF): LOCAL 1 means on this node, REPLICAS on how many replicas. It returns both numbers. LOCAL 1 needs appendonly yes. WAIT only counts replicas that have the writes in memory.',
    zh: '“WAITAOF LOCAL REPLICAS 毫秒”（从 {waitAof} 起）等待本连接的写入落盘（AOF 的 fsync）：LOCAL 为 1 表示本节点，REPLICAS 表示多少个从节点；返回两者的实际个数。LOCAL 为 1 时要求 appendonly yes。WAIT 只统计内存中已有这些写入的从节点。',
  },
  'topics.confFile': {
    en: 'A server reads its configuration file only when it starts. CONFIG SET and REPLICAOF change the running server; a restart forgets them, unless CONFIG REWRITE has written them to the file. In a cluster the nodes, their masters and slots are kept in nodes.conf instead. /conf PORT shows the file of a node of this lab.',
    zh: '服务器只在启动时读取配置文件。CONFIG SET 和 REPLICAOF 改变的是运行中的服务器，重启后丢失，除非用 CONFIG REWRITE 写入文件。在集群中，节点、主从关系和槽保存在 nodes.conf 中。“/conf 端口”显示本实验室节点的配置文件。',
  },
  'topics.tls': {
    en: 'A server built with TLS listens for it on tls-port, with tls-cert-file, tls-key-file and tls-ca-cert-file; port 0 turns plain connections off. tls-replication yes and tls-cluster yes are separate: for the link to a master, and for the cluster bus. Clients need a certificate too, unless tls-auth-clients is no. {redis-cli} --tls connects. The nodes of this lab do without.',
    zh: '编译时启用了 TLS 的服务器在 tls-port 上监听，证书由 tls-cert-file、tls-key-file、tls-ca-cert-file 指定；port 0 关闭明文连接。到主节点的连接和集群总线另行设置：tls-replication yes 和 tls-cluster yes。除非 tls-auth-clients 为 no，客户端也要有证书。用 {redis-cli} --tls 连接。本实验室的节点不使用 TLS。',
  },
  'topics.upgrade': {
    en: 'Nodes are upgraded one at a time, replicas first: restart a replica with the new version, wait until its link is up, send it CLUSTER FAILOVER, then restart its old master. Masters come last because a newer server reads the RDB of an older one, but often not the reverse. Keep the time short in which both versions run.',
    zh: '升级要逐个节点进行，先从节点：用新版本重启从节点，等连接为 up，对它执行 CLUSTER FAILOVER，再重启原来的主节点。主节点放在最后，是因为新版本能读旧版本的 RDB，反过来往往不行。两种版本并存的时间应尽量短。',
  },
  'topics.shardedPubSub': {
    en: 'In a cluster, PUBLISH goes to every node over the bus, so subscribers may be anywhere. SPUBLISH goes only to the shard that serves the slot of the channel, which costs less. SSUBSCRIBE must go to a node of that shard, master or replica; another node returns MOVED. If the slot moves away, the subscription ends with a sunsubscribe message.',
    zh: '在集群中，PUBLISH 经总线发到所有节点，订阅者可以在任何节点上。SPUBLISH 只发到负责该频道的槽的分片，开销更小。SSUBSCRIBE 必须发给该分片的节点（主从均可），其他节点返回 MOVED。槽迁走时，订阅以一条 sunsubscribe 消息结束。',
  },
  'topics.grow': {
    en: '{redis-cli} --cluster add-node NEW-HOST:PORT HOST:PORT lets an empty node join as a master without slots, or with --cluster-slave as a replica. reshard then moves a number of slots to it. rebalance evens out the slots of all masters; --cluster-use-empty-masters includes new ones, and --cluster-weight ID=0 empties one before del-node.',
    zh: '“{redis-cli} --cluster add-node NEW-HOST:PORT HOST:PORT”让空节点加入集群，成为没有槽的主节点；加 --cluster-slave 则成为从节点。随后用 reshard 向它迁移若干个槽。rebalance 使各主节点的槽数均衡；--cluster-use-empty-masters 把新节点也算在内，--cluster-weight ID=0 在 del-node 之前清空一个节点。',
  },
} as const
