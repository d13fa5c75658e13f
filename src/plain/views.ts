// The screen's views as sentences: each node's view of the others, and the owners of the slots. Pure.

import {failureViews, subjectsOf, suspicions} from '../model/cluster/failure-view.ts'
import {portOf} from '../model/cluster/node.ts'
import {ownerWords, slotMapOf, slotTroubles} from '../model/cluster/slot-map.ts'
import type {Snapshot} from '../model/cluster/snapshot.ts'
import {staySentences} from '../model/explain/way-back.ts'
import type {NodesView} from '../model/lesson/nodes-view.ts'
import type {LabState} from '../model/state/lab-state.ts'
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
  if (!map) return [translateKey(snapshot.stage === 'standalone' ? 'slots.none' : 'slots.silent', {port})]
  return [
    translateKey('view.slots', {port}),
    ...map.owners.map(owner => translate(language, ownerWords(owner), state.server)),
    ...(map.missing > 0 ? [translateKey('slots.nobody', {count: map.missing})] : []),
    ...slotTroubles(snapshot, map).map(one => translate(language, one, state.server)),
  ]
}

function opinionLines(state: LabState, snapshot: Snapshot, language: Language): readonly string[] {
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
  const stays = staySentences(state).map(one => translate(language, one))
  return [translateKey('view.opinions'), ...rows, ...sums, ...stays]
}
