// What is wrong with a typed line.

export const lineText = {
  'line.noCommand': {
    en: 'The lab has no command {name}. Type /help to list them.',
    zh: '实验室没有命令 {name}。输入 /help 查看列表。',
  },
  'line.commandMeant': {
    en: 'The lab has no command {name}. Did you mean {usage}?',
    zh: '实验室没有命令 {name}。是否想输入 {usage}？',
  },
  'line.didYouMean': {
    en: 'Redis has no command {typed}; the lab has: {usage}',
    zh: 'Redis 没有命令 {typed}；实验室有：{usage}',
  },
  'line.fullWidth': {
    en: 'Full-width input: {signs}. Press Enter to run {line}',
    zh: '输入法处于全角状态：{signs}。按 Enter 执行 {line}',
  },
  'line.fullWidthSecret': {
    en: 'Full-width input: {signs}. Type the line again with the input method off.',
    zh: '输入法处于全角状态：{signs}。请关闭输入法后重新输入。',
  },
  'line.sign': {en: '{typed} should be {meant}', zh: '{typed} 应为 {meant}'},
  'line.signs': {en: '{list}, {one}', zh: '{list}，{one}'},
  'line.space': {en: 'a space', zh: '半角空格'},
  'line.wideSpace': {en: 'the full-width space (U+3000)', zh: '全角空格 U+3000'},
  'line.addressMeant': {
    en: 'An address begins with @. Press Enter to run {line}',
    zh: '指定节点要以 @ 开头。按 Enter 执行 {line}',
  },
  'line.addressApart': {
    en: 'No space after @. Press Enter to run {line}',
    zh: '@ 后面不能有空格。按 Enter 执行 {line}',
  },
  'line.comment': {en: 'A comment: nothing was sent.', zh: '这是注释，没有发送任何内容。'},
  'line.isReply': {
    en: 'This looks like a reply, not a command: nothing was sent.',
    zh: '这像是一条返回结果，不是命令，没有发送任何内容。',
  },
  'line.continues': {
    en: 'This line ends in \\ and continues on the next one. Type it as one line.',
    zh: '这一行以 \\ 结尾，要接下一行。请写成一行。',
  },
  'line.option': {en: 'Type the number of an option, 1 to {most}.', zh: '请输入选项编号，1 到 {most}。'},
  'line.optionWord': {
    en: 'A question is open: type the number of an option, 1 to {most}. No command is named {typed}.',
    zh: '有一个问题待回答：请输入选项编号，1 到 {most}。没有名为 {typed} 的命令。',
  },
  'line.notOpenYet': {
    en: 'No question is open: this step still waits. What for is said in its pane; /reset brings it to its start.',
    zh: '现在没有待回答的问题：本步骤还在等待，原因见课程窗格；/reset 可恢复本步骤的起始状态。',
  },
  'line.fullWidthKey': {
    en: 'The key {key} has a full-width colon or brace: to Redis it is another key than {meant}.',
    zh: '键 {key} 含有全角冒号或花括号：在 Redis 看来，它与 {meant} 是不同的键。',
  },
  'line.usage': {en: 'Usage: {usage}', zh: '用法：{usage}'},
  'line.foreignWrite': {
    en: '{port} is not a node of this lab, so the lab only reads from it: @{port} GET …, @{port} CLUSTER NODES. To change it, use {redis-cli} -p {port} in another terminal.',
    zh: '{port} 不是本实验室的节点，实验室只从它读取：@{port} GET …、@{port} CLUSTER NODES。要修改它，请在另一个终端使用 {redis-cli} -p {port}。',
  },
  'line.noNode': {
    en: '{typed} is not one of the nodes. They are {nodes}.',
    zh: '{typed} 不是这里的节点。可用节点：{nodes}。',
  },
  'line.moved': {
    en: "{typed} is not a port of this lab, and the lab does not connect its nodes to other servers. The lab's {typed} is on {port}.",
    zh: '{typed} 不是本实验室的端口，实验室不会让节点连接其他服务器。实验室的 {typed} 在 {port}。',
  },
  'line.addressAlone': {
    en: '{address} needs a command, for example {address} PING',
    zh: '{address} 后面需要一条命令，例如 {address} PING',
  },
  'line.nobody': {
    en: '{address} matches no responding node right now.',
    zh: '目前没有任何有响应的节点属于 {address}。',
  },
  'line.invalidArguments': {
    en: 'Invalid argument(s): a quote is not closed, or a closing quote is not followed by a space',
    zh: 'Invalid argument(s)：引号没有闭合，或闭合引号后面没有空格',
  },
  'line.repeat': {
    en: 'Invalid {redis-cli} repeat command option value: a command is repeated 1 to {most} times',
    zh: 'Invalid {redis-cli} repeat command option value：命令的重复次数为 1 到 {most}',
  },
  'line.restart': {
    en: "Use 'restart' only in Lua debugging mode. To restart a node: /stop {port}, then /start {port}.",
    zh: "Use 'restart' only in Lua debugging mode. 重启节点请先执行 /stop {port}，再执行 /start {port}。",
  },
  'line.noInternal': {
    en: "unknown {redis-cli} internal command '{typed}'. Available: :set hints, :set nohints, :set raw and :set noraw",
    zh: "unknown {redis-cli} internal command '{typed}'。可用的只有 :set hints、:set nohints、:set raw 和 :set noraw",
  },
  'line.noPreference': {
    en: "unknown {redis-cli} preference '{typed}'. Available: :set hints, :set nohints, :set raw and :set noraw",
    zh: "unknown {redis-cli} preference '{typed}'。可用的只有 :set hints、:set nohints、:set raw 和 :set noraw",
  },
} as const
