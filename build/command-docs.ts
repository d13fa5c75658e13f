// `node build/command-docs.ts PORT` writes what the server on this port reports about its commands to src/model/commands/command-docs.json.
// The prompt uses that table until the learner's server has answered. Facts only (names, arguments, groups, versions), no prose.

import {writeFileSync} from 'node:fs'
import {Redis} from 'ioredis'
import {type CommandReply, parseCommandDocs} from '../src/model/commands/command-docs.ts'

const redis = new Redis({port: Number(process.argv[2]), host: '127.0.0.1', protocol: 2})
const docs = parseCommandDocs((await redis.call('COMMAND', 'DOCS')) as CommandReply)
redis.disconnect()
// One command a line, so that a diff shows what a newer server adds.
const lines = Object.entries(docs).map(
  ([name, {summary: _, ...doc}]) => `${JSON.stringify(name)}: ${JSON.stringify(doc)}`,
)
writeFileSync(
  new URL('../src/model/commands/command-docs.json', import.meta.url),
  `{\n${lines.join(',\n')}\n}\n`,
)
