// The progress file.

export const progressText = {
  'progress.moved': {
    en: 'Cannot use your progress in {file}: {fault} You start over. The old file is kept beside it as {moved}; a version of the lab that can read it adds it with `redis-cluster-lab import FILE`.',
    zh: '无法使用 {file} 中的学习进度：{fault}进度将从头开始。旧文件保留在同一目录，名为 {moved}；能读取它的实验室版本可用 `redis-cluster-lab import FILE` 导入。',
  },
  'progress.notKept': {
    en: '{because} Until then the lab works, but does not remember the steps you pass.',
    zh: '{because}在此之前实验室可以使用，但不会记住你通过的步骤。',
  },
  'progress.notJson': {en: 'it is not a JSON object.', zh: '内容不是 JSON 对象。'},
  'progress.newer': {
    en: 'a newer version of the lab wrote it (format {actual}; this one reads up to {newest}). Use that version.',
    zh: '它由更新版本的实验室写入（格式 {actual}，此版本最多支持 {newest}）。请使用那个版本。',
  },
  'progress.shape': {
    en: '{path} should be {expected}, got {actual}.',
    zh: '{path} 应为{expected}，实际是 {actual}。',
  },
  'progress.version': {en: 'a whole number, 1 or more', zh: '不小于 1 的整数'},
  'progress.object': {en: 'an object', zh: '对象'},
  'progress.list': {en: 'a list', zh: '列表'},
  'progress.text': {en: 'a string', zh: '字符串'},
  'progress.flag': {en: 'true or false', zh: ' true 或 false'},
  'progress.number': {en: 'a number, 0 or more', zh: '不小于 0 的数'},
} as const
