// Subscriptions, MONITOR and SYNC at the prompt.

export const listenText = {
  'listen.polling': {
    en: "MONITOR hides the lab's own polling (INFO and CLUSTER, several times a second). You can type other lines meanwhile; press Ctrl-C to leave.",
    zh: 'MONITOR 已隐去实验室自身的轮询（每秒数次 INFO 和 CLUSTER）。期间可以继续输入命令；按 Ctrl-C 退出。',
  },
  'listen.from': {en: '{from}:', zh: '{from}：'},
  'listen.apart': {
    en: "Subscriptions here have their own connection; press Ctrl-C to end them. This command applies to the prompt's connection.",
    zh: '订阅在这里使用单独的连接，按 Ctrl-C 退出；这条命令作用于提示符的连接。',
  },
  'listen.leftOut': {
    en: '… {n} {n|line|lines} omitted: they arrive faster than anyone can read.',
    zh: '…… 略去 {n} 行：来得太快，无法阅读。',
  },
} as const
