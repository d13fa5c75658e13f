// A hub in a process of its own, for a benchmark: `node --expose-gc hub-process.ts SOCKET`. Answers each message with its memory, bytes.

import {openRoom} from './room.ts'

const [socket = ''] = process.argv.slice(2)
const {port, room} = await openRoom(
  {socket},
  {patience: {silence: 1000, headers: 1000, request: 2000, check: 200}},
)
process.on('message', () => {
  globalThis.gc?.()
  const {rss, heapUsed, external} = process.memoryUsage()
  process.send?.({resident: rss, used: heapUsed + external})
})
process.on('disconnect', () => process.exit())
process.send?.({port, room})
