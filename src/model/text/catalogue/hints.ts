// The grey hint at the prompt, on and off.

export const hintsText = {
  'hints.on': {
    en: 'On: the arguments a command still needs are shown after the typed line.',
    zh: '已开启：输入行后面显示命令还缺的参数。',
  },
  'hints.off': {
    en: 'Off: nothing is shown after the typed line; :set hints turns it on again.',
    zh: '已关闭：输入行后面不再显示参数；:set hints 可重新开启。',
  },
} as const
