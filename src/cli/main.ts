// Runs the command that argv names. The only code that reads argv and sets process.exitCode.

import packageJson from '../../package.json' with {type: 'json'}
import {LabError} from '../model/text/lab-error.ts'
import {type Language, message} from '../model/text/messages.ts'
import {sanitize} from '../model/text/sanitize.ts'
import {errnoOf} from '../platform/errno.ts'
import {reached} from '../platform/phase.ts'
import {type CommandName, opensScreen, startsNodes, worksWithoutSettings} from '../program/commands.ts'
import type {TerminalScreen} from '../ui/terminal/terminal-screen.tsx'
import type {Command, CommandContext} from './command.ts'
import {type Environment, readEnvironment, settingsFile} from './environment.ts'
import {languageIn, type Options, parseOptions} from './options.ts'
import {printNote} from './output.ts'
import {screenOptions, usesScreen} from './screen-options.ts'
import {Interrupted, lookForServer} from './server-and-keeper.ts'
import {readSettings} from './settings-file.ts'

/** Loaded on demand: `up` does not need Ink, nor the screen `check`. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  learn: async () => (await import('./commands/learn.ts')).learn,
  list: async () => (await import('./commands/list.ts')).list,
  check: async () => (await import('./commands/check.ts')).check,
  up: async () => (await import('./commands/up.ts')).up,
  sandbox: async () => (await import('./commands/sandbox.ts')).sandbox,
  incident: async () => (await import('./commands/incident.ts')).incident,
  lesson: async () => (await import('./commands/lesson.ts')).lesson,
  replay: async () => (await import('./commands/replay.ts')).replay,
  'export-html': async () => (await import('./commands/export-html.ts')).exportHtml,
  review: async () => (await import('./commands/review.ts')).review,
  report: async () => (await import('./commands/report.ts')).report,
  export: async () => (await import('./commands/export.ts')).exportProgress,
  import: async () => (await import('./commands/import.ts')).importProgress,
  host: async () => (await import('./commands/host.ts')).host,
  join: async () => (await import('./commands/join.ts')).join,
  demo: async () => (await import('./commands/demo.ts')).demo,
  leave: async () => (await import('./commands/leave.ts')).leave,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  clean: async () => (await import('./commands/clean.ts')).clean,
  config: async () => (await import('./commands/config.ts')).config,
  completion: async () => (await import('./commands/completion.ts')).completion,
  help: async () => (await import('./commands/help.ts')).help,
  version: async () => (await import('./commands/version.ts')).version,
}

/** The exit code of a shell for a program that SIGINT ended: 128 + 2. */
const interruptedCode = 130

type Started = Pick<CommandContext, 'leaveSplash' | 'keeper'>

export async function main(started: Started): Promise<void> {
  reached('program loaded')
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', error => {
      if (!isReaderGone(error, stream.isTTY)) throw error
    })
  const {settings, fault} = readSettings(settingsFile)
  const environment = readEnvironment(process.env, process.platform, settings)
  const argv = process.argv.slice(2)
  reportUncaught(languageIn(argv) ?? environment.language, started)
  process.exitCode = await run(argv, environment, fault, started)
  if (argv.some(word => word === 'lesson' || word.startsWith('--lessons'))) exitOnceWritten()
}

/** A lesson of others may have left a timer or an `await` behind, which would keep the program running. */
function exitOnceWritten() {
  process.stdout.write('', () => process.stderr.write('', () => process.exit()))
}

/** A reader such as `| head` may close the pipe early, or a terminal. That is no error, and the command still runs to its end. */
function isReaderGone(error: Error, isTerminal: boolean): boolean {
  const errno = errnoOf(error)
  return errno === 'EPIPE' || (isTerminal && errno === 'EIO')
}

async function run(
  argv: readonly string[],
  environment: Environment,
  settingsFault: LabError | undefined,
  {leaveSplash, keeper}: Started,
): Promise<number> {
  let language = languageIn(argv) ?? environment.language
  let leave = leaveSplash
  try {
    const options = parseOptions(argv)
    language = options.lang ?? language
    if (settingsFault && !worksWithoutSettings(options.command)) throw settingsFault
    if (!opensScreen(options.command)) leaveSplash()
    const screen = beginsWithOpening(options, environment)
      ? await showOpening(environment, language, leaveSplash)
      : undefined
    if (screen) leave = () => screen.close()
    const server = lookForServer(options, environment)
    const command = await commands[options.command]()
    reached('command loaded')
    return await command({options, environment, language, leaveSplash: leave, screen, keeper, server})
  } catch (error) {
    leave()
    if (error instanceof Interrupted) return interruptedCode
    // A LabError is expected and prints one sentence with its remedy. Anything else is a bug and prints its stack.
    if (error instanceof LabError) printNote(error.reason, language)
    else printBug(error, language)
    return 1
  }
}

/** A lab's own screen follows. Not for the lessons of others, which are loaded on the terminal as it was. */
function beginsWithOpening(options: Options, environment: Environment): boolean {
  const {command, lessons} = options
  const opensLab = opensScreen(command) && startsNodes(command)
  return opensLab && lessons === undefined && usesScreen(options, environment)
}

/** Before anything else is loaded, the lab included. */
async function showOpening(
  environment: Environment,
  language: Language,
  leaveSplash: () => void,
): Promise<TerminalScreen> {
  const {openingOn} = await import('../ui/opening.tsx')
  const screen = openingOn(screenOptions(environment, language).looks, leaveSplash)
  reached('opening shown')
  return screen
}

/** An error that nobody awaits ends the program; the screen has given the terminal back before. Node would print the line of the bundle where it was thrown, which is a whole file. */
function reportUncaught(language: Language, {leaveSplash}: Started) {
  process.on('uncaughtException', error => {
    leaveSplash()
    printBug(error, language)
    process.exit(1)
  })
}

/** Enough to find the place; a message may quote a whole bundle. */
const most = {lines: 15, columns: 300}

function printBug(error: unknown, language: Language) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const lines = text.split('\n').slice(0, most.lines)
  process.stderr.write(`${lines.map(line => sanitize(line).slice(0, most.columns)).join('\n')}\n`)
  const versions = {version: packageJson.version, node: process.versions.node}
  printNote(message('cli.bug', versions), language)
}
