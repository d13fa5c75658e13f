// Makes the recordings that play on the site and from the README: three real failovers, recorded by the built program and exported by it.
// node build/recorded-pages.ts [NAME...], with the ports from 6379 on free (see pictures.ts).

import {chmod, rm} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {type OpenedLab, openLab} from '../tools/program/lab.ts'
import {recordings} from './site-words.ts'

type Name = (typeof recordings)[number]['name']

/** Long enough for a failover of nodes with their usual timeouts, ms. */
const within = 30_000

const runs: Readonly<Record<Name, Readonly<{stage: string; play: (lab: OpenedLab) => Promise<void>}>>> = {
  failover: {stage: 'cluster', play: masterDies},
  switchover: {stage: 'cluster', play: replicaAsks},
  sentinel: {stage: 'sentinel', play: sentinelsDecide},
}

async function masterDies(lab: OpenedLab) {
  await lab.run('/cluster on')
  await lab.run('SET cart:ann book')
  await lab.run('SET cart:bob pen')
  await lab.run('/traffic on 50')
  await lab.run('/view timeline')
  await lab.run('/kill {6381}')
  await lab.waitFor(lab.filled('{6481} replaced {6381}'), {within})
  await lab.run('GET cart:ann')
  await lab.run('@{6481} ROLE')
  await lab.run('/start {6381}')
  await lab.waitFor(lab.filled('{6381} is back as a replica of {6481}'), {within})
  await lab.run('CLUSTER NODES')
  await lab.run('/traffic off')
}

async function replicaAsks(lab: OpenedLab) {
  await lab.run('/cluster on')
  await lab.run('SET cart:ann book')
  await lab.run('/traffic on 50')
  await lab.run('/view timeline')
  await lab.run('@{6480} CLUSTER FAILOVER')
  await lab.waitFor(lab.filled('{6480} became the master of'), {within})
  await lab.run('GET cart:ann')
  await lab.run('@{6480} ROLE')
  await lab.run('@{6380} ROLE')
  await lab.run('/traffic off')
}

async function sentinelsDecide(lab: OpenedLab) {
  await lab.run('SET cart:ann book')
  await lab.run('/view timeline')
  await lab.run('@{26379} SENTINEL GET-MASTER-ADDR-BY-NAME mymaster')
  await lab.run('/kill {6379}')
  await lab.waitFor(/replaced/, {within})
  await lab.run('@{26379} SENTINEL GET-MASTER-ADDR-BY-NAME mymaster')
  await lab.run('/start {6379}')
  // Whichever replica was promoted.
  await lab.waitFor(new RegExp(`${lab.port('6379')} became a replica of`), {within})
  await lab.run('@{6379} ROLE')
}

const asked = process.argv.slice(2)
for (const {name} of recordings.filter(one => asked.length === 0 || asked.includes(one.name))) {
  const {stage, play} = runs[name]
  const file = fileURLToPath(new URL(`../docs/site/${name}.html`, import.meta.url))
  await using lab = await openLab(['sandbox', '--stage', stage, '--port', '6379', '--lang', 'en'])
  await play(lab)
  await rm(file, {force: true})
  await lab.run(`/export ${file}`)
  await lab.waitFor(/It\s+plays\s+in/)
  await chmod(file, 0o644)
}
