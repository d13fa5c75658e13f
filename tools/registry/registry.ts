// An npm registry that has this package, so that it can be installed as learners will install it, before it is published. It gets every other
// package from the registry of this computer.

import {execFile} from 'node:child_process'
import {once} from 'node:events'
import {readFile} from 'node:fs/promises'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {basename} from 'node:path'
import {promisify} from 'node:util'
import packageJson from '../../package.json' with {type: 'json'}
import type {Packed} from './packed.ts'

export type Registry = AsyncDisposable & Readonly<{url: string}>

const {name, version} = packageJson

/** Listens on a free port of this computer, for this computer only. */
export async function startRegistry(packed: Packed): Promise<Registry> {
  const {stdout} = await promisify(execFile)('npm', ['config', 'get', 'registry'])
  const others = stdout.trim()
  const server = createServer((request, response) => {
    const answered =
      request.url === `/${name}`
        ? answer(response, 'application/json', JSON.stringify(metadata(packed, url)))
        : request.url === `/${basename(packed.tarball)}`
          ? readFile(packed.tarball).then(bytes => answer(response, 'application/octet-stream', bytes))
          : passOn(request, response, others)
    answered.catch(error => response.destroy(error))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    url,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Some managers wait a day or more before they install what is new. */
const published = new Date(0).toISOString()

/** What a registry says about a package: of each version its package.json, and where its tarball is. */
function metadata({tarball, integrity, shasum}: Packed, url: string) {
  const dist = {tarball: `${url}${basename(tarball)}`, integrity, shasum}
  return {
    name,
    'dist-tags': {latest: version},
    versions: {[version]: {...packageJson, dist}},
    time: {[version]: published},
  }
}

async function answer(response: ServerResponse, type: string, body: string | Buffer) {
  response.writeHead(200, {'content-type': type}).end(body)
}

/** Tarballs come from there by themselves: the metadata has their whole addresses. */
async function passOn(
  {url = '', headers, method}: IncomingMessage,
  response: ServerResponse,
  others: string,
) {
  // What npm reports about an installation stays here.
  if (method !== 'GET') return void response.writeHead(404).end()
  const found = await fetch(new URL(url.slice(1), others), {headers: {accept: headers.accept ?? '*/*'}})
  response.writeHead(found.status, {'content-type': found.headers.get('content-type') ?? 'application/json'})
  response.end(Buffer.from(await found.arrayBuffer()))
}
