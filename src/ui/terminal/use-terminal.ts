// Gives the terminal away and takes it back, which redraws everything: for Ctrl-Z, Ctrl-L, and a window that lost its content.

import {useApp} from 'ink'
import {useEffect, useMemo} from 'react'
import {suspendProcess} from './suspend.ts'

/** The terminal shows what is between these as one frame (DEC mode 2026). */
export const beginUpdate = '\u001b[?2026h'
const endUpdate = '\u001b[?2026l'

type Terminal = Readonly<{suspend: () => void; redraw: () => void}>

export function useTerminal(): Terminal {
  const {exit, suspendTerminal} = useApp()
  const terminal = useMemo(() => {
    let last = Promise.resolve()
    // Ink throws if the terminal is given away twice.
    const inTurn = (work: () => Promise<void>) => {
      last = last.then(work).catch(exit)
    }
    const giveAndTake = async () => {
      process.stdout.write(beginUpdate)
      await suspendTerminal(() => undefined).finally(() => process.stdout.write(endUpdate))
    }
    return {suspend: () => inTurn(() => suspendTerminal(suspendProcess)), redraw: () => inTurn(giveAndTake)}
  }, [exit, suspendTerminal])
  useEffect(() => onResized(terminal.redraw), [terminal])
  return terminal
}

/** A window at rest sends no resize signal for this long, ms. One that is dragged sends many. */
const restsAfter = 100

/**
 * Calls `act` when a resized window is at rest: a frame that was on its way wrapped in a narrower window, and a window that is soon as wide
 * again (tmux zoom or attach) lost what stood beyond. Node reports only sizes that changed. Returns a function that stops listening.
 */
function onResized(act: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const onSignal = () => {
    clearTimeout(timer)
    timer = setTimeout(act, restsAfter)
  }
  process.on('SIGWINCH', onSignal)
  return () => {
    clearTimeout(timer)
    process.off('SIGWINCH', onSignal)
  }
}
