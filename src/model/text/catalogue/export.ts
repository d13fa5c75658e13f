// What `export` prints.

export const exportText = {
  'export.nothing': {
    en: 'Nothing to export: {file} does not exist, so there is no progress yet.',
    zh: '没有可导出的内容：{file} 不存在，还没有学习记录。',
  },
  'export.done': {
    en: 'Exported {steps} {steps|step|steps} and {answers} {answers|answer|answers} to {file}. To add them elsewhere: `redis-cluster-lab import {typed}`.',
    zh: '已导出 {steps} 步、{answers} 个回答到 {file}。在别处导入：`redis-cluster-lab import {typed}`。',
  },
} as const
