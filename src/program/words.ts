// What the help says of commands, options, variables and exit codes. Not among the messages, because neither the screen nor a page needs it.

import type {Translations} from '../model/text/messages.ts'
import type {CommandGroup, CommandName, Topic} from './commands.ts'
import type {OptionName} from './options.ts'
import type {SettingName} from './settings.ts'

export type Example = Readonly<{line: string; about: Translations}>

type CommandWords = Readonly<{
  /** The words after the name; optional ones in brackets. */
  takes?: Translations
  summary: Translations
  /** What the summary leaves open. */
  about?: Translations
  examples?: readonly Example[]
}>

function say(en: string, zh: string): Translations {
  return {en, zh}
}

export const summary = say(
  'learn Redis replication and Redis Cluster on six real redis-servers',
  '在六个真实的 redis-server 上学习 Redis 主从复制与集群',
)

export const groupWords: Readonly<Record<CommandGroup, Translations>> = {
  learn: say('Learn', '学习'),
  records: say('Recordings and progress', '录制与进度'),
  workshop: say('Workshop', '工作坊'),
  computer: say('Nodes, and this computer', '节点与本机'),
  authors: say('For authors of lessons', '课程作者'),
  program: say('This program', '程序本身'),
}

export const commandWords: Readonly<Record<CommandName, CommandWords>> = {
  learn: {
    takes: say('[LESSON]', '[课程]'),
    summary: say('open the lab, where you were last or at LESSON', '打开实验室：从上次的位置或指定课程开始'),
    examples: [
      {line: 'failover', about: say('the lesson on failover', '打开故障转移课程')},
      {
        line: 'replicaof --plain',
        about: say('lines instead of a screen, for a screen reader', '逐行输出，适合读屏软件'),
      },
    ],
  },
  list: {
    summary: say('the lessons and your progress', '课程列表与学习进度'),
    examples: [
      {
        line: 'list --json',
        about: say(
          'an array: id, title, summary, stage, steps, review',
          '数组：id、title、summary、stage、steps、review',
        ),
      },
    ],
  },
  sandbox: {
    summary: say('free play', '自由练习'),
    about: say(
      'Opens the lab without a lesson. With --plain it reads commands from a pipe.',
      '打开实验室，不带课程。加 --plain 时可从管道读取命令。',
    ),
    examples: [
      {line: 'sandbox --wired', about: say('a cluster whose links you can /cut', '可用 /cut 切断连线的集群')},
      {
        line: 'sandbox --stage standalone --plain',
        about: say('reads commands from a pipe', '从管道读取命令'),
      },
    ],
  },
  incident: {
    takes: say('[ID]', '[ID]'),
    summary: say(
      'something is broken: the next incident, ID, or random',
      '故障演练：下一个、指定的 ID，或 random',
    ),
    examples: [{line: 'incident random', about: say('any incident', '随机一个故障')}],
  },
  review: {summary: say('repeat the questions you answered wrongly or not at all', '复习答错和未答的题')},
  replay: {
    takes: say('FILE', '文件'),
    summary: say(
      'replay a recording that /export wrote; needs no nodes',
      '回放由 /export 写出的录制文件，不需要节点',
    ),
  },
  'export-html': {
    takes: say('RECORDING [FILE]', '录制文件 [文件]'),
    summary: say(
      'the recording as a page that plays in any browser',
      '把录制文件写成网页，在任何浏览器中播放',
    ),
    examples: [
      {
        line: 'export-html lab.json failover.html',
        about: say('writes the page failover.html', '写出网页 failover.html'),
      },
    ],
  },
  report: {
    takes: say('[FILE] | merge FILE...', '[文件] | merge 文件...'),
    summary: say('your progress as a Markdown report', '学习报告（Markdown）'),
    about: say(
      'Without FILE it is printed. `merge` makes one table of the reports of several learners, which `report --json` wrote.',
      '不给文件时打印到屏幕。`merge` 把多位学员用 `report --json` 写出的报告合并成一张表。',
    ),
    examples: [
      {
        line: 'report --json --name Ana ana.json',
        about: say('a report that can be merged', '写出可以合并的报告'),
      },
      {line: 'report merge ana.json ben.json', about: say('one table of both', '两份报告合成一张表')},
    ],
  },
  export: {
    takes: say('[FILE]', '[文件]'),
    summary: say('your progress, to carry it to another computer', '导出学习进度，以便带到另一台电脑'),
    about: say('Without FILE it is printed.', '不给文件时打印到屏幕。'),
  },
  import: {
    takes: say('FILE', '文件'),
    summary: say('add exported progress; newer entries win', '导入学习进度，保留较新的记录'),
    about: say('FILE may be - for stdin.', '文件可写作 -，表示从 stdin 读取。'),
  },
  host: {
    summary: say("open a workshop: the hub, and the instructor's terminal", '开设工作坊：服务端与讲师终端'),
    about: say(
      'docs/workshop.md has the preparation, the network, and what is sent.',
      '准备工作、网络要求和发送的内容见 docs/workshop.zh.md。',
    ),
    examples: [
      {line: 'host --check', about: say('can learners reach this computer?', '检查学员能否访问这台电脑')},
    ],
  },
  demo: {
    takes: say('[LESSON]', '[课程]'),
    summary: say(
      'the lab, live on the page of the host on this computer',
      '打开实验室，并在本机 host 的页面上实时演示',
    ),
  },
  join: {
    takes: say('ADDRESS [LESSON]', '地址 [课程]'),
    summary: say('the lab, as a learner or helper of a workshop', '以学员或助教身份加入工作坊并打开实验室'),
    about: say(
      'The first time it says what is sent to the room, and asks for your consent.',
      '第一次加入时会说明发送哪些内容，并征得你的同意。',
    ),
  },
  leave: {takes: say('ADDRESS', '地址'), summary: say('leave a workshop for good', '永久离开工作坊')},
  up: {
    summary: say('only the nodes, no lesson, until Ctrl-C', '只启动节点、不开课程，直到 Ctrl-C'),
    about: say(
      'The fastest way to a real cluster for your own tests. It says when the nodes are ready, and how to reach them.',
      '为你自己的测试搭建真实集群的最快办法。节点就绪后会告诉你怎样连接。',
    ),
    examples: [
      {
        line: 'up --stage cluster --port 7379',
        about: say('six nodes in a cluster, on ports from 7379 on', '从端口 7379 开始的六节点集群'),
      },
      {line: 'up --json', about: say('one line of JSON once the nodes are ready', '节点就绪后打印一行 JSON')},
    ],
  },
  doctor: {
    takes: say('[ADDRESS]', '[地址]'),
    summary: say('check whether the lab can run here', '检查能否在本机运行'),
    about: say(
      'Every problem comes with its remedy, and nothing is changed. With --workshop it also fetches the server and reaches the hub at ADDRESS.',
      '每个问题都附有解决办法，不会改动任何东西。加 --workshop 时还会准备好服务器，并检查能否连接该地址的服务端。',
    ),
    examples: [
      {
        line: 'doctor --json',
        about: say(
          'an object: ready, and findings with is, key, values, text',
          '对象：ready，以及含 is、key、values、text 的 findings',
        ),
      },
    ],
  },
  clean: {
    summary: say(
      'remove leftovers of earlier labs and expired workshops',
      '清除以前的实验室和到期的工作坊遗留的内容',
    ),
  },
  check: {
    takes: say('[ID]...', '[ID]...'),
    summary: say('run lessons without a screen and verify them', '无界面运行并验证课程'),
    about: say(
      'The start of a step must not be solved, each solution must pass, each mistake must be recognized.',
      '步骤的起始状态不能已经完成，每个答案都必须通过，每种错误都必须被识别。',
    ),
    examples: [
      {line: 'check slots failover', about: say('two lessons', '验证两门课程')},
      {line: 'check --solutions slots', about: say('only its solutions, once', '只做一遍它的答案')},
    ],
  },
  lesson: {
    takes: say('new ID | check [DIR] | stamp [DIR]', 'new ID | check [目录] | stamp [目录]'),
    summary: say('begin, verify or stamp your own lessons', '新建、验证自己的课程，标记译文'),
    about: say('docs/lessons.md is the guide.', '指南见 docs/lessons.zh.md。'),
    examples: [
      {line: 'lesson new backup', about: say('a folder with a first step', '新建含第一个步骤的目录')},
      {line: 'lesson check .', about: say('the lessons in this folder', '验证当前目录中的课程')},
      {
        line: 'lesson check backup --step restore --watch',
        about: say('one step, again after each change', '只验证一步，每次改动后重新验证'),
      },
      {line: '--lessons .', about: say('the lab with these lessons', '用这些课程打开实验室')},
    ],
  },
  config: {
    takes: say('[NAME [VALUE]]', '[设置 [值]]'),
    summary: say('show or change your settings', '查看或修改设置'),
    about: say(
      'They are kept in a file, config.json. VALUE may be `default`. Options and variables win over the file.',
      '设置保存在 config.json 文件中。值可以写作 `default`，表示恢复默认。命令行选项和环境变量优先于该文件。',
    ),
    examples: [
      {line: 'config language zh', about: say('Chinese from now on', '从现在起使用中文')},
      {line: 'config nodeTimeout default', about: say('as if it had never been set', '恢复默认值')},
    ],
  },
  completion: {
    takes: say('bash|zsh|fish', 'bash|zsh|fish'),
    summary: say('print what completes commands and options in your shell', '打印 shell 的补全脚本'),
    about: say(
      'bash: add to ~/.bashrc: source <(redis-cluster-lab completion bash)\n' +
        'zsh: add to ~/.zshrc, after compinit: source <(redis-cluster-lab completion zsh)\n' +
        'fish: redis-cluster-lab completion fish > ~/.config/fish/completions/redis-cluster-lab.fish',
      'bash：在 ~/.bashrc 中加入 source <(redis-cluster-lab completion bash)\n' +
        'zsh：在 ~/.zshrc 的 compinit 之后加入 source <(redis-cluster-lab completion zsh)\n' +
        'fish：redis-cluster-lab completion fish > ~/.config/fish/completions/redis-cluster-lab.fish',
    ),
  },
  help: {
    takes: say('[COMMAND|TOPIC]', '[命令|主题]'),
    summary: say('this help, or that of a command or topic', '显示本帮助，或某个命令、主题的帮助'),
    examples: [{line: 'help up', about: say('the help of `up`', '`up` 的帮助')}],
  },
  version: {
    summary: say('the version of this program', '本程序的版本'),
    examples: [
      {
        line: 'version --json',
        about: say(
          'with the Node and the system that run it, for a bug report',
          '附带所用的 Node 和操作系统，便于报告问题',
        ),
      },
    ],
  },
}

