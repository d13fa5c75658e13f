// A client at work as one uses it: begun at the prompt, hurt by a killed master, asked how it fares, stopped.

import {expect, test} from 'vitest'
import {openLab} from '../../tools/program/lab.ts'
import {printed} from './transcript.ts'

test('a learner starts traffic, kills a master, and sees what failed and whether a write was lost', async () => {
  // With less the failover may be over before a single command is given up.
  await using lab = await openLab(['sandbox', '--node-timeout', '2000'])
  await lab.run('/traffic on 50')
  await lab.waitFor('A client now writes and reads the keys traffic:0 to traffic:299, 50 times')
  await lab.run('/kill {6381}')
  await lab.waitFor(
    printed(/None of the \d+ writes\s+acknowledged\s+until\s+the\s+last\s+check\s+was\s+lost/),
    {
      within: 20_000,
    },
  )
  await lab.run('/traffic')
  await lab.waitFor('Traffic: 50 a second.')
  await lab.waitFor(/Errors: .*\b(Connection|CLUSTERDOWN|MOVED) \d+/)
  await lab.run('/traffic off')
  await lab.waitFor(/The client has stopped: \d+ answered, \d+ errors?\./)
  await lab.run('@{6379} CLIENT LIST')
  expect(await lab.waitFor(/id=\d+ addr=/)).not.toMatch(/name=\S*traffic/)
}, 90_000)
