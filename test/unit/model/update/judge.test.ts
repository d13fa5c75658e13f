// How a step opens and is passed, and which lines count as the learner's outcomes.

import {describe, expect, test} from 'vitest'
import type {Reading} from '../../../../src/model/cluster/snapshot.ts'
import type {Outcome} from '../../../../src/model/commands/action.ts'
import {everyNodeAnswers, follows, isMaster} from '../../../../src/model/lesson/goals/replication.ts'
import {lastErrorBegins, replicates} from '../../../../src/model/lesson/goals/signs.ts'
import {clientLost} from '../../../../src/model/lesson/goals/traffic.ts'
import {once, stepOf} from '../../../../src/model/lesson/lesson.ts'
import {lost} from '../../../../src/model/lesson/verdict.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {By, LabEvent, LabState, Play} from '../../../../src/model/state/lab-state.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {createUpdate} from '../../../../src/model/update/update.ts'
import {master, replica, silent, snapshotOf} from '../readings.ts'
import {lessonOf} from '../words-of.ts'

const solutions = {it: ['PING']}
const follow = stepOf('follow', {
  ready: everyNodeAnswers,
  goals: {first: follows('6380', '6379'), second: follows('6381', '6379')},
  stableFor: 300,
  solutions,
  mistakes: {
    other: {example: ['PING'], when: replicates('6380', '6381')},
    error: {example: ['PING'], when: lastErrorBegins('ERR')},
  },
})
const doomed = stepOf('doomed', {
  ready: everyNodeAnswers,
  goals: {gone: () => lost({key: 'ui.loading'})},
  solutions,
})
const quick = stepOf('quick', {
  ready: everyNodeAnswers,
  goals: {is: isMaster('6379')},
  stableFor: 0,
  solutions,
})
const busy = stepOf('busy', {
  ready: everyNodeAnswers,
  traffic: 100,
  goals: {lost: clientLost()},
  stableFor: 0,
  solutions,
})
const update = createUpdate([lessonOf([follow, doomed, quick, busy])])

const played = (events: readonly LabEvent[], state = initialState()): LabState => events.reduce(update, state)
const began = (id = 'follow'): LabEvent => ({on: 'stepBegan', lesson: 'one', step: id, at: 0})
const prepared = (at = 1000): LabEvent => ({on: 'prepared', at})
const seen = (at: number, ...readings: readonly Reading[]): LabEvent & {on: 'polled'} => ({
  on: 'polled',
  snapshot: snapshotOf(readings, {at}),
})
/** What is asked for, as the nodes say it. */
const half = [master('6379', 0, {6380: 'online'}), replica('6380', 6379)]
const whole = [
  master('6379', 0, {6380: 'online', 6381: 'online'}),
  replica('6380', 6379),
  replica('6381', 6379),
]

/** An outcome of a line that `by` had run. */
function outcome(id: number, by: By, error?: string): readonly LabEvent[] {
  const outcome: Outcome = {
    action: {do: 'command', node: '6379', words: [`LINE${id}`]},
    at: 2000,
    ms: 1,
    is: 'replied',
    reply: error === undefined ? {type: 'status', text: 'OK'} : {type: 'error', text: error},
  }
  return [
    {on: 'typed', id, by, typed: `LINE${id}`, at: 0},
    {on: 'ended', id, outcome},
    {on: 'finished', id},
  ]
}

const outcomesIn = ({play}: LabState) =>
  play?.outcomes.map(({action}) => action.do === 'command' && action.words[0])
const asked = ({play}: LabState) =>
  play?.conditions.map(({verdict}) => (verdict.is === 'met' ? 'met' : translate('en', verdict.because)))
const open = played([began(), prepared(), seen(1000)])

