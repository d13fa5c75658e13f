// The type of a reply, as precise as RESP2 and RESP3: the status OK is not the string "OK".

import type {Bytes} from './bytes.ts'

/** Plain JSON; numbers stay text because 64 bits do not fit a JavaScript number. */
export type Reply = Shape &
  Readonly<{
    /** How many bytes of a long reply were not kept. */
    omitted?: number
  }>

type Shape =
  | Readonly<{type: 'status' | 'error' | 'integer' | 'double' | 'bignum'; text: Bytes}>
  | Readonly<{type: 'bulk'; bytes: Bytes}>
  | Readonly<{type: 'verbatim'; format: string; bytes: Bytes}>
  | Readonly<{type: 'boolean'; value: boolean}>
  | Readonly<{type: 'nil'}>
  | Readonly<{type: 'array' | 'set' | 'push'; items: readonly Reply[]}>
  | Readonly<{type: 'map'; pairs: readonly (readonly [Reply, Reply])[]}>
