// What the instructor's page asks the hub to do: the same as the lines of the terminal. As schemas, for a page is a client like any other.

import {type GenericSchema, type InferOutput, literal, strictObject, variant} from 'valibot'
import {orderSchema} from './command.ts'
import {helpActs} from './help-question.ts'
import {roles} from './join.ts'
import {limits} from './limits.ts'
import {boolean, count, id, parser, picklist, text} from './schema.ts'

const act = <Name extends string, Fields extends Readonly<Record<string, GenericSchema>>>(
  name: Name,
  fields: Fields,
) => strictObject({is: literal(name), ...fields})

const staffOrderSchema = variant('is', [
  act('give', {order: orderSchema}),
  act('closePoll', {share: boolean()}),
  act('lock', {locked: boolean()}),
  act('kick', {learner: id}),
  act('rename', {learner: id, name: text(limits.name)}),
  act('code', {of: picklist(roles)}),
  act('end', {}),
  act('help', {n: count(), what: picklist(helpActs)}),
])
export type StaffOrder = InferOutput<typeof staffOrderSchema>

/** An order of the page; undefined if it is none. */
export const parseStaffOrder = parser(staffOrderSchema)

/** The hub's answer. `done`: false if it could not be; absent while it waits for the hub's Redis. */
export type StaffAnswer = Readonly<{done?: boolean}>