describe('A step with a client', () => {
  const starts: LabEvent = {on: 'traffic', event: {is: 'began', rate: 100}}
  const wrote = (acknowledged: number): LabEvent => {
    const bucket = {at: 0, ok: acknowledged, acknowledged, redirects: 0, retries: 0, errors: {}, waiting: 0}
    return {on: 'traffic', event: {is: 'counted', bucket}}
  }
  const found = (writes: number): LabEvent => ({
    on: 'traffic',
    event: {is: 'checked', lost: {writes, of: 40}},
  })
  const atWork = played([began('busy'), starts, wrote(24), prepared(), seen(1000)])

  test('opens once the client has had the writes of half a second acknowledged', () => {
    expect(atWork.play?.phase).toBe('preparing')
    expect(played([wrote(1), seen(1100)], atWork).play).toMatchObject({
      phase: 'open',
      traffic: {start: {acknowledged: 25}},
    })
  })

  test('is judged by what the client lost since, and keeps the figures of when it was passed', () => {
    const passed = played(
      [found(2), wrote(1), seen(1100), found(5), seen(1200), wrote(9), seen(1300)],
      atWork,
    )
    expect(passed.play).toMatchObject({
      phase: 'passed',
      traffic: {start: {lost: {writes: 2}}, end: {acknowledged: 25, lost: {writes: 5}}},
    })
  })

  test('takes over the client of a step before; a step without one ends it', () => {
    expect(played([began('busy')], atWork).traffic?.is).toBe('on')
    expect(played([began('quick')], atWork).traffic).toBeUndefined()
  })
})

describe('A step opens', () => {
  test('not before the lab has prepared it, however ready the nodes are', () => {
    const state = played([began(), seen(1), seen(2, ...whole)])
    expect(state.play).toMatchObject({phase: 'preparing', outcomes: []})
    expect(asked(state)).toEqual(['not checked yet', 'not checked yet'])
  })

  test('not by what was read before the lab had prepared it', () => {
    expect(played([began(), prepared(1000), seen(999)]).play?.phase).toBe('preparing')
    expect(played([began(), prepared(1000), seen(1000)]).play?.phase).toBe('open')
  })

  test('not by a reading that began before a line of its setup was over', () => {
    const before: LabEvent = {...seen(1000), over: {upTo: 1, but: [1]}}
    const setUp = played([began(), ...outcome(1, 'lab'), prepared(1000), before])
    expect(setUp.play?.phase).toBe('preparing')
    expect(played([{...seen(1000), over: {upTo: 1, but: []}}], setUp).play?.phase).toBe('open')
  })

  test('not before the nodes are ready, and says meanwhile what it waits for', () => {
    const {play} = played([began(), prepared(), seen(1000, silent('6381', 'notRunning'))])
    expect(play?.phase).toBe('preparing')
    expect(play?.waitsFor?.is === 'notYet' && translate('en', play.waitsFor.because)).toBe(
      '6381 is down: it has no process',
    )
  })

  test('with the nodes as they are then, nothing done, and each condition asked at once', () => {
    const state = played([began(), prepared(), seen(1000, silent('6381', 'notRunning')), seen(1200, ...half)])
    expect(state.play).toMatchObject({phase: 'open', outcomes: [], hints: 0})
    expect(state.play?.start).toBe(state.snapshot)
    expect(state.play).not.toHaveProperty('waitsFor')
    expect(asked(state)).toEqual(['met', '6381 is a master; expected a replica of 6379'])
  })

  test('from the beginning when it starts over: no earlier hint, action or mistake', () => {
    const state = played([...outcome(1, 'learner', 'ERR'), {on: 'hinted'}, began()], open)
    expect(state.play).toEqual({
      lesson: 'one',
      step: 'follow',
      phase: 'preparing',
      outcomes: [],
      conditions: ['first', 'second'].map(id => ({
        id,
        verdict: {is: 'notYet', because: {key: 'goals.notYetAsked'}},
      })),
      hints: 0,
      changes: [],
    })
  })
})

