// What is said of an error, when, and in which words. That every error is one that Redis really gives is shown in test/redis/explain/explain.test.ts.

import stringWidth from 'string-width'
import {describe, expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import {type Direction, directionsBetween, type FaultyLink} from '../../../../src/model/cluster/links.ts'
import {baseOf, type NodeName, sixNodes} from '../../../../src/model/cluster/node.ts'
import type {ClusterLine} from '../../../../src/model/cluster/parse-info.ts'
import type {Reading, Snapshot} from '../../../../src/model/cluster/snapshot.ts'
import {messageOfFacts} from '../../../../src/model/cluster/versions.ts'
import type {Action, Outcome} from '../../../../src/model/commands/action.ts'
import {explained, explanations} from '../../../../src/model/explain/explain.ts'
import {explainInFull} from '../../../../src/model/explain/in-full.ts'
import {staySentences} from '../../../../src/model/explain/way-back.ts'
import type {Reply} from '../../../../src/model/protocol/reply.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {Entry, LabEvent, LabState, LoggedLine} from '../../../../src/model/state/lab-state.ts'
import {languages, type Message, message, translate} from '../../../../src/model/text/messages.ts'
import {createUpdate} from '../../../../src/model/update/update.ts'
import {recorded, type Situation, situations} from '../../recorded/recording.ts'
import {master, replica, silent, snapshotOf} from '../readings.ts'

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
          const long = translate(language, messageOfFacts(explanation.long))
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

  test('nothing where the failure is what was asked for', () => {
    const closed = (action: Action): Outcome => ({
      action,
      at: 0,
      ms: 1,
      is: 'failed',
      because: message('outcome.closed'),
    })
    const events = [closed(command('SHUTDOWN NOSAVE')), closed(command('SET foo 1'))]
    expect(meant([typed(1), ...events.map(one => ended(1, one))])).toEqual([
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
    const open = {...rest, play: {...asked, phase: 'open', seen: true}} as LabState
    expect(meant([typed(1), ended(1, moved)], open)).toEqual([fact])
  })

  test('the explanation waits until the prediction is made, but for a typing error', () => {
    const open = at('moved', 'cluster')
    expect(open.play).toMatchObject({phase: 'open'})
    const slip = failing("ERR unknown command 'GTE', with args beginning with: 'foo' ", command('GTE foo'))
    expect(meant([typed(1), ended(1, moved), ended(1, slip)], open)).toEqual([
      'a question is open: answer it first, then type /explain',
      '6379 has no command GTE: did you mean GET?',
    ])
    expect(meant([{on: 'answered', option: 'moved', at: 1}, typed(1), ended(1, moved)], open)).toEqual([fact])
  })

  test('an error during recall questions is explained after them', () => {
    const questions = [
      {lesson: 'slots', question: `recall/${lessons.find(({id}) => id === 'slots')?.recall[0]?.id}`},
    ]
    const asked = [{on: 'quizBegan', why: 'recall', questions}] as const
    expect(meant([...asked, typed(1), ended(1, moved)], at('moved', 'cluster'))).toEqual([
      'explained once the questions are over: answer them, or skip them with /next, then type /explain',
    ])
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
      /^Several explanations fit; type more of the name: CLUSTERDOWN .* · CLUSTERDOWN .* · CLUSTERDOWN /,
    ],
    ['script attempted', /^ERR Script attempted to access: /],
    ['NOATUH', /^No explanation of NOATUH\. Similar: NOAUTH$/],
    ['xyzzy', /^No explanation begins with xyzzy\./],
  ])('%s', (typed, says) => {
    expect(told(free, typed).sentences[0]).toMatch(says)
  })
})

/** What is said of the line, as it is with these nodes. */
function said(
  state: LabState,
  error: string,
  typedLine: string,
  node: NodeName = '6379',
): string | undefined {
  return meant([typed(1), ended(1, failing(error, command(typedLine, node)))], state)[0]
}

