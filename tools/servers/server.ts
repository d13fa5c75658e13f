// The redis-server for tests, found or fetched by the lab's own code into the lab's own cache.

import envPaths from 'env-paths'
import {findServer, type Server} from '../../src/redis/install/find-server.ts'

let found: Promise<Server> | undefined

/** The same server for every caller in this process; the first call may download it for some seconds. */
export function server(): Promise<Server> {
  found ??= find()
  return found
}

function find(): Promise<Server> {
  const {PATH = '', REDIS_CLUSTER_LAB_SERVER: path} = process.env
  return findServer({
    given: path ? {path, by: 'REDIS_CLUSTER_LAB_SERVER'} : undefined,
    path: PATH,
    cache: envPaths('redis-cluster-lab', {suffix: ''}).cache,
    mayProvide: true,
  })
}
