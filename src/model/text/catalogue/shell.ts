// Lines from a shell, typed at the prompt.

export const shellText = {
  'shell.became': {en: '→ {line}', zh: '→ {line}'},
  'shell.tool': {en: '→ {redis-cli} {words}', zh: '→ {redis-cli} {words}'},
  'shell.ran': {en: '→ {line} · over a new connection', zh: '→ {line} · 使用新连接'},
  'shell.ranInVain': {
    en: '→ {line} · over a new connection, which ends with {redis-cli}: {name} does not hold for your next line. Without {redis-cli} it does, because this prompt keeps its connections: {line}',
    zh: '→ {line} · 使用新连接，{redis-cli} 结束时连接随之关闭，{name} 对下一行不起作用。不加 {redis-cli} 时提示符会保持连接：{line}',
  },
  'shell.followed': {
    en: '→ {line} · over a new connection; with -c: redirects are followed for this one command',
    zh: '→ {line} · 使用新连接；因为有 -c：仅这一条命令跟随重定向',
  },
  'shell.option': {
    en: '{redis-cli} does not run with {option} at this prompt. Use a second terminal: {redis-cli} -p {port} …; `doctor` shows how to call {redis-cli} here.',
    zh: '此提示符不支持 {redis-cli} 的 {option}。请改用另一个终端：{redis-cli} -p {port} …；本机如何调用 {redis-cli}，见 `doctor`。',
  },
  'shell.stdin': {
    en: 'With {option}, {redis-cli} reads what the shell pipes into it, and nothing is piped into a line here. Type the value or the commands at this prompt, or use a second terminal: … | {redis-cli} -p {port} {option}',
    zh: '有 {option} 时，{redis-cli} 读取 shell 管道传来的数据，而这里的一行没有管道。请直接在此输入值或命令，或改用另一个终端：… | {redis-cli} -p {port} {option}',
  },
  'shell.ownPrompt': {
    en: 'Without a command, {redis-cli} would open a prompt of its own. At this one: /use {port}, then {line}',
    zh: '不带命令时，{redis-cli} 会打开自己的提示符。在这里请执行 /use {port}，再执行 {line}',
  },
  'shell.host': {
    en: "The lab's nodes are only on this computer; {host} is elsewhere. Use -h 127.0.0.1, or omit -h.",
    zh: '实验室的节点只在本机，{host} 不是本机。请用 -h 127.0.0.1，或不写 -h。',
  },
  'shell.stranger': {
    en: '{typed} is not a port or pid of the six nodes. The lab touches nothing else on this computer.',
    zh: '{typed} 不是六个节点的端口或 pid。实验室不会触碰本机的其他进程。',
  },
  'shell.signal': {
    en: 'kill supports -9 (KILL), -15 (TERM), -STOP and -CONT here, not {signal}.',
    zh: '这里的 kill 支持 -9（KILL）、-15（TERM）、-STOP 和 -CONT，不支持 {signal}。',
  },
  'shell.kill': {
    en: 'Usage: kill -9 {port}; the pid of a node works too.',
    zh: '用法：kill -9 {port}；也可以用节点的 pid。',
  },
  'shell.server': {
    en: 'A node starts from its own file, without other options: {redis-server} {port}/redis.conf',
    zh: '节点从自己的配置文件启动，不带其他选项：{redis-server} {port}/redis.conf',
  },
  'shell.create': {
    en: 'Here a stage replaces {redis-cli} --cluster create: `sandbox` has a cluster that is ready. To build one, by hand or by this command: the lesson `build`, or sandbox --stage bare. By hand: CLUSTER ADDSLOTSRANGE, CLUSTER MEET and CLUSTER REPLICATE.',
    zh: '这里用现成的环境代替 {redis-cli} --cluster create：`sandbox` 中的集群已经建好。要用手动方式或这条命令组建：课程 `build`，或 sandbox --stage bare。手动方式： CLUSTER ADDSLOTSRANGE、CLUSTER MEET、CLUSTER REPLICATE。',
  },
  'shell.cluster': {
    en: 'Usage: {redis-cli} --cluster check 127.0.0.1:{port}. It also runs info, fix, reshard, rebalance, add-node, del-node, call, set-timeout, backup and help.',
    zh: '用法：{redis-cli} --cluster check 127.0.0.1:{port}。还支持 info、fix、reshard、rebalance、add-node、del-node、call、set-timeout、backup 和 help。',
  },
  'shell.addNode': {
    en: 'The new node comes first, then any member, each as HOST:PORT: {redis-cli} --cluster add-node NEW MEMBER',
    zh: '先写新节点，再写任意一个成员，地址都写成 HOST:PORT：{redis-cli} --cluster add-node NEW MEMBER',
  },
  'shell.idNotPort': {
    en: 'A port does not name a node here; the ID of {port} does: {id}',
    zh: '这里不能用端口表示节点，要用 {port} 的 ID：{id}',
  },
  'shell.import': {
    en: 'import moves the keys of a server that is not in the cluster, and the lab touches no server but its own nodes. Run it in a second terminal: {redis-cli} --cluster import 127.0.0.1:{port} --cluster-from HOST:PORT --cluster-copy',
    zh: 'import 会迁移集群之外某个服务器的键，而实验室只触碰自己的节点。请在另一个终端运行：{redis-cli} --cluster import 127.0.0.1:{port} --cluster-from HOST:PORT --cluster-copy',
  },
  'shell.benchmark': {
    en: '/traffic on puts a load on these nodes and shows what its client sees. To measure speed, run {redis-benchmark} -p {port} in a second terminal.',
    zh: '/traffic on 会对这些节点施加负载，并显示客户端看到的情况。要测速度，请在另一个终端运行 {redis-benchmark} -p {port}。',
  },
  'shell.clusterOption': {
    en: 'The options of {redis-cli} --cluster begin with --cluster-. Press Enter to run {line}',
    zh: '{redis-cli} --cluster 的选项都以 --cluster- 开头。按 Enter 执行 {line}',
  },
  'shell.trib': {
    en: 'redis-cli replaced redis-trib.rb in Redis 5. Press Enter to run {line}',
    zh: '从 Redis 5 起，redis-cli 取代了 redis-trib.rb。按 Enter 执行 {line}',
  },
  'shell.noCli': {
    en: 'There is no {redis-cli} next to {server} or on the PATH.',
    zh: '{server} 旁边和 PATH 中都没有 {redis-cli}。',
  },
  'shell.late': {
    en: 'Ended {redis-cli}: it printed nothing for {seconds} s, as when a node does not respond.',
    zh: '{redis-cli} 已被终止：它有 {seconds} 秒没有输出，通常是因为某个节点没有响应。',
  },
  'shell.cancelled': {en: 'Ended {redis-cli}.', zh: '{redis-cli} 已被终止。'},
  'shell.exit': {en: '{redis-cli} ended with exit code {code}.', zh: '{redis-cli} 的退出码是 {code}。'},
} as const
