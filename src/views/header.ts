// The first line of the screen: lesson and step, and the cluster state as the prompt's node reports it.

import {answeredOf, startedNodes} from '../model/cluster/snapshot.ts'
import {lessonAt, stepAt} from '../model/lesson/lesson.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {clock} from '../model/workshop/clock.ts'
import type {Style} from './draw/style.ts'
import {type Line, line, lineWidth, span, spread} from './draw/styled-text.ts'
import {stepDots} from './lesson.ts'
import {programName} from './opening.ts'
import {type Subject, unknownAt} from './step-view.ts'
import type {ViewInput} from './view-input.ts'

/**
 * Place and state at the two ends of the row. Where both do not fit, first the program's name is left out, then the dots, then words around the step's
 * number, then slots and epoch: a state that fails is worth more than all of them.
 */
export function headerView(input: ViewInput, width: number): Line {
  const places = placesOf(input)
  const pairs = statesOf(input).flatMap(state => places.map(place => [place, state] as const))
  const fits = pairs.find(([place, state]) => lineWidth(place) + lineWidth(state) < width)
  const [place, state] = fits ?? pairs.at(-1) ?? [[], []]
  return spread(place, state, width)
}

/** Where the learner is, in ever fewer words. */
function placesOf({state, lessons, style}: ViewInput): readonly Line[] {
  const {play} = state
  if (!play) {
    const free = span(style.text('ui.freePlay'), 'bright')
    return [[programName, free], [free]]
  }
  const lesson = lessonAt(lessons, play.lesson)
  const values = {n: lesson.steps.indexOf(stepAt(lesson, play.step)) + 1, all: lesson.steps.length}
  const id = span(lesson.id, 'bright')
  const step = span(` · ${style.text('ui.step', values)}`)
  const short = span(` · ${style.text('ui.stepShort', values)}`)
  const dots = span(` ${stepDots(lesson, state, style)}`, 'good')
  const free = play.phase === 'free' ? [span(` ${style.text('ui.freePlay')}`, 'accent')] : []
  return [[programName, id, step, dots], [id, step, dots], [id, step], [id, short], [id]].map(words => [
    ...words,
    ...free,
  ])
}

/** The state as the prompt's node reports it, in ever fewer words, and that redirects are followed. */
function statesOf(input: ViewInput): readonly Line[] {
  const before = [roomWords(input.state, input.style), modeWords(input.state, input.style)]
  const parts = before.filter(words => words.length > 0).flatMap(words => [...words, span(' · ')])
  return statusWords(input).map(words => [...parts, ...words])
}

/** That the lab is in a room, whether the hub hears it, and the learner's flag, with the number by which a helper calls who is known by nothing else. */
function roomWords(state: LabState, style: Style): Line {
  const {workshop} = state
  if (!workshop || workshop.leaving) return []
  const {connection, flag, question = ''} = workshop
  const flags = {none: '', help: ` ${style.sign('flagHelp')}${question}`, done: ` ${style.sign('flagDone')}`}
  const shown = {on: 'ui.room', trying: 'ui.roomTrying', over: 'ui.roomOver'} as const
  const tone = connection.is === 'on' ? 'good' : 'warn'
  const room = span(`${style.sign('room')} ${style.text(shown[connection.is])}`, tone)
  return [...timerWords(state), room, ...(flag === 'none' ? [] : [span(flags[flag], 'accent')])]
}

/** The instructor's countdown, by the time of the panel. Before the words for the hub, for it is not how long that is away. */
function timerWords({workshop, snapshot}: LabState): Line {
  if (!workshop?.timer || !snapshot) return []
  const left = Math.ceil((workshop.timer.until - snapshot.at) / 1000)
  return left > 0 ? [span(`${clock(left)} `, left <= 30 ? 'warn' : 'bright')] : []
}

function modeWords({following}: LabState, style: Style): Line {
  return following ? line(style.text('follow.mode'), 'accent') : []
}

/** Names the node that reports the state, because another node may report another one. Slots and epochs wait until a step was about them. */
function statusWords({state: lab, lessons, style}: ViewInput): readonly Line[] {
  const {stage, snapshot, status, node: name} = lab
  if (!snapshot || status === 'starting') return [line(style.text('ui.startingNodes'), 'dim')]
  const info = answeredOf(snapshot, name)?.cluster?.info
  if (info) {
    const state = info['cluster_state'] ?? '?'
    const values = {
      node: snapshot.nodes.find(node => node.name === name)?.port ?? '',
      state,
      slots: info['cluster_slots_ok'] ?? '?',
      epoch: info['cluster_current_epoch'] ?? '?',
    }
    const tone = state === 'ok' ? 'good' : 'bad'
    const keys = [...explained(unknownAt(lab, lessons)), 'ui.clusterBriefly'] as const
    return keys.map(key => line(style.text(key, values), tone))
  }
  const started = startedNodes(snapshot)
  const n = started.filter(node => node.is !== 'silent').length
  const all = started.length
  return [line(style.text('ui.answering', {stage, n, all}), n === all ? 'good' : 'warn')]
}

/** The fullest sentence of which every part was explained. */
function explained(unknown: readonly Subject[]): readonly ('ui.clusterSays' | 'ui.clusterSlots')[] {
  if (unknown.includes('slots')) return []
  return unknown.includes('epochs') ? ['ui.clusterSlots'] : ['ui.clusterSays']
}
