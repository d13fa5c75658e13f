// The orders the lab sends to its keeper and the messages the keeper sends back: one JSON object per line on a pipe. Types only.

import type {Base, NodeName} from '../../model/cluster/node.ts'

/** Files in a node's folder: name -> text. */
export type Files = Readonly<Record<string, string>>

/** A redis-server and the redis-cli beside it. `libraryPath` becomes LD_LIBRARY_PATH for these two only. */
export type Program = Readonly<{path: string; libraryPath?: string; cli?: string}>

/** What the keeper owns: nodes, and the process of the wires between them. */
export type ProcessName = NodeName | 'wires'

export type Order =
  /** Reserve the first base at which the ports of the six nodes and of the spares are free, so that no other lab takes it. */
  | Readonly<{do: 'claim'; bases: readonly Base[]; spares?: readonly NodeName[]; wired?: boolean}>
  /** Write files into the folder of a node or of the wires, creating the folder if it is missing. */
  | Readonly<{do: 'write'; node: ProcessName; files: Files}>
  /** Start a node's redis-server with its redis.conf, or as a Sentinel with its sentinel.conf. */
  | Readonly<{do: 'spawn'; node: NodeName; program: Program; sentinel?: boolean}>
  /** Start another program in the folder of its name. The command names that folder. */
  | Readonly<{do: 'run'; node: ProcessName; command: readonly string[]}>
  /** Send a signal to a process. For SIGKILL and SIGTERM the answer comes when the process is gone. */
  | Readonly<{do: 'signal'; node: ProcessName; signal: NodeJS.Signals}>
  /** Kill every node and empty the run folder. */
  | Readonly<{do: 'clear'}>

export type NumberedOrder = Readonly<{id: number}> & Order

/** `taken`: the occupied port of the last base tried. */
export type Answer = Readonly<{base?: Base; taken?: number; pid?: number}>

/** From the keeper. `exited` is sent no matter what ended the process. */
export type KeeperMessage =
  | Readonly<{is: 'ready'; folder: string}>
  | Readonly<{is: 'answer'; id: number; answer: Answer}>
  | Readonly<{is: 'refused'; id: number; why: string; code?: string}>
  | Readonly<{
      is: 'exited'
      node: ProcessName
      pid: number
      /** ms since the epoch */
      at: number
      code: number | null
      signal: NodeJS.Signals | null
      log: string
    }>
