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

test.each([...fields])('%s is explained, in a line that has room beside it', field => {
  const meaning = fieldMeaning(field)
  for (const language of languages) {
    const words = meaning ? translate(language, meaning) : ''
    expect(words).not.toBe('')
    expect(stringWidth(words)).toBeLessThanOrEqual(52)
  }
})

test('A field that is not known has no meaning, and is no error', () => {
  expect(fieldMeaning('replicas_waiting_psync')).toBeUndefined()
  expect(fieldMeaning('toString')).toBeUndefined()
})
