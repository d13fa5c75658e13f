// What the screen's other views show, as sentences: each node's opinions, and who serves the slots. Pure.

import {failureViews, suspicions} from '../model/cluster/failure-view.ts'
import {portOf} from '../model/cluster/node.ts'
import {ownerWords, slotMapOf} from '../model/cluster/slot-map.ts'
import type {Snapshot} from '../model/cluster/snapshot.ts'
import type {NodesView} from '../model/prompt/slash-commands.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {type Language, type MessageKey, message, translate, type Values} from '../model/text/messages.ts'

/** The lines of a view; the nodes' own are in what INFO replication says. */
export function viewLines(view: NodesView, state: LabState, language: Language): readonly string[] {
  const {snapshot} = state
  if (!snapshot) return []
  const word = (key: MessageKey, values?: Values) => translate(language, message(key, values))
  if (view === 'opinions') return opinionLines(snapshot, word)
  if (view === 'nodes' || view === 'timeline' || view === 'traffic') return [word('view.lines')]
  const map = slotMapOf(snapshot, state.node)
  const port = portOf(state.node, state.roster)
  if (!map) return [word(snapshot.stage === 'standalone' ? 'slots.none' : 'slots.silent', {port})]
  return [
    word('view.slots', {port}),
    ...map.owners.map(owner => translate(language, ownerWords(owner))),
    ...(map.missing > 0 ? [word('slots.nobody', {count: map.missing})] : []),
    ...map.moving.map(move => word('slots.migrating', move)),
  ]
}

function opinionLines(
  snapshot: Snapshot,
  word: (key: MessageKey, values?: Values) => string,
): readonly string[] {
  const views = failureViews(snapshot)
  if (views.length === 0) return [word('opinions.none')]
  const ports = snapshot.nodes.map(({port}) => port)
  const rows = views.map(({port, says, epoch = '', currentEpoch = ''}) => {
    if (!says) return `${port}: ${word('opinions.silent')}`
    const opinions = says.flatMap((one, i) => (one === 'itself' ? [] : [`${ports[i]} ${one}`]))
    return `${port}: ${opinions.join(', ')}; ${word('opinions.itsEpochs', {epoch, currentEpoch})}`
  })
  const sums = suspicions(snapshot).map(({failed, port, masters, needed}) =>
    word(failed ? 'opinions.failed' : 'opinions.suspected', {port, masters, needed}),
  )
  return [word('view.opinions'), ...rows, ...sums]
}
