// Recording files.

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
  'recording.unreadable': {
    en: 'Cannot open {file}: {cause}',
    zh: '无法打开 {file}：{cause}',
  },
  'recording.broken': {en: '{file}: {fault}', zh: '{file}：{fault}'},
  'recording.unshowable': {
    en: 'a moment of it cannot be shown ({cause}). It was changed, or written by another version.',
    zh: '其中某个时刻无法显示（{cause}）。文件被改动过，或由其他版本写出。',
  },
  'recording.exists': {
    en: '{file} is there already, and is not overwritten. Name another file: /export FILE',
    zh: '{file} 已存在，不会覆盖。请指定其他文件名：/export FILE',
  },
  'recording.unwritable': {en: 'Cannot write {file}: {cause}', zh: '无法写入 {file}：{cause}'},
  'recording.written': {
    en: '{seconds} s are in {file}, with a report in {report}. `{command} replay {file}` shows them, without any node.',
    zh: '{seconds} 秒的录制已写入 {file}，报告写入 {report}。用 `{command} replay {file}` 回放，不需要任何节点。',
  },
  'recording.empty': {en: 'it holds no moment at all.', zh: '其中没有任何时刻。'},
} as const
