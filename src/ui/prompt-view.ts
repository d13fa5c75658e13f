// The line being typed, the menu over it, and the keys that matter now.

import {clean} from '../model/clean.ts'
import {complete} from '../model/complete.ts'
import {promptOf} from '../model/connection.ts'
import type {Lesson} from '../model/lesson.ts'
import {openQuestion} from '../model/question.ts'
import type {LabState} from '../model/state.ts'
import type {MessageKey} from '../model/text.ts'
import type {Face} from './face.ts'
import {cutTo, graphemes, type Line, line, padTo, span, widthOf} from './line.ts'
import {type Wording, word} from './wording.ts'

export type PromptView = Readonly<{words: Line; cursor: number}>

/** The part of the typed line that fits, with the cursor in it. */
export function promptView(state: LabState, face: Face, width: number): PromptView {
  const prompt = promptOf(state.node, state.base, state.connections[state.node])
  const {text, cursor} = face.editor
  const room = width - widthOf(prompt) - 1
  const before = tail(text.slice(0, cursor), room)
  const words = cutTo([span(before), span(clean(text.slice(cursor)))], room + 1)
  return {words: [span(prompt, 'accent'), ...words], cursor: widthOf(prompt) + widthOf(before)}
}

/** The end of `text` that fits into `width` cells. */
function tail(text: string, width: number): string {
  const all = [...graphemes.segment(clean(text))].map(({segment}) => segment)
  let start = all.length
  for (let used = 0; start > 0; start--) {
    used += widthOf(all[start - 1] ?? '')
    if (used > width) break
  }
  return all.slice(start).join('')
}

/** The lab's commands while one is being named. */
export function menuView(state: LabState, face: Face, wording: Wording): readonly Line[] {
  const {text} = face.editor
  const typed = face.menu?.typed ?? text
  if (!/^\/\S*$/.test(typed)) return []
  const chosen = face.menu?.candidates[face.menu.at]?.shown
  return complete(typed, {base: state.base, commands: []}).map(({shown, help}) => [
    span(`${padTo(` ${shown}`, 17)} `, shown === chosen ? 'selected' : 'code'),
    span(help ? word(wording, help) : '', 'dim'),
  ])
}

export function statusView(
  state: LabState,
  face: Face,
  wording: Wording,
  now: number,
  awaited: Awaited,
  width: number,
): Line {
  if (face.pasted.length > 0) return line(word(wording, 'ui.pasted', {n: face.pasted.length}), 'warn')
  if (face.menu && !face.menu.typed.startsWith('/')) return candidatesLine(face.menu)
  if (face.askedToLeave !== undefined && now - face.askedToLeave < 2000)
    return line(word(wording, 'ui.howToLeave'), 'warn')
  const keys = fitting(keysFor(state, face, awaited), width, wording)
  return keys.flatMap((words, i) => [
    ...(i === 0 ? [] : [span(separator, 'dim')]),
    span(words, i === 0 && state.play?.phase === 'passed' ? 'accent' : 'dim'),
  ])
}

const separator = ' · '

/** As many of `keys` as have room; those that come first in it are the ones that matter most. */
function fitting(keys: readonly MessageKey[], width: number, wording: Wording): readonly string[] {
  let left = width
  return keys
    .map(key => word(wording, key))
    .filter(words => {
      left -= widthOf(words) + separator.length
      return left >= -separator.length
    })
}

function candidatesLine({candidates, at}: NonNullable<Face['menu']>): Line {
  const first = Math.max(0, at - 3)
  return candidates
    .slice(first, first + 12)
    .flatMap(({shown}, i) => [span(shown, first + i === at ? 'selected' : 'dim'), span('  ')])
}

function keysFor({play}: LabState, face: Face, awaited: Awaited): readonly MessageKey[] {
  if (awaited === 'reply') return ['key.cancel', 'key.help', 'key.scroll']
  if (face.chosen !== undefined) return ['key.choose', 'key.go', 'key.back']
  if (face.help || face.zoomed) return ['key.back', 'key.scroll', 'key.pane', 'key.leave']
  const first: readonly MessageKey[] =
    awaited === 'answer' ? ['key.answer'] : play?.phase === 'passed' ? ['key.next'] : play ? ['key.hint'] : []
  return [
    ...first,
    'key.help',
    'key.leave',
    'key.scroll',
    'key.pane',
    'key.complete',
    'key.view',
    'key.zoom',
    'key.history',
  ]
}

/** What the lab waits for: a reply of a node, or the learner's answer to a question. */
export type Awaited = 'reply' | 'answer' | undefined

export function awaitedOf(lessons: readonly Lesson[], state: LabState): Awaited {
  if (isRunning(state)) return 'reply'
  return openQuestion(lessons, state) ? 'answer' : undefined
}

/** Something the learner asked for has not come back yet. */
export function isRunning({entries}: LabState): boolean {
  return entries.some(entry => entry.running && entry.by !== 'lab')
}
