// A node's log and redis.conf.

export const filesText = {
  'files.silent': {
    en: '{port} has logged nothing since the nodes were ready.',
    zh: '自节点就绪以来，{port} 没有写入新的日志。',
  },
  'files.unreadable': {
    en: 'Cannot read {path}: {cause}. /reset starts new nodes with new files.',
    zh: '无法读取 {path}：{cause}。/reset 会启动新的节点和文件。',
  },
  'files.written': {
    en: 'Written. {port} reads the file when you start it.',
    zh: '已写入。启动 {port} 时会读取该文件。',
  },
  'files.writtenRunning': {
    en: 'Written. {port} still runs with what it read when it was started: it reads the file only at a start.',
    zh: '已写入。{port} 仍按启动时读到的配置运行：只有启动时才读取该文件。',
  },
  'files.noDirective': {
    en: 'The file of {port} has no {directive}.',
    zh: '{port} 的配置文件里没有 {directive}。',
  },
  'files.passwordOverruled': {
    en: 'But this file also has a line for the user default, which CONFIG REWRITE writes: that line decides, and requirepass does nothing. Remove it: /conf {port} -user default',
    zh: '但该文件里还有 default 用户的一行（由 CONFIG REWRITE 写入）：以那一行为准，requirepass 不起作用。请删除那一行：/conf {port} -user default',
  },
  'files.kept': {
    en: '{name} stays as it is in this lab: otherwise the lab could not start, read or remove this node.',
    zh: '在本实验室里 {name} 不能改：改了之后，实验室就无法启动、读取或清理该节点。',
  },
  'files.bind': {
    en: 'Here bind takes 127.0.0.1, and beside it other addresses of this computer alone (127.0.0.2, ::1): on any other address strangers could reach the node.',
    zh: '在本实验室里 bind 必须包含 127.0.0.1，此外只能是其他本机回环地址（127.0.0.2、::1）：换成别的地址，外人就可能连上该节点。',
  },
} as const
