// The terminal's mouse reports, which only the wheel is read from. Off unless the learner sets them on: while they are on, text is selected with Shift held.

import {useEffect} from 'react'

const on = '\u001b[?1000h\u001b[?1006h'
const off = '\u001b[?1006l\u001b[?1000l'

let reports = false

/** Turns the reports on, and off when the screen ends, also by a signal. */
export function useMouse(wanted: boolean): void {
  useEffect(() => {
    set(wanted)
    return () => set(false)
  }, [wanted])
}

/** Turns the reports off while another program has the terminal; the function returned turns them on again if they were. */
export function pauseMouse(): () => void {
  const before = reports
  set(false)
  return () => set(before)
}

function set(wanted: boolean) {
  if (wanted === reports) return
  reports = wanted
  process.stdout.write(wanted ? on : off)
}
