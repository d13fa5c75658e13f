// Parser and writer for the text of a progress file. People edit such files and copy them around, so every value that the lab relies on is
// checked; unknown values are kept as they are. Pure.

import type {GivenAnswer, PassedStep, PassedSteps} from '../state/lab-state.ts'
import {withoutByteOrderMark} from '../text/byte-order-mark.ts'
import {type Message, message} from '../text/messages.ts'
import {isObject} from '../text/objects.ts'
import {presentMessage} from '../text/old-messages.ts'
import {
  type Check,
  each,
  fields,
  firstFault,
  flag,
  join,
  list,
  listOf,
  number,
  optional,
  text,
  versionNumber,
} from './checks.ts'
import {noProgress, type Progress} from './progress.ts'

const newest = noProgress.version

/** Parses the text, or says what is wrong in a sentence that follows the file's name. */
export function parseProgress(text: string): Readonly<{progress: Progress}> | Readonly<{fault: Message}> {
  const value = parseJson(text)
  if (!isObject(value)) return {fault: message('progress.notJson')}
  const fault = file(value, '')
  if (fault) return {fault}
  const found = value as Progress | Version1 | Version2
  if (found.version > newest) return {fault: message('progress.newer', {actual: found.version, newest})}
  if (found.version === 1) return {progress: fromLists(found)}
  if (found.version === 2) return {progress: fromVersion2(found)}
  return {progress: {...noProgress, ...found}}
}

/** Complete text of the file, ending in a newline. */
export function progressText(progress: Progress): string {
  return `${JSON.stringify(progress, null, 2)}\n`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(withoutByteOrderMark(text))
  } catch {
    // The caller reports the fault with the file's name.
    return undefined
  }
}

/** Format 1, which kept only the passed steps: step ids by lesson id. */
type Version1 = Omit<Progress, 'version' | 'passed'> &
  Readonly<{version: 1; passed: Readonly<Record<string, readonly string[]>>}>

function fromLists(found: Version1): Progress {
  const unknown = {at: 0, seconds: 0, hints: 0, solved: false, changes: []}
  const passed: PassedSteps = Object.fromEntries(
    Object.entries(found.passed).map(([lesson, steps]) => [
      lesson,
      Object.fromEntries(steps.map(step => [step, unknown])),
    ]),
  )
  return {...noProgress, ...found, version: newest, passed}
}

/** Format 2 (lab 0.1.0): an answer has `said` and the option that was then taken for right; a passed step has `happened` with messages of that version. */
type Version2 = Omit<Progress, 'version' | 'passed' | 'answers'> &
  Readonly<{
    version: 2
    passed: Nested<Omit<PassedStep, 'changes'> & {happened: readonly unknown[]}>
    answers?: Nested<Omit<GivenAnswer, 'chosen'> & {said: string; right: string}>
  }>

type Nested<Value> = Readonly<Record<string, Readonly<Record<string, Value>>>>

function fromVersion2({passed, answers = {}, ...found}: Version2): Progress {
  return {
    ...noProgress,
    ...found,
    version: newest,
    passed: nested(passed, ({happened, ...step}) => ({
      ...step,
      changes: happened.map(presentMessage) as readonly Message[],
    })),
    answers: nested(answers, ({said, at}) => ({chosen: said, at})),
  }
}

function nested<From, To>(record: Nested<From>, convert: (value: From) => To): Nested<To> {
  const each = (inner: Readonly<Record<string, From>>) =>
    Object.fromEntries(Object.entries(inner).map(([key, value]) => [key, convert(value)]))
  return Object.fromEntries(Object.entries(record).map(([key, inner]) => [key, each(inner)]))
}

const answersWith = (chosen: string) => optional(each(each(fields({[chosen]: text, at: number}))))
const at = optional(fields({lesson: text, step: text, done: flag, since: optional(number)}))
const incident = fields({
  penalty: number,
  failed: number,
  troubled: number,
  lost: optional(number),
  times: number,
  best: number,
})
const failover = fields({
  is: text,
  owner: optional(text),
  promoted: optional(text),
  ms: optional(number),
})
const stepWith = (changes: string) =>
  fields({
    at: number,
    seconds: number,
    hints: number,
    solved: flag,
    [changes]: list,
    failovers: optional(listOf(failover)),
    incident: optional(incident),
  })
const stepIds: Check = (value, path) =>
  list(value, path) ?? firstFault((value as unknown[]).map((id, i) => () => text(id, join(path, String(i)))))

/** Ignores fields that a newer version wrote. */
const file: Check = (value, path) => {
  const fault = fields({version: versionNumber})(value, path)
  if (fault) return fault
  const {version} = value as {version: number}
  if (version > newest) return undefined
  if (version === 1) return fields({passed: each(stepIds), answers: answersWith('said'), at})(value, path)
  const [changes, chosen] = version === 2 ? ['happened', 'said'] : ['changes', 'chosen']
  return fields({passed: each(each(stepWith(changes))), answers: answersWith(chosen), at})(value, path)
}
