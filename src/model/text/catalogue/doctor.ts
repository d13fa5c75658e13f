// What `doctor` prints.

export const doctorText = {
  'doctor.ok': {en: 'Ready to run.', zh: '可以运行。'},
  'doctor.notOk': {
    en: 'Not ready yet: fix the lines marked X above.',
    zh: '还不能运行：请先处理上面标有 X 的各项。',
  },
  'doctor.node': {en: 'Node {version}', zh: 'Node {version}'},
  'doctor.server': {en: '{path}: {kind} {version}', zh: '{path}：{kind} {version}'},
  'doctor.cli': {
    en: 'its {redis-cli}, for a second terminal: {cli} -p PORT',
    zh: '它的 {redis-cli}，供另一个终端使用：{cli} -p PORT',
  },
  'doctor.noCli': {
    en: 'no {redis-cli} next to {server} or on the PATH, so none for a second terminal',
    zh: '{server} 旁边和 PATH 中都没有 {redis-cli}，无法供另一个终端使用',
  },
  'doctor.serverRefused': {en: '{why}', zh: '{why}'},
  'doctor.noServer': {
    en: 'no redis-server. {remedy}',
    zh: '没有 redis-server。{remedy}',
  },
  'doctor.fetchable': {
    en: "no redis-server; the lab will download {name} {version} from this system's package archive, without root",
    zh: '没有 redis-server；实验室会从本系统的软件包仓库下载 {name} {version}，无需 root',
  },
  'doctor.fetchableUnknown': {
    en: "no redis-server; the lab will download one, without root, from this system's package archive, whose lists it reads first",
    zh: '没有 redis-server；实验室会先读取本系统软件包仓库的列表，再从中下载，无需 root',
  },
  'doctor.fetchableRelease': {
    en: 'no redis-server; the lab will download Valkey {version} from {url} (about 36 MB), without root',
    zh: '没有 redis-server；实验室会从 {url} 下载 Valkey {version}（约 36 MB），无需 root',
  },
  'doctor.ports': {
    en: 'ports {first} to {last} and their bus ports are free',
    zh: '端口 {first} 到 {last} 及其总线端口均空闲',
  },
  'doctor.portsMoved': {
    en: 'port {taken} is in use, so the nodes will start at {base} instead of {first}; your own Redis is not touched',
    zh: '端口 {taken} 已被占用，节点将改用 {base} 而非 {first}；你自己的 Redis 不受影响',
  },
  'doctor.folder': {en: '{folder} is writable', zh: '{folder} 可写'},
  'doctor.folderNot': {
    en: '{folder} is not writable ({cause}). Set TMPDIR to a writable folder.',
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
  'doctor.wsl': {
    en: 'this is WSL. Other computers reach a workshop opened here only with networkingMode=mirrored in .wslconfig; joining a workshop works',
    zh: '这是 WSL。只有在 .wslconfig 中设置 networkingMode=mirrored，其他电脑才能访问在这里打开的工作坊；加入工作坊不受影响',
  },
  'doctor.leftovers': {
    en: 'earlier labs left {n} {n|folder|folders}; to remove: `redis-cluster-lab clean`',
    zh: '以前的实验室留下 {n} 个目录；可执行 `redis-cluster-lab clean` 清除',
  },
  'doctor.noLeftovers': {en: 'nothing left behind by earlier labs', zh: '没有以前的实验室遗留'},
  'doctor.serverHere': {
    en: 'Ready for a room without internet: {path}',
    zh: '可以在没有互联网的教室使用：{path}',
  },
  'doctor.hub': {en: 'The hub at {hub} can be reached.', zh: '可以访问 {hub} 的服务端。'},
  'doctor.noHub': {en: 'The hub cannot be reached: {because}', zh: '无法访问服务端：{because}'},
} as const
