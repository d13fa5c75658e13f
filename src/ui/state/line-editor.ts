// The line being typed: text, cursor, history, killed text. Pure; ui-state.ts says which key does what.

import {withLine} from '../../model/prompt/history.ts'
import {graphemes} from '../../views/draw/graphemes.ts'

export type Editor = Readonly<{
  text: string
  /** Index into `text`, always between two graphemes. */
  cursor: number
  history: readonly string[]
  /** Index in the history; `history.length` is the line being typed. */
  at: number
  /** The line being typed, while an older one is shown. */
  draft: string
  killed: string
}>

export type Edit =
  | Readonly<{edit: 'insert'; text: string}>
  | Readonly<{edit: 'left' | 'right' | 'wordLeft' | 'wordRight' | 'home' | 'end'}>
  | Readonly<{
      edit:
        | 'backspace'
        | 'delete'
        | 'killToEnd'
        | 'killToStart'
        | 'killWord'
        | 'killWordEnd'
        | 'yank'
        | 'lastWord'
        | 'transpose'
        | 'clear'
    }>
  | Readonly<{edit: 'previous' | 'next'}>
  | Readonly<{edit: 'submit'}>
  | Readonly<{edit: 'replace'; text: string}>

export function emptyEditor(history: readonly string[] = []): Editor {
  return {text: '', cursor: 0, history, at: history.length, draft: '', killed: ''}
}

export function edit(editor: Editor, change: Edit): Editor {
  switch (change.edit) {
    case 'insert': {
      const {text, cursor} = editor
      return put(
        editor,
        text.slice(0, cursor) + change.text + text.slice(cursor),
        cursor + change.text.length,
      )
    }
    case 'replace':
      return put(editor, change.text, change.text.length)
    default:
      return edits[change.edit](editor)
  }
}

const edits: Readonly<Record<Exclude<Edit['edit'], 'insert' | 'replace'>, (editor: Editor) => Editor>> = {
  clear: editor => ({...put(editor, '', 0), at: editor.history.length}),
  left: editor => ({...editor, cursor: before(editor.text, editor.cursor)}),
  right: editor => ({...editor, cursor: after(editor.text, editor.cursor)}),
  wordLeft: editor => put(editor, editor.text, wordStart(editor.text, editor.cursor)),
  wordRight: editor => put(editor, editor.text, wordEnd(editor.text, editor.cursor)),
  home: editor => ({...editor, cursor: 0}),
  end: editor => ({...editor, cursor: editor.text.length}),
  backspace: editor => cut(editor, before(editor.text, editor.cursor), editor.cursor),
  delete: editor => cut(editor, editor.cursor, after(editor.text, editor.cursor)),
  killToEnd: editor => kill(editor, editor.cursor, editor.text.length),
  killToStart: editor => kill(editor, 0, editor.cursor),
  killWord: editor => kill(editor, wordStart(editor.text, editor.cursor), editor.cursor),
  killWordEnd: editor => kill(editor, editor.cursor, wordEnd(editor.text, editor.cursor)),
  yank: editor => edit(editor, {edit: 'insert', text: editor.killed}),
  lastWord: editor => edit(editor, {edit: 'insert', text: lastWordOf(editor.history.at(-1) ?? '')}),
  transpose,
  previous: editor => recall(editor, editor.at - 1),
  next: editor => recall(editor, editor.at + 1),
  submit,
}

/** Moves the cursor behind a character that it would split: inserted text can join its neighbor (an accent, a flag). */
function put(editor: Editor, text: string, cursor: number): Editor {
  // Nothing to join at the end; and a long line that is typed or pasted in pieces is not gone through for each.
  const here = cursor < text.length ? graphemes.segment(text).containing(cursor) : undefined
  return {...editor, text, cursor: here && here.index < cursor ? after(text, cursor) : cursor}
}

function cut(editor: Editor, from: number, to: number): Editor {
  return put(editor, editor.text.slice(0, from) + editor.text.slice(to), from)
}

function kill(editor: Editor, from: number, to: number): Editor {
  const killed = editor.text.slice(from, to)
  return {...cut(editor, from, to), killed: killed === '' ? editor.killed : killed}
}

function transpose(editor: Editor): Editor {
  const {text, cursor} = editor
  const right = cursor === text.length ? before(text, cursor) : cursor
  const left = before(text, right)
  if (left === right) return editor
  const end = after(text, right)
  return put(
    editor,
    text.slice(0, left) + text.slice(right, end) + text.slice(left, right) + text.slice(end),
    end,
  )
}

function recall(editor: Editor, at: number): Editor {
  if (at < 0 || at > editor.history.length) return editor
  const draft = editor.at === editor.history.length ? editor.text : editor.draft
  const text = at === editor.history.length ? draft : (editor.history[at] ?? '')
  return {...editor, text, cursor: text.length, at, draft}
}

/** Moves the line into the history. */
function submit(editor: Editor): Editor {
  return {...emptyEditor(withLine(editor.history, editor.text)), killed: editor.killed}
}

function before(text: string, cursor: number): number {
  return graphemes.segment(text).containing(cursor - 1)?.index ?? 0
}

function after(text: string, cursor: number): number {
  const here = graphemes.segment(text).containing(cursor)
  return here ? here.index + here.segment.length : text.length
}

/** Goes backwards: a pattern that ends in `$` is tried at every character of a long word, which takes minutes for a value of 100 kB. */
function wordStart(text: string, cursor: number): number {
  let start = text.slice(0, cursor).trimEnd().length
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start -= 1
  return start
}

function lastWordOf(text: string): string {
  return text.slice(wordStart(text, text.length)).trimEnd()
}

function wordEnd(text: string, cursor: number): number {
  const found = /^\s*\S+/.exec(text.slice(cursor))
  return found ? cursor + found[0].length : text.length
}
