// When the nodes are polled.

import {expect, test} from 'vitest'
import {poll} from '../../../src/lab/run/poll-loop.ts'

/** A loop whose polls end only when the test says so. It polls by itself once an hour. */
function heldPolls() {
  const begun: PromiseWithResolvers<void>[] = []
  const ask = () => {
    const one = Promise.withResolvers<void>()
    begun.push(one)
    return one.promise
  }
  return {begun, polling: poll(ask, 3_600_000)}
}

const turn = () => new Promise(setImmediate)

test('Polling again waits for a poll that began after the call, not for the one under way', async () => {
  const {begun, polling} = heldPolls()
  let isRead = false
  const again = polling.again().then(() => {
    isRead = true
  })
  begun[0]?.resolve()
  await turn()
  expect(begun.length).toBe(2)
  expect(isRead).toBe(false)
  begun[1]?.resolve()
  await again
  await polling.stop()
})

test('Polling again settles if the loop ends or fails', async () => {
  const {begun, polling} = heldPolls()
  const again = polling.again()
  const stopped = polling.stop()
  begun[0]?.resolve()
  await Promise.all([stopped, again, polling.again()])
  const failing = heldPolls()
  const waiting = failing.polling.again()
  failing.begun[0]?.reject(new Error('no nodes'))
  await expect(failing.polling.failed).rejects.toThrow('no nodes')
  await Promise.all([waiting, failing.polling.again()])
})
