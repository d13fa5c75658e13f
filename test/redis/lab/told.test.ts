// What the timeline and the line under a command tell of everything that changes a cluster or its data, on real nodes.

import {spawn} from 'node:child_process'
import {describe, expect, it} from 'vitest'
import type {Lab} from '../../../src/lab/lab.ts'
import {waitForState} from '../../../src/lab/run/wait-for-state.ts'
import {baseOf, type NodeName, portOf} from '../../../src/model/cluster/node.ts'
import {answeredOf, ownLine, type Stage} from '../../../src/model/cluster/snapshot.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {timelineRows} from '../../../src/model/timeline/describe.ts'
import {failoversOf} from '../../../src/model/timeline/failover.ts'
import {freeBase} from '../../../tools/servers/free-ports.ts'
import {isHere} from '../../../tools/servers/is-here.ts'
import {nominalPorts} from '../../../tools/servers/nominal-ports.ts'
import {server} from '../../../tools/servers/server.ts'
import {startLab} from './started-lab.ts'

async function standing(stage: Stage) {
  const world = await startLab()
  const {lab} = world
  await lab.startStage(stage)
  await waitForState(lab, ({snapshot}) => snapshot !== undefined || 'not read', 20_000)
  return {...world, lab, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]()}
}

/** Real ports as `<6379>`. */
const nominal = (lab: Lab, text: string) => nominalPorts(text, baseOf(lab.state().roster))

/** The line with `{6379}` as a port and `{id 6379}` as that node's id. */
function filled(lab: Lab, line: string): string {
  const {roster, snapshot} = lab.state()
  return line.replace(/\{(id )?(\d{4})\}/g, (_, id, node) => {
    const reading = snapshot && answeredOf(snapshot, node)
    return id ? ((reading && ownLine(reading)?.id) ?? '') : String(portOf(node, roster))
  })
}

const run = (lab: Lab, line: string) => lab.run(filled(lab, line))

const rows = (lab: Lab) =>
  timelineRows(lab.state().timeline, lab.state().roster).map(({sentence}) =>
    nominal(lab, translate('en', sentence)),
  )

/** Waits until the timeline has a row that is like `row`. */
async function hasRow(lab: Lab, row: RegExp | string, within = 20_000) {
  const isThere = () => rows(lab).some(one => (typeof row === 'string' ? one === row : row.test(one)))
  await waitForState(lab, () => isThere() || `no ${row} in\n${rows(lab).join('\n')}`, within)
}

/** What is said under a line once its effects are known. */
async function changes(lab: Lab, line: string): Promise<string> {
  const typed = filled(lab, line)
  await lab.run(typed)
  await waitForState(lab, ({watchedLine}) => watchedLine === undefined || 'still watching', 20_000)
  const changed = lab.state().entries.findLast(entry => entry.typed === typed)?.changed
  // A busy computer may hold up the lab, which says so, too.
  return changed
    ? nominal(lab, translate('en', changed)).replace(/the lab itself was held up [^;]+; /, '')
    : ''
}

