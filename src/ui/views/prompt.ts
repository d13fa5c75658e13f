// The line being typed, the menu above it, and the keys that are useful now.

import type {Lesson} from '../../model/lesson/lesson.ts'
import {completeLabCommand} from '../../model/prompt/complete.ts'
import {hintOf} from '../../model/prompt/hint.ts'
import {offerOf, roomOffer} from '../../model/prompt/offer.ts'
import type {LabState} from '../../model/state/lab-state.ts'
import {promptText} from '../../model/state/prompt-text.ts'
import {openQuestion} from '../../model/state/question.ts'
import {isJumpOpen, jumpOffered, openOrder, type Workshop} from '../../model/state/workshop.ts'
import {heardWords} from '../../model/state/workshop-words.ts'
import type {MessageKey} from '../../model/text/messages.ts'
import {sanitize} from '../../model/text/sanitize.ts'
import type {Style} from '../../views/draw/style.ts'
import {
  charactersOf,
  cutTo,
  inline,
  type Line,
  line,
  lineWidth,
  padTo,
  span,
  widthOf,
} from '../../views/draw/styled-text.ts'
import type {ViewInput} from '../../views/view-input.ts'
import {foundText, type Search} from '../state/history-search.ts'
import {mayLeave, type UiState} from '../state/ui-state.ts'
import {keySeparator, keysView, usualKeys} from './key-line.ts'

/** UTF-16 units that one cell may take: what is far outside of the prompt's row is not measured at every frame. */
const mostUnits = 32
/** Text that need not be taken apart to be measured. */
const oneCellEach = /^[\x20-\x7e]*$/
/** Length up to which a line gets a hint: it has to be read again at every frame. */
const mostHinted = 10_000

/** Columns of the widest terminal: what is cut off is not measured. */
const mostColumns = 1000

/** Lines of a paste that are shown before it is run. */
const mostPasted = 8

export type PromptView = Readonly<{words: Line; cursor: number}>

/** The part of the typed line around the cursor that fits; behind it, dim, the arguments that are still expected. */
export function promptView({state, style}: ViewInput, ui: UiState, width: number): PromptView {
  if (ui.search) return searchView(ui.search, style, width)
  const prompt = sanitize(promptText(state))
  const {text, cursor} = ui.editor
  const room = width - widthOf(prompt) - 1
  const before = visibleBefore(text.slice(0, cursor), room)
  const behind = text.slice(cursor, cursor + mostUnits * Math.max(1, room))
  const typed: Line = [...before, span(sanitize(behind))]
  const hint = text === '' ? (offerOf(state) ?? roomOffer(state) ?? '') : hintFor(text, state, style)
  const gap = hint === '' || /\s$/.test(text) ? '' : ' '
  const words = cutTo([...typed, span(gap + hint, 'dim')], room + 1)
  return {words: [span(prompt, 'accent'), ...words], cursor: widthOf(prompt) + lineWidth(before)}
}

/** The text before the cursor; if its beginning does not fit, a sign stands for what is hidden. */
function visibleBefore(text: string, room: number): Line {
  const near = text.slice(-mostUnits * Math.max(1, room))
  const end = sanitize(near)
  const fits = near.length === text.length && widthOf(end) <= room
  return fits ? [span(end)] : [span('…', 'dim'), span(tail(end, room - 1))]
}

function hintFor(text: string, {feedback, docs}: LabState, {language}: Style): string {
  return feedback.hints && text.length <= mostHinted ? hintOf(text, docs, language) : ''
}

const searchKeys = {older: 'ui.older', newer: 'ui.newer'} as const
/** The line shown is the last one that matches in this direction. */
const lastKeys = {older: 'ui.oldest', newer: 'ui.newest'} as const

function searchKeyFor({query, failed, towards}: Search, found: string): MessageKey {
  if (!failed) return searchKeys[towards]
  return found.includes(query) ? lastKeys[towards] : 'ui.failed'
}

/** The line found, with the query highlighted in it; the cursor is behind the query. */
function searchView(search: Search, style: Style, width: number): PromptView {
  const {query, failed} = search
  const text = sanitize(foundText(search)).replaceAll('\n', ' ')
  const [head = '', end = ''] = style.text(searchKeyFor(search, text)).split('{query}')
  const typed = tail(query, width - widthOf(head + end) - 1)
  const at = query === '' ? -1 : text.indexOf(query)
  const found: Line =
    at < 0
      ? [span(text)]
      : [span(text.slice(0, at)), span(query, 'selected'), span(text.slice(at + query.length))]
  const words = [span(head, failed ? 'warn' : 'dim'), span(typed), span(end, 'dim'), ...found]
  return {words: cutTo(words, width), cursor: widthOf(head) + widthOf(typed)}
}

