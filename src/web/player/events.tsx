/** @jsxImportSource preact */
// The events of the recording as a list; each leads to its moment. What is passed is said to those who listen.

import {useEffect, useRef} from 'preact/hooks'
import type {Marker} from '../../model/recording/markers.ts'
import {entrySentence} from '../../model/timeline/describe.ts'
import {timeOf} from '../../views/replay.ts'
import {Pane} from '../draw/pane.tsx'
import type {PlayerState} from './state.ts'

type EventsProps = Readonly<{player: PlayerState}>

export function Events({player}: EventsProps) {
  const {replay, style} = player
  const {at, from} = player.position()
  const current = replay.markers.findLastIndex(marker => marker.at <= at)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const item = list.current?.children[current]
    // Only the list scrolls, never the page.
    if (list.current && item instanceof HTMLElement) keepInSight(list.current, item)
  }, [current])
  return (
    <Pane name="events" title={style.value.text('player.events')}>
      {replay.markers.length === 0 && <p class="none">{style.value.text('player.noEvents')}</p>}
      <ol ref={list}>
        {replay.markers.map((marker, i) => (
          // Two events may have one moment; the list never changes its order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={`${marker.at} ${i}`} class={i > current ? 'later' : ''}>
            <button
              type="button"
              aria-current={i === current ? 'step' : undefined}
              onClick={() => replay.seek(marker.at)}
            >
              <time>{timeOf(marker.at - from)}</time> <span>{sentenceOf(marker, player)}</span>
            </button>
          </li>
        ))}
      </ol>
    </Pane>
  )
}

function sentenceOf({entry, roster}: Marker, {style}: PlayerState): string {
  return style.value.translate(entrySentence(entry, roster))
}

function keepInSight(list: HTMLElement, item: HTMLElement) {
  const top = item.offsetTop
  if (top < list.scrollTop) list.scrollTop = top
  const bottom = top + item.offsetHeight
  if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight
}

/** Says the event that the replay has come to; on the way backwards too. */
export function Announcer({player}: EventsProps) {
  const {at, fault} = player.position()
  const reached = player.replay.markers.findLast(marker => marker.at <= at)
  return (
    <p class="announcer" aria-live="polite">
      {fault ? player.style.value.translate(fault) : reached && sentenceOf(reached, player)}
    </p>
  )
}
