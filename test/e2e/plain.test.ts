// The lab in lines: what a script gets on stdout is what redis-cli would print, and all that is for people goes to stderr.

import {afterAll, expect, test} from 'vitest'
import {runCommand, startCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'
import {openCommand, redisCli} from '../../tools/program/lab.ts'

const home = await openHome()
afterAll(() => home[Symbol.asyncDispose]())
const sandbox = ['sandbox', '--plain', '--stage', 'standalone']

test('a script gets exactly the lines of redis-cli on stdout', async () => {
  const input = [
    'SET book "The C Programming Language"',
    'GET book',
    'GET nothing',
    'RPUSH list 1 2 红',
    'LRANGE list 0 -1',
    'HSET hash field value',
    'HGETALL hash',
    'INCR book',
    'NO SUCH COMMAND',
    '3 INCR counter',
    'GEOPOS nowhere member',
    'DEBUG SLEEP 0',
    'TYPE list',
    '',
  ].join('\n')
  await using up = await startCommand(home, ['up', '--stage', 'standalone', '--json'])
  const [, port] = /"name":"6379","port":(\d+)/.exec(await up.prints('stdout', /"event":"ready"/)) ?? []
  const printed = await redisCli(Number(port), [], input)
  expect(printed).toContain('"The C Programming Language"\n(nil)\n')
  expect(await runCommand(home, sandbox, {input})).toMatchObject({code: 0, stdout: printed})
})

test('in cluster mode, a script gets exactly the lines of redis-cli -c', async () => {
  const input = 'SET foo 1\nGET name\n3 INCR foo\nPING\nGET foo\nSET foo\n'
  await using up = await startCommand(home, ['up', '--json'])
  const [, port] = /"name":"6379","port":(\d+)/.exec(await up.prints('stdout', /"event":"ready"/)) ?? []
  const printed = await redisCli(Number(port), ['-c'], input)
  expect(printed).toMatch(/^-> Redirected to slot \[12182\] located at 127\.0\.0\.1:\d+\nOK\n/)
  // The ports of another set are as far apart.
  const own = printed.replace(/(?<=127\.0\.0\.1:)\d+/g, at => `<${Number(at) - Number(port)}>`)
  const ran = await runCommand(home, ['sandbox', '--plain'], {input: `/cluster on\n${input}`})
  const [, base] = /Redis commands go to (\d+)/.exec(ran.stderr) ?? []
  const came = ran.stdout.replace(/(?<=127\.0\.0\.1:)\d+/g, at => `<${Number(at) - Number(base)}>`)
  expect([came, ran.code]).toEqual([own, 1])
  expect(ran.stderr).toContain('Cluster mode is on')
})

test('notes for people go to stderr, in their language', async () => {
  const ran = await runCommand(home, [...sandbox, '--lang', 'zh'], {input: '/help\nPING\n/nothing\n'})
  expect(ran).toMatchObject({code: 1, stdout: 'PONG\n'})
  expect(ran.stderr).toMatch(/^在 standalone 环境中自由练习。Redis 命令发给 \d+；/m)
  expect(ran.stderr).toMatch(/^\/kill 端口 +杀死节点（kill -9）$/m)
  expect(ran.stderr).toContain('实验室没有命令 /nothing。')
})

test.each([
  ['PING\n', 0],
  ['GET one two\nPING\n', 0],
  ['PING\nGET one two\n', 1],
  ['PING\n/start 6379\n', 1],
  ['PING\n/quit\nGET one two\n', 0],
  ['/cluster on\n', 0],
  ['/cluster\n', 1],
  ['', 0],
])('%j ends with exit code %i: that of its last command', async (input, code) => {
  expect(await runCommand(home, sandbox, {input})).toMatchObject({code, signal: null})
})

test('lines can kill and start nodes', async () => {
  const input = '/kill 6380\n@6380 PING\n/start 6380\n@6380 PING\n'
  const ran = await runCommand(home, sandbox, {input})
  expect(ran).toMatchObject({code: 0, stdout: 'PONG\n'})
  expect(ran.stderr).toMatch(/^Could not connect to Redis at 127\.0\.0\.1:\d+: Connection refused$/m)
})

test('replies of several nodes are printed below their ports, and shell lines show the command they became', async () => {
  const input = '@masters GET a\nredis-cli -p 6380 SET a 1\nkill -9 6481\n'
  const ran = await runCommand(home, sandbox, {input})
  expect(ran.code).toBe(0)
  const [, base = 0] = /Redis commands go to (\d+)/.exec(ran.stderr) ?? []
  // All six are masters; who answers first is chance.
  const ports = [0, 1, 2, 100, 101, 102].map(distance => `${Number(base) + distance}`)
  expect(ran.stdout.match(/^\d+:\n\(nil\)$/gm)?.sort()).toEqual(ports.map(port => `${port}:\n(nil)`))
  expect(ran.stdout.endsWith('\nOK\n')).toBe(true)
  // That it is gone may be seen before it is said.
  const killed = `→ @${ports[1]} SET a 1 · over a new connection\n→ /kill ${ports[5]}\n(${ports[5]} (went down|refuses connections)\n)*kill -9 `
  expect(ran.stderr).toMatch(new RegExp(killed))
})

test('a lesson is printed on stderr: the step, its task, the goals met, mistakes and hints', async () => {
  await using lab = await startCommand(home, ['replicaof', '--plain'])
  await lab.prints('stderr', /^Question 1 of \d+: /m)
  lab.write('/next\n')
  await lab.prints('stderr', /^Step 1 of \d+: Six servers, no cluster\n\S/m)
  await lab.prints('stderr', /^Your turn: Write stock:1 on \d+, then look for it on another node\.$/m)
  lab.write('1\n')
  await lab.prints('stderr', /^To do: \d+ has a new key$/m)
  lab.write('SET stock:1 40\n')
  await lab.prints('stderr', /^Met: \d+ has a new key$/m)
  lab.write('GET stock:1\n')
  await lab.prints('stderr', /^! \d+ has it, of course\. Look on another node: @\d+ GET stock:1\.$/m)
  lab.write('/hint\n')
  await lab.prints('stderr', /^Hint 1: Two commands to two nodes/m)
  lab.write('@6381 GET stock:1\n')
  await lab.prints('stderr', /^Met: another node was asked for stock:1 and does not have it$/m)
  await lab.prints('stderr', /^Done: .* Type \/next to continue\.$/m)
  lab.write('/next\n')
  await lab.prints('stderr', /^Step 2 of \d+: REPLICAOF: two replicas$/m)
  lab.end()
  const {code, stdout} = await lab.exit
  expect(code).toBe(0)
  expect(stdout).toBe('OK\n"40"\n(nil)\n')
})

test('with a screen reader, the lab prints lines and a prompt with history, and Ctrl-C works', async () => {
  await using own = await openHome()
  await using terminal = await openCommand(own, ['replicaof'], {env: {INK_SCREEN_READER: 'true'}})
  await terminal.waitFor(/^Question 1 of \d+: /m, {within: 20_000})
  terminal.type('/next\r')
  await terminal.waitFor(/^Step 1 of \d+: Six servers, no cluster$/m)
  await terminal.waitFor(/^127\.0\.0\.1:\d+>$/m)
  expect(terminal.modes()).toMatchObject({alternateScreen: false, cursorVisible: true})
  terminal.type('ROLE\r')
  await terminal.waitFor(/^127\.0\.0\.1:\d+> ROLE\n1\) "master"\n/m)
  terminal.type('SET stock:1 40\r')
  await terminal.waitFor(/> SET stock:1 40\nOK$/m)
  terminal.type('@6381 GET stock:1\r')
  await terminal.waitFor(/> @6381 GET stock:1\n\(nil\)$/m)
  // What is said while the prompt waits stands above it, also above what is half typed.
  terminal.type('/pa')
  await terminal.waitFor(
    /^Done: (.+\n)*.*Type \/next to\s+continue\.\n {2}\d+: keys 0→1\n127\.0\.0\.1:\d+> \/pa$/m,
  )
  terminal.type('use 6380\r')
  await terminal.waitFor(/^kill -STOP \d+\n(.+\n)*\d+ is paused\n127\.0\.0\.1:\d+>$/m)
  terminal.type('@6380 PING\r')
  await terminal.waitFor(/> @6380 PING$/m)
  terminal.press('ctrl-c')
  await terminal.waitFor(/^Canceled after [\d.]+ s/m)
  for (let i = 0; i < 5; i++) terminal.press('up')
  await terminal.waitFor(/^127\.0\.0\.1:\d+> ROLE$/m)
  terminal.press('enter')
  await terminal.waitFor(/> ROLE\n1\) "master"\n.*\n.*\n127\.0\.0\.1:\d+>$/m)
  // What stands before the cursor is what an earlier line is to begin with.
  terminal.type('/p')
  terminal.press('up')
  await terminal.waitFor(/> \/pause 6380$/m)
  terminal.press('ctrl-c')
  await terminal.waitUntilGone(/> \/pause 6380\n*$/)
  terminal.press('ctrl-c')
  await terminal.waitFor(/^Press Ctrl-C again to leave, or use Ctrl-D or \/quit\.\n127\.0\.0\.1:\d+>$/m)
  terminal.press('ctrl-d')
  expect(await terminal.exit).toEqual({code: 0, signal: null})
  await own.untilNothingIsLeft(2000)
})

