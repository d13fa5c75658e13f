// What each key does in a replay, the same on a terminal and in a page.

import type {Replay} from './replay.ts'

/** Keys by their names; a typed character is its own name. */
const moves: Readonly<Record<string, (replay: Replay) => void>> = {
  left: replay => replay.step(-1),
  right: replay => replay.step(1),
  up: replay => replay.jump(-1),
  down: replay => replay.jump(1),
  home: replay => replay.seek(replay.position().from),
  end: replay => replay.seek(replay.position().to),
  'page-up': replay => by(replay, -5000),
  'page-down': replay => by(replay, 5000),
  'word-left': replay => by(replay, -60_000),
  'word-right': replay => by(replay, 60_000),
  ' ': replay => (replay.position().playing ? replay.pause() : replay.play()),
  '+': replay => replay.accelerate(1),
  '=': replay => replay.accelerate(1),
  '-': replay => replay.accelerate(-1),
}

/** @returns false if the key does nothing in a replay */
export function pressInReplay(replay: Replay, key: string): boolean {
  const move = moves[key]
  move?.(replay)
  return move !== undefined
}

/** @param stride ms */
function by(replay: Replay, stride: number) {
  replay.seek(replay.position().at + stride)
}
