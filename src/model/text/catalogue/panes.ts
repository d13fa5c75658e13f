// The words of the nodes pane's other views.

export const viewsText = {
  'view.nodes': {en: 'Nodes · INFO replication', zh: '节点 · INFO replication'},
  'view.opinions': {en: 'Six opinions · who says what of whom', zh: '六种看法 · 谁如何看待谁'},
  'view.slots': {en: 'Slots · as {port} sees them', zh: '哈希槽 · {port} 的看法'},
  'view.timeline': {en: 'Timeline · what happened on the nodes', zh: '时间线 · 节点上发生的事'},
  'view.traffic': {en: 'Traffic · a client at work', zh: '流量 · 一个工作中的客户端'},
  'view.lines': {
    en: 'In lines: @all INFO replication, /view opinions, /view slots, /timeline, /traffic.',
    zh: '按行显示：@all INFO replication、/view opinions、/view slots、/timeline、/traffic。',
  },
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
  'slots.none': {
    en: 'No slots: these nodes run without cluster mode.',
    zh: '没有哈希槽：这些节点没有启用集群模式。',
  },
  'slots.silent': {
    en: '{port} does not answer; /use another node to see what it says of the slots.',
    zh: '{port} 没有应答；用 /use 切换到另一个节点，查看它对哈希槽的看法。',
  },
  'slots.owner': {
    en: '{port}  {slots}  {count} slots  {keys} {keys|key|keys}',
    zh: '{port}  {slots}  共 {count} 个槽  {keys} 个键',
  },
  'slots.ownerSilent': {
    en: '{port}  {slots}  {count} slots  does not answer',
    zh: '{port}  {slots}  共 {count} 个槽  没有应答',
  },
  'slots.nobody': {en: 'nobody  {count} slots', zh: '无人负责  {count} 个槽'},
  'slots.key': {en: '{key}: slot {slot}, served by {port}', zh: '{key}：槽 {slot}，由 {port} 负责'},
  'slots.keyNobody': {en: '{key}: slot {slot}, served by nobody', zh: '{key}：槽 {slot}，无人负责'},
  'slots.migrating': {en: 'slot {slot} on its way: {from} → {to}', zh: '槽 {slot} 正在迁移：{from} → {to}'},
  'slots.path': {
    en: 'last redirect: you → {path}  ({redirect})',
    zh: '最近一次重定向：你 → {path}（{redirect}）',
  },
  'command.view': {
    en: 'what the nodes pane shows; F2 goes through them',
    zh: '切换节点面板的视图；F2 依次切换',
  },
  'help.panel': {en: 'The nodes', zh: '节点面板'},
  'help.panel.marks': {
    en: '{changed} changed since your last line · {asked} what this step is about · {grew}48 the offset grew by 48 bytes',
    zh: '{changed} 上一条命令之后有变化 · {asked} 本步骤关注的字段 · {grew}48 偏移量增加了 48 字节',
  },
  'help.panel.letters': {
    en: '[A] nodes with the same letter tell the same history (master_replid) · [B]{arrow}[A] B went on from A',
    zh: '[A] 字母相同的节点属于同一段复制历史（master_replid）· [B]{arrow}[A] B 由 A 延续而来',
  },
  'help.panel.listen': {
    en: 'redis-cluster-lab --plain says every change as a sentence: for screen readers',
    zh: 'redis-cluster-lab --plain 将每个变化用一句话说出：适合读屏软件',
  },
  'help.key.view': {
    en: 'F2 — the nodes pane: nodes, six opinions, slots, timeline, traffic',
    zh: 'F2 — 节点面板：节点、六种看法、哈希槽、时间线、流量',
  },
  'key.view': {en: 'F2 view', zh: 'F2 视图'},
} as const
