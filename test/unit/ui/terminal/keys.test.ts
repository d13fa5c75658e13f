// Keys from what terminals send.

import {describe, expect, test} from 'vitest'
import {createKeyReader, type Key} from '../../../../src/ui/terminal/keys.ts'
import {randomFrom} from '../../../../tools/random.ts'

/** `<up>`, `"text"`, `paste "text"`. */
function name(key: Key): string {
  if ('text' in key) return JSON.stringify(key.text)
  return 'paste' in key ? `paste ${JSON.stringify(key.paste)}` : `<${key.key}>`
}

function read(...chunks: readonly string[]): string {
  const reader = createKeyReader()
  return chunks
    .flatMap(chunk => reader.read(chunk))
    .map(name)
    .join(' ')
}

const paste = (text: string) => `\x1b[200~${text}\x1b[201~`

describe('A key', () => {
  test.each([
    ['a', '"a"'],
    ['GET k', '"GET k"'],
    ['主从🚀', '"主从🚀"'],
    ['\r', '<enter>'],
    ['\n', '<enter>'],
    ['\t', '<tab>'],
    ['\x7f', '<backspace>'],
    ['\b', '<backspace>'],
    ['\x03', '<ctrl-c>'],
    ['\x04', '<ctrl-d>'],
    ['\x1a', '<ctrl-z>'],
    [
      '\x01\x05\x0b\x15\x17\x19\x14\x0c\x0f',
      '<ctrl-a> <ctrl-e> <ctrl-k> <ctrl-u> <ctrl-w> <ctrl-y> <ctrl-t> <ctrl-l> <ctrl-o>',
    ],
    ['\x1b[A\x1b[B\x1b[C\x1b[D', '<up> <down> <right> <left>'],
    ['\x1bOA\x1bOB\x1bOC\x1bOD', '<up> <down> <right> <left>'],
    ['\x1b[H\x1b[F', '<home> <end>'],
    ['\x1bOH\x1bOF', '<home> <end>'],
    ['\x1b[1~\x1b[4~\x1b[7~\x1b[8~', '<home> <end> <home> <end>'],
    ['\x1b[3~\x1b[5~\x1b[6~', '<delete> <page-up> <page-down>'],
    ['\x1b[Z', '<shift-tab>'],
    ['\x1b[1;2A\x1b[1;2B', '<shift-up> <shift-down>'],
    ['\x1b[<64;10;5M\x1b[<65;200;60M', '<wheel-up> <wheel-down>'],
    // A click.
    ['\x1b[<0;10;5M\x1b[<0;10;5m', ''],
    [
      '\x1b[1;5C\x1b[1;5D\x1b[1;3C\x1b[1;3D\x1bf\x1bb',
      '<word-right> <word-left> <word-right> <word-left> <word-right> <word-left>',
    ],
    ['\x1b\x7f', '<ctrl-w>'],
    ['\x1bOP\x1b[11~\x1b[[A', '<f1> <f1> <f1>'],
  ])('%j: %s', (sent, keys) => {
    expect(read(sent)).toBe(keys)
  })

  // Fast typing and unmarked pastes come in one chunk.
  test.each([
    ['PING\r', '"PING" <enter>'],
    ['PING\rGET k\r', '"PING" <enter> "GET k" <enter>'],
    // Lines of a paste that the terminal does not mark; a blank line is an Enter of its own.
    ['PING\r\nGET k\r\n', '"PING" <enter> "GET k" <enter>'],
    ['PING\r\n\r\n', '"PING" <enter> <enter>'],
    ['PING\n\r', '"PING" <enter> <enter>'],
    ['a\x1b[Ab\x7fc', '"a" <up> "b" <backspace> "c"'],
    ['\x1b\x1b[A', '<escape> <up>'],
    ['\x03\x03', '<ctrl-c> <ctrl-c>'],
  ])('in one chunk with others: %j: %s', (sent, keys) => {
    expect(read(sent)).toBe(keys)
  })

  test.each([
    ['F5', '\x1b[15~'],
    ['Alt-x', '\x1bx'],
    ['Ctrl-Shift-Up', '\x1b[1;6A'],
    ['a mouse report', '\x1b[<0;10;5M'],
    ['a focus report', '\x1b[I'],
    ['a cursor position report', '\x1b[12;40R'],
    ['the background color', '\x1b]11;rgb:0000/2b2b/3636\x07'],
    ['the same with the other end', '\x1b]11;rgb:0000/2b2b/3636\x1b\\'],
    ['the clipboard', '\x1b]52;c;5Li7\x07'],
    ["the terminal's name", '\x1bP>|xterm(390)\x1b\\'],
    ['a setting', '\x1bP1$r0m\x1b\\'],
    ['an answer about graphics', '\x1b_Gi=31;OK\x1b\\'],
    ['the end of a paste without its beginning', '\x1b[201~'],
  ])('that is not used is not text: %s', (_, sent) => {
    expect(read(`a${sent}b`)).toBe('"a" "b"')
  })
})

