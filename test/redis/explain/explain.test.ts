// Every error of the table, provoked on real servers, and its explanation.

import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type NodeName, portOf, rosterAt} from '../../../src/model/cluster/node.ts'
import {commandsSince, sinceVersion} from '../../../src/model/cluster/versions.ts'
import type {Outcome} from '../../../src/model/commands/action.ts'
import {explanations} from '../../../src/model/explain/explain.ts'
import {startForeignServer} from '../../../tools/servers/foreign-server.ts'
import {freeBase} from '../../../tools/servers/free-ports.ts'
import {isHere} from '../../../tools/servers/is-here.ts'
import {type Explaining, explaining, provoked} from './explaining.ts'
import {startSentinel} from './sentinel.ts'
import {beginningOf, wordsOfOthers} from './wordings.ts'

type Case = readonly [node: NodeName, typed: string, begins: string | undefined, sentence: string]

describe('Without a cluster', () => {
  let world: Explaining
  beforeAll(async () => {
    world = await explaining('standalone')
    for (const typed of ['SET text x', 'RPUSH list 1', 'SET a 1']) await world.line('6379', typed)
  })
  afterAll(() => world[Symbol.asyncDispose]())

  it.each<Case>([
    ['6379', 'GTE a', 'ERR unknown command', '<6379> has no command GTE: did you mean GET?'],
    [
      '6379',
      'REPLICA OF 127.0.0.1 1',
      'ERR unknown command',
      '<6379> has no command REPLICA: did you mean REPLICAOF?',
    ],
    ['6379', 'abracadabra', 'ERR unknown command', '<6379> has no command ABRACADABRA: /help'],
    [
      '6379',
      'CONFIG GTE a',
      "ERR unknown subcommand '…'",
      'CONFIG has no subcommand GTE: did you mean CONFIG GET?',
    ],
    ['6379', 'GET', "ERR wrong number of arguments for '…' command", 'GET got 0 words, but takes 1'],
    ['6379', 'SET a', "ERR wrong number of arguments for '…' command", 'SET got 1 word, but takes 2 or more'],
    [
      '6379',
      'REPLICAOF 127.0.0.1:1',
      "ERR wrong number of arguments for '…' command",
      'REPLICAOF got 1 word, but takes 2',
    ],
    [
      '6379',
      'CONFIG GET',
      "ERR wrong number of arguments for '…' command",
      'CONFIG GET got 0 words, but takes 1 or more',
    ],
    ['6379', 'SET a 1 NX XX', 'ERR syntax error', 'SET does not accept these words in this order'],
    [
      '6379',
      'INCR text',
      'ERR value is not an integer or out of range',
      'INCR needs whole numbers, but a value here is not one',
    ],
    [
      '6379',
      'GET list',
      'WRONGTYPE Operation against a key holding the wrong kind of value',
      'GET does not work on the type of list: TYPE list',
    ],
    ['6379', 'RENAME nosuch b', 'ERR no such key', '<6379> has no key with this name: KEYS *'],
    ...(beginningOf('notSubscribed')
      ? ([
          [
            '6379',
            'UNSUBSCRIBE news',
            beginningOf('notSubscribed'),
            'this connection to <6379> has no subscription that UNSUBSCRIBE could end: SUBSCRIBE CHANNEL',
          ],
        ] as const)
      : []),
    ['6379', 'EXEC', 'ERR EXEC without MULTI', 'no MULTI is open on this connection to <6379>: MULTI'],
    ['6379', 'DISCARD', 'ERR DISCARD without MULTI', 'no MULTI is open on this connection to <6379>'],
    [
      '6379',
      'CLUSTER INFO',
      'ERR This instance has cluster support disabled',
      '<6379> runs without cluster mode',
    ],
    [
      '6379',
      'AUTH secret',
      'ERR AUTH <password> called without any password configured',
      '<6379> has no password: every connection already has all rights',
    ],
    ['6379', 'AUTH nobody secret', 'WRONGPASS', '<6379> has no such user with this password'],
    [
      '6379',
      'SELECT 99',
      beginningOf('noDatabase'),
      '<6379> has no database with this number: CONFIG GET databases',
    ],
    ['6379', 'SCRIPT KILL', 'NOTBUSY', 'no script is running on <6379>'],
    ['6379', `EVALSHA ${'0'.repeat(40)} 0`, 'NOSCRIPT', '<6379> has no script with this SHA1: EVAL SCRIPT …'],
    [
      '6379',
      'EVAL "retur 1" 0',
      'ERR Error compiling script',
      'the script is not valid Lua, so nothing of it was run',
    ],
    [
      '6379',
      'EVAL "return 1" 1',
      "ERR Number of keys can't be greater than number of args",
      'the number after the script is the number of keys that follow, but there are fewer',
    ],
    ...[
      'EVAL "return {}, error(1)" 0',
      'EVAL "return redis.call([[NOSUCH]])" 0',
      'EVAL "return redis.call([[GET]], KEYS[1])" 1 list',
    ].map(
      (typed): Case => [
        '6379',
        typed,
        beginningOf('scriptStopped'),
        'the script stopped at this error; its earlier writes are kept',
      ],
    ),
    ['6379', 'HELLO 9', 'NOPROTO', 'HELLO supports protocol versions 2 and 3: HELLO 3'],
    [
      '6379',
      'CONFIG SET cluster-enabled yes',
      "ERR CONFIG SET failed (possibly related to argument '…') - …",
      "cluster-enabled was not changed: can't set immutable config: CONFIG GET cluster-enabled",
    ],
    [
      '6379',
      'CONFIG SET maxmemry 1',
      "ERR Unknown option or number of arguments for CONFIG SET - '…'",
      '<6379> has no parameter maxmemry, or its value is missing: CONFIG GET maxmemry*',
    ],
    [
      '6379',
      'REPLICAOF 127.0.0.1 abc',
      'ERR Invalid master port',
      'abc is not a port: REPLICAOF takes a host and a number up to 65535',
    ],
    [
      '6379',
      'FAILOVER',
      'ERR FAILOVER requires connected replicas',
      '<6379> has no replica that could take over, or the named node is not its replica',
    ],
    [
      '6379',
      'MODULE LOAD x',
      'ERR MODULE command not allowed',
      '<6379> was started with MODULE LOAD disabled',
    ],
    [
      '6379',
      'MIGRATE 127.0.0.1 1 a 0 100',
      'IOERR error or timeout',
      '<6379> could not send the keys to 127.0.0.1:1, or got no reply in time',
    ],
    [
      '6379',
      'MIGRATE 127.0.0.1 {6380} nosuch 0 100',
      'NOKEY',
      'none of these keys is on <6379>: nothing was moved',
    ],
  ])('%s %s', async (node, typed, begins, sentence) => {
    expect(await world.asked(node, typed)).toMatchObject({begins, sentence})
  })

  it('a command of the shell, after CLUSTER', async () => {
    const {sentence} = (await world.asked('6379', 'CLUSTER CREATE')) ?? {}
    expect(sentence).toMatch(
      /^CLUSTER has no subcommand CREATE: (redis|valkey)-cli --cluster create is a command of the shell/,
    )
  })

  it('a transaction that was spoilt', async () => {
    await world.line('6379', 'MULTI')
    expect(await world.asked('6379', 'MULTI')).toMatchObject({
      begins: beginningOf('multiInMulti'),
      sentence: 'a MULTI is already open on <6379>: EXEC | DISCARD',
    })
    for (const [typed, begins] of [
      ['SHUTDOWN', beginningOf('shutdownInMulti')],
      ['WATCH a', beginningOf('watchInMulti')],
    ] as const)
      expect(await world.asked('6379', typed)).toMatchObject({
        begins,
        sentence: `${typed.split(' ')[0]} is not allowed between MULTI and EXEC: EXEC | DISCARD`,
      })
    await world.line('6379', 'NOSUCH')
    expect(await world.asked('6379', 'EXEC')).toMatchObject({
      begins: 'EXECABORT',
      sentence: 'a command was refused when it was queued, so nothing of the transaction was run: MULTI',
    })
  })

  it('a transaction whose watched key somebody else has changed', async () => {
    for (const typed of ['WATCH a', 'MULTI', 'GET a']) await world.line('6379', typed)
    await world.ask('6379', 'SET', 'a', '2')
    expect(await world.asked('6379', 'EXEC')).toEqual({
      text: '(nil)',
      begins: '(nil)',
      sentence: 'a watched key changed before EXEC, so nothing of the transaction was run: WATCH',
    })
  })

  it('a subscription that came with a transaction', async () => {
    for (const typed of ['MULTI', 'SUBSCRIBE news', 'EXEC']) await world.line('6379', typed)
    expect(await world.asked('6379', 'GET a')).toMatchObject({
      begins: "ERR Can't execute '…': only",
      sentence: 'this connection to <6379> is subscribed, and cannot run GET until that ends: RESET',
    })
    await world.line('6379', 'RESET')
  })

  it('commands of newer servers, with the versions they came with', async () => {
    const commands = [...commandsSince.keys()]
    const missing = commands.filter(command => !isHere(commandsSince.get(command) ?? {}))
    const told: string[] = []
    for (const command of commands) {
      const {sentence} = await world.asked('6379', command)
      if (sentence.includes('it came with')) told.push(sentence)
    }
    expect(told).toEqual(
      missing.map(command => {
        const [name = '', subcommand] = command.split(' ')
        const isSub = subcommand !== undefined && !missing.includes(name)
        const fact = isSub ? `${name} has no subcommand ${subcommand}` : `<6379> has no command ${name}`
        return `${fact}: it came with ${sinceVersion(command)}`
      }),
    )
  })

  it('what the target of a MIGRATE refused, in its own words where the table has none', async () => {
    expect(await world.asked('6379', 'MIGRATE 127.0.0.1 {6380} a 99 1000')).toMatchObject({
      begins: 'ERR Target instance replied with error: …',
      sentence: 'the target <6380> refused: <6380> has no database with this number',
    })
  })

  it('what the table does not know, with where to read of it', async () => {
    expect(await world.asked('6379', 'SCRIPT FLUSH x')).toEqual({
      text: '(error) ERR SCRIPT FLUSH only support SYNC|ASYNC option',
      begins: 'ERR …',
      sentence: '<6379> does not accept SCRIPT FLUSH in this form: help SCRIPT FLUSH',
    })
  })

  it('silence that was asked for', async () => {
    const left = new AbortController()
    const waiting = world.words('6379', ['CLIENT', 'REPLY', 'OFF'], left.signal)
    left.abort()
    expect(await world.told(await waiting)).toMatchObject({
      begins: 'Canceled after …',
      sentence: 'CLIENT REPLY tells <6379> not to reply; a new connection gets replies again',
    })
  })

  it('a password', async () => {
    await world.line('6379', 'CONFIG SET requirepass secret')
    await world.line('6379', 'RESET')
    expect(await world.asked('6379', 'GET a')).toMatchObject({
      begins: 'NOAUTH',
      sentence: '<6379> has a password, and this connection has not authenticated: AUTH PASSWORD',
    })
    await world.line('6379', 'AUTH secret')
    await world.line('6379', 'CONFIG SET requirepass ""')
  })

  it('a right that is missing', async () => {
    await world.line('6380', 'ACL SETUSER reader on nopass +get ~*')
    await world.line('6380', 'AUTH reader x')
    expect(await world.asked('6380', 'SET a 1')).toMatchObject({
      begins: 'NOPERM',
      sentence: "this connection's user is not allowed to do this on <6380>: ACL WHOAMI",
    })
    expect(await world.asked('6380', 'ACL WHOAMI')).toMatchObject({
      begins: 'NOPERM',
      sentence: "this connection's user is not allowed to do this on <6380>: RESET",
    })
    await world.line('6380', 'RESET')
  })

  it('memory that is full', async () => {
    await world.line('6380', 'CONFIG SET maxmemory 1')
    expect(await world.asked('6380', 'SET a 1')).toMatchObject({
      begins: "OOM command not allowed when used memory > 'maxmemory'",
      sentence:
        '<6380> has used all of its maxmemory and has no key that it may evict: CONFIG GET maxmemory*',
    })
    await world.line('6380', 'CONFIG SET maxmemory 0')
  })

  it('a disk that cannot be written', async () => {
    // Where the snapshot should go there is a folder.
    await mkdir(join(world.keeper.folder, '6381', 'dump.rdb'))
    await world.line('6381', 'CONFIG SET save "3600 1"')
    await world.line('6381', 'BGSAVE')
    const failed = async () => String(await world.ask('6381', 'INFO', 'persistence'))
    await expect.poll(failed).toContain('rdb_last_bgsave_status:err')
    expect(await world.asked('6381', 'SET a 1')).toMatchObject({
      begins: 'MISCONF',
      sentence: '<6381> could not write its last snapshot to disk, and does not accept writes: LASTSAVE',
    })
    await world.line('6381', 'CONFIG SET save ""')
  })

  it('a shutdown while the first append-only file is still written', async () => {
    await world.line('6381', 'SET cup 1')
    await world.line('6381', 'CONFIG SET appendonly no')
    // Each key takes its time, in microseconds.
    await world.line('6381', 'CONFIG SET rdb-key-save-delay 2000000')
    await world.line('6381', 'CONFIG SET appendonly yes')
    expect(await world.asked('6381', 'SHUTDOWN NOSAVE')).toMatchObject({
      begins: 'ERR Errors trying to SHUTDOWN',
      sentence:
        '<6381> did not shut down: it still writes its first append-only file, or could not save: /log <6381>',
    })
    await world.line('6381', 'CONFIG SET rdb-key-save-delay 0')
    expect(await world.ask('6381', 'DEL', 'cup')).toBe(1)
  })

  it('a command that waited for what was not there: given up, it takes nothing any more', async () => {
    const left = new AbortController()
    const waiting = world.words('6381', ['BLPOP', 'queue', '0'], left.signal)
    const clients = async () => String(await world.ask('6381', 'INFO', 'clients'))
    await expect.poll(clients).toContain('blocked_clients:1')
    left.abort()
    expect(await world.told(await waiting)).toMatchObject({
      begins: 'Canceled after …',
      sentence: 'BLPOP no longer waits on <6381>: its connection was closed',
    })
    await expect.poll(clients).toContain('blocked_clients:0')
    expect(await world.ask('6381', 'RPUSH', 'queue', 'order:1')).toBe(1)
    expect(await world.ask('6381', 'DEL', 'queue')).toBe(1)
  })

  it('a script that does not end', async () => {
    await world.line('6381', 'CONFIG SET busy-reply-threshold 10')
    const left = new AbortController()
    const script = world.words('6381', ['EVAL', 'while true do end', '0'], left.signal)
    const refused = async () => String(await world.ask('6381', 'PING').catch(String))
    await expect.poll(refused).toContain('BUSY')
    left.abort()
    expect(await world.told(await script)).toMatchObject({
      begins: 'Canceled after …',
      sentence: '<6381> may still run EVAL: only the waiting was canceled',
    })
    expect(await world.asked('6381', 'GET a')).toMatchObject({
      begins: 'BUSY …',
      sentence: 'a script has run on <6381> for too long; no other commands are served: SCRIPT KILL',
    })
    await world.line('6381', 'SCRIPT KILL')
    // OK comes before the script ends: the next test must not take its BUSY for that of another.
    await expect.poll(refused).toBe('PONG')
  })

  it('a script that has written and does not end', async () => {
    await world.line('6381', 'CONFIG SET busy-reply-threshold 10')
    const left = new AbortController()
    const endless = "redis.call('set', KEYS[1], '1') while true do end"
    const script = world.words('6381', ['EVAL', endless, '1', 'a'], left.signal)
    await expect.poll(async () => String(await world.ask('6381', 'PING').catch(String))).toContain('BUSY')
    left.abort()
    await script
    expect(await world.asked('6381', 'SCRIPT KILL')).toMatchObject({
      begins: 'UNKILLABLE',
      sentence: 'the script on <6381> has already written, or came from its master, so it cannot be stopped',
    })
    await world.performer.perform({do: 'kill', node: '6381'})
    await world.performer.perform({do: 'start', node: '6381'})
  })

  it('a key that already exists, here and at the target of MIGRATE', async () => {
    const dump = await world.line('6379', 'DUMP a')
    const bytes = dump.is === 'replied' && dump.reply.type === 'bulk' ? dump.reply.bytes : ''
    expect(await world.told(await world.words('6379', ['RESTORE', 'a', '0', bytes]))).toMatchObject({
      begins: 'BUSYKEY Target key name already exists',
      sentence: 'the target already has a key of this name',
    })
    await world.line('6380', 'SET a 2')
    expect(await world.asked('6379', 'MIGRATE 127.0.0.1 {6380} a 0 100')).toMatchObject({
      begins: 'ERR Target instance replied with error: …',
      sentence: 'the target <6380> refused: the target already has a key of this name',
    })
  })

  it('a master and a replica of it', async () => {
    await world.line('6479', 'REPLICAOF 127.0.0.1 {6379}')
    // Valkey 9 looks once a second whether the RDB is there.
    await expect
      .poll(async () => String(await world.ask('6479', 'INFO', 'replication')))
      .toContain('master_link_status:up')
    for (const [typed, begins, sentence] of [
      [
        'SET a 1',
        "READONLY You can't write against a read only replica",
        '<6479> is a replica of <6379> and does not accept writes: @<6379> SET …',
      ],
      [
        'WAIT 1 0',
        'ERR WAIT cannot be used with replica instances',
        '<6479> is a replica; send WAIT to its master <6379>: @<6379> WAIT …',
      ],
      [
        'FAILOVER',
        'ERR FAILOVER is not valid when server is a replica',
        '<6479> is a replica; send FAILOVER to its master <6379>: @<6379> FAILOVER',
      ],
    ] as const)
      expect(await world.asked('6479', typed)).toMatchObject({begins, sentence})
    expect(await world.asked('6379', 'FAILOVER TO 127.0.0.1 1')).toMatchObject({
      begins: 'ERR FAILOVER target HOST and PORT is not a replica',
      sentence: '<6379> has no replica that could take over, or the named node is not its replica',
    })
    if (beginningOf('waitAofOnReplica')) {
      expect(await world.asked('6479', 'WAITAOF 1 1 0')).toMatchObject({
        begins: beginningOf('waitAofOnReplica'),
        sentence: '<6479> is a replica; send WAITAOF to its master <6379>: @<6379> WAITAOF …',
      })
      await world.line('6379', 'CONFIG SET appendonly no')
      expect(await world.asked('6379', 'WAITAOF 1 1 0')).toMatchObject({
        begins: beginningOf('waitAofWithoutFile'),
        sentence:
          '<6379> has appendonly no: it has no AOF in which your writes could be: CONFIG SET appendonly yes',
      })
    }
    const redirect = beginningOf('redirect')
    if (redirect)
      expect(
        await world.askedAt(portOf('6479', rosterAt(world.base)), 'GET a', 'CLIENT CAPA redirect'),
      ).toMatchObject({
        begins: redirect,
        sentence: expect.stringMatching(/ redirects its clients to 127.0.0.1:<6379>$/),
      })
    await world.line('6379', 'CONFIG SET min-replicas-to-write 2')
    expect(await world.asked('6379', 'SET a 1')).toMatchObject({
      begins: 'NOREPLICAS Not enough good replicas to write',
      sentence:
        '<6379> has 1 good replica, fewer than it requires for a write: CONFIG SET min-replicas-to-write 0',
    })
    await world.line('6479', 'CONFIG SET replica-serve-stale-data no')
    await world.performer.perform({do: 'kill', node: '6379'})
    await expect
      .poll(async () => String(await world.ask('6479', 'INFO', 'replication')))
      .toContain('master_link_status:down')
    expect(await world.asked('6479', 'GET a')).toMatchObject({
      begins: 'MASTERDOWN Link with MASTER is down',
      sentence: '<6479> has lost its master <6379> and may not serve old data: /start <6379>',
    })
    await world.line('6479', 'CONFIG SET replica-serve-stale-data yes')
    expect(await world.asked('6479', 'PSYNC ? -1')).toMatchObject({
      begins: "NOMASTERLINK Can't SYNC while not connected with my master",
      sentence: '<6479> has no link to its own master, so it cannot pass data on',
    })
    expect(await world.asked('6379', 'GET a')).toMatchObject({
      begins: 'Could not connect to Redis at …',
      sentence: '<6379> is down: it was killed: /start <6379>, or use another node',
    })
  })

  it('a node that changes or goes while a command waits there', async () => {
    for (const [stop, begins, sentence] of [
      [
        async () => {
          const [, id = ''] =
            /id=(\d+) .* cmd=blpop /.exec(String(await world.ask('6480', 'CLIENT', 'LIST'))) ?? []
          await world.ask('6480', 'CLIENT', 'UNBLOCK', id, 'ERROR')
        },
        'UNBLOCKED client unblocked via CLIENT UNBLOCK',
        'somebody ended the waiting on <6480> with CLIENT UNBLOCK',
      ],
      [
        () => world.ask('6480', 'REPLICAOF', '127.0.0.1', '1'),
        'UNBLOCKED',
        '<6480> became a replica while BLPOP waited there',
      ],
      [
        () => world.performer.perform({do: 'kill', node: '6480'}),
        'Error: Server closed the connection',
        '<6480> ended the connection before it replied: BLPOP may have run',
      ],
    ] as const) {
      await world.ask('6480', 'REPLICAOF', 'NO', 'ONE')
      const waiting: Promise<Outcome> = world.line('6480', 'BLPOP queue 0')
      await expect
        .poll(async () => String(await world.ask('6480', 'CLIENT', 'LIST')))
        .toContain(' cmd=blpop ')
      await stop()
      expect(await world.told(await waiting)).toMatchObject({begins, sentence})
    }
  })

  it('a paused node', async () => {
    await world.performer.perform({do: 'pause', node: '6481'})
    const left = new AbortController()
    const waiting = world.words('6481', ['SET', 'a', '1'], left.signal)
    left.abort()
    expect(await world.told(await waiting)).toMatchObject({
      begins: 'Canceled after …',
      sentence: '<6481> is paused; it runs what was sent to it once it resumes: /resume <6481>',
    })
    await world.performer.perform({do: 'resume', node: '6481'})
  })

  it('a node that still reads its data', async () => {
    await world.line('6481', 'DEBUG POPULATE 5000 key 100')
    await world.line('6481', 'BGREWRITEAOF')
    await expect
      .poll(async () => String(await world.ask('6481', 'INFO', 'persistence')))
      .toContain('aof_rewrite_in_progress:0')
    await world.performer.perform({do: 'kill', node: '6481'})
    const conf = join(world.keeper.folder, '6481', 'redis.conf')
    await writeFile(conf, 'key-load-delay 2000\nloading-process-events-interval-bytes 1024\n', {flag: 'a'})
    const started = world.performer.perform({do: 'start', node: '6481'})
    await expect
      .poll(() => world.asked('6481', 'GET a'), {interval: 5, timeout: 10_000})
      .toMatchObject({
        begins: 'LOADING … is loading the dataset in memory',
        sentence: '<6481> is still reading its data from the disk: INFO persistence',
      })
    await world.ask('6481', 'CONFIG', 'SET', 'key-load-delay', '0')
    await started
  })
})

