// What free play begins with: what the nodes are, and what to try.

export const sandboxText = {
  'sandbox.cluster': {
    en: 'These six nodes form a cluster: three masters, each with a replica. Nothing is checked here, and you can break whatever you like. When you leave, the nodes and their data are removed.',
    zh: '这六个节点组成一个集群：三个主节点，各有一个从节点。这里不检查任何目标，想怎么破坏都可以。离开时，节点和数据都会被删除。',
  },
  'sandbox.standalone': {
    en: 'These six nodes are masters without cluster mode; none follows another. Nothing is checked here, and you can break whatever you like. When you leave, the nodes and their data are removed.',
    zh: '这六个节点都是主节点，没有启用集群模式，互不跟随。这里不检查任何目标，想怎么破坏都可以。离开时，节点和数据都会被删除。',
  },
  'sandbox.bare': {
    en: 'These six nodes are in cluster mode but do not know each other, and no slot is served. Nothing is checked here, and you can break whatever you like. When you leave, the nodes and their data are removed.',
    zh: '这六个节点启用了集群模式，但互不认识，也没有槽被分配。这里不检查任何目标，想怎么破坏都可以。离开时，节点和数据都会被删除。',
  },
  'sandbox.sentinel': {
    en: 'Three of these nodes are a master and two replicas; the other three are Sentinels that watch them. Nothing is checked here, and you can break whatever you like. When you leave, the nodes and their data are removed.',
    zh: '其中三个节点是一个主节点和两个从节点，另外三个是监控它们的哨兵。这里不检查任何目标，想怎么破坏都可以。离开时，节点和数据都会被删除。',
  },
  'sandbox.try': {en: 'To try:', zh: '可以试试：'},
  'sandbox.redirect': {
    en: '1. `SET product:2 cup`: another node serves this key. `/cluster on`, and the prompt goes there.',
    zh: '1. `SET product:2 cup`：这个键由另一个节点负责。先 `/cluster on`，提示符就会跟过去。',
  },
  'sandbox.failover': {
    en: '2. `/traffic on`, then `/kill {master}`: what a client sees of a failover. F2 shows more.',
    zh: '2. `/traffic on`，再 `/kill {master}`：客户端眼中的一次故障转移。F2 查看更多。',
  },
  'sandbox.switch': {
    en: '3. `@{replica} CLUSTER FAILOVER`: a replica and its master change places, without an error.',
    zh: '3. `@{replica} CLUSTER FAILOVER`：从节点与主节点互换角色，没有错误。',
  },
  'sandbox.follow': {
    en: '1. `@{replica} REPLICAOF 127.0.0.1 {first}`: a node becomes the replica of another.',
    zh: '1. `@{replica} REPLICAOF 127.0.0.1 {first}`：一个节点成为另一个节点的从节点。',
  },
  'sandbox.write': {
    en: '2. `SET product:1 teapot`, then `@{replica} GET product:1`, and a `SET` on the replica.',
    zh: '2. `SET product:1 teapot`，再 `@{replica} GET product:1`，然后在从节点上 `SET`。',
  },
  'sandbox.headless': {
    en: '3. `/kill {first}`: the replica waits for its master. `@{replica} REPLICAOF NO ONE` makes it one.',
    zh: '3. `/kill {first}`：从节点一直等主节点。`@{replica} REPLICAOF NO ONE` 让它成为主节点。',
  },
  'sandbox.unserved': {
    en: '1. `SET product:1 teapot`: no node serves the slot of this key.',
    zh: '1. `SET product:1 teapot`：没有节点负责这个键所在的槽。',
  },
  'sandbox.assign': {
    en: '2. `CLUSTER ADDSLOTSRANGE 0 16383`, then the same `SET`: a cluster of one node.',
    zh: '2. `CLUSTER ADDSLOTSRANGE 0 16383`，再执行同样的 `SET`：一个节点的集群。',
  },
  'sandbox.meet': {
    en: '3. `CLUSTER MEET 127.0.0.1 {other}`, then `CLUSTER NODES` on both: they know each other.',
    zh: '3. `CLUSTER MEET 127.0.0.1 {other}`，再在两个节点上 `CLUSTER NODES`：它们互相认识了。',
  },
  'sandbox.address': {
    en: '1. `@{sentinel} SENTINEL GET-MASTER-ADDR-BY-NAME mymaster`: how a client finds the master.',
    zh: '1. `@{sentinel} SENTINEL GET-MASTER-ADDR-BY-NAME mymaster`：客户端就这样找到主节点。',
  },
  'sandbox.watched': {
    en: '2. `/traffic on`, then `/kill {first}`: the Sentinels replace it, the client asks them. F2 shows more.',
    zh: '2. `/traffic on`，再 `/kill {first}`：哨兵会替换它，客户端向哨兵查询。F2 查看更多。',
  },
  'sandbox.majority': {
    en: '3. `/kill {sentinel}` and `/kill {other}`: one Sentinel alone replaces nobody.',
    zh: '3. `/kill {sentinel}` 和 `/kill {other}`：只剩一个哨兵，就无法替换主节点。',
  },
  'sandbox.cut': {
    en: '4. `/cut {first} | rest`: this node and the others no longer hear each other. `/heal` repairs it.',
    zh: '4. `/cut {first} | rest`：这个节点与其他节点互相收不到消息。`/heal` 恢复。',
  },
} as const
