// The decoder of a master's replication stream, which follows SYNC or PSYNC: the whole dataset, then each command. Output as in redis-cli's
// replica output mode. Source: slaveMode in redis-cli.c, 7.0.

import {type Bytes, fromBuffer} from './bytes.ts'
import {repr} from './format-reply.ts'
import type {Reply} from './reply.ts'
import {createDecoder, type Decoder} from './resp.ts'

/** The stream's head: newlines while the master prepares, then the dataset's length, CONTINUE without a dataset, or an error. */
const beginning =
  /^(?:\n|\+FULLRESYNC [^\n]*\r\n)*(?:\$(?<length>\d+)|\+(?<goesOn>CONTINUE[^\n]*)|-(?<error>[^\n]*))\r\n/

/** A decoder whose replies are redis-cli's lines as statuses; an error stays an error. */
export function createReplicationDecoder(): Decoder {
  const commands = createDecoder()
  let head: Bytes = ''
  /** Bytes of the dataset not yet received; undefined before the head is complete. */
  let left: number | undefined

  function streamed(chunk: Uint8Array): readonly Reply[] {
    const skipped = Math.min(left ?? 0, chunk.length)
    const isOver = skipped > 0 && skipped === left
    left = (left ?? 0) - skipped
    const lines = commands.feed(chunk.subarray(skipped)).map(commandLine)
    return isOver ? [status('SYNC done. Logging commands from master.'), ...lines] : lines
  }

  return {
    feed(chunk) {
      if (left !== undefined) return streamed(chunk)
      const before = head.length
      head += fromBuffer(chunk)
      const found = beginning.exec(head)
      if (!found) return []
      const {length, goesOn, error} = found.groups ?? {}
      const rest = chunk.subarray(found[0].length - before)
      left = Number(length ?? 0)
      if (error !== undefined) return [{type: 'error', text: error}]
      const announced = goesOn ?? `SYNC with master, discarding ${length} bytes of bulk transfer...`
      const [resync] = /(?<=^\n*\+)FULLRESYNC [^\r]*/.exec(head) ?? []
      return [...(resync === undefined ? [] : [resync]), announced].map(status).concat(streamed(rest))
    },
  }
}

function status(text: Bytes): Reply {
  return {type: 'status', text}
}

/** Formats a command as redis-cli does: `"SET","a","1"`. */
function commandLine(command: Reply): Reply {
  if (command.type !== 'array') return command
  return status(command.items.map(word => (word.type === 'bulk' ? repr(word.bytes) : '')).join(','))
}