describe('A step is passed', () => {
  test('when every condition has held for its time', () => {
    const phases = [1000, 1299, 1300].map(
      (_, i, times) =>
        played(
          times.slice(0, i + 1).map(at => seen(at, ...whole)),
          open,
        ).play?.phase,
    )
    expect(phases).toEqual(['open', 'open', 'passed'])
  })

  test('not when one was lost again before: the time then counts from the beginning', () => {
    const lostAgain = played([seen(1000, ...whole), seen(1200, ...half)], open)
    expect(lostAgain.play).not.toHaveProperty('metSince')
    const again = played([seen(1250, ...whole), seen(1500, ...whole)], lostAgain)
    expect(again.play).toMatchObject({phase: 'open', metSince: 1250})
    expect(played([seen(1550, ...whole)], again).play).toMatchObject({phase: 'passed', metSince: 1250})
  })

  test('at once where it need not hold', () => {
    expect(played([began('quick'), prepared(), seen(1000)]).play?.phase).toBe('passed')
  })

  test('for good, whatever becomes of the nodes', () => {
    const state = played([seen(1000, ...whole), seen(1300, ...whole)], open)
    const broken = played([seen(1500, silent('6379', 'notRunning')), ...outcome(1, 'learner', 'ERR')], state)
    expect(broken.play).toMatchObject({phase: 'passed', conditions: state.play?.conditions})
    expect(broken.play).not.toHaveProperty('mistake')
    expect(broken.passed).toMatchObject({one: {follow: {at: 1000, hints: 0, solved: false}}})
  })

  test('once, beside what was passed before', () => {
    const early = {at: 1, seconds: 2, hints: 3, solved: true, changes: []}
    const before = {...open, passed: {other: {x: early}, one: {doomed: early, follow: early}}}
    expect(played([seen(1000, ...whole), seen(1300, ...whole)], before).passed).toEqual({
      other: {x: early},
      one: {
        doomed: early,
        follow: {...early, at: 1000, seconds: 0, hints: 0, solved: false, changes: expect.any(Array)},
      },
    })
  })

  test('as the learner did it: a look at the solution later replaces only what was solved for the learner too', () => {
    const solve = (state: LabState) =>
      played(
        [began(), prepared(), seen(2000), {on: 'solving'}, seen(2000, ...whole), seen(2300, ...whole)],
        state,
      )
    const own = played([seen(1000, ...whole), seen(1300, ...whole)], open)
    const again = solve(own)
    expect(again.play).toMatchObject({phase: 'passed', solved: true})
    expect(again.passed).toEqual(own.passed)
    expect(solve(open).passed['one']?.['follow']).toMatchObject({solved: true, at: 2000})
    expect(solve(solve(open)).passed['one']?.['follow']).toMatchObject({solved: true})
  })

  test('by nothing but what the nodes say: no outcome passes it', () => {
    const state = played([seen(1000, ...whole), ...outcome(1, 'learner')], open)
    expect(state.play?.phase).toBe('open')
  })
})

test('A condition is met since the moment from which it has been, not since it first was', () => {
  const since = ({play}: LabState) => play?.conditions.map(({metAt}) => metAt)
  const first = played([seen(1100, ...half)], open)
  expect(since(first)).toEqual([1100, undefined])
  const broken = played([seen(1200, master('6379'))], first)
  expect(since(broken)).toEqual([undefined, undefined])
  expect(since(played([seen(1300, ...half), seen(1400, ...half)], broken))).toEqual([1300, undefined])
})

test('A learner who has tried for two minutes without meeting a condition is offered help, until one is met', () => {
  const tries = [1, 2, 3, 4].flatMap(id => outcome(id, 'learner'))
  const at = (time: number, ...readings: readonly Reading[]) =>
    played([seen(time, ...readings)], played(tries, open))
  const idle = played([seen(200_000)], open)
  expect(idle.play).not.toHaveProperty('stuck')
  const long = at(121_000)
  expect(at(120_999).play).not.toHaveProperty('stuck')
  expect(long.play?.stuck).toBe(true)
  expect(played([seen(121_200, ...half)], long).play).not.toHaveProperty('stuck')
})

test('A condition that cannot be met any more says so', () => {
  const {play} = played([began('doomed'), prepared(), seen(1000)])
  expect(play?.conditions).toEqual([{id: 'gone', verdict: {is: 'lost', because: {key: 'ui.loading'}}}])
})

describe('An outcome', () => {
  test("is what the learner did, and the solution in the learner's name, in order", () => {
    expect(
      outcomesIn(
        played([...outcome(1, 'learner'), ...outcome(2, 'solution'), ...outcome(3, 'learner')], open),
      ),
    ).toEqual(['LINE1', 'LINE2', 'LINE3'])
  })

  test("is not one of the lab's own lines", () => {
    expect(outcomesIn(played([...outcome(1, 'lab'), ...outcome(2, 'learner')], open))).toEqual(['LINE2'])
  })

  test('is none before the step is open', () => {
    const state = played([
      began(),
      ...outcome(1, 'learner'),
      prepared(),
      ...outcome(2, 'learner'),
      seen(1000),
    ])
    expect(outcomesIn(state)).toEqual([])
  })

  test('is remembered among the last five hundred', () => {
    const state = played(Array.from({length: 510}, (_, i) => outcome(i, 'learner')).flat(), open)
    expect(outcomesIn(state)?.length).toBe(500)
    expect(outcomesIn(state)?.[0]).toBe('LINE10')
  })
})

