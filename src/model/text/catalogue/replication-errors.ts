// Errors about masters and replicas, explained.

export const replicationErrorsText = {
  'replication-errors.readonly': {
    en: '{node} is a replica of {master} and takes no writes',
    zh: '{node} 是 {master} 的从节点，不接受写入',
  },
  'replication-errors.readonly.plain': {
    en: '{node} answers as a replica, and takes no writes',
    zh: '{node} 以从节点身份应答，不接受写入',
  },
  'replication-errors.readonly.long': {
    en: 'A replica repeats what its master wrote; a write of its own would make two truths, and the next full synchronisation would wipe it out (replica-read-only yes). Write to its master: INFO replication names it as master_host and master_port. A client that meets this after a failover still talks to the old master and has to look up the new one; on a node that was a master a moment ago, ask who ran REPLICAOF.',
    zh: '从节点只重放主节点的写入；自行写入会产生两份不同的数据，并在下次全量同步时被清除（replica-read-only yes）。请写到主节点：INFO replication 中的 master_host 和 master_port 就是它。故障转移后遇到此错误，说明客户端仍连着旧主节点，应重新查询新主节点；如果节点刚才还是主节点，请查明是谁执行了 REPLICAOF。',
  },
  'replication-errors.masterdown': {
    en: '{node} has lost its master {master} and may not answer with old data',
    zh: '{node} 与主节点 {master} 断开，且不允许返回旧数据',
  },
  'replication-errors.masterdown.long': {
    en: 'With replica-serve-stale-data no a replica answers only while its link to the master stands: it could not know what was written since. The default, yes, prefers an old answer to none. Bring the master or the link back, promote a replica, or CONFIG SET replica-serve-stale-data yes.',
    zh: '设为 replica-serve-stale-data no 时，从节点只在与主节点的连接正常时应答：断开后它无法得知新的写入。默认值 yes 则宁可返回旧数据。解决办法：恢复主节点或连接、提升一个从节点，或 CONFIG SET replica-serve-stale-data yes。',
  },
  'replication-errors.noreplicas': {
    en: '{node} counts {good} good {good|replica|replicas}, and demands more before it writes',
    zh: '{node} 只有 {good} 个合格的从节点，少于写入所要求的数量',
  },
  'replication-errors.noreplicas.long': {
    en: 'min-replicas-to-write demands so many replicas that have reported within min-replicas-max-lag seconds; a frozen one stops counting only after that time. So a master that was cut off stops taking writes that nobody else would have. Bring replicas back, or lower the demand with CONFIG SET min-replicas-to-write.',
    zh: 'min-replicas-to-write 要求有这么多从节点在 min-replicas-max-lag 秒内汇报过；被冻结的从节点要过了这段时间才不算数。这样，被隔离的主节点不会再接受没有副本的写入。可以恢复从节点，或用 CONFIG SET min-replicas-to-write 降低要求。',
  },
  'replication-errors.nomasterlink': {
    en: '{node} has no link to its own master, so it has nothing to pass on',
    zh: '{node} 与自己的主节点断开，没有数据可以传递',
  },
  'replication-errors.nomasterlink.long': {
    en: 'A replica may have replicas of its own, but passes on only what it gets itself. While it has no link to its master, or was told to follow itself, it turns them away, and they try again every second. Mend the link of the one in the middle; a node that follows itself wants REPLICAOF NO ONE.',
    zh: '从节点也可以有自己的从节点，但只能传递自己收到的数据。当它与主节点断开，或被设置为跟随自己时，会拒绝同步请求，对方每秒重试一次。请先修复中间节点的连接；跟随自己的节点需要 REPLICAOF NO ONE。',
  },
  'replication-errors.loading': {
    en: '{node} is still reading its data from the disk',
    zh: '{node} 正在从磁盘加载数据',
  },
  'replication-errors.loading.long': {
    en: 'After a start, and when a replica has just received everything anew, a server reads the whole of its data before it serves keys: half of them would be a wrong answer. INFO is answered meanwhile: INFO persistence says how far it is (loading_loaded_perc). Wait.',
    zh: '启动后，或从节点刚完成全量接收时，服务器要先读入全部数据才提供服务：只有一半的数据会给出错误的回答。期间 INFO 可用：INFO persistence 的 loading_loaded_perc 显示进度。等待即可。',
  },
  'replication-errors.unblocked': {
    en: '{node} became a replica while {command} waited there',
    zh: '{command} 等待期间，{node} 变成了从节点',
  },
  'replication-errors.unblocked.long': {
    en: 'A command that waits (BLPOP, WAIT, XREAD) is sent away when its node stops being the master: on a replica it would wait for ever, or promise what the node can no longer keep. Ask the new master. What was written before a WAIT that ended so may be lost: the new master goes on with what it had.',
    zh: '节点不再是主节点时，正在等待的命令（BLPOP、WAIT、XREAD）会被中止：在从节点上它会永远等下去，或给出节点已无法兑现的承诺。请改问新的主节点。在这样结束的 WAIT 之前写入的数据可能丢失：新主节点以自己已有的数据为准。',
  },
  'replication-errors.noReplicaof': {
    en: 'in a cluster {node} follows a master by its node id',
    zh: '在集群中，{node} 通过节点 ID 跟随主节点',
  },
  'replication-errors.noReplicaof.long': {
    en: 'Who replicates whom is told to all nodes of a cluster by gossip and kept in nodes.conf; a REPLICAOF to one of them would contradict that. CLUSTER REPLICATE ID makes a node that serves no slot a replica; CLUSTER FAILOVER, sent to a replica, swaps the two.',
    zh: '集群中谁复制谁由 gossip 告知所有节点并保存在 nodes.conf 中，单独执行 REPLICAOF 会与之矛盾。CLUSTER REPLICATE ID 让没有槽的节点成为从节点；向从节点发送 CLUSTER FAILOVER 则互换主从。',
  },
  'replication-errors.noFailover': {
    en: 'in a cluster the replica is asked to take over, not the master to step down',
    zh: '在集群中应由从节点请求接管，而不是让主节点让位',
  },
  'replication-errors.noFailover.long': {
    en: 'FAILOVER is for masters without a cluster. In a cluster the replica takes over: CLUSTER FAILOVER is sent to it, the master stops writing for a moment, the replica gets the last bytes, the other masters vote, and nothing is lost.',
    zh: 'FAILOVER 用于没有集群的主节点。在集群中由从节点接管：把 CLUSTER FAILOVER 发给从节点，主节点暂停写入，从节点取得最后的数据，其他主节点投票，不会丢失任何数据。',
  },
  'replication-errors.failoverOnMaster': {
    en: '{node} is a master already',
    zh: '{node} 已经是主节点',
  },
  'replication-errors.failoverOnMaster.long': {
    en: 'CLUSTER FAILOVER is an order to a replica: take the place of your master. A master cannot take its own place. Send it to one of its replicas; CLUSTER NODES and the panel show who they are.',
    zh: 'CLUSTER FAILOVER 是给从节点的命令：接替你的主节点。主节点无法接替自己。请发给它的某个从节点；CLUSTER NODES 和节点面板显示有哪些从节点。',
  },
  'replication-errors.failoverDead': {
    en: '{node} cannot agree with its master {master}: it is down or failed',
    zh: '{node} 无法与主节点 {master} 协商：它已停止或下线',
  },
  'replication-errors.failoverDead.long': {
    en: 'The plain form hands over without loss, and for that the master has to take part. CLUSTER FAILOVER FORCE goes without the master but still asks the other masters for their votes; where most of them are gone only TAKEOVER is left, which asks nobody. What had not reached the replica is lost with both.',
    zh: '普通形式的切换不丢数据，需要主节点参与。CLUSTER FAILOVER FORCE 不需要主节点，但仍要其他主节点投票；多数主节点都不在时只能用 TAKEOVER，它不征求任何节点的意见。两者都会丢失尚未到达从节点的数据。',
  },
  'replication-errors.failoverOnReplica': {
    en: '{node} is a replica; FAILOVER is sent to its master {master}',
    zh: '{node} 是从节点；FAILOVER 应发给它的主节点 {master}',
  },
  'replication-errors.failoverOnReplica.long': {
    en: 'Without a cluster the master gives its role away: FAILOVER waits until a replica has every byte, then the two swap. FAILOVER TO HOST PORT names the replica; it has to be one whose link is up.',
    zh: '没有集群时由主节点让出角色：FAILOVER 等某个从节点追上全部数据后互换。FAILOVER TO HOST PORT 可指定从节点，且它的连接必须正常。',
  },
  'replication-errors.failoverAlone': {
    en: '{node} has no replica that could take over, or not the one named',
    zh: '{node} 没有可以接管的从节点，或指定的节点不是它的从节点',
  },
  'replication-errors.waitOnReplica': {
    en: '{node} is a replica; WAIT is for its master {master}',
    zh: '{node} 是从节点；WAIT 应发给它的主节点 {master}',
  },
  'replication-errors.waitOnReplica.long': {
    en: 'WAIT asks how many replicas have what this connection wrote, so it belongs where the writing is done: on the master. Writes into a replica that was made writable stay there and are passed on to nobody.',
    zh: 'WAIT 询问有多少从节点已收到本连接的写入，因此应在写入的地方执行：主节点。写入可写从节点的数据只留在本地，不会传给任何节点。',
  },
  'replication-errors.masterPort': {
    en: '{word} is no port: REPLICAOF takes a host and a number up to 65535',
    zh: '{word} 不是端口：REPLICAOF 需要主机和不超过 65535 的数字',
  },
  'replication-errors.masterPort.long': {
    en: 'REPLICAOF HOST PORT takes two words, without a colon between them. Only the form is checked at once: a port where nobody listens is answered with OK too, and the link stays down.',
    zh: 'REPLICAOF HOST PORT 是两个词，中间没有冒号。这里只检查格式：端口上没有服务时同样回答 OK，但连接会一直是 down。',
  },
} as const
