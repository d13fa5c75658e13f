// Waiting until the state meets a condition: for `check`, tests, and anything else that uses the lab without a screen.

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

/** Settles when the condition is met; rejects with what is missing after `within` ms, or when the nodes are lost. */
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
