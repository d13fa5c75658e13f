// Writes logs/*.txt: the distinct lines that real nodes write into their logs, one file a server. No test runs it; run it by hand
// (`node test/unit/recorded/record-logs.ts [redis/trixie] … [--only kill] …`) when a server is new or a story is added: it fetches the servers of
// Debian (tools/matrix) and takes some three minutes for each. Lines known from an earlier run stay. Loopback only; the nodes end with it.

import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import envPaths from 'env-paths'
import {type NodeName, namesOf, portOf, type Roster} from '../../../src/model/cluster/node.ts'
import {isClustered, type Stage} from '../../../src/model/cluster/snapshot.ts'
import type {ProcessVerb} from '../../../src/model/commands/action.ts'
import {everyoneSaysOk} from '../../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  follows,
  isMaster,
} from '../../../src/model/lesson/goals/replication.ts'
import {sentinelsReplaced, sentinelsWatch} from '../../../src/model/lesson/goals/sentinel.ts'
import type {Goal} from '../../../src/model/lesson/lesson.ts'
import {parseLogLine} from '../../../src/model/timeline/log-line.ts'
import {unless} from '../../../src/platform/errno.ts'
import {waitUntil} from '../../../src/platform/wait-until.ts'
import {judgeCandidate, type Server} from '../../../src/redis/install/candidate.ts'
import {startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {claimPortsAndStart} from '../../../src/redis/nodes/boot.ts'
import {fetchFromArchive, nameOf, type Source, sources} from '../../../tools/matrix/archive.ts'
import {freeBase, sentinelBases} from '../../../tools/servers/free-ports.ts'
import {logFile, recordedLog, recordedServers, shapeOf} from './log-shapes.ts'

type Scene = Readonly<{
  /** Sends commands to one node; `{6379}` in them is a real port, `{id 6379}` a node's id. An error is the reply. */
  say: (node: NodeName, ...commands: readonly string[]) => Promise<string>
  /** Sends words as they are. */
  send: (node: NodeName, ...words: [string, ...string[]]) => Promise<string>
  change: (verb: ProcessVerb, ...nodes: readonly NodeName[]) => Promise<void>
  until: (goal: Goal) => Promise<void>
  /** Waits until the reply to a command matches. */
  says: (node: NodeName, command: string, pattern: RegExp) => Promise<void>
  /** Waits until a node's log, or that of any node, has a line that matches; `false`, if it never does. */
  wrote: (node: NodeName | 'any', pattern: RegExp, within?: number) => Promise<boolean>
}>

type Story = Readonly<{stage: Stage; nodeTimeout?: number; play: (scene: Scene) => Promise<unknown>}>

const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)

/** Makes the replica `to` the master of its shard, and `from` its replica. */
async function swap({say, until}: Scene, how: string, [from, to]: readonly [NodeName, NodeName]) {
  await say(to, `CLUSTER FAILOVER ${how}`.trim())
  await until(every(follows(from, to), healthy))
}

/** Keys enough that a synchronization, at `delay` µs for a key, is under way for a while. */
async function slowDown({send, say}: Scene, node: NodeName, delay: number) {
  for (let i = 0; i < 60; i++) await send(node, 'SET', `product:${i}`, 'x'.repeat(20_000))
  await say(node, `CONFIG SET rdb-key-save-delay ${delay}`)
}

