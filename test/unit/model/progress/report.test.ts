// A report of what was learnt: the sums, the words, and what becomes of figures, of other lessons and of hostile text.

import {describe, expect, test} from 'vitest'
import {lesson} from '../../../../src/model/lesson/lesson.ts'
import {noProgress, type Progress} from '../../../../src/model/progress/progress.ts'
import {reportOf} from '../../../../src/model/progress/report.ts'
import {reportMarkdown} from '../../../../src/model/progress/report-markdown.ts'
import {message} from '../../../../src/model/text/messages.ts'
import {healthy} from '../../../redis/check/own-lessons.ts'

const words = `# Shop: \`{6379}\` sells

About a shop.

## recall: Before we begin

### question role
What is {6379}?
- master: A master. → So it says: \`role:master\`.
- replica: A replica. → It follows nobody.

## write: Write to {6379}

Text.

### prediction
What will {6380} answer at offset {offset 6380}?
- ok: \`OK\`. → It takes no writes.
- readonly: An error. → It is a replica of {6379}.

### task
Write.

### goals
- written: it is written

### hints
- where
- what
- how

### solution set
- why

### mistakes
- typo: what helps

### passed
Done.

## look: Look

Text.

### task
Look.

### goals
- written: it is written

### hints
- where
- what
- how

### solution set
- why

### mistakes
- typo: what helps

### passed
Done.
`
const steps = {write: {...healthy, prediction: {answer: 'readonly', seen: () => false}}, look: healthy}
const recall = {role: 'master'}
const shop = lesson({id: 'shop', stage: 'standalone', steps, recall, words: {en: words, zh: words}})
const other = lesson({
  id: 'other',
  stage: 'standalone',
  steps: {look: healthy},
  words: {
    en: `# Other\n\n## look${words.split('## look')[1]}`,
    zh: `# Other\n\n## look${words.split('## look')[1]}`,
  },
})
const lessons = [shop, other]

/** 2026-03-04 14:05 UTC */
const noon = Date.UTC(2026, 2, 4, 14, 5)
const progress: Progress = {
  version: 3,
  passed: {
    shop: {
      write: {
        at: noon,
        seconds: 72.4,
        hints: 1,
        solved: true,
        changes: [
          message('what-changed.keys', {node: 6379, was: 0, now: 1}),
          message('what-changed.master', {node: '<b>'}),
        ],
      },
      gone: {at: noon, seconds: 1000, hints: 9, solved: true, changes: []},
    },
    '<script>': {x: {at: noon, seconds: 1, hints: 0, solved: false, changes: []}},
  },
  answers: {
    shop: {
      'recall/role': {chosen: 'replica', at: noon},
      write: {chosen: 'ok', at: noon},
    },
  },
}
const report = reportOf(lessons, progress, 'en', noon)

test('The sums count what the lessons have, and nothing else', () => {
  expect(report.totals).toEqual({
    lessons: {finished: 0, all: 2},
    steps: {passed: 1, all: 3},
    answers: {right: 0, wrong: 2, notAnswered: 0, all: 2},
    seconds: 72,
    hints: 1,
    solved: 1,
  })
  expect(report.elsewhere).toEqual([{lesson: '<script>', steps: 1, answers: 0}])
})

test('Ports in words are those of the lab that asks', () => {
  const [first] = reportOf(lessons, progress, 'en', noon, 30_000).lessons
  expect(first).toMatchObject({
    title: 'Shop: `30000` sells',
    steps: [{title: 'Write to 30000'}, {title: 'Look'}],
  })
})

test('Without a lab, ports in words are the nominal ones, and figures of nodes that are gone an ellipsis', () => {
  const [first] = report.lessons
  expect(first).toMatchObject({
    title: 'Shop: `6379` sells',
    steps: [{title: 'Write to 6379'}, {title: 'Look'}],
  })
  expect(first?.steps[0]?.prediction).toEqual({
    idea: 'other',
    question: 'What will 6380 answer at offset …?',
    result: 'wrong',
    answer: 'An error.',
    explanation: 'It is a replica of 6379.',
    chosen: '`OK`.',
    reply: 'It takes no writes.',
    at: noon,
  })
})

