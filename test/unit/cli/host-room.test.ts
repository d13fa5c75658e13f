// Which rooms `host` does not open, and what it says to type instead.

import {describe, expect, test} from 'vitest'
import {refuseUnusable} from '../../../src/cli/host-room.ts'
import {LabError} from '../../../src/model/text/lab-error.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {countsFrom} from '../../../src/model/workshop/counts.ts'

const counts = countsFrom({sums: {}, questions: [], learners: 0, helpers: 0}, 0)
const over = 'Room r has ended. For its records: host --room r. A fresh room: host --new'
const keeps = 'Room r keeps what each learner did, and that cannot be changed.'

function refusal(
  room: Readonly<{ended: boolean; counts?: typeof counts}>,
  aggregateOnly: boolean,
  name?: string,
) {
  try {
    refuseUnusable(room, 'r', {room: name, aggregateOnly})
    return ''
  } catch (error) {
    return error instanceof LabError ? translate('en', error.reason) : String(error)
  }
}

describe('A room', () => {
  test.each([
    ['open', {ended: false}, false, ''],
    [
      'open, and is to count only',
      {ended: false},
      true,
      `${keeps} For a room that only counts: host --new --aggregate-only`,
    ],
    ['open and counts', {ended: false, counts}, true, ''],
    ['over', {ended: true}, false, over],
    ['over, and is to count only', {ended: true}, true, `${over} --aggregate-only`],
    ['over and counted', {ended: true, counts}, true, `${over} --aggregate-only`],
  ])('that is %s', (_, room, aggregateOnly, said) => {
    expect(refusal(room, aggregateOnly)).toBe(said)
  })

  test('that is over is opened by its name, but does not begin to count', () => {
    expect(refusal({ended: true}, false, 'r')).toBe('')
    expect(refusal({ended: true, counts}, true, 'r')).toBe('')
    expect(refusal({ended: true}, true, 'r')).toBe(`${over} --aggregate-only`)
  })
})
