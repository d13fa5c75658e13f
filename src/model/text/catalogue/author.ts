// Placeholders for an author's own sentences.

export const authorText = {
  'author.words': {en: '{words}', zh: '{words}'},
  'author.badId': {
    en: '"{id}" cannot be a lesson\'s name. Use letters, digits, - and _. Example: redis-cluster-lab lesson new client-pause',
    zh: '“{id}”不能用作课程名，只能使用字母、数字、- 和 _。例如：redis-cluster-lab lesson new client-pause',
  },
  'author.exists': {
    en: '{folder} already exists; nothing was changed. Choose another name, or move the folder away.',
    zh: '{folder} 已存在，其中内容未改动。请换一个名字，或移走该目录。',
  },
  'author.unwritable': {
    en: 'Cannot write {folder}: {cause}. Choose a writable folder with --lessons DIR.',
    zh: '无法写入 {folder}：{cause}。请用“--lessons 目录”指定可写的目录。',
  },
  'author.begun': {
    en: '{folder}: lesson.ts defines the steps, en.md and zh.md hold the text. Verify it: redis-cluster-lab lesson check {typed}',
    zh: '{folder}：lesson.ts 定义步骤，en.md 与 zh.md 是课程文字。验证：redis-cluster-lab lesson check {typed}',
  },
  'author.stamped': {
    en: '{file}: stamped {sections}',
    zh: '{file}：已标记 {sections}',
  },
  'author.current': {en: '{file}: nothing to stamp', zh: '{file}：无需标记'},
  'author.noTranslation': {
    en: '{folder}: no zh.md next to en.md, so there is nothing to stamp.',
    zh: '{folder}：en.md 旁没有 zh.md，无需标记。',
  },
} as const
