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
  'replay.at': {en: '{at} of {all}  {speed}x', zh: '{at} / {all}  {speed} 倍'},
  'replay.next': {en: 'in {seconds} s: {event}', zh: '{seconds} 秒后：{event}'},
  'replay.noNext': {en: 'no event after this', zh: '之后没有事件'},
  'replay.key.play': {en: 'Space play', zh: '空格 播放'},
  'replay.key.pause': {en: 'Space pause', zh: '空格 暂停'},
  'replay.key.step': {en: '←→ change', zh: '←→ 变化'},
  'replay.key.event': {en: '↑↓ event', zh: '↑↓ 事件'},
  'replay.key.seconds': {en: 'PgUp PgDn 5 s', zh: 'PgUp PgDn 5 秒'},
  'replay.key.speed': {en: '+ - speed', zh: '+ - 速度'},
  'replay.key.view': {en: 'F2 view', zh: 'F2 视图'},
  'replay.key.ends': {en: 'Home End', zh: 'Home End'},
  'replay.key.minute': {en: 'Ctrl-←→ 1 min', zh: 'Ctrl-←→ 1 分钟'},
  'help.replay': {en: 'Looking back (/replay)', zh: '回放（/replay）'},
  'help.replay.play': {
    en: 'Space — play and pause; + - — from 0.1x to 10x; Esc — back to now',
    zh: '空格 — 播放与暂停；+ - — 0.1 到 10 倍速；Esc — 回到现在',
  },
  'help.replay.move': {
    en: '← → — the change before, the next; ↑ ↓ — the event before, the next; Home End — the first moment, the last',
    zh: '← → — 上一个、下一个变化；↑ ↓ — 上一个、下一个事件；Home End — 最早、最新的时刻',
  },
  'help.replay.far': {
    en: 'PgUp PgDn — 5 s; Ctrl-← Ctrl-→ — a minute; Shift-↑ Shift-↓ — scroll the chosen pane',
    zh: 'PgUp PgDn — 5 秒；Ctrl-← Ctrl-→ — 1 分钟；Shift-↑ Shift-↓ — 滚动所选面板',
  },
  'replay.lines': {
    en: 'Looking back needs the screen; in lines /export writes the recording.',
    zh: '回放需要全屏界面；按行模式下可用 /export 写出录制文件。',
  },
  'command.replay': {en: 'look back: every moment since the lab began', zh: '回放：实验开始以来的每个时刻'},
  'command.export': {
    en: 'write a recording of this session, and a report',
    zh: '写出本次实验的录制文件和报告',
  },
  'recording.empty': {en: 'it holds no moment at all.', zh: '其中没有任何时刻。'},
} as const
