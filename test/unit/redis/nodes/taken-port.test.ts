// What is said of a port that is not free.

import {expect, test} from 'vitest'
import {portTaken} from '../../../../src/redis/keeper/port-taken.ts'

test('A bus port is named as that of its node', () => {
  expect(portTaken(40_102, 30_000).message).toMatch(
    /^Port 40102 is in use, so the nodes cannot start at 30000: it is the cluster bus of 30102, .*try again/,
  )
  expect(portTaken(30_050, 30_000).message).toMatch(
    /^Port 30050 is in use, .* 30000\. Remove --port .*try again/,
  )
})