describe('A paste', () => {
  test.each([
    ['of a line', paste('SET k v'), 'paste "SET k v"'],
    ['of several lines runs nothing', paste('SET k v\rGET k\r'), String.raw`paste "SET k v\rGET k\r"`],
    ['of nothing', paste(''), 'paste ""'],
    ['of escape sequences has no keys', paste('\x1b[A\x03\x1b'), String.raw`paste "\u001b[A\u0003\u001b"`],
    ['of its own beginning', paste('\x1b[200~x'), String.raw`paste "\u001b[200~x"`],
    ['between keys', `a${paste('b')}\r`, '"a" paste "b" <enter>'],
    ['after a paste', paste('a') + paste('b'), 'paste "a" paste "b"'],
  ])('%s', (_, sent, keys) => {
    expect(read(sent)).toBe(keys)
  })

  test('without an end is taken as it is when nothing follows', () => {
    const reader = createKeyReader()
    expect(reader.read('\x1b[200~SET k')).toEqual([])
    expect(reader.read(' v')).toEqual([])
    expect([reader.pending(), reader.pasting()]).toEqual([true, true])
    expect(reader.flush()).toEqual([{paste: 'SET k v'}])
    expect([reader.pending(), reader.pasting()]).toEqual([false, false])
    expect(reader.read('x')).toEqual([{text: 'x'}])
  })

  test('of a megabyte in small chunks is read once', () => {
    const reader = createKeyReader()
    const text = 'SET k 主从\r'.repeat(60_000)
    const sent = paste(text)
    const keys = []
    for (let i = 0; i < sent.length; i += 4096) keys.push(...reader.read(sent.slice(i, i + 4096)))
    expect(keys.length).toBe(1)
    expect(keys[0]).toEqual({paste: text})
  })
})

describe('A report of the cursor', () => {
  test.each([
    ['between keys', 'a\x1b[1;12Rb', [12], '"a" "b"'],
    ['cut in two', ['\x1b[3;', '6R\r'], [6], '<enter>'],
    ['that is none', '\x1b[1;2P\x1b[5R', [], ''],
  ])('%s', (_, sent, expected, keys) => {
    const columns: number[] = []
    const reader = createKeyReader(column => columns.push(column))
    const read = [sent].flat().flatMap(chunk => reader.read(chunk))
    expect(read.map(name).join(' ')).toBe(keys)
    expect(columns).toEqual(expected)
  })
})

