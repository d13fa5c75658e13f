// What /explain knows besides errors: states and fields that nodes print, and the words of redis-cli and of client libraries.

import {fieldMeaning} from '../cluster/info-fields.ts'
import {closestTo} from '../commands/did-you-mean.ts'
import type {LabState} from '../state/lab-state.ts'
import {type Message, type MessageKey, message} from '../text/messages.ts'
import {brokenLinks} from './link-cause.ts'

/** `names`: in lower case, the first as it is shown; `chinese`: its names in Chinese. `now`: what the nodes show of it at the moment. */
type Topic = Readonly<{
  names: readonly string[]
  chinese?: readonly string[]
  long: MessageKey
  now?: (state: LabState) => readonly Message[]
}>

const topics: readonly Topic[] = [
  // Replication.
  {
    names: ['link down', 'master_link_status', 'link up', 'link status'],
    chinese: ['连接断开', '主从连接', '连接状态'],
    long: 'topics.link',
    now: brokenLinks,
  },
  {names: ['wait_bgsave', 'send_bulk', 'online', 'replica state'], long: 'topics.replicaState'},
  {names: ['send_bulk_and_stream', 'bg_transfer', 'dual channel', 'rdb channel'], long: 'topics.twoChannels'},
  {
    names: ['full resync', 'fullresync', 'sync_full', 'full resynchronization', 'psync', 'sync'],
    chinese: ['全量同步', '全量复制'],
    long: 'topics.fullSync',
  },
  {
    names: ['partial resync', 'continue', 'sync_partial_ok', 'sync_partial_err', 'partial resynchronization'],
    chinese: ['部分同步', '部分复制', '增量同步'],
    long: 'topics.partialSync',
  },
  {names: ['replication id', 'replid'], chinese: ['复制id', '复制 id', '复制历史'], long: 'topics.replid'},
  {names: ['offset', 'replication offset'], chinese: ['偏移量', '复制偏移量'], long: 'topics.offset'},
  {names: ['lag', 'behind'], chinese: ['落后', '延迟'], long: 'topics.lag'},
  {
    names: ['backlog', 'repl-backlog-size'],
    chinese: ['积压缓冲区', '复制积压缓冲区'],
    long: 'topics.backlog',
  },
  {names: ['slave', 'replica'], chinese: ['从节点', '副本'], long: 'topics.replica'},
  {names: ['wait'], long: 'topics.wait'},
  // CLUSTER NODES.
  {
    names: ['fail?', 'pfail', 'possible failure', 'cluster_slots_pfail'],
    chinese: ['主观下线', '怀疑'],
    long: 'topics.pfail',
  },
  {names: ['fail', 'cluster_slots_fail'], chinese: ['客观下线'], long: 'topics.fail'},
  {names: ['handshake'], chinese: ['握手'], long: 'topics.handshake'},
  {names: ['noaddr'], long: 'topics.noaddr'},
  {names: ['nofailover', 'cluster-replica-no-failover'], long: 'topics.nofailover'},
  {names: ['noflags'], long: 'topics.noflags'},
  {names: ['myself'], long: 'topics.myself'},
  {names: ['connected', 'disconnected', 'link-state'], long: 'topics.linkState'},
  {names: ['ping-sent', 'pong-recv'], long: 'topics.ping'},
  {
    names: [
      'epoch',
      'config-epoch',
      'config epoch',
      'cluster_my_epoch',
      'cluster_current_epoch',
      'currentepoch',
      'configepoch',
    ],
    chinese: ['纪元', '配置纪元', '当前纪元'],
    long: 'topics.epoch',
  },
  {
    names: ['migrating', 'importing', '->-', '-<-', 'migration', 'open slot'],
    chinese: ['迁移', '导入', '迁出', '迁入', '槽迁移'],
    long: 'topics.migrating',
  },
  // CLUSTER INFO.
  {
    names: ['cluster_state', 'cluster-require-full-coverage', 'full coverage'],
    chinese: ['集群状态', '集群不可用'],
    long: 'slot-errors.down.long',
  },
  {names: ['cluster_slots_assigned', 'cluster_slots_ok'], long: 'topics.slotsAssigned'},
  {names: ['cluster_known_nodes', 'cluster_size', 'known nodes'], long: 'topics.knownNodes'},
  // How the cluster works.
  {
    names: ['election', 'vote', 'quorum', 'majority'],
    chinese: ['选举', '投票', '多数', '故障转移'],
    long: 'topics.election',
  },
  {names: ['cluster-replica-validity-factor', 'validity factor'], long: 'topics.validity'},
  {names: ['cluster-node-timeout', 'node timeout'], chinese: ['节点超时'], long: 'topics.timeout'},
  {names: ['gossip', 'cluster bus', 'bus port'], chinese: ['集群总线', '总线端口'], long: 'topics.gossip'},
  {
    names: ['hash slot', 'slot', 'hash tag', 'crc16'],
    chinese: ['哈希槽', '槽', '哈希标签'],
    long: 'topics.slot',
  },
  {
    names: ['split brain', 'split-brain', 'partition'],
    chinese: ['脑裂', '网络分区'],
    long: 'topics.splitBrain',
  },
  // Words of redis-cli.
  {names: ['not empty', 'is not empty'], long: 'topics.notEmpty'},
  {names: ['not covered', 'not all 16384 slots are covered by nodes'], long: 'topics.notCovered'},
  {names: ["nodes don't agree about configuration", "don't agree"], long: 'topics.disagree'},
  {
    names: ['in migrating state', 'in importing state', 'open slots', 'slots are open'],
    long: 'topics.openSlots',
  },
  {names: ['waiting for the cluster to join'], long: 'topics.join'},
  {names: ['connection refused', 'econnrefused'], long: 'line-errors.refused.long'},
  {
    names: [
      'server closed the connection',
      'connection reset',
      'econnreset',
      'connection is closed',
      'broken pipe',
      'epipe',
    ],
    long: 'line-errors.closed.long',
  },
  // Words of clients.
  {
    names: [
      'too many cluster redirections',
      'too many redirections',
      'no more cluster attempts left',
      'maxredirects',
      'too many redirects',
    ],
    long: 'topics.redirections',
  },
  {
    names: [
      'failed to refresh slots cache',
      'clusterallfailederror',
      'none of startup nodes is available',
      'no reachable node in cluster',
      'redis cluster cannot be connected',
    ],
    long: 'topics.noNode',
  },
  {
    names: [
      'reached the max retries per request limit',
      'max retries per request',
      'maxretriesperrequesterror',
    ],
    long: 'topics.retries',
  },
  {
    names: ['timeout', 'timed out', 'etimedout', 'read timed out', 'command timed out'],
    long: 'topics.timedOut',
  },
  {names: ['max number of clients reached'], long: 'topics.clients'},
  {names: ['protected mode', 'denied', 'protected-mode'], long: 'topics.protected'},
]