describe('An answer', () => {
  const answered = (chosen: string, id = 'write') =>
    reportOf(lessons, {...noProgress, answers: {shop: {[id]: {chosen, at: noon}}}}, 'en', noon).lessons[0]

  test('whose option is gone goes by its id', () => {
    expect(answered('older')?.steps[0]?.prediction).toMatchObject({chosen: 'older', reply: ''})
  })

  test('to a question that is gone is left out', () => {
    expect(answered('ok', 'look')?.steps.every(({prediction}) => prediction === undefined)).toBe(true)
    expect(answered('ok', 'recall/older')?.recall).toEqual([])
  })
})

test('As Markdown it says what was done, what was answered, what changed, and what is open', () => {
  expect(reportMarkdown(report, 'en', 'UTC')).toBe(`# redis-cluster-lab: learning report

Written on 2026-03-04 14:05.

- Steps passed: 1 of 3; lessons finished: 0 of 2
- Time in these steps: 1 min 12 s; hints: 1; shown by /solve: 1
- Questions answered: 2; right: 0; wrong: 2; not answered: 0

## Predictions and questions, by idea

| idea | right | wrong | not answered |
| --- | --- | --- | --- |
| other | 0 | 2 | 0 |

## Shop: \`6379\` sells (1 of 2 steps)

### Before we begin

- **Question:** What is 6379?
  - Your answer: A replica.
  - Correct answer: A master.
  - Explanation: It follows nobody.

### 1. Write to 6379

2026-03-04 14:05 · 72.4 s · 1 hint · shown by /solve

- **Question:** What will 6380 answer at offset …?
  - Your answer: \`OK\`.
  - Correct answer: An error.
  - Explanation: It takes no writes.

- **What changed:**
  - 6379: keys 0→1
  - \\<b\\> became a master

## Not passed yet

- 2 questions to review: \`redis-cluster-lab review\`
- Shop: \`6379\` sells (shop):
  - Look
- Other (other): not started

## Lessons that this lab does not have

- \\<script\\>: 1 step, 0 answers
`)
})

test('A right answer stands alone', () => {
  const right = {chosen: 'readonly', at: noon}
  const text = reportMarkdown(
    reportOf(lessons, {...noProgress, answers: {shop: {write: right}}}, 'en', noon),
    'en',
    'UTC',
  )
  expect(text).toContain(`
Not passed yet.

- **Question:** What will 6380 answer at offset …?
  - Your answer, correct: An error.
  - Explanation: It is a replica of 6379.
`)
  expect(text).not.toContain('`redis-cluster-lab review`')
})

test('In Chinese it is Chinese', () => {
  const text = reportMarkdown(reportOf(lessons, progress, 'zh', noon), 'zh', 'UTC')
  expect(text).toContain('- 已完成步骤：1/3；已完成课程：0/2')
  expect(text).toContain('2026-03-04 14:05 · 72.4 秒 · 1 条提示 · 由 /solve 演示')
  expect(text).toContain('  - 6379：键 0→1')
})

test('A step passed in a version that kept no more than that is reported as just that', () => {
  const unknown = {at: 0, seconds: 0, hints: 0, solved: false, changes: []}
  const passed = {shop: {write: unknown, look: unknown}, other: {look: unknown}}
  const text = reportMarkdown(reportOf(lessons, {...noProgress, passed}, 'en', noon), 'en', 'UTC')
  expect(text).toContain('\n### 2. Look\n\nPassed in an earlier version.\n')
  expect(text).not.toContain('1970')
  expect(text).toMatch(/## Not passed yet\n\n- 1 question to review: `redis-cluster-lab review`\n$/)
})

test('Without any progress the report names what there is', () => {
  expect(reportMarkdown(reportOf(lessons, noProgress, 'en', noon), 'en', 'UTC')).toMatch(
    /^- Steps passed: 0 of 3; .+## Not passed yet\n\n- Shop: `6379` sells \(shop\): not started\n- Other \(other\): not started\n$/ms,
  )
})
