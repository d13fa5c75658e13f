// The program on a Linux without apt and without a server: what it says before it fetches Valkey's own build, and that it asks for the pinned
// file and takes no other. A proxy of our own stands for the internet.

import {mkdir, readdir, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {lookForServers} from '../../src/redis/install/find-server.ts'
import {sourcesOn} from '../../src/redis/install/releases.ts'
import {readSystem} from '../../src/redis/install/system.ts'
import {runCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'
import {serveProxy, serveSite} from '../../tools/servers/own-release.ts'

const home = await openHome()
afterAll(() => home[Symbol.asyncDispose]())

const bin = join(home.temp, 'bin')
const caches = join(home.temp, 'caches')
const env = {PATH: bin, XDG_CACHE_HOME: caches, REDIS_CLUSTER_LAB_SERVER: ''}
const run = (...args: readonly string[]) => runCommand(home, args, {env})

const [source] = sourcesOn({...(await readSystem('')), apt: false}) ?? []
const usual = (await lookForServers({path: '', cache: '/nonexistent'})).some(one => 'server' in one)

beforeAll(async () => {
  await mkdir(bin)
  for (const program of ['sh', 'tar', 'gzip']) await symlink(join('/bin', program), join(bin, program))
})

describe.skipIf(typeof source !== 'object' || usual)('On a Linux without apt and without a server', () => {
  const {version = '', url = '', sha256 = ''} = typeof source === 'object' ? source : {}

  test('doctor says what the lab will fetch, and from where', async () => {
    const {code, stdout} = await run('doctor')
    expect(code).toBe(0)
    expect(stdout).toContain(
      `!  no redis-server; the lab will download Valkey ${version} from ${url} (about 36 MB), without root\n`,
    )
    const {findings} = JSON.parse((await run('doctor', '--json')).stdout)
    expect(findings).toContainEqual({
      is: 'note',
      key: 'doctor.fetchableRelease',
      values: {version, url},
      text: expect.stringContaining(url),
    })
  })

  test('doctor calls the lab ready though there is a server that is too old', async () => {
    const old = join(home.temp, 'old')
    await mkdir(old)
    await writeFile(join(old, 'redis-server'), '#!/bin/sh\necho Redis server v=6.0.16\n', {mode: 0o755})
    const {code, stdout} = await runCommand(home, ['doctor'], {env: {...env, PATH: `${old}:${bin}`}})
    expect(stdout).toMatch(
      /^! {2}\S+ is Redis 6\.0\.16; the lab needs Redis 7\.0 or newer\.\n! {2}no redis-server; /m,
    )
    expect(code).toBe(0)
  })

  test('with --no-provide nothing is fetched, and the remedy names both ways', async () => {
    for (const command of ['up', 'doctor']) {
      const {code, stdout, stderr} = await run(command, '--no-provide')
      expect(code).toBe(1)
      expect(stdout + stderr).toMatch(
        /no redis-server.*Without --no-provide the lab downloads one.*\. Install /i,
      )
    }
  })

  test.each([
    ['en', 'so the lab downloads Valkey', 'expected a file with sha256'],
    ['zh', '下载 Valkey 官方构建的', '预期文件的 sha256 为'],
  ])(
    'up says so before it asks for the file, takes no other, and leaves nothing behind (%s)',
    async (lang, plan, why) => {
      await using site = await serveSite((_, response) => response.end('another file'), new URL(url).hostname)
      await using proxy = await serveProxy(site.port)
      const trusted = join(home.temp, 'certificate.pem')
      await writeFile(trusted, site.cert)
      const {code, stdout, stderr} = await runCommand(home, ['up', '--lang', lang], {
        env: {...env, HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: trusted},
      })
      expect({code, stdout}).toEqual({code: 1, stdout: ''})
      expect(stderr.indexOf(plan)).toBeGreaterThan(-1)
      expect(stderr.indexOf(why)).toBeGreaterThan(stderr.indexOf(plan))
      expect(stderr).toContain(sha256)
      expect(site.asked).toEqual([new URL(url).pathname])
      expect(await readdir(join(caches, 'redis-cluster-lab/engines'))).toEqual([])
    },
  )
})
