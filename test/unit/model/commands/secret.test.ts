import {describe, expect, test} from 'vitest'
import {isSecret} from '../../../../src/model/commands/secret.ts'

describe('A line with a password in it', () => {
  test.each([
    'AUTH hunter2',
    'auth ann hunter2',
    '  AUTH   hunter2',
    '"AUTH" hunter2',
    '@6480 AUTH hunter2',
    '@all auth hunter2',
    '3 AUTH hunter2',
    '3 @6480 AUTH hunter2',
    'AUTH "not closed',
    'CONFIG SET requirepass hunter2',
    'config set masterauth hunter2',
    'CONFIG SET appendonly yes requirepass hunter2',
    'CONFIG SET masteruser ann',
    '/conf 6382 requirepass hunter2',
    '  /CONF 6382 masterauth hunter2',
    '/ conf 6382 requirepass hunter2',
    '/conf 6382 user ann on >hunter2',
    'CONFIG SET primaryauth hunter2',
    'CONFIG SET tls-key-file-pass hunter2',
    'ACL SETUSER ann on >hunter2 ~* +@all',
    'HELLO 3 AUTH ann hunter2',
    'HELLO 3 SETNAME me AUTH ann hunter2',
    'MIGRATE 127.0.0.1 6380 cart 0 100 AUTH hunter2',
    'MIGRATE 127.0.0.1 6380 "" 0 100 COPY AUTH2 ann hunter2 KEYS cart',
    'SENTINEL SET mymaster auth-pass hunter2',
    'redis-cli -a hunter2',
    'redis-cli -p 6380 -ahunter2 PING',
    'redis-cli --pass hunter2 PING',
    'redis-cli -u redis://ann:hunter2@127.0.0.1:6380',
    'redis-cli -p 6380 AUTH hunter2',
    'redis-cli -c CONFIG SET requirepass hunter2',
  ])('is a secret: %s', line => {
    expect(isSecret(line)).toBe(true)
  })

  test.each([
    '',
    'PING',
    'SET auth 1',
    'GET requirepass',
    'CONFIG GET requirepass',
    'CONFIG SET appendonly yes',
    'ACL WHOAMI',
    'HELLO 3',
    'HELLO 3 SETNAME auth-service',
    'MIGRATE 127.0.0.1 6380 auth 0 100',
    'redis-cli -p 6480 GET cart',
    'SENTINEL MASTERS',
    '/kill 6381',
    '@6480 GET auth',
  ])('is not: %s', line => {
    expect(isSecret(line)).toBe(false)
  })

  test('a line of a megabyte is looked through once', () => {
    const words = 'a '.repeat(500_000)
    const before = process.cpuUsage()
    expect(isSecret(`SET k ${words}`)).toBe(false)
    expect(isSecret(`redis-cli SET k ${words} AUTH x`)).toBe(true)
    const {user, system} = process.cpuUsage(before)
    // For each word, all the words before it were looked through: minutes.
    expect((user + system) / 1e6).toBeLessThan(10)
  })
})

test('A line of a megabyte is searched for names only, and found out all the same', () => {
  const long = 'x'.repeat(1_000_000)
  expect([isSecret(`SET k ${long}`), isSecret(`SET k "${long} auth"`)]).toEqual([false, false])
  expect([isSecret(`AUTH ${long}`), isSecret(`redis-cli -a ${long}`), isSecret(`ＡＵＴＨ ${long}`)]).toEqual([
    true,
    true,
    true,
  ])
})
