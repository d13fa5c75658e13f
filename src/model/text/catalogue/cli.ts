// The words of the command line.

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
  'list.legend': {en: '* finished   + begun', zh: '* 已完成   + 进行中'},
  'list.row': {
    en: '{mark} {lesson}  {title}  ({done} of {all} steps)',
    zh: '{mark} {lesson}  {title}  （已完成 {done}/{all} 步）',
  },
  'list.rowReview': {
    en: '{mark} {lesson}  {title}  ({done} of {all} steps, {n} to review)',
    zh: '{mark} {lesson}  {title}  （已完成 {done}/{all} 步，{n} 题待复习）',
  },
  'up.starting': {
    en: 'Starting six redis-servers ({binary}, {version}) …',
    zh: '正在启动六个 redis-server（{binary}，{version}）……',
  },
  'up.node': {en: '  {port}  {role}  pid {pid}  {slots}', zh: '  {port}  {role}  pid {pid}  {slots}'},
  'up.ready': {
    en: 'Ready after {ms} ms: {stage}. Files in {dir}. Ctrl-C ends it. Try, in another terminal:\n  {cli} {flag}-p {port}',
    zh: '{ms} 毫秒后就绪：{stage}。文件在 {dir}。Ctrl-C 结束。可在另一个终端试试：\n  {cli} {flag}-p {port}',
  },
  'up.stopped': {en: 'Stopped; nothing is left.', zh: '已停止，没有遗留。'},
  'clean.none': {
    en: 'Nothing to remove: no earlier lab left anything in {folder}.',
    zh: '无需清理：{folder} 中没有以前的遗留。',
  },
  'clean.removed': {en: 'Removed {folder} and its nodes.', zh: '已清除 {folder} 及其节点。'},
  'clean.failed': {
    en: 'Could not remove {folder}. Look at what still uses it: ls -la {folder}',
    zh: '无法清除 {folder}。请查看谁在使用：ls -la {folder}',
  },
  'clean.alive': {
    en: 'Left alone: {folder} belongs to a lab that runs (keeper pid {pid}).',
    zh: '保留：{folder} 属于正在运行的实验室（守护进程 pid {pid}）。',
  },
  'doctor.ok': {en: 'It can run here.', zh: '可以在本机运行。'},
  'doctor.notOk': {
    en: 'It cannot run here yet; what is marked X above has its remedy beside it.',
    zh: '目前还不能在本机运行；上面标有 X 的各项附有解决办法。',
  },
  'doctor.node': {en: 'Node {version}', zh: 'Node {version}'},
  'doctor.server': {en: '{path}: {kind} {version}', zh: '{path}：{kind} {version}'},
  'doctor.cli': {
    en: 'its redis-cli, for a second terminal: {cli} -p PORT',
    zh: '它的 redis-cli，供另一个终端使用：{cli} -p PORT',
  },
  'doctor.noCli': {
    en: 'no redis-cli beside {server}, nor on the PATH: a second terminal has none',
    zh: '{server} 旁边和 PATH 中都没有 redis-cli：另一个终端里无法使用',
  },
  'doctor.serverRefused': {en: '{why}', zh: '{why}'},
  'doctor.noServer': {
    en: 'no redis-server; the lab fetches one where it can do so without root (Debian, Ubuntu), else: {remedy}',
    zh: '没有 redis-server；在无需 root 即可获取的系统（Debian、Ubuntu）上实验室会自动获取，否则：{remedy}',
  },
  'doctor.ports': {
    en: 'ports {first} to {last} and their bus ports are free',
    zh: '端口 {first} 到 {last} 及其总线端口均空闲',
  },
  'doctor.portsMoved': {
    en: 'port {taken} is in use, so the nodes would stand at {base} instead of {first}; your own Redis is left alone',
    zh: '端口 {taken} 已被占用，节点将改用 {base} 而非 {first}；你自己的 Redis 不受影响',
  },
  'doctor.folder': {en: '{folder} can be written', zh: '{folder} 可写'},
  'doctor.folderNot': {
    en: '{folder} cannot be written ({cause}). Set TMPDIR to a folder that you can write.',
    zh: '{folder} 不可写（{cause}）。请把 TMPDIR 设为可写的目录。',
  },
  'doctor.terminal': {
    en: 'terminal {columns}x{rows}, {term}, {charset}',
    zh: '终端 {columns}x{rows}，{term}，{charset}',
  },
  'doctor.terminalSmall': {
    en: 'terminal {columns}x{rows}: the screen needs 50x12; enlarge it or use --plain',
    zh: '终端 {columns}x{rows}：全屏界面至少需要 50x12；请放大窗口或使用 --plain',
  },
  'doctor.noTerminal': {en: 'no terminal here: use --plain', zh: '这里没有终端：请使用 --plain'},
  'doctor.leftovers': {
    en: '{n} {n|folder|folders} of earlier labs: `redis-cluster-lab clean` removes them',
    zh: '以前的实验室留下 {n} 个目录：`redis-cluster-lab clean` 可清除',
  },
  'doctor.noLeftovers': {en: 'no leftovers of earlier labs', zh: '没有以前的实验室遗留'},
  'plain.condition': {en: 'To do: {sentence}', zh: '待完成：{sentence}'},
  'plain.met': {en: 'Met: {sentence}', zh: '已满足：{sentence}'},
  'plain.step': {en: 'Step {n} of {all}: {title}', zh: '第 {n} 步，共 {all} 步：{title}'},
  'plain.passed': {en: 'Done: {passed} /next goes on.', zh: '完成：{passed} 输入 /next 继续。'},
  'plain.history': {
    en: 'At a terminal Up and Down go through earlier lines; behind a few letters, through those that begin so.',
    zh: '在终端中，↑ ↓ 浏览以前输入过的行；先输入几个字母，则只浏览以此开头的行。',
  },
  'plain.freePlay': {
    en: 'Free play on a {stage} stage. Redis commands go to {port}; /help lists what else there is.',
    zh: '在 {stage} 环境中自由练习。Redis 命令发给 {port}；/help 列出其他命令。',
  },
} as const
