// Parses argv. Pure; every wrong argument throws a LabError with its remedy.

import {parseArgs} from 'node:util'
import {type Stage, stages} from '../model/cluster/snapshot.ts'
import {LabError} from '../model/text/lab-error.ts'
import {type Language, languages} from '../model/text/messages.ts'

export const commandNames = [
  'learn',
  'list',
  'check',
  'up',
  'sandbox',
  'lesson',
  'review',
  'replay',
  'report',
  'export',
  'import',
  'doctor',
  'clean',
  'help',
  'version',
] as const
export type CommandName = (typeof commandNames)[number]

export type Options = Readonly<{
  command: CommandName
  /** The words after the command, as typed: lesson ids, a file, or what `lesson` should do and where. */
  ids: readonly string[]
  /** The folder that replaces our lessons. */
  lessons?: string | undefined
  plain: boolean
  json: boolean
  /** An existing file may be overwritten. */
  force: boolean
  stage: Stage
  lang?: Language | undefined
  redisServer?: string | undefined
  provide: boolean
  port?: number | undefined
  /** cluster-node-timeout, ms. */
  nodeTimeout?: number | undefined
}>

const flags = {
  lessons: {type: 'string'},
  plain: {type: 'boolean', default: false},
  json: {type: 'boolean', default: false},
  force: {type: 'boolean', default: false},
  stage: {type: 'string', default: 'cluster'},
  lang: {type: 'string'},
  'redis-server': {type: 'string'},
  'no-provide': {type: 'boolean', default: false},
  port: {type: 'string'},
  'node-timeout': {type: 'string'},
  help: {type: 'boolean', short: 'h', default: false},
  version: {type: 'boolean', short: 'v', default: false},
} as const

/** How many words each command accepts after its name; 0 if not listed. */
const maxArguments: Readonly<Partial<Record<CommandName, number>>> = {
  learn: 1,
  check: Number.POSITIVE_INFINITY,
  lesson: 2,
  replay: 1,
  report: 1,
  export: 1,
  import: 1,
}

const withJson: readonly CommandName[] = ['list', 'check', 'lesson', 'up', 'report']
const withForce: readonly CommandName[] = ['report', 'export']
/** Not typed by name: `learn` is the default, the others are the flags --help and --version. */
const unnamed: readonly CommandName[] = ['learn', 'help', 'version']

/** @throws LabError if an argument is wrong. */
export function parseOptions(argv: readonly string[]): Options {
  const {values, positionals} = read(argv)
  const [first, ...rest] = positionals
  const named = commandNames.find(name => name === first && !unnamed.includes(name))
  const command = commandFor(values) ?? named ?? 'learn'
  const ids = named ? rest : positionals
  const [extra] = ids.slice(maxArguments[command] ?? 0)
  if (extra !== undefined && !values.help && !values.version)
    throw new LabError('cli.extra', {command, actual: extra})
  if (values.json && !withJson.includes(command)) throw new LabError('cli.noJson', {command})
  if (values.force && !withForce.includes(command)) throw new LabError('cli.noForce', {command})
  return {
    command,
    ids,
    lessons: values.lessons,
    plain: values.plain,
    json: values.json,
    force: values.force,
    stage: choose('--stage', stages, values.stage),
    lang: values.lang === undefined ? undefined : choose('--lang', languages, values.lang),
    redisServer: values['redis-server'],
    provide: !values['no-provide'],
    // The last bus port is 102 + 10000 above the first port and must stay below 65536.
    port: wholeNumber(values.port, {option: '--port', least: 1024, most: 55_433, example: 7379}),
    nodeTimeout: wholeNumber(values['node-timeout'], {
      option: '--node-timeout',
      least: 200,
      most: 60_000,
      example: 3000,
    }),
  }
}

function commandFor({help, version}: Readonly<{help: boolean; version: boolean}>): CommandName | undefined {
  if (help) return 'help'
  return version ? 'version' : undefined
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({args: [...argv], options: flags, allowPositionals: true})
  } catch (error) {
    // The first sentence of the TypeError that parseArgs throws says what is wrong.
    const [problem = ''] = (error as Error).message.split(/\. |\n/)
    throw new LabError('cli.usage', {problem: problem.replace(/\.$/, '')}, {cause: error})
  }
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