type OptionWords = Readonly<{
  /** The name of its value. */
  takes?: Translations
  about: Translations
}>

export const optionWords: Readonly<Record<OptionName, OptionWords>> = {
  plain: {
    about: say(
      'lines instead of a screen, for pipes, scripts and screen readers',
      '逐行输出而非全屏，适合管道、脚本和读屏软件',
    ),
  },
  json: {about: say('output for programs', '供程序读取的输出')},
  solutions: {about: say('play each solution once, nothing else', '每个答案只做一次，其余不做')},
  step: {takes: say('STEP', '步骤'), about: say('only this step', '只验证这一步')},
  watch: {about: say('check again after each change in the folder', '目录有改动时重新验证')},
  stage: {
    takes: say('STAGE', '环境'),
    about: say(
      'cluster (default), standalone, bare, sentinel',
      'cluster（默认）、standalone、bare、sentinel',
    ),
  },
  wired: {about: say('with wires between the nodes, to /cut', '节点之间带连线，可用 /cut 切断')},
  force: {about: say('overwrite FILE', '覆盖已有的文件')},
  lessons: {
    takes: say('DIR', '目录'),
    about: say('use the lessons in DIR instead of the built-in ones', '改用该目录中的课程'),
  },
  lang: {
    takes: say('en|zh', 'en|zh'),
    about: say(
      'the language; default: LC_ALL, LC_MESSAGES or LANG',
      '语言；默认由 LC_ALL、LC_MESSAGES、LANG 决定',
    ),
  },
  'redis-server': {takes: say('PATH', '路径'), about: say('the redis-server to use', '指定 redis-server')},
  'no-provide': {about: say('never download a redis-server', '绝不下载 redis-server')},
  port: {
    takes: say('N', 'N'),
    about: say(
      'the port of the first node; default: 6379, or the first free set. Of `host`: the port of the hub',
      '第一个节点的端口；默认 6379，被占用时用第一组空闲端口。用于 `host` 时是服务端的端口',
    ),
  },
  'node-timeout': {
    takes: say('MS', '毫秒'),
    about: say('cluster-node-timeout (3000)', 'cluster-node-timeout（3000）'),
  },
  code: {takes: say('CODE', '代码'), about: say("the room's code", '房间代码')},
  name: {
    takes: say('NAME', '名字'),
    about: say('your name in the room or the report', '你在房间或报告中的名字'),
  },
  helper: {about: say('as a helper', '以助教身份加入')},
  erase: {about: say('the hub deletes everything about you', '让服务端删除你的全部数据')},
  room: {takes: say('ID', 'ID'), about: say('a certain room', '指定房间')},
  new: {about: say('a fresh room', '新建房间')},
  redis: {
    takes: say('URL', 'URL'),
    about: say(
      "the hub's Redis or cluster, shared by several hubs",
      '服务端使用的 Redis 或集群，可由多个服务端共用',
    ),
  },
  'public-name': {
    takes: say('NAME', '名字'),
    about: say('the host name that learners use', '学员使用的主机名'),
  },
  'insecure-http': {about: say('without encryption', '不加密')},
  'aggregate-only': {about: say('only count the class, know nobody', '只对全班计数，不记录个人')},
  check: {about: say('check whether learners can reach this computer', '检查学员能否访问这台电脑')},
  workshop: {about: say('check whether this computer is ready for a workshop', '检查这台电脑能否参加工作坊')},
  help: {about: say('the help of the command', '显示该命令的帮助')},
  version: {about: say('the version of this program', '显示本程序的版本')},
}

