// Meanings of the INFO replication fields.

import {infoFieldsText} from '../text/catalogue/info-fields.ts'
import {type Message, message} from '../text/messages.ts'

/** Undefined for an unknown field, such as one that a newer server added. */
export function fieldMeaning(field: string): Message | undefined {
  const name = /^slave\d+$/.test(field) ? 'slaveN' : field
  return isKnown(name) ? message(`info-fields.${name}`) : undefined
}

/** Whether a known field begins with this text: the panel highlights by the beginning, such as `slave` for `slave0`. */
export function isFieldBeginning(text: string): boolean {
  return Object.keys(infoFieldsText).some(key => key.slice('info-fields.'.length).startsWith(text))
}

function isKnown(name: string): name is KnownField {
  return Object.hasOwn(infoFieldsText, `info-fields.${name}`)
}

type KnownField = keyof typeof infoFieldsText extends `info-fields.${infer Name}` ? Name : never
