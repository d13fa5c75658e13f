import {describe, expect, it} from 'vitest'
import {compareVersions} from '../../../../src/model/cluster/versions.ts'
import {isNewEnough, parseServerVersion} from '../../../../src/redis/install/server-version.ts'

describe('The output of --version is parsed', () => {
  it.each([
    [
      'Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=9ca5fbf1ad6b2be5',
      {kind: 'redis', version: '7.0.15'},
    ],
    [
      'Valkey server v=8.0.1 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=f6f9bd7b8d2d1a\n',
      {kind: 'valkey', version: '8.0.1'},
    ],
    ['Redis server v=255.255.255 sha=4f8cdc2:1 …', {kind: 'redis', version: '255.255.255'}],
    ['Valkey server v=9.0.0-rc1 sha=0', {kind: 'valkey', version: '9.0.0'}],
    ['Redict server v=7.3.6 sha=0', undefined],
    ['KeyDB server v=6.3.4 sha=0', undefined],
    ['redis-cli 7.0.15', undefined],
    ['', undefined],
  ])('%s', (printed, expected) => {
    expect(parseServerVersion(printed)).toEqual(expected)
  })
})

describe('Redis from 7.0 and Valkey from 7.2 are new enough', () => {
  it.each([
    ['redis', '6.2.14', false],
    ['redis', '7.0', true],
    ['redis', '7.0.0', true],
    ['redis', '10.0.0', true],
    ['valkey', '7.0.15', false],
    ['valkey', '7.2.5', true],
    ['valkey', '8.0.1', true],
  ] as const)('%s %s: %s', (kind, version, expected) => {
    expect(isNewEnough({kind, version})).toBe(expected)
  })
})

it('Versions are compared by number, not as text', () => {
  expect(['7.0.15', '8.0', '7.0.9', '10.1', '7.0'].sort(compareVersions)).toEqual([
    '7.0',
    '7.0.9',
    '7.0.15',
    '8.0',
    '10.1',
  ])
})
