// Recording files.

export const recordingText = {
  'recording.none': {
    en: 'this is not a recording of redis-cluster-lab. /export writes one.',
    zh: '这不是 redis-cluster-lab 的录制文件。用 /export 可写出录制文件。',
  },
  'recording.version': {
    en: 'the recording has version {actual}, but this lab reads version {known}. Open it with a newer lab.',
    zh: '录制文件的版本是 {actual}，而此版本只能读取版本 {known}。请用更新的版本打开。',
  },
  'recording.line': {
    en: 'line {line} cannot be read: the file was changed. Everything before it is intact.',
    zh: '第 {line} 行无法读取：文件被改动过。之前的内容是完整的。',
  },
  'recording.cut': {
    en: '{file} was cut off in line {line}: only what comes before it is there.',
    zh: '{file} 在第 {line} 行被截断：只有之前的内容。',
  },
  'recording.unreadable': {
    en: 'Cannot open {file}: {cause}',
    zh: '无法打开 {file}：{cause}',
  },
  'recording.broken': {en: '{file}: {fault}', zh: '{file}：{fault}'},
  'recording.unshowable': {
    en: 'a moment of it cannot be shown ({cause}). The file was changed, or written by another version.',
    zh: '其中某个时刻无法显示（{cause}）。文件被改动过，或由其他版本写出。',
  },
  'recording.exists': {
    en: '{file} already exists and was not overwritten. Name another file: /export FILE',
    zh: '{file} 已存在，没有覆盖。请指定其他文件名：/export 文件',
  },
  'recording.unwritable': {en: 'Cannot write {file}: {cause}', zh: '无法写入 {file}：{cause}'},
  'recording.written': {
    en: 'Wrote {seconds} s to {file}, and a report to {report}. To replay it, no nodes needed: `{command}`',
    zh: '{seconds} 秒的录制已写入 {file}，报告已写入 {report}。回放（不需要节点）：`{command}`',
  },
  'recording.pageWritten': {
    en: 'Wrote {seconds} s as a page to {file}. It plays in any browser, without a network, and can be sent as it is.',
    zh: '{seconds} 秒的录制已写成网页 {file}，在任何浏览器中都能播放，不需要网络，可以直接发给别人。',
  },
  'recording.empty': {en: 'it contains nothing to show.', zh: '其中没有可显示的内容。'},
} as const
