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
  'effects.followed': {en: '{replicas} followed', zh: '{replicas} 已跟上'},
  'effects.behind': {
    en: '{node} is still {bytes} {bytes|byte|bytes} behind',
    zh: '{node} 仍落后 {bytes} 字节',
  },
  'effects.linkUp': {en: 'link of {node} to {master} is up', zh: '{node} 到 {master} 的连接已建立'},
  'effects.linked': {
    en: 'link of {node} to {master} is up: {how}',
    zh: '{node} 到 {master} 的连接已建立：{how}',
  },
  'effects.linked.after': {
    en: 'link of {node} to {master} up after {ms} ms; its log says: {how}',
    zh: '据 {node} 的日志，到 {master} 的连接在 {ms} 毫秒后建立：{how}',
  },
  'effects.fullSync': {en: 'full resynchronization', zh: '全量同步'},
  'effects.fullSync.bytes': {
    en: 'full resynchronization, an RDB of {bytes} bytes',
    zh: '全量同步，RDB 大小 {bytes} 字节',
  },
  'effects.partialSync': {en: 'partial resynchronization', zh: '部分重同步'},
  'effects.partialSync.bytes': {
    en: 'partial resynchronization, {bytes} {bytes|byte|bytes} of backlog',
    zh: '部分重同步，积压缓冲区补发 {bytes} 字节',
  },
  'effects.because': {en: '{how} ({why})', zh: '{how}（{why}）'},
  'effects.heldUp': {
    en: 'the lab itself was held up for {seconds} s: changes on other nodes are in the timeline only',
    zh: '实验室自身停顿了 {seconds} 秒：其他节点上的变化只记录在时间线中',
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
