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
    zh: '      "help <命令>" 查看该命令的说明',
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
    en: 'No help on {typed}: the server has no such command. help @generic lists some that it has.',
    zh: '没有 {typed} 的说明：服务器没有这个命令。help @generic 列出其中一部分命令。',
  },
  'help.noGroup': {
    en: 'There is no group {group}. Groups: {groups}.',
    zh: '没有分组 {group}。已有分组：{groups}。',
  },
  'help.ours': {
    en: '{usage} is a command of the lab: {help}.',
    zh: '{usage} 是实验室命令：{help}。',
  },
  'help.panel': {en: 'The nodes', zh: '节点面板'},
  'help.panel.changed': {
    en: '{changed} 0{to}1 — changed since your last line',
    zh: '{changed} 0{to}1 — 上一条命令之后有变化',
  },
  'help.panel.highlighted': {
    en: 'bright {highlighted} — what this step is about; {highlighted} where all fields are shown (Ctrl-O)',
    zh: '加亮 {highlighted} — 本步骤关注的内容；显示所有字段时（Ctrl-O）带 {highlighted}',
  },
  'help.panel.grew': {
    en: '{grew}48 — the offset grew by 48 bytes; dim: by pings alone (14 bytes each)',
    zh: '{grew}48 — 偏移量增加了 48 字节；灰色：只有心跳 PING（每次 14 字节）',
  },
  'help.panel.behind': {
    en: 'behind — bytes that the replica has not applied yet; lag: the same over time, a cell a second',
    zh: '落后 — 从节点尚未应用的字节数；右侧的图是它随时间的变化，每格一秒',
  },
  'help.panel.letters': {
    en: '[A] — nodes with the same letter have the same history (master_replid)',
    zh: '[A] — 字母相同的节点属于同一段复制历史（master_replid）',
  },
  'help.panel.continued': {
    en: '[B]{arrow}[A] — history B continued from A',
    zh: '[B]{arrow}[A] — 历史 B 由 A 延续而来',
  },
  'help.panel.listen': {
    en: 'redis-cluster-lab --plain prints every change as a sentence: for screen readers',
    zh: 'redis-cluster-lab --plain 用一句话报告每个变化：适合读屏软件',
  },
  'help.key.view': {
    en: 'F2 — switch the nodes pane: nodes, opinions, slots, timeline, traffic',
    zh: 'F2 — 切换节点面板：节点、各节点的看法、哈希槽、时间线、流量',
  },
  'help.key.flag': {
    en: 'F3 — in a workshop: ask for help, and take that back',
    zh: 'F3 — 工作坊中：求助，再按取消',
  },
  'help.replay': {en: 'Replay (/replay)', zh: '回放（/replay）'},
  'help.replay.play': {
    en: 'Space — play and pause; + - — from 0.1x to 10x; Esc — back to the live lab',
    zh: '空格 — 播放与暂停；+ - — 0.1 到 10 倍速；Esc — 回到现在',
  },
  'help.replay.move': {
    en: '← → — previous, next change; ↑ ↓ — previous, next event; Home End — first, last moment',
    zh: '← → — 上一个、下一个变化；↑ ↓ — 上一个、下一个事件；Home End — 最早、最新的时刻',
  },
  'help.replay.far': {
    en: 'PgUp PgDn — 5 s; Ctrl-← Ctrl-→ — a minute; Shift-↑ Shift-↓ — scroll the chosen pane',
    zh: 'PgUp PgDn — 5 秒；Ctrl-← Ctrl-→ — 1 分钟；Shift-↑ Shift-↓ — 滚动所选窗格',
  },
  'help.title': {en: 'Help', zh: '帮助'},
  'help.group.nodes': {en: "The lab's commands: nodes", zh: '实验室命令：节点'},
  'help.group.info': {en: "The lab's commands: what happened, and why", zh: '实验室命令：发生了什么，为什么'},
  'help.group.course': {en: "The lab's commands: lessons", zh: '实验室命令：课程'},
  'help.group.room': {en: "The lab's commands: workshop", zh: '实验室命令：工作坊'},
  'help.group.ui': {en: "The lab's commands: screen and recording", zh: '实验室命令：屏幕与录制'},
  'help.redis': {en: 'Everything else goes to Redis', zh: '其他输入都发送给 Redis'},
  'help.redis.plain': {
    en: 'GET product:1 — to the node in the prompt',
    zh: 'GET product:1 — 发给提示符中的节点',
  },
  'help.redis.at': {
    en: '@PORT GET product:1 — one command to another node',
    zh: '@端口 GET product:1 — 单条命令发给另一个节点',
  },
  'help.redis.all': {
    en: '@all INFO replication — to every node; @masters, @replicas, @sentinels: to these',
    zh: '@all INFO replication — 发给所有节点；@masters、@replicas、@sentinels 只发给这些',
  },
  'help.redis.listen': {
    en: 'MONITOR, SUBSCRIBE news — print what arrives; you can type meanwhile, Ctrl-C ends it',
    zh: 'MONITOR、SUBSCRIBE news — 持续显示收到的内容；期间可继续输入，Ctrl-C 退出',
  },
  'help.redis.shell': {
    en: '{redis-cli} -p 6380, kill -9 6381, {redis-server} 6381/redis.conf — as in a shell',
    zh: '{redis-cli} -p 6380、kill -9 6381、{redis-server} 6381/redis.conf — 与 shell 中相同',
  },
  'help.redis.repeat': {en: '5 INCR visits — five times', zh: '5 INCR visits — 执行五次'},
  'help.redis.help': {
    en: "help SET, help @hash — the server's help on a command or a group",
    zh: 'help SET、help @hash — 查看服务器对命令或分组的说明',
  },
  'help.keys': {en: 'Keys', zh: '按键'},
  'help.key.tab': {
    en: 'Tab — complete commands, options, ports, node ids, keys you used; again: next, Shift-Tab: previous',
    zh: 'Tab — 补全命令、选项、端口、节点 ID 和用过的键；再按换下一个，Shift-Tab 换上一个',
  },
  'help.key.history': {
    en: '↑ ↓ — earlier lines, also of earlier labs; lines with a password are not kept',
    zh: '↑ ↓ — 历史命令，包括以前实验中的；含密码的命令不会保存',
  },
  'help.key.search': {
    en: 'Ctrl-R — search the history: Ctrl-R older, Ctrl-S newer, Enter runs, Tab edits, Ctrl-G cancels',
    zh: 'Ctrl-R — 搜索历史：Ctrl-R 更早，Ctrl-S 更晚，Enter 执行，Tab 编辑，Ctrl-G 取消',
  },
  'help.key.pane': {
    en: 'Shift-Tab — choose the pane that PgUp and PgDn scroll',
    zh: 'Shift-Tab — 选择 PgUp、PgDn 滚动的窗格',
  },
  'help.key.zoom': {
    en: 'Ctrl-O — show the chosen pane on the whole screen, and back',
    zh: 'Ctrl-O — 将所选窗格放大到全屏，再按还原',
  },
  'help.key.cancel': {
    en: 'Ctrl-C — cancel the running command, else clear the line, else show how to leave',
    zh: 'Ctrl-C — 取消正在执行的命令，否则清空输入行，否则提示如何退出',
  },
  'help.key.leave': {
    en: 'Ctrl-D — leave; Ctrl-Z suspends the lab, and fg resumes it',
    zh: 'Ctrl-D — 退出；Ctrl-Z 挂起实验室，fg 恢复',
  },
  'help.key.edit': {
    en: 'Ctrl-A E B F W U K T Y L, Alt-B F D . — as in a shell',
    zh: 'Ctrl-A E B F W U K T Y L、Alt-B F D . — 与 shell 相同',
  },
} as const
