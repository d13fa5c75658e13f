// The help, and what is wrong with a command line.

export const cliText = {
  'cli.help': {
    en: `redis-cluster-lab: learn Redis replication and Redis Cluster on six real redis-servers

  redis-cluster-lab [LESSON]   open the lab, where you were last or at LESSON
  redis-cluster-lab list       the lessons and your progress                     --json
  redis-cluster-lab check [ID] play lessons without a screen and prove them      --json
  redis-cluster-lab lesson …   new ID, check DIR, stamp DIR: for authors         --json
  redis-cluster-lab up         a stage without a lesson, until Ctrl-C            --stage, --json
  redis-cluster-lab sandbox    free play                                         --stage, --plain
  redis-cluster-lab review     the lab, with what you answered wrongly asked again
  redis-cluster-lab replay     a recording (/export writes one), without any node   FILE
  redis-cluster-lab report     what you have done, as Markdown                   [FILE], --json
  redis-cluster-lab export     your progress, to carry it elsewhere              [FILE]
  redis-cluster-lab import     adds what was exported; the newer stays           FILE
  redis-cluster-lab doctor     can it run here?
  redis-cluster-lab clean      remove what earlier labs left behind

  --plain               lines instead of a screen: for pipes, scripts and screen readers
  --lessons DIR         the lessons in DIR in the place of these
  --stage STAGE         cluster (default), standalone or bare
  --lang en|zh          the language; else LC_ALL, LC_MESSAGES and LANG say
  --redis-server PATH   the redis-server to use, also REDIS_CLUSTER_LAB_SERVER
  --no-provide          never fetch a redis-server
  --port N              the port of the first node (6379); without it the first free set is taken
  --node-timeout MS     cluster-node-timeout (3000)
  --force               report and export may overwrite FILE
  --version, --help`,
    zh: `redis-cluster-lab：在六个真实的 redis-server 上学习 Redis 主从复制与集群

  redis-cluster-lab [课程]     打开实验室：从上次的位置或指定课程开始
  redis-cluster-lab list       课程列表与学习进度                      --json
  redis-cluster-lab check [ID] 无界面演练课程并加以验证                --json
  redis-cluster-lab lesson …   new ID、check DIR、stamp DIR：供课程作者使用  --json
  redis-cluster-lab up         只启动节点、不开课程，直到 Ctrl-C       --stage、--json
  redis-cluster-lab sandbox    自由练习                                --stage、--plain
  redis-cluster-lab review     打开实验室，先复习答错的题
  redis-cluster-lab replay     回放录制文件（由 /export 写出），不需要节点  FILE
  redis-cluster-lab report     学习报告（Markdown）                    [FILE]、--json
  redis-cluster-lab export     导出学习进度，以便带到别处              [FILE]
  redis-cluster-lab import     导入学习进度，保留较新的记录            FILE
  redis-cluster-lab doctor     检查能否在本机运行
  redis-cluster-lab clean      清除以前的实验室遗留的内容

  --plain               逐行输出而非全屏：适合管道、脚本和读屏软件
  --lessons DIR         改用 DIR 中的课程
  --stage STAGE         cluster（默认）、standalone 或 bare
  --lang en|zh          语言；否则由 LC_ALL、LC_MESSAGES、LANG 决定
  --redis-server PATH   指定 redis-server，也可用 REDIS_CLUSTER_LAB_SERVER
  --no-provide          绝不下载 redis-server
  --port N              第一个节点的端口（6379）；不指定时使用第一组空闲端口
  --node-timeout MS     cluster-node-timeout（3000）
  --force               允许 report 与 export 覆盖已有的 FILE
  --version、--help`,
  },
  'cli.usage': {
    en: '{problem}. `redis-cluster-lab --help` lists commands and options.',
    zh: '{problem}。`redis-cluster-lab --help` 列出命令与选项。',
  },
  'cli.number': {
    en: '{option} expects a whole number from {least} to {most}, came "{came}". Example: {option} {example}',
    zh: '{option} 应为 {least} 到 {most} 的整数，实际是“{came}”。例如：{option} {example}',
  },
  'cli.choice': {
    en: '{option} expects one of {choices}, came "{came}".',
    zh: '{option} 应为 {choices} 之一，实际是“{came}”。',
  },
  'cli.extra': {
    en: '"{command}" takes no "{came}". `redis-cluster-lab --help` shows what it takes.',
    zh: '“{command}”不接受“{came}”。`redis-cluster-lab --help` 说明用法。',
  },
  'cli.noJson': {
    en: '"{command}" has no --json; list, check, up and report have.',
    zh: '“{command}”不支持 --json；支持的有 list、check、up、report。',
  },
  'cli.replayFile': {
    en: 'Which recording? redis-cluster-lab replay FILE; /export in the lab writes one.',
    zh: '要回放哪个文件？redis-cluster-lab replay FILE；在实验室里用 /export 写出录制文件。',
  },
  'cli.replayScreen': {
    en: 'A replay needs a terminal with a screen. The report that /export wrote beside the recording can be read anywhere.',
    zh: '回放需要在终端的全屏界面中进行。/export 在录制文件旁写出的报告可以随处阅读。',
  },
  'cli.noForce': {
    en: '"{command}" has no --force; report and export have.',
    zh: '“{command}”不支持 --force；支持的有 report、export。',
  },
  'cli.fileExists': {
    en: '{file} is there already. Name another file, or add --force to overwrite it.',
    zh: '{file} 已存在。请换一个文件名，或加上 --force 覆盖它。',
  },
  'cli.fileUnwritable': {
    en: 'Cannot write {file}: {cause}. Name a file in a folder that you can write.',
    zh: '无法写入 {file}：{cause}。请指定可写目录中的文件。',
  },
  'cli.needsTerminal': {
    en: 'The screen needs a terminal. Use --plain where there is none.',
    zh: '全屏界面需要终端。没有终端时请使用 --plain。',
  },
} as const
