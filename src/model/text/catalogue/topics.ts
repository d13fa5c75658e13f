// What /explain says of states, fields, and the words of redis-cli and of clients.

export const topicsText = {
  'topics.link': {
    en: 'master_link_status is the link of a replica to its master. up: it receives the stream. down: it is cut, or a full resynchronization is under way (master_sync_in_progress:1). A replica tries again every second. Causes: the master is down or unreachable, it asks for a password (masterauth), or the replica follows itself.',
    zh: 'master_link_status 是从节点到主节点的连接。up：正在接收数据流；down：连接断开，或正在全量同步（master_sync_in_progress:1）。从节点每秒重试一次。原因可能是：主节点停止或不可达，主节点要求密码（masterauth），或从节点跟随的是自己。',
  },
  'topics.replicaState': {
    en: "state= in a master's line about a replica. wait_bgsave: the RDB for it is not ready. send_bulk: the RDB is being sent. online: the replica receives the stream. Only online replicas count for WAIT and min-replicas-to-write. Newer servers add send_bulk_and_stream (Redis 8) and bg_transfer (Valkey 8).",
    zh: '主节点关于从节点的一行中的 state=。wait_bgsave：给它的 RDB 尚未就绪；send_bulk：正在发送 RDB；online：从节点正在接收数据流。只有 online 的从节点计入 WAIT 和 min-replicas-to-write。新版本还有 send_bulk_and_stream（Redis 8）和 bg_transfer（Valkey 8）。',
  },
  'topics.twoChannels': {
    en: 'A full resynchronization over two connections: one carries the RDB, the other the writes made meanwhile, so that the master need not keep them. The state of such a replica is send_bulk_and_stream in Redis 8 (repl-rdb-channel) and bg_transfer in Valkey 8 and later (dual-channel-replication-enabled). Then it becomes online.',
    zh: '通过两个连接进行的全量同步：一个传输 RDB，另一个传输期间的写入，因此主节点无需缓存这些写入。此时从节点的状态在 Redis 8（repl-rdb-channel）中是 send_bulk_and_stream，在 Valkey 8 及以后（dual-channel-replication-enabled）中是 bg_transfer，之后变为 online。',
  },
  'topics.fullSync': {
    en: 'A replica asks with PSYNC to continue where it stopped. If the master does not have those bytes, or has another history, it sends everything: an RDB, then the stream (FULLRESYNC). The replica drops its own data first. sync_full in INFO stats of the master counts these.',
    zh: '从节点用 PSYNC 请求从断开处继续。如果主节点没有那些数据，或历史不同，就发送全部数据：先是 RDB，再是数据流（FULLRESYNC）。从节点会先丢弃自己的数据。主节点 INFO stats 中的 sync_full 记录次数。',
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
    en: 'A position in the stream of writes, in bytes: master_repl_offset on the master, slave_repl_offset on a replica. The difference is how far the replica is behind. It also grows without writes, because the master pings its replicas every 10 s.',
    zh: '写入流中的位置，单位是字节：主节点上是 master_repl_offset，从节点上是 slave_repl_offset，两者之差就是从节点的落后量。没有写入时它也会增长，因为主节点每 10 秒向从节点发送 PING。',
  },
  'topics.lag': {
    en: "lag= in a master's line about a replica: seconds since the replica reported its offset, which it does every second. 0 or 1 is normal. It says that the replica is alive, not how many bytes it is behind: compare the offsets for that.",
    zh: '主节点关于从节点的一行中的 lag=：距从节点上次汇报偏移量的秒数，正常为 0 或 1（每秒汇报一次）。它说明从节点是否存活，而不是落后多少字节；后者要比较偏移量。',
  },
  'topics.backlog': {
    en: 'The last bytes of the stream, kept in memory for replicas that reconnect. At least repl-backlog-size bytes are kept (1 MB by default, 10 MB in Valkey 8 and later), more while replicas need them. A replica that asks for older bytes gets a full copy.',
    zh: '内存中保留的最近的写入流，供重新连接的从节点续传。至少保留 repl-backlog-size 字节（默认 1 MB，Valkey 8 及以后为 10 MB），从节点需要时会保留更多。请求更早数据的从节点要全量同步。',
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
    en: 'connected or disconnected in CLUSTER NODES is the bus connection of this node to the other. disconnected alone is no failure: it is opened again, and only the node timeout makes the other suspect.',
    zh: 'CLUSTER NODES 中的 connected 或 disconnected 是本节点到对方的总线连接。单独的 disconnected 不是故障：连接会重新建立，只有超过节点超时才会产生怀疑。',
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
    en: "In CLUSTER INFO: cluster_slots_assigned is how many of the 16384 slots have an owner in this node's view; cluster_slots_ok how many of them have an owner that is not suspected, cluster_slots_pfail and cluster_slots_fail how many have one that is fail? or fail.",
    zh: 'CLUSTER INFO 中：cluster_slots_assigned 是本节点看来 16384 个槽中已分配的个数；cluster_slots_ok 是负责者未被怀疑的个数，cluster_slots_pfail 和 cluster_slots_fail 是负责者为 fail? 或 fail 的个数。',
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
  'topics.splitBrain': {
    en: 'Two masters that both accept writes for the same data, after a network split. In a cluster the side without a majority of masters stops after the node timeout; its writes until then are lost when it returns as a replica. Without a cluster, min-replicas-to-write makes a master stop that lost its replicas.',
    zh: '网络分裂后，两个主节点都接受同一份数据的写入。在集群中，没有多数主节点的一侧在节点超时后停止服务；在此之前的写入，会在它作为从节点恢复时丢失。没有集群时，可用 min-replicas-to-write 让失去从节点的主节点停止写入。',
  },
  'topics.notEmpty': {
    en: 'redis-cli --cluster create and add-node take only empty nodes: without keys, and without knowledge of other nodes (nodes.conf). "Node … is not empty" means one of the two. Look with CLUSTER NODES and DBSIZE. If its data is not needed, FLUSHALL and then CLUSTER RESET on that node empty it, for good.',
    zh: 'redis-cli --cluster create 和 add-node 只接受空节点：没有键，也不认识其他节点（nodes.conf）。“Node … is not empty” 表示不满足其一。用 CLUSTER NODES 和 DBSIZE 查看。如果确实不需要其中的数据，可在该节点上执行 FLUSHALL 再执行 CLUSTER RESET，数据无法恢复。',
  },
  'topics.notCovered': {
    en: 'redis-cli --cluster check found slots without an owner. A master that is down without a replica leaves such a hole, or CLUSTER DELSLOTS. Bring the master back, or assign the slots: CLUSTER ADDSLOTSRANGE on a master, or redis-cli --cluster fix.',
    zh: 'redis-cli --cluster check 发现有槽没有分配。没有从节点的主节点停止，或执行过 CLUSTER DELSLOTS，都会如此。请恢复该主节点，或在某个主节点上执行 CLUSTER ADDSLOTSRANGE，或用 redis-cli --cluster fix。',
  },
  'topics.disagree': {
    en: 'redis-cli --cluster check compares which node serves which slots in the view of each node. Right after a change gossip needs a moment: check again. If it stays, somebody ran CLUSTER SETSLOT … NODE on one node only: run it on the others.',
    zh: 'redis-cli --cluster check 比较各节点眼中的槽归属。刚变更之后 gossip 需要一点时间，请稍后再检查。如果一直如此，多半是 CLUSTER SETSLOT … NODE 只在一个节点上执行过：请在其他节点上也执行。',
  },
  'topics.openSlots': {
    en: 'Slots in migrating or importing state: a move of slots was begun and not ended, for example because a reshard was interrupted. Their keys are split between two nodes. redis-cli --cluster fix ends the move, or by hand: MIGRATE the other keys, then CLUSTER SETSLOT SLOT NODE ID on both.',
    zh: '处于 migrating 或 importing 状态的槽：迁移开始后没有结束，例如 reshard 被中断，键分散在两个节点上。用 redis-cli --cluster fix 结束迁移；或手动 MIGRATE 其余的键，再在两个节点上执行“CLUSTER SETSLOT 槽 NODE ID”。',
  },
  'topics.join': {
    en: "redis-cli --cluster create has sent CLUSTER MEET and waits until all nodes know each other. If the dots do not end, the nodes cannot reach each other's bus ports (port + 10000): a firewall, or an announced address that is wrong (cluster-announce-ip, Docker, NAT).",
    zh: 'redis-cli --cluster create 已发送 CLUSTER MEET，正在等待所有节点互相认识。如果一直等待，说明节点之间的总线端口（端口加 10000）不通：防火墙，或公布的地址不对（cluster-announce-ip、Docker、NAT）。',
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
    en: 'A server without a password and without a bind address accepts only clients of its own machine (protected-mode yes) and answers DENIED to others. Set a password (requirepass) or bind, rather than protected-mode no, which lets anybody in.',
    zh: '没有密码也没有设置 bind 的服务器只接受本机客户端（protected-mode yes），对其他客户端返回 DENIED。应设置密码（requirepass）或 bind，而不是 protected-mode no，那会让任何人都能访问。',
  },
} as const
