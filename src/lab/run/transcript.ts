// The transcript's entries: each line opens one when it runs, adds its results, and closes it.

import type {By, LabEvent, LessonBegun, Sentence} from '../../model/state/lab-state.ts'
import {LabError} from '../../model/text/lab-error.ts'
import type {Message} from '../../model/text/messages.ts'

export class Transcript {
  readonly #dispatch: (event: LabEvent) => void
  #lastId = 0

  constructor(dispatch: (event: LabEvent) => void) {
    this.#dispatch = dispatch
  }

  /**
   * Keeps an entry open while `work` runs, which begins when `held` has settled; `several`: it addresses more than one node. A LabError is written into the
   * entry; other errors are rethrown as bugs.
   */
  async write(
    typed: string,
    by: By,
    work: (id: number) => Promise<void> | void,
    {several = false, held}: Readonly<{several?: boolean; held?: Promise<void> | undefined}> = {},
  ): Promise<void> {
    this.#lastId += 1
    const id = this.#lastId
    const how = {...(several && {several}), ...(held !== undefined && {held: true as const})}
    this.#dispatch({on: 'typed', id, by, typed, at: Date.now(), ...how})
    if (held !== undefined) {
      await held
      this.#dispatch({on: 'begun', id})
    }
    try {
      await work(id)
    } catch (error) {
      if (!(error instanceof LabError)) throw error
      this.say(id, error.reason)
    }
    this.#dispatch({on: 'finished', id})
  }

  /** Opens a new last entry for later output of an earlier one. Returns its id. */
  continue(words?: Message): number {
    void this.write('', 'lab', id => {
      if (words) this.note(id, words)
    })
    return this.#lastId
  }

  say(id: number, words: Message): void {
    this.#dispatch({on: 'told', id, message: words})
  }

  /** Adds a remark that is not an error, so the exit code stays the same. */
  note(id: number, words: Message): void {
    this.#dispatch({on: 'told', id, message: words, fine: true})
  }

  /** Adds a sentence of a solution as its own entry. */
  explain(sentence: Sentence): Promise<void> {
    return this.write('', 'lab', id => this.#dispatch({on: 'explained', id, ...sentence}))
  }

  /** Divides what follows from what was before, as its own entry. */
  beginLesson(begun: LessonBegun): Promise<void> {
    return this.write('', 'lab', id => this.#dispatch({on: 'lessonBegan', id, ...begun}))
  }
}
