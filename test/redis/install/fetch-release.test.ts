// Fetching a build of Valkey's own, over HTTPS from this computer: the real server of the tests, packed as Valkey packs its own.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises'
import type {RequestListener} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import tls from 'node:tls'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest'
import {$} from 'zx/core'
import {type Message, message, translate} from '../../../src/model/text/messages.ts'
import {download, longestSilence} from '../../../src/redis/install/download.ts'
import {type FetchOrder, fetchServer} from '../../../src/redis/install/fetch-server.ts'
import type {Server} from '../../../src/redis/install/find-server.ts'
import type {Release} from '../../../src/redis/install/releases.ts'
import {cachedServerName, serverCacheFolder} from '../../../src/redis/install/server-cache.ts'
import {makeArchive, onlySources} from '../../../tools/servers/own-archive.ts'
import {packRelease, releaseAt, type Site, serveProxy, serveSite} from '../../../tools/servers/own-release.ts'
import {server} from '../../../tools/servers/server.ts'

const name = 'valkey-9.1.1-noble-x86_64'
const remedy = message('install.with', {command: 'dnf install valkey'})

let folder: string
let real: Server
let bytes: Buffer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rcl-test-release-'))
  real = await server()
  bytes = await packRelease(folder, name, {server: real.path, cli: real.cli ?? ''})
})
afterAll(() => rm(folder, {recursive: true}))

/** No proxy; and a release brings no libraries, so those of the real server stand for those of the system. */
function bareEnvironment(): void {
  for (const one of ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy']) vi.stubEnv(one, '')
  if (real.libraryPath) vi.stubEnv('LD_LIBRARY_PATH', real.libraryPath)
}

beforeEach(bareEnvironment)
const trusted = tls.getCACertificates('default')
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  tls.setDefaultCACertificates(trusted)
})

function trust({cert}: Site): void {
  tls.setDefaultCACertificates([...trusted, cert])
}

async function trustedSite(reply: RequestListener, commonName?: string): Promise<Site> {
  const site = await serveSite(reply, commonName)
  trust(site)
  return site
}

const whole: RequestListener = (_, response) => response.end(bytes)

const order = (cache: string, release: Release): FetchOrder => ({
  cache: join(folder, cache),
  path: '',
  sources: [release],
  remedy,
})
const engines = (cache: string) => serverCacheFolder(join(folder, cache))

describe('From Valkey’s own archive', () => {
  let fetched: Server
  const told: Message[] = []
  let release: Release

  beforeAll(async () => {
    bareEnvironment()
    await using site = await trustedSite(whole)
    release = releaseAt(site, name, bytes)
    fetched = await fetchServer({...order('first', release), onProgress: one => told.push(one)})
  })

  it('the lab says first what it fetches, from where and into which folder, then counts', () => {
    const [plan, ...steps] = told
    expect(plan).toEqual({
      key: 'provide.releasePlan',
      values: {version: '9.1.1', url: release.url, folder: engines('first')},
    })
    const counts = Array.from({length: Math.ceil(bytes.length / 1e6)}, (_, n) =>
      message('provide.download', {n}),
    )
    expect(steps).toEqual([...counts, message('provide.unpackRelease')])
  })

  it('there is afterwards one engine, private to the user, with server and cli and nothing else', async () => {
    expect(await readdir(engines('first'))).toEqual([cachedServerName(fetched)])
    const engine = join(engines('first'), cachedServerName(fetched))
    expect((await stat(engine)).mode & 0o777).toBe(0o700)
    const files = await readdir(engine, {recursive: true})
    expect(files.sort()).toEqual(['bin', 'bin/valkey-cli', 'bin/valkey-server', 'engine.json'])
    expect(JSON.parse(await readFile(join(engine, 'engine.json'), 'utf8'))).toMatchObject({
      server: 'bin/valkey-server',
      libraries: [],
      packages: [release.url],
    })
  })

  it('the server runs, and its cli talks to it', async () => {
    const socket = join(folder, 'socket')
    const options = ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder]
    const node = spawn(fetched.path, options, {stdio: 'ignore'})
    try {
      const ask = () => $({nothrow: true, quiet: true})`${fetched.cli} -s ${socket} info server`
      await expect.poll(async () => (await ask()).stdout).toContain(`process_id:${node.pid}`)
    } finally {
      node.kill('SIGKILL')
      await once(node, 'exit')
    }
  })

  it('the next lab takes it from the cache and asks nobody', async () => {
    const said: Message[] = []
    const again = await fetchServer({...order('first', release), onProgress: one => said.push(one)})
    expect(again).toEqual({...fetched, from: 'cache'})
    expect(said).toEqual([])
  })
})

