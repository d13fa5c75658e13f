// Finding redis-server, with real files and real execs. Stand-ins only print a version line; where a server must be
// one, it is the real one.

import {chmod, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {delimiter, join, relative} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findServer, lookForServers} from '../../../src/redis/install/find-server.ts'
import {server} from '../../../tools/servers/server.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rcl-test-binary-'))
})
afterAll(() => rm(folder, {recursive: true}))

/** An executable file `<folder>/<name>`; resolves to its path. */
async function executable(name: string, script: string, mode = 0o755): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), {recursive: true})
  await writeFile(path, script)
  await chmod(path, mode)
  return path
}

const printing = (line: string) => `#!/bin/sh\necho '${line}'\n`
const search = (path: string) => ({path, cache: join(folder, 'empty-cache'), mayProvide: false})

describe('On PATH', () => {
  it('the real server is recognized by one run of --version, with the cli beside it', async () => {
    const real = await server()
    const log = join(folder, 'real/log')
    const launch = `LD_LIBRARY_PATH=${real.libraryPath ?? ''} exec ${real.path} "$@"`
    const path = await executable('real/redis-server', `#!/bin/sh\necho "$@" >> ${log}\n${launch}\n`)
    const cli = await executable('real/redis-cli', '#!/bin/sh\n')
    const found = await findServer(search(join(folder, 'real')))
    expect(found).toEqual({path, kind: real.kind, version: real.version, cli, from: 'path'})
    expect(await readFile(log, 'utf8')).toBe('--version\n')
  })

  it('redis-server comes before valkey-server, whatever folder they are in', async () => {
    await executable('valkey/valkey-server', printing('Valkey server v=8.0.1 sha=0'))
    const path = await executable('redis/redis-server', printing('Redis server v=7.4.2 sha=0'))
    const PATH = [join(folder, 'valkey'), join(folder, 'redis')].join(delimiter)
    expect(await findServer(search(PATH))).toMatchObject({path, kind: 'redis', version: '7.4.2'})
  })

  it('a server that is too old or broken is passed over for the next one', async () => {
    await executable('old/redis-server', printing('Redis server v=6.0.16 sha=0'))
    await executable('broken/redis-server', '#!/bin/sh\nexit 1\n')
    const path = await executable('new/valkey-server', printing('Valkey server v=7.2.5 sha=0'))
    const PATH = ['old', 'broken', 'new'].map(name => join(folder, name)).join(delimiter)
    expect(await findServer(search(PATH))).toMatchObject({path, kind: 'valkey', version: '7.2.5'})
  })

  it('Valkey under the name of redis-server is Valkey', async () => {
    await executable('compat/redis-server', printing('Valkey server v=8.1.1 sha=0'))
    expect(await findServer(search(join(folder, 'compat')))).toMatchObject({kind: 'valkey'})
  })
})

describe('The server that was given', () => {
  it('is used, though PATH has another, and by its absolute path', async () => {
    const path = await executable('given/my-redis', printing('Redis server v=8.0.2 sha=0'))
    const given = {path: relative(process.cwd(), path), by: '--redis-server'}
    expect(await findServer({...search(join(folder, 'redis')), given})).toMatchObject({path, from: 'given'})
  })

  it.each([
    ['missing', undefined, 0o755, 'PATH does not exist.'],
    ['plain', 'text', 0o644, 'PATH is not an executable file.'],
    [
      'foreign',
      printing('hello.'),
      0o755,
      'PATH printed "hello" for --version, so it is neither Redis nor Valkey.',
    ],
    [
      'too-old',
      printing('Redis server v=6.2.14 sha=0'),
      0o755,
      'PATH is Redis 6.2.14; the lab needs Redis 7.0 or newer.',
    ],
    ['silent', '#!/bin/sh\nexec sleep 60\n', 0o755, 'PATH did not reply to --version within 2 s.'],
    [
      'unlinked',
      '#!/bin/sh\necho "libx.so.1: cannot open shared object file" >&2\nexit 127\n',
      0o755,
      'PATH does not start: libx.so.1: cannot open shared object file.',
    ],
    [
      'other-system',
      '#!/lib/ld-of-another-system.so\n',
      0o755,
      'PATH exists, but the loader or interpreter it needs does not: it was built for another system.',
    ],
  ])('is rejected with the reason, never skipped: %s', async (name, script, mode, why) => {
    const path = join(folder, 'refused', name)
    if (script !== undefined) await executable(`refused/${name}`, script, mode)
    const given = {path, by: '--redis-server'}
    await expect(findServer({...search(join(folder, 'redis')), given})).rejects.toThrow(
      `--redis-server: ${why.replace('PATH', path)} Give another path, or remove --redis-server to let the lab look for a server.`,
    )
  })
})

it('a server whose first answer is empty is asked once more', async () => {
  const script = `#!/bin/sh\n[ -e "$0.asked" ] && exec echo 'Redis server v=7.0.15 sha=0'\ntouch "$0.asked"\n`
  await executable('late/redis-server', script, 0o755)
  const given = {path: join(folder, 'late', 'redis-server'), by: '--redis-server'}
  expect(await findServer({...search(join(folder, 'redis')), given})).toMatchObject({version: '7.0.15'})
})

describe('With no server that can be used and none to be fetched', async () => {
  const usual = (await lookForServers({path: '', cache: '/nonexistent'})).some(one => 'server' in one)

  it.skipIf(usual)('the lab says where it looked and what to do', async () => {
    const none = findServer(search(join(folder, 'nothing')))
    await expect(none).rejects.toThrow(
      /^No redis-server found \(looked in PATH, .*, \S+\/empty-cache\/engines\)\. .+/,
    )
  })

  it.skipIf(usual)('the lab says which one it saw and why that will not do', async () => {
    await executable('only-old/redis-server', printing('Redis server v=6.0.16 sha=0'))
    const path = join(folder, 'only-old')
    await expect(findServer(search(path))).rejects.toThrow(
      `${path}/redis-server is Redis 6.0.16; the lab needs Redis 7.0 or newer. `,
    )
  })
})

it('The doctor sees every candidate in order, accepted or refused with the reason, and each only once', async () => {
  const old = await executable('doctor/a/redis-server', printing('Redis server v=6.0.16 sha=0'))
  const good = await executable('doctor/b/redis-server', printing('Redis server v=7.0.15 sha=0'))
  const given = {path: join(folder, 'doctor/none'), by: '--redis-server'}
  const PATH = ['a', 'b', 'a'].map(name => join(folder, 'doctor', name)).join(delimiter)
  const seen = await lookForServers({given, path: PATH, cache: join(folder, 'empty-cache')})
  expect(seen.filter(one => one.path.startsWith(folder))).toMatchObject([
    {path: given.path, from: 'given', why: {key: 'server.missing'}},
    {path: old, from: 'path', why: {key: 'server.tooOld', values: {version: '6.0.16'}}},
    {path: good, from: 'path', server: {kind: 'redis', version: '7.0.15'}},
  ])
})
