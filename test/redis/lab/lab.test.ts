// The lab on real nodes: lines are run, waiting is given up, steps begin and begin again.

import {once} from 'node:events'
import {existsSync, readdirSync} from 'node:fs'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {failover} from '../../../lessons/failover/lesson.ts'
import {Lab} from '../../../src/lab/lab.ts'
import {waitForState} from '../../../src/lab/run/wait-for-state.ts'
import {baseOf, portOf} from '../../../src/model/cluster/node.ts'
import {isCutOff} from '../../../src/model/lesson/goals/links.ts'
import {
  every,
  everyNodeAnswers,
  isDown,
  isMaster,
  keysGrew,
  wasAskedForInfo,
} from '../../../src/model/lesson/goals/replication.ts'
import {once as atOneMoment, lesson, type StepPlan, stepOf} from '../../../src/model/lesson/lesson.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {freeBase} from '../../../tools/servers/free-ports.ts'
import {processesNaming, serversOf} from '../../../tools/servers/processes.ts'
import {redisCli} from '../../../tools/servers/redis-cli.ts'
import {server} from '../../../tools/servers/server.ts'
import {ownLesson, recallWords} from '../check/own-lessons.ts'
import {standalone, startLab, textOf} from './started-lab.ts'

const redirectedTo = (port: number) => `-> Redirected to slot [12182] located at 127.0.0.1:${port}`

/** Runs a line; what the transcript then says under it. */
async function answers(lab: Lab, line: string): Promise<readonly string[]> {
  await lab.run(line)
  return textOf(
    lab.state().entries.findLast(({typed}) => typed === line),
    lab.state(),
  )
}

const kill = {
  setup: ['/kill {6480}'],
  ready: isDown('6480'),
  goals: {down: isDown('6380')},
  solutions: {kill: ['/kill {6380}']},
} satisfies StepPlan
const write = {
  setup: ['SET given 1'],
  ready: everyNodeAnswers,
  goals: {written: keysGrew('6379')},
  solutions: {set: ['SET a 1', '@{6379} GET a']},
} satisfies StepPlan
const [first, second] = [stepOf('write', write), stepOf('kill', kill)]
const twoSteps = ownLesson('two-steps', [first, second])
const oneMore = ownLesson('one-more', [first])

const phase =
  (wanted: string, id = 'write') =>
  ({play}: LabState) =>
    (play?.step === id && play.phase === wanted) || `${play?.step} ${play?.phase}`

