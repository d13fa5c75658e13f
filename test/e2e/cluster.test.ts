// Cluster mode as typed: the redirect is seen, the prompt goes along, and a node that dies takes nobody with it.

import {expect, test} from 'vitest'
import {openLab, promptRow} from '../../tools/program/lab.ts'
import {printed} from './transcript.ts'

test('in cluster mode, the prompt follows a redirect and moves on when its node dies', async () => {
  await using lab = await openLab(['sandbox'])
  const untilPromptAt = (node: string) =>
    lab.waitFor(screen => promptRow(screen) === lab.filled(` 127.0.0.1:${node}>`))
  const shows = (...lines: readonly string[]) => lab.waitFor(printed(lab.filled(lines.join('\n '))))

  await lab.run('SET foo 1')
  await shows('> SET foo 1', '(error) MOVED 12182 127.0.0.1:{6381}')
  await lab.run('/cluster on')
  await lab.waitFor(/free play +\/cluster on · \d+: cluster ok/)
  await lab.run('SET foo 2')
  await shows('> SET foo 2', '-> Redirected to slot [12182] located at 127.0.0.1:{6381}', 'OK')
  await untilPromptAt('{6381}')
  await lab.run('@{6379} GET foo')
  await shows('> @{6379} GET foo', '-> Redirected to slot [12182] located at 127.0.0.1:{6381}', '"2"')
  await untilPromptAt('{6381}')

  await lab.run('/kill {6381}')
  await lab.run('GET foo')
  await shows(
    '{6381} is down; in cluster mode any node can redirect, so {6379} is asked instead.',
    '-> Redirected to slot [12182]',
  )
  await lab.waitFor('a replica may take over in a few seconds')
  await untilPromptAt('{6379}')
  expect(lab.screen()).toMatch(/cluster on/)

  await lab.run('/cluster off')
  await lab.waitUntilGone('cluster on ·')
})