type SettingWords = Readonly<{
  about: Translations
  /** The option, variable or command that wins over the file. */
  wins?: string
}>

export const settingWords: Readonly<Record<SettingName, SettingWords>> = {
  language: {about: say('the language', '语言'), wins: '--lang'},
  signs: {about: say('the signs on the screen', '屏幕上的符号'), wins: 'REDIS_CLUSTER_LAB_SIGNS'},
  colors: {about: say('colors on the screen', '屏幕上的颜色'), wins: 'NO_COLOR'},
  hints: {about: say('gray arguments behind a command', '命令后的灰色参数提示'), wins: ':set nohints'},
  mouse: {
    about: say('the wheel scrolls; select text with Shift held', '用滚轮滚动；选择文字时按住 Shift'),
  },
  nodeTimeout: {about: say('cluster-node-timeout, ms', 'cluster-node-timeout，毫秒'), wins: '--node-timeout'},
}

type Row = Readonly<{name: string; about: Translations}>

/** Every variable that the program reads, but for PATH and HOME, which every program needs. */
export const variables: readonly Row[] = [
  {
    name: 'REDIS_CLUSTER_LAB_SERVER',
    about: say('the redis-server to use; --redis-server wins', '指定 redis-server；--redis-server 优先'),
  },
  {
    name: 'REDIS_CLUSTER_LAB_SIGNS',
    about: say(
      'unicode or ascii; if unset, a terminal that shows ambiguous-width characters in two cells gets ascii',
      'unicode 或 ascii；未设置时，把宽度不确定的字符显示为两格的终端用 ascii',
    ),
  },
  {
    name: 'LC_ALL, LC_MESSAGES, LC_CTYPE, LANG',
    about: say(
      'the language, and whether the terminal is UTF-8; --lang wins',
      '语言，以及终端是否为 UTF-8；--lang 优先',
    ),
  },
  {name: 'NO_COLOR', about: say('anything but empty turns colors off', '非空时关闭颜色')},
  {
    name: 'TERM, COLORTERM',
    about: say(
      'what the terminal can show; with TERM=dumb there is no screen',
      '终端的能力；TERM=dumb 时没有全屏界面',
    ),
  },
  {
    name: 'INK_SCREEN_READER',
    about: say('true means --plain, for a screen reader', 'true 等同于 --plain，供读屏软件使用'),
  },
  {name: 'TMPDIR', about: say('where the folder of the nodes is made', '节点的目录建在哪里')},
  {
    name: 'XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME',
    about: say(
      'on Linux: where the folders for settings, progress and cache are',
      '在 Linux 上：配置、进度和缓存目录的位置',
    ),
  },
  {
    name: 'DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION',
    about: say('whether `host` can open a browser', '`host` 能否打开浏览器'),
  },
  {
    name: 'HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS',
    about: say(
      'for the download of Valkey: the proxy (from Node 22.21 on), and certificates to trust',
      '下载 Valkey 时：代理（需要 Node 22.21 或更新版本）和要信任的证书',
    ),
  },
  {
    name: 'NODE_COMPILE_CACHE',
    about: say('where Node keeps the compiled program', 'Node 存放编译结果的目录'),
  },
]

