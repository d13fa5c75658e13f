// What a line changed on the nodes.

export const effectsText = {
  'effects.offset': {
    en: 'master_repl_offset {from}→{to} on {node}',
    zh: '{node} 的 master_repl_offset {from}→{to}',
  },
  'effects.keys': {
    en: '{node}: keys {was}→{now}, master_repl_offset {from}→{to}',
    zh: '{node}：键 {was}→{now}，master_repl_offset {from}→{to}',
  },
  'effects.followed': {
    en: '{replicas} followed within {within} ms',
    zh: '{replicas} 在 {within} 毫秒内跟上',
  },
  'effects.behind': {
    en: '{node} is still {bytes} {bytes|byte|bytes} behind',
    zh: '{node} 仍落后 {bytes} 字节',
  },
  'effects.linkUp': {
    en: 'link of {node} to {master} up within {within} ms',
    zh: '{node} 到 {master} 的连接在 {within} 毫秒内建立',
  },
  'effects.linkDown': {
    en: 'link of {node} to {master} is down',
    zh: '{node} 到 {master} 的连接已断开',
  },
  'effects.and': {en: '{one}; {other}', zh: '{one}；{other}'},
  'effects.together': {en: '{lines} lines together: {whole}', zh: '这 {lines} 行合计：{whole}'},
  'effects.on': {
    en: 'On: what a command changed on the nodes is shown below it.',
    zh: '已开启：命令下方显示它在各节点上带来的变化。',
  },
  'effects.off': {
    en: 'Off: what a command changed is no longer shown; the panel still marks it.',
    zh: '已关闭：不再显示命令带来的变化；节点面板仍会标出。',
  },
} as const
