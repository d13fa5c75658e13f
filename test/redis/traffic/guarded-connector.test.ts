// The connector of the load's client: it reaches the nodes of its stage, spares too, and nothing else.

import {once} from 'node:events'
import {type AddressInfo, createServer} from 'node:net'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {nominalBase, rosterAt} from '../../../src/model/cluster/node.ts'
import type {ProcessState} from '../../../src/model/cluster/snapshot.ts'
import {createGuardedConnector} from '../../../src/redis/traffic/guarded-connector.ts'

const server = createServer(socket => socket.end())
let port: number

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  port = (server.address() as AddressInfo).port
})

afterAll(() => {
  server.close()
})

/** Whether a client reaches the server, which stands in for the spare 6382 of a stage. */
async function isReached(spare: '6382' | undefined, is: ProcessState['is']): Promise<boolean> {
  const roster = rosterAt(port - 6382 + nominalBase, spare ? [spare] : [])
  const {Connector} = createGuardedConnector({options: {roster}, stateOf: () => ({is})}, 'as the client')
  const socket = await new Connector({host: '127.0.0.1', port}).connect(() => undefined)
  return once(socket, 'connect').then(
    () => true,
    () => false,
  )
}

it('reaches a spare that runs', async () => {
  expect(await isReached('6382', 'running')).toBe(true)
})

it('reaches no port of a node that is down, nor one outside the stage', async () => {
  expect(await isReached('6382', 'killed')).toBe(false)
  expect(await isReached(undefined, 'running')).toBe(false)
})
