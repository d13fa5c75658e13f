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
} as const
