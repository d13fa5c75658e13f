// Waiting for a question on the state: for `check`, for tests, for anything that follows the lab without a screen.

import type {LabState} from '../model/state.ts'

/** True, or what is still missing. */
export type Question = (state: LabState) => true | string

/** A lab, as far as waiting needs one. */
export type Watched = Readonly<{
  state: () => LabState
  subscribe: (listener: () => void) => () => void
  /** Settles with why, if the nodes are lost for good. */
  gone: Promise<Error>
}>

/** Settles when the answer is true; rejects with what was last missing after `within` ms, or when the nodes are lost. */
export async function until(lab: Watched, question: Question, within: number): Promise<void> {
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
