// The learner's connection to one node: sends what was typed, to the byte, and keeps the types of the replies apart.
// One command at a time, as at redis-cli's prompt; its state (MULTI, SELECT, READONLY) lives as long as the connection.

import {connect, type Socket} from 'node:net'
import type {Bytes} from '../model/bytes.ts'
import type {Reply} from '../model/reply.ts'
import {createDecoder, encodeCommand, ProtocolError} from '../model/resp.ts'
import {type Said, said} from '../model/text.ts'

export type Conversation = Readonly<{
  /** Sends a command and waits for its reply, however long that takes. Never throws: what went wrong is an answer too. */
  send: (words: readonly Bytes[], options?: SendOptions) => Promise<Answered>
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

type Waiting = Readonly<{
  words: readonly Bytes[]
  options: SendOptions
  settle: (answer: Answered) => void
  since: number
}>

export function converse(port: number): Conversation {
  let socket: Socket | undefined
  let waiting: Waiting | undefined

  function settle(answer: Answered) {
    const one = waiting
    waiting = undefined
    one?.settle(answer)
  }

  function take(reply: Reply) {
    if (!waiting) return
    const {words, options} = waiting
    if (reply.type === 'push' || (isEndless(words) && reply.type !== 'error')) options.onPush?.(reply)
    else settle({reply})
  }

  function open(): Socket {
    const opened: Socket = connectTo(port, take, because => {
      if (socket !== opened) return
      socket = undefined
      settle({because})
    })
    return opened
  }

  function close(because: Said) {
    const dropped = socket
    socket = undefined
    dropped?.destroy()
    settle({because})
  }

  function drop() {
    const seconds = ((performance.now() - (waiting?.since ?? 0)) / 1000).toFixed(1)
    close(isEndless(waiting?.words ?? []) ? said('outcome.left') : said('outcome.cancelled', {port, seconds}))
  }

  return {
    send(words, options = {}) {
      const {signal} = options
      return new Promise<Answered>(resolve => {
        waiting = {words, options, settle: resolve, since: performance.now()}
        signal?.addEventListener('abort', drop, {once: true})
        socket ??= open()
        socket.write(encodeCommand(words))
      }).finally(() => signal?.removeEventListener('abort', drop))
    },
    close: () => close(said('outcome.closed')),
  }
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
  return endless.includes((words[0] ?? '').toLowerCase())
}
