// Tab: the first one completes the line, the next ones go through the other candidates. Pure.

import {complete} from '../../model/prompt/complete.ts'
import type {Candidate} from '../../model/prompt/complete-command.ts'
import {type CompletionContext, completionContext} from '../../model/prompt/known.ts'
import type {LabState} from '../../model/state/lab-state.ts'
import {type Editor, edit} from './line-editor.ts'

/** `typed`: the line before the first Tab. */
export type Menu = Readonly<{candidates: readonly Candidate[]; at: number; typed: string}>

export type Tabbed = Readonly<{editor: Editor; menu?: Menu}>

/** `by`: 1 for the next candidate, -1 for the previous one. */
export function tabbed(
  editor: Editor,
  menu: Menu | undefined,
  {lab, stops}: Readonly<{lab: LabState; stops: CompletionContext['stops']}>,
  by: 1 | -1 = 1,
): Tabbed {
  if (menu) {
    const at = (menu.at + by + menu.candidates.length) % menu.candidates.length
    return {editor: replaced(editor, menu.candidates[at]?.text ?? menu.typed), menu: {...menu, at}}
  }
  const candidates = complete(editor.text, completionContext(lab, stops))
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
