// The state of the screen itself: typed line, selected pane, scrolling, menus. Pure: a key leads to a new state and to effects.

import {type NodesView, nodesViews} from '../../model/lesson/nodes-view.ts'
import {withLine} from '../../model/prompt/history.ts'
import {offerOf, roomOffer} from '../../model/prompt/offer.ts'
import {continuedWith, continues, joinContinued} from '../../model/prompt/parse-pasted.ts'
import type {LabState} from '../../model/state/lab-state.ts'
import {isJumpOpen, jumpOffered, openOrder, type Workshop} from '../../model/state/workshop.ts'
import {without} from '../../model/text/objects.ts'
import {hasLesson, lessonPage} from '../../views/lesson.ts'
import type {LessonStop} from '../../views/lesson-list.ts'
import type {Page, ScrollKey} from '../../views/panes.ts'
import type {StepView} from '../../views/step-view.ts'
import type {Key, KeyName} from '../terminal/keys.ts'
import {type Cleared, clearedNow} from './cleared.ts'
import {type Menu, tabbed} from './completion-menu.ts'
import {accepted, again, backed, beginSearch, type Search, widened} from './history-search.ts'
import {type Edit, type Editor, edit, emptyEditor} from './line-editor.ts'

export type Pane = 'lesson' | 'nodes' | 'transcript'
const panes: readonly Pane[] = ['lesson', 'nodes', 'transcript']

export type UiState = Readonly<{
  editor: Editor
  /** The pane that scrolls and zooms. */
  pane: Pane
  zoomed: boolean
  /** The page that covers the panes. */
  page?: Page
  /** The view in the nodes pane. */
  view: NodesView
  /** The step whose view was opened: the learner's choice stays until another step begins. */
  openedAt: string
  /** The learner is asked questions, which the lesson pane shows. */
  asks: boolean
  /** The selected step while the list of lessons is open. */
  chosen?: number
  /** Lines from the top; for the transcript and a timeline, from the bottom; for the lesson, from where it opens. */
  scroll: Readonly<Record<Pane | 'page', number>>
  /** What the lesson pane showed when it was scrolled: once it has something new, it opens there. */
  lessonPage: string
  /** The key that scrolls down: in a replay PgDn moves in time. */
  scrollKey: ScrollKey
  /** The part of the transcript hidden by Ctrl-L. */
  cleared?: Cleared
  menu?: Menu
  /** Present while the history is searched. */
  search?: Search
  /** Lines of one paste, waiting for Enter. */
  pasted: readonly string[]
  /** A key was pressed in this lab. */
  pressed?: true
  /** When Ctrl-C last showed how to leave, ms since the epoch. */
  askedToLeave?: number
}>

/** What a key asks for beyond a new UI state. */
export type Effect =
  /** `typed`: entered by hand, so it goes into the history. */
  | Readonly<{effect: 'run'; lines: readonly string[]; typed: boolean}>
  | Readonly<{effect: 'cancel' | 'leave' | 'suspend' | 'redraw'}>

export type Step = Readonly<{ui: UiState; effects: readonly Effect[]}>

/** What a key needs to know beyond the UI state. */
export type World = Readonly<{
  lab: LabState
  running: boolean
  /** Every step of every lesson, in the order of the list. */
  stops: readonly LessonStop[]
  /** ms since the epoch */
  now: number
  /** The screen is so small that it shows one pane at a time. */
  oneAtATime: boolean
  /** How far each pane can be scrolled, its page, and where it opens, in lines. */
  limits: Readonly<Record<Pane | 'page', Readonly<{most: number; page: number; opens?: number}>>>
}>

/** A second Ctrl-C within this time leaves the lab, ms. */
const leaveWithin = 2000

/** @param history the lines typed in earlier labs, oldest first */
export function initialUiState(history: readonly string[] = []): UiState {
  return {
    editor: emptyEditor(history),
    pane: 'lesson',
    zoomed: false,
    view: 'nodes',
    openedAt: '',
    asks: false,
    scroll: {lesson: 0, nodes: 0, transcript: 0, page: 0},
    lessonPage: '',
    scrollKey: 'PgDn',
    pasted: [],
  }
}

export function press(ui: UiState, key: Key, world: World): Step {
  if ('key' in key && key.key === 'ctrl-c') return interrupt(ui, world)
  const pressed = ui.pressed ? ui : {...ui, pressed: true as const}
  return pressOther(without(pressed, 'askedToLeave'), key, world)
}

