/** @jsxImportSource preact */
// One person: what the hub knows, and what is done for them or with them.

import {useEffect, useState} from 'preact/hooks'
import {limits} from '../../model/workshop/limits.ts'
import type {ScreenSnapshot} from '../../model/workshop/screen.ts'
import {Lines} from '../draw/lines.tsx'
import {Scrolls} from '../draw/pane.tsx'
import {Confirm, closeDialog, Dialog} from './confirm.tsx'
import {give, order, readPicture} from './hub.ts'
import {Inline} from './inline.tsx'
import {goalText, mistakeText, placeText, stuckText} from './place.ts'
import type {ClassProps, ClassState, Person} from './state.ts'

export function PersonDialog({state}: ClassProps) {
  const id = state.opened.value
  const person = id === undefined ? undefined : state.people.value.get(id)
  if (!person) return null
  const close = () => {
    state.opened.value = undefined
  }
  return (
    <Dialog key={person.id} title={person.name} onClose={close}>
      <Facts state={state} person={person} />
      <Message state={state} person={person} />
      <Picture state={state} person={person} />
      <Door state={state} person={person} />
      <div class="actions">
        <button type="button" onClick={closeDialog}>
          {state.words.value.text('class.close')}
        </button>
      </div>
    </Dialog>
  )
}

type PersonProps = Readonly<{state: ClassState; person: Person}>

function Facts({state, person}: PersonProps) {
  const {text} = state.words.value
  const {tries = 0, hints = 0, passed = 0, stuck} = person
  const [goal, mistake] = [goalText(person, state), mistakeText(person, state)]
  return (
    <div class="facts">
      <p>
        {placeText(person, state)}
        {' · '}
        {text('class.factsOf', {tries, hints, passed})}
      </p>
      {stuck && <p>{stuckText(person, state, state.minute.value)}</p>}
      {goal !== undefined && (
        <p>
          <span class="label">{text('class.missing')}</span> <Inline text={goal} />
        </p>
      )}
      {mistake !== undefined && (
        <p>
          <span class="label">{text('class.mistake')}</span> <Inline text={mistake} />
        </p>
      )}
    </div>
  )
}

function Message({state, person}: PersonProps) {
  const {text} = state.words.value
  const [typed, setTyped] = useState('')
  const send = async (event: Event) => {
    event.preventDefault()
    if (typed.trim() === '') return
    if (await give(state, {kind: 'say', text: typed.trim()}, {learner: person.id})) setTyped('')
  }
  return (
    <form class="line" onSubmit={send}>
      <input
        aria-label={text('class.tellOne')}
        placeholder={text('class.tellOne')}
        maxLength={limits.text}
        value={typed}
        onInput={event => setTyped(event.currentTarget.value)}
      />
      <button type="submit" disabled={state.isOver.value}>
        {text('class.send')}
      </button>
    </form>
  )
}

/** One picture of their lab, for which they are asked each time. */
function Picture({state, person}: PersonProps) {
  const {text} = state.words.value
  const {id, picture} = person
  const [asked, setAsked] = useState(false)
  const [lines, setLines] = useState<ScreenSnapshot['lines']>()
  const isHere = picture?.is === 'here'
  useEffect(() => {
    if (isHere) readPicture(picture.request).then(setLines, () => setLines(undefined))
  }, [isHere, picture?.request])
  const ask = async () => setAsked(await give(state, {kind: 'snapshot'}, {learner: id}))
  if (!state.room.value?.pictures) return <p class="small">{text('class.noPictures')}</p>
  return (
    <div class="picture">
      <div class="actions">
        <button type="button" disabled={state.isOver.value} onClick={ask}>
          {text('class.askPicture')}
        </button>
        <span class="small" role="status">
          {picture?.is === 'declined' && text('class.declined')}
          {asked && !picture && text('class.asked')}
        </span>
      </div>
      {isHere && lines && (
        <Scrolls class="cells" aria-label={text('class.picture')}>
          <Lines lines={lines} />
        </Scrolls>
      )}
    </div>
  )
}

function Door({state, person}: PersonProps) {
  const {text} = state.words.value
  const [name, setName] = useState(person.name)
  const [kicking, setKicking] = useState(false)
  const rename = (event: Event) => {
    event.preventDefault()
    void order(state, {is: 'rename', learner: person.id, name})
  }
  return (
    <>
      <form class="line" onSubmit={rename}>
        <input
          aria-label={text('class.newName')}
          maxLength={limits.name}
          value={name}
          onInput={event => setName(event.currentTarget.value)}
        />
        <button type="submit" disabled={state.isOver.value}>
          {text('class.rename')}
        </button>
        <button type="button" disabled={state.isOver.value} onClick={() => setKicking(true)}>
          {text('class.kick')}
        </button>
      </form>
      {kicking && (
        <Confirm
          state={state}
          question={text('class.kickQuestion', {name: person.name})}
          act={text('class.kick')}
          onYes={() => order(state, {is: 'kick', learner: person.id})}
          onClose={() => setKicking(false)}
        />
      )}
    </>
  )
}
