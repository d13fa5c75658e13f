// How a learner without a name who asks for help is called: by the number of the question.

export const askerText = {
  'asker.number': {en: 'number {n}', zh: '{n} 号'},
  /** At the beginning of a sentence. */
  'asker.numberFirst': {en: 'Number {n}', zh: '{n} 号'},
  'asker.call': {
    en: '{claimed} Call "number {n}": the learner has it on the screen, and raises a hand.',
    zh: '{claimed}请叫“{n} 号”：学员的屏幕上有这个编号，会举手。',
  },
} as const
