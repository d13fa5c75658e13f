// Handlers for transcript events: a line begins an entry, adds parts to it, and finishes it.

import {meaningOf} from '../explain/explain.ts'
import type {Entry, EntryPart, LabState} from '../state/lab-state.ts'
import {withShortReplies} from '../state/older-replies.ts'
import type {EventOf, Handlers} from './handler.ts'

/** Older entries are dropped, but never one that still runs: nothing else tells that a MONITOR goes on. */
const mostEntries = 400
/** The newest entries keep their replies whole. */
const mostWhole = 40

export const transcriptEvents = {
  typed: beginEntry,
  ended(state, {id, outcome}, lessons) {
    const means = meaningOf(lessons, state, {on: 'ended', id, outcome})
    return withParts(state, id, {outcome, ...(means && {means})})
  },
  printed: (state, {id, action, replies}) =>
    withParts(state, id, ...replies.map(printed => ({printed, action}))),
  told: (state, {id, message, fine}) => withParts(state, id, {message, ...(fine && {fine})}),
  redirected: (state, {id, redirect, from}) =>
    withParts(state, id, {redirected: redirect, ...(from && {from})}),
  shown: (state, {id, excerpt}) => withParts(state, id, {shown: excerpt}),
  helped: (state, {id, entries}) => withParts(state, id, {helped: entries}),
  explained: (state, {id, lesson, step, solution, sentence}) =>
    withParts(state, id, {explained: {lesson, step, solution, sentence}}),
  lessonBegan: (state, {id, lesson, stage}) => withParts(state, id, {began: {lesson, ...(stage && {stage})}}),
  begun: (state, {id}) => ({
    ...withEntry(state, id, ({held: _, ...entry}) => entry),
    ...(state.snapshot && {lineStart: state.snapshot}),
  }),
  finished: (state, {id}) => withEntry(state, id, entry => ({...entry, running: false})),
} satisfies Partial<Handlers>

function beginEntry(state: LabState, {id, by, typed, at, several, held}: EventOf<'typed'>): LabState {
  const {node, snapshot} = state
  const connection = state.connections[node]
  const entry: Entry = {
    id,
    by,
    typed,
    node,
    parts: [],
    running: true,
    at,
    ...(connection && {connection}),
    ...(several && {several}),
    ...(held && {held}),
  }
  const all = [...state.entries.map(shortAt(state.entries.length - mostWhole)), entry]
  const entries = all.filter(({running}, i) => running || i >= all.length - mostEntries)
  return by !== 'lab' && snapshot ? {...state, entries, lineStart: snapshot} : {...state, entries}
}

/** Shortens the entry that has just become an older one. */
function shortAt(place: number): (entry: Entry, at: number) => Entry {
  return (entry, at) => (at === place ? withShortReplies(entry) : entry)
}

function withParts(state: LabState, id: number, ...parts: readonly EntryPart[]): LabState {
  return withEntry(state, id, entry => ({...entry, parts: [...entry.parts, ...parts]}))
}

function withEntry(state: LabState, id: number, change: (entry: Entry) => Entry): LabState {
  return {...state, entries: state.entries.map(entry => (entry.id === id ? change(entry) : entry))}
}