describe('In a cluster', () => {
  it('slots that move one by one are one row, with their number; what opens and closes has rows too', async () => {
    await using world = await standing('cluster')
    const {lab} = world
    await run(lab, '@{6380} CLUSTER SETSLOT 7 IMPORTING {id 6379}')
    await hasRow(lab, '<6380> marks 1 slot as IMPORTING from <6379>: 7')
    await run(lab, '@{6380} CLUSTER SETSLOT 7 STABLE')
    await hasRow(lab, '<6380> closed 1 open slot without a move: 7')
    for (let slot = 0; slot < 40; slot++) {
      await run(lab, `@{6380} CLUSTER SETSLOT ${slot} NODE {id 6380}`)
      await run(lab, `@{6379} CLUSTER SETSLOT ${slot} NODE {id 6380}`)
    }
    await hasRow(lab, '40 slots moved from <6379> to <6380>: 0-39')
    expect(rows(lab).filter(row => row.includes('moved from'))).toHaveLength(1)
    await run(lab, '@{6381} CLUSTER DELSLOTSRANGE 16000 16010')
    await hasRow(lab, '<6381> gave up 11 slots, which nobody serves now: 16000-16010')
    await run(lab, '@{6381} CLUSTER ADDSLOTSRANGE 16000 16010')
    await hasRow(lab, '<6381> took 11 slots that nobody served: 16000-16010')
  })

  it('a slot that only its old owner gives away is told as one word against the other', async () => {
    await using world = await standing('cluster')
    const {lab} = world
    await run(lab, '@{6381} CLUSTER SETSLOT 12182 NODE {id 6379}')
    await hasRow(
      lab,
      '<6381> names <6379> as the owner of 1 of its slots, and <6379> does not serve it yet: 12182',
    )
  })

  it('epochs, nodes that are forgotten, and one that leaves have rows', async () => {
    await using world = await standing('cluster')
    const {lab} = world
    await run(lab, '@{6379} CLUSTER BUMPEPOCH')
    await hasRow(lab, /^<6379> raised its config epoch to \d+, without an election$/)
    await run(lab, '@{6379} CLUSTER FORGET {id 6481}')
    // Since 7.2 a node passes on whom it has forgotten.
    const all = ['<6379>', '<6380>', '<6381>', '<6479>', '<6480>']
    const wanted = isHere({redis: '7.2', valkey: '7.2'}) ? all : ['<6379>']
    const removing = /^<6481> was removed from the cluster by (.*) \(CLUSTER FORGET\)$/
    const removers = () => rows(lab).flatMap(row => removing.exec(row)?.[1]?.split(', ') ?? [])
    await waitForState(lab, () => removers().sort().join() === wanted.join() || rows(lab).join('\n'), 20_000)
    await run(lab, '@{6480} CLUSTER RESET')
    await hasRow(lab, '<6480> left the cluster: it knows no other node any more (CLUSTER RESET)')
  })

  it('a replica that is told to follow another names that one, and says why it got everything', async () => {
    await using world = await standing('cluster')
    const {lab} = world
    // Valkey 8 and newer drop the history when a replica changes its shard.
    const why = isHere({valkey: '8.0'})
      ? 'the replica had no history to go on with'
      : "the replica's history is not that of <6379>"
    const said = await changes(lab, '@{6481} CLUSTER REPLICATE {id 6379}')
    expect(said).toMatch(
      /^<6481> became a replica of <6379>; link of <6481> to <6379> up after \d+ ms; its log says: full resynchronization, an RDB of \d+ bytes \(.*\)$/,
    )
    expect(said).toContain(`(${why})`)
    await hasRow(
      lab,
      isHere({valkey: '8.0'})
        ? /^<6481>: full resynchronization from <6379>, an RDB of \d+ bytes: the replica had no history to go on with$/
        : /^<6481>: full resynchronization from <6379>, an RDB of \d+ bytes$/,
    )
    await hasRow(lab, '<6481> became a replica of <6379>')
    expect(rows(lab).filter(row => row.includes('?'))).toEqual([])
  })

  it('a master that gave its last slots away says why it follows', async () => {
    await using world = await standing('cluster')
    const {lab} = world
    const why =
      'its last slot moved there, and a master without slots follows the node that took the last one'
    // The last slot with SETSLOT, the others at once: DELSLOTS and ADDSLOTS, then a higher epoch, which spreads them.
    await run(lab, '@{6379} CLUSTER DELSLOTSRANGE 1 5460')
    await run(lab, '@{6380} CLUSTER DELSLOTSRANGE 1 5460')
    await run(lab, '@{6380} CLUSTER ADDSLOTSRANGE 1 5460')
    await run(lab, '@{6380} CLUSTER BUMPEPOCH')
    await run(lab, '@{6380} CLUSTER SETSLOT 0 IMPORTING {id 6379}')
    await run(lab, '@{6380} CLUSTER SETSLOT 0 NODE {id 6380}')
    await hasRow(lab, `<6379> became a replica of <6380>: ${why}`, 15_000)
  })

  it.each([
    ['killed from another terminal', 'SIGKILL', 'the end of its process'],
    ['crashed', 'SIGSEGV', "<6381>'s log"],
  ] as const)('the outage of a master that is %s counts from its end', async (_, signal, from) => {
    await using world = await standing('cluster')
    const {lab} = world
    const pid = lab.state().snapshot?.nodes.find(({name}) => name === '6381')?.process.pid ?? 0
    const at = Date.now()
    process.kill(pid, signal)
    await hasRow(lab, /^<6481> won the election/, 20_000)
    const [failover] = failoversOf(lab.state().timeline)
    expect(failover?.begin.at).toBeGreaterThanOrEqual(at - 1)
    expect(failover?.begin.at).toBeLessThan(at + 150)
    await hasRow(lab, new RegExp(`no writes for \\d\\.\\d{3} s, from ${from} to <6481>'s log$`))
  })
})

describe('Without a cluster', () => {
  const keepNothing = async (lab: Lab, node: NodeName) => {
    await run(lab, `@{${node}} CONFIG SET appendonly no`)
    await run(lab, `@{${node}} CONFIG REWRITE`)
  }

  it('a master that comes back empty empties its replica: the line and the timeline say so, and why', async () => {
    await using world = await standing('standalone')
    const {lab} = world
    await changes(lab, '@{6479} REPLICAOF 127.0.0.1 {6379}')
    await changes(lab, 'MSET a 1 b 2 c 3')
    await keepNothing(lab, '6379')
    await changes(lab, '/kill 6379')
    const said = await changes(lab, '/start 6379')
    expect(said).toContain('<6379> came back as a master')
    for (const sentence of [
      '<6379> lost data: keys 3→0. It restarted and had not saved them',
      '<6479> lost data: keys 3→0. Its master <6379> is empty, and an empty master empties its replicas',
    ]) {
      expect(said).toContain(sentence)
      await hasRow(lab, sentence)
    }
  })

  it('a master outside the lab is named by its port', async () => {
    await using world = await standing('standalone')
    const {lab} = world
    expect(await changes(lab, '@{6480} REPLICAOF 127.0.0.1 1')).toMatch(
      /^<6480> became a replica of 1; link of <6480> to 1 down: nothing listens on/,
    )
    await hasRow(lab, '<6480> became a replica of 1')
  })

  it('a replica from outside is not put down to the command of the learner', async () => {
    await using world = await standing('standalone')
    const {lab} = world
    const {path, libraryPath} = await server()
    const port = await freeBase()
    const args = [
      '--port',
      String(port),
      '--save',
      '',
      '--replicaof',
      `127.0.0.1 ${baseOf(lab.state().roster)}`,
    ]
    const foreign = spawn(path, args, {
      stdio: 'ignore',
      cwd: world.keeper.folder,
      env: {...process.env, ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})},
    })
    try {
      const said = await changes(lab, 'CONFIG SET maxmemory-samples 6')
      await hasRow(lab, `a replica that is not one of this lab's nodes connected to <6379> (port ${port})`)
      expect(said).toBe('')
      expect(await changes(lab, 'CONFIG SET maxmemory-samples 5')).toBe('')
    } finally {
      foreign.kill('SIGKILL')
    }
  })
})
