// Goals about what the client at work (`/traffic`) does by itself: it follows redirects, retries, and gives up; alone or with several settings side by side.

import {agreedMaster} from '../../cluster/sentinel-opinions.ts'
import type {Setting} from '../../commands/client-settings.ts'
import {message} from '../../text/messages.ts'
import type {Goal} from '../lesson.ts'
import {met, notYet} from '../verdict.ts'
import {portIn} from './about-node.ts'
import type {Sign} from './signs.ts'

/** Several clients with different settings work side by side. */
export const clientsCompared: Goal = ({traffic}) =>
  traffic?.now.clients ? met : notYet(message('goals.oneClient'))

/** The client has followed at least one redirect since the start. */
export const clientRedirected: Goal = ({traffic}) =>
  traffic && traffic.now.redirects > traffic.start.redirects ? met : notYet(message('goals.noRedirect'))

/** The client has retried a command since the start: a node was down or unsure. */
export const clientRetried: Goal = ({traffic}) =>
  traffic && traffic.now.retries > traffic.start.retries ? met : notYet(message('goals.noRetry'))

/** For a second the clients have had replies and no errors: what happened is over for them. */
export const clientServed: Goal = ({traffic}) =>
  traffic?.now.served ? met : notYet(message('goals.notServed'))

/** The client has connected to the master that all Sentinels name: it asked one of them. Stage `sentinel`. */
export const clientAtMaster: Goal = ({traffic, now}) => {
  const named = agreedMaster(now)
  if (!traffic) return notYet(message('goals.noClient'))
  if (named === undefined) return notYet(message('goals.namesNone'))
  const [at, master] = [traffic.now.master ?? '-', portIn(now, named)]
  return at === master ? met : notYet(message('goals.clientElsewhere', {at, master}))
}

/** The client reads from replicas (`/traffic on replicas`). */
export const clientReadsReplicas: Goal = ({traffic}) =>
  traffic?.now.stale !== undefined ? met : notYet(message('goals.readsMasters'))

/** Reads from replicas, since the start, did not return what the client had an acknowledgment for. */
export const clientReadOld: Goal = ({traffic}) =>
  (traffic?.now.stale ?? 0) > (traffic?.start.stale ?? 0) ? met : notYet(message('goals.noStale'))

/** The client with this setting returned an error. */
export function clientFailed(setting: Setting): Sign {
  return ({traffic}) => (traffic?.now.clients?.[setting].errors ?? 0) > 0
}
