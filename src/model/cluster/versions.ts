// Facts that differ between versions of Redis and Valkey, in one place.

/** Commands of newer servers: the first version of Redis, and of Valkey if it differs; `-` where a server has none. */
const since: Readonly<Record<string, Readonly<{redis: string; valkey: string}>>> = {
  WAITAOF: {redis: '7.2', valkey: '7.2'},
  'CLIENT SETINFO': {redis: '7.2', valkey: '7.2'},
  'CLIENT NO-TOUCH': {redis: '7.2', valkey: '7.2'},
  'CLUSTER MYSHARDID': {redis: '7.2', valkey: '7.2'},
  HEXPIRE: {redis: '7.4', valkey: '9.0'},
  HPEXPIRE: {redis: '7.4', valkey: '9.0'},
  HEXPIREAT: {redis: '7.4', valkey: '9.0'},
  HPEXPIREAT: {redis: '7.4', valkey: '9.0'},
  HPERSIST: {redis: '7.4', valkey: '9.0'},
  HTTL: {redis: '7.4', valkey: '9.0'},
  HPTTL: {redis: '7.4', valkey: '9.0'},
  HEXPIRETIME: {redis: '7.4', valkey: '9.0'},
  HPEXPIRETIME: {redis: '7.4', valkey: '9.0'},
  HGETEX: {redis: '8.0', valkey: '9.0'},
  HSETEX: {redis: '8.0', valkey: '9.0'},
  'SCRIPT SHOW': {redis: '-', valkey: '8.0'},
  'CLIENT CAPA': {redis: '-', valkey: '8.0'},
  'CLUSTER SLOT-STATS': {redis: '8.2', valkey: '8.0'},
  'CLUSTER MIGRATION': {redis: '8.4', valkey: '-'},
  'CLUSTER MIGRATESLOTS': {redis: '-', valkey: '9.0'},
  'CLUSTER GETSLOTMIGRATIONS': {redis: '-', valkey: '9.0'},
  'CLUSTER CANCELSLOTMIGRATIONS': {redis: '-', valkey: '9.0'},
  DELIFEQ: {redis: '-', valkey: '9.0'},
  DELEX: {redis: '8.4', valkey: '-'},
  DIGEST: {redis: '8.4', valkey: '-'},
}

/** Where a command that this server lacks exists: `Redis 8.2, Valkey 8.0`; undefined for an unknown one. */
export function sinceVersion(command: string): string | undefined {
  const found = Object.hasOwn(since, command) ? since[command] : undefined
  if (!found) return undefined
  const named = Object.entries({Redis: found.redis, Valkey: found.valkey}).filter(
    ([, first]) => first !== '-',
  )
  return named.map(([server, first]) => `${server} ${first}`).join(', ')
}
