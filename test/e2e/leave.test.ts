// However a lab ends, the terminal is as it was, and no process and no file of its nodes is left.

import {once} from 'node:events'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {type AddressInfo, createServer} from 'node:net'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {type Home, openHome} from '../../tools/program/home.ts'
import {labIn, redisCli} from '../../tools/program/lab.ts'
import {projectFolder} from '../../tools/program/programs.ts'
import {openSlowServer} from '../../tools/servers/slow-server.ts'
import type {Environment} from '../../tools/terminal/environment.ts'
import {type Condition, openShell, type Shell} from '../../tools/terminal/shell.ts'
import {printed} from './transcript.ts'

/** Until the nodes of a lab that has ended are gone, ms. */
const soon = 2000

const stopped = 128 + 20

type Hosted = AsyncDisposable & Readonly<{home: Home; shell: Shell; before: Condition}>

/** A shell that has just been told to start a lab. */
async function startLab(settings: object = {}, others: Environment = {}): Promise<Hosted> {
  await using opened = new AsyncDisposableStack()
  const home = opened.use(await openHome())
  const config = join(home.temp, '..', 'config')
  await mkdir(join(config, 'redis-cluster-lab'), {recursive: true})
  await writeFile(join(config, 'redis-cluster-lab', 'config.json'), JSON.stringify(settings))
  const env = {...home.env, XDG_CONFIG_HOME: config, ...others}
  const shell = opened.use(await openShell({cwd: projectFolder, env, columns: 120, rows: 40}))
  const before = await shell.condition()
  shell.start(`sh -c 'echo $$ > "$TMPDIR/pid"; exec node bin/redis-cluster-lab.js'`)
  const owned = opened.move()
  return {home, shell, before, [Symbol.asyncDispose]: () => owned.disposeAsync()}
}

/** Ends the lab in some way. */
type Way = (at: Hosted) => void | Promise<void>

const type =
  (text: string): Way =>
  ({shell}) =>
    shell.type(text)

const send =
  (signal: NodeJS.Signals): Way =>
  async ({home}) =>
    void process.kill(Number(await readFile(join(home.temp, 'pid'), 'utf8')), signal)

const killKeeper: Way = async ({home}) => {
  const [folder = ''] = await home.runFolders()
  process.kill(Number(/^rcl-(\d+)-/.exec(folder)?.[1]), 'SIGKILL')
}

const ctrlC = '\x03'
const ctrlD = '\x04'
const farewell = 'All nodes stopped. No processes, ports or files left behind.'
const keeperGone =
  'The keeper, the process that owns the nodes, ended (SIGKILL), and the nodes with it. Start the lab again.'

const ways: readonly Readonly<{by: string; leave: Way; code: number; says: string}>[] = [
  {by: '/quit', leave: type('/quit\r'), code: 0, says: farewell},
  {by: 'exit', leave: type('exit\r'), code: 0, says: farewell},
  {by: 'Ctrl-D', leave: type(ctrlD), code: 0, says: farewell},
  {by: 'Ctrl-C twice', leave: type(ctrlC + ctrlC), code: 0, says: farewell},
  {by: 'SIGTERM', leave: send('SIGTERM'), code: 128 + 15, says: ''},
  {by: 'SIGINT', leave: send('SIGINT'), code: 128 + 2, says: ''},
  {by: 'SIGHUP', leave: send('SIGHUP'), code: 128 + 1, says: ''},
  {by: 'the death of its keeper', leave: killKeeper, code: 1, says: keeperGone},
]

test.each(ways)('a lab that ends by $by leaves nothing behind and restores the terminal', async way => {
  await using at = await startLab()
  const {shell, home, before} = at
  await labIn(shell)
  expect(shell.modes()).toMatchObject({alternateScreen: true, bracketedPaste: true})
  await way.leave(at)
  expect(await shell.ended()).toBe(way.code)
  await home.untilNothingIsLeft(soon)
  expect(shell.screen()).toContain(way.says)
  expect(await shell.condition()).toEqual(before)
})

test('the nodes of a killed lab end with it, and its guard gives the terminal back', async () => {
  await using at = await startLab()
  await labIn(at.shell)
  await send('SIGKILL')(at)
  expect(await at.shell.ended()).toBe(128 + 9)
  await at.home.untilNothingIsLeft(soon)
  await expect.poll(() => at.shell.condition(), {timeout: soon}).toEqual(at.before)
})

