// Writes events/*.jsonl: what the lab is told, event by event, while real nodes fail over, synchronize and come back. No test runs it; run it by
// hand (`node test/unit/recorded/record-events.ts [kill] [pause] …`) when a snapshot or the log tail changes. Loopback only; the nodes end with it.

import {mkdir, writeFile} from 'node:fs/promises'
import {type NodeName, portOf, type Roster} from '../../../src/model/cluster/node.ts'
import type {Snapshot, Stage} from '../../../src/model/cluster/snapshot.ts'
import type {Action} from '../../../src/model/commands/action.ts'
import {everyoneSaysOk} from '../../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  follows,
  isMaster,
} from '../../../src/model/lesson/goals/replication.ts'
import type {Goal} from '../../../src/model/lesson/lesson.ts'
import type {LabEvent} from '../../../src/model/state/lab-state.ts'
import {waitUntil} from '../../../src/platform/wait-until.ts'
import {createPerformer} from '../../../src/redis/client/perform.ts'
import {startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {claimPortsAndStart} from '../../../src/redis/nodes/boot.ts'
import {freeBase} from '../../../tools/servers/free-ports.ts'
import {server} from '../../../tools/servers/server.ts'
import {type RecordedEvent, withoutKnown} from './events.ts'

type Scene = Readonly<{
  act: (action: Action) => Promise<unknown>
  /** A command on the lab's own connection: not one of the learner's. */
  ask: (node: NodeName, command: string) => Promise<unknown>
  until: (goal: Goal) => Promise<void>
  roster: Roster
}>

type Story = Readonly<{stage: Stage; nodeTimeout: number; play: (scene: Scene) => Promise<void>}>

const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)

const stories: Readonly<Record<string, Story>> = {
  kill: {
    stage: 'cluster',
    nodeTimeout: 1000,
    async play({act, until}) {
      await act({do: 'kill', node: '6381'})
      await until(every(isMaster('6481'), everyoneSaysOk))
      await act({do: 'start', node: '6381'})
      await until(every(follows('6381', '6481'), healthy))
    },
  },
  pause: {
    stage: 'cluster',
    nodeTimeout: 1000,
    async play({act, until}) {
      await act({do: 'pause', node: '6380'})
      await until(every(isMaster('6480'), everyoneSaysOk))
      await act({do: 'resume', node: '6380'})
      await until(every(follows('6380', '6480'), healthy))
    },
  },
  manual: {
    stage: 'cluster',
    nodeTimeout: 1000,
    async play({act, until}) {
      await act({do: 'command', node: '6479', words: ['CLUSTER', 'FAILOVER']})
      await until(every(follows('6379', '6479'), healthy))
    },
  },
  sync: {
    stage: 'standalone',
    nodeTimeout: 1000,
    async play({act, ask, until, roster}) {
      const follow = every(follows('6380', '6379'))
      await ask('6379', 'CONFIG SET repl-backlog-size 16kb')
      await act({
        do: 'command',
        node: '6380',
        words: ['REPLICAOF', '127.0.0.1', String(portOf('6379', roster))],
      })
      await until(follow)
      await act({do: 'command', node: '6379', words: ['CLIENT', 'KILL', 'TYPE', 'replica']})
      await until(follow)
      await act({do: 'pause', node: '6380'})
      await ask('6379', 'CLIENT KILL TYPE replica')
      for (let i = 0; i < 40; i++) await ask('6379', `SET product:${i} ${'x'.repeat(1000)}`)
      await act({do: 'resume', node: '6380'})
      await until(follow)
      await act({do: 'command', node: '6380', words: ['REPLICAOF', 'NO', 'ONE']})
      await until(isMaster('6380'))
    },
  },
}

async function record({stage, nodeTimeout, play}: Story): Promise<readonly RecordedEvent[]> {
  await using keeper = await startKeeper()
  const base = await freeBase()
  const nodes = await claimPortsAndStart({keeper, program: await server(), stage, nodeTimeout}, base)
  const {roster} = nodes.options
  const performer = createPerformer(nodes)
  const events: RecordedEvent[] = []
  const note = (event: LabEvent) => events.push(event)
  let last: Snapshot | undefined
  const look = async () => {
    const now = await nodes.readAll()
    events.push(withoutKnown(last, now))
    last = now
    return now
  }
  note({on: 'starting', stage})
  note({on: 'ready', roster})
  using _ = nodes.files.tail((node, lines) => note({on: 'logged', node, lines}))
  const until = async (goal: Goal) => {
    const asked = async () => {
      const now = await look()
      const verdict = goal({now, start: now, outcomes: [], logs: [], hints: 0})
      return verdict.is === 'met' || JSON.stringify(verdict)
    }
    const missing = await waitUntil(asked, {within: 20_000, every: 100})
    if (missing !== undefined) throw new Error(missing)
  }
  await look()
  const act = async (action: Action) => note({on: 'ended', id: 0, outcome: await performer.perform(action)})
  const ask = async (node: NodeName, command: string) => {
    const [first = '', ...rest] = command.split(' ')
    return nodes.probes.get(node)?.call(first, ...rest)
  }
  await play({act, ask, until, roster})
  // The last lines are told at the next look at the files.
  await waitUntil(async () => events.at(-1)?.on === 'logged' || 'nothing more', {within: 200, every: 10})
  await look()
  performer.close()
  nodes.close()
  return events
}

await mkdir(new URL('events', import.meta.url), {recursive: true})
const chosen = process.argv.slice(2)
for (const [name, story] of Object.entries(stories)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  const events = await record(story)
  const text = events.map(event => `${JSON.stringify(event)}\n`).join('')
  await writeFile(new URL(`events/${name}.jsonl`, import.meta.url), text)
  process.stdout.write(`${name}: ${events.length} events, ${text.length} bytes\n`)
}
