// Recordings -> snapshots. A recording is what six real nodes (Redis 7.0.15) answered at one moment, written by record.ts beside it:
// `=== node process pid`, and for a node that answered `--- INFO` and, in cluster mode, `--- CLUSTER INFO` and `--- CLUSTER NODES`;
// for a silent one `--- LAST INFO`.

import {readFileSync} from 'node:fs'
import {
  isNodeName,
  type NodeName,
  nominalRoster,
  portOf,
  type Roster,
  rosterAt,
} from '../../../src/model/cluster/node.ts'
import {infoSection} from '../../../src/model/cluster/parse-info.ts'
import {readAnswer, type Texts} from '../../../src/model/cluster/reading.ts'
import type {ProcessState, Reading, Snapshot, Stage} from '../../../src/model/cluster/snapshot.ts'

export const situations = [
  'cluster',
  'slot-moving',
  'paused',
  'killed',
  'suspected',
  'failed',
  'promoted',
  'returned',
  'bare',
  'handshake',
  'masters',
  'replicas',
  'wait-bgsave',
  'transfer',
  'chain',
  'no-one',
  'ring',
  'moved',
] as const
export type Situation = (typeof situations)[number]

/** ms since the epoch; all recordings are of this moment, unless `recorded` is told another. */
export const recordedAt = 1_795_300_000_000

/** What the nodes answered in `situation`, as the snapshot the lab makes of it. */
export function recorded(situation: Situation, at = recordedAt): Snapshot {
  return {...readRecording(textOf(situation)), at}
}

/** The texts of one node that answered, as Redis sent them. */
export function recordedTexts(situation: Situation, node: NodeName): Texts {
  const {roster, blocks} = split(textOf(situation))
  const block = blocks.find(one => one.node === node)
  if (!block?.texts['INFO']) throw new Error(`${node} did not answer in ${situation}`)
  return textsOf(block, roster)
}

export function readRecording(text: string): Snapshot {
  const {stage, roster, blocks} = split(text)
  return {at: recordedAt, stage, roster, nodes: blocks.map(block => readingOf(block, roster))}
}

type Block = Readonly<{node: NodeName; process: ProcessState; texts: Readonly<Record<string, string>>}>

function textOf(situation: Situation): string {
  return readFileSync(new URL(`${situation}.txt`, import.meta.url), 'utf8')
}

function split(text: string): Readonly<{stage: Stage; roster: Roster; blocks: readonly Block[]}> {
  const [head = '', ...blocks] = text.split(/^=== /m)
  const [, stage = '', base = ''] = /^stage (\w+)\nbase (\d+)/.exec(head) ?? []
  return {stage: stage as Stage, roster: rosterAt(Number(base)), blocks: blocks.map(splitBlock)}
}

function splitBlock(text: string): Block {
  const [head = '', ...parts] = text.split(/^--- /m)
  const [node = '', is = '', pid] = head.trim().split(' ')
  if (!isNodeName(node, nominalRoster)) throw new Error(`A recording of ${node}`)
  return {
    node,
    process: {is: is as ProcessState['is'], ...(pid && {pid: Number(pid)})},
    texts: Object.fromEntries(parts.map(part => part.split(/\n(.*)/s, 2) as [string, string])),
  }
}

/** Redis ends lines with CRLF, but not those of CLUSTER NODES; the files here have plain newlines. */
function textsOf({node, texts}: Block, roster: Roster): Texts {
  const sent = (title: string) => texts[title]?.replaceAll('\n', '\r\n')
  const cluster = {clusterInfo: sent('CLUSTER INFO') ?? '', clusterNodes: texts['CLUSTER NODES'] ?? ''}
  return {
    node,
    port: portOf(node, roster),
    info: sent('INFO') ?? '',
    ...(texts['CLUSTER NODES'] ? cluster : {}),
    own: {info: 0, 'cluster|nodes': 0},
  }
}

function readingOf(block: Block, roster: Roster): Reading {
  if (block.texts['INFO']) return readAnswer(textsOf(block, roster))
  const because = block.process.is === 'paused' ? 'paused' : 'notRunning'
  const {node: name, process, texts} = block
  const lastSaid = infoSection(texts['LAST INFO'] ?? '', 'Replication')
  return {
    is: 'silent',
    name,
    port: portOf(name, roster),
    process,
    because,
    since: recordedAt - 2500,
    lastSaid,
  }
}
