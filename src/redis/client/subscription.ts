// SUBSCRIBE, MONITOR and SYNC: each gets a connection of its own, so that the prompt stays free for commands. redis-cli has one connection only
// and ignores the keyboard meanwhile.

import {isReplicating} from '../../model/commands/listening.ts'
import type {Bytes} from '../../model/protocol/bytes.ts'
import {createReplicationDecoder} from '../../model/protocol/replication-stream.ts'
import type {Reply} from '../../model/protocol/reply.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {openRespSocket, type ReplyLimit} from './resp-socket.ts'
import type {SendResult} from './send-result.ts'

export type Subscription = ReplyLimit &
  Readonly<{
    port: number
    /** Commands that make the connection like the prompt's: AUTH, HELLO, SELECT. Their replies are ignored. */
    setup: readonly (readonly Bytes[])[]
    words: readonly Bytes[]
    onPush: (reply: Reply) => void
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
  const socket = openRespSocket(port, {
    most,
    onReply(reply) {
      if (repliesToSkip > 0) {
        repliesToSkip -= 1
        if (repliesToSkip === 0) start()
      } else if (reply.type === 'error') resolve({reply})
      else onPush(reply)
    },
    onEnd: because => resolve({because}),
  })
  // Sent only after all setup replies: what follows may need another decoder.
  function start() {
    if (isReplicating(words)) socket.decodeWith(createReplicationDecoder())
    socket.send(words)
  }
  const leave = (because: Message) => resolve({because})
  const onAbort = () => leave(message('outcome.left'))
  signal.addEventListener('abort', onAbort, {once: true})
  if (signal.aborted) onAbort()
  for (const command of setup) socket.send(command)
  if (setup.length === 0) start()
  const answer = await promise
  signal.removeEventListener('abort', onAbort)
  socket.close()
  return answer
}