function pressOther(ui: UiState, key: Key, world: World): Step {
  if (ui.search) return pressSearching(ui, ui.search, key, world)
  if ('text' in key) return insert(ui, key.text)
  if ('paste' in key) return paste(ui, key.paste)
  if (key.key === 'tab') {
    const isEmpty = ui.editor.text === '' && !ui.menu
    const offer = isEmpty ? (offerOf(world.lab) ?? roomOffer(world.lab)) : undefined
    if (offer !== undefined) return only(edited(ui, {edit: 'replace', text: offer}))
    return only({...ui, ...tabbed(ui.editor, ui.menu, world)})
  }
  if (key.key === 'shift-tab' && ui.menu) return only({...ui, ...tabbed(ui.editor, ui.menu, world, -1)})
  return pressNamed(without(ui, 'menu'), key.key, world)
}

/** Keys during a search: text extends the query; any other key accepts the line found and then does what it always does. */
function pressSearching(searching: UiState, search: Search, key: Key, world: World): Step {
  const ui = without(searching, 'search')
  const sought = (now: Search) => only({...ui, search: now})
  if ('text' in key) return sought(widened(search, key.text))
  if ('paste' in key) return sought(widened(search, key.paste.split(/[\r\n]/, 1)[0] ?? ''))
  switch (key.key) {
    case 'backspace':
    case 'ctrl-h':
      return sought(backed(search))
    case 'ctrl-r':
      return sought(again(search, 'older'))
    case 'ctrl-s':
      return sought(again(search, 'newer'))
    case 'ctrl-g':
      return only(ui)
    case 'tab':
    case 'escape':
      return only({...ui, editor: accepted(search)})
    default:
      return pressOther({...ui, editor: accepted(search)}, key, world)
  }
}

function pressNamed(ui: UiState, key: KeyName, world: World): Step {
  const listed = ui.chosen === undefined ? undefined : choose(ui, ui.chosen, key, world)
  if (listed) return listed
  switch (key) {
    case 'enter':
      return enter(ui, world)
    case 'ctrl-d':
      return ui.editor.text === '' ? {ui, effects: [{effect: 'leave'}]} : only(edited(ui, {edit: 'delete'}))
    case 'ctrl-r':
    case 'ctrl-s':
      return only({...ui, search: beginSearch(ui.editor, key === 'ctrl-r' ? 'older' : 'newer')})
    case 'ctrl-z':
      return {ui, effects: [{effect: 'suspend'}]}
    case 'ctrl-l':
      return {ui: cleared(ui, world.lab), effects: [{effect: 'redraw'}]}
    case 'f1':
      return only(ui.page ? closed(ui) : turnedTo(ui, 'help'))
    case 'f2':
      return only(viewed(ui, undefined, world.oneAtATime))
    case 'f3':
      return flagged(ui, world.lab)
    case 'escape':
      return backOut(ui, world)
    case 'shift-tab':
      return only({...ui, pane: paneAfter(ui, hasLesson(world.lab))})
    case 'ctrl-o':
      return only({...closed(ui), zoomed: !ui.zoomed})
    case 'page-up':
    case 'page-down':
    case 'shift-up':
    case 'shift-down':
    case 'wheel-up':
    case 'wheel-down':
      return only(scrolled(ui, key, world))
    default: {
      const change = editKeys[key]
      return only(change ? edited(ui, {edit: change}) : ui)
    }
  }
}

/** Keys in the list of lessons; undefined for a key that does what it always does. */
function choose(ui: UiState, chosen: number, key: KeyName, {stops}: World): Step | undefined {
  const list = without(ui, 'chosen')
  const moves: Readonly<Partial<Record<KeyName, number>>> = {
    up: -1,
    down: 1,
    'wheel-up': -1,
    'wheel-down': 1,
    'page-up': -10,
    'page-down': 10,
    home: -stops.length,
    end: stops.length,
  }
  const by = moves[key]
  if (by !== undefined) return only({...ui, chosen: Math.max(0, Math.min(stops.length - 1, chosen + by))})
  if (key === 'escape') return only(list)
  const stop = stops[chosen]
  return key === 'enter' && stop ? run(list, `/lessons ${stop.lesson} ${stop.step}`) : undefined
}

