// What the lab and the process of the wires tell each other: one JSON object per line on a socket. Types only.

import type {Wiring} from '../../model/cluster/links.ts'
import type {NodeName} from '../../model/cluster/node.ts'

/** A node's public ports, which the wires listen on, and those on which the node itself listens. */
export type WiredNode = Readonly<{
  name: NodeName
  port: number
  busPort: number
  own: Readonly<{port: number; busPort: number}>
  /** Whether the node has a cluster bus. */
  clustered: boolean
}>

export type WiresOrder =
  /** Opens the public ports of these nodes, as soon as each of them listens. Comes before all other orders. */
  | Readonly<{do: 'open'; nodes: readonly WiredNode[]}>
  /** Makes the links as they are in `wiring`. */
  | Readonly<{do: 'set'; wiring: Wiring}>
  /** Answers when each of these nodes can be reached through its public ports. */
  | Readonly<{do: 'await'; nodes: readonly NodeName[]}>
  /** Refuses the callers of a node that has ended, until it listens again. */
  | Readonly<{do: 'refuse'; node: NodeName}>
  | Readonly<{do: 'census'}>

/** A connection that stands. `from` is absent where the caller is not a party: the learner's own clients are never cut. */
export type WireCount = Readonly<{from?: string; to: NodeName; over: 'data' | 'bus' | 'client'}>

export type WiresAnswer = Readonly<{id: number; census?: readonly WireCount[]}>