describe('Only what can happen is promised', () => {
  const failed = standing('failed')
  const down = 'CLUSTERDOWN The cluster is down'
  const fact = '6379 reports cluster_state:fail: it marks 6381 as fail, with 5461 slots: '
  const at = (change: (reading: Reading) => Reading): LabState => {
    const snapshot = recorded('failed')
    return {...failed, snapshot: {...snapshot, nodes: snapshot.nodes.map(change)}}
  }
  const withLines = (reading: Reading, change: (line: ClusterLine) => ClusterLine | []): Reading =>
    reading.is === 'answered' && reading.cluster
      ? {...reading, cluster: {...reading.cluster, nodes: reading.cluster.nodes.flatMap(change)}}
      : reading
  const cutFrom = (state: LabState, ...directions: readonly Direction[]): LabState => {
    const links = directions.map((one): FaultyLink => ({...one, fault: {is: 'cut'}}))
    return {...state, ...(state.snapshot && {snapshot: {...state.snapshot, links}})}
  }
  const told = (state: LabState) => said(state, down, 'GET bar')?.replace(fact, '')

  test('an election, where the replica can win it', () => {
    expect(told(failed)).toBe('its replica can take over; try again in a few seconds')
  })

  test('none where the replica may not stand', () => {
    const state = at(reading =>
      reading.name === '6481'
        ? withLines(reading, line =>
            line.flags.includes('myself') ? {...line, flags: [...line.flags, 'nofailover']} : line,
          )
        : reading,
    )
    expect(told(state)).toBe(
      '6481 may not stand for election: @6481 CONFIG SET cluster-replica-no-failover no; or /start 6381',
    )
  })

  test('none where the replica has no data of its master, or its log says that it has been without it for too long', () => {
    const tooLong =
      '6481 was without its master for too long to be elected: /start 6381, or @6481 CLUSTER FAILOVER FORCE'
    const never = at(reading =>
      reading.is === 'answered' && reading.name === '6481'
        ? {
            ...reading,
            replication: {
              ...reading.replication,
              master_link_status: 'down',
              master_link_down_since_seconds: '-1',
            },
          }
        : reading,
    )
    expect(told(never)).toBe(tooLong)
    const header = '2677:S 29 Nov 2026 01:22:57.753'
    const stuck: LoggedLine = {
      node: '6481',
      text: `${header} # Currently unable to failover: Disconnected from master for longer than allowed. Please check the 'cluster-replica-validity-factor' configuration option.`,
    }
    expect(told({...failed, logs: [stuck]})).toBe(tooLong)
    const since: LoggedLine = {
      node: '6481',
      text: `${header} # Start of election delayed for 700 milliseconds (rank #0, offset 12).`,
    }
    expect(told({...failed, logs: [stuck, since]})).toBe(
      'its replica can take over; try again in a few seconds',
    )
  })

  test('none where the masters do not know the replica', () => {
    const state = at(reading =>
      reading.name === '6379' || reading.name === '6380'
        ? withLines(reading, line => (line.port === 6481 ? [] : line))
        : reading,
    )
    expect(told(state)).toBe(
      'the masters do not know 6481, so it gets no votes: /start 6381; or, 60 s after CLUSTER FORGET, @6379 CLUSTER MEET 127.0.0.1 6481',
    )
  })

  test('what prevents one is told without a way out, and not where another node serves the slots by now', () => {
    const unable = at(reading =>
      reading.name === '6481'
        ? withLines(reading, line =>
            line.flags.includes('myself') ? {...line, flags: [...line.flags, 'nofailover']} : line,
          )
        : reading,
    )
    const words = (state: LabState) => staySentences(state).map(one => translate('en', one))
    expect(words(unable)).toEqual(['nobody takes over the slots of 6381: 6481 may not stand for election'])
    expect(words(failed)).toEqual([])
    expect(words({...failed, snapshot: recorded('promoted')})).toEqual([])
    expect(words({...failed, snapshot: recorded('cluster')})).toEqual([])
  })

  test('of an old error, that the cluster is up again', () => {
    const later = {...failed, snapshot: recorded('cluster')}
    expect(said(later, down, 'GET bar')).toBe('no longer so: 6379 reports cluster_state:ok now')
  })

  test('none where too few masters are up to vote', () => {
    const state = at(reading => (reading.name === '6380' ? silent('6380', 'notRunning') : reading))
    expect(told(state)).toBe('no election: 1 of the 2 masters that must vote is up: /start 6380')
    const paused = at(reading => (reading.name === '6380' ? silent('6380', 'paused') : reading))
    expect(told(paused)).toBe('no election: 1 of the 2 masters that must vote is up: /resume 6380')
  })

  test('none where too few masters can hear the replica and be heard by it', () => {
    const alone = cutFrom(failed, ...directionsBetween(['6481'], ['6379', '6380', '6479', '6480']))
    const way = '/heal 6481, or /start 6381'
    expect(told(alone)).toBe(`no election: 6481 reaches 0 of the 2 masters that must vote: ${way}`)
    // One direction is enough: the vote, or the request for it, is lost.
    const deaf = cutFrom(failed, {from: '6380', to: '6481'})
    expect(told(deaf)).toBe(`no election: 6481 reaches 1 of the 2 masters that must vote: ${way}`)
    expect(staySentences(deaf).map(one => translate('en', one))).toEqual([
      'nobody takes over the slots of 6381: no election: 6481 reaches 1 of the 2 masters that must vote',
    ])
    const others = cutFrom(failed, ...directionsBetween(['6481', '6380'], ['6479']))
    expect(told(others)).toBe('its replica can take over; try again in a few seconds')
  })

  describe('of a master that answers the lab', () => {
    const whole = recorded('cluster')
    /** 6381 and its replica run, and the majority marks 6381 as failed. */
    const isBack = at(reading => {
      const isThere = reading.name === '6381' || reading.name === '6481'
      return (isThere && whole.nodes.find(({name}) => name === reading.name)) || reading
    })
    const apart = directionsBetween(['6381', '6481'], ['6379', '6380', '6479', '6480'])
    const split = cutFrom(isBack, ...apart)
    const stuck = (state: LabState) => staySentences(state).map(one => translate('en', one))

    test('while it is cut off: that, and that nobody takes over', () => {
      expect(told(split)).toBe('the wires of 6381 are cut: /heal 6381')
      expect(stuck(split)).toEqual([
        'nobody takes over the slots of 6381: no election: 6481 reaches 0 of the 2 masters that must vote',
      ])
    })

    test('once it is back: to wait until the others have seen it', () => {
      expect(told(isBack)).toBe('try again in two seconds')
      expect(stuck(isBack)).toEqual([])
    })

    test('on its own side: which node to heal', () => {
      const suspects = (reading: Reading): Reading => {
        const {cluster} = reading.is === 'answered' ? reading : {}
        if (reading.name !== '6381' || reading.is !== 'answered' || !cluster) return reading
        const info = {...cluster.info, cluster_state: 'fail', cluster_slots_pfail: '10923'}
        return withLines({...reading, cluster: {...cluster, info}}, line =>
          line.flags.includes('myself') ? line : {...line, flags: [...line.flags, 'fail?']},
        )
      }
      const {snapshot} = split
      const alone = {
        ...split,
        ...(snapshot && {snapshot: {...snapshot, nodes: snapshot.nodes.map(suspects)}}),
      }
      expect(said(alone, down, 'GET foo', '6381')).toBe(
        '6381 reports cluster_state:fail: it reaches too few masters (10923 slots unreachable): the wires of 6381 are cut: /heal 6381',
      )
      // What the minority suspects is not what becomes of the majority.
      expect(stuck(alone)).toHaveLength(1)
    })
  })

  test('what CLUSTER ON lacks is named: its slash', () => {
    expect(said(free, "ERR unknown subcommand 'CREATE'. Try CLUSTER HELP.", 'CLUSTER CREATE a:1')).toMatch(
      /redis-cli --cluster create is a command of the shell/,
    )
    expect(said(free, "ERR unknown subcommand 'on'. Try CLUSTER HELP.", 'cluster on')).toMatch(
      /: \/cluster on$/,
    )
  })

  test('no line that leads back: a node that imports the slot serves it only after ASKING', () => {
    const state = standing('slot-moving')
    const at = (node: NodeName) => said(state, 'MOVED 5798 127.0.0.1:6380', 'SET name x', node)
    expect(at('6379')).toBe(
      'slot 5798 still belongs to 6380; 6379 is importing it and serves its keys only right after ASKING: @6380 SET … first; if that returns ASK, @6379 ASKING, then @6379 SET …',
    )
    expect(at('6381')).toBe('slot 5798 is served by 6380, not by 6381: @6380 SET …, or /cluster on')
    const nodes = state.snapshot?.nodes.map(one =>
      one.name === '6379' && one.is === 'answered' && one.cluster
        ? {...one, cluster: {...one.cluster, nodes: one.cluster.nodes.map(line => ({...line, moving: []}))}}
        : one,
    )
    const half = {...state, ...(state.snapshot && nodes && {snapshot: {...state.snapshot, nodes}})}
    expect(said(half, 'MOVED 5798 127.0.0.1:6380', 'SET name x')).toMatch(
      /^slot 5798 belongs to 6380, which is moving it to 6379, but 6379 is not importing it: @6379 CLUSTER SETSLOT 5798 IMPORTING \w{40}$/,
    )
  })

  test('none where no replica is left; the same under MOVED and under a connection that is refused', () => {
    const state = at(reading => (reading.name === '6481' ? silent('6481', 'notRunning') : reading))
    expect(told(state)).toBe('/start 6381')
    expect(said(state, 'MOVED 12182 127.0.0.1:6381', 'GET foo')).toBe(
      'slot 12182 still belongs to 6381, which is down: /start 6381',
    )
    const refused = {...failing('', command('GET foo', '6381')), is: 'failed' as const}
    const because = message('outcome.refused', {port: 6381})
    expect(meant([typed(1), ended(1, {...refused, because})], state)).toEqual([
      '6381 is down: it was killed: /start 6381',
    ])
    expect(meant([typed(1), ended(1, {...refused, because})], failed)).toEqual([
      '6381 is down: it was killed: a replica may take over in a few seconds; or /start 6381',
    ])
  })
})

