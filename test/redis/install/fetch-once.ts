// A separate process for fetch-server.test.ts: fetches into the cache named by its argument and prints one JSON line for each progress
// message, then one for the server.

import {argv, stdout} from 'node:process'
import {message} from '../../../src/model/text/messages.ts'
import {fetchServer} from '../../../src/redis/install/fetch-server.ts'

const print = (value: unknown) => stdout.write(`${JSON.stringify(value)}\n`)
const remedy = message('install.any')
print(await fetchServer({cache: argv[2] ?? '', path: '', sources: ['apt'], remedy, onProgress: print}))
