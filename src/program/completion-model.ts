// What a shell may complete at each place of a command line: the model from which the scripts are written.

import type {Language} from '../model/text/messages.ts'
import {type CommandName, commandNames, commands, type Fill, topics, unnamed} from './commands.ts'
import {type OptionName, optionEntry, optionNames, optionsOf} from './options.ts'
import {settingNames} from './settings.ts'
import {commandWords, optionWords, settingWords} from './words.ts'

/** What may be completed: words with what they mean, or names of files or folders. */
export type Candidates =
  | Readonly<{is: 'words'; words: readonly Candidate[]}>
  | Readonly<{is: 'files'}>
  | Readonly<{is: 'folders'}>
export type Candidate = Readonly<{word: string; about: string}>

export type CompletedOption = Readonly<{
  name: OptionName
  short?: string
  about: string
  /** Undefined for an option without a value. */
  value?: Candidates
}>

export type CompletedCommand = Readonly<{
  name: CommandName
  about: string
  options: readonly CompletedOption[]
  /** What may stand at each place after the name. */
  places: readonly Candidates[]
  /** The last place may be repeated. */
  many: boolean
}>

export type Completion = Readonly<{
  /** The default command first. */
  commands: readonly CompletedCommand[]
  /** The options that take a value: the word after one is not a command. */
  valued: readonly OptionName[]
}>

/** What the tables do not know: the names that the lessons of this program have. */
export type Known = Readonly<{lessons: readonly Candidate[]; incidents: readonly Candidate[]}>

export function completionOf(known: Known, language: Language): Completion {
  const valued = optionNames.filter(name => optionEntry(name).type === 'string')
  return {commands: commandNames.map(name => completed(name, known, language)), valued}
}

function completed(name: CommandName, known: Known, language: Language): CompletedCommand {
  const {words = [], many} = commands[name]
  const places = words.map(fill => candidates(fill, known, language))
  return {
    name,
    about: commandWords[name].summary[language],
    options: optionsOf(name).map(option => completedOption(option, known, language)),
    // Where no command is named yet, it may be.
    places: name === unnamed ? [named(commandCandidates(language), places[0])] : places,
    many: many !== undefined,
  }
}

function completedOption(name: OptionName, known: Known, language: Language): CompletedOption {
  const {type, short, values = []} = optionEntry(name)
  return {
    name,
    ...(short && {short}),
    about: optionWords[name].about[language],
    ...(type === 'string' && {value: candidates(values, known, language)}),
  }
}

function candidates(fill: Fill, known: Known, language: Language): Candidates {
  if (fill === 'files' || fill === 'folders') return {is: fill}
  if (typeof fill !== 'string') return {is: 'words', words: fill.map(word => ({word, about: ''}))}
  return {is: 'words', words: names(fill, known, language)}
}

function names(
  fill: Exclude<Fill, 'files' | 'folders' | readonly string[]>,
  known: Known,
  language: Language,
): readonly Candidate[] {
  switch (fill) {
    case 'lessons':
      return known.lessons
    case 'incidents':
      return [...known.incidents, {word: 'random', about: ''}]
    case 'settings':
      return settingNames.map(word => ({word, about: settingWords[word].about[language]}))
    case 'topics':
      return [...commandCandidates(language), ...topics.map(word => ({word, about: ''}))]
  }
}

function commandCandidates(language: Language): readonly Candidate[] {
  return commandNames
    .filter(name => name !== unnamed)
    .map(word => ({word, about: commandWords[word].summary[language]}))
}

function named(first: readonly Candidate[], more: Candidates | undefined): Candidates {
  return {is: 'words', words: [...first, ...(more?.is === 'words' ? more.words : [])]}
}
