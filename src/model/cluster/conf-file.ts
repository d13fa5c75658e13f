// One directive of a redis.conf: how it is set in the file's text, and which ones the lab keeps to itself.

import {splitWords} from '../protocol/quoting.ts'
import {type Message, message} from '../text/messages.ts'

/** The lab's own user on every node: a password that a learner sets does not shut the lab out. */
export const labUser = 'lab'

/** A directive as the file has it, `requirepass s3cret`; with `remove`, the name alone: `requirepass`, `user default`. */
export type ConfEdit = Readonly<{directive: string; remove?: true}>

/** Names that Tab offers: what articles on Redis change most. */
export const usualDirectives = [
  'appendfsync',
  'appendonly',
  'bind',
  'masterauth',
  'masteruser',
  'maxmemory',
  'maxmemory-policy',
  'min-replicas-max-lag',
  'min-replicas-to-write',
  'protected-mode',
  'repl-backlog-size',
  'repl-diskless-sync',
  'replica-read-only',
  'replica-serve-stale-data',
  'replicaof',
  'requirepass',
  'save',
  'timeout',
  'user',
] as const

/** Without these as they are, the lab could not start, read, stop or remove the node. */
const kept = new Set([
  'aclfile',
  'cluster-announce-bus-port',
  'cluster-announce-ip',
  'cluster-announce-port',
  'cluster-config-file',
  'cluster-enabled',
  'cluster-port',
  'daemonize',
  'dir',
  'include',
  'loadmodule',
  'logfile',
  'pidfile',
  'port',
  'proc-title-template',
  'rename-command',
  'replica-announce-ip',
  'replica-announce-port',
  'set-proc-title',
  'supervised',
  'tls-port',
  'unixsocket',
  'unixsocketperm',
])

const loopback = /^-?(?:127(?:\.\d{1,3}){3}|::1)$/

/** Why the file of a node of this lab cannot be changed so; undefined if it can. */
export function whyNotInConf({directive, remove}: ConfEdit): Message | undefined {
  const [typed = '', ...values] = splitWords(directive) ?? []
  const name = todaysName(typed)
  if (kept.has(name) || keyOf(directive) === `user ${labUser}`) return message('files.kept', {name: typed})
  if (name !== 'bind') return undefined
  const isHere = values.includes('127.0.0.1') && values.every(address => loopback.test(address))
  return isHere && !remove ? undefined : message('files.bind')
}

/** The file's lines after the edit: the directive is in one place, where it was or at the end. */
export function editConf(lines: readonly string[], {directive, remove}: ConfEdit): readonly string[] {
  const key = keyOf(directive)
  const at = lines.findIndex(line => keyOf(line) === key)
  const others = lines.filter((line, i) => i === at || keyOf(line) !== key)
  if (remove) return others.filter((_, i) => i !== at)
  return at === -1 ? [...others, directive] : others.with(at, directive)
}

/** A line that makes `requirepass` useless: the file's rules for the default user come after it, wherever they stand. */
export function overrulesPassword(lines: readonly string[]): string | undefined {
  const keys = lines.map(keyOf)
  return keys.includes('requirepass') ? lines[keys.indexOf('user default')] : undefined
}

/** What a line sets, the same for old and new names; one key for each user. Empty for comments. */
function keyOf(line: string): string {
  const [name = '', value = ''] = line.trim().split(/\s+/)
  if (name.startsWith('#')) return ''
  const today = todaysName(name)
  return today === 'user' ? `user ${value}` : today
}

/** `replicaof` for `slaveof`, and for Valkey's `primaryauth` the name that Redis has too. */
function todaysName(name: string): string {
  return name
    .toLowerCase()
    .replace('slave', 'replica')
    .replace(/^primary/, 'master')
}
