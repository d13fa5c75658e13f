/** @jsxImportSource preact */
// The head of the page: how to join, how the class is in figures, and what is done to the room as a whole.

import {useState} from 'preact/hooks'
import type {Role} from '../../model/workshop/join.ts'
import {LooksButtons} from '../draw/looks.tsx'
import {Confirm} from './confirm.tsx'
import {order} from './hub.ts'
import {Sign, type SignName} from './sign.tsx'
import {type ClassProps, nameOf} from './state.ts'
import type {ClassKey} from './words.ts'

export function Head({state}: ClassProps) {
  const {text} = state.words.value
  return (
    <header class="head">
      <div class="bar">
        <h1>{text('class.title')}</h1>
        <Door state={state} />
        <div class="choices">
          <a class="button" href="#projector" target="_blank" rel="noreferrer">
            {text('class.projector')}
          </a>
          <a class="button" href="#demo" target="_blank" rel="noreferrer">
            {text('class.demo')}
          </a>
          <RoomMenu state={state} />
          <Looks state={state} />
        </div>
      </div>
      <Notice state={state} />
      <Figures state={state} />
    </header>
  )
}

function Door({state}: ClassProps) {
  const {text} = state.words.value
  const {address, code} = state.door.value ?? {address: '', code: ''}
  if (state.isOver.value) return null
  return (
    <p class="door">
      <span class="label">{text('class.address')}</span> <strong>{address}</strong>
      <span class="label">{text('class.code')}</span> <strong>{code}</strong>
      {state.room.value?.locked && (
        <span class="tag">
          <Sign name="locked" /> {text('class.locked')}
        </span>
      )}
    </p>
  )
}

/** What the page cannot do just now. */
function Notice({state}: ClassProps) {
  const {text} = state.words.value
  const {ended, noRedis} = state.room.value ?? {}
  const said = state.said.value
  const keys: readonly (ClassKey | false | undefined)[] = [
    state.connection.value === 'away' && 'class.away',
    state.connection.value === 'lost' && 'class.noKey',
    noRedis && 'class.noRedis',
    ended && 'class.ended',
    // What was done shows by itself; what was not has to be said.
    said && !said.inForm && said.key !== 'class.done' && said.key,
  ]
  return (
    <div role="status">
      {keys.map(
        key =>
          key && (
            <p key={key} class="notice">
              {text(key)}
            </p>
          ),
      )}
    </div>
  )
}

function Figures({state}: ClassProps) {
  const {text, time} = state.words.value
  const {here = 0, away = 0, help = 0, stuck = 0, helpers = 0, median, counted} = state.room.value ?? {}
  const busiest = state.busiest.value
  return (
    <dl class="figures">
      <Figure sign="here" label={text('class.here')} value={here} />
      <Figure sign="away" label={text('class.awayPeople')} value={away} />
      <Figure sign="help" label={text('class.help')} value={help} marked={help > 0} />
      {!counted && <Figure sign="stuck" label={text('class.stuck')} value={stuck} />}
      <Figure sign="helper" label={text('class.helpers')} value={helpers} />
      <Figure label={text('class.pace')} value={median === undefined ? '–' : time(median)} />
      <Figure wide label={text('class.most')} value={busiest ? nameOf(busiest, state) : '–'} />
      <Timer state={state} />
    </dl>
  )
}

type FigureProps = Readonly<{
  label: string
  value: string | number
  sign?: SignName
  marked?: boolean
  wide?: boolean
}>

function Figure({label, value, sign, marked, wide}: FigureProps) {
  return (
    <div class={`figure${marked ? ' marked' : ''}${wide ? ' wide' : ''}`}>
      <dt>
        {sign && <Sign name={sign} />} {label}
      </dt>
      <dd>{value}</dd>
    </div>
  )
}

/** Counts down, so it alone is drawn each second. */
function Timer({state}: ClassProps) {
  const timer = state.timer.value
  if (!timer) return null
  const {text, time} = state.words.value
  return (
    <Figure
      label={timer.text ?? text('class.timer')}
      value={time(Math.max(0, timer.until - state.now.value))}
    />
  )
}

function RoomMenu({state}: ClassProps) {
  const {text} = state.words.value
  const [ending, setEnding] = useState(false)
  const locked = state.room.value?.locked ?? false
  const isOver = state.isOver.value
  return (
    <>
      <button type="button" popovertarget="room-menu">
        {text('class.room')} ▾
      </button>
      <div class="menu" id="room-menu" popover="auto">
        <button type="button" disabled={isOver} onClick={() => order(state, {is: 'lock', locked: !locked})}>
          {text(locked ? 'class.unlock' : 'class.lock')}
        </button>
        <NewCode state={state} of="learner" />
        <p class="small">{text('class.helperCode', {code: state.door.value?.helperCode ?? ''})}</p>
        <NewCode state={state} of="helper" />
        <a class="button" href="/v1/export.csv" download>
          {text('class.csv')}
        </a>
        <a class="button" href="/v1/export.jsonl" download>
          {text('class.jsonl')}
        </a>
        <button type="button" disabled={isOver} onClick={() => setEnding(true)}>
          {text('class.end')}
        </button>
      </div>
      {ending && (
        <Confirm
          state={state}
          question={text('class.endQuestion')}
          act={text('class.end')}
          onYes={() => order(state, {is: 'end'})}
          onClose={() => setEnding(false)}
        />
      )}
    </>
  )
}

/** Those who are in stay in. */
function NewCode({state, of}: ClassProps & Readonly<{of: Role}>) {
  const {text} = state.words.value
  return (
    <button type="button" disabled={state.isOver.value} onClick={() => order(state, {is: 'code', of})}>
      {text(of === 'learner' ? 'class.newCode' : 'class.newHelperCode')}
    </button>
  )
}

export function Looks({state}: ClassProps) {
  const {text, language} = state.words.value
  return (
    <LooksButtons
      language={language}
      setLanguage={state.setLanguage}
      scheme={state.scheme}
      nameOf={scheme => text(scheme === 'light' ? 'class.light' : 'class.dark')}
    />
  )
}
