// Waiting for a condition of a real server: asked again and again, with a limit, and failing with what was last seen.

import {setTimeout as pause} from 'node:timers/promises'

export type Limits = Readonly<{
  /** ms */
  within: number
  /** ms between two questions */
  every: number
  signal?: AbortSignal
}>

/**
 * Asks until the answer is `true`. Any other answer says what is still missing.
 * @returns undefined once it is true, or the last answer when the time is over.
 * @throws AbortError when `signal` is aborted between two questions.
 */
export async function waitUntil(
  ask: () => Promise<true | string>,
  {within, every, signal}: Limits,
): Promise<string | undefined> {
  const end = performance.now() + within
  for (;;) {
    const answer = await ask()
    if (answer === true) return undefined
    if (performance.now() >= end) return answer
    await pause(every, undefined, signal ? {signal} : {})
  }
}
