/** @jsxImportSource preact */
// A recorded session in a page: panes, events, and the bar to move in it.

import {useEffect, useLayoutEffect} from 'preact/hooks'
import type {Outline} from '../../model/recording/page-recording.ts'
import {pressInReplay} from '../../replay/replay-keys.ts'
import {LooksButtons} from '../draw/looks.tsx'
import {Controls} from './controls.tsx'
import {Announcer, Events} from './events.tsx'
import {NodesPane, OtherPane, TranscriptPane} from './panes.tsx'
import {otherViews, type PlayerState} from './state.ts'

type PlayerProps = Readonly<{player: PlayerState; versions: Outline['versions']}>

export function Player({player, versions}: PlayerProps) {
  const {style, scheme} = player
  useKeys(player)
  const {language} = style.value
  useEffect(() => {
    const {documentElement: html} = document
    html.lang = language
    html.dataset['scheme'] = scheme.value
    document.title = style.value.text('player.title', {name: 'redis-cluster-lab'})
  }, [language, scheme.value, style.value])
  return (
    <>
      <Head player={player} versions={versions} />
      <main>
        <NodesPane player={player} />
        <OtherPane player={player} />
        <TranscriptPane player={player} />
        <Events player={player} />
      </main>
      <footer>
        <Controls player={player} />
        <p class="keys">{style.value.text('player.keys')}</p>
        <Announcer player={player} />
      </footer>
    </>
  )
}

function Head({player, versions}: PlayerProps) {
  const {replay, style, scheme} = player
  const {language} = style.value
  const at = new Date(replay.position().from)
  const when = new Intl.DateTimeFormat(language, {dateStyle: 'long', timeStyle: 'short'}).format(at)
  return (
    <header>
      <h1>redis-cluster-lab</h1>
      <p>{[style.value.text('player.recorded', {when}), versions.server].filter(Boolean).join(' · ')}</p>
      <div class="choices">
        <LooksButtons
          language={language}
          setLanguage={player.setLanguage}
          scheme={scheme}
          nameOf={one => style.value.text(one === 'light' ? 'player.light' : 'player.dark')}
        />
      </div>
    </header>
  )
}

/** The names that the replay has for a browser's keys. */
const keyNames: Readonly<Record<string, string>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'home',
  End: 'end',
  PageUp: 'page-up',
  PageDown: 'page-down',
}

/** Keys as on the terminal, wherever the focus is; a pane that scrolls keeps those that scroll it, a button Space, a list of choices all. */
function useKeys(player: PlayerState) {
  // With the first frame: a key pressed at once counts.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (pressed(event, player)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [player])
}

const scrolling = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']

function pressed(event: KeyboardEvent, {replay, view, zoomed}: PlayerState): boolean {
  const {key, ctrlKey, altKey, metaKey, target} = event
  if (altKey || metaKey || !(target instanceof Element)) return false
  if (target.closest('select')) return false
  if (key === ' ' && target.closest('button')) return false
  if (scrolling.includes(key) && scrolls(target)) return false
  if (key === 'F2') {
    view.value = otherViews[(otherViews.indexOf(view.value) + 1) % otherViews.length] ?? 'timeline'
    return true
  }
  if (ctrlKey && key === 'o') {
    zoomed.value = !zoomed.value
    return true
  }
  if (ctrlKey) return pressInReplay(replay, {ArrowLeft: 'word-left', ArrowRight: 'word-right'}[key] ?? '')
  return pressInReplay(replay, keyNames[key] ?? key)
}

/** True in a box whose content is higher than the box. */
function scrolls(target: Element): boolean {
  const box = target.closest('.cells')
  return box !== null && box.scrollHeight > box.clientHeight
}
