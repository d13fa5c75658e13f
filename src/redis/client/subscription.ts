// SUBSCRIBE, MONITOR and SYNC: each gets a connection of its own, so that the prompt stays free for commands. redis-cli has one connection only
// and ignores the keyboard meanwhile.

import {clientOf, isReplicating} from '../../model/commands/listening.ts'
import type {Bytes} from '../../model/protocol/bytes.ts'
import {createReplicationDecoder} from '../../model/protocol/replication-stream.ts'
import type {Reply} from '../../model/protocol/reply.ts'
import {message} from '../../model/text/messages.ts'
import {openRespSocket, type ReplyLimit} from './resp-socket.ts'
import type {SendResult} from './send-result.ts'

/** The reason of an abort that loses nothing: what the node has sent by then still arrives, and only then the connection ends. */
export const afterTheRest = Symbol('after the rest')

/** ms of silence after which no more is expected of the rest: a paused node sends nothing. */
const patience = 3000

export type Subscription = ReplyLimit &
  Readonly<{
    port: number
    /** Commands that make the connection like the prompt's: AUTH, HELLO, SELECT. Their replies are ignored. */
    setup: readonly (readonly Bytes[])[]
    words: readonly Bytes[]
    onPush: (reply: Reply) => void
    /** Aborted with `afterTheRest` as its reason, it ends the connection as that says; else at once. */
    signal: AbortSignal
  }>

/** Resolves when the node refuses the command, `signal` aborts, or the connection ends. */
export async function subscribe({
  port,
  setup,
  words,
  onPush,
  signal,
  most,
}: Subscription): Promise<SendResult> {
  const {promise, resolve} = Promise.withResolvers<SendResult>()
  let repliesToSkip = setup.length
  let isLeaving = false
  let silence: NodeJS.Timeout | undefined
  const socket = openRespSocket(port, {
    most,
    onReply(reply) {
      if (repliesToSkip > 0) {
        repliesToSkip -= 1
        if (repliesToSkip === 0) start()
      } else if (reply.type === 'error') resolve({reply})
      else if (!isLeaving) onPush(reply)
      else if (isOk(reply)) leave()
      else {
        silence?.refresh()
        // MONITOR shows our own QUIT.
        if (clientOf(reply) !== socket.address()) onPush(reply)
      }
    },
    onEnd: because => resolve({because}),
  })
  // Sent only after all setup replies: what follows may need another decoder.
  function start() {
    if (isReplicating(words)) socket.decodeWith(createReplicationDecoder())
    socket.send(words)
  }
  function leave() {
    resolve({because: message('outcome.left')})
  }
  const onAbort = () => {
    if (signal.reason !== afterTheRest || isReplicating(words) || repliesToSkip > 0) return leave()
    // The reply to QUIT comes after everything else.
    isLeaving = true
    socket.send(['QUIT'])
    silence = setTimeout(leave, patience)
  }
  signal.addEventListener('abort', onAbort, {once: true})
  if (signal.aborted) onAbort()
  for (const command of setup) socket.send(command)
  if (setup.length === 0) start()
  const answer = await promise
  clearTimeout(silence)
  signal.removeEventListener('abort', onAbort)
  socket.close()
  return answer
}

function isOk(reply: Reply): boolean {
  return reply.type === 'status' && reply.text === 'OK'
}
