// What goals say while they are not met: the node, what it shows, what is expected.

export const goalsText = {
  'goals.viewNotAsked': {
    en: 'no node was asked for CLUSTER NODES yet',
    zh: '还没有向任何节点查询 CLUSTER NODES',
  },
  'goals.notUnder': {
    en: '{node} does not see {replica} as a replica of {master} yet',
    zh: '{node} 尚未看到 {replica} 是 {master} 的从节点',
  },
  'goals.fewerKeys': {
    en: '{node} has {came} {came|key|keys}; at the start there were {least}',
    zh: '{node} 有 {came} 个键；开始时有 {least} 个',
  },
  'goals.tooOldToElect': {
    en: '{node} lost its link to {master} {seconds} s ago: its data counts as too old, and it is not elected any more',
    zh: '{node} 与 {master} 的连接已断开 {seconds} 秒：它的数据被视为过旧，不会再当选',
  },
  'goals.notBehind': {
    en: '{node} is not behind {master} at the moment',
    zh: '{node} 此刻并不落后于 {master}',
  },
  'goals.notTried': {
    en: 'tried on {nodes}: {came} of {times}',
    zh: '在 {nodes} 上试过：{came}/{times}',
  },
  'goals.noDemand': {
    en: '{node} demands no replicas: INFO replication has no min_slaves_good_slaves',
    zh: '{node} 没有对从节点提出要求：INFO replication 中没有 min_slaves_good_slaves',
  },
  'goals.promoted': {
    en: '{node} says role:master; awaited: a replica without a master',
    zh: '{node} 显示 role:master；应为没有主节点的从节点',
  },
  'goals.linkUp': {
    en: '{node} says master_link_status:up; awaited: down',
    zh: '{node} 显示 master_link_status:up；应为 down',
  },
  'goals.downSince': {
    en: '{node} says master_link_down_since_seconds:{came}; awaited: {least}',
    zh: '{node} 显示 master_link_down_since_seconds:{came}；应达到 {least}',
  },
  'goals.notAhead': {
    en: '{node} has no more of the history than {other}',
    zh: '{node} 的复制历史并不比 {other} 多',
  },
  'goals.gone': {
    en: 'no running node can go on from byte {byte} any more',
    zh: '正在运行的节点中，已经没有哪个能从第 {byte} 字节接着往下',
  },
  'goals.nobodyYet': {
    en: 'no master goes on from byte {byte} yet',
    zh: '还没有主节点从第 {byte} 字节接着往下',
  },
  'goals.noMoreKeys': {
    en: '{node} has {keys} {keys|key|keys}, {other} has {less}; awaited: one more on {node}',
    zh: '{node} 有 {keys} 个键，{other} 有 {less} 个；{node} 应多一个',
  },
  'goals.slotGrew': {
    en: '{node} has {came} new {came|key|keys} in slot {slot}; awaited: {least}',
    zh: '{node} 的哈希槽 {slot} 新增了 {came} 个键；应为 {least} 个',
  },
  'goals.holdsNone': {
    en: '{node} holds no key of slot {slot}; awaited: one or more',
    zh: '{node} 没有哈希槽 {slot} 的键；应至少有一个',
  },
  'goals.slotKeysMoved': {
    en: 'slot {slot}: {left} {left|key|keys} left on {from}, {came} of {wanted} on {to}; awaited: 0 and {wanted}',
    zh: '哈希槽 {slot}：{from} 上还有 {left} 个键，{to} 上有 {came} 个；应为 0 个和 {wanted} 个',
  },
  'goals.slotKeysGone': {
    en: '{to} serves slot {slot} already, with {came} of its {wanted} keys: {from} has deleted the rest',
    zh: '{to} 已经负责哈希槽 {slot}，却只有 {wanted} 个键中的 {came} 个：其余的已被 {from} 删除',
  },
  'goals.slotOpen': {
    en: '{node} still says {came} in CLUSTER NODES; awaited: no brackets for slot {slot}',
    zh: '{node} 的 CLUSTER NODES 仍显示 {came}；应不再有哈希槽 {slot} 的方括号',
  },
  'goals.isReplica': {
    en: '{node} says role:slave of {master}; awaited: role:master',
    zh: '{node} 显示 role:slave，主节点是 {master}；应为 role:master',
  },
  'goals.isMaster': {
    en: '{node} says role:master; awaited: a replica of {wanted}',
    zh: '{node} 显示 role:master；应为 {wanted} 的从节点',
  },
  'goals.followsOther': {
    en: '{node} says master_port:{came}; awaited: {wanted}',
    zh: '{node} 显示 master_port:{came}；应为 {wanted}',
  },
  'goals.linkDown': {
    en: '{node} says master_link_status:down; awaited: up',
    zh: '{node} 显示 master_link_status:down；应为 up',
  },
  'goals.syncing': {
    en: '{node} says master_link_status:down; its master says state={state}; awaited: up',
    zh: '{node} 显示 master_link_status:down，主节点显示 state={state}；应为 up',
  },
  'goals.notOnline': {
    en: '{node} says {replica} state={state}; awaited: online',
    zh: '{node} 上 {replica} 的 state={state}；应为 online',
  },
  'goals.behind': {
    en: '{node} is {behind} {behind|byte|bytes} behind {master}; awaited: 0',
    zh: '{node} 落后 {master} {behind} 字节；应为 0',
  },
  'goals.twoHistories': {
    en: '{node} says master_replid:{came}…, another history than that of {master}: {wanted}…',
    zh: '{node} 的 master_replid 为 {came}…，与 {master} 的复制历史 {wanted}… 不同',
  },
  'goals.offsetGrew': {
    en: 'master_repl_offset of {node} grew by {came}; awaited: {least} or more',
    zh: '{node} 的 master_repl_offset 增加了 {came}；应至少增加 {least}',
  },
  'goals.keysGrew': {
    en: '{node} has {came} new {came|key|keys}; awaited: {least} or more',
    zh: '{node} 新增了 {came} 个键；应至少 {least} 个',
  },
  'goals.notReadFrom': {
    en: '{node}: no key read here yet (keyspace_hits)',
    zh: '{node}：还没有在这里读到键（keyspace_hits）',
  },
  'goals.notAsked': {
    en: '{node}: nobody asked for INFO yet',
    zh: '{node}：还没有人查询过 INFO',
  },
  'goals.noFullSync': {
    en: '{node} says sync_full grew by {came}; awaited: {least}',
    zh: '{node} 的 sync_full 增加了 {came}；应增加 {least}',
  },
  'goals.noPartialSync': {
    en: '{node} says sync_partial_ok grew by {came}; awaited: {least}',
    zh: '{node} 的 sync_partial_ok 增加了 {came}；应增加 {least}',
  },
  'goals.otherHistory': {
    en: '{node} says master_replid2:{came}…; awaited: the id of the history it followed',
    zh: '{node} 的 master_replid2 为 {came}…；应为它原先跟随的复制 ID',
  },
  'goals.historyGone': {
    en: 'no node tells the history {id}… any more',
    zh: '已经没有节点保留历史 {id}…',
  },
  'goals.stillRuns': {
    en: '{node} still runs; awaited: killed',
    zh: '{node} 仍在运行；应已被杀死',
  },
  'goals.clusterState': {
    en: '{node} says cluster_state:{state}; awaited: {wanted}',
    zh: '{node} 显示 cluster_state:{state}；应为 {wanted}',
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
    en: 'nodes that mark {node} as fail? or fail: {came}',
    zh: '把 {node} 标记为 fail? 或 fail 的节点数：{came}',
  },
  'goals.notFailed': {
    en: '{node} marks {other} as {flag}; awaited: fail',
    zh: '{node} 对 {other} 的标记是 {flag}；应为 fail',
  },
  'goals.noOwner': {
    en: 'no node serves slot {slot}',
    zh: '没有节点负责槽 {slot}',
  },
  'goals.noKeyInSlot': {
    en: '{node} holds {came} {came|key|keys} of slot {slot}, none of them new',
    zh: '{node} 在槽 {slot} 中有 {came} 个键，没有新增',
  },
  'goals.keysLeft': {
    en: '{node} still holds {came} {came|key|keys} of slot {slot}; awaited: 0',
    zh: '{node} 在槽 {slot} 中还有 {came} 个键；应为 0',
  },
  'goals.slotElsewhere': {
    en: '{node} sees slot {slot} at {came}; awaited: {owner}',
    zh: '{node} 认为槽 {slot} 在 {came}；应为 {owner}',
  },
  'goals.notMoving': {
    en: 'CLUSTER NODES of {node} says {came}; awaited: {wanted}',
    zh: '{node} 的 CLUSTER NODES 显示 {came}；应为 {wanted}',
  },
  'goals.notAnswered': {
    en: '{node}: no {error} answered yet (INFO errorstats)',
    zh: '{node}：还没有回答过 {error}（INFO errorstats）',
  },
  'goals.notCalled': {
    en: '{node}: {command} not called yet (INFO commandstats)',
    zh: '{node}：还没有执行过 {command}（INFO commandstats）',
  },
  'goals.anyNode': {en: 'any node', zh: '任一节点'},
  'goals.noHint': {en: 'no hint asked for yet', zh: '还没有查看过提示'},
  'goals.nobodyAnswers': {en: 'no node answers', zh: '没有节点应答'},
  'goals.absent': {
    en: '{node} is not part of this stage',
    zh: '当前环境中没有 {node}',
  },
  'goals.silent.notStarted': {
    en: '{node} is a spare that has not been started; /start {node} starts it',
    zh: '{node} 是未启动的备用节点；可执行 /start {node}',
  },
  'goals.silent.notRunning': {
    en: '{node} is down: no process',
    zh: '{node} 已停止：没有进程',
  },
  'goals.silent.paused': {
    en: '{node} is paused: it has a process, which answers nothing',
    zh: '{node} 已暂停：进程还在，但不作应答',
  },
  'goals.silent.refused': {
    en: '{node} refuses connections',
    zh: '{node} 拒绝连接',
  },
  'goals.silent.noAnswer': {
    en: '{node} does not answer',
    zh: '{node} 没有应答',
  },
  'goals.silent.stranger': {
    en: "another process, not the lab's, answers on {node}",
    zh: '在 {node} 上应答的是别的进程，不属于实验室',
  },
  'goals.silent.locked': {
    en: '{node} asks the lab for a password',
    zh: '{node} 要求实验室提供密码',
  },
  'goals.silent.busy': {
    en: '{node} is busy with a script, and serves nobody else',
    zh: '{node} 正忙于执行脚本，不处理其他命令',
  },
  'goals.silent.loading': {
    en: '{node} is loading its data',
    zh: '{node} 正在加载数据',
  },
  'goals.notYetAsked': {en: 'not looked at yet', zh: '尚未检查'},
} as const
