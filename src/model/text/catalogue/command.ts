// The lab's commands, one line each, for help and menu.

export const commandText = {
  'command.changes': {
    en: 'the line under a command that shows what it changed',
    zh: '在命令下方用一行显示它带来的变化',
  },
  'command.explain': {
    en: 'explain the last error, or an error, field or state by name; on, off: the line below errors',
    zh: '说明最近的错误，或按名称说明错误、字段和状态；on、off：开关错误下方的说明',
  },
  'command.log': {
    en: "the newest lines of a node's log, 15 or N; also of a dead node",
    zh: '查看节点日志的最新 15 行或给定行数，停止后也可以',
  },
  'command.conf': {
    en: "a node's redis.conf; with DIRECTIVE VALUE, write that line into it; -DIRECTIVE removes it",
    zh: '查看节点的 redis.conf；带“配置项 值”则写入该行，“-配置项”则删除该行',
  },
  'command.cluster': {
    en: 'follow MOVED and ASK as {redis-cli} -c does, or show them',
    zh: '像 {redis-cli} -c 那样跟随重定向，或只显示错误',
  },
  'command.view': {
    en: 'choose what the nodes pane shows; F2 shows the next view',
    zh: '切换节点面板的视图；F2 切换到下一个',
  },
  'command.use': {en: 'send commands to another node', zh: '把命令发给另一个节点'},
  'command.kill': {en: 'kill a node (kill -9)', zh: '杀死节点（kill -9）'},
  'command.stop': {en: 'stop a node cleanly (kill -TERM)', zh: '正常停止节点（kill -TERM）'},
  'command.start': {
    en: 'start a stopped node; its data files are kept',
    zh: '启动已停止的节点，数据文件仍在',
  },
  'command.pause': {en: 'freeze a node (kill -STOP)', zh: '冻结节点（kill -STOP）'},
  'command.resume': {en: 'resume a frozen node (kill -CONT)', zh: '恢复被冻结的节点（kill -CONT）'},
  'command.hint': {en: 'show a hint; again for the next one', zh: '显示提示；再次输入显示下一条'},
  'command.solve': {en: 'run the solution and explain each command', zh: '逐条执行参考答案并解释'},
  'command.next': {en: 'go to the next step', zh: '进入下一步'},
  'command.back': {en: 'go back to the start of the previous step', zh: '回到上一步的起点'},
  'command.reset': {en: 'restore the start of this step', zh: '恢复本步骤的起始状态'},
  'command.play': {en: 'free play: nothing is checked until /done', zh: '自由练习：/done 之前不检查结果'},
  'command.done': {
    en: 'end free play and restore the start of this step',
    zh: '结束自由练习，恢复本步骤的起始状态',
  },
  'command.lessons': {en: 'all lessons and steps; choose one to go to', zh: '全部课程与步骤，可跳到任意一步'},
  'command.review': {
    en: 'review the questions you answered wrongly or not at all',
    zh: '复习答错和未作答的题',
  },
  'command.summary': {
    en: 'what you did, what you predicted otherwise, and what is next',
    zh: '小结：完成情况、预测有误之处、接下来做什么',
  },
  'command.lang': {
    en: 'switch between English and Chinese; you keep your place',
    zh: '切换中文或英文，位置不变',
  },
  'command.help': {en: 'commands and keys', zh: '命令与按键'},
  'command.clear': {
    en: 'clear the transcript; scroll up to see what was there',
    zh: '清空记录窗格；向上滚动可看到之前的内容',
  },
  'command.copy': {
    en: 'copy the last reply, or the last line, to the clipboard, if the terminal allows it',
    zh: '把最近一次返回（或最近一行命令）复制到剪贴板，取决于终端是否允许',
  },
  'command.flag': {
    en: 'show the instructor and the helpers that you need help, are done, or neither',
    zh: '向讲师和助教举旗：需要帮助、已完成，或放下',
  },
  'command.room': {
    en: 'everything that came from the instructor, and how the connection stands',
    zh: '讲师发来的全部内容，以及连接状态',
  },
  'command.take': {en: 'run the line that the instructor offers', zh: '执行讲师推荐的那一行'},
  'command.go': {en: 'go to the step that the instructor offers', zh: '跳转到讲师推荐的步骤'},
  'command.stay': {
    en: 'decline the jump, or the line that is offered',
    zh: '不跳转，或不采用推荐的命令',
  },
  'command.vote': {en: "answer the instructor's question", zh: '回答讲师的提问'},
  'command.share': {
    en: 'send one picture of this screen to the instructor, or not',
    zh: '把当前屏幕的一张快照发给讲师，或拒绝',
  },
  'command.leave': {
    en: 'leave the workshop; erase: the hub deletes everything about you',
    zh: '离开工作坊；erase：让服务端删除你的全部数据',
  },
  'command.queue': {
    en: 'for helpers: who waits for help; take a question, give it back, or close it',
    zh: '助教用：查看等待帮助的人；认领、退回或结束一个问题',
  },
  'command.quit': {
    en: 'leave; no nodes, ports or files are left behind',
    zh: '退出；不留下任何节点、端口或文件',
  },
  'command.replay': {en: 'replay every moment since the lab began', zh: '回放：实验开始以来的每个时刻'},
  'command.export': {
    en: 'write a recording of this session, and a report; FILE.html: a page that plays it',
    zh: '写出本次实验的录制文件和报告；文件名以 .html 结尾则写成可播放的网页',
  },
  'command.timeline': {
    en: 'what happened on the nodes and when: the newest 30 lines, or N',
    zh: '节点上发生了什么、何时发生：最新 30 行或给定行数',
  },
  'command.cut': {
    en: 'cut the links between nodes: /cut 6379 6479 | rest',
    zh: '切断节点之间的链路：/cut 6379 6479 | rest',
  },
  'command.slow': {en: 'make links slow, by ms', zh: '让链路变慢，以毫秒计'},
  'command.heal': {en: 'repair all links, or those named', zh: '恢复全部或指定的链路'},
  'command.wires': {
    en: 'show what is cut or slow; on, off: new nodes with wires or without',
    zh: '显示被切断或变慢的链路；on、off：换成带或不带连线的新节点',
  },
  'command.traffic': {
    en: 'start a client that writes and reads RATE times a second',
    zh: '启动持续读写的客户端；速率是每秒次数',
  },
} as const
