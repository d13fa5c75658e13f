// Faults of a lesson author's functions.

export const guardText = {
  'guard.returned': {
    en: '{lesson}, step {step}: `{field}` returned {actual}; it must return {expected}.',
    zh: '{lesson}，步骤 {step}：`{field}` 返回了 {actual}，应返回{expected}。',
  },
  'guard.threw': {
    en: '{lesson}, step {step}: `{field}` threw {error}',
    zh: '{lesson}，步骤 {step}：`{field}` 抛出了 {error}',
  },
  'guard.endless': {
    en: '{lesson}, step {step}: `{field}` still ran after {seconds} s and was stopped. It must not loop or wait.',
    zh: '{lesson}，步骤 {step}：`{field}` 运行 {seconds} 秒后仍未结束，已被中止。它不能循环或等待。',
  },
  'guard.wrong': {
    en: '{lesson}, step {step}, `{field}`: {error}',
    zh: '{lesson}，步骤 {step}，`{field}`：{error}',
  },
  'guard.boolean': {en: 'true or false', zh: ' true 或 false'},
  'guard.verdict': {
    en: 'a verdict: met, notYet(because(…)) or lost(because(…))',
    zh: '一个判定：met、notYet(because(…)) 或 lost(because(…))',
  },
} as const
