// Who serves which slots.

export const slotsText = {
  'slots.none': {
    en: 'No slots: these nodes run without cluster mode.',
    zh: '没有哈希槽：这些节点没有启用集群模式。',
  },
  'slots.silent': {
    en: "{port} does not respond. To see another node's slots: /use PORT.",
    zh: '{port} 没有响应。查看另一个节点的槽：/use 端口。',
  },
  'slots.owner': {
    en: '{port}  {slots}  {count} {count|slot|slots}  {state}',
    zh: '{port}  {slots}  共 {count} 个槽  {state}',
  },
  'slots.count': {en: '{count} {count|slot|slots}', zh: '{count} 个槽'},
  'slots.keys': {en: '{keys} {keys|key|keys}', zh: '{keys} 个键'},
  'slots.silentOwner': {en: 'does not respond', zh: '没有响应'},
  'slots.foreignOwner': {en: 'not a node of this lab', zh: '不是本实验室的节点'},
  'slots.nobody': {en: 'no owner  {count} {count|slot|slots}', zh: '无人负责  {count} 个槽'},
  'slots.key': {en: '{key}: slot {slot}, served by {port}', zh: '{key}：槽 {slot}，由 {port} 负责'},
  'slots.keyNobody': {en: '{key}: slot {slot}, no owner', zh: '{key}：槽 {slot}，无人负责'},
  'slots.migrating': {en: 'slot {slot} being moved: {from} → {to}', zh: '槽 {slot} 正在迁移：{from} → {to}'},
  'slots.migrating.keys': {
    en: 'slot {slot} being moved: {from} ({fromKeys} {fromKeys|key|keys}) → {to} ({toKeys} {toKeys|key|keys})',
    zh: '槽 {slot} 正在迁移：{from}（{fromKeys} 个键）→ {to}（{toKeys} 个键）',
  },
  'slots.names': {en: '{owner} according to {nodes}', zh: '{nodes} 认为归 {owner}'},
  'slots.namesNone': {en: 'nobody according to {nodes}', zh: '{nodes} 认为无人负责'},
  'slots.disputed.nobody': {
    en: '{count} disputed {count|slot|slots} that nobody serves: {slots} (owner: {views})',
    zh: '{count} 个槽归属不一致，无人负责：{slots}（{views}）',
  },
  'slots.disputed.both': {
    en: '{count} disputed {count|slot|slots} that {claims} all claim: {slots} (owner: {views})',
    zh: '{count} 个槽归属不一致，{claims} 都显示由自己负责：{slots}（{views}）',
  },
  'slots.disputed.late': {
    en: '{count} disputed {count|slot|slots} that {claims} serves: {slots} (owner: {views})',
    zh: '{count} 个槽归属不一致，实际由 {claims} 负责：{slots}（{views}）',
  },
  'slots.path': {
    en: 'last redirect, slot {slot}: you → {path}',
    zh: '最近一次重定向，槽 {slot}：你 → {path}',
  },
  'slots.shown': {
    en: '{port} ({redirect} {target}, not followed)',
    zh: '{port}（{redirect} {target}，未跟随）',
  },
} as const
