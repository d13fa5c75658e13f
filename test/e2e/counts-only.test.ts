// A workshop of the built program that only counts: what a learner reads before joining, and that it is true of everything that is stored.

import {createHash} from 'node:crypto'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Redis} from 'ioredis'
import {expect, test} from 'vitest'
import {openHost} from '../../tools/hub/room-terminals.ts'
import {naming, storedIn} from '../../tools/hub/stored.ts'
import {type Home, openHome} from '../../tools/program/home.ts'
import {labIn, openCommand} from '../../tools/program/lab.ts'
import {processesNaming} from '../../tools/servers/processes.ts'

test('a learner plays two steps and asks for help, and nothing that is stored leads to them', async () => {
  await using opened = new AsyncDisposableStack()
  const start = async (home: Home, args: readonly string[], columns = 120) =>
    opened.use(await openCommand(home, args, {columns, rows: columns === 80 ? 24 : 40}))
  const [hostHome, enHome, zhHome] = await Promise.all(
    [1, 2, 3].map(async () => opened.use(await openHome())),
  )
  if (!hostHome || !enHome || !zhHome) throw new Error('three homes')
  const host = opened.use(await openHost(hostHome, ['--aggregate-only']))
  const {shown, address, code} = host
  expect(shown).toContain('This room only counts')

  // Another language, and no.
  const zh = await start(zhHome, ['join', address, '--code', code, '--lang', 'zh'], 80)
  expect(await zh.waitFor('按 Enter 加入')).toContain('你在这里没有名字')
  zh.type('n\r')
  expect(await zh.exit).toMatchObject({code: 1})

  const terminal = await start(enHome, ['join', address, '--code', code])
  const consent = await terminal.waitFor('Enter joins')
  expect(consent).toContain('You join a workshop that only counts.')
  expect(consent).toContain('you have no name here')
  terminal.press('enter')
  const lab = await labIn(terminal)
  await lab.run('INFO replication')
  await lab.waitFor('Press Enter to continue')
  lab.press('enter')
  await lab.waitFor('step 2 of 4')
  await lab.run('@{6480} ROLE')
  await lab.waitFor('Press Enter to continue')
  lab.press('enter')
  await lab.waitFor('step 3 of 4')
  lab.press('f3')
  await lab.waitFor('You are number 1 in the queue.')
  await lab.waitFor(/⚑1/)
  await host.waitFor('Number 1 asks for help.')
  host.type('steps\r')
  await host.waitFor(/tour, step 1 \([^)]+\): 0 here, 1 passed, half of them within \d:\d\d/)
  await host.waitFor(
    /tour, step 2 \([^)]+\): 0 here, 1 passed, [\s\S]*tour, step 3 \([^)]+\): 1 here, 0 passed/,
  )
  host.type('kick 1\r')
  await host.waitFor('this room only counts.')

  // The learner's own files have the secrets; what of them is in the hub lets the learner in, and leads to nothing else.
  const {device, joined} = await membershipOf(enHome)
  const [line = ''] = await processesNaming(`unixsocket:${hostHome.temp}/`)
  const redis = new Redis({path: /unixsocket:(\S+)/.exec(line)?.[1] ?? ''})
  opened.defer(() => redis.disconnect())
  const stored = await storedIn(redis)
  expect([...stored.keys()]).toEqual([
    ...['counts', 'devices', 'ids', 'numbers', 'people', 'questions', 'room', 'slots', 'tokens'],
  ])
  expect(naming(stored, joined.learner)).toEqual(['devices', 'numbers', 'people', 'tokens'])
  expect(naming(stored, hash(device))).toEqual(['devices', 'people'])
  expect(naming(stored, hash(joined.token))).toEqual(['people', 'tokens'])
  for (const secret of [device, joined.token, joined.token.slice(32)])
    expect(naming(stored, secret)).toEqual([])

  // Nor is there a log of who sent what.
  const [, folder = ''] = await redis.config('GET', 'dir')
  await expect.poll(() => readdir(folder)).toContain('dump.rdb')
  expect((await readdir(folder)).filter(name => /aof|append/.test(name))).toEqual([])
  expect(await redis.slowlog('LEN')).toBe(0)

  host.type('end now\r')
  await lab.waitFor('The workshop is over.')
  await expect.poll(async () => [...(await storedIn(redis)).keys()]).not.toContain('slots')
  redis.disconnect()
  lab.type('/quit\r')
  host.type('quit\r')
  expect([(await lab.exit).code, (await host.exit).code]).toEqual([0, 0])
})

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

async function membershipOf(home: Home): Promise<{device: string; joined: {learner: string; token: string}}> {
  const root = home.env['HOME'] ?? ''
  const names = await readdir(root, {recursive: true})
  const file = names.find(name => name.endsWith('membership.json')) ?? ''
  return JSON.parse(await readFile(join(root, file), 'utf8'))
}
