// The keys of a replay.

import type {Position} from '../../replay/replay.ts'
import type {Style} from '../../views/draw/style.ts'
import type {Line} from '../../views/draw/styled-text.ts'
import {keysView} from './key-line.ts'

export function replayKeys({playing}: Position, style: Style, width: number): Line {
  const keys = [
    playing ? 'replay.key.pause' : 'replay.key.play',
    'key.back',
    'replay.key.step',
    'replay.key.event',
    'replay.key.view',
    'replay.key.seconds',
    'replay.key.speed',
    'replay.key.ends',
    'replay.key.minute',
    'key.pane',
    'key.zoom',
    'key.help',
  ] as const
  return keysView(keys, style, width)
}
