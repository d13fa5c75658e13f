// The first line of the screen: lesson and step, and the cluster state as the prompt's node reports it.

import {answeredOf, startedNodes} from '../model/cluster/snapshot.ts'
import {lessonAt, stepAt} from '../model/lesson/lesson.ts'
import type {LabState} from '../model/state/lab-state.ts'
import type {Style} from './draw/style.ts'
import {type Line, line, lineWidth, span, spread} from './draw/styled-text.ts'
import {stepDots} from './lesson.ts'
import type {ViewInput} from './view-input.ts'

export function headerView(input: ViewInput, width: number): Line {
  const {state, style} = input
  const roomy = width >= 100
  const left: Line = [...(roomy ? [span('redis-cluster-lab  ', 'accent')] : []), ...whereWords(input)]
  const mode = modeWords(state, style)
  const status = [...mode, ...(mode.length > 0 ? [span(' · ')] : []), ...statusWords(state, style)]
  // In a narrow header the cluster state gives way first: the nodes pane shows it too.
  const fits = [status, mode].find(words => lineWidth(left) + lineWidth(words) < width)
  return spread(left, fits ?? [], width)
}

function whereWords({state, lessons, style}: ViewInput): Line {
  const {play} = state
  if (!play) return line(style.text('ui.freePlay'), 'bright')
  const lesson = lessonAt(lessons, play.lesson)
  const n = lesson.steps.indexOf(stepAt(lesson, play.step)) + 1
  return [
    span(lesson.id, 'bright'),
    span(` · ${style.text('ui.step', {n, all: lesson.steps.length})} `),
    span(stepDots(lesson, state, style), 'good'),
    ...(play.phase === 'free' ? [span(` ${style.text('ui.freePlay')}`, 'accent')] : []),
  ]
}

function modeWords({following}: LabState, style: Style): Line {
  return following ? line(style.text('follow.mode'), 'accent') : []
}

/** Names the node that reports the state, because another node may report another one. */
function statusWords({stage, snapshot, status, node: name}: LabState, style: Style): Line {
  if (!snapshot || status === 'starting') return line(style.text('ui.startingNodes'), 'dim')
  const info = answeredOf(snapshot, name)?.cluster?.info
  if (info) {
    const state = info['cluster_state'] ?? '?'
    const values = {
      node: snapshot.nodes.find(node => node.name === name)?.port ?? '',
      state,
      slots: info['cluster_slots_ok'] ?? '?',
      epoch: info['cluster_current_epoch'] ?? '?',
    }
    return line(style.text('ui.clusterSays', values), state === 'ok' ? 'good' : 'bad')
  }
  const started = startedNodes(snapshot)
  const n = started.filter(node => node.is === 'answered').length
  const all = started.length
  return line(style.text('ui.answering', {stage, n, all}), n === all ? 'good' : 'warn')
}
