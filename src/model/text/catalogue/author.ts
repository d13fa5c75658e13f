// Placeholders for an author's own sentences.

export const authorText = {
  'author.words': {en: '{words}', zh: '{words}'},
  'author.badId': {
    en: 'A lesson cannot be called "{id}": its name is made of letters, digits, - and _. Example: redis-cluster-lab lesson new client-pause',
    zh: '课程不能叫“{id}”：名字由字母、数字、- 和 _ 组成。例如：redis-cluster-lab lesson new client-pause',
  },
  'author.exists': {
    en: '{folder} is there already, and nothing was changed in it. Choose another name, or move it away.',
    zh: '{folder} 已经存在，其中内容未被改动。请换一个名字，或移走它。',
  },
  'author.unwritable': {
    en: 'Cannot write {folder}: {cause}. Name a folder that you can write with --lessons DIR.',
    zh: '无法写入 {folder}：{cause}。请用 --lessons DIR 指定可写的目录。',
  },
  'author.begun': {
    en: '{folder}: lesson.ts says what is asked, en.md and zh.md say it in words. Prove it: redis-cluster-lab lesson check {folder}',
    zh: '{folder}：lesson.ts 规定要做什么，en.md 与 zh.md 用文字表达。验证：redis-cluster-lab lesson check {folder}',
  },
  'author.stamped': {
    en: '{file}: stamped {sections}',
    zh: '{file}：已标记 {sections}',
  },
  'author.current': {en: '{file}: nothing to stamp', zh: '{file}：无需标记'},
  'author.noTranslation': {
    en: '{folder}: no zh.md beside an en.md, so there is nothing to stamp.',
    zh: '{folder}：en.md 旁没有 zh.md，无需标记。',
  },
} as const
