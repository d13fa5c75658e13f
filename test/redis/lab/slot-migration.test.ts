// Whole slots as CLUSTER MIGRATION (Redis) and CLUSTER MIGRATESLOTS (Valkey) move them: not over a link that is cut, and over one that is healed.

import {expect, test} from 'vitest'
import {hasSlot, slotOf} from '../../../src/model/cluster/hash-slot.ts'
import {type NodeName, nodeForPort} from '../../../src/model/cluster/node.ts'
import {slotOwners} from '../../../src/model/cluster/slot-owners.ts'
import {facts, isOn} from '../../../src/model/cluster/versions.ts'
import {fillPlaceholders} from '../../../src/model/lesson/placeholders.ts'
import {bytesOf} from '../../../src/model/protocol/bytes.ts'
import {figuresOf} from '../../../src/model/state/figures.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import {server} from '../../../tools/servers/server.ts'
import {saidSince, startLab, type World} from './started-lab.ts'

const {kind, version} = await server()
const isImport = isOn({kind, version}, facts.clusterMigration)
const isExport = isOn({kind, version}, facts.migrateSlots)

/** The order, the question how far it is, and the state in which nothing has been heard from the other node. */
const {order, ask, unheard} = isImport
  ? {
      order: '@{6380} CLUSTER MIGRATION IMPORT {slot product:4} {slot product:4}',
      ask: '@{6380} CLUSTER MIGRATION STATUS ALL',
      unheard: 'handshake-reply',
    }
  : {
      order: '@{6379} CLUSTER MIGRATESLOTS SLOTSRANGE {slot product:4} {slot product:4} NODE {id 6380}',
      ask: '@{6379} CLUSTER GETSLOTMIGRATIONS',
      unheard: 'reading-establish-response',
    }

test.runIf(isImport || isExport)(
  'A slot does not move over a cut link, and moves once that is healed',
  async () => {
    await using world = await startLab()
    const {lab} = world
    await lab.startStage('cluster')
    await run(world, '/wires on')
    await run(world, '@{6379} SET product:4 tea')
    await run(world, '/cut {6379} | {6380}')
    await run(world, order)
    await expect.poll(() => run(world, ask)).toContain(unheard)
    await lab.readAgain()
    expect(ownerOf('product:4', lab.state())).toBe('6379')
    await run(world, '/heal')
    // Redis tries again by itself, Valkey gives up.
    if (isExport) {
      await expect.poll(() => run(world, ask)).toContain('"failed"')
      await run(world, order)
    }
    await expect.poll(() => ownerOf('product:4', lab.state())).toBe('6380')
    expect(await run(world, '@{6380} GET product:4')).toBe('"tea"')
  },
)

/** Runs a line with the names of nodes, ids and slots filled in; what it said first. */
async function run({lab}: World, typed: string): Promise<string | undefined> {
  const line = fillPlaceholders(typed, figuresOf(lab.state()))
  await lab.run(line)
  return saidSince(line, lab.state())[0]
}

function ownerOf(key: string, {snapshot, roster}: LabState): NodeName | undefined {
  const owners = (snapshot && slotOwners(snapshot)) ?? []
  const owner = owners.find(({slots}) => hasSlot(slots, slotOf(bytesOf(key))))
  return owner && nodeForPort(String(owner.port), roster)
}
