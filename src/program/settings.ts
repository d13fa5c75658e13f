// What people set once: the table of settings, and the text of their file, read strictly. Pure.

import {nearest} from '../model/commands/did-you-mean.ts'
import {withoutByteOrderMark} from '../model/text/byte-order-mark.ts'
import {type Language, languages, type Message, message} from '../model/text/messages.ts'
import {isObject} from '../model/text/objects.ts'

export type Settings = Readonly<{
  language?: Language
  signs?: 'unicode' | 'ascii'
  colors?: boolean
  /** Gray text after a command: the arguments that it still expects. */
  hints?: boolean
  /** The wheel scrolls; text is then selected with Shift held. */
  mouse?: boolean
  /** cluster-node-timeout, ms. */
  nodeTimeout?: number
}>

export type SettingName = keyof Settings
export type SettingValue = Exclude<Settings[SettingName], undefined>

type Rule =
  | Readonly<{is: 'choice'; choices: readonly string[]}>
  | Readonly<{is: 'switch'}>
  | Readonly<{is: 'number'; least: number; most: number}>

/** What --node-timeout accepts, ms. */
export const nodeTimeoutRange = {least: 200, most: 60_000} as const

const rules: Readonly<Record<SettingName, Rule>> = {
  language: {is: 'choice', choices: languages},
  signs: {is: 'choice', choices: ['unicode', 'ascii']},
  colors: {is: 'switch'},
  hints: {is: 'switch'},
  mouse: {is: 'switch'},
  nodeTimeout: {is: 'number', ...nodeTimeoutRange},
}

export const settingNames = Object.keys(rules) as readonly SettingName[]

/** The settings in the file's text, or what is wrong with it first. */
export function parseSettings(text: string): Readonly<{settings: Settings} | {fault: Message}> {
  let parsed: unknown
  try {
    parsed = JSON.parse(withoutByteOrderMark(text))
  } catch (error) {
    return {fault: message('config.notJson', {cause: (error as Error).message})}
  }
  if (!isObject(parsed)) return {fault: message('config.notObject', {example: '{"language": "zh"}'})}
  for (const [name, value] of Object.entries(parsed)) {
    const known = settingNames.find(one => one === name)
    if (!known) return {fault: unknownSetting(name)}
    if (!isValid(value, rules[known])) return {fault: wrongValue(known, JSON.stringify(value))}
  }
  // Each name and value has been checked.
  return {settings: parsed as Settings}
}

/** A setting as it is typed, in any case, its value as a word; undefined as value for `default`. */
export function parseSetting(
  name: string,
  word: string,
): Readonly<{name: SettingName; value: SettingValue | undefined} | {fault: Message}> {
  const known = settingCalled(name)
  if (!known) return {fault: unknownSetting(name)}
  if (word === 'default') return {name: known, value: undefined}
  const value = valueOfWord(word)
  return isValid(value, rules[known])
    ? {name: known, value: value as SettingValue}
    : {fault: wrongValue(known, `"${word}"`)}
}

export function settingCalled(typed: string): SettingName | undefined {
  return settingNames.find(name => name.toLowerCase() === typed.toLowerCase())
}

export function unknownSetting(typed: string): Message {
  const meant = nearest(typed, settingNames)
  return meant
    ? message('config.meant', {typed, meant})
    : message('config.unknown', {typed, names: settingNames.join(', ')})
}

/** What a setting may be. */
export function expectedOf(name: SettingName): Message {
  const rule = rules[name]
  if (rule.is === 'switch') return message('config.switch')
  if (rule.is === 'choice') return message('config.choice', {choices: rule.choices.join(', ')})
  return message('config.number', {least: rule.least, most: rule.most})
}

function isValid(value: unknown, rule: Rule): boolean {
  if (rule.is === 'switch') return typeof value === 'boolean'
  if (rule.is === 'choice') return typeof value === 'string' && rule.choices.includes(value)
  return typeof value === 'number' && Number.isInteger(value) && value >= rule.least && value <= rule.most
}

/** `on` and `off` as the lab's own commands write them. */
function valueOfWord(word: string): string | number | boolean {
  if (word === 'on' || word === 'true') return true
  if (word === 'off' || word === 'false') return false
  return /^\d+$/.test(word) ? Number(word) : word
}

function wrongValue(name: SettingName, actual: string): Message {
  return message('config.value', {name, expected: expectedOf(name), actual})
}
