// SUBSCRIBE and MONITOR at the prompt: what is heard stands in the transcript, other lines are run meanwhile, Ctrl-C leaves.

import {expect, it} from 'vitest'
import type {Lab} from '../../../src/lab/lab.ts'
import {waitForState} from '../../../src/lab/run/wait-for-state.ts'
import {baseOf} from '../../../src/model/cluster/node.ts'
import type {Bytes} from '../../../src/model/protocol/bytes.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import {redisCli} from '../../../tools/servers/redis-cli.ts'
import {saidSince, standalone} from './started-lab.ts'

const shows = (line: string, wanted: RegExp) => (state: LabState) => {
  const said = saidSince(line, state).join('\n')
  return wanted.test(said) || `${wanted} in\n${said}`
}

/** A MONITOR with 20,000 lines in some hundredths of a second. */
async function floodedMonitor(lab: Lab) {
  const listening = lab.run('MONITOR')
  await waitForState(lab, shows('MONITOR', /^OK$/m), 20_000)
  const script: Bytes = "for i=1,20000 do redis.call('set', 'k', i) end"
  await lab.run(`EVAL "${script}" 0`)
  return {listening}
}

it('appears below lines typed meanwhile and names its command', async () => {
  await using world = await standalone()
  const {lab} = world
  const base = baseOf(lab.state().roster)
  const listening = lab.run('SUBSCRIBE news')
  await waitForState(lab, shows('SUBSCRIBE news', /"subscribe"/), 20_000)
  await lab.run('PUBLISH news one')
  await waitForState(lab, shows('PUBLISH news one', /"one"/), 20_000)
  await lab.run('@6380 PING')
  expect(lab.cancel()).toBe(true)
  await listening
  expect(saidSince('SUBSCRIBE news', lab.state())).toEqual([
    'Reading messages... (press Ctrl-C to quit)',
    '1) "subscribe"\n2) "news"\n3) (integer) 1',
    '(integer) 1',
    `${base} SUBSCRIBE news:`,
    '1) "message"\n2) "news"\n3) "one"',
    'PONG',
    `${base} SUBSCRIBE news:`,
    expect.stringMatching(/^Left\./),
  ])
  expect(lab.cancel()).toBe(false)
})

it('an UNSUBSCRIBE beside it is told how a subscription is left', async () => {
  await using world = await standalone()
  const {lab} = world
  // The first releases of Valkey 8.0 refuse it without a subscription.
  const {stdout} = await redisCli(
    ...['-p', `${baseOf(lab.state().roster)}`, '--no-raw', 'UNSUBSCRIBE', 'news'],
  )
  const reply = stdout.trim()
  expect(reply).toMatch(/^(1\) "unsubscribe"\n2\) "news"\n3\) \(integer\) 0|\(error\) NOSUB .*)$/)
  const listening = lab.run('SUBSCRIBE news')
  await waitForState(lab, shows('SUBSCRIBE news', /"subscribe"/), 20_000)
  await lab.run('UNSUBSCRIBE news')
  expect(saidSince('UNSUBSCRIBE news', lab.state())).toEqual([
    expect.stringMatching(/^Subscriptions here have their own connection; press Ctrl-C to end them/),
    reply,
  ])
  lab.cancel()
  await listening
  await lab.run('UNSUBSCRIBE news ')
  expect(saidSince('UNSUBSCRIBE news ', lab.state())).toEqual([reply])
})

it('is not begun within a transaction', async () => {
  await using world = await standalone()
  const {lab} = world
  for (const line of ['MULTI', 'SUBSCRIBE news', 'MONITOR']) await lab.run(line)
  expect(saidSince('MULTI', lab.state())).toEqual(['OK', 'QUEUED', 'QUEUED'])
  expect(lab.cancel()).toBe(false)
})

