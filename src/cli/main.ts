// Which command, and what the process ends with. The only reader of argv and the only writer of process.exitCode.

import {LabError} from '../model/text/lab-error.ts'
import {translate} from '../model/text/messages.ts'
import {errnoOf} from '../platform/errno.ts'
import type {Run, Start} from './command.ts'
import {type Environment, readEnvironment} from './environment.ts'
import {languageOf} from './language.ts'
import {type CommandName, parseOptions} from './options.ts'
import {printNote, printResult} from './output.ts'
import {Interrupted} from './prepare.ts'

/** Loaded when asked for: `up` has no use for Ink, nor the screen for `check`. */
const commands: Readonly<Record<CommandName, () => Promise<Run>>> = {
  learn: async () => (await import('./commands/learn.ts')).learn,
  list: async () => (await import('./commands/list.ts')).list,
  check: async () => (await import('./commands/check.ts')).check,
  up: async () => (await import('./commands/up.ts')).up,
  sandbox: async () => (await import('./commands/learn.ts')).sandbox,
  lesson: async () => (await import('./commands/lesson.ts')).lesson,
  replay: async () => (await import('./commands/replay.ts')).replay,
  review: async () => (await import('./commands/learn.ts')).review,
  report: async () => (await import('./commands/report.ts')).report,
  export: async () => (await import('./commands/export.ts')).exportProgress,
  import: async () => (await import('./commands/import.ts')).importProgress,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  clean: async () => (await import('./commands/clean.ts')).clean,
  help: async () => async (options, environment) => {
    printResult(translate(languageOf(options, environment), {key: 'cli.help'}))
    return 0
  },
  version: async () => async () => {
    printResult((await import('../../package.json', {with: {type: 'json'}})).default.version)
    return 0
  },
}

const interruptedCode = 130

export async function main(start: Start): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', unlessUnread)
  const environment = readEnvironment(process.env)
  process.exitCode = await run(process.argv.slice(2), environment, start)
}

/** Whoever read the output, `| head`, has had enough: no fault of ours, and what is being done is done to its end. */
function unlessUnread(error: Error) {
  if (errnoOf(error) !== 'EPIPE') throw error
}

async function run(argv: readonly string[], environment: Environment, start: Start): Promise<number> {
  let language = environment.language
  try {
    const options = parseOptions(argv)
    language = languageOf(options, environment)
    const command = await commands[options.command]()
    return await command(options, environment, start)
  } catch (error) {
    start.leaveSplash()
    if (error instanceof Interrupted) return interruptedCode
    // Expected: one sentence with its remedy. Anything else is a bug, and its stack is what we need.
    if (error instanceof LabError) printNote(error.reason, language)
    else process.stderr.write(`${bugText(error)}\n`)
    return 1
  }
}

function bugText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
