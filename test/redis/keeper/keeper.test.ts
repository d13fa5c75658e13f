// The keeper owns the nodes and leaves nothing behind, whatever ends.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, realpath, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {rosterAt} from '../../../src/model/cluster/node.ts'
import type {Stage} from '../../../src/model/cluster/snapshot.ts'
import {type Keeper, startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {removeLeftovers, runFolders} from '../../../src/redis/keeper/leftovers.ts'
import {killAndRemove} from '../../../src/redis/keeper/watchdog.ts'
import {startStage} from '../../../src/redis/nodes/boot.ts'
import {testBases} from '../../../tools/servers/free-ports.ts'
import {groupOf, isRunning, pidOf, processesNaming, serversOf} from '../../../tools/servers/processes.ts'
import {server} from '../../../tools/servers/server.ts'
import type {Said} from './owner.ts'

/** A temp folder of our own, with everything in its name that a shell could trip over. */
let temp: string
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), "rcl test's 测试 "))
  vi.stubEnv('TMPDIR', temp)
})
afterEach(async () => {
  for (const name of await readdir(temp)) await killAndRemove(join(temp, name))
  vi.unstubAllEnvs()
  await rm(temp, {recursive: true})
})

/** Nothing that names the folder runs, and it is not there. `within` in ms. */
async function nothingIsLeft(folder: string, within = 2000) {
  const left = async () => ({running: await processesNaming(folder), folder: existsSync(folder)})
  await expect.poll(left, {timeout: within, interval: 10}).toEqual({running: [], folder: false})
}

type Owner = Readonly<{
  child: ChildProcess
  keeper: number
  folder: string
  until: (at: Said['at']) => Promise<void>
}>

/** Starts a small program that owns a keeper and starts a stage, as the lab does. */
async function startOwner(stage: Stage = 'cluster', kind: 'wired' | '' = ''): Promise<Owner> {
  const program = fileURLToPath(new URL('owner.ts', import.meta.url))
  const child = spawn(process.execPath, [program, stage, kind], {stdio: ['pipe', 'pipe', 'inherit']})
  const said: Said[] = []
  createInterface({input: child.stdout}).on('line', line => said.push(JSON.parse(line)))
  const reported = (at: Said['at']) =>
    vi.waitUntil(() => said.find(one => one.at === at), {timeout: 20_000, interval: 2})
  const started = await reported('keeper')
  if (started.at !== 'keeper') throw new Error('no keeper')
  return {
    child,
    keeper: started.keeper,
    folder: started.folder,
    until: async at => void (await reported(at)),
  }
}

const moments: Readonly<Record<string, (owner: Owner) => Promise<unknown>>> = {
  'while its nodes are being started': ({folder}) =>
    expect.poll(() => serversOf(folder), {interval: 1}).not.toEqual([]),
  'in an idle moment': owner => owner.until('ready'),
  'with a paused node': owner => ask(owner, 'paused'),
  'while a node writes a slow RDB': owner => ask(owner, 'saving'),
}

async function ask(owner: Owner, wish: 'paused' | 'saving') {
  await owner.until('ready')
  owner.child.stdin?.write(`${wish}\n`)
  await owner.until(wish)
}

describe('No redis-server and no folder is left when SIGKILL ends', () => {
  it.each(['the lab', 'the keeper', 'both'])('%s with Sentinels, one of them paused', async whom => {
    const owner = await startOwner('sentinel')
    await moments['with a paused node']?.(owner)
    expect(await serversOf(owner.folder)).toHaveLength(6)
    if (whom !== 'the lab') process.kill(owner.keeper, 'SIGKILL')
    if (whom !== 'the keeper') owner.child.kill('SIGKILL')
    await nothingIsLeft(owner.folder)
    owner.child.kill('SIGKILL')
  })

  it.each([
    ['the lab', 'while its nodes are being started'],
    ['the lab', 'with a paused node'],
    ['the lab', 'while a node writes a slow RDB'],
    ['the keeper', 'in an idle moment'],
    ['the keeper', 'while a node writes a slow RDB'],
    ['both', 'while its nodes are being started'],
    ['both', 'with a paused node'],
  ])('%s %s', async (whom, moment) => {
    const owner = await startOwner()
    await moments[moment]?.(owner)
    if (whom !== 'the lab') process.kill(owner.keeper, 'SIGKILL')
    if (whom !== 'the keeper') owner.child.kill('SIGKILL')
    await nothingIsLeft(owner.folder)
    expect(await isRunning(owner.keeper)).toBe(false)
    // A program that lost only its keeper may say so and end by itself.
    owner.child.kill('SIGKILL')
  })
})

describe('Nothing of a wired stage is left when SIGKILL ends', () => {
  it.each(['the lab', 'the keeper', 'both', 'the wires and then the lab'])('%s', async whom => {
    const owner = await startOwner('cluster', 'wired')
    await owner.until('ready')
    const [wires = ''] = await processesNaming(`${owner.folder}/wires`)
    if (whom === 'the keeper' || whom === 'both') process.kill(owner.keeper, 'SIGKILL')
    if (whom === 'the wires and then the lab') process.kill(pidOf(wires), 'SIGKILL')
    if (whom !== 'the keeper') owner.child.kill('SIGKILL')
    await nothingIsLeft(owner.folder)
    owner.child.kill('SIGKILL')
  })
})

