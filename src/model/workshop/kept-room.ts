// What of a room outlives the lab, as it is read from the disk again: who closes the lab and comes back finds what they left.

import {array, exactOptional, type InferOutput, optional, strictObject} from 'valibot'
import {deliverySchema} from './command.ts'
import {flags} from './event.ts'
import {limits} from './limits.ts'
import {count, id, moment, parser, picklist, text} from './schema.ts'

/** See `Workshop`, of which it is a part. */
const keptSchema = strictObject({
  flag: picklist(flags),
  question: exactOptional(count()),
  heard: array(deliverySchema),
  open: array(strictObject({id, since: moment})),
  recommended: array(id),
  timer: exactOptional(strictObject({until: moment, text: optional(text(limits.text))})),
  votes: array(strictObject({poll: id, option: count()})),
})
type Mutable = InferOutput<typeof keptSchema>
export type KeptRoom = {readonly [Field in keyof Mutable]: Readonly<Mutable[Field]>}

/** Undefined if it is none, as that of another version. */
export const parseKeptRoom: (value: unknown) => KeptRoom | undefined = parser(keptSchema)
