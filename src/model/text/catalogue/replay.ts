// Looking at a recording.

export const replayText = {
  'replay.at': {en: '{at} of {all}  {speed}x', zh: '{at} / {all}  {speed} 倍'},
  'replay.next': {en: 'in {seconds} s: {event}', zh: '{seconds} 秒后：{event}'},
  'replay.noNext': {en: 'no event after this', zh: '之后没有事件'},
  'replay.key.play': {en: '`Space` play', zh: '`空格` 播放'},
  'replay.key.pause': {en: '`Space` pause', zh: '`空格` 暂停'},
  'replay.key.step': {en: '`←→` change', zh: '`←→` 变化'},
  'replay.key.event': {en: '`↑↓` event', zh: '`↑↓` 事件'},
  'replay.key.seconds': {en: '`PgUp PgDn` 5 s', zh: '`PgUp PgDn` 5 秒'},
  'replay.key.speed': {en: '`+ -` speed', zh: '`+ -` 速度'},
  'replay.key.view': {en: '`F2` view', zh: '`F2` 视图'},
  'replay.key.ends': {en: '`Home End`', zh: '`Home End`'},
  'replay.key.minute': {en: '`Ctrl-←→` 1 min', zh: '`Ctrl-←→` 1 分钟'},
  'replay.lines': {
    en: 'A replay needs the screen; with --plain, /export writes the recording.',
    zh: '回放需要全屏界面；使用 --plain 时，可用 /export 写出录制文件。',
  },
} as const
