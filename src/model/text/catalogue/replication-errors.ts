// Errors about masters and replicas, explained.

export const replicationErrorsText = {
  'replication-errors.readonly': {
    en: '{node} is a replica of {master} and does not accept writes',
    zh: '{node} 是 {master} 的从节点，不接受写入',
  },
  'replication-errors.readonly.plain': {
    en: '{node} is a replica and does not accept writes',
    zh: '{node} 是从节点，不接受写入',
  },
  'replication-errors.readonly.chain': {
    en: '{node} is a replica of {middle}, which gets its data from {master}; only a master accepts writes',
    zh: '{node} 是 {middle} 的从节点，数据来自主节点 {master}；只有主节点接受写入',
  },
  'replication-errors.ring': {
    en: 'none of these nodes is a master, they follow each other: {path}',
    zh: '这些节点互相跟随，没有一个是主节点：{path}',
  },
  'replication-errors.ring.itself': {
    en: '{node} follows itself, so there is no master to write to',
    zh: '{node} 跟随自己，没有可以写入的主节点',
  },
  'replication-errors.readonly.long': {
    en: "A replica repeats its master's writes. A write of its own would make its data differ, and the next full resynchronization would erase it (replica-read-only yes). Write to its master: master_host and master_port in INFO replication. If you see this after a failover, the client still uses the old master and must look up the new one. If the node was a master a moment ago, find out who ran REPLICAOF.",
    zh: '从节点只重放主节点的写入；自行写入会让两边数据不同，并在下次全量同步时被清除（replica-read-only yes）。请写到主节点，即 INFO replication 中的 master_host 和 master_port。如果在故障转移后遇到此错误，说明客户端仍连着旧主节点，应重新查询新主节点；如果节点刚才还是主节点，请查明是谁执行了 REPLICAOF。',
  },
  'replication-errors.masterdown': {
    en: '{node} has lost its master {master} and may not serve old data',
    zh: '{node} 与主节点 {master} 断开，且不允许返回旧数据',
  },
  'replication-errors.masterdown.long': {
    en: 'With replica-serve-stale-data no, a replica serves data only while its link to the master is up: without it, the replica cannot know about newer writes. The default, yes, serves old data instead. Restore the master or the link, promote a replica, or run CONFIG SET replica-serve-stale-data yes.',
    zh: '设为 replica-serve-stale-data no 时，从节点只在与主节点的连接正常时提供数据：断开后它无法得知新的写入。默认值 yes 则会返回旧数据。解决办法：恢复主节点或连接，将一个从节点晋升为主节点，或执行 CONFIG SET replica-serve-stale-data yes。',
  },
  'replication-errors.noreplicas': {
    en: '{node} has {good} good {good|replica|replicas}, fewer than it requires for a write',
    zh: '{node} 只有 {good} 个合格的从节点，少于写入所要求的数量',
  },
  'replication-errors.noreplicas.setslot': {
    en: 'no replica of {node} confirmed the change of the slot in time, so nothing was changed; try again',
    zh: '{node} 的从节点没有及时确认槽的变更，因此没有任何改变；请重试',
  },
  'replication-errors.noreplicas.long': {
    en: 'min-replicas-to-write is the number of replicas that must have reported within min-replicas-max-lag seconds; a frozen replica counts until that time is over. So a master that is cut off stops accepting writes that nobody else has. Bring replicas back, or lower the number: CONFIG SET min-replicas-to-write.',
    zh: 'min-replicas-to-write 要求有这么多从节点在 min-replicas-max-lag 秒内汇报过；被冻结的从节点要过了这段时间才不计入。这样，被隔离的主节点就不会接受没有副本的写入。可以恢复从节点，或用 CONFIG SET min-replicas-to-write 降低要求。',
  },
  'replication-errors.nomasterlink': {
    en: '{node} has no link to its own master, so it cannot pass data on',
    zh: '{node} 与自己的主节点断开，无法向下传递数据',
  },
  'replication-errors.nomasterlink.long': {
    en: 'A replica may have replicas of its own, but it passes on only what it receives. While its link to its master is down, or while it follows itself, it refuses them, and they try again every second. Repair the link of the node in the middle. If it follows itself, run REPLICAOF NO ONE on it.',
    zh: '从节点也可以有自己的从节点，但只能传递自己收到的数据。当它与主节点断开，或跟随自己时，会拒绝同步请求，对方每秒重试一次。请先修复中间节点的连接；如果它跟随自己，请在它上面执行 REPLICAOF NO ONE。',
  },
  'replication-errors.loading': {
    en: '{node} is still reading its data from the disk',
    zh: '{node} 正在从磁盘加载数据',
  },
  'replication-errors.loading.long': {
    en: 'After a start, or after a full resynchronization, a server loads all its data before it serves keys: with half of the data it would give wrong answers. INFO works meanwhile: INFO persistence shows the progress (loading_loaded_perc). Wait until it is done.',
    zh: '启动后，或从节点完成全量接收后，服务器要先加载全部数据才提供服务：数据不全时，返回的结果是错的。期间 INFO 可用：INFO persistence 的 loading_loaded_perc 显示进度。请等待加载完成。',
  },
  'replication-errors.unblocked': {
    en: '{node} became a replica while {command} waited there',
    zh: '{command} 等待期间，{node} 变成了从节点',
  },
  'replication-errors.unblocked.long': {
    en: 'When a node stops being a master, it ends commands that wait there (BLPOP, WAIT, XREAD): on a replica they would wait forever, or promise something that no longer holds. Use the new master. Writes before a WAIT that ended like this may be lost: the new master continues with the data it had.',
    zh: '节点不再是主节点时，正在等待的命令（BLPOP、WAIT、XREAD）会被中止：在从节点上它会永远等下去，或给出已无法兑现的保证。请改用新的主节点。在这样结束的 WAIT 之前写入的数据可能丢失：新主节点以自己已有的数据为准。',
  },
  'replication-errors.clientUnblock': {
    en: 'somebody ended the waiting on {node} with CLIENT UNBLOCK',
    zh: '有人在 {node} 上用 CLIENT UNBLOCK 结束了等待',
  },
  'replication-errors.clientUnblock.long': {
    en: 'CLIENT UNBLOCK ID ends a command that waits, such as BLPOP or WAIT, on another connection: with TIMEOUT (the default) as if its time were over, with ERROR like this. The connection stays open, so the command can be repeated.',
    zh: '“CLIENT UNBLOCK ID”结束另一个连接上正在等待的命令（如 BLPOP、WAIT）：TIMEOUT（默认）相当于等待超时，ERROR 则返回此错误。连接仍然保持，可以重新执行该命令。',
  },
  'replication-errors.noReplicaof': {
    en: 'in a cluster, {node} follows a master by its node id',
    zh: '在集群中，{node} 通过节点 ID 跟随主节点',
  },
  'replication-errors.noReplicaof.long': {
    en: 'In a cluster, gossip tells all nodes which master a replica follows, and nodes.conf keeps it; a REPLICAOF on one node would contradict that. CLUSTER REPLICATE ID makes a node without slots a replica. CLUSTER FAILOVER, sent to a replica, swaps it with its master.',
    zh: '集群中的主从关系由 gossip 告知所有节点，并保存在 nodes.conf 中；单独执行 REPLICAOF 会与之矛盾。CLUSTER REPLICATE ID 让没有槽的节点成为从节点；向从节点发送 CLUSTER FAILOVER 则互换主从。',
  },
  'replication-errors.noFailover': {
    en: 'in a cluster, the command goes to the replica that takes over, not to its master',
    zh: '在集群中，应向要接管的从节点发送命令，而不是向主节点',
  },
  'replication-errors.noFailover.long': {
    en: 'FAILOVER is for masters without a cluster. In a cluster, send CLUSTER FAILOVER to a replica: its master pauses writes for a moment, the replica receives the last bytes, the other masters vote, and nothing is lost.',
    zh: 'FAILOVER 用于没有集群的主节点。在集群中，请把 CLUSTER FAILOVER 发给从节点：主节点暂停写入，从节点取得最后的数据，其他主节点投票，不会丢失任何数据。',
  },
  'replication-errors.failoverOnMaster': {
    en: '{node} is already a master',
    zh: '{node} 已经是主节点',
  },
  'replication-errors.failoverOnMaster.long': {
    en: 'CLUSTER FAILOVER tells a replica to replace its master; a master cannot replace itself. Send it to one of its replicas: CLUSTER NODES and the panel show them.',
    zh: 'CLUSTER FAILOVER 让从节点接替它的主节点；主节点不能接替自己。请发给它的某个从节点：CLUSTER NODES 和节点面板显示有哪些从节点。',
  },
  'replication-errors.failoverDead': {
    en: '{node} cannot agree with its master {master}, which is down or marked fail',
    zh: '{node} 无法与主节点 {master} 协商：后者已停止，或被标为 fail',
  },
  'replication-errors.failoverDead.long': {
    en: 'Plain CLUSTER FAILOVER loses nothing, but needs the master. CLUSTER FAILOVER FORCE does not need it, but still needs votes of the other masters. If most masters are down, only TAKEOVER is left, which asks no node. Both lose what had not reached the replica.',
    zh: '不带选项的 CLUSTER FAILOVER 不丢数据，但需要主节点参与。CLUSTER FAILOVER FORCE 不需要主节点，但仍要其他主节点投票。多数主节点已停止时，只能用 TAKEOVER，它不征求任何节点的意见。两者都会丢失尚未到达从节点的数据。',
  },
  'replication-errors.failoverOnReplica': {
    en: '{node} is a replica; send FAILOVER to its master {master}',
    zh: '{node} 是从节点；FAILOVER 应发给它的主节点 {master}',
  },
  'replication-errors.failoverOnReplica.long': {
    en: 'Without a cluster, the master hands over its role: FAILOVER waits until a replica has every byte, then the two swap. FAILOVER TO HOST PORT names the replica; its link must be up.',
    zh: '没有集群时由主节点让出角色：FAILOVER 等某个从节点追上全部数据后互换。“FAILOVER TO 主机 端口”可指定从节点，它与主节点的连接必须正常。',
  },
  'replication-errors.failoverAlone': {
    en: '{node} has no replica that could take over, or the named node is not its replica',
    zh: '{node} 没有可以接管的从节点，或指定的节点不是它的从节点',
  },
  'replication-errors.waitOnReplica': {
    en: '{node} is a replica; send WAIT to its master {master}',
    zh: '{node} 是从节点；WAIT 应发给它的主节点 {master}',
  },
  'replication-errors.waitOnReplica.long': {
    en: 'WAIT and WAITAOF count who has what this connection wrote, so run them where you write: on the master. Writes to a writable replica stay there; it passes them on to no other node.',
    zh: 'WAIT 和 WAITAOF 统计哪些节点已有本连接的写入，因此应在写入的节点（主节点）上执行。写入可写从节点的数据只留在本地，不会传给其他节点。',
  },
  'replication-errors.waitAofOnReplica': {
    en: '{node} is a replica; send WAITAOF to its master {master}',
    zh: '{node} 是从节点；WAITAOF 应发给它的主节点 {master}',
  },
  'replication-errors.waitAofWithoutFile': {
    en: '{node} has appendonly no: it has no AOF in which your writes could be',
    zh: '{node} 的 appendonly 为 no：没有 AOF，写入无处可存',
  },
  'replication-errors.waitAofWithoutFile.long': {
    en: 'The first number of WAITAOF asks for the disk of this node, and without an AOF nothing comes there. 0 leaves this node out: WAITAOF 0 1 1000 asks only for replicas.',
    zh: 'WAITAOF 的第一个数要求本节点的写入落盘，没有 AOF 就做不到。写 0 表示不要求本节点：WAITAOF 0 1 1000 只要求从节点。',
  },
  'replication-errors.masterPort': {
    en: '{word} is not a port: REPLICAOF takes a host and a number up to 65535',
    zh: '{word} 不是端口：REPLICAOF 需要主机和不超过 65535 的数字',
  },
  'replication-errors.masterPort.long': {
    en: 'REPLICAOF HOST PORT takes two words, with no colon between them. Only the form is checked at once: if nothing listens on the port, the reply is still OK, and the link stays down.',
    zh: '“REPLICAOF 主机 端口”的两个参数之间用空格，不用冒号。执行时只检查格式：端口上没有服务时同样返回 OK，但连接会一直是 down。',
  },
} as const
