// The one way for text from outside to a terminal.
//
// The threat: keys, values, errors, log lines, lessons of others and the names of workshop guests are chosen by others. Written as they
// are, escape sequences move the cursor, redraw what stands there, set the clipboard or make the terminal type an answer; bidi controls
// and characters without a width let the learner read something else than what is there.

const control = String.raw`\p{Cc}`
// ESC or its one-character form, then what belongs to it. Nothing in a sequence is itself a control, so each character is looked at a
// fixed number of times, and nothing that remains can form a sequence.
const csi = String.raw`(?:\x1b\[|\x9b)[0-?]*[ -\/]*[@-~]`
const controlString = String.raw`(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])\P{Cc}*(?:\x07|\x1b\\|\x9c)`
const twoPart = String.raw`\x1b[ -\/]*[0-~]`
// U+FE0F asks for the colourful form of a character that has one; after anything else it only hides.
const emojiStyle = String.raw`(?<!\p{Extended_Pictographic})\uFE0F`
const invisible = String.raw`[[\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\uFFF9-\uFFFB]--\uFE0F]`
const unsafe = new RegExp([csi, controlString, twoPart, control, emojiStyle, invisible].join('|'), 'gv')

/**
 * One line of `text` for a terminal: without control characters (newlines too), whole escape sequences, bidi controls and characters
 * that nobody sees. A tab becomes four spaces. Chinese, combining marks and emoji stay; an emoji joined of several falls into these.
 */
export function sanitize(text: string): string {
  return text.replaceAll('\t', '    ').replace(unsafe, '')
}

/** `clean`, line by line: newlines stay, as the only control characters. */
export function sanitizeLines(text: string): string {
  return text.split('\n').map(sanitize).join('\n')
}
