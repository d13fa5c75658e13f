// The recorder while the lab runs.

export const recorderText = {
  'recorder.noDisk': {
    en: 'Cannot write older parts of the recording to disk ({cause}). Recording continues in memory.',
    zh: '录制的较早部分无法写入磁盘（{cause}）。录制将在内存中继续。',
  },
  'recorder.lost': {
    en: 'Older parts of the recording are no longer on the disk. Everything after them is kept.',
    zh: '磁盘上录制的较早部分已不存在。之后的内容仍然保留。',
  },
  'recorder.full': {
    en: 'The recording has reached its limit of {megabytes} MB: its oldest minutes are dropped from now on.',
    zh: '录制已达到 {megabytes} MB 的上限：从现在起最早的部分将被丢弃。',
  },
  'recorder.unreadable': {
    en: 'Cannot read this part of the recording: {cause}',
    zh: '无法读取这一段录制：{cause}',
  },
} as const
