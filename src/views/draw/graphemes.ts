// Splits text into characters as a reader sees them.

let segmenter: Intl.Segmenter | undefined

/** The first segmenter of a program takes 10 ms, which a start without a text that needs it saves. */
export const graphemes: Pick<Intl.Segmenter, 'segment'> = {
  segment(text) {
    segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'})
    return segmenter.segment(text)
  },
}