describe('The word of one node is not the word of the cluster', () => {
  const ids = Object.fromEntries(sixNodes.map(node => [node, `${node}${'0'.repeat(36)}`] as const)) as Record<
    NodeName,
    string
  >
  /** A master whose CLUSTER NODES gives the slot to `named`; nobody, if undefined. */
  const naming = (name: NodeName, named: NodeName | undefined): Reading => {
    const lines = (['6379', '6380', '6381'] as const).map(
      (node): ClusterLine => ({
        id: ids[node] ?? '',
        port: Number(node),
        flags: node === name ? ['myself', 'master'] : ['master'],
        epoch: 1,
        link: 'connected',
        slots: node === named ? ['12182'] : [],
        moving: [],
      }),
    )
    return master(name, 0, {}, {cluster: {info: {}, nodes: lines}})
  }
  const where = (...named: readonly (NodeName | undefined)[]): LabState => ({
    ...free,
    snapshot: snapshotOf(
      (['6379', '6380', '6381'] as const).map((node, i) => naming(node, named[i])),
      {stage: 'cluster'},
    ),
  })
  const redirected = 'MOVED 12182 127.0.0.1:6381'
  const told = (state: LabState) => said(state, redirected, 'SET foo 1')

  test('two that name each other, with the line that repairs it, in cluster mode too', () => {
    const state = where('6381', '6381', '6379')
    const sentence = `6379 and 6381 each name the other for slot 12182: nobody serves it: @6381 CLUSTER SETSLOT 12182 NODE ${ids['6381']}`
    expect(told(state)).toBe(sentence)
    expect(told({...state, following: true})).toBe(sentence)
  })

  test('a circle of three, an owner that knows of nothing, one that has not heard, and two that claim it', () => {
    expect(told(where('6381', '6381', '6380'))).toBe(
      `6379 names 6381 for slot 12182, 6381 names 6380: nobody serves it: @6381 CLUSTER SETSLOT 12182 NODE ${ids['6381']}`,
    )
    expect(told(where('6381', '6381', undefined))).toBe(
      '6379 names 6381 for slot 12182, but 6381 knows no owner: nobody serves it: @6381 CLUSTER ADDSLOTS 12182',
    )
    expect(told(where('6381', '6380', '6380'))).toBe(
      '6380 serves slot 12182; 6379 still names 6381: @6380 SET …',
    )
    expect(told(where('6381', '6380', '6381'))).toBe(
      '6381 and 6380 both claim slot 12182; the one with the higher epoch will keep it: CLUSTER NODES',
    )
  })

  test('a reading that is older than the error proves nothing; a later one shows who serves the slot now', () => {
    const state = where('6380', '6380', '6380')
    const {at = 0} = state.snapshot ?? {}
    expect(told({...state, ...(state.snapshot && {snapshot: {...state.snapshot, at: 0}})})).toBe(sentence)
    expect(at).toBeGreaterThan(1)
    expect(told(state)).toBe('slot 12182 has changed its owner since: 6380 serves it now: @6380 SET …')
  })

  test('a slot that one node has dropped is not one that nobody serves', () => {
    const state = where(undefined, '6381', '6381')
    const unserved = (now: LabState) => said(now, 'CLUSTERDOWN Hash slot not served', 'GET foo')
    const {snapshot} = state
    const counted = snapshot?.nodes.map(reading =>
      reading.is === 'answered' && reading.cluster
        ? {...reading, cluster: {...reading.cluster, info: {cluster_slots_assigned: '16383'}}}
        : reading,
    )
    expect(unserved({...state, snapshot: {...snapshot, nodes: counted} as Snapshot})).toBe(
      '6379 knew no owner of slot 12182; 6381 serves it: @6381 GET …',
    )
  })

  test('a node that is not of this lab is not proposed', () => {
    const state = {...free, ...(free.snapshot && {snapshot: {...free.snapshot, at: 0}})}
    expect(said(state, 'MOVED 12182 127.0.0.1:25500', 'GET foo')).toBe(
      'slot 12182 is served by 25500, a node that is not of this lab: the lab only reads there; use redis-cli -p 25500 in another terminal',
    )
  })
})

