// Titles of the nodes pane.

export const viewText = {
  'view.nodes': {en: 'Nodes · INFO replication', zh: '节点 · INFO replication'},
  'view.opinions': {en: 'Six opinions · who says what of whom', zh: '六种看法 · 谁如何看待谁'},
  'view.slots': {en: 'Slots · as {port} sees them', zh: '哈希槽 · {port} 的看法'},
  'view.timeline': {en: 'Timeline · what happened on the nodes', zh: '时间线 · 节点上发生的事'},
  'view.traffic': {en: 'Traffic · a client at work', zh: '流量 · 一个工作中的客户端'},
  'view.lines': {
    en: 'In lines: @all INFO replication, /view opinions, /view slots, /timeline, /traffic.',
    zh: '按行显示：@all INFO replication、/view opinions、/view slots、/timeline、/traffic。',
  },
} as const
