import {describe, expect, test} from 'vitest'
import {all, any, lost, met, notYet, type Verdict} from '../../../../src/model/lesson/verdict.ts'
import {message} from '../../../../src/model/text/messages.ts'

const first = notYet(message('ui.loading'))
const second = notYet(message('ui.freePlay'))
const gone = lost(message('ui.passed'))

describe('Of several verdicts', () => {
  test.each<[title: string, verdicts: readonly Verdict[], together: Verdict]>([
    ['none is met', [], met],
    ['all met are met', [met, met], met],
    ['the first that is not met speaks', [met, first, second], first],
    ['one that is lost speaks before those that are not met yet', [first, gone, met], gone],
  ])('%s', (_, verdicts, together) => {
    expect(all(verdicts)).toBe(together)
  })

  test.each<[title: string, verdicts: readonly Verdict[], together: Verdict]>([
    ['none to choose from is met', [], met],
    ['one met is enough', [first, met], met],
    ['the first speaks where none is met', [first, second], first],
  ])('any one: %s', (_, verdicts, together) => {
    expect(any(verdicts)).toBe(together)
  })
})
