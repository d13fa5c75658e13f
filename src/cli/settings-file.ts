// The learner's file of settings, read at every start and written by `config`.

import {readFileSync} from 'node:fs'
import {mkdir} from 'node:fs/promises'
import {dirname} from 'node:path'
import {LabError} from '../model/text/lab-error.ts'
import {without} from '../model/text/objects.ts'
import {errnoOf} from '../platform/errno.ts'
import {smallFileMaxAge, takeLock} from '../platform/file-lock.ts'
import {writeWhole} from '../platform/whole-file.ts'
import {parseSettings, type SettingName, type Settings, type SettingValue} from '../program/settings.ts'

/** The settings, none if the file is not there; or what is wrong with it. */
type SettingsRead = Readonly<{settings: Settings; fault?: LabError}>

/** Not asynchronous: the first thing of a start, before anything else could be done meanwhile. */
export function readSettings(file: string): SettingsRead {
  try {
    const parsed = parseSettings(readFileSync(file, 'utf8'))
    if (!('fault' in parsed)) return parsed
    return {settings: {}, fault: new LabError('config.inFile', {file, fault: parsed.fault})}
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // Where the folder of settings is a file, or may not be entered, there are none either.
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return {settings: {}}
    return {settings: {}, fault: new LabError('config.unreadable', {file, cause: error.message})}
  }
}

/** Changes one setting; undefined removes it. @throws LabError if the file is broken, and stays so, or cannot be written */
export async function writeSetting(
  file: string,
  name: SettingName,
  value: SettingValue | undefined,
): Promise<void> {
  try {
    await mkdir(dirname(file), {recursive: true})
    await using _ = await takeLock(dirname(file), {maxAge: smallFileMaxAge})
    const {settings, fault} = readSettings(file)
    if (fault) throw fault
    const others = without(settings, name)
    const changed = value === undefined ? others : {...others, [name]: value}
    await writeWhole(file, `${JSON.stringify(changed, undefined, 2)}\n`)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    throw new LabError('config.unwritable', {file, cause: (error as Error).message}, {cause: error})
  }
}
