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

/** Real port of 6379. The ports of the other nodes keep their distance to it. */
export type Base = number

export const nominalBase: Base = 6379
/** Distance of the cluster bus from the node's port (with cluster-port 0, the default). */
export const busDistance = 10_000

/** Distance of the ports on which a wired node itself listens: no other port of a set is there. */
export const wiredDistance = 530

/** Builds the roster of a built-in stage: its six nodes, then the spares. */
export function rosterAt(base: Base, spares: readonly NodeName[] = [], wired = false): Roster {
  const places = [
    ...sixNodes.map(name => ({name, fromStart: true})),
    ...spares.map(name => ({name, fromStart: false})),
  ]
  return places.map(({name, fromStart}) => {
    const port = Number(name) - nominalBase + base
    const own = {port: port + wiredDistance, busPort: port + wiredDistance + busDistance}
    const busPort = port + busDistance
    return {name, host: '127.0.0.1', port, busPort, ...(wired && {own}), kind: 'node', fromStart}
  })
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