test('what is typed while a line runs is kept, and the cursor stands behind it', async () => {
  await using own = await openHome()
  await using terminal = await openCommand(own, ['sandbox', '--stage', 'standalone', '--plain'])
  await terminal.waitFor(/^127\.0\.0\.1:\d+>$/m, {within: 20_000})
  terminal.type('BLPOP nothing 1\rEC')
  await terminal.waitFor(/\(nil\)\n(.+\n)*127\.0\.0\.1:\d+> EC$/m)
  terminal.type('HO hello\r')
  await terminal.waitFor(/> ECHO hello\n"hello"$/m)
  terminal.press('ctrl-d')
  expect(await terminal.exit).toEqual({code: 0, signal: null})
})

test('a failover is reported as it happens: the node that is down, who suspects it, who took over, who is back', async () => {
  await using lab = await startCommand(home, ['sandbox', '--plain', '--node-timeout', '1000'])
  const greeted = await lab.prints('stderr', /Redis commands go to \d+/)
  const base = Number(/Redis commands go to (\d+)/.exec(greeted)?.[1])
  const [lost, heir] = [base + 2, base + 102]
  const hears = (sentence: string) => lab.prints('stderr', new RegExp(`^${sentence}$`, 'm'), 20_000)
  lab.write('/kill 6381\n')
  await hears(`${lost} went down`)
  await hears(`link of ${heir} to ${lost} is down`)
  await hears(`${lost} is marked fail: at least 2 masters agreed`)
  await hears(`${heir} became the master of 10923-16383, epoch 7`)
  lab.write('/start 6381\n')
  // Until it has heard of its successor it takes itself for a master.
  await hears(`${lost} (came back as|became) a replica of ${heir}`)
  await hears(`link of ${lost} to ${heir} is up`)
  lab.write('/lang zh\n/pause 6480\n')
  await hears(`${base + 101} 已暂停`)
  lab.end()
  expect((await lab.exit).stdout).toBe('')
})

