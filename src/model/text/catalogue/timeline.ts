// What happened on the nodes.

export const timelineText = {
  'timeline.empty': {
    en: 'Nothing has happened on the nodes since they were ready.',
    zh: '节点就绪以来还没有发生任何事件。',
  },
  'timeline.row': {en: '{time}  {sentence}', zh: '{time}  {sentence}'},
  'timeline.legend': {
    en: '+ from a log, to the millisecond · ~ seen by polling',
    zh: '+ 取自日志，精确到毫秒 · ~ 由轮询看到',
  },
  'timeline.killed': {en: '{node} was killed', zh: '{node} 被杀死'},
  'timeline.stopped': {en: '{node} was stopped', zh: '{node} 被正常停止'},
  'timeline.exited': {en: '{node} ended by itself', zh: '{node} 自行退出'},
  'timeline.paused': {en: '{node} was paused', zh: '{node} 被暂停'},
  'timeline.silent': {en: '{node} stopped responding', zh: '{node} 停止响应'},
  'timeline.started': {en: '{node} was started', zh: '{node} 启动'},
  'timeline.resumed': {en: '{node} was resumed', zh: '{node} 恢复运行'},
  'timeline.answering': {en: '{node} responds again', zh: '{node} 恢复响应'},
  'timeline.linkLost': {
    en: '{node} lost the link to {other}, its master',
    zh: '{node} 与主节点 {other} 的连接断开',
  },
  'timeline.suspected': {
    en: '{node} is suspected (fail?) by {others}',
    zh: '{others} 将 {node} 标记为主观下线（fail?）',
  },
  'timeline.failed': {
    en: '{node} is marked fail: {other} counted a majority of masters',
    zh: '{node} 客观下线（fail）：{other} 汇总到多数主节点的怀疑',
  },
  'timeline.failed.by': {
    en: '{node} is marked fail: {other} counted a majority ({by})',
    zh: '{node} 客观下线（fail）：{other} 汇总到多数主节点（{by}）的怀疑',
  },
  'timeline.cleared': {
    en: '{node} is reachable again and no longer fail (first reported by {other})',
    zh: '{node} 恢复可达，撤销客观下线标记（{other} 最先报告）',
  },
  'timeline.stateFail': {
    en: 'cluster state: fail (first reported by {node})',
    zh: '集群状态变为 fail（{node} 最先报告）',
  },
  'timeline.stateOk': {
    en: 'cluster state: ok (first reported by {node})',
    zh: '集群状态变为 ok（{node} 最先报告）',
  },
  'timeline.delayed': {
    en: '{node} delays its election by {ms} ms (rank {rank}, offset {offset})',
    zh: '{node} 将选举推迟 {ms} 毫秒（排名 {rank}，偏移量 {offset}）',
  },
  'timeline.election': {
    en: '{node} asks the masters for their votes, epoch {epoch}',
    zh: '{node} 向各主节点请求投票，纪元 {epoch}',
  },
  'timeline.voted': {
    en: '{node} votes for {other}, epoch {epoch}',
    zh: '{node} 投票给 {other}，纪元 {epoch}',
  },
  'timeline.denied': {
    en: '{node} refuses to vote for {other}: {because}',
    zh: '{node} 拒绝投票给 {other}：{because}',
  },
  'timeline.stuck': {en: '{node} cannot fail over: {because}', zh: '{node} 无法故障转移：{because}'},
  'timeline.won': {en: '{node} won the election, epoch {epoch}', zh: '{node} 赢得选举，纪元 {epoch}'},
  'timeline.won.slots': {
    en: '{node} won the election, epoch {epoch}: it now serves {slots} of {other}',
    zh: '{node} 赢得选举，纪元 {epoch}，接管 {other} 的槽 {slots}',
  },
  'timeline.takeover': {
    en: '{node} took over without a vote (TAKEOVER)',
    zh: '{node} 未经投票直接接管（TAKEOVER）',
  },
  'timeline.takeover.slots': {
    en: '{node} took over without a vote (TAKEOVER), epoch {epoch}: it now serves {slots} of {other}',
    zh: '{node} 未经投票直接接管（TAKEOVER），纪元 {epoch}，接管 {other} 的槽 {slots}',
  },
  'timeline.slots': {
    en: '{node} became the master of {slots}, epoch {epoch}',
    zh: '{node} 成为 {slots} 的主节点，纪元 {epoch}',
  },
  'timeline.slots.slots': {
    en: '{node} became the master of {slots}, formerly {other}, epoch {epoch}',
    zh: '{node} 成为主节点，接管 {other} 的槽 {slots}，纪元 {epoch}',
  },
  'timeline.manual': {
    en: '{node} was asked to take over from {other} (CLUSTER FAILOVER)',
    zh: '{node} 被要求接替 {other}（CLUSTER FAILOVER）',
  },
  'timeline.manual.force': {
    en: '{node} was asked to take over from {other} (CLUSTER FAILOVER FORCE)',
    zh: '{node} 被要求接替 {other}（CLUSTER FAILOVER FORCE）',
  },
  'timeline.manualTimedOut': {
    en: '{node}: the manual failover timed out',
    zh: '{node}：手动故障转移超时',
  },
  'timeline.follows': {en: '{node} became a replica of {other}', zh: '{node} 成为 {other} 的从节点'},
  'timeline.follows.old': {
    en: 'the old master {node} is back as a replica of {other}',
    zh: '原主节点 {node} 恢复，成为 {other} 的从节点',
  },
  'timeline.promoted': {en: '{node} became a master', zh: '{node} 成为主节点'},
  'timeline.partialRefused': {
    en: '{node} cannot do a partial resynchronization: {because}',
    zh: '{node} 无法提供部分重同步：{because}',
  },
  'timeline.fullSync': {
    en: '{node}: full resynchronization from {other}',
    zh: '{node} 从 {other} 全量同步',
  },
  'timeline.fullSync.bytes': {
    en: '{node}: full resynchronization from {other}, an RDB of {bytes} bytes',
    zh: '{node} 从 {other} 全量同步，RDB 大小 {bytes} 字节',
  },
  'timeline.partialSync': {
    en: '{node}: partial resynchronization from {other}',
    zh: '{node} 从 {other} 部分重同步',
  },
  'timeline.partialSync.bytes': {
    en: '{node}: partial resynchronization from {other}, {bytes} bytes of backlog',
    zh: '{node} 从 {other} 部分重同步，积压缓冲区补发 {bytes} 字节',
  },
} as const
