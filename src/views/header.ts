// The first line: which lesson and step, and what the node at the prompt says of the whole.

import {answeredOf, startedNodes} from '../model/cluster/snapshot.ts'
import {type Lesson, lessonAt, stepAt} from '../model/lesson/lesson.ts'
import type {LabState} from '../model/state/lab-state.ts'
import type {Style} from './draw/style.ts'
import {type Line, line, lineWidth, span, spread} from './draw/styled-text.ts'
import {stepDots} from './lesson.ts'

export function headerView(state: LabState, lessons: readonly Lesson[], style: Style, width: number): Line {
  const roomy = width >= 100
  const left: Line = [
    ...(roomy ? [span('redis-cluster-lab  ', 'accent')] : []),
    ...whereWords(state, lessons, style),
  ]
  const mode = modeWords(state, style)
  const status = [...mode, ...(mode.length > 0 ? [span(' · ')] : []), ...statusWords(state, style)]
  // Where not all has room, where one is and what a line will do matter more than how the nodes are: the panel says that too.
  const fits = [status, mode].find(words => lineWidth(left) + lineWidth(words) < width)
  return spread(left, fits ?? [], width)
}

function whereWords(state: LabState, lessons: readonly Lesson[], style: Style): Line {
  const {play} = state
  if (!play) return line(style.text('ui.freePlay'), 'bright')
  const lesson = lessonAt(lessons, play.lesson)
  const n = lesson.steps.indexOf(stepAt(lesson, play.step)) + 1
  return [
    span(lesson.id, 'bright'),
    span(` · ${style.text('ui.step', {n, all: lesson.steps.length})} `),
    span(stepDots(lesson, state, style.theme), 'good'),
    ...(play.phase === 'free' ? [span(` ${style.text('ui.freePlay')}`, 'accent')] : []),
  ]
}

function modeWords({following}: LabState, style: Style): Line {
  return following ? line(style.text('follow.mode'), 'accent') : []
}

/** There is no cluster truth: it is said who says it. */
function statusWords(state: LabState, style: Style): Line {
  if (!state.snapshot || state.status === 'starting') return line(style.text('ui.raising'), 'dim')
  const {stage, snapshot} = state
  const info = answeredOf(snapshot, state.node)?.cluster?.info
  if (info) {
    const clusterState = info['cluster_state'] ?? '?'
    const values = {
      node: snapshot.nodes.find(node => node.name === state.node)?.port ?? '',
      state: clusterState,
      slots: info['cluster_slots_ok'] ?? '?',
      epoch: info['cluster_current_epoch'] ?? '?',
    }
    return line(style.text('ui.clusterSays', values), clusterState === 'ok' ? 'good' : 'bad')
  }
  const started = startedNodes(snapshot)
  const n = started.filter(node => node.is === 'answered').length
  const all = started.length
  return line(style.text('ui.answering', {stage, n, all}), n === all ? 'good' : 'warn')
}