describe('A line', () => {
  it('is an entry of the transcript with everything that came of it', async () => {
    await using world = await standalone()
    const {lab} = world
    expect(await answers(lab, 'SET a OK')).toEqual(['OK'])
    expect(await answers(lab, '2 GET a')).toEqual(['"OK"', '"OK"'])
    expect(await answers(lab, '@all DBSIZE')).toEqual(
      expect.arrayContaining(['(integer) 1', ...Array(5).fill('(integer) 0')]),
    )
    expect(await answers(lab, 'GET "a')).toEqual([expect.stringMatching(/^Invalid argument/)])
    expect(await answers(lab, '/kill 1')).toEqual([expect.stringContaining(`${baseOf(lab.state().roster)}`)])
    expect(lab.state().entries.map(entry => [entry.typed, entry.by, entry.running])).toEqual([
      ['SET a OK', 'learner', false],
      ['2 GET a', 'learner', false],
      ['@all DBSIZE', 'learner', false],
      ['GET "a', 'learner', false],
      ['/kill 1', 'learner', false],
    ])
  })

  it('goes to the node that the prompt is at, or to the one it names', async () => {
    await using world = await standalone()
    const {lab} = world
    const base = baseOf(lab.state().roster)
    await lab.run(`/use ${base + 101}`)
    expect(lab.state().node).toBe('6480')
    expect(await answers(lab, 'CONFIG GET port')).toEqual([`1) "port"\n2) "${base + 101}"`])
    expect(await answers(lab, '@6381 CONFIG GET port')).toEqual([`1) "port"\n2) "${base + 2}"`])
  })

  it('with a Redis command waits for the one before; what is done to a process does not', async () => {
    await using world = await standalone()
    const {lab} = world
    const waiting = lab.run('BLPOP queue 0')
    const afterwards = lab.run('GET a')
    expect(await answers(lab, '/kill 6380')).toEqual([expect.stringMatching(/^kill -9 \d+$/)])
    expect(lab.state().entries.map(({typed, running}) => [typed, running])).toEqual([
      ['BLPOP queue 0', true],
      ['/kill 6380', false],
    ])
    expect(lab.cancel()).toBe(true)
    await Promise.all([waiting, afterwards])
    expect(textOf(lab.state().entries.at(-1), lab.state())).toEqual(['(nil)'])
  })

  it.each([
    ['starts a node', every(isDown('6380'), isDown('6480')), ['/kill 6380', '/kill 6480', '/start 6480']],
    [
      'gives a node another role',
      isMaster('6380'),
      ['@6380 REPLICAOF NO ONE', '@6380 SLAVEOF 127.0.0.1 {6379}'],
    ],
    ['removes the keys', keysGrew('6379'), ['@6379 SET a 1', '@6379 FLUSHALL']],
    ['heals a link', isCutOff('6379'), ['/cut {6379} | rest', '/heal']],
  ])('that %s waits until what the lines before it did is seen and judged', async (_, state, lines) => {
    const plan = {
      setup: ['@{6380} REPLICAOF 127.0.0.1 {6379}', '@{6379} WAIT 1 5000'],
      ready: everyNodeAnswers,
      goals: {seen: atOneMoment(state)},
      solutions: {all: lines},
    }
    await using world = await startLab({...ownLesson('hidden', [stepOf('hidden', plan)]), wired: true})
    const {lab} = world
    await lab.open('hidden')
    await waitForState(lab, phase('open', 'hidden'), 20_000)
    // A reading waits for this node longer than the lines take.
    const {pid = 0} = lab.state().snapshot?.nodes.find(({name}) => name === '6381')?.process ?? {}
    process.kill(pid, 'SIGSTOP')
    for (const line of lines) await lab.run(line.replace('{6379}', `${baseOf(lab.state().roster)}`))
    process.kill(pid, 'SIGCONT')
    await waitForState(lab, phase('passed', 'hidden'), 20_000)
  })

  it('stands before the one that is typed right behind it, whatever the two are', async () => {
    await using world = await standalone()
    const {lab} = world
    const lines = ['PING', '/cluster on', '/kill 6381', 'PING', '/cluster off']
    const ended = lines.map(line => lab.run(line))
    const standing = lab.state().entries.map(({typed}) => typed)
    expect(standing).toEqual(['PING', '/cluster on', '/kill 6381', '/cluster off'])
    await Promise.all(ended)
  })

  it('may ask for the files of a node, also while a command hangs', async () => {
    await using world = await standalone()
    const {lab, keeper} = world
    const waiting = lab.run('BLPOP queue 0')
    await lab.run('/kill 6380')
    const silent = `${baseOf(lab.state().roster) + 1} has logged nothing since the nodes were ready.`
    expect(await answers(lab, '/log 6380')).toEqual([`${keeper.folder}/6380/redis.log`, silent])
    expect(await answers(lab, '/conf 6380')).toEqual([
      expect.stringMatching(
        new RegExp(`^${keeper.folder}/6380/redis\\.conf\n[^]*\nport ${baseOf(lab.state().roster) + 1}\n`),
      ),
    ])
    lab.cancel()
    await waiting
  })

  it('that asks for help or to leave is handed to the interface it was typed in', async () => {
    await using world = await standalone()
    expect(await world.lab.run('/help')).toEqual({ui: 'help'})
    expect(await world.lab.run('quit')).toEqual({ui: 'quit'})
    expect(await world.lab.run('/lessons')).toEqual({ui: 'lessons'})
    expect(await world.lab.run('/lang zh')).toEqual({ui: 'lang', language: 'zh'})
    expect(await world.lab.run('/lang')).toEqual({ui: 'lang', language: undefined})
    expect(world.lab.state().entries).toEqual([])
  })
})

