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
  'timeline.exited.signal': {en: '{node} crashed (signal {signal})', zh: '{node} 崩溃（信号 {signal}）'},
  'timeline.linksCut': {en: 'cut: {links}', zh: '切断：{links}'},
  'timeline.linksClosed': {en: 'closed: {links}', zh: '关闭：{links}'},
  'timeline.linksSlow': {en: 'slowed by {ms} ms: {links}', zh: '变慢 {ms} 毫秒：{links}'},
  'timeline.linksHealed': {en: 'healed: {links}', zh: '恢复：{links}'},
  'timeline.heldUp': {
    en: 'the lab itself was held up for {seconds} s (a busy or sleeping computer): it saw what happened meanwhile only afterwards',
    zh: '实验室自身停顿了 {seconds} 秒（计算机繁忙或休眠）：期间发生的事件之后才看到',
  },
  'timeline.allSilent': {
    en: 'no node replied for a moment, though all run: the computer was busy or asleep',
    zh: '所有节点一度都没有响应，但进程都在运行：计算机繁忙或休眠',
  },
  'timeline.joined': {en: '{node} is now known to {others}', zh: '{others} 认识了 {node}'},
  'timeline.joined.foreign': {
    en: '{node}, which is not a node of this lab, is now known to {others}',
    zh: '{others} 认识了 {node}，它不是本实验室的节点',
  },
  'timeline.given.foreign': {
    en: '{count} {count|slot|slots} moved from {node} to {other}, which is not a node of this lab: {slots}',
    zh: '{count} 个槽从 {node} 迁到 {other}，后者不是本实验室的节点：{slots}',
  },
  'timeline.forgotten': {
    en: '{node} was removed from the cluster by {others} (CLUSTER FORGET)',
    zh: '{others} 移除了 {node}（CLUSTER FORGET）',
  },
  'timeline.reset': {
    en: '{node} left the cluster: it knows no other node any more (CLUSTER RESET)',
    zh: '{node} 离开了集群：不再认识任何其他节点（CLUSTER RESET）',
  },
  'timeline.epoch': {
    en: '{node} raised its config epoch to {epoch}, without an election',
    zh: '{node} 未经选举将配置纪元提高到 {epoch}',
  },
  'timeline.migrating': {
    en: '{node} marks {count} {count|slot|slots} as MIGRATING to {other}: {slots}',
    zh: '{node} 将 {count} 个槽标记为迁往 {other}（MIGRATING）：{slots}',
  },
  'timeline.importing': {
    en: '{node} marks {count} {count|slot|slots} as IMPORTING from {other}: {slots}',
    zh: '{node} 将 {count} 个槽标记为从 {other} 导入（IMPORTING）：{slots}',
  },
  'timeline.closed': {
    en: '{node} closed {count} open {count|slot|slots} without a move: {slots}',
    zh: '{node} 取消了 {count} 个槽的迁移状态，槽未移动：{slots}',
  },
  'timeline.moveFailed': {
    en: '{node}: the migration of the slots {slots} ended without success: {because}',
    zh: '{node}：槽 {slots} 的迁移未成功：{because}',
  },
  'timeline.given': {
    en: '{node} names {other} as the owner of {count} of its slots, and {other} does not serve {count|it|them} yet: {slots}',
    zh: '{node} 认为自己的 {count} 个槽归 {other}，而 {other} 尚未负责：{slots}',
  },
  'timeline.moved': {
    en: '{count} {count|slot|slots} moved from {other} to {node}: {slots}',
    zh: '{count} 个槽从 {other} 迁到 {node}：{slots}',
  },
  'timeline.assigned': {
    en: '{node} took {count} {count|slot|slots} that nobody served: {slots}',
    zh: '{node} 接管了 {count} 个无人负责的槽：{slots}',
  },
  'timeline.unassigned': {
    en: '{node} gave up {count} {count|slot|slots}, which nobody serves now: {slots}',
    zh: '{node} 放弃了 {count} 个槽，现在无人负责：{slots}',
  },
  'timeline.stranded': {
    en: '{node} holds {keys} {keys|key|keys} of slot {slot} that no client can reach: {owner} serves the slot',
    zh: '{node} 上有槽 {slot} 的 {keys} 个键，客户端无法访问：该槽由 {owner} 负责',
  },
  'timeline.stranded.nobody': {
    en: '{node} holds {keys} {keys|key|keys} of slot {slot} that no client can reach: nobody serves the slot',
    zh: '{node} 上有槽 {slot} 的 {keys} 个键，客户端无法访问：该槽无人负责',
  },
  'timeline.stranded.all': {
    en: '{node} holds {keys} {keys|key|keys} that no client can reach: it serves no slots',
    zh: '{node} 上有 {keys} 个键，客户端无法访问：它不负责任何槽',
  },
  'timeline.foreign': {
    en: "a replica that is not one of this lab's nodes connected to {node} (port {otherPort})",
    zh: '一个不属于本实验室的从节点（端口 {otherPort}）连接到了 {node}',
  },
  'timeline.dataLost': {
    en: '{node} lost data: keys {was}→{now}. It restarted and had not saved them',
    zh: '{node} 丢失了数据：键 {was}→{now}。它重启了，而这些数据没有持久化',
  },
  'timeline.dataLost.copy': {
    en: '{node} lost data: keys {was}→{now}. A full resynchronization replaced its data with a copy of {other}',
    zh: '{node} 丢失了数据：键 {was}→{now}。全量同步用 {other} 的副本替换了它的数据',
  },
  'timeline.dataLost.emptyMaster': {
    en: '{node} lost data: keys {was}→{now}. Its master {other} is empty, and an empty master empties its replicas',
    zh: '{node} 丢失了数据：键 {was}→{now}。主节点 {other} 是空的，而空的主节点会清空它的从节点',
  },
  'timeline.dataLost.lasting': {
    en: '{loss} (keys with a time to live are not counted)',
    zh: '{loss}（不计设有过期时间的键）',
  },
  'timeline.paused': {en: '{node} was paused', zh: '{node} 被暂停'},
  'timeline.silent': {en: '{node} stopped responding', zh: '{node} 停止响应'},
  'timeline.started': {en: '{node} was started', zh: '{node} 启动'},
  'timeline.resumed': {en: '{node} was resumed', zh: '{node} 恢复运行'},
  'timeline.answering': {en: '{node} responds again', zh: '{node} 恢复响应'},
  'timeline.linkLost': {
    en: '{node} lost the link to {other}, its master',
    zh: '{node} 与主节点 {other} 的连接断开',
  },
  'timeline.masterSilent': {
    en: '{node} closed the link to {other}, its master: nothing arrived for repl-timeout',
    zh: '{node} 断开与主节点 {other} 的连接：超过 repl-timeout 没有收到数据',
  },
  'timeline.replicaSilent': {
    en: '{node} closed the link to {other}, its replica: no acknowledgment for repl-timeout',
    zh: '{node} 断开与从节点 {other} 的连接：超过 repl-timeout 没有收到确认',
  },
  'timeline.bufferFull': {
    en: '{node} closed a connection that read too slowly: its output buffer passed the limit (client-output-buffer-limit)',
    zh: '{node} 断开了一个读取过慢的连接：其输出缓冲区超过上限（client-output-buffer-limit）',
  },
  'timeline.sdown': {
    en: '{node} is marked s_down by {others}',
    zh: '{others} 将 {node} 标为 s_down（主观下线）',
  },
  'timeline.sdownCleared': {
    en: '{node} is reachable again for {others} (-sdown)',
    zh: '{others} 撤销 {node} 的 s_down 标记（-sdown）',
  },
  'timeline.odown': {
    en: '{node} is marked o_down: {other} first counted {votes} Sentinels that see it as down, the quorum is {quorum}',
    zh: '{node} 被标为 o_down（客观下线）：{other} 最先汇总到 {votes} 个哨兵的判定，quorum 为 {quorum}',
  },
  'timeline.failoverAsked': {
    en: '{other} was asked to replace {node} (SENTINEL FAILOVER)',
    zh: '{other} 被要求替换 {node}（SENTINEL FAILOVER）',
  },
  'timeline.failoverTried': {
    en: '{other} wants to lead a failover of {node} (+try-failover)',
    zh: '{other} 准备对 {node} 执行故障转移（+try-failover）',
  },
  'timeline.leaderVoted': {
    en: '{others} voted for {node}, epoch {epoch}',
    zh: '{others} 投票给 {node}，纪元 {epoch}',
  },
  'timeline.leaderElected': {en: '{node} leads the failover', zh: '{node} 成为领导者，执行故障转移'},
  'timeline.replicaSelected': {
    en: '{other} selects {node} as the new master',
    zh: '{other} 选定 {node} 作为新的主节点',
  },
  'timeline.failoverGivenUp': {
    en: '{other} gives up the failover of {node}: {because}',
    zh: '{other} 放弃对 {node} 的故障转移：{because}',
  },
  'timeline.promotionSeen': {
    en: '{other} sees that {node} is a master now, and names it to clients',
    zh: '{other} 得知 {node} 已是主节点，开始向客户端返回它的地址',
  },
  'timeline.masterSwitched': {
    en: 'the Sentinels name {node} instead of {other} (+switch-master, first {first})',
    zh: '哨兵改为返回 {node}，不再返回 {other}（+switch-master，{first} 最先）',
  },
  'timeline.demoted': {
    en: '{other} makes {node} a replica: it still said that it was a master (+convert-to-slave)',
    zh: '{other} 把仍自称主节点的 {node} 变为从节点（+convert-to-slave）',
  },
  'timeline.sentToMaster': {
    en: '{other} sends {node} back to its master: it followed another node (+fix-slave-config)',
    zh: '{node} 跟随了别的节点，{other} 让它重新跟随主节点（+fix-slave-config）',
  },
  'timeline.tilt': {
    en: '{node} only watches for 30 s (TILT): its clock jumped, or it was held up',
    zh: '{node} 进入 TILT 模式，30 秒内只监控不行动：时钟跳变，或进程曾停顿',
  },
  'timeline.tiltOver': {en: '{node} acts again (TILT is over)', zh: '{node} 退出 TILT 模式，恢复行动'},
  'timeline.suspected': {
    en: '{node} is suspected (fail?) by {others}',
    zh: '{others} 将 {node} 标为 fail?（主观下线）',
  },
  'timeline.failed': {
    en: '{node} is marked fail: {other} counted a majority of masters',
    zh: '{node} 被标为 fail（客观下线）：{other} 汇总到多数主节点的怀疑',
  },
  'timeline.failed.by': {
    en: '{node} is marked fail: {other} counted a majority ({by})',
    zh: '{node} 被标为 fail（客观下线）：{other} 汇总到多数主节点（{by}）的怀疑',
  },
  'timeline.cleared': {
    en: '{node} is reachable again and no longer fail (first reported by {other})',
    zh: '{node} 恢复可达，fail 标记已撤销（{other} 最先报告）',
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
  'timeline.manualTimedOut.silent': {
    en: '{node}: the manual failover timed out: {other} did not answer; it is silent, or did not know {node} as its replica yet',
    zh: '{node}：手动故障转移超时：{other} 没有应答，它没有响应，或当时还不知道 {node} 是它的从节点',
  },
  'timeline.manualTimedOut.behind': {
    en: '{node}: the manual failover timed out: it did not receive all data that {other} had',
    zh: '{node}：手动故障转移超时：它没有收到 {other} 的全部数据',
  },
  'timeline.manualTimedOut.votes': {
    en: '{node}: the manual failover timed out: too few masters voted for it',
    zh: '{node}：手动故障转移超时：投票给它的主节点不够',
  },
  'timeline.manualTimedOut.released': {
    en: '{node} stays master and accepts writes again: the manual failover timed out',
    zh: '{node} 仍是主节点，重新接受写入：手动故障转移超时',
  },
  'timeline.follows': {en: '{node} became a replica of {other}', zh: '{node} 成为 {other} 的从节点'},
  'timeline.follows.emptied': {
    en: '{node} became a replica of {other}: its last slot moved there, and a master without slots follows the node that took the last one',
    zh: '{node} 成为 {other} 的从节点：它的最后一个槽迁到了那里，没有槽的主节点会跟随接管最后一个槽的节点',
  },
  'timeline.follows.orphan': {
    en: '{node} became a replica of {other}, a master that had none left (replica migration)',
    zh: '{node} 成为 {other} 的从节点：那个主节点已没有从节点（副本迁移）',
  },
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
  'timeline.why': {en: '{sentence}: {why}', zh: '{sentence}：{why}'},
  'timeline.why.noHistory': {
    en: 'the replica had no history to go on with',
    zh: '从节点没有可以接续的复制历史',
  },
  'timeline.why.mismatch': {
    en: "the replica's history is not that of {node}",
    zh: '从节点的复制历史与 {node} 的不同',
  },
  'timeline.why.backlog': {
    en: 'the backlog of {node} no longer holds what the replica missed',
    zh: '{node} 的积压缓冲区已没有从节点缺少的部分',
  },
  'timeline.why.diverged': {
    en: 'the replica had gone on after the point where its history and that of {node} parted',
    zh: '从节点在与 {node} 的复制历史分叉之后又有了新的写入',
  },
  'timeline.partialSync': {
    en: '{node}: partial resynchronization from {other}',
    zh: '{node} 从 {other} 部分重同步',
  },
  'timeline.partialSync.bytes': {
    en: '{node}: partial resynchronization from {other}, {bytes} {bytes|byte|bytes} of backlog',
    zh: '{node} 从 {other} 部分重同步，积压缓冲区补发 {bytes} 字节',
  },
} as const
