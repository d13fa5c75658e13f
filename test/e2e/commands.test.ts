// The commands that need no terminal and raise no stage: list, doctor, and what is said to a wrong call.

import {exec, execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {access, constants, mkdir, readdir, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, describe, expect, test} from 'vitest'
import {lessons} from '../../lessons/index.ts'
import packageJson from '../../package.json' with {type: 'json'}
import {sourcesOn} from '../../src/redis/install/releases.ts'
import {readSystem} from '../../src/redis/install/system.ts'
import {runCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'
import {program} from '../../tools/program/lab.ts'
import {makeArchive, onlySources} from '../../tools/servers/own-archive.ts'
import {server} from '../../tools/servers/server.ts'

const home = await openHome()
afterAll(() => home[Symbol.asyncDispose]())
const run = (...args: readonly string[]) => runCommand(home, args)

test('list names every lesson and its steps, in JSON and in words', async () => {
  const json = await run('list', '--json')
  expect(json).toMatchObject({code: 0, stderr: ''})
  const rows = JSON.parse(json.stdout)
  expect(rows.map((row: {id: string}) => row.id)).toEqual(lessons.map(({id}) => id))
  expect(rows).toContainEqual(
    expect.objectContaining({
      id: 'replicaof',
      stage: 'standalone',
      title: 'REPLICAOF: one node writes, others follow',
      steps: expect.arrayContaining([{id: 'look', passed: false}]),
    }),
  )
  const words = await run('list', '--lang', 'zh')
  expect(words).toMatchObject({code: 0, stderr: ''})
  expect(words.stdout).toMatch(/^ {2}replicaof +REPLICAOF：手动建立主从复制 {2}（已完成 0\/\d+ 步）/m)
})

const ids = lessons.map(({id}) => id).join(', ')
const callsAndAnswers: readonly (readonly [call: string, answer: string])[] = [
  ['check nothing', `There is no lesson "nothing". The lessons are: ${ids}`],
  ['nothing', `There is no lesson "nothing". The lessons are: ${ids}`],
  ['nothing --lang zh', `没有名为“nothing”的课程。现有课程：${ids}`],
  ['list more', '"list" does not accept "more". See `redis-cluster-lab --help`.'],
  ['--nothing', 'There is no option --nothing.'],
  ['up --stage moon', '--stage expects one of cluster, standalone, bare, sentinel, got "moon".'],
  ['up --port 80', '--port expects a whole number from 1024 to 45533, got "80". Example: --port 7379'],
  ['up --node-timeout soon', '--node-timeout expects a whole number from 200 to 60000, got "soon".'],
  ['up --redis-server /nowhere/redis-server', '--redis-server: /nowhere/redis-server'],
  ['up --redis-server /bin/sh', '--redis-server: /bin/sh'],
  ['replicaof', 'The screen needs a terminal. Without one, use --plain.'],
]

test.each(callsAndAnswers)('`%s` prints one sentence and exits with code 1', async (call, answer) => {
  const ran = await run(...call.split(' '))
  expect(ran).toMatchObject({code: 1, signal: null, stdout: ''})
  expect(ran.stderr).toContain(answer)
  expect(ran.stderr).toMatch(/^[^\n]+\n$/)
})

test('--help and --version print on stdout', async () => {
  expect(await run('--help')).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringContaining('--redis-server PATH'),
  })
  expect(await run('--version')).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  })
  const {stdout} = await run('version', '--json')
  const {version} = packageJson
  const {platform, arch, versions} = process
  expect(JSON.parse(stdout)).toEqual({version, node: versions.node, platform, arch})
})

test('help explains a command, and asks about a mistyped one', async () => {
  const asked = await run('help', 'up')
  expect(asked).toMatchObject({code: 0, stderr: ''})
  expect(asked.stdout).toMatch(/^redis-cluster-lab up\n[\s\S]+^ {2}redis-cluster-lab up --json$/m)
  expect(await run('up', '--help')).toEqual(asked)
  expect(await run('help', 'doctro')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'There is no command or topic "doctro". Did you mean doctor?\n',
  })
})

