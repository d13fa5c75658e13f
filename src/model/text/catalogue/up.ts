// What `up` prints.

export const upText = {
  'up.starting': {
    en: 'Starting six {redis-server}s ({binary}, {version}) …',
    zh: '正在启动六个 {redis-server}（{binary}，{version}）……',
  },
  'up.node': {en: '  {port}  {role}  pid {pid}  {slots}', zh: '  {port}  {role}  pid {pid}  {slots}'},
  'up.ready': {
    en: 'Ready after {ms} ms: {stage}. Files in {dir}. Press Ctrl-C to stop. In another terminal, try:\n  {cli} {flag}-p {port}',
    zh: '{ms} 毫秒后就绪：{stage}。文件在 {dir}。按 Ctrl-C 停止。可在另一个终端试试：\n  {cli} {flag}-p {port}',
  },
  'up.stopped': {
    en: 'Stopped. No processes, ports or files left behind.',
    zh: '已停止，没有留下任何进程、端口或文件。',
  },
} as const
