// A recording: what the lab's state was, moment by moment. Its file has one JSON a line: a head, the first state, then what changed each time.
// Long ones are held in stretches, each of which can be read by itself.

import type {LabState} from '../state/lab-state.ts'
import {type Message, message} from '../text/messages.ts'
import {type Delta, deltaOf, withDelta} from './json-delta.ts'
import {type Marker, withMarkers} from './markers.ts'
import {recordedState} from './recorded-state.ts'
import {upgradedLines} from './upgrade.ts'

/** `at`: ms since the epoch. */
export type Frame = Readonly<{at: number; state: LabState}>

/** What the recorded session ran: `0.1.0`, `Redis 7.2.4`. */
export type Versions = Readonly<{lab?: string; server?: string}>

/** A frame, and the lines of what changed after it, up to the frame at `to`. */
export type Segment = Readonly<{first: Frame; changes: readonly string[]; to: number}>

/** Of a file, or what the recorder has kept. */
export type Recording = Readonly<{
  /** At least one, oldest first; each begins with the frame that the one before ends with. */
  segments: readonly Segment[]
  markers: readonly Marker[]
  versions: Versions
}>

/** A newer version is refused: what it holds is not known. Version 1 is what lab 0.1.0 wrote. */
const version = 2
const name = 'redis-cluster-lab'

/** So many changes a stretch: less than two minutes of polls, and read in some 20 ms. */
export const segmentChanges = 500

export function headLine(versions: Versions): string {
  return JSON.stringify({recording: name, version, ...versions})
}

export function stateLine({at, state}: Frame): string {
  return JSON.stringify({at, state})
}

/** Undefined where nothing has changed. Both states must share the objects that are the same in them. */
export function changeLine(before: LabState, {at, state}: Frame): string | undefined {
  const delta = deltaOf(before, state)
  return delta && JSON.stringify({at, delta})
}

/** The frames of a stretch, its first too. @throws Error if a change cannot be read; in what was read before none is. */
export function framesIn({first, changes}: Pick<Segment, 'first' | 'changes'>): readonly Frame[] {
  const frames = [first]
  for (const line of changes) frames.push(nextFrame(frames.at(-1) as Frame, line))
  return frames
}

/**
 * The frames of lines, the first of which is a state. @param first the frame that this state is, where it is known already: what follows then shares
 * with it what does not change. @throws Error
 */
export function framesOfLines([head = '', ...changes]: readonly string[], first?: Frame): readonly Frame[] {
  return framesIn({first: first ?? firstFrame(head), changes})
}

/** What the text holds, or what is wrong with it. States that are alike in a part share it. */
export function parseRecording(text: string): Recording | Readonly<{fault: Message}> {
  const [head = '', ...written] = text.split('\n').filter(line => line.trim() !== '')
  const versions = versionsIn(head)
  if ('fault' in versions) return versions
  if (written.length === 0) return {fault: message('recording.empty')}
  const lines = objectIn(head)?.['version'] === 1 ? upgradedLines(written) : written
  let at = 0
  try {
    const stretches: Segment[] = []
    let marks: readonly Marker[] = []
    let now = firstFrame(lines[0] ?? '')
    for (at = 1; at < lines.length || stretches.length === 0; ) {
      const changes = lines.slice(at, at + segmentChanges)
      const first = now
      for (const line of changes) {
        const next = nextFrame(now, line)
        marks = withMarkers(marks, now.state, next.state, next.at)
        now = next
        at += 1
      }
      stretches.push({first, changes, to: now.at})
    }
    return {segments: stretches, markers: marks, versions}
  } catch {
    // The two lines before: the head, and counting from 1.
    return {fault: message('recording.line', {line: at + 2})}
  }
}

function versionsIn(line: string): Versions | Readonly<{fault: Message}> {
  const head = objectIn(line)
  if (head?.['recording'] !== name) return {fault: message('recording.none')}
  if (head['version'] !== version && head['version'] !== 1)
    return {fault: message('recording.version', {came: String(head['version']), known: version})}
  const {lab, server} = head
  return {...(typeof lab === 'string' && {lab}), ...(typeof server === 'string' && {server})}
}

function firstFrame(line: string): Frame {
  return frameOf(objectIn(line)?.['at'], objectIn(line)?.['state'])
}

function nextFrame(before: Frame, line: string): Frame {
  const {at, delta} = objectIn(line) ?? {}
  if (typeof delta !== 'object' || delta === null) throw new Error('no change')
  const frame = frameOf(at, withDelta(before.state, delta as Delta))
  // Time does not go back; a clock that was set may say so.
  return frame.at < before.at ? {...frame, at: before.at} : frame
}

function frameOf(at: unknown, value: unknown): Frame {
  const state = recordedState(value)
  if (typeof at !== 'number' || !state) throw new Error('no moment')
  return {at, state}
}

function objectIn(line: string): Readonly<Record<string, unknown>> | undefined {
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
