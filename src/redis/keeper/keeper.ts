// The lab's side of the keeper: hires it, gives it orders, and hears from it when a node ends.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {tmpdir} from 'node:os'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {LabError} from '../../model/text/lab-error.ts'
import type {Answer, KeeperMessage, Order} from './keeper-messages.ts'

export type Exit = Extract<KeeperMessage, {word: 'exited'}>

export type Keeper = Readonly<{
  pid: number
  /** The run folder: one folder a node inside, mode 0700. */
  folder: string
  /** @throws LabError if the keeper has ended; Error with the keeper's reason if it refuses. */
  order: (order: Order) => Promise<Answer>
  /** Called for each node whose process ended, whoever ended it. Returns how to stop listening. */
  onExit: (listener: (exit: Exit) => void) => () => void
  /** Settles when the keeper has ended: with how, if nobody asked it to. */
  gone: Promise<string | undefined>
  [Symbol.asyncDispose]: () => Promise<void>
}>

/** Beside this file: TypeScript when run from source (Node strips the types), JavaScript in the bundle. */
const program = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? 'keeper-process.ts' : 'keeper.js', import.meta.url),
)

/** Starts a keeper. @throws LabError if the temp folder cannot be written. */
export async function startKeeper(): Promise<Keeper> {
  // Its own session: a signal to the lab's process group, Ctrl-C above all, must not reach it.
  const child = spawn(process.execPath, [program], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: '/',
  })
  const listeners = new Set<(exit: Exit) => void>()
  const asked = new Map<number, {resolve: (answer: Answer) => void; reject: (error: Error) => void}>()
  let complaint = ''
  let dismissed = false
  child.stderr.on('data', data => {
    complaint = `${complaint}${data}`.slice(-2000)
  })
  // A keeper that has just died takes no more orders; `gone` says so.
  child.stdin.on('error', () => undefined)
  const gone = once(child, 'close').then(([code, signal]) => {
    const how = `${signal ?? `exit code ${code}`}${complaint ? `: ${complaint.trim()}` : ''}`
    for (const {reject} of asked.values()) reject(new LabError('error.keeperGone', {how}))
    return dismissed ? undefined : how
  })
  const ready = new Promise<string>(resolve => {
    const hear = (word: KeeperMessage) => {
      if (word.word === 'ready') resolve(word.folder)
      else if (word.word === 'exited') listeners.forEach(listener => void listener(word))
      else settle(asked, word)
    }
    // A turn of its own for each word: who waited for one has acted on it before the next is heard, even if both came in one read. So a
    // node's pid is known before its end is, and its end before the kill is answered.
    createInterface({input: child.stdout}).on('line', line => setImmediate(hear, JSON.parse(line)))
  })
  const folder = await Promise.race([ready, gone.then(how => notHired(complaint || how))])
  return {
    pid: child.pid ?? 0,
    folder,
    order: order => give(child, asked, order),
    onExit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    gone,
    async [Symbol.asyncDispose]() {
      dismissed = true
      child.stdin.end()
      await gone
    },
  }
}

type Asking = Map<number, {resolve: (answer: Answer) => void; reject: (error: Error) => void}>

function notHired(how: string | undefined): never {
  throw new LabError('error.folder', {folder: tmpdir(), cause: how ?? ''})
}

let lastId = 0

function give(child: ChildProcess, asked: Asking, order: Order): Promise<Answer> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.reject(
      new LabError('error.keeperGone', {how: child.signalCode ?? `exit code ${child.exitCode}`}),
    )
  }
  lastId += 1
  const id = lastId
  return new Promise((resolve, reject) => {
    asked.set(id, {resolve, reject})
    child.stdin?.write(`${JSON.stringify({id, ...order})}\n`)
  })
}

function settle(asked: Asking, word: Extract<KeeperMessage, {word: 'answer' | 'refused'}>) {
  const waiting = asked.get(word.id)
  asked.delete(word.id)
  if (word.word === 'answer') waiting?.resolve(word.answer)
  else waiting?.reject(Object.assign(new Error(word.why), {code: word.code}))
}
