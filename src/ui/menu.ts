// Tab: the first one completes, the next ones go through what else the line could have become. Pure.

import {complete} from '../model/complete.ts'
import type {Candidate} from '../model/complete-command.ts'
import {knownOf} from '../model/known.ts'
import type {LabState} from '../model/state.ts'
import {type Editor, edit} from './editor.ts'

/** `typed`: the line before the first Tab. */
export type Menu = Readonly<{candidates: readonly Candidate[]; at: number; typed: string}>

export type Tabbed = Readonly<{editor: Editor; menu?: Menu}>

/** `by`: 1 for the next candidate, -1 for the one before. */
export function tabbed(editor: Editor, menu: Menu | undefined, lab: LabState, by: 1 | -1 = 1): Tabbed {
  if (menu) {
    const at = (menu.at + by + menu.candidates.length) % menu.candidates.length
    return {editor: replaced(editor, menu.candidates[at]?.text ?? menu.typed), menu: {...menu, at}}
  }
  const candidates = complete(editor.text, knownOf(lab))
  const [first] = candidates
  if (!first) return {editor}
  const done = replaced(editor, first.text)
  return candidates.length === 1
    ? {editor: done}
    : {editor: done, menu: {candidates, at: 0, typed: editor.text}}
}

function replaced(editor: Editor, text: string): Editor {
  return edit(editor, {edit: 'replace', text})
}
