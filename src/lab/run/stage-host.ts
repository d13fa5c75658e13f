// The host of the current stage: starts its nodes, and starts new ones on every reset.

import {type Base, baseOf, type NodeName} from '../../model/cluster/node.ts'
import type {Stage} from '../../model/cluster/snapshot.ts'
import type {CommandDocs} from '../../model/commands/command-docs.ts'
import type {LabEvent} from '../../model/state/lab-state.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {createPerformer, type OnConnection, type Performer} from '../../redis/client/perform.ts'
import type {Keeper} from '../../redis/keeper/keeper.ts'
import type {Program} from '../../redis/keeper/keeper-messages.ts'
import {claimPortsAndStart} from '../../redis/nodes/boot.ts'
import type {Nodes} from '../../redis/nodes/nodes.ts'

export type StageHostOptions = Readonly<{
  keeper: Keeper
  program: Program
  /** Real port for 6379 that the learner chose; by default the first free set of ports is used. */
  port?: number | undefined
  /** All spares and Sentinels that a stage of this lab may have: their ports are reserved from the beginning. */
  spares: readonly NodeName[]
  /** cluster-node-timeout, ms. */
  nodeTimeout: number
  /** About how many bytes of a reply are kept; the whole by default. */
  mostOfReply?: number | undefined
  onConnection: OnConnection
  /** The wires between the nodes have ended, though the nodes have not. */
  onWiresEnded: () => void
}>

/** Command docs for the prompt until the server's own are read. */
async function bundledDocs(): Promise<CommandDocs> {
  const {default: docs} = await import('../../model/commands/command-docs.json', {with: {type: 'json'}})
  return docs as CommandDocs
}

export class StageHost {
  readonly #options: StageHostOptions
  readonly #dispatch: (event: LabEvent) => void
  #nodes: Nodes | undefined
  #performer: Performer | undefined
  #tail: Disposable | undefined
  #base: Base | undefined
  /** With or without the commands of Sentinels. The docs are read once for all stages with the same, because they run the same server. */
  #learned: 'nodes' | 'sentinels' | undefined

  constructor(options: StageHostOptions, dispatch: (event: LabEvent) => void) {
    this.#options = options
    this.#dispatch = dispatch
    options.keeper.onExit(({node}) => {
      if (node === 'wires' && this.#nodes) options.onWiresEnded()
    })
  }

  /** Undefined while a stage starts. */
  get nodes(): Nodes | undefined {
    return this.#nodes
  }

  get performer(): Performer | undefined {
    return this.#performer
  }

  /**
   * Kills the current nodes and starts `stage` from nothing, 0.1 s without cluster mode, 0.4 s with: on the same ports, unless somebody took one
   * while its node was down. @throws LabError like boot.ts.
   */
  async start(stage: Stage, spares: readonly NodeName[] = [], wired = false): Promise<void> {
    try {
      await this.#begin(stage, spares, wired)
    } catch (error) {
      // Nodes die with their keeper, and their connections may break before its end is known: then this order says so.
      if (!(error instanceof LabError)) await this.#options.keeper.order({do: 'clear'})
      throw error
    }
  }

  async #begin(stage: Stage, spares: readonly NodeName[], wired: boolean) {
    const {keeper, program, nodeTimeout, port} = this.#options
    this.close()
    this.#dispatch({on: 'starting', stage})
    const toLearn = stage === 'sentinel' ? 'sentinels' : 'nodes'
    if (!this.#learned) this.#dispatch({on: 'learned', docs: await bundledDocs(), commandTable: {}})
    await keeper.order({do: 'clear'})
    const ports = {wired, spares, reserved: this.#options.spares, preferred: this.#base}
    this.#nodes = await claimPortsAndStart({keeper, program, nodeTimeout, stage, ...ports}, port)
    const {roster} = this.#nodes.options
    this.#base = baseOf(roster)
    this.#performer = createPerformer(this.#nodes, this.#options.onConnection, {
      most: this.#options.mostOfReply,
    })
    this.#dispatch({on: 'ready', roster})
    this.#tail = this.#nodes.files.tail((node, lines) => this.#dispatch({on: 'logged', node, lines}))
    if (this.#learned === toLearn) return
    this.#dispatch({on: 'learned', ...(await this.#nodes.commands())})
    this.#learned = toLearn
  }

  close(): void {
    this.#tail?.[Symbol.dispose]()
    this.#performer?.close()
    this.#nodes?.close()
    this.#tail = undefined
    this.#performer = undefined
    this.#nodes = undefined
  }
}