test('bytes go in and out of a pipe as they are', async () => {
  const separator = '\xe2\x80\xa8'
  const input = `SET k "a${separator}FLUSHALL"\nGET k\nSET r caf\xe9\r\n:set raw\nGET r\nSET n \xc2\xa0\nSTRLEN n\nGET\x1b[31m\n`
  const {stdout} = await runCommand(home, sandbox, {input, encoding: 'latin1'})
  expect(stdout.split('\n')).toEqual([
    'OK',
    '"a\\xe2\\x80\\xa8FLUSHALL"',
    'OK',
    'caf\xe9',
    'OK',
    '2',
    expect.stringMatching(/^ERR unknown command 'GET\x1b\[31m'/),
    '',
    '',
  ])
})

test('in a pipe a subscription prints every message while further lines run, and ends with the input', async () => {
  const input = `MONITOR\nSUBSCRIBE news\n1000 PUBLISH news x\n1000 INCR n\n1000 PUBLISH news y\n`
  const ran = await runCommand(home, sandbox, {input})
  expect(ran.code).toBe(0)
  const count = (line: RegExp) => ran.stdout.match(line)?.length
  expect([count(/^3\) "[xy]"$/gm), count(/ "INCR" "n"$/gm), count(/ "PUBLISH" "news" "[xy]"$/gm)]).toEqual([
    2000, 1000, 2000,
  ])
  expect(ran.stderr).not.toContain('omitted')
})
