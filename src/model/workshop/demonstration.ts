// A demonstration: the instructor's own lab, live on the projector.

import {type InferOutput, pipe, regex, strictObject, string} from 'valibot'
import {count, parser} from './schema.ts'
import type {ScreenSnapshot} from './screen.ts'

/** Where a lab shows itself, and the key to it: in a file that only the instructor can read. */
const stageDoorSchema = strictObject({
  port: count(65_535),
  key: pipe(string(), regex(/^[\w-]{43}$/)),
})
export type StageDoor = InferOutput<typeof stageDoorSchema>
export const parseStageDoor = parser(stageDoorSchema)

/** `ended`: the lab was closed. `lost`: it has not been heard of for some time; its last picture remains. */
export type Demonstration =
  | Readonly<{is: 'none' | 'ended'}>
  | Readonly<{is: 'live' | 'lost'; screen: ScreenSnapshot}>
