// The words of the protocol, as schemas: the type and the check of what the other end sent are one text. A field that is not named is refused.

import {
  boolean,
  type GenericSchema,
  type InferOutput,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  picklist,
  pipe,
  regex,
  safeParse,
  strictObject,
  string,
  transform,
} from 'valibot'
import {sanitize} from '../text/sanitize.ts'

/** Ids of lessons, steps, goals, options: never free text. */
export const id = pipe(string(), regex(/^[a-zA-Z0-9][\w/-]{0,63}$/))

/** The id of a room is part of a file's name. */
export const room = pipe(string(), regex(/^[a-zA-Z0-9][\w-]{0,63}$/))

export const count = (most = Number.MAX_SAFE_INTEGER) =>
  pipe(number(), integer(), minValue(0), maxValue(most))

/** ms since the epoch */
export const moment = count(8.64e15)

/**
 * Free text for people. Control characters are refused; invisible ones are removed, so that a line that is offered is the line that is shown.
 * Whatever is shown is sanitized there again.
 */
export const text = (most: number) =>
  pipe(string(), maxLength(most), regex(/^\P{Cc}*$/u), transform(sanitize), minLength(1))

/** 128 or 256 random bits in hex. */
export const key = pipe(string(), regex(/^(?:[0-9a-f]{32}|[0-9a-f]{64})$/))

/** An id of a Redis stream: the cursor of everything that is read again after an interruption. */
export const cursor = pipe(string(), regex(/^\d{1,16}-\d{1,12}$/))

/** `{kind: …}` with exactly these fields. */
export const kind = <Name extends string, Fields extends Readonly<Record<string, GenericSchema>>>(
  name: Name,
  fields: Fields,
) => strictObject({kind: literal(name), ...fields})

/** Reads what the other end sent; undefined if it is not as the schema says. */
export const parser =
  <Schema extends GenericSchema>(schema: Schema) =>
  (value: unknown): InferOutput<Schema> | undefined => {
    const parsed = safeParse(schema, value)
    return parsed.success ? parsed.output : undefined
  }

export {boolean, picklist}
