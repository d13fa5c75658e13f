// What nodes say of each other.

export const opinionsText = {
  'opinions.deaf': {
    en: "{sign} the node of this row does not hear the column's: the link is cut in that direction.",
    zh: '{sign} 本行的节点收不到该列节点的消息：那个方向的链路已被切断。',
  },
  'opinions.deafTo': {
    en: '{deaf} cannot hear {others}: cut in that direction',
    zh: '{deaf} 收不到 {others} 的消息：那个方向的链路已被切断',
  },
  'opinions.none': {
    en: 'These nodes run without cluster mode: they have no opinions on each other.',
    zh: '这些节点没有启用集群模式：彼此之间没有看法。',
  },
  'opinions.of': {en: 'seen by', zh: '观察者＼对象'},
  'opinions.epochs': {en: 'config / current epoch', zh: '配置 / 当前纪元'},
  'opinions.silent': {en: 'does not respond', zh: '没有响应'},
  'opinions.handshake': {en: 'shake', zh: '握手'},
  'opinions.unlinked': {en: 'cut', zh: '断开'},
  'opinions.epochsShort': {en: 'epochs', zh: '纪元'},
  'opinions.itsEpochs': {
    en: 'config epoch {epoch}, current epoch {currentEpoch}',
    zh: '配置纪元 {epoch}，当前纪元 {currentEpoch}',
  },
  'opinions.legend': {
    en: 'fail? (PFAIL): the node of this row suspects it · fail (FAIL): most masters agreed, all nodes in reach are told · cut: no connection, not suspected yet · ?: unknown here',
    zh: 'fail?（PFAIL，主观下线）：本行节点的怀疑 · fail（FAIL，客观下线）：多数主节点已达成一致，并已通知所有可达的节点 · 断开：没有连接，尚未怀疑 · ?：不认识',
  },
  'opinions.names': {en: 'names', zh: '主节点'},
  'opinions.quorum': {
    en: '{port} is marked down by {count} of the Sentinels; the quorum is {quorum}',
    zh: '{count} 个哨兵判定 {port} 下线；quorum 为 {quorum}',
  },
  'opinions.led': {
    en: '{port} got the votes of {voters} in epoch {epoch}, and its own: it led that failover',
    zh: '{port} 在纪元 {epoch} 得到 {voters} 和自己的投票，是那次故障转移的领导者',
  },
  'opinions.noMajority': {
    en: '{port} reaches {usable} of {known} Sentinels: a failover needs {needed} votes',
    zh: '{port} 只能联系到 {known} 个哨兵中的 {usable} 个：故障转移需要 {needed} 票',
  },
  'opinions.sentinelLegend': {
    en: 's_down: this Sentinel got no valid reply for down-after-milliseconds · o_down: it knows a quorum that agrees, masters only · cut: no connection, not down yet',
    zh: 's_down（主观下线）：该哨兵在 down-after-milliseconds 内没有收到有效回复 · o_down（客观下线）：它得知达到 quorum 的哨兵都这样认为，只用于主节点 · 断开：没有连接，尚未判定下线',
  },
  'opinions.suspected': {
    en: '{port} is suspected: {masters} of the masters say fail?, {needed} must agree',
    zh: '{port} 被怀疑下线：{masters} 个主节点标为 fail?，需要 {needed} 个达成一致',
  },
  'opinions.failed': {
    en: '{port} is marked fail: at least {needed} masters agreed',
    zh: '{port} 被标为 fail（客观下线）：至少 {needed} 个主节点达成一致',
  },
} as const