it('MONITOR says once that the polling of the lab is left out', async () => {
  await using world = await standalone()
  const {lab} = world
  for (const [line, first] of [
    ['MONITOR', /^MONITOR hides the lab's own polling/],
    ['monitor', /^OK/],
  ] as const) {
    const listening = lab.run(line)
    await waitForState(lab, shows(line, /^OK$/m), 20_000)
    await lab.run('SET watched 1')
    await waitForState(lab, shows('SET watched 1', /"SET" "watched" "1"/), 20_000)
    lab.cancel()
    await listening
    const said = saidSince(line, lab.state())
    expect(said[0]).toMatch(first)
    expect(said.join()).not.toMatch(/"info"/i)
  }
})

it('each node that is listened to with @all says its name', async () => {
  await using world = await standalone()
  const {lab} = world
  const listening = lab.run('@all MONITOR')
  for (const {port} of lab.state().roster) {
    const from = `${port} MONITOR:\\nOK`
    await waitForState(lab, shows('@all MONITOR', new RegExp(from)), 20_000)
  }
  lab.cancel()
  await listening
})

it('SYNC shows what a replica is sent: as redis-cli does, its dataset passed over, and each command as it is run', async () => {
  await using world = await standalone()
  const {lab} = world
  // A replica is sent what is written in every database: the prompt may be in any.
  await lab.run('SELECT 3')
  const listening = lab.run('SYNC')
  await waitForState(lab, shows('SYNC', /^SYNC done\. Logging commands from master\.$/m), 20_000)
  await lab.run('SET a "1 \\"q\\" \\nx"')
  await lab.run('EXISTS a')
  await lab.run('INCR n')
  await waitForState(lab, shows('SYNC', /"INCR","n"/), 20_000)
  lab.cancel()
  await listening
  const said = saidSince('SYNC', lab.state()).join('\n')
  expect(said).toMatch(
    /^Entering replica output mode\.\.\. {2}\(press Ctrl-C to quit\)\nSYNC with master, discarding \d+ bytes of bulk transfer\.\.\.\nSYNC done\. /,
  )
  expect(said.match(/^"(?!ping").*$/gm)).toEqual([
    '"SELECT","3"',
    String.raw`"SET","a","1 \"q\" \nx"`,
    '"INCR","n"',
  ])
})

it('a command that hangs is cancelled first, then who listens is left', async () => {
  await using world = await standalone()
  const {lab} = world
  const listening = lab.run('MONITOR')
  await waitForState(lab, shows('MONITOR', /^OK$/m), 20_000)
  const hanging = lab.run('BLPOP queue 0')
  await waitForState(lab, shows('MONITOR', /"BLPOP"/), 20_000)
  lab.cancel()
  await hanging
  await lab.run('SET after 1')
  await waitForState(lab, shows('SET after 1', /"SET" "after"/), 20_000)
  lab.cancel()
  await listening
})

it('a flood is shown as far as it can be read, and left at once', async () => {
  await using world = await standalone()
  const {lab} = world
  const {listening} = await floodedMonitor(lab)
  await waitForState(
    lab,
    shows('MONITOR', /… \d+ lines omitted: they arrive faster than anyone can read\./),
    5000,
  )
  await waitForState(lab, shows('MONITOR', /"set" "k" "20000"/), 20_000)
  const {entries} = lab.state()
  expect(entries.flatMap(({parts}) => parts).length).toBeLessThan(15_000)
  expect(Math.max(...entries.map(({parts}) => parts.length))).toBeLessThan(500)
  lab.cancel()
  await listening
})

it('that may end with the rest shows all that its node has sent, and nothing of the leaving', async () => {
  await using world = await standalone()
  const {lab} = world
  const {listening} = await floodedMonitor(lab)
  lab.stopListening()
  await listening
  const said = saidSince('MONITOR', lab.state()).join('\n')
  expect(said).toMatch(/"set" "k" "20000"\n(.*\n)*?Left\./)
  expect(said).not.toContain('"QUIT"')
})

it('that may end with the rest does not wait for a paused node forever', async () => {
  await using world = await standalone()
  const {lab} = world
  const listening = lab.run('SUBSCRIBE news')
  await waitForState(lab, shows('SUBSCRIBE news', /"subscribe"/), 20_000)
  await lab.run('/pause 6379')
  lab.stopListening()
  await listening
  expect(saidSince('SUBSCRIBE news', lab.state()).at(-1)).toMatch(/^Left\./)
})