test.runIf(process.platform === 'linux')(
  'the wheel scrolls where the mouse is set on, and however the lab ends or rests, the terminal has its mouse back',
  async () => {
    for (const [end, code] of [
      ['SIGTERM', 128 + 15],
      ['SIGKILL', 128 + 9],
    ] as const) {
      await using at = await startLab({mouse: true})
      const {shell} = at
      await labIn(shell)
      expect(shell.modes()).toMatchObject({mouse: 'vt200'})
      shell.press('ctrl-z')
      await expect.poll(() => shell.modes().mouse, {timeout: soon}).toBe('none')
      await shell.ended()
      shell.start('fg')
      await expect.poll(() => shell.modes().mouse, {timeout: soon}).toBe('vt200')
      await send(end)(at)
      expect(await shell.ended()).toBe(code)
      await expect.poll(() => shell.condition(), {timeout: soon}).toEqual(at.before)
    }
  },
)

test('the nodes of a lab end when its terminal is closed', async () => {
  await using at = await startLab()
  await labIn(at.shell)
  at.shell.kill()
  await at.shell.exit
  await at.home.untilNothingIsLeft(soon)
})

test.runIf(process.platform === 'linux')(
  'a lab of another session, which gets no signal, ends too when its terminal is closed',
  async () => {
    await using home = await openHome()
    await using shell = await openShell({cwd: projectFolder, env: home.env, columns: 120, rows: 40})
    const lab = 'node bin/redis-cluster-lab.js 2> "$TMPDIR/stderr"; echo $? > "$TMPDIR/code"'
    shell.start(`setsid -w sh -c '${lab}'`)
    await labIn(shell)
    shell.kill()
    await shell.exit
    await home.untilNothingIsLeft(soon)
    const read = (name: string) => readFile(join(home.temp, name), 'utf8')
    await expect.poll(() => read('code').catch(() => ''), {timeout: soon}).toBe('129\n')
    expect(await read('stderr')).toMatch(/^All nodes stopped\. .*\n/)
  },
)

test('nodes that are down or frozen do not delay leaving', async () => {
  await using at = await startLab()
  const {shell, home, before} = at
  const lab = await labIn(shell)
  await lab.run('/kill {6380}')
  await lab.run('/pause {6381}')
  shell.type(lab.filled('@{6381} PING\r'))
  await shell.waitFor('Ctrl-C cancel')
  shell.type(ctrlD)
  expect(await shell.ended({within: soon})).toBe(0)
  await home.untilNothingIsLeft(soon)
  expect(await shell.condition()).toEqual(before)
})

/** A port that another program listens on. */
async function listenSomewhere(): Promise<AsyncDisposable & Readonly<{port: number}>> {
  const server = createServer()
  // High enough for a set of nodes, whose bus ports are below those of outgoing connections, too.
  for (let port = 20_200; ; port += 200) {
    server.listen(port, '127.0.0.1')
    const came = await Promise.race([once(server, 'listening'), once(server, 'error').then(() => 'taken')])
    if (came === 'taken') continue
    return {
      port: (server.address() as AddressInfo).port,
      [Symbol.asyncDispose]: async () => void server.close(),
    }
  }
}

const splash = 'redis-cluster-lab ...'
const starting = 'starting six redis-servers'

test.each([
  {by: 'Ctrl-D', at: splash, leave: type(ctrlD), code: 0},
  {by: 'Ctrl-C twice', at: splash, leave: type(ctrlC + ctrlC), code: 0},
  {by: 'SIGTERM', at: splash, leave: send('SIGTERM'), code: 128 + 15},
  {by: 'SIGHUP', at: splash, leave: send('SIGHUP'), code: 128 + 1},
  {by: 'SIGQUIT', at: splash, leave: send('SIGQUIT'), code: 128 + 3},
  {by: 'Ctrl-D', at: starting, leave: type(ctrlD), code: 0},
  {by: 'Ctrl-C twice', at: starting, leave: type(ctrlC + ctrlC), code: 0},
  {by: 'SIGTERM', at: starting, leave: send('SIGTERM'), code: 128 + 15},
  {by: 'SIGQUIT', at: starting, leave: send('SIGQUIT'), code: 128 + 3},
])('who leaves by $by while the lab shows "$at" leaves nothing behind', async way => {
  await using at = await startLab()
  const {shell, home, before} = at
  await shell.waitFor(way.at)
  await way.leave(at)
  expect(await shell.ended()).toBe(way.code)
  await home.untilNothingIsLeft(soon)
  expect(await shell.condition()).toEqual(before)
})

