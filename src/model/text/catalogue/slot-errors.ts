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
  'slot-errors.moved.paused': {
    en: 'slot {slot} still belongs to {owner}, which is paused',
    zh: '槽 {slot} 仍属于 {owner}，而它处于暂停状态',
  },
  'slot-errors.moved.announced': {
    en: 'slot {slot} is served by {owner}, not by {node}; it announces itself as {address}',
    zh: '槽 {slot} 由 {owner} 负责，不由 {node} 负责；它公布的地址是 {address}',
  },
  'slot-errors.moved.since': {
    en: 'slot {slot} has changed its owner since: {other} serves it now',
    zh: '槽 {slot} 的归属已变化：现在由 {other} 负责',
  },
  'slot-errors.ask.over': {
    en: 'slot {slot} is not being moved any more: {owner} serves it',
    zh: '槽 {slot} 已不在迁移中：由 {owner} 负责',
  },
  'slot-errors.moved.outside': {
    en: 'slot {slot} is served by {owner}, a node that is not of this lab',
    zh: '槽 {slot} 由 {owner} 负责，它不是本实验室的节点',
  },
  'slot-errors.moved.outside.next': {
    en: 'the lab only reads there; use {redis-cli} -p {owner} in another terminal',
    zh: '实验室只从它读取；请在另一个终端用 {redis-cli} -p {owner}',
  },
  'slot-errors.moved.mutual': {
    en: '{node} and {owner} each name the other for slot {slot}: nobody serves it',
    zh: '{node} 和 {owner} 互称槽 {slot} 由对方负责：没有节点负责它',
  },
  'slot-errors.moved.circle': {
    en: '{node} names {owner} for slot {slot}, {owner} names {other}: nobody serves it',
    zh: '{node} 认为槽 {slot} 由 {owner} 负责，{owner} 认为由 {other} 负责：没有节点负责它',
  },
  'slot-errors.moved.disowned': {
    en: '{node} names {owner} for slot {slot}, but {owner} knows no owner: nobody serves it',
    zh: '{node} 认为槽 {slot} 由 {owner} 负责，而 {owner} 认为它未分配：没有节点负责它',
  },
  'slot-errors.moved.late': {
    en: '{other} serves slot {slot}; {node} still names {owner}',
    zh: '槽 {slot} 由 {other} 负责；{node} 仍认为由 {owner} 负责',
  },
  'slot-errors.moved.both': {
    en: '{owner} and {other} both claim slot {slot}; the one with the higher epoch will keep it',
    zh: '{owner} 和 {other} 都声称负责槽 {slot}；纪元较大的一方会保留它',
  },
  'slot-errors.moved.importing': {
    en: 'slot {slot} still belongs to {owner}; {node} is importing it and serves its keys only right after ASKING',
    zh: '槽 {slot} 仍由 {owner} 负责；{node} 正在导入它，只有紧跟在 ASKING 之后的命令才执行',
  },
  'slot-errors.moved.importing.next': {
    en: '{line} first; if that returns ASK, @{node} ASKING, then {there}',
    zh: '先 {line}；如果返回 ASK，再 @{node} ASKING，然后 {there}',
  },
  'slot-errors.moved.halfOpen': {
    en: 'slot {slot} belongs to {owner}, which is moving it to {node}, but {node} is not importing it',
    zh: '槽 {slot} 由 {owner} 负责，正在迁往 {node}，但 {node} 没有处于导入状态',
  },
  'slot-errors.moved.next': {en: '{line}, or /cluster on', zh: '{line}，或 /cluster on'},
  'slot-errors.moved.wait': {
    en: 'a replica may take over in a few seconds; or /start {owner}',
    zh: '它的从节点可能在几秒内接管；或 /start {owner}',
  },
  'slot-errors.moved.long': {
    en: 'Each master serves a part of the 16384 slots. No node forwards a command: it returns the owner of the slot, and the client asks there. MOVED is permanent: a cluster client notes the owner and goes there directly from then on. A replica redirects to its master too, even reads, unless the connection has sent READONLY. {redis-cli} follows redirects with -c, this prompt with /cluster on.',
    zh: '每个主节点负责 16384 个槽中的一部分。节点不会转发命令，只返回槽由谁负责，客户端再去那里执行。MOVED 是永久重定向：集群客户端会记下新的负责者，以后直接访问它。从节点也会把命令（包括读请求）重定向到主节点，除非该连接执行过 READONLY。{redis-cli} 加 -c 会跟随重定向；在这里用 /cluster on。',
  },
  'slot-errors.ask': {
    en: 'slot {slot} is being moved to {target}, and {node} does not have this key',
    zh: '槽 {slot} 正在迁往 {target}，{node} 上没有这个键',
  },
  'slot-errors.ask.next': {en: '@{target} ASKING, then {line}', zh: '@{target} ASKING，然后 {line}'},
  'slot-errors.ask.long': {
    en: 'While a slot is being moved, its old owner serves the keys it still has and redirects other keys to the new owner with ASK. The new owner does not own the slot yet, so it serves one command, and only right after ASKING. ASK is temporary: a client keeps its slot map, because the next key may still be on the old owner.',
    zh: '槽在迁移时，原负责者只处理仍在自己这里的键，其余的用 ASK 重定向到新节点。新节点对尚不属于自己的槽，只在 ASKING 之后执行紧接着的一条命令。ASK 是临时重定向：客户端不更新槽位映射表，因为下一个键可能还在原节点上。',
  },
  'slot-errors.tryagain': {
    en: 'slot {slot} is being moved, and {node} does not have all of these keys',
    zh: '槽 {slot} 正在迁移，{node} 上没有全部这些键',
  },
  'slot-errors.tryagain.next': {
    en: 'one key at a time, or again after the move',
    zh: '逐个键执行，或等迁移结束后重试',
  },
  'slot-errors.tryagain.long': {
    en: 'The keys of this command are in one slot, but the slot is being moved, and they are split between its old and new owner. Neither can run the command alone, and no redirect would help. Clients wait a moment and try again; commands with one key always work.',
    zh: '这条命令的键都在同一个槽，但该槽正在迁移，键分散在新旧两个节点上。任何一方都无法单独执行，也没有节点可以重定向。客户端应稍后重试；只涉及一个键的命令始终可以执行。',
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
    en: 'one key at a time, or a shared hash tag: {example}',
    zh: '逐个键执行，或使用相同的哈希标签：{example}',
  },
  'slot-errors.crossslot.long': {
    en: 'In a cluster, a command may use keys of one slot only, because only they always stay on one node. It does not help that both slots are on the same node now. If a key has braces, only the part between them is hashed, so keys with the same hash tag share a slot. Otherwise split the command: one for each slot.',
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
  'slot-errors.unserved.elsewhere': {
    en: '{node} knew no owner of slot {slot}; {owner} serves it',
    zh: '{node} 当时不知道槽 {slot} 由谁负责；它由 {owner} 负责',
  },
  'slot-errors.unserved.long': {
    en: 'As far as this node knows, the slot of the key has no owner. That is normal in a new cluster. Later it means that slots were removed, or that this node has not yet heard of their owner. CLUSTER ADDSLOTSRANGE assigns slots to the node that receives it; CLUSTER NODES shows the owners.',
    zh: '就该节点所知，这个键的槽没有分配给任何节点。集群刚建立时就是这样；之后出现则说明槽被移除，或归属信息尚未传到这里。CLUSTER ADDSLOTSRANGE 把槽分配给接收命令的节点；CLUSTER NODES 显示槽的归属。',
  },
  'slot-errors.down.unassigned': {
    en: '{node} reports cluster_state:fail: only {assigned} of 16384 slots are assigned',
    zh: '{node} 的 cluster_state 是 fail：16384 个槽只分配了 {assigned} 个',
  },
  'slot-errors.down.failed': {
    en: '{node} reports cluster_state:fail: it marks {down} as fail, with {slots} {slots|slot|slots}',
    zh: '{node} 的 cluster_state 是 fail：它把 {down} 标为 fail，{slots} 个槽无人负责',
  },
  'slot-errors.down.minority': {
    en: '{node} reports cluster_state:fail: it reaches too few masters ({slots} {slots|slot|slots} unreachable)',
    zh: '{node} 的 cluster_state 是 fail：可达的主节点未过半数（{slots} 个槽不可达）',
  },
  'slot-errors.down.joining': {
    en: '{node} waits: after a start or a return, a node checks the cluster before it serves',
    zh: '{node} 正在等待：刚启动或刚恢复的节点会先确认集群状况再提供服务',
  },
  'slot-errors.down.cut': {
    en: 'the wires of {node} are cut: /heal {node}',
    zh: '{node} 的链路被切断：/heal {node}',
  },
  'slot-errors.down.election': {
    en: 'its replica can take over; try again in a few seconds',
    zh: '它的从节点可以接管，几秒后重试',
  },
  'slot-errors.down.soon': {en: 'try again in two seconds', zh: '两秒后重试'},
  'slot-errors.down.assign': {
    en: 'assign the others to a master with CLUSTER ADDSLOTSRANGE',
    zh: '用 CLUSTER ADDSLOTSRANGE 把剩余的槽分配给主节点',
  },
  'slot-errors.down.long': {
    en: 'A node serves keys only while every slot has a living master and it reaches most masters. Otherwise it refuses all keys, its own too (cluster-require-full-coverage yes), so that a part that is cut off does not go on alone. This ends when a replica is elected, a node returns, or somebody runs CLUSTER FAILOVER TAKEOVER. With cluster-require-full-coverage no, the side that reaches most masters still serves its slots.',
    zh: '只有当每个槽都有存活的主节点，且自己能连上多数主节点时，节点才提供键的读写。否则它拒绝所有键，包括自己负责的（cluster-require-full-coverage yes），以免被隔离的部分单独运行。从节点当选、节点恢复，或执行 CLUSTER FAILOVER TAKEOVER 后即可恢复。设为 cluster-require-full-coverage no 时，能连上多数主节点的一侧仍为其余的槽提供服务。',
  },
  'slot-errors.down.reads.long': {
    en: 'For this node the cluster is down, but cluster-allow-reads-when-down yes lets it serve reads of its own slots, perhaps with old data. Writes must wait until every slot has a living master again: if the other side continues without this node, a write made now could be lost.',
    zh: '在该节点看来集群不可用，但 cluster-allow-reads-when-down yes 允许它继续响应自己槽的读请求，数据可能不是最新的。写请求要等每个槽都重新有存活的主节点：此时写入的数据可能在另一侧继续运行后丢失。',
  },
  'slot-errors.redirect': {
    en: '{node} is a replica that redirects its clients to {target}',
    zh: '{node} 是从节点，将客户端重定向到 {target}',
  },
  'slot-errors.redirect.long': {
    en: 'Only since {redirect}: without cluster mode, a replica returns this to a client that has sent CLIENT CAPA redirect. It replaces the READONLY error or a stale read. The client should go to the master named.',
    zh: '从 {redirect} 起才有：非集群模式的从节点对执行过 CLIENT CAPA redirect 的客户端返回此错误，代替 READONLY 错误或旧数据。客户端应访问所指的主节点。',
  },
  'slot-errors.oneDatabase': {
    en: 'this cluster has one database, number 0',
    zh: '该集群只有一个数据库，编号为 0',
  },
  'slot-errors.oneDatabase.long': {
    en: 'A cluster finds a key by its slot, without regard to databases. So it has only database 0 and refuses SELECT of another one (since {clusterDatabases}, cluster-databases allows more), and SWAPDB. Tell kinds of keys apart by a prefix: cart:…, session:…',
    zh: '集群只按槽定位键，与数据库无关，因此只有 0 号数据库，并拒绝 SELECT 其他数据库（从 {clusterDatabases} 起可用 cluster-databases 设置更多）以及 SWAPDB。可以用键名前缀区分不同的数据：cart:…、session:…',
  },
  'slot-errors.script': {
    en: 'the script used a key that it did not declare or that is not on {node}',
    zh: '脚本访问了未声明、或不在 {node} 上的键',
  },
  'slot-errors.script.long': {
    en: 'In a cluster, a client chooses the node for a script by the keys that are declared (KEYS). A key that only the script itself names may belong to another node, and then it is refused. Pass every key in KEYS, and give them one hash tag.',
    zh: '在集群中，客户端按声明的键（KEYS）选择执行脚本的节点。只在脚本内部出现的键可能属于其他节点，这时会被拒绝。请把所有键都放进 KEYS，并使用相同的哈希标签。',
  },
  'slot-errors.sortBy': {
    en: 'SORT would read keys by a pattern, and they may be in other slots',
    zh: 'SORT 会按模式读取其他键，它们可能在别的槽',
  },
  'slot-errors.sortBy.long': {
    en: "SORT's BY and GET build key names while the command runs, so a cluster node cannot know their slots in advance. Since {sortByTag}, it accepts a pattern with the hash tag of the sorted key. Otherwise keep the sort order in a sorted set, or sort in the client.",
    zh: 'SORT 的 BY 和 GET 在执行时才生成键名，集群节点无法预知它们在哪些槽。从 {sortByTag} 起，哈希标签与被排序的键相同的模式可以使用。否则可以把排序依据存入有序集合，或在客户端排序。',
  },
  'slot-errors.notClustered': {
    en: '{node} runs without cluster mode',
    zh: '{node} 没有启用集群模式',
  },
  'slot-errors.notClustered.long': {
    en: 'This command needs a node that was started with cluster-enabled yes. That cannot be changed while the server runs, because it decides how keys are stored. Without cluster mode, use REPLICAOF to make replicas.',
    zh: '这个命令只适用于以 cluster-enabled yes 启动的节点。运行中无法修改，因为它决定键的存储方式。没有集群模式时，用 REPLICAOF 建立复制。',
  },
} as const
