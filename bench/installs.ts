// How redis-cluster-lab is installed by somebody who never had it: from an empty folder, with empty caches, on each Node and with each package manager,
// beside two other programs for the terminal. `node bench/installs.ts`, with the program built; it needs the network. `--only pnpm` measures one way.

import {packProject} from '../tools/registry/packed.ts'
import {startRegistry} from '../tools/registry/registry.ts'
import {median, seconds, table} from './figures.ts'
import {type Installed, install} from './installs/install.ts'
import {Tools} from './installs/tools.ts'
import {compared, once, other, usual, type Way} from './installs/ways.ts'
import {only, times} from './scale.ts'

/** Of the other's time. */
const goal = 0.15

const head = ['typed', 'node', 'manager', 'time', 'files', 'on disk', 'printed at last']

function row({typed}: Way, all: readonly Installed[]): readonly string[] {
  const [first] = all
  if (!first) return [typed, '', '', '', '', '', 'not measured']
  const {node, manager, files, bytes, code, stdout, stderr} = first
  const lines = (code === 0 ? stdout : `${stdout}${stderr}`).trim().split('\n')
  return [
    typed,
    node,
    manager,
    seconds(median(all.map(({ms}) => ms))),
    `${files}`,
    `${(bytes / 1e6).toFixed(1)} MB`,
    code === 0 ? (lines.at(-1) ?? '') : `code ${code}: ${lines.slice(-3).join(' ')}`,
  ]
}

/** bytes in a ms from the registry of this computer: ours has no such way, and gets what it saves added. */
async function speedOfDownloads(registry: string): Promise<number> {
  const {dist} = await (await fetch(`${registry}@google%2fgemini-cli/latest`)).json()
  const start = performance.now()
  const {byteLength} = await (await fetch(dist.tarball)).arrayBuffer()
  return byteLength / (performance.now() - start)
}

async function installs() {
  await using tools = await Tools.open()
  const packed = await packProject(tools.folder)
  await using registry = await startRegistry(packed)
  const measured = new Map<Way, Installed[]>()
  const rounds = [...Array(times(3)).fill(compared), once] as readonly (readonly Way[])[]
  for (const way of rounds.flat().filter(isWanted)) {
    const made = await install(way, tools, registry.url).catch((error: Error) => {
      console.log(`${way.typed}: left out. ${error.message}`)
    })
    if (made) measured.set(way, [...(measured.get(way) ?? []), made])
  }
  console.log(`\n${table([head, ...[...measured].map(([way, all]) => row(way, all))])}`)
  const download = packed.size / (await speedOfDownloads(registry.url))
  const [ours, its] = [usual, other].map(way => median((measured.get(way) ?? []).map(({ms}) => ms)))
  if (!ours || !its) return
  const share = (ours + download) / its
  console.log(
    `\nWith ${seconds(download)} for the ${(packed.size / 1e3).toFixed(0)} kB from the network it takes ${share.toFixed(2)} of the time of ${other.typed}; goal: ${goal}`,
  )
  if (share > goal) process.exitCode = 1
}

function isWanted({typed, node, manager}: Way): boolean {
  const names = only()
  return names.length === 0 || names.some(name => `${typed} ${node} ${manager.name}`.includes(name))
}

await installs()
