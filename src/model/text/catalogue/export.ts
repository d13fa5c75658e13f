// What `export` prints.

export const exportText = {
  'export.nothing': {
    en: 'There is nothing to export: {file} is not there, so nothing was learnt here yet.',
    zh: '没有可导出的内容：{file} 不存在，这里还没有学习记录。',
  },
  'export.done': {
    en: '{file} has {steps} {steps|step|steps} and {answers} {answers|answer|answers}. `redis-cluster-lab import {file}` adds them elsewhere.',
    zh: '{file} 中有 {steps} 步、{answers} 个回答。在别处用 `redis-cluster-lab import {file}` 导入。',
  },
} as const