const stories: Readonly<Record<string, Story>> = {
  kill: {
    stage: 'cluster',
    async play({change, until, says}) {
      await change('kill', '6381')
      await until(every(isMaster('6481'), everyoneSaysOk))
      await change('start', '6381')
      await until(every(follows('6381', '6481'), healthy))
      await change('kill', '6381')
      await says('6379', 'CLUSTER NODES', /:{6381}@\S+ slave,fail /)
      await change('start', '6381')
      await says('6379', 'CLUSTER NODES', /:{6381}@\S+ slave /)
      await until(healthy)
    },
  },
  named: {
    stage: 'cluster',
    async play({say, says, change, until}) {
      for (const node of ['6379', '6380', '6381', '6479', '6480', '6481'] as const)
        await say(node, `CONFIG SET cluster-announce-human-nodename shop-${node}`)
      await says('6480', 'CLUSTER INFO', /cluster_state:ok/)
      await change('kill', '6381')
      await until(every(isMaster('6481'), everyoneSaysOk))
      await change('start', '6381')
      await until(every(follows('6381', '6481'), healthy))
    },
  },
  pause: {
    stage: 'cluster',
    async play({change, until}) {
      await change('pause', '6380')
      await until(every(isMaster('6480'), everyoneSaysOk))
      await change('resume', '6380')
      await until(every(follows('6380', '6480'), healthy))
    },
  },
  'master returns': {
    stage: 'cluster',
    async play({say, change, says, wrote}) {
      await say('6481', 'CONFIG SET cluster-replica-no-failover yes')
      await change('kill', '6381')
      await says('6379', 'CLUSTER NODES', /:{6381}@\S+ master,fail /)
      await change('start', '6381')
      await wrote('6379', /nobody is serving its slots/)
    },
  },
  manual: {
    stage: 'cluster',
    async play(scene) {
      await swap(scene, '', ['6379', '6479'])
      await swap(scene, 'FORCE', ['6479', '6379'])
      await swap(scene, 'TAKEOVER', ['6379', '6479'])
    },
  },
  'manual, timed out': {
    stage: 'cluster',
    nodeTimeout: 20_000,
    async play({change, say, wrote}) {
      await change('pause', '6379')
      await say('6479', 'CLUSTER FAILOVER')
      await wrote('6479', /Manual failover timed out/)
      await change('resume', '6379')
      await say('6480', 'CLUSTER FAILOVER', 'CLUSTER FAILOVER')
    },
  },
  'manual, master waits': {
    stage: 'cluster',
    nodeTimeout: 20_000,
    async play({change, say, wrote}) {
      // The replica never has all that the master wrote: the master holds its clients until it gives up.
      await say('6479', 'CONFIG SET masteruser nobody masterauth wrong')
      await say('6379', 'CLIENT KILL TYPE replica', 'SET bar 1')
      await say('6479', 'CLUSTER FAILOVER')
      await wrote('6379', /Manual failover timed out/)
      await change('kill', '6479')
    },
  },
  'vote again': {
    stage: 'cluster',
    nodeTimeout: 3000,
    async play(scene) {
      await swap(scene, 'FORCE', ['6380', '6480'])
      await scene.say('6380', 'CLUSTER FAILOVER FORCE')
      await scene.wrote('6480', /Reconfiguring myself/, 2000)
      await scene.say('6480', 'CLUSTER FAILOVER FORCE')
      await scene.wrote('any', /auth denied/, 2000)
    },
  },
  'vote once': {
    stage: 'cluster',
    nodeTimeout: 3000,
    async play({say, wrote, until}) {
      let [here, there]: readonly NodeName[][] = [
        ['6480', '6481'],
        ['6380', '6381'],
      ]
      for (let i = 0; i < 6; i++) {
        await Promise.all(here?.map(node => say(node, 'CLUSTER FAILOVER FORCE')) ?? [])
        if (await wrote('any', /already voted|reqEpoch|lastVoteEpoch/i, 700)) break
        await until(healthy)
        ;[here, there] = [there, here]
      }
    },
  },
  'vote for a master that is up': {
    stage: 'cluster',
    async play({change, wrote}) {
      await change('kill', '6381')
      await wrote('6481', /FAIL message received|Marking node/)
      await change('pause', '6481')
      await change('start', '6381')
      await wrote('6379', /nobody is serving its slots/)
      await change('resume', '6481')
      await wrote('any', /auth denied/, 4000)
    },
  },
  'no quorum': {
    stage: 'cluster',
    async play({change, wrote, say, until}) {
      await change('kill', '6380', '6381')
      await wrote('6379', /Cluster state changed: fail/)
      await say('6480', 'CLUSTER FAILOVER FORCE')
      await wrote('6480', /attempt expired/)
      await change('start', '6380', '6381')
      await until(healthy)
    },
  },
  minority: {
    stage: 'cluster',
    async play({change, wrote, until}) {
      await change('pause', '6380', '6381', '6480', '6481')
      await wrote('6379', /Cluster state changed: fail/)
      await change('resume', '6380', '6381', '6480', '6481')
      await until(healthy)
    },
  },
  'data too old': {
    stage: 'cluster',
    async play({say, says, change, wrote}) {
      await say('6481', 'CONFIG SET cluster-replica-validity-factor 1 repl-ping-replica-period 1')
      await say('6481', 'CONFIG SET masteruser nobody masterauth wrong')
      await say('6381', 'CLIENT KILL TYPE replica')
      await says('6481', 'INFO replication', /master_link_down_since_seconds:[4-9]/)
      await change('kill', '6381')
      await wrote('6481', /for longer than allowed/)
    },
  },
  'epoch collision': {
    stage: 'cluster',
    async play({say, wrote, until}) {
      let [here, there]: readonly NodeName[][] = [
        ['6480', '6481'],
        ['6380', '6381'],
      ]
      for (let i = 0; i < 6; i++) {
        await Promise.all(here?.map(node => say(node, 'CLUSTER FAILOVER TAKEOVER')) ?? [])
        if (await wrote('any', /configEpoch collision/i, 700)) break
        await until(healthy)
        ;[here, there] = [there, here]
      }
      await say('6379', 'CLUSTER BUMPEPOCH')
    },
  },
  'forget and meet': {
    stage: 'cluster',
    async play({say, says}) {
      for (const node of ['6379', '6380', '6381', '6479', '6480'] as const)
        await say(node, 'CLUSTER FORGET {id 6481}')
      await say('6481', 'CLUSTER RESET SOFT')
      await say('6480', 'CLUSTER RESET HARD')
      await say('6379', 'CLUSTER MEET 127.0.0.1 1', 'CLUSTER MEET 127.0.0.1 {6480}')
      await says('6379', 'CLUSTER NODES', /:{6480}@\S+ master /)
      await say('6380', 'CLUSTER MEET 127.0.0.1 {6379}', 'CLUSTER FORGET {id 6480}')
      await says('6480', 'CLUSTER REPLICATE {id 6379}', /OK/)
      await says('6480', 'INFO replication', /master_link_status:up/)
    },
  },
  'replica migration': {
    stage: 'cluster',
    async play({say, says, change, wrote}) {
      await say('6480', 'CLUSTER REPLICATE {id 6379}')
      await says('6480', 'INFO replication', /master_link_status:up/)
      await change('kill', '6481')
      await wrote('any', /Migrating to orphaned/)
    },
  },
  'own replicas': {
    stage: 'cluster',
    async play({say, says, wrote, change, until}) {
      await say('6480', 'CLUSTER REPLICATE {id 6379}')
      await says('6480', 'INFO replication', /master_link_status:up/)
      // Two replicas, so two ranks; the losing one follows the winner.
      await change('kill', '6379')
      await wrote('any', /election won/)
      await change('start', '6379')
      await until(healthy)
    },
  },
  slots: {
    stage: 'cluster',
    async play({say, wrote}) {
      await say('6379', 'CLUSTER SETSLOT 9 MIGRATING {id 6380}')
      await say('6380', 'CLUSTER SETSLOT 9 IMPORTING {id 6379}')
      for (const node of ['6380', '6379'] as const) await say(node, 'CLUSTER SETSLOT 9 NODE {id 6380}')
      await say('6381', 'CLUSTER DELSLOTS 16000')
      await wrote('6381', /Cluster state changed: fail/)
      await say('6381', 'CLUSTER ADDSLOTS 16000', 'CLUSTER FLUSHSLOTS', 'CLUSTER ADDSLOTSRANGE 10923 16383')
      await say('6380', 'CLUSTER SAVECONFIG')
    },
  },
  'slots, in one go': {
    stage: 'cluster',
    async play(scene) {
      const {say, says, change, wrote} = scene
      // Valkey asks the node that gives, Redis the node that takes.
      await say('6379', 'CLUSTER MIGRATESLOTS SLOTSRANGE 0 9 NODE {id 6380}')
      await say('6380', 'CLUSTER MIGRATION IMPORT 0 9')
      const isOver = ['6379', 'CLUSTER GETSLOTMIGRATIONS', /success|unknown subcommand/] as const
      await says(...isOver)
      await says('6380', 'CLUSTER MIGRATION STATUS ALL', /completed|unknown subcommand/)
      for (let i = 0; i < 60; i++) await say('6379', `SET {bar}${i} 1`)
      await say('6379', 'CONFIG SET rdb-key-save-delay 20000')
      await say('6379', 'CLUSTER MIGRATESLOTS SLOTSRANGE 10 5460 NODE {id 6380}')
      await say('6380', 'CLUSTER MIGRATION IMPORT 10 5460')
      await wrote('6379', /slot migration|migration.*(snapshot|bgsave|sync)/i, 1500)
      await say('6379', 'CLUSTER CANCELSLOTMIGRATIONS')
      await say('6380', 'CLUSTER MIGRATION CANCEL ALL')
      await wrote('any', /cancel/i, 1500)
      await say('6379', 'CLUSTER MIGRATESLOTS SLOTSRANGE 10 5460 NODE {id 6381}')
      await say('6381', 'CLUSTER MIGRATION IMPORT 10 5460')
      await wrote('6381', /migration|import/i, 1500)
      await change('kill', '6381')
      await wrote('6379', /migration.*(fail|lost|cancel)/i, 3000)
    },
  },
  addresses: {
    stage: 'cluster',
    async play({say, says}) {
      await say('6480', 'CONFIG SET cluster-announce-hostname shop.example')
      await say('6380', 'CONFIG SET cluster-announce-hostname shop.example')
      await says('6379', 'CLUSTER NODES', /shop\.example/)
      await say('6481', 'CONFIG SET cluster-announce-port 12345')
      await says('6379', 'CLUSTER NODES', /:12345@/)
      await say('6380', 'CONFIG SET cluster-announce-port 12346 cluster-announce-bus-port 12347')
      await says('6379', 'CLUSTER NODES', /:12346@/)
      await says('6480', 'CLUSTER NODES', /:12346@/)
    },
  },
  join: {
    stage: 'bare',
    async play({say, says, until, wrote}) {
      const masters = ['6379', '6380', '6381'] as const
      // A collision of epochs is logged at this level only.
      for (const node of masters) await say(node, 'CONFIG SET loglevel verbose')
      await say('6379', 'CLUSTER SET-CONFIG-EPOCH 1', 'CLUSTER ADDSLOTSRANGE 0 9999')
      await say('6380', 'CLUSTER SET-CONFIG-EPOCH 1', 'CLUSTER ADDSLOTSRANGE 10000 16382')
      await say('6381', 'CLUSTER SET-CONFIG-EPOCH 2', 'CLUSTER ADDSLOTS 16383')
      for (const port of ['{6380}', '{6381}', '{6479}', '{6480}'])
        await say('6379', `CLUSTER MEET 127.0.0.1 ${port}`)
      for (const node of masters) await says(node, 'CLUSTER INFO', /cluster_state:ok/)
      await wrote('any', /configEpoch collision/i)
      await says('6479', 'CLUSTER NODES', /:{6381}@\S+ master /)
      await say('6479', 'CLUSTER REPLICATE {id 6381}')
      await says('6479', 'INFO replication', /master_link_status:up/)
      // The last slot goes, and with it the master becomes a replica.
      for (const node of ['6379', '6381'] as const) await say(node, 'CLUSTER SETSLOT 16383 NODE {id 6379}')
      await until(follows('6381', '6379'))
    },
  },
  'stop and start': {
    stage: 'cluster',
    async play({change, say, until, wrote}) {
      await change('stop', '6479')
      await change('start', '6479')
      await say('6379', 'SET bar 1', 'BGSAVE', 'CONFIG REWRITE')
      await wrote('6379', /Background saving terminated with success/)
      await say('6379', 'BGREWRITEAOF')
      await wrote('6379', /Background AOF rewrite finished/)
      await say('6379', 'DEBUG RELOAD', 'DEBUG LOADAOF', 'SAVE')
      await say('6480', 'CONFIG SET appendonly no', 'CONFIG SET save 3600', 'CONFIG REWRITE')
      await change('stop', '6480')
      await change('start', '6480')
      await say('6480', 'CONFIG SET appendonly yes')
      await until(healthy)
      await change('pause', '6481')
      await say('6381', 'SET foo 1')
      const stopped = change('stop', '6381')
      await wrote('6381', /Waiting for replicas/i)
      await say('6381', 'SHUTDOWN ABORT')
      await change('resume', '6481')
      await stopped
    },
  },
  crash: {
    stage: 'standalone',
    async play({say, change, wrote}) {
      void say('6380', 'DEBUG SEGFAULT')
      await wrote('6380', /crashed by signal/)
      await change('start', '6380')
      void say('6381', 'DEBUG PANIC')
      void say('6479', 'DEBUG RESTART')
      void say('6480', 'DEBUG OOM')
      await wrote('6381', /Guru Meditation/)
    },
  },
  'slow script': {
    stage: 'standalone',
    async play({send, say}) {
      await say('6379', 'CONFIG SET busy-reply-threshold 20')
      const script =
        "local t=redis.call('TIME') local s=t[1]*1e6+t[2] repeat t=redis.call('TIME') until t[1]*1e6+t[2]>s+2e5"
      await send('6379', 'EVAL', script, '0')
    },
  },
  sync: {
    stage: 'standalone',
    async play({say, send, change, until}) {
      const follow = every(follows('6380', '6379'))
      await say('6379', 'CONFIG SET repl-backlog-size 16kb')
      await say('6380', 'SET product:1 1', 'REPLICAOF 127.0.0.1 {6379}')
      await until(follow)
      await say('6379', 'CLIENT KILL TYPE replica')
      await until(follow)
      await change('pause', '6380')
      await say('6379', 'CLIENT KILL TYPE replica')
      for (let i = 0; i < 40; i++) await send('6379', 'SET', `product:${i}`, 'x'.repeat(1000))
      await change('resume', '6380')
      await until(follow)
      await say('6380', 'REPLICAOF 127.0.0.1 {6381}')
      await until(follows('6381', '6380'))
      await say('6380', 'REPLICAOF NO ONE')
      await until(isMaster('6380'))
      await say('6379', 'SET product:1 1', 'REPLICAOF 127.0.0.1 {6380}')
      await until(follows('6379', '6380'))
      await say('6379', 'REPLICAOF 127.0.0.1 {6380}', 'REPLICAOF NO ONE', 'REPLICAOF NO ONE')
      await say('6380', 'CONFIG SET repl-backlog-size 64kb')
      await change('stop', '6381')
      await change('start', '6381')
    },
  },
  diskless: {
    stage: 'standalone',
    async play({say, until}) {
      await say('6379', 'SET product:1 1', 'CONFIG SET repl-diskless-sync yes repl-diskless-sync-delay 0')
      const loads = ['disabled', 'swapdb', 'on-empty-db', 'flush-before-load'] as const
      for (const load of loads) {
        await say('6380', `CONFIG SET repl-diskless-load ${load}`, 'REPLICAOF 127.0.0.1 {6379}')
        await until(follows('6380', '6379'))
        await say('6380', 'REPLICAOF NO ONE', 'SET other 1')
      }
    },
  },
  'two channels': {
    stage: 'standalone',
    async play(scene) {
      const {say, says, until, wrote, change} = scene
      for (const node of ['6379', '6380', '6381'] as const)
        await say(
          node,
          'CONFIG SET repl-diskless-sync yes repl-diskless-sync-delay 0',
          'CONFIG SET repl-diskless-load swapdb',
          'CONFIG SET dual-channel-replication-enabled yes',
          'CONFIG SET repl-rdb-channel yes',
        )
      await say('6380', 'REPLICAOF 127.0.0.1 {6379}')
      await until(follows('6380', '6379'))
      await slowDown(scene, '6379', 20_000)
      await say('6381', 'REPLICAOF 127.0.0.1 {6379}')
      await wrote('6381', /sync: (receiving|.*streamed)/i)
      await say('6379', 'SET other 1', 'CLIENT KILL TYPE replica')
      await wrote('6381', /(lost|broken|error|abort|closed)/i)
      await until(follows('6381', '6379'))
      await say('6381', 'REPLICAOF NO ONE', 'SET other 1', 'REPLICAOF 127.0.0.1 {6379}')
      await says('6379', 'INFO replication', /port={6381},state=(wait_bgsave|send_bulk)/)
      await change('kill', '6381')
      await change('start', '6381')
      await say('6381', 'REPLICAOF 127.0.0.1 {6379}')
      await change('kill', '6379')
      await wrote('6381', /Connection refused/)
    },
  },
  'slow sync': {
    stage: 'standalone',
    async play(scene) {
      const {say, until, wrote, change} = scene
      await slowDown(scene, '6379', 20_000)
      await say('6380', 'REPLICAOF 127.0.0.1 {6379}')
      await wrote('6379', /Background saving started/)
      await say('6381', 'REPLICAOF 127.0.0.1 {6379}')
      await until(every(follows('6380', '6379'), follows('6381', '6379')))
      await say('6380', 'REPLICAOF NO ONE', 'REPLICAOF 127.0.0.1 {6379}')
      await wrote('6379', /Full resync requested by replica/i)
      await change('kill', '6380')
      await say('6379', 'BGREWRITEAOF', 'CONFIG SET repl-diskless-sync yes repl-diskless-sync-delay 1')
      await change('start', '6380')
      await say('6380', 'REPLICAOF 127.0.0.1 {6379}')
      await wrote('6379', /diskless|sockets/i)
      await say('6381', 'REPLICAOF NO ONE', 'SET other 1', 'REPLICAOF 127.0.0.1 {6379}')
      await wrote('6380', /streamed/i)
      await change('kill', '6379')
      await wrote('6380', /Connection refused/)
    },
  },
  'loading master': {
    stage: 'standalone',
    async play(scene) {
      const {say, change, wrote} = scene
      await slowDown(scene, '6379', 0)
      await say(
        '6379',
        'CONFIG SET key-load-delay 30000',
        'CONFIG SET loading-process-events-interval-bytes 1024',
      )
      await say('6379', 'CONFIG REWRITE')
      await say('6380', 'REPLICAOF 127.0.0.1 {6379}')
      await wrote('6380', /Finished with success/)
      await change('kill', '6379')
      await change('start', '6379')
      await wrote('6380', /LOADING/, 2000)
      await wrote('6379', /DB loaded/)
    },
  },
  refused: {
    stage: 'standalone',
    async play({say, wrote}) {
      await say('6380', 'CONFIG SET masteruser nobody masterauth wrong', 'REPLICAOF 127.0.0.1 {6379}')
      await wrote('6380', /Unable to AUTH/i)
      await say('6381', 'CONFIG SET requirepass secret')
      await say('6479', 'REPLICAOF 127.0.0.1 {6381}')
      await wrote('6479', /NOAUTH/)
      await say('6379', 'ACL SETUSER weak on >weak +ping +replconf')
      await say('6480', 'CONFIG SET masteruser weak masterauth weak', 'REPLICAOF 127.0.0.1 {6379}')
      await wrote('6480', /NOPERM/)
      await say('6481', 'CONFIG SET masterauth wrong', 'REPLICAOF 127.0.0.1 {6381}')
      await wrote('6481', /WRONGPASS/)
    },
  },
  unreachable: {
    stage: 'standalone',
    async play({say, wrote, change}) {
      await say('6380', 'REPLICAOF 127.0.0.1 1')
      await wrote('6380', /Connection refused/)
      await say('6381', 'REPLICAOF nowhere.invalid 6379')
      await wrote('6381', /Unable to connect/i)
      await say('6479', 'REPLICAOF 127.0.0.1 {6480}')
      await say('6480', 'REPLICAOF 127.0.0.1 {6479}')
      await wrote('6479', /not connected|NOMASTERLINK/i)
      await say('6481', 'CONFIG SET repl-timeout 2')
      await change('pause', '6379')
      await say('6481', 'REPLICAOF 127.0.0.1 {6379}')
      await wrote('6481', /timeout/i)
      await say('6381', 'REPLICAOF 127.0.0.1 {6381}')
      await wrote('6381', /NOMASTERLINK|itself|not connected/i, 3000)
    },
  },
  timeouts: {
    stage: 'standalone',
    async play({say, wrote, change, until}) {
      for (const node of ['6379', '6380', '6381'] as const)
        await say(node, 'CONFIG SET repl-timeout 2 repl-ping-replica-period 1 repl-backlog-ttl 1')
      await say('6380', 'REPLICAOF 127.0.0.1 {6379}')
      await say('6381', 'REPLICAOF 127.0.0.1 {6379}')
      await until(every(follows('6380', '6379'), follows('6381', '6379')))
      await change('pause', '6381')
      await wrote('6379', /Disconnecting timedout replica/i)
      await change('resume', '6381')
      await change('pause', '6379')
      await wrote('6380', /timeout/i)
      await change('resume', '6379')
      await until(every(follows('6380', '6379'), follows('6381', '6379')))
      await say('6380', 'REPLICAOF NO ONE')
      await say('6381', 'REPLICAOF NO ONE')
      await wrote('6379', /backlog freed/i)
    },
  },
  'output buffer': {
    stage: 'standalone',
    async play({say, send, wrote, change, until}) {
      await send('6379', 'CONFIG', 'SET', 'client-output-buffer-limit', 'replica 1mb 1mb 0')
      await say('6380', 'REPLICAOF 127.0.0.1 {6379}')
      await until(follows('6380', '6379'))
      await change('pause', '6380')
      for (let i = 0; i < 20; i++) await send('6379', 'SET', 'product:1', 'x'.repeat(1_000_000))
      await wrote('6379', /output buffer limits/)
      await change('resume', '6380')
      await until(follows('6380', '6379'))
    },
  },
  'failover without a cluster': {
    stage: 'standalone',
    async play({say, until, change, wrote}) {
      await say('6380', 'REPLICAOF 127.0.0.1 {6379}')
      await say('6381', 'REPLICAOF 127.0.0.1 {6379}')
      await until(every(follows('6380', '6379'), follows('6381', '6379')))
      await say('6379', 'FAILOVER TO 127.0.0.1 {6380}')
      await until(every(isMaster('6380'), follows('6379', '6380')))
      await change('pause', '6379')
      await say('6380', 'SET other 1', 'FAILOVER TO 127.0.0.1 {6379} TIMEOUT 60000', 'FAILOVER ABORT')
      await say('6380', 'FAILOVER TO 127.0.0.1 {6379} TIMEOUT 100')
      await wrote('6380', /timed? ?out/i)
      await say('6380', 'FAILOVER TO 127.0.0.1 {6379} FORCE TIMEOUT 100')
      await wrote('6380', /time out exceeded/)
      await change('resume', '6379')
    },
  },
  'sentinels replace a master': {
    stage: 'sentinel',
    async play({say, change, until, wrote}) {
      await change('kill', '6379')
      await until(sentinelsReplaced('6379'))
      await wrote('any', /\+failover-end/)
      await change('start', '6379')
      await wrote('any', /\+convert-to-slave/, 40_000)
      await until(sentinelsWatch)
      await say('26380', 'SENTINEL FAILOVER mymaster', 'SENTINEL FAILOVER mymaster')
      await wrote('26380', /\+failover-end/)
      await change('stop', '26381')
      await wrote('26379', /\+sdown sentinel/)
      await change('start', '26381')
      await until(sentinelsWatch)
    },
  },
  'sentinels put right what was done by hand': {
    stage: 'sentinel',
    async play({say, change, wrote}) {
      await say('6381', 'REPLICAOF NO ONE')
      await wrote('any', /\+convert-to-slave/, 40_000)
      await say('6381', 'REPLICAOF 127.0.0.1 {6380}')
      await wrote('any', /\+fix-slave-config/, 40_000)
      await change('pause', '26381')
      await wrote('26379', /\+sdown sentinel/)
      await change('resume', '26381')
      await wrote('26381', /\+tilt/)
      await say('26379', 'SENTINEL SET mymaster quorum 3', 'SENTINEL RESET mymaster')
      await wrote('26379', /\+slave /, 15_000)
      await say('26379', 'SENTINEL REMOVE mymaster', 'SENTINEL MONITOR mymaster 127.0.0.1 {6379} 2')
      await wrote('26381', /-tilt/, 40_000)
    },
  },
  'sentinels that cannot': {
    stage: 'sentinel',
    async play({say, change, wrote}) {
      await say('26379', 'SENTINEL SET mymaster quorum 1')
      await change('kill', '26380', '26381')
      await wrote('26379', /\+sdown sentinel/)
      await change('kill', '6379')
      await wrote('26379', /-failover-abort-not-elected/, 30_000)
      await change('start', '6379', '26380', '26381')
      await wrote('26379', /-odown/)
      await change('kill', '6380', '6381')
      await wrote('26379', /\+sdown slave/)
      await change('kill', '6379')
      await wrote('any', /-failover-abort-no-good-slave/, 40_000)
    },
  },
}

