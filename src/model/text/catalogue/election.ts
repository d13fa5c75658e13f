// What prevents an election, and the way out.

export const electionText = {
  'election.nofailover': {
    en: '{replica} may not stand for election: @{replica} CONFIG SET cluster-replica-no-failover no; or {back}',
    zh: '{replica} 不参加选举：@{replica} CONFIG SET cluster-replica-no-failover no；或 {back}',
  },
  'election.tooOld': {
    en: '{replica} was without its master for too long to be elected: {back}, or @{replica} CLUSTER FAILOVER FORCE',
    zh: '{replica} 与主节点断开过久，不能参加选举：{back}，或 @{replica} CLUSTER FAILOVER FORCE',
  },
  'election.unknown': {
    en: 'the masters do not know {replica}, so it gets no votes: {line}',
    zh: '主节点不认识 {replica}，不会给它投票：{line}',
  },
  'election.minority': {
    en: 'no election: {up} of the {needed} masters that must vote {up|is|are} up; {line}',
    zh: '无法选举：需要 {needed} 个主节点投票，只有 {up} 个可用；{line}',
  },
} as const
