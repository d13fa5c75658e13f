// The screen of a replay, and the keys that move through the recording.

import {Text} from 'ink'
import type {ReactNode} from 'react'
import {without} from '../../model/text/objects.ts'
import type {Replay} from '../../replay/replay.ts'
import {pressInReplay} from '../../replay/replay-keys.ts'
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
  'wheel-up',
  'wheel-down',
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

function move(replay: Replay, key: Key) {
  if ('text' in key) for (const char of key.text) pressInReplay(replay, char)
  else if ('key' in key) pressInReplay(replay, key.key)
}
