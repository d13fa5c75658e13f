// Cluster mode on real nodes: who follows a redirect, where the prompt then is, and what is said where one cannot be followed.

import {describe, expect, it} from 'vitest'
import {type NodeName, portOf, rosterAt, sixNodes} from '../../../src/model/cluster/node.ts'
import {redirectText} from '../../../src/model/cluster/redirect.ts'
import type {Action} from '../../../src/model/commands/action.ts'
import {outcomeText} from '../../../src/model/commands/outcome-text.ts'
import {splitWords} from '../../../src/model/protocol/quoting.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {server} from '../../../tools/servers/server.ts'
import {type StartedNodes, startNodes} from '../../../tools/servers/start-nodes.ts'

/** The nodes that serve the slots of these keys at the start: 12182, 5798 and 5061. */
const keys = {foo: '6381', name: '6380', bar: '6379'} as const
const slot = '12182'

type Came = Readonly<{
  /** What is shown, nominal ports in it. */
  lines: readonly string[]
  /** Where the prompt belongs afterwards. */
  node: NodeName
}>

function command(node: NodeName, line: string): Extract<Action, {do: 'command'}> {
  return {do: 'command', node, words: splitWords(line) ?? []}
}

/** A line at the prompt of a node, in cluster mode. */
async function follows(world: StartedNodes, node: NodeName, line: string): Promise<Came> {
  const {base} = world
  const lines: string[] = []
  const {
    outcome,
    node: next,
    remark,
  } = await world.performer.follow(command(node, line), {
    onRedirect: redirect => lines.push(redirectText(redirect)),
    onStandIn: words => lines.push(translate('en', words)),
  })
  lines.push(outcomeText(outcome, rosterAt(base), 'en'), ...(remark ? [translate('en', remark)] : []))
  return {lines: lines.map(one => nominal(one, base)), node: next}
}

