// Parses argv. Pure; every wrong argument throws a LabError with its remedy.

import {parseArgs} from 'node:util'
import {type Stage, stages} from '../model/cluster/snapshot.ts'
import {nearest} from '../model/commands/did-you-mean.ts'
import {LabError} from '../model/text/lab-error.ts'
import {isLanguage, type Language, languages, message} from '../model/text/messages.ts'
import {type CommandName, commandNames, mostWords, unnamed} from '../program/commands.ts'
import {type OptionName, optionEntry, optionNames, options} from '../program/options.ts'
import {nodeTimeoutRange} from '../program/settings.ts'

export type Options = Readonly<{
  command: CommandName
  /** The words after the command, as typed: lesson ids, a file, or what `lesson` should do and where. */
  ids: readonly string[]
  /** The folder that replaces our lessons. */
  lessons?: string | undefined
  plain: boolean
  json: boolean
  /** The solutions are played once, and nothing else. */
  solutions: boolean
  /** The only step that is checked. */
  step?: string | undefined
  /** Checks again after each change of a file. */
  watch: boolean
  /** An existing file may be overwritten. */
  force: boolean
  stage: Stage
  /** There are wires between the nodes, which can be cut. */
  wired: boolean
  lang?: Language | undefined
  redisServer?: string | undefined
  provide: boolean
  port?: number | undefined
  /** cluster-node-timeout, ms. */
  nodeTimeout?: number | undefined
  /** Of the room, as typed. */
  code?: string | undefined
  /** The learner's, in the room or in a report. */
  name?: string | undefined
  helper: boolean
  /** The hub is asked to delete everything about the learner. */
  erase: boolean
  /** Redis of a hub, instead of one of its own. */
  redis?: string | undefined
  /** The id of a room. */
  room?: string | undefined
  /** A fresh room, although one is open. */
  new: boolean
  /** The hub shows what it would do, and whether it can. */
  check: boolean
  insecureHttp: boolean
  /** The room counts, and keeps nothing of its learners. */
  aggregateOnly: boolean
  /** The host name under which a hub is known elsewhere. */
  publicName?: string | undefined
  workshop: boolean
}>

/** The last Sentinel's port is 2 + 20000 above the first port and must stay below 65536. */
const portRule = {option: '--port', least: 1024, most: 45_533, example: 7379} as const

const timeoutRule = {option: '--node-timeout', ...nodeTimeoutRange, example: 3000} as const

/** @throws LabError if an argument is wrong. */
export function parseOptions(argv: readonly string[]): Options {
  const {values, positionals, tokens} = read(argv)
  const [first, ...rest] = positionals
  const named = commandNames.find(name => name === first)
  const asked = commandFor(values)
  const command = asked ?? named ?? unnamed
  const ids = wordsFor(asked, named, positionals, rest)
  const [extra] = ids.slice(mostWords(command, ids))
  if (extra !== undefined && !values.help && !values.version)
    throw command === unnamed
      ? new LabError('cli.extraWord', {lesson: ids[0] ?? '', actual: extra})
      : new LabError('cli.extra', {command, actual: extra})
  for (const token of tokens) if (token.kind === 'option') refuseUnless(command, token.name as OptionName)
  if (values.wired && values.stage === 'sentinel') throw new LabError('links.noSentinels')
  return {command, ids, ...settled(values)}
}

function settled(values: ReturnType<typeof read>['values']): Omit<Options, 'command' | 'ids'> {
  return {
    lessons: values.lessons,
    plain: values.plain,
    json: values.json,
    solutions: values.solutions,
    step: values.step,
    watch: values.watch,
    force: values.force,
    stage: choose('--stage', stages, values.stage),
    wired: values.wired,
    lang: values.lang === undefined ? undefined : choose('--lang', languages, values.lang),
    redisServer: values['redis-server'],
    provide: !values['no-provide'],
    port: wholeNumber(values.port, portRule),
    nodeTimeout: wholeNumber(values['node-timeout'], timeoutRule),
    code: values.code,
    name: values.name,
    helper: values.helper,
    erase: values.erase,
    redis: values.redis,
    room: values.room,
    new: values.new,
    check: values.check,
    insecureHttp: values['insecure-http'],
    aggregateOnly: values['aggregate-only'],
    publicName: values['public-name'],
    workshop: values.workshop,
  }
}

