// Errors about the typed line, explained.

export const lineErrorsText = {
  'line-errors.unknown': {
    en: '{node} has no command {command}',
    zh: '{node} 没有命令 {command}',
  },
  'line-errors.unknown.meant': {en: 'is {name} meant?', zh: '是否想输入 {name}？'},
  'line-errors.unknown.long': {
    en: 'The first word of a line is a command, and this server has none of that name: it is misspelled, newer than the server, or belongs to the shell or to the lab. COMMAND DOCS NAME describes a command, INFO server tells the version, /help lists the commands of the lab.',
    zh: '一行的第一个词是命令，而这台服务器没有这个名称的命令：可能拼写有误、比服务器版本更新，或是 shell 或实验室的命令。COMMAND DOCS 名称 查看命令说明，INFO server 显示版本，/help 列出实验室命令。',
  },
  'line-errors.subcommand': {
    en: '{command} has no subcommand {word}',
    zh: '{command} 没有子命令 {word}',
  },
  'line-errors.subcommand.long': {
    en: 'Some commands are families: CLUSTER, CONFIG, CLIENT, ACL. Their second word says what is asked; HELP as the second word lists what there is. What the shell knows as redis-cli --cluster create is no command of a server.',
    zh: '有些命令是一个系列：CLUSTER、CONFIG、CLIENT、ACL，第二个词说明要做什么；第二个词用 HELP 可列出全部。shell 中的 redis-cli --cluster create 不是服务器命令。',
  },
  'line-errors.arguments': {
    en: '{command} was given {came} {came|word|words}',
    zh: '{command} 后面有 {came} 个参数',
  },
  'line-errors.arguments.exactly': {
    en: '{command} was given {came} {came|word|words} and takes {wanted}',
    zh: '{command} 后面有 {came} 个参数，需要 {wanted} 个',
  },
  'line-errors.arguments.least': {
    en: '{command} was given {came} {came|word|words} and takes {wanted} or more',
    zh: '{command} 后面有 {came} 个参数，至少需要 {wanted} 个',
  },
  'line-errors.arguments.long': {
    en: 'Words are parted by spaces; a value with a space in it stands in quotes. COMMAND DOCS NAME describes what a command takes. Nothing was done.',
    zh: '参数之间用空格分隔；含空格的值要加引号。COMMAND DOCS 名称 说明命令需要哪些参数。什么也没有执行。',
  },
  'line-errors.syntax': {
    en: '{command} does not take these words in this place',
    zh: '{command} 不接受这样的参数或顺序',
  },
  'line-errors.syntax.long': {
    en: 'The number of words may be right, but one of them is not an option of this command, or options that exclude each other stand together (SET … NX XX). COMMAND DOCS NAME shows them. Nothing was done.',
    zh: '参数数量可能没错，但其中有该命令不支持的选项，或同时使用了互斥的选项（SET … NX XX）。COMMAND DOCS 名称 可查看。什么也没有执行。',
  },
  'line-errors.number': {
    en: '{command} counts with whole numbers, and something here is none',
    zh: '{command} 需要整数，而这里有值不是整数',
  },
  'line-errors.number.long': {
    en: 'Either a word of the line should be a number (64 bits, no decimals), or the value of the key is text that INCR and its kin cannot count with. GET shows the value; for decimals there is INCRBYFLOAT.',
    zh: '要么命令中的某个参数应为整数（64 位，无小数），要么键的值是 INCR 之类命令无法计算的文本。用 GET 查看值；小数用 INCRBYFLOAT。',
  },
  'line-errors.wrongtype': {
    en: '{command} is for another type than the key has',
    zh: '{command} 不适用于该键的类型',
  },
  'line-errors.wrongtype.key': {
    en: '{command} is for another type than {key} has',
    zh: '{command} 不适用于 {key} 的类型',
  },
  'line-errors.wrongtype.long': {
    en: 'A key is a string, a list, a set, a hash, a sorted set or a stream from its first write on, and each type has commands of its own: GET for strings, LRANGE for lists, HGETALL for hashes. TYPE KEY tells which it is; SET overwrites any of them.',
    zh: '键从第一次写入起就是字符串、列表、集合、哈希、有序集合或流之一，各类型有自己的命令：字符串用 GET，列表用 LRANGE，哈希用 HGETALL。TYPE 键名 显示类型；SET 可以覆盖任何类型。',
  },
  'line-errors.nokeySuch': {
    en: 'there is no key of this name on {node}',
    zh: '{node} 上没有这个键',
  },
  'line-errors.nokeySuch.long': {
    en: 'Most commands take a key that is not there for an empty one; a few, as RENAME, LSET and OBJECT, need it. KEYS * shows what this node holds.',
    zh: '大多数命令把不存在的键当作空键；少数命令（如 RENAME、LSET、OBJECT）要求键存在。KEYS * 显示该节点的键。',
  },
  'line-errors.execabort': {
    en: 'a command was refused while it was queued, so none of them was run',
    zh: '有命令在入队时被拒绝，因此整个事务都没有执行',
  },
  'line-errors.execabort.long': {
    en: 'Between MULTI and EXEC commands are queued, and each is looked at when it comes: one that is misspelled, sent to a replica or to the wrong node of a cluster spoils the whole transaction, all or nothing. See the error above, then begin again with MULTI.',
    zh: 'MULTI 与 EXEC 之间的命令在入队时逐条检查：只要有一条拼写错误、发给了从节点或集群中错误的节点，整个事务作废，要么全做要么不做。请看上面的错误，然后重新 MULTI。',
  },
  'line-errors.watched': {
    en: 'a watched key was changed before EXEC, so nothing of the transaction was run',
    zh: '被 WATCH 的键在 EXEC 之前发生了变化，因此整个事务都没有执行',
  },
  'line-errors.watched.long': {
    en: 'WATCH makes EXEC depend on keys: if anybody, you included, has changed one of them since, or it has expired, EXEC runs nothing and replies nil. That is optimistic locking: read the keys anew, and try again from WATCH. EXEC, DISCARD and UNWATCH end the watching.',
    zh: 'WATCH 让 EXEC 取决于若干个键：如果之后有人（包括你自己）改动了其中一个，或它已过期，EXEC 什么也不执行并返回 nil。这就是乐观锁：重新读取这些键，再从 WATCH 开始。EXEC、DISCARD 和 UNWATCH 都会结束监视。',
  },
  'line-errors.notQueued': {
    en: '{command} cannot stand between MULTI and EXEC',
    zh: '{command} 不能出现在 MULTI 与 EXEC 之间',
  },
  'line-errors.notQueued.long': {
    en: 'A transaction holds commands that work on data. One that concerns the server or the connection itself, as SHUTDOWN, MONITOR or WATCH, is refused while a MULTI is open. End the transaction first with EXEC or DISCARD.',
    zh: '事务只包含处理数据的命令。涉及服务器或连接本身的命令（如 SHUTDOWN、MONITOR、WATCH）在 MULTI 打开期间会被拒绝。请先用 EXEC 或 DISCARD 结束事务。',
  },
  'line-errors.subscribed': {
    en: 'this connection to {node} is subscribed, and {command} has to wait until it is not',
    zh: '到 {node} 的这个连接处于订阅状态，退出之前不能执行 {command}',
  },
  'line-errors.subscribed.long': {
    en: 'In RESP2 a reply and a message look alike, so a subscribed connection takes only what concerns subscriptions, PING, RESET and QUIT. RESET or UNSUBSCRIBE ends it. In RESP3 (HELLO 3) messages are pushes, and every command may be sent. At this prompt only a SUBSCRIBE within a transaction brings you here: any other listens on a connection of its own.',
    zh: '在 RESP2 中，回复和消息无法区分，因此处于订阅状态的连接只接受与订阅有关的命令以及 PING、RESET 和 QUIT。RESET 或 UNSUBSCRIBE 可退出订阅。在 RESP3（HELLO 3）中消息以 push 形式到达，任何命令都可以发送。在这个提示符下，只有事务中的 SUBSCRIBE 会造成这种情况：其他订阅都使用单独的连接。',
  },
  'line-errors.noMulti': {
    en: 'no MULTI is open on this connection to {node}',
    zh: '到 {node} 的这个连接上没有打开的 MULTI',
  },
  'line-errors.noMulti.long': {
    en: 'A transaction belongs to one connection to one node: it begins with MULTI there and ends with EXEC or DISCARD. It is gone when the connection is dropped, when the node was restarted, and when redis-cli -c went to another node in between. Begin again with MULTI on the node that serves the keys.',
    zh: '事务属于到某个节点的一个连接：在那里用 MULTI 开始，以 EXEC 或 DISCARD 结束。连接断开、节点重启，或 redis-cli -c 中途切换到其他节点，事务都会丢失。请在负责这些键的节点上重新 MULTI。',
  },
  'line-errors.multiTwice': {
    en: 'a MULTI is open on {node} already',
    zh: '{node} 上已有打开的 MULTI',
  },
  'line-errors.multiTwice.long': {
    en: 'Transactions do not nest: what comes after MULTI is queued until EXEC runs it or DISCARD drops it. A WATCH belongs before MULTI.',
    zh: '事务不能嵌套：MULTI 之后的命令会排队，直到 EXEC 执行或 DISCARD 丢弃。WATCH 应在 MULTI 之前。',
  },
  'line-errors.refused': {
    en: 'nothing listened on {node}',
    zh: '当时 {node} 上没有程序在监听',
  },
  'line-errors.refused.killed': {en: '{node} is down since it was killed', zh: '{node} 已停止（进程被杀死）'},
  'line-errors.refused.stopped': {en: '{node} is down since it was stopped', zh: '{node} 已停止（正常退出）'},
  'line-errors.refused.exited': {
    en: '{node} is down since its process ended by itself',
    zh: '{node} 已停止（进程自行退出）',
  },
  'line-errors.refused.start': {
    en: '/start {node}, or ask another node',
    zh: '/start {node}，或询问其他节点',
  },
  'line-errors.refused.long': {
    en: 'The computer answers that no program listens on this port: the node does not run. Its data are in its files, and /start brings it back with them. In a cluster its replica takes over its slots after the node timeout and an election; without one nobody does until somebody acts. redis-cli says the same words.',
    zh: '操作系统回答这个端口上没有程序在监听：节点没有运行。它的数据在文件中，/start 会带着数据重新启动。在集群中，超过节点超时并选举后由从节点接管它的槽；没有集群时要有人处理。redis-cli 显示的是同样的文字。',
  },
  'line-errors.closed': {
    en: '{node} ended the connection before it answered: {command} may have been done',
    zh: '{node} 在应答前断开了连接：{command} 可能已经执行',
  },
  'line-errors.closed.long': {
    en: 'The node went down, was told to drop this client, or a failover ended its connections. Nobody knows whether the command was still carried out: read before you repeat what must not happen twice, as INCR. The next command opens a new connection; MULTI, SELECT, AUTH and READONLY of the old one are gone.',
    zh: '节点停止、被要求断开此客户端，或因故障转移断开了连接。无法得知命令是否已执行：对不能重复的操作（如 INCR）请先读取再重试。下一条命令会打开新连接；旧连接上的 MULTI、SELECT、AUTH、READONLY 都已失效。',
  },
  'line-errors.cancelled.paused': {
    en: '{node} is paused, and does what was sent to it when it goes on',
    zh: '{node} 处于暂停状态，恢复后仍会执行已发给它的命令',
  },
  'line-errors.cancelled.silence': {
    en: '{command} asks {node} for silence, and so nothing comes; the next connection is answered again',
    zh: '{command} 要求 {node} 不再应答，所以收不到回复；下一个连接会恢复应答',
  },
  'line-errors.cancelled.blocking': {
    en: '{command} waits at {node} no longer: its connection was closed',
    zh: '{command} 不再在 {node} 上等待：它的连接已关闭',
  },
  'line-errors.cancelled': {
    en: '{node} may still do {command}: only the waiting was given up',
    zh: '{node} 仍可能执行 {command}：放弃的只是等待',
  },
  'line-errors.cancelled.long': {
    en: 'A paused process keeps its connections: the system takes what is sent and hands it over when the process goes on, so a write may come true long after it was given up. For other clients the node is just silent; its replicas say link up all the while, and only a timeout tells. /resume lets it go on.',
    zh: '被暂停的进程仍保持连接：操作系统收下数据，待进程恢复后交给它，因此放弃等待很久之后写入仍可能生效。对其他客户端来说节点只是没有回应；它的从节点一直显示 link up，只有超时才能发现。/resume 可恢复它。',
  },
} as const
