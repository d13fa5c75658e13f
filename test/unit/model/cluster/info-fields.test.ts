// What the fields of INFO replication mean: every field that a real node printed has a line in both languages.

import stringWidth from 'string-width'
import {expect, test} from 'vitest'
import {fieldMeaning} from '../../../../src/model/cluster/info-fields.ts'
import {languages, translate} from '../../../../src/model/text/messages.ts'
import {recorded, situations} from '../../recorded/recording.ts'

const fields = new Set(
  situations.flatMap(situation =>
    recorded(situation).nodes.flatMap(reading =>
      Object.keys(reading.is === 'answered' ? reading.replication : (reading.lastSaid ?? {})),
    ),
  ),
)

test('Every field is explained, in a line that has room beside it', () => {
  const faults = [...fields].flatMap(field => {
    const meaning = fieldMeaning(field)
    return languages
      .map(language => (meaning ? translate(language, meaning) : ''))
      .filter(words => words === '' || stringWidth(words) > 52)
      .map(words => `${field}: ${words || 'no meaning'}`)
  })
  expect(fields.size).toBeGreaterThan(10)
  expect(faults).toEqual([])
})

test('A field that is not known has no meaning, and is no error', () => {
  expect(fieldMeaning('field_of_the_future')).toBeUndefined()
  expect(fieldMeaning('toString')).toBeUndefined()
})

test('The fields of newer servers have a meaning too', () => {
  // Redis 8.6 and Valkey 9.1, where 7.0 does not have them.
  const newer = [
    'replica_full_sync_buffer_size',
    'replica_full_sync_buffer_peak',
    'master_current_sync_attempts',
    'master_total_sync_attempts',
    'master_link_up_since_seconds',
    'master_client_io_thread',
    'total_disconnect_time_sec',
    'replicas_waiting_psync',
    'replicas_repl_buffer_size',
    'replicas_repl_buffer_peak',
  ]
  const faults = newer.flatMap(field => {
    const meaning = fieldMeaning(field)
    return languages
      .map(language => (meaning ? translate(language, meaning) : ''))
      .filter(words => words === '' || stringWidth(words) > 52)
      .map(words => `${field}: ${words || 'no meaning'}`)
  })
  expect(faults).toEqual([])
})
