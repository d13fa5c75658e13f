// The wires by hand, as typed: a master is cut off with a client beside it, two masters are on the screen, and healing leaves one.

import {expect, test} from 'vitest'
import {openLab} from '../../tools/program/lab.ts'
import {printed} from './transcript.ts'

/** The old master stops a node timeout after the cut, and is replaced a second later; a busy computer adds to it. */
const slowly = {within: 20_000}

test('a learner cuts a master off and heals it, and reads who claims the slots and which side lost writes', async () => {
  await using lab = await openLab(['sandbox', '--wired', '--node-timeout', '1000'])
  const here = lab.filled('{6379}')
  await lab.waitFor(`/cut ${here} | rest`)
  await lab.run('/traffic on 50 from {6379}')
  await lab.waitFor(printed(new RegExp(`A client beside ${here} now writes and reads`)))

  await lab.run('/cut {6379} {6380} {6381}')
  await lab.waitFor(printed(/Which sides\?/))
  await lab.run('/cut {6379} | rest')
  await lab.waitFor(`Cut: ${here} | rest. What is sent there vanishes`)
  await lab.waitFor('links cut or slow')
  // Two masters for the same slots.
  await lab.waitFor(/‼ 0-5460.*‼ 0-5460/s, slowly)
  await lab.waitFor(new RegExp(`5461 disputed slots that ${here}, \\d+ all claim`))
  await lab.run('@{6379} SET bar 1')
  await lab.waitFor('(error) CLUSTERDOWN The cluster is down', slowly)

  await lab.run('/heal {6380} {6381}')
  await lab.waitFor(lab.filled('Nothing is cut or slow there: {6380} | {6381}.'))
  await lab.run('/heal')
  await lab.waitFor('All links are whole.')
  const screen = await lab.waitFor(
    printed(
      new RegExp(`While links were cut, ${here} acknowledged \\d+ writes?: \\d+ of them (is|are) lost`),
    ),
    slowly,
  )
  const [, acknowledged, lost] = /acknowledged\s+(\d+)\s+writes?:\s+(\d+)/.exec(screen) ?? []
  expect(lost).toBe(acknowledged)
  await lab.waitFor(new RegExp(`${here} ◆?replica ← `), slowly)
  expect(screen).not.toContain('links cut or slow')
}, 90_000)
