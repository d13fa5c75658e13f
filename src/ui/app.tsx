// What the program shows: the lab as it is, or a recording of how it was.

import {type ReactNode, useCallback, useEffect, useMemo, useRef, useState} from 'react'
import type {Lab} from '../lab/lab.ts'
import {type Language, otherThan} from '../model/text/messages.ts'
import {Replay} from '../replay/replay.ts'
import {Style} from '../views/draw/style.ts'
import type {Sight} from '../views/sight.ts'
import {type KeySink, LabContextProvider, type ShownLab, type TypedHistory} from './screen/lab-context.ts'
import {Prompt, Status} from './screen/panes.tsx'
import {ReplayScreen} from './screen/replay-screen.tsx'
import {Screen} from './screen/screen.tsx'
import {initialUiState, type UiState} from './state/ui-state.ts'
import type {Key} from './terminal/keys.ts'
import {useMouse} from './terminal/mouse.ts'
import {isWide, replyPatience} from './terminal/sign-width.ts'
import {Throttle} from './terminal/throttle.ts'
import {useKeys} from './terminal/use-keys.ts'
import {isRunning} from './views/prompt.ts'

export type AppProps = Readonly<{
  lab: Pick<Lab, 'reader'> & ShownLab
  style: Style
  history: TypedHistory
  /** The wheel scrolls. */
  mouse: boolean
  /** The terminal was asked how wide it draws signs. */
  widthAsked: boolean
  /** Called when it has replied. */
  onReply?: () => void
  onSight?: ((sight: Sight) => void) | undefined
}>

export function App({lab, style: first, history, mouse, widthAsked, onReply, onSight}: AppProps): ReactNode {
  const [replay, setReplay] = useState<Replay>()
  const [ui, setUi] = useState(() => initialUiState(history.lines))
  const {keys, style, setStyle} = useTerminalInput(first, widthAsked, onReply)
  useMouse(mouse)
  const context = useMemo(() => {
    const setLanguage = (language: Language | undefined) =>
      setStyle(now => new Style({...now, language: language ?? otherThan(now.language)}))
    const startReplay = (now: UiState) => {
      setUi(now)
      setReplay(new Replay(lab.reader(), lab.lessons))
    }
    return {lab, watch: watching(lab), style, history, keys, setLanguage, startReplay, onSight}
  }, [lab, style, setStyle, history, keys, onSight])
  const leave = () => {
    replay?.[Symbol.dispose]()
    setReplay(undefined)
  }
  if (replay) return <Recording replay={replay} first={ui} style={style} keys={keys} leave={leave} />
  return (
    <LabContextProvider value={context}>
      <Screen
        first={ui}
        bottom={(now, size) => (
          <>
            <Prompt ui={now} size={size} />
            <Status ui={now} columns={size.columns} />
          </>
        )}
      />
    </LabContextProvider>
  )
}

type ReplayProps = Readonly<{replay: Replay; style: Style; leave: () => void}>

/** A recording without a lab. */
export function ReplayApp({
  mouse,
  widthAsked,
  ...props
}: ReplayProps & Pick<AppProps, 'mouse' | 'widthAsked'>): ReactNode {
  const {keys, style} = useTerminalInput(props.style, widthAsked)
  useMouse(mouse)
  return <Recording {...props} first={{...initialUiState(), pane: 'nodes'}} keys={keys} style={style} />
}

type RecordingProps = ReplayProps & Readonly<{first: UiState; keys: KeySink}>

function Recording({replay, first, style, keys, leave}: RecordingProps): ReactNode {
  const context = useMemo(() => ({lab: replay, watch: watching(replay), style, keys}), [replay, style, keys])
  return (
    <LabContextProvider value={context}>
      <ReplayScreen replay={replay} first={first} leave={leave} />
    </LabContextProvider>
  )
}

function watching(lab: ShownLab): Throttle {
  return new Throttle(
    listener => lab.subscribe(listener),
    () => !isRunning(lab.state()),
  )
}

/** The keys, and the style: in ASCII once the terminal has replied that it draws signs in two cells. */
function useTerminalInput(first: Style, widthAsked: boolean, onReply?: () => void) {
  const [style, setStyle] = useState(first)
  const sink = useRef<KeySink['current']>(() => [])
  const awaited = useRef(widthAsked)
  /** Keys wait for the reply: the shell would get it as input, if one of them left the lab. */
  const held = useRef<readonly Key[] | undefined>(widthAsked ? [] : undefined)
  const give = useKeys(
    keys => {
      if (held.current === undefined) return sink.current(keys)
      held.current = [...held.current, ...keys]
      return []
    },
    column => {
      if (awaited.current && isWide(column)) setStyle(now => now.inAscii())
      awaited.current = false
      release()
      onReply?.()
    },
  )
  const release = useCallback(() => {
    const keys = held.current ?? []
    held.current = undefined
    give(keys)
  }, [give])
  useEffect(() => {
    const late = setTimeout(release, replyPatience)
    return () => clearTimeout(late)
  }, [release])
  return {keys: sink, style, setStyle}
}
