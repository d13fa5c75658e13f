// The workshop with the built program: prints each figure with its target, and exits with 1 if one is not held.
// `node bench/room.ts --only crowd,idle --scale 0.1`

import {loadavg} from 'node:os'
import {table} from './figures.ts'
import type {Measured} from './reliability/measured.ts'
import {crowd} from './room/crowd.ts'
import {failover} from './room/failover.ts'
import {idle} from './room/idle.ts'
import {roomKeys} from './room/keys.ts'
import {only} from './scale.ts'

const all: Readonly<Record<string, () => Promise<readonly Measured[]>>> = {
  crowd,
  idle,
  failover,
  keys: roomKeys,
}

export async function room() {
  const rows: (readonly string[])[] = []
  for (const [name, measure] of Object.entries(all)) {
    if (only().length > 0 && !only().includes(name)) continue
    const before = loadavg()[0] ?? 0
    for (const {what, n, result, held} of await measure()) {
      rows.push([name, what, n, result, held ? 'held' : 'NOT HELD'])
      if (!held) process.exitCode = 1
    }
    console.log(`${name}: load average ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`)
  }
  console.log(`\n${table([['row', 'what', 'n', 'result and target', ''], ...rows])}`)
}

if (import.meta.main) await room()
