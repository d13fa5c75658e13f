// Waiting until the state meets a condition: for `check`, tests and everything that follows the lab without a screen.

import type {LabState} from '../../model/state/lab-state.ts'

/** Returns true, or says what is still missing. */
export type Condition = (state: LabState) => true | string

/** The part of a lab that waiting needs. */
export type WatchableLab = Readonly<{
  state: () => LabState
  subscribe: (listener: () => void) => () => void
  /** Settles with the reason if the nodes are lost for good. */
  gone: Promise<Error>
}>

/** A reading takes a few ms, and longer only while a stage starts. ms */
const nextReading = 3000

/** Settles when the nodes have been read once more, so that what passes by between two lines is seen too; or when there was nothing to read. */
export async function readAgain(lab: WatchableLab): Promise<void> {
  const since = Date.now()
  const isRead = ({snapshot}: LabState) => (snapshot?.at ?? 0) >= since || 'no reading'
  // Whoever waits for something sees for himself that it has not come; that the nodes are lost is told by the lab.
  await waitForState(lab, isRead, nextReading).catch(() => undefined)
}

/** Settles when the answer is true; rejects with what was last missing after `within` ms, or when the nodes are lost. */
export async function waitForState(lab: WatchableLab, question: Condition, within: number): Promise<void> {
  let missing = 'nothing asked' as true | string
  let settle: () => void = () => undefined
  const answered = new Promise<void>(resolve => {
    settle = resolve
  })
  const ask = () => {
    missing = question(lab.state())
    if (missing === true) settle()
  }
  const forget = lab.subscribe(ask)
  ask()
  const late = Promise.withResolvers<void>()
  const timer = setTimeout(late.resolve, within)
  const lostNodes = lab.gone.then(error => Promise.reject(error))
  try {
    await Promise.race([answered, late.promise, lostNodes])
    if (missing !== true) throw new Error(`Waited ${within / 1000} s: ${missing}`)
  } finally {
    clearTimeout(timer)
    forget()
  }
}
