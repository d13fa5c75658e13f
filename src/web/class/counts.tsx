/** @jsxImportSource preact */
// In a room that only counts, what stands where other rooms have their people: the sums of each step, and the open questions by their numbers.

import {Pane, Scrolls} from '../draw/pane.tsx'
import {Heads} from './heads.tsx'
import {Helping, Minutes} from './help.tsx'
import {order} from './hub.ts'
import {Inline} from './inline.tsx'
import {Sign} from './sign.tsx'
import {type Asked, type ClassProps, numberOf, sentenceOf, stopOf, titleOf} from './state.ts'
import type {ClassKey} from './words.ts'

const columns: readonly ClassKey[] = [
  'class.place',
  'class.been',
  'class.tries',
  'class.hintsTaken',
  'class.mistakesSeen',
]

/** Of the lesson that is shown. */
export function Sums({state}: ClassProps) {
  const {text} = state.words.value
  const lesson = state.lesson.value
  const rows = [...state.steps.value].flatMap(([name, {sums}]) => {
    const stop = stopOf(name)
    return sums && stop.lesson === lesson?.id ? [{stop, sums, n: numberOf(stop, state)}] : []
  })
  return (
    <Pane name="people" title={text('class.sums')}>
      <p class="none">{text('class.countsOnly')}</p>
      {rows.length > 0 && (
        <Scrolls class="rows sums" aria-labelledby="title-people">
          <table>
            <thead>
              <tr>
                <Heads state={state} columns={columns} />
              </tr>
            </thead>
            <tbody>
              {rows
                .toSorted((a, b) => a.n - b.n)
                .map(({stop, sums: {been, tries, hints, mistakes}, n}) => (
                  <tr key={stop.step}>
                    <td>{`${n} · ${titleOf(stop, state)}`}</td>
                    <td>{been}</td>
                    <td>{tries}</td>
                    <td>{hints}</td>
                    <td>
                      {Object.entries(mistakes).map(([mistake, times]) => (
                        <p key={mistake}>
                          {times} × <Inline text={sentenceOf(stop, 'mistakes', mistake, state)} />
                        </p>
                      ))}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </Scrolls>
      )}
    </Pane>
  )
}

export function Numbers({state}: ClassProps) {
  const {text} = state.words.value
  const asked = [...state.asked.value.values()].toSorted((a, b) => a.n - b.n)
  const newest = asked.at(-1)
  return (
    <Pane name="help" title={text('class.queue')}>
      <Scrolls class="scrolls" aria-labelledby="title-help">
        {asked.length === 0 && <p class="none">{text('class.noQueue')}</p>}
        <p class="announcer" aria-live="polite">
          {newest && text('class.numberAsks', {n: newest.n})}
        </p>
        <ol class="cards">
          {asked.map(one => (
            <Waiting key={one.n} state={state} asked={one} />
          ))}
        </ol>
        <p class="none">{text('class.callNumbers')}</p>
      </Scrolls>
    </Pane>
  )
}

function Waiting({state, asked: {n, since, helper}}: ClassProps & Readonly<{asked: Asked}>) {
  const {text} = state.words.value
  return (
    <li class="card">
      <p class="card-head">
        <Sign name="help" />
        <strong>{text('class.number', {n})}</strong>
        <Minutes state={state} since={since} />
      </p>
      <Helping state={state} helper={helper} act={what => order(state, {is: 'help', n, what})} />
    </li>
  )
}
