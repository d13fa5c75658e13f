// What follows from the Sentinels' opinions, as sentences: nodes that some see as down, and Sentinels that are too few for a failover.

import {type Message, message} from '../text/messages.ts'
import {knownSentinels, opinionOf, seenDownBy, usableSentinels, votesNeeded} from './sentinel-opinions.ts'
import {type Snapshot, sentinelsIn, startedNodes} from './snapshot.ts'

/** `grave`: a master is down for a quorum, or there can be no failover. */
export type SentinelSum = Readonly<{grave: boolean; words: Message}>

export function sentinelSums(snapshot: Snapshot): readonly SentinelSum[] {
  return [...downSums(snapshot), ...minoritySums(snapshot)]
}

/** Nodes only: the opinions on other Sentinels matter for the votes, and these are counted below. */
function downSums(snapshot: Snapshot): readonly SentinelSum[] {
  const sentinels = sentinelsIn(snapshot)
  const ports = startedNodes(snapshot).map(({port}) => port)
  return ports.flatMap((port): readonly SentinelSum[] => {
    const watching = sentinels.find(({view}) => view.master?.port === port)
    const count = seenDownBy(port, snapshot).length
    if (!watching || count === 0) return []
    const isGrave = sentinels.some(({view}) => opinionOf(view, port) === 'o_down')
    const quorum = watching.view.master?.quorum ?? 0
    return [{grave: isGrave, words: message('opinions.quorum', {port, count, quorum})}]
  })
}

function minoritySums(snapshot: Snapshot): readonly SentinelSum[] {
  return sentinelsIn(snapshot).flatMap((reading): readonly SentinelSum[] => {
    const [usable, needed] = [usableSentinels(reading), votesNeeded(reading)]
    if (usable >= needed) return []
    const values = {port: reading.port, usable, needed, known: knownSentinels(reading)}
    return [{grave: true, words: message('opinions.noMajority', values)}]
  })
}

/** The sentences of what got worse since `before`, for people who do not see the table. */
export function newSentinelSums(before: Snapshot, now: Snapshot): readonly Message[] {
  const known = sentinelSums(before).map(({words}) => words)
  const wasAsBad = ({key, values}: Message) =>
    known.some(
      one =>
        one.key === key &&
        one.values?.['port'] === values?.['port'] &&
        Number(one.values?.['count'] ?? 0) >= Number(values?.['count'] ?? 0),
    )
  return sentinelSums(now)
    .map(({words}) => words)
    .filter(words => !wasAsBad(words))
}
