// What a step has changed on the nodes, said when it is passed and kept in the report.

export const happenedText = {
  'happened.master': {en: '{node} became a master', zh: '{node} 成为主节点'},
  'happened.master.slots': {
    en: '{node} became the master of {slots}, epoch {epoch}',
    zh: '{node} 成为 {slots} 的主节点，纪元 {epoch}',
  },
  'happened.replica': {en: '{node} became a replica of {master}', zh: '{node} 成为 {master} 的从节点'},
  'happened.slots': {en: '{node} now serves {slots}', zh: '{node} 现在负责 {slots}'},
  'happened.back': {en: '{node} came back as {role}', zh: '{node} 恢复运行，成为{role}'},
  'happened.aMaster': {en: 'a master', zh: '主节点'},
  'happened.aReplica': {en: 'a replica of {master}', zh: ' {master} 的从节点'},
  'happened.sync_full': {
    en: '{node} gave {count} full {count|synchronisation|synchronisations}',
    zh: '{node} 完成了 {count} 次全量同步',
  },
  'happened.sync_partial_ok': {
    en: '{node} gave {count} partial {count|resynchronisation|resynchronisations}',
    zh: '{node} 完成了 {count} 次部分重同步',
  },
  'happened.keys': {en: '{node}: keys {was} → {now}', zh: '{node}：键 {was} → {now}'},
  'happened.notRunning': {en: '{node} went down', zh: '{node} 已停止'},
  'happened.paused': {en: '{node} is paused', zh: '{node} 已暂停'},
  'happened.refused': {en: '{node} refuses connections', zh: '{node} 拒绝连接'},
  'happened.noAnswer': {en: '{node} does not answer', zh: '{node} 没有应答'},
  'happened.loading': {en: '{node} loads its data', zh: '{node} 正在加载数据'},
  'happened.locked': {
    en: '{node} asks the lab for a password; it can read on after CONFIG SET requirepass ""',
    zh: '{node} 要求实验室提供密码；CONFIG SET requirepass "" 之后可以继续读取',
  },
  'happened.busy': {en: '{node} is busy with a script', zh: '{node} 正忙于执行脚本'},
  'happened.stranger': {en: 'another process answers on {node}', zh: '{node} 上由其他进程应答'},
} as const