/** The command's own words. `up --help` is `help up`; a lesson has no help of its own. */
function wordsFor(
  asked: CommandName | undefined,
  named: CommandName | undefined,
  all: readonly string[],
  rest: readonly string[],
): readonly string[] {
  if (asked) return named ? all : []
  return named ? rest : all
}

/** An option that would do nothing is probably a misunderstanding. `help` and `version` do not mind what else was typed. */
function refuseUnless(command: CommandName, option: OptionName) {
  const {commands} = optionEntry(option)
  if (!commands || commands.includes(command) || command === 'help' || command === 'version') return
  const names = commands.map(name => (name === unnamed ? '[LESSON]' : name)).join(', ')
  const values = {command, option: `--${option}`, commands: names}
  throw new LabError(command === unnamed ? 'cli.labHasNoOption' : 'cli.noOption', values)
}

function commandFor({help, version}: Readonly<{help: boolean; version: boolean}>): CommandName | undefined {
  if (help) return 'help'
  return version ? 'version' : undefined
}

function read(argv: readonly string[]) {
  try {
    // Other programs have -V for it.
    const args = argv.map(word => (word === '-V' ? '--version' : word))
    return parseArgs({args, options, allowPositionals: true, tokens: true})
  } catch (error) {
    throw usageError(error as Error)
  }
}

const problems = [
  {form: /^Unknown option '([^']+)'/, key: 'cli.unknownOption'},
  {form: /^Option '(?:-\w, )?(--[\w-]+)[^']*' argument missing/, key: 'cli.noValue'},
  {form: /^Option '(?:-\w, )?(--[\w-]+)[^']*' argument is ambiguous/, key: 'cli.noValue'},
  {form: /^Option '(?:-\w, )?(--[\w-]+)[^']*' does not take an argument/, key: 'cli.takesNoValue'},
] as const

/** What the TypeError of parseArgs says, in the learner's language; its own first sentence if it is a new one. */
function usageError(cause: Error): LabError {
  for (const {form, key} of problems) {
    const option = form.exec(cause.message)?.[1]
    if (option === undefined) continue
    const near = key === 'cli.unknownOption' ? nearestOption(option) : undefined
    return near === undefined
      ? new LabError('cli.usage', {problem: message(key, {option})}, {cause})
      : new LabError('cli.optionMeant', {option, near}, {cause})
  }
  const [problem = ''] = cause.message.split(/\. |\n/)
  return new LabError('cli.usage', {problem: problem.replace(/\.$/, '')}, {cause})
}

function nearestOption(typed: string): string | undefined {
  const near = nearest(typed.slice(2), optionNames)
  return near && `--${near}`
}

/** The language that --lang names, also on a line that cannot be parsed. The last one counts, as in `parseOptions`. */
export function languageIn(argv: readonly string[]): Language | undefined {
  const at = argv.findLastIndex(word => /^--lang(=|$)/.test(word))
  const given = argv[at]?.includes('=') ? argv[at]?.slice('--lang='.length) : argv[at + 1]
  return at >= 0 && given !== undefined && isLanguage(given) ? given : undefined
}

function choose<Choice extends string>(option: string, choices: readonly Choice[], given: string): Choice {
  const found = choices.find(choice => choice === given)
  if (!found) throw new LabError('cli.choice', {option, choices: choices.join(', '), actual: given})
  return found
}

type NumberRule = Readonly<{option: string; least: number; most: number; example: number}>

function wholeNumber(
  given: string | undefined,
  {option, least, most, example}: NumberRule,
): number | undefined {
  if (given === undefined) return undefined
  const number = /^\d+$/.test(given) ? Number(given) : Number.NaN
  if (number >= least && number <= most) return number
  throw new LabError('cli.number', {option, least, most, actual: given, example})
}
