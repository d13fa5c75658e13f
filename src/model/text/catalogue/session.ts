// The report on a session.

export const sessionText = {
  'session.title': {en: 'A session with redis-cluster-lab', zh: 'redis-cluster-lab 实验记录'},
  'session.when': {
    en: 'From {from} to {to}: {minutes} min {seconds} s',
    zh: '{from} 至 {to}，共 {minutes} 分 {seconds} 秒',
  },
  'session.versions': {en: 'Versions: {versions}', zh: '版本：{versions}'},
  'session.recording': {
    en: 'The recording is {file}. To replay it moment by moment, no nodes needed: `redis-cluster-lab replay FILE`',
    zh: '录制文件是 {file}。逐个时刻回放（不需要节点）：`redis-cluster-lab replay 文件`',
  },
  'session.secrets': {
    en: 'Lines with a password are hidden, here and in the recording',
    zh: '含密码的行在报告和录制文件中都已隐去',
  },
  'session.failovers': {en: 'Failovers', zh: '故障转移'},
  'session.happened': {en: 'What happened', zh: '发生的事件'},
  'session.stage': {
    en: 'Stage {stage}, first node at {base}, from {time}',
    zh: '环境 {stage}，首个节点端口 {base}，始于 {time}',
  },
  'session.quiet': {en: 'Nothing happened on these nodes.', zh: '这些节点上没有发生任何事件。'},
  'session.none': {en: 'None.', zh: '无。'},
  'session.commands': {en: 'Commands', zh: '执行的命令'},
  'session.newest': {en: 'The newest {newest} of {all}.', zh: '共 {all} 条，以下是最近的 {newest} 条。'},
  'session.time': {en: 'time', zh: '时间'},
  'session.prompt': {en: 'prompt', zh: '提示符'},
  'session.line': {en: 'line', zh: '输入'},
  'session.nodes': {en: 'sent to', zh: '发往'},
  'session.reply': {en: 'reply', zh: '返回'},
  'session.traffic': {en: 'The traffic client', zh: '客户端流量'},
  'session.logs': {en: 'What the nodes wrote in their logs', zh: '节点写入日志的内容'},
  'session.passed': {en: 'Steps passed', zh: '完成的步骤'},
} as const
