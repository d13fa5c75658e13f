// What only this screen cares about: the typed line, the chosen pane, scrolling, menus. Pure: a key becomes a new face and what is to be done.

import {withLine} from '../../model/prompt/history.ts'
import {type NodesView, nodesViews} from '../../model/prompt/slash-commands.ts'
import type {LabState} from '../../model/state/lab-state.ts'
import type {LessonStop} from '../../views/lesson-list.ts'
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
  help: boolean
  /** What the nodes pane shows. */
  view: NodesView
  /** The chosen step while the list of lessons is open. */
  chosen?: number
  /** Lines from the top for lesson, nodes and help, from the bottom for the transcript. */
  scroll: Readonly<Record<Pane | 'help', number>>
  /** What scrolls a pane down: while one looks back, PgDn moves in time. */
  scrollKey: 'PgDn' | 'Shift-↓'
  /** What of the transcript is out of sight. */
  cleared?: Cleared
  menu?: Menu
  /** While the history is searched. */
  search?: Search
  /** Lines pasted together, waiting for Enter. */
  pasted: readonly string[]
  /** When the last Ctrl-C said how to leave, ms since the epoch. */
  askedToLeave?: number
}>

/** What a key asks for beyond the face itself. */
export type Effect =
  /** `typed`: by hand, and so for the history. */
  | Readonly<{effect: 'run'; lines: readonly string[]; typed: boolean}>
  | Readonly<{effect: 'cancel' | 'leave' | 'suspend' | 'redraw'}>

export type Step = Readonly<{ui: UiState; effects: readonly Effect[]}>

/** What the reducer has to know of the world. */
export type World = Readonly<{
  lab: LabState
  running: boolean
  /** Every step of every lesson, as the list of lessons shows them. */
  stops: readonly LessonStop[]
  /** ms since the epoch */
  now: number
  /** How far each pane can be scrolled, and a page of it. */
  limits: Readonly<Record<Pane | 'help', Readonly<{most: number; page: number}>>>
}>

/** A second Ctrl-C within this time leaves, ms. */
const leaveWithin = 2000

/** @param history the lines of earlier labs, oldest first */
export function initialUiState(history: readonly string[] = []): UiState {
  return {
    editor: emptyEditor(history),
    pane: 'lesson',
    zoomed: false,
    help: false,
    view: 'nodes',
    scroll: {lesson: 0, nodes: 0, transcript: 0, help: 0},
    scrollKey: 'PgDn',
    pasted: [],
  }
}

export function press(face: UiState, key: Key, world: World): Step {
  if ('key' in key && key.key === 'ctrl-c') return interrupt(face, world)
  const {askedToLeave: _, ...going} = face
  return pressOther(going, key, world)
}

function pressOther(face: UiState, key: Key, world: World): Step {
  if (face.search) return pressSearching(face, face.search, key, world)
  if ('text' in key) return insert(face, key.text)
  if ('paste' in key) return paste(face, key.paste)
  if (key.key === 'tab') return only({...face, ...tabbed(face.editor, face.menu, world.lab)})
  if (key.key === 'shift-tab' && face.menu)
    return only({...face, ...tabbed(face.editor, face.menu, world.lab, -1)})
  const {menu: _, ...rest} = face
  return pressNamed(rest, key.key, world)
}

/** Keys while the history is searched: what is typed is looked for, everything else takes the line found and means what it always means. */
function pressSearching({search: _, ...face}: UiState, search: Search, key: Key, world: World): Step {
  const sought = (now: Search) => only({...face, search: now})
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
      return only(face)
    case 'tab':
    case 'escape':
      return only({...face, editor: accepted(search)})
    default:
      return pressOther({...face, editor: accepted(search)}, key, world)
  }
}

function pressNamed(face: UiState, key: KeyName, world: World): Step {
  const listed = face.chosen === undefined ? undefined : choose(face, face.chosen, key, world)
  if (listed) return listed
  switch (key) {
    case 'enter':
      return enter(face, world)
    case 'ctrl-d':
      return face.editor.text === ''
        ? {ui: face, effects: [{effect: 'leave'}]}
        : only(edited(face, {edit: 'delete'}))
    case 'ctrl-r':
    case 'ctrl-s':
      return only({...face, search: beginSearch(face.editor, key === 'ctrl-r' ? 'older' : 'newer')})
    case 'ctrl-z':
      return {ui: face, effects: [{effect: 'suspend'}]}
    case 'ctrl-l':
      return {ui: cleared(face, world.lab), effects: [{effect: 'redraw'}]}
    case 'f1':
      return only(face.help ? {...face, help: false} : helped(face))
    case 'f2':
      return only(viewed(face))
    case 'escape':
      return only({...face, help: false, zoomed: false, pasted: []})
    case 'shift-tab':
      return only({...face, pane: paneAfter(face, world.lab.play !== undefined)})
    case 'ctrl-o':
      return only({...face, zoomed: !face.zoomed, help: false})
    case 'page-up':
    case 'page-down':
    case 'shift-up':
    case 'shift-down':
      return only(scrolled(face, key, world))
    default: {
      const change = editKeys[key]
      return only(change ? edited(face, {edit: change}) : face)
    }
  }
}

/** Keys of the list of lessons; undefined for those that mean what they always mean. */
function choose(face: UiState, chosen: number, key: KeyName, {stops}: World): Step | undefined {
  const {chosen: _, ...closed} = face
  const moves: Readonly<Partial<Record<KeyName, number>>> = {up: -1, down: 1, 'page-up': -10, 'page-down': 10}
  const by = moves[key]
  if (by !== undefined) return only({...face, chosen: Math.max(0, Math.min(stops.length - 1, chosen + by))})
  if (key === 'escape') return only(closed)
  const stop = stops[chosen]
  return key === 'enter' && stop ? run(closed, `/lessons ${stop.lesson} ${stop.step}`) : undefined
}

