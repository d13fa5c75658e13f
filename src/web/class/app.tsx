/** @jsxImportSource preact */
// The page: the console of the instructor, or one of the two views that belong on the projector.

import {signal} from '@preact/signals'
import {useEffect} from 'preact/hooks'
import {Numbers, Sums} from './counts.tsx'
import {Demo} from './demo.tsx'
import {Head} from './head.tsx'
import {Help} from './help.tsx'
import {keepLooks} from './looks.ts'
import {People} from './people.tsx'
import {PersonDialog} from './person.tsx'
import {Projector} from './projector.tsx'
import {Questions} from './questions.tsx'
import {Send} from './send.tsx'
import type {ClassProps} from './state.ts'
import {Steps} from './steps.tsx'

const hash = signal(location.hash)
addEventListener('hashchange', () => {
  hash.value = location.hash
})

export function App({state}: ClassProps) {
  const {words, scheme} = state
  const counted = state.room.value?.counted
  const {language, text} = words.value
  useEffect(() => {
    const {documentElement: html} = document
    html.lang = language
    html.dataset['scheme'] = scheme.value
    document.title = text('class.title')
    keepLooks({language, scheme: scheme.value})
  }, [language, scheme.value, text])
  if (hash.value === '#projector') return <Projector state={state} />
  if (hash.value === '#demo') return <Demo state={state} />
  return (
    <>
      <Head state={state} />
      <main class="console">
        <Steps state={state} />
        <Questions state={state} />
        {counted ? <Sums state={state} /> : <People state={state} />}
        {counted ? <Numbers state={state} /> : <Help state={state} />}
        <Send state={state} />
      </main>
      <PersonDialog state={state} />
      <p class="announcer" aria-live="polite">
        {state.said.value && text(state.said.value.key)}
      </p>
    </>
  )
}
