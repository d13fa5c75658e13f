/** @jsxImportSource preact */
// What the instructor sends to the room: one form for each kind of command, and what was sent before.

import {signal} from '@preact/signals'
import type {ComponentChildren} from 'preact'
import type {Target, WorkshopCommand} from '../../model/workshop/command.ts'
import {limits} from '../../model/workshop/limits.ts'
import {Pane, Scrolls} from '../draw/pane.tsx'
import {give} from './hub.ts'
import {notesOn, sentText} from './sent.ts'
import {type ClassProps, type ClassState, nameOf, type Stop} from './state.ts'
import type {ClassKey} from './words.ts'

const kinds = ['say', 'offer', 'goto', 'unlock', 'timer', 'poll'] as const
type Kind = (typeof kinds)[number]
const kindWords: Readonly<Record<Kind, ClassKey>> = {
  say: 'class.say',
  offer: 'class.offer',
  goto: 'class.goto',
  unlock: 'class.unlockStep',
  timer: 'class.timer',
  poll: 'class.poll',
}

const kind = signal<Kind>('say')
const typed = signal('')
const minutes = signal('5')
const options = signal('')
const what = signal<'hint' | 'solution'>('hint')
const onlyStep = signal(false)

export function Send({state}: ClassProps) {
  const {text} = state.words.value
  return (
    <Pane name="send" title={text('class.toRoom')}>
      <div class="kinds">
        {kinds.map(one => (
          <button
            key={one}
            type="button"
            aria-pressed={one === kind.value}
            onClick={() => {
              kind.value = one
              state.said.value = undefined
            }}
          >
            {text(kindWords[one])}
          </button>
        ))}
      </div>
      <Form state={state} />
      <Sent state={state} />
    </Pane>
  )
}

/** The step that was chosen, else that where most are. */
function stepOf({chosenStep, busiest}: ClassState): Stop | undefined {
  return chosenStep.value ?? busiest.value
}

function Form({state}: ClassProps) {
  const {text} = state.words.value
  const said = state.said.value
  const step = stepOf(state)
  const command = commandOf(kind.value, step)
  const send = async (event: Event) => {
    event.preventDefault()
    if (!command) return
    const target: Target = onlyStep.value && step ? {step} : {}
    if (await give(state, command, target, true)) typed.value = ''
  }
  return (
    <form
      class="send-form"
      onSubmit={send}
      onInput={() => {
        state.said.value = undefined
      }}
    >
      <Fields state={state} step={step} />
      {!state.room.value?.counted && (
        <label class="check">
          <input
            type="checkbox"
            checked={onlyStep.value}
            onChange={event => {
              onlyStep.value = event.currentTarget.checked
            }}
          />
          {text('class.onlyStep', {step: step ? nameOf(step, state) : '–'})}
        </label>
      )}
      <div class="actions">
        <button type="submit" class="primary" disabled={!command || state.isOver.value}>
          {text('class.send')}
        </button>
        {said?.inForm && <span class="small">{text(said.key)}</span>}
      </div>
    </form>
  )
}

/** What the form says now; undefined while something is missing. */
function commandOf(wanted: Kind, step: Stop | undefined): WorkshopCommand | undefined {
  const words = typed.value.trim()
  const choices = optionsIn(options.value)
  switch (wanted) {
    case 'say':
      return words === '' ? undefined : {kind: 'say', text: words}
    case 'offer':
      return words === '' ? undefined : {kind: 'offer', line: words}
    case 'goto':
      return step && {kind: 'goto', ...step}
    case 'unlock':
      return step && {kind: 'unlock', ...step, what: what.value}
    case 'timer': {
      const seconds = Math.round(Number(minutes.value) * 60)
      return seconds >= 0 ? {kind: 'timer', seconds, ...(words && {text: words})} : undefined
    }
    case 'poll':
      return words === '' || choices.length < 2
        ? undefined
        : {kind: 'poll', question: words, options: choices}
  }
}

function optionsIn(lines: string): string[] {
  return lines
    .split('\n')
    .map(one => one.trim().slice(0, limits.option))
    .filter(one => one !== '')
    .slice(0, limits.options)
}

const textWords: Readonly<Partial<Record<Kind, ClassKey>>> = {
  say: 'class.sayWords',
  offer: 'class.offerWords',
  timer: 'class.timerWords',
  poll: 'class.pollWords',
}

function Fields({state, step}: ClassProps & Readonly<{step: Stop | undefined}>) {
  const {text} = state.words.value
  const words = textWords[kind.value]
  return (
    <>
      {kind.value === 'timer' && (
        <Field label={text('class.minutesField')}>
          <input
            type="number"
            min={0}
            max={240}
            step={0.5}
            value={minutes.value}
            onInput={event => {
              minutes.value = event.currentTarget.value
            }}
          />
        </Field>
      )}
      {words && (
        <Field label={text(words)}>
          <input
            class={kind.value === 'offer' ? 'code' : ''}
            maxLength={limits.text}
            value={typed.value}
            onInput={event => {
              typed.value = event.currentTarget.value
            }}
          />
        </Field>
      )}
      {kind.value === 'poll' && (
        <Field label={text('class.options')}>
          <textarea
            rows={4}
            value={options.value}
            onInput={event => {
              options.value = event.currentTarget.value
            }}
          />
        </Field>
      )}
      {(kind.value === 'goto' || kind.value === 'unlock') && <AboutStep state={state} step={step} />}
    </>
  )
}

function AboutStep({state, step}: ClassProps & Readonly<{step: Stop | undefined}>) {
  const {text} = state.words.value
  return (
    <>
      <p>
        <strong>{step ? nameOf(step, state) : '–'}</strong>
        <br />
        <span class="small">{text('class.chooseStep')}</span>
      </p>
      {kind.value === 'unlock' && (
        <div class="kinds">
          {(['hint', 'solution'] as const).map(one => (
            <button
              key={one}
              type="button"
              aria-pressed={one === what.value}
              onClick={() => {
                what.value = one
              }}
            >
              {text(one === 'hint' ? 'class.hint' : 'class.solution')}
            </button>
          ))}
        </div>
      )}
    </>
  )
}

function Field({label, children}: Readonly<{label: string; children: ComponentChildren}>) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child
    <label class="field">
      <span>{label}</span>
      {children}
    </label>
  )
}

/** Newest first. */
function Sent({state}: ClassProps) {
  const {text, language} = state.words.value
  const sent = [...state.sent.value].toSorted(([, a], [, b]) => b.at - a.at)
  const timeOf = new Intl.DateTimeFormat(language, {timeStyle: 'short'})
  return (
    <Scrolls class="scrolls sent" aria-label={text('class.sent')}>
      <h3>{text('class.sent')}</h3>
      {sent.length === 0 && <p class="none">{text('class.nothingSent')}</p>}
      <ol>
        {sent.map(([id, part]) => (
          <li key={id}>
            <time>{timeOf.format(part.at)}</time> <span>{sentText(part.command, state)}</span>
            {notesOn(part, state).map(note => (
              <span key={note} class="small">
                {' '}
                {note}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </Scrolls>
  )
}