/** A story's lines, and what it waited for in vain. */
type Told = Readonly<{lines: readonly string[]; missing: readonly string[]}>

async function tell({stage, nodeTimeout = 800, play}: Story, program: Server): Promise<Told> {
  await using keeper = await startKeeper()
  const base = stage === 'sentinel' ? sentinelBases()[0] : await freeBase()
  const nodes = await claimPortsAndStart({keeper, program, stage, nodeTimeout}, base)
  const {roster} = nodes.options
  const missing: string[] = []
  const logOf = (node: NodeName) =>
    readFile(join(keeper.folder, node, 'redis.log'), 'utf8').catch(unless('ENOENT'))
  const send: Scene['send'] = async (node, ...words) =>
    JSON.stringify(
      (await nodes.probes
        .get(node)
        ?.call(...words)
        .catch(String)) ?? '',
    )
  const ids = new Map<string, string>()
  if (isClustered(stage))
    for (const node of namesOf(roster)) ids.set(node, JSON.parse(await send(node, 'CLUSTER', 'MYID')))
  const filled = (text: string) =>
    withPorts(text, roster).replace(/\{id (\d+)\}/g, (_, node) => ids.get(node) ?? node)
  const say: Scene['say'] = async (node, ...commands) => {
    let reply = ''
    for (const command of commands) {
      const [first = '', ...rest] = filled(command).split(' ')
      reply = await send(node, first, ...rest)
    }
    return reply
  }
  async function wait(what: string, check: () => Promise<true | string>, within = 15_000) {
    const last = await waitUntil(check, {within, every: 20})
    if (last !== undefined && within >= 15_000) missing.push(`${what}: ${last.slice(-300)}`)
    return last === undefined
  }
  const scene: Scene = {
    say,
    send,
    async change(verb, ...names) {
      await Promise.all(names.map(name => nodes.change(verb, name)))
    },
    async until(goal) {
      await wait('until', async () => {
        const now = await nodes.readAll()
        const verdict = goal({now, start: now, outcomes: [], logs: [], hints: 0})
        return verdict.is === 'met' || JSON.stringify(verdict)
      })
    },
    async says(node, command, pattern) {
      const wanted = new RegExp(withPorts(pattern.source, roster))
      await wait(`${node} says ${wanted}`, async () => {
        const reply = await say(node, command)
        return wanted.test(reply) || reply
      })
    },
    wrote: (node, pattern, within) =>
      wait(
        `${node} wrote ${pattern}`,
        async () => {
          const texts = await Promise.all((node === 'any' ? namesOf(roster) : [node]).map(logOf))
          return texts.some(text => text?.split('\n').some(line => pattern.test(line))) || 'not written'
        },
        within,
      ),
  }
  await play(scene)
  const logs = await Promise.all(namesOf(roster).map(logOf))
  nodes.close()
  return {lines: logs.flatMap(log => shapesIn(log ?? '', keeper.folder)), missing}
}