describe('In cluster mode', () => {
  it('the prompt goes along with a redirect; a line that says to whom it goes leaves it, and all are asked as they are', async () => {
    await using world = await startLab()
    const {lab} = world
    await lab.startStage('cluster')
    const base = baseOf(lab.state().roster)
    const moved = `(error) MOVED 12182 127.0.0.1:${base + 2}`
    expect(await answers(lab, 'SET foo 1')).toEqual([moved])
    expect(lab.state()).toMatchObject({node: '6379', following: false})
    await lab.run('/cluster on')
    expect(await answers(lab, '@6379 INCR foo')).toEqual([redirectedTo(base + 2), '(integer) 1'])
    expect(lab.state()).toMatchObject({node: '6379', following: true})
    expect(await answers(lab, '@all INCR foo')).toEqual(expect.arrayContaining([moved, '(integer) 2']))
    // The repeats go where the first one was answered.
    expect(await answers(lab, '2 @6379 INCR foo')).toEqual([
      redirectedTo(base + 2),
      '(integer) 3',
      '(integer) 4',
    ])
    expect(await answers(lab, '2 INCR foo')).toEqual([redirectedTo(base + 2), '(integer) 5', '(integer) 6'])
    expect(lab.state()).toMatchObject({node: '6381'})
    await lab.run('/cluster off')
    expect(await answers(lab, 'GET name')).toEqual([`(error) MOVED 5798 127.0.0.1:${base + 1}`])
    expect(lab.state()).toMatchObject({node: '6381', following: false})
  })

  it('a prompt whose node dies goes on at another, unless the line names the dead one', async () => {
    await using world = await startLab()
    const {lab} = world
    await lab.startStage('cluster')
    const base = baseOf(lab.state().roster)
    await lab.run('/cluster on')
    await lab.run('/kill 6379')
    const refused = `Could not connect to Redis at 127.0.0.1:${base}: Connection refused`
    expect(await answers(lab, '@6379 SET foo 1')).toEqual([refused])
    expect(lab.state().node).toBe('6379')
    expect(await answers(lab, 'SET foo 1')).toEqual([
      `${base} is down; in cluster mode any node can redirect, so ${base + 1} is asked instead.`,
      redirectedTo(base + 2),
      'OK',
    ])
    expect(lab.state().node).toBe('6381')
  })

  it('a step still begins as its author wrote it: nothing of the lab is redirected, and the mode is off', async () => {
    const elsewhere = ownLesson('elsewhere', [{...first, setup: ['SET foo 1']}], {stage: 'cluster'})
    await using world = await startLab(elsewhere)
    const {lab} = world
    await lab.startStage('cluster')
    await lab.run('/cluster on')
    await lab.open('elsewhere')
    await waitForState(lab, phase('open'), 10_000)
    expect(lab.state()).toMatchObject({node: '6379', following: false})
    const given = lab.state().entries.find(({typed}) => typed === 'SET foo 1')
    expect(textOf(given, lab.state())).toEqual([
      `(error) MOVED 12182 127.0.0.1:${baseOf(lab.state().roster) + 2}`,
    ])
  })
})

