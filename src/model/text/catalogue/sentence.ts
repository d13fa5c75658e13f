// Parts of sentences that every message may need.

export const sentenceText = {
  'sentence.list': {en: '{items}, {last}', zh: '{items}、{last}'},
} as const
