// What the learner does to real nodes, and what comes back.

import {describe, expect, it} from 'vitest'
import {type NodeName, portOf, rosterAt} from '../../../src/model/cluster/node.ts'
import {isAlive} from '../../../src/model/cluster/snapshot.ts'
import type {Action, Outcome} from '../../../src/model/commands/action.ts'
import type {Connection} from '../../../src/model/commands/connection.ts'
import {type Bytes, bytesOf, fromBuffer} from '../../../src/model/protocol/bytes.ts'
import {splitWords} from '../../../src/model/protocol/quoting.ts'
import type {Reply} from '../../../src/model/protocol/reply.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {startForeignServer} from '../../../tools/servers/foreign-server.ts'
import {server} from '../../../tools/servers/server.ts'
import {type StartedNodes, startNodes} from '../../../tools/servers/start-nodes.ts'

/** A line as typed at a node's prompt. */
function command(node: NodeName, line: string): Action {
  return {do: 'command', node, words: splitWords(line) ?? []}
}

/** What a line is answered with: the reply, or the sentence why there is none. */
async function answer(world: StartedNodes, node: NodeName, line: string): Promise<Reply | string> {
  return cameOf(await world.performer.perform(command(node, line)))
}

function cameOf(outcome: Outcome): Reply | string {
  if (outcome.is === 'replied') return outcome.reply
  return outcome.is === 'failed' ? translate('en', outcome.because) : 'done'
}

/** Settles when the node counts a client that waits in a blocking command. */
async function blocked(world: StartedNodes, node: NodeName) {
  const waiting = async () => String(await world.ask(node, 'CLIENT', 'LIST')).includes(' cmd=blpop ')
  await expect.poll(waiting).toBe(true)
}

describe('A reply', () => {
  it('keeps its type: status OK is not the string "OK"', async () => {
    await using world = await startNodes('standalone')
    expect(await answer(world, '6379', 'SET a OK')).toEqual({type: 'status', text: 'OK'})
    expect(await answer(world, '6379', 'GET a')).toEqual({type: 'bulk', bytes: 'OK'})
    expect(await answer(world, '6379', 'GET b')).toEqual({type: 'nil'})
    expect(await answer(world, '6379', 'INCR n')).toEqual({type: 'integer', text: '1'})
    expect(await answer(world, '6379', 'INCR a')).toEqual({
      type: 'error',
      text: 'ERR value is not an integer or out of range',
    })
    expect(await answer(world, '6379', 'MGET a b')).toEqual({
      type: 'array',
      items: [{type: 'bulk', bytes: 'OK'}, {type: 'nil'}],
    })
    await answer(world, '6379', 'HELLO 3')
    expect(await answer(world, '6379', 'CONFIG GET maxclients')).toMatchObject({type: 'map'})
  })

  it('is the bytes that were sent, also those that are no text', async () => {
    await using world = await startNodes('standalone')
    const every: Bytes = fromBuffer(Uint8Array.from({length: 256}, (_, byte) => byte))
    for (const value of [every, bytesOf('键'), '', 'x'.repeat(1_000_000)]) {
      await world.performer.perform({do: 'command', node: '6379', words: ['SET', 'a', value]})
      expect(await answer(world, '6379', 'GET a')).toEqual({type: 'bulk', bytes: value})
    }
  })

  it('comes from the node that was asked, with how long it took', async () => {
    await using world = await startNodes('standalone')
    const before = Date.now()
    const outcome = await world.performer.perform(command('6480', 'CONFIG GET port'))
    expect(outcome).toMatchObject({
      is: 'replied',
      action: {node: '6480'},
      reply: {items: [{bytes: 'port'}, {bytes: `${portOf('6480', rosterAt(world.base))}`}]},
    })
    expect(outcome.at).toBeGreaterThanOrEqual(before)
    expect(outcome.ms).toBeGreaterThan(0)
  })
})

