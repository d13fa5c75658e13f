/** @jsxImportSource preact */
// The bar of the player: where the recording is, and how to move in it.

import type {MessageKey} from '../../model/text/messages.ts'
import {speeds} from '../../replay/replay.ts'
import {pressInReplay} from '../../replay/replay-keys.ts'
import {timeOf} from '../../views/replay.ts'
import type {PlayerState} from './state.ts'

/** Drawn, because not every font has such signs. */
const icons = {
  toStart: 'M2 3h2v10H2zM14 3v10L5 8z',
  back: 'M11 3v10L4 8z',
  play: 'M4 2v12l10-6z',
  pause: 'M3 2h4v12H3zM9 2h4v12H9z',
  forth: 'M5 3v10l7-5z',
  toEnd: 'M12 3h2v10h-2zM2 3v10l9-5z',
}

export function Controls({player}: Readonly<{player: PlayerState}>) {
  const {replay, style} = player
  const {playing} = player.position()
  const words = style.value
  const button = (key: string, label: MessageKey, icon: keyof typeof icons) => (
    <button
      type="button"
      onClick={() => pressInReplay(replay, key)}
      aria-label={words.text(label)}
      title={words.text(label)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={icons[icon]} />
      </svg>
    </button>
  )
  return (
    <section class="controls" aria-label={words.text('player.controls')}>
      <Slider player={player} />
      <div class="buttons">
        {button('up', 'player.previousEvent', 'toStart')}
        {button('left', 'player.previousChange', 'back')}
        {playing ? button(' ', 'player.pause', 'pause') : button(' ', 'player.play', 'play')}
        {button('right', 'player.nextChange', 'forth')}
        {button('down', 'player.nextEvent', 'toEnd')}
        <Speed player={player} />
      </div>
    </section>
  )
}

/** A range that the keys of the replay move too; ticks where events happened. */
function Slider({player}: Readonly<{player: PlayerState}>) {
  const {replay, style} = player
  const {at, from, to, speed} = player.position()
  const values = {at: timeOf(at - from), all: timeOf(to - from), speed}
  return (
    <div class="slider">
      <output class="clock" aria-hidden="true">
        {values.at}
      </output>
      <div class="track">
        <input
          type="range"
          min={0}
          max={Math.max(1, to - from)}
          step={1}
          value={at - from}
          aria-label={style.value.text('player.position')}
          aria-valuetext={style.value.text('replay.at', values)}
          onInput={event => replay.seek(from + Number(event.currentTarget.value))}
        />
        <Ticks player={player} />
      </div>
      <span class="clock" aria-hidden="true">
        {values.all}
      </span>
    </div>
  )
}

/** More ticks than this are a bar, not marks: only so many places are told apart. */
const mostTicks = 400

function Ticks({player: {replay}}: Readonly<{player: PlayerState}>) {
  const {from, to} = replay.position()
  const places = new Set(
    replay.markers.map(({at}) => Math.round(((at - from) / Math.max(1, to - from)) * mostTicks)),
  )
  return (
    <div class="ticks" aria-hidden="true">
      {[...places].map(place => (
        <i key={place} style={{left: `${(place / mostTicks) * 100}%`}} />
      ))}
    </div>
  )
}

function Speed({player}: Readonly<{player: PlayerState}>) {
  const {replay, style} = player
  const {speed} = player.position()
  const choose = (wanted: number) => replay.accelerate(speeds.indexOf(wanted) - speeds.indexOf(speed))
  return (
    <div class="speed">
      <span aria-hidden="true">{style.value.text('player.speed')}</span>
      <select
        aria-label={style.value.text('player.speed')}
        value={speed}
        onChange={event => choose(Number(event.currentTarget.value))}
      >
        {speeds.map(one => (
          <option key={one} value={one}>
            {style.value.text('player.times', {n: one})}
          </option>
        ))}
      </select>
    </div>
  )
}
