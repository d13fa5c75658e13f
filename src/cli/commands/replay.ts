// `replay FILE`: plays a recording on the screen, without nodes.

import {readRecording} from '../../lab/recording/recording-file.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {message} from '../../model/text/messages.ts'
import {Replay} from '../../replay/replay.ts'
import {readerOf} from '../../replay/segment-reader.ts'
import type {CommandContext} from '../command.ts'
import {loadLessons} from '../lesson-source.ts'
import {printNote} from '../output.ts'
import {screenOptions, usesScreen} from '../screen-options.ts'

export async function replay({options, environment, language, leaveSplash}: CommandContext): Promise<number> {
  const [file] = options.ids
  if (file === undefined) throw new LabError('cli.replayFile')
  const recording = await readRecording(file)
  const reader = readerOf(recording)
  if (!usesScreen(options, environment)) throw new LabError('cli.replayScreen')
  const lessons = await loadLessons(options)
  const {runReplay} = await import('../../ui/ui.tsx')
  const screen = screenOptions(environment, language)
  const code = await runReplay(new Replay(reader, lessons), screen, leaveSplash).catch((error: Error) => {
    // The file is readable, but its content is not what this version of the lab writes.
    const fault = message('recording.unshowable', {cause: error.message})
    throw new LabError('recording.broken', {file, fault}, {cause: error})
  })
  // After the screen, which would hide it.
  if (recording.cutIn !== undefined)
    printNote(message('recording.cut', {file, line: recording.cutIn}), language)
  return code
}
