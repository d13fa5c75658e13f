// `up`: six nodes for a script, until it is told to end or goes away; and `clean`, for what could not be cleaned up at its time.

import {execFile} from 'node:child_process'
import {once} from 'node:events'
import {createServer} from 'node:net'
import {promisify} from 'node:util'
import {afterAll, expect, test} from 'vitest'
import {type Command, runCommand, startCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'
import {redisCli} from '../../tools/program/lab.ts'
import {freeBase} from '../../tools/servers/free-ports.ts'

const home = await openHome()
afterAll(() => home[Symbol.asyncDispose]())

type UpNode = Readonly<{name: string; port: number; pid: number; role: string; slots: string}>
type Ready = Readonly<{event: 'ready'; stage: string; dir: string; nodes: readonly UpNode[]}>

const eventsOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

/** `up --json` in the home, from when its nodes stand. */
async function startUp(...args: readonly string[]): Promise<Readonly<{command: Command; ready: Ready}>> {
  const command = await startCommand(home, ['up', '--json', ...args])
  const [, ready] = eventsOf(await command.prints('stdout', /"event":"ready".*\n/, 20_000))
  return {command, ready}
}

test('up --json reports when its nodes are ready, and ends with its standard input', async () => {
  const {command, ready} = await startUp()
  await using up = command
  expect(ready.nodes).toMatchObject([
    {name: '6379', role: 'master', slots: '0-5460'},
    {name: '6380', role: 'master', slots: '5461-10922'},
    {name: '6381', role: 'master', slots: '10923-16383'},
    {name: '6479', role: 'replica', slots: ''},
    {name: '6480', role: 'replica', slots: ''},
    {name: '6481', role: 'replica', slots: ''},
  ])
  const [{port = 0, pid = 0} = {}] = ready.nodes
  expect(await redisCli(port, ['-c', 'SET', 'any', 'key'])).toMatch(/OK\n$/)
  expect(await redisCli(port, ['--raw', 'INFO', 'server'])).toContain(`process_id:${pid}\r\n`)
  up.end()
  const {code, stdout, stderr} = await up.exit
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  expect(eventsOf(stdout).map(({event}) => event)).toEqual(['starting', 'ready', 'stopped'])
  await home.untilNothingIsLeft(2000)
})

/** False if its nodes were ready before they were interrupted. */
async function interruptedWhileStarting(): Promise<boolean> {
  await using starting = await startCommand(home, ['up', '--json'])
  await starting.prints('stdout', /"event":"starting"/)
  process.kill(starting.pid, 'SIGINT')
  const {stdout, ...ended} = await starting.exit
  expect(ended).toMatchObject({code: 0, stderr: ''})
  return !stdout.includes('ready')
}

test('Ctrl-C ends up cleanly, also while its nodes are starting', async () => {
  const {command} = await startUp('--stage', 'bare')
  await using up = command
  process.kill(up.pid, 'SIGINT')
  expect(await up.exit).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/\{"event":"stopped"\}\n$/),
  })

  // Where this process is held up meanwhile, the nodes may be ready first: then once more.
  await expect.poll(interruptedWhileStarting, {timeout: 60_000}).toBe(true)
  await home.untilNothingIsLeft(2000)
})

test('up prints where the nodes are and how to connect to them', async () => {
  await using up = await startCommand(home, ['up', '--stage', 'standalone'])
  const words = await up.prints('stdout', /^Ready after \d+ ms: standalone\..*\n.*\n/m)
  expect(words).toMatch(/^ {2}\d+ {2}master +pid \d+/m)
  // What it says to try is taken by its word.
  const [, line = ''] = /In another terminal, try:\n {2}(.+)\n/.exec(words) ?? []
  const {stdout} = await promisify(execFile)('sh', ['-c', `${line} PING`])
  expect(stdout).toBe('PONG\n')
  up.end()
  expect((await up.exit).stdout).toMatch(/\nStopped\. No processes, ports or files left behind\.\n$/)
})

test('a required port that is taken is an error', async () => {
  const first = await freeBase()
  // The highest of the twelve ports of the set: a bus port.
  const port = first + 10_102
  await using other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  await using up = await startCommand(home, ['up', '--port', String(first)])
  expect(await up.exit).toMatchObject({
    code: 1,
    stderr: `Port ${port} is in use, so the nodes cannot start at ${first}: it is the cluster bus of ${port - 10_000}, whose port is the own one + 10000. Another connection may use it for a minute: try again. Or remove --port to let the lab pick free ports.\n`,
  })
  await home.untilNothingIsLeft(2000)
})

test('clean removes the leftovers of a lab whose keeper and watchdog died together, and does not touch a running lab', async () => {
  const {command, ready: living} = await startUp('--stage', 'standalone')
  await using _ = command
  const {command: victim, ready: left} = await startUp('--stage', 'standalone')
  await using __ = victim
  const watchdog = (await home.processes()).find(
    ({commandLine}) => commandLine.endsWith(` ${left.dir}`) && commandLine.includes('watchdog'),
  )
  const keeper = Number(/rcl-(\d+)-/.exec(left.dir)?.[1])
  process.kill(watchdog?.pid ?? 0, 'SIGKILL')
  process.kill(keeper, 'SIGKILL')
  expect(await victim.exit).toMatchObject({code: 1, stderr: expect.stringContaining('ended (SIGKILL)')})
  for (const {port} of left.nodes) expect(await redisCli(port, ['PING'])).toBe('PONG\n')

  expect((await runCommand(home, ['doctor'])).stdout).toContain(
    'earlier labs left 1 folder; to remove: `redis-cluster-lab clean`',
  )
  const cleaned = await runCommand(home, ['clean'])
  expect(cleaned).toMatchObject({code: 0, stdout: ''})
  expect(cleaned.stderr).toContain(`Removed ${left.dir} and its nodes.\n`)
  expect(cleaned.stderr).toContain(`Kept ${living.dir}: it belongs to a running lab`)
  expect((await home.processes()).filter(({commandLine}) => commandLine.includes(left.dir))).toEqual([])
  for (const {port} of living.nodes) expect(await redisCli(port, ['PING'])).toBe('PONG\n')
  command.end()
  expect(await command.exit).toMatchObject({code: 0})
  expect((await runCommand(home, ['clean'])).stderr).toMatch(/^Nothing to remove: earlier labs left nothing/)
})
