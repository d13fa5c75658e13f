// What the lab's state was, moment by moment, for looking back. States share what did not change, so an hour of them is small.

import type {Frame} from '../model/recording.ts'
import type {LabState} from '../model/state.ts'
import {withoutSecrets} from '../model/without-secrets.ts'
import type {Store} from './store.ts'

/** A frame costs about 13 kB, with a client at work twice that: a quarter of an hour in some 100 MB. Older ones are dropped, many at once. */
const most = 5_000
const dropped = 500

export class Recorder {
  #frames: Frame[]

  constructor(store: Store<LabState>) {
    this.#frames = [{at: Date.now(), state: withoutSecrets(store.get())}]
    store.subscribe(() => this.#note(store.get()))
  }

  /** Oldest first; what was noted later is not in it. */
  frames(): readonly Frame[] {
    return [...this.#frames]
  }

  #note(state: LabState) {
    this.#frames.push({at: Date.now(), state: withoutSecrets(state)})
    if (this.#frames.length > most) this.#frames = this.#frames.slice(dropped)
  }
}