describe('Waiting', () => {
  it('for a paused node is given up at once, and the node is there again when it is resumed', async () => {
    await using world = await standalone()
    const {lab} = world
    await lab.run('/pause 6379')
    const waiting = answers(lab, 'SET a 1')
    await waitForState(lab, ({entries}) => entries.at(-1)?.typed === 'SET a 1' || 'not begun', 20_000)
    expect(lab.cancel()).toBe(true)
    expect(await waiting).toEqual([expect.stringContaining(`; ${baseOf(lab.state().roster)} did not reply.`)])
    expect(lab.cancel()).toBe(false)
    await lab.run('/resume 6379')
    expect(await answers(lab, 'PING')).toEqual(['PONG'])
  })

  it('ends with a reset, and what was typed behind it does not reach the new nodes', async () => {
    await using world = await standalone(twoSteps)
    const {lab} = world
    await lab.open('two-steps')
    await waitForState(lab, phase('open'), 10_000)
    await lab.run('/pause 6379')
    const typed = [lab.run('SET a 1'), lab.run('SET b 2')]
    await lab.run('/reset')
    await Promise.all(typed)
    await waitForState(lab, phase('open'), 10_000)
    expect(await answers(lab, 'KEYS *')).toEqual(['1) "given"'])
  })
})

describe('A reset', () => {
  it('without a lesson starts the same stage again, on the same ports', async () => {
    await using world = await standalone()
    const {lab} = world
    const base = baseOf(lab.state().roster)
    await lab.run('SET a 1')
    await lab.run('/kill 6380')
    await lab.run('/reset')
    expect(lab.state()).toMatchObject({stage: 'standalone', status: 'ready'})
    expect(baseOf(lab.state().roster)).toBe(base)
    expect(await answers(lab, 'GET a')).toEqual(['(nil)'])
    expect(await answers(lab, '@6380 PING')).toEqual(['PONG'])
  })

  it('moves to other ports if another program took one while its node was down', async () => {
    const keeper = await startKeeper()
    await using lab = new Lab(
      {lessons: [], program: await server(), nodeTimeout: 1000, pollEvery: 50},
      keeper,
    )
    await lab.startStage('standalone')
    const {roster} = lab.state()
    await lab.run('/kill 6380')
    await using other = createServer().listen(portOf('6380', roster), '127.0.0.1')
    await once(other, 'listening')
    await lab.run('/reset')
    expect(baseOf(lab.state().roster)).not.toBe(baseOf(roster))
    expect(await answers(lab, '@all PING')).toEqual(Array(6).fill('PONG'))
  })

  it('in a lesson starts the step over from its true start', async () => {
    await using world = await startLab(twoSteps)
    const {lab} = world
    await lab.open('two-steps')
    await waitForState(lab, phase('open'), 10_000)
    await lab.run('SET a 1')
    await waitForState(lab, phase('passed'), 10_000)
    await lab.run('/reset')
    await waitForState(lab, phase('open'), 10_000)
    expect(lab.state().play).toMatchObject({
      step: 'write',
      outcomes: [],
      conditions: [{verdict: {is: 'notYet'}}],
    })
    expect(await answers(lab, 'KEYS *')).toEqual(['1) "given"'])
  })

  it('that is asked for while another is under way comes after it, and one stage stands', async () => {
    await using world = await standalone()
    const {lab, keeper} = world
    await Promise.all([lab.run('/reset'), lab.run('/reset'), lab.run('/reset')])
    expect(lab.state().entries.flatMap(entry => textOf(entry, lab.state()))).toEqual([])
    expect(lab.state().status).toBe('ready')
    expect(await serversOf(keeper.folder)).toHaveLength(6)
    expect(await answers(lab, '@all PING')).toEqual(Array(6).fill('PONG'))
  })
})

describe('Counting what was asked of a node', () => {
  it('goes on after CONFIG RESETSTAT, and leaves out what the lab itself asks', async () => {
    const asked = stepOf('write', {
      ...write,
      goals: {asked: wasAskedForInfo('6379')},
    })
    await using world = await startLab(ownLesson('asked', [asked]))
    const {lab} = world
    await lab.open('asked')
    await waitForState(lab, phase('open'), 10_000)
    await lab.run('CONFIG RESETSTAT')
    const {snapshot} = lab.state()
    await waitForState(
      lab,
      now => (now.snapshot?.at ?? 0) > (snapshot?.at ?? 0) + 500 || 'no later snapshot',
      10_000,
    )
    expect(lab.state().play?.phase).toBe('open')
    await lab.run('INFO replication')
    await waitForState(lab, phase('passed'), 10_000)
  })
})

