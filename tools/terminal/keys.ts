// The bytes that a terminal of the xterm family sends for a key.

const keys = {
  enter: '\r',
  tab: '\t',
  'shift-tab': '\x1b[Z',
  backspace: '\x7f',
  esc: '\x1b',
  insert: '\x1b[2~',
  delete: '\x1b[3~',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  'shift-up': '\x1b[1;2A',
  'shift-down': '\x1b[1;2B',
  'ctrl-right': '\x1b[1;5C',
  'ctrl-left': '\x1b[1;5D',
  f1: '\x1bOP',
  f2: '\x1bOQ',
  f3: '\x1bOR',
  f4: '\x1bOS',
  f5: '\x1b[15~',
  f6: '\x1b[17~',
  f7: '\x1b[18~',
  f8: '\x1b[19~',
  f9: '\x1b[20~',
  f10: '\x1b[21~',
  f11: '\x1b[23~',
  f12: '\x1b[24~',
} as const

/** Sent as CSI and this letter; as SS3 and this letter while the program has application cursor keys on (`?1h`). */
const cursorKeys = {up: 'A', down: 'B', right: 'C', left: 'D', home: 'H', end: 'F'} as const

type Letter = 'abcdefghijklmnopqrstuvwxyz' extends infer All ? Letters<All> : never
type Letters<All> = All extends `${infer First}${infer Rest}` ? First | Letters<Rest> : never

export type Key = keyof typeof keys | keyof typeof cursorKeys | `ctrl-${Letter}` | `alt-${Letter}`

/** Checks a name from a command line. */
export function isKey(name: string): name is Key {
  return Object.hasOwn(keys, name) || Object.hasOwn(cursorKeys, name) || /^(ctrl|alt)-[a-z]$/.test(name)
}

export function bytesOfKey(key: Key, {applicationCursorKeys}: {applicationCursorKeys: boolean}): string {
  if (key in keys) return keys[key as keyof typeof keys]
  if (key in cursorKeys)
    return `\x1b${applicationCursorKeys ? 'O' : '['}${cursorKeys[key as keyof typeof cursorKeys]}`
  const letter = key.slice(-1)
  return key.startsWith('alt-') ? `\x1b${letter}` : String.fromCharCode(letter.charCodeAt(0) & 0x1f)
}
