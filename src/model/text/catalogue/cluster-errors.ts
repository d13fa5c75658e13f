// Errors about the cluster's state and its nodes, explained.

export const clusterErrorsText = {
  'cluster-errors.notEmpty': {
    en: '{node} serves {slots} and has {keys} {keys|key|keys}: it cannot become a replica',
    zh: '{node} 负责 {slots}，有 {keys} 个键，不能成为从节点',
  },
  'cluster-errors.notEmpty.long': {
    en: 'CLUSTER REPLICATE accepts only an empty node; one with slots or keys would lose them. Move its slots away and run FLUSHALL. Or let a replica of it take over: CLUSTER FAILOVER turns the old master into a replica.',
    zh: 'CLUSTER REPLICATE 只接受空节点；有槽或键的节点会因此丢失数据。请先迁走槽并执行 FLUSHALL。也可以由它的从节点接管：CLUSTER FAILOVER 会让旧主节点自动成为从节点。',
  },
  'cluster-errors.notAMaster': {
    en: '{id} is the id of a replica',
    zh: '{id} 是从节点的 ID',
  },
  'cluster-errors.notAMaster.long': {
    en: 'In a cluster a replica follows a master directly; chained replicas, as with REPLICAOF, do not exist. In CLUSTER NODES, take the id of a line with the flag master.',
    zh: '在集群中，从节点只能直接跟随主节点，没有 REPLICAOF 那样的链式复制。请从 CLUSTER NODES 中带 master 标志的行取 ID。',
  },
  'cluster-errors.itself': {
    en: '{id} is the id of {node} itself',
    zh: '{id} 就是 {node} 自己的 ID',
  },
  'cluster-errors.itself.long': {
    en: 'The id belongs to the node that received the command: the line with the flag myself in CLUSTER NODES. Give the id of another node, or send the command to the node that should become a replica.',
    zh: '这个 ID 属于接收命令的节点本身，即 CLUSTER NODES 中带 myself 标志的行。请改用其他节点的 ID，或把命令发给要成为从节点的节点。',
  },
  'cluster-errors.unknownNode': {
    en: '{node} knows no node with the id {id}',
    zh: '{node} 不认识 ID 为 {id} 的节点',
  },
  'cluster-errors.unknownNode.long': {
    en: "Nodes are named by id (40 hexadecimal digits), not by port. CLUSTER NODES lists the ids this node knows; CLUSTER MYID shows a node's own. After CLUSTER MEET it takes about a second until every node knows the new one: try again then.",
    zh: '节点用 40 位十六进制的 ID 表示，而不是端口。CLUSTER NODES 列出该节点认识的 ID，CLUSTER MYID 显示节点自己的 ID。执行 CLUSTER MEET 后，消息传到所有节点约需一秒，请稍后重试。',
  },
  'cluster-errors.address': {
    en: 'CLUSTER MEET does not accept {word}: it needs an IP address and a port',
    zh: 'CLUSTER MEET 不接受 {word}：需要 IP 地址和端口',
  },
  'cluster-errors.address.long': {
    en: 'CLUSTER MEET IP PORT: the address must be an IP; names like localhost are not resolved. The port is at most 55535, because the cluster bus uses the port plus 10000. If no node listens at the address, the reply is still OK, and the handshake soon disappears.',
    zh: '“CLUSTER MEET IP 端口”：地址必须是 IP，不解析 localhost 之类的名称。端口最大 55535，因为集群总线使用端口加 10000。地址上没有节点时同样返回 OK，随后握手记录会消失。',
  },
  'cluster-errors.slotBusy': {
    en: 'slot {slot} already belongs to {owner}',
    zh: '槽 {slot} 已分配给 {owner}',
  },
  'cluster-errors.slotBusy.disowned': {
    en: '{node} still names {owner} as the owner of slot {slot}, though {owner} does not serve it',
    zh: '{node} 仍认为槽 {slot} 由 {owner} 负责，而 {owner} 并不负责它',
  },
  'cluster-errors.slotBusy.next': {
    en: '@{owner} CLUSTER ADDSLOTS {slot}, or first @{node} CLUSTER DELSLOTS {slot}',
    zh: '@{owner} CLUSTER ADDSLOTS {slot}，或先 @{node} CLUSTER DELSLOTS {slot}',
  },
  'cluster-errors.slotBusy.long': {
    en: 'A slot has one owner. If any slot of the command is taken, the command assigns none, so nothing was changed. CLUSTER NODES shows the owners. To move a slot, use CLUSTER SETSLOT and MIGRATE, or {redis-cli} --cluster reshard.',
    zh: '一个槽同一时间只属于一个节点。只要其中一个槽已被占用，整条命令都不执行，因此没有任何改变。CLUSTER NODES 显示槽的归属。要迁移槽，请用 CLUSTER SETSLOT 和 MIGRATE，或 {redis-cli} --cluster reshard。',
  },
  'cluster-errors.slotFree': {
    en: 'slot {slot} has no owner, as far as {node} knows',
    zh: '就 {node} 所知，槽 {slot} 没有分配给任何节点',
  },
  'cluster-errors.slotFree.long': {
    en: 'CLUSTER DELSLOTS removes slots only in the view of the node that receives it; there this slot has no owner. If one slot of the command has no owner, the command removes none.',
    zh: 'CLUSTER DELSLOTS 只在接收命令的节点的视图中移除槽；这个槽在那里没有负责者。只要其中一个槽未分配，整条命令都不执行。',
  },
  'cluster-errors.slotRange': {
    en: 'slots are numbered 0 to 16383; name each once, and the lower end of a range first',
    zh: '槽的编号为 0 到 16383，每个只能写一次，范围从小到大',
  },
  'cluster-errors.slotRange.long': {
    en: 'Every cluster has 16384 hash slots, whatever its size. CLUSTER ADDSLOTS takes single slots; CLUSTER ADDSLOTSRANGE takes pairs of first and last slot. Nothing was changed.',
    zh: '每个集群无论大小都有 16384 个哈希槽。CLUSTER ADDSLOTS 接受单个槽，CLUSTER ADDSLOTSRANGE 接受成对的首尾编号。没有任何改变。',
  },
  'cluster-errors.setslotReplica': {
    en: '{node} is a replica; the slots belong to its master {master}',
    zh: '{node} 是从节点；槽属于它的主节点 {master}',
  },
  'cluster-errors.setslotReplica.long': {
    en: 'Slots belong to masters; a replica learns about moves from its master. Send CLUSTER SETSLOT to the two masters: IMPORTING to the target, MIGRATING to the source.',
    zh: '槽属于主节点，从节点从主节点得知迁移情况。请把 CLUSTER SETSLOT 发给两个主节点：IMPORTING 发给目标节点，MIGRATING 发给源节点。',
  },
  'cluster-errors.notOwner': {
    en: 'slot {slot} is served by {owner}, so {node} cannot migrate it',
    zh: '槽 {slot} 由 {owner} 负责，{node} 不能把它迁出',
  },
  'cluster-errors.isOwner': {
    en: '{node} already serves slot {slot}, so it cannot import it',
    zh: '{node} 已经负责槽 {slot}，不能再导入它',
  },
  'cluster-errors.setslotSide.long': {
    en: 'Moving a slot takes two commands. First, on the target: CLUSTER SETSLOT SLOT IMPORTING SOURCE-ID. Then, on the source: CLUSTER SETSLOT SLOT MIGRATING TARGET-ID. This node received the command meant for the other.',
    zh: '迁移一个槽需要两条命令。先在目标节点上执行“CLUSTER SETSLOT 槽 IMPORTING 源节点ID”，再在源节点上执行“CLUSTER SETSLOT 槽 MIGRATING 目标节点ID”。这个节点收到的是另一端的命令。',
  },
  'cluster-errors.keysLeft': {
    en: '{node} still holds keys of slot {slot}',
    zh: '{node} 仍有槽 {slot} 的键',
  },
  'cluster-errors.keysLeft.long': {
    en: 'Before a node gives a slot away, its keys must be moved: a node deletes the keys of a slot that it no longer owns. CLUSTER GETKEYSINSLOT lists them, MIGRATE moves them; then run CLUSTER SETSLOT … NODE.',
    zh: '交出槽之前必须先迁走其中的键：节点会删除不再属于自己的槽里的键。CLUSTER GETKEYSINSLOT 列出这些键，MIGRATE 迁移它们；之后再执行 CLUSTER SETSLOT … NODE。',
  },
  'cluster-errors.resetKeys': {
    en: '{node} is a master with {keys} {keys|key|keys}',
    zh: '{node} 是有 {keys} 个键的主节点',
  },
  'cluster-errors.resetKeys.next': {
    en: 'only an empty master can be reset; FLUSHALL would delete {keys|it|them}',
    zh: '只有空的主节点才能重置；FLUSHALL 会删除这 {keys} 个键',
  },
  'cluster-errors.resetKeys.long': {
    en: 'CLUSTER RESET makes a node forget the cluster. A master with keys would take them into its next cluster, so it refuses. If you do not need the data, run FLUSHALL first. A replica runs it at once, and loses its data.',
    zh: 'CLUSTER RESET 让节点忘记集群。有键的主节点会把键带到下一个集群，因此拒绝执行。如果不需要数据，请先执行 FLUSHALL。从节点会立即执行，并清空数据。',
  },
  'cluster-errors.forget': {
    en: '{node} cannot forget itself or its own master',
    zh: '{node} 不能忘记自己或自己的主节点',
  },
  'cluster-errors.forget.long': {
    en: "CLUSTER FORGET removes a node from a node's view for 60 seconds. Since {forgetGossip} gossip passes it on to the others; before, send it to each of them within that time, or gossip brings the node back. A replica cannot forget its master: let it follow another one first.",
    zh: 'CLUSTER FORGET 把一个节点从接收命令的节点的视图中移除，60 秒内不再接纳它。从 {forgetGossip} 起由 gossip 传给其他节点；更早的版本须在此期间发给其他所有节点，否则 gossip 会把它带回来。从节点不能忘记自己的主节点，应先让它跟随别的主节点。',
  },
  'cluster-errors.epoch': {
    en: '{node} already knows other nodes or has an epoch',
    zh: '{node} 已认识其他节点，或已有纪元',
  },
  'cluster-errors.epoch.long': {
    en: 'CLUSTER SET-CONFIG-EPOCH is only for a new node that knows no others. Later, elections, takeovers, slot moves and collisions raise epochs, so that no two masters keep the same one. You need to do nothing: the nodes settle it themselves.',
    zh: 'CLUSTER SET-CONFIG-EPOCH 只用于尚未认识其他节点的新节点。此后，选举、接管、槽迁移和纪元冲突都会使纪元增大，以保证没有两个主节点的纪元相同。无需处理：节点之间会自行解决。',
  },
  'cluster-errors.busykey': {
    en: 'the target already has a key of this name',
    zh: '目标节点上已有同名的键',
  },
  'cluster-errors.busykey.long': {
    en: 'MIGRATE and RESTORE do not overwrite. The key is in both places now; an earlier try may have left it. Compare the two. To keep the one that you move, add REPLACE.',
    zh: 'MIGRATE 和 RESTORE 不会覆盖已有的键。现在两边都有这个键，可能是之前的尝试留下的。请先比较两者；如果以迁移的为准，加上 REPLACE。',
  },
  'cluster-errors.ioerr': {
    en: '{node} could not send the keys to {target}, or got no reply in time',
    zh: '{node} 无法把键发送到 {target}，或没有及时收到回复',
  },
  'cluster-errors.ioerr.long': {
    en: 'MIGRATE connects to the target itself and waits at most its timeout, in milliseconds. A key is moved only when the target has confirmed it. Here it is still on the source, perhaps on the target too. Check that the target runs, use a longer timeout, and try again with REPLACE.',
    zh: 'MIGRATE 由源节点直接连接目标节点，最多等待给定的毫秒数。目标确认后，键才算迁走。现在它仍在源节点上，也可能目标上也有。请确认目标节点在运行，加长超时，并加上 REPLACE 重试。',
  },
  'cluster-errors.nokey': {
    en: 'none of these keys is on {node}: nothing was moved',
    zh: '{node} 上没有这些键：没有迁移任何键',
  },
  'cluster-errors.nokey.long': {
    en: 'NOKEY is not an error: MIGRATE found none of the keys on the source. They were already moved, have expired, or the name is misspelled. If the slot is being moved, ask the target: send ASKING first.',
    zh: 'NOKEY 不是错误：MIGRATE 在源节点上没有找到这些键。它们可能已迁走、已过期，或名称有误。如果槽正在迁移，请到目标节点上先执行 ASKING，再查询。',
  },
} as const
