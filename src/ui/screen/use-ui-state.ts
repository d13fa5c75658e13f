// The UI state in React: takes keys, and performs what they ask for.

import {useApp, useStdout} from 'ink'
import {useEffect, useRef, useState} from 'react'
import {handleRequest, type UiHandlers} from '../../model/prompt/requests.ts'
import {copyTo} from '../../views/draw/clipboard.ts'
import {type Layout, type Size, zoomed} from '../../views/draw/pane-sizes.ts'
import {currentStop, lessonStops} from '../../views/lesson-list.ts'
import {stepView} from '../../views/step-view.ts'
import {createTranscriptView} from '../../views/transcript.ts'
import {
  cleared,
  type Effect,
  opened,
  type Pane,
  press,
  turnedTo,
  type UiState,
  viewed,
  type World,
} from '../state/ui-state.ts'
import type {Key} from '../terminal/keys.ts'
import type {Throttle} from '../terminal/throttle.ts'
import {useTerminal} from '../terminal/use-terminal.ts'
import {paintLesson, paintNodes, paintPage} from '../views/paint.ts'
import {isRunning} from '../views/prompt.ts'
import {useKeySink, useLabContext, useView} from './lab-context.ts'

export type UiStateOptions = Readonly<{
  /** The layout for a UI state: some views of the nodes pane take more room. */
  layoutFor: (ui: UiState) => Layout
  size: Size
  first: UiState
  /** Handles a key elsewhere; true if it did. */
  taken?: (key: Key, ui: UiState) => boolean
}>

export function useUiState({layoutFor, size, first, taken}: UiStateOptions): UiState {
  const {lab, watch} = useLabContext()
  const {exit} = useApp()
  const [ui, setUi] = useState(first)
  // Keys can come faster than frames: each must see the state that the previous one left.
  const current = useRef(ui)
  const openStep = () => {
    current.current = opened(current.current, stepView(lab.state(), lab.lessons))
    return current.current
  }
  const world = useWorld(layoutFor, size)
  const isAlone = (now: UiState) => layoutFor(now).tier === 'tabs'
  const perform = useEffects(openStep, isAlone, change => {
    current.current = change(openStep())
    setUi(current.current)
  })
  useEffect(() => {
    void lab.gone.then(exit)
  }, [lab, exit])
  const take = (key: Key): readonly Effect[] => {
    const now = openStep()
    if (taken?.(key, now)) return []
    const {ui: next, effects} = press(now, key, world(now))
    current.current = next
    for (const effect of effects) perform(effect)
    return effects
  }
  useKeySink(keys => {
    // A Ctrl-C right behind Enter is meant for the line, which runs in a moment.
    const last = keys.findIndex(key => take(key).some(({effect}) => effect === 'run'))
    const draw = () => setUi(current.current)
    if (last < 0) {
      draw()
      return []
    }
    withNext(watch, draw)
    const later = keys.slice(last + 1)
    // Lines that came all at once run on: nobody waits for the reply of each.
    if (later.length === 0) watch.hurry()
    return later
  })
  const step = useView(({state, lessons}) => stepView(state, lessons), [])
  return opened(ui, step)
}

/** ms; a line may change nothing in the lab. */
const longestWait = 16

/** Draws with the next change of the lab that is reported: two frames, of the line and of its reply, would show the reply later than one. */
function withNext(watch: Throttle, draw: () => void) {
  const drawOnce = () => {
    clearTimeout(timer)
    forget()
    draw()
  }
  const timer = setTimeout(drawOnce, longestWait)
  const forget = watch.subscribe(drawOnce)
}

function useEffects(
  uiNow: () => UiState,
  isAlone: (ui: UiState) => boolean,
  changeUi: (change: (ui: UiState) => UiState) => void,
): (effect: Effect) => void {
  const {lab, history, style, setLanguage, startReplay} = useLabContext()
  const {exit} = useApp()
  const {stdout} = useStdout()
  const {suspend, redraw} = useTerminal()
  useRedrawnInAscii(redraw)
  const handlers: UiHandlers = {
    help: () => changeUi(ui => turnedTo(ui, 'help')),
    summary: () => changeUi(ui => turnedTo(ui, 'summary')),
    lessons: () => changeUi(ui => ({...ui, chosen: currentStop(lab.lessons, lab.state())})),
    lang: ({language}) => setLanguage?.(language),
    copy({what}) {
      const told = copyTo(text => stdout.write(text), lab.state(), what)
      lab.tell?.(told)
    },
    clear: () => changeUi(ui => cleared(ui, lab.state())),
    view: ({view}) => changeUi(ui => viewed(ui, view, isAlone(ui))),
    export: ({file}, typed) => lab.export?.(typed, file, style.language),
    replay: () => startReplay?.(uiNow()),
    quit: () => 'leave',
  }
  async function run(lines: readonly string[]) {
    for (const line of lines) {
      const request = await lab.run(line)
      if (request && (await handleRequest(handlers, request, line)) === 'leave') return exit()
    }
  }
  return effect => {
    if (effect.effect === 'run' && effect.typed) history?.keep(effect.lines)
    // An error here is a bug, or nodes that cannot be started: the app ends with it.
    if (effect.effect === 'run') run(effect.lines).catch(exit)
    else if (effect.effect === 'cancel') lab.cancel()
    else if (effect.effect === 'leave') exit()
    else if (effect.effect === 'suspend') suspend()
    else redraw()
  }
}

/** Rows whose signs took two cells each have wrapped, and the terminal has scrolled: the whole screen is drawn again when the signs change. */
function useRedrawnInAscii(redraw: () => void): void {
  const {unicode} = useLabContext().style.theme
  const shown = useRef(unicode)
  useEffect(() => {
    if (shown.current !== unicode) redraw()
    shown.current = unicode
  }, [unicode, redraw])
}

/** What a key needs to know, computed when it is pressed. */
function useWorld(layoutFor: (ui: UiState) => Layout, size: Size): (ui: UiState) => World {
  const {lab, style} = useLabContext()
  const transcript = useRef(createTranscriptView()).current
  return ui => {
    const state = lab.state()
    const now = lab.now()
    const input = {state, lessons: lab.lessons, style}
    const sizeOf = sizesIn(layoutFor(ui), ui, size)
    return {
      lab: state,
      running: isRunning(state),
      stops: lessonStops(lab.lessons),
      oneAtATime: layoutFor(ui).tier === 'tabs',
      now,
      // Getters, because each paints a whole pane, and only a key that scrolls reads one.
      limits: {
        get lesson() {
          return paintLesson(input, sizeOf('lesson'), 0)
        },
        get nodes() {
          return paintNodes(input, sizeOf('nodes'), {...ui, scroll: {...ui.scroll, nodes: 0}})
        },
        get transcript() {
          const pane = sizeOf('transcript')
          const {total} = transcript(input, pane, {scrolled: 0, now})
          return {most: Math.max(0, total - pane.rows), page: pane.rows}
        },
        get page() {
          return paintPage(input, zoomed(size), {page: ui.page ?? 'help', scroll: 0})
        },
      },
    }
  }
}

/** The size that each pane has, or would have in sight. */
export function sizesIn(layout: Layout, ui: UiState, size: Size): (pane: Pane) => Size {
  const alone = layout.tier === 'tabs' && ui.pane === 'transcript'
  if (ui.zoomed || alone || layout.tier === 'none') return () => zoomed(size)
  if (layout.tier === 'tabs') return pane => (pane === 'transcript' ? layout.transcript : layout.pane)
  return pane => layout[pane] ?? size
}
