// What `doctor` prints.

export const doctorText = {
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
} as const
