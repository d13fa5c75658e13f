// A lab of its own for provide.test.ts: fetches into the cache named by its argument and prints one JSON line for
// each thing said, then one for the server.

import {argv, stdout} from 'node:process'
import {fetchServer} from '../../../src/redis/install/fetch-server.ts'

const print = (value: unknown) => stdout.write(`${JSON.stringify(value)}\n`)
print(await fetchServer({cache: argv[2] ?? '', path: '', onProgress: print}))
