// Starts hubs as processes, kills them, and starts them again where they were.

import {type ChildProcess, fork} from 'node:child_process'
import {randomUUID} from 'node:crypto'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'
import type {HubOptions} from '../../src/hub/hub.ts'
import type {WorkshopCommand} from '../../src/model/workshop/command.ts'
import type {Room} from '../../src/model/workshop/room.ts'

type Ask =
  | Readonly<{what: 'give'; order: string; command: WorkshopCommand}>
  | Readonly<{what: 'kick'; learner: string}>
  | Readonly<{what: 'lock'}>
  | Readonly<{what: 'room' | 'orders'}>
export type HubQuestion = Readonly<{id: number; ask: Ask}>
/** The first answer, with number 0, is the port. */
export type HubAnswer = Readonly<{id: number}> & (Readonly<{value: unknown}> | Readonly<{error: string}>)

/** `port`: 0 for any. */
export type HubProcessOptions = Omit<HubOptions, 'tarball' | 'publicNames'> & Readonly<{port: number}>

const program = fileURLToPath(new URL('room-process.ts', import.meta.url))

/** Only learners can join with this code. */
export const code = 'ABCDEF'
export const settings = {code, helperCode: 'HJKMNP', names: true}

export class HubProcess {
  readonly port: number
  readonly #options: HubProcessOptions
  #child: ChildProcess
  #questions = new Map<number, PromiseWithResolvers<unknown>>()
  #last = 0

  /** Resolves when the hub is bound. @throws Error with its exit code if it does not get that far */
  static async start(options: HubProcessOptions): Promise<HubProcess> {
    const {child, port} = await run(options)
    return new HubProcess(options, child, port)
  }

  private constructor(options: HubProcessOptions, child: ChildProcess, port: number) {
    this.#options = options
    this.port = port
    this.#child = child
    this.#listen()
  }

  /** Sends a command to everybody. Resolves to the id of the order. */
  async give(command: WorkshopCommand, order: string = randomUUID()): Promise<string> {
    return (await this.#ask({what: 'give', order, command})) as string
  }

  async kick(learner: string): Promise<void> {
    await this.#ask({what: 'kick', learner})
  }

  async lock(): Promise<void> {
    await this.#ask({what: 'lock'})
  }

  /** The room as the hub sees it. */
  async room(): Promise<Room> {
    return (await this.#ask({what: 'room'})) as Room
  }

  /** The ids of the orders that the hub keeps. */
  async orders(): Promise<readonly string[]> {
    return (await this.#ask({what: 'orders'})) as readonly string[]
  }

  /** SIGKILL, and a new process on the same port. */
  async killAndStart(): Promise<void> {
    await this[Symbol.asyncDispose]()
    this.#child = (await run({...this.#options, port: this.port})).child
    this.#listen()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.kill('SIGKILL')) await once(this.#child, 'exit')
    for (const {reject} of this.#questions.values()) reject(new Error('The hub was killed'))
    this.#questions.clear()
  }

  #listen(): void {
    this.#child.on('message', (answer: HubAnswer) => {
      const question = this.#questions.get(answer.id)
      this.#questions.delete(answer.id)
      if ('error' in answer) question?.reject(new Error(answer.error))
      else question?.resolve(answer.value)
    })
  }

  #ask(ask: Ask): Promise<unknown> {
    const question = Promise.withResolvers<unknown>()
    const id = ++this.#last
    this.#questions.set(id, question)
    this.#child.send({id, ask} satisfies HubQuestion)
    return question.promise
  }
}

async function run(options: HubProcessOptions): Promise<Readonly<{child: ChildProcess; port: number}>> {
  const child = fork(program, [JSON.stringify({publicNames: [], ...options})])
  const ended = once(child, 'exit').then(([exitCode]) => {
    throw new Error(`The hub did not start: exit code ${exitCode}`)
  })
  const [bound] = await Promise.race([once(child, 'message') as Promise<[HubAnswer]>, ended])
  ended.catch(() => undefined)
  if (!('value' in bound)) throw new Error('The hub did not name its port')
  return {child, port: bound.value as number}
}
