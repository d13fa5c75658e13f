// Texts of progress files, good ones and those that people and other versions make.

import {describe, expect, test} from 'vitest'
import {noProgress, type Progress} from '../../../../src/model/progress/progress.ts'
import {parseProgress, progressText} from '../../../../src/model/progress/progress-file.ts'
import {translate} from '../../../../src/model/text/messages.ts'

const full: Progress = {
  version: 3,
  passed: {
    tour: {
      look: {
        at: 10,
        seconds: 1.5,
        hints: 2,
        solved: true,
        changes: [{key: 'what-changed.master', values: {node: 6380}}],
      },
    },
  },
  answers: {tour: {look: {chosen: 'a', at: 11}}},
  at: {lesson: 'tour', step: 'look', done: true, since: 12},
}

const withStep = (change: object) =>
  JSON.stringify({...full, passed: {tour: {look: {...full.passed['tour']?.['look'], ...change}}}})

describe('Read is', () => {
  test('what was written', () => {
    expect(parseProgress(progressText(full))).toEqual({progress: full})
    expect(parseProgress(progressText(noProgress))).toEqual({progress: noProgress})
  })

  test('what an editor put a byte order mark before', () => {
    expect(parseProgress(`\uFEFF${progressText(full)}`)).toEqual({progress: full})
  })

  test('a file that says only what was passed', () => {
    expect(parseProgress('{"version":3,"passed":{}}')).toEqual({progress: noProgress})
  })

  test('version 1, which knew only that a step was passed', () => {
    const text =
      '{"version":1,"passed":{"tour":["look","write"]},"at":{"lesson":"tour","step":"look","done":false}}'
    const unknown = {at: 0, seconds: 0, hints: 0, solved: false, changes: []}
    expect(parseProgress(text)).toEqual({
      progress: {
        version: 3,
        passed: {tour: {look: unknown, write: unknown}},
        answers: {},
        at: {lesson: 'tour', step: 'look', done: false},
      },
    })
  })

  test('version 2, as lab 0.1.0 wrote it, with its sentences in the present names', () => {
    const old = {
      version: 2,
      passed: {
        tour: {
          look: {
            at: 10,
            seconds: 1.5,
            hints: 2,
            solved: true,
            happened: [{say: 'happened.back', with: {node: 6381, role: {say: 'happened.aMaster'}}}],
          },
        },
      },
      answers: {tour: {look: {said: 'a', right: 'b', at: 11}}},
      at: {lesson: 'tour', step: 'look', done: true, since: 12},
    }
    const back = {key: 'what-changed.back', values: {node: 6381, role: {key: 'what-changed.aMaster'}}}
    const look = {at: 10, seconds: 1.5, hints: 2, solved: true, changes: [back]}
    expect(parseProgress(JSON.stringify(old))).toEqual({progress: {...full, passed: {tour: {look}}}})
  })

  test('what this version does not know, untouched', () => {
    const other = {
      ...full,
      badges: [1],
      passed: {pack: {x: {...full.passed['tour']?.['look'], mood: 'fine'}}},
    }
    expect(parseProgress(JSON.stringify(other))).toEqual({progress: other})
  })
})

test.each([
  ['', 'it is not a JSON object.'],
  ['{"version": 3,', 'it is not a JSON object.'],
  ['[]', 'it is not a JSON object.'],
  ['null', 'it is not a JSON object.'],
  ['"2"', 'it is not a JSON object.'],
  ['{}', 'version should be a whole number, 1 or more, got -.'],
  ['{"version":"2"}', 'version should be a whole number, 1 or more, got "2".'],
  ['{"version":0}', 'version should be a whole number, 1 or more, got 0.'],
  ['{"version":1.5}', 'version should be a whole number, 1 or more, got 1.5.'],
  [
    '{"version":4,"steps":[]}',
    'a newer version of the lab wrote it (format 4; this one reads up to 3). Use that version.',
  ],
  ['{"version":3}', 'passed should be an object, got -.'],
  ['{"version":3,"passed":[]}', 'passed should be an object, got [].'],
  ['{"version":3,"passed":{"tour":["look"]}}', 'passed.tour should be an object, got ["look"].'],
  ['{"version":3,"passed":{"tour":{"look":true}}}', 'passed.tour.look should be an object, got true.'],
  ['{"version":1,"passed":{"tour":{}}}', 'passed.tour should be a list, got {}.'],
  ['{"version":1,"passed":{"tour":["look",2]}}', 'passed.tour.1 should be a string, got 2.'],
  [withStep({at: 'now'}), 'passed.tour.look.at should be a number, 0 or more, got "now".'],
  [withStep({at: -1}), 'passed.tour.look.at should be a number, 0 or more, got -1.'],
  [withStep({at: 8.7e15}), 'passed.tour.look.at should be a number, 0 or more, got 8700000000000000.'],
  [
    withStep({failovers: [{is: 'died'}, null]}),
    'passed.tour.look.failovers.1 should be an object, got null.',
  ],
  [
    withStep({failovers: [{is: 'died', owner: {}}]}),
    'passed.tour.look.failovers.0.owner should be a string, got {}.',
  ],
  [withStep({hints: null}), 'passed.tour.look.hints should be a number, 0 or more, got null.'],
  [withStep({solved: 1}), 'passed.tour.look.solved should be true or false, got 1.'],
  [withStep({changes: {}}), 'passed.tour.look.changes should be a list, got {}.'],
  [
    '{"version":3,"passed":{},"answers":{"tour":{"look":{"chosen":"a"}}}}',
    'answers.tour.look.at should be a number, 0 or more, got -.',
  ],
  ['{"version":3,"passed":{},"at":"tour"}', 'at should be an object, got "tour".'],
  [
    '{"version":3,"passed":{},"at":{"lesson":"tour","step":"look"}}',
    'at.done should be true or false, got -.',
  ],
  [
    '{"version":3,"passed":{"__proto__":{"polluted":1}}}',
    'passed.__proto__.polluted should be an object, got 1.',
  ],
])('%s is refused with what is wrong in it', (text, sentence) => {
  const parsed = parseProgress(text)
  expect('fault' in parsed && translate('en', parsed.fault)).toBe(sentence)
})

test('A wrong value that is long is not shown whole', () => {
  const parsed = parseProgress(withStep({solved: 'x'.repeat(10_000)}))
  expect('fault' in parsed && translate('en', parsed.fault).length).toBeLessThan(150)
})
