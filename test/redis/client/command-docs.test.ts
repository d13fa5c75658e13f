// What a real server says about its commands, and that our help on each of them is redis-cli's to the letter.

import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {afterAll, expect, test} from 'vitest'
import {portOf, rosterAt} from '../../../src/model/cluster/node.ts'
import table from '../../../src/model/commands/command-docs.json' with {type: 'json'}
import {helpText} from '../../../src/model/commands/help-entry.ts'
import {groupsOf, helpOn} from '../../../src/model/prompt/help.ts'
import {hintOf} from '../../../src/model/prompt/hint.ts'
import {server} from '../../../tools/servers/server.ts'
import {startNodes} from '../../../tools/servers/start-nodes.ts'

const {cli, libraryPath, version, kind} = await server()
const stage = await startNodes('standalone')
afterAll(() => stage[Symbol.asyncDispose]())
const {docs = {}} = await stage.nodes.commands()

test('The server names its commands with what the prompt needs of them', () => {
  expect(docs['CLUSTER FAILOVER']).toMatchObject({group: 'cluster', since: '3.0.0'})
  expect(docs['CLUSTER FAILOVER']?.summary).toMatch(/failover/)
  expect(hintOf('SET cart book EX 60 ', docs, 'en')).toMatch(/^\[NX\|XX.*\] \[GET\]$/)
  expect(hintOf('REPLICAOF ', docs, 'en')).toBe('host port|NO ONE')
  expect(Object.keys(docs).length).toBeGreaterThan(300)
})

test('Where a server does not say it, nothing is known', async () => {
  await stage.ask('6379', 'ACL', 'SETUSER', 'default', '-command|docs')
  try {
    expect(Object.keys(await stage.nodes.commands())).toEqual(['commandTable'])
  } finally {
    await stage.ask('6379', 'ACL', 'SETUSER', 'default', '+@all')
  }
})

test.skipIf(kind !== 'redis' || !version.startsWith('7.0.'))(
  'The table that ships with the lab is what Redis 7.0 says, without its sentences',
  () => {
    const facts = Object.entries(docs).map(([name, {summary: _, ...doc}]) => [name, doc])
    expect(Object.fromEntries(facts)).toEqual(table)
  },
)

test.skipIf(cli === undefined)("Help on every command and group is redis-cli's to the letter", async () => {
  const topics = [...Object.keys(docs), ...groupsOf(docs)]
  const ours = topics.map(topic => {
    const help = helpOn(topic.split(' '), docs)
    return 'entries' in help ? helpText(help.entries) : topic
  })
  const env = {...process.env, FAKETTY: '1', ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})}
  const running = promisify(execFile)(cli ?? '', ['-p', String(portOf('6379', rosterAt(stage.base)))], {
    env,
    maxBuffer: 1e8,
  })
  running.child.stdin?.end(topics.map(topic => `help ${topic}\n`).join(''))
  const printed = (await running).stdout
    .replaceAll(/\x1b\[[0-9;]*m|\r/g, '')
    // valkey-cli's word for the arguments of a command that has none.
    .replaceAll(/^( {2}[A-Z |-]+) \(null\)$/gm, '$1 ')
    // redis-cli's line for a summary that the server does not tell.
    .replaceAll(/^ {2}summary: \(null\)\n/gm, '')
  expect(ours.map(text => `${text}\n`).join('')).toBe(printed)
})
