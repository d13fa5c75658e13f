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
  expect(fieldMeaning('replicas_waiting_psync')).toBeUndefined()
  expect(fieldMeaning('toString')).toBeUndefined()
})
