// Redis's texts as real nodes sent them (../recorded), and by hand what Redis 7.0 does not print: newer line shapes, fields unknown here.

import {describe, expect, test} from 'vitest'
import {
  infoSection,
  parseClusterNodes,
  parseFields,
  parsePairs,
} from '../../../../src/model/cluster/parse-info.ts'
import {recordedTexts, situations} from '../../recorded/recording.ts'

const me = '04219e586b790bf69b1479e4cf1d2099a70f6462'
const other = '742f2cc11bd7a9eb59a3f78cf8d4e47470fb385a'

describe('INFO', () => {
  const {info} = recordedTexts('replicas', '6379')

  test('gives a section as its fields, in the order printed', () => {
    expect(infoSection(info, 'Replication')).toEqual({
      role: 'master',
      connected_slaves: '2',
      slave0: expect.stringMatching(/^ip=127\.0\.0\.1,port=638[01],state=online,offset=\d+,lag=[01]$/),
      slave1: expect.stringMatching(/^ip=127\.0\.0\.1,port=638[01],state=online,offset=\d+,lag=[01]$/),
      master_failover_state: 'no-failover',
      master_replid: expect.stringMatching(/^[0-9a-f]{40}$/),
      master_replid2: '0'.repeat(40),
      master_repl_offset: expect.stringMatching(/^\d+$/),
      second_repl_offset: '-1',
      repl_backlog_active: '1',
      repl_backlog_size: '1048576',
      repl_backlog_first_byte_offset: '1',
      repl_backlog_histlen: expect.stringMatching(/^\d+$/),
    })
    expect(Object.keys(infoSection(info, 'Replication')).slice(0, 3)).toEqual([
      'role',
      'connected_slaves',
      'slave0',
    ])
  })

  test('gives nothing for a section that was not printed', () => {
    expect(infoSection(info, 'Persistence')).toEqual({})
    expect(infoSection('', 'Replication')).toEqual({})
  })

  test('ends a section where the next begins, and the last where the text ends', () => {
    expect(infoSection('# A\r\nx:1\r\n\r\n# B\r\ny:2\r\n', 'A')).toEqual({x: '1'})
    expect(infoSection('# A\r\nx:1\r\n\r\n# B\r\ny:2\r\n', 'B')).toEqual({y: '2'})
    expect(infoSection('# A\r\n# B\r\ny:2', 'A')).toEqual({})
  })

  test('may have values with colons, empty ones, and fields nobody knows yet', () => {
    expect(
      parseFields('# A\r\nos:Linux: x\r\nempty:\r\nmaster_link_quantum_state:entangled\r\nno colon\r\n:x'),
    ).toEqual({
      os: 'Linux: x',
      empty: '',
      master_link_quantum_state: 'entangled',
    })
  })
})

describe('A value that is a list', () => {
  test.each([
    ['keys=3,expires=0,avg_ttl=0', {keys: '3', expires: '0', avg_ttl: '0'}],
    [
      'ip=127.0.0.1,port=6380,state=online,offset=14,lag=0,type=replica',
      {ip: '127.0.0.1', port: '6380', state: 'online', offset: '14', lag: '0', type: 'replica'},
    ],
    ['a=b=c,alone', {a: 'b=c', alone: ''}],
    ['', {'': ''}],
  ])('%s', (value, pairs) => {
    expect(parsePairs(value)).toEqual(pairs)
  })
})

