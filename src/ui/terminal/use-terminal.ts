// Gives the terminal away and takes it back, which redraws everything: for Ctrl-Z, Ctrl-L, and a window that lost its content.

import {useApp} from 'ink'
import {useEffect, useMemo} from 'react'
import {suspendProcess} from './suspend.ts'

/** The terminal shows what is between these as one frame (DEC mode 2026). */
const beginUpdate = '\u001b[?2026h'
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
  useEffect(() => onSameSize(terminal.redraw), [terminal])
  return terminal
}

/**
 * Calls `act` on a resize signal without a new size: the window was resized and back at once (tmux zoom or attach) and lost its content.
 * Node reports only sizes that changed. Returns a function that stops listening.
 */
function onSameSize(act: () => void): () => void {
  const size = () => `${process.stdout.columns}x${process.stdout.rows}`
  let known = size()
  const onSignal = () => {
    if (size() === known) act()
    known = size()
  }
  process.on('SIGWINCH', onSignal)
  return () => void process.off('SIGWINCH', onSignal)
}
