// Expected failures: what is wrong, and the remedy.

export const errorText = {
  'error.lessonMeant': {
    en: 'There is no lesson "{lesson}". Did you mean {near}?',
    zh: '没有名为“{lesson}”的课程。是否想输入 {near}？',
  },
  'error.noLesson': {
    en: 'There is no lesson "{lesson}". The lessons are: {lessons}.',
    zh: '没有名为“{lesson}”的课程。现有课程：{lessons}。',
  },
  'error.noStep': {
    en: 'Lesson "{lesson}" has no step "{step}".',
    zh: '课程“{lesson}”没有步骤“{step}”。',
  },
  'error.numericId': {
    en: 'The id "{id}" is a number. JavaScript would move it to the front: begin ids with a letter.',
    zh: 'id“{id}”是数字，JavaScript 会把它排到最前面：id 请以字母开头。',
  },
  'error.words': {
    en: '{file}: expected "{expected}", got "{actual}". docs/lessons.md shows the format.',
    zh: '{file}：应为“{expected}”，实际是“{actual}”。格式见 docs/lessons.zh.md。',
  },
  'error.lessonSteps': {
    en: '{file}: the lesson has the steps "{wanted}", the file has "{actual}". Give both the same ids in the same order.',
    zh: '{file}：课程的步骤是“{wanted}”，文件中是“{actual}”。两者的 id 与顺序必须一致。',
  },
  'error.portTaken': {
    en: 'Port {port} is in use, so the nodes cannot start at {first}. Remove --port to let the lab pick free ports, or stop the program on that port. A program that has just ended frees its port within a minute: try again.',
    zh: '端口 {port} 已被占用，节点无法从 {first} 开始。请去掉 --port，由实验室自选空闲端口，或停止占用该端口的程序。程序刚刚结束时，端口会在一分钟内释放，可稍后重试。',
  },
  'error.busPortTaken': {
    en: 'Port {port} is in use, so the nodes cannot start at {first}: it is the cluster bus of {node}, whose port is the own one + 10000. Another connection may use it for a minute: try again. Or remove --port to let the lab pick free ports.',
    zh: '端口 {port} 已被占用，节点无法从 {first} 开始：它是 {node} 的集群总线端口（自身端口 + 10000）。可能只是被另一条连接短暂占用，请一分钟后重试；或去掉 --port，由实验室自选空闲端口。',
  },
  'error.noFreePorts': {
    en: 'No free set of ports. Six nodes need N, N+1, N+2, N+100, N+101, N+102 and each of these +10000, for N = 6379, 7379, … Stop the programs on them, or choose N with --port N.',
    zh: '没有可用的端口组：六个节点需要 N、N+1、N+2、N+100、N+101、N+102 以及各自 +10000 的端口（N = 6379、7379……）。请停止占用端口的程序，或用 --port N 指定。',
  },
  'error.nodeDidNotStart': {
    en: '{node} did not start: {last}',
    zh: '{node} 未能启动：{last}',
  },
  'error.wires': {
    en: 'The process of the wires between the nodes has ended. /reset starts new nodes.',
    zh: '节点之间的连线进程已结束。/reset 会启动新的节点。',
  },
  'error.stageNotReady': {
    en: 'The nodes run, but after {seconds} s: {because}. Try again with /reset; the log files are in {folder}.',
    zh: '节点已启动，但 {seconds} 秒后仍然：{because}。可用 /reset 重试；日志文件在 {folder}。',
  },
  'error.noReply': {
    en: '{port} runs, but it has not answered {command} for {seconds} s. Try again with /reset.',
    zh: '{port} 在运行，但 {seconds} 秒内没有回复 {command}。可用 /reset 重试。',
  },
  'error.keeperGone': {
    en: 'The keeper, the process that owns the nodes, ended ({how}), and the nodes with it. Start the lab again.',
    zh: '管理节点的守护进程已结束（{how}），节点也随之结束。请重新启动实验室。',
  },
  'error.folder': {
    en: 'Cannot write in {folder}: {cause}. Set TMPDIR to a writable folder.',
    zh: '无法写入 {folder}：{cause}。请把 TMPDIR 设为可写的目录。',
  },
  'error.progressUnreadable': {
    en: 'Cannot read your progress in {file}: {cause}. Make the file readable, or move it away to start over.',
    zh: '无法读取学习进度 {file}：{cause}。请使该文件可读，或移走它以重新开始。',
  },
  'error.progressBroken': {
    en: 'Cannot read your progress from {file}: {fault} The file was not changed; move it away to start over.',
    zh: '{file} 无法作为学习进度读取：{fault}文件未被改动；移走它即可重新开始。',
  },
  'error.history': {
    en: 'Cannot save the history of typed lines to {file}: {cause}. The lines of this run will not be remembered.',
    zh: '无法保存输入历史 {file}：{cause}。本次输入的内容将不会被记住。',
  },
  'error.progressUnwritable': {
    en: 'Cannot write your progress to {file}: {cause}. Make room on the disk, or make the folder writable.',
    zh: '无法把学习进度写入 {file}：{cause}。请腾出磁盘空间，或使该目录可写。',
  },
} as const
