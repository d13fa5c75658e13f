// What the questions of ask-slots.ts say while they are not met.

export const askSlotsText = {
  'ask.slotGrew': {
    en: '{node} has {came} new {came|key|keys} in slot {slot}; awaited: {least}',
    zh: '{node} 的哈希槽 {slot} 新增了 {came} 个键；应为 {least} 个',
  },
  'ask.holdsNone': {
    en: '{node} holds no key of slot {slot}; awaited: one or more',
    zh: '{node} 没有哈希槽 {slot} 的键；应至少有一个',
  },
  'ask.slotKeysMoved': {
    en: 'slot {slot}: {left} {left|key|keys} left on {from}, {came} of {wanted} on {to}; awaited: 0 and {wanted}',
    zh: '哈希槽 {slot}：{from} 上还有 {left} 个键，{to} 上有 {came} 个；应为 0 个和 {wanted} 个',
  },
  'ask.slotKeysGone': {
    en: '{to} serves slot {slot} already, with {came} of its {wanted} keys: {from} has deleted the rest',
    zh: '{to} 已经负责哈希槽 {slot}，却只有 {wanted} 个键中的 {came} 个：其余的已被 {from} 删除',
  },
  'ask.slotOpen': {
    en: '{node} still says {came} in CLUSTER NODES; awaited: no brackets for slot {slot}',
    zh: '{node} 的 CLUSTER NODES 仍显示 {came}；应不再有哈希槽 {slot} 的方括号',
  },
} as const
