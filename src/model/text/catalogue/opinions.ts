// What nodes say of each other.

export const opinionsText = {
  'opinions.none': {
    en: 'These nodes run without cluster mode: none has an opinion on the others.',
    zh: '这些节点没有启用集群模式：彼此之间没有看法。',
  },
  'opinions.of': {en: 'says of', zh: '对象'},
  'opinions.epochs': {en: 'config / current epoch', zh: '配置 / 当前纪元'},
  'opinions.silent': {en: 'does not answer', zh: '没有应答'},
  'opinions.handshake': {en: 'shake', zh: '握手'},
  'opinions.unlinked': {en: 'cut', zh: '断开'},
  'opinions.epochsShort': {en: 'epochs', zh: '纪元'},
  'opinions.itsEpochs': {
    en: 'config epoch {epoch}, current epoch {currentEpoch}',
    zh: '配置纪元 {epoch}，当前纪元 {currentEpoch}',
  },
  'opinions.legend': {
    en: 'fail? (PFAIL): this node alone suspects it · fail (FAIL): a majority of the masters agreed, and all are told · cut: no connection, not suspected yet · ?: never heard of',
    zh: 'fail?（PFAIL）：仅该节点怀疑其下线 · fail（FAIL）：多数主节点达成一致，并已通知所有节点 · 断开：没有连接，尚未怀疑 · ?：从未听说过',
  },
  'opinions.suspected': {
    en: '{port} is suspected: {masters} of the masters say fail?, {needed} are needed to agree',
    zh: '{port} 疑似下线：{masters} 个主节点标记 fail?，需要 {needed} 个达成一致',
  },
  'opinions.failed': {
    en: '{port} is down (fail) for all who were told: {masters} of the masters say so, {needed} were needed',
    zh: '{port} 已下线（fail）：{masters} 个主节点这样认为，需要 {needed} 个',
  },
} as const
