// What `up` prints.

export const upText = {
  'up.starting': {
    en: 'Starting six redis-servers ({binary}, {version}) …',
    zh: '正在启动六个 redis-server（{binary}，{version}）……',
  },
  'up.node': {en: '  {port}  {role}  pid {pid}  {slots}', zh: '  {port}  {role}  pid {pid}  {slots}'},
  'up.ready': {
    en: 'Ready after {ms} ms: {stage}. Files in {dir}. Ctrl-C ends it. Try, in another terminal:\n  {cli} {flag}-p {port}',
    zh: '{ms} 毫秒后就绪：{stage}。文件在 {dir}。Ctrl-C 结束。可在另一个终端试试：\n  {cli} {flag}-p {port}',
  },
  'up.stopped': {en: 'Stopped; nothing is left.', zh: '已停止，没有遗留。'},
} as const