describe('A mistake', () => {
  const wrongWay = [replica('6380', 6381)]

  test('of the nodes comes when it is seen and goes when it is fixed', () => {
    const made = played([seen(1100, ...wrongWay)], open)
    expect(made.play?.mistake).toBe('other')
    expect(played([seen(1200)], made).play).not.toHaveProperty('mistake')
  })

  test('of the last outcome comes with the reading after it, and goes with that after the next', () => {
    const made = played([...outcome(1, 'learner', 'ERR unknown command'), seen(2001)], open)
    expect(made.play?.mistake).toBe('error')
    expect(played([...outcome(2, 'learner'), seen(2201)], made).play).not.toHaveProperty('mistake')
  })

  test('is not told of a line whose effect the nodes have not told yet', () => {
    const [typed, ended, finished] = outcome(1, 'learner', 'ERR') as [LabEvent, LabEvent, LabEvent]
    const early = [typed, seen(1999), ended, finished, {...seen(2001), over: {upTo: 1, but: [1]}}]
    expect(played(early, open).play).not.toHaveProperty('mistake')
  })

  test('is told with a reading of the millisecond in which the line was over, if it began after the line', () => {
    const [typed, ended, finished] = outcome(1, 'learner', 'ERR') as [LabEvent, LabEvent, LabEvent]
    const after = [typed, ended, finished, {...seen(2000), over: {upTo: 1, but: []}}]
    expect(played(after, open).play?.mistake).toBe('error')
  })

  test('is told while a line is held, which can have done nothing, and no more when that has begun', () => {
    const held: LabEvent = {on: 'typed', id: 2, by: 'learner', typed: '/start 6380', at: 2000, held: true}
    const reading = {...seen(2001), over: {upTo: 2, but: [2]}}
    const lines = [...outcome(1, 'learner', 'ERR'), held]
    expect(played([...lines, reading], open).play?.mistake).toBe('error')
    expect(played([...lines, {on: 'begun', id: 2}, reading], open).play).not.toHaveProperty('mistake')
  })

  test('is the first of those that are seen', () => {
    expect(played([...outcome(1, 'learner', 'ERR'), seen(2001, ...wrongWay)], open).play?.mistake).toBe(
      'other',
    )
  })

  test("is not made by the lab's own lines", () => {
    expect(played([...outcome(1, 'lab', 'ERR'), seen(2001)], open).play).not.toHaveProperty('mistake')
  })

  test('is not looked for on a server where nobody can make it', () => {
    const tooSoon = stepOf('soon', {
      ready: everyNodeAnswers,
      goals: {first: follows('6380', '6379')},
      solutions,
      mistakes: {soon: {example: ['PING'], when: replicates('6380', '6381'), unless: 'electsAgain'}},
    })
    const look = createUpdate([lessonOf([tooSoon])])
    const events = [began('soon'), prepared(), seen(1000), seen(1100, ...wrongWay)]
    const on = (server: Pick<LabState, 'server' | 'serverVersion'>) =>
      events.reduce(look, {...initialState(), ...server}).play
    expect(on({server: 'valkey', serverVersion: '8.0.1'})?.mistake).toBe('soon')
    expect(on({server: 'redis', serverVersion: '8.6.3'})?.mistake).toBe('soon')
    expect(on({server: 'valkey'})?.mistake).toBe('soon')
    expect(on({server: 'valkey', serverVersion: '8.1.0'})).not.toHaveProperty('mistake')
    expect(on({server: 'valkey', serverVersion: '9.1.2'})).not.toHaveProperty('mistake')
  })

  test('is not looked for before the step is open', () => {
    expect(played([began(), seen(1100, ...wrongWay)]).play).not.toHaveProperty('mistake')
  })
})