/** What is known of the words; empty if nothing is. */
export function topicsOf(typed: string, state: LabState): readonly Message[] {
  const words = normalized(typed)
  const found =
    topics.find(({names, chinese = []}) => names.includes(words) || chinese.includes(words)) ??
    topics.find(one => isPartOf(words, one))
  const field = /^[a-z_0-9]+/.exec(words)?.[0] ?? ''
  const meaning = fieldMeaning(field)
  return [
    ...(meaning ? [message('explain.of', {begins: field, long: meaning})] : []),
    ...(found
      ? [
          message('explain.of', {begins: found.names[0] ?? '', long: message(found.long)}),
          ...(found.now?.(state) ?? []),
        ]
      : []),
  ]
}

function normalized(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.:!,;。：！，；？?]+$/, end => (end === '?' ? end : ''))
}

/** Whether a name of several words, or one that no sentence has by chance, is within what was typed, or begins with it. */
function isPartOf(typed: string, {names, chinese = []}: Topic): boolean {
  // Chinese has no blanks between words.
  if (chinese.some(name => name.length > 1 && typed.includes(name))) return true
  return names.some(name => {
    if (typed.length >= 4 && name.startsWith(`${typed} `)) return true
    const telling = /[ _?-]/.test(name) || name.length > 8
    return (
      telling && ` ${typed.replace(/[:=,;"]|\.(?= |$)/g, ' ').replace(/\s+/g, ' ')} `.includes(` ${name} `)
    )
  })
}

/** Names near to what was typed: of topics, fields and `others`, at most five. */
export function nearTo(typed: string, others: readonly string[]): readonly string[] {
  const words = normalized(typed)
  const names = [
    ...new Set([...topics.flatMap(({names, chinese = []}) => [...names, ...chinese]), ...others]),
  ]
  const closest = closestTo(
    words,
    names.map(name => name.toUpperCase()),
  )
  const near = names.filter(
    name => name.toUpperCase() === closest || (words.length >= 3 && name.toLowerCase().includes(words)),
  )
  const parts = words.split(/[ _-]/).filter(part => part.length >= 4)
  const some =
    near.length > 0 ? near : names.filter(name => parts.some(part => name.toLowerCase().includes(part)))
  return some.slice(0, 5)
}
