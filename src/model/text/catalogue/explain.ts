// What /explain says around an explanation.

export const explainText = {
  'explain.otherwise': {
    en: '{node} does not accept {command} in this form',
    zh: '{node} 不接受 {command} 的这种写法',
  },
  'explain.otherwise.long': {
    en: "The text after ERR is the command's own reason. Type help COMMAND to see what it takes.",
    zh: 'ERR 后面的文字是该命令自己给出的原因。输入“help 命令名”可查看它需要哪些参数。',
  },
  'explain.with': {en: '{fact}: {next}', zh: '{fact}；建议：{next}'},
  'explain.over': {en: 'no longer so: {now}', zh: '已不再如此：{now}'},
  'explain.now.master': {en: '{node} is a master now', zh: '{node} 现在是主节点'},
  'explain.now.replica': {
    en: '{node} is a replica of {master} now',
    zh: '{node} 现在是 {master} 的从节点',
  },
  'explain.now.answers': {en: '{node} responds now', zh: '{node} 现在有响应'},
  'explain.now.ok': {
    en: '{node} reports cluster_state:ok now',
    zh: '{node} 的 cluster_state 现在是 ok',
  },
  'explain.now.noReplicasNeeded': {
    en: '{node} accepts writes without replicas now (min-replicas-to-write 0)',
    zh: '{node} 现在没有从节点也接受写入（min-replicas-to-write 0）',
  },
  'explain.of': {en: '{begins}: {long}', zh: '{begins}：{long}'},
  'explain.flushes': {
    en: 'on {port}, {command} would delete {keys} {keys|key|keys}, on its replicas too',
    zh: '在 {port} 上执行 {command} 会删除 {keys} 个键，从节点上的也会删除',
  },
  'explain.destructive': {
    en: 'on {port}, {command} would act on the whole node',
    zh: '在 {port} 上执行 {command} 会影响整个节点',
  },
  'explain.none': {
    en: 'No errors yet. Explain one by name: /explain MOVED',
    zh: '还没有遇到错误。可以用 /explain MOVED 按名称查看说明。',
  },
  'explain.noneSuch': {
    en: 'No explanation begins with {typed}. Try the first word of the error: /explain MOVED',
    zh: '没有以 {typed} 开头的说明。请试试错误的第一个词：/explain MOVED',
  },
  'explain.near': {
    en: 'No explanation of {typed}. Similar: {names}',
    zh: '没有 {typed} 的说明。相近的有：{names}',
  },
  'explain.command': {
    en: '{command} is a command: type help {command}. /explain is for errors, fields and states.',
    zh: '{command} 是命令：请输入 help {command}。/explain 用于错误、字段和状态。',
  },
  'explain.afterQuestions': {
    en: 'explained once the questions are over: answer them, or skip them with /next, then type /explain',
    zh: '问题答完后再说明：请先回答问题，或用 /next 跳过，然后输入 /explain',
  },
  'explain.afterAnswer': {
    en: 'a question is open: answer it first, then type /explain',
    zh: '有一个问题尚未回答：请先回答，再输入 /explain',
  },
  'explain.ofOneNode': {
    en: 'of {node} only; every master: {line}',
    zh: '只是 {node} 上的；所有主节点：{line}',
  },
  'explain.emptiesOne': {
    en: 'only {node} and its replicas were emptied; the other masters keep their keys',
    zh: '只清空了 {node} 及其从节点；其他主节点的键仍在',
  },
  'explain.waitAlone': {
    en: "WAIT is about the writes of this connection to {node}, and it has written nothing: the number says nothing about another connection's writes",
    zh: 'WAIT 针对本连接（到 {node}）的写入，而本连接没有写入过：这个数字不能说明其他连接的写入',
  },
  'explain.unexplained': {
    en: 'The lab can add nothing to what Redis says: {error}',
    zh: '除了 Redis 自己的说明，实验室没有更多解释：{error}',
  },
  'explain.several': {
    en: 'Several explanations fit; type more of the name: {names}',
    zh: '有多条相关的说明，请输入更完整的名称：{names}',
  },
  'explain.on': {
    en: 'On: what an error means here is shown below it.',
    zh: '已开启：每个错误下方显示它在这里的含义。',
  },
  'explain.off': {
    en: 'Off: only the error is shown. /explain still explains the last one.',
    zh: '已关闭：只显示错误本身。单独输入 /explain 仍可查看最近一个错误的说明。',
  },
  'explain.target': {
    en: 'the target {target} refused: {error}',
    zh: '目标 {target} 拒绝：{error}',
  },
  'explain.target.because': {
    en: 'the target {target} refused: {because}',
    zh: '目标 {target} 拒绝：{because}',
  },
  'explain.target.long': {
    en: 'MIGRATE sends the keys to the target and repeats its error. MOVED or ASK: run CLUSTER SETSLOT … IMPORTING on the target first. BUSYKEY: it already has the key; REPLACE overwrites. SELECT or DB index: it does not have this database, the fourth word of MIGRATE; use 0 in a cluster. CLUSTERDOWN: the target does not serve yet. LOADING, NOAUTH, OOM: the same as if typed there.',
    zh: 'MIGRATE 把键发送到目标，并转述目标返回的错误。MOVED 或 ASK：先在目标上执行 CLUSTER SETSLOT … IMPORTING。BUSYKEY：目标已有该键，可用 REPLACE 覆盖。SELECT 或 DB index：目标没有这个数据库（MIGRATE 的第四个参数），集群中请用 0。CLUSTERDOWN：目标尚未提供服务。LOADING、NOAUTH、OOM 的含义与直接在目标上执行相同。',
  },
} as const
