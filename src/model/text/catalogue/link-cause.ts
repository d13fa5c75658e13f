// Why a replica's link to its master is down.

export const linkCauseText = {
  'link-cause.link': {
    en: 'link of {node} to {master} down: {because}',
    zh: '{node} 到 {master} 的连接断开：{because}',
  },
  'link-cause.itself': {en: '{node} follows itself', zh: '{node} 跟随的是自己'},
  'link-cause.ring': {en: 'these nodes follow each other, {path}', zh: '这些节点互相跟随，{path}'},
  'link-cause.down': {en: '{master} is down', zh: '{master} 已停止'},
  'link-cause.paused': {en: '{master} is paused', zh: '{master} 处于暂停状态'},
  'link-cause.loading': {en: '{master} is loading its data', zh: '{master} 正在加载数据'},
  'link-cause.cut': {
    en: 'the wire between them is cut (/heal {node} {master})',
    zh: '两者之间的链路被切断（/heal {node} {master}）',
  },
  'link-cause.silent': {en: '{master} does not respond', zh: '{master} 没有响应'},
  'link-cause.middle': {
    en: '{master} has no link to its own master',
    zh: '{master} 与自己的主节点断开',
  },
  'link-cause.password': {
    en: '{master} asks for a password; on {node}, CONFIG SET masterauth PASSWORD',
    zh: '{master} 要求密码；请在 {node} 上执行 CONFIG SET masterauth 密码',
  },
  'link-cause.wrongPassword': {
    en: '{master} rejects the password of {node} (masterauth)',
    zh: '{master} 不接受 {node} 的密码（masterauth）',
  },
  'link-cause.permission': {
    en: 'the user with which {node} connects may not run PSYNC on {master}',
    zh: '{node} 所用的用户无权在 {master} 上执行 PSYNC',
  },
  'link-cause.refused': {
    en: 'nothing listens on {host}:{port}',
    zh: '{host}:{port} 上没有程序在监听',
  },
  'link-cause.unreachable': {en: '{host} cannot be reached', zh: '无法连接 {host}'},
} as const
