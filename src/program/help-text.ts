// The help, made from the tables: of the program, of one command, of a topic. 80 columns.

import {type Language, translate} from '../model/text/messages.ts'
import {widthOf} from '../views/draw/styled-text.ts'
import {wrapText} from '../views/draw/wrap-text.ts'
import {type CommandGroup, type CommandName, commandNames, commands, type Topic, unnamed} from './commands.ts'
import {type OptionName, optionEntry, optionNames, optionsOf} from './options.ts'
import {expectedOf, type SettingName, settingNames} from './settings.ts'
import {
  commandWords,
  type Example,
  exitCodes,
  groupWords,
  helpWords,
  optionWords,
  settingWords,
  summary,
  topicWords,
  variables,
} from './words.ts'

export const programName = 'redis-cluster-lab'

const columns = 80
/** An option that means something for more commands than this does not name them. */
const mostNamed = 8

type Row = readonly [name: string, about: string]

export function overview(language: Language): string {
  return sections([
    indented(`${programName}${helpWords.before[language]}${summary[language]}`, 0),
    helpWords.usage[language],
    commandList(language),
    titled(helpWords.options[language], table(optionNames.map(name => optionRow(name, language, true)))),
    examples(commandWords.up.examples?.slice(0, 1) ?? [], language),
    helpWords.more[language],
  ])
}

/** Every command, by group. */
export function commandList(language: Language): string {
  const groups = [...new Set(commandNames.map(name => commands[name].group))]
  return sections(
    groups.map(group => titled(groupWords[group][language], table(commandRows(group, language)))),
  )
}

export function helpOf(command: CommandName, language: Language): string {
  const {summary: short, about, examples: shown = []} = commandWords[command]
  const all = optionsOf(command)
  const isOwn = (name: OptionName) => optionEntry(name).commands !== undefined
  const rows = (names: readonly OptionName[]) => table(names.map(name => optionRow(name, language)))
  return sections([
    `${programName} ${usageOf(command, language)}`,
    indented([short[language], ...(about ? [about[language]] : [])].join('\n\n')),
    all.some(isOwn) ? titled(helpWords.options[language], rows(all.filter(isOwn))) : '',
    titled(helpWords.everywhere[language], rows(all.filter(name => !isOwn(name)))),
    examples(shown, language),
  ])
}

export function topicHelp(topic: Topic, language: Language): string {
  return titled(topicWords[topic][language], table(topicRows(topic, language)))
}

function topicRows(topic: Topic, language: Language): readonly Row[] {
  if (topic === 'settings') return settingNames.map(name => [name, settingText(name, language)])
  const rows = topic === 'environment' ? variables : exitCodes
  return rows.map(({name, about}) => [name, about[language]])
}

/** What a setting is, what it may be, and what wins over it. */
export function settingText(name: SettingName, language: Language): string {
  const {wins} = settingWords[name]
  const after = wins === undefined ? '' : helpWords.wins[language].replace('{name}', wins)
  return `${settingChoice(name, language)}${after}`
}

export function settingChoice(name: SettingName, language: Language): string {
  const expected = translate(language, expectedOf(name)).trim()
  return `${settingWords[name].about[language]}${helpWords.before[language]}${expected}`
}

/** `check [ID]...`; of the default only its words. */
export function usageOf(command: CommandName, language: Language): string {
  const words = [command === unnamed ? '' : command, commandWords[command].takes?.[language] ?? '']
  return words.filter(Boolean).join(' ')
}

/** `-h, --help`, `--stage STAGE` */
export function optionUsage(name: OptionName, language: Language): string {
  const {short} = optionEntry(name)
  const {takes} = optionWords[name]
  return `${short ? `-${short}, ` : ''}--${name}${takes ? ` ${takes[language]}` : ''}`
}

/** The commands for which an option means something, if they are few enough to be read. */
export function commandsNamed(name: OptionName, language: Language): string {
  const {commands: only = []} = optionEntry(name)
  if (only.length > mostNamed) return ''
  const names = only.map(one => (one === unnamed ? usageOf(one, language) : one))
  return names.join(helpWords.listSeparator[language])
}

function commandRows(group: CommandGroup, language: Language): readonly Row[] {
  return commandNames
    .filter(name => commands[name].group === group)
    .map(name => [usageOf(name, language), commandWords[name].summary[language]])
}

function optionRow(name: OptionName, language: Language, naming = false): Row {
  const about = optionWords[name].about[language]
  const named = naming ? commandsNamed(name, language) : ''
  return [optionUsage(name, language), named === '' ? about : `${about}${helpWords.before[language]}${named}`]
}

function examples(shown: readonly Example[], language: Language): string {
  if (shown.length === 0) return ''
  const lines = shown.flatMap(({line, about}: Example) => [
    `  ${programName} ${line}`,
    indented(about[language], 6),
  ])
  return titled(helpWords.examples[language], lines.join('\n'))
}

function sections(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n\n')
}

function titled(title: string, body: string): string {
  return `${title}\n${body}`
}

/** Where the second column begins: a longer name has a line of its own. */
const aboutAt = 24

function table(rows: readonly Row[]): string {
  return rows.map(([name, about]) => tableRow(name, about)).join('\n')
}

function tableRow(name: string, about: string): string {
  const [first = '', ...rest] = broken(about, columns - aboutAt)
  const room = aboutAt - 2
  const width = widthOf(name)
  const begun = width + 2 <= room
  const later = (begun ? rest : [first, ...rest]).map(line => `${' '.repeat(aboutAt)}${line}`)
  return [begun ? `  ${name}${' '.repeat(room - width)}${first}` : `  ${name}`, ...later].join('\n')
}

function indented(text: string, by = 2): string {
  return text
    .split('\n')
    .flatMap(line => broken(line, columns - by))
    .map(line => (line === '' ? '' : `${' '.repeat(by)}${line}`))
    .join('\n')
}

function broken(text: string, width: number): readonly string[] {
  return wrapText(text, width).split('\n')
}
