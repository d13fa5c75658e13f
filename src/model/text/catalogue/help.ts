// The help of prompt and screen.

export const helpText = {
  'help.general': {
    en: 'To get help about Redis commands type:',
    zh: '查看 Redis 命令的帮助：',
  },
  'help.general.group': {
    en: '      "help @<group>" to get a list of commands in <group>',
    zh: '      "help @<分组>" 列出该分组的命令',
  },
  'help.general.command': {
    en: '      "help <command>" for help on <command>',
    zh: '      "help <命令>" 查看该命令的帮助',
  },
  'help.general.tab': {
    en: '      "help <tab>" to get a list of possible help topics',
    zh: '      "help <Tab>" 列出可查的主题',
  },
  'help.general.lab': {
    en: '      "/help" for the commands and keys of the lab',
    zh: '      "/help" 查看实验室的命令与按键',
  },
  'help.general.quit': {en: '      "quit" to exit', zh: '      "quit" 退出'},
  'help.noCommand': {
    en: 'There is no help on {typed}: the server knows no such command. help @generic lists some that it knows.',
    zh: '没有关于 {typed} 的帮助：服务器没有这个命令。help @generic 列出其中一部分命令。',
  },
  'help.noGroup': {
    en: 'There is no group {group}. The groups are {groups}.',
    zh: '没有分组 {group}。已有分组：{groups}。',
  },
  'help.ours': {
    en: "{usage} is the lab's own command: {help}.",
    zh: '{usage} 是实验室自己的命令：{help}。',
  },
  'help.panel': {en: 'The nodes', zh: '节点面板'},
  'help.panel.marks': {
    en: '{changed} changed since your last line · {asked} what this step is about · {grew}48 the offset grew by 48 bytes',
    zh: '{changed} 上一条命令之后有变化 · {asked} 本步骤关注的字段 · {grew}48 偏移量增加了 48 字节',
  },
  'help.panel.letters': {
    en: '[A] nodes with the same letter tell the same history (master_replid) · [B]{arrow}[A] B went on from A',
    zh: '[A] 字母相同的节点属于同一段复制历史（master_replid）· [B]{arrow}[A] B 由 A 延续而来',
  },
  'help.panel.listen': {
    en: 'redis-cluster-lab --plain says every change as a sentence: for screen readers',
    zh: 'redis-cluster-lab --plain 将每个变化用一句话说出：适合读屏软件',
  },
  'help.key.view': {
    en: 'F2 — the nodes pane: nodes, six opinions, slots, timeline, traffic',
    zh: 'F2 — 节点面板：节点、六种看法、哈希槽、时间线、流量',
  },
  'help.replay': {en: 'Looking back (/replay)', zh: '回放（/replay）'},
  'help.replay.play': {
    en: 'Space — play and pause; + - — from 0.1x to 10x; Esc — back to now',
    zh: '空格 — 播放与暂停；+ - — 0.1 到 10 倍速；Esc — 回到现在',
  },
  'help.replay.move': {
    en: '← → — the change before, the next; ↑ ↓ — the event before, the next; Home End — the first moment, the last',
    zh: '← → — 上一个、下一个变化；↑ ↓ — 上一个、下一个事件；Home End — 最早、最新的时刻',
  },
  'help.replay.far': {
    en: 'PgUp PgDn — 5 s; Ctrl-← Ctrl-→ — a minute; Shift-↑ Shift-↓ — scroll the chosen pane',
    zh: 'PgUp PgDn — 5 秒；Ctrl-← Ctrl-→ — 1 分钟；Shift-↑ Shift-↓ — 滚动所选面板',
  },
  'help.title': {en: 'Help', zh: '帮助'},
  'help.lab': {en: "The lab's commands", zh: '实验室命令'},
  'help.redis': {en: 'Everything else goes to Redis', zh: '其他输入都发送给 Redis'},
  'help.redis.plain': {
    en: 'GET product:1 — to the node in the prompt',
    zh: 'GET product:1 — 发给提示符中的节点',
  },
  'help.redis.at': {
    en: '@PORT GET product:1 — one command to another node',
    zh: '@PORT GET product:1 — 单条命令发给另一个节点',
  },
  'help.redis.all': {
    en: '@all INFO replication — to every node; @masters and @replicas to those that are it now',
    zh: '@all INFO replication — 发给所有节点；@masters、@replicas 发给当前的主、从节点',
  },
  'help.redis.listen': {
    en: 'MONITOR, SUBSCRIBE news — print what comes; type on meanwhile, Ctrl-C leaves',
    zh: 'MONITOR、SUBSCRIBE news — 持续显示收到的内容；期间可继续输入，Ctrl-C 退出',
  },
  'help.redis.shell': {
    en: 'redis-cli -p 6380, kill -9 6381, redis-server 6381/redis.conf — as in a shell',
    zh: 'redis-cli -p 6380、kill -9 6381、redis-server 6381/redis.conf — 与 shell 中相同',
  },
  'help.redis.repeat': {en: '5 INCR visits — five times', zh: '5 INCR visits — 执行五次'},
  'help.redis.help': {
    en: 'help SET, help @hash — what the server says of a command, of a group',
    zh: 'help SET、help @hash — 查看服务器对命令或分组的说明',
  },
  'help.keys': {en: 'Keys', zh: '按键'},
  'help.key.tab': {
    en: 'Tab — complete commands, options, ports, node ids, keys you used; again for the next, Shift-Tab for the one before',
    zh: 'Tab — 补全命令、选项、端口、节点 ID 和用过的键；再按换下一个，Shift-Tab 换上一个',
  },
  'help.key.history': {
    en: '↑ ↓ — earlier lines, of earlier labs too; none with a password is kept',
    zh: '↑ ↓ — 历史命令，包括以前输入的；含密码的命令不会保存',
  },
  'help.key.search': {
    en: 'Ctrl-R — search them: Ctrl-R older, Ctrl-S newer, Enter runs, Tab edits, Ctrl-G leaves',
    zh: 'Ctrl-R — 搜索历史：Ctrl-R 更早，Ctrl-S 更晚，Enter 执行，Tab 编辑，Ctrl-G 取消',
  },
  'help.key.pane': {
    en: 'Shift-Tab — choose the pane that PgUp and PgDn scroll',
    zh: 'Shift-Tab — 选择 PgUp、PgDn 滚动的面板',
  },
  'help.key.zoom': {
    en: 'Ctrl-O — the chosen pane over the whole screen, and back',
    zh: 'Ctrl-O — 将所选面板放大到全屏，再按还原',
  },
  'help.key.cancel': {
    en: 'Ctrl-C — cancel what runs, else clear the line, else say how to leave',
    zh: 'Ctrl-C — 取消正在执行的命令，否则清空输入行，否则提示如何退出',
  },
  'help.key.leave': {
    en: 'Ctrl-D — leave; Ctrl-Z — put the lab aside, fg brings it back',
    zh: 'Ctrl-D — 退出；Ctrl-Z — 挂起，fg 恢复',
  },
  'help.key.edit': {
    en: 'Ctrl-A E B F W U K T Y L, Alt-B F D . — as in the shell',
    zh: 'Ctrl-A E B F W U K T Y L、Alt-B F D . — 与 shell 相同',
  },
} as const
