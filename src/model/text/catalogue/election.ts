// What prevents an election, and the way out.

export const electionText = {
  'election.noReplica': {
    en: '{owner} has no replica that responds',
    zh: '{owner} 没有可以响应的从节点',
  },
  'election.nofailover': {
    en: '{replica} may not stand for election',
    zh: '{replica} 不参加选举',
  },
  'election.nofailover.next': {
    en: '@{replica} CONFIG SET cluster-replica-no-failover no; or {back}',
    zh: '@{replica} CONFIG SET cluster-replica-no-failover no；或 {back}',
  },
  'election.tooOld': {
    en: '{replica} was without its master for too long to be elected',
    zh: '{replica} 与主节点断开过久，不能参加选举',
  },
  'election.tooOld.next': {
    en: '{back}, or @{replica} CLUSTER FAILOVER FORCE',
    zh: '{back}，或 @{replica} CLUSTER FAILOVER FORCE',
  },
  'election.unknown': {
    en: 'the masters do not know {replica}, so it gets no votes',
    zh: '主节点不认识 {replica}，不会给它投票',
  },
  'election.unknown.next': {
    en: '{back}; or, 60 s after CLUSTER FORGET, {line}',
    zh: '{back}；或在 CLUSTER FORGET 60 秒之后，{line}',
  },
  'election.minority': {
    en: 'no election: {up} of the {needed} masters that must vote {up|is|are} up',
    zh: '无法选举：需要 {needed} 个主节点投票，只有 {up} 个可用',
  },
  'election.cut': {
    en: 'no election: {replica} reaches {up} of the {needed} masters that must vote',
    zh: '无法选举：需要 {needed} 个主节点投票，{replica} 只能与其中 {up} 个通信',
  },
  'election.cut.next': {en: '/heal {replica}, or {back}', zh: '/heal {replica}，或 {back}'},
  'election.foreign': {
    en: '{owner} is not a node of this lab: start it again where it was started',
    zh: '{owner} 不是本实验室的节点：请在启动它的地方重新启动',
  },
  'election.with': {en: '{fact}: {next}', zh: '{fact}：{next}'},
  'election.stays': {
    en: 'nobody takes over the slots of {owner}: {because}',
    zh: '没有节点接管 {owner} 的槽：{because}',
  },
} as const