it('Behind a proxy it is fetched through that, by a name that only the proxy knows', async () => {
  await using site = await trustedSite(whole, 'download.valkey.invalid')
  await using proxy = await serveProxy(site.port)
  vi.stubEnv('HTTPS_PROXY', proxy.url)
  const release = {...releaseAt(site, name, bytes), url: `https://download.valkey.invalid/${name}.tar.gz`}
  expect(await fetchServer(order('proxied', release))).toMatchObject({from: 'provided'})
  expect(proxy.asked).toEqual(['download.valkey.invalid:443'])
  expect(site.asked).toEqual([`/${name}.tar.gz`])
})

describe('Where the system has apt', () => {
  const script = (version: string) => `#!/bin/sh\necho Redis server v=${version}\n`

  /** A line of sources.list, for an archive that has only this version. */
  async function archiveOf(version: string): Promise<string> {
    return `deb [trusted=yes] ${await makeArchive(join(folder, 'archive', version), `${version}-1`, script(version))}`
  }

  /** Fetches from apt, else the release; resolves to the server, what was told, and what the release's site was asked for. */
  async function fetchedFrom(cache: string, archive: string, reply: RequestListener = whole) {
    vi.stubEnv('APT_CONFIG', await onlySources(join(folder, 'apt', cache), [archive]))
    await using site = await trustedSite(reply)
    const release = releaseAt(site, name, bytes)
    const told: Message[] = []
    const onProgress = (one: Message) => told.push(one)
    const both = {...order(cache, release), sources: ['apt', release] as const, onProgress}
    const result = await fetchServer(both).catch(error => error)
    return {result, told: [...new Set(told.map(({key}) => key))], asked: site.asked}
  }

  it('its packages are used if they are new enough, and nobody else is asked', async () => {
    const {result, told, asked} = await fetchedFrom('new', await archiveOf('7.4.1'))
    expect(result).toMatchObject({from: 'provided', version: '7.4.1'})
    expect(told).not.toContain('provide.releasePlan')
    expect(asked).toEqual([])
  })

  it('the lab says that they are too old, and fetches Valkey’s own', async () => {
    const {result, told} = await fetchedFrom('old', await archiveOf('6.0.16'))
    expect(result).toMatchObject({from: 'provided', version: real.version})
    expect(told).toEqual([
      'provide.plan',
      'provide.lists',
      'provide.archiveTooOld',
      'provide.releasePlan',
      'provide.download',
      'provide.unpackRelease',
    ])
  })

  it('its lists may be out of reach, which is said, and Valkey’s own is fetched', async () => {
    const {result, told} = await fetchedFrom('unreachable', 'deb http://127.0.0.1:1/debian stable main')
    expect(result).toMatchObject({from: 'provided', version: real.version})
    expect(told.slice(0, 5)).toEqual([
      'provide.plan',
      'provide.lists',
      'provide.listsAgain',
      'provide.listsFailed',
      'provide.releasePlan',
    ])
  })

  it('and if that fails too, the remedy is newer packages, not the old one', async () => {
    const {result} = await fetchedFrom('neither', await archiveOf('6.0.16'), (_, response) =>
      response.writeHead(404).end(),
    )
    expect(result.message).toMatch(/got 404\..+ Redis publishes newer packages: /)
  })
})

