// The grey hint at the prompt, on and off.

export const hintsText = {
  'hints.on': {
    en: 'On: behind the typed line stands what a command still expects.',
    zh: '已开启：输入行后面显示命令还缺的参数。',
  },
  'hints.off': {
    en: 'Off: nothing stands behind the typed line; :set hints brings it back.',
    zh: '已关闭：输入行后面不再显示参数；:set hints 可重新开启。',
  },
} as const
