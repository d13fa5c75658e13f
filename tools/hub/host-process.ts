// The built `host` in a process of its own, told what an instructor would type; killed and started again where it was.

import {readFile} from 'node:fs/promises'
import {Redis} from 'ioredis'
import type {RedisPlace} from '../../src/hub/redis-client.ts'
import {type Command, startCommand} from '../program/command.ts'
import type {Home} from '../program/home.ts'
import {pidOf, processesNaming} from '../servers/processes.ts'

/** Memory in bytes, CPU time in ms since the process began. */
export type HostUsage = Readonly<{peak: number; now: number; cpu: number}>

/** ms; the first start packs the program */
const startsWithin = 30_000

export class HostProcess implements AsyncDisposable {
  readonly room: string
  readonly code: string
  readonly port: number
  readonly #home: Home
  readonly #args: readonly string[]
  #command: Command

  /** Starts `host` with these arguments. Resolves when learners can join. */
  static async start(home: Home, args: readonly string[] = []): Promise<HostProcess> {
    const {command, shown} = await run(home, args)
    const [, room = ''] = /^Room (\w+)/.exec(shown) ?? []
    const [, port = '', code = ''] = / join \S+:(\d+) --code (\S+)$/m.exec(shown) ?? []
    return new HostProcess(home, args, command, {room, port: Number(port), code})
  }

  private constructor(
    home: Home,
    args: readonly string[],
    command: Command,
    {room, port, code}: Readonly<{room: string; port: number; code: string}>,
  ) {
    this.#home = home
    this.#args = args
    this.#command = command
    this.room = room
    this.port = port
    this.code = code
  }

  /** A line of the instructor. */
  type(line: string): void {
    this.#command.write(`${line}\n`)
  }

  /** SIGKILL, and a new process on the same port, for the same room. */
  async killAndStart(): Promise<void> {
    await this.#command[Symbol.asyncDispose]()
    const {command} = await run(this.#home, [...this.#args, '--port', `${this.port}`])
    this.#command = command
  }

  /** Where the room is, if the hub has a Redis of its own. */
  async redis(): Promise<Readonly<{pid: number; place: RedisPlace}>> {
    const [line = ''] = await processesNaming(`unixsocket:${this.#home.temp}/`)
    const [, socket = ''] = /unixsocket:(\S+)/.exec(line) ?? []
    return {pid: pidOf(line), place: {socket}}
  }

  /** As the kernel counts it. */
  async usage(): Promise<HostUsage> {
    const folder = `/proc/${this.#command.pid}`
    const [status, stat] = await Promise.all([
      readFile(`${folder}/status`, 'utf8'),
      readFile(`${folder}/stat`, 'utf8'),
    ])
    const bytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024
    // After the name: state is field 3, user time 14 and system time 15, in hundredths of a second.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return {peak: bytes('VmHWM'), now: bytes('VmRSS'), cpu: (Number(fields[11]) + Number(fields[12])) * 10}
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#command[Symbol.asyncDispose]()
  }
}

async function run(
  home: Home,
  args: readonly string[],
): Promise<Readonly<{command: Command; shown: string}>> {
  const command = await startCommand(home, ['host', ...args])
  const shown = await command.prints('stdout', /help lists what you can type/, startsWithin)
  return {command, shown}
}

/** bytes */
export async function memoryOf(place: RedisPlace): Promise<number> {
  const redis = 'socket' in place ? new Redis({path: place.socket}) : new Redis(place.url)
  const info = await redis.info('memory')
  redis.disconnect()
  return Number(/used_memory_rss:(\d+)/.exec(info)?.[1])
}