describe('A replica that refuses a write', () => {
  const readonly = "READONLY You can't write against a read only replica."
  const with_ = (...readings: readonly Reading[]): LabState => ({
    ...free,
    commandTable: {...commandTable, FLUSHALL: {arity: -1}, SWAPDB: {arity: 3}},
    snapshot: snapshotOf(readings),
  })
  const told = (state: LabState, line = 'SET foo 1') => said(state, readonly, line, '6381')

  test('sends to the master at the end of the chain', () => {
    const chain = with_(replica('6380', 6379), replica('6381', 6380))
    expect(told(chain)).toBe(
      '6381 is a replica of 6380, which gets its data from 6379; only a master accepts writes: @6379 SET …',
    )
    expect(told(with_(replica('6381', 6379)))).toBe(
      '6381 is a replica of 6379 and does not accept writes: @6379 SET …',
    )
  })

  test('of a ring, or that follows itself, has no master to send to', () => {
    expect(told(with_(replica('6380', 6381), replica('6381', 6380)))).toBe(
      'none of these nodes is a master, they follow each other: 6381 → 6380 → 6381: @6381 REPLICAOF NO ONE',
    )
    expect(told(with_(replica('6381', 6381)))).toBe(
      '6381 follows itself, so there is no master to write to: @6381 REPLICAOF NO ONE',
    )
  })

  test('is not told to destroy the data of its master', () => {
    const state = with_(replica('6381', 6379), master('6379', 0, {}, {keys: 3}))
    expect(told(state, 'FLUSHALL')).toBe(
      '6381 is a replica of 6379 and does not accept writes: on 6379, FLUSHALL would delete 3 keys, on its replicas too',
    )
    expect(told(state, 'SWAPDB 0 1')).toBe(
      '6381 is a replica of 6379 and does not accept writes: on 6379, SWAPDB would act on the whole node',
    )
  })
})

