// The sanitizer for all text from outside that goes to a terminal.
//
// The threat: other people choose keys, values, errors, log lines and the lessons they write. Escape sequences in these could move the cursor,
// redraw the screen, set the clipboard or make the terminal type a reply; bidi controls and zero-width characters could make text read
// differently from what it is.

const control = String.raw`\p{Cc}`
// ESC or its one-character form, then the rest of the sequence. No later character of a sequence is a control, so matching takes linear time,
// and what remains cannot form a new sequence.
const csi = String.raw`(?:\x1b\[|\x9b)[0-?]*[ -\/]*[@-~]`
const controlString = String.raw`(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])\P{Cc}*(?:\x07|\x1b\\|\x9c)`
const twoPart = String.raw`\x1b[ -\/]*[0-~]`
// U+FE0F selects the color form of a character that has one; after any other it is only invisible.
const emojiStyle = String.raw`(?<!\p{Extended_Pictographic})\uFE0F`
const invisible = String.raw`[[\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\uFFF9-\uFFFB]--\uFE0F]`
const hidden = [csi, controlString, twoPart, control, emojiStyle, invisible].join('|')
const unsafe = new RegExp(hidden, 'gv')
/** A joiner inside an emoji. */
const joiner = String.raw`(?<=\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D(?=\p{Extended_Pictographic})`
const unsafeInFile = new RegExp(`(?!${joiner})(?:${hidden})`, 'gv')

/** The fast way out for most text: a megabyte of it takes a hundredth of the time. */
const printable = /^[\x20-\x7e]*$/

/**
 * Makes `text` safe as one line of a terminal: removes control characters (newlines too), whole escape sequences, bidi controls and invisible
 * characters. A tab becomes four spaces. Chinese, combining marks and emoji stay; a joined emoji is split into its parts.
 */
export function sanitize(text: string): string {
  if (printable.test(text)) return text
  return text.replaceAll('\t', '    ').replace(unsafe, '')
}

/** Like `sanitize`, for a file: emoji stay joined, because no terminal has to measure them. */
export function sanitizeForFile(text: string): string {
  return text.replaceAll('\t', '    ').replace(unsafeInFile, '')
}

/** Joiners inside emoji, which are shown as their parts, and the carriage return of a line's end: nothing is lost with them. */
const needless = new RegExp(String.raw`${joiner}|\r(?=\n|$)`, 'gv')
const harmless = /^[\x20-\x7e\n]*$/
const utf8 = new TextEncoder()

/**
 * Makes `text` safe for a terminal without hiding anything: what `sanitize` removes is written as redis-cli escapes it (`\x1b`, `\t`), as is
 * a byte that `losslessText` kept. Newlines stay.
 */
export function visibleLines(text: string): string {
  if (harmless.test(text)) return text
  return text
    .replace(needless, '')
    .replace(/[\uDC80-\uDCFF]/gu, lone => hex(lone.charCodeAt(0) - 0xdc00))
    .split('\n')
    .map(line => line.replace(unsafe, found => [...found].map(escapedChar).join('')))
    .join('\n')
}

const named: Readonly<Record<string, string>> = {'\t': '\\t', '\r': '\\r', '\b': '\\b', '\x07': '\\a'}

function escapedChar(char: string): string {
  if (/[ -~]/.test(char)) return char
  return named[char] ?? [...utf8.encode(char)].map(hex).join('')
}

function hex(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`
}

/** Sanitizes each line; newlines are the only control characters kept. */
export function sanitizeLines(text: string): string {
  return text.split('\n').map(sanitize).join('\n')
}