test.each([
  {by: 'Ctrl-D', leave: type(ctrlD), code: 0},
  {by: 'Ctrl-C twice', leave: type(ctrlC + ctrlC), code: 0},
  {by: 'SIGINT', leave: send('SIGINT'), code: 128 + 2},
  {by: 'SIGTERM', leave: send('SIGTERM'), code: 128 + 15},
  {by: 'SIGHUP', leave: send('SIGHUP'), code: 128 + 1},
  {by: 'SIGQUIT', leave: send('SIGQUIT'), code: 128 + 3},
])('who leaves by $by during the opening leaves nothing behind', async way => {
  await using server = await openSlowServer()
  await using at = await startLab({}, server.env)
  const {shell, home, before} = at
  await shell.waitFor('starting six nodes')
  await way.leave(at)
  // A key is read once the lab is there.
  if (way.code === 0) await server.allow()
  expect(await shell.ended()).toBe(way.code)
  await home.untilNothingIsLeft(soon)
  expect(await shell.condition()).toEqual(before)
})

test('a port that is taken is told when the screen has closed, and is an error', async () => {
  await using home = await openHome()
  await using shell = await openShell({cwd: projectFolder, env: home.env, columns: 120, rows: 40})
  await using taken = await listenSomewhere()
  const before = await shell.condition()
  shell.start(`node bin/redis-cluster-lab.js sandbox --port ${taken.port}`)
  expect(await shell.ended()).toBe(1)
  expect(shell.screen()).toContain(
    `Port ${taken.port} is in use, so the nodes cannot start at ${taken.port}.`,
  )
  expect(await shell.condition()).toEqual(before)
})

test('a bug is reported on the restored terminal, with the place to report it and without the bundle', async () => {
  await using home = await openHome()
  await using shell = await openShell({cwd: projectFolder, env: home.env, columns: 120, rows: 40})
  const before = await shell.condition()
  const bug = 'data:text/javascript,process.on("SIGUSR2",()=>{throw new Error("boom")})'
  shell.start(`sh -c 'echo $$ > "$TMPDIR/pid"; exec node --import "$0" bin/redis-cluster-lab.js' '${bug}'`)
  await labIn(shell)
  process.kill(Number(await readFile(join(home.temp, 'pid'), 'utf8')), 'SIGUSR2')
  expect(await shell.ended()).toBe(1)
  expect(shell.screen()).toMatch(
    /^Error: boom\n( +at .*\n)+This is a bug in redis-cluster-lab .*: `npm bugs/m,
  )
  expect(await shell.condition()).toEqual(before)
  await home.untilNothingIsLeft(soon)
})

test('the nodes of a lab that is killed while starting them end with it', async () => {
  await using at = await startLab()
  await at.shell.waitFor(starting)
  await send('SIGKILL')(at)
  expect(await at.shell.ended()).toBe(128 + 9)
  await at.home.untilNothingIsLeft(soon)
})

test('Ctrl-Z suspends the lab while its nodes run on, and fg restores the whole screen', async () => {
  await using at = await startLab()
  const {shell, before} = at
  const lab = await labIn(shell)
  await lab.run('SET book opened')
  await shell.waitFor('0→1')
  const whole = shell.screen()
  shell.press('ctrl-z')
  expect(await shell.ended()).toBe(stopped)
  expect(await shell.condition()).toEqual(before)
  expect(await redisCli(lab.port('6379'), ['GET', 'book'])).toBe('"opened"\n')

  shell.start('fg')
  await shell.waitFor(screen => screen === whole)
  await lab.run('GET book')
  await shell.waitFor(printed('> GET book\n "opened"'))
  shell.type(ctrlD)
  expect(await shell.ended()).toBe(0)
  expect(await shell.condition()).toEqual(before)
})
