// What the questions of the lesson on failover say while they are not met.

export const askFailoverText = {
  'ask.viewNotAsked': {
    en: 'no node was asked for CLUSTER NODES yet',
    zh: '还没有向任何节点查询 CLUSTER NODES',
  },
  'ask.notUnder': {
    en: '{node} does not see {replica} as a replica of {master} yet',
    zh: '{node} 尚未看到 {replica} 是 {master} 的从节点',
  },
  'ask.fewerKeys': {
    en: '{node} has {came} {came|key|keys}; at the start there were {least}',
    zh: '{node} 有 {came} 个键；开始时有 {least} 个',
  },
  'ask.tooOldToElect': {
    en: '{node} lost its link to {master} {seconds} s ago: its data counts as too old, and it is not elected any more',
    zh: '{node} 与 {master} 的连接已断开 {seconds} 秒：它的数据被视为过旧，不会再当选',
  },
} as const
