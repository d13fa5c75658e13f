// `up`: runs a stage without a lesson until Ctrl-C, SIGTERM or the end of standard input.

import {fstatSync} from 'node:fs'
import {roleOf, type Snapshot, slotsOf} from '../../model/cluster/snapshot.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {type Language, type Message, message, translate} from '../../model/text/messages.ts'
import {cliCommand} from '../../redis/install/candidate.ts'
import type {Server} from '../../redis/install/find-server.ts'
import {claimPortsAndStart} from '../../redis/nodes/boot.ts'
import type {CommandContext} from '../command.ts'
import {nodeTimeoutFor} from '../defaults.ts'
import {printResult} from '../output.ts'
import {prepareKeeper} from '../server-and-keeper.ts'

export async function up(context: CommandContext): Promise<number> {
  const {options, language} = context
  const {stage} = options
  const nodeTimeout = nodeTimeoutFor(context)
  const print = options.json ? printJson : textPrinter(language)
  // Before any node starts, so that a signal during the start leaves nothing behind either.
  const stopRequested = untilStopped()
  const {server: program, keeper} = await prepareKeeper(context)
  await using _ = keeper
  const starting = claimPortsAndStart({keeper, program, stage, nodeTimeout}, options.port)
  // Without a server both fail, with the same reason.
  starting.catch(() => undefined)
  const server = await program
  print({
    event: 'starting',
    stage,
    binary: server.path,
    kind: server.kind,
    version: server.version,
    dir: keeper.folder,
  })
  const nodes = await Promise.race([starting, stopRequested])
  if (nodes) {
    const snapshot = await nodes.readAll()
    print(readyEvent(snapshot, server, keeper.folder))
    const how = await Promise.race([stopRequested, keeper.gone])
    nodes.close()
    if (how !== undefined) throw new LabError('error.keeperGone', {how})
  }
  await keeper[Symbol.asyncDispose]()
  print({event: 'stopped'})
  return 0
}

/** Resolves on a signal or the end of standard input. */
function untilStopped(): Promise<undefined> {
  return new Promise(resolve => {
    const end = () => resolve(undefined)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
    // The end of a pipe means that the program that started us is gone. A terminal is not read, because that would stop a background job.
    const input = fstatSync(0)
    if (!input.isFIFO() && !input.isSocket()) return
    process.stdin.once('end', end).once('error', end).resume()
    // Reading must not keep the process alive.
    process.stdin.unref()
  })
}

type UpEvent =
  | Readonly<{
      event: 'starting'
      stage: string
      binary: string
      kind: Server['kind']
      version: string
      dir: string
    }>
  | Readonly<{
      event: 'ready'
      /** Since the process started. */
      ms: number
      stage: string
      binary: string
      version: string
      dir: string
      /** The command that runs the redis-cli of this server. */
      cli: string
      nodes: readonly UpNode[]
    }>
  | Readonly<{event: 'stopped'}>

type UpNode = Readonly<{name: string; port: number; pid: number; role: string; slots: string}>

function readyEvent(snapshot: Snapshot, server: Server, dir: string): UpEvent {
  const nodes = snapshot.nodes.flatMap((reading): readonly UpNode[] => {
    const {name, port, process} = reading
    const common = {name, port, pid: process.pid ?? 0}
    if (reading.is === 'answered')
      return [{...common, role: roleOf(reading), slots: slotsOf(reading).join(' ')}]
    return reading.is === 'sentinel' ? [{...common, role: 'sentinel', slots: ''}] : []
  })
  const ms = Math.round(performance.now())
  return {
    event: 'ready',
    ms,
    stage: snapshot.stage,
    binary: server.path,
    version: server.version,
    dir,
    cli: cliCommand(server),
    nodes,
  }
}

function printJson(event: UpEvent) {
  printResult(JSON.stringify(event))
}

function textPrinter(language: Language): (event: UpEvent) => void {
  const print = (...[key, values]: Parameters<typeof message>) =>
    printResult(translate(language, message(key, values)))
  return event => {
    if (event.event === 'starting') printResult(translate(language, startingMessage(event), event.kind))
    else if (event.event === 'stopped') print('up.stopped')
    else {
      for (const {port, role, pid, slots} of event.nodes)
        print('up.node', {port, role: role.padEnd(8), pid, slots})
      const {ms, stage, dir, cli, nodes} = event
      print('up.ready', {
        ms,
        stage,
        dir,
        cli,
        port: nodes[0]?.port ?? '',
        flag: stage === 'cluster' ? '-c ' : '',
      })
    }
  }
}

function startingMessage({binary, version}: Extract<UpEvent, {event: 'starting'}>): Message {
  return message('up.starting', {binary, version})
}
