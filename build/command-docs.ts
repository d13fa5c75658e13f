// `node build/command-docs.ts PORT`: what the server on this port says about its commands, into src/model/commands/command-docs.json. That table is what
// the prompt knows before a server of the learner's has answered. Facts only: names, arguments, groups, versions; no sentence of anybody's.

import {writeFileSync} from 'node:fs'
import {Redis} from 'ioredis'
import {type Answer, parseCommandDocs} from '../src/model/commands/command-docs.ts'

const redis = new Redis({port: Number(process.argv[2]), host: '127.0.0.1', protocol: 2})
const docs = parseCommandDocs((await redis.call('COMMAND', 'DOCS')) as Answer)
redis.disconnect()
// A command a line: a newer server's table shows what is new.
const lines = Object.entries(docs).map(
  ([name, {summary: _, ...doc}]) => `${JSON.stringify(name)}: ${JSON.stringify(doc)}`,
)
writeFileSync(
  new URL('../src/model/commands/command-docs.json', import.meta.url),
  `{\n${lines.join(',\n')}\n}\n`,
)
