// `replay FILE`: a recording on the screen, without any node: what happened elsewhere, moment by moment.

import {readRecording} from '../../lab/recording/recording-file.ts'
import {Replay} from '../../lab/recording/replay.ts'
import {readerOf} from '../../lab/recording/segment-reader.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {message} from '../../model/text/messages.ts'
import type {Start} from '../command.ts'
import type {Environment} from '../environment.ts'
import {languageOf} from '../language.ts'
import {loadLessons} from '../lesson-source.ts'
import type {Options} from '../options.ts'

export async function replay(options: Options, environment: Environment, start: Start): Promise<number> {
  const [file] = options.ids
  if (file === undefined) throw new LabError('cli.replayFile')
  const tape = readerOf(await readRecording(file))
  if (options.plain || !environment.screen || environment.screenReader) throw new LabError('cli.replayScreen')
  const lessons = await loadLessons(options)
  const {runReplay} = await import('../../ui/ui.tsx')
  start.leaveSplash()
  const {color, unicode} = environment
  const looks = {language: languageOf(options, environment), theme: {color, unicode}}
  return runReplay(new Replay(tape, lessons), looks).catch((error: Error) => {
    // Its lines could be read, but hold what no lab of this version would write.
    const fault = message('recording.unshowable', {cause: error.message})
    throw new LabError('recording.broken', {file, fault}, {cause: error})
  })
}
