// What the goals of ask-readonly.ts and ask-takeover.ts say while they are not met.

export const askReadonlyText = {
  'readonly.notBehind': {
    en: '{node} is not behind {master} at the moment',
    zh: '{node} 此刻并不落后于 {master}',
  },
  'readonly.notTried': {
    en: 'tried on {nodes}: {came} of {times}',
    zh: '在 {nodes} 上试过：{came}/{times}',
  },
  'readonly.noDemand': {
    en: '{node} demands no replicas: INFO replication has no min_slaves_good_slaves',
    zh: '{node} 没有对从节点提出要求：INFO replication 中没有 min_slaves_good_slaves',
  },
  'takeover.promoted': {
    en: '{node} says role:master; awaited: a replica without a master',
    zh: '{node} 显示 role:master；应为没有主节点的从节点',
  },
  'takeover.linkUp': {
    en: '{node} says master_link_status:up; awaited: down',
    zh: '{node} 显示 master_link_status:up；应为 down',
  },
  'takeover.downSince': {
    en: '{node} says master_link_down_since_seconds:{came}; awaited: {least}',
    zh: '{node} 显示 master_link_down_since_seconds:{came}；应达到 {least}',
  },
  'takeover.notAhead': {
    en: '{node} has no more of the history than {other}',
    zh: '{node} 的复制历史并不比 {other} 多',
  },
  'takeover.gone': {
    en: 'no running node can go on from byte {byte} any more',
    zh: '正在运行的节点中，已经没有哪个能从第 {byte} 字节接着往下',
  },
  'takeover.nobodyYet': {
    en: 'no master goes on from byte {byte} yet',
    zh: '还没有主节点从第 {byte} 字节接着往下',
  },
  'takeover.noMoreKeys': {
    en: '{node} has {keys} {keys|key|keys}, {other} has {less}; awaited: one more on {node}',
    zh: '{node} 有 {keys} 个键，{other} 有 {less} 个；{node} 应多一个',
  },
} as const