describe('A prediction', () => {
  const asked = stepOf('asked', {
    ready: everyNodeAnswers,
    goals: {both: follows('6381', '6379')},
    stableFor: 0,
    prediction: {answer: 'a', seen: replicates('6380', '6379')},
    solutions,
  })
  const ask = createUpdate([lessonOf([asked])])
  const run = (events: readonly LabEvent[], state = initialState()) => events.reduce(ask, state)
  const opened = run([began('asked'), prepared(), seen(1000)])
  const answered: LabEvent = {on: 'answered', option: 'b', at: 1050}
  /** The condition is met without the event that the question asks about. */
  const otherWay = [master('6379', 0, {6381: 'online'}), replica('6381', 6379)]

  test('is decided when its event is seen, once', () => {
    const state = run([answered, seen(1100, ...half)], opened)
    expect(state.play).toMatchObject({phase: 'open', predicted: 'b', seen: true})
    expect(state.answers).toEqual({one: {asked: {chosen: 'b', at: 1100}}})
    expect(run([seen(1200, ...whole)], state).answers).toBe(state.answers)
    expect(run([seen(1200)], state).play?.seen).toBe(true)
  })

  test('is kept when the step is passed on a way that does not show the event', () => {
    const state = run([answered, seen(1100, ...otherWay)], opened)
    expect(state.play).toMatchObject({phase: 'passed', predicted: 'b'})
    expect(state.play).not.toHaveProperty('seen')
    expect(state.answers).toEqual({one: {asked: {chosen: 'b', at: 1100}}})
    expect(run([seen(1200, ...half)], state).play).not.toHaveProperty('seen')
  })

  describe('on a reading that may show what a line did whose reply has not come', () => {
    /** The event counts as seen only if no line of the learner has brought it about. */
    const byItself = stepOf('alone', {
      ready: everyNodeAnswers,
      stableFor: 0,
      goals: {both: follows('6381', '6379')},
      prediction: {
        answer: 'a',
        seen: evidence => evidence.outcomes.length === 0 && replicates('6380', '6379')(evidence),
      },
      solutions,
    })
    const judge = createUpdate([lessonOf([byItself])])
    const sent: LabEvent = {on: 'typed', id: 1, by: 'learner', typed: 'LINE1', at: 1090}
    const [, ended, finished] = outcome(1, 'learner') as [LabEvent, LabEvent, LabEvent]
    const judged = (...events: readonly LabEvent[]) =>
      [began('alone'), prepared(), seen(1000), answered, ...events].reduce(judge, initialState())

    test('is not decided, and the step not passed, until the outcome is known', () => {
      expect(judged(sent, seen(1100, ...half)).play).not.toHaveProperty('seen')
      expect(judged(sent, seen(1100, ...half), ended, finished, seen(2001, ...half)).play).not.toHaveProperty(
        'seen',
      )
      expect(judged(sent, seen(1100, ...otherWay)).play?.phase).toBe('open')
      expect(
        judged(sent, seen(1100, ...otherWay), ended, finished, seen(2001, ...otherWay)).play?.phase,
      ).toBe('passed')
    })

    test('is decided all the same while a line waits for long', () => {
      expect(judged(sent, seen(2090, ...half)).play?.seen).toBe(true)
    })
  })

  test('is kept when the step begins again, and not asked twice', () => {
    const again = run([answered, began('asked'), prepared(), seen(1100)], opened)
    expect(again.play).toMatchObject({phase: 'open', predicted: 'b'})
    expect(run([seen(1200, ...half)], again).answers).toEqual({one: {asked: {chosen: 'b', at: 1200}}})
  })

  test('that a review corrected stays corrected', () => {
    const passed = run([answered, seen(1100, ...otherWay)], opened)
    const reviewed: LabState = {...passed, answers: {one: {asked: {chosen: 'a', at: 1150}}}}
    expect(run([began('asked')], reviewed).play).toMatchObject({predicted: 'a'})
  })

  test('of another time counts where the question is left out', () => {
    const before: LabState = {...opened, answers: {one: {asked: {chosen: 'b', at: 500}}}}
    const state = run([seen(1100, ...otherWay)], before)
    expect(state.play).toMatchObject({phase: 'passed', predicted: 'b'})
    expect(state.answers).toBe(before.answers)
  })

  test('that nobody made is kept as nothing', () => {
    expect(run([seen(1100, ...whole)], opened)).toMatchObject({play: {seen: true}, answers: {}})
  })
})

