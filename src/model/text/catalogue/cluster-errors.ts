// Errors about the cluster's state and its nodes, explained.

export const clusterErrorsText = {
  'cluster-errors.notEmpty': {
    en: '{node} serves {slots} and has {keys} {keys|key|keys}: it cannot follow anybody',
    zh: '{node} 负责 {slots}，有 {keys} 个键，不能跟随其他节点',
  },
  'cluster-errors.notEmpty.long': {
    en: 'CLUSTER REPLICATE makes an empty node a replica; one that serves slots or holds keys would lose them. Move its slots away first and FLUSHALL, or let one of its own replicas take over: CLUSTER FAILOVER makes the old master a replica by itself.',
    zh: 'CLUSTER REPLICATE 只能让空节点成为从节点；有槽或有键的节点会因此丢失它们。请先迁走槽并 FLUSHALL，或让它自己的从节点接管：CLUSTER FAILOVER 会让旧主节点自动成为从节点。',
  },
  'cluster-errors.notAMaster': {
    en: '{id} is the id of a replica',
    zh: '{id} 是从节点的 ID',
  },
  'cluster-errors.notAMaster.long': {
    en: 'In a cluster a replica follows a master directly; chains as with REPLICAOF do not exist. Take the id of a line with the flag master from CLUSTER NODES.',
    zh: '在集群中从节点直接跟随主节点，没有 REPLICAOF 那样的链式复制。请从 CLUSTER NODES 中带 master 标志的行取 ID。',
  },
  'cluster-errors.itself': {
    en: '{id} is the id of {node} itself',
    zh: '{id} 就是 {node} 自己的 ID',
  },
  'cluster-errors.itself.long': {
    en: 'The id named is that of the node the command was sent to: in CLUSTER NODES the line with the flag myself. Name another node, or send the command to the one that is to follow.',
    zh: '所给的 ID 属于接收命令的节点本身：CLUSTER NODES 中带 myself 标志的行。请改用其他节点的 ID，或把命令发给要成为从节点的那个节点。',
  },
  'cluster-errors.unknownNode': {
    en: '{node} knows no node with the id {id}',
    zh: '{node} 不认识 ID 为 {id} 的节点',
  },
  'cluster-errors.unknownNode.long': {
    en: 'Nodes are named by their id, 40 hexadecimal digits, not by port. CLUSTER NODES shows the ids that this node knows, CLUSTER MYID a node its own. Right after CLUSTER MEET the news needs a second to reach every node: try again then.',
    zh: '节点用 40 位十六进制的 ID 表示，而不是端口。CLUSTER NODES 显示该节点认识的 ID，CLUSTER MYID 显示节点自己的 ID。刚执行 CLUSTER MEET 时，消息传到所有节点约需一秒，稍后重试。',
  },
  'cluster-errors.address': {
    en: '{word} is not taken: CLUSTER MEET wants an IP address and a port',
    zh: '{word} 不可用：CLUSTER MEET 需要 IP 地址和端口',
  },
  'cluster-errors.address.long': {
    en: 'CLUSTER MEET IP PORT: the address has to be an IP, a name like localhost is not looked up, and the port at most 55535, for the cluster bus listens 10000 above it. An address where nobody listens is answered with OK; the handshake then vanishes again.',
    zh: 'CLUSTER MEET IP PORT：地址必须是 IP，不解析 localhost 之类的名称；端口最大 55535，因为集群总线使用端口加 10000。地址上没有节点时也回答 OK，随后握手记录会消失。',
  },
  'cluster-errors.slotBusy': {
    en: 'slot {slot} is given to {owner} already',
    zh: '槽 {slot} 已分配给 {owner}',
  },
  'cluster-errors.slotBusy.long': {
    en: 'A slot has one owner at a time. This command gives none if one of them is taken, so nothing was changed. CLUSTER NODES shows who has which; to move a slot use CLUSTER SETSLOT and MIGRATE, or redis-cli --cluster reshard.',
    zh: '一个槽同一时间只有一个负责者。只要其中有一个槽已被占用，整条命令都不执行，因此没有任何改变。CLUSTER NODES 显示归属；要迁移槽请用 CLUSTER SETSLOT 和 MIGRATE，或 redis-cli --cluster reshard。',
  },
  'cluster-errors.slotFree': {
    en: 'slot {slot} is given to nobody, as far as {node} knows',
    zh: '就 {node} 所知，槽 {slot} 没有分配给任何节点',
  },
  'cluster-errors.slotFree.long': {
    en: 'CLUSTER DELSLOTS takes slots away in the view of the node it is sent to; this one has no owner there. If one slot of the command is free, none is taken away.',
    zh: 'CLUSTER DELSLOTS 只在接收命令的节点的视图中移除槽；这个槽在那里没有负责者。只要其中一个槽未分配，整条命令都不执行。',
  },
  'cluster-errors.slotRange': {
    en: 'slots are numbered 0 to 16383, each named once, the lower end first',
    zh: '槽的编号为 0 到 16383，每个只能写一次，范围从小到大',
  },
  'cluster-errors.slotRange.long': {
    en: 'There are 16384 hash slots in every cluster, whatever its size. CLUSTER ADDSLOTS takes single slots, CLUSTER ADDSLOTSRANGE pairs of a first and a last one. Nothing was changed.',
    zh: '无论规模如何，每个集群都有 16384 个哈希槽。CLUSTER ADDSLOTS 接受单个槽，CLUSTER ADDSLOTSRANGE 接受成对的首尾编号。没有任何改变。',
  },
  'cluster-errors.setslotReplica': {
    en: '{node} is a replica; its master {master} has the slots',
    zh: '{node} 是从节点；槽属于它的主节点 {master}',
  },
  'cluster-errors.setslotReplica.long': {
    en: 'Slots belong to masters, and a replica learns of their moves from its master. Send CLUSTER SETSLOT to the two masters: IMPORTING to the one that gets the slot, MIGRATING to the one that gives it.',
    zh: '槽属于主节点，从节点从主节点得知迁移情况。请把 CLUSTER SETSLOT 发给两个主节点：IMPORTING 发给接收槽的节点，MIGRATING 发给交出槽的节点。',
  },
  'cluster-errors.notOwner': {
    en: 'slot {slot} is served by {owner}, so {node} cannot give it away',
    zh: '槽 {slot} 由 {owner} 负责，{node} 不能把它迁出',
  },
  'cluster-errors.isOwner': {
    en: '{node} serves slot {slot} already, so it cannot import it',
    zh: '{node} 已经负责槽 {slot}，不能再导入它',
  },
  'cluster-errors.setslotSide.long': {
    en: 'A move of a slot has two ends, and each is told its part: CLUSTER SETSLOT SLOT IMPORTING ID-OF-THE-GIVER on the node that gets the slot, first; then CLUSTER SETSLOT SLOT MIGRATING ID-OF-THE-TAKER on the node that has it. This node was told the part of the other.',
    zh: '迁移一个槽涉及两端，各执行各的命令：先在接收槽的节点上 CLUSTER SETSLOT 槽 IMPORTING 源节点ID，再在拥有槽的节点上 CLUSTER SETSLOT 槽 MIGRATING 目标节点ID。这个节点收到的是另一端的命令。',
  },
  'cluster-errors.keysLeft': {
    en: '{node} still holds keys of slot {slot}',
    zh: '{node} 仍有槽 {slot} 的键',
  },
  'cluster-errors.keysLeft.long': {
    en: 'Whoever gives a slot away first moves its keys: a node deletes keys of a slot that is no longer its own. CLUSTER GETKEYSINSLOT names them, MIGRATE moves them; then CLUSTER SETSLOT … NODE is taken.',
    zh: '交出槽之前必须先迁走其中的键：节点会删除不再属于自己的槽里的键。CLUSTER GETKEYSINSLOT 列出这些键，MIGRATE 迁移它们；之后 CLUSTER SETSLOT … NODE 才会被接受。',
  },
  'cluster-errors.resetKeys': {
    en: '{node} is a master with {keys} {keys|key|keys}',
    zh: '{node} 是有 {keys} 个键的主节点',
  },
  'cluster-errors.resetKeys.long': {
    en: 'CLUSTER RESET makes a node forget the cluster; a master that holds keys would carry them into its next one, so it refuses. FLUSHALL first, if the data is not needed. On a replica it is taken at once, and empties it.',
    zh: 'CLUSTER RESET 让节点忘记集群；有键的主节点会把键带到下一个集群，因此拒绝执行。如果不需要数据，请先 FLUSHALL。从节点则立即执行，并清空数据。',
  },
  'cluster-errors.forget': {
    en: '{node} keeps itself and its own master in mind',
    zh: '{node} 不能忘记自己，也不能忘记自己的主节点',
  },
  'cluster-errors.forget.long': {
    en: 'CLUSTER FORGET takes a node out of the view of the one it is sent to, and only there: send it to every other node within 60 seconds, or gossip brings the forgotten one back. A replica cannot forget its master; let it follow another first.',
    zh: 'CLUSTER FORGET 只在接收命令的节点的视图中删除某个节点：要在 60 秒内发给其他所有节点，否则 gossip 会把它带回来。从节点不能忘记自己的主节点，应先让它跟随别的主节点。',
  },
  'cluster-errors.epoch': {
    en: '{node} knows other nodes or has an epoch already',
    zh: '{node} 已认识其他节点，或已有纪元',
  },
  'cluster-errors.epoch.long': {
    en: 'CLUSTER SET-CONFIG-EPOCH is for a fresh node, before it meets others; from then on epochs are raised by elections alone, so that no two masters hold the same. Nothing is to be done: the nodes sort it out by themselves.',
    zh: 'CLUSTER SET-CONFIG-EPOCH 只用于尚未认识其他节点的新节点；此后纪元只由选举提升，以保证没有两个主节点相同。无需处理：节点之间会自行解决。',
  },
  'cluster-errors.busykey': {
    en: 'the other node holds a key of this name already',
    zh: '目标节点上已有同名的键',
  },
  'cluster-errors.busykey.long': {
    en: 'MIGRATE and RESTORE do not overwrite: the key is in both places now, or was left by an earlier try. Compare the two; add REPLACE if the one that is moved counts.',
    zh: 'MIGRATE 和 RESTORE 不会覆盖：现在两边都有这个键，或是之前的尝试留下的。请先比较两者；如果以迁移的为准，加上 REPLACE。',
  },
  'cluster-errors.ioerr': {
    en: '{node} could not hand the keys to {target}, or heard nothing back in time',
    zh: '{node} 无法把键交给 {target}，或没有及时得到回应',
  },
  'cluster-errors.ioerr.long': {
    en: 'MIGRATE connects to the target itself and waits at most its timeout, in milliseconds. A key counts as moved only when the target has confirmed it: here it is still on the source, perhaps on the target too. See that the target runs, give a longer timeout, and try again with REPLACE.',
    zh: 'MIGRATE 由源节点直接连接目标，最多等待所给的毫秒数。只有目标确认后键才算迁走：现在它仍在源节点上，也可能目标上也有。请确认目标在运行，适当加长超时，并加上 REPLACE 重试。',
  },
  'cluster-errors.nokey': {
    en: 'none of these keys is on {node}: nothing was moved',
    zh: '{node} 上没有这些键：什么也没有迁移',
  },
  'cluster-errors.nokey.long': {
    en: 'NOKEY is no error: MIGRATE found none of the keys on the source. They were moved before, have expired, or the name is spelled differently; in a slot that is on its way ask the target, after ASKING.',
    zh: 'NOKEY 不是错误：MIGRATE 在源节点上没有找到这些键。它们可能已迁走、已过期，或名称有误；如果槽正在迁移，请在 ASKING 之后询问目标节点。',
  },
} as const
