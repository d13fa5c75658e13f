/** @jsxImportSource preact */
// Everybody in the room, as a list of which only what is in sight is drawn.

import {signal} from '@preact/signals'
import {Component} from 'preact'
import {useLayoutEffect, useRef, useState} from 'preact/hooks'
import {Pane, Scrolls} from '../draw/pane.tsx'
import {Heads} from './heads.tsx'
import {placeText} from './place.ts'
import {Sign, type SignName} from './sign.tsx'
import type {ClassProps, ClassState, Person} from './state.ts'
import type {ClassKey, Words} from './words.ts'

/** px; the style has the same. */
const rowHeight = 34
/** Rows beyond the edges, so that a quick scroll or the Tab key finds them. */
const beyond = 6

const filters = ['all', 'help', 'stuck', 'away'] as const
type Filter = (typeof filters)[number]
const filterWords = {
  all: 'class.filterAll',
  help: 'class.help',
  stuck: 'class.stuck',
  away: 'class.awayPeople',
} as const

const filter = signal<Filter>('all')
const wanted = signal('')

export function People({state}: ClassProps) {
  const {text} = state.words.value
  const people = found([...state.people.value.values()])
  return (
    <Pane
      name="people"
      title={text('class.people', {n: people.length})}
      extra={
        <div class="choices">
          <select
            aria-label={text('class.state')}
            value={filter.value}
            onChange={event => {
              filter.value = event.currentTarget.value as Filter
            }}
          >
            {filters.map(one => (
              <option key={one} value={one}>
                {text(filterWords[one])}
              </option>
            ))}
          </select>
          <input
            type="search"
            placeholder={text('class.search')}
            aria-label={text('class.search')}
            value={wanted.value}
            onInput={event => {
              wanted.value = event.currentTarget.value
            }}
          />
        </div>
      }
    >
      {people.length === 0 ? (
        <p class="none">{text(state.people.value.size === 0 ? 'class.nobody' : 'class.nobodyFound')}</p>
      ) : (
        <Rows state={state} people={people} />
      )}
    </Pane>
  )
}

function found(people: readonly Person[]): readonly Person[] {
  const name = wanted.value.trim().toLowerCase()
  return people
    .filter(person => fits(person, filter.value) && person.name.toLowerCase().includes(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function fits({flag, stuck, away}: Person, wantedFilter: Filter): boolean {
  return {all: true, help: flag === 'help', stuck: stuck !== undefined, away: away === true}[wantedFilter]
}

const columns: readonly ClassKey[] = [
  'class.name',
  'class.place',
  'class.since',
  'class.tries',
  'class.state',
]

type RowsProps = ClassProps & Readonly<{people: readonly Person[]}>

function Rows({state, people}: RowsProps) {
  const [box, top, height] = useScroll()
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond)
  const shown = people.slice(first, Math.ceil((top + height) / rowHeight) + beyond)
  const above = first * rowHeight
  const below = (people.length - first - shown.length) * rowHeight
  return (
    <Scrolls class="rows" box={box} aria-labelledby="title-people">
      <table aria-rowcount={people.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <Heads state={state} columns={columns} />
          </tr>
        </thead>
        <tbody>
          <tr style={{height: `${above}px`}} />
          {shown.map((person, i) => (
            <Row
              key={person.id}
              state={state}
              person={person}
              index={first + i}
              words={state.words.value}
              minute={state.minute.value}
            />
          ))}
          <tr style={{height: `${below}px`}} />
        </tbody>
      </table>
    </Scrolls>
  )
}

/** A box, how far it is scrolled, and its height. */
function useScroll() {
  const box = useRef<HTMLElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(400)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const onScroll = () => setTop(element.scrollTop)
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    element.addEventListener('scroll', onScroll)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [])
  return [box, top, height] as const
}

type RowProps = Readonly<{
  state: ClassState
  person: Person
  index: number
  words: Words
  minute: number
}>

/** Drawn again only if something of this person, or of the page's looks, has changed. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return (['person', 'index', 'words', 'minute'] as const).some(name => next[name] !== this.props[name])
  }

  render({state, person, index, words, minute}: RowProps) {
    const {text} = words
    const {id, place, tries = 0} = person
    const minutes = place ? Math.max(0, Math.floor((minute - place.since) / 60_000)) : undefined
    const sign = signOf(person)
    return (
      <tr class={person.away ? 'gone' : ''} aria-rowindex={index + 2}>
        <td>
          <button
            type="button"
            class="link"
            onClick={() => {
              state.opened.value = id
            }}
          >
            {person.name}
          </button>
        </td>
        <td>{placeText(person, state)}</td>
        <td>{minutes !== undefined && text('class.minutes', {n: minutes})}</td>
        <td>{tries > 0 && tries}</td>
        <td>
          {sign && (
            <>
              <Sign name={sign.sign} /> {text(sign.words)}
            </>
          )}
        </td>
      </tr>
    )
  }
}

function signOf({flag, stuck, away, role}: Person): Readonly<{sign: SignName; words: ClassKey}> | undefined {
  if (away) return {sign: 'away', words: 'class.awayPeople'}
  if (role === 'helper') return {sign: 'helper', words: 'class.helper'}
  if (flag === 'help') return {sign: 'help', words: 'class.help'}
  if (flag === 'done') return {sign: 'done', words: 'class.flagDone'}
  return stuck ? {sign: 'stuck', words: 'class.stuck'} : undefined
}
