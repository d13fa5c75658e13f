// Recordings: the lab's state over time. A file has one JSON value per line: a head, the first state, then each change.
// A long recording consists of segments, each readable on its own.

import type {LabState} from '../state/lab-state.ts'
import {withoutByteOrderMark} from '../text/byte-order-mark.ts'
import {type Message, message} from '../text/messages.ts'
import {type Delta, deltaOf, withDelta} from './json-delta.ts'
import {type Marker, withMarkers} from './markers.ts'
import {recordedState} from './recorded-state.ts'
import {upgradedLines} from './upgrade.ts'

/** `at` is in ms since the epoch. */
export type Frame = Readonly<{at: number; state: LabState}>

/** Versions of the programs in the recorded session: `0.1.0`, `Redis 7.2.4`. */
export type Versions = Readonly<{lab?: string; server?: string}>

/** A frame, and the lines of the changes after it, up to the frame at `to`. */
export type Segment = Readonly<{first: Frame; changes: readonly string[]; to: number}>

/** Contents of a file, or what the recorder still has. */
export type Recording = Readonly<{
  /** At least one segment, oldest first; each begins with the last frame of the one before. */
  segments: readonly Segment[]
  markers: readonly Marker[]
  versions: Versions
  /** Number of the line in which the file ends, if it was cut off there: that line is left out. */
  cutIn?: number
}>

/** Format version. Newer formats are refused, because their contents are unknown; lab 0.1.0 wrote version 1. */
const version = 2
const name = 'redis-cluster-lab'

/** Changes per segment: less than two minutes of polling, read in about 20 ms. */
export const segmentChanges = 500

export function headLine(versions: Versions): string {
  return JSON.stringify({recording: name, version, ...versions})
}

export function stateLine({at, state}: Frame): string {
  return JSON.stringify({at, state})
}

/** Undefined if nothing changed. Unchanged parts must be the same objects in both states. */
export function changeLine(before: LabState, {at, state}: Frame): string | undefined {
  const delta = deltaOf(before, state)
  return delta && JSON.stringify({at, delta})
}

/** Frames of a segment, including the first. @throws Error if a change cannot be parsed; those of a parsed recording always can. */
export function framesIn({first, changes}: Pick<Segment, 'first' | 'changes'>): readonly Frame[] {
  const frames = [first]
  for (const line of changes) frames.push(nextFrame(frames.at(-1) as Frame, line))
  return frames
}

/**
 * Frames of lines that begin with a state. @param first that state's frame if it already exists, so that later frames share its
 * unchanged parts. @throws Error
 */
export function framesOfLines([head = '', ...changes]: readonly string[], first?: Frame): readonly Frame[] {
  return framesIn({first: first ?? firstFrame(head), changes})
}

/** Parses the file's text, up to where it was cut off, or says what is wrong with it. Equal parts of consecutive states are shared. */
export function parseRecording(text: string): Recording | Readonly<{fault: Message}> {
  const [head = '', ...found] = withoutByteOrderMark(text)
    .split('\n')
    .filter(line => line.trim() !== '')
  const versions = versionsIn(head)
  if ('fault' in versions) return versions
  const isCut = !text.endsWith('\n') && found.length > 0 && objectIn(found.at(-1) ?? '') === undefined
  const written = isCut ? found.slice(0, -1) : found
  if (written.length === 0) return {fault: message('recording.empty')}
  const lines = objectIn(head)?.['version'] === 1 ? upgradedLines(written) : written
  let at = 0
  try {
    const segments: Segment[] = []
    let marks: readonly Marker[] = []
    let now = firstFrame(lines[0] ?? '')
    for (at = 1; at < lines.length || segments.length === 0; ) {
      const changes = lines.slice(at, at + segmentChanges)
      const first = now
      for (const line of changes) {
        const next = nextFrame(now, line)
        marks = withMarkers(marks, now.state, next.state, next.at)
        now = next
        at += 1
      }
      segments.push({first, changes, to: now.at})
    }
    return {segments, markers: marks, versions, ...(isCut && {cutIn: found.length + 1})}
  } catch {
    // Adds 2: the head comes before, and people count from 1.
    return {fault: message('recording.line', {line: at + 2})}
  }
}

function versionsIn(line: string): Versions | Readonly<{fault: Message}> {
  const head = objectIn(line)
  if (head?.['recording'] !== name) return {fault: message('recording.none')}
  if (head['version'] !== version && head['version'] !== 1)
    return {fault: message('recording.version', {actual: String(head['version']), known: version})}
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
  // Keeps time from going back, even if the clock was reset.
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

/** Newest frame that is not later than `at`; before the first frame, the first. */
export function frameAt(frames: readonly Frame[], at: number): Frame | undefined {
  let [low, high] = [0, frames.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((frames[middle]?.at ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return frames[low]
}
