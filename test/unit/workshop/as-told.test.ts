// A hub that says when to ask again is asked then, and not for ever.

import {expect, test} from 'vitest'
import {asTold} from '../../../src/workshop/as-told.ts'
import {HubRefused} from '../../../src/workshop/hub-client.ts'

const busy = (wait?: number) => new HubRefused({refused: 'busy', ...(wait !== undefined && {wait})})

/** What comes of a hub that answers like this, the last answer again and again, and the seconds that were waited. */
async function asked(...answers: readonly (Error | string)[]) {
  const waits: number[] = []
  const ask = async () => {
    const answer = answers[waits.length] ?? answers.at(-1)
    if (answer instanceof Error) throw answer
    return answer
  }
  const result = await asTold(ask, async seconds => waits.push(seconds)).catch((error: Error) => error)
  return {result, waits}
}

test('It is asked again after the seconds that it says, each time', async () => {
  expect(await asked(busy(30), busy(2), 'in')).toEqual({result: 'in', waits: [30, 2]})
})

test('Not after five times, not if it says no seconds or too many, and not after another refusal', async () => {
  expect(await asked(busy(60))).toEqual({result: busy(60), waits: [60, 60, 60, 60, 60]})
  for (const error of [busy(), busy(3600), new HubRefused({refused: 'code'}), new Error('ECONNREFUSED')])
    expect(await asked(error)).toEqual({result: error, waits: []})
})
