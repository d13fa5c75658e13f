// The table of commands. Parsing, help, completion and the manual page read it; src/cli/main.ts runs them, words.ts describes them.

/** What the shell may complete in place of a word. */
export type Fill = 'lessons' | 'incidents' | 'files' | 'folders' | 'topics' | 'settings' | readonly string[]

export type CommandGroup = 'learn' | 'records' | 'workshop' | 'computer' | 'authors' | 'program'

type CommandEntry = Readonly<{
  group: CommandGroup
  /** Begins with a splash screen. What the others print would be lost with it; bin/start.js shows none for them. */
  screen?: true
  /** Starts nodes at once, so a redis-server is looked for while it loads. */
  nodes?: true
  /** Works also while the file of settings is broken. */
  anyway?: true
  /** The words after the name, by position; none is accepted beyond them. */
  words?: readonly Fill[]
  /** The last of `words` may be repeated; or only after this word. */
  many?: true | string
}>

/** The shells for which there is completion. */
export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** What `help` explains besides commands. */
export const topics = ['settings', 'environment', 'exit-codes'] as const
export type Topic = (typeof topics)[number]

const table = {
  learn: {group: 'learn', screen: true, nodes: true, words: ['lessons']},
  list: {group: 'learn'},
  sandbox: {group: 'learn', screen: true, nodes: true},
  incident: {group: 'learn', screen: true, nodes: true, words: ['incidents']},
  review: {group: 'learn', screen: true},
  replay: {group: 'records', screen: true, words: ['files']},
  'export-html': {group: 'records', words: ['files', 'files']},
  report: {group: 'records', words: ['files'], many: 'merge'},
  export: {group: 'records', words: ['files']},
  import: {group: 'records', words: ['files']},
  host: {group: 'workshop'},
  demo: {group: 'workshop', screen: true, words: ['lessons']},
  join: {group: 'workshop', screen: true, words: [[], 'lessons']},
  leave: {group: 'workshop', words: [[]]},
  up: {group: 'computer', nodes: true},
  doctor: {group: 'computer', words: [[]]},
  clean: {group: 'computer', anyway: true},
  check: {group: 'authors', words: ['lessons'], many: true},
  lesson: {group: 'authors', words: [['new', 'check', 'stamp'], 'folders']},
  config: {group: 'program', anyway: true, words: ['settings', []]},
  completion: {group: 'program', anyway: true, words: [shells]},
  help: {group: 'program', anyway: true, words: ['topics'], many: true},
  version: {group: 'program', anyway: true, words: [[]], many: true},
} as const satisfies Readonly<Record<string, CommandEntry>>

export type CommandName = keyof typeof table

export const commands: Readonly<Record<CommandName, CommandEntry>> = table
export const commandNames = Object.keys(table) as readonly CommandName[]

/** The default: it may be typed, and need not. */
export const unnamed = 'learn'

export function opensScreen(command: CommandName): boolean {
  return commands[command].screen === true
}

export function startsNodes(command: CommandName): boolean {
  return commands[command].nodes === true
}

export function worksWithoutSettings(command: CommandName): boolean {
  return commands[command].anyway === true
}

/** How many words a command accepts after its name. */
export function mostWords(command: CommandName, [first]: readonly string[]): number {
  const {words = [], many} = commands[command]
  return many === true || (many !== undefined && many === first) ? Number.POSITIVE_INFINITY : words.length
}