describe('In a cluster', () => {
  let world: Explaining
  let ids: Readonly<Record<string, string>>
  beforeAll(async () => {
    world = await explaining('cluster')
    const names = ['6379', '6380', '6381', '6479'] as const
    ids = Object.fromEntries(
      await Promise.all(names.map(async name => [name, String(await world.ask(name, 'CLUSTER', 'MYID'))])),
    )
    await world.line('6379', 'SET bar 1')
  })
  afterAll(() => world[Symbol.asyncDispose]())

  /** `ID-6380` stands for its id. */
  const withIds = (typed: string) => typed.replace(/ID-(\d{4})/g, (_, name) => ids[name] ?? '')

  it.each<Case>([
    [
      '6379',
      'SET foo 1',
      'MOVED … …',
      'slot 12182 is served by <6381>, not by <6379>: @<6381> SET …, or /cluster on',
    ],
    [
      '6479',
      'GET bar',
      'MOVED … …',
      '<6479> is a replica: slot 5061 is served by its master <6379>: @<6379> GET …, or /cluster on',
    ],
    [
      '6379',
      'MGET bar {bar}2 foo',
      "CROSSSLOT Keys in request don't hash to the same slot",
      'bar is in slot 5061, foo in slot 12182: one key at a time, or a shared hash tag: {shop}:bar',
    ],
    ...[
      'EVAL "return 1" 2 bar foo',
      'LMPOP 2 bar foo LEFT',
      'SINTERCARD 2 bar foo',
      'XREAD STREAMS bar foo 0 0',
      'ZUNION 2 bar foo',
      'SORT bar STORE foo',
    ].map(
      (typed): Case => [
        '6379',
        typed,
        "CROSSSLOT Keys in request don't hash to the same slot",
        'bar is in slot 5061, foo in slot 12182: one key at a time, or a shared hash tag: {shop}:bar',
      ],
    ),
    [
      '6379',
      'SELECT 1',
      beginningOf('otherDatabase'),
      isHere({valkey: '9.0'})
        ? '<6379> has no database with this number: CONFIG GET cluster-databases'
        : 'this cluster has one database, number 0',
    ],
    [
      '6379',
      `EVAL "return redis.call('GET', 'foo')" 0`,
      beginningOf('foreignKey'),
      'the script used a key that it did not declare or that is not on <6379>',
    ],
    [
      '6379',
      `EVAL "return redis.call('MGET', 'bar', 'foo')" 0`,
      beginningOf('keysOfTwoSlots'),
      'the script used a key that it did not declare or that is not on <6379>',
    ],
    [
      '6379',
      'SORT bar BY w_*',
      'ERR BY option of SORT denied in …luster mode',
      'SORT would read keys by a pattern, and they may be in other slots',
    ],
    [
      '6379',
      'REPLICAOF NO ONE',
      'ERR REPLICAOF not allowed in cluster mode',
      'in a cluster, <6379> follows a master by its node id: CLUSTER REPLICATE ID',
    ],
    [
      '6379',
      'FAILOVER',
      'ERR FAILOVER not allowed in cluster mode',
      'in a cluster, the command goes to the replica that takes over, not to its master: @<6479> CLUSTER FAILOVER',
    ],
    [
      '6379',
      'CLUSTER FAILOVER',
      'ERR You should send CLUSTER FAILOVER to a replica',
      '<6379> is already a master: @<6479> CLUSTER FAILOVER',
    ],
    [
      '6379',
      'CLUSTER REPLICATE ID-6380',
      'ERR To set a master the node must be empty and without assigned slots',
      '<6379> serves 0-5460 and has 1 key: it cannot become a replica',
    ],
    [
      '6480',
      'CLUSTER REPLICATE ID-6479',
      'ERR I can only replicate a master, not a replica',
      'SHORT-6479 is the id of a replica: CLUSTER NODES',
    ],
    [
      '6379',
      'CLUSTER REPLICATE ID-6379',
      "ERR Can't replicate myself",
      'SHORT-6379 is the id of <6379> itself',
    ],
    [
      '6480',
      'CLUSTER REPLICATE {6379}',
      'ERR Unknown node …',
      '<6480> knows no node with the id <6379>: CLUSTER NODES',
    ],
    [
      '6379',
      'CLUSTER MEET localhost 6380',
      'ERR Invalid node address specified: …',
      'CLUSTER MEET does not accept localhost:6380: it needs an IP address and a port: CLUSTER MEET 127.0.0.1 PORT',
    ],
    [
      '6379',
      'CLUSTER MEET 127.0.0.1 abc',
      beginningOf('port'),
      'CLUSTER MEET does not accept abc: it needs an IP address and a port: CLUSTER MEET 127.0.0.1 PORT',
    ],
    [
      '6379',
      'CLUSTER ADDSLOTS 6000',
      'ERR Slot … is already busy',
      'slot 6000 already belongs to <6380>: CLUSTER NODES',
    ],
    [
      '6379',
      'CLUSTER ADDSLOTS 99999',
      'ERR Invalid or out of range slot',
      'slots are numbered 0 to 16383; name each once, and the lower end of a range first',
    ],
    [
      '6379',
      'CLUSTER ADDSLOTSRANGE 5 2',
      'ERR start slot number … is greater than end slot number …',
      'slots are numbered 0 to 16383; name each once, and the lower end of a range first',
    ],
    [
      '6479',
      'CLUSTER SETSLOT 5061 STABLE',
      'ERR Please use SETSLOT only with masters',
      '<6479> is a replica; the slots belong to its master <6379>: @<6379> CLUSTER SETSLOT …',
    ],
    [
      '6379',
      'CLUSTER SETSLOT 6000 MIGRATING ID-6381',
      "ERR I'm not the owner of hash slot …",
      'slot 6000 is served by <6380>, so <6379> cannot migrate it: @<6380> CLUSTER SETSLOT …',
    ],
    [
      '6379',
      'CLUSTER SETSLOT 5061 IMPORTING ID-6381',
      "ERR I'm already the owner of hash slot …",
      '<6379> already serves slot 5061, so it cannot import it',
    ],
    ...(beginningOf('setslotItself')
      ? ([
          [
            '6379',
            'CLUSTER SETSLOT 6000 IMPORTING ID-6379',
            beginningOf('setslotItself'),
            'SHORT-6379 is the id of <6379> itself',
          ],
        ] as const)
      : []),
    [
      '6379',
      'CLUSTER SETSLOT 5061 MIGRATING nosuch',
      "ERR I don't know about node …",
      '<6379> knows no node with the id nosuch: CLUSTER NODES',
    ],
    [
      '6379',
      'CLUSTER SETSLOT 5061 NODE ID-6380',
      "ERR Can't assign hashslot … to a different node while I still hold keys for this hash slot",
      '<6379> still holds keys of slot 5061: CLUSTER GETKEYSINSLOT 5061 10',
    ],
    [
      '6379',
      'CLUSTER RESET',
      "ERR CLUSTER RESET can't be called with master nodes containing keys",
      '<6379> is a master with 1 key: only an empty master can be reset; FLUSHALL would delete it',
    ],
    [
      '6379',
      'CLUSTER FORGET ID-6379',
      "ERR I tried hard but I can't forget myself",
      '<6379> cannot forget itself or its own master',
    ],
    [
      '6479',
      'CLUSTER FORGET ID-6379',
      "ERR Can't forget my master",
      '<6479> cannot forget itself or its own master',
    ],
    [
      '6379',
      'CLUSTER SET-CONFIG-EPOCH 9',
      'ERR The user can assign a config epoch only when the node does not know any other node',
      '<6379> already knows other nodes or has an epoch',
    ],
  ])('%s %s', async (node, typed, begins, sentence) => {
    const came = await world.asked(node, withIds(typed))
    const wanted = sentence.replace(/SHORT-(\d{4})/g, (_, name) => `${ids[name]?.slice(0, 8)}…`)
    expect(came).toMatchObject({begins, sentence: wanted})
  })

  it('a slot that is on its way', async () => {
    const slot = 3443
    await world.line('6379', 'MSET {user1000}.a 1 {user1000}.b 1')
    expect(await world.asked('6379', 'MIGRATE 127.0.0.1 {6380} {user1000}.a 0 1000')).toMatchObject({
      begins: 'ERR Target instance replied with error: …',
      sentence: `the target <6380> refused: slot ${slot} is served by <6379>, not by <6380>`,
    })
    await world.line('6380', `CLUSTER SETSLOT ${slot} IMPORTING ${ids['6379']}`)
    await world.line('6379', `CLUSTER SETSLOT ${slot} MIGRATING ${ids['6380']}`)
    await world.line('6379', 'MIGRATE 127.0.0.1 {6380} {user1000}.a 0 1000')
    expect(await world.asked('6379', 'GET {user1000}.a')).toMatchObject({
      begins: 'ASK … …',
      sentence: `slot ${slot} is being moved to <6380>, and <6379> does not have this key: @<6380> ASKING, then @<6380> GET …`,
    })
    expect(await world.asked('6379', 'MGET {user1000}.a {user1000}.b')).toMatchObject({
      begins: 'TRYAGAIN',
      sentence: `slot ${slot} is being moved, and <6379> does not have all of these keys: one key at a time, or again after the move`,
    })
  })

  it('a master that is down, a cluster that is not whole any more, and one that was cut to its minority', async () => {
    await world.line('6379', 'CONFIG SET cluster-allow-reads-when-down yes')
    await world.performer.perform({do: 'kill', node: '6481'})
    await world.performer.perform({do: 'kill', node: '6381'})
    const dead = {
      begins: 'MOVED … …',
      sentence: 'slot 12182 still belongs to <6381>, which is down: /start <6381>',
    }
    expect(await world.asked('6379', 'GET foo')).toMatchObject(dead)
    const patience = {timeout: 10_000, interval: 50}
    const fact = 'reports cluster_state:fail: it marks <6381> as fail, with 5461 slots: /start <6381>'
    await expect
      .poll(() => world.asked('6380', 'GET name'), patience)
      .toMatchObject({begins: 'CLUSTERDOWN The cluster is down', sentence: `<6380> ${fact}`})
    await expect
      .poll(() => world.asked('6379', 'SET bar 1'), patience)
      .toMatchObject({
        begins: 'CLUSTERDOWN The cluster is down and only accepts read commands',
        sentence: `<6379> ${fact}`,
      })
    await world.performer.perform({do: 'kill', node: '6380'})
    await expect
      .poll(() => world.asked('6480', 'CLUSTER FAILOVER'), patience)
      .toMatchObject({
        begins: 'ERR Master is down or failed, please use CLUSTER FAILOVER FORCE',
        sentence:
          '<6480> cannot agree with its master <6380>, which is down or marked fail: CLUSTER FAILOVER FORCE',
      })
  })

  it('a master whose replica is being elected, and one that finds itself alone', async () => {
    await using other = await explaining('cluster')
    await other.performer.perform({do: 'kill', node: '6381'})
    expect(await other.asked('6379', 'GET foo')).toMatchObject({
      sentence:
        'slot 12182 still belongs to <6381>, which is down: a replica may take over in a few seconds; or /start <6381>',
    })
    // Valkey 9 elects within milliseconds of the failure: hardly anybody is told.
    if (isHere({valkey: '9.0'})) return
    await expect
      .poll(() => other.asked('6379', 'GET bar'), {timeout: 10_000, interval: 5})
      .toMatchObject({
        sentence:
          '<6379> reports cluster_state:fail: it marks <6381> as fail, with 5461 slots: its replica can take over; try again in a few seconds',
      })
  })

  it('a master whose replica cannot be elected, and what brings its slots back', async () => {
    await using other = await explaining('cluster')
    const {performer} = other
    const isServed = () =>
      expect.poll(async () => (await other.line('6379', 'GET bar')).is, {timeout: 10_000}).toBe('replied')
    await other.line('6481', 'CONFIG SET cluster-replica-no-failover yes')
    await performer.perform({do: 'kill', node: '6381'})
    const refusal = {
      sentence:
        'slot 12182 still belongs to <6381>, which is down: <6481> may not stand for election: @<6481> CONFIG SET cluster-replica-no-failover no; or /start <6381>',
    }
    await expect.poll(() => other.asked('6379', 'GET foo'), {timeout: 10_000}).toMatchObject(refusal)
    await other.line('6481', 'CONFIG SET cluster-replica-no-failover no')
    await expect
      .poll(() => other.asked('6379', 'GET foo'))
      .toMatchObject({
        sentence: 'slot 12182 is served by <6481>, not by <6379>: @<6481> GET …, or /cluster on',
      })
    await isServed()
  })

  it('a replica that the masters have forgotten, until one of them meets it again', async () => {
    await using other = await explaining('cluster')
    const {performer} = other
    const id = String(await other.ask('6481', 'CLUSTER', 'MYID'))
    const others = ['6379', '6380', '6479', '6480'] as const
    for (const node of ['6381', ...others] as const) await other.ask(node, 'CLUSTER', 'FORGET', id)
    await performer.perform({do: 'kill', node: '6381'})
    await expect
      .poll(() => other.asked('6379', 'GET foo'), {timeout: 10_000})
      .toMatchObject({
        sentence:
          'slot 12182 still belongs to <6381>, which is down: the masters do not know <6481>, so it gets no votes: /start <6381>; or, 60 s after CLUSTER FORGET, @<6379> CLUSTER MEET 127.0.0.1 <6481>',
      })
    // A restarted node has forgotten whom it was to forget, so the minute need not pass. Nodes since 7.2 also tell each other.
    for (const node of others) {
      await performer.perform({do: 'kill', node})
      await performer.perform({do: 'start', node})
    }
    await other.line('6379', 'CLUSTER MEET 127.0.0.1 {6481}')
    await other.line('6380', 'CLUSTER MEET 127.0.0.1 {6481}')
    await expect
      .poll(() => other.asked('6379', 'GET foo'))
      .toMatchObject({
        sentence: 'slot 12182 is served by <6481>, not by <6379>: @<6481> GET …, or /cluster on',
      })
  })

  it('two masters that each name the other for a slot, and the line that repairs it', async () => {
    await using other = await explaining('cluster')
    const id = String(await other.ask('6379', 'CLUSTER', 'MYID'))
    await other.ask('6381', 'CLUSTER', 'SETSLOT', '12182', 'NODE', id)
    const {sentence} = await other.asked('6379', 'SET foo 1')
    expect(sentence).toMatch(
      /^<6379> and <6381> each name the other for slot 12182: nobody serves it: @<6381> CLUSTER SETSLOT 12182 NODE \w{40}$/,
    )
    await other.line('6381', sentence.replace(/^.*@<6381> /, ''))
    expect(await other.asked('6379', 'SET foo 1')).toMatchObject({
      sentence: 'slot 12182 is served by <6381>, not by <6379>: @<6381> SET …, or /cluster on',
    })
    expect(await other.line('6381', 'SET foo 1')).toMatchObject({reply: {text: 'OK'}})
  })

  it('one that finds itself among too few, and one that has just come back', async () => {
    await using other = await explaining('cluster')
    await other.performer.perform({do: 'kill', node: '6380'})
    await other.performer.perform({do: 'start', node: '6380'})
    expect(await other.asked('6380', 'GET name')).toMatchObject({
      begins: 'CLUSTERDOWN The cluster is down',
      sentence:
        '<6380> waits: after a start or a return, a node checks the cluster before it serves: try again in two seconds',
    })
    await Promise.all([
      other.performer.perform({do: 'kill', node: '6380'}),
      other.performer.perform({do: 'kill', node: '6381'}),
    ])
    await expect
      .poll(() => other.asked('6379', 'GET bar'), {timeout: 10_000, interval: 50})
      .toMatchObject({
        begins: 'CLUSTERDOWN The cluster is down',
        sentence:
          '<6379> reports cluster_state:fail: it reaches too few masters (10923 slots unreachable): /start <6380>',
      })
  })
})

