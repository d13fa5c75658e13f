/** @jsxImportSource preact */
// Where the room is: a bar a step of one lesson.

import {Pane} from '../draw/pane.tsx'
import {Sign} from './sign.tsx'
import type {ClassProps, ClassState, StepPart} from './state.ts'

/** From this part of the class on, a step is done. */
const nearlyAll = 0.8

export function Steps({state}: ClassProps) {
  const {text, language} = state.words.value
  const lesson = state.lesson.value
  return (
    <Pane
      name="steps"
      title={text('class.steps')}
      extra={
        <select
          aria-label={text('class.lesson')}
          value={lesson?.id}
          onChange={event => {
            state.chosenLesson.value = event.currentTarget.value
          }}
        >
          {state.course.map(({id, words}) => (
            <option key={id} value={id}>
              {text('class.lessonWith', {title: words[language].title, n: hereIn(id, state)})}
            </option>
          ))}
        </select>
      }
    >
      <ol class="steps">
        {lesson?.steps.map(({id, words}, i) => (
          <StepRow
            key={id}
            state={state}
            stop={{lesson: lesson.id, step: id}}
            title={`${i + 1} · ${words[language].title}`}
          />
        ))}
      </ol>
    </Pane>
  )
}

function hereIn(lesson: string, {steps}: ClassState): number {
  return [...steps.value].reduce((n, [name, {here}]) => (name.startsWith(`${lesson}/`) ? n + here : n), 0)
}

const nobody: StepPart = {here: 0, passed: 0}

type RowProps = ClassProps & Readonly<{stop: {lesson: string; step: string}; title: string}>

function StepRow({state, stop, title}: RowProps) {
  const {text, time} = state.words.value
  const {here: inRoom = 0, away = 0} = state.room.value ?? {}
  const {here, passed, median} = state.steps.value.get(`${stop.lesson}/${stop.step}`) ?? nobody
  const busiest = state.busiest.value
  const isBusiest = busiest?.lesson === stop.lesson && busiest.step === stop.step
  const chosen = state.chosenStep.value
  const isChosen = chosen?.lesson === stop.lesson && chosen.step === stop.step
  const all = Math.max(1, inRoom + away)
  const isDone = inRoom > 0 && passed >= all * nearlyAll
  return (
    <li>
      <button
        type="button"
        class={`step${isBusiest ? ' busiest' : ''}`}
        aria-pressed={isChosen}
        onClick={() => {
          state.chosenStep.value = isChosen ? undefined : stop
        }}
      >
        <span class="step-title">{title}</span>
        <span class="step-here">{here > 0 && text('class.stepHere', {n: here})}</span>
        <span class="step-passed">
          {isDone && <Sign name="done" />} {passed > 0 && text('class.stepPassed', {n: passed})}
        </span>
        <span class="step-time">{median !== undefined && time(median)}</span>
        <span class="track" aria-hidden="true">
          <i class="passed" style={{width: `${(passed / all) * 100}%`}} />
          <i class="here" style={{width: `${(here / all) * 100}%`}} />
        </span>
      </button>
    </li>
  )
}
