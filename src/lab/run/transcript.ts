// The transcript's entries: each line that is run opens one, says what comes of it, and closes it.

import type {By, LabEvent, Sentence} from '../../model/state/lab-state.ts'
import {LabError} from '../../model/text/lab-error.ts'
import type {Message} from '../../model/text/messages.ts'

export class Transcript {
  readonly #dispatch: (event: LabEvent) => void
  #lastId = 0

  constructor(dispatch: (event: LabEvent) => void) {
    this.#dispatch = dispatch
  }

  /** An entry for as long as `work` lasts; `several`: it is asked of more than one node. What cannot be (LabError) is said in it, and can be tried again; a bug is thrown on. */
  async write(
    typed: string,
    by: By,
    work: (id: number) => Promise<void> | void,
    several = false,
  ): Promise<void> {
    this.#lastId += 1
    const id = this.#lastId
    this.#dispatch({on: 'typed', id, by, typed, at: Date.now(), ...(several && {several})})
    try {
      await work(id)
    } catch (error) {
      if (!(error instanceof LabError)) throw error
      this.say(id, error.reason)
    }
    this.#dispatch({on: 'finished', id})
  }

  /** An entry under everything else, for what still comes of an earlier one; its number. */
  goOn(words?: Message): number {
    void this.write('', 'lab', id => {
      if (words) this.note(id, words)
    })
    return this.#lastId
  }

  say(id: number, words: Message): void {
    this.#dispatch({on: 'told', id, message: words})
  }

  /** Something that is no mistake: a listener's exit code does not mind it. */
  note(id: number, words: Message): void {
    this.#dispatch({on: 'told', id, message: words, fine: true})
  }

  /** A sentence of a solution, on its own. */
  explain(sentence: Sentence): Promise<void> {
    return this.write('', 'lab', id => this.#dispatch({on: 'explained', id, ...sentence}))
  }
}
