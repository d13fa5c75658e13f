// The words of recordings and of looking back.

export const recordingText = {
  'recording.none': {
    en: 'this is no recording of redis-cluster-lab. /export writes one.',
    zh: '这不是 redis-cluster-lab 的录制文件。/export 可写出一份。',
  },
  'recording.version': {
    en: 'it is a recording of version {came}; this lab reads version {known}. A newer lab can open it.',
    zh: '录制文件的版本是 {came}，本实验室只能读取版本 {known}。请用更新的版本打开。',
  },
  'recording.line': {
    en: 'line {line} cannot be read: the file was cut or changed. What stands before it is whole.',
    zh: '第 {line} 行无法读取：文件被截断或改动过。之前的内容是完整的。',
  },
  'recording.empty': {en: 'it holds no moment at all.', zh: '其中没有任何时刻。'},
} as const
