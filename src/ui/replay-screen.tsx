// The whole screen as it was at another moment, and the keys that move through the recording.

import {Box, Text, useWindowSize} from 'ink'
import {type ReactNode, useState} from 'react'
import type {Replay} from '../lab/replay.ts'
import {Panes, TooSmall} from './arrangement.tsx'
import {useKeySink, useSurroundings, useView} from './context.ts'
import {type Face, firstFace, paneOf, viewed} from './face.ts'
import type {Key} from './keys.ts'
import {layoutOf} from './layout.ts'
import {cutTo} from './line.ts'
import {Header} from './parts.tsx'
import {replayKeys, replayView} from './replay-view.ts'
import {paint} from './theme.ts'

/** So far PgUp and PgDn go, ms. */
const stride = 5000

export function ReplayScreen({replay, leave}: Readonly<{replay: Replay; leave: () => void}>): ReactNode {
  const {wording} = useSurroundings()
  const size = useWindowSize()
  const [kept, setFace] = useState<Face>(firstFace)
  const withLesson = useView(state => state.play !== undefined)
  const face = {...kept, pane: paneOf(kept, withLesson)}
  const at = useView(() =>
    paint(cutTo(replayView(replay.position(), wording, size.columns - 2), size.columns - 2), wording.theme),
  )
  useKeySink(keys => {
    for (const key of keys) {
      if ('key' in key && leaving.includes(key.key)) return leave()
      if ('key' in key && key.key === 'f2') setFace(viewed)
      else move(replay, key)
    }
  })
  const layout = layoutOf(size, withLesson, face.view !== 'nodes')
  if (layout.tier === 'none') return <TooSmall size={size} />
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      <Header columns={size.columns} />
      <Panes face={face} layout={layout} columns={size.columns} />
      <Text wrap="truncate"> {at}</Text>
      <Text wrap="truncate"> {paint(cutTo(replayKeys(wording), size.columns - 2), wording.theme)}</Text>
    </Box>
  )
}

const leaving = ['escape', 'ctrl-c', 'ctrl-d', 'enter']

function move(replay: Replay, key: Key) {
  const {at, from, to, playing} = replay.position()
  if ('text' in key) {
    if (key.text === ' ') return playing ? replay.pause() : replay.play()
    if (key.text === '+' || key.text === '=') return replay.accelerate(1)
    return key.text === '-' ? replay.accelerate(-1) : undefined
  }
  if (!('key' in key)) return undefined
  switch (key.key) {
    case 'left':
      return replay.step(-1)
    case 'right':
      return replay.step(1)
    case 'page-up':
      return replay.seek(at - stride)
    case 'page-down':
      return replay.seek(at + stride)
    case 'home':
      return replay.seek(from)
    case 'end':
      return replay.seek(to)
    default:
      return undefined
  }
}
