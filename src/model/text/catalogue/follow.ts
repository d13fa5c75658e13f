// Redirects that are followed.

export const followText = {
  'follow.on': {
    en: 'Cluster mode is on: a command follows MOVED and ASK, and the prompt goes along, as with redis-cli -c. @PORT leaves the prompt where it is; @all follows nothing.',
    zh: '集群模式已开启：命令会跟随 MOVED 和 ASK 重定向，提示符随之切换，与 redis-cli -c 相同。@PORT 不会移动提示符；@all 不跟随重定向。',
  },
  'follow.off': {
    en: 'Cluster mode is off: a redirect is shown as the error that it is.',
    zh: '集群模式已关闭：重定向将按原样显示为错误。',
  },
  'follow.mode': {en: 'cluster on', zh: '集群模式'},
  'follow.dead': {
    en: 'Could not connect to Redis at 127.0.0.1:{port}: Connection refused; try again when a replica has taken over its slots, or /start {port}.',
    zh: 'Could not connect to Redis at 127.0.0.1:{port}: Connection refused（连接被拒绝）；请在从节点接管其哈希槽后重试，或用 /start {port} 启动它。',
  },
  'follow.stranger': {
    en: 'Not followed: {address} is none of the six nodes of this lab.',
    zh: '未跟随：{address} 不是本实验室六个节点之一。',
  },
  'follow.transaction': {
    en: 'Not followed: a transaction stays on one node, and this one was begun on {port}. EXEC would refuse it now: DISCARD, then begin again on the node that serves the slot.',
    zh: '未跟随：事务只能在一个节点上执行，而当前事务在 {port} 上开始。此时 EXEC 会被拒绝：请先 DISCARD，再到负责该槽的节点上重新开始。',
  },
  'follow.exec': {
    en: 'Not followed: a transaction stays on one node, and {port}, where it was queued, has dropped it. Begin again with MULTI on the node that serves the slot.',
    zh: '未跟随：事务只能在一个节点上执行，{port} 已丢弃排队中的命令。请到负责该槽的节点上重新执行 MULTI。',
  },
  'follow.otherTransaction': {
    en: 'Not followed: a MULTI is still open on {port}, and the command would be queued there. End it first: @{port} EXEC or @{port} DISCARD.',
    zh: '未跟随：{port} 上还有未结束的 MULTI，命令会被放入其队列。请先执行 @{port} EXEC 或 @{port} DISCARD。',
  },
  'follow.endless': {
    en: 'Given up after {times} redirects: the nodes do not agree on who serves slot {slot}. CLUSTER NODES shows what each of them thinks.',
    zh: '重定向 {times} 次后放弃：各节点对槽 {slot} 由谁负责意见不一。可用 CLUSTER NODES 查看各节点的看法。',
  },
  'follow.elsewhere': {
    en: '{port} is down; in cluster mode any node will do: asking {other}.',
    zh: '{port} 已停止；集群模式下可以询问任意节点，改为询问 {other}。',
  },
  'follow.keyless': {
    en: 'The prompt goes on to {other}. The command was not repeated there: it has no key, so it was meant for {port}.',
    zh: '提示符切换到 {other}。命令没有在那里重复执行：它不含键，针对的是 {port}。',
  },
} as const