test('doctor --json says the same to a program', async () => {
  const {code, stdout, stderr} = await run('doctor', '--json', '--redis-server', '/nowhere/redis-server')
  const {ready, findings} = JSON.parse(stdout)
  expect({code, stderr, ready}).toEqual({code: 1, stderr: '', ready: false})
  expect(findings).toContainEqual({
    is: 'fine',
    key: 'doctor.folder',
    values: {folder: home.temp},
    text: `${home.temp} is writable`,
  })
  expect(findings).toContainEqual(
    expect.objectContaining({is: 'fault', key: 'doctor.serverRefused', text: expect.any(String)}),
  )
})

test('doctor reports whether the lab can run here, and what to do if it cannot', async () => {
  const healthy = await run('doctor')
  expect(healthy).toMatchObject({code: 0, stderr: ''})
  expect(healthy.stdout).toMatch(/^ok .+redis-server: (redis|valkey) \d/m)
  const [, cli = ''] = /^ok its redis-cli, for a second terminal: (.+) -p PORT$/m.exec(healthy.stdout) ?? []
  expect((await promisify(exec)(`${cli} --version`)).stdout).toMatch(/^(redis|valkey)-cli \d/)
  expect(healthy.stdout).toContain(`ok ${home.temp} is writable\n`)
  expect(healthy.stdout).toMatch(/^ok nothing left behind by earlier labs$/m)
  expect(healthy.stdout).toMatch(/Ready to run\.\n$/)
  const sick = await run('doctor', '--redis-server', '/nowhere/redis-server')
  expect(sick.code).toBe(1)
  expect(sick.stdout).toMatch(/^X .*\/nowhere\/redis-server/m)
  expect(sick.stdout).toMatch(/^Not ready yet: fix the lines marked X above\./m)
})

const serverIsInstalled = ['redis', 'valkey'].some(kind =>
  ['/usr/bin', '/usr/local/bin'].some(folder => existsSync(join(folder, `${kind}-server`))),
)

test.skipIf(serverIsInstalled || !existsSync('/usr/bin/apt-get'))(
  'doctor --workshop fetches a server, and reports what holds then',
  async () => {
    const {path, libraryPath = ''} = await server()
    const archive = await makeArchive(
      join(home.temp, 'archive'),
      '5:7.0.15-1',
      `#!/bin/sh\nexport LD_LIBRARY_PATH='${libraryPath}'\nexec '${path}' "$@"\n`,
    )
    const env = {
      PATH: '/usr/bin:/bin',
      XDG_CACHE_HOME: join(home.temp, 'cache of a room'),
      REDIS_CLUSTER_LAB_SERVER: '',
      APT_CONFIG: await onlySources(join(home.temp, 'apt'), [`deb [trusted=yes] ${archive}`]),
    }
    const doctor = (...options: readonly string[]) => runCommand(home, ['doctor', ...options], {env})
    expect((await doctor()).stdout).toMatch(/^! {2}no redis-server/m)
    const prepared = await doctor('--workshop')
    expect(prepared).toMatchObject({code: 0, stderr: expect.stringContaining('3/3 unpacking: 2 of 2')})
    expect(prepared.stdout).toMatch(/^ok .+redis-server: (redis|valkey) \d/m)
    expect(prepared.stdout).not.toMatch(/^! {2}no redis-server/m)
    expect(prepared.stdout).toMatch(/Ready to run\.\n$/)
  },
)

const hasRelease = sourcesOn({...(await readSystem('')), apt: false}) !== undefined

