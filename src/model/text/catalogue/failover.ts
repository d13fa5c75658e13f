// The sums over a failover.

export const failoverText = {
  'failover.died': {
    en: '{heir} for {owner} · slots {slots} · writes failed {seconds} s, {how}',
    zh: '{heir} 接替 {owner} · 槽 {slots} · 写入失败 {seconds} 秒，{how}',
  },
  'failover.unknown': {
    en: '{heir} for {owner} · slots {slots} · since when writes failed is not known',
    zh: '{heir} 接替 {owner} · 槽 {slots} · 写入失败的起点未知',
  },
  'failover.asked': {
    en: '{heir} for {owner}, as asked · slots {slots} · writes waited {seconds} s, {how}',
    zh: '{heir} 按要求接替 {owner} · 槽 {slots} · 写入等待 {seconds} 秒，{how}',
  },
  'failover.forced': {
    en: '{heir} for {owner}, forced · slots {slots}',
    zh: '{heir} 强制接替 {owner} · 槽 {slots}',
  },
  'failover.open': {
    en: '{owner} is gone · slots {slots} · no new master yet',
    zh: '{owner} 已离线 · 槽 {slots} · 尚无新主节点',
  },
  'failover.how': {en: 'from {from} to {to}', zh: '从{from}到{to}'},
  'failover.from.lab': {en: 'the signal', zh: '发出信号'},
  'failover.from.log': {en: "{node}'s log", zh: ' {node} 的日志'},
  'failover.from.poll': {en: 'the first look without an answer', zh: '首次无应答的轮询'},
  'failover.to.log': {en: "{node}'s log", zh: ' {node} 的日志'},
  'failover.to.poll': {en: 'the first look that showed it', zh: '首次看到接替的轮询'},
} as const
