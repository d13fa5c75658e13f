// The words about a node's files.

export const filesText = {
  'command.log': {
    en: "the newest lines of a node's log, 15 or N; a dead node's too",
    zh: '查看节点日志的最新 15 行或 N 行，已停止的节点也可以',
  },
  'command.conf': {en: "a node's redis.conf", zh: '查看节点的 redis.conf'},
  'files.silent': {
    en: '{port} has written nothing into its log since the nodes were ready.',
    zh: '自节点就绪以来，{port} 没有写入新的日志。',
  },
  'files.unreadable': {
    en: '{path} cannot be read: {cause}. /reset starts new nodes with new files.',
    zh: '无法读取 {path}：{cause}。/reset 会启动新的节点和文件。',
  },
} as const