describe('An orderly end', () => {
  it('leaves nothing, and does not take longer because a stage is starting', async () => {
    const owner = await startOwner()
    await moments['while its nodes are being started']?.(owner)
    owner.child.stdin?.end()
    const ended = once(owner.child, 'exit')
    await nothingIsLeft(owner.folder)
    await expect.poll(() => owner.child.exitCode, {timeout: 2000, interval: 10}).toBe(0)
    await ended
  })

  it('has taken every node and the folder when it is told', async () => {
    const keeper = await startKeeper()
    const nodes = await startStage(await stageFor(keeper))
    expect(await serversOf(keeper.folder)).toHaveLength(6)
    nodes.close()
    await keeper[Symbol.asyncDispose]()
    expect(existsSync(keeper.folder)).toBe(false)
    await nothingIsLeft(keeper.folder)
    expect(await keeper.gone).toBeUndefined()
  })
})

it.runIf(process.platform === 'linux')(
  'The watchdog kills without starting another program, which takes long on a busy computer',
  async () => {
    await using keeper = await startKeeper()
    const nodes = await startStage(await stageFor(keeper))
    nodes.close()
    expect(await serversOf(keeper.folder)).toHaveLength(6)
    const {PATH} = process.env
    vi.stubEnv('PATH', '/nowhere')
    // Without `mv` and `rm` the folder stays.
    expect(await killAndRemove(keeper.folder)).toBe(false)
    vi.stubEnv('PATH', PATH)
    await expect.poll(() => serversOf(keeper.folder), {timeout: 2000, interval: 10}).toEqual([])
  },
)

async function stageFor(keeper: Keeper) {
  const {base = 0} = await keeper.order({do: 'claim', bases: testBases()})
  return {
    keeper,
    program: await server(),
    roster: rosterAt(base),
    stage: 'standalone',
    nodeTimeout: 1000,
  } as const
}

it('A signal from the terminal, to everybody in it, reaches neither the keeper nor the nodes', async () => {
  await using keeper = await startKeeper()
  const nodes = await startStage(await stageFor(keeper))
  const servers = (await serversOf(keeper.folder)).map(pidOf)
  const groups = await Promise.all([process.pid, keeper.pid, ...servers].map(groupOf))
  expect(new Set(groups).size).toBe(8)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) process.kill(keeper.pid, signal)
  const {nodes: readings} = await nodes.readAll()
  expect(readings.map(reading => reading.is)).toEqual(Array(6).fill('answered'))
  nodes.close()
})

it('The folder of the nodes is for nobody but their user', async () => {
  await using keeper = await startKeeper()
  expect((await stat(keeper.folder)).mode & 0o777).toBe(0o700)
  await keeper.order({do: 'write', node: '6379', files: {'redis.conf': 'port 1'}})
  expect((await stat(join(keeper.folder, '6379'))).mode & 0o777).toBe(0o700)
})

it('When the keeper dies, its pending and its later requests say how it died', async () => {
  const keeper = await startKeeper()
  const waiting = keeper.order({do: 'claim', bases: testBases()}).catch(error => error)
  process.kill(keeper.pid, 'SIGKILL')
  expect(await keeper.gone).toBe('SIGKILL')
  const ended =
    'The keeper, the process that owns the nodes, ended (SIGKILL), and the nodes with it. Start the lab again.'
  await expect(keeper.order({do: 'clear'})).rejects.toThrow(ended)
  expect([ended, undefined]).toContain((await waiting).message)
})

it.each([
  ['missing', "ENOENT: no such file or directory, lstat '"],
  ['a [b]*', 'redis-server cannot read a configuration below a folder with such a name.'],
])('Where the temp folder cannot be used, one sentence says so: %s', async (name, why) => {
  const folder = join(temp, name)
  if (name !== 'missing') await mkdir(folder)
  vi.stubEnv('TMPDIR', folder)
  await expect(startKeeper()).rejects.toThrow(`Cannot write in ${folder}: ${why}`)
})

describe('What a crash has left behind', () => {
  it('is removed without a signal to a process that has got the pid of a node or of the keeper since', async () => {
    const stranger = spawn('sleep', ['60'], {argv0: 'zookeeper', detached: true, stdio: 'ignore'})
    await once(stranger, 'spawn')
    const folder = join(await realpath(temp), `rcl-${stranger.pid}-0123456789ab`)
    for (const pids of ['pids', 'ended']) {
      await mkdir(join(folder, pids), {recursive: true})
      await writeFile(join(folder, pids, `${stranger.pid}`), '')
    }
    expect(await removeLeftovers()).toEqual([{folder, removed: true}])
    expect(existsSync(folder)).toBe(false)
    // Had it been signaled, it would not end by this signal.
    stranger.kill('SIGUSR1')
    expect(await once(stranger, 'exit')).toEqual([null, 'SIGUSR1'])
  })

  it('is not looked for in a temp folder that is missing', async () => {
    vi.stubEnv('TMPDIR', join(temp, 'none'))
    expect(await runFolders()).toEqual([])
    expect(await removeLeftovers()).toEqual([])
  })

  it('is swept with the nodes that still run, and a lab that lives is left alone', async () => {
    await using living = await startKeeper()
    const nodes = await startStage(await stageFor(living))
    const crashed = await startOwner()
    await crashed.until('ready')
    // Everything that could still clean up dies at once, as in a crash of all but the nodes.
    const watchdogs = await processesNaming(crashed.folder)
    for (const line of watchdogs.filter(one => one.includes('rcl-watchdog')))
      process.kill(pidOf(line), 'SIGKILL')
    process.kill(crashed.keeper, 'SIGKILL')
    crashed.child.kill('SIGKILL')
    await expect.poll(() => isRunning(crashed.keeper)).toBe(false)
    expect(await serversOf(crashed.folder)).toHaveLength(6)

    expect(await removeLeftovers()).toEqual([{folder: crashed.folder, removed: true}])
    await nothingIsLeft(crashed.folder)
    expect(await runFolders()).toEqual([{folder: living.folder, keeperPid: living.pid, alive: true}])
    expect(await serversOf(living.folder)).toHaveLength(6)
    nodes.close()
  })
})
