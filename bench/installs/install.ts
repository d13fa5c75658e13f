// One installation, from an empty folder and with empty caches.

import {execFile} from 'node:child_process'
import {lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {basename, delimiter, join} from 'node:path'
import {promisify} from 'node:util'
import type {Tools} from './tools.ts'
import type {Way} from './ways.ts'

type Ended = Readonly<{code: number; stdout: string; stderr: string}>

export type Installed = Ended &
  Readonly<{
    ms: number
    node: string
    manager: string
    /** What is on the disk then, caches too: files, and the bytes of their blocks. */
    files: number
    bytes: number
  }>

/** Throws the reason if the Node or the manager cannot be had. */
export async function install(way: Way, tools: Tools, registry: string): Promise<Installed> {
  const node = await tools.node(way.node)
  const folder = await tools.package(way.manager.name, way.manager.version)
  const {version} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const place = await mkdtemp(join(tools.folder, 'place-'))
  const options = {cwd: join(place, 'empty'), env: await environment(place, node.bin, registry)}
  await mkdir(options.cwd)
  const program = join(folder, way.manager.program)
  const words = [program, ...way.args(place)]
  const [first = '', ...args] = /\.m?js$/.test(program) ? [join(node.bin, 'node'), ...words] : words
  const start = performance.now()
  const made = await toItsEnd(first, args, options)
  const ended =
    way.installed && made.code === 0 ? await toItsEnd(way.installed(place), ['--version'], options) : made
  const ms = performance.now() - start
  const size = await sizeOf(place)
  await rm(place, {recursive: true, force: true})
  return {...ended, ms, node: node.version, manager: `${basename(way.manager.name)} ${version}`, ...size}
}

/** Nothing of the user's own settings and caches. */
async function environment(place: string, bin: string, registry: string) {
  await writeFile(join(place, '.npmrc'), `registry=${registry}\nupdate-notifier=false\n`)
  const {NODE_EXTRA_CA_CERTS} = process.env
  return {
    PATH: [bin, '/usr/bin', '/bin'].join(delimiter),
    HOME: place,
    LANG: 'C.UTF-8',
    // Yarn reads .npmrc no more.
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_UNSAFE_HTTP_WHITELIST: new URL(registry).hostname,
    ...(NODE_EXTRA_CA_CERTS && {NODE_EXTRA_CA_CERTS}),
  }
}

async function toItsEnd(
  program: string,
  args: readonly string[],
  options: Readonly<{cwd: string; env: NodeJS.ProcessEnv}>,
): Promise<Ended> {
  const running = promisify(execFile)(program, args, {...options, maxBuffer: 2 ** 26})
  running.child.stdin?.end()
  return running.then(
    printed => ({code: 0, ...printed}),
    ({code, stdout, stderr}) => ({code, stdout, stderr}),
  )
}

/** A file with two names is one. */
async function sizeOf(folder: string): Promise<Pick<Installed, 'files' | 'bytes'>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = entries.filter(entry => !entry.isDirectory())
  const stats = await Promise.all(files.map(({parentPath, name}) => lstat(join(parentPath, name))))
  const blocks = [...new Map(stats.map(stat => [stat.ino, stat.blocks])).values()]
  return {files: blocks.length, bytes: 512 * blocks.reduce((sum, one) => sum + one, 0)}
}
