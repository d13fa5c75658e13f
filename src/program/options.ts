// The table of options, in the form that parseArgs of Node reads, and for which commands each means something.

import {stages} from '../model/cluster/snapshot.ts'
import {languages} from '../model/text/messages.ts'
import type {CommandName, Fill} from './commands.ts'

type OptionEntry = Readonly<{
  type: 'string' | 'boolean'
  short?: string
  default?: string | boolean
  /** What the shell may complete for its value. */
  values?: Fill
  /** The commands for which it means something; all if left out. */
  commands?: readonly CommandName[]
}>

const off = {type: 'boolean', default: false} as const
const text = {type: 'string'} as const

const withNodes: readonly CommandName[] = [
  'learn',
  'sandbox',
  'incident',
  'review',
  'check',
  'lesson',
  'up',
  'join',
  'demo',
]
const withServer: readonly CommandName[] = [...withNodes, 'doctor', 'host']
const withLessons: readonly CommandName[] = [
  'learn',
  'list',
  'check',
  'sandbox',
  'incident',
  'lesson',
  'review',
  'replay',
  'export-html',
  'report',
  'export',
  'import',
  'join',
  'demo',
  'host',
]

export const options = {
  // `replay` explains itself why it has no --plain.
  plain: {...off, commands: ['learn', 'sandbox', 'incident', 'review', 'replay', 'join', 'demo', 'host']},
  json: {...off, commands: ['list', 'check', 'lesson', 'up', 'report', 'doctor', 'config', 'version']},
  solutions: {...off, commands: ['check', 'lesson']},
  step: {...text, commands: ['check', 'lesson']},
  watch: {...off, commands: ['check', 'lesson']},
  stage: {...text, default: 'cluster', values: stages, commands: ['up', 'sandbox']},
  wired: {...off, commands: ['sandbox']},
  force: {...off, commands: ['report', 'export', 'export-html']},
  lessons: {...text, values: 'folders', commands: withLessons},
  lang: {...text, values: languages},
  'redis-server': {...text, values: 'files', commands: withServer},
  'no-provide': {...off, commands: withServer},
  port: {...text, commands: withServer},
  'node-timeout': {...text, commands: withNodes},
  code: {...text, commands: ['join']},
  name: {...text, commands: ['join', 'report']},
  helper: {...off, commands: ['join']},
  erase: {...off, commands: ['leave']},
  room: {...text, commands: ['host', 'demo']},
  new: {...off, commands: ['host']},
  redis: {...text, commands: ['host']},
  'public-name': {...text, commands: ['host']},
  'insecure-http': {...off, commands: ['host']},
  'aggregate-only': {...off, commands: ['host']},
  check: {...off, commands: ['host']},
  workshop: {...off, commands: ['doctor']},
  help: {...off, short: 'h'},
  version: {...off, short: 'v'},
} as const satisfies Readonly<Record<string, OptionEntry>>

export type OptionName = keyof typeof options
export const optionNames = Object.keys(options) as readonly OptionName[]

export function optionEntry(name: OptionName): OptionEntry {
  return options[name]
}

/** The options that mean something for a command. */
export function optionsOf(command: CommandName): readonly OptionName[] {
  return optionNames.filter(name => optionEntry(name).commands?.includes(command) ?? true)
}
