// The first line: which lesson and step, and what the node at the prompt says of the whole.

import {answeredOf} from '../model/cluster/snapshot.ts'
import {type Lesson, lessonAt, stepAt} from '../model/lesson/lesson.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {type Presentation, translateKey} from './draw/presentation.ts'
import {type Line, line, lineWidth, span, spread} from './draw/styled-text.ts'
import {stepDots} from './lesson.ts'

export function headerView(
  state: LabState,
  lessons: readonly Lesson[],
  wording: Presentation,
  width: number,
): Line {
  const roomy = width >= 100
  const left: Line = [
    ...(roomy ? [span('redis-cluster-lab  ', 'accent')] : []),
    ...whereWords(state, lessons, wording),
  ]
  const mode = modeWords(state, wording)
  const status = [...mode, ...(mode.length > 0 ? [span(' · ')] : []), ...statusWords(state, wording)]
  // Where not all has room, where one is and what a line will do matter more than how the nodes are: the panel says that too.
  const fits = [status, mode].find(words => lineWidth(left) + lineWidth(words) < width)
  return spread(left, fits ?? [], width)
}

function whereWords(state: LabState, lessons: readonly Lesson[], wording: Presentation): Line {
  const {play} = state
  if (!play) return line(translateKey(wording, 'ui.freePlay'), 'bright')
  const lesson = lessonAt(lessons, play.lesson)
  const n = lesson.steps.indexOf(stepAt(lesson, play.step)) + 1
  return [
    span(lesson.id, 'bright'),
    span(` · ${translateKey(wording, 'ui.step', {n, all: lesson.steps.length})} `),
    span(stepDots(lesson, state, wording.theme), 'good'),
    ...(play.phase === 'free' ? [span(` ${translateKey(wording, 'ui.freePlay')}`, 'accent')] : []),
  ]
}

function modeWords({following}: LabState, wording: Presentation): Line {
  return following ? line(translateKey(wording, 'follow.mode'), 'accent') : []
}

/** There is no cluster truth: it is said who says it. */
function statusWords(state: LabState, wording: Presentation): Line {
  if (!state.snapshot || state.status === 'starting') return line(translateKey(wording, 'ui.raising'), 'dim')
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
    return line(translateKey(wording, 'ui.clusterSays', values), clusterState === 'ok' ? 'good' : 'bad')
  }
  const n = snapshot.nodes.filter(node => node.is === 'answered').length
  return line(
    translateKey(wording, 'ui.answering', {stage, n}),
    n === snapshot.nodes.length ? 'good' : 'warn',
  )
}
