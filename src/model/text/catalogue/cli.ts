// The help, and what is wrong with a command line.

export const cliText = {
  'cli.help': {
    en: `redis-cluster-lab: learn Redis replication and Redis Cluster on six real
redis-servers

redis-cluster-lab [COMMAND] [OPTION]...

  [LESSON]        open the lab, where you were last or at LESSON
  list            the lessons and your progress
  sandbox         free play
  incident [ID]   something is broken: the next incident, ID, or random
  review          repeat the questions you answered wrongly or not at all
  replay FILE     replay a recording that /export wrote; needs no nodes
  export-html RECORDING [FILE]
                  the recording as a page that plays in any browser
  report [FILE]   your progress as a Markdown report
  report merge FILE...
                  several learners' reports (report --json) as one table
  export [FILE]   your progress, to carry it to another computer
  import FILE     add exported progress; newer entries win
  host            a workshop: the hub, and the instructor's terminal
  demo [LESSON]   the lab, live on the page of the host on this computer
  join ADDRESS    the lab, as a learner or helper of a workshop
  leave ADDRESS   leave a workshop for good
  up              only the nodes, no lesson, until Ctrl-C
  doctor          check whether the lab can run here
  clean           remove what earlier labs left behind
  check [ID]...   run lessons without a screen and verify them
  lesson ...      for authors of lessons: new ID, check DIR, stamp DIR

  --plain               lines instead of a screen, for pipes, scripts and screen
                        readers: [LESSON], sandbox, incident, review, join, demo
  --json                for programs: list, check, lesson, up, report
  --solutions           play each solution once, nothing else: check, lesson
  --stage STAGE         cluster (default) standalone bare sentinel: up, sandbox
  --wired               with wires between the nodes, to /cut: sandbox
  --force               overwrite FILE: report, export, export-html
  --lessons DIR         use the lessons in DIR instead of the built-in ones
  --lang en|zh          the language; default: LC_ALL, LC_MESSAGES or LANG
  --redis-server PATH   the redis-server to use
  --no-provide          never download a redis-server
  --port N              the port of the first node; default: 6379, or the first
                        free set
  --node-timeout MS     cluster-node-timeout (3000)
  --code CODE           the room's code: join
  --name NAME           your name in the room or the report: join, report
  --helper              as a helper: join
  --erase               the hub deletes everything about you: leave
  --room ID             a certain room: host, demo
  --new                 a fresh room: host
  --redis URL           the hub's Redis or cluster, shared by several hubs: host
  --public-name NAME    the host name that learners use: host
  --insecure-http       without encryption: host
  --aggregate-only      only count the class, know nobody: host
  --check               can learners reach this computer: host
  --workshop            is this computer ready for a workshop: doctor
  --version, --help

Variables: REDIS_CLUSTER_LAB_SERVER is a redis-server to use, NO_COLOR=1 turns
colors off, TMPDIR is where the nodes run. REDIS_CLUSTER_LAB_SIGNS=ascii draws
ASCII signs: for terminals that show ambiguous-width characters in two cells.

Example: six nodes for your own tests, in a cluster
  redis-cluster-lab up --stage cluster --port 7379`,
    zh: `redis-cluster-lab：在六个真实的 redis-server 上学习 Redis 主从复制与集群

redis-cluster-lab [命令] [选项]...

  [课程]          打开实验室：从上次的位置或指定课程开始
  list            课程列表与学习进度
  sandbox         自由练习
  incident [ID]   故障演练：下一个、指定的 ID，或 random
  review          复习答错和未答的题
  replay 文件     回放由 /export 写出的录制文件，不需要节点
  export-html 录制文件 [文件]
                  把录制文件写成网页，在任何浏览器中播放
  report [文件]   学习报告（Markdown）
  report merge 文件...
                  把多位学员的报告（report --json）合并成一张表
  export [文件]   导出学习进度，以便带到另一台电脑
  import 文件     导入学习进度，保留较新的记录
  host            开设工作坊：服务端与讲师终端
  demo [课程]     打开实验室，并在本机 host 的页面上实时演示
  join 地址       以学员或助教身份加入工作坊并打开实验室
  leave 地址      永久离开工作坊
  up              只启动节点、不开课程，直到 Ctrl-C
  doctor          检查能否在本机运行
  clean           清除以前的实验室遗留的内容
  check [ID]...   无界面运行并验证课程
  lesson ...      供课程作者使用：new ID、check 目录、stamp 目录

  --plain               逐行输出而非全屏，适合管道、脚本和读屏软件：
                        [课程]、sandbox、incident、review、join、demo
  --json                供程序读取：list、check、lesson、up、report
  --solutions           每个答案只做一次，其余不做：check、lesson
  --stage 环境          cluster（默认）、standalone、bare、sentinel：up、sandbox
  --wired               节点之间带连线，可用 /cut 切断：sandbox
  --force               覆盖已有的文件：report、export、export-html
  --lessons 目录        改用该目录中的课程
  --lang en|zh          语言；默认由 LC_ALL、LC_MESSAGES、LANG 决定
  --redis-server 路径   指定 redis-server
  --no-provide          绝不下载 redis-server
  --port N              第一个节点的端口；默认 6379，被占用时用第一组空闲端口
  --node-timeout 毫秒   cluster-node-timeout（3000）
  --code 代码           房间代码：join
  --name 名字           你在房间或报告中的名字：join、report
  --helper              以助教身份加入：join
  --erase               让服务端删除你的全部数据：leave
  --room ID             指定房间：host、demo
  --new                 新建房间：host
  --redis URL           服务端使用的 Redis 或集群，可由多个服务端共用：host
  --public-name 名字    学员使用的主机名：host
  --insecure-http       不加密：host
  --aggregate-only      只对全班计数，不记录个人：host
  --check               检查学员能否访问这台电脑：host
  --workshop            检查这台电脑能否参加工作坊：doctor
  --version、--help

环境变量：REDIS_CLUSTER_LAB_SERVER 指定 redis-server，NO_COLOR=1 关闭颜色，
TMPDIR 是节点的运行目录，REDIS_CLUSTER_LAB_SIGNS=ascii 改用 ASCII 符号，
适用于把宽度不确定的字符显示为两格的终端。

示例：启动六个节点组成的集群，供自己测试
  redis-cluster-lab up --stage cluster --port 7379`,
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
  'cli.onePort': {
    en: '--port is for one lesson. Name it: redis-cluster-lab check ID --port {port}',
    zh: '--port 只适用于一门课程。请指定课程：redis-cluster-lab check ID --port {port}',
  },
  'cli.choice': {
    en: '{option} expects one of {choices}, got "{actual}".',
    zh: '{option} 应为 {choices} 之一，实际是“{actual}”。',
  },
  'cli.extra': {
    en: '"{command}" does not accept "{actual}". See `redis-cluster-lab --help`.',
    zh: '“{command}”不接受“{actual}”。用法见 `redis-cluster-lab --help`。',
  },
  'cli.noOption': {
    en: '"{command}" has no {option}. Commands with {option}: {commands}.',
    zh: '“{command}”不支持 {option}。支持的命令：{commands}。',
  },
  'cli.labHasNoOption': {
    en: 'Opening a lesson has no {option}. Commands with {option}: {commands}.',
    zh: '打开课程时不支持 {option}。支持的命令：{commands}。',
  },
  'cli.replayFile': {
    en: 'Which recording? Type: redis-cluster-lab replay FILE. In the lab, /export writes a recording.',
    zh: '要回放哪个文件？请输入 redis-cluster-lab replay 文件。在实验室中用 /export 写出录制文件。',
  },
  'cli.exportHtmlFile': {
    en: 'Which recording? Type: redis-cluster-lab export-html RECORDING. In the lab, /export writes a recording.',
    zh: '要转换哪个录制文件？请输入 redis-cluster-lab export-html 录制文件。在实验室中用 /export 写出录制文件。',
  },
  'cli.replayScreen': {
    en: 'A replay needs a full-screen terminal. Elsewhere, read the report that /export wrote next to the recording.',
    zh: '回放需要全屏终端。没有时，可阅读 /export 在录制文件旁写出的报告。',
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