test("A function of the lesson's author that fails is told, and the step goes on with what was known", () => {
  const fails = stepOf('fails', {
    ready: everyNodeAnswers,
    goals: {is: follows('6380', '6379')},
    stableFor: 0,
    mistakes: {
      odd: {
        example: ['PING'],
        when: ({now}) => {
          if (now.at === 1100) throw new TypeError('no such node')
          return false
        },
      },
    },
    solutions,
  })
  const state = createUpdate([lessonOf([fails])])
  const run = (events: readonly LabEvent[], from = initialState()) => events.reduce(state, from)
  const opened = run([began('fails'), prepared(), seen(1000)])
  const failed = run([seen(1100)], opened)
  expect(failed.play).toEqual({...opened.play, fault: expect.anything()})
  expect(failed.play?.fault && translate('en', failed.play.fault)).toBe(
    'one, step fails: `mistakes.odd.when` threw TypeError: no such node',
  )
  expect(run([seen(1200, ...half)], failed).play).toMatchObject({phase: 'passed', fault: failed.play?.fault})
  expect(run([began('fails')], failed).play).not.toHaveProperty('fault')
})

describe('A fact', () => {
  const stating = stepOf('stating', {
    ready: everyNodeAnswers,
    goals: {is: follows('6381', '6379')},
    stableFor: 0,
    facts: {passing: once(isMaster('6380')), now: follows('6380', '6379'), never: isMaster('6381')},
    solutions,
  })
  const state = createUpdate([lessonOf([stating])])
  const run = (events: readonly LabEvent[], from = initialState()) => events.reduce(state, from)
  const opened = run([began('stating'), prepared(), seen(1000, ...half)])

  test('holds if it does when the step is passed', () => {
    expect(opened.play?.facts).toEqual([])
    expect(run([seen(1100, ...whole)], opened).play?.facts).toEqual(['now'])
  })

  test('that passes quickly holds if it was seen', () => {
    const passing = run([seen(1100, master('6380'))], opened)
    expect(passing.play?.facts).toEqual(['passing'])
    expect(run([seen(1200, ...whole)], passing).play?.facts).toEqual(['passing', 'now'])
  })
})

describe('What says the same stays the same object', () => {
  const plays = (state: LabState, ...events: readonly LabEvent[]): readonly (Play | undefined)[] => {
    const next = played(events, state)
    return [state.play, next.play]
  }

  test('the whole play, where nothing new is seen', () => {
    const [before, now] = plays(played([seen(1100, ...half)], open), seen(1300, ...half))
    expect(now).toBe(before)
  })

  test('the play while it waits, and while the lab prepares', () => {
    const waiting = played([began(), prepared(), seen(1000, silent('6381', 'refused'))])
    const [before, now] = plays(waiting, seen(1200, silent('6381', 'refused')))
    expect(now).toBe(before)
    const [preparing, still] = plays(played([began()]), seen(1200))
    expect(still).toBe(preparing)
  })

  test('the conditions, where only time went by', () => {
    const [before, now] = plays(played([seen(1100, ...whole)], open), seen(1500, ...whole))
    expect(now?.phase).toBe('passed')
    expect(now?.conditions).toBe(before?.conditions)
  })

  test('the play while every condition holds', () => {
    const [before, now] = plays(played([seen(1100, ...whole)], open), seen(1200, ...whole))
    expect(now).toBe(before)
  })

  test('the play, once it is passed', () => {
    const passed = played([seen(1000, ...whole), seen(1300, ...whole)], open)
    const [before, now] = plays(passed, seen(1500, ...half), seen(1700))
    expect(now).toBe(before)
  })
})

describe('A log that was shown', () => {
  const shown = (by: By, log?: '6379'): readonly LabEvent[] => [
    {on: 'typed', id: 7, by, typed: '/log 6379', at: 0},
    {on: 'shown', id: 7, excerpt: {path: 'redis.log', lines: []}, ...(log && {log})},
  ]
  const open = [began(), prepared(), seen(1500, ...half)]

  test.each<[string, readonly LabEvent[], readonly string[] | undefined]>([
    ["counts if the learner's line showed it", shown('learner', '6379'), ['6379']],
    ['counts in a solution', shown('solution', '6379'), ['6379']],
    ["does not count if the lab's own line showed it", shown('lab', '6379'), undefined],
    ['is no redis.conf', shown('learner'), undefined],
  ])('%s', (_, events, logs) => {
    expect(played([...open, ...events]).play?.logs).toEqual(logs)
  })

  test('belongs to its step', () => {
    expect(played([...open, ...shown('learner', '6379'), began('quick')]).play?.logs).toBeUndefined()
  })
})