function withPorts(text: string, roster: Roster): string {
  return text.replace(/\{(\d{4,5})\}/g, (_, node) => String(portOf(node as NodeName, roster)))
}

/** Without the report of a crash, which is long and differs each time: only its first lines are kept. */
function shapesIn(log: string, folder: string): readonly string[] {
  return log
    .split(/(?<=\n)(?=.* is starting )/)
    .flatMap(run => run.replace(/((?:crashed by signal|Guru Meditation).*)[\s\S]*/, '$1').split('\n'))
    .flatMap(line => parseLogLine(line)?.text ?? [])
    .map(text => shapeOf(text, folder))
}

async function record(source: Source, only: readonly string[]) {
  const path = await fetchFromArchive(
    source,
    join(envPaths('redis-cluster-lab', {suffix: ''}).cache, 'matrix'),
  )
  const candidate = await judgeCandidate({path, from: 'given'}, '')
  if (!('server' in candidate)) throw new Error(`${path} cannot be used`)
  const {server} = candidate
  const name = `${server.kind}-${server.version}`
  const known = recordedServers.includes(name) ? recordedLog(name) : []
  const found = new Set(known)
  for (const [title, story] of Object.entries(stories)) {
    if (only.length > 0 && !only.includes(title)) continue
    const since = performance.now()
    const {lines, missing} = await tell(story, server)
    for (const line of lines) found.add(line)
    const seconds = ((performance.now() - since) / 1000).toFixed(1)
    process.stdout.write(`${name} ${title}: ${seconds} s, ${found.size} lines\n`)
    for (const what of missing) process.stdout.write(`  in vain: ${what}\n`)
    await writeFile(logFile(name), `${[...found].sort().join('\n')}\n`)
  }
}

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {only: {type: 'string', multiple: true}},
})
for (const source of sources)
  if (positionals.length === 0 || positionals.includes(nameOf(source)))
    await record(source, values.only ?? [])
