// The client at work.

export const trafficText = {
  'traffic.rate': {en: 'RATE must be 1 to {most} a second.', zh: '速率应为每秒 1 到 {most} 次。'},
  'traffic.on': {
    en: 'A client now writes and reads the keys {first} to {last}, {rate} times a second. /traffic shows the results, /traffic off stops it.',
    zh: '客户端开始读写键 {first} 到 {last}，每秒 {rate} 次。/traffic 查看结果，/traffic off 停止。',
  },
  'traffic.on.from': {
    en: 'A client beside {from} now writes and reads the keys {first} to {last}, {rate} times a second. It reaches the other nodes only as {from} does. /traffic shows the results, /traffic off stops it.',
    zh: '{from} 旁边的客户端开始读写键 {first} 到 {last}，每秒 {rate} 次。它与其他节点之间的链路和 {from} 相同。/traffic 查看结果，/traffic off 停止。',
  },
  'traffic.on.sentinel': {
    en: 'A client has asked a Sentinel for the master of {name}, and writes and reads the keys {first} to {last} there, {rate} times a second. When its connection ends, it asks again. /traffic shows the results, /traffic off stops it.',
    zh: '客户端向哨兵查询了 {name} 的主节点，开始在那里读写键 {first} 到 {last}，每秒 {rate} 次；连接断开时会重新查询。/traffic 查看结果，/traffic off 停止。',
  },
  'traffic.onCompare': {
    en: 'Three clients of ioredis with different settings now write and read the keys {first} to {last}, each {rate} times a second. /traffic shows the results of each, /traffic off stops them.',
    zh: '三个设置不同的 ioredis 客户端开始读写键 {first} 到 {last}，各自每秒 {rate} 次。/traffic 查看每个的结果，/traffic off 停止。',
  },
  'traffic.on.replicas': {
    en: 'A client now writes the keys {first} to {last} on masters and reads them from replicas, {rate} times a second. /traffic shows the results, /traffic off stops it.',
    zh: '客户端开始读写键 {first} 到 {last}：写主节点，读从节点，每秒 {rate} 次。/traffic 查看结果，/traffic off 停止。',
  },
  'traffic.replicasCluster': {
    en: 'Only a client of a cluster reads from replicas here; these nodes form no cluster.',
    zh: '这里只有集群客户端能读从节点，而这些节点没有组成集群。',
  },
  'traffic.onlyCluster': {
    en: 'The settings to compare are those of a cluster client; these nodes form no cluster.',
    zh: '要对比的是集群客户端的设置，而这些节点没有组成集群。',
  },
  'traffic.comparing': {
    en: 'Traffic: three clients, {rate} a second each.',
    zh: '流量：三个客户端，各自每秒 {rate} 次。',
  },
  'traffic.client': {
    en: '{name}: {ok} answered, {errors} {errors|error|errors}, {redirects} {redirects|redirect|redirects}, {retries} {retries|retry|retries}, slowest {longest} ms.',
    zh: '{name}：成功 {ok} 次，出错 {errors} 次，重定向 {redirects} 次，重试 {retries} 次，最慢 {longest} 毫秒。',
  },
  'traffic.setting.defaults': {en: 'defaults (maxRedirections 16)', zh: '默认设置（maxRedirections 16）'},
  'traffic.setting.patient': {en: 'patient (maxRedirections 1000)', zh: '耐心（maxRedirections 1000）'},
  'traffic.setting.bounded': {
    en: 'bounded (the same, commandTimeout 1000)',
    zh: '限时（同上，另加 commandTimeout 1000）',
  },
  'traffic.means.timeout': {
    en: 'The client waited as long as commandTimeout allows: the command may or may not have run.',
    zh: '客户端等待的时间达到了 commandTimeout：命令可能执行了，也可能没有。',
  },
  'traffic.off': {
    en: 'The client has stopped: {ok} answered, {errors} {errors|error|errors}.',
    zh: '客户端已停止：成功 {ok} 次，出错 {errors} 次。',
  },
  'traffic.none': {
    en: 'No client is running. To start one: /traffic on; during a step, /play first.',
    zh: '当前没有客户端在运行。执行 /traffic on 启动一个；步骤进行中请先执行 /play。',
  },
  'traffic.inStep': {
    en: "Not during a step: the client's reads and writes would count as yours. Type /play, then /traffic on; /done returns to the step.",
    zh: '步骤进行中不能启动：客户端的读写会被当成你的操作。请先执行 /play，再执行 /traffic on；/done 返回本步骤。',
  },
  'traffic.ofStep': {
    en: 'This client belongs to the step: it is the users, and they stay.',
    zh: '这个客户端属于本步骤：它代表用户，不能停止。',
  },
  'traffic.atWork.from': {
    en: 'Traffic from beside {from}: {rate} a second.',
    zh: '流量（位于 {from} 旁）：每秒 {rate} 次。',
  },
  'traffic.atWork.master': {
    en: 'Traffic to {master}, the master that a Sentinel named: {rate} a second.',
    zh: '流量（发往哨兵返回的主节点 {master}）：每秒 {rate} 次。',
  },
  'traffic.atWork.replicas': {
    en: 'Traffic, reads from replicas: {rate} a second.',
    zh: '流量（读从节点）：每秒 {rate} 次。',
  },
  'traffic.stale': {
    en: 'Old data: {stale} {stale|read|reads} did not return an acknowledged write.',
    zh: '旧数据：{stale} 次读取没有返回已确认的写入。',
  },
  'traffic.atWork': {en: 'Traffic: {rate} a second.', zh: '流量：每秒 {rate} 次。'},
  'traffic.stopped': {en: 'Traffic: stopped.', zh: '流量：已停止。'},
  'traffic.totals': {
    en: '{ok} answered, {acknowledged} of them writes; {errors} {errors|error|errors}, {redirects} {redirects|redirect|redirects}, {retries} {retries|retry|retries}, {waiting} waiting.',
    zh: '成功 {ok} 次，其中写入 {acknowledged} 次；出错 {errors} 次，重定向 {redirects} 次，重试 {retries} 次，等待中 {waiting} 个。',
  },
  'traffic.errors': {en: 'Errors: {errors}.', zh: '错误：{errors}。'},
  'traffic.lastError': {en: 'Last error: {error}', zh: '最近的错误：{error}'},
  'traffic.means.disagree': {
    en: 'The client tried and followed redirects until its limit: the node that the last one names does not serve the slot either. It is down or not elected yet, or the nodes disagree on the owner, or the slot is opened at its owner only.',
    zh: '客户端重试和跟随重定向达到上限：最后一次重定向指向的节点也不负责这个槽。它已停止或尚未当选，或者各节点对归属看法不一，或者只有源节点打开了这个槽。',
  },
  'traffic.means.down': {
    en: 'The client tried again and again and gave up: the cluster does not serve the slot.',
    zh: '客户端反复重试后放弃：集群没有为该槽提供服务。',
  },
  'traffic.means.tryAgain': {
    en: 'A slot is being moved and the keys of one command are on two nodes.',
    zh: '槽正在迁移，一条命令的键分散在两个节点上。',
  },
  'traffic.means.readonly': {
    en: 'The client writes to a node that is a replica now; it does not look for the new master by itself.',
    zh: '客户端写入的节点现在是从节点；它不会自行查找新的主节点。',
  },
  'traffic.means.refuses': {
    en: 'The node is up but refuses: a replica without its master, or a master with too few replicas.',
    zh: '节点在运行但拒绝请求：从节点与主节点断开，或主节点的从节点不足。',
  },
  'traffic.means.loading': {
    en: 'The node is still loading its data.',
    zh: '节点仍在加载数据。',
  },
  'traffic.means.password': {
    en: 'The node asks for a password or rights that the client does not have.',
    zh: '节点要求客户端没有的密码或权限。',
  },
  'traffic.means.noNode': {
    en: 'The client could get the slot map from none of the nodes.',
    zh: '客户端无法从任何节点取得槽位映射表。',
  },
  'traffic.means.connection': {
    en: 'The client has no connection: its node is down, and the command may or may not have run.',
    zh: '客户端没有连接：节点已停止，命令可能执行了，也可能没有。',
  },
  'traffic.lost': {
    en: 'Lost {writes} of the {of} {of|write|writes} acknowledged until the last check.',
    zh: '截至上次检查已确认的 {of} 次写入中，丢失了 {writes} 次。',
  },
  'traffic.kept': {
    en: 'None of the {of} {of|write|writes} acknowledged until the last check was lost.',
    zh: '截至上次检查已确认的 {of} 次写入均未丢失。',
  },
  'traffic.side': {
    en: 'While links were cut, {port} acknowledged {of} {of|write|writes}: {writes} of them {writes|is|are} lost.',
    zh: '链路切断期间，{port} 确认了 {of} 次写入，其中丢失 {writes} 次。',
  },
  'traffic.side.kept': {
    en: 'While links were cut, {port} acknowledged {of} {of|write|writes}: none of them is lost.',
    zh: '链路切断期间，{port} 确认了 {of} 次写入，均未丢失。',
  },
  'traffic.checked': {
    en: 'Roles or slots have changed, so the client read back what it wrote. {result}',
    zh: '节点的角色或槽有变化，客户端重新读取了已写入的内容。{result}',
  },
  'traffic.checkedOften': {
    en: 'Roles or slots have changed {count} times, so each time the client read back what it wrote. {result}',
    zh: '节点的角色或槽变化了 {count} 次，客户端每次都重新读取了已写入的内容。{result}',
  },
  'traffic.answered': {en: 'answered', zh: '成功'},
  'traffic.failed': {en: 'errors', zh: '出错'},
  'traffic.latency': {en: 'latency', zh: '延迟'},
  'traffic.perSecond': {en: '{n}/s', zh: '{n} 次/秒'},
  'traffic.within': {en: '95% in {p95} ms', zh: '95% 在 {p95} 毫秒内'},
  'traffic.name': {en: 'traffic', zh: '流量'},
  'traffic.okShort': {en: '{ok} answered', zh: '成功 {ok}'},
  'traffic.errorsShort': {en: '{errors} {errors|error|errors}', zh: '出错 {errors}'},
  'traffic.waitingShort': {en: '{waiting} waiting', zh: '等待 {waiting}'},
  'traffic.lostShort': {en: 'lost: {writes} of {of}', zh: '丢失：{writes}/{of}'},
} as const
