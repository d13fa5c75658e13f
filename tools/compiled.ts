// Where the processes that tests start keep what Node has compiled for them.

import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** For NODE_COMPILE_CACHE: without it, a process that is TypeScript takes ten times as long to start. */
export const compiledFolder = join(tmpdir(), 'redis-cluster-lab-tests-compiled')
