import {expect, test} from 'vitest'
import {giveBackMemory} from '../../../src/platform/memory.ts'

test('Memory that is no longer in use is given back', () => {
  let kept: unknown[] | undefined = Array.from({length: 300_000}, (_, i) => ({i, text: `text ${i}`}))
  giveBackMemory()
  const inUse = process.memoryUsage().heapTotal
  expect(kept).toHaveLength(300_000)
  kept = undefined
  giveBackMemory()
  expect(process.memoryUsage().heapTotal).toBeLessThan(inUse - 10_000_000)
})
