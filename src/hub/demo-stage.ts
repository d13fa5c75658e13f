// Where the instructor's own lab is shown to the open pages: its last picture, in memory only.

import {timingSafeEqual} from 'node:crypto'
import type {Demonstration} from '../model/workshop/demonstration.ts'
import {limits} from '../model/workshop/limits.ts'
import type {ScreenSnapshot} from '../model/workshop/screen.ts'
import {newStaffToken} from './codes.ts'

export class DemoStage {
  /** Lets a lab in. It can do nothing but show itself. */
  readonly key = newStaffToken()
  readonly #silence: number
  #onChange: () => void = () => undefined
  #json = jsonOf({is: 'none'})
  #timer: NodeJS.Timeout | undefined

  /** `silence`: ms without a picture after which the lab counts as lost. */
  constructor(silence: number = limits.demoSilence) {
    this.#silence = silence
  }

  /** What is shown, as JSON. */
  get json(): string {
    return this.#json
  }

  /** Calls back whenever something else is shown. */
  listen(onChange: () => void): void {
    this.#onChange = onChange
  }

  admits(key: string): boolean {
    const [given, own] = [Buffer.from(key), Buffer.from(this.key)]
    return given.length === own.length && timingSafeEqual(given, own)
  }

  show(screen: ScreenSnapshot): void {
    this.#set({is: 'live', screen})
    this.#timer = setTimeout(() => this.#set({is: 'lost', screen}), this.#silence)
  }

  end(): void {
    this.#set({is: 'ended'})
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #set(now: Demonstration): void {
    clearTimeout(this.#timer)
    const json = jsonOf(now)
    if (json === this.#json) return
    this.#json = json
    this.#onChange()
  }
}

function jsonOf(now: Demonstration): string {
  return JSON.stringify(now)
}
