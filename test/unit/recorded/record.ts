// Writes the recordings beside this file: what six real nodes answered in situations that lessons bring about. No test runs it; run it by hand
// (`node test/unit/recorded/record.ts [cluster] [bare] …`) when the lab asks its nodes for something more. Loopback only, and the nodes end with it.

import {writeFile} from 'node:fs/promises'
import {
  type Base,
  baseOf,
  type NodeName,
  nominalBase,
  portOf,
  sixNodes,
} from '../../../src/model/cluster/node.ts'
import {infoSections} from '../../../src/model/cluster/reading.ts'
import {answeredOf, attachedReplicas, type Snapshot, type Stage} from '../../../src/model/cluster/snapshot.ts'
import {everyoneSaysOk} from '../../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  follows,
  isDown,
  isMaster,
} from '../../../src/model/lesson/goals/replication.ts'
import type {Goal} from '../../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../../src/model/lesson/verdict.ts'
import {waitUntil} from '../../../src/platform/wait-until.ts'
import {startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {claimPortsAndStart} from '../../../src/redis/nodes/boot.ts'
import type {Nodes} from '../../../src/redis/nodes/nodes.ts'
import {server} from '../../../tools/servers/server.ts'
import {readRecording} from './recording.ts'

/** A situation: what brings it about from the one before, and what the recorded texts themselves must show. */
type Situation = Readonly<{name: string; act: (lab: Stand) => Promise<unknown>; shows: Goal}>

type Stand = Readonly<{
  nodes: Nodes
  /** A command to one node; `{6379}` in it is a real port. */
  say: (node: NodeName, command: string) => Promise<unknown>
}>

const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)

/** Some node's opinion of `other` carries exactly this flag. */
function flagged(other: NodeName, flag: string): Goal {
  return ({now}) => {
    const lines = sixNodes.flatMap(name => answeredOf(now, name)?.cluster?.nodes ?? [])
    const found = lines.some(line => line.port === portOf(other, now.roster) && line.flags.includes(flag))
    return found ? met : notYet({key: 'goals.notYetAsked'})
  }
}

function attachedWith(state: string, master: NodeName): Goal {
  return ({now}) => {
    const reading = answeredOf(now, master)
    const found = reading && attachedReplicas(reading).some(one => one.state === state)
    return found ? met : notYet({key: 'goals.notYetAsked'})
  }
}

/** Its master's RDB is on its way to `replica`. */
function isReceiving(replica: NodeName): Goal {
  return ({now}) =>
    answeredOf(now, replica)?.replication['master_sync_in_progress'] === '1'
      ? met
      : notYet({key: 'goals.notYetAsked'})
}

const clusterSituations: readonly Situation[] = [
  {name: 'cluster', act: async () => undefined, shows: healthy},
  {
    name: 'slot-moving',
    async act({say}) {
      const idOf = async (node: NodeName) => String(await say(node, 'CLUSTER MYID'))
      await say('6379', `CLUSTER SETSLOT 5798 IMPORTING ${await idOf('6380')}`)
      await say('6380', `CLUSTER SETSLOT 5798 MIGRATING ${await idOf('6379')}`)
    },
    shows: healthy,
  },
  {
    name: 'paused',
    async act({nodes, say}) {
      for (const node of ['6379', '6380'] as const) await say(node, 'CLUSTER SETSLOT 5798 STABLE')
      await nodes.change('pause', '6380')
    },
    shows: everyoneSaysOk,
  },
  {
    name: 'killed',
    async act({nodes}) {
      await nodes.change('resume', '6380')
      await shown(nodes, healthy)
      await nodes.change('kill', '6381')
    },
    shows: every(isDown('6381'), everyoneSaysOk),
  },
  {name: 'suspected', act: async () => undefined, shows: every(flagged('6381', 'fail?'), everyoneSaysOk)},
  {name: 'failed', act: async () => undefined, shows: flagged('6381', 'fail')},
  {name: 'promoted', act: async () => undefined, shows: every(isMaster('6481'), everyoneSaysOk)},
  {
    name: 'returned',
    act: ({nodes}) => nodes.change('start', '6381'),
    shows: every(healthy, follows('6381', '6481')),
  },
]

const bareSituations: readonly Situation[] = [
  {name: 'bare', act: async () => undefined, shows: everyNodeAnswers},
  {
    name: 'handshake',
    // Nobody listens on port 1, so it stays at the handshake.
    act: ({say}) => say('6379', 'CLUSTER MEET 127.0.0.1 1'),
    shows: ({now}) =>
      answeredOf(now, '6379')?.cluster?.nodes.some(line => line.flags.includes('handshake'))
        ? met
        : notYet({key: 'goals.notYetAsked'}),
  },
]

async function twoReplicas({say}: Stand) {
  await say('6379', 'MSET product:1 teapot product:2 cup product:3 kettle')
  await say('6380', 'REPLICAOF 127.0.0.1 {6379}')
  await say('6381', 'REPLICAOF 127.0.0.1 {6379}')
}

const bothFollow = every(follows('6380', '6379'), follows('6381', '6379'))

