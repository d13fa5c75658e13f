// The nodes of a stage: reading them, and starting, stopping and signaling their processes. boot.ts starts the stage.

import {randomBytes} from 'node:crypto'
import {ReplyError} from 'ioredis'
import {type ConfEdit, editConf} from '../../model/cluster/conf-file.ts'
import type {Excerpt} from '../../model/cluster/file-excerpt.ts'
import {type Wiring, wholeWiring} from '../../model/cluster/links.ts'
import {
  confNameOf,
  isSentinel,
  type NodeName,
  namesOf,
  portOf,
  type Roster,
  type RosterNode,
  sixNodes,
} from '../../model/cluster/node.ts'
import {
  isAlive,
  isClustered,
  type ProcessState,
  type Reading,
  type Snapshot,
  type Stage,
} from '../../model/cluster/snapshot.ts'
import type {ProcessVerb} from '../../model/commands/action.ts'
import {type CommandDocs, type CommandReply, parseCommandDocs} from '../../model/commands/command-docs.ts'
import {type CommandRow, type CommandTable, commandTableOf} from '../../model/commands/command-table.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {createQueue} from '../../platform/queue.ts'
import {waitUntil} from '../../platform/wait-until.ts'
import type {Exit, Keeper} from '../keeper/keeper.ts'
import type {Files, Program} from '../keeper/keeper-messages.ts'
import type {Wires} from '../wires/wires.ts'
import {endOf} from './end-of-log.ts'
import {type NodeFiles, nodeFilesIn} from './node-files.ts'
import {nodesConfOf} from './nodes-conf.ts'
import {answerWithin, openProbe, type Probe} from './probe.ts'
import {isLinked} from './readiness.ts'
import {redisConfOf} from './redis-conf.ts'
import {priorityOf, sentinelConfOf, watchedNodes} from './sentinel-conf.ts'

export type StageOptions = Readonly<{
  keeper: Keeper
  /** A promise while it is still looked for: ports can be claimed and files written before it is known. */
  program: Program | Promise<Program>
  roster: Roster
  stage: Stage
  /** cluster-node-timeout for the lesson, ms. */
  nodeTimeout: number
}>

/** ms; a restarted node answers after 15 to 30 ms, a computer under heavy load needs more. */
const startPatience = 5000

/** ms until a node has taken a setting. */
const settingPatience = 1000

/** ms; the links of a restarted node stand after 0.1 to 0.2 s. */
const linkPatience = 1500

const signals = {kill: 'SIGKILL', stop: 'SIGTERM', pause: 'SIGSTOP', resume: 'SIGCONT'} as const

/** For `.catch`: an error reply becomes undefined, any other error is a bug and is rethrown. */
function undefinedIfErrorReply(error: unknown): undefined {
  if (!(error instanceof ReplyError)) throw error
}

type NodeExit = Exit & Readonly<{node: NodeName}>

async function commandsOf(
  probe: Probe | undefined,
): Promise<Readonly<{commandTable: CommandTable; docs?: CommandDocs}>> {
  const commandTable = commandTableOf((await probe?.call('COMMAND')) as readonly CommandRow[])
  const docs = await probe?.call('COMMAND', 'DOCS').catch(undefinedIfErrorReply)
  return {commandTable, ...(docs !== undefined && {docs: parseCommandDocs(docs as CommandReply)})}
}

/** The pid of the process that was changed, or why it was not. */
export type ChangeResult = Readonly<{pid: number}> | Readonly<{because: Message}>

/** The nodes of one stage. The keeper owns their processes; this class owns the lab's connections to them. */
export class Nodes {
  readonly options: StageOptions
  readonly probes: ReadonlyMap<NodeName, Probe>
  readonly files: NodeFiles
  /** Between the nodes of a wired stage. */
  readonly wires: Wires | undefined
  #wiring = wholeWiring
  #hasCutLink = false
  readonly #states = new Map<NodeName, ProcessState>()
  readonly #lastWords = new Map<NodeName, string>()
  readonly #listeners = new Set<(exit: NodeExit) => void>()
  /** Settles when the wires refuse the callers of every node that has ended so far: they carry out orders in turn. */
  #refused: Promise<void> | undefined
  readonly #stopListening: () => void
  readonly #edits = createQueue()

