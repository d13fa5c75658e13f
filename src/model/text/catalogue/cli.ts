// The help, and what is wrong with a command line.

export const cliText = {
  'cli.help': {
    en: `redis-cluster-lab: learn Redis replication and Redis Cluster on six real redis-servers

  redis-cluster-lab [LESSON]   open the lab, where you were last or at LESSON
  redis-cluster-lab list       the lessons and your progress                     --json
  redis-cluster-lab check [ID] run lessons without a screen and verify them     --json
  redis-cluster-lab lesson …   new ID, check DIR, stamp DIR: for authors         --json
  redis-cluster-lab up         only the nodes, no lesson, until Ctrl-C           --stage, --json
  redis-cluster-lab sandbox    free play                                         --stage, --plain
  redis-cluster-lab review     open the lab and review the questions you answered wrongly
  redis-cluster-lab replay     replay a recording (written by /export); needs no nodes  FILE
  redis-cluster-lab report     your progress as a Markdown report                [FILE], --json
  redis-cluster-lab export     your progress, to carry it elsewhere              [FILE]
  redis-cluster-lab import     add exported progress; newer entries win          FILE
  redis-cluster-lab doctor     check whether the lab can run here
  redis-cluster-lab clean      remove what earlier labs left behind

  --plain               lines instead of a screen: for pipes, scripts and screen readers
  --lessons DIR         use the lessons in DIR instead of the built-in ones
  --stage STAGE         cluster (default), standalone or bare
  --lang en|zh          the language; default: LC_ALL, LC_MESSAGES or LANG
  --redis-server PATH   the redis-server to use, also REDIS_CLUSTER_LAB_SERVER
  --no-provide          never download a redis-server
  --port N              the port of the first node; default: 6379, or the first free set
  --node-timeout MS     cluster-node-timeout (3000)
  --force               let report and export overwrite FILE
  --version, --help`,
    zh: `redis-cluster-lab：在六个真实的 redis-server 上学习 Redis 主从复制与集群

  redis-cluster-lab [课程]     打开实验室：从上次的位置或指定课程开始
  redis-cluster-lab list       课程列表与学习进度                      --json
  redis-cluster-lab check [ID] 无界面运行并验证课程                    --json
  redis-cluster-lab lesson …   new ID、check 目录、stamp 目录：供作者使用  --json
  redis-cluster-lab up         只启动节点、不开课程，直到 Ctrl-C       --stage、--json
  redis-cluster-lab sandbox    自由练习                                --stage、--plain
  redis-cluster-lab review     打开实验室，复习答错的题
  redis-cluster-lab replay     回放录制文件（由 /export 写出），不需要节点  文件
  redis-cluster-lab report     学习报告（Markdown）                    [文件]、--json
  redis-cluster-lab export     导出学习进度，以便带到别处              [文件]
  redis-cluster-lab import     导入学习进度，保留较新的记录            文件
  redis-cluster-lab doctor     检查能否在本机运行
  redis-cluster-lab clean      清除以前的实验室遗留的内容

  --plain               逐行输出而非全屏：适合管道、脚本和读屏软件
  --lessons 目录        改用该目录中的课程
  --stage 环境          cluster（默认）、standalone 或 bare
  --lang en|zh          语言；否则由 LC_ALL、LC_MESSAGES、LANG 决定
  --redis-server 路径   指定 redis-server，也可用 REDIS_CLUSTER_LAB_SERVER
  --no-provide          绝不下载 redis-server
  --port N              第一个节点的端口；默认 6379，被占用时用第一组空闲端口
  --node-timeout 毫秒   cluster-node-timeout（3000）
  --force               允许 report 与 export 覆盖已有的文件
  --version、--help`,
  },
  'cli.usage': {
    en: '{problem}. See `redis-cluster-lab --help`.',
    zh: '{problem}。用法见 `redis-cluster-lab --help`。',
  },
  'cli.unknownOption': {en: 'There is no option {option}', zh: '没有选项 {option}'},
  'cli.optionMeant': {
    en: 'There is no option {option}. Did you mean {near}?',
    zh: '没有选项 {option}。是否想输入 {near}？',
  },
  'cli.noValue': {en: 'The option {option} needs a value', zh: '选项 {option} 需要一个值'},
  'cli.takesNoValue': {en: 'The option {option} takes no value', zh: '选项 {option} 不带值'},
  'cli.meant': {
    en: 'There is no command or lesson "{typed}". Did you mean {meant}?',
    zh: '没有名为“{typed}”的命令或课程。是否想输入 {meant}？',
  },
  'cli.extraWord': {
    en: 'Only one lesson can be opened: "{lesson}" is one, so "{actual}" is too much. In the lab, /lessons {lesson} STEP opens a step.',
    zh: '一次只能打开一门课程：已有“{lesson}”，“{actual}”是多余的。在实验室中用 /lessons {lesson} 步骤 打开某一步。',
  },
  'cli.bug': {
    en: 'This is a bug in redis-cluster-lab {version} (Node {node}). Please report it with the lines above: `npm bugs redis-cluster-lab` opens the place.',
    zh: '这是 redis-cluster-lab {version} 的程序错误（Node {node}）。请附上以上内容报告：`npm bugs redis-cluster-lab` 会打开报告页面。',
  },
  'cli.number': {
    en: '{option} expects a whole number from {least} to {most}, got "{actual}". Example: {option} {example}',
    zh: '{option} 应为 {least} 到 {most} 的整数，实际是“{actual}”。例如：{option} {example}',
  },
  'cli.choice': {
    en: '{option} expects one of {choices}, got "{actual}".',
    zh: '{option} 应为 {choices} 之一，实际是“{actual}”。',
  },
  'cli.extra': {
    en: '"{command}" does not accept "{actual}". See `redis-cluster-lab --help`.',
    zh: '“{command}”不接受“{actual}”。用法见 `redis-cluster-lab --help`。',
  },
  'cli.noJson': {
    en: '"{command}" has no --json. Commands with --json: list, check, up, report.',
    zh: '“{command}”不支持 --json。支持的命令：list、check、up、report。',
  },
  'cli.replayFile': {
    en: 'Which recording? Type: redis-cluster-lab replay FILE. In the lab, /export writes a recording.',
    zh: '要回放哪个文件？请输入 redis-cluster-lab replay 文件。在实验室中用 /export 写出录制文件。',
  },
  'cli.replayScreen': {
    en: 'A replay needs a full-screen terminal. Elsewhere, read the report that /export wrote next to the recording.',
    zh: '回放需要全屏终端。没有时，可阅读 /export 在录制文件旁写出的报告。',
  },
  'cli.noForce': {
    en: '"{command}" has no --force. Commands with --force: report, export.',
    zh: '“{command}”不支持 --force。支持的命令：report、export。',
  },
  'cli.fileExists': {
    en: '{file} already exists. Name another file, or add --force to overwrite it.',
    zh: '{file} 已存在。请换一个文件名，或加上 --force 覆盖它。',
  },
  'cli.fileUnwritable': {
    en: 'Cannot write {file}: {cause}. Name a file in a writable folder.',
    zh: '无法写入 {file}：{cause}。请指定可写目录中的文件。',
  },
  'cli.needsTerminal': {
    en: 'The screen needs a terminal. Without one, use --plain.',
    zh: '全屏界面需要终端。没有终端时请使用 --plain。',
  },
} as const
