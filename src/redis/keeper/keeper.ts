// The lab's side of the keeper: starts it, sends it orders, and learns from it when a node ends.

import type {ChildProcess} from 'node:child_process'
import {tmpdir} from 'node:os'
import {createInterface} from 'node:readline'
import {LabError} from '../../model/text/lab-error.ts'
import type {Answer, KeeperMessage, Order} from './keeper-messages.ts'
import {hold, type KeeperProcess, spawnKeeper} from './spawn-keeper.ts'

export type Exit = Extract<KeeperMessage, {is: 'exited'}>

export type Keeper = Readonly<{
  pid: number
  /** The run folder, mode 0700, with one folder per node. */
  folder: string
  /** @throws LabError if the keeper has ended; Error with the keeper's reason if it refuses the order. */
  order: (order: Order) => Promise<Answer>
  /** Calls `listener` for each node process that ends, no matter what ended it. Returns a function that unsubscribes. */
  onExit: (listener: (exit: Exit) => void) => () => void
  /** Resolves when the keeper has ended: with the reason if it was unexpected, else with undefined. */
  gone: Promise<string | undefined>
  /**
   * Calls `listener` when the keeper ends, with the same reason. Returns a function that unsubscribes: `gone` would hold what listens for as long as the keeper
   * lives.
   */
  onGone: (listener: (how: string | undefined) => void) => () => void
  [Symbol.asyncDispose]: () => Promise<void>
}>

/** Starts a keeper, or uses the one that has been started. @throws LabError if the temp folder cannot be written. */
export async function startKeeper(started: KeeperProcess = spawnKeeper()): Promise<Keeper> {
  const {child, ended, reason} = started
  hold(started)
  const listeners = new Set<(exit: Exit) => void>()
  const goneListeners = new Set<(how: string | undefined) => void>()
  const pending: PendingOrders = new Map()
  let disposed = false
  const gone = ended.then(how => {
    for (const {reject} of pending.values()) reject(new LabError('error.keeperGone', {how}))
    const unexpected = disposed ? undefined : how
    for (const listener of goneListeners) listener(unexpected)
    return unexpected
  })
  const ready = new Promise<string>(resolve => {
    const handle = (message: KeeperMessage) => {
      if (message.is === 'ready') resolve(message.folder)
      else if (message.is === 'exited') listeners.forEach(listener => void listener(message))
      else settleOrder(pending, message)
    }
    // One event-loop turn per message: code that waits for the first has run before the second is handled, even if both arrive in one read.
    // So a node's pid is known before its end is reported, and its end before the kill is answered.
    createInterface({input: child.stdout}).on('line', line => setImmediate(handle, JSON.parse(line)))
  })
  const folder = await Promise.race([ready, gone.then(how => failToStart(reason() || how))])
  return {
    pid: child.pid ?? 0,
    folder,
    order: order => sendOrder(child, pending, order),
    onExit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    gone,
    onGone(listener) {
      goneListeners.add(listener)
      return () => goneListeners.delete(listener)
    },
    async [Symbol.asyncDispose]() {
      disposed = true
      child.stdin.end()
      await gone
    },
  }
}

type PendingOrders = Map<number, {resolve: (answer: Answer) => void; reject: (error: Error) => void}>

function failToStart(how: string | undefined): never {
  throw new LabError('error.folder', {folder: tmpdir(), cause: how ?? ''})
}

let lastId = 0

function sendOrder(child: ChildProcess, pending: PendingOrders, order: Order): Promise<Answer> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.reject(
      new LabError('error.keeperGone', {how: child.signalCode ?? `exit code ${child.exitCode}`}),
    )
  }
  lastId += 1
  const id = lastId
  return new Promise((resolve, reject) => {
    pending.set(id, {resolve, reject})
    child.stdin?.write(`${JSON.stringify({id, ...order})}\n`)
  })
}

function settleOrder(pending: PendingOrders, message: Extract<KeeperMessage, {is: 'answer' | 'refused'}>) {
  const order = pending.get(message.id)
  pending.delete(message.id)
  if (message.is === 'answer') order?.resolve(message.answer)
  else order?.reject(Object.assign(new Error(message.why), {code: message.code}))
}
