// Who serves which slots.

export const slotsText = {
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
} as const