  constructor(options: StageOptions, wires?: Wires) {
    this.options = options
    this.wires = wires
    const clustered = isClustered(options.stage)
    this.probes = new Map(options.roster.map(node => [node.name, openProbe(node, clustered)]))
    this.files = nodeFilesIn(options.keeper.folder, options.roster)
    this.#stopListening = options.keeper.onExit(exit => {
      if (exit.node !== 'wires') this.#ended({...exit, node: exit.node})
    })
  }

  stateOf(node: NodeName): ProcessState {
    return this.#states.get(node) ?? {is: 'absent'}
  }

  /** Calls `listener` when a process has ended, no matter what ended it. */
  onExit(listener: (exit: NodeExit) => void): void {
    this.#listeners.add(listener)
  }

  /** Reads all nodes in parallel. A node that does not answer within `patience` ms counts as silent. Counts the keys in `slots`. */
  async readAll(patience = 300, slots: readonly number[] = []): Promise<Snapshot> {
    return this.#snapshot(probe => probe.read(this.stateOf(probe.node), patience, slots))
  }

  async #snapshot(read: (probe: Probe) => Promise<Reading>): Promise<Snapshot> {
    const {roster, stage} = this.options
    const at = Date.now()
    const {links} = this.#wiring
    const nodes = await Promise.all([...this.probes.values()].map(read))
    return {at, took: Date.now() - at, stage, roster, ...(links.length > 0 && {links}), nodes}
  }

  /**
   * Sets cluster-node-timeout, ms, on every running node. The others read the lesson's value from redis.conf when they start; one that somebody froze
   * gets it when it goes on.
   */
  async setNodeTimeout(ms: number): Promise<void> {
    if (this.options.stage === 'cluster') await this.set({'cluster-node-timeout': `${ms}`})
  }

  /** CONFIG SET on every running node. */
  async set(settings: Readonly<Record<string, string>>): Promise<void> {
    const words = Object.entries(settings).flat()
    const running = [...this.probes.values()].filter(({node}) => this.stateOf(node).is === 'running')
    // Settled, not all: a node may end at this very moment.
    await Promise.allSettled(
      running.map(probe => answerWithin(probe.call('CONFIG', 'SET', ...words), settingPatience)),
    )
  }

  /** COMMAND and COMMAND DOCS as the server reports them; no `docs` if it refuses COMMAND DOCS. */
  async commands(): Promise<Readonly<{commandTable: CommandTable; docs?: CommandDocs}>> {
    const {roster} = this.options
    // A Sentinel has SENTINEL, which no node has, and else only commands that every node has.
    const kinds = (['sentinel', 'node'] as const).flatMap(kind => roster.find(one => one.kind === kind) ?? [])
    const known = await Promise.all(kinds.map(({name}) => commandsOf(this.probes.get(name))))
    const docs = known.every(one => one.docs) ? {docs: Object.assign({}, ...known.map(one => one.docs))} : {}
    return {commandTable: Object.assign({}, ...known.map(one => one.commandTable)), ...docs}
  }

  /** Changes the links of a wired stage, or where its client is. @throws LabError if the wires have ended */
  async wire(change: Partial<Wiring>): Promise<void> {
    this.#wiring = {...this.#wiring, ...change}
    this.#hasCutLink = false
    await this.wires?.set(this.#wiring)
    this.#hasCutLink = this.#wiring.links.some(({fault}) => fault.is !== 'slow')
  }

  /** Whether something that is sent now between two parties is lost: not while that changes. */
  get hasCutLink(): boolean {
    return this.#hasCutLink
  }

  /** Starts processes without waiting until they answer. */
  async spawn(nodes: readonly NodeName[]): Promise<void> {
    await Promise.all(nodes.map(node => this.#spawn(node)))
  }

  /** Does what `/kill`, `/pause` and the like ask for. Resolves when the process is gone, frozen, or answers again. */
  async change(verb: ProcessVerb, node: NodeName): Promise<ChangeResult> {
    const because = refusalOf(verb, this.stateOf(node), portOf(node, this.options.roster))
    if (because) return {because}
    if (verb === 'start') return this.#start(node)
    const {pid} = await this.#signal(node, signals[verb])
    if (pid === undefined) return this.change(verb, node)
    await this.#refused
    if (verb === 'pause') this.#states.set(node, {is: 'paused', pid})
    if (verb === 'resume') this.#states.set(node, {is: 'running', pid})
    return {pid}
  }

  /** Edits the node's redis.conf, which the node reads when it starts next. Returns the file as it is now. @throws LabError if it cannot be read. */
  configure(node: NodeName, edit: ConfEdit): Promise<Excerpt> {
    // The second of two edits begins with what the first has written.
    return this.#edits(async () => {
      const {path, lines: before} = await this.files.conf(node)
      const lines = editConf(before, edit)
      await this.options.keeper.order({
        do: 'write',
        node,
        files: {[confNameOf(node, this.options.roster)]: `${lines.join('\n')}\n`},
      })
      return {path, lines}
    })
  }

  /** Resolves when this process of the node has ended and its callers are refused, or after `within` ms. */
  async waitUntilEnded(node: NodeName, {pid}: ProcessState, within = 5000): Promise<void> {
    await waitUntil(async () => this.stateOf(node).pid !== pid || 'it runs', {within, every: 1})
    await this.#refused
  }

  /** Closes the lab's connections. */
  close(): void {
    this.#stopListening()
    for (const probe of this.probes.values()) probe.close()
    this.wires?.close()
  }

  async #spawn(node: NodeName): Promise<number> {
    const {keeper, roster} = this.options
    const program = await this.options.program
    const sentinel = isSentinel(node, roster)
    const {pid = 0} = await keeper.order({do: 'spawn', node, program, ...(sentinel && {sentinel})})
    this.#states.set(node, {is: 'running', pid})
    return pid
  }

  /** No pid if the process ended before the signal arrived; its end has been reported by then. */
  async #signal(node: NodeName, signal: NodeJS.Signals): Promise<Readonly<{pid?: number}>> {
    const {pid} = this.stateOf(node)
    try {
      return await this.options.keeper.order({do: 'signal', node, signal})
    } catch (error) {
      if (this.stateOf(node).pid === pid) throw error
      return {}
    }
  }

  async #start(node: NodeName): Promise<ChangeResult> {
    const pid = await this.#spawn(node)
    const ended = () => this.stateOf(node).pid !== pid
    const settled = async () => {
      const probe = this.probes.get(node)
      const reading = await probe?.peek(this.stateOf(node), startPatience)
      if (ended()) return true
      if (!reading || reading.is === 'silent') return reading?.because ?? ''
      // A node that loads its data answers INFO, but not a learner's commands.
      const pong = String(await probe?.call('PING').catch(String))
      return !pong.includes('LOADING') || pong
    }
    const missing = await waitUntil(settled, {within: startPatience, every: 5})
    const last = ended() ? (this.#lastWords.get(node) ?? '') : missing
    if (last !== undefined)
      return {because: message('outcome.startFailed', {port: portOf(node, this.options.roster), last})}
    await this.#reachable(node)
    await this.#linked(node)
    return {pid}
  }

  /** Waits until callers reach the node through the wires. Not if it ends meanwhile, nor forever: its public port may be taken. */
  async #reachable(node: NodeName): Promise<void> {
    if (!this.wires) return
    const {pid} = this.stateOf(node)
    let isSettled = false
    const settle = () => {
      isSettled = true
    }
    // The end of the wires is told by the lab.
    void this.wires.reachable([node]).then(settle, settle)
    const check = async () => isSettled || this.stateOf(node).pid !== pid || 'nobody reaches it'
    await waitUntil(check, {within: linkPatience, every: 2})
  }

  /** Waits for the node's links on the cluster bus: a CLUSTER FAILOVER before that asks no master for its vote. Not forever: a link may be cut. */
  async #linked(node: NodeName): Promise<void> {
    const look = () => this.#snapshot(probe => probe.peek(this.stateOf(probe.node), 100))
    const linked = async () => isLinked(await look(), node)
    await waitUntil(linked, {within: linkPatience, every: 10})
  }

  #ended(exit: NodeExit) {
    if (this.stateOf(exit.node).pid !== exit.pid) return
    this.#states.set(exit.node, {is: stateAfter(exit), endedAt: exit.at})
    this.#lastWords.set(exit.node, endOf(exit.log))
    // The end of the wires is told by the lab.
    this.#refused = this.wires?.refuse(exit.node).catch(() => undefined)
    for (const listener of this.#listeners) listener(exit)
  }
}