describe.skipIf(serverIsInstalled)('doctor without a server asks the archive of a Debian:', () => {
  const archive = (version: string) =>
    ['redis-server', 'redis-tools']
      .map(
        name =>
          `${name}:\n  Installed: (none)\n  Candidate: ${version}\n  Version table:\n     ${version} 500\n        500 http://mirror.example/debian stable/main amd64 Packages\n`,
      )
      .join('')

  /** What a build of Valkey's own that runs here changes. */
  const instead: readonly [code: number, sentence: RegExp] = hasRelease
    ? [0, /^! {2}no redis-server; the lab will download Valkey [\d.]+ from https:\/\/download\.valkey\.io\//m]
    : [1, /^X {2}This system's package archive has only Redis 6\.0\.16; .+ Redis publishes newer packages/m]

  test.each([
    ['too old', archive('5:6.0.16-1+deb11u2'), ...instead],
    [
      'new enough',
      archive('5:7.0.15-1~deb12u5'),
      0,
      /^! {2}no redis-server; the lab will download Redis 7\.0\.15 from this system's package archive, without root$/m,
    ],
    [
      'not known yet',
      '',
      0,
      /^! {2}no redis-server; the lab will download one, without root, from this system's package archive, whose/m,
    ],
  ])('%s', async (name, policy, code, sentence) => {
    const bin = join(home.temp, `bin of ${name}`)
    await mkdir(bin)
    for (const program of ['apt-get', 'dpkg'])
      await writeFile(join(bin, program), '#!/bin/sh\n', {mode: 0o755})
    await writeFile(join(bin, 'apt-cache'), `#!/bin/sh\nprintf '%s' '${policy}'\n`, {mode: 0o755})
    await symlink('/bin/bash', join(bin, 'bash'))
    const env = {PATH: bin, XDG_CACHE_HOME: join(bin, 'cache'), REDIS_CLUSTER_LAB_SERVER: ''}
    const ran = await runCommand(home, ['doctor'], {env})
    expect(ran.stdout).toMatch(sentence)
    expect(ran).toMatchObject({code, stderr: ''})
  })
})

test("the program's compiled code is in the lab's own cache, not in the temp folder", async () => {
  const cache = join(home.temp, 'cache')
  expect(
    await runCommand(home, ['list'], {env: {XDG_CACHE_HOME: cache, NODE_COMPILE_CACHE: ''}}),
  ).toMatchObject({code: 0})
  expect(await readdir(join(cache, 'redis-cluster-lab'))).toEqual(['compiled'])
  expect(await readdir(home.temp)).not.toContain('node-compile-cache')
})

test('a relative XDG_CACHE_HOME is ignored, as XDG demands: there would be a cache in each working directory', async () => {
  const env = {XDG_CACHE_HOME: 'relative', NODE_COMPILE_CACHE: ''}
  expect(await runCommand(home, ['list'], {env, cwd: home.temp})).toMatchObject({code: 0})
  expect(await readdir(home.temp)).not.toContain('relative')
  expect(await readdir(join(home.temp, '../.cache/redis-cluster-lab'))).toEqual(['compiled'])
})

test('a reader that closes the pipe early causes no error', async () => {
  const {PATH = '', ...rest} = process.env
  const env = {...rest, PATH, ...home.env}
  const line = `"${process.execPath}" "${program}" doctor | true; echo "code $PIPESTATUS"`
  const {stdout, stderr} = await promisify(execFile)('bash', ['-c', line], {env})
  expect({stdout, stderr}).toEqual({stdout: 'code 0\n', stderr: ''})
})

const oldNode = await findOldNode()

const remedy = 'npx -p node@24 -p redis-cluster-lab redis-cluster-lab'

test.skipIf(oldNode === undefined).each([
  ['en_US.UTF-8', /^redis-cluster-lab needs Node 22\.18 or newer; this is Node [\d.]+ \(.+\)\. [^\n]+\n$/],
  ['zh_CN.UTF-8', /^redis-cluster-lab 需要 Node 22\.18 或更高版本，当前是 Node [\d.]+（.+）。[^\n]+\n$/],
])(
  'on an old Node, in the locale %s, one line has the required version and what to type instead',
  async (LC_ALL, sentence) => {
    const ran = await runCommand(home, ['list'], {node: oldNode ?? '', env: {LC_ALL}})
    expect(ran).toMatchObject({code: 1, signal: null, stdout: ''})
    expect(ran.stderr).toMatch(sentence)
    expect(ran.stderr).toContain(remedy)
  },
)

/** A Node on PATH that the program is too new for. */
async function findOldNode(): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(':')) {
    const node = join(folder, 'node')
    if (
      !(await access(node, constants.X_OK).then(
        () => true,
        () => false,
      ))
    )
      continue
    const {stdout} = await promisify(execFile)(node, ['--version'])
    const [major = 0, minor = 0] = stdout.slice(1).split('.').map(Number)
    if (major < 22 || (major === 22 && minor < 18)) return node
  }
  return undefined
}
