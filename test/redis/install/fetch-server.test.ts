// Fetching a redis-server for real: from this system's package archive over the network, into caches of our own.
// What Debian's archive never is (too old, unsigned, broken, silent until it is told) comes from own-archive.ts.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {writeFileSync} from 'node:fs'
import {appendFile, cp, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from 'vitest'
import {$} from 'zx/core'
import type {ServerVersion} from '../../../src/model/cluster/versions.ts'
import {type Message, message, translate} from '../../../src/model/text/messages.ts'
import {type FetchOrder, fetchServer} from '../../../src/redis/install/fetch-server.ts'
import {lookForServers, type Server} from '../../../src/redis/install/find-server.ts'
import {cachedServerName, serverCacheFolder} from '../../../src/redis/install/server-cache.ts'
import {
  makeArchive,
  onlySources,
  type ServedArchive,
  serveArchive,
} from '../../../tools/servers/own-archive.ts'

let folder: string
let fetched: Server
const told: Message[] = []
const started = new Set<ChildProcess>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rcl-test-provide-'))
  fetched = await fetchServer({...order('first'), onProgress: said => told.push(said)})
})
afterEach(() => {
  vi.unstubAllEnvs()
  for (const child of started) child.kill('SIGKILL')
})
afterAll(() => rm(folder, {recursive: true, maxRetries: 10}))

const fetchOnce = fileURLToPath(new URL('./fetch-once.ts', import.meta.url))
const order = (cache: string): FetchOrder => ({
  cache: join(folder, cache),
  path: '',
  sources: ['apt'],
  remedy: message('install.with', {command: 'apt-get install redis-server'}),
})
const engines = (cache: string) => serverCacheFolder(join(folder, cache))
const engineOf = (cache: string, server: ServerVersion = fetched) =>
  join(engines(cache), cachedServerName(server))

/** A server of our own archive, which prints its version. */
const small = {kind: 'redis', version: '7.4.1'} as const

/** An archive that apt reads in its place for the rest of the test; it holds every request until it is opened. */
async function heldArchive(): Promise<ServedArchive> {
  const files = join(folder, 'archive/small')
  await makeArchive(files, `${small.version}-1`, `#!/bin/sh\necho Redis server v=${small.version}\n`)
  const archive = await serveArchive(files)
  const sources = [`deb [trusted=yes] ${archive.source}`]
  vi.stubEnv('APT_CONFIG', await onlySources(join(folder, 'apt/small'), sources))
  return archive
}

/** A copy of what was fetched, to be broken. */
async function copied(cache: string): Promise<string> {
  await cp(join(folder, 'first'), join(folder, cache), {recursive: true, verbatimSymlinks: true})
  return engineOf(cache)
}

