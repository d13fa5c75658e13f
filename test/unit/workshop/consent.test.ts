// What somebody reads before they join is true of the room and of their part in it.

import {describe, expect, test} from 'vitest'
import {languages, translate} from '../../../src/model/text/messages.ts'
import {consentWords} from '../../../src/workshop/consent.ts'

const consent = (role: 'learner' | 'helper', countsOnly: boolean, language: 'en' | 'zh' = 'en') =>
  consentWords({hub: '192.0.2.2:7700', address: '192.0.2.2', role, countsOnly})
    .map(words => translate(language, words))
    .join('\n')

describe('The consent', () => {
  test('of a room that only counts has no picture of the screen, for a helper neither', () => {
    for (const role of ['learner', 'helper'] as const) {
      expect(consent(role, true)).toContain(
        'never sent: what you type, keys, values, files, other programs, pictures',
      )
      expect(consent(role, true)).not.toContain('A picture of the screen goes out')
      expect(consent(role, false)).toContain('A picture of the screen goes out')
    }
  })

  test('tells a helper of such a room that they have a name, and are not counted', () => {
    expect(consent('helper', true)).toMatch(
      /as a helper\. .* counts nothing of what your lab sends[\s\S]*kept: your name/,
    )
    expect(consent('learner', true)).toContain('you have no name here')
  })

  test.each(languages)('says in each kind of room how long it is kept (%s)', language => {
    const until = {
      en: 'a day after the end, or a week after the last sign of life of the room',
      zh: '结束后一天，或房间最后一次活动后一周',
    }
    for (const countsOnly of [true, false])
      for (const role of ['learner', 'helper'] as const)
        expect(consent(role, countsOnly, language)).toContain(until[language])
  })
})