/** redis-cli's and bash's editing keys. */
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

/** With another view in the nodes pane: the named one, or the next. */
export function viewed(face: UiState, view?: NodesView): UiState {
  const next = nodesViews[(nodesViews.indexOf(face.view) + 1) % nodesViews.length] ?? 'nodes'
  // Where one pane has the room, it is this one now.
  return {...face, view: view ?? next, pane: 'nodes', scroll: {...face.scroll, nodes: 0}}
}

/** The chosen pane; without a lesson there is none to choose. */
export function paneOf({pane}: UiState, withLesson: boolean): Pane {
  return pane === 'lesson' && !withLesson ? 'nodes' : pane
}

function paneAfter(face: UiState, withLesson: boolean): Pane {
  const all = panes.filter(pane => withLesson || pane !== 'lesson')
  return all[(all.indexOf(paneOf(face, withLesson)) + 1) % all.length] ?? 'nodes'
}

/** With an empty transcript. */
export function cleared(face: UiState, lab: LabState): UiState {
  return {...face, cleared: clearedNow(lab), scroll: {...face.scroll, transcript: 0}}
}

/** Without a lesson, and while no pane was chosen, it is the transcript that one scrolls at a prompt. */
function scrolling(face: UiState, {play, quiz}: LabState): Pane {
  const chosen = face.pane !== 'lesson' || face.zoomed
  return play || quiz || chosen ? paneOf(face, play !== undefined) : 'transcript'
}

/** What was cleared stands where it stood. */
function uncleared({cleared: _, ...face}: UiState): UiState {
  return face
}

/** With the help open, at its top. */
export function helped(face: UiState): UiState {
  return {...face, help: true, scroll: {...face.scroll, help: 0}}
}

function only(face: UiState): Step {
  return {ui: face, effects: []}
}

function edited(face: UiState, change: Edit): UiState {
  return {...face, editor: edit(face.editor, change)}
}

function insert(face: UiState, text: string): Step {
  const {menu: _, ...rest} = face
  return only(edited({...rest, help: false}, {edit: 'insert', text}))
}

/** One line goes to the cursor; several wait for Enter, so that nothing runs that was not looked at. */
function paste(face: UiState, text: string): Step {
  const lines = text.split(/\r\n|\r|\n/).filter(one => one.trim() !== '')
  if (lines.length <= 1) return insert(face, lines[0] ?? '')
  return only({...face, pasted: lines})
}

function enter(face: UiState, world: World): Step {
  if (face.help) return only({...face, help: false})
  if (face.pasted.length > 0) return runPasted(face)
  const {text} = face.editor
  if (text.trim() !== '') return run(edited(face, {edit: 'submit'}), text, true)
  // A passed step waits for a key, and so does a quiz that is over.
  const {play, quiz} = world.lab
  const waits = quiz ? quiz.chosen.length === quiz.questions.length : play?.phase === 'passed'
  return waits ? run(face, '/next') : only(face)
}

function runPasted({pasted: lines, ...face}: UiState): Step {
  const history = lines.reduce(withLine, face.editor.history)
  const editor = {...face.editor, history, at: history.length}
  return {
    ui: {...face, editor, pasted: []},
    effects: [{effect: 'run', lines, typed: true}],
  }
}

/** After these another text stands in the lesson's pane, which is read from its top. */
const moving = ['/next', '/back', '/reset', '/done', '/lessons']

function run(face: UiState, line: string, typed = false): Step {
  const lesson = moving.includes(line.trim().split(' ', 1)[0] ?? '') ? 0 : face.scroll.lesson
  return {
    ui: {...face, scroll: {...face.scroll, lesson, transcript: 0}},
    effects: [{effect: 'run', lines: [line], typed}],
  }
}

/** Cancels what runs, else clears what is typed, else says how to leave, and the second time leaves. */
function interrupt(face: UiState, world: World): Step {
  if (world.running) return {ui: face, effects: [{effect: 'cancel'}]}
  if (face.search) {
    const {search: _, ...left} = face
    return only(left)
  }
  if (face.pasted.length > 0) return only({...face, pasted: []})
  if (face.chosen !== undefined) {
    const {chosen: _, ...closed} = face
    return only(closed)
  }
  if (face.editor.text !== '') return only(edited(face, {edit: 'clear'}))
  const again = face.askedToLeave !== undefined && world.now - face.askedToLeave < leaveWithin
  return again ? {ui: face, effects: [{effect: 'leave'}]} : only({...face, askedToLeave: world.now})
}

function scrolled(face: UiState, key: KeyName, {limits, lab}: World): UiState {
  const target = face.help ? 'help' : scrolling(face, lab)
  const {most, page} = limits[target]
  const up = key === 'page-up' || key === 'shift-up'
  if (target === 'transcript' && up && face.cleared) return uncleared(face)
  const lines = key === 'page-up' || key === 'page-down' ? Math.max(1, page - 1) : 1
  // The transcript is counted from its newest line, the others from their first.
  const towardsMore = target === 'transcript' ? up : !up
  // It may have been scrolled further than there are lines now.
  const to = Math.min(most, face.scroll[target]) + (towardsMore ? lines : -lines)
  return {...face, scroll: {...face.scroll, [target]: Math.max(0, Math.min(most, to))}}
}
