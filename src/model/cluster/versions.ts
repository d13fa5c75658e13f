// Facts that differ between versions of Redis and Valkey, in one place; the texts take them from here.
// test/redis/facts/versions.test.ts asks the server that runs for each of them.

import {type Message, type MessageKey, message, placeholdersOf, type Values} from '../text/messages.ts'
import type {ServerKind} from '../text/program-names.ts'

/** How the projects write their names. */
export const properName: Readonly<Record<ServerKind, string>> = {redis: 'Redis', valkey: 'Valkey'}

export type ServerVersion = Readonly<{kind: ServerKind; version: string}>

/** The first version of each server that has something; without one, a server does not have it. */
export type Since = Readonly<Partial<Record<ServerKind, string>>>

/** The versions up to which the facts are known to be complete. */
export const newestKnown: Readonly<Record<ServerKind, string>> = {redis: '8.6', valkey: '9.1'}

/** What servers do, where they differ. Texts name a fact in braces: `{forgetGossip}` becomes the servers with it. */
export const facts = {
  /** CLUSTER FORGET on one node is passed on to the others. */
  forgetGossip: {redis: '7.2', valkey: '7.2'},
  /** A master with an append-only file but no backlog adds 1 to its offset for each write. */
  countsWrites: {redis: '7.2', valkey: '7.2'},
  /** WAITAOF. */
  waitAof: {redis: '7.2', valkey: '7.2'},
  /** SORT in a cluster takes BY and GET if their hash tag is that of the key. */
  sortByTag: {redis: '7.4', valkey: '8.0'},
  /** A full resynchronization uses a second connection for the RDB, by default. */
  rdbChannel: {redis: '8.0'},
  /** It does so with dual-channel-replication-enabled yes. */
  dualChannel: {valkey: '8.0'},
  /** repl-backlog-size is 10 MB by default, not 1 MB. */
  largeBacklog: {valkey: '8.0'},
  /** A replica without cluster mode answers REDIRECT to a client that can follow it; READONLY works there, too. */
  redirect: {valkey: '8.0'},
  /** A master that imports a slot takes it as soon as it hears that the source no longer owns it. */
  importTakesOver: {valkey: '8.0'},
  /** A CLUSTER FAILOVER starts an election at once; elsewhere up to four node timeouts must pass since the node's last one. */
  electsAgain: {valkey: '8.1'},
  /** The replica with the newest data asks for votes without a delay. */
  immediateElection: {valkey: '9.0'},
  /** CLUSTER MIGRATION moves whole slots. */
  clusterMigration: {redis: '8.4'},
  /** A master deletes the keys of a slot that it no longer serves. */
  trimsSlots: {redis: '8.4'},
  /** CLUSTER MIGRATESLOTS does. */
  migrateSlots: {valkey: '9.0'},
  /** A cluster may have several databases. */
  clusterDatabases: {valkey: '9.0'},
} as const satisfies Readonly<Record<string, Since>>