it('A run of redis-cli has a connection of its own: what it sets ends with it', async () => {
  await using world = await startNodes('standalone')
  const run = async (line: string) =>
    cameOf(await world.performer.perform({...command('6379', line), alone: true} as Action))
  expect(await run('SELECT 3')).toEqual({type: 'status', text: 'OK'})
  expect(await run('MULTI')).toEqual({type: 'status', text: 'OK'})
  expect(await run('SET a 1')).toEqual({type: 'status', text: 'OK'})
  expect(await answer(world, '6379', 'GET a')).toEqual({type: 'bulk', bytes: '1'})
  await answer(world, '6379', 'MULTI')
  expect(await run('GET a')).toEqual({type: 'bulk', bytes: '1'})
  expect(await answer(world, '6379', 'GET a')).toEqual({type: 'status', text: 'QUEUED'})
})

it('A connection remembers: MULTI and SELECT hold until EXEC, and each node has a connection of its own', async () => {
  await using world = await startNodes('standalone')
  await answer(world, '6379', 'SELECT 3')
  await answer(world, '6379', 'MULTI')
  expect(await answer(world, '6379', 'SET a 1')).toEqual({type: 'status', text: 'QUEUED'})
  expect(await answer(world, '6380', 'SET a 1')).toEqual({type: 'status', text: 'OK'})
  expect(await answer(world, '6379', 'EXEC')).toEqual({type: 'array', items: [{type: 'status', text: 'OK'}]})
  expect(String(await world.ask('6379', 'INFO', 'keyspace'))).toContain('db3:keys=1')
})

describe('A command that waits', () => {
  it('is given up when it is cancelled, and the next one finds the node ready', async () => {
    await using world = await startNodes('standalone')
    const cancelled = new AbortController()
    const waiting = world.performer.perform(command('6379', 'BLPOP queue 0'), {signal: cancelled.signal})
    await blocked(world, '6379')
    cancelled.abort()
    expect(cameOf(await waiting)).toMatch(
      new RegExp(`^Canceled after \\d+\\.\\d s; ${world.base} did not reply\\.`),
    )
    await answer(world, '6379', 'RPUSH queue x')
    expect(await answer(world, '6379', 'LLEN queue')).toEqual({type: 'integer', text: '1'})
  })

  it('hears of it when its node is killed, and after the start the next one is answered', async () => {
    await using world = await startNodes('standalone')
    const waiting = answer(world, '6379', 'BLPOP queue 0')
    await blocked(world, '6379')
    await world.performer.perform({do: 'kill', node: '6379'})
    expect(await waiting).toBe('Error: Server closed the connection')
    await world.performer.perform({do: 'start', node: '6379'})
    expect(await answer(world, '6379', 'PING')).toEqual({type: 'status', text: 'PONG'})
  })

  it('to a paused node is answered when the node is resumed', async () => {
    await using world = await startNodes('standalone')
    await world.performer.perform({do: 'pause', node: '6379'})
    const waiting = answer(world, '6379', 'SET a 1')
    await world.performer.perform({do: 'resume', node: '6379'})
    expect(await waiting).toEqual({type: 'status', text: 'OK'})
  })
})

