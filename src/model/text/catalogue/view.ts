// Titles of the nodes pane.

export const viewText = {
  'view.nodes': {en: 'Nodes · Shift-Tab, Ctrl-O: every field', zh: '节点 · Shift-Tab、Ctrl-O：所有字段'},
  'view.wholeNodes': {en: 'Nodes · INFO replication', zh: '节点 · INFO replication'},
  'view.opinions': {
    en: 'Opinions of the nodes',
    zh: '看法 · 各节点看其他节点',
  },
  'view.sentinels': {
    en: 'Opinions of the Sentinels',
    zh: '看法 · 各哨兵看其他节点和哨兵',
  },
  'view.slots': {en: 'Slots · as {port} sees them', zh: '槽 · {port} 视角'},
  'view.timeline': {en: 'Timeline of the nodes', zh: '节点时间线'},
  'view.traffic': {en: 'Traffic · a client at work', zh: '流量 · 客户端正在读写'},
  'view.ofStep': {
    en: "this step's view · F2: others",
    zh: '本步骤的视图 · F2：其他视图',
  },
  'view.plain': {en: '{command} shows what this step is about.', zh: '{command} 显示本步骤涉及的内容。'},
  'view.lines': {
    en: 'With --plain: @all INFO replication, /view opinions, /view slots, /timeline, /traffic.',
    zh: '使用 --plain 时：@all INFO replication、/view opinions、/view slots、/timeline、/traffic。',
  },
} as const
