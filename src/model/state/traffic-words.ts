// Sentences about the load: its totals, its errors and lost writes.

import {type Setting, settings} from '../commands/client-settings.ts'
import {type Message, type MessageKey, message} from '../text/messages.ts'
import {type ClientCounts, type Errors, errorCount, type LostWrites, type Traffic} from './traffic.ts'

/** The output of `/traffic`. */
export function trafficWords(traffic: Traffic): readonly Message[] {
  const {is, totals, buckets, clients, replicas, lastError, lost} = traffic
  const waiting = is === 'on' ? (buckets.at(-1)?.waiting ?? 0) : 0
  const {errors, stale = 0, ...counts} = totals
  const count = errorCount(errors)
  return [
    is === 'on' ? atWorkWords(traffic) : message('traffic.stopped'),
    message('traffic.totals', {...counts, errors: count, waiting}),
    ...(replicas || stale > 0 ? [message('traffic.stale', {stale})] : []),
    ...(clients ? settings.map(setting => clientWords(setting, clients[setting])) : []),
    ...(count > 0 ? [message('traffic.errors', {errors: errorList(errors)})] : []),
    ...(lastError === undefined
      ? []
      : [message('traffic.lastError', {error: lastError}), ...meaningOf(lastError)]),
    ...(lost ? [lostWords(lost), ...sideWords(lost)] : []),
  ]
}

function atWorkWords({rate, from, clients, master, replicas}: Traffic): Message {
  if (clients) return message('traffic.comparing', {rate})
  if (replicas) return message('traffic.atWork.replicas', {rate})
  if (master !== undefined) return message('traffic.atWork.master', {rate, master})
  return from !== undefined ? message('traffic.atWork.from', {rate, from}) : message('traffic.atWork', {rate})
}

function clientWords(setting: Setting, {ok, errors, redirects, retries, longest}: ClientCounts): Message {
  return message('traffic.client', {
    name: message(`traffic.setting.${setting}`),
    ...{ok, redirects, retries, longest},
    errors: errorCount(errors),
  })
}

/** What the words of the client or of the last Redis error in them mean; the first match counts. */
const meanings: readonly (readonly [RegExp, MessageKey])[] = [
  [/^Too many Cluster redirections.*\b(MOVED|ASK) /s, 'traffic.means.disagree'],
  [/^Command timed out/, 'traffic.means.timeout'],
  [/CLUSTERDOWN/, 'traffic.means.down'],
  [/TRYAGAIN/, 'traffic.means.tryAgain'],
  [/READONLY/, 'traffic.means.readonly'],
  [/MASTERDOWN|NOREPLICAS/, 'traffic.means.refuses'],
  [/LOADING/, 'traffic.means.loading'],
  [/NOAUTH|WRONGPASS|NOPERM/, 'traffic.means.password'],
  [/^Failed to refresh slots cache|^None of startup nodes/, 'traffic.means.noNode'],
  [
    /max retries per request|Connection is closed|ECONNREFUSED|ECONNRESET|Cluster isn't ready/,
    'traffic.means.connection',
  ],
]

function meaningOf(error: string): readonly Message[] {
  const [, key] = meanings.find(([pattern]) => pattern.test(error)) ?? []
  return key ? [message(key)] : []
}

/** The writes that were lost by the moment of the check: the totals go on. */
export function lostWords({writes, of}: LostWrites): Message {
  return writes > 0 ? message('traffic.lost', {writes, of}) : message('traffic.kept', {of})
}

/** What each side of a split acknowledged, and what of it is gone: `6379 acknowledged 79, 79 of them lost`. */
export function sideWords({sides = []}: LostWrites): readonly Message[] {
  return sides.map(({port, writes, of}) =>
    message(writes > 0 ? 'traffic.side' : 'traffic.side.kept', {port, writes, of}),
  )
}

/** Lists errors with their counts, the most frequent first: `CLUSTERDOWN 12, MOVED 3`. */
export function errorList(errors: Errors): string {
  const sorted = Object.entries(errors).sort(([, a], [, b]) => b - a)
  return sorted.map(([word, count]) => `${word} ${count}`).join(', ')
}