function stateAfter(exit: NodeExit): ProcessState['is'] {
  if (exit.signal === 'SIGKILL') return 'killed'
  return exit.signal === 'SIGTERM' || exit.code === 0 ? 'stopped' : 'exited'
}

/** Why the verb makes no sense for a process in this state; undefined if it does. */
function refusalOf(verb: ProcessVerb, state: ProcessState, port: number): Message | undefined {
  const lives = isAlive(state)
  if (verb === 'start' && state.is === 'paused') return message('outcome.startPaused', {port})
  if (verb === 'start') return lives ? message('outcome.runsAlready', {port, pid: state.pid ?? 0}) : undefined
  if (!lives) return message('outcome.notRunning', {port})
  if (verb === 'resume') return state.is === 'paused' ? undefined : message('outcome.notPaused', {port})
  if (verb !== 'kill' && state.is === 'paused') return message('outcome.pausedAlready', {port})
  return undefined
}

/** Writes the configuration of every node and, if `seeded`, the nodes.conf of a cluster. `timeout` in ms. */
export async function writeFiles(
  {keeper, roster, stage}: StageOptions,
  timeout: number,
  seeded: boolean,
): Promise<void> {
  const {folder} = keeper
  const ids = Object.fromEntries(namesOf(roster).map(node => [node, randomBytes(20).toString('hex')]))
  const cluster = isClustered(stage) ? {clusterTimeout: timeout} : {}
  const [master, ...replicas] = watchedNodes(roster)
  const filesOf = ({name: node, kind}: RosterNode): Files => {
    if (kind === 'sentinel') return {'sentinel.conf': sentinelConfOf({node, roster, folder, ids})}
    const upstream = master !== undefined && replicas.includes(node) ? {master} : {}
    const watched = stage === 'sentinel' ? {watched: {priority: priorityOf(node), ...upstream}} : {}
    const config = redisConfOf({node, roster, folder, ...cluster, ...watched})
    const isSeeded = seeded && sixNodes.some(one => one === node)
    return {'redis.conf': config, ...(isSeeded && {'nodes.conf': nodesConfOf(node, roster, ids)})}
  }
  await Promise.all(roster.map(node => keeper.order({do: 'write', node: node.name, files: filesOf(node)})))
}

export function bootError(port: number, log: string): LabError {
  return new LabError('error.nodeDidNotStart', {node: port, last: endOf(log)})
}
