// argv -> what is asked for. Pure; every wrong argument is a LabError with the remedy.

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
  /** Lesson ids, a file, or what `lesson` is to do and where; as typed. */
  ids: readonly string[]
  /** The folder of the lessons, if not ours. */
  lessons?: string | undefined
  plain: boolean
  json: boolean
  /** A file that is there already may be overwritten. */
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

/** How many lesson ids, files or other words a command takes. */
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

/** @throws LabError */
export function parseOptions(argv: readonly string[]): Options {
  const {values, positionals} = read(argv)
  const [first, ...rest] = positionals
  const named = commandNames.find(
    command => command === first && !['learn', 'help', 'version'].includes(command),
  )
  const command = values.help ? 'help' : values.version ? 'version' : (named ?? 'learn')
  const ids = named ? rest : positionals
  const [extra] = ids.slice(maxArguments[command] ?? 0)
  if (extra !== undefined && !values.help && !values.version)
    throw new LabError('cli.extra', {command, came: extra})
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
    // The last bus port is 102 + 10000 above the first port, and below 65536.
    port: wholeNumber('--port', values.port, 1024, 55_433, 7379),
    nodeTimeout: wholeNumber('--node-timeout', values['node-timeout'], 200, 60_000, 3000),
  }
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({args: [...argv], options: flags, allowPositionals: true})
  } catch (error) {
    // parseArgs throws a TypeError whose first sentence says what is wrong.
    const [problem = ''] = (error as Error).message.split(/\. |\n/)
    throw new LabError('cli.usage', {problem: problem.replace(/\.$/, '')}, {cause: error})
  }
}

function choose<Choice extends string>(option: string, choices: readonly Choice[], came: string): Choice {
  const found = choices.find(choice => choice === came)
  if (!found) throw new LabError('cli.choice', {option, choices: choices.join(', '), came})
  return found
}

function wholeNumber(
  option: string,
  came: string | undefined,
  least: number,
  most: number,
  example: number,
): number | undefined {
  if (came === undefined) return undefined
  const number = /^\d+$/.test(came) ? Number(came) : Number.NaN
  if (number >= least && number <= most) return number
  throw new LabError('cli.number', {option, least, most, came, example})
}
