// The terminal given away and taken back, which draws everything anew: for Ctrl-Z, for Ctrl-L, and when a window has lost what it showed.

import {useApp} from 'ink'
import {useEffect, useMemo} from 'react'
import {suspendProcess} from './suspend.ts'

/** What stands between these is shown as one frame (DEC mode 2026). */
const beginUpdate = '\u001b[?2026h'
const endUpdate = '\u001b[?2026l'

type Terminal = Readonly<{suspend: () => void; redraw: () => void}>

export function useTerminal(): Terminal {
  const {exit, suspendTerminal} = useApp()
  const terminal = useMemo(() => {
    let last = Promise.resolve()
    // Ink refuses to give the terminal away a second time before it has it back.
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
 * A window that was made smaller and as large as before at once (a pane zoomed and back, a session attached) has lost what it showed;
 * Node compares sizes and tells nobody. Returns how to stop listening.
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
