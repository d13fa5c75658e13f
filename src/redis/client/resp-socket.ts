// A socket to a node: sends commands as bytes and decodes replies. connection.ts and subscription.ts assign the replies.

import {connect} from 'node:net'
import type {Bytes} from '../../model/protocol/bytes.ts'
import type {Reply} from '../../model/protocol/reply.ts'
import {createDecoder, type Decoder, encodeCommand, ProtocolError} from '../../model/protocol/resp.ts'
import {type Message, message} from '../../model/text/messages.ts'

export type RespSocket = Readonly<{
  send: (words: readonly Bytes[]) => void
  /** Decodes everything from now on with another decoder. */
  decodeWith: (decoder: Decoder) => void
  /** Our address as the node sees it, `127.0.0.1:49012`; undefined without a connection. */
  address: () => string | undefined
  /** Closes at once; no callback is called any more. */
  close: () => void
}>

export type SocketEvents = Readonly<{
  onReply: (reply: Reply) => void
  /** The last callback, called once, if the connection ended by itself. */
  onEnd: (because: Message) => void
}>

/** `most`: about how many bytes of a reply are kept; the whole by default. */
export type ReplyLimit = Readonly<{most?: number | undefined}>

export function openRespSocket(port: number, {onReply, onEnd, most}: SocketEvents & ReplyLimit): RespSocket {
  let decoder = createDecoder(most)
  const socket = connect({port, host: '127.0.0.1', noDelay: true})
  let ended = false
  const cut = () => {
    ended = true
    socket.destroy()
  }
  const end = (because: Message) => {
    if (ended) return
    cut()
    onEnd(because)
  }
  socket.on('data', chunk => {
    // Node would go on reading while there is more; keys that were pressed have their turn between two chunks.
    socket.pause()
    setImmediate(() => socket.resume())
    try {
      for (const reply of decoder.feed(chunk)) {
        if (ended) return
        onReply(reply)
      }
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      end(message('outcome.protocol', {port, what: error.message}))
    }
  })
  socket.once('error', (error: NodeJS.ErrnoException) => {
    end(error.code === 'ECONNREFUSED' ? message('outcome.refused', {port}) : message('outcome.closed'))
  })
  socket.once('close', () => end(message('outcome.closed')))
  const readAs = (other: Decoder) => {
    decoder = other
  }
  return {
    send: words => void socket.write(encodeCommand(words)),
    decodeWith: readAs,
    address: () => (socket.localPort === undefined ? undefined : `127.0.0.1:${socket.localPort}`),
    close: cut,
  }
}