describe('When it cannot be done, the lab says why and what to do, and leaves nothing behind:', () => {
  const all = 'Install one with: dnf install valkey'

  /** The sentence in both languages. */
  async function refusal(
    cache: string,
    site: Site,
    {release = releaseAt(site, name, bytes), ...more}: Partial<FetchOrder> & {release?: Release} = {},
  ): Promise<Readonly<{en: string; zh: string; url: string}>> {
    const error = await fetchServer({...order(cache, release), ...more}).catch(error => error)
    expect(error).toMatchObject({name: 'LabError'})
    expect(await readdir(engines(cache))).toEqual([])
    return {en: translate('en', error.reason), zh: translate('zh', error.reason), url: release.url}
  }

  it('another file', async () => {
    await using site = await trustedSite((_, response) => response.end('another'))
    const release = releaseAt(site, name, bytes)
    const {sha256: got} = releaseAt(site, name, Buffer.from('another'))
    const {en, zh, url} = await refusal('another', site)
    expect(en).toBe(
      `Could not download ${url}: expected a file with sha256 ${release.sha256}, got ${got}. None of it was used. Try another network, as something on the way may have replaced it. ${all}`,
    )
    expect(zh).toContain(`预期文件的 sha256 为 ${release.sha256}，实际为 ${got}`)
  })

  it.each([404, 302, 503])('status %i', async status => {
    const location = 'https://localhost/elsewhere'
    await using site = await trustedSite((_, response) => response.writeHead(status, {location}).end('no'))
    const {en, zh} = await refusal(`status-${status}`, site)
    expect(en).toContain(`expected HTTP status 200, got ${status}.`)
    expect(zh).toContain(`实际为 ${status}。`)
  })

  it('nobody there', async () => {
    const site = await serveSite(whole)
    await site[Symbol.asyncDispose]()
    const {en, zh, url} = await refusal('nobody', site)
    expect(en).toMatch(/: (connect )?ECONNREFUSED.*\. Check the network\. Behind a proxy, set HTTPS_PROXY/)
    expect(en).toContain(url)
    expect(zh).toContain('请检查网络。')
  })

  it('a proxy that is none', async () => {
    await using site = await trustedSite(whole)
    vi.stubEnv('HTTPS_PROXY', 'http://[nowhere')
    expect((await refusal('no-proxy', site)).en).toMatch(/: .*http:\/\/\[nowhere.*\. Check the network\./)
  })

  it('a proxy that lets nobody through', async () => {
    await using site = await trustedSite(whole)
    await using proxy = await serveProxy(site.port, 403)
    vi.stubEnv('HTTPS_PROXY', proxy.url)
    expect((await refusal('refused', site)).en).toMatch(/: .*403.*\. Check the network\. Behind a proxy, set/)
    expect(site.asked).toEqual([])
  })

  it('a certificate that nobody has vouched for', async () => {
    await using site = await serveSite(whole)
    const {en} = await refusal('self-signed', site)
    expect(en).toMatch(/: self-signed certificate\b.* Check the network\./)
    expect(en).toContain('NODE_EXTRA_CA_CERTS')
    expect(site.asked).toEqual([])
  })

  it('a certificate of somebody else', async () => {
    await using site = await trustedSite(whole, 'elsewhere.invalid')
    expect((await refusal('other-name', site)).en).toContain("Host: localhost. is not cert's CN")
  })

  it.each([true, false])('a connection that breaks on the way (length known: %s)', async isKnown => {
    const half: RequestListener = (_, response) => {
      if (isKnown) response.setHeader('content-length', bytes.length)
      response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
    }
    await using site = await trustedSite(half)
    const {en, zh} = await refusal(`broken-${isKnown}`, site)
    expect(en).toContain('the connection broke on the way. Try again. Install one')
    expect(zh).toContain('下载中途连接断开')
  })

  it.each([
    ['before the first byte', 0],
    ['on the way', 2e6],
  ])('silence %s', async (when, length) => {
    await using site = await trustedSite((_, response) => {
      if (length > 0) response.write(bytes.subarray(0, length))
    })
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']})
    const arrived = Promise.withResolvers<void>()
    void site.firstAsked.then(() => length === 0 && arrived.resolve())
    const onProgress = ({key, values}: Message) => {
      if (key === 'provide.download' && values?.['n'] === 1) arrived.resolve()
    }
    void arrived.promise.then(() => vi.advanceTimersByTime(longestSilence))
    const {en, zh} = await refusal(`silence-${length}`, site, {onProgress})
    expect([when, en]).toEqual([when, expect.stringContaining('nothing arrived for 30 s.')])
    expect(zh).toContain('30 秒内没有收到任何数据')
  })

  it('a file without end', async () => {
    const part = Buffer.alloc(1e6)
    await using site = await trustedSite((_, response) => {
      const more = () => response.write(part, error => error ?? more())
      more()
    })
    expect((await refusal('endless', site)).en).toContain('it has more than 100 MB, so it is another file')
  })

  it('no archive, though the checksum is right', async () => {
    const text = Buffer.from('not an archive')
    await using site = await trustedSite((_, response) => response.end(text))
    const {en} = await refusal('no-archive', site, {release: releaseAt(site, name, text)})
    expect(en).toMatch(/^tar -xzf failed: .*not in gzip format.*\. Try again\. Install one/)
  })

  it('no tar', async () => {
    vi.stubEnv('PATH', folder)
    await using site = await trustedSite(whole)
    const {en} = await refusal('no-tar', site)
    expect(en).toBe(
      `The lab needs tar to unpack the download, but it is not on the PATH. Install it, or a server. ${all}`,
    )
  })

  it('a server that does not start', async () => {
    const script = join(folder, 'script')
    await writeFile(script, '#!/bin/sh\necho GLIBC_2.38 not found >&2\nexit 1\n', {mode: 0o755})
    const broken = await packRelease(folder, 'broken', {server: script, cli: script})
    await using site = await trustedSite((_, response) => response.end(broken))
    const {en} = await refusal('broken', site, {release: releaseAt(site, 'broken', broken)})
    expect(en).toMatch(
      /^The downloaded server cannot be used and was removed\. \S+ does not start: GLIBC_2\.38/,
    )
    expect(en).toContain(all)
  })

  it('a server whose libraries this system lacks', async ({skip}) => {
    if (!real.libraryPath) skip('the server of the tests has all its libraries in the system')
    vi.stubEnv('LD_LIBRARY_PATH', '')
    await using site = await trustedSite(whole)
    const {en, zh} = await refusal('no-library', site)
    expect(en).toMatch(
      / and was removed\. \S+\/bin\/valkey-server needs lib\S+\.so\.\d+, which is not on this system\. Install the package that has it\. Install one with/,
    )
    expect(zh).toMatch(/ 需要 lib\S+，而本系统中没有/)
  })

  it('a full disk', async ({skip}) => {
    if (process.platform !== 'linux') skip('/dev/full is one of Linux')
    await using site = await trustedSite(whole)
    const {url} = releaseAt(site, name, bytes)
    const written = download({url, file: '/dev/full', most: 1e9, onBytes: () => undefined})
    await expect(written).rejects.toMatchObject({code: 'ENOSPC'})
  })
})

it('An abort on the way ends the download, removes what there is of it and rejects with its reason', async () => {
  await using site = await trustedSite((_, response) => response.write(bytes.subarray(0, 2e6)))
  const abort = new AbortController()
  const onProgress = ({values}: Message) => {
    if (values?.['n'] === 1) abort.abort(new Error('ctrl-c'))
  }
  const fetching = fetchServer({
    ...order('aborted', releaseAt(site, name, bytes)),
    signal: abort.signal,
    onProgress,
  })
  await expect(fetching).rejects.toThrow('ctrl-c')
  expect(await readdir(engines('aborted'))).toEqual([])
})
