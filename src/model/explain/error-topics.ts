// Other words for errors that are explained: in Chinese, as client libraries name them, and the settings behind them.

import type {Topic} from './topic.ts'

export const errorTopics: readonly Topic[] = [
  {
    names: ['MOVED', 'MovedError', 'JedisMovedDataException', 'key has moved'],
    chinese: ['重定向', '永久重定向'],
    long: 'slot-errors.moved.long',
  },
  {
    names: ['ASK', 'AskError', 'JedisAskDataException', 'asking'],
    chinese: ['临时重定向'],
    long: 'slot-errors.ask.long',
  },
  {names: ['TRYAGAIN', 'TryAgainError', 'during rehashing of slot'], long: 'slot-errors.tryagain.long'},
  {
    names: [
      'CROSSSLOT',
      'ClusterCrossSlotError',
      'all keys must map to the same key slot',
      'keys have different slots',
      'multi-key operations must involve a single slot',
    ],
    chinese: ['跨槽', '不同的槽', '不在同一个槽', '多键'],
    long: 'slot-errors.crossslot.long',
  },
  {
    names: [
      'CLUSTERDOWN Hash slot not served',
      'hash slot not served',
      'slot … has no node served',
      'slot not served',
    ],
    chinese: ['槽未分配', '槽没有分配', '没有节点负责'],
    long: 'slot-errors.unserved.long',
  },
  {
    names: [
      'CLUSTERDOWN The cluster is down and only accepts read commands',
      'cluster-allow-reads-when-down',
    ],
    long: 'slot-errors.down.reads.long',
  },
  {names: ['script', 'undeclared keys were accessed'], long: 'slot-errors.script.long'},
  {
    names: [
      'ERR This instance has cluster support disabled',
      'is not configured as a cluster node',
      'cluster-enabled',
      'cluster mode is not enabled',
    ],
    chinese: ['没有启用集群', '未启用集群', '不支持集群'],
    long: 'slot-errors.notClustered.long',
  },
  {
    names: [
      'READONLY',
      'ReadOnlyError',
      'RedisReadOnlyException',
      'can not run script with write flag on readonly replica',
      'command cannot be issued to a replica',
      'command cannot be issued to a slave',
      'replica-read-only',
      'slave-read-only',
      'read only slave',
    ],
    chinese: ['只读', '从节点只读', '从节点写入', '不能写入', '无法写入'],
    long: 'replication-errors.readonly.long',
  },
  {
    names: [
      'MASTERDOWN',
      'MasterDownError',
      'replica-serve-stale-data',
      'slave-serve-stale-data',
      'on a stale replica',
    ],
    chinese: ['旧数据'],
    long: 'replication-errors.masterdown.long',
  },
  {
    names: [
      'NOREPLICAS',
      'min-replicas-to-write',
      'min-slaves-to-write',
      'min-replicas-max-lag',
      'min-slaves-max-lag',
    ],
    chinese: ['从节点不足', '从节点数不足'],
    long: 'replication-errors.noreplicas.long',
  },
  {
    names: ['LOADING', 'BusyLoadingError', 'RedisLoadingException', 'loading_loaded_perc'],
    chinese: ['加载数据', '正在加载', '加载中'],
    long: 'replication-errors.loading.long',
  },
  {names: ['ERR Invalid master port', 'invalid primary port'], long: 'replication-errors.masterPort.long'},
  {
    names: [
      'NOSCRIPT',
      'NoScriptError',
      'RedisNoScriptException',
      'JedisNoScriptException',
      'no matching script',
    ],
    chinese: ['脚本不存在', '找不到脚本'],
    long: 'server-errors.noscript.long',
  },
  {
    names: [
      'BUSY',
      'RedisBusyException',
      'JedisBusyException',
      'busy-reply-threshold',
      'lua-time-limit',
      'slow script detected',
    ],
    chinese: ['脚本超时', '脚本运行过久', '脚本阻塞'],
    long: 'server-errors.busy.long',
  },
  {
    names: [
      'NOAUTH',
      'authentication required',
      'unable to auth to',
      'masterauth',
      'masteruser',
      'primaryauth',
      'requirepass',
      'hello must be called with the client already authenticated',
    ],
    chinese: ['需要认证', '未认证', '需要密码', '认证'],
    long: 'server-errors.noauth.long',
  },
  {
    names: ['WRONGPASS', 'invalid username-password pair', 'invalid password'],
    chinese: ['密码错误', '用户名或密码', '认证失败'],
    long: 'server-errors.wrongpass.long',
  },
  {
    names: ['ERR AUTH <password> called without any password configured', 'no password is set'],
    chinese: ['没有设置密码'],
    long: 'server-errors.authNone.long',
  },
  {
    names: ['NOPERM', 'NoPermissionError', 'acls rules changed', 'has no permissions'],
    chinese: ['没有权限', '无权限', '权限不足'],
    long: 'server-errors.noperm.long',
  },
  {
    names: ['OOM', 'OutOfMemoryError', 'maxmemory', 'maxmemory-policy', 'allow-oom flag is not set'],
    chinese: ['内存不足', '内存已满', '内存用完', '最大内存'],
    long: 'server-errors.oom.long',
  },
  {
    names: ['MISCONF', 'stop-writes-on-bgsave-error', 'unable to persist to disk'],
    chinese: ['快照失败', '持久化失败', '写盘失败'],
    long: 'server-errors.misconf.long',
  },
  {names: ['ERR CONFIG SET failed', 'immutable config'], long: 'server-errors.configSet.long'},
  {
    names: [
      'Sentinel',
      'ckquorum',
      'not enough available sentinels',
      'NOGOODPRIMARY',
      'no suitable replica to promote',
      'no such master with specified name',
    ],
    chinese: ['哨兵'],
    long: 'server-errors.sentinel.long',
  },
  {
    names: ['EXECABORT', 'ExecAbortError', 'transaction discarded'],
    chinese: ['事务作废', '事务中止', '事务被丢弃'],
    long: 'line-errors.execabort.long',
  },
  {
    names: [
      'WATCH',
      'WatchError',
      'watched variable changed',
      'watched keys has been changed',
      'redis: transaction failed',
    ],
    chinese: ['乐观锁'],
    long: 'line-errors.watched.long',
  },
  {names: ['WRONGTYPE', 'wrong type'], chinese: ['类型错误', '类型不对'], long: 'line-errors.wrongtype.long'},
  {names: ['BUSYKEY'], chinese: ['键已存在'], long: 'cluster-errors.busykey.long'},
  {
    names: ['BUSYGROUP', 'NOGROUP', 'NOGROUP no such', 'consumer group'],
    chinese: ['消费者组'],
    long: 'topics.group',
  },
  {
    names: ['ERR Unknown node', 'no such node id', 'no such master id', 'no such primary id'],
    chinese: ['未知节点'],
    long: 'cluster-errors.unknownNode.long',
  },
  {
    names: ['ERR I can only replicate a master', 'the specified node is not a master'],
    long: 'cluster-errors.notAMaster.long',
  },
  {
    names: ['ERR Please use SETSLOT only with masters', 'target node is not a master'],
    long: 'cluster-errors.setslotReplica.long',
  },
  {names: ['CLUSTER SETSLOT', 'invalid cluster setslot action'], long: 'cluster-errors.setslotSide.long'},
  {names: ['ERR Invalid or out of range slot', 'invalid slot'], long: 'cluster-errors.slotRange.long'},
  {names: ['CLUSTER FORGET'], chinese: ['移除节点', '删除节点'], long: 'cluster-errors.forget.long'},
  {
    names: [
      'ERR Errors trying to SHUTDOWN',
      'errors trying to shutdown',
      'errors trying to shut down',
      "writing initial aof, can't exit",
    ],
    chinese: ['无法关闭', '关闭失败'],
    long: 'server-errors.shutdown.long',
  },
  {
    names: [
      'MISCONF Errors writing to the AOF file',
      'error writing to the aof file',
      'aof_last_write_status',
      'errors writing to the aof file',
    ],
    chinese: ['AOF 写入失败', 'AOF写入失败', '磁盘已满', '磁盘满'],
    long: 'server-errors.aof.long',
  },
  {
    names: [
      'error running script',
      'called from script',
      'not allowed from script',
      'calling redis command from script',
      'calling command from script',
      'error compiling function',
    ],
    chinese: ['脚本错误', '脚本报错'],
    long: 'server-errors.eval.long',
  },
  {names: ['script killed by user'], long: 'server-errors.busy.long'},
  {names: ['UNKILLABLE'], chinese: ['无法终止脚本'], long: 'server-errors.unkillable.long'},
  {
    names: ['function not found', 'function load', 'fcall'],
    chinese: ['函数不存在'],
    long: 'topics.functions',
  },
]
