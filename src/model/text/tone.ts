// What a piece of a drawn line means. How each tone looks is decided where it is drawn.

export const tones = [
  'plain',
  'dim',
  'bright',
  'code',
  'good',
  'warn',
  'bad',
  'accent',
  'changed',
  'selected',
] as const
export type Tone = (typeof tones)[number]
