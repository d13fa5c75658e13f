// The learner's connection to one node: sends commands byte for byte and keeps the RESP types of the replies.
// Repeats SELECT, AUTH and HELLO on a new connection; an open MULTI is lost with the old one.

import {
  afterLoss,
  afterReply,
  type Connection,
  nameOf,
  newConnection,
} from '../../model/commands/connection.ts'
import {isListening} from '../../model/commands/listening.ts'
import type {Bytes} from '../../model/protocol/bytes.ts'
import type {Reply} from '../../model/protocol/reply.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {equalJson} from '../../model/text/objects.ts'
import {openRespSocket, type ReplyLimit, type RespSocket} from './resp-socket.ts'
import type {SendResult} from './send-result.ts'
import {subscribe} from './subscription.ts'

export type SendOptions = Readonly<{
  /** Aborting drops the connection, and with it anything the node still does for the command. */
  signal?: AbortSignal | undefined
  /** Called for replies nobody requested: messages of a subscription, lines of MONITOR, RESP3 pushes. */
  onPush?: ((reply: Reply) => void) | undefined
}>
/** Called on every change; `dropped`: the old connection is gone, and with it an open transaction. */
export type OnConnection = (now: Connection, dropped: boolean) => void

type PendingCommand = Readonly<{
  words: readonly Bytes[]
  onPush?: SendOptions['onPush']
  settle: (answer: SendResult) => void
}>

/** Pushes that arrive between commands are shown before the next reply, as redis-cli does; only the newest are kept. */
const maxPushes = 100

export class NodeConnection {
  readonly #port: number
  readonly #onConnection: OnConnection
  readonly #limit: ReplyLimit
  #socket: RespSocket | undefined
  #pending: readonly PendingCommand[] = []
  #pushes: readonly Reply[] = []
  #connection = newConnection
  #auth: readonly Bytes[] | undefined
  readonly #closed = new AbortController()

  /** Connects on the first command. */
  constructor(port: number, onConnection: OnConnection = () => undefined, limit: ReplyLimit = {}) {
    this.#port = port
    this.#limit = limit
    this.#onConnection = onConnection
  }

  /** The protocol that HELLO has set. */
  get resp(): Connection['resp'] {
    return this.#connection.resp
  }

  /** A MULTI is open, so the node queues what is sent now. */
  get inTransaction(): boolean {
    return this.#connection.multi !== undefined
  }

  /**
   * Sends a command and waits for its reply, without a time limit. Replies come in the order of the commands.
   * Never throws: a failure is a result too.
   */
  send(words: readonly Bytes[], options: SendOptions = {}): Promise<SendResult> {
    if (!isListening(words) || this.inTransaction) return this.#request(words, options)
    const {onPush = () => undefined, signal} = options
    const ended = AbortSignal.any([this.#closed.signal, ...(signal ? [signal] : [])])
    return subscribe({
      ...this.#limit,
      port: this.#port,
      setup: this.#setupCommands(),
      words,
      onPush,
      signal: ended,
    })
  }

  /** Closes the connection for good; `onConnection` is not called any more. */
  close() {
    this.#closed.abort()
    this.#drop(message('outcome.closed'))
  }

  async #request(words: readonly Bytes[], {signal, onPush}: SendOptions): Promise<SendResult> {
    const {promise, resolve} = Promise.withResolvers<SendResult>()
    const since = performance.now()
    const because = () => message('outcome.cancelled', {port: this.#port, seconds: secondsSince(since)})
    if (signal?.aborted) return {because: because()}
    const cancel = () => this.#drop(because())
    signal?.addEventListener('abort', cancel, {once: true})
    this.#socket ??= this.#open()
    for (const reply of this.#pushes) onPush?.(reply)
    this.#pushes = []
    this.#write({words, onPush, settle: resolve})
    const answer = await promise
    signal?.removeEventListener('abort', cancel)
    return answer
  }

  #open(): RespSocket {
    const onReply = (reply: Reply) => this.#onReply(reply)
    this.#socket = openRespSocket(this.#port, {
      ...this.#limit,
      onReply,
      onEnd: because => this.#end(because, true),
    })
    // If a setup command fails, the new connection starts with the defaults.
    const settle = (answer: SendResult) => {
      if ('reply' in answer && answer.reply.type === 'error') this.#setConnection(newConnection)
    }
    for (const words of this.#setupCommands()) this.#write({words, settle})
    return this.#socket
  }

  #write(command: PendingCommand) {
    this.#pending = [...this.#pending, command]
    this.#socket?.send(command.words)
  }

  /** Makes a new connection like the old one. redis-cli 7.0 repeats only SELECT, and AUTH if it was an argument. */
  #setupCommands(): readonly (readonly Bytes[])[] {
    const {resp, db} = this.#connection
    return [
      ...(this.#auth ? [this.#auth] : []),
      ...(resp === 3 ? [['HELLO', '3']] : []),
      ...(db === 0 ? [] : [['SELECT', `${db}`]]),
    ]
  }

  #onReply(reply: Reply) {
    const [first, ...rest] = this.#pending
    if (reply.type === 'push' && !(first && isUnsubscribeReply(reply.items, first.words))) {
      if (first?.onPush) first.onPush(reply)
      else this.#pushes = [...this.#pushes, reply].slice(-maxPushes)
    } else if (first) {
      this.#pending = rest
      this.#auth = credentialsAfter(this.#auth, first.words, reply)
      this.#setConnection(afterReply(this.#connection, first.words, reply))
      first.settle({reply})
    }
  }

  #drop(because: Message) {
    this.#socket?.close()
    this.#end(because, false)
  }

  /** The connection has ended: all pending commands get the same result. */
  #end(because: Message, lost: boolean) {
    const unanswered = this.#pending
    this.#pending = []
    this.#socket = undefined
    this.#setConnection({...afterLoss(this.#connection), ...(lost && {lost})}, true)
    for (const command of unanswered) command.settle({because})
  }

  #setConnection(now: Connection, dropped = false) {
    const before = this.#connection
    this.#connection = now
    if (!this.#closed.signal.aborted && (dropped || !equalJson(before, now))) this.#onConnection(now, dropped)
  }
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1)
}

/** In RESP3, the only reply to UNSUBSCRIBE is a push. */
function isUnsubscribeReply([kind]: readonly Reply[], words: readonly Bytes[]): boolean {
  return kind?.type === 'bulk' && kind.bytes.endsWith('unsubscribe') && kind.bytes === nameOf(words)
}

/** The last accepted AUTH, also from HELLO. Kept only here: no state and no recording contains a password. */
function credentialsAfter(
  before: readonly Bytes[] | undefined,
  words: readonly Bytes[],
  reply: Reply,
): readonly Bytes[] | undefined {
  if (reply.type === 'error' || (reply.type === 'status' && reply.text === 'QUEUED')) return before
  const name = nameOf(words)
  if (name === 'auth') return words
  if (name === 'reset') return undefined
  const at = name === 'hello' ? words.findIndex(word => word.toLowerCase() === 'auth') : -1
  return at < 0 ? before : ['AUTH', ...words.slice(at + 1, at + 3)]
}
