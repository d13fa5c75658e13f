// Redirects that are followed.

export const followText = {
  'follow.on': {
    en: 'Cluster mode is on: a command follows MOVED and ASK, and so does the prompt, as with {redis-cli} -c. @PORT does not move the prompt; @all follows no redirect.',
    zh: '集群模式已开启：命令会跟随 MOVED 和 ASK 重定向，提示符随之切换，与 {redis-cli} -c 相同。“@端口”不会切换提示符；@all 不跟随重定向。',
  },
  'follow.off': {
    en: 'Cluster mode is off: a redirect is shown as an error.',
    zh: '集群模式已关闭：重定向按原样显示为错误。',
  },
  'follow.offByStep': {
    en: 'This step begins with cluster mode off: redirects are shown, not followed. The prompt is on {port}.',
    zh: '本步骤开始时集群模式已关闭：只显示重定向，不跟随。提示符在 {port}。',
  },
  'follow.mode': {en: '/cluster on', zh: '/cluster on'},
  'follow.stranger': {
    en: "Not followed: {address} is not an address of this lab's nodes.",
    zh: '未跟随：{address} 不是本实验室节点的地址。',
  },
  'follow.transaction': {
    en: 'Not followed: a transaction stays on one node, and this one began on {port}. EXEC would fail now. Type DISCARD, then start over on the node that serves the slot.',
    zh: '未跟随：事务只能在一个节点上执行，而当前事务在 {port} 上开始。此时 EXEC 会被拒绝：请先 DISCARD，再到负责该槽的节点上重新开始。',
  },
  'follow.exec': {
    en: 'Not followed: a transaction stays on one node, and {port} has dropped the queued commands. Start over with MULTI on the node that serves the slot.',
    zh: '未跟随：事务只能在一个节点上执行，{port} 已丢弃排队中的命令。请到负责该槽的节点上重新执行 MULTI。',
  },
  'follow.otherTransaction': {
    en: 'Not followed: a MULTI is still open on {port} and would queue the command. End it first: @{port} EXEC or @{port} DISCARD.',
    zh: '未跟随：{port} 上还有未结束的 MULTI，命令会被放入其队列。请先执行 @{port} EXEC 或 @{port} DISCARD。',
  },
  'follow.endless': {
    en: "Gave up after {times} redirects: the nodes disagree on the owner of slot {slot}. CLUSTER NODES shows each node's view.",
    zh: '重定向 {times} 次后放弃：各节点对槽 {slot} 的归属看法不一。用 CLUSTER NODES 查看各节点的看法。',
  },
  'follow.endlessAsk': {
    en: 'Gave up after {times} redirects: {from} sends slot {slot} to {to} with ASK, but {to} is not importing it and sends back with MOVED.',
    zh: '重定向 {times} 次后放弃：{from} 用 ASK 把槽 {slot} 的请求转给 {to}，而 {to} 没有处于导入状态，又用 MOVED 转回。',
  },
  'follow.elsewhere': {
    en: '{port} is down; in cluster mode any node can redirect, so {other} is asked instead.',
    zh: '{port} 已停止；集群模式下任意节点都能重定向，改为向 {other} 发送。',
  },
  'follow.keyless': {
    en: 'The prompt moves to {other}. The command was not repeated there: it has no key and was meant for {port}.',
    zh: '提示符切换到 {other}。命令没有在那里重新执行：它不含键，是发给 {port} 的。',
  },
} as const
