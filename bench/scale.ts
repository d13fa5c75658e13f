// How much is measured: whole by default, a part of it with `--scale 0.1`.

import {parseArgs} from 'node:util'

const {values} = parseArgs({options: {scale: {type: 'string', default: '1'}, seed: {type: 'string'}}})

/** This many, scaled; at least one. */
export function times(whole: number): number {
  return Math.max(1, Math.round(whole * Number(values.scale)))
}

/** `--seed N`, or one by chance. */
export function seed(): number {
  return values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
}
