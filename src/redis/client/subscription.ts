// SUBSCRIBE, MONITOR and SYNC: a connection of its own for each, so that the prompt's one stays free for commands. redis-cli has but one, and is deaf
// to the keyboard meanwhile.

import {isReplicating} from '../../model/commands/listening.ts'
import type {Bytes} from '../../model/protocol/bytes.ts'
import {createReplicationDecoder} from '../../model/protocol/replication-stream.ts'
import type {Reply} from '../../model/protocol/reply.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {openRespSocket} from './resp-socket.ts'
import type {SendResult} from './send-result.ts'

export type Subscription = Readonly<{
  port: number
  /** What makes a new connection like the prompt's: AUTH, HELLO, SELECT. Their replies are nobody's. */
  setup: readonly (readonly Bytes[])[]
  words: readonly Bytes[]
  onPush: (reply: Reply) => void
  signal: AbortSignal
}>

/** Settles when it was refused, left (`signal`), or the node is gone. */
export async function subscribe({
  port,
  setup: greeting,
  words,
  onPush,
  signal,
}: Subscription): Promise<SendResult> {
  const {promise, resolve} = Promise.withResolvers<SendResult>()
  let unheard = greeting.length
  const wire = openRespSocket(port, {
    onReply(reply) {
      if (unheard > 0) {
        unheard -= 1
        if (unheard === 0) begin()
      } else if (reply.type === 'error') resolve({reply})
      else onPush(reply)
    },
    onEnd: because => resolve({because}),
  })
  // Not before the greeting is answered: what comes after it may be of another kind.
  function begin() {
    if (isReplicating(words)) wire.decodeWith(createReplicationDecoder())
    wire.send(words)
  }
  const leave = (because: Message) => resolve({because})
  const onAbort = () => leave(message('outcome.left'))
  signal.addEventListener('abort', onAbort, {once: true})
  if (signal.aborted) onAbort()
  for (const command of greeting) wire.send(command)
  if (greeting.length === 0) begin()
  const answer = await promise
  signal.removeEventListener('abort', onAbort)
  wire.close()
  return answer
}
