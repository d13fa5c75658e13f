/** @jsxImportSource preact */
// The instructor's own lab on the projector, as large as the window allows; nothing of anybody else.

import {useMemo} from 'preact/hooks'
import type {Demonstration} from '../../model/workshop/demonstration.ts'
import {demoSize} from '../../model/workshop/limits.ts'
import type {ScreenSnapshot} from '../../model/workshop/screen.ts'
import {Lines} from '../draw/lines.tsx'
import {useFittingFont} from '../draw/use-cells.ts'
import {Looks} from './head.tsx'
import {readDemo} from './hub.ts'
import type {ClassProps, ClassState} from './state.ts'
import type {ClassKey} from './words.ts'

export function Demo({state}: ClassProps) {
  const {text} = state.words.value
  const json = state.demo.value
  const demo = useMemo(() => readDemo(json), [json])
  return (
    <main class="demo">
      <header>
        <h1>{text('class.demo')}</h1>
        <p role="status">
          {noticesOf(demo, state)
            .map(key => text(key))
            .join(' ')}
        </p>
        <div class="choices">
          <a class="button" href="#projector">
            {text('class.projector')}
          </a>
          <Looks state={state} />
        </div>
      </header>
      {'screen' in demo ? (
        <Screen screen={demo.screen} label={text('class.demoLab')} />
      ) : (
        <div class="how">
          <p class="label">{text('class.demoHow')}</p>
          <p class="command">redis-cluster-lab demo</p>
        </div>
      )}
    </main>
  )
}

function noticesOf({is}: Demonstration, {connection}: ClassState): readonly ClassKey[] {
  if (connection.value === 'away') return ['class.away']
  if (connection.value === 'lost') return ['class.noKey']
  const keys = {
    none: ['class.demoNone'],
    ended: ['class.demoEnded'],
    lost: ['class.demoLost'],
    live: [],
  } as const
  return keys[is]
}

function Screen({screen: {columns, lines}, label}: Readonly<{screen: ScreenSnapshot; label: string}>) {
  const box = useFittingFont(columns, Math.max(lines.length, demoSize.rows))
  return (
    <section class="screen" aria-label={label} ref={box}>
      <Lines lines={lines} />
    </section>
  )
}