test('Nothing that is proposed destroys data', () => {
  const destroying =
    /^@?\d* ?(FLUSHALL|FLUSHDB|SHUTDOWN|DEBUG|SWAPDB|CLUSTER (RESET|FLUSHSLOTS|DELSLOTS))(?! HELP)/
  const table = {...commandTable, FLUSHALL: {arity: -1}, 'CLUSTER RESET': {arity: -2}, SHUTDOWN: {arity: -1}}
  const faults = (['cluster', 'replicas', 'chain'] as const).flatMap(situation =>
    explanations.flatMap(({begins}) =>
      (['6379', '6479'] as const).flatMap(node =>
        ['FLUSHALL', 'FLUSHDB ASYNC', 'SHUTDOWN', 'CLUSTER RESET', 'DEBUG SLEEP 1'].flatMap(line => {
          const state = {...standing(situation), commandTable: table}
          const {next} = explained(failing(filled(begins), command(line, node)), state) ?? {}
          return typeof next === 'string' && destroying.test(next) ? [`${begins}: ${next}`] : []
        }),
      ),
    ),
  )
  expect([...new Set(faults)]).toEqual([])
})

describe('Under a reply that is easily misread stands', () => {
  const replying = (line: string, node: NodeName, reply: Reply = {type: 'integer', text: '1'}): Outcome => ({
    action: command(line, node),
    at: 0,
    ms: 1,
    is: 'replied',
    reply,
  })
  const table = {
    ...commandTable,
    SET: {arity: -3, changes: 'data'},
    WAIT: {arity: 3, changes: 'data'},
  } as const
  const state: LabState = {...free, stage: 'cluster', commandTable: table}
  /** What stands under each line, one after another. */
  const under = (lines: readonly Outcome[], from = state) => {
    const events = lines.flatMap((outcome, i) => [typed(i), ended(i, outcome)])
    return played(events, from).entries.map(({parts: [part]}) =>
      part && 'outcome' in part && part.means ? translate('en', part.means) : '',
    )
  }

  test('that it is of one node of the cluster only, once for each kind', () => {
    expect(
      under([replying('KEYS *', '6380'), replying('DBSIZE', '6380'), replying('FLUSHALL', '6380')]),
    ).toEqual([
      'of 6380 only; every master: @masters KEYS *',
      '',
      'only 6380 and its replicas were emptied; the other masters keep their keys',
    ])
  })

  test('nothing without a cluster, in a line to several nodes, or under an error', () => {
    expect(under([replying('KEYS *', '6380')], {...state, stage: 'standalone'})).toEqual([''])
    const several = [{...typed(1), several: true} as LabEvent, ended(1, replying('KEYS *', '6380'))]
    expect(meant(several, state)).toEqual([undefined])
    expect(under([failing('ODD', command('KEYS *', '6380'))])).toEqual([''])
  })

  test('that WAIT is about the writes of its connection, where there are none', () => {
    const alone =
      "WAIT is about the writes of this connection to 6379, and it has written nothing: the number says nothing about another connection's writes"
    const [set, wait] = [replying('SET a 1', '6379'), replying('WAIT 1 0', '6379')]
    const cancelled: Outcome = {
      action: command('WAIT 2 0'),
      at: 0,
      ms: 1,
      is: 'failed',
      because: message('outcome.cancelled', {seconds: '1'}),
    }
    expect(under([wait])).toEqual([alone])
    expect(under([set, wait])).toEqual(['', ''])
    expect(under([replying('SET a 1', '6380'), wait])).toEqual(['', alone])
    expect(under([set, cancelled, wait]).at(-1)).toBe(alone)
  })
})

