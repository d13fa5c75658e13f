/** @jsxImportSource preact */
// How the class has answered: the lessons' questions, with the advice that follows from the split, and the poll.

import {signal} from '@preact/signals'
import {type Advice, adviceFor} from '../../model/workshop/advice.ts'
import type {CourseQuestion} from '../../model/workshop/course.ts'
import {Pane, Scrolls} from '../draw/pane.tsx'
import {answersTo, currentQuestion} from './current-question.ts'
import {order} from './hub.ts'
import {Inline} from './inline.tsx'
import {Sign} from './sign.tsx'
import type {ClassProps, ClassState, Tally} from './state.ts'
import type {ClassKey} from './words.ts'

const advice: Readonly<Record<Advice, ClassKey>> = {
  wait: 'class.advice.wait',
  explain: 'class.advice.explain',
  discuss: 'class.advice.discuss',
  goOn: 'class.advice.goOn',
  agreed: 'class.advice.agreed',
  leaning: 'class.advice.leaning',
  split: 'class.advice.split',
}

/** The question that was chosen, `lesson/question`. */
const chosen = signal<string | undefined>(undefined)

export function Questions({state}: ClassProps) {
  const {text} = state.words.value
  const lesson = state.lesson.value
  const questions = lesson?.questions ?? []
  const own = questions.find(({id}) => nameOf(id, state) === chosen.value)
  const current =
    own ?? (lesson && currentQuestion(lesson, {steps: state.steps.value, questions: state.questions.value}))
  return (
    <Pane name="questions" title={text('class.questions')}>
      <Scrolls class="scrolls" aria-labelledby="title-questions">
        {state.poll.value?.open && <Poll state={state} />}
        {current ? (
          <>
            {questions.length > 1 && <Choice state={state} questions={questions} current={current} />}
            <Question state={state} question={current} />
          </>
        ) : (
          <p class="none">{text('class.noQuestions')}</p>
        )}
        {!state.poll.value?.open && <Poll state={state} />}
      </Scrolls>
    </Pane>
  )
}

function nameOf(question: string, {lesson}: ClassState): string {
  return `${lesson.value?.id}/${question}`
}

function tallyOf(question: string, state: ClassState): Tally | undefined {
  return state.questions.value.get(nameOf(question, state))
}

type ChoiceProps = ClassProps & Readonly<{questions: readonly CourseQuestion[]; current: CourseQuestion}>

function Choice({state, questions, current}: ChoiceProps) {
  const {text, language} = state.words.value
  return (
    <select
      class="question-choice"
      aria-label={text('class.question')}
      value={current.id}
      onChange={event => {
        chosen.value = nameOf(event.currentTarget.value, state)
      }}
    >
      {questions.map(({id, words}) => (
        <option key={id} value={id}>
          {text('class.lessonWith', {
            title: words[language].text.replaceAll(/[`*]/g, ''),
            n: answersTo(tallyOf(id, state)),
          })}
        </option>
      ))}
    </select>
  )
}

function Question({state, question}: ClassProps & Readonly<{question: CourseQuestion}>) {
  const {language} = state.words.value
  const {text, options} = question.words[language]
  const answers = tallyOf(question.id, state) ?? {}
  return (
    <>
      <h3>
        <Inline text={text} />
      </h3>
      <Bars
        state={state}
        rows={options.map(option => ({
          text: option.text,
          n: answers[option.id] ?? 0,
          isRight: option.id === question.answer,
        }))}
      />
      <AdviceLine state={state} answers={answers} answer={question.answer} isClosed={state.isOver.value} />
    </>
  )
}

function Poll({state}: ClassProps) {
  const poll = state.poll.value
  const {text} = state.words.value
  if (!poll) return null
  const close = (share: boolean) => order(state, {is: 'closePoll', share})
  const answers = Object.fromEntries(poll.result.map(({n}, i) => [i, n]))
  return (
    <div class="poll">
      <h3>
        <span class="label">{text(poll.open ? 'class.pollOpen' : 'class.pollClosed')}</span> {poll.question}
      </h3>
      <Bars state={state} rows={poll.result.map(({option, n}) => ({text: option, n}))} />
      <AdviceLine state={state} answers={answers} isClosed={!poll.open} />
      <div class="actions">
        {poll.open && (
          <button type="button" onClick={() => close(false)}>
            {text('class.pollClose')}
          </button>
        )}
        {!poll.shared && !state.isOver.value && (
          <button type="button" onClick={() => close(true)}>
            {text(poll.open ? 'class.pollShare' : 'class.pollShow')}
          </button>
        )}
      </div>
    </div>
  )
}

type Bar = Readonly<{text: string; n: number; isRight?: boolean}>

export function Bars({state, rows}: ClassProps & Readonly<{rows: readonly Bar[]}>) {
  const words = state.words.value
  const all = Math.max(
    1,
    rows.reduce((sum, {n}) => sum + n, 0),
  )
  return (
    <ul class="bars">
      {rows.map(({text, n, isRight}) => (
        <li key={text} class={isRight ? 'right' : ''}>
          <span class="bar-text">
            <Inline text={text} />
            {isRight && (
              <span class="tag">
                <Sign name="done" /> {words.text('class.right')}
              </span>
            )}
          </span>
          <span class="bar-n">{words.text('class.part', {n, part: Math.round((n / all) * 100)})}</span>
          <span class="track" aria-hidden="true">
            <i class="here" style={{width: `${(n / all) * 100}%`}} />
          </span>
        </li>
      ))}
    </ul>
  )
}

type AdviceProps = ClassProps & Readonly<{answers: Tally; answer?: string; isClosed?: boolean}>

function AdviceLine({state, answers, answer, isClosed = false}: AdviceProps) {
  const {here: asked = 0} = state.room.value ?? {}
  const answered = answersTo(answers)
  const next = adviceFor({answers, asked, answer})
  const {text} = state.words.value
  return (
    <p class="advice">
      {text('class.answered', {n: answered, all: Math.max(asked, answered)})}{' '}
      {!(isClosed && next === 'wait') && <strong>{text(advice[next])}</strong>}
    </p>
  )
}
