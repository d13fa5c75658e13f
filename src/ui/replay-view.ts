// The line of a replay: where it stands in the recording, how fast it goes, and the keys. Pure.

import type {Position} from '../lab/replay.ts'
import {type Line, line, span, widthOf} from './line.ts'
import {sign} from './theme.ts'
import {type Wording, word} from './wording.ts'

/** `▶ 12.30 s of 61.02 s  1x  ━━━━━━╸────────`. */
export function replayView({at, from, to, playing, speed}: Position, wording: Wording, width: number): Line {
  const seconds = (ms: number) => (ms / 1000).toFixed(2)
  const values = {at: seconds(at - from), all: seconds(to - from), speed}
  const mark = sign(playing ? 'playing' : 'paused', wording.theme)
  const words = `${mark} ${word(wording, 'replay.at', values)}  `
  const cells = Math.max(0, width - widthOf(words))
  const done = to > from ? Math.round(((at - from) / (to - from)) * cells) : cells
  const rule = sign('rule', wording.theme)
  return [
    span(words, 'accent'),
    span(sign('done', wording.theme).repeat(done), 'accent'),
    span(rule.repeat(cells - done), 'dim'),
  ]
}

export function replayKeys(wording: Wording): Line {
  return line(word(wording, 'replay.keys'), 'dim')
}
