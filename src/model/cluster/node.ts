// The six nodes: their nominal ports, which are their names, and the real ports they stand on.

/** The masters at the start, by nominal port. */
export const firstMasters = ['6379', '6380', '6381'] as const
/** Their replicas: 6479 replicates 6379, and so on. */
export const firstReplicas = ['6479', '6480', '6481'] as const
export const nodeNames = [...firstMasters, ...firstReplicas] as const

/** A node, called by its nominal port, whatever port it really has. */
export type NodeName = (typeof nodeNames)[number]

/** The real port of 6379; the other five keep their distance to it. */
export type Base = number

export const nominalBase: Base = 6379
/** Redis Cluster's bus listens this far above the node's port (cluster-port 0, the default). */
export const busDistance = 10_000

export function isNodeName(text: string): text is NodeName {
  return (nodeNames as readonly string[]).includes(text)
}

/** The port `node` really listens on. */
export function portOf(node: NodeName, base: Base): number {
  return Number(node) - nominalBase + base
}

/** The node that stands on `port`, if one of the six does. */
export function nodeAt(port: number, base: Base): NodeName | undefined {
  return nodeNames.find(name => portOf(name, base) === port)
}

/** The node a learner means by a typed port: its real port or, where the set has moved, its nominal one. */
export function nodeMeant(typed: string, base: Base): NodeName | undefined {
  return (
    nodeNames.find(name => String(portOf(name, base)) === typed) ?? (isNodeName(typed) ? typed : undefined)
  )
}
