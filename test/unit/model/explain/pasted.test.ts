// That /explain reaches the right text for what people paste: replies of all servers, words of redis-cli and of clients, log lines, fields.

import {expect, test} from 'vitest'
import {explainInFull} from '../../../../src/model/explain/in-full.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import {languages, type Message, translate} from '../../../../src/model/text/messages.ts'

/** What is pasted, by the texts that it must reach. */
const pasted: Readonly<Record<string, readonly string[]>> = {
  'cluster-errors.busykey.long': ['BUSYKEY Target key name already exists.'],
  'cluster-errors.ioerr.long': [
    'IOERR error or timeout reading to target instance',
    'IOERR error or timeout connecting to the client',
  ],
  'cluster-errors.unknownNode.long': ['[ERR] No such node ID 123'],
  'line-errors.arguments.long': ["ERR wrong number of arguments for 'get' command"],
  'line-errors.closed.long': [
    'Error: Server closed the connection',
    'Error: Connection is closed.',
    'SocketClosedUnexpectedlyError: Socket closed unexpectedly',
    'closed the connection',
    'Error: read ECONNRESET',
    'EOF',
  ],
  'line-errors.execabort.long': [
    'EXECABORT Transaction discarded because of previous errors.',
    'EXECABORT Transaction discarded because of: MOVED 12182 127.0.0.1:6381',
    '事务作废',
  ],
  'line-errors.refused.long': [
    'Could not connect to Redis at 127.0.0.1:6379: Connection refused',
    'Could not connect to Valkey at 127.0.0.1:6379: Connection refused',
    '[ioredis] Unhandled error event: Error: connect ECONNREFUSED 127.0.0.1:6379',
    'redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.',
    'dial tcp 127.0.0.1:6379: connect: connection refused',
    '连接被拒绝',
  ],
  'line-errors.unknown.long': ["ERR unknown command 'foo', with args beginning with: "],
  'line-errors.watched.long': ['WatchError: One (or more) of the watched keys has been changed', '乐观锁'],
  'line-errors.wrongtype.long': [
    'WRONGTYPE Operation against a key holding the wrong kind of value',
    'WRONGTYPE Key is not a valid HyperLogLog string value.',
  ],
  'replication-errors.clientUnblock.long': ['UNBLOCKED client unblocked via CLIENT UNBLOCK'],
  'replication-errors.failoverDead.long': ['主从切换'],
  'replication-errors.loading.long': [
    'LOADING Redis is loading the dataset in memory',
    'LOADING Valkey is loading the dataset in memory',
    'redis.exceptions.BusyLoadingError: Redis is loading the dataset in memory',
    '正在加载',
  ],
  'replication-errors.masterPort.long': ['ERR Invalid primary port'],
  'replication-errors.masterdown.long': [
    "(error) MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
    'replica-serve-stale-data',
    "MASTERDOWN Link with MASTER is down, replica-serve-stale-data is set to 'no' and 'allow-stale' flag is not set on the script.",
  ],
  'replication-errors.noReplicaof.long': ['ERR REPLICAOF not allowed in cluster mode.'],
  'replication-errors.nomasterlink.long': ["NOMASTERLINK Can't SYNC while not connected with my master"],
  'replication-errors.noreplicas.long': [
    'NOREPLICAS Not enough good replicas to write.',
    'min-replicas-to-write',
    'good replicas',
  ],
  'replication-errors.readonly.long': [
    "(error) READONLY You can't write against a read only replica.",
    "-READONLY You can't write against a read only replica.",
    'readonly',
    'READONLY Can not run script with write flag on readonly replica',
    "redis.exceptions.ReadOnlyError: You can't write against a read only replica.",
    '只读',
    '从节点只读怎么办',
    '从节点不能写入',
    'read only replica',
  ],
  'replication-errors.unblocked.long': [
    'UNBLOCKED force unblock from blocking operation, instance state changed (master -> replica?)',
  ],
  'server-errors.shutdown.long': [
    '(error) ERR Errors trying to SHUTDOWN. Check logs.',
    "7444:S 29 Nov 2026 23:24:22.237 # Writing initial AOF, can't exit.",
    '关闭失败',
  ],
  'server-errors.aof.long': [
    'MISCONF Errors writing to the AOF file: No space left on device',
    "MISCONF Valkey is configured to persist data to AOF, but it's currently unable to persist to disk. Writable scripts are blocked.",
    'AOF 写入失败',
    '磁盘已满',
  ],
  'server-errors.busy.long': [
    '(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.',
    'BUSY Valkey is busy running a script. You can only call FUNCTION KILL or SHUTDOWN NOSAVE.',
    '脚本超时',
    'busy',
  ],
  'server-errors.misconf.long': [
    "MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled",
    '持久化失败',
  ],
  'server-errors.noauth.long': [
    '(error) NOAUTH Authentication required.',
    'authentication required',
    'NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> <pass> option',
    'redis.exceptions.AuthenticationError: Authentication required.',
    'ERR Unable to AUTH to MASTER: -WRONGPASS invalid username-password pair',
  ],
  'server-errors.noperm.long': [
    "NOPERM this user has no permissions to run the 'psync' command",
    "noperm User alice has no permissions to run the 'get' command",
    '没有权限',
    'NOPERM ACLs rules changed between the moment the transaction was accumulated and the EXEC call.',
  ],
  'server-errors.noproto.long': ['NOPROTO unsupported protocol version'],
  'server-errors.noscript.long': [
    '(error) NOSCRIPT No matching script. Please use EVAL.',
    'NOSCRIPT No matching script.',
    'no matching script',
  ],
  'server-errors.notbusy.long': ['NOTBUSY No scripts in execution right now.'],
  'server-errors.oom.long': [
    "OOM command not allowed when used memory > 'maxmemory'.",
    "OOM allow-oom flag is not set on the script, can not run it when used memory > 'maxmemory'",
    "command not allowed when used memory > 'maxmemory'.",
    '内存不足',
  ],
  'server-errors.sentinel.long': [
    'NOGOODSLAVE No suitable replica to promote',
    'NOGOODPRIMARY Primary does not support FAILOVER command',
    'INPROG Failover already in progress',
    'NOQUORUM 1 usable Sentinels. Not enough available Sentinels to reach the majority and authorize a failover',
    '哨兵',
  ],
  'server-errors.unkillable.long': [
    'UNKILLABLE Sorry the script already executed write commands against the dataset.',
    'UNKILLABLE The busy script was sent by a master instance in the context of replication and cannot be killed.',
  ],
  'server-errors.wrongpass.long': [
    'WRONGPASS invalid username-password pair or user is disabled.',
    '(error) ERR invalid password',
    'redis.exceptions.ResponseError: WRONGPASS invalid username-password pair or user is disabled.',
    '密码错误',
    '认证失败',
  ],
  'slot-errors.ask.long': ['ASK 12182 127.0.0.1:6381', 'ask'],
  'slot-errors.crossslot.long': [
    "CROSSSLOT Keys in request don't hash to the same slot",
    "Keys in request don't hash to the same slot",
    'redis.exceptions.RedisClusterException: MGET - all keys must map to the same key slot',
    '跨槽',
  ],
  'slot-errors.down.long': [
    'CLUSTERDOWN The cluster is down',
    'io.lettuce.core.RedisCommandExecutionException: CLUSTERDOWN The cluster is down',
    'cluster is down',
    'cluster_state:fail',
    'cluster-require-full-coverage',
    '集群挂了',
    '集群不可用怎么办？',
    'ERR Script attempted to execute a command while the cluster is down',
  ],
  'slot-errors.down.reads.long': [
    'CLUSTERDOWN The cluster is down and only accepts read commands',
    'cluster-allow-reads-when-down',
  ],
  'slot-errors.moved.long': [
    'MOVED 12182 127.0.0.1:6381',
    'moved 12182 127.0.0.1:6381',
    'ReplyError: MOVED 12182 127.0.0.1:6381',
    '重定向',
    'MOVED报错',
    '报错 (error) MOVED 12182 127.0.0.1:6381 怎么解决',
    '`MOVED`',
  ],
  'slot-errors.notClustered.long': ['[ERR] Node 127.0.0.1:6379 is not configured as a cluster node.'],
  'slot-errors.redirect.long': ['REDIRECT 127.0.0.1:6380'],
  'slot-errors.tryagain.long': ['(error) TRYAGAIN Multiple keys request during rehashing of slot'],
  'slot-errors.unserved.long': [
    'CLUSTERDOWN Hash slot not served',
    '(error) CLUSTERDOWN Hash slot not served',
    'hash slot not served',
    'redis.exceptions.ClusterDownError: Hash slot not served',
  ],
  'topics.addressInUse': ['bind: Address already in use', '端口被占用'],
  'topics.announce': ['cluster-announce-ip'],
  'topics.antiAffinity': ['[WARNING] Some slaves are in the same host as their master'],
  'topics.atomicMigration': [
    'ERR Slot 5 is currently in an active atomic slot migration. CLUSTER SETSLOT cannot be used at this time.',
    '原子槽迁移',
  ],
  'topics.checkOk': ['[OK] All 16384 slots covered.'],
  'topics.child': ['ERR Background save already in progress'],
  'topics.cliOption': ["Unrecognized option or bad number of args for: '--foo'"],
  'topics.clientClosed': ['ClientClosedError: The client is closed'],
  'topics.clientOffline': [
    'No connection is active/available to service this operation: GET foo',
    "Stream isn't writeable and enableOfflineQueue options is false",
  ],
  'topics.clientSentinel': ["redis.exceptions.MasterNotFoundError: No master found for 'mymaster'"],
  'topics.clients': [
    'ERR max number of clients reached',
    'ERR max number of clients + cluster connections reached',
  ],
  'topics.columns': [
    '07c37dfeb235213a872192d90877d0cd55635b91 127.0.0.1:30004@31004 slave e7d1eecce10fd6bb5eb35b9f99a514335d9ba9ca 0 1426238317239 4 connected',
    'CLUSTER NODES',
  ],
  'topics.delNode': ['[ERR] Node 127.0.0.1:7000 is not empty! Reshard data away and try again.'],
  'topics.disagree': [
    "[ERR] Nodes don't agree about configuration!",
    '配置不一致',
    'Nodes don’t agree about configuration',
  ],
  'topics.diskless': ['repl-diskless-sync', '无盘复制'],
  'topics.election': [
    'Failover auth granted to 1234 for epoch 7',
    'Start of election delayed for 760 milliseconds (rank #0, offset 1234).',
    '主节点宕机',
  ],
  'topics.epoch': [
    'config epoch',
    'currentEpoch',
    'what is an epoch',
    '什么是纪元',
    'epoch是什么',
    '「纪元」',
  ],
  'topics.fail': ['fail', 'Marking node 1234 () as failing (quorum reached).'],
  'topics.failoverState': [
    "NOMASTERLINK Can't SYNC while failing over",
    'master_failover_state:no-failover',
    'waiting-for-sync',
    'failover-in-progress',
    'ERR FAILOVER already in progress.',
    'ERR No failover in progress.',
  ],
  'topics.fixDangerous': [
    '*** Fixing slots coverage with 1 unreachable masters is dangerous: redis-cli will assume',
  ],
  'topics.fullSync': ['sync', '全量同步'],
  'topics.gossip': ['集群总线'],
  'topics.group': [
    'BUSYGROUP Consumer Group name already exists',
    "NOGROUP No such key 'x' or consumer group 'g'",
  ],
  'topics.handshake': ['handshake', 'what does handshake mean?', '握手'],
  'topics.invalidArguments': ['Invalid argument(s)'],
  'topics.join': ['Waiting for the cluster to join .....'],
  'topics.link': ['master_link_status:down', '主从断开', '复制中断'],
  'topics.linkState': ['connected', 'disconnected', 'link-state'],
  'topics.master': ['role:master'],
  'topics.migrating': [
    '[93->-292f8b365bb7edb5e285caf0b7e6ddc7265d2f4f]',
    '[93-<-292f8b365bb7edb5e285caf0b7e6ddc7265d2f4f]',
    '槽迁移',
  ],
  'topics.myself': ['myself'],
  'topics.noNode': [
    'ClusterAllFailedError: Failed to refresh slots cache.',
    'None of startup nodes is available',
    'redis: cluster has no nodes',
    "Couldn't map cluster keyspace using any provided seed",
    'startup nodes',
  ],
  'topics.noaddr': ['noaddr'],
  'topics.noaddr + topics.linkState': [
    '07c37dfeb235213a872192d90877d0cd55635b91 :0@0 master,noaddr - 1426238317239 1426238317239 4 disconnected',
  ],
  'topics.nodesConf': [
    'nodes.conf',
    'Sorry, the cluster configuration file nodes.conf is already used by a different Redis Cluster node.',
  ],
  'topics.nofailover': ['nofailover'],
  'topics.noflags': ['noflags'],
  'topics.notCovered': [
    '[ERR] Not all 16384 slots are covered by nodes.',
    '槽未覆盖',
    '槽没有覆盖',
    'NOT ALL 16384 SLOTS ARE COVERED BY NODES',
  ],
  'topics.notEmpty': [
    '[ERR] Node 127.0.0.1:6379 is not empty. Either the node already knows other nodes (check with CLUSTER NODES) or contains some key in database 0.',
    '节点不为空',
  ],
  'topics.nothing': ['redis: nil', '(nil)'],
  'topics.openSlots': [
    '[WARNING] Node 127.0.0.1:7000 has slots in importing state 866.',
    '[WARNING] Node 127.0.0.1:7001 has slots in migrating state 866.',
    '[WARNING] The following slots are open: 866.',
    '迁移中断',
  ],
  'topics.outputBuffer': [
    'client-output-buffer-limit',
    'Client id=5 scheduled to be closed ASAP for overcoming of output buffer limits.',
  ],
  'topics.partialSync': ['增量同步'],
  'topics.passwordWarning': [
    "Warning: Using a password with '-a' or '-u' option on the command line interface may not be safe.",
  ],
  'topics.pfail': ['"fail?"', 'cluster_slots_pfail:5461', '主观下线和客观下线', 'fail?是什么意思'],
  'topics.pfail + topics.linkState': [
    '07c37dfeb235213a872192d90877d0cd55635b91 127.0.0.1:30004@31004,host master,fail? - 1426238317239 1426238317239 4 disconnected 0-5460',
  ],
  'topics.pipeline': ['All keys in the pipeline should belong to the same slots allocation group'],
  'topics.pool': [
    'redis.clients.jedis.exceptions.JedisConnectionException: Could not get a resource from the pool',
    '连接池',
  ],
  'topics.protected': [
    'DENIED Redis is running in protected mode because protected mode is enabled and no password is set for the default user.',
    '保护模式',
    'DENIED Running in protected mode because protected mode is enabled',
  ],
  'topics.redirections': [
    'Too many Cluster redirections. Last error: ReplyError: MOVED 100 127.0.0.1:6380',
    'redis.clients.jedis.exceptions.JedisClusterMaxAttemptsException: No more cluster attempts left.',
    'redis.exceptions.ClusterError: TTL exhausted.',
    'redirections',
    '重定向太多',
  ],
  'topics.replTimeout': ['MASTER timeout: no data nor PING received...'],
  'topics.replica': ['role:slave', 'ERR REPLICAOF not allowed while failing over.'],
  'topics.replicaMigration': ['cluster-migration-barrier'],
  'topics.replicaState': [
    'wait_bgsave',
    'send_bulk',
    'online',
    'slave0:ip=127.0.0.1,port=6479,state=wait_bgsave,offset=0,lag=0',
    'slave0:ip=127.0.0.1,port=6479,state=online,offset=14,lag=1',
  ],
  'topics.replid': [
    'master_replid2:0000000000000000000000000000000000000000',
    'second_repl_offset',
    'replid',
  ],
  'topics.retries': [
    'MaxRetriesPerRequestError: Reached the max retries per request limit (which is 20). Refer to "maxRetriesPerRequest" option for details.',
  ],
  'topics.role': ['connect', 'connecting'],
  'topics.sdown': ['+sdown'],
  'topics.slot': ['slot', 'slot是什么'],
  'topics.splitBrain': ['脑裂是什么'],
  'topics.staleView': [
    'java.lang.IllegalArgumentException: Connection to 10.0.0.5:6379 not allowed. This connection point is not known in the cluster view',
  ],
  'topics.switchMaster': ['+switch-master mymaster 127.0.0.1 6379 127.0.0.1 6380'],
  'topics.threeMasters': [
    '*** ERROR: Invalid configuration for cluster creation.',
    '*** Redis Cluster requires at least 3 master nodes.',
  ],
  'topics.timedOut': [
    'java.net.SocketTimeoutException: Read timed out',
    'io.lettuce.core.RedisCommandTimeoutException: Command timed out after 1 minute(s)',
    'dial tcp 10.0.0.1:6379: i/o timeout',
    '命令超时',
  ],
  'topics.twoChannels': ['bg_transfer', 'send_bulk_and_stream'],
  'topics.uncovered': [
    'io.lettuce.core.cluster.PartitionSelectorException: Cannot determine a partition for slot 5798.',
    'redis.exceptions.SlotNotCoveredError: Slot "4890" not covered by the cluster. "require_full_coverage=False"',
    'Not all slots covered! Only 10923 slots are available. Set checkSlotsCoverage = false to avoid this check.',
    'Cluster slots not covered',
  ],
  'topics.unknownMaster': ['*** WARNING: 127.0.0.1:7005 claims to be slave of unknown node ID 1234.'],
  'topics.unreachable': [
    "[ERR] Sorry, can't connect to node 127.0.0.1:7007",
    'Error: connect ETIMEDOUT',
    'Error: getaddrinfo ENOTFOUND redis',
    'Endpoint 127.0.0.1:6381 serving hashslot 12182 is not reachable at this point of time.',
    '连接超时',
    'Unable to connect to Redis; nested exception is io.lettuce.core.RedisConnectionException',
  ],
  'topics.validity': ['cluster-replica-validity-factor'],
  'topics.wait': ['wait', 'WAIT'],
}

