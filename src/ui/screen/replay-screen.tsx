// The screen of a replay, and the keys that move through the recording.

import {Text} from 'ink'
import type {ReactNode} from 'react'
import {without} from '../../model/text/objects.ts'
import type {Replay} from '../../replay/replay.ts'
import {replayView} from '../../views/replay.ts'
import type {UiState} from '../state/ui-state.ts'
import type {Key, KeyName} from '../terminal/keys.ts'
import {replayKeys} from '../views/replay-keys.ts'
import {useLabContext, useView} from './lab-context.ts'
import {Screen} from './screen.tsx'

type ReplayProps = Readonly<{
  replay: Replay
  /** The UI state from before the replay. */
  first: UiState
  leave: () => void
}>

export function ReplayScreen({replay, first, leave}: ReplayProps): ReactNode {
  const taken = (key: Key, ui: UiState) => {
    if (isUiKey(key, ui)) return false
    if ('key' in key && leaving.includes(key.key)) leave()
    else move(replay, key)
    return true
  }
  return (
    <Screen
      first={stateForReplay(first)}
      taken={taken}
      bottom={(_, size) => <ReplayPosition replay={replay} width={size.columns - 2} />}
    />
  )
}

/** The position in the recording, and the keys. */
function ReplayPosition({replay, width}: Readonly<{replay: Replay; width: number}>): ReactNode {
  const {style} = useLabContext()
  const [position, keys] = useView(() => {
    const at = replay.position()
    const lines = [replayView(at, replay.markers, style, width), replayKeys(at, style, width)]
    return lines.map(one => style.paint(one))
  })
  return (
    <>
      <Text wrap="truncate"> {position}</Text>
      <Text wrap="truncate"> {keys}</Text>
    </>
  )
}

/** Omits the selection, search, menu and pasted lines of the lab's own state, to which the screen returns afterwards. */
function stateForReplay(ui: UiState): UiState {
  const rest = without(ui, 'chosen', 'search', 'menu', 'page')
  return {...rest, pasted: [], scroll: {...ui.scroll, transcript: 0}, scrollKey: 'Shift-↓'}
}

const leaving: readonly KeyName[] = ['escape', 'ctrl-c', 'ctrl-d', 'enter']
const uiKeys: readonly KeyName[] = [
  'f1',
  'f2',
  'shift-tab',
  'shift-up',
  'shift-down',
  'ctrl-o',
  'ctrl-l',
  'ctrl-z',
]

/** True for keys that do the same as in the lab: those that change the view, and with the help open those that scroll and close it. */
function isUiKey(key: Key, {page, zoomed}: UiState): boolean {
  if (!('key' in key)) return false
  const ofPage = page !== undefined && ['page-up', 'page-down', 'enter'].includes(key.key)
  return uiKeys.includes(key.key) || ofPage || (key.key === 'escape' && (page !== undefined || zoomed))
}

/** How far a key moves, ms. */
const strides: Readonly<Partial<Record<KeyName, number>>> = {
  'page-up': -5000,
  'page-down': 5000,
  'word-left': -60_000,
  'word-right': 60_000,
}

function move(replay: Replay, key: Key) {
  if ('text' in key) {
    for (const char of key.text) press(replay, char)
    return undefined
  }
  if (!('key' in key)) return undefined
  const {at, from, to} = replay.position()
  const stride = strides[key.key]
  if (stride !== undefined) return replay.seek(at + stride)
  switch (key.key) {
    case 'left':
      return replay.step(-1)
    case 'right':
      return replay.step(1)
    case 'up':
      return replay.jump(-1)
    case 'down':
      return replay.jump(1)
    case 'home':
      return replay.seek(from)
    case 'end':
      return replay.seek(to)
    default:
      return undefined
  }
}

function press(replay: Replay, char: string) {
  if (char === ' ') return replay.position().playing ? replay.pause() : replay.play()
  if (char === '+' || char === '=') return replay.accelerate(1)
  return char === '-' ? replay.accelerate(-1) : undefined
}
