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
  'hints.rawOn': {
    en: 'On: replies are printed as they are, as by {redis-cli} --raw; :set noraw turns it off.',
    zh: '已开启：按原样显示返回内容，与 {redis-cli} --raw 相同；:set noraw 可关闭。',
  },
  'hints.rawOff': {
    en: 'Off: replies are printed with quotes and escapes, as by {redis-cli} at a terminal.',
    zh: '已关闭：返回内容带引号和转义，与终端中的 {redis-cli} 相同。',
  },
} as const
