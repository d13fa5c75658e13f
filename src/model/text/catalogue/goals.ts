// What goals say while they are not met: the node, what it shows, what is expected.

export const goalsText = {
  'goals.linkPasses': {
    en: 'what {from} sends still reaches {to}; /wires shows what is cut',
    zh: '{from} 发出的数据仍能到达 {to}；/wires 显示已切断的链路',
  },
  'goals.linkNotWhole': {
    en: 'not whole yet: {links}; /heal repairs everything',
    zh: '链路尚未恢复：{links}；/heal 恢复全部链路',
  },
  'goals.linkNotSlow': {
    en: 'what {from} sends to {to} does not arrive late',
    zh: '{from} 发给 {to} 的数据没有延迟',
  },
  'goals.slotsNotContested': {
    en: '{node} is not the second master of the same slots',
    zh: '{node} 与另一节点并未同时以主节点身份负责相同的槽',
  },
  'goals.viewNotAsked': {
    en: 'CLUSTER NODES has not been run on a master in this step yet',
    zh: '本步骤中还没有在主节点上执行 CLUSTER NODES',
  },
  'goals.viewOfReplica': {
    en: 'CLUSTER NODES has not been run on a replica in this step yet',
    zh: '本步骤中还没有在从节点上执行 CLUSTER NODES',
  },
  'goals.writtenWhileUp': {
    en: 'your write came while {node} was up, so it missed nothing; /kill {node}, and write before you start it',
    zh: '写入时 {node} 正在运行，所以它什么也没错过；请执行 /kill {node}，写入之后再启动它',
  },
  'goals.writtenTooEarly': {
    en: 'your write came while {node} was still up; write once more now that it is down',
    zh: '写入时 {node} 还在运行；现在它已停止，请再写一次',
  },
  'goals.logNotRead': {
    en: '/log has not been run on {nodes} in this step yet',
    zh: '本步骤中还没有用 /log 看过 {nodes} 的日志',
  },
  'goals.slotNotAsked': {
    en: 'CLUSTER KEYSLOT {key} has not been run in this step yet',
    zh: '本步骤中还没有执行 CLUSTER KEYSLOT {key}',
  },
  'goals.nobodyHasKeys': {en: 'no node has a key', zh: '没有节点有键'},
  'goals.apartWithoutKey': {
    en: 'the nodes are apart, so none takes a key any more',
    zh: '节点已经拆开，哪个都不能再写入键',
  },
  'goals.knowsFewer': {
    en: 'nodes that {node} has links to, itself included: {actual} of {least}',
    zh: '{node} 与 {least} 个节点中的 {actual} 个（含自己）建立了连接',
  },
  'goals.knowsOthers': {
    en: '{node} still knows {others} other {others|node|nodes}',
    zh: '{node} 还认识 {others} 个其他节点',
  },
  'goals.servesSlots': {en: '{node} still serves slots', zh: '{node} 还负责着槽'},
  'goals.noSlots': {en: '{node} serves no slot yet', zh: '{node} 还没有槽'},
  'goals.slotsMissing': {
    en: 'slots that {node} knows a master for: {actual} of {least}',
    zh: '{node} 知道 {least} 个槽中的 {actual} 个归谁负责',
  },
  'goals.noReplica': {en: '{node} has no replica whose link is up yet', zh: '{node} 还没有连接正常的从节点'},
  'goals.sameProcess': {
    en: '{node} still runs in the process that it had when the step began; restart it',
    zh: '{node} 仍是步骤开始时的进程；请重启它',
  },
  'goals.toldByCommand': {
    en: 'the process of {node} was sent {command}; expected: only its files tell it',
    zh: '{node} 的进程收到过 {command}；应当只由它的文件决定',
  },
  'goals.noKeys': {en: '{node} has no key yet', zh: '{node} 还没有键'},
  'goals.stillKeys': {
    en: '{node} has {actual} {actual|key|keys}; expected none',
    zh: '{node} 有 {actual} 个键；应当没有',
  },
  'goals.keysFewer': {
    en: '{node} has {actual} {actual|key|keys}, fewer than the {before} at the start; expected {least}. /reset starts over',
    zh: '{node} 有 {actual} 个键，比开始时的 {before} 个少；应有 {least} 个。/reset 可重新开始',
  },
  'goals.notUnder': {
    en: '{node} does not see {replica} as a replica of {master} yet',
    zh: '{node} 尚未把 {replica} 视为 {master} 的从节点',
  },
  'goals.fewerKeys': {
    en: '{node} has {actual} {actual|key|keys}; at the start there were {least}',
    zh: '{node} 有 {actual} 个键；开始时有 {least} 个',
  },
  'goals.tooOldToElect': {
    en: '{node} lost its link to {master} {seconds} s ago: its data counts as too old, so it can no longer be elected',
    zh: '{node} 与 {master} 的连接已断开 {seconds} 秒：数据被视为过旧，不能再当选',
  },
  'goals.notBehind': {
    en: '{node} is not behind {master} right now',
    zh: '{node} 此刻没有落后于 {master}',
  },
  'goals.notTried': {
    en: 'attempts on {nodes}: {actual}; expected {times}',
    zh: '在 {nodes} 上尝试了 {actual} 次；应有 {times} 次',
  },
  'goals.notSent': {
    en: '{node} has not been sent a command with such a key in this step yet',
    zh: '本步骤中还没有在 {node} 上读写过这样的键',
  },
  'goals.noReadOf': {
    en: '{node}: no read of a key of {to} in this step yet',
    zh: '{node}：本步骤中还没有试过读取属于 {to} 的键',
  },
  'goals.noWriteOf': {
    en: '{node}: no write to a key of {to} in this step yet',
    zh: '{node}：本步骤中还没有试过写入属于 {to} 的键',
  },
  'goals.noWriteWithReadonly': {
    en: '{node}: no write to a key of {to} while READONLY was in effect',
    zh: '{node}：READONLY 有效期间，还没有试过写入属于 {to} 的键',
  },
  'goals.noDemand': {
    en: '{node} requires no replicas: INFO replication has no min_slaves_good_slaves',
    zh: '{node} 没有要求从节点数量：INFO replication 中没有 min_slaves_good_slaves',
  },
  'goals.promoted': {
    en: '{node} reports role:master; expected a replica without a master',
    zh: '{node} 的 role 是 master；应为没有主节点的从节点',
  },
  'goals.linkUp': {
    en: '{node} reports master_link_status:up; expected down',
    zh: '{node} 的 master_link_status 是 up；应为 down',
  },
  'goals.downSince': {
    en: '{node} reports master_link_down_since_seconds:{actual}; expected {least}',
    zh: '{node} 的 master_link_down_since_seconds 是 {actual}；应达到 {least}',
  },
  'goals.notAhead': {
    en: '{node} does not have more of the history than {other}',
    zh: '{node} 的复制历史并不比 {other} 多',
  },
  'goals.gone': {
    en: 'no running node can continue from byte {byte}',
    zh: '正在运行的节点中，已没有哪个能从第 {byte} 字节继续',
  },
  'goals.nobodyYet': {
    en: 'no master continues from byte {byte} yet',
    zh: '还没有主节点从第 {byte} 字节继续',
  },
  'goals.noOwnWrite': {
    en: '{node} has taken no write since it was started again',
    zh: '{node} 重新启动后还没有接受过写入',
  },
  'goals.noMoreKeys': {
    en: '{node} has {keys} {keys|key|keys}, {other} has {less}; expected one more on {node}',
    zh: '{node} 有 {keys} 个键，{other} 有 {less} 个；{node} 应多一个',
  },
  'goals.slotGrew': {
    en: '{node} has {actual} new {actual|key|keys} in slot {slot}; expected {least}',
    zh: '{node} 的槽 {slot} 新增了 {actual} 个键；应为 {least} 个',
  },
  'goals.holdsNone': {
    en: '{node} has no keys in slot {slot}; expected at least one',
    zh: '{node} 在槽 {slot} 中没有键；应至少有一个',
  },
  'goals.slotKeysMoved': {
    en: 'slot {slot}: {left} {left|key|keys} left on {from}, {actual} of {wanted} on {to}; expected 0 and {wanted}',
    zh: '槽 {slot}：{from} 上还有 {left} 个键，{to} 上有 {actual} 个；应为 0 个和 {wanted} 个',
  },
  'goals.slotKeysGone': {
    en: '{to} already serves slot {slot}, but has only {actual} of its {wanted} keys: {from} has deleted the rest',
    zh: '{to} 已经负责槽 {slot}，却只有 {wanted} 个键中的 {actual} 个：其余的已被 {from} 删除',
  },
  'goals.slotOpen': {
    en: '{node} still shows {actual} in CLUSTER NODES; expected no brackets for slot {slot}',
    zh: '{node} 的 CLUSTER NODES 仍显示 {actual}；槽 {slot} 不应再有方括号',
  },
  'goals.isReplica': {
    en: '{node} is a replica of {master}; expected role:master',
    zh: '{node} 是 {master} 的从节点；role 应为 master',
  },
  'goals.isMaster': {
    en: '{node} is a master; expected a replica of {wanted}',
    zh: '{node} 是主节点；应为 {wanted} 的从节点',
  },
  'goals.followsOther': {
    en: '{node} reports master_port:{actual}; expected {wanted}',
    zh: '{node} 的 master_port 是 {actual}；应为 {wanted}',
  },
  'goals.linkDown': {
    en: '{node} reports master_link_status:down; expected up',
    zh: '{node} 的 master_link_status 是 down；应为 up',
  },
  'goals.syncing': {
    en: '{node} reports master_link_status:down, its master state={state}; expected up',
    zh: '{node} 的 master_link_status 是 down，主节点显示 state={state}；应为 up',
  },
  'goals.notOnline': {
    en: '{node} shows {replica} with state={state}; expected online',
    zh: '{node} 上 {replica} 的 state={state}；应为 online',
  },
  'goals.behind': {
    en: '{node} is {behind} {behind|byte|bytes} behind {master}; expected 0',
    zh: '{node} 比 {master} 落后 {behind} 字节；应为 0',
  },
  'goals.twoHistories': {
    en: '{node} has master_replid:{actual}…, but {master} has another history: {wanted}…',
    zh: '{node} 的 master_replid 为 {actual}…，与 {master} 的复制历史 {wanted}… 不同',
  },
  'goals.sameHistory': {
    en: '{node} still has the history {actual}…; expected a new one',
    zh: '{node} 的复制 ID 仍是 {actual}…；应为新的',
  },
  'goals.noFullForLack': {
    en: '{node}: no full resynchronization for lack of backlog yet',
    zh: '{node}：还没有因积压缓冲区不够而做全量同步',
  },
  'goals.offsetGrew': {
    en: 'at least {actual} {actual|byte|bytes} written on {node}, pings not counted; expected {least} or more',
    zh: '{node} 上至少写入了 {actual} 字节（PING 不算）；应至少写入 {least} 字节',
  },
  'goals.keysGrew': {
    en: '{node} has {actual} new {actual|key|keys}; expected {least} or more',
    zh: '{node} 新增了 {actual} 个键；应至少新增 {least} 个',
  },
  'goals.notReadFrom': {
    en: '{node}: no key has been read here in this step yet (keyspace_hits)',
    zh: '{node}：本步骤中还没有在这里读到键（keyspace_hits）',
  },
  'goals.keyNotRead': {
    en: '{node}: {key} has not been read here in this step yet',
    zh: '{node}：本步骤中还没有在这里读到 {key}',
  },
  'goals.notMissed': {
    en: '{node}: {key} has not been looked for here in this step yet (keyspace_misses)',
    zh: '{node}：本步骤中还没有在这里查找过 {key}（keyspace_misses）',
  },
  'goals.waitTooEarly': {
    en: '{node}: WAIT ran before the write; run it again after it',
    zh: '{node}：WAIT 是在写入之前执行的；写入之后再执行一次',
  },
  'goals.notWaitedAgain': {
    en: '{node}: no WAIT has counted {count} replicas since one counted fewer than asked',
    zh: '{node}：返回的个数少于要求之后，还没有 WAIT 数到 {count} 个从节点',
  },
  'goals.readTooEarly': {
    en: '{node} was read before its master went down; read once more',
    zh: '{node} 上的读取发生在主节点停止之前；请再读一次',
  },
  'goals.waitCountedAll': {
    en: '{node}: WAIT counted all replicas; write first, on the same connection',
    zh: '{node}：WAIT 数到了全部从节点；请先在同一个连接上写入',
  },
  'goals.allGood': {
    en: '{node} counts {good} good {good|replica|replicas}; none has been lost yet',
    zh: '{node} 统计到 {good} 个合格的从节点；还没有失去从节点',
  },
  'goals.notAsked': {
    en: '{node}: neither INFO replication nor ROLE has been run here in this step yet',
    zh: '{node}：本步骤中还没有在这里执行 INFO replication 或 ROLE',
  },
  'goals.otherSection': {
    en: '{node}: INFO did not print the section Replication; expected INFO replication',
    zh: '{node}：INFO 没有输出 Replication 小节；应为 INFO replication',
  },
  'goals.noFullSync': {
    en: 'sync_full of {node} grew by {actual}; expected {least}',
    zh: '{node} 的 sync_full 增加了 {actual}；应增加 {least}',
  },
  'goals.noPartialSync': {
    en: 'sync_partial_ok of {node} grew by {actual}; expected {least}',
    zh: '{node} 的 sync_partial_ok 增加了 {actual}；应增加 {least}',
  },
  'goals.otherHistory': {
    en: '{node} has master_replid2:{actual}…; expected {wanted}…, the history of {other} when the step began',
    zh: '{node} 的 master_replid2 为 {actual}…；应为 {wanted}…，即步骤开始时 {other} 的历史',
  },
  'goals.historyGone': {
    en: 'no node has the history any more that {other} had when the step began ({id}…): it ended with its processes',
    zh: '步骤开始时 {other} 的历史（{id}…）已经没有节点保留：它随进程一起消失了',
  },
  'goals.stillRuns': {
    en: '{node} is still running; expected down',
    zh: '{node} 仍在运行；应为已停止',
  },
  'goals.clusterState': {
    en: '{node} reports cluster_state:{state}; expected {wanted}',
    zh: '{node} 的 cluster_state 是 {state}；应为 {wanted}',
  },
  'goals.slotsNotOk': {
    en: '{node} reports cluster_slots_ok:{actual}; expected {wanted}',
    zh: '{node} 的 cluster_slots_ok 是 {actual}；应为 {wanted}',
  },
  'goals.oddNode': {
    en: '{node} lists {other} as {flags}, or under an id that no node has',
    zh: '{node} 把 {other} 列为 {flags}，或它的 id 不属于任何节点',
  },
  'goals.knowsFew': {
    en: '{node} knows {actual} {actual|node|nodes}; expected {wanted}',
    zh: '{node} 知道 {actual} 个节点；应为 {wanted} 个',
  },
  'goals.noError': {en: '{node} has not returned {error}', zh: '{node} 没有返回过 {error}'},
  'goals.missesNone': {en: '{node} knows the address of every node', zh: '{node} 知道所有节点的地址'},
  'goals.dropsNone': {en: '{node} has all keys of its master', zh: '{node} 有主节点的全部键'},
  'goals.ownersDiffer': {
    en: '{node} and {other} do not name the same slot owners',
    zh: '{node} 与 {other} 对槽的归属看法不一',
  },
  'goals.noKnownReplica': {
    en: '{node} has no replica with its link up that every node knows',
    zh: '{node} 没有连接正常、且所有节点都知道的从节点',
  },
  'goals.idle': {
    en: '{node} is a master without slots',
    zh: '{node} 是没有槽的主节点',
  },
  'goals.noFailover': {
    en: '{node} sees {other} as nofailover: it would not take over',
    zh: '{node} 看到 {other} 带有 nofailover：它不会接管',
  },
  'goals.clientsWait': {
    en: 'the client at work had trouble within the last {seconds} s',
    zh: '客户端在最近 {seconds} 秒内仍受影响',
  },
  'goals.slotHolds': {
    en: '{node}, which serves slot {slot}, holds {actual} {actual|key|keys} of it; expected {wanted}',
    zh: '负责槽 {slot} 的 {node} 中有该槽的 {actual} 个键；应为 {wanted} 个',
  },
  'goals.copyDiffers': {
    en: '{node} has {actual} {actual|key|keys}, its master {master} has {wanted}',
    zh: '{node} 有 {actual} 个键，它的主节点 {master} 有 {wanted} 个',
  },
  'goals.seesOther': {
    en: '{node} does not see {owner} as the master of {slots} yet',
    zh: '{node} 尚未看到 {owner} 成为 {slots} 的主节点',
  },
  'goals.suspects': {
    en: '{node} still marks {other} as {flag}',
    zh: '{node} 仍把 {other} 标记为 {flag}',
  },
  'goals.notSuspected': {
    en: 'nodes that mark {node} as fail? or fail: {actual}',
    zh: '把 {node} 标记为 fail? 或 fail 的节点数：{actual}',
  },
  'goals.notMarked': {
    en: '{node} does not suspect {other} yet; expected fail',
    zh: '{node} 尚未怀疑 {other} 下线；应为 fail',
  },
  'goals.notFailed': {
    en: '{node} marks {other} as {flag}; expected fail',
    zh: '{node} 对 {other} 的标记是 {flag}；应为 fail',
  },
  'goals.noOwner': {
    en: 'no node serves slot {slot}',
    zh: '没有节点负责槽 {slot}',
  },
  'goals.noKeyInSlot': {
    en: '{node} has {actual} {actual|key|keys} in slot {slot}, none of them new',
    zh: '{node} 在槽 {slot} 中有 {actual} 个键，没有新增',
  },
  'goals.keysLeft': {
    en: '{node} still has {actual} {actual|key|keys} in slot {slot}; expected 0',
    zh: '{node} 在槽 {slot} 中还有 {actual} 个键；应为 0',
  },
  'goals.readsMasters': {
    en: 'the client reads from masters; to read from replicas: /traffic on 50 replicas',
    zh: '客户端在读主节点；要读从节点：/traffic on 50 replicas',
  },
  'goals.noStale': {
    en: 'the client has not read anything old yet',
    zh: '客户端还没有读到旧数据',
  },
  'goals.sentinelsRun': {
    en: '{actual} {actual|Sentinel runs|Sentinels run}; expected {least}',
    zh: '有 {actual} 个哨兵在运行，应至少有 {least} 个',
  },
  'goals.clientElsewhere': {
    en: 'the client writes to {at}; expected {master}',
    zh: '客户端在写 {at}，应为 {master}',
  },
  'goals.oneClient': {
    en: 'one client is running; expected several: /traffic on 20 compare',
    zh: '只有一个客户端在运行；应为多个：/traffic on 20 compare',
  },
  'goals.noRedirect': {en: 'the client was not redirected yet', zh: '客户端还没有被重定向过'},
  'goals.noRetry': {en: 'the client did not have to retry yet', zh: '客户端还没有需要重试'},
  'goals.notServed': {
    en: 'in the last second the client had errors, or commands are waiting',
    zh: '最近一秒客户端有错误，或有命令在等待',
  },
  'goals.notListed': {
    en: '{node} does not list {other} as a member yet',
    zh: '{node} 还没有把 {other} 列为成员',
  },
  'goals.listsNobody': {en: '{node} lists no other node', zh: '{node} 没有列出任何其他节点'},
  'goals.stillListed': {en: '{node} still lists {other}', zh: '{node} 仍然列着 {other}'},
  'goals.notAlone': {
    en: '{node} still lists {others} other {others|node|nodes}',
    zh: '{node} 仍然列着其他 {others} 个节点',
  },
  'goals.servesNone': {
    en: 'for {node}, {other} serves no slot yet',
    zh: '{node} 显示 {other} 还没有负责任何槽',
  },
  'goals.stillServes': {
    en: 'for {node}, {other} still serves {slots}',
    zh: '{node} 显示 {other} 仍然负责 {slots}',
  },
  'goals.anySlotOpen': {
    en: '{node} still shows {moving}: a slot is open',
    zh: '{node} 仍显示 {moving}：有一个槽还在迁移',
  },
  'goals.tooFewReplicas': {
    en: '{node} has {actual} {actual|replica|replicas}; expected {least}',
    zh: '{node} 有 {actual} 个从节点；应为 {least} 个',
  },
  'goals.slotElsewhere': {
    en: 'for {node}, slot {slot} is served by {actual}; expected {owner}',
    zh: '{node} 显示槽 {slot} 由 {actual} 负责；应为 {owner}',
  },
  'goals.notMigrating': {
    en: '{node} is not set to migrate slot {slot} to {other} yet',
    zh: '{node} 尚未设置为把槽 {slot} 迁往 {other}',
  },
  'goals.notImporting': {
    en: '{node} is not set to import slot {slot} from {other} yet',
    zh: '{node} 尚未设置为从 {other} 导入槽 {slot}',
  },
  'goals.hadNoSlots': {
    en: 'when the step began, {node} no longer owned its slots',
    zh: '本步骤开始时，槽已不归 {node}',
  },
  'goals.oneByOne': {
    en: '{node}: the keys were stored one by one; store two in one command',
    zh: '{node}：键是逐个存下的；请用一条命令同时存下两个',
  },
  'goals.notAnswered': {
    en: '{node}: no {error} reply in this step yet (INFO errorstats)',
    zh: '{node}：本步骤中还没有返回过 {error}（INFO errorstats）',
  },
  'goals.notCalled': {
    en: '{node}: {command} has not been run in this step yet (INFO commandstats)',
    zh: '{node}：本步骤中还没有执行过 {command}（INFO commandstats）',
  },
  'goals.anyNode': {en: 'any node', zh: '任一节点'},
  'goals.noHint': {en: 'no hint shown yet', zh: '还没有显示过提示'},
  'goals.nobodyAnswers': {en: 'no node responds', zh: '没有节点响应'},
  'goals.absent': {
    en: 'this stage has no node {node}. Nodes: {nodes}. `spares` adds others.',
    zh: '当前环境中没有节点 {node}。现有节点：{nodes}。用 `spares` 可以增加节点。',
  },
  'goals.silent.notStarted': {
    en: '{node} is a spare that has not been started; type /start {node}',
    zh: '{node} 是未启动的备用节点；请执行 /start {node}',
  },
  'goals.silent.notRunning': {
    en: '{node} is down: it has no process',
    zh: '{node} 已停止：没有进程',
  },
  'goals.silent.paused': {
    en: '{node} is paused: its process exists but does not respond',
    zh: '{node} 已暂停：进程还在，但没有响应',
  },
  'goals.silent.refused': {
    en: '{node} refuses connections',
    zh: '{node} 拒绝连接',
  },
  'goals.silent.noAnswer': {
    en: '{node} does not respond',
    zh: '{node} 没有响应',
  },
  'goals.silent.stranger': {
    en: "a process that is not the lab's listens on {node}",
    zh: '在 {node} 上响应的是别的进程，不属于实验室',
  },
  'goals.names': {
    en: 'Sentinel {node} names {master} as the master',
    zh: '哨兵 {node} 返回的主节点是 {master}',
  },
  'goals.namesNone': {
    en: 'the Sentinels do not name one master that answers as a master',
    zh: '各哨兵返回的主节点不一致，或它没有以主节点身份响应',
  },
  'goals.followsNamed': {
    en: '{node} does not follow {master}, the master that the Sentinels name, over a link that is up',
    zh: '{node} 尚未通过正常的连接跟随哨兵返回的主节点 {master}',
  },
  'goals.notSeenDown': {
    en: 'no Sentinel sees {node} as {as}',
    zh: '没有哨兵把 {node} 标记为 {as}',
  },
  'goals.unwatched': {
    en: '{node} does not respond, or not every Sentinel reaches it',
    zh: '{node} 没有响应，或并非每个哨兵都能联系到它',
  },
  'goals.hasMajority': {
    en: 'Sentinel {node} reaches {usable} Sentinels, itself included; a failover needs {needed} votes',
    zh: '哨兵 {node} 能联系到 {usable} 个哨兵（含自己）；故障转移需要 {needed} 票',
  },
  'goals.noSentinel': {en: 'no Sentinel responds', zh: '没有哨兵响应'},
  'goals.isSentinel': {en: '{node} is a Sentinel', zh: '{node} 是哨兵'},
  'goals.silent.locked': {
    en: '{node} asks the lab for a password',
    zh: '{node} 要求实验室提供密码',
  },
  'goals.silent.busy': {
    en: '{node} is busy with a script and serves no other commands',
    zh: '{node} 正忙于执行脚本，不处理其他命令',
  },
  'goals.silent.loading': {
    en: '{node} is loading its data',
    zh: '{node} 正在加载数据',
  },
  'goals.noClient': {
    en: 'no client is at work; to start it: /traffic on',
    zh: '没有客户端在运行；启动：/traffic on',
  },
  'goals.clientBegins': {en: 'the client opens its connections', zh: '客户端正在建立连接'},
  'goals.acknowledged': {
    en: '{actual} of its writes acknowledged; expected {least} or more',
    zh: '它的写入有 {actual} 次得到确认；应至少 {least} 次',
  },
  'goals.lostWrites': {
    en: '{actual} of the acknowledged writes lost; expected {least} or more',
    zh: '已确认的写入丢失了 {actual} 次；应至少 {least} 次',
  },
  'goals.lostSome': {
    en: '{actual} of the acknowledged writes {actual|is|are} lost; expected none',
    zh: '已确认的写入丢失了 {actual} 次；应一次也不丢',
  },
  'goals.notVerified': {
    en: 'not verified yet: the lab reads the writes back when a role changes',
    zh: '尚未核对：角色变化时实验室才读回这些写入',
  },
  'goals.nothingToLose': {
    en: 'the replica had everything that was acknowledged, so nothing was lost',
    zh: '从节点拥有全部已确认的写入，因此没有丢失',
  },
  'goals.notWrittenOn': {en: '{node}: you wrote nothing here yet', zh: '{node}：还没有在这里写入'},
  'goals.noLongWait': {
    en: '{node}: no WAIT counted a replica after half a second or more yet',
    zh: '{node}：还没有哪个 WAIT 等了半秒以上才统计到从节点',
  },
  'goals.notReadSince': {
    en: '{node}: no read was answered here since that write',
    zh: '{node}：那次写入之后，这里还没有响应过读取',
  },
  'goals.healedTooEarly': {
    en: 'the split is healed: there is one master now',
    zh: '分区已恢复：现在只有一个主节点',
  },
  'goals.heardOf': {
    en: '{node} heard from its master {seconds} s ago',
    zh: '{node} 在 {seconds} 秒前收到过主节点的数据',
  },
  'goals.electedInTime': {
    en: 'the replica was elected: its data was not too old yet',
    zh: '从节点已当选：它的数据还不算太旧',
  },
  'goals.slotsAssigned': {
    en: 'slots that {node} knows a master for: {actual}; expected none yet',
    zh: '{node} 知道 {actual} 个槽归谁负责；应为 0 个',
  },
  'goals.lostAgain': {en: 'acknowledged writes are lost', zh: '已确认的写入丢失了'},
  'goals.lostOnDisk': {en: 'acknowledged writes are not in the file', zh: '已确认的写入不在文件里'},
  'goals.clientNoError': {en: 'the client got no {error} error yet', zh: '客户端还没有收到 {error} 错误'},
  'goals.notYetAsked': {en: 'not checked yet', zh: '尚未检查'},
} as const
