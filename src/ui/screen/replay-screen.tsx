// The whole screen as it was at another moment, and the keys that move through the recording.

import {Box, Text, useWindowSize} from 'ink'
import type {ReactNode} from 'react'
import type {Replay} from '../../lab/recording/replay.ts'
import {layoutOf} from '../../views/draw/pane-sizes.ts'
import {paneOf, type UiState} from '../state/ui-state.ts'
import type {Key, KeyName} from '../terminal/keys.ts'
import {replayKeys, replayView} from '../views/replay.ts'
import {useLabContext, useView} from './lab-context.ts'
import {Panes, TooSmall, Whole} from './layout.tsx'
import {Header} from './panes.tsx'
import {useUiState} from './use-ui-state.ts'

type ReplayProps = Readonly<{
  replay: Replay
  /** How the screen lay when one began to look back. */
  first: UiState
  leave: () => void
}>

export function ReplayScreen({replay, first, leave}: ReplayProps): ReactNode {
  const size = useWindowSize()
  const withLesson = useView(state => state.play !== undefined)
  const layoutFor = (face: UiState) => layoutOf(size, withLesson, face.view !== 'nodes')
  const taken = (key: Key, now: UiState) => {
    if (isOfFace(key, now)) return false
    if ('key' in key && leaving.includes(key.key)) leave()
    else move(replay, key)
    return true
  }
  const kept = useUiState({layoutFor, size, first: looksBack(first), taken})
  const face = {...kept, pane: paneOf(kept, withLesson)}
  const layout = layoutFor(face)
  if (layout.tier === 'none') return <TooSmall size={size} />
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      <Header columns={size.columns} />
      {face.help || face.zoomed ? (
        <Whole face={face} size={size} />
      ) : (
        <Panes face={face} layout={layout} columns={size.columns} />
      )}
      <Place replay={replay} width={size.columns - 2} />
    </Box>
  )
}

/** Where it stands, and the keys. */
function Place({replay, width}: Readonly<{replay: Replay; width: number}>): ReactNode {
  const {style} = useLabContext()
  const [place, keys] = useView(() => {
    const position = replay.position()
    const lines = [replayView(position, replay.marks, style, width), replayKeys(position, style, width)]
    return lines.map(one => style.paint(one))
  })
  return (
    <>
      <Text wrap="truncate"> {place}</Text>
      <Text wrap="truncate"> {keys}</Text>
    </>
  )
}

/** What was being typed, chosen or pasted waits until one comes back. */
function looksBack({chosen: _, search: __, menu: ___, ...face}: UiState): UiState {
  return {...face, help: false, pasted: [], scroll: {...face.scroll, transcript: 0}, scrollKey: 'Shift-↓'}
}

const leaving: readonly KeyName[] = ['escape', 'ctrl-c', 'ctrl-d', 'enter']
const looking: readonly KeyName[] = [
  'f1',
  'f2',
  'shift-tab',
  'shift-up',
  'shift-down',
  'ctrl-o',
  'ctrl-l',
  'ctrl-z',
]

/** Keys that mean what they mean in the lab: those that change how one looks, and with the help open those that scroll and close it. */
function isOfFace(key: Key, {help, zoomed}: UiState): boolean {
  if (!('key' in key)) return false
  const ofHelp = help && ['page-up', 'page-down', 'enter'].includes(key.key)
  return looking.includes(key.key) || ofHelp || (key.key === 'escape' && (help || zoomed))
}

/** How far the keys go, ms. */
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
