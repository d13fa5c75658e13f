// Run as a process of its own: hires a keeper and raises a stage, as the lab does, and says in lines of JSON how far it has come.
// `pause` on stdin pauses a node; the end of stdin is an orderly end.

import {createInterface} from 'node:readline'
import type {Stage} from '../../src/model/snapshot.ts'
import {raise} from '../../src/redis/boot.ts'
import {hireKeeper} from '../../src/redis/keeper.ts'
import {testBases} from './bases.ts'
import {server} from './server.ts'

export type Said = Readonly<{at: 'hired'; keeper: number; folder: string} | {at: 'raised' | 'paused'}>

function say(said: Said) {
  process.stdout.write(`${JSON.stringify(said)}\n`)
}

const program = await server()
await using keeper = await hireKeeper()
say({at: 'hired', keeper: keeper.pid, folder: keeper.folder})
const {base = 0} = await keeper.order({do: 'claim', bases: testBases()})
const lines = createInterface({input: process.stdin})
const ended = new Promise<undefined>(resolve => lines.once('close', () => resolve(undefined)))
const stage = process.argv[2] as Stage
const nodes = await Promise.race([raise({keeper, program, base, stage, nodeTimeout: 1000}), ended])
if (nodes) {
  lines.on('line', () => nodes.change('pause', '6380').then(() => say({at: 'paused'})))
  say({at: 'raised'})
  await ended
  nodes.close()
}
