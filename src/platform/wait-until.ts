// Polling for a condition, with a time limit. A timeout returns what was still missing.

import {setTimeout as sleep} from 'node:timers/promises'

export type WaitOptions = Readonly<{
  /** ms */
  within: number
  /** ms between two checks */
  every: number
  signal?: AbortSignal
}>

/**
 * Calls `check` until it returns `true`. Any other result says what is still missing.
 * @returns undefined on success, or the last result when the time is over.
 * @throws AbortError when `signal` is aborted between two checks.
 */
export async function waitUntil(
  check: () => Promise<true | string>,
  {within, every, signal}: WaitOptions,
): Promise<string | undefined> {
  const end = performance.now() + within
  for (;;) {
    const result = await check()
    if (result === true) return undefined
    if (performance.now() >= end) return result
    await sleep(every, undefined, signal ? {signal} : {})
  }
}
