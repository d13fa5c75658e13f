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
  'provide.releasePlan': {
    en: 'No usable redis-server on this computer, so the lab downloads Valkey {version}, built by its makers, from {url} (about 36 MB) into {folder}, and checks its sha256. Nothing else on this system changes. To remove it, delete that folder.',
    zh: '本机没有可用的 redis-server，实验室将从 {url} 下载 Valkey 官方构建的 {version}（约 36 MB），校验 sha256 后放入 {folder}。系统的其他部分不会改变；删除该目录即可卸载。',
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
  'provide.download': {
    en: '1/2 download: {n} MB',
    zh: '1/2 下载：{n} MB',
  },
  'provide.unpackRelease': {
    en: '2/2 unpacking',
    zh: '2/2 解包',
  },
  'provide.listsFailed': {
    en: 'Could not read the package lists: {line}.',
    zh: '无法读取软件包列表：{line}。',
  },
  'provide.listsRemedy': {
    en: 'Check the network; behind a proxy, apt needs http_proxy.',
    zh: '请检查网络；使用代理时，apt 需要设置 http_proxy。',
  },
  'provide.noCandidate': {
    en: "This system's package archive has neither redis-server nor valkey-server.",
    zh: '本系统的软件包仓库中没有 redis-server 或 valkey-server。',
  },
  'provide.archiveTooOld': {
    en: "This system's package archive has only {name} {version}; the lab needs {name} {lowest} or newer.",
    zh: '本系统的软件包仓库中只有 {name} {version}，实验室需要 {name} {lowest} 或更新版本。',
  },
  'provide.stepFailed': {
    en: '{step} failed: {line}. Try again. {remedy}',
    zh: '{step} 失败：{line}。请重试。{remedy}',
  },
  'provide.noProgram': {
    en: 'The lab needs {program} to unpack the download, but it is not on the PATH. Install it, or a server. {remedy}',
    zh: '实验室需要用 {program} 解包，但 PATH 中没有它。请安装它，或自行安装服务器。{remedy}',
  },
  'provide.downloadFailed': {
    en: 'Could not download {url}: {why} {remedy}',
    zh: '无法下载 {url}：{why}{remedy}',
  },
  'provide.unreachable': {
    en: '{cause}. Check the network. Behind a proxy, set HTTPS_PROXY (from Node 22.21 on), and NODE_EXTRA_CA_CERTS if it has a certificate of its own.',
    zh: '{cause}。请检查网络。使用代理时请设置 HTTPS_PROXY（需要 Node 22.21 或更新版本）；如果代理使用自己的证书，还需设置 NODE_EXTRA_CA_CERTS。',
  },
  'provide.silence': {
    en: 'nothing arrived for {seconds} s. Check the network and try again.',
    zh: '{seconds} 秒内没有收到任何数据。请检查网络后重试。',
  },
  'provide.interrupted': {
    en: 'the connection broke on the way. Try again.',
    zh: '下载中途连接断开。请重试。',
  },
  'provide.status': {
    en: 'expected HTTP status 200, got {status}. A newer version of the lab may know where it is now.',
    zh: '应返回 HTTP 状态码 200，实际为 {status}。更新版本的实验室可能有新的地址。',
  },
  'provide.tooLarge': {
    en: 'it has more than {n} MB, so it is another file than expected.',
    zh: '文件超过 {n} MB，不是预期的文件。',
  },
  'provide.otherFile': {
    en: 'expected a file with sha256 {expected}, got {got}. None of it was used. Try another network, as something on the way may have replaced it.',
    zh: '预期文件的 sha256 为 {expected}，实际为 {got}；没有使用其中任何内容。传输途中可能被替换，请换一个网络再试。',
  },
  'provide.cannotWrite': {
    en: 'Cannot write {folder}: {errno}. Set XDG_CACHE_HOME to a folder with 200 MB free.',
    zh: '无法写入 {folder}：{errno}。请将 XDG_CACHE_HOME 设为有 200 MB 可用空间的目录。',
  },
  'provide.doesNotStart': {
    en: 'The downloaded server cannot be used and was removed. {why} {remedy}',
    zh: '下载的服务器无法使用，已删除。{why}{remedy}',
  },
} as const
