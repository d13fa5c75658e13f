import {describe, expect, test} from 'vitest'
import {everyNodeAnswers} from '../../../../src/model/lesson/goals/replication.ts'
import {assembleLesson, type Step, type StepPlan, stepOf} from '../../../../src/model/lesson/lesson.ts'
import {proofread} from '../../../../src/model/lesson/proofread.ts'
import {stamp} from '../../../../src/model/lesson/translation.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {wordsOf} from '../words-of.ts'

const plan = {
  ready: everyNodeAnswers,
  goals: {asked: everyNodeAnswers},
  solutions: {info: ['INFO', 'ROLE']},
  mistakes: {typo: {example: ['INF0'], when: () => false}},
} satisfies StepPlan
const look = stepOf('look', plan)

/** The faults of a lesson whose English words are `en`, in English. */
function faults(en: string, steps: readonly Step[] = [look]): readonly string[] {
  const one = assembleLesson({
    id: 'one',
    stage: 'standalone',
    steps,
    words: {en, zh: stamp(wordsOf(steps), en)},
  })
  return proofread(one).map(fault => translate('en', fault))
}

const words = wordsOf([look])

test('Words that say everything have no fault', () => {
  expect(faults(words)).toEqual([])
})

describe('A fault is told with its file, its step and its remedy', () => {
  test.each<[title: string, words: string, fault: string]>([
    [
      'a condition without a sentence',
      words.replace('- asked: Goal asked of look', ''),
      'one/en.md, step look: ### goals has no sentence for "asked". Add one.',
    ],
    [
      'a sentence without a condition',
      words.replace('- asked:', '- other: x\n- asked:'),
      'one/en.md, step look: the lesson has no "other" for ### goals. Remove the sentence, or fix its id.',
    ],
    [
      'a slip without a sentence',
      words.replace('- typo: Slip typo of look', ''),
      'one/en.md, step look: ### mistakes has no sentence for "typo". Add one.',
    ],
    [
      'a solution nobody wrote',
      words.replace('### passed', '### solution magic\n- x\n\n### passed'),
      'one/en.md, step look: the lesson has no "magic" for ### solution. Remove the sentence, or fix its id.',
    ],
    [
      'a line of a solution without a sentence',
      words.replace('- Sentence 2 of info', ''),
      'one/en.md, step look: solution "info" has 2 lines and 1 sentence. Each line needs one.',
    ],
    [
      'a hint too few',
      words.replace('- Hint 3 of look', ''),
      'one/en.md, step look: 2 hints, expected 3: where to look, which command, how to write it.',
    ],
    ['no text', words.replace('Text of look.', ''), 'one/en.md, step look: text is empty.'],
    ['no task', words.replace('Task of look.', ''), 'one/en.md, step look: ### task is empty.'],
    ['no end', words.replace('Passed look.', ''), 'one/en.md, step look: ### passed is empty.'],
    ...['Text of look.', 'Task of look.', 'Goal asked', 'Hint 2', 'Sentence 1', 'Slip typo', 'Passed'].map(
      (place): [string, string, string] => [
        `a placeholder that cannot be filled, in "${place}"`,
        words.replace(place, `${place} {lag 6379} {6379}`),
        'one/en.md, step look: {lag 6379} is not a known figure or node. docs/lessons.md lists them.',
      ],
    ),
  ])('%s', (_, broken, fault) => {
    expect(broken).not.toBe(words)
    expect(faults(broken)).toEqual([fault])
  })

  test.each<[title: string, place: string, text: string, fault: string]>([
    [
      'a port',
      'Text of',
      'Ask 6380. Text of',
      'port 6380 is a literal, but the nodes may use other ports. Write {6380}.',
    ],
    [
      'a port in code',
      'Hint 3',
      '`@6481 GET cart:ann` Hint 3',
      'port 6481 is a literal, but the nodes may use other ports. Write {6481}.',
    ],
    [
      'a port after an address',
      'Goal asked',
      '127.0.0.1:6379 Goal asked',
      'port 6379 is a literal, but the nodes may use other ports. Write {6379}.',
    ],
    [
      'a port of the bus',
      'Slip typo',
      'Port 16381, Slip typo',
      'port 16381 is a literal, but the nodes may use other ports. Write {6381} + 10000.',
    ],
    [
      'a slot',
      'Passed look',
      'It is slot 5712. Passed look',
      'slot 5712 is a literal. Write {slot KEY} for the slot of a key, {slots 6379} for the slots of a node.',
    ],
    [
      'the end of a range of slots',
      'Task of',
      'Slots 0-5460. Task of',
      'slot 5460 is a literal. Write {slot KEY} for the slot of a key, {slots 6379} for the slots of a node.',
    ],
    [
      'a slot in Chinese',
      'Text of',
      '槽5712 Text of',
      'slot 5712 is a literal. Write {slot KEY} for the slot of a key, {slots 6379} for the slots of a node.',
    ],
    [
      'the slot of a redirection',
      'Sentence 1',
      '`MOVED 5712` Sentence 1',
      'slot 5712 is a literal. Write {slot KEY} for the slot of a key, {slots 6379} for the slots of a node.',
    ],
    [
      'an id',
      'Text of',
      `${'0123456789'.repeat(4)} Text of`,
      'id 01234567… is different in every run. Write {id 6379} for a node id, {replid 6379} for a replication id.',
    ],
    [
      'code wider than the pane',
      'Hint 2',
      `\`SET cart:ann ${'x'.repeat(75)}\` Hint 2`,
      `\`${'x'.repeat(75)}\` is 75 columns wide; a terminal of 80 columns has room for 74. Shorten it.`,
    ],
    [
      'a line of code wider than the pane',
      'Text of look.',
      `Text.\n\n    SET cart:ann ${'x'.repeat(70)}`,
      `\`SET cart:ann ${'x'.repeat(70)}\` is 83 columns wide; a terminal of 80 columns has room for 74. Shorten it.`,
    ],
    [
      'more asked than the pane has rows',
      'Task of look.',
      '做'.repeat(250),
      'task and conditions take 9 rows; a terminal of 80x24 has room for 7. Shorten them, or split the step.',
    ],
    [
      'more text than can be read with one page key',
      'Text of look.',
      Array.from({length: 8}, () => `Text. ${'x'.repeat(90)}`).join('\n\n'),
      'text and task take 27 rows; at 80x24 19 can be read with one page key. Shorten the text, or split the step.',
    ],
  ])('%s, which is not so everywhere', (_, place, text, fault) => {
    const broken = words.replace(place, text)
    expect(broken).not.toBe(words)
    expect(faults(broken)).toEqual([`one/en.md, step look: ${fault}`])
  })

  test.each([
    'slots {slots 6379}, and 16384 slots, slot 0 to 16383',
    '{6379} and `@{6481} SET cart:{ann} 1`',
    'a port 16 or 63790, `product:6379x`',
    '6 nodes, 3 masters, 1.6379 s',
    '`@{6380} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6379}`',
    `a name of ${'a'.repeat(41)}`,
  ])('but not %s', text => {
    expect(faults(words.replace('Text of look.', text))).toEqual([])
  })

  test('a number in a line that is typed, once, with the line', () => {
    const typed = stepOf('look', {
      ...plan,
      setup: ['@6379 SET a 1', '@6379 SET a 1'],
      mistakes: {},
      solutions: {info: ['CLUSTER SETSLOT 5712 STABLE']},
    })
    expect(faults(wordsOf([typed]), [typed])).toEqual([
      'one, step look, line `@6379 SET a 1`: port 6379 is a literal, but the nodes may use other ports. Write {6379}.',
      'one, step look, line `CLUSTER SETSLOT 5712 STABLE`: slot 5712 is a literal. Write {slot KEY} for the slot of a key, {slots 6379} for the slots of a node.',
    ])
  })

  test('a hint that says nothing', () => {
    expect(faults(words.replace('- Hint 2 of look', '- '))).toEqual([
      'one/en.md, step look: ### hints is empty.',
    ])
  })

  test('a translation of an English text that has changed, or of which nothing says what it was made from', () => {
    const stamped = stamp(words, words)
    const of = (en: string, zh: string) =>
      proofread(assembleLesson({id: 'one', stage: 'bare', steps: [look], words: {en, zh}})).map(fault =>
        translate('en', fault),
      )
    expect(of(words, stamped)).toEqual([])
    expect(of(words.replace('Text of look.', 'Text\n  of look.'), stamped)).toEqual([])
    expect(of(words.replace('Text of look.', 'New text of look.'), stamped)).toEqual([
      'one/zh.md, section "## look": the English has changed since the translation. Compare the two, then run `redis-cluster-lab lesson stamp` on the folder.',
    ])
    expect(of(words, stamped.replace(/<!--.*\n/, ''))).toEqual([
      'one/zh.md, section "#" has no stamp of the English text it translates. Compare the two, then run `redis-cluster-lab lesson stamp` on the folder.',
    ])
  })

  test('a whole solution without words: that it has none, and how many it needs', () => {
    expect(faults(words.replace(/### solution info\n.*\n.*\n/, ''))).toEqual([
      'one/en.md, step look: ### solution has no sentence for "info". Add one.',
      'one/en.md, step look: solution "info" has 2 lines and 0 sentences. Each line needs one.',
    ])
  })

  test('and each file is read', () => {
    const broken = words.replace('Passed look.', '')
    const one = assembleLesson({
      id: 'one',
      stage: 'bare',
      steps: [look],
      words: {en: broken, zh: stamp(broken, broken)},
    })
    expect(proofread(one).map(fault => translate('zh', fault))).toEqual([
      'one/en.md，步骤 look：### passed 为空。',
      'one/zh.md，步骤 look：### passed 为空。',
    ])
  })
})

describe('A prediction and its facts', () => {
  const asking = stepOf('look', {
    ...plan,
    prediction: {answer: 'a', seen: () => false, unseen: ['again']},
    facts: {first: everyNodeAnswers},
    ways: {again: ['PING']},
  })
  const whole = wordsOf([asking])
  const predicting = (change: Partial<Step['prediction']>): Step => ({
    ...asking,
    prediction: {answer: 'a', seen: () => false, ...change},
  })

  test('have no fault where the words have the right option and each fact', () => {
    expect(faults(whole, [asking])).toEqual([])
  })

  test.each<[title: string, step: Step, words: string, fault: string]>([
    [
      'a right option that the question lacks',
      predicting({answer: 'c'}),
      whole,
      'one/en.md, step look: ### prediction has no option "c", which lesson.ts marks as correct.',
    ],
    [
      'a path that the step lacks',
      predicting({unseen: ['elsewhere']}),
      whole,
      'one/en.md, step look: `unseen` lists "elsewhere", which is no solution, way or mistake of the step.',
    ],
    [
      'a question about what no solution shows',
      predicting({unseen: ['info']}),
      whole,
      'one/en.md, step look: `unseen` lists every solution. At least one must show what the question asks about.',
    ],
    [
      'a sentence without a fact',
      asking,
      whole.replace('- first:', '- other: x\n- first:'),
      'one/en.md, step look: the lesson has no "other" for ### passed. Remove the sentence, or fix its id.',
    ],
  ])('are told of %s', (_, one, en, fault) => {
    expect(faults(en, [one])).toContain(fault)
  })

  test('are stated in both languages', () => {
    const zh = stamp(whole.replace(/^- first: .*$/m, ''), whole)
    const one = assembleLesson({id: 'one', stage: 'standalone', steps: [asking], words: {en: whole, zh}})
    expect(proofread(one).map(fault => translate('en', fault))).toEqual([
      'one/zh.md, step look: ### passed has no sentence for "first". Add one.',
    ])
  })

  test('are not needed in words for a claim, nor the paragraph where facts are stated', () => {
    const ofEnglish = (en: string) => faults(en, [asking]).filter(fault => fault.includes('en.md'))
    expect(ofEnglish(whole.replace(/^- first: .*$/m, ''))).toEqual([])
    expect(ofEnglish(whole.replace('Passed look.', ''))).toEqual([])
  })
})

test('The first and the last step must be possible on every server', () => {
  const steps = ['a', 'b', 'c'].map(id => stepOf(id, {...plan, needs: 'waitAof'}))
  expect(faults(wordsOf(steps), steps)).toEqual(
    ['a', 'c'].map(
      id =>
        `one, step ${id}: the first and the last step must be possible on every server, so they cannot have \`needs\` or \`unless\`.`,
    ),
  )
})

test('How many slots a tool moves is no slot', () => {
  const step = stepOf('look', {...plan, solutions: {info: ['redis-cli --cluster-slots 100', 'ROLE']}})
  expect(faults(wordsOf([step]), [step])).toEqual([])
})