describe('CLUSTER NODES', () => {
  const lines = (situation: Parameters<typeof recordedTexts>[0]) =>
    parseClusterNodes(recordedTexts(situation, '6379').clusterNodes ?? '')
  const at = (situation: Parameters<typeof recordedTexts>[0], port: number) =>
    lines(situation).find(line => line.port === port)

  test('lists the six by port, in whatever order Redis printed them', () => {
    expect(lines('cluster').map(line => line.port)).toEqual([6379, 6380, 6381, 6479, 6480, 6481])
  })

  test('tells a master with its slots, and the node itself', () => {
    expect(at('cluster', 6379)).toEqual({
      id: me,
      port: 6379,
      flags: ['myself', 'master'],
      epoch: 4,
      link: 'connected',
      slots: ['0-5460'],
      moving: [],
    })
  })

  test('tells a replica with its master', () => {
    expect(at('cluster', 6480)).toMatchObject({flags: ['slave'], masterId: other, slots: []})
  })

  test.each([
    ['killed', {flags: ['master'], link: 'disconnected', slots: ['10923-16383']}],
    ['failed', {flags: ['master', 'fail'], link: 'disconnected', slots: ['10923-16383']}],
    ['promoted', {flags: ['master', 'fail'], slots: []}],
    ['returned', {flags: ['slave'], link: 'connected', slots: []}],
  ] as const)('tells of 6381 when it is %s: %j', (situation, line) => {
    expect(at(situation, 6381)).toMatchObject(line)
  })

  test('keeps a slot on its way apart from the slots that are served', () => {
    expect(at('slot-moving', 6379)).toMatchObject({slots: ['0-5460'], moving: [`[5798-<-${other}]`]})
    const source = parseClusterNodes(recordedTexts('slot-moving', '6380').clusterNodes ?? '')
    expect(source.find(line => line.port === 6380)).toMatchObject({
      slots: ['5461-10922'],
      moving: [`[5798->-${me}]`],
    })
  })

  test('of a node that knows nobody is one line, without an address of its own', () => {
    expect(lines('bare')).toMatchObject([
      {port: 6379, flags: ['myself', 'master'], slots: [], link: 'connected'},
    ])
  })

  test('names one that is only being met', () => {
    expect(at('handshake', 1)).toMatchObject({flags: ['handshake'], link: 'disconnected'})
  })

  test.each([
    ['a hostname (7.0)', `${me} 127.0.0.1:6379@16379,node-1.example master - 0 1 4 connected 0-5460`, 6379],
    [
      'an empty hostname and a shard (7.2)',
      `${me} 127.0.0.1:6379@16379,,shard-id=69bc master - 0 1 4 connected 0-5460`,
      6379,
    ],
    [
      'auxiliary fields (Valkey 8)',
      `${me} 127.0.0.1:6379@16379,,tls-port=0,shard-id=69bc,availability-zone= master - 0 1 4 connected 0-5460`,
      6379,
    ],
    ['an IPv6 address', `${me} ::1:6379@16379 master - 0 1 4 connected 0-5460`, 6379],
    ['no bus port (before 4.0)', `${me} 127.0.0.1:6379 master - 0 1 4 connected 0-5460`, 6379],
    ['no address', `${me} :0@0 master,noaddr - 0 1 4 disconnected 0-5460`, 0],
    ['a flag unknown here', `${me} 127.0.0.1:6379@16379 master,enlightened - 0 1 4 connected 0-5460`, 6379],
  ])('may come with %s', (_, text, port) => {
    expect(parseClusterNodes(`${text}\n`)).toMatchObject([{id: me, port, epoch: 4, slots: ['0-5460']}])
  })

  test('is read as far as it goes when it is cut short', () => {
    expect(parseClusterNodes(`${me} 127.0.0.1:6379@16379`)).toMatchObject([{id: me, port: 6379, slots: []}])
    expect(parseClusterNodes('\n \n')).toEqual([])
  })
})

test('Every recorded text is read without a remainder: each line becomes a field or a node', () => {
  const texts = situations.flatMap(situation => {
    try {
      return [recordedTexts(situation, '6381')]
    } catch {
      return []
    }
  })
  expect(texts.length).toBeGreaterThan(10)
  for (const {info, clusterInfo = '', clusterNodes = ''} of texts) {
    const printed = `${info}${clusterInfo}`.split('\r\n').filter(line => /^[a-z]/.test(line))
    expect(Object.keys(parseFields(`${info}${clusterInfo}`))).toHaveLength(printed.length)
    expect(parseClusterNodes(clusterNodes)).toHaveLength(clusterNodes.split('\n').filter(Boolean).length)
  }
})