describe('An ESC alone', () => {
  test('is the Escape key if nothing follows', () => {
    const reader = createKeyReader()
    expect(reader.read('\x1b')).toEqual([])
    expect([reader.pending(), reader.pasting()]).toEqual([true, false])
    expect(reader.flush()).toEqual([{key: 'escape'}])
    expect(reader.pending()).toBe(false)
    expect(reader.flush()).toEqual([])
  })

  test('begins a key if the rest follows later', () => {
    expect(read('\x1b', '[', 'A')).toBe('<up>')
    expect(read('\x1b', 'OP')).toBe('<f1>')
    expect(read('\x1b[1', ';2', 'A')).toBe('<shift-up>')
  })

  test('an incomplete key is dropped, and the next key is read', () => {
    const reader = createKeyReader()
    expect(reader.read('\x1b[1;')).toEqual([])
    expect(reader.flush()).toEqual([])
    expect(reader.read('a')).toEqual([{text: 'a'}])
  })
})

test('The same keys are read wherever the input is cut', () => {
  const random = randomFrom(19)
  const parts = [
    'a',
    'GET k',
    '主从',
    '\r',
    '\x7f',
    '\x03',
    '\x1b[A',
    '\x1bOP',
    '\x1b[[A',
    '\x1b[1;5C',
    '\x1b[3~',
    '\x1bf',
    '\x1b[15~',
    '\x1b]11;rgb:0000/2b2b/3636\x07',
    '\x1bP>|xterm(390)\x1b\\',
    paste('x\ry'),
    paste(''),
    '\x1b[201~',
  ]
  /** Text is one key however it was cut. */
  const joined = (keys: readonly Key[]) => keys.map(name).join(' ').replaceAll('" "', '')
  for (let round = 0; round < 3000; round++) {
    const sent = Array.from({length: 1 + random(6)}, () => parts[random(parts.length)]).join('')
    const chunks: string[] = []
    for (let i = 0; i < sent.length; ) {
      const length = 1 + random(5)
      chunks.push(sent.slice(i, i + length))
      i += length
    }
    const [whole, cut] = [createKeyReader(), createKeyReader()]
    const expected = joined(whole.read(sent))
    const came = joined(chunks.flatMap(chunk => cut.read(chunk)))
    if (came !== expected || cut.pending()) expect.fail(`${JSON.stringify(chunks)}: ${came}, not ${expected}`)
  }
})

test('No input ever puts a control character into text', () => {
  const random = randomFrom(23)
  for (let round = 0; round < 3000; round++) {
    const sent = Array.from({length: random(12)}, () => '\x1b[O~;1aA主\x00\x1c\x7f\x9b'[random(14)]).join('')
    const reader = createKeyReader()
    for (const key of [...reader.read(sent), ...reader.flush()])
      if ('text' in key && /[\x00-\x1f\x7f]/.test(key.text)) expect.fail(JSON.stringify([sent, key]))
  }
})

test('The rest of a key that comes after its ESC was taken for Escape is no text', () => {
  const reader = createKeyReader()
  const readLate = (chunk: string) =>
    [...reader.read('\x1b'), ...reader.flush(), ...reader.read(chunk)].map(name).join(' ')
  expect([readLate('[D'), readLate('OA'), readLate('[1;5C'), readLate('[D]'), readLate('D')]).toEqual([
    '<escape> <left>',
    '<escape> <up>',
    '<escape> <word-right>',
    '<escape> "[D]"',
    '<escape> "D"',
  ])
})

test('The rest of a reply of the terminal whose beginning was given up is no text, and what is typed instead is', () => {
  const reader = createKeyReader()
  const readLate = (begin: string, rest: string) =>
    [...reader.read(begin), ...reader.flush(), ...reader.read(rest)].map(name).join(' ')
  expect([
    readLate('\x1b]11;rgb:00', '00/2b2b/3636\x07a'),
    readLate('\x1b]', '11;rgb:0000/2b2b/3636\x1b\\a'),
    readLate('\x1b]', 'GET k\r'),
    readLate('a', 'b\x07'),
  ]).toEqual(['"a"', '"a"', '"GET k" <enter>', '"a" "b" <ctrl-g>'])
  expect(read('\x1bPING\r')).toBe('"ING" <enter>')
})