describe('Free play', () => {
  it('judges nothing until it is done, and then the step begins again from its true start', async () => {
    await using world = await startLab(twoSteps)
    const {lab} = world
    await lab.open('two-steps')
    await waitForState(lab, phase('open'), 10_000)
    expect(await answers(lab, '/done')).toEqual([translate('en', {key: 'move.notFree'})])
    expect(await answers(lab, '/play')).toEqual([translate('en', {key: 'move.free'})])
    await lab.run('SET a 1')
    const {snapshot} = lab.state()
    await waitForState(
      lab,
      now => (now.snapshot?.at ?? 0) > (snapshot?.at ?? 0) + 500 || 'no later snapshot',
      10_000,
    )
    expect(lab.state().play).toMatchObject({phase: 'free', conditions: [{verdict: {is: 'notYet'}}]})
    await lab.run('/done')
    await waitForState(lab, phase('open'), 10_000)
    expect(await answers(lab, 'KEYS *')).toEqual(['1) "given"'])
  })
})

describe('Questions', () => {
  const asked = lesson({
    id: 'asked',
    stage: 'standalone',
    steps: {write, kill},
    recall: {who: 'b'},
    words: {en: recallWords('who', [first, second]), zh: recallWords('who', [first, second])},
  })

  it('are put before the first step, answered by a number alone, and a wrong one is reviewed', async () => {
    await using world = await startLab(asked)
    const {lab} = world
    await lab.open('asked')
    expect(lab.state().quiz).toMatchObject({why: 'recall', chosen: []})
    expect(await answers(lab, '3')).toEqual([translate('en', {key: 'line.option', values: {most: 2}})])
    const first = translate('en', {key: 'move.questionsFirst'})
    expect(await answers(lab, '/hint')).toEqual([first])
    expect(await answers(lab, '/solve')).toEqual([first])
    expect(lab.state().play?.hints).toBe(0)
    await lab.run('1')
    expect(lab.state().answers['asked']?.['recall/who']).toMatchObject({chosen: 'a'})
    await lab.run('/next')
    expect(lab.state().quiz).toBeUndefined()
    expect(lab.state().play).toMatchObject({lesson: 'asked', step: 'write'})
    await waitForState(lab, phase('open', 'write'), 10_000)
    // Now it is a word for Redis like any other.
    expect(await answers(lab, '1')).toEqual([expect.stringMatching(/^\(error\) ERR unknown command/)])
    await lab.run('/review')
    await lab.run('2')
    await lab.run('/next')
    expect(await answers(lab, '/review')).toEqual([translate('en', {key: 'move.nothingWrong'})])
    // Answered once, they are not put again.
    await lab.run('/lessons asked')
    expect(lab.state().quiz).toBeUndefined()
  })
})

describe('A start that needs a failover', () => {
  it('is reached in haste, and then the nodes take the time that is to be watched', async () => {
    const after = stepOf('after', {
      ...kill,
      setup: ['/kill {6381}'],
      ready: every(isDown('6381'), isMaster('6481')),
    })
    const program = await server()
    const keeper = await startKeeper()
    const options = {lessons: [ownLesson('hasty', [after], {stage: 'cluster'})], program, pollEvery: 50}
    // Longer than anybody waits here: without haste nobody would be elected in time.
    await using lab = new Lab({...options, port: await freeBase(), nodeTimeout: 60_000}, keeper)
    await lab.open('hasty')
    await waitForState(lab, phase('open', 'after'), 10_000)
    expect(await answers(lab, '@6481 CONFIG GET cluster-node-timeout')).toEqual([
      '1) "cluster-node-timeout"\n2) "60000"',
    ])
  })
})

