// `config [NAME [VALUE]]`: shows the learner's settings, or changes one.

import {LabError} from '../../model/text/lab-error.ts'
import {message, translate} from '../../model/text/messages.ts'
import {settingChoice} from '../../program/help-text.ts'
import {
  parseSetting,
  type SettingName,
  type SettingValue,
  settingCalled,
  settingNames,
  unknownSetting,
} from '../../program/settings.ts'
import type {CommandContext} from '../command.ts'
import {nodeTimeoutFor} from '../defaults.ts'
import {settingsFile} from '../environment.ts'
import {printResult} from '../output.ts'
import {readSettings, writeSetting} from '../settings-file.ts'

export async function config(context: CommandContext): Promise<number> {
  const [typed, value] = context.options.ids
  if (typed === undefined) return showAll(context)
  if (value === undefined) return showOne(context, typed)
  const parsed = parseSetting(typed, value)
  if ('fault' in parsed) throw LabError.of(parsed.fault)
  await writeSetting(settingsFile, parsed.name, parsed.value)
  return 0
}

/** @throws LabError if there is no such setting, or the file is broken */
function showOne(context: CommandContext, typed: string): number {
  const name = settingCalled(typed)
  if (!name) throw LabError.of(unknownSetting(typed))
  const {fault} = readSettings(settingsFile)
  if (fault) throw fault
  const value = inEffect(context)[name]
  printResult(context.options.json ? JSON.stringify(value) : String(value))
  return 0
}

/** @throws LabError if the file is broken */
function showAll(context: CommandContext): number {
  const {options, language} = context
  const {settings, fault} = readSettings(settingsFile)
  if (fault) throw fault
  const values = inEffect(context)
  if (options.json) {
    printResult(JSON.stringify({file: settingsFile, settings, inEffect: values}))
    return 0
  }
  const isEmpty = Object.keys(settings).length === 0
  printResult(translate(language, message(isEmpty ? 'config.noFile' : 'config.file', {file: settingsFile})))
  const [nameWidth, valueWidth] = [settingNames, Object.values(values)].map(column =>
    Math.max(...column.map(one => String(one).length)),
  )
  for (const name of settingNames) {
    const row = message('config.row', {
      mark: settings[name] === undefined ? ' ' : '*',
      name: name.padEnd(nameWidth ?? 0),
      value: String(values[name]).padEnd(valueWidth ?? 0),
      about: settingChoice(name, language),
    })
    printResult(translate(language, row))
  }
  printResult(translate(language, message('config.legend')))
  return 0
}

/** What counts now: the environment may win over the file. */
function inEffect(context: CommandContext): Readonly<Record<SettingName, SettingValue>> {
  const {environment, language} = context
  return {
    language,
    signs: environment.unicode ? 'unicode' : 'ascii',
    colors: environment.color,
    hints: environment.settings.hints ?? true,
    mouse: environment.settings.mouse ?? false,
    nodeTimeout: nodeTimeoutFor(context),
  }
}