/** The end of `text` that fits into `width` cells. */
function tail(text: string, width: number): string {
  const end = sanitize(text.slice(-mostUnits * Math.max(1, width)))
  if (oneCellEach.test(end)) return end.slice(Math.max(0, end.length - Math.max(0, width)))
  const all = charactersOf(end)
  let start = all.length
  for (let used = 0; start > 0; start--) {
    used += widthOf(all[start - 1] ?? '')
    if (used > width) break
  }
  return all.slice(start).join('')
}

/** Columns: a longer name has its meaning right behind it, and does not move those of the others. */
const mostAligned = 24

/** What covers the transcript's last lines: candidates for the typed line, or a paste before it is run. At most `most` lines. */
export function menuView({state, style}: ViewInput, ui: UiState, most: number): readonly Line[] {
  if (ui.search) return []
  if (ui.pasted.length > 0) return pasteView(ui.pasted, style, most)
  const {text} = ui.editor
  const naming = /^\/\S*$/.test(text) ? completeLabCommand(text, {roster: state.roster, stops: []}) : []
  const candidates = ui.menu?.candidates ?? naming
  const at = ui.menu?.at ?? -1
  const from = Math.max(0, Math.min(candidates.length - most, at - Math.floor(most / 2)))
  const shown = candidates.slice(from, from + most).map(({shown, ...one}) => ({
    ...one,
    name: typeof shown === 'string' ? shown : style.translate(shown),
  }))
  const width = Math.max(16, ...shown.map(one => widthOf(one.name) + 1).filter(one => one <= mostAligned))
  return shown.map((one, i) => [
    span(padTo(` ${one.name}`, width + 1), from + i === at ? 'selected' : 'code'),
    span(` ${one.help ? style.text(one.help) : (one.summary ?? '')}`, 'dim'),
  ])
}

/** The first lines of a paste, and how many more there are. */
function pasteView(lines: readonly string[], style: Style, most: number): readonly Line[] {
  const room = Math.max(1, Math.min(most, mostPasted))
  const shown = lines.length > room ? lines.slice(0, room - 1) : lines
  const digits = String(shown.length).length
  const left = lines.length - shown.length
  return [
    ...shown.map((one, i) => [
      span(` ${String(i + 1).padStart(digits)} `, 'dim'),
      span(sanitize(one.slice(0, mostUnits * mostColumns)), 'bright'),
    ]),
    ...(left > 0 ? [line(` ${style.text('ui.pastedMore', {n: left})}`, 'dim')] : []),
  ]
}

export function statusView(
  input: ViewInput,
  ui: UiState,
  {now, width}: Readonly<{now: number; width: number}>,
): Line {
  const {style} = input
  if (ui.pasted.length > 0) return line(style.text('ui.pasted', {n: ui.pasted.length}), 'warn')
  if (mayLeave(ui, now)) return line(style.text('ui.howToLeave'), 'warn')
  const unread = unreadWords(input, ui, now)
  if (unread) return cutTo([...inline(style.text('key.back')), span(keySeparator, 'dim'), ...unread], width)
  const {workshop} = input.state
  if (workshop && workshop.connection.is !== 'over' && workshop.open.length === 0 && !ui.pressed)
    return cutTo(joinedWords(workshop, style), width)
  const next = nextKeys(input)
  const keys = keysFor(input, ui, {next, now})
  return keysView(keys, style, width, waitsForEnter.some(key => keys.includes(key)) ? 'accent' : 'dim')
}

/** Until the first key is pressed: on a small screen the lesson's first lines push out what the transcript says of it. */
function joinedWords({role, name}: Workshop, style: Style): Line {
  if (name === undefined) return inline(style.text('workshop.countedStatus'), 'accent')
  const key = role === 'helper' ? 'workshop.helpersStatus' : 'workshop.status'
  return inline(style.text(key, {name}), 'accent')
}

/** ms */
const unreadFor = 20_000

