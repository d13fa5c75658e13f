// Handlers for stage events: starting nodes, readings, logs, connections, modes and the load.

import {withLags} from '../cluster/lag.ts'
import {withReplids} from '../cluster/replication-ids.ts'
import type {Snapshot} from '../cluster/snapshot.ts'
import type {LabState} from '../state/lab-state.ts'
import {withTraffic} from '../state/traffic.ts'
import {keepEqual, without} from '../text/objects.ts'
import type {Handlers} from './handler.ts'

/** Older log lines are dropped. */
const mostLogs = 200

export const stageEvents = {
  starting: (state, {stage}) => ({
    ...without(state, 'snapshot', 'lineStart', 'traffic', 'links', 'replids', 'lags', 'heldUp', 'lastBefore'),
    ...lastEntry(state),
    stage,
    status: 'starting',
    connections: {},
    logs: [],
  }),
  ready: (state, {roster}) => ({...state, roster, status: 'ready'}),
  polled: (state, {snapshot}) => withReadings(state, shared(state.snapshot, snapshot)),
  heldUp: (state, {at, ms}) => ({...state, heldUp: {at, ms}}),
  logged: (state, {node, lines}) => ({
    ...state,
    logs: [...state.logs, ...lines.map(text => ({node, text}))].slice(-mostLogs),
  }),
  connected: (state, {node, connection}) => ({
    ...state,
    connections: {...state.connections, [node]: connection},
  }),
  used: (state, {node}) => ({...state, node}),
  queued: (state, {lines}) => ({...state, queued: lines}),
  toolAsked(state, {question}) {
    if (question === state.toolQuestion) return state
    const before = without(state, 'toolQuestion')
    return question === undefined ? before : {...before, toolQuestion: question}
  },
  following: (state, {is}) => ({...state, following: is}),
  learned: (state, {docs = state.docs, commandTable}) => ({...state, docs, commandTable}),
  feedback: (state, {what, is}) => ({...state, feedback: {...state.feedback, [what]: is}}),
  linked: (state, {links}) => ({...without(state, 'links'), ...(links.length > 0 && {links})}),
  traffic(state, {event}) {
    const traffic = withTraffic(state.traffic, event)
    return traffic ? {...state, traffic} : state
  },
} satisfies Partial<Handlers>

function lastEntry({entries}: LabState): Pick<LabState, 'lastBefore'> {
  const last = entries.at(-1)
  return last ? {lastBefore: last.id} : {}
}

/** Adds what only a series of readings shows: replication ids and lags. */
function withReadings(state: LabState, snapshot: Snapshot): LabState {
  const replids = withReplids(state.replids ?? [], snapshot)
  return {...state, snapshot, replids, lags: withLags(state.lags ?? {}, snapshot)}
}

/** Keeps equal readings, and their list, as the same objects, so that a comparison by identity sees no change. */
function shared(before: Snapshot | undefined, now: Snapshot): Snapshot {
  if (!before || before.stage !== now.stage) return now
  const nodes = now.nodes.map((reading, i) => keepEqual(before.nodes[i] ?? reading, reading))
  return {...now, nodes: nodes.every((reading, i) => reading === before.nodes[i]) ? before.nodes : nodes}
}
