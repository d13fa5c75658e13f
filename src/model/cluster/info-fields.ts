// A field of INFO replication -> what it means.

import {infoFieldsText} from '../text/catalogue/info-fields.ts'
import {type Message, message} from '../text/messages.ts'

/** Undefined for a field that is not known here: a newer server's, or one that a change of Redis brought. */
export function fieldMeaning(field: string): Message | undefined {
  const name = /^slave\d+$/.test(field) ? 'slaveN' : field
  return isKnown(name) ? message(`info-fields.${name}`) : undefined
}

function isKnown(name: string): name is KnownField {
  return Object.hasOwn(infoFieldsText, `info-fields.${name}`)
}

type KnownField = keyof typeof infoFieldsText extends `info-fields.${infer Name}` ? Name : never