describe('Before there is a cluster', () => {
  it('slots that nobody has', async () => {
    await using world = await explaining('bare')
    for (const [typed, begins, sentence] of [
      [
        'SET foo 1',
        'CLUSTERDOWN Hash slot not served',
        'no node serves slot 12182; <6379> sees 0 of 16384 assigned: CLUSTER ADDSLOTSRANGE FIRST LAST',
      ],
      [
        'CLUSTER DELSLOTS 9000',
        'ERR Slot … is already unassigned',
        'slot 9000 has no owner, as far as <6379> knows',
      ],
      [
        'CLUSTER ADDSLOTS 1 1',
        'ERR Slot … specified multiple times',
        'slots are numbered 0 to 16383; name each once, and the lower end of a range first',
      ],
    ] as const)
      expect(await world.asked('6379', typed)).toMatchObject({begins, sentence})
    await world.line('6379', 'CLUSTER SET-CONFIG-EPOCH 5')
    expect(await world.asked('6379', 'CLUSTER SET-CONFIG-EPOCH 6')).toMatchObject({
      begins: 'ERR Node config epoch is already non-zero',
    })
    await world.line('6379', 'CLUSTER ADDSLOTSRANGE 0 5460')
    expect(await world.asked('6379', 'SET bar 1')).toMatchObject({
      begins: 'CLUSTERDOWN The cluster is down',
      sentence:
        '<6379> reports cluster_state:fail: only 5461 of 16384 slots are assigned: assign the others to a master with CLUSTER ADDSLOTSRANGE',
    })
  })
})

