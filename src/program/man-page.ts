// The manual page, in the man macros of roff. In English: npm installs a manual page for one language only.

import {commandNames} from './commands.ts'
import {commandsNamed, optionUsage, programName, settingText, usageOf} from './help-text.ts'
import {optionNames} from './options.ts'
import {type SettingName, settingNames} from './settings.ts'
import {commandWords, exitCodes, optionWords, summary, variables} from './words.ts'

const language = 'en'

/** The folders that the program keeps; those of macOS are under ~/Library. */
const files = [
  ['~/.config/redis-cluster-lab/config.json', 'Settings: an object. See SETTINGS.'],
  ['~/.local/share/redis-cluster-lab', 'Progress and history.'],
  ['~/.cache/redis-cluster-lab', 'A fetched redis-server, and the compiled program.'],
] as const

export function manPage(version: string): string {
  return [
    `.TH ${programName.toUpperCase()} 1 "" "${programName} ${version}" "User Commands"`,
    section('NAME', [`${programName} \\- ${escaped(summary[language])}`]),
    section('SYNOPSIS', [`.B ${programName}`, '[COMMAND] [OPTION]...']),
    section('COMMANDS', commandNames.flatMap(commandItem)),
    section('OPTIONS', optionNames.flatMap(optionItem)),
    section('SETTINGS', settingNames.flatMap(settingItem)),
    section(
      'ENVIRONMENT',
      variables.flatMap(({name, about}) => item(name, sentence(about[language]))),
    ),
    section(
      'EXIT STATUS',
      exitCodes.flatMap(({name, about}) => item(name, sentence(about[language]))),
    ),
    section(
      'FILES',
      files.flatMap(([name, about]) => item(name, about)),
    ),
    section('EXAMPLES', commandNames.flatMap(examplesOf)),
    '',
  ].join('\n')
}

function commandItem(name: (typeof commandNames)[number]): readonly string[] {
  const {summary: short, about} = commandWords[name]
  const text = [sentence(short[language]), ...(about ? about[language].split('\n') : [])]
  return item(usageOf(name, language), ...text)
}

function optionItem(name: (typeof optionNames)[number]): readonly string[] {
  const named = commandsNamed(name, language)
  const about = `${optionWords[name].about[language]}${named === '' ? '' : ` (${named})`}`
  return item(optionUsage(name, language), sentence(about))
}

function settingItem(name: SettingName): readonly string[] {
  return item(name, sentence(settingText(name, language)))
}

function examplesOf(name: (typeof commandNames)[number]): readonly string[] {
  const {examples = []} = commandWords[name]
  return examples.flatMap(({line, about}) => item(`${programName} ${line}`, sentence(about[language])))
}

function section(title: string, lines: readonly string[]): string {
  return [`.SH ${title}`, ...lines].join('\n')
}

/** A tagged paragraph; each further text begins on a line of its own. */
function item(tag: string, ...texts: readonly string[]): readonly string[] {
  const [first = '', ...more] = texts.map(escaped)
  return ['.TP', `\\fB${escaped(tag)}\\fR`, first, ...more.flatMap(text => ['.br', text])]
}

function sentence(text: string): string {
  const [first = '', ...rest] = text
  const end = /[.?!]$/.test(text) ? '' : '.'
  return `${first.toUpperCase()}${rest.join('')}${end}`
}

/** A hyphen stays one when copied; a line that begins with a dot or a quote is no request. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1')
}
