// What the fields of INFO replication and CLUSTER INFO mean: every field that a supported server printed has a line in both languages.

import {readFileSync} from 'node:fs'
import stringWidth from 'string-width'
import {expect, test} from 'vitest'
import {fieldMeaning} from '../../../../src/model/cluster/info-fields.ts'
import {lastFields} from '../../../../src/model/cluster/snapshot.ts'
import {languages, translate} from '../../../../src/model/text/messages.ts'
import type {RecordedFields} from '../../recorded/record-fields.ts'
import {recorded, situations} from '../../recorded/recording.ts'

const ofServers = JSON.parse(
  readFileSync(new URL('../../recorded/fields.json', import.meta.url), 'utf8'),
) as RecordedFields

const ofSituations = situations.flatMap(situation =>
  recorded(situation).nodes.flatMap(reading => Object.keys(lastFields(reading) ?? {})),
)

/** What is wrong with the meanings of these fields: one is missing, or has no room beside its field. */
function faultsOf(fields: readonly string[]): readonly string[] {
  return [...new Set(fields)].flatMap(field => {
    const meaning = fieldMeaning(field)
    return languages
      .map(language => (meaning ? translate(language, meaning) : ''))
      .filter(words => words === '' || stringWidth(words) > 52)
      .map(words => `${field}: ${words || 'no meaning'}`)
  })
}

test('Every field of INFO replication and CLUSTER INFO of every server is explained, in a line that has room beside it', () => {
  expect(Object.keys(ofServers).sort()).toEqual([
    'Redis 7.0.15',
    'Redis 8.0.2',
    'Redis 8.6.3',
    'Valkey 8.0.1',
    'Valkey 8.1.1',
    'Valkey 9.1.2',
  ])
  for (const {replication, cluster} of Object.values(ofServers)) {
    // Printed only while a replica synchronizes, and only by a master that demands replicas.
    expect(replication).toEqual(expect.arrayContaining(['master_sync_perc', 'min_slaves_good_slaves']))
    expect(cluster).toEqual(expect.arrayContaining(['cluster_state', 'cluster_stats_messages_ping_sent']))
  }
  expect(faultsOf(Object.values(ofServers).flatMap(one => [...one.replication, ...one.cluster]))).toEqual([])
  expect(faultsOf(ofSituations)).toEqual([])
})

test('A field that is not known has no meaning, and is no error', () => {
  expect(fieldMeaning('field_of_the_future')).toBeUndefined()
  expect(fieldMeaning('cluster_stats_of_the_future_sent')).toBeUndefined()
  expect(fieldMeaning('toString')).toBeUndefined()
})