/** The newest thing from the room, for a moment, while something covers the transcript. */
function unreadWords(
  {state: {workshop}, lessons, style}: ViewInput,
  ui: UiState,
  now: number,
): Line | undefined {
  const isCovered = ui.page !== undefined || (ui.zoomed && ui.pane !== 'transcript')
  const newest = workshop?.heard.at(-1)
  if (!isCovered || !newest || now - (workshop?.heardAt ?? 0) > unreadFor) return undefined
  return line(sanitize(style.translate(heardWords(newest, lessons))), 'accent')
}

function keysFor(
  {state, lessons}: ViewInput,
  ui: UiState,
  {next, now}: Readonly<{next: readonly MessageKey[]; now: number}>,
): readonly MessageKey[] {
  const request = promptRequest(lessons, state)
  if (ui.search) return ['key.searchRun', 'key.searchTake', 'key.searchOlder', 'key.searchLeave']
  if (ui.menu) return ['key.nextCandidate', 'key.run']
  if (request === 'reply') return ['key.cancel', 'key.help', 'key.scroll']
  if (ui.editor.text === '' && offerOf(state) !== undefined)
    return ['key.searchRun', 'key.searchTake', 'key.help', 'key.leave']
  if (ui.chosen !== undefined) return ['key.choose', 'key.go', 'key.back']
  if (ui.page) return ['key.back', 'key.scroll', 'key.leave']
  if (ui.zoomed) return ['key.back', 'key.scroll', 'key.pane', 'key.view', 'key.leave']
  const offered = offeredKeys(state, ui, {isAsked: request === 'answer', now})
  // Enter has one meaning at a time.
  const others = isJumpOpen(state.workshop) ? next.filter(key => !waitsForEnter.includes(key)) : next
  return [
    ...offered,
    ...(request === 'answer' ? (['key.answer'] as const) : others),
    ...flagKey(state),
    ...usualKeys,
  ]
}

/** What answers the instructor's offers at an empty prompt. `isAsked`: a number answers the lesson's question, not the poll. */
function offeredKeys(
  {workshop}: LabState,
  {editor}: UiState,
  {isAsked, now}: Readonly<{isAsked: boolean; now: number}>,
): readonly MessageKey[] {
  if (!workshop || editor.text !== '') return []
  const isOpen = (kind: 'offer' | 'snapshot' | 'poll') => openOrder(workshop, kind) !== undefined
  return [
    ...(jumpOffered(workshop, now) ? (['key.jump'] as const) : []),
    ...(isJumpOpen(workshop) ? (['key.stay'] as const) : []),
    ...(isOpen('offer') ? (['key.take'] as const) : []),
    ...(isOpen('offer') && !isJumpOpen(workshop) ? (['key.declineLine'] as const) : []),
    ...(isOpen('snapshot') ? (['key.share'] as const) : []),
    ...(isOpen('poll') && !isAsked ? (['key.answer'] as const) : []),
  ]
}

function flagKey({workshop}: LabState): readonly MessageKey[] {
  if (!workshop || workshop.role === 'helper' || workshop.connection.is === 'over') return []
  return [workshop.flag === 'help' ? 'key.unflag' : 'key.flag']
}

/** What Enter does at an empty prompt. */
const waitsForEnter: readonly MessageKey[] = ['key.jump', 'key.next', 'key.goOn']

/** What brings the learner further in a lesson. */
function nextKeys({state: {play, quiz}, lessons}: ViewInput): readonly MessageKey[] {
  if (quiz) return quiz.chosen.length === quiz.questions.length ? ['key.goOn'] : []
  if (!play || play.phase === 'preparing') return []
  if (play.phase === 'free') return ['key.done']
  if (play.phase === 'open') return ['key.hint']
  const isLast = lessons.at(-1)?.id === play.lesson && lessons.at(-1)?.steps.at(-1)?.id === play.step
  return [isLast ? 'key.goOn' : 'key.next']
}

/** What the lab waits for: a node's reply, or the learner's answer to a question. */
export type PromptRequest = 'reply' | 'answer' | undefined

export function promptRequest(lessons: readonly Lesson[], state: LabState): PromptRequest {
  if (isRunning(state)) return 'reply'
  return openQuestion(lessons, state) ? 'answer' : undefined
}

/** True while a line that the learner entered is running. */
export function isRunning({entries}: LabState): boolean {
  return entries.some(entry => entry.running && entry.by !== 'lab')
}