/** Another lab that fetches into `cache`, and what it says, line by line. */
function otherLab(cache: string) {
  const lab = spawn(process.execPath, [fetchOnce, join(folder, cache)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.add(lab)
  return {lab, lines: createInterface(lab.stdout)}
}

type Heard = Partial<Message & Server>

async function everyLine(lines: AsyncIterable<string>, onLine?: (line: Heard) => void) {
  const heard: Heard[] = []
  for await (const line of lines) {
    heard.push(JSON.parse(line))
    onLine?.(heard.at(-1) ?? {})
  }
  return heard
}

describe('From an empty cache', () => {
  it('the lab says what it will do before the first byte, then counts each of three steps to its end', () => {
    const [plan, ...steps] = told
    expect(plan).toEqual({key: 'provide.plan', values: {folder: engines('first')}})
    expect([...new Set(steps.map(step => step.key))]).toEqual([
      'provide.lists',
      'provide.packages',
      'provide.unpack',
    ])
    expect(steps.findLast(step => step.key === 'provide.lists')?.values?.['n']).toBeGreaterThan(1)
    for (const last of ['provide.packages', 'provide.unpack']) {
      const {k, n} = steps.findLast(step => step.key === last)?.values ?? {}
      expect(k).toBe(n)
      expect(n).toBeGreaterThanOrEqual(2)
    }
  })

  it('there is afterwards one engine, private to the user, and nothing else', async () => {
    expect(await readdir(engines('first'))).toEqual([cachedServerName(fetched)])
    for (const path of [engines('first'), engineOf('first')]) {
      expect((await stat(path)).mode & 0o777).toBe(0o700)
    }
  })

  it('the server that was fetched runs, and its redis-cli talks to it', async () => {
    const socket = join(folder, 'socket')
    const env = {LD_LIBRARY_PATH: fetched.libraryPath}
    const options = ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder]
    const node = spawn(fetched.path, options, {env, stdio: 'ignore'})
    started.add(node)
    const ask = () => $({env, nothrow: true, quiet: true})`${fetched.cli} -s ${socket} info server`
    await expect.poll(async () => (await ask()).stdout).toContain(`redis_version:${fetched.version}`)
    expect((await ask()).stdout).toContain(`process_id:${node.pid}`)
  })

  it('the next lab takes it from the cache and fetches nothing', async () => {
    const said: Message[] = []
    const again = await fetchServer({...order('first'), onProgress: one => said.push(one)})
    expect(again).toEqual({...fetched, from: 'cache'})
    expect(said).toEqual([])
  })
})

describe('A cached server is used only if it is complete:', () => {
  const server = 'usr/bin/redis-server'

  it.each([
    ['cut short', 'server.unfinished', (engine: string) => rm(join(engine, 'engine.json'))],
    [
      'of a half-written note',
      'server.unfinished',
      (engine: string) => writeFile(join(engine, 'engine.json'), '{'),
    ],
    ['without its server', 'server.unfinished', (engine: string) => rm(join(engine, server))],
    ['of other bytes', 'server.changed', (engine: string) => appendFile(join(engine, server), 'x')],
    [
      'without a library',
      'server.missingLibrary',
      (engine: string) => rm(join(engine, 'usr/lib'), {recursive: true}),
    ],
  ])('one %s is refused', async (name, why, breakIt) => {
    await breakIt(await copied(name))
    const seen = await lookForServers({path: '', cache: join(folder, name)})
    expect(seen.filter(one => one.from === 'cache')).toMatchObject([{why: {key: why}}])
  })

  it('a broken one is replaced by fetching it again', async () => {
    await using archive = await heldArchive()
    archive.open()
    const whole = await fetchServer(order('mended'))
    const bytes = await readFile(whole.path)
    await appendFile(whole.path, 'x')
    const mended = await fetchServer(order('mended'))
    expect(mended).toMatchObject({from: 'provided', path: join(engineOf('mended', small), server)})
    expect(await readdir(engines('mended'))).toEqual([cachedServerName(small)])
    expect(await readFile(mended.path)).toEqual(bytes)
  })
})

it('Of five labs at once one fetches, and all have its server', async () => {
  await using archive = await heldArchive()
  archive.open()
  const labs = Array.from({length: 5}, () => otherLab('five'))
  const heard = await Promise.all(labs.map(({lines}) => everyLine(lines)))
  const path = join(engineOf('five', small), 'usr/bin/redis-server')
  expect(heard.map(lines => lines.at(-1)?.path)).toEqual(labs.map(() => path))
  expect(heard.filter(lines => lines.at(-1)?.from === 'provided')).toHaveLength(1)
})

describe('With two labs at once', () => {
  it('one fetches; the other says that it waits, for whom, and takes what the first has fetched', async () => {
    await using archive = await heldArchive()
    const first = otherLab('shared')
    const fetching = everyLine(first.lines)
    await archive.asked
    const waiting = await everyLine(otherLab('shared').lines, ({key}) => {
      if (key === 'provide.waiting') archive.open()
    })
    const last = (await fetching).at(-1)
    expect(last).toMatchObject({
      from: 'provided',
      path: join(engineOf('shared', small), 'usr/bin/redis-server'),
    })
    expect(waiting).toEqual([
      {key: 'provide.waiting', values: {pid: first.lab.pid}},
      {...last, from: 'cache'},
    ])
  })

  it('a lab killed on the way leaves its lock and its half; the next one clears both and fetches', async () => {
    await using archive = await heldArchive()
    const {lab} = otherLab('killed')
    await archive.asked
    lab.kill('SIGKILL')
    await once(lab, 'exit')
    expect(await readdir(engines('killed'))).toEqual(['.lock', expect.stringMatching(`^\\.tmp-${lab.pid}-`)])
    archive.open()
    expect(await fetchServer(order('killed'))).toMatchObject({from: 'provided'})
    expect(await readdir(engines('killed'))).toEqual([cachedServerName(small)])
  })
})

describe('An abort', () => {
  /** What is fetched into `cache` is aborted meanwhile. */
  async function endsAborted(cache: string, task: Pick<FetchOrder, 'signal' | 'onProgress'>) {
    await expect(fetchServer({...order(cache), ...task})).rejects.toThrow('ctrl-c')
    expect(await readdir(engines(cache))).toEqual([])
    await expect.poll(() => commandsNaming(engines(cache)), {timeout: 2000}).toEqual([])
  }

  it('while apt reads the lists ends apt, removes what was begun and rejects with its reason', async () => {
    await using archive = await heldArchive()
    const abort = new AbortController()
    void archive.asked.then(() => abort.abort(new Error('ctrl-c')))
    await endsAborted('lists', {signal: abort.signal})
  })

  it('between two steps does so too', async () => {
    await using archive = await heldArchive()
    archive.open()
    const abort = new AbortController()
    const onProgress = ({key}: Message) => {
      if (key === 'provide.packages') abort.abort(new Error('ctrl-c'))
    }
    await endsAborted('packages', {signal: abort.signal, onProgress})
  })

  it('ends the waiting for another lab', async () => {
    await using archive = await heldArchive()
    otherLab('awaited')
    await archive.asked
    const abort = new AbortController()
    const waiting = fetchServer({
      ...order('awaited'),
      signal: abort.signal,
      onProgress: () => abort.abort(new Error('ctrl-c')),
    })
    await expect(waiting).rejects.toThrow('ctrl-c')
  })
})

/** The command lines of living processes that name `folder`. */
async function commandsNaming(folder: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const lines = await Promise.all(pids.map(pid => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return lines.filter(line => line.includes(folder))
}

it('A source of this system that cannot be read does not spoil the others', async () => {
  const uri = await makeArchive(
    join(folder, 'archive/good'),
    '7.4.2-1',
    '#!/bin/sh\necho Redis server v=7.4.2\n',
  )
  const sources = [`deb [trusted=yes] copy:${folder}/no-archive ./`, `deb [trusted=yes] ${uri}`]
  vi.stubEnv('APT_CONFIG', await onlySources(join(folder, 'apt/one-broken'), sources))
  expect(await fetchServer(order('one-broken'))).toMatchObject({from: 'provided', version: '7.4.2'})
})

it('Lists that cannot be fetched at first are read again, which is said, and then the server is fetched', async () => {
  const uri = await makeArchive(
    join(folder, 'archive/late'),
    '7.4.3-1',
    '#!/bin/sh\necho Redis server v=7.4.3\n',
  )
  const settings = await onlySources(join(folder, 'apt/late'), ['deb http://127.0.0.1:1/debian stable main'])
  vi.stubEnv('APT_CONFIG', settings)
  const said: Message[] = []
  const onProgress = (one: Message) => {
    said.push(one)
    if (one.key === 'provide.listsAgain')
      writeFileSync(join(folder, 'apt/late/sources.list'), `deb [trusted=yes] ${uri}\n`)
  }
  expect(await fetchServer({...order('late'), onProgress})).toMatchObject({
    from: 'provided',
    version: '7.4.3',
  })
  expect(said.filter(one => one.key === 'provide.listsAgain').map(one => translate('en', one))).toEqual([
    expect.stringMatching(
      /^The package lists could not be read: Failed to fetch .*127\.0\.0\.1.*\. Trying again \(2 of 3\)\.$/,
    ),
  ])
})

describe('When it cannot be done, the lab says why and what to do:', () => {
  const refusing = (line: string) => `#!/bin/sh\necho '${line}' >&2\nexit 127\n`

  /** The sentence in both languages, after which nothing half done is in the cache. */
  async function refusal(cache: string, sources: readonly string[]): Promise<readonly string[]> {
    vi.stubEnv('APT_CONFIG', await onlySources(join(folder, 'apt', cache), sources))
    const error = await fetchServer(order(cache)).catch(error => error)
    expect(error).toMatchObject({name: 'LabError'})
    expect(await readdir(engines(cache))).toEqual([])
    return [translate('en', error.reason), translate('zh', error.reason)]
  }

  it('the package lists cannot be read', async () => {
    const [en, zh] = await refusal('unreachable', ['deb http://127.0.0.1:1/debian stable main'])
    expect(en).toMatch(
      /^Could not read the package lists: Failed to fetch .* 127\.0\.0\.1.*\. Check the network; behind a proxy, apt needs http_proxy\.$/,
    )
    expect(zh).toMatch(/^无法读取软件包列表：Failed to fetch .*。请检查网络；/)
  })

  it('the archive has no redis-server', async () => {
    const [en, zh] = await refusal('empty', [])
    expect(en).toContain("This system's package archive has neither redis-server nor valkey-server.")
    expect(zh).toContain('没有 redis-server 或 valkey-server')
  })

  it('the archive’s redis-server is too old', async () => {
    const uri = await makeArchive(join(folder, 'archive/old'), '6.0.16-1', refusing(''))
    const [en, zh] = await refusal('old', [`deb [trusted=yes] ${uri}`])
    expect(en).toContain('has only Redis 6.0.16; the lab needs Redis 7.0 or newer.')
    expect(zh).toContain('只有 Redis 6.0.16')
  })

  it('what was fetched does not start', async () => {
    const uri = await makeArchive(
      join(folder, 'archive/broken'),
      '7.0.15-1',
      refusing('libx.so.1: no such file'),
    )
    const [en, zh] = await refusal('broken', [`deb [trusted=yes] ${uri}`])
    expect(en).toMatch(
      /^The downloaded server cannot be used and was removed\. \S+ does not start: libx\.so\.1: no such file\. Install/,
    )
    expect(zh).toMatch(/^下载的服务器无法使用，已删除。\S+ 无法启动：libx\.so\.1: no such file。安装命令/)
  })

  it('the archive is not signed: nothing of it is used', async () => {
    const uri = await makeArchive(join(folder, 'archive/unsigned'), '7.0.15-1', refusing(''))
    const [en] = await refusal('unsigned', [`deb ${uri}`])
    expect(en).toMatch(
      /^Could not read the package lists: The repository '.*' does not have a Release file\./,
    )
  })

  it('the cache cannot be written', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(fetchServer(order('file/cache'))).rejects.toThrow(
      `Cannot write ${folder}/file/cache/engines: ENOTDIR. Set XDG_CACHE_HOME to a folder with 200 MB free.`,
    )
  })
})
