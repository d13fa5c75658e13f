// Incidents: the clock, the review, and the command that opens one.

export const incidentText = {
  'incident.clock': {en: 'Clock {time}', zh: '计时 {time}'},
  'incident.clockHints': {
    en: 'Clock {time} + {penalty} for hints = {all}',
    zh: '计时 {time} + 提示 {penalty} = {all}',
  },
  'incident.hintCost': {en: 'Each /hint adds {penalty}.', zh: '每次 /hint 加 {penalty}。'},
  'incident.time': {en: 'Time: {time}', zh: '用时：{time}'},
  'incident.timeHints': {
    en: 'Time: {time} + {penalty} for hints = {all}',
    zh: '用时：{time} + 提示 {penalty} = {all}',
  },
  'incident.users': {
    en: 'Users: {failed} {failed|request|requests} failed; between the fault and the fix they had trouble for {time} in all.',
    zh: '用户：{failed} 个请求失败；从故障到恢复，受影响共 {time}。',
  },
  'incident.unnoticed': {
    en: 'Users: no request failed. Nobody noticed, this time.',
    zh: '用户：没有请求失败，这一次无人察觉。',
  },
  'incident.lost': {
    en: 'Data: {lost} acknowledged {lost|write|writes} lost.',
    zh: '数据：丢失 {lost} 次已确认的写入。',
  },
  'incident.kept': {en: 'Data: no acknowledged write lost.', zh: '数据：已确认的写入没有丢失。'},
  'incident.did': {en: 'What you did:', zh: '你的操作：'},
  'incident.nothingDone': {en: 'You typed nothing.', zh: '你没有输入任何命令。'},
  'incident.met': {en: 'from here on: {goal}', zh: '从此刻起：{goal}'},
  'incident.expert': {en: 'An expert would have looked here first:', zh: '有经验的人会先看：'},
  'incident.unknown': {
    en: 'There is no incident "{typed}". Incidents: {ids}; or random.',
    zh: '没有名为“{typed}”的故障。可选：{ids}，或 random。',
  },
  'incident.meant': {
    en: 'There is no incident "{typed}". Did you mean {meant}?',
    zh: '没有名为“{typed}”的故障。是否想输入 {meant}？',
  },
  'incident.none': {
    en: 'These lessons have no incidents. Without --lessons, the built-in ones have.',
    zh: '这些课程没有故障演练。不加 --lessons 时，内置课程有。',
  },
} as const
