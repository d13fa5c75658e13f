// Turns terminal input into keys. Ink's useInput does not fit: it makes one event of a whole chunk, so that a quickly typed `PING\r` would lose
// its Enter, and it does not distinguish function keys.

export type KeyName =
  | 'enter'
  | 'tab'
  | 'shift-tab'
  | 'backspace'
  | 'delete'
  | 'escape'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'word-left'
  | 'word-right'
  | 'home'
  | 'end'
  | 'page-up'
  | 'page-down'
  | 'shift-up'
  | 'shift-down'
  | 'wheel-up'
  | 'wheel-down'
  | 'f1'
  | 'f2'
  | 'f3'
  | 'alt-d'
  | 'alt-.'
  | `ctrl-${string}`

export type Key = Readonly<{key: KeyName}> | Readonly<{text: string}> | Readonly<{paste: string}>

/** Keys by what follows ESC, as xterm, the Linux console and rxvt send them. */
const sequences: Readonly<Record<string, KeyName>> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
  '[H': 'home',
  '[F': 'end',
  OH: 'home',
  OF: 'end',
  '[1~': 'home',
  '[4~': 'end',
  '[7~': 'home',
  '[8~': 'end',
  '[3~': 'delete',
  '[5~': 'page-up',
  '[6~': 'page-down',
  '[Z': 'shift-tab',
  '[1;2A': 'shift-up',
  '[1;2B': 'shift-down',
  '[1;5C': 'word-right',
  '[1;5D': 'word-left',
  '[1;3C': 'word-right',
  '[1;3D': 'word-left',
  f: 'word-right',
  b: 'word-left',
  d: 'alt-d',
  '.': 'alt-.',
  '\u007f': 'ctrl-w',
  OP: 'f1',
  '[11~': 'f1',
  '[[A': 'f1',
  OQ: 'f2',
  '[12~': 'f2',
  '[[B': 'f2',
  OR: 'f3',
  '[13~': 'f3',
  '[[C': 'f3',
}

const controls: Readonly<Record<string, KeyName>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\u007f': 'backspace',
  '\b': 'backspace',
}

const pasteStart = '\u001b[200~'
const pasteEnd = '\u001b[201~'