const state = initialState()
const explained = (typed: string) => explainInFull(state, typed)

/** The keys of the texts that are shown, without those of INFO fields. */
function reached(typed: string): string {
  const {found, sentences} = explained(typed)
  if (!found) return 'nothing'
  const longs = sentences.map(({key, values}) => (values?.['long'] as Message | undefined)?.key ?? key)
  return longs.filter(key => !/^(info|cluster)-fields\./.test(key)).join(' + ')
}

test('what people paste reaches its text', () => {
  const faults = Object.entries(pasted).flatMap(([wanted, lines]) =>
    lines.flatMap(line => (reached(line) === wanted ? [] : [`${line}: ${reached(line)}, not ${wanted}`])),
  )
  expect(faults).toEqual([])
})

test('so does the same with a prompt or quotes around it, in capitals or without', () => {
  const around: readonly ((line: string) => string)[] = [
    line => `(error) ${line}`,
    line => `"${line}"`,
    line => ` ${line}.`,
    // In the middle of a line, a code is one only in capitals: moved is a word.
    line => (/\S.* MOVED \d/.test(line) ? line : line.toLowerCase()),
    line => `${line}是什么意思？`,
  ]
  const plain = Object.entries(pasted).flatMap(([wanted, lines]) =>
    lines.filter(line => /^[\w\p{Script=Han}]/u.test(line)).map(line => ({wanted, line})),
  )
  const faults = plain.flatMap(({wanted, line}) =>
    around.map(change => change(line)).filter(changed => reached(changed) !== wanted),
  )
  expect(plain.length).toBeGreaterThan(200)
  expect(faults).toEqual([])
})

test.each(languages)('in %s every text begins with its name and has all its values', language => {
  const faults = Object.values(pasted)
    .flat()
    .flatMap(line => explained(line).sentences.map(one => translate(language, one)))
    .filter(text => !/^.+?[:：].{10}/.test(text) || /\{[a-z]+\}/.test(text))
  expect(faults).toEqual([])
})

test.each<[typed: string, names: RegExp]>([
  [
    'CLUSTERDOWN是什么意思',
    /fit.*: CLUSTERDOWN The cluster is down and .* · CLUSTERDOWN Hash slot not served/,
  ],
  ['handshaek', /^No explanation of handshaek\. Similar: handshake$/],
  ['NOATUH', /^No explanation of NOATUH\. Similar: NOAUTH$/],
  ['数据不一致', /^No explanation of 数据不一致\. Similar: 配置不一致/],
  ['partial words of resynchronization', /Similar: partial resynchroniz/],
  ['缓存穿透', /^No explanation begins with 缓存穿透\./],
  ['""', /^No explanation begins with ""\./],
  ['?', /^No explanation begins with \?\./],
])('%s: the nearest names', (typed, names) => {
  expect(
    explained(typed)
      .sentences.map(one => translate('en', one))
      .join(),
  ).toMatch(names)
})
