// Fetching a redis-server.

export const provideText = {
  'provide.none': {
    en: 'No redis-server found (looked in {places}). {remedy}',
    zh: '找不到 redis-server（已查找 {places}）。{remedy}',
  },
  'provide.rejected': {
    en: '{why} {remedy}',
    zh: '{why}{remedy}',
  },
  'provide.plan': {
    en: "No usable redis-server on this computer, so the lab downloads one from this system's package archive into {folder}, and checks its signatures. Nothing else on this system changes. To remove it, delete that folder.",
    zh: '本机没有可用的 redis-server，实验室将从本系统的软件包仓库下载一个，校验签名后放入 {folder}。系统的其他部分不会改变；删除该目录即可卸载。',
  },
  'provide.waiting': {
    en: 'Another lab (process {pid}) is downloading redis-server; waiting for it.',
    zh: '另一个实验室（进程 {pid}）正在下载 redis-server，等待其完成。',
  },
  'provide.lists': {
    en: '1/3 package lists: {n} {n|file|files}',
    zh: '1/3 软件包列表：{n} 个文件',
  },
  'provide.listsAgain': {
    en: 'The package lists could not be read: {line}. Trying again ({k} of {n}).',
    zh: '无法读取软件包列表：{line}。正在重试（第 {k} 次，共 {n} 次）。',
  },
  'provide.packages': {
    en: '2/3 packages: {k} of {n}',
    zh: '2/3 软件包：{k}/{n}',
  },
  'provide.unpack': {
    en: '3/3 unpacking: {k} of {n}',
    zh: '3/3 解包：{k}/{n}',
  },
  'provide.listsFailed': {
    en: 'Could not read the package lists: {line}. Check the network; behind a proxy, apt needs http_proxy.',
    zh: '无法读取软件包列表：{line}。请检查网络；使用代理时，apt 需要设置 http_proxy。',
  },
  'provide.noCandidate': {
    en: "This system's package archive has neither redis-server nor valkey-server. On Ubuntu they are in universe: sudo add-apt-repository universe",
    zh: '本系统的软件包仓库中没有 redis-server 或 valkey-server。在 Ubuntu 上它们属于 universe：sudo add-apt-repository universe',
  },
  'provide.archiveTooOld': {
    en: "This system's package archive has only {name} {version}; the lab needs {name} {lowest} or newer. Redis publishes newer packages: https://redis.io/docs/latest/operate/oss_and_stack/install/",
    zh: '本系统的软件包仓库中只有 {name} {version}，实验室需要 {name} {lowest} 或更新版本。Redis 官方提供更新的软件包：https://redis.io/docs/latest/operate/oss_and_stack/install/',
  },
  'provide.stepFailed': {
    en: '{step} failed: {line}. Try again, or install it yourself: sudo apt-get install redis-server',
    zh: '{step} 失败：{line}。请重试，或自行安装：sudo apt-get install redis-server',
  },
  'provide.cannotWrite': {
    en: 'Cannot write {folder}: {errno}. Set XDG_CACHE_HOME to a folder with 200 MB free.',
    zh: '无法写入 {folder}：{errno}。请将 XDG_CACHE_HOME 设为有 200 MB 可用空间的目录。',
  },
  'provide.doesNotStart': {
    en: 'The downloaded server cannot be used and was removed. {why} Install one yourself: sudo apt-get install redis-server',
    zh: '下载的服务器无法使用，已删除。{why}请自行安装：sudo apt-get install redis-server',
  },
} as const