/** The editing keys of redis-cli and bash. */
const editKeys: Readonly<Record<string, Exclude<Edit['edit'], 'insert' | 'replace' | 'submit'>>> = {
  left: 'left',
  right: 'right',
  'word-left': 'wordLeft',
  'word-right': 'wordRight',
  home: 'home',
  end: 'end',
  backspace: 'backspace',
  delete: 'delete',
  up: 'previous',
  down: 'next',
  'ctrl-a': 'home',
  'ctrl-e': 'end',
  'ctrl-b': 'left',
  'ctrl-f': 'right',
  'ctrl-p': 'previous',
  'ctrl-n': 'next',
  'ctrl-h': 'backspace',
  'ctrl-k': 'killToEnd',
  'ctrl-u': 'killToStart',
  'ctrl-w': 'killWord',
  'ctrl-y': 'yank',
  'ctrl-t': 'transpose',
  'ctrl-g': 'clear',
  'alt-d': 'killWordEnd',
  'alt-.': 'lastWord',
}

/** Once a step or its questions begin, opens its text to be read; with a step, also the view that it is about. */
export function opened(ui: UiState, {place, view, asks}: StepView): UiState {
  const isNew = ui.openedAt !== place
  if (!isNew && ui.asks === asks) return ui
  const zoomed = ui.zoomed && ui.pane === 'lesson'
  const step = isNew ? {view, openedAt: place, scroll: {...ui.scroll, nodes: 0}} : {}
  return {...ui, asks, ...(isNew || asks ? {pane: 'lesson', zoomed} : {}), ...step}
}

/** Shows `view` in the nodes pane, or the next view. `alone`: only one pane is in sight, which is now this one. */
export function viewed(ui: UiState, view?: NodesView, alone = false): UiState {
  const next = nodesViews[(nodesViews.indexOf(ui.view) + 1) % nodesViews.length] ?? 'nodes'
  const pane = alone || ui.zoomed ? 'nodes' : ui.pane
  return {...ui, view: view ?? next, pane, scroll: {...ui.scroll, nodes: 0}}
}

/** How far the lesson pane is scrolled from where it opens. */
export function lessonScroll({scroll, lessonPage: page}: UiState, state: LabState): number {
  return page === lessonPage(state) ? scroll.lesson : 0
}

/** True while something covers the transcript's last lines, which then needs room. */
export function hasMenu({editor, menu, pasted, search}: UiState): boolean {
  return !search && (menu !== undefined || pasted.length > 0 || editor.text.startsWith('/'))
}

/** The selected pane; without a lesson there is no lesson pane to select. */
export function paneOf({pane}: UiState, withLesson: boolean): Pane {
  return pane === 'lesson' && !withLesson ? 'nodes' : pane
}

function paneAfter(ui: UiState, withLesson: boolean): Pane {
  const all = panes.filter(pane => withLesson || pane !== 'lesson')
  return all[(all.indexOf(paneOf(ui, withLesson)) + 1) % all.length] ?? 'nodes'
}

/** Clears the transcript. */
export function cleared(ui: UiState, lab: LabState): UiState {
  return {...ui, cleared: clearedNow(lab), scroll: {...ui.scroll, transcript: 0}}
}

/** The pane that scrolls: without a lesson, and until a pane is selected, the transcript. */
function scrolling(ui: UiState, lab: LabState): Pane {
  const chosen = ui.pane !== 'lesson' || ui.zoomed
  return hasLesson(lab) || chosen ? paneOf(ui, hasLesson(lab)) : 'transcript'
}

/** Shows again what was cleared. */
function uncleared(ui: UiState): UiState {
  return without(ui, 'cleared')
}

/** Opens a page at its top. */
export function turnedTo(ui: UiState, page: Page): UiState {
  return {...ui, page, scroll: {...ui.scroll, page: 0}}
}

function closed(ui: UiState): UiState {
  return without(ui, 'page')
}

function only(ui: UiState): Step {
  return {ui, effects: []}
}

function edited(ui: UiState, change: Edit): UiState {
  return {...ui, editor: edit(ui.editor, change)}
}

function insert(ui: UiState, text: string): Step {
  return only(edited(without(ui, 'menu', 'page'), {edit: 'insert', text}))
}

/** Inserts a single line at the cursor. Several lines wait for Enter, so that nothing runs unseen. */
function paste(ui: UiState, text: string): Step {
  const lines = joinContinued(text.split(/\r\n|\r|\n/).filter(one => one.trim() !== ''))
  if (lines.length <= 1) return insert(ui, lines[0] ?? '')
  return only({...ui, pasted: lines})
}

