// What goals say while they are not met: which node, what is seen, what is awaited.

export const askText = {
  'ask.isReplica': {
    en: '{node} says role:slave of {master}; awaited: role:master',
    zh: '{node} 显示 role:slave，主节点是 {master}；应为 role:master',
  },
  'ask.isMaster': {
    en: '{node} says role:master; awaited: a replica of {wanted}',
    zh: '{node} 显示 role:master；应为 {wanted} 的从节点',
  },
  'ask.followsOther': {
    en: '{node} says master_port:{came}; awaited: {wanted}',
    zh: '{node} 显示 master_port:{came}；应为 {wanted}',
  },
  'ask.linkDown': {
    en: '{node} says master_link_status:down; awaited: up',
    zh: '{node} 显示 master_link_status:down；应为 up',
  },
  'ask.syncing': {
    en: '{node} says master_link_status:down; its master says state={state}; awaited: up',
    zh: '{node} 显示 master_link_status:down，主节点显示 state={state}；应为 up',
  },
  'ask.notOnline': {
    en: '{node} says {replica} state={state}; awaited: online',
    zh: '{node} 上 {replica} 的 state={state}；应为 online',
  },
  'ask.behind': {
    en: '{node} is {behind} {behind|byte|bytes} behind {master}; awaited: 0',
    zh: '{node} 落后 {master} {behind} 字节；应为 0',
  },
  'ask.twoHistories': {
    en: '{node} says master_replid:{came}…, another history than that of {master}: {wanted}…',
    zh: '{node} 的 master_replid 为 {came}…，与 {master} 的复制历史 {wanted}… 不同',
  },
  'ask.offsetGrew': {
    en: 'master_repl_offset of {node} grew by {came}; awaited: {least} or more',
    zh: '{node} 的 master_repl_offset 增加了 {came}；应至少增加 {least}',
  },
  'ask.keysGrew': {
    en: '{node} has {came} new {came|key|keys}; awaited: {least} or more',
    zh: '{node} 新增了 {came} 个键；应至少 {least} 个',
  },
  'ask.notReadFrom': {
    en: '{node}: no key read here yet (keyspace_hits)',
    zh: '{node}：还没有在这里读到键（keyspace_hits）',
  },
  'ask.notAsked': {
    en: '{node}: nobody asked for INFO yet',
    zh: '{node}：还没有人查询过 INFO',
  },
  'ask.noFullSync': {
    en: '{node} says sync_full grew by {came}; awaited: {least}',
    zh: '{node} 的 sync_full 增加了 {came}；应增加 {least}',
  },
  'ask.noPartialSync': {
    en: '{node} says sync_partial_ok grew by {came}; awaited: {least}',
    zh: '{node} 的 sync_partial_ok 增加了 {came}；应增加 {least}',
  },
  'ask.otherHistory': {
    en: '{node} says master_replid2:{came}…; awaited: the id of the history it followed',
    zh: '{node} 的 master_replid2 为 {came}…；应为它原先跟随的复制 ID',
  },
  'ask.historyGone': {
    en: 'no node tells the history {id}… any more',
    zh: '已经没有节点保留历史 {id}…',
  },
  'ask.stillRuns': {
    en: '{node} still runs; awaited: killed',
    zh: '{node} 仍在运行；应已被杀死',
  },
  'ask.clusterState': {
    en: '{node} says cluster_state:{state}; awaited: {wanted}',
    zh: '{node} 显示 cluster_state:{state}；应为 {wanted}',
  },
  'ask.seesOther': {
    en: '{node} does not see {owner} as the master of {slots} yet',
    zh: '{node} 尚未看到 {owner} 成为 {slots} 的主节点',
  },
  'ask.suspects': {
    en: '{node} still marks {other} as {flag}',
    zh: '{node} 仍把 {other} 标记为 {flag}',
  },
  'ask.notSuspected': {
    en: 'nodes that mark {node} as fail? or fail: {came}',
    zh: '把 {node} 标记为 fail? 或 fail 的节点数：{came}',
  },
  'ask.notFailed': {
    en: '{node} marks {other} as {flag}; awaited: fail',
    zh: '{node} 对 {other} 的标记是 {flag}；应为 fail',
  },
  'ask.noOwner': {
    en: 'no node serves slot {slot}',
    zh: '没有节点负责槽 {slot}',
  },
  'ask.noKeyInSlot': {
    en: '{node} holds {came} {came|key|keys} of slot {slot}, none of them new',
    zh: '{node} 在槽 {slot} 中有 {came} 个键，没有新增',
  },
  'ask.keysLeft': {
    en: '{node} still holds {came} {came|key|keys} of slot {slot}; awaited: 0',
    zh: '{node} 在槽 {slot} 中还有 {came} 个键；应为 0',
  },
  'ask.slotElsewhere': {
    en: '{node} sees slot {slot} at {came}; awaited: {owner}',
    zh: '{node} 认为槽 {slot} 在 {came}；应为 {owner}',
  },
  'ask.notMoving': {
    en: 'CLUSTER NODES of {node} says {came}; awaited: {wanted}',
    zh: '{node} 的 CLUSTER NODES 显示 {came}；应为 {wanted}',
  },
  'ask.notAnswered': {
    en: '{node}: no {error} answered yet (INFO errorstats)',
    zh: '{node}：还没有回答过 {error}（INFO errorstats）',
  },
  'ask.notCalled': {
    en: '{node}: {command} not called yet (INFO commandstats)',
    zh: '{node}：还没有执行过 {command}（INFO commandstats）',
  },
  'ask.anyNode': {en: 'any node', zh: '任一节点'},
  'ask.noHint': {en: 'no hint asked for yet', zh: '还没有查看过提示'},
  'ask.nobodyAnswers': {en: 'no node answers', zh: '没有节点应答'},
  'ask.absent': {
    en: '{node} is not part of this stage',
    zh: '当前环境中没有 {node}',
  },
  'ask.silent.notRunning': {
    en: '{node} is down: no process',
    zh: '{node} 已停止：没有进程',
  },
  'ask.silent.paused': {
    en: '{node} is paused: it has a process, which answers nothing',
    zh: '{node} 已暂停：进程还在，但不作应答',
  },
  'ask.silent.refused': {
    en: '{node} refuses connections',
    zh: '{node} 拒绝连接',
  },
  'ask.silent.noAnswer': {
    en: '{node} does not answer',
    zh: '{node} 没有应答',
  },
  'ask.silent.stranger': {
    en: "another process, not the lab's, answers on {node}",
    zh: '在 {node} 上应答的是别的进程，不属于实验室',
  },
  'ask.silent.locked': {
    en: '{node} asks the lab for a password',
    zh: '{node} 要求实验室提供密码',
  },
  'ask.silent.busy': {
    en: '{node} is busy with a script, and serves nobody else',
    zh: '{node} 正忙于执行脚本，不处理其他命令',
  },
  'ask.silent.loading': {
    en: '{node} is loading its data',
    zh: '{node} 正在加载数据',
  },
} as const
