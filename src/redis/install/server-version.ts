// Parses the output of `redis-server --version` and decides whether the version is new enough for the lab. candidate.ts runs it.

import {compareVersions, type ServerVersion} from '../../model/cluster/versions.ts'
import type {ServerKind} from '../../model/text/program-names.ts'

/** The lowest versions with everything the lessons use: Redis 7.0 introduced `cluster-port` and `proc-title-template`. */
export const lowestVersion: Readonly<Record<ServerKind, string>> = {redis: '7.0', valkey: '7.2'}

/**
 * Parses `Redis server v=7.0.15 sha=…` or `Valkey server v=8.0.1 …`; undefined for anything else.
 * The file's name proves nothing: Debian's valkey-redis-compat installs Valkey as /usr/bin/redis-server.
 */
export function parseServerVersion(printed: string): ServerVersion | undefined {
  const [, name, version] = /^(Redis|Valkey) server v=(\d+(?:\.\d+)*)/m.exec(printed) ?? []
  if (name === undefined || version === undefined) return undefined
  return {kind: name === 'Redis' ? 'redis' : 'valkey', version}
}

export function isNewEnough({kind, version}: ServerVersion): boolean {
  return compareVersions(version, lowestVersion[kind]) >= 0
}
