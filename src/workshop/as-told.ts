// A hub that is asked again when it says so: the codes of a class come at once, from one address.

import {HubRefused} from './hub-client.ts'

/** How often, and for how many seconds at the most; a hub counts wrong codes for a minute. */
const mostWaits = 5
const longestWait = 60

/** `wait`: resolves after these seconds. @throws what `ask` throws, if that is no wait or there were too many */
export async function asTold<Result>(
  ask: () => Promise<Result>,
  wait: (seconds: number) => Promise<unknown>,
): Promise<Result> {
  for (let waits = 0; ; waits++) {
    try {
      return await ask()
    } catch (error) {
      const seconds = error instanceof HubRefused ? error.refused.wait : undefined
      if (seconds === undefined || seconds > longestWait || waits === mostWaits) throw error
      await wait(seconds)
    }
  }
}
