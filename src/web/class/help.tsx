/** @jsxImportSource preact */
// Those who ask for help, the longest waiting first, and those who may be stuck, with the condition that they are on.

import type {HelpAct} from '../../model/workshop/help-question.ts'
import {Pane, Scrolls} from '../draw/pane.tsx'
import {order} from './hub.ts'
import {Inline} from './inline.tsx'
import {goalText, placeText, stuckText} from './place.ts'
import {Sign} from './sign.tsx'
import type {ClassProps, ClassState, Person} from './state.ts'

/** As many who may be stuck are shown; the list of people has all. */
const mostStuck = 30

export function Help({state}: ClassProps) {
  const {text} = state.words.value
  const people = [...state.people.value.values()]
  const waiting = people
    .filter(({flag}) => flag === 'help')
    .toSorted((a, b) => (a.question ?? 0) - (b.question ?? 0))
  const newest = waiting.at(-1)
  const stuck = people
    .filter(person => person.stuck)
    .toSorted((a, b) => (a.place?.since ?? 0) - (b.place?.since ?? 0))
  return (
    <Pane name="help" title={text('class.queue')}>
      <Scrolls class="scrolls" aria-labelledby="title-help">
        {waiting.length === 0 && <p class="none">{text('class.noQueue')}</p>}
        <p class="announcer" aria-live="polite">
          {newest && text('class.asks', {name: newest.name, place: placeText(newest, state)})}
        </p>
        <ol class="cards">
          {waiting.map(person => (
            <Waiting key={person.id} state={state} person={person} />
          ))}
        </ol>
        <h3 class="between">{text('class.stuck')}</h3>
        {stuck.length === 0 && <p class="none">{text('class.noStuck')}</p>}
        <ul class="cards">
          {stuck.slice(0, mostStuck).map(person => (
            <Stuck key={person.id} state={state} person={person} />
          ))}
        </ul>
        {stuck.length > mostStuck && <p class="none">{text('class.more', {n: stuck.length - mostStuck})}</p>}
      </Scrolls>
    </Pane>
  )
}

type CardProps = Readonly<{state: ClassState; person: Person}>

function Waiting({state, person}: CardProps) {
  const {question: n = 0, helper, flagSince} = person
  const act = (what: HelpAct) => order(state, {is: 'help', n, what})
  return (
    <li class="card">
      <CardHead state={state} person={person} sign="help" n={n}>
        {flagSince !== undefined && <Minutes state={state} since={flagSince} />}
      </CardHead>
      <div class="card-rest">
        <Goal state={state} person={person} />
        <Helping state={state} helper={helper} act={act} />
      </div>
    </li>
  )
}

type HelpingProps = Readonly<{
  state: ClassState
  helper: string | undefined
  act: (what: HelpAct) => unknown
}>

/** The helper, and what the instructor can do with a question. */
export function Helping({state, helper, act}: HelpingProps) {
  const {text} = state.words.value
  const isOver = state.isOver.value
  return (
    <div class="actions">
      {helper === undefined ? (
        <button type="button" disabled={isOver} onClick={() => act('claim')}>
          {text('class.claim')}
        </button>
      ) : (
        <>
          <span class="small">
            {helper === '–' ? text('class.claimedByYou') : text('class.claimedBy', {name: helper})}
          </span>
          {helper === '–' && (
            <>
              <button type="button" disabled={isOver} onClick={() => act('answer')}>
                {text('class.answerDone')}
              </button>
              <button type="button" disabled={isOver} onClick={() => act('release')}>
                {text('class.release')}
              </button>
            </>
          )}
        </>
      )}
    </div>
  )
}

function Stuck({state, person}: CardProps) {
  // Once a minute is enough for what tells minutes.
  return (
    <li class="card">
      <CardHead state={state} person={person} sign="stuck">
        <span class="small">{stuckText(person, state, state.minute.value)}</span>
      </CardHead>
      <Goal state={state} person={person} />
    </li>
  )
}

type HeadProps = CardProps &
  Readonly<{sign: 'help' | 'stuck'; n?: number; children: preact.ComponentChildren}>

/** `n`: of the question, as helpers and the terminal name it. */
function CardHead({state, person, sign, n, children}: HeadProps) {
  return (
    <p class="card-head">
      <Sign name={sign} />
      {n !== undefined && <strong>{n}</strong>}
      <button
        type="button"
        class="link"
        onClick={() => {
          state.opened.value = person.id
        }}
      >
        {person.name}
      </button>
      <span class="small place">{placeText(person, state)}</span>
      {children}
    </p>
  )
}

function Goal({state, person}: CardProps) {
  const goal = goalText(person, state)
  if (goal === undefined) return <p class="goal" />
  return (
    <p class="goal">
      <span class="label">{state.words.value.text('class.missing')}</span> <Inline text={goal} />
    </p>
  )
}

export function Minutes({state, since}: Readonly<{state: ClassState; since: number}>) {
  const n = Math.max(0, Math.floor((state.minute.value - since) / 60_000))
  return <span class="small">{state.words.value.text('class.minutes', {n})}</span>
}
