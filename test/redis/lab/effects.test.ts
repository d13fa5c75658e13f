// What the lab says a line changed, on real nodes.

import {describe, expect, it} from 'vitest'
import {Lab} from '../../../src/lab/lab.ts'
import {waitForState} from '../../../src/lab/run/wait-for-state.ts'
import {baseOf} from '../../../src/model/cluster/node.ts'
import type {Stage} from '../../../src/model/cluster/snapshot.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {freeBase} from '../../../tools/servers/free-ports.ts'
import {isHere} from '../../../tools/servers/is-here.ts'
import {nominalPorts} from '../../../tools/servers/nominal-ports.ts'
import {server} from '../../../tools/servers/server.ts'

type World = AsyncDisposable &
  Readonly<{
    lab: Lab
    /** Runs a line; what is said under it by the time the nodes were watched to the end, the ports as `<6379>`, times as `N`. */
    changes: (typed: string) => Promise<string>
  }>

async function standing(stage: Stage): Promise<World> {
  const program = await server()
  const keeper = await startKeeper()
  const lab = new Lab(
    {lessons: [], program, port: await freeBase(), nodeTimeout: 1000, pollEvery: 50},
    keeper,
  )
  await lab.startStage(stage)
  await waitForState(lab, ({snapshot}) => snapshot !== undefined || 'not read', 20_000)
  const base = baseOf(lab.state().roster)
  /** Says how slow this computer was, not what the line did. */
  const heldUp =
    /the lab itself was held up for [\d.]+ s: changes on other nodes are in the timeline only(?:; )?/
  async function changes(typed: string): Promise<string> {
    const filled = typed.replace(/\{(6[34]\d\d)\}/g, (_, node) => String(Number(node) - 6379 + base))
    await lab.run(filled)
    await waitForState(lab, ({watchedLine}) => watchedLine === undefined || 'still watching', 20_000)
    const changed = lab.state().entries.findLast(entry => entry.typed === filled)?.changed
    return changed
      ? nominalPorts(translate('en', changed), base)
          .replace(heldUp, '')
          .replace(/after \d+ ms/g, 'after N ms')
      : ''
  }
  return {lab, changes, [Symbol.asyncDispose]: () => lab[Symbol.asyncDispose]()}
}

const offset = String.raw`master_repl_offset \d+→\d+`

/** What a line says of a master that never had a replica: since 7.2 it counts 1 for each write. */
const uncounted = (from: number, to: number) =>
  isHere({redis: '7.2', valkey: '7.2'}) ? `, master_repl_offset ${from}→${to}` : ''

describe('In a cluster a line says', () => {
  it('how far a write moved the history, and that the replica followed; reads say nothing', async () => {
    await using world = await standing('cluster')
    const {changes} = world
    expect(await changes('SET bar 1')).toMatch(new RegExp(`^<6379>: keys 0→1, ${offset}; <6479> followed$`))
    expect(await changes('SET bar 2')).toMatch(new RegExp(`^${offset} on <6379>; <6479> followed$`))
    expect(await changes('SET bar 3 NX')).toBe('')
    for (const quiet of [
      'GET bar',
      'INFO',
      'PING',
      'CONFIG GET *',
      '@all CLUSTER NODES',
      'SET foo 1',
      'NOSUCH',
    ])
      expect([quiet, await changes(quiet)]).toEqual([quiet, ''])
    expect(await changes('DEL bar')).toMatch(/^<6379>: keys 1→0, .*; <6479> followed$/)
    await world.lab.run('/cluster on')
    expect(await changes('SET foo 1')).toMatch(/^<6381>: keys 0→1, .*; <6481> followed$/)
  })

  it('nothing of a PING that the master sends its replica meanwhile', async () => {
    await using world = await standing('cluster')
    const {changes, lab} = world
    await lab.run('@all CONFIG SET repl-ping-replica-period 1')
    await changes('SET bar 1')
    // One PING a second: some of these lines come with one.
    const offsetNow = () => {
      const [first] = lab.state().snapshot?.nodes ?? []
      return first?.is === 'answered' ? Number(first.replication['master_repl_offset']) : 0
    }
    const start = offsetNow()
    const said = new Set<string>()
    for (const deadline = Date.now() + 2500; Date.now() < deadline; ) {
      said.add(await changes('GET bar'))
      said.add(await changes('SET bar 2 NX'))
    }
    expect(offsetNow()).toBeGreaterThanOrEqual(start + 14)
    expect([...said]).toEqual([''])
  })

  it('who changed places, and whose link is up', async () => {
    await using world = await standing('cluster')
    const {changes} = world
    expect(await changes('@{6479} CLUSTER FAILOVER')).toMatch(
      /^<6379> became a replica of <6479>; .*<6479> became the master of 0-5460, epoch \d+; link of <6379> to <6479> up after N ms; its log says: partial resynchronization, \d+ bytes? of backlog$/,
    )
    expect(await changes('/kill 6379')).toBe('<6379> went down')
    expect(await changes('/start 6379')).toMatch(/^<6379> came back as a replica of <6479>/)
    expect(await changes('/kill 6479')).toMatch(/<6479> went down; link of <6379> to <6479> is down$/)
  })

  it('where MIGRATE took a key from, and where to', async () => {
    await using world = await standing('cluster')
    const {changes, lab} = world
    await changes('SET bar 1')
    const id = async (node: string) => {
      await lab.run(
        `@{${node}} CLUSTER MYID`.replace(/\{(\d+)\}/, (_, name) =>
          String(Number(name) - 6379 + baseOf(lab.state().roster)),
        ),
      )
      const part = lab.state().entries.at(-1)?.parts[0]
      return part && 'outcome' in part && part.outcome.is === 'replied' && part.outcome.reply.type === 'bulk'
        ? part.outcome.reply.bytes
        : ''
    }
    await lab.run(`@${baseOf(lab.state().roster) + 1} CLUSTER SETSLOT 5061 IMPORTING ${await id('6379')}`)
    await lab.run(`CLUSTER SETSLOT 5061 MIGRATING ${await id('6380')}`)
    await waitForState(lab, ({watchedLine}) => watchedLine === undefined || 'still watching', 20_000)
    expect(await changes('MIGRATE 127.0.0.1 {6380} bar 0 1000')).toMatch(
      /^<6379>: keys 1→0, .*; <6479> followed; <6380>: keys 0→1, .*; <6480> followed$/,
    )
  })
})

