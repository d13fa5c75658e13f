// Sentences in one line.

/** Chinese sentences follow each other without a space. Empty sentences are omitted. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce((before, after) => {
    const space = before === '' || after === '' || /[\u3000-\u303f\uff00-\uffef]$/.test(before) ? '' : ' '
    return `${before}${space}${after}`
  }, '')
}
