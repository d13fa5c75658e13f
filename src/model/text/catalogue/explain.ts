// What /explain says around an explanation.

export const explainText = {
  'explain.otherwise': {
    en: '{node} does not take {command} as it stands here',
    zh: '{node} 不接受这样写的 {command}',
  },
  'explain.otherwise.long': {
    en: 'What is wrong stands in the words behind ERR: they are the own words of the command. help COMMAND shows what it takes.',
    zh: 'ERR 后面的文字是该命令自己给出的原因。help 命令名 显示它需要哪些参数。',
  },
  'explain.with': {en: '{fact}: {next}', zh: '{fact}：{next}'},
  'explain.of': {en: '{begins}: {long}', zh: '{begins}：{long}'},
  'explain.none': {
    en: 'No error was met yet. /explain MOVED explains one by its name.',
    zh: '还没有遇到错误。可以用 /explain MOVED 按名称查看说明。',
  },
  'explain.noneSuch': {
    en: 'The lab has no explanation that begins with {typed}. Try its first word: /explain MOVED',
    zh: '没有以 {typed} 开头的说明。请试试第一个词：/explain MOVED',
  },
  'explain.unexplained': {
    en: 'The lab has no more to say of it than Redis does: {error}',
    zh: '除了 Redis 自己的说明，实验室没有更多解释：{error}',
  },
  'explain.several': {
    en: 'Several begin so; name more of one: {names}',
    zh: '有多个以此开头，请写得更完整：{names}',
  },
  'explain.on': {
    en: 'On: under each error stands what it means here.',
    zh: '已开启：每个错误下方显示它在这里的含义。',
  },
  'explain.off': {
    en: 'Off: errors stand alone. /explain alone still explains the last one.',
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
    en: 'MIGRATE carries the keys to the target and repeats what that answers. MOVED or ASK: the target was not told CLUSTER SETSLOT … IMPORTING. BUSYKEY: it has the key already, REPLACE overwrites. SELECT: a cluster has database 0 only; the fourth word of MIGRATE is the database. CLUSTERDOWN: the target does not serve yet. LOADING, NOAUTH, OOM: as if typed there.',
    zh: 'MIGRATE 把键送到目标并转述它的回答。MOVED 或 ASK：目标还没有执行 CLUSTER SETSLOT … IMPORTING。BUSYKEY：目标已有该键，可用 REPLACE 覆盖。SELECT：集群只有 0 号数据库，MIGRATE 的第四个参数是数据库编号。CLUSTERDOWN：目标尚未开始服务。LOADING、NOAUTH、OOM 的含义与直接在目标上执行相同。',
  },
} as const
