// Subscriptions, MONITOR and SYNC at the prompt.

export const listenText = {
  'listen.polling': {
    en: "MONITOR without the lab's own polling (INFO and CLUSTER, several times a second). Other lines can be typed meanwhile; Ctrl-C leaves.",
    zh: 'MONITOR 已隐去实验室自身的轮询（每秒数次 INFO 与 CLUSTER）。期间可以继续输入命令；Ctrl-C 退出。',
  },
  'listen.from': {en: '{from}:', zh: '{from}：'},
  'listen.apart': {
    en: 'What is listened to here has a connection of its own, which Ctrl-C leaves; this one asks the connection of the prompt.',
    zh: '订阅在这里使用单独的连接，用 Ctrl-C 退出；这条命令作用于提示符的连接。',
  },
  'listen.leftOut': {
    en: '… {n} {n|line|lines} left out: they come faster than anyone reads.',
    zh: '…… 略去 {n} 行：来得太快，无法阅读。',
  },
} as const
