// Whether the server of the tests has what came with some version.

import type {Since} from '../../src/model/cluster/versions.ts'
import {compareVersions} from '../../src/redis/install/server-version.ts'
import {server} from './server.ts'

const {kind, version} = await server()

/** Whether the server is one of these or newer: `{valkey: '9.0'}` is false for every Redis. */
export function isHere(first: Since): boolean {
  const since = first[kind]
  return since !== undefined && compareVersions(version, since) >= 0
}
