/** @jsxImportSource preact */
// The panes of the player: the terminal's views at the width that the page has.

import {useMemo, useRef} from 'preact/hooks'
import {type NodesPlace, nodesPane} from '../../views/panes.ts'
import {createTranscriptView} from '../../views/transcript.ts'
import {Lines} from '../draw/lines.tsx'
import {Pane, Scrolls} from '../draw/pane.tsx'
import {useColumns} from '../draw/use-cells.ts'
import {type OtherView, otherViews, type PlayerState} from './state.ts'

/** Rows of the nodes: so many that the fields below a node have room. */
const nodesRows = 13
/** Rows of a view that scrolls: as many as it has. */
const allRows = 2000

type PaneProps = Readonly<{player: PlayerState}>

export function NodesPane({player}: PaneProps) {
  const {style, zoomed} = player
  const words = style.value
  const place = {view: 'nodes', zoomed: zoomed.value} as const
  const toggle = () => {
    zoomed.value = !zoomed.value
  }
  return (
    <Pane
      name="nodes"
      title={words.text(zoomed.value ? 'view.wholeNodes' : 'player.nodes')}
      extra={
        <button type="button" aria-pressed={zoomed.value} onClick={toggle}>
          {words.text('player.everyField')}
        </button>
      }
    >
      <Scrolls class={cellsClass(false)} aria-labelledby="title-nodes">
        <View player={player} place={place} rows={zoomed.value ? allRows : nodesRows} />
      </Scrolls>
    </Pane>
  )
}

/** One of the other views, and tabs to choose which. */
export function OtherPane({player}: PaneProps) {
  const {style, view} = player
  const tabs = useRef<HTMLDivElement>(null)
  const choose = (by: number) => {
    const next = otherViews.at((otherViews.indexOf(view.value) + by) % otherViews.length)
    if (next) view.value = next
    tabs.current?.querySelector<HTMLElement>(`#tab-${view.value}`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = {ArrowLeft: -1, ArrowRight: 1}[event.key]
    if (by === undefined || event.ctrlKey) return
    event.stopPropagation()
    event.preventDefault()
    choose(by)
  }
  return (
    <section class="pane pane-other">
      <div
        class="tabs"
        role="tablist"
        aria-label={style.value.text('player.views')}
        ref={tabs}
        onKeyDown={onKeyDown}
      >
        {otherViews.map(one => (
          <button
            key={one}
            id={`tab-${one}`}
            type="button"
            role="tab"
            aria-selected={one === view.value}
            aria-controls="other"
            tabIndex={one === view.value ? 0 : -1}
            onClick={() => {
              view.value = one
            }}
          >
            {style.value.text(`player.view.${one}`)}
          </button>
        ))}
      </div>
      <Panel key={view.value} player={player} view={view.value} />
    </section>
  )
}

/** Begins at the top; only a timeline begins at its end, where the newest event is. */
function Panel({player, view}: PaneProps & Readonly<{view: OtherView}>) {
  const cells = cellsClass(view === 'timeline')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be within reach of the keyboard
    <div id="other" role="tabpanel" aria-labelledby={`tab-${view}`} tabIndex={0} class={cells}>
      <View player={player} place={{view, zoomed: false}} rows={allRows} />
    </div>
  )
}

type ViewProps = PaneProps & Readonly<{place: Omit<NodesPlace, 'scroll'>; rows: number}>

function View({player, place, rows}: ViewProps) {
  const [ref, columns] = useColumns()
  const {lines} = nodesPane(player.input(), {columns, rows}, {...place, scroll: 0})
  return (
    <div ref={ref} data-columns={columns} data-rows={rows} class="measured">
      <Lines lines={lines} />
    </div>
  )
}

export function TranscriptPane({player}: PaneProps) {
  const {replay, style} = player
  const [ref, columns] = useColumns()
  const view = useMemo(createTranscriptView, [])
  const {lines} = view(player.input(), {columns, rows: allRows}, {scrolled: 0, now: replay.now()})
  return (
    <Pane name="transcript" title={style.value.text('ui.transcript')}>
      <Scrolls class={cellsClass(true)} aria-labelledby="title-transcript">
        <div ref={ref} data-columns={columns} class="measured">
          <Lines lines={lines} />
        </div>
      </Scrolls>
    </Pane>
  )
}

/** `fromEnd`: it begins at its end, and stays there while it grows. */
function cellsClass(fromEnd: boolean): string {
  return fromEnd ? 'cells from-end' : 'cells'
}
