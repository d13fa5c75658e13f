// What /explain knows besides errors: states and fields, and the words of redis-cli and of clients.

import {expect, test} from 'vitest'
import {explainInFull} from '../../../../src/model/explain/in-full.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {LabState} from '../../../../src/model/state/lab-state.ts'
import {languages, translate} from '../../../../src/model/text/messages.ts'
import {recorded, situations} from '../../recorded/recording.ts'
import {master, replica, silent, snapshotOf} from '../readings.ts'
import {usualDocs} from '../usual-docs.ts'

const free: LabState = {...initialState(), docs: usualDocs}

const told = (typed: string, state = free) =>
  explainInFull(state, typed).sentences.map(one => translate('en', one))

test.each<[typed: string, says: RegExp]>([
  ['not empty', /^not empty: redis-cli --cluster create and add-node take only empty nodes/],
  ['[ERR] Node 127.0.0.1:6379 is not empty. Either the node already knows', /^not empty: /],
  ['[ERR] No such node ID 6382', /^ERR Unknown node: Nodes are named by id .*, not by port/],
  ['*** The specified node (6379) is not known or not a primary, please retry.', /^ERR Unknown node: /],
  ['Manual failover timed out.', /^manual failover timed out: CLUSTER FAILOVER is given 5 seconds/],
  ['-NOSUB', /^NOSUB '…' command executed not in subscribed mode: The first releases of Valkey 8\.0/],
  [
    "NOSUB 'unsubscribe' command executed not in subscribed mode",
    /^NOSUB '…' command executed not in subscribed mode: The first releases of Valkey 8\.0/,
  ],
  ['WAITAOF', /^waitaof: WAITAOF LOCAL REPLICAS MS, since Redis 7\.2, Valkey 7\.2, waits until .* on disk/],
  ['redis.conf', /^config rewrite: A server reads its configuration file only when it starts/],
  ['CONFIG REWRITE', /^config rewrite: /],
  ['TLS', /^tls: /],
  ['rolling upgrade', /^rolling upgrade: .* replicas first/],
  ['SSUBSCRIBE', /^sharded pub\/sub: .* another node returns MOVED/],
  ['rebalance', /^add-node: .*--cluster-use-empty-masters/],
  ['add-node', /^add-node: /],
  ['minority', /^split brain: /],
  ['扩容', /^add-node: /],
  ['滚动升级', /^rolling upgrade: /],
  ['link down', /^link down: master_link_status is the link/],
  ['master_link_status', /^master_link_status: up: receiving the stream/],
  ['master_link_status:down', /^master_link_status: up/],
  ['slave0', /^slave0: a replica; state=online/],
  ['handshake', /^handshake: A flag in CLUSTER NODES\. This node was told/],
  ['Too many Cluster redirections', /^too many cluster redirections: The client followed/],
  [
    'Too many Cluster redirections. Last error: ReplyError: MOVED 100 127.0.0.1:6380',
    /^too many cluster redirections/,
  ],
  ['Connection refused', /^connection refused: No program listens/],
  ['connect ECONNREFUSED 127.0.0.1:6379', /^connection refused: /],
  ['fail?', /^fail\?: A flag in CLUSTER NODES \(PFAIL\)/],
  ['PFAIL', /^fail\?: /],
  ['fail', /^fail: A flag in CLUSTER NODES\. Most masters/],
  ['noaddr', /^noaddr: /],
  ['myself', /^myself: /],
  ['epoch', /^epoch: Epochs order/],
  ['cluster_current_epoch', /^cluster_current_epoch: the highest epoch/],
  ['cluster_stats_messages_auth-req_sent', /^cluster_stats_messages_auth-req_sent: messages of this kind/],
  ['migrating', /^migrating: /],
  ['纪元', /^epoch: Epochs order/],
  ['配置纪元是什么？', /^epoch: /],
  ['全量同步', /^full resync: /],
  ['主观下线', /^fail\?: /],
  ['哈希槽', /^hash slot: /],
  ['importing', /^migrating: /],
  ['connected_slaves', /^connected_slaves: replicas of this node/],
  ['wait_bgsave', /^wait_bgsave: /],
  ['send_bulk_and_stream', /^send_bulk_and_stream: .*Redis 8/],
  ['cluster_state:fail', /^cluster_state: ok: this node serves its slots/],
  ['WAIT', /^wait: WAIT N MS waits/],
  ['Nodes don’t agree'.replace('’', "'"), /^nodes don't agree about configuration: /],
  ['MASTERDOWN', /^MASTERDOWN Link with MASTER is down: /],
  ['ZRANGEBYLEX', /^ZRANGEBYLEX is a command: type help ZRANGEBYLEX/],
  ['handshaek', /^No explanation of handshaek\. Similar: handshake$/],
  ['redirect', /^REDIRECT …: /],
  ['slots_assigned', /Similar: cluster_slots_assigned$/],
  ['xyzzy', /^No explanation begins with xyzzy\./],
])('/explain %s', (typed, says) => {
  expect(told(typed)[0]).toMatch(says)
})

test('a field with a topic of its own is followed by it', () => {
  expect(told('cluster_state')[1]).toMatch(/^cluster_state: A node serves keys only/)
  expect(told('cluster_my_epoch')[1]).toMatch(/^epoch: Epochs order/)
})

test('a text names the servers for which it holds', () => {
  expect(told('backlog')[0]).toContain('(1 MB by default, 10 MB since Valkey 8.0)')
  expect(told("ERR Can't forget my master")[0]).toContain('Since Redis 7.2, Valkey 7.2 gossip passes it on')
})

test('every field of INFO replication, every flag and field of the cluster that a real node printed is known', () => {
  const printed = situations.flatMap(situation =>
    recorded(situation).nodes.flatMap(reading => {
      if (reading.is !== 'answered') return []
      const {info = {}, nodes = []} = reading.cluster ?? {}
      const flags = nodes.flatMap(({flags, link}) => [...flags, link])
      return [...Object.keys(reading.replication), ...Object.keys(info), ...flags]
    }),
  )
  const wanted = [...new Set(printed)].filter(word => word !== 'master' && word !== '')
  const faults = wanted.filter(word => !explainInFull(free, word).found)
  expect(wanted.length).toBeGreaterThan(30)
  expect(faults).toEqual([])
})

test('/explain link down names each link that is down and why, and so does /explain alone', () => {
  const header = '1:S 29 Nov 2026 01:30:00.000'
  const logs = [
    {node: '6479', text: `${header} * Connecting to MASTER 127.0.0.1:6379`},
    {
      node: '6479',
      text: `${header} # Unexpected reply to PSYNC from master: -NOAUTH Authentication required.`,
    },
    {node: '6480', text: `${header} # Error condition on socket for SYNC: Connection refused`},
  ] as const
  const down = {link: 'down'}
  const state: LabState = {
    ...free,
    logs,
    snapshot: snapshotOf([
      replica('6479', 6379, down),
      replica('6480', 6380, down),
      replica('6381', 6381, down),
      silent('6380', 'paused'),
      replica('6481', 6379),
    ]),
  }
  const causes = [
    'link of 6381 to 6381 down: 6381 follows itself',
    'link of 6479 to 6379 down: 6379 asks for a password; on 6479, CONFIG SET masterauth PASSWORD',
    'link of 6480 to 6380 down: 6380 is paused',
  ]
  expect(told('link down', state).slice(1)).toEqual(causes)
  expect(told('', state)).toEqual(causes)
})

test('/explain link down names a wire that is cut before anything that the log says', () => {
  const logs = [
    {node: '6479', text: '1:S 29 Nov 2026 01:30:00.000 # MASTER timeout: no data nor PING received...'},
  ] as const
  const nodes = snapshotOf([master('6379'), replica('6479', 6379, {link: 'down'})])
  const withLinks = (from: '6379' | '6480'): LabState => ({
    ...free,
    logs,
    snapshot: {...nodes, links: [{from, to: '6479', fault: {is: 'cut'}}]},
  })
  expect(told('link down', withLinks('6379')).slice(1)).toEqual([
    'link of 6479 to 6379 down: the wire between them is cut (/heal 6479 6379)',
  ])
  // A wire to another node is no cause.
  expect(told('link down', withLinks('6480')).slice(1)).toEqual([])
})

test.each([
  ['Unable to connect to MASTER: Invalid argument', '127.0.0.1 cannot be reached'],
  [
    'Unable to AUTH to MASTER: -WRONGPASS invalid username-password pair or user is disabled.',
    '6379 rejects the password of 6479 (masterauth)',
  ],
  [
    'MASTER aborted replication with an error: NOAUTH Authentication required.',
    '6379 asks for a password; on 6479, CONFIG SET masterauth PASSWORD',
  ],
  [
    "Master is currently unable to PSYNC but should be in the future: -NOMASTERLINK Can't SYNC while not connected with my master",
    '6379 has no link to its own master',
  ],
  [
    "Unexpected reply to PSYNC from master: -NOPERM this user has no permissions to run the 'psync' command",
    'the user with which 6479 connects may not run PSYNC on 6379',
  ],
])('the log says why: %s', (text, because) => {
  const snapshot = snapshotOf([replica('6479', 6379, {link: 'down'})])
  const at = (line: string) => ({node: '6479', text: `1:S 29 Nov 2026 01:30:00.000 # ${line}`}) as const
  const told = (...lines: readonly string[]) =>
    explainInFull({...free, snapshot, logs: lines.map(at)}, '').sentences.map(one => translate('en', one))
  expect(told(text, 'Connecting to MASTER 127.0.0.1:6379')).toEqual([`link of 6479 to 6379 down: ${because}`])
  // What was before a successful synchronization is past.
  const none = ['No errors yet. Explain one by name: /explain MOVED']
  expect(told(text, 'MASTER <-> REPLICA sync: Finished with success')).toEqual(none)
})

test('a port is refused only while no node of the lab answers there', () => {
  const logs = [
    {
      node: '6479',
      text: '1:S 29 Nov 2026 01:30:00.000 # Error condition on socket for SYNC: Connection refused',
    },
  ] as const
  const told = (port: number) =>
    explainInFull(
      {...free, snapshot: snapshotOf([replica('6479', port, {link: 'down'})]), logs},
      '',
    ).sentences.map(one => translate('en', one))
  expect(told(7000)).toEqual(['link of 6479 to 7000 down: nothing listens on 127.0.0.1:7000'])
  expect(told(6379)).toEqual(['No errors yet. Explain one by name: /explain MOVED'])
})

test('nothing lacks a value in any language', () => {
  const faults = languages.flatMap(language =>
    ['link down', 'epoch', 'handshaek', 'GET', 'xyzzy'].flatMap(typed =>
      explainInFull(free, typed)
        .sentences.map(one => translate(language, one))
        .filter(text => /\{[a-z]+\}(?!:)/.test(text)),
    ),
  )
  expect(faults).toEqual([])
})
