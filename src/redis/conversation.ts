// The learner's connection to one node: sends what was typed, to the byte, and keeps the types of the replies apart.
// Its state (MULTI, SELECT, READONLY) lives as long as the connection.

import {connect, type Socket} from 'node:net'
import type {Bytes} from '../model/bytes.ts'
import type {Reply} from '../model/reply.ts'
import {createDecoder, encodeCommand, ProtocolError} from '../model/resp.ts'
import {type Said, said} from '../model/text.ts'

export type Conversation = Readonly<{
  /**
   * Sends a command and waits for its reply, however long that takes; commands sent before it are answered before it.
   * Never throws: what went wrong is an answer too.
   */
  send: (words: readonly Bytes[], options?: SendOptions) => Promise<Answered>
  /** A MULTI is open: what is sent now is queued. */
  inTransaction: () => boolean
  close: () => void
}>

export type SendOptions = Readonly<{
  /** Aborted: the connection is dropped, and with it whatever the node still does with the command. */
  signal?: AbortSignal | undefined
  /** What comes unasked: messages of a subscription, MONITOR's lines, RESP3 pushes. */
  onPush?: ((reply: Reply) => void) | undefined
}>

export type Answered = Readonly<{reply: Reply}> | Readonly<{because: Said}>

/** After these the node talks until it is left. */
const endless = ['subscribe', 'psubscribe', 'ssubscribe', 'monitor']

/** After these a connection has no open MULTI. */
const ending = ['exec', 'discard', 'reset']

type Waiting = Readonly<{
  words: readonly Bytes[]
  options: SendOptions
  settle: (answer: Answered) => void
  since: number
}>

export function converse(port: number): Conversation {
  let socket: Socket | undefined
  let waiting: readonly Waiting[] = []
  let inTransaction = false

  function take(reply: Reply) {
    const [first, ...rest] = waiting
    if (!first) return
    if (reply.type === 'push' || (isEndless(first.words) && reply.type !== 'error'))
      return first.options.onPush?.(reply)
    waiting = rest
    inTransaction = opensTransaction(first.words, reply, inTransaction)
    first.settle({reply})
  }

  /** The connection is over: everybody who still waits hears the same. */
  function end(because: Said) {
    const all = waiting
    waiting = []
    socket = undefined
    inTransaction = false
    for (const one of all) one.settle({because})
  }

  function open(): Socket {
    const opened: Socket = connectTo(port, take, because => {
      if (socket === opened) end(because)
    })
    return opened
  }

  function close(because: Said) {
    socket?.destroy()
    end(because)
  }

  return {
    async send(words, options = {}) {
      const {promise, resolve} = Promise.withResolvers<Answered>()
      const one: Waiting = {words, options, settle: resolve, since: performance.now()}
      const cancel = () => close(givenUp(one, port))
      options.signal?.addEventListener('abort', cancel, {once: true})
      waiting = [...waiting, one]
      socket ??= open()
      socket.write(encodeCommand(words))
      const answer = await promise
      options.signal?.removeEventListener('abort', cancel)
      return answer
    },
    inTransaction: () => inTransaction,
    close: () => close(said('outcome.closed')),
  }
}

function givenUp({words, since}: Waiting, port: number): Said {
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  return isEndless(words) ? said('outcome.left') : said('outcome.cancelled', {port, seconds})
}

/** A socket whose replies go to `take`; `ended` is told once why it is over. */
function connectTo(port: number, take: (reply: Reply) => void, ended: (because: Said) => void): Socket {
  const decoder = createDecoder()
  const socket = connect({port, host: '127.0.0.1', noDelay: true})
  const end = (because: Said) => {
    socket.destroy()
    ended(because)
  }
  socket.on('data', chunk => {
    try {
      for (const reply of decoder.feed(chunk)) take(reply)
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      end(said('outcome.protocol', {port, what: error.message}))
    }
  })
  socket.once('error', (error: NodeJS.ErrnoException) => {
    end(error.code === 'ECONNREFUSED' ? said('outcome.refused', {port}) : said('outcome.closed'))
  })
  socket.once('close', () => end(said('outcome.closed')))
  return socket
}

function isEndless(words: readonly Bytes[]): boolean {
  return endless.includes(nameOf(words))
}

/** Whether a MULTI is open after this reply, if `before` says whether one was. */
function opensTransaction(words: readonly Bytes[], reply: Reply, before: boolean): boolean {
  if (reply.type === 'status' && reply.text === 'QUEUED') return true
  if (nameOf(words) === 'multi') return before || reply.type === 'status'
  return before && !ending.includes(nameOf(words))
}

function nameOf(words: readonly Bytes[]): string {
  return (words[0] ?? '').toLowerCase()
}
