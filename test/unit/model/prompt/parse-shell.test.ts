// Lines of a shell, and what they become at this prompt.

import {describe, expect, test} from 'vitest'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import type {Stage} from '../../../../src/model/cluster/snapshot.ts'
import {describe as described} from '../../../../src/model/commands/action.ts'
import {parseLine} from '../../../../src/model/prompt/parse-line.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {recorded} from '../../recorded/recording.ts'

const snapshot = recorded('cluster')
const pid = snapshot.nodes.find(({name}) => name === '6481')?.process.pid ?? 0

/** What a line does; and what is said of it. */
function become(typed: string, roster = rosterAt(6379), stage: Stage = 'cluster'): readonly string[] {
  const line = parseLine(typed, {node: '6380', roster, snapshot, stage})
  if (line.is === 'rejected') return ['rejected', translate('en', line.because)]
  const became = 'became' in line && line.became ? translate('en', line.became) : 'no word'
  if (line.is === 'use') return [`use ${line.node}, following ${line.following}`, became]
  if (line.is === 'tool') return [`redis-cli ${line.words.join(' ')}`, became]
  if (line.is !== 'actions') return [line.is]
  const actions = line.actions.map(action => `${action.node} ${described(action, roster, 1)}`)
  return [`${actions.join(', ')}${line.following ? ', following' : ''}`, became]
}

