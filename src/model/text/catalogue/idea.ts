// Names of the ideas that questions are about.

export const ideaText = {
  'idea.nodes': {en: 'servers and nodes', zh: '服务器与节点'},
  'idea.replication': {en: 'replication', zh: '主从复制'},
  'idea.reading': {en: 'reading from replicas', zh: '读从节点'},
  'idea.slots': {en: 'slots and redirects', zh: '槽与重定向'},
  'idea.failover': {en: 'failover', zh: '故障转移'},
  'idea.losses': {en: 'writes that can be lost', zh: '可能丢失的写入'},
  'idea.clients': {en: 'clients', zh: '客户端'},
  'idea.sentinel': {en: 'Sentinel', zh: '哨兵（Sentinel）'},
  'idea.other': {en: 'other', zh: '其他'},
} as const
