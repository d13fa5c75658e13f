// Errors about the server itself, explained.

export const serverErrorsText = {
  'server-errors.misconf': {
    en: '{node} could not write its last snapshot to disk, and takes no writes',
    zh: '{node} 上次快照写盘失败，因此不接受写入',
  },
  'server-errors.misconf.long': {
    en: 'The last BGSAVE failed, and as long as that is so the server refuses writes, and PING too: it would take on what it cannot keep (stop-writes-on-bgsave-error yes). The log names the cause: a full disk, a folder that is gone or may not be written. Mend that and run BGSAVE; CONFIG SET stop-writes-on-bgsave-error no only as a crutch.',
    zh: '上次 BGSAVE 失败，在恢复之前服务器拒绝写入和 PING，以免接受无法保存的数据（stop-writes-on-bgsave-error yes）。日志会说明原因：磁盘已满、目录不存在或不可写。修复后执行 BGSAVE；CONFIG SET stop-writes-on-bgsave-error no 只是权宜之计。',
  },
  'server-errors.noauth': {
    en: '{node} has a password, and this connection has not said it',
    zh: '{node} 设置了密码，而本连接尚未认证',
  },
  'server-errors.noauth.long': {
    en: 'With requirepass, or a user with a password, every connection begins with AUTH; what comes before is refused. It counts for one connection, so another node and a new connection ask again. A replica needs it as well: masterauth, and masteruser, in its configuration.',
    zh: '设置了 requirepass 或带密码的用户后，每个连接都要先 AUTH，之前的命令一律拒绝。认证只对一个连接有效，换节点或重连后需重新认证。从节点同样需要：在其配置中设置 masterauth（以及 masteruser）。',
  },
  'server-errors.wrongpass': {
    en: '{node} knows no such user with this password',
    zh: '{node} 上的用户名或密码不正确',
  },
  'server-errors.wrongpass.long': {
    en: 'The user is unknown or switched off, or the password is another; which of them is not told on purpose. AUTH PASSWORD is for the user default, AUTH USER PASSWORD for any other; ACL LIST, sent by who may, shows the users.',
    zh: '用户不存在、被禁用，或密码不对；服务器有意不说明是哪一种。AUTH 密码 用于 default 用户，AUTH 用户 密码 用于其他用户；有权限者可用 ACL LIST 查看用户。',
  },
  'server-errors.authNone': {
    en: '{node} has no password: every connection may do everything already',
    zh: '{node} 没有设置密码：任何连接都已拥有全部权限',
  },
  'server-errors.authNone.long': {
    en: 'The user default needs no password here, so AUTH with one is taken for a sign that the client expects another server, or that requirepass was forgotten. Leave AUTH out, or set the password: CONFIG SET requirepass.',
    zh: '这里的 default 用户不需要密码，因此服务器认为客户端可能连错了服务器，或忘了设置 requirepass。去掉 AUTH，或用 CONFIG SET requirepass 设置密码。',
  },
  'server-errors.noperm': {
    en: 'the user of this connection may not do this on {node}',
    zh: '本连接的用户在 {node} 上没有这项权限',
  },
  'server-errors.noperm.long': {
    en: 'An ACL says which commands, keys and channels a user may use. ACL WHOAMI names the user of this connection, ACL GETUSER what it may do; somebody with more rights can change that with ACL SETUSER.',
    zh: 'ACL 规定用户可以使用的命令、键和频道。ACL WHOAMI 显示本连接的用户，ACL GETUSER 显示其权限；权限更高的用户可以用 ACL SETUSER 修改。',
  },
  'server-errors.oom': {
    en: '{node} uses all of its maxmemory, and there is nothing it may evict',
    zh: '{node} 已用满 maxmemory，且没有可以淘汰的键',
  },
  'server-errors.oom.long': {
    en: 'Commands that may need memory are refused above maxmemory, unless maxmemory-policy lets the server evict keys; noeviction, the default, evicts none, and the volatile ones only keys with a time to live. Reads and DEL go on. Raise maxmemory, choose a policy, or delete something; MEMORY STATS shows what is used.',
    zh: '超过 maxmemory 后，可能占用内存的命令会被拒绝，除非 maxmemory-policy 允许淘汰键；默认的 noeviction 不淘汰，volatile 类策略只淘汰设有过期时间的键。读取和 DEL 仍可执行。可以调大 maxmemory、更换策略或删除数据；MEMORY STATS 显示内存用量。',
  },
  'server-errors.busy': {
    en: 'a script has been running on {node} for too long, and nothing else is served',
    zh: '{node} 上有脚本运行过久，期间不处理其他命令',
  },
  'server-errors.busy.long': {
    en: 'A script runs alone: until it ends nobody else is served, and after busy-reply-threshold (5 s) they hear so; in a cluster the other nodes begin to suspect the node. SCRIPT KILL ends it if it has written nothing yet, FUNCTION KILL a function; after a write only SHUTDOWN NOSAVE is left.',
    zh: '脚本独占执行：结束之前不处理任何其他命令，超过 busy-reply-threshold（5 秒）后会这样回答；在集群中其他节点会开始怀疑该节点。脚本尚未写入时可用 SCRIPT KILL（函数用 FUNCTION KILL）终止；已有写入则只能 SHUTDOWN NOSAVE。',
  },
  'server-errors.notbusy': {
    en: 'no script runs on {node} now',
    zh: '{node} 上现在没有运行中的脚本',
  },
  'server-errors.notbusy.long': {
    en: 'SCRIPT KILL ends a script that runs at this moment on this node. It has ended meanwhile, or runs on another node.',
    zh: 'SCRIPT KILL 终止此刻在该节点上运行的脚本。它可能已经结束，或在其他节点上运行。',
  },
  'server-errors.lua': {
    en: 'the script is no valid Lua, so nothing of it was run',
    zh: '脚本不是有效的 Lua，因此什么也没有执行',
  },
  'server-errors.numkeys': {
    en: 'the number behind the script says how many keys follow it, and there are fewer',
    zh: '脚本后面的数字表示键的个数，而后面的键不够',
  },
  'server-errors.eval': {
    en: 'the script stopped at this error; what it had written before stays written',
    zh: '脚本在此错误处停止；此前已写入的内容会保留',
  },
  'server-errors.eval.long': {
    en: 'EVAL SCRIPT NUMKEYS KEY … ARG …: the script is Lua, the number says how many of the words behind it are keys, and the rest are arguments. Where redis.call gives an error the script ends, and nothing is rolled back; redis.pcall hands the error to the script instead. Behind script: stand the SHA1 of the script and the line.',
    zh: 'EVAL 脚本 键数 键 … 参数 …：脚本是 Lua，数字表示其后有几个词是键，其余是参数。redis.call 出错时脚本终止，且不会回滚；redis.pcall 则把错误交给脚本处理。script: 后面是脚本的 SHA1 和行号。',
  },
  'server-errors.noscript': {
    en: '{node} has no script with this SHA1',
    zh: '{node} 上没有这个 SHA1 对应的脚本',
  },
  'server-errors.noscript.long': {
    en: 'EVALSHA names a script that this node has seen before by EVAL or SCRIPT LOAD. Scripts are kept in memory only: a restart forgets them, and another node, or a replica that was promoted, may never have had it. Clients answer this error by sending the whole script with EVAL.',
    zh: 'EVALSHA 引用该节点此前通过 EVAL 或 SCRIPT LOAD 见过的脚本。脚本只保存在内存中：重启后丢失，其他节点或新提升的从节点可能从未见过。客户端遇到此错误时应改用 EVAL 发送完整脚本。',
  },
  'server-errors.noproto': {
    en: 'HELLO knows protocol versions 2 and 3',
    zh: 'HELLO 只支持协议版本 2 和 3',
  },
  'server-errors.noproto.long': {
    en: 'HELLO chooses between RESP2 and RESP3 for this connection; other numbers are no protocol. Without HELLO a connection speaks RESP2.',
    zh: 'HELLO 为本连接选择 RESP2 或 RESP3，其他数字不是有效的协议。不发送 HELLO 时使用 RESP2。',
  },
  'server-errors.noConfigFile': {
    en: '{node} was started without a file that it could rewrite',
    zh: '{node} 启动时没有指定配置文件，无法改写',
  },
  'server-errors.noConfigFile.long': {
    en: 'CONFIG REWRITE writes what CONFIG SET has changed into the file the server was started with. Without one, changes last until the server ends. The nodes of this lab have a file: /conf PORT shows it.',
    zh: 'CONFIG REWRITE 把 CONFIG SET 的改动写入启动时使用的配置文件。没有配置文件时，改动在服务器停止后丢失。本实验室的节点都有配置文件：用 /conf 端口 查看。',
  },
  'server-errors.configSet': {
    en: '{parameter} was not changed: {why}',
    zh: '{parameter} 未修改：{why}',
  },
  'server-errors.configSet.long': {
    en: 'CONFIG SET changes all the parameters it is given, or none: this one was refused, and why stands behind the dash. An immutable one is read at the start only: change the file and start the node again. CONFIG GET shows the values and how they are written.',
    zh: 'CONFIG SET 对所给的参数要么全部修改，要么都不修改：破折号后面是被拒绝的原因。immutable 的参数只在启动时读取：请修改文件后重新启动节点。CONFIG GET 显示当前值及其写法。',
  },
  'server-errors.configName': {
    en: '{node} has no parameter {parameter}, or its value is missing',
    zh: '{node} 没有参数 {parameter}，或缺少它的值',
  },
  'server-errors.configName.long': {
    en: 'CONFIG SET takes pairs of a name and a value. CONFIG GET takes a pattern and so finds the right name: CONFIG GET *memory*. Names come and go between versions.',
    zh: 'CONFIG SET 接受成对的名称和值。CONFIG GET 支持通配符，可用来查找名称：CONFIG GET *memory*。不同版本的参数有所不同。',
  },
  'server-errors.debug': {
    en: '{node} was started without leave for {command}',
    zh: '{node} 启动时没有允许 {command}',
  },
  'server-errors.debug.long': {
    en: 'DEBUG can crash or stop a server, and MODULE runs foreign code in it, so since 7.0 they have to be allowed where no client reaches: in the configuration file (enable-debug-command, enable-module-command) or on the command line, before the start.',
    zh: 'DEBUG 可能使服务器崩溃或停顿，MODULE 会在其中运行外部代码，因此 7.0 起必须在客户端无法触及的地方允许：启动前在配置文件（enable-debug-command、enable-module-command）或命令行中设置。',
  },
  'server-errors.sentinel.busy': {
    en: 'a failover of this master is under way already',
    zh: '该主节点的故障转移正在进行',
  },
  'server-errors.sentinel.quorum': {
    en: 'too few Sentinels are there to agree on a failover',
    zh: '可用的 Sentinel 太少，无法就故障转移达成一致',
  },
  'server-errors.sentinel.noReplica': {
    en: 'there is no replica that Sentinel could promote',
    zh: '没有 Sentinel 可以提升的从节点',
  },
  'server-errors.sentinel.noMaster': {
    en: 'this Sentinel watches no master of that name',
    zh: '该 Sentinel 没有监控这个名称的主节点',
  },
  'server-errors.sentinel.long': {
    en: 'Sentinels watch a master by a name of their own and agree before they act: as many as the quorum must hold it for down, and the majority of them must be there to let one lead the failover. It promotes a replica that was linked shortly before, one failover at a time. SENTINEL MASTERS, REPLICAS NAME and CKQUORUM NAME show what this Sentinel knows.',
    zh: 'Sentinel 用自己的名称监控主节点，行动前先达成一致：判定下线需要达到 quorum，由谁主导故障转移需要多数 Sentinel 在场。它提升不久前仍保持连接的从节点，同一时间只进行一次故障转移。SENTINEL MASTERS、REPLICAS 名称、CKQUORUM 名称 显示该 Sentinel 掌握的情况。',
  },
} as const
