// The screen's views as sentences: each node's view of the others, and the owners of the slots. Pure.

import {failureViews, subjectsOf, suspicions} from '../model/cluster/failure-view.ts'
import {portOf} from '../model/cluster/node.ts'
import {lastLeader, sentinelOpinions} from '../model/cluster/sentinel-opinions.ts'
import {sentinelSums} from '../model/cluster/sentinel-sums.ts'
import {ownerWords, slotMapOf, slotTroubles} from '../model/cluster/slot-map.ts'
import {isClustered, type Snapshot, startedNodes} from '../model/cluster/snapshot.ts'
import {staySentences} from '../model/explain/way-back.ts'
import type {NodesView} from '../model/lesson/nodes-view.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {deafWords} from '../model/state/link-words.ts'
import {type Language, translate} from '../model/text/messages.ts'
import {translateKeyIn} from './narration.ts'

/** The lines of a view. The view of the nodes has none: INFO replication prints the same. */
export function viewLines(view: NodesView, state: LabState, language: Language): readonly string[] {
  const {snapshot} = state
  if (!snapshot) return []
  const translateKey = translateKeyIn(language, state.server)
  if (view === 'opinions') return opinionLines(state, snapshot, language)
  if (view === 'nodes' || view === 'timeline' || view === 'traffic') return [translateKey('view.lines')]
  const map = slotMapOf(snapshot, state.node)
  const port = portOf(state.node, state.roster)
  if (!map) return [translateKey(isClustered(snapshot.stage) ? 'slots.silent' : 'slots.none', {port})]
  return [
    translateKey('view.slots', {port}),
    ...map.owners.map(owner => translate(language, ownerWords(owner), state.server)),
    ...(map.missing > 0 ? [translateKey('slots.nobody', {count: map.missing})] : []),
    ...slotTroubles(snapshot, map).map(one => translate(language, one, state.server)),
  ]
}

function sentinelLines(snapshot: Snapshot, language: Language): readonly string[] {
  const translateKey = translateKeyIn(language)
  const ports = startedNodes(snapshot).map(({port}) => port)
  const rows = sentinelOpinions(snapshot).map(({port, says, master = '-'}) => {
    if (!says) return `${port}: ${translateKey('opinions.silent')}`
    const opinions = says.flatMap((one, i) => (one === 'itself' ? [] : [`${ports[i]} ${one}`]))
    return `${port}: ${opinions.join(', ')}; ${translateKey('opinions.names')} ${master}`
  })
  const leader = lastLeader(snapshot)
  const led = leader ? [translateKey('opinions.led', {...leader, voters: leader.voters.join(', ')})] : []
  const sums = sentinelSums(snapshot).map(({words}) => translate(language, words))
  return [translateKey('view.sentinels'), ...rows, ...sums, ...led]
}

function opinionLines(state: LabState, snapshot: Snapshot, language: Language): readonly string[] {
  if (snapshot.stage === 'sentinel') return sentinelLines(snapshot, language)
  const translateKey = translateKeyIn(language)
  const views = failureViews(snapshot)
  if (views.length === 0) return [translateKey('opinions.none')]
  const ports = subjectsOf(snapshot)
  const rows = views.map(({port, says, epoch = '', currentEpoch = ''}) => {
    if (!says) return `${port}: ${translateKey('opinions.silent')}`
    const opinions = says.flatMap((one, i) => (one === 'itself' ? [] : [`${ports[i]} ${one}`]))
    return `${port}: ${opinions.join(', ')}; ${translateKey('opinions.itsEpochs', {epoch, currentEpoch})}`
  })
  const sums = suspicions(snapshot).map(({failed, port, masters, needed}) =>
    translateKey(failed ? 'opinions.failed' : 'opinions.suspected', {port, masters, needed}),
  )
  const causes = [...staySentences(state), ...deafWords(state.links ?? [], state.roster)]
  return [translateKey('view.opinions'), ...rows, ...sums, ...causes.map(one => translate(language, one))]
}