describe('A lesson', () => {
  it('is gone to by name, any step of it, at its true start', async () => {
    await using world = await startLab(oneMore, twoSteps)
    const {lab} = world
    await lab.open('one-more')
    await lab.run('/lessons two-steps kill')
    await waitForState(lab, phase('open', 'kill'), 10_000)
    expect(await answers(lab, '/lessons nowhere')).toEqual([
      'There is no lesson "nowhere". The lessons are: one-more, two-steps.',
    ])
  })

  it('goes on with the nodes as they are when a step is passed, and to the next lesson after its last', async () => {
    await using world = await startLab(twoSteps, oneMore)
    const {lab} = world
    await lab.open('two-steps')
    await waitForState(lab, phase('open'), 10_000)
    await lab.run('SET kept 1')
    await waitForState(lab, phase('passed'), 10_000)
    await lab.run('/next')
    // Its `given` is not run on what the learner has: the step waits until it is so.
    await waitForState(lab, phase('preparing', 'kill'), 10_000)
    await lab.run('/kill 6480')
    await waitForState(lab, phase('open', 'kill'), 10_000)
    expect(await answers(lab, 'EXISTS kept')).toEqual(['(integer) 1'])
    await lab.run('/kill 6380')
    await waitForState(lab, phase('passed', 'kill'), 10_000)
    expect(Object.keys(lab.state().passed['two-steps'] ?? {})).toEqual(['write', 'kill'])
    expect(lab.state().passed['two-steps']?.['kill']?.changes).toEqual([
      {key: 'what-changed.notRunning', values: {node: portOf('6380', lab.state().roster)}},
    ])
    await lab.run('/next')
    await waitForState(lab, phase('open'), 10_000)
    expect(lab.state().play?.lesson).toBe('one-more')
    expect(await answers(lab, '/next')).toEqual([translate('en', {key: 'move.lastStep'})])
    await lab.run('SET kept 1')
    await waitForState(lab, phase('passed'), 10_000)
    expect(await lab.run('/next')).toEqual({ui: 'summary'})
  })

  it('gives a step that was not reached by passing the one before its true start', async () => {
    await using world = await startLab(twoSteps)
    const {lab} = world
    await lab.open('two-steps')
    await lab.run('/next')
    await waitForState(lab, phase('open', 'kill'), 10_000)
    expect(await answers(lab, '@6379 KEYS *')).toEqual(['(empty array)'])
    await lab.run('/back')
    await waitForState(lab, phase('open', 'write'), 10_000)
    expect(await answers(lab, '@6480 PING')).toEqual(['PONG'])
  })

  it('that is reset while its solution runs is not solved by the rest of it', async () => {
    const lines = ['BLPOP queue 0', 'SET a 1']
    const slow = stepOf('write', {...write, solutions: {wait: lines}})
    await using world = await startLab(ownLesson('slow', [slow]))
    const {lab} = world
    await lab.open('slow')
    await waitForState(lab, phase('open'), 10_000)
    const solving = lab.run('/solve')
    await waitForState(lab, ({entries}) => entries.at(-1)?.typed === lines[0] || 'not begun', 20_000)
    await Promise.all([lab.run('/reset'), solving])
    await waitForState(lab, phase('open'), 10_000)
    expect(await answers(lab, 'KEYS *')).toEqual(['1) "given"'])
  })

  it('counts hints, and a solution that is asked for passes the step and says each line', async () => {
    await using world = await startLab(twoSteps)
    const {lab} = world
    await lab.open('two-steps')
    await waitForState(lab, phase('open'), 10_000)
    await lab.run('/hint')
    await lab.run('/hint')
    expect(lab.state().play?.hints).toBe(2)
    await lab.run('/solve')
    await waitForState(lab, phase('passed'), 10_000)
    expect(lab.state().entries.filter(({by}) => by === 'solution')).toMatchObject([
      {typed: 'SET a 1'},
      {typed: `@${baseOf(lab.state().roster)} GET a`},
    ])
  })

  it('is not there in free play, and the sentence says so', async () => {
    await using world = await standalone()
    expect(await answers(world.lab, '/next')).toEqual([translate('en', {key: 'move.noLesson'})])
  })
})

