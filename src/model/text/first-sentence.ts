// The first sentence of a text, for where there is room for no more.

/** A full stop ends it where a space follows; one of Chinese ends it anywhere. */
export function firstSentence(text: string): string {
  return /^.*?(?:[.!?](?=\s)|[。！？])/s.exec(text)?.[0] ?? text
}
