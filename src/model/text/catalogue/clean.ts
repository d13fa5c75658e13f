// What `clean` prints.

export const cleanText = {
  'clean.none': {
    en: 'Nothing to remove: earlier labs left nothing in {folder}.',
    zh: '无需清理：{folder} 中没有以前的实验室遗留。',
  },
  'clean.removed': {en: 'Removed {folder} and its nodes.', zh: '已清除 {folder} 及其节点。'},
  'clean.room': {
    en: 'Removed room {room}: its time to be kept is over.',
    zh: '已清除房间 {room}：保存期已过。',
  },
  'clean.failed': {
    en: 'Could not remove {folder}. See what is left in it: ls -la {folder}',
    zh: '无法清除 {folder}。请查看其中还有什么：ls -la {folder}',
  },
  'clean.alive': {
    en: 'Kept {folder}: it belongs to a running lab (keeper pid {pid}).',
    zh: '保留：{folder} 属于正在运行的实验室（守护进程 pid {pid}）。',
  },
} as const
