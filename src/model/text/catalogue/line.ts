// What is wrong with a typed line.

export const lineText = {
  'line.noCommand': {
    en: 'The lab has no command {name}. /help lists them.',
    zh: '实验室没有命令 {name}。输入 /help 查看列表。',
  },
  'line.commandMeant': {
    en: 'The lab has no command {name}. Is {usage} meant?',
    zh: '实验室没有命令 {name}。是不是要用 {usage}？',
  },
  'line.didYouMean': {
    en: 'Redis has no command {typed}; the lab has: {usage}',
    zh: 'Redis 没有命令 {typed}；实验室命令是：{usage}',
  },
  'line.option': {en: 'Choose an option by its number, 1 to {most}.', zh: '请输入选项编号，1 到 {most}。'},
  'line.usage': {en: 'Type it as {usage}', zh: '用法：{usage}'},
  'line.noNode': {
    en: '{typed} is none of the nodes. They are {nodes}.',
    zh: '{typed} 不是这里的节点。可用节点：{nodes}。',
  },
  'line.moved': {
    en: "{typed} is not the lab's here: another server stands there, and is left alone. The lab's {typed} is {port}.",
    zh: '这里的 {typed} 不属于实验室：那里是另一个服务器，实验室不去碰它。实验室的 {typed} 在 {port}。',
  },
  'line.addressAlone': {
    en: 'A command belongs after {address}, for example {address} PING',
    zh: '{address} 后面需要一条命令，例如 {address} PING',
  },
  'line.nobody': {
    en: 'No node answers that is one of {address} now.',
    zh: '目前没有应答的节点属于 {address}。',
  },
  'line.invalidArguments': {
    en: 'Invalid argument(s): a quote is not closed, or a closing quote is not followed by a space',
    zh: 'Invalid argument(s)：引号没有闭合，或闭合引号后面没有空格',
  },
  'line.repeat': {
    en: 'Invalid redis-cli repeat command option value: a command is repeated 1 to {most} times',
    zh: 'Invalid redis-cli repeat command option value：命令的重复次数为 1 到 {most}',
  },
  'line.restart': {
    en: "Use 'restart' only in Lua debugging mode. A node is restarted with /stop {port}, then /start {port}.",
    zh: "Use 'restart' only in Lua debugging mode. 重启节点请先 /stop {port}，再 /start {port}。",
  },
  'line.noInternal': {
    en: "unknown redis-cli internal command '{typed}'. There is :set hints, and :set nohints",
    zh: "unknown redis-cli internal command '{typed}'。可用的只有 :set hints 和 :set nohints",
  },
  'line.noPreference': {
    en: "unknown redis-cli preference '{typed}'. There is :set hints, and :set nohints",
    zh: "unknown redis-cli preference '{typed}'。可用的只有 :set hints 和 :set nohints",
  },
} as const
