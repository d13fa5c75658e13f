// What `list` prints.

export const listText = {
  'list.needs': {en: '{title} (needs {needed})', zh: '{title}（需要 {needed}）'},
  'list.legend': {en: '* finished   + in progress', zh: '* 已完成   + 进行中'},
  'list.row': {
    en: '{mark} {lesson}  {title}  ({done} of {all} steps)',
    zh: '{mark} {lesson}  {title}  （已完成 {done}/{all} 步）',
  },
  'list.rowReview': {
    en: '{mark} {lesson}  {title}  ({done} of {all} steps, {n} to review)',
    zh: '{mark} {lesson}  {title}  （已完成 {done}/{all} 步，{n} 题待复习）',
  },
} as const
