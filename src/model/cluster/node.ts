// The nodes of a stage: what each is called, where it listens, and whether it runs from the start.

/** A node's name: its nominal port, whatever port it really has. Lessons and their solutions use it. */
export type NodeName = `${number}`

/** One node of a stage. */
export type RosterNode = Readonly<{
  name: NodeName
  host: string
  port: number
  /** The port of the cluster bus: `port` + 10000 where redis.conf does not say otherwise (cluster-port 0). */
  busPort: number
  kind: 'node' | 'sentinel'
  /** False for a spare: it has a folder and a redis.conf, and the learner starts it. */
  fromStart: boolean
}>

/** All nodes of a stage, the first one first at the prompt. */
export type Roster = readonly RosterNode[]

/** The masters of the built-in stages, and their replicas: 6479 replicates 6379, and so on. */
export const firstMasters = ['6379', '6380', '6381'] as const
export const firstReplicas = ['6479', '6480', '6481'] as const
export const sixNodes = [...firstMasters, ...firstReplicas] as const

/** The real port of 6379; every other node keeps its distance to it. */
export type Base = number

export const nominalBase: Base = 6379
/** Redis Cluster's bus listens this far above the node's port (cluster-port 0, the default). */
export const busDistance = 10_000

/** The six nodes of a built-in stage, then its spares. */
export function rosterAt(base: Base, spares: readonly NodeName[] = []): Roster {
  const places = [
    ...sixNodes.map(name => ({name, fromStart: true})),
    ...spares.map(name => ({name, fromStart: false})),
  ]
  return places.map(({name, fromStart}) => {
    const port = Number(name) - nominalBase + base
    return {name, host: '127.0.0.1', port, busPort: port + busDistance, kind: 'node', fromStart}
  })
}

/** The real port of the first node. */
export function baseOf(roster: Roster): Base {
  return roster[0]?.port ?? nominalBase
}

export const nominalRoster = rosterAt(nominalBase)

/** The names of a stage's spares. */
export function sparesOf(roster: Roster): readonly NodeName[] {
  return roster.filter(({fromStart}) => !fromStart).map(({name}) => name)
}

export function namesOf(roster: Roster): readonly NodeName[] {
  return roster.map(({name}) => name)
}

export function isNodeName(text: string, roster: Roster): text is NodeName {
  return roster.some(({name}) => name === text)
}

/** The port `node` really listens on; its nominal one where the roster does not have it. */
export function portOf(node: NodeName, roster: Roster): number {
  return roster.find(({name}) => name === node)?.port ?? Number(node)
}

/** The port of its cluster bus. */
export function busPortOf(node: NodeName, roster: Roster): number {
  return roster.find(({name}) => name === node)?.busPort ?? Number(node) + busDistance
}

/** The node that stands on `port`, if one of the roster does. */
export function nodeAt(port: number, roster: Roster): NodeName | undefined {
  return roster.find(node => node.port === port)?.name
}

/** The node a learner means by a typed port: its real port or, where the set has moved, its nominal one. */
export function nodeForPort(typed: string, roster: Roster): NodeName | undefined {
  const real = roster.find(({port}) => String(port) === typed)?.name
  return real ?? (isNodeName(typed, roster) ? typed : undefined)
}
