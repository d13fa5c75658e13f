// The state of the learner's connection to a node, and its prompt. The connection itself is in src/redis/client/connection.ts.
// Source: cliRefreshPrompt and cliSendCommand in redis-cli.c, 7.0.

import {type NodeName, portOf, type Roster} from '../cluster/node.ts'
import type {Bytes} from '../protocol/bytes.ts'
import type {Reply} from '../protocol/reply.ts'
import {without} from '../text/objects.ts'

export type Connection = Readonly<{
  /** The selected database; includes a SELECT that is only queued. */
  db: number
  /** The database where the open MULTI began; absent while none is open. */
  multi?: Readonly<{db: number}>
  /** The protocol version that HELLO set. */
  resp: 2 | 3
  /** The node ended or closed the connection; the next command connects again. */
  lost?: true
}>

export const newConnection: Connection = {db: 0, resp: 2}

/** Commands that end a MULTI. */
const ending = ['exec', 'discard', 'reset']

/** The state after `reply` to the command `words`. */
export function afterReply(before: Connection, words: readonly Bytes[], reply: Reply): Connection {
  const open = without(before, 'lost')
  const queued = reply.type === 'status' && reply.text === 'QUEUED'
  const failed = reply.type === 'error'
  const name = nameOf(words)
  if (name === 'select' && !failed && words.length === 2) return {...open, db: Number(words[1])}
  if (queued) return {...open, multi: open.multi ?? {db: open.db}}
  // An error means that a MULTI was already open.
  if (name === 'multi') return failed ? open : {...open, multi: {db: open.db}}
  if (name === 'reset') return failed ? open : newConnection
  if (name === 'hello' && !failed) return {...open, resp: reply.type === 'map' ? 3 : 2}
  return open.multi && ending.includes(name) ? ended(open, open.multi, name, reply) : open
}

/** Restores the database if the transaction did not run: its SELECT did not run either. */
function ended(open: Connection, multi: Readonly<{db: number}>, name: string, reply: Reply): Connection {
  const closed = without(open, 'multi')
  const carriedOut = name === 'exec' && reply.type !== 'error' && reply.type !== 'nil'
  if (name === 'discard' && reply.type === 'error') return open
  return carriedOut ? closed : {...closed, db: multi.db}
}

/** Drops what is lost with the socket: an open transaction and a SELECT that was only queued. */
export function afterLoss({multi, db, resp}: Connection): Connection {
  return {db: multi?.db ?? db, resp}
}

/** The prompt as redis-cli writes it: `127.0.0.1:6379[2](TX)> `, or `not connected> `. */
export function promptOf(node: NodeName, roster: Roster, connection: Connection = newConnection): string {
  const {db, multi, lost} = connection
  if (lost) return 'not connected> '
  return `127.0.0.1:${portOf(node, roster)}${db === 0 ? '' : `[${db}]`}${multi ? '(TX)' : ''}> `
}

/** A command's name in lower case. */
export function nameOf(words: readonly Bytes[]): string {
  return (words[0] ?? '').toLowerCase()
}