describe('A subscription', () => {
  /** What is printed from now on, until `leave`. */
  function listen(world: StartedNodes, node: NodeName, line: string) {
    const pushed: Reply[] = []
    const left = new AbortController()
    const outcome = world.performer.perform(command(node, line), {
      signal: left.signal,
      onPush: reply => pushed.push(reply),
    })
    return {
      outcome,
      pushed: () => JSON.stringify(pushed),
      async leave() {
        left.abort()
        return cameOf(await outcome)
      },
    }
  }

  it.each(['SUBSCRIBE news', 'PSUBSCRIBE n*'])(
    'with %s hears what is published, and may type meanwhile',
    async line => {
      await using world = await startNodes('standalone')
      const listening = listen(world, '6379', line)
      await expect.poll(listening.pushed).toMatch(/subscribe/)
      expect(await answer(world, '6379', 'PUBLISH news hello')).toEqual({type: 'integer', text: '1'})
      await expect.poll(listening.pushed).toMatch(/message.*news.*hello/)
      expect(await listening.leave()).toBe('Left.')
      expect(await answer(world, '6379', 'PUBLISH news hello')).toEqual({type: 'integer', text: '0'})
    },
  )

  it("with MONITOR sees everybody's commands but the lab's own polling", async () => {
    await using world = await startNodes('standalone')
    const listening = listen(world, '6379', 'MONITOR')
    await expect.poll(listening.pushed).toMatch(/OK/)
    await world.look()
    await answer(world, '6379', 'SET watched 1')
    await expect.poll(listening.pushed).toMatch(/watched/)
    expect(listening.pushed()).not.toMatch(/info/i)
    expect(await listening.leave()).toBe('Left.')
  })

  it('speaks RESP3 where the prompt does, and is who the prompt is', async () => {
    await using world = await startNodes('standalone')
    await answer(world, '6379', 'CONFIG SET requirepass secret')
    await answer(world, '6379', 'AUTH secret')
    await answer(world, '6379', 'HELLO 3')
    const listening = listen(world, '6379', 'SUBSCRIBE news')
    await expect.poll(listening.pushed).toMatch(/"type":"push".*subscribe/)
    await answer(world, '6379', 'CONFIG SET requirepass ""')
    expect(await listening.leave()).toBe('Left.')
  })

  it('is told why when the node will not have it, and when the node is killed', async () => {
    await using world = await startNodes('standalone')
    expect(await answer(world, '6379', 'SUBSCRIBE')).toMatchObject({
      text: "ERR wrong number of arguments for 'subscribe' command",
    })
    const listening = listen(world, '6379', 'MONITOR')
    await expect.poll(listening.pushed).toMatch(/OK/)
    await world.performer.perform({do: 'kill', node: '6379'})
    expect(cameOf(await listening.outcome)).toBe('Error: Server closed the connection')
  })
})

