// The links of a wired stage: what is cut or slow.

export const linksText = {
  'links.cut': {en: 'cut: {links}', zh: '已切断：{links}'},
  'links.closed': {en: 'closed: {links}', zh: '已关闭：{links}'},
  'links.slow': {en: 'slow by {ms} ms: {links}', zh: '延迟 {ms} 毫秒：{links}'},
  'links.slow.jitter': {
    en: 'slow by {ms} to {most} ms: {links}',
    zh: '延迟 {ms} 到 {most} 毫秒：{links}',
  },
  'links.cut.done': {
    en: 'Cut: {links}. What is sent there vanishes, and no connection breaks; your commands and MIGRATE pass. /heal {links} repairs it.',
    zh: '已切断：{links}。经过那里的数据会丢失，连接不会断开；你的命令和 MIGRATE 不受影响。/heal {links} 恢复。',
  },
  'links.closed.done': {
    en: 'Closed: {links}. Connections break, and new ones break too; your commands and MIGRATE pass. /heal {links} repairs it.',
    zh: '已关闭：{links}。现有连接断开，新连接也会断开；你的命令和 MIGRATE 不受影响。/heal {links} 恢复。',
  },
  'links.slow.done': {
    en: 'Slow: {links}. What is sent there arrives {ms} ms later; your commands and MIGRATE do not wait. /heal {links} repairs it.',
    zh: '已变慢：{links}。经过那里的数据晚到 {ms} 毫秒；你的命令和 MIGRATE 不受影响。/heal {links} 恢复。',
  },
  'links.slow.done.jitter': {
    en: 'Slow: {links}. What is sent there arrives {ms} to {most} ms later, in its order; your commands and MIGRATE do not wait. /heal {links} repairs it.',
    zh: '已变慢：{links}。经过那里的数据晚到 {ms} 到 {most} 毫秒，先后顺序不变；你的命令和 MIGRATE 不受影响。/heal {links} 恢复。',
  },
  'links.healed': {
    en: 'Healed: {links}. Connections in which something was lost break, so that the nodes open new ones.',
    zh: '已恢复：{links}。丢过数据的连接会断开，由节点重新建立。',
  },
  'links.healedAll': {
    en: 'All links are whole. Connections in which something was lost break, so that the nodes open new ones.',
    zh: '所有链路均已恢复。丢过数据的连接会断开，由节点重新建立。',
  },
  'links.nothingToHeal': {
    en: 'Nothing is cut or slow there: {links}.',
    zh: '那里没有被切断或变慢的链路：{links}。',
  },
  'links.whole': {
    en: 'All links are whole. To cut one: /cut {one} {other}; to isolate a node: /cut {one} | rest',
    zh: '所有链路均完好。切断一条：/cut {one} {other}；孤立一个节点：/cut {one} | rest',
  },
  'links.unwired': {
    en: 'These nodes are connected directly, so no link between them can be cut or slowed. /wires on replaces them with new, empty nodes that have wires between them.',
    zh: '这些节点直接相连，中间的链路无法切断，也无法变慢。执行 /wires on 会换成一组新的空节点，节点之间带有连线。',
  },
  'links.wired': {
    en: 'New nodes, with wires between them: /cut, /slow and /heal work now.',
    zh: '已启动带连线的新节点：现在可以使用 /cut、/slow 和 /heal。',
  },
  'links.direct': {en: 'New nodes, connected directly.', zh: '已启动直接相连的新节点。'},
  'links.inStep': {
    en: 'Not during a step: its nodes are those of the lesson. Type /play first, or start redis-cluster-lab sandbox --wired.',
    zh: '步骤进行中不能更换：节点由课程决定。请先执行 /play，或启动 redis-cluster-lab sandbox --wired。',
  },
  'links.noSentinels': {
    en: 'There are no wires on a stage with Sentinels: redis-cluster-lab sandbox --wired starts a cluster that has them.',
    zh: '带哨兵的环境不支持连线：redis-cluster-lab sandbox --wired 会启动带连线的集群。',
  },
  'links.itself': {
    en: '{party} is on both sides. A link is between two different nodes, or between the client and a node.',
    zh: '{party} 同时出现在两边。链路连接两个不同的节点，或客户端与一个节点。',
  },
  'links.noRest': {
    en: 'Nothing is left for "rest": name one side, for example /{name} {one} | rest',
    zh: '“rest”没有剩下任何节点：请写出一边，例如 /{name} {one} | rest',
  },
  'links.whichSides': {
    en: 'Which sides? Write | between them (both directions) or > (one direction): /{name} {one} {other} | rest',
    zh: '分成哪两边？中间写 |（双向）或 >（单向）：/{name} {one} {other} | rest',
  },
  'links.noParty': {
    en: '"{typed}" is no end of a link. Ends are the nodes {nodes}, "client" (the client at work) and "rest" (all other nodes).',
    zh: '“{typed}”不是链路的一端。可写节点 {nodes}、client（负载客户端）或 rest（其余所有节点）。',
  },
  'links.meant': {en: '"{typed}": did you mean {near}?', zh: '“{typed}”：是否想写 {near}？'},
  'links.delay': {
    en: 'By how many ms (1 to {most})? For example: /slow {one} {other} 200, or 200 50 for up to 50 ms more.',
    zh: '延迟多少毫秒（1 到 {most}）？例如：/slow {one} {other} 200；写 200 50 则再随机增加最多 50 毫秒。',
  },
  'links.note': {en: 'links cut or slow', zh: '有链路被切断或变慢'},
} as const
