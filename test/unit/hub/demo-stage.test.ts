// The stage of a demonstration: what it shows, and for how long.

import {expect, test} from 'vitest'
import {DemoStage} from '../../../src/hub/demo-stage.ts'

const screen = (text: string) => ({columns: 100, lines: [[{text, tone: 'plain' as const}]]})

function watched(silence: number) {
  const stage = new DemoStage(silence)
  const shown: string[] = []
  stage.listen(() => {
    const {is, screen} = JSON.parse(stage.json)
    shown.push([is, ...(screen ? [screen.lines[0][0].text] : [])].join(' '))
  })
  return {stage, shown}
}

test('A stage tells of each other picture once, and of the end', () => {
  const {stage, shown} = watched(60_000)
  expect(stage.json).toBe('{"is":"none"}')
  for (const text of ['a', 'a', 'b']) stage.show(screen(text))
  stage.end()
  stage.end()
  stage.close()
  expect(shown).toEqual(['live a', 'live b', 'ended'])
})

test('A lab that falls silent is lost, with its last picture; it is live again with its next one', async () => {
  const {stage, shown} = watched(30)
  stage.show(screen('a'))
  await expect.poll(() => shown).toEqual(['live a', 'lost a'])
  stage.show(screen('a'))
  stage.end()
  expect(shown).toEqual(['live a', 'lost a', 'live a', 'ended'])
})

test('Only its key admits, and each stage has another one', () => {
  const [one, other] = [new DemoStage(), new DemoStage()]
  expect([one.key, other.key, '', `${one.key}0`].map(key => one.admits(key))).toEqual([
    true,
    false,
    false,
    false,
  ])
})
