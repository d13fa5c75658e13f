// What `clean` prints.

export const cleanText = {
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
} as const