test.each<[error: string, line: string, sentence: string]>([
  [
    'ERR Error running script, NOSUCH script: on @user_script:1.',
    'EVAL x 0',
    'the script stopped at this error; its earlier writes are kept',
  ],
  [
    'ERR DB index is out of range',
    'SELECT 99',
    '6379 has no database with this number: CONFIG GET cluster-databases',
  ],
  [
    'ERR Attempted to access a non local key in a cluster node script: on @user_script:1.',
    'EVAL x 0',
    'the script used a key that it did not declare or that is not on 6379',
  ],
  [
    "ERR Command 'mget' in script attempted to access keys that don't hash to the same slot",
    'EVAL x 0',
    'the script used a key that it did not declare or that is not on 6379',
  ],
  [
    "ERR Command 'multi' not allowed inside a transaction",
    'MULTI',
    'a MULTI is already open on 6379: EXEC | DISCARD',
  ],
  [
    'NOREPLICAS Not enough good replicas to write.',
    'CLUSTER SETSLOT 1 NODE x',
    'no replica of 6379 confirmed the change of the slot in time, so nothing was changed; try again: INFO replication',
  ],
])("Valkey's words are understood: %s", (error, line, wanted) => {
  const table = {
    ...commandTable,
    'CLUSTER SETSLOT': {arity: -4},
    EVAL: {arity: -3},
    MULTI: {arity: 1},
    SELECT: {arity: 2},
  }
  expect(said({...free, commandTable: table}, error, line)).toBe(wanted)
})

test('A node of the lab that announces another address is found by its id', () => {
  const snapshot = recorded('cluster')
  const nodes = snapshot.nodes.map(reading =>
    reading.is === 'answered' && reading.cluster
      ? {
          ...reading,
          cluster: {
            ...reading.cluster,
            nodes: reading.cluster.nodes.map(line => (line.port === 6381 ? {...line, port: 12_345} : line)),
          },
        }
      : reading,
  )
  expect(said({...free, snapshot: {...snapshot, nodes}}, 'MOVED 12182 127.0.0.1:12345', 'GET foo')).toBe(
    'slot 12182 is served by 6381, not by 6379; it announces itself as 127.0.0.1:12345: @6381 GET …',
  )
})
