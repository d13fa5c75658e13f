// The panel is the nodes' own word: over the whole screen every field of INFO replication stands as redis-cli prints it at that moment, on every
// stage and while things break.

import {expect, test, vi} from 'vitest'
import {type NodeName, sixNodes} from '../../src/model/cluster/node.ts'
import {type OpenedLab, openLab, redisCli} from '../../tools/program/lab.ts'

/** A terminal on which six nodes' fields have room under each other. */
const huge = {columns: 140, rows: 170}

async function openPanel(stage: string): Promise<OpenedLab> {
  const lab = await openLab(['sandbox', '--stage', stage], huge)
  lab.press('ctrl-o')
  await lab.waitFor('repl_backlog_histlen:')
  return lab
}

async function printed(lab: OpenedLab, node: NodeName): Promise<readonly string[]> {
  const info = await redisCli(lab.port(node), ['--raw', 'INFO', 'replication'])
  return info.split(/\r?\n/).filter(line => /^\w+:/.test(line))
}

/** What stands under a node's name, to the next gap, each with what it means. */
function shown(lab: OpenedLab, node: NodeName): readonly (readonly [field: string, meaning: string])[] {
  const rows = lab.screen().split('\n')
  const start = rows.findIndex(row => new RegExp(`^ . ${lab.port(node)} \\S`).test(row))
  const below = rows.slice(start + 1)
  const end = below.findIndex(row => row.trim() === '')
  return below.slice(0, end).map(row => {
    const [field = '', ...rest] = row.slice(3).split(/ {2,}/)
    return [field, rest.filter(part => !/^\[[A-Z]+\]$/.test(part)).join(' ')] as const
  })
}

/** Seconds and offsets go on by themselves: each node is asked until it says the same before and after a look at the panel. */
async function saysTheSame(lab: OpenedLab, nodes: readonly NodeName[] = sixNodes): Promise<string> {
  const seen: string[] = []
  for (const node of nodes)
    await vi.waitFor(
      async () => {
        const before = await printed(lab, node)
        const panel = shown(lab, node)
        const after = await printed(lab, node)
        expect(after).toEqual(before)
        expect(panel.map(([field]) => field)).toEqual(before)
        expect(before.length).toBeGreaterThan(10)
        for (const [field, meaning] of panel) expect(meaning, field).not.toBe('')
        seen.push(...before)
      },
      {timeout: 20_000, interval: 50},
    )
  return seen.join('\n')
}

async function isLinked(lab: OpenedLab, node: NodeName): Promise<void> {
  const says = async () => expect(await printed(lab, node)).toContain('master_link_status:up')
  await vi.waitFor(says, {timeout: 20_000, interval: 50})
}

const others = (...gone: readonly NodeName[]) => sixNodes.filter(node => !gone.includes(node))

test('of separate nodes, a chain of replicas, a replica in its full synchronization, and a master that requires replicas', async () => {
  await using lab = await openPanel('standalone')
  await saysTheSame(lab)
  await lab.run('@{6380} REPLICAOF 127.0.0.1 {6379}')
  await lab.run('@{6381} REPLICAOF 127.0.0.1 {6380}')
  await lab.run('SET k v')
  for (const node of ['6380', '6381'] as const) await isLinked(lab, node)
  expect(await saysTheSame(lab)).toContain('master_link_status:up')
  await lab.run('CONFIG SET min-replicas-to-write 1')
  expect(await saysTheSame(lab)).toContain('min_slaves_good_slaves:1')
  await lab.run('CONFIG SET repl-diskless-sync yes')
  await lab.run('CONFIG SET repl-diskless-sync-delay 60')
  await lab.run('@{6479} REPLICAOF 127.0.0.1 {6379}')
  const waiting = await saysTheSame(lab)
  for (const words of ['state=wait_bgsave', 'master_link_status:down']) expect(waiting).toContain(words)
  // So slowly that it is under way as long as it is looked at.
  await lab.run('DEBUG POPULATE 100')
  await lab.run('CONFIG SET rdb-key-save-delay 1000000')
  await lab.run('CONFIG SET repl-diskless-sync-delay 0')
  await lab.waitFor('master_sync_in_progress:1')
  expect(await saysTheSame(lab)).toMatch(/master_sync_total_bytes:.*\nmaster_sync_read_bytes:/)
})

test('of nodes that do not know each other', async () => {
  await using lab = await openPanel('bare')
  await saysTheSame(lab)
})

test('of a cluster: while a master is down, when it is replaced, when it is back, and while a node is paused', async () => {
  await using lab = await openPanel('cluster')
  await saysTheSame(lab)
  await lab.run('/kill {6381}')
  await lab.waitFor(lab.filled('✖ {6381} down'))
  expect(await saysTheSame(lab, others('6381'))).toContain('master_link_status:down')
  await lab.waitFor(lab.filled('● {6481} ◆master'), {within: 20_000})
  await saysTheSame(lab, others('6381'))
  await lab.run('/start {6381}')
  await lab.waitFor(lab.filled('○ {6381} ◆replica ← {6481}'))
  await saysTheSame(lab)
  await lab.run('/pause {6480}')
  await lab.waitFor(lab.filled('‖ {6480} paused'))
  await saysTheSame(lab, others('6480'))
})
