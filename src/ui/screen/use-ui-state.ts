// The face's state in React: keys go in, the lab's work comes out.

import {useApp} from 'ink'
import {useEffect, useRef, useState} from 'react'
import {type Layout, type Size, zoomed} from '../../views/draw/pane-sizes.ts'
import {currentStop, lessonStops} from '../../views/lesson-list.ts'
import {createTranscriptView} from '../../views/transcript.ts'
import {cleared, type Effect, helped, press, type UiState, viewed, type World} from '../state/ui-state.ts'
import type {Key} from '../terminal/keys.ts'
import {useTerminal} from '../terminal/use-terminal.ts'
import {paintHelp, paintLesson, paintNodes} from '../views/paint.ts'
import {isRunning} from '../views/prompt.ts'
import {useKeySink, useLabContext} from './lab-context.ts'

export type UiStateOptions = Readonly<{
  /** How a face lies on the screen; its view may want more room than another. */
  layoutFor: (face: UiState) => Layout
  size: Size
  first: UiState
  /** True for a key that somebody else makes use of. */
  taken?: (key: Key, face: UiState) => boolean
}>

export function useUiState({layoutFor, size, first, taken}: UiStateOptions): UiState {
  const {lab} = useLabContext()
  const {exit} = useApp()
  const [face, setFace] = useState(first)
  // Keys come faster than frames: each must see the face the one before it left.
  const current = useRef(face)
  const world = useWorld(layoutFor, size)
  const perform = useEffects(
    () => current.current,
    change => {
      current.current = change(current.current)
      setFace(current.current)
    },
  )
  useEffect(() => {
    void lab.gone.then(exit)
  }, [lab, exit])
  useKeySink(keys => {
    for (const key of keys) {
      if (taken?.(key, current.current)) continue
      const {ui: next, effects} = press(current.current, key, world(current.current))
      current.current = next
      for (const effect of effects) perform(effect)
    }
    setFace(current.current)
  })
  return face
}

function useEffects(
  faceNow: () => UiState,
  changeFace: (change: (face: UiState) => UiState) => void,
): (effect: Effect) => void {
  const {lab, history, style, speak, lookBack} = useLabContext()
  const {exit} = useApp()
  const {suspend, redraw} = useTerminal()
  async function run(lines: readonly string[]) {
    for (const line of lines) {
      const request = await lab.run(line)
      if (request?.face === 'help') changeFace(helped)
      if (request?.face === 'lessons')
        changeFace(face => ({...face, chosen: currentStop(lab.lessons, lab.state())}))
      if (request?.face === 'lang') speak?.(request.language)
      if (request?.face === 'clear') changeFace(face => cleared(face, lab.state()))
      if (request?.face === 'view') changeFace(face => viewed(face, request.view))
      if (request?.face === 'export') await lab.export?.(line, request.file, style.language)
      if (request?.face === 'replay') lookBack?.(faceNow())
      if (request?.face === 'quit') return exit()
    }
  }
  return effect => {
    if (effect.effect === 'run' && effect.typed) history?.keep(effect.lines)
    // What is thrown here is a bug, or nodes that cannot be raised: either way the app ends with it.
    if (effect.effect === 'run') run(effect.lines).catch(exit)
    else if (effect.effect === 'cancel') lab.cancel()
    else if (effect.effect === 'leave') exit()
    else if (effect.effect === 'suspend') suspend()
    else redraw()
  }
}

/** What a key has to know, asked when it is pressed. */
function useWorld(layoutFor: (face: UiState) => Layout, size: Size): (face: UiState) => World {
  const {lab, style} = useLabContext()
  const transcript = useRef(createTranscriptView(lab.lessons)).current
  return face => {
    const state = lab.state()
    const now = lab.now()
    const layout = layoutFor(face)
    const alone = layout.tier === 'tabs' && face.pane === 'transcript'
    const whole = face.zoomed || alone || layout.tier === 'none' ? zoomed(size) : undefined
    const sizeOf = (pane: 'lesson' | 'nodes' | 'transcript'): Size => {
      if (whole || layout.tier === 'none') return whole ?? size
      if (layout.tier !== 'tabs') return layout[pane] ?? size
      return pane === 'transcript' ? layout.transcript : layout.pane
    }
    const [lesson, nodes, lines] = [sizeOf('lesson'), sizeOf('nodes'), sizeOf('transcript')]
    // Each asks for a whole pane to be painted: only a key that scrolls wants to know.
    const limits: World['limits'] = {
      get lesson() {
        return paintLesson(state, lab.lessons, style, lesson, 0)
      },
      get nodes() {
        const top = {...face, scroll: {...face.scroll, nodes: 0}}
        return paintNodes(state, lab.lessons, style, nodes, top)
      },
      get transcript() {
        const {total} = transcript(state, style, lines.columns, lines.rows, 0, now)
        return {most: Math.max(0, total - lines.rows), page: lines.rows}
      },
      get help() {
        return paintHelp(style, zoomed(size), 0)
      },
    }
    return {
      lab: state,
      running: isRunning(state),
      stops: lessonStops(lab.lessons),
      now,
      limits,
    }
  }
}