/** Commands that the lowest supported server does not have. Subcommands named HELP are left out. */
const commands: readonly Readonly<{since: Since; names: readonly string[]}>[] = [
  {
    since: {redis: '7.2', valkey: '7.2'},
    names: ['CLIENT SETINFO', 'CLIENT NO-TOUCH', 'CLUSTER MYSHARDID'],
  },
  {
    since: {redis: '7.4', valkey: '9.0'},
    names: [
      'HEXPIRE',
      'HPEXPIRE',
      'HEXPIREAT',
      'HPEXPIREAT',
      'HPERSIST',
      'HTTL',
      'HPTTL',
      'HEXPIRETIME',
      'HPEXPIRETIME',
    ],
  },
  {since: {redis: '8.0', valkey: '9.0'}, names: ['HGETEX', 'HSETEX']},
  {since: {redis: '8.0', valkey: '9.1'}, names: ['HGETDEL']},
  {
    since: {redis: '8.0'},
    names: [
      'VADD',
      'VCARD',
      'VDIM',
      'VEMB',
      'VGETATTR',
      'VINFO',
      'VISMEMBER',
      'VLINKS',
      'VRANDMEMBER',
      'VREM',
      'VSETATTR',
      'VSIM',
    ],
  },
  {since: {redis: '8.2', valkey: '8.0'}, names: ['CLUSTER SLOT-STATS']},
  {since: {redis: '8.2'}, names: ['XACKDEL', 'XDELEX']},
  {since: {redis: '8.4', valkey: '9.0'}, names: ['CLUSTER SYNCSLOTS']},
  {since: {redis: '8.4', valkey: '9.1'}, names: ['MSETEX']},
  {since: {redis: '8.4'}, names: ['DELEX', 'DIGEST', 'TRIMSLOTS', 'VRANGE']},
  {
    since: {redis: '8.6'},
    names: [
      'HOTKEYS',
      'HOTKEYS GET',
      'HOTKEYS RESET',
      'HOTKEYS START',
      'HOTKEYS STOP',
      'XCFGSET',
      'XIDMPRECORD',
    ],
  },
  {since: {valkey: '8.0'}, names: ['CLIENT CAPA', 'SCRIPT SHOW']},
  {
    since: {valkey: '8.1'},
    names: ['CLIENT IMPORT-SOURCE', 'COMMANDLOG', 'COMMANDLOG GET', 'COMMANDLOG LEN', 'COMMANDLOG RESET'],
  },
  {
    since: {valkey: '9.0'},
    names: ['CLUSTER CANCELSLOTMIGRATIONS', 'CLUSTER FLUSHSLOT', 'CLUSTER GETSLOTMIGRATIONS', 'DELIFEQ'],
  },
  {since: {valkey: '9.1'}, names: ['CLUSTERSCAN']},
  {since: facts.waitAof, names: ['WAITAOF']},
  {since: facts.clusterMigration, names: ['CLUSTER MIGRATION']},
  {since: facts.migrateSlots, names: ['CLUSTER MIGRATESLOTS']},
]

/** By command. */
export const commandsSince: ReadonlyMap<string, Since> = new Map(
  commands.flatMap(({since, names}) => names.map(name => [name, since] as const)),
)

export type Fact = keyof typeof facts

export function isFact(name: string): name is Fact {
  return Object.hasOwn(facts, name)
}

/** Whether this server has it. */
export function isOn({kind, version}: ServerVersion, since: Since): boolean {
  const first = since[kind]
  return first !== undefined && compareVersions(version, first) >= 0
}

/** Negative if `a` is older than `b`. A missing part counts as 0 (7.0 equals 7.0.0). */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The servers with it: `Redis 8.2, Valkey 8.0`. */
export function serversSince(since: Since): string {
  const kinds: readonly ServerKind[] = ['redis', 'valkey']
  return kinds.flatMap(kind => (since[kind] ? [`${properName[kind]} ${since[kind]}`] : [])).join(', ')
}

/** The first version of each project: Valkey began as a copy of Redis 7.2. */
const firstVersion: Readonly<Record<ServerKind, string>> = {redis: '1.0', valkey: '7.2'}

/** The servers without it: `Redis < 8.4, Valkey`. */
export function serversBefore(since: Since): string {
  const kinds: readonly ServerKind[] = ['redis', 'valkey']
  const before = (kind: ServerKind) => {
    const version = since[kind]
    if (version === undefined) return [properName[kind]]
    return compareVersions(version, firstVersion[kind]) > 0 ? [`${properName[kind]} < ${version}`] : []
  }
  return kinds.flatMap(before).join(', ')
}

/** Where a command that this server lacks exists; undefined for an unknown one. */
export function sinceVersion(command: string): string | undefined {
  const since = commandsSince.get(command)
  return since && serversSince(since)
}

/** The message, with the facts that its text names. */
export function messageOfFacts(key: MessageKey): Message {
  const values: Values = Object.fromEntries(
    placeholdersOf(key)
      .filter(isFact)
      .map(name => [name, serversSince(facts[name])]),
  )
  return Object.keys(values).length > 0 ? message(key, values) : message(key)
}
