// `up`: a stage without a lesson; stays until Ctrl-C, SIGTERM or the end of its standard input.

import {fstatSync} from 'node:fs'
import {roleOf, type Snapshot, slotsOf} from '../../model/cluster/snapshot.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {message, translate} from '../../model/text/messages.ts'
import {cliCommand} from '../../redis/install/candidate.ts'
import type {Server} from '../../redis/install/find-server.ts'
import {claimPortsAndStart} from '../../redis/nodes/boot.ts'
import type {Start} from '../command.ts'
import {defaultNodeTimeout} from '../defaults.ts'
import type {Environment} from '../environment.ts'
import {languageOf} from '../language.ts'
import type {Options} from '../options.ts'
import {printResult} from '../output.ts'
import {prepareServer} from '../prepare.ts'

export async function up(options: Options, environment: Environment, start: Start): Promise<number> {
  const {stage} = options
  const say = options.json ? printJson : printText(options, environment)
  // Before anything stands: who ends us while we start must find nothing left behind either.
  const ended = endOfWork()
  const {server, keeper} = await prepareServer(options, environment, start.leaveSplash)
  await using _ = keeper
  say({
    event: 'starting',
    stage,
    binary: server.path,
    kind: server.kind,
    version: server.version,
    dir: keeper.folder,
  })
  const raising = claimPortsAndStart(
    {keeper, program: server, stage, nodeTimeout: options.nodeTimeout ?? defaultNodeTimeout},
    options.port,
  )
  const nodes = await Promise.race([raising, ended])
  if (nodes) {
    const snapshot = await nodes.readAll()
    say(readyEvent(snapshot, server, keeper.folder))
    const how = await Promise.race([ended, keeper.gone])
    nodes.close()
    if (how !== undefined) throw new LabError('error.keeperGone', {how})
  }
  await keeper[Symbol.asyncDispose]()
  say({event: 'stopped'})
  return 0
}

/** Settles, without a value, when it is time to go. */
function endOfWork(): Promise<undefined> {
  return new Promise(resolve => {
    const end = () => resolve(undefined)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
    // A pipe that ends is whoever started us going away. A terminal is not read (that would stop a job in the background), nor is /dev/null.
    const input = fstatSync(0)
    if (!input.isFIFO() && !input.isSocket()) return
    process.stdin.once('end', end).once('error', end).resume()
    // Waiting for its end must not keep a program alive that has ended otherwise.
    process.stdin.unref()
  })
}

type UpEvent =
  | Readonly<{event: 'starting'; stage: string; binary: string; kind: string; version: string; dir: string}>
  | Readonly<{
      event: 'ready'
      /** Since the process began. */
      ms: number
      stage: string
      binary: string
      version: string
      dir: string
      /** How to run the redis-cli that belongs to it. */
      cli: string
      nodes: readonly UpNode[]
    }>
  | Readonly<{event: 'stopped'}>

type UpNode = Readonly<{name: string; port: number; pid: number; role: string; slots: string}>

function readyEvent(snapshot: Snapshot, server: Server, dir: string): UpEvent {
  const nodes = snapshot.nodes.flatMap(reading =>
    reading.is === 'answered'
      ? [
          {
            name: reading.name,
            port: reading.port,
            pid: reading.process.pid ?? 0,
            role: roleOf(reading),
            slots: slotsOf(reading).join(' '),
          },
        ]
      : [],
  )
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

function printText(options: Options, environment: Environment): (event: UpEvent) => void {
  const language = languageOf(options, environment)
  const put = (...[key, values]: Parameters<typeof message>) =>
    printResult(translate(language, message(key, values)))
  return event => {
    if (event.event === 'starting') put('up.starting', {binary: event.binary, version: event.version})
    else if (event.event === 'stopped') put('up.stopped')
    else {
      for (const {port, role, pid, slots} of event.nodes)
        put('up.node', {port, role: role.padEnd(7), pid, slots})
      const {ms, stage, dir, cli, nodes} = event
      put('up.ready', {
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
