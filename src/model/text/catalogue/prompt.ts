// The words of the prompt: the lab's commands, and what is said to a line that cannot be run.

export const promptText = {
  'command.use': {en: 'talk to another node', zh: '切换到另一个节点'},
  'command.kill': {en: 'kill a node (kill -9)', zh: '杀死节点（kill -9）'},
  'command.stop': {en: 'stop a node in an orderly way (kill -TERM)', zh: '正常停止节点（kill -TERM）'},
  'command.start': {
    en: 'start a node that is down; it finds its files again',
    zh: '启动已停止的节点，数据文件仍在',
  },
  'command.pause': {en: 'freeze a node (kill -STOP)', zh: '冻结节点（kill -STOP）'},
  'command.resume': {en: 'let a frozen node go on (kill -CONT)', zh: '恢复被冻结的节点（kill -CONT）'},
  'command.hint': {en: 'a hint; again for the next one', zh: '显示提示；再次输入显示下一条'},
  'command.solve': {en: 'run the solution, each command explained', zh: '逐条执行答案并解释'},
  'command.next': {en: 'go to the next step', zh: '进入下一步'},
  'command.back': {en: 'go back a step, to its true start', zh: '回到上一步的起点'},
  'command.reset': {en: "bring this step's start back", zh: '恢复本步骤的起始状态'},
  'command.play': {en: 'free play: nothing is judged until /done', zh: '自由练习：在 /done 之前不作判定'},
  'command.done': {
    en: "end free play; this step's start comes back",
    zh: '结束自由练习，恢复本步骤的起始状态',
  },
  'command.lessons': {en: 'all lessons and steps; go to any of them', zh: '全部课程与步骤，可跳到任意一步'},
  'command.review': {en: 'questions answered wrongly are put again', zh: '重做答错的问题'},
  'command.lang': {en: 'English or Chinese; the place stays', zh: '切换中文或英文，位置不变'},
  'command.help': {en: 'commands and keys', zh: '命令与按键'},
  'command.clear': {
    en: 'an empty transcript; scrolling up shows what was there',
    zh: '清空记录窗格；向上滚动可看到之前的内容',
  },
  'command.quit': {en: 'leave; no node, port or file stays behind', zh: '退出；不留下任何节点、端口或文件'},
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
  'hints.on': {
    en: 'On: behind the typed line stands what a command still expects.',
    zh: '已开启：输入行后面显示命令还缺的参数。',
  },
  'hints.off': {
    en: 'Off: nothing stands behind the typed line; :set hints brings it back.',
    zh: '已关闭：输入行后面不再显示参数；:set hints 可重新开启。',
  },
} as const