describe('At this prompt', () => {
  test.each([
    ['redis-cli -p 6480', 'use 6480, following false', '→ /use 6480'],
    ['redis-cli', 'use 6379, following false', '→ /use 6379'],
    ['redis-cli -c -h 127.0.0.1 -p 6381', 'use 6381, following true', '→ /cluster on · /use 6381'],
    [
      'redis-cli -p 6380 INFO replication',
      '6380 INFO replication',
      '→ @6380 INFO replication · over a new connection',
    ],
    [
      'redis-cli SET k "two words"',
      '6379 SET k "two words"',
      '→ @6379 SET k "two words" · over a new connection',
    ],
    [
      'redis-cli -c -p 6379 SET a 1',
      '6379 SET a 1, following',
      '→ @6379 SET a 1 · over a new connection; with -c: redirects are followed for this one command',
    ],
    ['redis-cli -p 6380 SET a -1', '6380 SET a -1', '→ @6380 SET a -1 · over a new connection'],
    [
      'redis-cli -p 6380 asking',
      '6380 asking',
      '→ @6380 asking · over a new connection, which ends with redis-cli: ASKING does not hold for your next line. Without redis-cli it does, because this prompt keeps its connections: @6380 asking',
    ],
    ['kill -9 6381', '6381 kill -9 1', '→ /kill 6381'],
    ['kill 6381', '6381 kill -TERM 1', '→ /stop 6381'],
    ['kill -s STOP 6381', '6381 kill -STOP 1', '→ /pause 6381'],
    ['kill -SIGCONT 6381', '6381 kill -CONT 1', '→ /resume 6381'],
    ['kill -9 6381 6481', '6381 kill -9 1, 6481 kill -9 1', '→ /kill 6381 · /kill 6481'],
    [`kill -9 ${pid}`, '6481 kill -9 1', '→ /kill 6481'],
    ['redis-server 6381/redis.conf', '6381 redis-server 6381/redis.conf', '→ /start 6381'],
    ['redis-server /tmp/rcl-1/6381/redis.conf', '6381 redis-server 6381/redis.conf', '→ /start 6381'],
    ['valkey-cli -p 6480 PING', '6480 PING', '→ @6480 PING · over a new connection'],
    ['./src/redis-cli -p 6480 PING', '6480 PING', '→ @6480 PING · over a new connection'],
    ['/usr/bin/redis-cli -p 6480 PING', '6480 PING', '→ @6480 PING · over a new connection'],
    ['$ redis-cli -p 6480 PING', '6480 PING', '→ @6480 PING · over a new connection'],
    ['[root@db1 ~]# redis-cli -p 6480 PING', '6480 PING', '→ @6480 PING · over a new connection'],
    ['# redis-cli -p 6480 PING', '6480 PING', '→ @6480 PING · over a new connection'],
    ['redis-cli --raw -p 6480', 'use 6480, following false', '→ :set raw · /use 6480'],
    [
      'redis-cli --cluster check localhost 6380',
      'redis-cli --cluster check 127.0.0.1:6380',
      '→ redis-cli --cluster check 127.0.0.1:6380',
    ],
    ['redis-cli --cluster help', 'redis-cli --cluster help', '→ redis-cli --cluster help'],
    [
      'redis-cli --cluster call 127.0.0.1:6379 SET a b:1',
      'redis-cli --cluster call 127.0.0.1:6379 SET a b:1',
      '→ redis-cli --cluster call 127.0.0.1:6379 SET a b:1',
    ],
    [
      'redis-cli --cluster rebalance 127.0.0.1:6379',
      'redis-cli --cluster rebalance 127.0.0.1:6379 --cluster-yes',
      '→ redis-cli --cluster rebalance 127.0.0.1:6379 --cluster-yes',
    ],
    [
      'valkey-cli --user me -a secret --cluster del-node 127.0.0.1:6379 id --pass secret',
      'redis-cli --user me -a secret --cluster del-node 127.0.0.1:6379 id --pass secret --cluster-yes',
      '→ redis-cli --user *** -a *** --cluster del-node 127.0.0.1:6379 id --pass *** --cluster-yes',
    ],
    [
      'redis-cli --cluster check localhost:6380',
      'redis-cli --cluster check 127.0.0.1:6380',
      '→ redis-cli --cluster check 127.0.0.1:6380',
    ],
  ])('%s', (typed, does, said) => {
    expect(become(typed)).toEqual([does, said])
  })

  test.each([
    ['-n 2 GET a', '-p 6379 --no-raw -n 2 GET a'],
    ['-c -p 6480 -3 HGETALL h', '-p 6480 -c --no-raw -3 HGETALL h'],
    ['-r 3 -i 0.1 PING', '-p 6379 --no-raw -r 3 -i 0.1 PING'],
    ['--raw -n 1 GET a', '-p 6379 --raw -n 1 GET a'],
    ['--scan --pattern a*', '-p 6379 --scan --pattern a*'],
    ['-p 6380 --bigkeys', '-p 6380 --bigkeys'],
    ['--latency', '-p 6379 --latency'],
    ['--rdb /tmp/a.rdb', '-p 6379 --rdb /tmp/a.rdb'],
    ['--eval a.lua k , v', '-p 6379 --eval a.lua k , v'],
    ['--cluster backup 127.0.0.1:6381 /tmp', '--cluster backup 127.0.0.1:6381 /tmp'],
    ['--cluster set-timeout 127.0.0.1:6381 2000', '--cluster set-timeout 127.0.0.1:6381 2000'],
    // It asks what to move, so it is not told yes beforehand.
    ['--cluster reshard 127.0.0.1:6379', '--cluster reshard 127.0.0.1:6379'],
  ])('the real redis-cli runs with %s', (typed, does) => {
    expect(become(`redis-cli ${typed}`)).toEqual([`redis-cli ${does}`, `→ redis-cli ${does}`])
  })

  test.each([
    ['redis-cli -p 6380 --stat', /does not run with --stat .* redis-cli -p 6379 …; `doctor` shows how/],
    ['redis-cli -u redis://127.0.0.1:6379 PING', /does not run with -u /],
    ['redis-cli --tls PING', /does not run with --tls /],
    ['redis-cli -x SET k', /^With -x, redis-cli reads what the shell pipes into it/],
    ['redis-cli --pipe', /^With --pipe, .* redis-cli -p 6379 --pipe$/],
    ['redis-cli -p 6380 -n 2', /^Without a command, .*: \/use 6380, then SELECT 2$/],
    ['redis-cli -3', /: \/use 6379, then HELLO 3$/],
    ['redis-cli -a secret', /: \/use 6379, then AUTH …$/],
    ['redis-cli -r 3', /does not run with -r /],
    ['redis-cli -h example.org PING', /example\.org is elsewhere/],
    ['redis-cli -p 5432 PING', /^5432 is not a port or pid/],
    ['redis-cli -p', /^ is not a port or pid/],
    ['redis-cli --cluster create 127.0.0.1:6379', /a stage replaces redis-cli --cluster create/],
    [
      'redis-cli --cluster import 127.0.0.1:6379',
      /^import moves the keys of a server that is not in the cluster/,
    ],
    ['redis-cli --cluster check', /^Usage: redis-cli --cluster check 127\.0\.0\.1:6379\./],
    ['redis-cli --cluster add-node 6382 6379', /^The new node comes first, then any member, /],
    ['redis-cli --cluster add-node 127.0.0.1:6481', /^The new node comes first, then any member, /],
    ['redis-cli --cluster check example.org:6379', /^example\.org:6379 is not a port/],
    ['redis-cli --cluster info 127.0.0.1:1', /^127\.0\.0\.1:1 is not a port/],
    ['redis-cli --cluster fix 127.0.0.1:6379 --bigkeys', /does not run with --bigkeys /],
    ['redis-benchmark -p 6380 -q', /^\/traffic on puts a load/],
    [
      'redis-trib.rb create --replicas 1 127.0.0.1:6379 127.0.0.1:6380',
      /Press Enter to run redis-cli --cluster create 127\.0\.0\.1:6379 127\.0\.0\.1:6380 --cluster-replicas 1$/,
    ],
    ['./redis-trib.rb check 127.0.0.1:6379', /Enter to run redis-cli --cluster check 127\.0\.0\.1:6379$/],
    [
      'ruby src/redis-trib.rb info 127.0.0.1:6379',
      /Enter to run redis-cli --cluster info 127\.0\.0\.1:6379$/,
    ],
    ['redis-trib add-node --slave 127.0.0.1:6479 127.0.0.1:6379', /127\.0\.0\.1:6379 --cluster-slave$/],
    [
      'redis-cli --cluster create 127.0.0.1:6379 127.0.0.1:6380 --replicas 1',
      /a stage replaces redis-cli --cluster create/,
    ],
    [
      'redis-cli --cluster reshard 127.0.0.1:6379 --slots 5',
      /begin with --cluster-\. .* 127\.0\.0\.1:6379 --cluster-slots 5$/,
    ],
    ['redis-cli -p 6381 \\', /continues on the next one/],
    ['kill', /^Usage: kill -9 6381/],
    ['kill -9 1', /^1 is not a port or pid/],
    ['kill -9 6381 abc', /^abc is not a port/],
    ['kill -HUP 6381', /not HUP\.$/],
    ['redis-server', /redis-server 6379\/redis\.conf$/],
    ['redis-server 6381/redis.conf --port 1', /without other options/],
    ['redis-server 1/redis.conf', /^1 is not a port/],
  ])('%s is refused with what to type', (typed, sentence) => {
    expect(become(typed)).toEqual(['rejected', expect.stringMatching(sentence)])
  })

  test('on a bare stage redis-cli creates the cluster, and asks first', () => {
    const create = 'redis-cli --cluster create --cluster-replicas 1 127.0.0.1:6379 127.0.0.1:6380'
    const [does] = become(create, rosterAt(7379), 'bare')
    expect(does).toBe('redis-cli --cluster create 127.0.0.1:7379 127.0.0.1:7380 --cluster-replicas 1')
  })

  test('on a bare stage an option of redis-trib.rb is offered with the name it has now', () => {
    const typed = 'redis-cli --cluster create 127.0.0.1:6379 127.0.0.1:6380 --replicas 1'
    const line = 'redis-cli --cluster create 127.0.0.1:6379 127.0.0.1:6380 --cluster-replicas 1'
    expect(parseLine(typed, {node: '6379', roster: rosterAt(6379), stage: 'bare'})).toMatchObject({
      is: 'rejected',
      because: {key: 'shell.clusterOption', values: {line}},
    })
  })

  test('a moved set of ports is named by its real ports', () => {
    expect(become('redis-cli -p 6480', rosterAt(7379))).toEqual(['use 6480, following false', '→ /use 7480'])
    expect(become('redis-cli --cluster check 127.0.0.1:6379', rosterAt(7379))[0]).toContain('127.0.0.1:7379')
  })

  test('cluster mode is said where it changes', () => {
    const place = {node: '6379', roster: rosterAt(6379), following: true} as const
    expect(parseLine('redis-cli -p 6380', place)).toMatchObject({
      became: {values: {line: '/cluster off · /use 6380'}},
    })
    expect(parseLine('redis-cli -c -p 6380', place)).toMatchObject({became: {values: {line: '/use 6380'}}})
  })
})

describe('An address is', () => {
  const nodes = (typed: string) => {
    const line = parseLine(typed, {node: '6379', roster: rosterAt(6379), snapshot})
    return line.is === 'actions' ? line.actions.map(({node}) => node) : line
  }

  test.each([
    ['@masters PING', ['6379', '6380', '6381']],
    ['@replicas PING', ['6479', '6480', '6481']],
    ['2 @masters PING', ['6379', '6380', '6381', '6379', '6380', '6381']],
  ])('%s', (typed, meant) => {
    expect(nodes(typed)).toEqual(meant)
  })

  test.each(['constructor', 'toString', '__proto__'])('no node: @%s', word => {
    expect(nodes(`@${word} PING`)).toMatchObject({because: {key: 'line.noNode'}})
  })

  test('nobody, where none answers', () => {
    expect(parseLine('@masters PING', {node: '6379', roster: rosterAt(6379)})).toMatchObject({
      because: {key: 'line.nobody'},
    })
  })
})
