// Errors about the typed line, explained.

export const lineErrorsText = {
  'line-errors.unknown': {
    en: '{node} has no command {command}',
    zh: '{node} 没有“{command}”这个命令',
  },
  'line-errors.unknown.meant': {en: 'did you mean {name}?', zh: '改为 {name}'},
  'line-errors.atSentinel': {
    en: '{node} is a Sentinel: it holds no data and has no {command}. Ask it for the master, and send {command} there',
    zh: '{node} 是哨兵：不保存数据，也没有 {command}。请先向它查询主节点地址，再把 {command} 发给主节点',
  },
  'line-errors.notASentinel': {
    en: '{node} is not a Sentinel: only a Sentinel has SENTINEL',
    zh: '{node} 不是哨兵：只有哨兵才有 SENTINEL 命令',
  },
  'line-errors.noSentinels': {
    en: '`sandbox --stage sentinel` has three Sentinels',
    zh: '`sandbox --stage sentinel` 中有三个哨兵',
  },
  'line-errors.unknown.newer': {en: 'it came with {versions}', zh: '它从 {versions} 起才有'},
  'line-errors.unknown.long': {
    en: "The first word of a line is a command; this server has none with this name. It may be misspelled, newer than the server, or belong to the shell or the lab. COMMAND DOCS NAME describes a command, INFO server shows the version, /help lists the lab's commands.",
    zh: '一行的第一个词是命令，而该服务器没有这个命令：可能拼写有误、命令比服务器版本更新，或者它属于 shell 或实验室。“COMMAND DOCS 名称”查看命令说明，INFO server 显示版本，/help 列出实验室命令。',
  },
  'line-errors.subcommand': {
    en: '{command} has no subcommand {word}',
    zh: '{command} 没有子命令 {word}',
  },
  'line-errors.subcommand.shell': {
    en: '{redis-cli} --cluster {word} is a command of the shell: type it so, at this prompt too',
    zh: '{redis-cli} --cluster {word} 是 shell 命令：请这样输入，在这个提示符中也可以',
  },
  'line-errors.subcommand.long': {
    en: 'CLUSTER, CONFIG, CLIENT and ACL have subcommands: the second word. Type HELP as the second word to list them. {redis-cli} --cluster create is a command of the shell, not of the server.',
    zh: 'CLUSTER、CONFIG、CLIENT、ACL 带有子命令，即第二个词；第二个词输入 HELP 可列出全部子命令。{redis-cli} --cluster create 是 shell 中的命令，不是服务器命令。',
  },
  'line-errors.arguments': {
    en: '{command} got {actual} {actual|word|words}',
    zh: '{command} 收到 {actual} 个参数',
  },
  'line-errors.arguments.none': {
    en: '{command} takes no arguments',
    zh: '{command} 不带参数',
  },
  'line-errors.arguments.exactly': {
    en: '{command} got {actual} {actual|word|words}, but takes {wanted}',
    zh: '{command} 收到 {actual} 个参数，需要 {wanted} 个',
  },
  'line-errors.arguments.least': {
    en: '{command} got {actual} {actual|word|words}, but takes {wanted} or more',
    zh: '{command} 收到 {actual} 个参数，至少需要 {wanted} 个',
  },
  'line-errors.arguments.long': {
    en: 'Separate words with spaces, and quote a value that contains a space. COMMAND DOCS NAME shows what a command takes. Nothing was run.',
    zh: '参数之间用空格分隔；含空格的值要加引号。“COMMAND DOCS 名称”显示命令需要哪些参数。命令没有执行。',
  },
  'line-errors.syntax': {
    en: '{command} does not accept these words in this order',
    zh: '{command} 不接受这样的参数或顺序',
  },
  'line-errors.syntax.long': {
    en: 'The number of words may be right, but one of them is not an option of this command, or two options exclude each other (SET … NX XX). COMMAND DOCS NAME shows the options. Nothing was run.',
    zh: '参数数量可能没错，但其中有该命令不支持的选项，或同时使用了互斥的选项（SET … NX XX）。“COMMAND DOCS 名称”显示可用的选项。命令没有执行。',
  },
  'line-errors.number': {
    en: '{command} needs whole numbers, but a value here is not one',
    zh: '{command} 需要整数，而这里有值不是整数',
  },
  'line-errors.number.long': {
    en: 'Either a word of the line should be a whole number (64 bits, no decimals), or the key holds text, which INCR and similar commands cannot count with. GET shows the value; use INCRBYFLOAT for decimals.',
    zh: '要么命令中的某个参数应为整数（64 位，无小数），要么键的值是文本，INCR 之类的命令无法计算。用 GET 查看值；小数用 INCRBYFLOAT。',
  },
  'line-errors.wrongtype': {
    en: '{command} does not work on the type of this key',
    zh: '{command} 不适用于该键的类型',
  },
  'line-errors.wrongtype.key': {
    en: '{command} does not work on the type of {key}',
    zh: '{command} 不适用于 {key} 的类型',
  },
  'line-errors.wrongtype.long': {
    en: 'The first write makes a key a string, list, set, hash, sorted set or stream, and each type has its own commands: GET for strings, LRANGE for lists, HGETALL for hashes. TYPE KEY shows the type; SET overwrites any of them.',
    zh: '键从第一次写入起就是字符串、列表、集合、哈希、有序集合或流之一，各类型有自己的命令：字符串用 GET，列表用 LRANGE，哈希用 HGETALL。“TYPE 键名”显示类型；SET 可以覆盖任何类型。',
  },
  'line-errors.nokeySuch': {
    en: '{node} has no key with this name',
    zh: '{node} 上没有这个键',
  },
  'line-errors.nokeySuch.long': {
    en: 'Most commands treat a missing key as empty; a few need it, such as RENAME, LSET and OBJECT. KEYS * lists the keys of this node.',
    zh: '大多数命令把不存在的键当作空键；少数命令（如 RENAME、LSET、OBJECT）要求键存在。KEYS * 列出该节点的键。',
  },
  'line-errors.execabort': {
    en: 'a command was refused when it was queued, so nothing of the transaction was run',
    zh: '有命令在入队时被拒绝，因此整个事务都没有执行',
  },
  'line-errors.execabort.long': {
    en: 'Between MULTI and EXEC, Redis checks each command when it is queued. One that is misspelled, or sent to a replica or to the wrong node of a cluster, aborts the whole transaction. See the error above, then start over with MULTI.',
    zh: 'MULTI 与 EXEC 之间，Redis 在命令入队时逐条检查：只要有一条拼写错误，或发给了从节点、集群中错误的节点，整个事务就会作废。请看上面的错误，然后重新执行 MULTI。',
  },
  'line-errors.watched': {
    en: 'a watched key changed before EXEC, so nothing of the transaction was run',
    zh: '被 WATCH 的键在 EXEC 之前发生了变化，因此整个事务都没有执行',
  },
  'line-errors.watched.long': {
    en: 'WATCH makes EXEC depend on keys. If anybody, you included, changes one of them, or it expires, EXEC runs nothing and returns nil. This is optimistic locking: read the keys again, and start over from WATCH. EXEC, DISCARD and UNWATCH end the watching.',
    zh: 'WATCH 让 EXEC 取决于若干个键：如果之后有人（包括你自己）改动了其中一个，或它已过期，EXEC 不执行任何命令并返回 nil。这就是乐观锁：重新读取这些键，再从 WATCH 开始。EXEC、DISCARD 和 UNWATCH 都会结束监视。',
  },
  'line-errors.notQueued': {
    en: '{command} is not allowed between MULTI and EXEC',
    zh: '{command} 不能在 MULTI 与 EXEC 之间使用',
  },
  'line-errors.notQueued.long': {
    en: 'A transaction holds commands that work on data. While a MULTI is open, commands about the server or the connection, such as SHUTDOWN or SYNC, are refused, and so are WATCH and another MULTI. End the transaction first: EXEC or DISCARD.',
    zh: '事务只包含处理数据的命令。MULTI 未结束时，涉及服务器或连接本身的命令（如 SHUTDOWN、SYNC）会被拒绝，WATCH 和再次 MULTI 也一样。请先用 EXEC 或 DISCARD 结束事务。',
  },
  'line-errors.subscribed': {
    en: 'this connection to {node} is subscribed, and cannot run {command} until that ends',
    zh: '到 {node} 的这个连接处于订阅状态，退出之前不能执行 {command}',
  },
  'line-errors.subscribed.long': {
    en: 'In RESP2 replies and messages look alike, so a subscribed connection accepts only subscription commands, PING, RESET and QUIT. RESET or UNSUBSCRIBE ends the subscription. In RESP3 (HELLO 3) messages are pushes, and every command is accepted. At this prompt only SUBSCRIBE within a transaction leads here: other subscriptions have their own connection.',
    zh: '在 RESP2 中，回复和消息无法区分，因此处于订阅状态的连接只接受与订阅有关的命令以及 PING、RESET 和 QUIT。RESET 或 UNSUBSCRIBE 可退出订阅。在 RESP3（HELLO 3）中消息以 push 形式到达，任何命令都可以发送。在这个提示符下，只有事务中的 SUBSCRIBE 会造成这种情况：其他订阅都使用单独的连接。',
  },
  'line-errors.notSubscribed': {
    en: 'this connection to {node} has no subscription that {command} could end',
    zh: '到 {node} 的这个连接没有订阅，{command} 无可取消',
  },
  'line-errors.notSubscribed.long': {
    en: 'The first releases of Valkey 8.0 return it: UNSUBSCRIBE, PUNSUBSCRIBE or SUNSUBSCRIBE came on a connection without subscriptions. Every other server answers with a count of 0. Nothing has changed, so a client that is closing its subscriptions can ignore the error. A subscription belongs to one connection: leave it on the connection that opened it.',
    zh: 'Valkey 8.0 最初的几个版本返回此错误：没有订阅的连接执行了 UNSUBSCRIBE、PUNSUBSCRIBE 或 SUNSUBSCRIBE。其他服务器返回计数 0。什么都没有改变，正在关闭订阅的客户端可以忽略它。订阅属于单个连接：请在建立订阅的那个连接上取消。',
  },
  'line-errors.noMulti': {
    en: 'no MULTI is open on this connection to {node}',
    zh: '到 {node} 的这个连接上没有未结束的 MULTI',
  },
  'line-errors.noMulti.long': {
    en: 'A transaction belongs to one connection to one node: MULTI begins it, EXEC or DISCARD ends it. It is lost when the connection ends, the node restarts, or {redis-cli} -c moves to another node. Start over with MULTI on the node that serves the keys.',
    zh: '事务属于到某个节点的一个连接：以 MULTI 开始，以 EXEC 或 DISCARD 结束。连接断开、节点重启，或 {redis-cli} -c 中途切换到其他节点，事务都会丢失。请在负责这些键的节点上重新执行 MULTI。',
  },
  'line-errors.multiTwice': {
    en: 'a MULTI is already open on {node}',
    zh: '{node} 上已有未结束的 MULTI',
  },
  'line-errors.multiTwice.long': {
    en: 'Transactions do not nest: commands after MULTI are queued until EXEC runs them or DISCARD drops them. WATCH belongs before MULTI.',
    zh: '事务不能嵌套：MULTI 之后的命令会排队，直到 EXEC 执行或 DISCARD 丢弃。WATCH 应在 MULTI 之前。',
  },
  'line-errors.refused': {
    en: 'nothing listened on {node}',
    zh: '当时 {node} 上没有程序在监听',
  },
  'line-errors.refused.killed': {en: '{node} is down: it was killed', zh: '{node} 已停止（进程被杀死）'},
  'line-errors.refused.stopped': {en: '{node} is down: it was stopped', zh: '{node} 已停止（正常退出）'},
  'line-errors.refused.exited': {
    en: '{node} is down: its process ended by itself',
    zh: '{node} 已停止（进程自行退出）',
  },
  'line-errors.refused.start': {
    en: '/start {node}, or use another node',
    zh: '/start {node}，或使用其他节点',
  },
  'line-errors.refused.long': {
    en: 'No program listens on this port: the node is not running. Its data is in its files, and /start brings it back with them. In a cluster a replica takes over its slots after the node timeout and an election. Without a replica, nothing happens until somebody acts. {redis-cli} prints the same words.',
    zh: '没有程序在监听这个端口：节点没有运行。它的数据在文件中，执行 /start 会带着数据重新启动。在集群中，超过节点超时并选举后，由从节点接管它的槽；没有从节点时，需要人工处理。{redis-cli} 显示同样的文字。',
  },
  'line-errors.closed': {
    en: '{node} ended the connection before it replied: {command} may have run',
    zh: '{node} 在返回结果前断开了连接：{command} 可能已经执行',
  },
  'line-errors.closed.long': {
    en: 'The node went down, was told to drop this client, or a failover ended its connections. The command may have run: read first, before you repeat one that must not run twice, such as INCR. The next command opens a new connection; MULTI, SELECT, AUTH and READONLY of the old one are gone.',
    zh: '节点停止、被要求断开此客户端，或因故障转移断开了连接。无法得知命令是否已执行：对不能重复的操作（如 INCR），请先读取再重试。下一条命令会打开新连接；旧连接上的 MULTI、SELECT、AUTH、READONLY 都已失效。',
  },
  'line-errors.cancelled.paused': {
    en: '{node} is paused; it runs what was sent to it once it resumes',
    zh: '{node} 处于暂停状态，恢复后仍会执行已发给它的命令',
  },
  'line-errors.cancelled.silence': {
    en: '{command} tells {node} not to reply; a new connection gets replies again',
    zh: '{command} 要求 {node} 不返回结果，所以收不到回复；新连接会恢复正常',
  },
  'line-errors.cancelled.blocking': {
    en: '{command} no longer waits on {node}: its connection was closed',
    zh: '{command} 不再在 {node} 上等待：它的连接已关闭',
  },
  'line-errors.cancelled': {
    en: '{node} may still run {command}: only the waiting was canceled',
    zh: '{node} 仍可能执行 {command}：取消的只是等待',
  },
  'line-errors.cancelled.long': {
    en: 'A paused process keeps its connections. The system stores what is sent, and the process gets it when it resumes, so a write may take effect long after you canceled it. To clients the node is just silent; its replicas report link up, and only a timeout shows the truth. To resume it: /resume.',
    zh: '被暂停的进程仍保持连接：操作系统收下数据，进程恢复后再交给它，因此取消等待很久之后写入仍可能生效。对客户端来说，节点只是没有响应；它的从节点一直显示 link up，只有超时才能发现。执行 /resume 可恢复它。',
  },
} as const
