// redis-cli's quoting: splits a typed line into words, and quotes a word. Source: sdssplitargs in Redis's sds.c, 7.0.

import {sanitize} from '../text/sanitize.ts'
import {type Bytes, bytesOf, textOf} from './bytes.ts'
import {repr} from './format-reply.ts'

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07'}

const space = String.raw`[ \t\n\v\f\r]`
// A quote may open anywhere in a word, and the word must end where it closes. Outside quotes a backslash is an ordinary character.
// \v and \f may separate words (C's isspace) but do not end a bare word. Between single quotes, \' is the only escape.
const bare = String.raw`([^ \t\r\n"']*)`
const double = String.raw`"([^"\\]*(?:\\.[^"\\]*)*)"`
const single = String.raw`'([^'\\]*(?:\\(?:'|(?!'))[^'\\]*)*)'`
const word = new RegExp(`${bare}(?:${double}|${single})?(?:${space}+|$)`, 'sy')
const finished = new RegExp(`${bare}(?:${double}|${single})?${space}+`, 'sy')
// The word being typed: a quote may still be open, and nothing may follow a closed one.
const open = /^[^ \t\r\n"']*(?:"[^"\\]*(?:\\.[^"\\]*)*"?|'[^'\\]*(?:\\(?:'|(?!'))[^'\\]*)*'?)?$/s
const leading = new RegExp(`^${space}+`)

/**
 * Removes the blanks around a line that redis-cli ignores; others, such as a no-break space, are data. So are \v and \f at the end of a word.
 */
export function trimBlanks(line: string): string {
  const isOneOf = (blanks: string, at: number) => blanks.includes(line.charAt(at))
  let [start, end] = [0, line.length]
  while (start < end && isOneOf(' \t\n\v\f\r', start)) start++
  while (end > start && isOneOf(' \t\n\r', end - 1)) end--
  return line.slice(start, end)
}

/**
 * The words of `line` as UTF-8 bytes; empty for a blank line. Undefined where redis-cli prints `Invalid argument(s)`: a quote is not closed, or
 * no space follows the closing quote.
 */
export function splitWords(line: string): readonly Bytes[] | undefined {
  // A NUL ends the line, as it ends a C string.
  const [untilNul = ''] = bytesOf(line).split('\0', 1)
  const typed = untilNul.replace(leading, '')
  const words: Bytes[] = []
  for (let at = 0; at < typed.length; at = word.lastIndex) {
    word.lastIndex = at
    const parts = word.exec(typed)
    if (!parts) return undefined
    words.push(wordOf(parts))
  }
  return words
}

/**
 * The finished words, each followed by a space, and the rest as typed. All are text, not bytes. Undefined if no continuation can make the
 * line valid.
 */
export function splitTyped(line: string): Readonly<{words: readonly string[]; rest: string}> | undefined {
  const typed = line.replace(leading, '')
  const words: string[] = []
  let at = 0
  for (;;) {
    finished.lastIndex = at
    const parts = finished.exec(typed)
    if (!parts) break
    words.push(wordOf(parts))
    at = finished.lastIndex
  }
  const rest = typed.slice(at)
  return open.test(rest) ? {words, rest} : undefined
}

function wordOf([, start = '', inDouble, inSingle]: RegExpExecArray): string {
  if (inDouble !== undefined) return start + unescaped(inDouble)
  return inSingle === undefined ? start : start + unquote(inSingle)
}

/** Writes `word` so that `splitWords` returns it: as it is, or quoted if needed, with hex for what cannot be shown. */
export function quoteWord(word: Bytes): string {
  const text = textOf(word)
  if (bytesOf(text) !== word || sanitize(text) !== text) return repr(word)
  return /^[^\s"']+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`
}

function unescaped(quoted: Bytes): Bytes {
  return quoted.replace(/\\(?:x([0-9a-fA-F]{2})|(.))/gs, (_, hex?: string, char = '') =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (escapes[char] ?? char),
  )
}

function unquote(quoted: Bytes): Bytes {
  return quoted.replaceAll("\\'", "'")
}
