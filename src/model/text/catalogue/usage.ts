// How the lab's commands are written: the words for their arguments.

export const usageText = {
  'usage.alone': {en: '/{name}', zh: '/{name}'},
  'usage.with': {en: '/{name} {takes}', zh: '/{name} {takes}'},
  'usage.port': {en: 'PORT', zh: '端口'},
  'usage.portLines': {en: 'PORT [N]', zh: '端口 [行数]'},
  'usage.conf': {en: 'PORT [[-]DIRECTIVE VALUE]', zh: '端口 [[-]配置项 值]'},
  'usage.lines': {en: '[N]', zh: '[行数]'},
  'usage.onOff': {en: 'on|off', zh: 'on|off'},
  'usage.error': {en: '[ERROR|on|off]', zh: '[错误|on|off]'},
  'usage.traffic': {
    en: '[on|off] [RATE] [compare|replicas] [from PORT]',
    zh: '[on|off] [速率] [compare|replicas] [from 端口]',
  },
  'usage.cut': {en: 'PORT… [|>] PORT… [--close]', zh: '端口… [|>] 端口… [--close]'},
  'usage.slow': {en: 'PORT… [|>] PORT… MS [JITTER]', zh: '端口… [|>] 端口… 毫秒 [抖动]'},
  'usage.heal': {en: '[PORT… [[|>] PORT…]]', zh: '[端口… [[|>] 端口…]]'},
  'usage.lesson': {en: '[LESSON [STEP]]', zh: '[课程 [步骤]]'},
  'usage.file': {en: '[FILE]', zh: '[文件]'},
  'usage.number': {en: 'N', zh: '编号'},
  'usage.yesNo': {en: 'yes|no', zh: 'yes|no'},
  'usage.erase': {en: '[erase]', zh: '[erase]'},
  'usage.queue': {en: '[claim|release|answer [N]]', zh: '[claim|release|answer [编号]]'},
  'usage.oneOf': {en: '[{words}]', zh: '[{words}]'},
} as const