function enter(ui: UiState, world: World): Step {
  if (ui.page) return only(closed(ui))
  if (ui.pasted.length > 0) return runPasted(ui)
  const {text} = ui.editor
  // A shell would wait for the next line, and that line must not run by itself.
  if (continues(text)) return only(edited(ui, {edit: 'replace', text: continuedWith(text, '')}))
  if (text.trim() !== '') return run(edited(ui, {edit: 'submit'}), text, true)
  const offer = offerOf(world.lab)
  if (offer !== undefined)
    return run(edited(edited(ui, {edit: 'replace', text: offer}), {edit: 'submit'}), offer, true)
  if (jumpOffered(world.lab.workshop, world.now)) return run(ui, '/go')
  // A passed step and a finished quiz wait for Enter.
  const {play, quiz} = world.lab
  const waits = quiz ? quiz.chosen.length === quiz.questions.length : play?.phase === 'passed'
  return waits ? run(ui, '/next') : only(ui)
}

function isOffered(workshop: Workshop): boolean {
  return isJumpOpen(workshop) || openOrder(workshop, 'offer') !== undefined
}

/** Closes what is open, else declines the jump or the line that the instructor offers. */
function backOut(ui: UiState, {lab}: World): Step {
  const open = ui.page !== undefined || ui.zoomed || ui.pasted.length > 0
  if (!open && lab.workshop && isOffered(lab.workshop)) return run(ui, '/stay')
  return only({...closed(ui), zoomed: false, pasted: []})
}

/** Asks the room for help, or takes that back. */
function flagged(ui: UiState, {workshop}: LabState): Step {
  if (!workshop) return only(ui)
  return run(ui, workshop.flag === 'help' ? '/flag none' : '/flag help')
}

function runPasted({pasted, ...ui}: UiState): Step {
  const history = pasted.reduce(withLine, ui.editor.history)
  const editor = {...ui.editor, history, at: history.length}
  return {
    ui: {...ui, editor, pasted: []},
    effects: [{effect: 'run', lines: pasted, typed: true}],
  }
}

function run(ui: UiState, line: string, typed = false): Step {
  return {
    ui: {...ui, scroll: {...ui.scroll, transcript: 0}},
    effects: [{effect: 'run', lines: [line], typed}],
  }
}

/** Ctrl-C: cancels what runs, else closes or clears what is open, else shows how to leave, and then leaves. */
function interrupt(ui: UiState, world: World): Step {
  if (world.running) return {ui, effects: [{effect: 'cancel'}]}
  if (ui.search) return only(without(ui, 'search'))
  if (ui.pasted.length > 0) return only({...ui, pasted: []})
  if (ui.chosen !== undefined) return only(without(ui, 'chosen'))
  if (ui.editor.text !== '') return only(edited(ui, {edit: 'clear'}))
  return mayLeave(ui, world.now) ? {ui, effects: [{effect: 'leave'}]} : only({...ui, askedToLeave: world.now})
}

/** True for a short time after a Ctrl-C: a second one leaves. */
export function mayLeave({askedToLeave}: UiState, now: number): boolean {
  return askedToLeave !== undefined && now - askedToLeave < leaveWithin
}

/** Lines that one notch of the wheel scrolls, as most terminals do. */
const wheelLines = 3

function linesFor(key: KeyName, page: number): number {
  if (key === 'page-up' || key === 'page-down') return Math.max(1, page - 1)
  return key === 'wheel-up' || key === 'wheel-down' ? wheelLines : 1
}

function scrolled(ui: UiState, key: KeyName, {limits, lab}: World): UiState {
  const target = ui.page ? 'page' : scrolling(ui, lab)
  const {most, page, opens = 0} = limits[target]
  const up = key.endsWith('up')
  if (target === 'transcript' && up && ui.cleared) return uncleared(ui)
  const lines = linesFor(key, page)
  // The transcript is counted from its newest line, other panes from their first.
  const towardsMore = target === 'transcript' ? up : !up
  // The pane may have fewer lines now than when it was scrolled.
  const now = opens + (target === 'lesson' ? lessonScroll(ui, lab) : ui.scroll[target])
  const to = Math.min(most, now) + (towardsMore ? lines : -lines)
  const scroll = {...ui.scroll, [target]: Math.max(0, Math.min(most, to)) - opens}
  return {...ui, scroll, ...(target === 'lesson' && {lessonPage: lessonPage(lab)})}
}
