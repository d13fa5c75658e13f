// How much is measured: everything by default, a tenth of it with `--scale 0.1`.

import {parseArgs} from 'node:util'

const {values} = parseArgs({
  options: {
    scale: {type: 'string', default: '1'},
    seed: {type: 'string'},
    only: {type: 'string', default: ''},
    minutes: {type: 'string', default: '60'},
  },
})

/** A scaled number of repetitions, at least one. */
export function times(whole: number): number {
  return Math.max(1, Math.round(whole * Number(values.scale)))
}

/** `--seed N`, or a random one. */
export function seed(): number {
  return values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
}

/** The names in `--only a,b`; empty if all are meant. */
export function only(): readonly string[] {
  return values.only.split(',').filter(name => name !== '')
}

/** `--minutes N`, an hour by default. */
export function minutes(): number {
  return Number(values.minutes)
}