describe('What happens without the lab', () => {
  it('is seen: a node that somebody else killed, and a step that somebody else solved', async () => {
    await using world = await startLab(twoSteps)
    const {lab} = world
    await lab.open('two-steps')
    await waitForState(lab, phase('open'), 10_000)
    await redisCli('-p', `${baseOf(lab.state().roster)}`, 'SET', 'a', '1')
    await waitForState(lab, phase('passed'), 10_000)
    process.kill(lab.state().snapshot?.nodes[1]?.process.pid ?? 0, 'SIGKILL')
    await waitForState(lab, ({snapshot}) => snapshot?.nodes[1]?.process.is === 'killed' || 'it runs', 20_000)
  })

  it('to the keeper ends the lab with the reason', async () => {
    await using world = await standalone()
    const {lab, keeper} = world
    process.kill(keeper.pid, 'SIGKILL')
    expect((await lab.gone).message).toMatch(/^The keeper, .* ended \(SIGKILL\), and the nodes with it\./)
    await expect(waitForState(lab, () => 'never', 60_000)).rejects.toThrow('ended (SIGKILL)')
  })
})

it('A cluster that does not reach the start of a step, because a node had no time, is set up once more', async () => {
  await using world = await startLab(failover)
  const {lab} = world
  const pidOf6381 = () => {
    const {process} = lab.state().snapshot?.nodes.find(({name}) => name === '6381') ?? {}
    return process?.is === 'running' ? process.pid : undefined
  }
  let frozen: number | undefined
  const forget = lab.subscribe(() => {
    const pid = frozen === undefined && pidOf6381()
    if (!pid) return
    frozen = pid
    // The replica that is told to take over asks its master to wait, and gets no answer.
    process.kill(pid, 'SIGSTOP')
  })
  await lab.open('failover', 'home')
  forget()
  await waitForState(lab, phase('open', 'home'), 10_000)
  expect(frozen).toBeDefined()
  expect(pidOf6381()).not.toBe(frozen)
  const said = lab
    .state()
    .entries.flatMap(({parts}) => parts.flatMap(part => 'message' in part && part.message.key))
  expect(said).toContain('move.setUpAgain')
})

it('A question that is not answered in time fails with what was last missing', async () => {
  await using world = await standalone()
  const question = waitForState(world.lab, ({roster}) => `${baseOf(roster)} is not enough`, 100)
  await expect(question).rejects.toThrow(`Waited 0.1 s: ${baseOf(world.lab.state().roster)} is not enough`)
})

it('A keeper that ends while the lab asks the new nodes for their commands is what callers hear of, not a connection', async () => {
  await using world = await startLab()
  const {lab, keeper} = world
  const killed = Promise.withResolvers<void>()
  const forget = lab.subscribe(() => {
    if (lab.state().status !== 'ready') return
    forget()
    // The nodes live on until the watchdog has the processor, and might answer first.
    for (const pid of readdirSync(join(keeper.folder, 'pids'))) process.kill(Number(pid), 'SIGSTOP')
    process.kill(keeper.pid, 'SIGKILL')
    killed.resolve()
  })
  const starting = lab.startStage('standalone').catch((error: Error) => error.message)
  await killed.promise
  expect(await starting).toMatch(/^The keeper, .* ended \(SIGKILL\)/)
})

it('A lab that ends while its stage is starting leaves nothing, and callers waiting for the stage get an error', async () => {
  const {lab, keeper} = await startLab()
  const starting = lab.startStage('cluster').catch((error: Error) => error.message)
  await expect.poll(() => serversOf(keeper.folder), {interval: 1}).not.toEqual([])
  await lab[Symbol.asyncDispose]()
  expect(await starting).toMatch(/^The keeper, .* ended/)
  expect(existsSync(keeper.folder)).toBe(false)
  await expect.poll(() => processesNaming(keeper.folder), {timeout: 2000}).toEqual([])
})
