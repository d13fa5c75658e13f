// A small run of bench/hub-attacks.ts: hostile requests, slow clients and a flood against a hub, while good clients go on.

import {expect, test} from 'vitest'
import {attackHub} from '../../../bench/hub-attacks.ts'

/** ms, also while other programs have the processor */
const within = 120_000

test('A hub that is attacked answers, serves its good clients, stores nothing that is no event, and keeps no memory', {
  timeout: within,
}, async () => {
  const rows = await attackHub({n: 1000, slow: 50, flood: 300, warm: 300, calm: 500, timed: false})
  expect(rows.filter(([, , , held]) => !held)).toEqual([])
})
