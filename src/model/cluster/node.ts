// Nodes of a stage: names, addresses, and which of them run from the start.

/** A node's name: its nominal port, whatever its real port is. Lessons and their solutions use it. */
export type NodeName = `${number}`

/** One node of a stage. */
export type RosterNode = Readonly<{
  name: NodeName
  host: string
  port: number
  /** Port of the cluster bus: `port` + 10000 unless redis.conf sets cluster-port. */
  busPort: number
  /** On a wired stage, where the node itself listens: the wires listen on `port` and `busPort`, which it announces. */
  own?: Readonly<{port: number; busPort: number}>
  kind: 'node' | 'sentinel'
  /** False for a spare: its directory and redis.conf exist, and the learner starts it. */
  fromStart: boolean
}>

/** All nodes of a stage; the prompt starts at the first. */
export type Roster = readonly RosterNode[]

/** Masters and replicas of the built-in stages: 6479 replicates 6379, and so on. */
export const firstMasters = ['6379', '6380', '6381'] as const
export const firstReplicas = ['6479', '6480', '6481'] as const
export const sixNodes = [...firstMasters, ...firstReplicas] as const
/** The Sentinels of the stage `sentinel`. They watch one master and its replicas: 6379, 6380 and 6381. */
export const sentinelNames = ['26379', '26380', '26381'] as const

/** Real port of 6379. The ports of the other nodes keep their distance to it. */
export type Base = number

export const nominalBase: Base = 6379
/** Distance of the cluster bus from the node's port (with cluster-port 0, the default). */
export const busDistance = 10_000

/** Distance of the ports on which a wired node itself listens: no other port of a set is there. */
export const wiredDistance = 530

/** Builds the roster of a stage of six nodes: these, then the spares. */
export function rosterAt(base: Base, spares: readonly NodeName[] = [], wired = false): Roster {
  return [
    ...sixNodes.map(name => placed(name, base, true, wired)),
    ...spares.map(name => placed(name, base, false, wired)),
  ]
}

/** Builds the roster of the stage `sentinel`: a master and its two replicas, the spares, then the Sentinels. */
export function sentinelRosterAt(base: Base, spares: readonly NodeName[] = []): Roster {
  return [
    ...firstMasters.map(name => placed(name, base, true)),
    ...spares.map(name => placed(name, base, false)),
    ...sentinelNames.map(name => placed(name, base, true)),
  ]
}

function placed(name: NodeName, base: Base, fromStart: boolean, wired = false): RosterNode {
  const port = Number(name) - nominalBase + base
  const node = {name, host: '127.0.0.1', port, fromStart}
  // A Sentinel has no bus: it listens on one port. No wire leads to it.
  if (sentinelNames.some(one => one === name)) return {...node, busPort: port, kind: 'sentinel'}
  const own = {port: port + wiredDistance, busPort: port + wiredDistance + busDistance}
  return {...node, busPort: port + busDistance, kind: 'node', ...(wired && {own})}
}

/** Real port of the first node. */
export function baseOf(roster: Roster): Base {
  return roster[0]?.port ?? nominalBase
}

export const nominalRoster = rosterAt(nominalBase)

/** Names of the stage's spares. */
export function sparesOf(roster: Roster): readonly NodeName[] {
  return roster.filter(({fromStart}) => !fromStart).map(({name}) => name)
}

/** Whether there are wires between the nodes, which can be cut. */
export function isWired(roster: Roster): boolean {
  return roster.some(({own}) => own !== undefined)
}

/** The port on which the node itself listens. */
export function ownPortOf(node: NodeName, roster: Roster): number {
  return roster.find(({name}) => name === node)?.own?.port ?? portOf(node, roster)
}

export function namesOf(roster: Roster): readonly NodeName[] {
  return roster.map(({name}) => name)
}

export function isSentinel(node: NodeName, roster: Roster): boolean {
  return roster.find(({name}) => name === node)?.kind === 'sentinel'
}

/** The nodes that hold data: all but the Sentinels. */
export function dataNodes(roster: Roster): Roster {
  return roster.filter(({kind}) => kind === 'node')
}

export function sentinelsOf(roster: Roster): Roster {
  return roster.filter(({kind}) => kind === 'sentinel')
}

/** The name of the node's configuration file. */
export function confNameOf(node: NodeName, roster: Roster): 'redis.conf' | 'sentinel.conf' {
  return isSentinel(node, roster) ? 'sentinel.conf' : 'redis.conf'
}

export function isNodeName(text: string, roster: Roster): text is NodeName {
  return roster.some(({name}) => name === text)
}

/** Real port of `node`; its nominal port if it is not in the roster. */
export function portOf(node: NodeName, roster: Roster): number {
  return roster.find(({name}) => name === node)?.port ?? Number(node)
}

/** Port of the node's cluster bus. */
export function busPortOf(node: NodeName, roster: Roster): number {
  return roster.find(({name}) => name === node)?.busPort ?? Number(node) + busDistance
}

/** Finds the node of the roster that listens on `port`. */
export function nodeAt(port: number, roster: Roster): NodeName | undefined {
  return roster.find(node => node.port === port)?.name
}

/** Finds the node for a typed port, alone or behind its host as in a prompt: its real port or, if the ports have moved, its nominal one. */
export function nodeForPort(typed: string, roster: Roster): NodeName | undefined {
  const port = /^(?:127\.0\.0\.1|localhost):(\d+)$/.exec(typed)?.[1] ?? typed
  const real = roster.find(node => String(node.port) === port)?.name
  return real ?? (isNodeName(port, roster) ? port : undefined)
}
