// Errors about slots and redirects, explained.

export const slotErrorsText = {
  'slot-errors.moved': {
    en: 'slot {slot} is served by {owner}, not by {node}',
    zh: '槽 {slot} 由 {owner} 负责，不由 {node} 负责',
  },
  'slot-errors.moved.replica': {
    en: '{node} is a replica: slot {slot} is served by its master {owner}',
    zh: '{node} 是从节点：槽 {slot} 由它的主节点 {owner} 负责',
  },
  'slot-errors.moved.down': {
    en: 'slot {slot} still belongs to {owner}, which is down',
    zh: '槽 {slot} 仍属于 {owner}，而它已停止',
  },
  'slot-errors.moved.next': {en: '{line}, or /cluster on', zh: '{line}，或 /cluster on'},
  'slot-errors.moved.wait': {
    en: 'its replica may take over in some seconds; or /start {owner}',
    zh: '它的从节点可能在几秒内接管；或 /start {owner}',
  },
  'slot-errors.moved.long': {
    en: 'Each master serves its share of the 16384 slots, and no node passes a command on: it answers where the slot is served, and the client asks there. MOVED is for good: a cluster client notes the owner and goes there at once from then on. A replica sends its keys to its master too, reads as well, unless the connection has said READONLY. redis-cli follows with -c; here /cluster on does.',
    zh: '每个主节点负责 16384 个槽中的一部分，任何节点都不会转发命令：它只回答槽由谁负责，客户端再去那里执行。MOVED 是长期有效的：集群客户端会记下新的负责者，以后直接访问它。从节点也会把自己的键（包括读请求）指向主节点，除非该连接发过 READONLY。redis-cli 加 -c 会跟随；在这里用 /cluster on。',
  },
  'slot-errors.ask': {
    en: 'slot {slot} is on its way to {target}, and {node} does not hold this key',
    zh: '槽 {slot} 正在迁往 {target}，{node} 上没有这个键',
  },
  'slot-errors.ask.next': {en: '@{target} ASKING, then {line}', zh: '@{target} ASKING，然后 {line}'},
  'slot-errors.ask.long': {
    en: 'While a slot is on its way, its old owner answers for the keys it still holds and sends everybody else to the new one with ASK. The new one serves a slot that is not its own yet only right after ASKING, and for one command. ASK counts for this command alone: a client keeps its map of the slots, because the next key may still be with the old owner.',
    zh: '槽在迁移时，原负责者只回答仍在自己这里的键，其余的用 ASK 指向新节点。新节点对尚不属于自己的槽，只在 ASKING 之后执行紧接着的一条命令。ASK 只对这一条命令有效：客户端不更新槽映射，因为下一个键可能还在原节点上。',
  },
  'slot-errors.tryagain': {
    en: 'slot {slot} is on its way, and {node} does not hold all these keys',
    zh: '槽 {slot} 正在迁移，{node} 上没有全部这些键',
  },
  'slot-errors.tryagain.next': {
    en: 'one key at a time, or again when the move is over',
    zh: '逐个键执行，或等迁移结束后重试',
  },
  'slot-errors.tryagain.long': {
    en: 'The keys of this command are in one slot, but the slot is on its way and they are split between its old and its new owner. Neither can run the command alone, and there is no node to send the client to. Clients wait a moment and try again; commands with one key are answered all the time.',
    zh: '这条命令的键都在同一个槽，但该槽正在迁移，键分散在新旧两个节点上。任何一方都无法单独执行，也没有可以重定向的节点。客户端应稍后重试；只涉及一个键的命令始终可以执行。',
  },
  'slot-errors.crossslot': {
    en: 'the keys of this command are in different slots',
    zh: '这条命令的键分布在不同的槽',
  },
  'slot-errors.crossslot.keys': {
    en: '{one} is in slot {oneSlot}, {other} in slot {otherSlot}',
    zh: '{one} 在槽 {oneSlot}，{other} 在槽 {otherSlot}',
  },
  'slot-errors.crossslot.next': {
    en: 'one key at a time, or a common hash tag: {example}',
    zh: '逐个键执行，或使用相同的哈希标签：{example}',
  },
  'slot-errors.crossslot.long': {
    en: 'In a cluster a command may only touch keys of one slot, because only they are sure to stay on one node; that both slots are on the same node now does not help. Of a key with braces only what stands between them is hashed, so keys with the same hash tag share a slot. Else the command is split: one for each slot.',
    zh: '在集群中，一条命令只能访问同一个槽的键，因为只有它们保证始终在同一节点上；即使两个槽现在恰好在同一节点也不行。键名含花括号时只对括号内的部分计算哈希，因此哈希标签相同的键在同一个槽。否则应按槽拆分命令。',
  },
  'slot-errors.unserved': {
    en: 'no node serves the slot of this key',
    zh: '没有节点负责这个键的槽',
  },
  'slot-errors.unserved.count': {
    en: 'no node serves slot {slot}; {node} sees {assigned} of 16384 assigned',
    zh: '没有节点负责槽 {slot}；{node} 看到 16384 个槽中已分配 {assigned} 个',
  },
  'slot-errors.unserved.long': {
    en: 'As far as this node knows, the slot of the key was given to nobody. That is how a cluster begins; later it means that slots were taken away, or that the word of who has them has not come here yet. CLUSTER ADDSLOTSRANGE gives slots to the node it is sent to; CLUSTER NODES shows who has which.',
    zh: '就该节点所知，这个键的槽没有分配给任何节点。集群刚建立时就是这样；之后出现则说明槽被移除，或归属信息尚未传到这里。CLUSTER ADDSLOTSRANGE 把槽分配给接收命令的节点；CLUSTER NODES 显示各节点拥有的槽。',
  },
  'slot-errors.down.unassigned': {
    en: '{node} says cluster_state:fail: only {assigned} of 16384 slots are assigned',
    zh: '{node} 显示 cluster_state:fail：16384 个槽只分配了 {assigned} 个',
  },
  'slot-errors.down.failed': {
    en: '{node} says cluster_state:fail: {down} failed, and {slots} slots with it',
    zh: '{node} 显示 cluster_state:fail：{down} 已下线，{slots} 个槽无人负责',
  },
  'slot-errors.down.minority': {
    en: '{node} says cluster_state:fail: it reaches too few masters ({slots} slots away)',
    zh: '{node} 显示 cluster_state:fail：可达的主节点不足半数（{slots} 个槽失联）',
  },
  'slot-errors.down.joining': {
    en: '{node} waits: who starts or comes back looks around before it serves',
    zh: '{node} 正在等待：刚启动或刚恢复的节点会先确认集群状况再提供服务',
  },
  'slot-errors.down.election': {
    en: 'its replica is being elected, try again in some seconds',
    zh: '它的从节点正在选举，几秒后重试',
  },
  'slot-errors.down.soon': {en: 'try again in two seconds', zh: '两秒后重试'},
  'slot-errors.down.assign': {
    en: 'give the rest to a master with CLUSTER ADDSLOTSRANGE',
    zh: '用 CLUSTER ADDSLOTSRANGE 把剩余的槽分配给主节点',
  },
  'slot-errors.down.long': {
    en: 'A node serves keys only while it holds the cluster for whole: every slot has a living master, and it reaches most of the masters. Else it refuses every key, its own too (cluster-require-full-coverage yes), so that a part that was cut off does not go on by itself. It ends when a replica is elected, a node comes back, or somebody orders CLUSTER FAILOVER TAKEOVER; cluster-require-full-coverage no keeps the living slots served meanwhile.',
    zh: '只有当节点认为集群完整时才提供键的读写：每个槽都有存活的主节点，且自己能连上多数主节点。否则它拒绝所有键，包括自己负责的（cluster-require-full-coverage yes），以免被隔离的部分各自为政。从节点当选、节点恢复，或执行 CLUSTER FAILOVER TAKEOVER 后即可恢复；设为 cluster-require-full-coverage no 时，其余的槽在此期间继续服务。',
  },
  'slot-errors.down.reads.long': {
    en: 'The cluster is down for this node, and cluster-allow-reads-when-down yes lets it answer reads of its own slots all the same, perhaps with old data. Writes wait until every slot has a living master again: what was written now could be lost when the other side goes on without this node.',
    zh: '在该节点看来集群已下线，但 cluster-allow-reads-when-down yes 允许它继续响应自己槽的读请求，数据可能不是最新的。写请求要等每个槽都重新有存活的主节点：此时写入的数据可能在另一侧继续运行后丢失。',
  },
  'slot-errors.redirect': {
    en: '{node} is a replica that sends its clients to {target}',
    zh: '{node} 是从节点，要求客户端访问 {target}',
  },
  'slot-errors.redirect.long': {
    en: 'Valkey 8 and newer: a replica without cluster mode answers so to a client that has said CLIENT CAPA redirect. It stands in the place of the READONLY error, or of a stale answer: the client goes to the master that is named.',
    zh: 'Valkey 8 及更新版本：非集群模式的从节点对声明过 CLIENT CAPA redirect 的客户端这样回答，代替 READONLY 错误或旧数据：客户端应访问所指的主节点。',
  },
  'slot-errors.oneDatabase': {
    en: 'a cluster has one database, number 0',
    zh: '集群只有一个数据库，编号为 0',
  },
  'slot-errors.oneDatabase.long': {
    en: 'A cluster finds a key by its slot alone, and a slot does not know of databases; so SELECT and SWAPDB are refused in cluster mode. Keep kinds of keys apart by the beginning of their names: cart:…, session:…',
    zh: '集群只按槽定位键，槽没有数据库之分，因此集群模式下拒绝 SELECT 和 SWAPDB。可以用键名前缀区分不同的数据：cart:…、session:…',
  },
  'slot-errors.script': {
    en: 'the script reached for a key that is not its own on {node}',
    zh: '脚本访问了未声明、或不在 {node} 上的键',
  },
  'slot-errors.script.long': {
    en: 'In a cluster a script is sent to a node by the keys it declares (KEYS), and may touch no other slot: the node could not know beforehand that it has them. Pass every key in KEYS, and let them share one hash tag.',
    zh: '在集群中，脚本按其声明的键（KEYS）发送到节点，不能访问其他槽：节点无法预先知道自己是否拥有那些键。请把所有键都放进 KEYS，并使用相同的哈希标签。',
  },
  'slot-errors.sortBy': {
    en: 'SORT would read keys by a pattern, and they may be in other slots',
    zh: 'SORT 会按模式读取其他键，它们可能在别的槽',
  },
  'slot-errors.sortBy.long': {
    en: 'BY and GET of SORT make names of keys while the command runs; a cluster node cannot know beforehand in which slots they are. Keep what is sorted by in a sorted set, or sort in the client.',
    zh: 'SORT 的 BY 和 GET 在执行时才生成键名，集群节点无法预知它们在哪些槽。可以把排序依据存入有序集合，或在客户端排序。',
  },
  'slot-errors.notClustered': {
    en: '{node} runs without cluster mode',
    zh: '{node} 没有启用集群模式',
  },
  'slot-errors.notClustered.long': {
    en: 'CLUSTER, READONLY, READWRITE and ASKING are for a node that was started with cluster-enabled yes. It cannot be switched on while the server runs: it decides how keys are stored. Without it replicas follow by REPLICAOF.',
    zh: 'CLUSTER、READONLY、READWRITE、ASKING 只适用于以 cluster-enabled yes 启动的节点。运行中无法开启：它决定键的存储方式。没有集群模式时，用 REPLICAOF 建立复制。',
  },
} as const
