// What changed between two looks at the nodes.

export const whatChangedText = {
  'what-changed.linkUp': {en: 'link of {node} to {master} is up', zh: '{node} 到 {master} 的连接已建立'},
  'what-changed.cleared': {
    en: 'no node suspects {node} any more',
    zh: '已没有节点怀疑 {node} 下线',
  },
  'what-changed.master': {en: '{node} became a master', zh: '{node} 成为主节点'},
  'what-changed.master.slots': {
    en: '{node} became the master of {slots}, epoch {epoch}',
    zh: '{node} 成为 {slots} 的主节点，纪元 {epoch}',
  },
  'what-changed.replica': {en: '{node} became a replica of {master}', zh: '{node} 成为 {master} 的从节点'},
  'what-changed.slots': {en: '{node} now serves {slots}', zh: '{node} 现在负责 {slots}'},
  'what-changed.follows': {
    en: '{node} became a replica of {master}: its last slot moved there, and a master without slots follows the node that took the last one',
    zh: '{node} 成为 {master} 的从节点：它的最后一个槽迁到了那里，没有槽的主节点会跟随接管最后一个槽的节点',
  },
  'what-changed.foreign': {
    en: "a replica that is not one of this lab's nodes connected to {node} (port {port})",
    zh: '一个不属于本实验室的从节点（端口 {port}）连接到了 {node}',
  },
  'what-changed.back': {en: '{node} came back as {role}', zh: '{node} 恢复运行，成为{role}'},
  'what-changed.started': {en: '{node} was started: it is {role}', zh: '{node} 已启动，是{role}'},
  'what-changed.runsNow': {en: '{node} runs now and is {role}', zh: '{node} 已启动，现在是{role}'},
  'what-changed.responds': {en: '{node} responds again and is {role}', zh: '{node} 恢复响应，是{role}'},
  'what-changed.runsAgain': {
    en: '{node} is running again, now {role}',
    zh: '{node} 已重新运行，现在是{role}',
  },
  'what-changed.aMaster': {en: 'a master', zh: '主节点'},
  'what-changed.aReplica': {en: 'a replica of {master}', zh: ' {master} 的从节点'},
  'what-changed.aSentinel': {en: 'a Sentinel', zh: '哨兵'},
  'what-changed.names': {
    en: 'Sentinel {node} now names {master} as the master',
    zh: '哨兵 {node} 现在认定 {master} 是主节点',
  },
  'what-changed.sync_full': {
    en: '{node} started {count} full {count|resynchronization|resynchronizations}',
    zh: '{node} 开始了 {count} 次全量同步',
  },
  'what-changed.sync_partial_ok': {
    en: '{node} accepted {count} partial {count|resynchronization|resynchronizations}',
    zh: '{node} 接受了 {count} 次部分重同步',
  },
  'what-changed.keys': {en: '{node}: keys {was}→{now}', zh: '{node}：键 {was}→{now}'},
  'what-changed.notStarted': {en: '{node} has not been started', zh: '{node} 未启动'},
  'what-changed.notRunning': {en: '{node} went down', zh: '{node} 已停止'},
  'what-changed.paused': {en: '{node} is paused', zh: '{node} 已暂停'},
  'what-changed.refused': {en: '{node} refuses connections', zh: '{node} 拒绝连接'},
  'what-changed.noAnswer': {en: '{node} does not respond', zh: '{node} 没有响应'},
  'what-changed.loading': {en: '{node} is loading its data', zh: '{node} 正在加载数据'},
  'what-changed.locked': {
    en: '{node} asks the lab for a password. To let the lab read again: CONFIG SET requirepass ""',
    zh: '{node} 要求实验室提供密码。执行 CONFIG SET requirepass "" 后可继续读取',
  },
  'what-changed.busy': {en: '{node} is busy with a script', zh: '{node} 正忙于执行脚本'},
  'what-changed.stranger': {
    en: "a process that is not the lab's listens on {node}",
    zh: '{node} 上由其他进程响应',
  },
} as const
