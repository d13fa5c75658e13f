// Writes fields.json beside this file: the fields that each server prints in INFO replication and CLUSTER INFO, as a lone master, a master with
// a replica, a replica before, during and after its synchronization, and a node of a cluster in which a master fails. No test runs it; run it by
// hand with the servers (`node test/unit/recorded/record-fields.ts ~/.cache/redis-cluster-lab/matrix/*/usr/bin/*-server`). Loopback only, and
// the nodes end with it. What other servers printed is kept.

import {readFile, writeFile} from 'node:fs/promises'
import {type NodeName, portOf} from '../../../src/model/cluster/node.ts'
import {infoSection, parseFields} from '../../../src/model/cluster/parse-info.ts'
import {properName} from '../../../src/model/cluster/versions.ts'
import {waitUntil} from '../../../src/platform/wait-until.ts'
import {findServer, type Server} from '../../../src/redis/install/find-server.ts'
import {startNodes} from '../../../tools/servers/start-nodes.ts'

export type RecordedFields = Readonly<Record<string, Readonly<Record<'replication' | 'cluster', string[]>>>>

const file = new URL('fields.json', import.meta.url)

type Lab = Awaited<ReturnType<typeof startNodes>>

/** Adds what `node` prints in `section` to `seen`. */
async function look({ask}: Lab, node: NodeName, section: 'replication' | 'cluster', seen: Set<string>) {
  const isCluster = section === 'cluster'
  const text = String(await (isCluster ? ask(node, 'CLUSTER', 'INFO') : ask(node, 'INFO', 'replication')))
  const fields = isCluster ? parseFields(text) : infoSection(text, 'Replication')
  for (const field of Object.keys(fields)) seen.add(field)
  return fields
}

async function until(isSo: () => Promise<boolean>) {
  const missing = await waitUntil(async () => (await isSo()) || 'not yet', {within: 20_000, every: 5})
  if (missing !== undefined) throw new Error(missing)
}

async function fieldsOfReplication(server: Server): Promise<Set<string>> {
  const seen = new Set<string>()
  await using lab = await startNodes('standalone', {program: server})
  const {ask, nodes} = lab
  const show = (node: NodeName) => look(lab, node, 'replication', seen)
  await show('6379')
  await ask('6379', 'DEBUG', 'POPULATE', '2000')
  // Slow enough to be seen on its way.
  await ask('6379', 'CONFIG', 'SET', 'rdb-key-save-delay', '200', 'repl-diskless-sync', 'yes')
  await ask('6379', 'CONFIG', 'SET', 'repl-diskless-sync-delay', '0', 'min-replicas-to-write', '1')
  await ask('6380', 'REPLICAOF', '127.0.0.1', String(portOf('6379', nodes.options.roster)))
  await until(async () => {
    await show('6379')
    return (await show('6380'))['master_sync_in_progress'] === '1'
  })
  await until(async () => {
    await show('6379')
    return (await show('6380'))['master_link_status'] === 'up'
  })
  await show('6379')
  await nodes.change('kill', '6379')
  await until(async () => (await show('6380'))['master_link_status'] === 'down')
  return seen
}

async function fieldsOfCluster(server: Server): Promise<Set<string>> {
  const seen = new Set<string>()
  await using lab = await startNodes('cluster', {program: server})
  const {ask, nodes} = lab
  await ask('6379', 'PUBLISH', 'news', 'hello')
  await ask('6379', 'SPUBLISH', 'news', 'hello')
  await nodes.change('kill', '6381')
  await until(async () => {
    for (const node of ['6379', '6380', '6480'] as const) await look(lab, node, 'cluster', seen)
    const {cluster_state: state, cluster_my_epoch: epoch} = await look(lab, '6481', 'cluster', seen)
    const master = (await ask('6481', 'ROLE')) as readonly unknown[]
    return state === 'ok' && master[0] === 'master' && epoch !== undefined
  })
  return seen
}

const recorded = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as RecordedFields
const found: Record<string, RecordedFields[string]> = {...recorded}
for (const path of process.argv.slice(2)) {
  const server = await findServer({given: {path, by: path}, path: '', cache: '', mayProvide: false})
  const name = `${properName[server.kind]} ${server.version}`
  found[name] = {
    replication: [...(await fieldsOfReplication(server))].sort(),
    cluster: [...(await fieldsOfCluster(server))].sort(),
  }
  process.stdout.write(`${name}\n`)
  await writeFile(file, `${JSON.stringify(found, null, 1)}\n`)
}
