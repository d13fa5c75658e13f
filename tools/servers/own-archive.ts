// Package archives of our own for apt to read: what Debian's never is, too old, unsigned, or with a server that does
// not start. Real packages by dpkg-deb, read by the real apt.

import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {createReadStream} from 'node:fs'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {$} from 'zx/core'

/** Settings (for APT_CONFIG) under which apt knows these sources.list lines and no others. */
export async function onlySources(folder: string, lines: readonly string[]): Promise<string> {
  await mkdir(folder, {recursive: true})
  const [settings, sources] = [join(folder, 'settings'), join(folder, 'sources.list')]
  await writeFile(sources, lines.map(line => `${line}\n`).join(''))
  await writeFile(
    settings,
    `Dir::Etc::sourcelist "${sources}";\nDir::Etc::sourceparts "/dev/null";\nAcquire::http::Proxy::127.0.0.1 "DIRECT";\n`,
  )
  return settings
}

/** An archive in `folder` whose redis-server has this version and is this script; resolves to its URI. */
export async function makeArchive(folder: string, version: string, script: string): Promise<string> {
  const index = [
    await makePackage(folder, 'redis-server', version, script),
    await makePackage(folder, 'redis-tools', version, '#!/bin/sh\n'),
  ]
  await writeFile(join(folder, 'Packages'), index.join('\n'))
  return `copy:${folder} ./`
}

export type ServedArchive = AsyncDisposable &
  Readonly<{
    /** For a line of sources.list. */
    source: string
    /** Resolves when somebody has asked for a file. */
    asked: Promise<unknown>
    /** Until then no request gets a reply, so that a lab that fetches waits. */
    open(): void
  }>

/** The archive in `folder` over HTTP. */
export async function serveArchive(folder: string): Promise<ServedArchive> {
  const server = createServer()
  const opened = Promise.withResolvers<void>()
  server.on('request', async ({url = ''}, response) => {
    await opened.promise
    createReadStream(join(folder, new URL(url, 'http://archive').pathname))
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  const asked = once(server, 'request')
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    source: `http://127.0.0.1:${(server.address() as AddressInfo).port} ./`,
    asked,
    open: opened.resolve,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

async function makePackage(folder: string, name: string, version: string, script: string): Promise<string> {
  const tree = join(folder, 'tree', name)
  await mkdir(join(tree, 'DEBIAN'), {recursive: true})
  await mkdir(join(tree, 'usr/bin'), {recursive: true})
  const control = `Package: ${name}\nVersion: ${version}\nArchitecture: all\nMaintainer: test <test@localhost>\nDescription: test\n`
  await writeFile(join(tree, 'DEBIAN/control'), control)
  await writeFile(join(tree, 'usr/bin', name), script, {mode: 0o755})
  const deb = `${name}_${version}_all.deb`
  await $({quiet: true})`dpkg-deb --build --root-owner-group ${tree} ${join(folder, deb)}`
  const bytes = await readFile(join(folder, deb))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return `${control}Filename: ./${deb}\nSize: ${bytes.length}\nSHA256: ${sha256}\n`
}
