// What `import` prints.

export const importText = {
  'import.which': {
    en: 'Name a file written by `redis-cluster-lab export FILE`, or - for standard input: `redis-cluster-lab import FILE`.',
    zh: '请指定由 `redis-cluster-lab export 文件` 写出的文件，或用 - 表示标准输入：`redis-cluster-lab import 文件`。',
  },
  'import.unreadable': {
    en: 'Cannot read {file}: {cause}. Nothing was changed.',
    zh: '无法读取 {file}：{cause}。没有任何改动。',
  },
  'import.broken': {
    en: 'Cannot import {file}: {fault} Nothing was changed. Use a file written by `redis-cluster-lab export FILE`.',
    zh: '无法导入 {file}：{fault}没有任何改动。请使用由 `redis-cluster-lab export 文件` 写出的文件。',
  },
  'import.done': {
    en: 'Imported {steps} {steps|step|steps} and {answers} {answers|answer|answers}.',
    zh: '已导入：{steps} 步、{answers} 个回答。',
  },
  'import.nothingNew': {
    en: 'Nothing in it is newer than your progress here.',
    zh: '其中没有比现有记录更新的内容。',
  },
} as const
