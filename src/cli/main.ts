// Runs the command that argv names. The only code that reads argv and sets process.exitCode.

import {LabError} from '../model/text/lab-error.ts'
import {errnoOf} from '../platform/errno.ts'
import type {Command, CommandContext} from './command.ts'
import {type Environment, readEnvironment} from './environment.ts'
import {type CommandName, parseOptions} from './options.ts'
import {printNote} from './output.ts'
import {Interrupted} from './server-and-keeper.ts'

/** Loaded on demand: `up` does not need Ink, nor the screen `check`. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  learn: async () => (await import('./commands/learn.ts')).learn,
  list: async () => (await import('./commands/list.ts')).list,
  check: async () => (await import('./commands/check.ts')).check,
  up: async () => (await import('./commands/up.ts')).up,
  sandbox: async () => (await import('./commands/sandbox.ts')).sandbox,
  lesson: async () => (await import('./commands/lesson.ts')).lesson,
  replay: async () => (await import('./commands/replay.ts')).replay,
  review: async () => (await import('./commands/review.ts')).review,
  report: async () => (await import('./commands/report.ts')).report,
  export: async () => (await import('./commands/export.ts')).exportProgress,
  import: async () => (await import('./commands/import.ts')).importProgress,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  clean: async () => (await import('./commands/clean.ts')).clean,
  help: async () => (await import('./commands/help.ts')).help,
  version: async () => (await import('./commands/version.ts')).version,
}

/** The exit code of a shell for a program that SIGINT ended: 128 + 2. */
const interruptedCode = 130

type Splash = Pick<CommandContext, 'leaveSplash'>

export async function main(splash: Splash): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe)
  const environment = readEnvironment(process.env)
  process.exitCode = await run(process.argv.slice(2), environment, splash)
}

/** A reader such as `| head` may close the pipe early. That is no error, and the command still runs to its end. */
function ignoreClosedPipe(error: Error) {
  if (errnoOf(error) !== 'EPIPE') throw error
}

async function run(
  argv: readonly string[],
  environment: Environment,
  {leaveSplash}: Splash,
): Promise<number> {
  let {language} = environment
  try {
    const options = parseOptions(argv)
    language = options.lang ?? language
    const command = await commands[options.command]()
    return await command({options, environment, language, leaveSplash})
  } catch (error) {
    leaveSplash()
    if (error instanceof Interrupted) return interruptedCode
    // A LabError is expected and prints one sentence with its remedy. Anything else is a bug and prints its stack.
    if (error instanceof LabError) printNote(error.reason, language)
    else process.stderr.write(`${bugText(error)}\n`)
    return 1
  }
}

function bugText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
