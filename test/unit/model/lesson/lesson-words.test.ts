// The format of a lesson's words: what each piece becomes, and each mistake's sentence, which names the file, what was expected and what came.

import {describe, expect, test} from 'vitest'
import {parseLessonWords} from '../../../../src/model/lesson/lesson-words.ts'

const text = `# REPLICAOF: one writes

What it is
about.

## look: Six masters

A paragraph, of
two lines.

- an item
- another,
  continued

    GET a
    GET b

Say \`INFO\`: **now**.

### goals
- asked: someone asked
  {6379}
- answered-2: it: answered

### hints
- one
- two
- three

### solution info
- a sentence

### solution by-way
- first
- second

### mistakes
- section: with the letter O

### more
The reason
why.

    GET c

### passed
Well done,
all of you.
- seen: You saw
  it.
- asked-first: You asked.

## follow: Two replicas

Text.
`

describe('Questions', () => {
  const asking = `# T

## recall: Before we begin

### question who-writes
Who takes
writes?
- master: The master. → So it is.
- replica: A replica.
  → No: it answers READONLY.

## look: x

Text.

### prediction
You asked
already.

What comes?
- ok: \`OK\` → Not here.
- error: An error. → Yes.

### task
Do it.
`
  const words = parseLessonWords('one/en.md', asking)

  test('of the recall have options, each with its reply', () => {
    expect(words.recall).toEqual({
      'who-writes': {
        text: 'Who takes writes?',
        options: [
          {id: 'master', text: 'The master.', reply: 'So it is.'},
          {id: 'replica', text: 'A replica.', reply: 'No: it answers READONLY.'},
        ],
      },
    })
    expect(words.steps.map(({id}) => id)).toEqual(['look'])
  })

  test('of a step too', () => {
    expect(words.steps[0]?.prediction?.options.map(({id, reply}) => [id, reply])).toEqual([
      ['ok', 'Not here.'],
      ['error', 'Yes.'],
    ])
    expect(words.steps[0]?.prediction).toMatchObject({context: 'You asked already.', text: 'What comes?'})
    expect(words.steps[0]?.task).toBe('Do it.')
  })

  test.each([
    ['## recall: x\n\n### prediction\nWhat?', '### question ID'],
    ['## recall: x\n\n### question one\nWhat?\n- a: no reply', '- id: option → reply'],
    ['## look: x\n\n### prediction\nWhat?\n- a: no reply', '- id: option → reply'],
  ])('that cannot be read say what was expected: %j', (broken, expected) => {
    expect(() => parseLessonWords('one/en.md', `# T\n\n${broken}`)).toThrow(`expected "${expected}"`)
  })
})

describe('A words file becomes', () => {
  const words = parseLessonWords('one/en.md', text)
  const [look, follow] = words.steps

  test('its title and summary, its steps in order', () => {
    expect(words.title).toBe('REPLICAOF: one writes')
    expect(words.summary).toBe('What it is about.')
    expect(words.steps.map(({id, title}) => [id, title])).toEqual([
      ['look', 'Six masters'],
      ['follow', 'Two replicas'],
    ])
  })

  test('paragraphs, items and code, its lines joined but those of code', () => {
    expect(look?.text).toEqual([
      {kind: 'text', text: 'A paragraph, of two lines.'},
      {kind: 'item', text: 'an item'},
      {kind: 'item', text: 'another, continued'},
      {kind: 'code', text: 'GET a'},
      {kind: 'code', text: 'GET b'},
      {kind: 'text', text: 'Say `INFO`: **now**.'},
    ])
  })

  test('sentences under their ids', () => {
    expect(look?.goals).toEqual({asked: 'someone asked {6379}', 'answered-2': 'it: answered'})
    expect(look?.hints).toEqual(['one', 'two', 'three'])
    expect(look?.solutions).toEqual({info: ['a sentence'], 'by-way': ['first', 'second']})
    expect(look?.mistakes).toEqual({section: 'with the letter O'})
    expect(look?.passed).toBe('Well done, all of you.')
    expect(look?.facts).toEqual({seen: 'You saw it.', 'asked-first': 'You asked.'})
  })

  test('the part of the text that waits for the answer', () => {
    expect(look?.more).toEqual([
      {kind: 'text', text: 'The reason why.'},
      {kind: 'code', text: 'GET c'},
    ])
  })

  test('a step with empty parts where it says nothing; proofreading tells', () => {
    expect(follow).toEqual({
      id: 'follow',
      title: 'Two replicas',
      text: [{kind: 'text', text: 'Text.'}],
      task: '',
      goals: {},
      hints: [],
      solutions: {},
      more: [],
      mistakes: {},
      passed: '',
      facts: {},
      review: [],
    })
  })

  test.each([
    ['没有\n空格', '没有空格'],
    ['句号。\n下一句', '句号。下一句'],
    ['使用 INFO\n命令', '使用 INFO 命令'],
    ['命令\nINFO', '命令 INFO'],
    ['one\ntwo', 'one two'],
    ['one  \n   two', 'one two'],
  ])('lines joined by a space where the language has one: %j', (body, joined) => {
    expect(parseLessonWords('x', `# T\n\n${body}`).summary).toBe(joined)
  })
})

describe('A file that cannot be read says which, what was expected, and what came', () => {
  test.each([
    ['', '# Title', ''],
    ['A lesson\n\n## look: x', '# Title', 'A lesson'],
    ['#No space', '# Title', '#No space'],
    ['# T\n\n## Look at this\n', '## step-id: Title', '## Look at this'],
    ['# T\n\n## look:x\n', '## step-id: Title', '## look:x'],
    [
      '# T\n\n## look: x\n\n### hint\n- one',
      '### prediction, more, task, goals, hints, solution ID, mistakes, passed, review',
      '### hint',
    ],
    [
      '# T\n\n## look: x\n\n### solution\n- one',
      '### prediction, more, task, goals, hints, solution ID, mistakes, passed, review',
      '### solution',
    ],
    ['# T\n\n## look: x\n\n### goals\n- someone asked', '- id: sentence', '- someone asked'],
    ['# T\n\n## look: x\n\n### mistakes\n- a slip: of the pen', '- id: sentence', '- a slip: of the pen'],
  ])('%j', (broken, expected, came) => {
    expect(() => parseLessonWords('one/zh.md', broken)).toThrow(
      `one/zh.md: expected "${expected}", got "${came}". docs/lessons.md shows the format.`,
    )
  })
})
