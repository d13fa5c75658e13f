// A recording: what the lab's state was, moment by moment. Its file has one JSON a line: a head, the first state, then what changed each time.

import {type Delta, deltaOf, withDelta} from './delta.ts'
import type {LabState} from './state.ts'
import {type Said, said} from './text.ts'

/** `at`: ms since the epoch. */
export type Frame = Readonly<{at: number; state: LabState}>

/** A newer version is refused: what it holds is not known. */
const version = 1
const head = {recording: 'redis-cluster-lab', version}

/** The lines of the file; at least one frame is needed for a recording to be of anything. */
export function recordingLines(frames: readonly Frame[]): readonly string[] {
  return [
    JSON.stringify(head),
    ...frames.map(({at, state}, i) => {
      const before = frames[i - 1]
      return JSON.stringify(before ? {at, delta: deltaOf(before.state, state) ?? {keys: {}}} : {at, state})
    }),
  ]
}

/** The frames, or what is wrong with the text. States that are alike in a part share it. */
export function parseRecording(text: string): Readonly<{frames: readonly Frame[]}> | Readonly<{fault: Said}> {
  const [first = '', ...lines] = text.split('\n').filter(line => line.trim() !== '')
  const fault = headFault(first)
  if (fault) return {fault}
  const frames: Frame[] = []
  for (const [i, line] of lines.entries()) {
    const frame = nextFrame(frames.at(-1), line)
    // The two lines before: the head, and counting from 1.
    if (!frame) return {fault: said('recording.line', {line: i + 2})}
    frames.push(frame)
  }
  return frames.length > 0 ? {frames} : {fault: said('recording.empty')}
}

function headFault(line: string): Said | undefined {
  const came = parsed(line)
  if (came?.['recording'] !== head.recording) return said('recording.none')
  const newer = Number(came['version'])
  return newer === version
    ? undefined
    : said('recording.version', {came: String(came['version']), known: version})
}

function nextFrame(before: Frame | undefined, line: string): Frame | undefined {
  const came = parsed(line)
  if (typeof came?.['at'] !== 'number') return undefined
  const {at, state, delta} = came
  if (!before) return typeof state === 'object' && state ? {at, state: state as LabState} : undefined
  if (typeof delta !== 'object' || !delta) return undefined
  try {
    return {at, state: withDelta(before.state, delta as Delta) as LabState}
  } catch {
    // A change of something that was not there: the line is told.
    return undefined
  }
}

function parsed(line: string): (Readonly<Record<string, unknown>> & {at?: number}) | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** The frame that was shown at `at`: the newest that is not later; the first before that. */
export function frameAt(frames: readonly Frame[], at: number): Frame | undefined {
  let [low, high] = [0, frames.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((frames[middle]?.at ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return frames[low]
}
