// The recorder while the lab runs.

export const recorderText = {
  'recorder.noDisk': {
    en: 'The older parts of the recording cannot be written to disk ({cause}). Recording goes on in memory.',
    zh: '录制的较早部分无法写入磁盘（{cause}）。录制继续在内存中进行。',
  },
  'recorder.lost': {
    en: 'Older parts of the recording are gone from the disk. What came after them is kept.',
    zh: '磁盘上录制的较早部分已不存在。之后的内容仍然保留。',
  },
  'recorder.full': {
    en: 'The recording has reached its limit of {megabytes} MB: from now on its oldest minutes are dropped.',
    zh: '录制已达到 {megabytes} MB 的上限：从现在起最早的部分将被丢弃。',
  },
  'recorder.unreadable': {
    en: 'That part of the recording cannot be read: {cause}',
    zh: '无法读取这一段录制：{cause}',
  },
} as const
