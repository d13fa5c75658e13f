// What only the lab in lines prints.

export const plainText = {
  'plain.condition': {en: 'To do: {sentence}', zh: '待完成：{sentence}'},
  'plain.met': {en: 'Met: {sentence}', zh: '已满足：{sentence}'},
  'plain.step': {en: 'Step {n} of {all}: {title}', zh: '第 {n} 步，共 {all} 步：{title}'},
  'plain.passed': {en: 'Done: {passed} Type /next to continue.', zh: '完成：{passed} 输入 /next 继续。'},
  'plain.history': {
    en: 'At a terminal, Up and Down recall earlier lines; after a few letters, only those that begin with them.',
    zh: '在终端中，用 ↑ ↓ 浏览历史命令；先输入几个字母，则只浏览以此开头的命令。',
  },
  'plain.noPanel': {
    en: 'In lines there is no panel: changes on the nodes are told as they happen, and INFO replication, CLUSTER NODES, /view and /timeline print the rest.',
    zh: '逐行模式没有节点面板：节点的变化会随时说明，其余可用 INFO replication、CLUSTER NODES、/view 和 /timeline 查看。',
  },
  'plain.freePlay': {
    en: 'Free play on a {stage} stage. Redis commands go to {port}; /help lists the others.',
    zh: '在 {stage} 环境中自由练习。Redis 命令发给 {port}；/help 列出其他命令。',
  },
} as const
