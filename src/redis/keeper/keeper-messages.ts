// What the lab may order from its keeper, and what the keeper says back: one JSON object a line on the pipe between them. Types only.

import type {Base, NodeName} from '../../model/cluster/node.ts'

/** Name -> text of the files in a node's folder. */
export type Files = Readonly<Record<string, string>>

/** How a redis-server is run, and the redis-cli beside it; `libraryPath` becomes their LD_LIBRARY_PATH, and nobody else's. */
export type Program = Readonly<{path: string; libraryPath?: string; cli?: string}>

export type Order =
  /** Take the first base whose twelve ports are free, and keep it from other labs. */
  | Readonly<{do: 'claim'; bases: readonly Base[]}>
  /** Write files into a node's folder, making the folder where it is missing. */
  | Readonly<{do: 'write'; node: NodeName; files: Files}>
  /** Start the redis-server of a node from its redis.conf. */
  | Readonly<{do: 'spawn'; node: NodeName; program: Program}>
  /** Signal a node; for SIGKILL and SIGTERM the answer comes when the process is gone. */
  | Readonly<{do: 'signal'; node: NodeName; signal: NodeJS.Signals}>
  /** SIGKILL every node and empty the folder. */
  | Readonly<{do: 'clear'}>

export type NumberedOrder = Readonly<{id: number}> & Order

/** `taken`: the port that was in the way of the last base tried. */
export type Answer = Readonly<{base?: Base; taken?: number; pid?: number}>

/** From the keeper. `exited` comes whoever ended the process. */
export type KeeperMessage =
  | Readonly<{word: 'ready'; folder: string}>
  | Readonly<{word: 'answer'; id: number; answer: Answer}>
  | Readonly<{word: 'refused'; id: number; why: string; code?: string}>
  | Readonly<{
      word: 'exited'
      node: NodeName
      pid: number
      code: number | null
      signal: NodeJS.Signals | null
      log: string
    }>
