// The words about finding and fetching redis-server: why one cannot be used, how to get one, and how fetching goes.

export const provideText = {
  'server.missing': {
    en: '{path} does not exist.',
    zh: '{path} 不存在。',
  },
  'server.notExecutable': {
    en: '{path} is not an executable file.',
    zh: '{path} 不是可执行文件。',
  },
  'server.noLoader': {
    en: '{path} is there, but the loader or interpreter it needs is not: it was built for another system.',
    zh: '{path} 存在，但它所需的加载器或解释器不存在：它是为其他系统构建的。',
  },
  'server.silent': {
    en: '{path} did not answer --version within {seconds} s.',
    zh: '{path} 在 {seconds} 秒内没有响应 --version。',
  },
  'server.foreign': {
    en: '{path} printed "{printed}" for --version, so it is neither Redis nor Valkey.',
    zh: '{path} 对 --version 的输出是“{printed}”，既不是 Redis 也不是 Valkey。',
  },
  'server.doesNotStart': {
    en: '{path} does not start: {line}.',
    zh: '{path} 无法启动：{line}。',
  },
  'server.tooOld': {
    en: '{path} is {name} {version}; the lab needs {name} {lowest} or newer.',
    zh: '{path} 是 {name} {version}，实验室需要 {name} {lowest} 或更新版本。',
  },
  'server.unfinished': {
    en: '{path} is incomplete.',
    zh: '{path} 不完整。',
  },
  'server.changed': {
    en: '{path} is not the file that was fetched: its sha256 differs.',
    zh: '{path} 与当初下载的文件不一致（sha256 不同）。',
  },
  'server.given': {
    en: '{by}: {why} Give another path, or leave {by} away and the lab looks for a server itself.',
    zh: '{by}：{why}请换一个路径，或去掉 {by}，由实验室自行查找。',
  },

  'provide.none': {
    en: 'No redis-server found (looked in {places}). {remedy}',
    zh: '找不到 redis-server（已查找 {places}）。{remedy}',
  },
  'provide.rejected': {
    en: '{why} {remedy}',
    zh: '{why}{remedy}',
  },
  'install.with': {
    en: 'Install one with: {command}',
    zh: '请安装：{command}',
  },
  'install.apt': {
    en: 'Without --no-provide the lab fetches one into its own cache, no root needed. Or install it: sudo apt-get install redis-server (this also starts a Redis service on port 6379).',
    zh: '去掉 --no-provide，实验室会把它下载到自己的缓存目录，无需 root 权限。也可以自行安装：sudo apt-get install redis-server（这会同时在 6379 端口启动一个 Redis 服务）。',
  },
  'install.musl': {
    en: 'This system uses musl, for which the lab fetches nothing. Install one with: sudo apk add valkey',
    zh: '本系统使用 musl，实验室无法为其下载，请安装：sudo apk add valkey',
  },
  'install.noBrew': {
    en: 'Install Homebrew (https://brew.sh), then: brew install redis',
    zh: '请先安装 Homebrew（https://brew.sh），再执行：brew install redis',
  },
  'install.windows': {
    en: 'There is no redis-server for Windows itself: run the lab inside WSL 2 (wsl --install, then npx redis-cluster-lab in its shell).',
    zh: 'Windows 本身没有 redis-server，请在 WSL 2 中运行实验室（先执行 wsl --install，再在其 shell 中执行 npx redis-cluster-lab）。',
  },
  'install.any': {
    en: 'Install Redis 7.0 or Valkey 7.2 or newer, or name the one you have: --redis-server PATH',
    zh: '请安装 Redis 7.0 或 Valkey 7.2 以上版本，或用 --redis-server PATH 指定已有的程序。',
  },

  'provide.plan': {
    en: "No usable redis-server on this computer, so the lab fetches one: from this system's package archive, signatures checked, into {folder}. Nothing else on this system changes. Delete that folder to remove it.",
    zh: '本机没有可用的 redis-server，实验室将下载一个：来自本系统的软件包仓库（校验签名），放入 {folder}。系统的其他部分不会改变；删除该目录即可卸载。',
  },
  'provide.waiting': {
    en: 'Another lab (process {pid}) is fetching redis-server; waiting for it.',
    zh: '另一个实验室（进程 {pid}）正在下载 redis-server，等待其完成。',
  },
  'provide.lists': {
    en: '1/3 package lists: {n} {n|file|files}',
    zh: '1/3 软件包列表：{n} 个文件',
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
    en: 'Could not read the package lists: {line}. Is the network up? Behind a proxy apt needs http_proxy.',
    zh: '无法读取软件包列表：{line}。网络是否可用？使用代理时，apt 需要设置 http_proxy。',
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
    en: 'The fetched server cannot be used and was removed. {why} Install one yourself: sudo apt-get install redis-server',
    zh: '下载的服务器无法使用，已删除。{why}请自行安装：sudo apt-get install redis-server',
  },
} as const
