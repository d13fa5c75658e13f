// What to do in the terminal before the picture is taken, as arguments: `wait:text`, `type:text`, `press:key`.

import {isKey, type Key} from '../../tools/terminal/keys.ts'
import type {Terminal} from '../../tools/terminal/terminal.ts'

export type Step = Readonly<{verb: 'wait' | 'type'; text: string} | {verb: 'press'; key: Key}>

/** Throws if the argument is not a step. */
export function readStep(word: string): Step {
  const [, verb, what = ''] = /^(\w+):(.+)$/s.exec(word) ?? []
  if (verb === 'wait' || verb === 'type') return {verb, text: what}
  if (verb !== 'press') throw new Error(`A step is wait:text, type:text or press:key, not ${word}`)
  if (!isKey(what)) throw new Error(`There is no key called ${what}`)
  return {verb, key: what}
}

/** Waits up to half a minute for each text: a cluster may have to start first. */
export async function perform(steps: readonly Step[], terminal: Terminal): Promise<void> {
  for (const step of steps) {
    if (step.verb === 'press') terminal.press(step.key)
    else if (step.verb === 'type') terminal.type(step.text)
    else await terminal.waitFor(step.text, {within: 30_000})
  }
}
