// Frames -> the recording that holds them, as the lab writes it to a file and reads it back.

import {
  changeLine,
  type Frame,
  headLine,
  parseRecording,
  type Recording,
  stateLine,
} from '../../../src/model/recording/recording.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {readerOf, type SegmentReader} from '../../../src/replay/segment-reader.ts'

/** The lines of the file. Frames in which nothing changed are not in it. */
export function linesOf(frames: readonly Frame[]): readonly string[] {
  return [
    headLine({lab: '0.1.0', server: 'Redis 7.0.15'}),
    ...frames.flatMap((frame, i) => {
      const before = frames[i - 1]
      return (before ? changeLine(before.state, frame) : stateLine(frame)) ?? []
    }),
  ]
}

export function read(text: string): Recording {
  const recording = parseRecording(text)
  if ('fault' in recording) throw new Error(translate('en', recording.fault))
  return recording
}

export function tapeWith(frames: readonly Frame[]): SegmentReader {
  return readerOf(read(linesOf(frames).join('\n')))
}