/** A CSI or SS3 sequence, or ESC with one character; `unfinished` is a part of one at the end of a chunk. */
const sequence = /^\u001b(?:\[\[[A-E]|\[[0-?]*[ -/]*[@-~]|O[@-~]|[^[O\u001b])/
const unfinished = /^\u001b(?:\[[0-?]*[ -/]*|O|\[\[)?$/

/** A string from the terminal, such as its colors or clipboard, which a program before the lab or beside it has asked for; or a part of one. */
const reply = /^\u001b[\]PX^_][^\p{Cc}]*(?:\u0007|\u001b\\)/u
const unfinishedReply = /^\u001b[\]P](?:[\d>!][^\p{Cc}]{0,9999}\u001b?)?$/u
/** The rest of one, when its beginning came so early that it was given up. */
const lateReply = /^[^\p{Cc}]*(?:\u0007|\u001b\\)/u

export type KeyReader = Readonly<{
  /** The keys in the input so far; an incomplete key is kept for the next chunk. */
  read: (chunk: string) => readonly Key[]
  /** The keys in what is left if nothing follows: a lone ESC is the Escape key. */
  flush: () => readonly Key[]
  /** True while a sequence or a paste is half read. */
  pending: () => boolean
  pasting: () => boolean
}>

/** The rest of a sequence whose ESC came so early that it was taken for the Escape key. Nobody types it in one chunk. */
const lateSequence = /^(?:\[\[[A-E]|\[[0-?]*[@-~]|O[A-S])$/

/** The chunks of a paste without its end yet. They are joined once: a megabyte comes in hundreds of them. */
function createPasteChunks() {
  let chunks: string[] = []
  /** Their last characters, among which the end mark may begin. */
  let tail = ''
  function hold(text: string) {
    chunks.push(text)
    tail = (tail + text).slice(1 - pasteEnd.length)
  }
  return {
    isOpen: () => chunks.length > 0,
    begin: hold,
    /** Takes `text` if a paste is open and does not end in it. */
    goesOn(text: string): boolean {
      if (chunks.length === 0 || (tail + text).includes(pasteEnd)) return false
      hold(text)
      return true
    },
    taken(): string {
      const all = chunks.join('')
      chunks = []
      tail = ''
      return all
    },
  }
}

/** Reads one terminal's input; chunks may be cut anywhere. `onColumn` is told where the terminal reports its cursor, counted from 1. */
export function createKeyReader(onColumn?: (column: number) => void): KeyReader {
  let rest = ''
  const paste = createPasteChunks()
  let endedInReturn = false
  let escaped = false
  let gaveUpReply = false
  function read(chunk: string): readonly Key[] {
    // A \r\n cut between two chunks is still one Enter. A newline that comes alone is a key of its own, Ctrl-J.
    const cut = endedInReturn && chunk.startsWith('\n') && chunk.length > 1
    endedInReturn = chunk.endsWith('\r')
    if (escaped && lateSequence.test(chunk)) rest += '\u001b'
    escaped = false
    const text = (cut ? chunk.slice(1) : chunk).replace(gaveUpReply ? lateReply : '', '')
    gaveUpReply = false
    if (paste.goesOn(text)) return []
    rest = paste.taken() + rest + text
    const keys: Key[] = []
    while (rest !== '') {
      const taken = take(rest)
      if (!taken) break
      rest = rest.slice(taken.length)
      if (taken.key) keys.push(taken.key)
      if (taken.column !== undefined) onColumn?.(taken.column)
    }
    if (rest.startsWith(pasteStart)) {
      paste.begin(rest)
      rest = ''
    }
    return keys
  }
  return {
    read,
    flush() {
      const left = paste.taken() + rest
      rest = ''
      if (left === '') return []
      escaped = left === '\u001b'
      gaveUpReply = unfinishedReply.test(left)
      if (escaped) return [{key: 'escape'}]
      // A paste without an end must not be lost.
      if (left.startsWith(pasteStart)) return [{paste: left.slice(pasteStart.length)}]
      return []
    },
    pending: () => rest !== '' || paste.isOpen(),
    pasting: paste.isOpen,
  }
}

/** What `input` begins with, and how long that is: a key, a report of the cursor's column, or what means nothing here. */
type Taken = Readonly<{length: number; key?: Key; column?: number}>

/** Undefined if more must come first. */
function take(input: string): Taken | undefined {
  if (input.startsWith(pasteStart)) {
    const end = input.indexOf(pasteEnd)
    if (end < 0) return undefined
    return {length: end + pasteEnd.length, key: {paste: input.slice(pasteStart.length, end)}}
  }
  if (input.startsWith('\u001b')) return takeSequence(input)
  // An unmarked paste may end its lines with both.
  if (input.startsWith('\r\n')) return {length: 2, key: {key: 'enter'}}
  const [char = ''] = input
  const control = controls[char]
  if (control) return {length: 1, key: {key: control}}
  const code = char.charCodeAt(0)
  if (code < 32) return {length: 1, key: {key: `ctrl-${String.fromCharCode(code + 96)}`}}
  const [text = char] = /^[^\u0000-\u001f\u007f]+/.exec(input) ?? []
  return {length: text.length, key: {text}}
}

/** A report of the wheel, as xterm sends it where SGR reports are on. Other reports of the mouse mean nothing here. */
const wheel = /^\u001b\[<6([45]);\d+;\d+M$/

/** A report of the cursor's row and column. Shift-F3 looks the same in some terminals. */
const cursor = /^\u001b\[\d+;(\d+)R$/

function takeSequence(input: string): Taken | undefined {
  const [replied] = reply.exec(input) ?? []
  if (replied) return {length: replied.length}
  if (unfinished.test(input) || unfinishedReply.test(input)) return undefined
  const [found = '\u001b'] = sequence.exec(input) ?? []
  const turned = wheel.exec(found)?.[1]
  if (turned) return {length: found.length, key: {key: turned === '4' ? 'wheel-up' : 'wheel-down'}}
  const column = cursor.exec(found)?.[1]
  if (column) return {length: found.length, column: Number(column)}
  const name = found === '\u001b' ? 'escape' : sequences[found.slice(1)]
  return {length: found.length, ...(name ? {key: {key: name}} : {})}
}
