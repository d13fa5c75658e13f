// Errors that the servers word differently, and the words of the server that runs.

import {facts, type Since} from '../../../src/model/cluster/versions.ts'
import {isHere} from '../../../tools/servers/is-here.ts'

/** How an explanation's error begins, and the first versions that write it; nothing, where they no longer do. */
type Wording = Readonly<{begins?: string}> & Since

const everywhere: Since = {redis: '7.0', valkey: '7.2'}

/** The newest wording first. */
const wordings = {
  scriptStopped: [
    {begins: '… script: on @user_script', valkey: '9.0'},
    {begins: '… script: …, on @user_script', ...everywhere},
  ],
  multiInMulti: [
    {begins: "ERR Command '…' not allowed inside a transaction", valkey: '9.0'},
    {begins: 'ERR Command not allowed inside a transaction', valkey: '8.0'},
    {begins: 'ERR MULTI calls can not be nested', ...everywhere},
  ],
  watchInMulti: [
    {begins: "ERR Command '…' not allowed inside a transaction", valkey: '9.0'},
    {begins: 'ERR Command not allowed inside a transaction', valkey: '8.0'},
    {begins: 'ERR WATCH inside MULTI is not allowed', ...everywhere},
  ],
  shutdownInMulti: [
    {begins: "ERR Command '…' not allowed inside a transaction", valkey: '9.0'},
    {begins: 'ERR Command not allowed inside a transaction', ...everywhere},
  ],
  noDatabase: [{begins: 'ERR DB index is out of range', ...everywhere}],
  /** In a cluster. */
  otherDatabase: [
    {begins: 'ERR DB index is out of range', valkey: '9.0'},
    {begins: 'ERR … is not allowed in cluster mode', ...everywhere},
  ],
  foreignKey: [
    {begins: 'ERR Attempted to access a non local key', valkey: '9.0'},
    {begins: 'ERR Script attempted to access', ...everywhere},
    {begins: 'ERR Lua script attempted to access'}, // Redis 6.2
  ],
  keysOfTwoSlots: [
    {begins: 'ERR Attempted to access a non local key', valkey: '9.0'},
    {
      begins: "ERR Command '…' in script attempted to access keys that don't hash to the same slot",
      redis: '7.4',
      valkey: '8.0',
    },
    {begins: 'ERR Script attempted to access', ...everywhere},
  ],
  port: [
    {begins: 'ERR Invalid base port specified: …', redis: '7.2', valkey: '7.2'},
    {begins: 'ERR Invalid TCP base port specified: …', ...everywhere},
  ],
  setslotItself: [{begins: 'ERR Target node is myself', valkey: '9.0'}],
  waitAofOnReplica: [{begins: 'ERR WAITAOF cannot be used with replica instances', ...facts.waitAof}],
  waitAofWithoutFile: [
    {
      begins: 'ERR WAITAOF cannot be used when numlocal is set but appendonly is disabled',
      ...facts.waitAof,
    },
  ],
  redirect: [{begins: 'REDIRECT …', valkey: '8.0'}],
  notSubscribed: [
    {valkey: '8.0.2'},
    {begins: "NOSUB '…' command executed not in subscribed mode", valkey: '8.0'},
  ],
} as const satisfies Readonly<Record<string, readonly Wording[]>>

/** How the server that runs begins this error; undefined if it has no such error. */
export function beginningOf(error: keyof typeof wordings): string | undefined {
  const words: readonly Wording[] = wordings[error]
  return words.find(isHere)?.begins
}

/** Every wording that only other servers have. */
export function wordsOfOthers(): readonly string[] {
  const errors = Object.keys(wordings) as readonly (keyof typeof wordings)[]
  const ours = new Set(errors.map(beginningOf))
  const all = errors.flatMap(error =>
    (wordings[error] as readonly Wording[]).flatMap(({begins}) => begins ?? []),
  )
  return [...new Set(all)].filter(begins => !ours.has(begins))
}
