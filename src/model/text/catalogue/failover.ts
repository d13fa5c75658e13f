// The sums over a failover.

export const failoverText = {
  'failover.died': {
    en: '{promoted} replaced {owner} · slots {slots} · no writes for {seconds} s, {how}',
    zh: '{promoted} 接替 {owner} · 槽 {slots} · {seconds} 秒无法写入，{how}',
  },
  'failover.watched': {
    en: '{promoted} replaced {owner} · no master for {seconds} s, {how}',
    zh: '{promoted} 接替 {owner} · {seconds} 秒没有主节点，{how}',
  },
  'failover.watchedAsked': {
    en: '{promoted} replaced {owner}, as requested · after {seconds} s, {how}',
    zh: '{promoted} 按要求接替 {owner} · 用时 {seconds} 秒，{how}',
  },
  'failover.unknown': {
    en: '{promoted} replaced {owner} · slots {slots} · time without writes unknown',
    zh: '{promoted} 接替 {owner} · 槽 {slots} · 无法写入的时长未知',
  },
  'failover.asked': {
    en: '{promoted} replaced {owner}, as requested · slots {slots} · writes waited {seconds} s, {how}',
    zh: '{promoted} 按要求接替 {owner} · 槽 {slots} · 写入等待 {seconds} 秒，{how}',
  },
  'failover.returned': {
    en: '{promoted} replaced {owner} for {seconds} s only · slots {slots} · {owner} has the higher epoch and stays their master',
    zh: '{promoted} 仅接替 {owner} {seconds} 秒 · 槽 {slots} · {owner} 的纪元更大，仍是主节点',
  },
  'failover.forced': {
    en: '{promoted} replaced {owner}, forced · slots {slots}',
    zh: '{promoted} 强制接替 {owner} · 槽 {slots}',
  },
  'failover.open': {
    en: 'no new master for {owner} yet · slots {slots}',
    zh: '{owner} 尚无节点接替 · 槽 {slots}',
  },
  'failover.atMost': {en: 'at most {seconds}', zh: '至多 {seconds}'},
  'failover.how': {en: 'from {from} to {to}', zh: '从{from}到{to}'},
  'failover.from.lab': {en: 'the signal', zh: '发出信号'},
  'failover.from.process': {en: 'the end of its process', zh: '进程结束'},
  'failover.from.log': {en: "{node}'s log", zh: ' {node} 的日志'},
  'failover.from.poll': {en: 'the last poll that it answered', zh: '最后一次有响应的轮询'},
  'failover.to.log': {en: "{node}'s log", zh: ' {node} 的日志'},
  'failover.phase.unnoticed': {en: 'unnoticed {seconds} s', zh: '未察觉 {seconds} 秒'},
  'failover.phase.suspected': {en: 'fail? {seconds} s', zh: 'fail? {seconds} 秒'},
  'failover.phase.election': {en: 'election {seconds} s', zh: '选举 {seconds} 秒'},
  'failover.phase.sdown': {en: 's_down {seconds} s', zh: 's_down {seconds} 秒'},
  'failover.phase.failover': {en: 'failover {seconds} s', zh: '故障转移 {seconds} 秒'},
  'failover.to.poll': {en: 'the first poll that showed it', zh: '首次看到接替的轮询'},
} as const
