// What a command has changed, said in the line under it.

export const effectsText = {
  'effects.on': {
    en: 'On: under a command stands what it changed on the nodes.',
    zh: '已开启：命令下方显示它在各节点上带来的变化。',
  },
  'effects.off': {
    en: 'Off: what a command changed is no longer said; the panel still marks it.',
    zh: '已关闭：不再显示命令带来的变化；节点面板仍会标出。',
  },
  'command.changes': {
    en: 'the line under a command that says what it changed',
    zh: '命令下方显示其变化的一行',
  },
} as const