const standaloneSituations: readonly Situation[] = [
  {name: 'masters', act: async () => undefined, shows: everyNodeAnswers},
  {name: 'replicas', act: twoReplicas, shows: bothFollow},
  {
    name: 'wait-bgsave',
    async act({say}) {
      await say('6379', 'SELECT 1')
      await say('6379', 'SET elsewhere 1')
      await say(
        '6379',
        'CONFIG SET repl-diskless-sync yes repl-diskless-sync-delay 3 rdb-key-save-delay 300000',
      )
      await say('6479', 'REPLICAOF 127.0.0.1 {6379}')
    },
    shows: attachedWith('wait_bgsave', '6379'),
  },
  {name: 'transfer', act: async () => undefined, shows: isReceiving('6479')},
  {
    name: 'chain',
    act: ({say}) => say('6481', 'REPLICAOF 127.0.0.1 {6381}'),
    shows: every(bothFollow, follows('6479', '6379'), follows('6481', '6381')),
  },
  {
    name: 'no-one',
    act: ({say}) => say('6381', 'REPLICAOF NO ONE'),
    shows: every(isMaster('6381'), follows('6481', '6381')),
  },
  {
    name: 'ring',
    async act({say}) {
      await say('6380', 'REPLICAOF 127.0.0.1 {6480}')
      await say('6480', 'REPLICAOF 127.0.0.1 {6380}')
    },
    shows: everyNodeAnswers,
  },
]

const movedSituations: readonly Situation[] = [{name: 'moved', act: twoReplicas, shows: bothFollow}]

async function recordAll(stage: Stage, base: Base, situations: readonly Situation[]) {
  await using keeper = await startKeeper()
  const program = await server()
  const nodes = await claimPortsAndStart({keeper, program, stage, nodeTimeout: 3000}, base)
  const say = (node: NodeName, command: string) => {
    const [first = '', ...rest] = command
      .replace(/\{(\d+)\}/g, (_, name) => String(portOf(name as NodeName, nodes.options.roster)))
      .split(' ')
    return nodes.probes.get(node)?.call(first, ...rest) ?? Promise.reject(new Error(node))
  }
  for (const {name, act, shows} of situations) {
    await act({nodes, say})
    await writeFile(new URL(`${name}.txt`, import.meta.url), await shown(nodes, shows))
    process.stdout.write(`${name}\n`)
  }
  nodes.close()
}

/** Takes texts until what they say is what is wanted: of a moment that passes, the recording itself must be the proof. */
async function shown(nodes: Nodes, shows: Goal): Promise<string> {
  let text = ''
  const missing = await waitUntil(
    async () => {
      text = await take(nodes)
      const now: Snapshot = readRecording(text)
      const verdict = shows({now, start: now, outcomes: [], logs: [], hints: 0})
      return verdict.is === 'met' || JSON.stringify(verdict)
    },
    {within: 20_000, every: 5},
  )
  if (missing !== undefined) throw new Error(missing)
  return text
}

async function take(nodes: Nodes): Promise<string> {
  const {stage, roster} = nodes.options
  const blocks = await Promise.all(sixNodes.map(node => takeNode(nodes, node)))
  return [`stage ${stage}`, `base ${baseOf(roster)}`, ...blocks, ''].join('\n')
}

/** What a node said last; the panel still shows it when the node is silent. */
const lastInfo = new Map<NodeName, string>()

async function takeNode(nodes: Nodes, node: NodeName): Promise<string> {
  const {is, pid} = nodes.stateOf(node)
  const texts = is === 'running' ? await ask(nodes, node) : {}
  if (texts['INFO']) lastInfo.set(node, texts['INFO'])
  const parts = Object.entries(texts['INFO'] ? texts : {'LAST INFO': lastInfo.get(node) ?? ''})
  const written = parts.map(([title, text]) => `--- ${title}\n${text.replaceAll('\r', '').trimEnd()}`)
  return [`=== ${node} ${[is, pid].join(' ').trim()}`, ...written].join('\n')
}

async function ask(nodes: Nodes, node: NodeName): Promise<Readonly<Record<string, string>>> {
  const link = nodes.probes.get(node)
  const clustered = nodes.options.stage !== 'standalone'
  try {
    const info = withoutPaths(String(await link?.call('INFO', ...infoSections)))
    if (!clustered) return {INFO: info}
    const [clusterInfo, clusterNodes] = [
      await link?.call('CLUSTER', 'INFO'),
      await link?.call('CLUSTER', 'NODES'),
    ]
    return {INFO: info, 'CLUSTER INFO': String(clusterInfo), 'CLUSTER NODES': String(clusterNodes)}
  } catch {
    // It ended just now; the keeper has not said so yet. The situation is taken again.
    return {}
  }
}

/** Where this computer keeps things is nobody's business. */
function withoutPaths(info: string): string {
  return info.replace(/^(os|executable|config_file):.*$/gm, '$1:-')
}

const series = {
  cluster: () => recordAll('cluster', nominalBase, clusterSituations),
  bare: () => recordAll('bare', nominalBase, bareSituations),
  standalone: () => recordAll('standalone', nominalBase, standaloneSituations),
  moved: () => recordAll('standalone', nominalBase + 4000, movedSituations),
}

const chosen = process.argv.slice(2)
for (const [name, run] of Object.entries(series))
  if (chosen.length === 0 || chosen.includes(name)) await run()