/** The text as if the nodes stood on their nominal ports; a slot may have the number of a port. */
function nominal(text: string, base: number): string {
  const name = (number: string) => sixNodes.find(one => String(portOf(one, rosterAt(base))) === number)
  return text.replace(/(?<!\[|MOVED |\d)\d+/g, number => name(number) ?? number)
}

/** A line at a node, as it is. */
async function runs(world: StartedNodes, node: NodeName, line: string): Promise<string> {
  return nominal(
    outcomeText(await world.performer.perform(command(node, line)), rosterAt(world.base), 'en'),
    world.base,
  )
}

const redirected = (to: NodeName, at = slot) => `-> Redirected to slot [${at}] located at 127.0.0.1:${to}`

/** `from` gives the slot away to `to`: keys that are not there any more are asked for there. */
async function migrate(world: StartedNodes, from: NodeName, to: NodeName, importing = true) {
  const [fromId, toId] = [
    String(await world.ask(from, 'CLUSTER', 'MYID')),
    String(await world.ask(to, 'CLUSTER', 'MYID')),
  ]
  if (importing) await world.ask(to, 'CLUSTER', 'SETSLOT', slot, 'IMPORTING', fromId)
  await world.ask(from, 'CLUSTER', 'SETSLOT', slot, 'MIGRATING', toId)
}

describe('A redirect', () => {
  it('MOVED is followed, and the prompt stays where the slot is served', async () => {
    await using world = await startNodes('cluster')
    expect(await follows(world, '6379', 'SET foo 1')).toEqual({
      lines: [redirected('6381'), 'OK'],
      node: '6381',
    })
    expect(await follows(world, '6381', 'GET name')).toEqual({
      lines: [redirected('6380', '5798'), '(nil)'],
      node: '6380',
    })
    expect(await follows(world, '6481', 'GET foo')).toEqual({
      lines: [redirected('6381'), '"1"'],
      node: '6381',
    })
    expect(await follows(world, '6381', 'INCR foo')).toEqual({lines: ['(integer) 2'], node: '6381'})
  })

  it('ASK is followed with ASKING, for the one command only', async () => {
    await using world = await startNodes('cluster')
    await runs(world, keys.foo, 'SET foo 1')
    await migrate(world, '6381', '6380')
    expect(await follows(world, '6381', 'SET {foo}new 2')).toEqual({
      lines: [redirected('6380'), 'OK'],
      node: '6380',
    })
    // As with redis-cli: the node that imports the slot sends back, and is asked again.
    expect(await follows(world, '6380', 'GET {foo}new')).toEqual({
      lines: [redirected('6381'), redirected('6380'), '"2"'],
      node: '6380',
    })
    expect(await follows(world, '6380', 'GET foo')).toEqual({
      lines: [redirected('6381'), '"1"'],
      node: '6381',
    })
    expect((await follows(world, '6381', 'MGET foo {foo}new')).lines).toEqual([
      expect.stringMatching(/^\(error\) TRYAGAIN/),
    ])
  })

  it('that leads back and forth is given up', async () => {
    await using world = await startNodes('cluster')
    await migrate(world, '6381', '6380', false)
    const {lines, node} = await follows(world, '6381', 'SET foo 1')
    expect(lines).toEqual([
      ...['6380', '6381', '6380', '6381', '6380'].map(to => redirected(to as NodeName)),
      `(error) MOVED ${slot} 127.0.0.1:6381`,
      expect.stringMatching(
        /^Gave up after 5 redirects: \d+ sends slot 12182 to \d+ with ASK, but \d+ is not importing it and sends back with MOVED\.$/,
      ),
    ])
    expect(node).toBe('6380')
  })

  it('to a stranger is not followed', async () => {
    await using world = await startNodes('cluster')
    await world.ask('6381', 'CONFIG', 'SET', 'cluster-announce-port', '9')
    const seen = async () => String(await world.ask('6379', 'CLUSTER', 'NODES'))
    await expect.poll(seen, {timeout: 10_000}).toContain(' 127.0.0.1:9@')
    expect(await follows(world, '6379', 'GET foo')).toEqual({
      lines: [
        `(error) MOVED ${slot} 127.0.0.1:9`,
        "Not followed: 127.0.0.1:9 is not an address of this lab's nodes.",
      ],
      node: '6379',
    })
  })
})

describe('A transaction', () => {
  it('is not left: the redirect is shown, and why it is not followed', async () => {
    await using world = await startNodes('cluster')
    await follows(world, '6379', 'MULTI')
    expect(await follows(world, '6379', 'SET bar 1')).toEqual({lines: ['QUEUED'], node: '6379'})
    expect(await follows(world, '6379', 'SET foo 1')).toEqual({
      lines: [
        `(error) MOVED ${slot} 127.0.0.1:6381`,
        expect.stringMatching(/^Not followed: a transaction .* began on 6379\./),
      ],
      node: '6379',
    })
    expect((await follows(world, '6379', 'EXEC')).lines).toEqual([
      expect.stringMatching(/^\(error\) EXECABORT/),
    ])
    expect((await follows(world, '6379', 'SET foo 1')).lines).toEqual([redirected('6381'), 'OK'])
  })

  it('that waits on the other node takes no command by accident', async () => {
    await using world = await startNodes('cluster')
    await runs(world, '6381', 'MULTI')
    const {lines, node} = await follows(world, '6379', 'SET foo 1')
    expect(lines.at(-1)).toMatch(/^Not followed: a MULTI is still open on 6381.* @6381 DISCARD\.$/)
    expect(node).toBe('6379')
    expect(await runs(world, '6381', 'DISCARD')).toBe('OK')
    expect((await follows(world, '6379', 'SET foo 1')).lines).toEqual([redirected('6381'), 'OK'])
  })

  it('whose slot has gone meanwhile is not executed on half the way', async () => {
    await using world = await startNodes('cluster')
    await runs(world, '6381', 'MULTI')
    expect(await runs(world, '6381', 'SET foo 1')).toBe('QUEUED')
    const id = String(await world.ask('6380', 'CLUSTER', 'MYID'))
    for (const node of ['6380', '6381'] as const)
      await world.ask(node, 'CLUSTER', 'SETSLOT', slot, 'NODE', id)
    expect(await follows(world, '6381', 'EXEC')).toEqual({
      lines: [
        `(error) MOVED ${slot} 127.0.0.1:6380`,
        expect.stringMatching(/^Not followed: .* 6381 has dropped the queued commands\./),
      ],
      node: '6381',
    })
    expect((await follows(world, '6381', 'SET foo 1')).lines).toEqual([redirected('6380'), 'OK'])
  })
})

describe('Where a node is down', () => {
  it('a redirect to it says so, the prompt does not go there, and the new master is found as soon as there is one', async () => {
    await using world = await startNodes('cluster')
    await world.performer.perform({do: 'kill', node: '6381'})
    expect(await follows(world, '6379', 'SET foo 1')).toEqual({
      lines: [redirected('6381'), 'Could not connect to Redis at 127.0.0.1:6381: Connection refused'],
      node: '6379',
    })
    const again = () => follows(world, '6379', 'SET foo 1')
    await expect.poll(again, {interval: 100}).toEqual({lines: [redirected('6481'), 'OK'], node: '6481'})
  })

  it('and the prompt is at it, another node is asked for a key, and nothing else is done to it', async () => {
    await using world = await startNodes('cluster')
    await world.performer.perform({do: 'stop', node: '6379'})
    const down = '6379 is down; in cluster mode any node can redirect, so 6380 is asked instead.'
    expect(await follows(world, '6379', 'SET name 1')).toEqual({lines: [down, 'OK'], node: '6380'})
    expect(await follows(world, '6379', 'SET foo 1')).toEqual({
      lines: [down, redirected('6381'), 'OK'],
      node: '6381',
    })
    for (const line of ['CONFIG SET maxclients 1', 'SHUTDOWN NOSAVE', 'PING', 'NOSUCH']) {
      const {lines, node} = await follows(world, '6379', line)
      expect([node, lines[0]]).toEqual(['6380', expect.stringMatching(/6379: Connection refused$/)])
      expect(lines[1]).toMatch(/^The prompt moves to 6380\..* meant for 6379\.$/)
    }
    expect(await runs(world, '6380', 'CONFIG GET maxclients')).toBe('1) "maxclients"\n2) "10000"')
  })
})

it('A MULTI ends with its connection', async () => {
  await using world = await startNodes('cluster')
  await runs(world, '6379', 'MULTI')
  await world.performer.perform({do: 'kill', node: '6379'})
  await world.performer.perform({do: 'start', node: '6379'})
  await expect
    .poll(() => follows(world, '6379', 'SET name 1'), {interval: 100})
    .toEqual({lines: [redirected('6380', '5798'), 'OK'], node: '6380'})
})

it('HELLO holds for every node that a redirect leads to', async () => {
  await using world = await startNodes('cluster')
  const {kind} = await server()
  expect((await follows(world, '6379', 'HELLO 3')).lines[0]).toContain(`1# "server" => "${kind}"`)
  const map = ['HSET foo a 1', 'HGETALL foo', 'HSET name b 2', 'HGETALL name']
  const lines: string[] = []
  for (const line of map) lines.push((await follows(world, '6379', line)).lines.at(-1) ?? '')
  expect(lines).toEqual(['(integer) 1', '1# "a" => "1"', '(integer) 1', '1# "b" => "2"'])
  await follows(world, '6379', 'HELLO 2')
  expect((await follows(world, '6379', 'HGETALL foo')).lines.at(-1)).toBe('1) "a"\n2) "1"')
})
