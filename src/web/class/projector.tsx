/** @jsxImportSource preact */
// What belongs on the projector: how to join, and nothing of anybody.

import {useMemo} from 'preact/hooks'
import {encode} from 'uqr'
import {Looks} from './head.tsx'
import {Bars} from './questions.tsx'
import type {ClassProps} from './state.ts'

export function Projector({state}: ClassProps) {
  const {text} = state.words.value
  return (
    <main class="projector">
      <header>
        <h1>{text(state.isOver.value ? 'class.ended' : 'class.joinTitle')}</h1>
        <div class="choices">
          <a class="button" href="#demo">
            {text('class.demo')}
          </a>
          <Looks state={state} />
        </div>
      </header>
      {!state.isOver.value && <Joining state={state} />}
    </main>
  )
}

function Joining({state}: ClassProps) {
  const {text} = state.words.value
  const door = state.door.value
  const {here = 0, away = 0, locked = false} = state.room.value ?? {}
  if (!door) return null
  return (
    <>
      <div class="joining">
        <div>
          <p class="label">{text('class.inTerminal')}</p>
          <p class="command">
            npx redis-cluster-lab join <b>{door.address}</b>
          </p>
          <p class="label">{text('class.code')}</p>
          <p class="bigcode">{door.code}</p>
          {door.words !== undefined && (
            <>
              <p class="label">{text('class.checkWords')}</p>
              <p class="words">{door.words}</p>
            </>
          )}
        </div>
        <figure>
          <Qr url={door.page} label={text('class.qr')} />
          <figcaption>{door.page}</figcaption>
        </figure>
      </div>
      <footer>
        <p class="in-room">
          <strong>{here + away}</strong> {text('class.inRoom')}
          {locked && ` · ${text('class.locked')}`}
        </p>
        <Countdown state={state} />
        <Poll state={state} />
      </footer>
    </>
  )
}

function Countdown({state}: ClassProps) {
  const timer = state.timer.value
  if (!timer) return null
  const {text, time} = state.words.value
  return (
    <p class="countdown">
      {timer.text ?? text('class.timer')} <strong>{time(Math.max(0, timer.until - state.now.value))}</strong>
    </p>
  )
}

/** While votes come in, only how many: nobody should vote as the others do. Then what everybody may see. */
function Poll({state}: ClassProps) {
  const poll = state.poll.value
  if (!poll?.open && !poll?.shared) return null
  const n = poll.result.reduce((sum, one) => sum + one.n, 0)
  return (
    <div class="asked">
      <p class="question">{poll.question}</p>
      {poll.shared ? (
        <Bars state={state} rows={poll.result.map(({option, n}) => ({text: option, n}))} />
      ) : (
        <ol>
          {poll.result.map(({option}) => (
            <li key={option}>{option}</li>
          ))}
        </ol>
      )}
      <p class="label">{state.words.value.text('class.votes', {n})}</p>
    </div>
  )
}

/** Dark on light in both schemes: not every phone reads the inverse. */
function Qr({url, label}: Readonly<{url: string; label: string}>) {
  const {size, path} = useMemo(() => {
    const {size, data} = encode(url, {border: 2})
    const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return {size, path: cells.join('')}
  }, [url])
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
