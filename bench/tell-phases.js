// Loaded into the program by `--import`: prints each phase of its start on stderr, with the time in ms since the epoch.

import {subscribe} from 'node:diagnostics_channel'
import {writeSync} from 'node:fs'

// The keeper and the nodes start as usual.
delete process.env.NODE_OPTIONS
subscribe('redis-cluster-lab.phase', phase => {
  writeSync(2, `phase ${performance.timeOrigin + performance.now()} ${phase}\n`)
})