describe('A new connection', () => {
  it('goes on as the old one was: who, in which database, in which protocol; but its MULTI is gone', async () => {
    const told: [Connection, boolean][] = []
    await using world = await startNodes('standalone', {
      onConnection: (_, connection, dropped) => told.push([connection, dropped]),
    })
    await answer(world, '6379', 'CONFIG SET requirepass secret')
    for (const line of ['AUTH default secret', 'SELECT 2', 'HELLO 3', 'MULTI', 'SELECT 5', 'SET a 1'])
      await answer(world, '6379', line)
    expect(told.at(-1)).toEqual([{db: 5, multi: {db: 2}, resp: 3}, false])
    await world.ask('6379', 'CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
    await expect.poll(() => told.at(-1)).toEqual([{db: 2, resp: 3, lost: true}, true])
    expect(await answer(world, '6379', 'EXEC')).toMatchObject({text: 'ERR EXEC without MULTI'})
    expect(told.at(-1)).toEqual([{db: 2, resp: 3}, false])
    expect(await answer(world, '6379', 'CLIENT INFO')).toMatchObject({
      bytes: expect.stringMatching(/db=2 .*resp=3/),
    })
    await answer(world, '6379', 'CONFIG SET requirepass ""')
  })

  it('remembers nothing that it cannot be told again', async () => {
    const told: Connection[] = []
    await using world = await startNodes('standalone', {
      onConnection: (_, connection) => told.push(connection),
    })
    await answer(world, '6379', 'SELECT 2')
    await world.performer.perform({do: 'kill', node: '6379'})
    await expect.poll(() => told.at(-1)).toEqual({db: 2, resp: 2, lost: true})
    await world.performer.perform({do: 'start', node: '6379'})
    await world.ask('6379', 'CONFIG', 'SET', 'requirepass', 'secret')
    expect(await answer(world, '6379', 'GET a')).toMatchObject({text: 'NOAUTH Authentication required.'})
    expect(told.at(-1)).toEqual({db: 0, resp: 2})
  })
})

it('What is pushed while nothing is asked comes before the next reply', async () => {
  await using world = await startNodes('standalone')
  for (const line of ['HELLO 3', 'CLIENT TRACKING ON', 'GET a']) await answer(world, '6379', line)
  await world.ask('6379', 'SET', 'a', '1')
  const pushed: Reply[] = []
  await world.performer.perform(command('6379', 'PING'), {onPush: reply => pushed.push(reply)})
  expect(pushed).toMatchObject([{type: 'push', items: [{bytes: 'invalidate'}, {items: [{bytes: 'a'}]}]}])
  // Valkey 8.0 refuses it without a subscription, no other server does.
  const {kind, version} = await server()
  const type = kind === 'valkey' && version.startsWith('8.0.') ? 'error' : 'push'
  expect(await answer(world, '6379', 'UNSUBSCRIBE')).toMatchObject({type})
})

describe('To a node that is down', () => {
  it('a command is refused as redis-cli says it', async () => {
    await using world = await startNodes('standalone')
    await world.performer.perform({do: 'kill', node: '6379'})
    const refused = `Could not connect to Redis at 127.0.0.1:${world.base}: Connection refused`
    expect(await answer(world, '6379', 'GET a')).toBe(refused)
  })

  it('nothing is sent, though a stranger listens on its port by now', async () => {
    await using world = await startNodes('standalone')
    await answer(world, '6379', 'SET a 1')
    await world.performer.perform({do: 'kill', node: '6379'})
    await using stranger = await startForeignServer(world.base)
    await stranger.countAnew()
    expect(await answer(world, '6379', 'FLUSHALL')).toMatch(/^Could not connect/)
    expect((await world.look()).nodes[0]).toMatchObject({is: 'silent', because: 'notRunning'})
    expect(cameOf(await world.performer.perform({do: 'kill', node: '6379'}))).toMatch(/is not running/)
    expect(await stranger.commands()).toEqual([])
    // Valkey writes tcp.
    const said = `Failed listening on port ${world.base} \\((?:TCP|tcp)\\), aborting\\.`
    const taken = new RegExp(`^${world.base} did not start: ${said}$`)
    expect(cameOf(await world.performer.perform({do: 'start', node: '6379'}))).toMatch(taken)
    expect(await stranger.commands()).toEqual([])
  })
})

it('A node that was told to SHUTDOWN is down when the command has come back, and can be started', async () => {
  await using world = await startNodes('standalone')
  for (let i = 0; i < 5; i++) {
    expect(await answer(world, '6379', 'SHUTDOWN NOSAVE')).toBe('done')
    expect(world.nodes.stateOf('6379')).toEqual({is: 'stopped', endedAt: expect.any(Number)})
    expect(await world.performer.perform({do: 'start', node: '6379'})).toMatchObject({is: 'done'})
  }
})

it('A node that DEBUG has crashed is down when the command has come back', async () => {
  await using world = await startNodes('standalone')
  expect(await answer(world, '6379', 'DEBUG SEGFAULT')).toBe('Error: Server closed the connection')
  expect(isAlive(world.nodes.stateOf('6379'))).toBe(false)
})

it('A blow to a process that somebody else has just killed is an outcome too', async () => {
  await using world = await startNodes('standalone')
  const notRunning = `${world.base} is not running. To start it: /start ${world.base}.`
  for (let i = 0; i < 10; i++) {
    process.kill(world.nodes.stateOf('6379').pid ?? 0, 'SIGKILL')
    expect(['done', notRunning]).toContain(cameOf(await world.performer.perform({do: 'kill', node: '6379'})))
    await world.performer.perform({do: 'start', node: '6379'})
  }
})

it('What is done to a process is an outcome with its pid', async () => {
  await using world = await startNodes('standalone')
  const {pid = 0} = world.nodes.stateOf('6481')
  for (const verb of ['pause', 'resume', 'kill'] as const)
    expect(await world.performer.perform({do: verb, node: '6481'})).toMatchObject({is: 'done', pid})
  const started = await world.performer.perform({do: 'start', node: '6481'})
  expect(started).toMatchObject({is: 'done', pid: world.nodes.stateOf('6481').pid})
  expect(started).not.toMatchObject({pid})
})