describe('Why a link is down is said', () => {
  it('of a node that follows itself, and of a master that asks for a password', async () => {
    await using world = await standing('standalone')
    const {changes} = world
    expect(await changes('@{6481} REPLICAOF 127.0.0.1 {6481}')).toMatch(
      /link of <6481> to <6481> down: <6481> follows itself$/,
    )
    await changes('@{6479} REPLICAOF 127.0.0.1 {6379}')
    await changes('@{6379} CONFIG SET requirepass secret')
    expect(await changes('@{6479} CLIENT KILL TYPE master')).toMatch(
      /^link of <6479> to <6379> down: <6379> asks for a password; on <6479>, CONFIG SET masterauth PASSWORD/,
    )
  })
})

describe('Without a cluster a line says', () => {
  it('who follows whom, that it got everything, and when it was joined', async () => {
    await using world = await standing('standalone')
    const {changes} = world
    expect(await changes('MSET a 1 b 2')).toBe(`<6379>: keys 0→2${uncounted(0, 1)}`)
    expect(await changes('@{6479} REPLICAOF 127.0.0.1 {6379}')).toMatch(
      /^<6479> became a replica of <6379>; link of <6479> to <6379> up after N ms; its log says: full resynchronization, an RDB of \d+ bytes \(the replica's history is not that of <6379>\)$/,
    )
    expect(await changes('@{6480} REPLICAOF 127.0.0.1 1')).toBe(
      '<6480> became a replica of 1; link of <6480> to 1 down: nothing listens on 127.0.0.1:1',
    )
    await changes('/kill 6379')
    expect(await changes('/start 6379')).toMatch(
      /^<6379> came back as a master; .*link of <6479> to <6379> up after N ms; its log says: full resynchronization, an RDB of \d+ bytes/,
    )
    expect(await changes('@{6479} REPLICAOF NO ONE')).toMatch(/<6479> became a master/)
  })

  it('of a replica that stands still that it is behind, when it has been waited for', async () => {
    await using world = await standing('standalone')
    const {changes} = world
    await changes('@{6479} REPLICAOF 127.0.0.1 {6379}')
    await changes('@{6479} CLIENT PAUSE 10000 WRITE')
    expect(await changes('SET a 1')).toMatch(/^<6379>: keys 0→1, .*; <6479> is still \d+ bytes behind$/)
  })

  it('with those right behind it what they changed together', async () => {
    await using world = await standing('standalone')
    const {changes, lab} = world
    for (const typed of ['SET a 1', 'SET b 1', 'GET a']) await lab.run(typed)
    expect(await changes('SET c 1')).toBe(`3 lines together: <6379>: keys 0→3${uncounted(0, 3)}`)
    expect(lab.state().entries.filter(({changed}) => changed)).toHaveLength(1)
  })

  it('nothing while it is switched off', async () => {
    await using world = await standing('standalone')
    const {changes, lab} = world
    await lab.run('/changes off')
    expect(await changes('SET a 1')).toBe('')
    await lab.run('/changes on')
    expect(await changes('SET b 1')).toBe(`<6379>: keys 1→2${uncounted(1, 2)}`)
  })
})
