// Meanings of the fields of INFO replication and CLUSTER INFO.

import {clusterFieldsText} from '../text/catalogue/cluster-fields.ts'
import {infoFieldsText} from '../text/catalogue/info-fields.ts'
import {type Message, message} from '../text/messages.ts'

/** Undefined for an unknown field, such as one that a newer server added. */
export function fieldMeaning(field: string): Message | undefined {
  const name = /^slave\d+$/.test(field) ? 'slaveN' : field
  if (isKnown(name)) return message(`info-fields.${name}`)
  // Counters come in pairs, and those of messages for each kind of message.
  const counter = /^(cluster_stats_(?:messages|\w*bytes)).*_(?:sent|received)$/.exec(field)?.[1] ?? field
  return isClusterField(counter) ? message(`cluster-fields.${counter}`) : undefined
}

function isKnown(name: string): name is KnownField {
  return Object.hasOwn(infoFieldsText, `info-fields.${name}`)
}

function isClusterField(counter: string): counter is ClusterField {
  return Object.hasOwn(clusterFieldsText, `cluster-fields.${counter}`)
}

type ClusterField = keyof typeof clusterFieldsText extends `cluster-fields.${infer Name}` ? Name : never
type KnownField = keyof typeof infoFieldsText extends `info-fields.${infer Name}` ? Name : never