export const exitCodes: readonly Row[] = [
  {
    name: '0',
    about: say(
      'done; you left; the input ended; `up` was ended by a signal',
      '完成；正常退出；输入结束；`up` 被信号结束',
    ),
  },
  {
    name: '1',
    about: say(
      'the command failed, or a check did; with --plain: the last line failed',
      '命令失败或检查未通过；--plain 下为最后一行失败',
    ),
  },
  {name: '129', about: say('SIGHUP, or the terminal was closed', 'SIGHUP，或终端被关闭')},
  {name: '130', about: say('SIGINT', 'SIGINT')},
  {name: '131', about: say('SIGQUIT', 'SIGQUIT')},
  {name: '143', about: say('SIGTERM', 'SIGTERM')},
]

export const topicWords: Readonly<Record<Topic, Translations>> = {
  settings: say('Settings', '设置'),
  environment: say('Environment variables', '环境变量'),
  'exit-codes': say('Exit codes', '退出码'),
}

/** Words between the tables. */
export const helpWords = {
  usage: say('redis-cluster-lab [COMMAND] [OPTION]...', 'redis-cluster-lab [命令] [选项]...'),
  options: say('Options', '选项'),
  everywhere: say('Options of every command', '所有命令的选项'),
  examples: say('Examples', '示例'),
  listSeparator: say(', ', '、'),
  before: say(': ', '：'),
  wins: say('; {name} wins', '；{name} 优先'),
  more: say(
    'More: redis-cluster-lab help COMMAND|settings|environment|exit-codes',
    '更多：redis-cluster-lab help 命令|settings|environment|exit-codes',
  ),
} as const
