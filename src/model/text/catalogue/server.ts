// What is wrong with a redis-server.

export const serverText = {
  'server.missing': {
    en: '{path} does not exist.',
    zh: '{path} 不存在。',
  },
  'server.notExecutable': {
    en: '{path} is not an executable file.',
    zh: '{path} 不是可执行文件。',
  },
  'server.noLoader': {
    en: '{path} exists, but the loader or interpreter it needs does not: it was built for another system.',
    zh: '{path} 存在，但它所需的加载器或解释器不存在：它是为其他系统构建的。',
  },
  'server.silent': {
    en: '{path} did not reply to --version within {seconds} s.',
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
  'server.missingLibrary': {
    en: '{path} needs {library}, which is not on this system. Install the package that has it.',
    zh: '{path} 需要 {library}，而本系统中没有。请安装包含它的软件包。',
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
    en: '{path} is not the file that was downloaded: its sha256 differs.',
    zh: '{path} 与当初下载的文件不一致（sha256 不同）。',
  },
  'server.given': {
    en: '{by}: {why} Give another path, or remove {by} to let the lab look for a server.',
    zh: '{by}：{why}请换一个路径，或去掉 {by}，由实验室自行查找。',
  },
} as const
