// What /copy says.

export const copyText = {
  'copy.reply': {
    en: 'The terminal was asked to copy the last reply ({lines} {lines|line|lines}). It does not say whether it did: if nothing can be pasted, allow OSC 52 in its settings (tmux: set -s set-clipboard on).',
    zh: '已请求终端复制最近一次返回（{lines} 行）。终端不会告知是否成功：如果无法粘贴，请在终端设置中允许 OSC 52（tmux：set -s set-clipboard on）。',
  },
  'copy.line': {
    en: 'The terminal was asked to copy the last line. It does not say whether it did: if nothing can be pasted, allow OSC 52 in its settings (tmux: set -s set-clipboard on).',
    zh: '已请求终端复制最近一行命令。终端不会告知是否成功：如果无法粘贴，请在终端设置中允许 OSC 52（tmux：set -s set-clipboard on）。',
  },
  'copy.noReply': {en: 'There is no reply to copy yet.', zh: '还没有可复制的返回。'},
  'copy.noLine': {en: 'There is no line to copy yet.', zh: '还没有可复制的命令行。'},
  'copy.tooLong': {
    en: 'This reply is too long for the clipboard of a terminal. /export writes it to a file.',
    zh: '这个返回太长，终端的剪贴板放不下。用 /export 把它写入文件。',
  },
  'copy.noTerminal': {
    en: 'There is no terminal here whose clipboard could be used.',
    zh: '这里没有终端，无法使用剪贴板。',
  },
} as const
