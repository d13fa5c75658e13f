// The screen: the lab as it is, or a recording of what it was.

import {Box, useWindowSize} from 'ink'
import {type ReactNode, useMemo, useRef, useState} from 'react'
import type {Lab} from '../lab/lab.ts'
import {Replay} from '../lab/recording/replay.ts'
import {type Language, otherThan} from '../model/text/messages.ts'
import {layoutOf} from '../views/draw/pane-sizes.ts'
import {Style} from '../views/draw/style.ts'
import {
  type KeySink,
  LabContextProvider,
  type ShownLab,
  type TypedHistory,
  useView,
} from './screen/lab-context.ts'
import {Panes, TooSmall, Whole} from './screen/layout.tsx'
import {Header, Prompt, Status} from './screen/panes.tsx'
import {ReplayScreen} from './screen/replay-screen.tsx'
import {useUiState} from './screen/use-ui-state.ts'
import {initialUiState, paneOf, type UiState} from './state/ui-state.ts'
import {type Subscribe, throttled} from './terminal/throttle.ts'
import {useKeys} from './terminal/use-keys.ts'

export type AppProps = Readonly<{
  lab: Pick<Lab, 'tape'> & ShownLab
  style: Style
  history: TypedHistory
}>

export function App({lab, style: first, history}: AppProps): ReactNode {
  const [style, setStyle] = useState(first)
  const [replay, setReplay] = useState<Replay>()
  const [face, setFace] = useState(() => initialUiState(history.lines))
  const keys = useKeyboard()
  const surroundings = useMemo(() => {
    const speak = (language: Language | undefined) =>
      setStyle(now => new Style({...now, language: language ?? otherThan(now.language)}))
    const lookBack = (now: UiState) => {
      setFace(now)
      setReplay(new Replay(lab.tape(), lab.lessons))
    }
    return {lab, watch: watching(lab), style, history, keys, speak, lookBack}
  }, [lab, style, history, keys])
  const back = () => {
    replay?.[Symbol.dispose]()
    setReplay(undefined)
  }
  if (replay) return <Played replay={replay} first={face} style={style} keys={keys} leave={back} />
  return (
    <LabContextProvider value={surroundings}>
      <Screen first={face} />
    </LabContextProvider>
  )
}

type ReplayProps = Readonly<{replay: Replay; style: Style; leave: () => void}>

/** A recording on the whole screen, and nothing else. */
export function ReplayApp(props: ReplayProps): ReactNode {
  return <Played {...props} first={{...initialUiState(), pane: 'nodes'}} keys={useKeyboard()} />
}

type PlayedProps = ReplayProps & Readonly<{first: UiState; keys: KeySink}>

function Played({replay, first, style, keys, leave}: PlayedProps): ReactNode {
  const surroundings = useMemo(
    () => ({lab: replay, watch: watching(replay), style, keys}),
    [replay, style, keys],
  )
  return (
    <LabContextProvider value={surroundings}>
      <ReplayScreen replay={replay} first={first} leave={leave} />
    </LabContextProvider>
  )
}

function watching(lab: ShownLab): Subscribe {
  return throttled(listener => lab.subscribe(listener))
}

function useKeyboard(): KeySink {
  const sink = useRef<KeySink['current']>(() => undefined)
  useKeys(keys => sink.current(keys))
  return sink
}

function Screen({first}: Readonly<{first: UiState}>): ReactNode {
  const size = useWindowSize()
  const withLesson = useView(state => state.play !== undefined)
  const layoutFor = (face: UiState) => layoutOf(size, withLesson, face.view !== 'nodes')
  const kept = useUiState({layoutFor, size, first})
  const face = {...kept, pane: paneOf(kept, withLesson)}
  const layout = layoutFor(face)
  if (layout.tier === 'none') return <TooSmall size={size} />
  return (
    // Never taller or wider than the screen: one row more, and the terminal would be cleared at every frame.
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      <Header columns={size.columns} />
      {face.help || face.zoomed || face.chosen !== undefined ? (
        <Whole face={face} size={size} />
      ) : (
        <Panes face={face} layout={layout} columns={size.columns} />
      )}
      <Prompt face={face} size={size} />
      <Status face={face} columns={size.columns} />
    </Box>
  )
}
