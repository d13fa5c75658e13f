// What `import` prints.

export const importText = {
  'import.which': {
    en: '`redis-cluster-lab import FILE`: name a file that `redis-cluster-lab export FILE` wrote, or - for standard input.',
    zh: '`redis-cluster-lab import FILE`：请指定由 `redis-cluster-lab export FILE` 写出的文件，或用 - 表示标准输入。',
  },
  'import.unreadable': {
    en: 'Cannot read {file}: {cause}. Nothing was changed.',
    zh: '无法读取 {file}：{cause}。没有任何改动。',
  },
  'import.broken': {
    en: '{file} cannot be taken over: {fault} Nothing was changed. `redis-cluster-lab export FILE` writes such a file.',
    zh: '无法导入 {file}：{fault}没有任何改动。可导入的文件由 `redis-cluster-lab export FILE` 写出。',
  },
  'import.done': {
    en: 'Taken over: {steps} {steps|step|steps} and {answers} {answers|answer|answers}.',
    zh: '已导入：{steps} 步、{answers} 个回答。',
  },
  'import.nothingNew': {
    en: 'Nothing in it is newer than what is here.',
    zh: '其中没有比现有记录更新的内容。',
  },
} as const
