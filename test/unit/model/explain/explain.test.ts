// What is said of an error, when, and in which words. That every error is one that Redis really gives is shown in test/redis/explain/explain.test.ts.

import stringWidth from 'string-width'
import {describe, expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import {baseOf, type NodeName, sixNodes} from '../../../../src/model/cluster/node.ts'
import type {Action, Outcome} from '../../../../src/model/commands/action.ts'
import {explained, explainInFull, explanations} from '../../../../src/model/explain/explain.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {Entry, LabEvent, LabState} from '../../../../src/model/state/lab-state.ts'
import {languages, type Message, message, translate} from '../../../../src/model/text/messages.ts'
import {createUpdate} from '../../../../src/model/update/update.ts'
import {recorded, type Situation, situations} from '../../recorded/recording.ts'

const update = createUpdate(lessons)
const played = (events: readonly LabEvent[], state: LabState): LabState => events.reduce(update, state)

const commandTable = {
  GET: {arity: 2, keys: [1, 1, 1]},
  INFO: {arity: -1},
  REPLICAOF: {arity: 3},
  SET: {arity: -3, keys: [1, 1, 1]},
} as const
const standing = (situation: Situation): LabState => ({
  ...initialState(),
  snapshot: recorded(situation),
  roster: recorded(situation).roster,
  commandTable,
})
const free = standing('cluster')

const command = (typed: string, node: NodeName = '6379'): Action => ({
  do: 'command',
  node,
  words: typed.split(' '),
})
const failing = (error: string, action: Action = command('SET foo 1')): Outcome => ({
  action,
  at: 0,
  ms: 1,
  is: 'replied',
  reply: {type: 'error', text: error},
})
const typed = (id: number, by: Entry['by'] = 'learner'): LabEvent => ({
  on: 'typed',
  id,
  by,
  typed: 'x',
  at: id,
})
const ended = (id: number, outcome: Outcome): LabEvent => ({on: 'ended', id, outcome})
const moved = failing('MOVED 12182 127.0.0.1:6381')

/** What stands under the outcomes of the last line. */
function meant(events: readonly LabEvent[], state = free): readonly (string | undefined)[] {
  const parts = played(events, state).entries.at(-1)?.parts ?? []
  return parts.flatMap(part => ('outcome' in part ? [part.means && translate('en', part.means)] : []))
}

const fact = 'slot 12182 is served by 6381, not by 6379'
const sentence = `${fact}: @6381 SET …, or /cluster on`

/** Errors as they come, where the table has gaps. */
const fillings: Readonly<Record<string, string>> = {
  'MOVED … …': 'MOVED 12182 127.0.0.1:6381',
  'ASK … …': 'ASK 3443 127.0.0.1:6380',
  'Could not connect to Redis at …': 'Could not connect to Redis at 127.0.0.1:6381: Connection refused',
}
const filled = (begins: string) => fillings[begins] ?? begins.replaceAll('…', '3443')

/** What is found under an error wherever it is met: on every node, whatever the nodes say. */
const metWith = (begins: string) =>
  situations.flatMap(situation =>
    sixNodes.flatMap(node => {
      const found = explained(failing(filled(begins), command('SET foo 1', node)), standing(situation))
      return found ? [found] : []
    }),
  )

describe('Every explanation', () => {
  const met = explanations.map(({begins}) => [begins, metWith(begins)] as const)

  test('is found for its own error, wherever that is met', () => {
    const faults = met.flatMap(([begins, found]) => {
      const others = found.map(({explanation}) => explanation.begins).filter(one => one !== begins)
      return [
        ...(found.length === situations.length * sixNodes.length
          ? []
          : [`${begins}: met ${found.length} times`]),
        ...new Set(others.map(other => `${begins}: explained as ${other}`)),
      ]
    })
    expect(faults).toEqual([])
  })

  test('has every value, and fits into a line or two of eighty, in both languages', () => {
    const faults = met.flatMap(([begins, found]) =>
      found.flatMap(({fact, next, explanation}) =>
        languages.flatMap(language => {
          const whole = next === undefined ? fact : message('explain.with', {fact, next})
          const [text, first] = [translate(language, whole), translate(language, fact)]
          const long = translate(language, message(explanation.long))
          return [
            ...(/\{\w|NaN|undefined/.test(text.replace('{shop}', '')) ? [`lacks a value: ${text}`] : []),
            ...(stringWidth(first) > 92 ? [`fact too wide: ${first}`] : []),
            ...(stringWidth(text) > 2 * 76 ? [`too wide: ${text}`] : []),
            ...(/\{\w/.test(long) ? [`long lacks a value: ${long}`] : []),
          ].map(fault => `${begins} (${language}) ${fault}`)
        }),
      ),
    )
    expect([...new Set(faults)]).toEqual([])
  })
})

describe('Under an error stands', () => {
  test('what it means here and what may be typed next, in free play', () => {
    expect(meant([typed(1), ended(1, moved)])).toEqual([sentence])
  })

  test('once in a line, however many nodes give it', () => {
    expect(
      meant([typed(1), ended(1, moved), ended(1, moved), ended(1, failing('ERR syntax error'))]),
    ).toEqual([sentence, undefined, 'SET does not accept these words in this order'])
  })

  test.each(['lab', 'solution'] as const)('nothing in a line by the %s', by => {
    expect(meant([typed(1, by), ended(1, moved)])).toEqual([undefined])
  })

  test('nothing while it is switched off', () => {
    const off: LabEvent = {on: 'feedback', what: 'errors', is: false}
    expect(meant([off, typed(1), ended(1, moved)])).toEqual([undefined])
    expect(meant([off, {...off, is: true}, typed(1), ended(1, moved)])).toEqual([sentence])
  })

  test('nothing where there is no error, or one that nobody knows', () => {
    const ok: Outcome = {...moved, is: 'replied', reply: {type: 'status', text: 'OK'}}
    expect(meant([typed(1), ended(1, ok), ended(1, failing('ODD what is this'))])).toEqual([
      undefined,
      undefined,
    ])
  })

  test('no way to go on in cluster mode, which says itself why it did not go there', () => {
    expect(meant([{on: 'following', is: true}, typed(1), ended(1, moved)])).toEqual([fact])
  })

  test('nothing where the failure is what was asked for, or has its way out in it', () => {
    const closed = (action: Action): Outcome => ({
      action,
      at: 0,
      ms: 1,
      is: 'failed',
      because: message('outcome.closed'),
    })
    const dead: Outcome = {
      ...closed(command('SET foo 1')),
      is: 'failed',
      because: message('follow.dead', {port: 6381}),
    }
    const events = [closed(command('SHUTDOWN NOSAVE')), dead, closed(command('SET foo 1'))]
    expect(meant([typed(1), ...events.map(one => ended(1, one))])).toEqual([
      undefined,
      undefined,
      '6379 ended the connection before it replied: SET may have run',
    ])
  })

  test('the true port of a set that has moved', () => {
    const state = standing('moved')
    const {roster} = state
    const error = failing(`MOVED 12182 127.0.0.1:${baseOf(roster) + 2}`)
    expect(meant([typed(1), ended(1, error)], state)).toEqual([
      `slot 12182 is served by ${baseOf(roster) + 2}, not by ${baseOf(roster)}: @${baseOf(roster) + 2} SET …, or /cluster on`,
    ])
  })
})

describe('In a lesson', () => {
  const at = (step: string, situation: Situation): LabState =>
    played(
      [
        {on: 'stepBegan', lesson: 'slots', step, at: 0},
        {on: 'prepared', at: 0},
        {on: 'polled', snapshot: recorded(situation)},
      ],
      free,
    )

  test('an open step that asks for no prediction is told what is, and not what to type', () => {
    const {play, ...rest} = at('moved', 'cluster')
    const {predicted: _, ...asked} = {...play, predicted: undefined}
    const open = {...rest, play: {...asked, phase: 'open', outcome: 'moved'}} as LabState
    expect(meant([typed(1), ended(1, moved)], open)).toEqual([fact])
  })

  test('nothing is said before the prediction is made, but for a typing error', () => {
    const open = at('moved', 'cluster')
    expect(open.play).toMatchObject({phase: 'open'})
    const slip = failing("ERR unknown command 'GTE', with args beginning with: 'foo' ", command('GTE foo'))
    expect(meant([typed(1), ended(1, moved), ended(1, slip)], open)).toEqual([
      undefined,
      '6379 has no command GTE: did you mean GET?',
    ])
    expect(meant([{on: 'answered', option: 'moved', at: 1}, typed(1), ended(1, moved)], open)).toEqual([fact])
  })

  test('that is left for free play nothing is held back', () => {
    expect(meant([{on: 'freed'}, typed(1), ended(1, moved)], at('moved', 'cluster'))).toEqual([sentence])
  })
})

describe('/explain', () => {
  const told = (state: LabState, error = '') => {
    const {found, sentences} = explainInFull(state, error)
    return {found, sentences: sentences.map((one: Message) => translate('en', one))}
  }

  test('explains the last error at length, as the cluster is now', () => {
    const state = played([typed(1), ended(1, moved), typed(2), {on: 'finished', id: 2}], free)
    expect(told(state)).toEqual({
      found: true,
      sentences: [sentence, translate('en', message('slot-errors.moved.long'))],
    })
    // The node that the redirect leads to has died since.
    const later = {...state, snapshot: recorded('failed')}
    expect(told(later).sentences[0]).toMatch(/^slot 12182 still belongs to 6381, which is down: /)
  })

  test('has an answer where no error was met, or one that nobody knows', () => {
    expect(told(free)).toEqual({found: false, sentences: [translate('en', message('explain.none'))]})
    const odd = played([typed(1), ended(1, failing('ODD what is this'))], free)
    expect(told(odd).sentences).toEqual(['The lab can add nothing to what Redis says: ODD what is this'])
  })

  test('passes over a subscription that was left', () => {
    const left: Outcome = {...moved, is: 'failed', because: message('outcome.left')}
    expect(told(played([typed(1), ended(1, moved), typed(2), ended(2, left)], free)).sentences[0]).toBe(
      sentence,
    )
  })

  test.each<[typed: string, says: RegExp]>([
    ['MOVED', /^MOVED … …: Each master serves/],
    ['moved', /^MOVED … …: Each master serves/],
    ['MOVED 12182 127.0.0.1:6381', /^MOVED … …: Each master serves/],
    ['unknown command', /^ERR unknown command: The first word/],
    ['Could not connect', /^Could not connect to Redis at …: No program listens/],
    ['slot 3 is already busy', /^ERR Slot … is already busy: A slot has one owner/],
    [
      'CLUSTERDOWN',
      /^Several explanations begin with this; type more of the name: CLUSTERDOWN .* · CLUSTERDOWN .* · CLUSTERDOWN /,
    ],
    ['script attempted', /^ERR Script attempted to access: /],
    ['nosuch', /^No explanation begins with nosuch\./],
  ])('%s', (typed, says) => {
    expect(told(free, typed).sentences[0]).toMatch(says)
  })
})
