// The line being typed. `|` is the cursor. Which key does what is tested in ui-state.test.ts.

import {describe, expect, test} from 'vitest'
import {type Edit, type Editor, edit, emptyEditor} from '../../../../src/ui/state/line-editor.ts'
import {graphemes} from '../../../../src/views/draw/graphemes.ts'
import {randomFrom} from '../../../../tools/random.ts'

type Name = Exclude<Edit['edit'], 'insert' | 'replace'>

/** `GET| k` -> the editor with that text and cursor. */
function at(marked: string, more: Partial<Editor> = {}): Editor {
  const cursor = marked.indexOf('|')
  return {...emptyEditor(), text: marked.replace('|', ''), cursor, ...more}
}

function marked({text, cursor}: Editor): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`
}

const insert = (text: string): Edit => ({edit: 'insert', text})
const all = (editor: Editor, ...edits: readonly (Name | Edit)[]) =>
  edits.reduce<Editor>((before, one) => edit(before, typeof one === 'string' ? {edit: one} : one), editor)

describe('The cursor moves', () => {
  test.each<[Name, before: string, after: string]>([
    ['left', 'GET| k', 'GE|T k'],
    ['left', '|GET', '|GET'],
    ['left', '主从|', '主|从'],
    ['left', 'a🚀|', 'a|🚀'],
    ['left', 'a👩‍🚀|', 'a|👩‍🚀'],
    ['left', 'e\u0301|', '|e\u0301'],
    ['right', 'GE|T', 'GET|'],
    ['right', 'GET|', 'GET|'],
    ['right', '|👩‍🚀b', '👩‍🚀|b'],
    ['right', '|🇨🇳', '🇨🇳|'],
    ['wordLeft', 'SET key val|', 'SET key |val'],
    ['wordLeft', 'SET key |val', 'SET |key val'],
    ['wordLeft', 'SET  |', '|SET  '],
    ['wordLeft', '|SET', '|SET'],
    ['wordLeft', '键 值|', '键 |值'],
    ['wordRight', '|SET key', 'SET| key'],
    ['wordRight', 'SET| key', 'SET key|'],
    ['wordRight', 'SET|  ', 'SET  |'],
    ['wordRight', 'SET|', 'SET|'],
    ['home', 'SET ke|y', '|SET key'],
    ['end', 'SE|T key', 'SET key|'],
  ])('%s: %s to %s', (name, before, after) => {
    expect(marked(all(at(before), name))).toBe(after)
  })
})

test('Keys that look for a word take no longer for a value of 2 MB', () => {
  const line = `SET key ${'v'.repeat(2e6)} NX`
  const began = performance.now()
  for (const [name, after] of [
    ['wordLeft', `${line.slice(0, -2)}|NX`],
    ['killWord', `${line.slice(0, -2)}|`],
    ['lastWord', `${line}NX|`],
  ] as const)
    expect(marked(all(at(`${line}|`, {history: [line]}), name)) === after).toBe(true)
  expect(performance.now() - began).toBeLessThan(5000)
})

describe('The text changes', () => {
  test.each<[Name, before: string, after: string]>([
    ['backspace', 'GET|', 'GE|'],
    ['backspace', '|GET', '|GET'],
    ['backspace', '主从|x', '主|x'],
    ['backspace', 'a👩‍🚀|', 'a|'],
    ['backspace', 'ae\u0301|', 'a|'],
    ['delete', 'G|ET', 'G|T'],
    ['delete', 'GET|', 'GET|'],
    ['delete', '|🚀x', '|x'],
    ['killToEnd', 'SET| key', 'SET|'],
    ['killToStart', 'SET| key', '| key'],
    ['killWord', 'SET key|', 'SET |'],
    ['killWord', 'SET key  |', 'SET |'],
    ['killWord', '|SET', '|SET'],
    ['transpose', 'ab|', 'ba|'],
    ['transpose', 'a|b', 'ba|'],
    ['transpose', 'ab|c', 'acb|'],
    ['transpose', '|ab', '|ab'],
    ['transpose', 'a|', 'a|'],
    ['transpose', '主🚀|', '🚀主|'],
    ['clear', 'SET| key', '|'],
  ])('%s: %s to %s', (name, before, after) => {
    expect(marked(all(at(before), name))).toBe(after)
  })

  test.each([
    ['|', 'GET', 'GET|'],
    ['a|b', '主从', 'a主从|b'],
    ['SET k |', '👩‍🚀', 'SET k 👩‍🚀|'],
  ])('insert: %s with %j to %s', (before, text, after) => {
    expect(marked(all(at(before), insert(text)))).toBe(after)
  })

  // An input method may send a character in parts.
  test.each([
    ['|\u0301', 'e', 'e\u0301|'],
    ['|🇳', '🇨', '🇨🇳|'],
    ['👩|🚀', '\u200d', '👩‍🚀|'],
  ])('and the cursor is beside what has become one character: %j with %j', (before, text, after) => {
    expect(marked(all(at(before), insert(text)))).toBe(after)
  })

  test('replace: the whole text, with the cursor at its end', () => {
    expect(marked(all(at('ge|t'), {edit: 'replace', text: 'GETRANGE'}))).toBe('GETRANGE|')
  })
})

describe('Yank inserts the killed text', () => {
  test.each<[title: string, edits: readonly Name[], after: string]>([
    ['once', ['killWord', 'yank'], 'SET key|'],
    ['twice', ['killWord', 'yank', 'yank'], 'SET keykey|'],
    ['elsewhere', ['killWord', 'home', 'yank'], 'key|SET '],
    ['only the text killed last', ['killWord', 'killToStart', 'yank'], 'SET |'],
    // Killing nothing keeps what is there to be yanked.
    ['even after a kill of nothing', ['killWord', 'killToEnd', 'yank'], 'SET key|'],
    ['but nothing after a backspace', ['backspace', 'yank'], 'SET ke|'],
  ])('%s', (_, edits, after) => {
    expect(marked(all(at('SET key|'), ...edits))).toBe(after)
  })

  test('also on the next line', () => {
    expect(marked(all(at('SET key|'), 'killWord', 'submit', 'yank'))).toBe('key|')
  })
})

describe('The history', () => {
  const used = emptyEditor(['one', 'two'])
  test.each<[title: string, edits: readonly (Name | Edit)[], after: string]>([
    ['recalls the previous line', ['previous'], 'two|'],
    ['goes back to its first line', ['previous', 'previous', 'previous'], 'one|'],
    ['goes forward again', ['previous', 'previous', 'next'], 'two|'],
    [
      'goes forward to the line being typed',
      [insert('dra'), 'previous', 'previous', 'next', 'next', 'next'],
      'dra|',
    ],
    ['forgets changes to an old line', ['previous', insert('!'), 'previous', 'next'], 'two|'],
    ['ends at the line being typed', ['next'], '|'],
    ['is left by clearing the line', ['previous', 'clear', 'previous'], 'two|'],
  ])('%s', (_, edits, after) => {
    expect(marked(all(used, ...edits))).toBe(after)
  })

  test.each<[title: string, lines: readonly string[], history: readonly string[]]>([
    ['takes a line', ['three'], ['one', 'two', 'three']],
    ['takes no blank line', ['', '  '], ['one', 'two']],
    ['takes a repeated line once', ['two', 'three', 'three'], ['one', 'two', 'three']],
    ['takes no line with a password', ['AUTH secret', 'three'], ['one', 'two', 'three']],
    ['takes a line again after a different one', ['one', 'two'], ['one', 'two', 'one', 'two']],
  ])('%s', (_, lines, history) => {
    const after = lines.reduce((editor, text) => all(editor, insert(text), 'submit'), used)
    expect(after).toMatchObject({history, text: '', cursor: 0, at: history.length})
  })

  test('keeps the last thousand', () => {
    const after = Array.from({length: 1100}, (_, i) => `PING ${i}`).reduce(
      (editor, text) => all(editor, insert(text), 'submit'),
      used,
    )
    expect([after.history.length, after.history[0]]).toEqual([1000, 'PING 100'])
  })
})

test('After any keys the cursor is between two characters, and the text is what was typed', () => {
  const random = randomFrom(17)
  const names: readonly Name[] = [
    'left',
    'right',
    'wordLeft',
    'wordRight',
    'home',
    'end',
    'backspace',
    'delete',
    'killToEnd',
    'killToStart',
    'killWord',
    'yank',
    'transpose',
    'clear',
    'previous',
    'next',
    'submit',
  ]
  const texts = ['a', ' ', '主', '🚀', '👩‍🚀', 'e', '\u0301', '🇨', '🇳', '\u200d', 'SET k']
  let editor = emptyEditor(['👩‍🚀 old', 'e\u0301'])
  for (let round = 0; round < 8000; round++) {
    const change: Edit = random(2)
      ? insert(texts[random(texts.length)] ?? '')
      : {edit: names[random(names.length)] ?? 'left'}
    const before = editor
    editor = edit(editor, change)
    const stops = [...graphemes.segment(editor.text)].map(({index}) => index)
    if (![...stops, editor.text.length].includes(editor.cursor))
      expect.fail(`${JSON.stringify([change, marked(before), marked(editor)])}`)
    if (editor.text.length > 60) editor = all(editor, 'clear')
  }
})