describe('On servers that are not of the lab', () => {
  it('one without a file, and one that was not allowed DEBUG', async () => {
    await using world = await explaining('standalone')
    await using foreign = await startForeignServer(await freeBase())
    for (const [typed, begins, sentence] of [
      [
        'CONFIG REWRITE',
        'ERR The server is running without a config file',
        '<6379> was started without a configuration file, so it cannot rewrite one',
      ],
      ['DEBUG SLEEP 0', 'ERR DEBUG command not allowed', '<6379> was started with DEBUG disabled'],
    ] as const)
      expect(await world.askedAt(foreign.port, typed)).toMatchObject({begins, sentence})
  })

  it('a Sentinel', async () => {
    await using world = await explaining('standalone')
    await world.line('6479', 'REPLICAOF 127.0.0.1 {6379}')
    // Sentinel asks its master for replicas when it starts, and then every ten seconds.
    await expect
      .poll(async () => String(await world.ask('6379', 'INFO', 'replication')))
      .toContain('state=online')
    await using sentinel = await startSentinel(await freeBase(), {
      pair: portOf('6379', rosterAt(world.base)),
      alone: portOf('6380', rosterAt(world.base)),
    })
    const patience = {timeout: 20_000}
    await expect
      .poll(() => world.askedAt(sentinel.port, 'SENTINEL FAILOVER alone'), patience)
      .toMatchObject({
        begins: 'NOGOODSLAVE',
        sentence: 'Sentinel has no replica that it could promote: SENTINEL MASTERS',
      })
    expect(await world.askedAt(sentinel.port, 'SENTINEL CKQUORUM alone')).toMatchObject({
      begins: 'NOQUORUM',
      sentence: 'too few Sentinels are reachable to agree on a failover: SENTINEL MASTERS',
    })
    expect(await world.askedAt(sentinel.port, 'SENTINEL MASTER nosuch')).toMatchObject({
      begins: 'ERR No such master with that name',
      sentence: 'this Sentinel monitors no master with that name: SENTINEL MASTERS',
    })
    await expect
      .poll(() => world.askedAt(sentinel.port, 'SENTINEL FAILOVER pair'), patience)
      .toMatchObject({text: 'OK'})
    expect(await world.askedAt(sentinel.port, 'SENTINEL FAILOVER pair')).toMatchObject({
      begins: 'INPROG',
      sentence: 'a failover of this master is already in progress',
    })
  })
})

it('No error of the table is left that was not provoked, but for the words of other versions and what is not tried here', () => {
  const untried = [
    // A disk that is full
    'MISCONF Errors writing to the AOF file',
    'MISCONF … is configured to persist data to AOF',
    // Valkey 8.1
    'ERR Cluster bus port number is out of range',
  ]
  const left = explanations.map(({begins}) => begins).filter(begins => !provoked.has(begins))
  expect(left.sort()).toEqual([...untried, ...wordsOfOthers()].sort())
})
