// What is wrong with a progress file, and what export and import say.

export const progressText = {
  'progress.notJson': {en: 'it is not a JSON object.', zh: '内容不是 JSON 对象。'},
  'progress.newer': {
    en: 'a newer version of the lab wrote it (format {came}, this one reads up to {newest}). Use that version.',
    zh: '它由更新版本的实验室写入（格式 {came}，此版本最多支持 {newest}）。请使用那个版本。',
  },
  'progress.shape': {
    en: '{path} should be {expected}, came {came}.',
    zh: '{path} 应为{expected}，实际是 {came}。',
  },
  'progress.version': {en: 'a whole number from 1', zh: '不小于 1 的整数'},
  'progress.object': {en: 'an object', zh: '对象'},
  'progress.list': {en: 'a list', zh: '列表'},
  'progress.text': {en: 'a text', zh: '文本'},
  'progress.flag': {en: 'true or false', zh: ' true 或 false'},
  'progress.number': {en: 'a number from 0', zh: '不小于 0 的数'},
  'export.nothing': {
    en: 'There is nothing to export: {file} is not there, so nothing was learnt here yet.',
    zh: '没有可导出的内容：{file} 不存在，这里还没有学习记录。',
  },
  'export.done': {
    en: '{file} has {steps} {steps|step|steps} and {answers} {answers|answer|answers}. `redis-cluster-lab import {file}` adds them elsewhere.',
    zh: '{file} 中有 {steps} 步、{answers} 个回答。在别处用 `redis-cluster-lab import {file}` 导入。',
  },
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
