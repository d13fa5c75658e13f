// Errors about the server itself, explained.

export const serverErrorsText = {
  'server-errors.misconf': {
    en: '{node} could not write its last snapshot to disk, and does not accept writes',
    zh: '{node} 上次快照写盘失败，因此不接受写入',
  },
  'server-errors.misconf.long': {
    en: 'The last BGSAVE failed. Until one succeeds the server refuses writes and PING, because it could not save new data (stop-writes-on-bgsave-error yes). The log shows the cause: a full disk, or a folder that is missing or not writable. Fix it and run BGSAVE. CONFIG SET stop-writes-on-bgsave-error no is only a stopgap.',
    zh: '上次 BGSAVE 失败。再次成功之前，服务器拒绝写入和 PING，以免接受无法保存的数据（stop-writes-on-bgsave-error yes）。日志会说明原因：磁盘已满，或目录不存在、不可写。修复后执行 BGSAVE；CONFIG SET stop-writes-on-bgsave-error no 只是权宜之计。',
  },
  'server-errors.shutdown': {
    en: '{node} did not shut down: it still writes its first append-only file, or could not save',
    zh: '{node} 没有关闭：它还在写第一个 AOF 文件，或者无法保存数据',
  },
  'server-errors.shutdown.long': {
    en: 'A node that has just loaded everything from its master, or where appendonly was just turned on, writes its first append-only file. Until that is on disk SHUTDOWN refuses, because the data would be lost; so does one that has to save and cannot: a full disk, or a folder that is missing or not writable. The log has the reason. Try again a moment later; SHUTDOWN NOSAVE FORCE exits all the same.',
    zh: '刚从主节点全量加载数据的节点，或刚打开 appendonly 的节点，会写第一个 AOF 文件。写完之前 SHUTDOWN 会被拒绝，否则数据会丢失；需要保存而无法保存时（磁盘已满，或目录不存在、不可写）也是如此。日志中有原因。稍后再试；SHUTDOWN NOSAVE FORCE 则无论如何都会退出。',
  },
  'server-errors.aof': {
    en: '{node} could not write to its append-only file, and does not accept writes',
    zh: '{node} 写入 AOF 文件失败，因此不接受写入',
  },
  'server-errors.aof.long': {
    en: 'The last write to the append-only file failed, usually because the disk is full. Until one succeeds the server refuses writes; it tries again by itself. The log and INFO persistence (aof_last_write_status) show it. Free space; CONFIG SET appendonly no is only a stopgap.',
    zh: '上次写入 AOF 文件失败，通常是磁盘已满。再次成功之前，服务器拒绝写入，并会自行重试。日志和 INFO persistence（aof_last_write_status）会显示这一情况。请释放空间；CONFIG SET appendonly no 只是权宜之计。',
  },
  'server-errors.noauth': {
    en: '{node} has a password, and this connection has not authenticated',
    zh: '{node} 设置了密码，而本连接尚未认证',
  },
  'server-errors.noauth.long': {
    en: 'With requirepass, or a user with a password, every connection must begin with AUTH; earlier commands are refused. AUTH counts for one connection, so another node or a new connection needs it again. A replica needs masterauth, and masteruser if there is one, in its configuration.',
    zh: '设置了 requirepass 或带密码的用户后，每个连接都要先执行 AUTH，之前的命令一律拒绝。认证只对一个连接有效，换节点或重连后需重新认证。从节点同样需要：在其配置中设置 masterauth（以及 masteruser）。',
  },
  'server-errors.wrongpass': {
    en: '{node} has no such user with this password',
    zh: '{node} 上的用户名或密码不正确',
  },
  'server-errors.wrongpass.long': {
    en: 'The user is unknown or disabled, or the password is wrong; Redis does not tell which, on purpose. AUTH PASSWORD is for the user default, AUTH USER PASSWORD for any other. A user with the rights can list all users with ACL LIST.',
    zh: '用户不存在、被禁用，或密码不对；服务器有意不说明是哪一种。“AUTH 密码”用于 default 用户，“AUTH 用户 密码”用于其他用户。有权限的用户可用 ACL LIST 查看所有用户。',
  },
  'server-errors.authNone': {
    en: '{node} has no password: every connection already has all rights',
    zh: '{node} 没有设置密码：任何连接都已拥有全部权限',
  },
  'server-errors.authNone.long': {
    en: 'Here the user default needs no password, so Redis assumes that the client meant another server, or that somebody forgot requirepass. Omit AUTH, or set the password: CONFIG SET requirepass.',
    zh: '这里的 default 用户不需要密码，因此 Redis 认为客户端可能连错了服务器，或有人忘了设置 requirepass。请去掉 AUTH，或用 CONFIG SET requirepass 设置密码。',
  },
  'server-errors.noperm': {
    en: "this connection's user is not allowed to do this on {node}",
    zh: '本连接的用户在 {node} 上没有这项权限',
  },
  'server-errors.noperm.long': {
    en: "An ACL sets which commands, keys and channels a user may use. ACL WHOAMI shows this connection's user, ACL GETUSER its rights. A user with more rights can change them with ACL SETUSER.",
    zh: 'ACL 规定用户可以使用的命令、键和频道。ACL WHOAMI 显示本连接的用户，ACL GETUSER 显示其权限；权限更高的用户可以用 ACL SETUSER 修改。',
  },
  'server-errors.oom': {
    en: '{node} has used all of its maxmemory and has no key that it may evict',
    zh: '{node} 已用满 maxmemory，且没有可以淘汰的键',
  },
  'server-errors.oom.long': {
    en: 'Above maxmemory, Redis refuses commands that may need memory, unless maxmemory-policy lets it evict keys. noeviction, the default, evicts none; the volatile policies evict only keys with a time to live. Reads and DEL still work. Raise maxmemory, choose a policy, or delete keys; MEMORY STATS shows the usage.',
    zh: '超过 maxmemory 后，可能占用内存的命令会被拒绝，除非 maxmemory-policy 允许淘汰键；默认的 noeviction 不淘汰，volatile 类策略只淘汰设有过期时间的键。读取和 DEL 仍可执行。可以调大 maxmemory、更换策略或删除数据；MEMORY STATS 显示内存用量。',
  },
  'server-errors.busy': {
    en: 'a script has run on {node} for too long; no other commands are served',
    zh: '{node} 上有脚本运行过久，期间不处理其他命令',
  },
  'server-errors.busy.long': {
    en: 'A script runs alone: no other commands are served until it ends, and after busy-reply-threshold (5 s) they get this error. In a cluster the other nodes begin to suspect the node. SCRIPT KILL (for a function: FUNCTION KILL) ends it if it has written nothing yet; after a write, only SHUTDOWN NOSAVE is left.',
    zh: '脚本独占执行：结束之前不处理其他命令，超过 busy-reply-threshold（5 秒）后，其他命令返回此错误。在集群中，其他节点会开始怀疑该节点。脚本尚未写入时可用 SCRIPT KILL（函数用 FUNCTION KILL）终止；已有写入则只能执行 SHUTDOWN NOSAVE。',
  },
  'server-errors.notbusy': {
    en: 'no script is running on {node}',
    zh: '{node} 上现在没有运行中的脚本',
  },
  'server-errors.notbusy.long': {
    en: 'SCRIPT KILL ends a script that is running on this node right now. It has already ended, or runs on another node.',
    zh: 'SCRIPT KILL 终止此刻在该节点上运行的脚本。它可能已经结束，或在其他节点上运行。',
  },
  'server-errors.unkillable': {
    en: 'the script on {node} has already written, or came from its master, so it cannot be stopped',
    zh: '{node} 上的脚本已有写入，或来自主节点，因此不能终止',
  },
  'server-errors.unkillable.long': {
    en: 'To stop a script after a write would leave half of its changes. Wait until it ends. If it never does, SHUTDOWN NOSAVE stops the node without saving. In a cluster, a replica can take over first: CLUSTER FAILOVER FORCE or TAKEOVER on it, because the busy master cannot agree to anything.',
    zh: '在写入之后终止脚本，会留下只完成一半的修改。请等它结束。如果它不会结束，SHUTDOWN NOSAVE 可不保存直接停止节点。在集群中，可先让从节点接管：在从节点上执行 CLUSTER FAILOVER FORCE 或 TAKEOVER，因为忙碌的主节点无法协商。',
  },
  'server-errors.lua': {
    en: 'the script is not valid Lua, so nothing of it was run',
    zh: '脚本不是有效的 Lua，没有执行',
  },
  'server-errors.numkeys': {
    en: 'the number after the script is the number of keys that follow, but there are fewer',
    zh: '脚本后面的数字表示键的个数，而后面的键不够',
  },
  'server-errors.eval': {
    en: 'the script stopped at this error; its earlier writes are kept',
    zh: '脚本在此错误处停止；此前已写入的内容会保留',
  },
  'server-errors.eval.long': {
    en: 'EVAL SCRIPT NUMKEYS KEY … ARG …: the script is Lua, the number says how many of the following words are keys, and the rest are arguments. If redis.call fails, the script ends and nothing is rolled back; redis.pcall returns the error to the script. The words after script: name the line.',
    zh: '“EVAL 脚本 键数 键 … 参数 …”中，脚本是 Lua，数字表示其后有几个词是键，其余是参数。redis.call 出错时脚本终止，且不会回滚；redis.pcall 则把错误返回给脚本处理。script: 后面有出错的行号。',
  },
  'server-errors.noscript': {
    en: '{node} has no script with this SHA1',
    zh: '{node} 上没有这个 SHA1 对应的脚本',
  },
  'server-errors.noscript.long': {
    en: 'EVALSHA runs a script that this node knows from EVAL or SCRIPT LOAD. Scripts are kept in memory only: a restart forgets them, and another node or a promoted replica may never have had them. A client should then send the whole script with EVAL.',
    zh: 'EVALSHA 执行该节点通过 EVAL 或 SCRIPT LOAD 加载过的脚本。脚本只保存在内存中：重启后丢失，其他节点或刚晋升的从节点可能从未加载过。客户端遇到此错误时应改用 EVAL 发送完整脚本。',
  },
  'server-errors.noproto': {
    en: 'HELLO supports protocol versions 2 and 3',
    zh: 'HELLO 只支持协议版本 2 和 3',
  },
  'server-errors.noproto.long': {
    en: 'HELLO chooses RESP2 or RESP3 for this connection; there are no other versions. Without HELLO, a connection uses RESP2.',
    zh: 'HELLO 为本连接选择 RESP2 或 RESP3，没有其他版本。不发送 HELLO 时使用 RESP2。',
  },
  'server-errors.noConfigFile': {
    en: '{node} was started without a configuration file, so it cannot rewrite one',
    zh: '{node} 启动时没有指定配置文件，无法改写',
  },
  'server-errors.noConfigFile.long': {
    en: 'CONFIG REWRITE writes the changes of CONFIG SET to the file the server was started with. Without a file, changes are lost when the server ends. The nodes of this lab have one: /conf PORT shows it.',
    zh: 'CONFIG REWRITE 把 CONFIG SET 的改动写入启动时使用的配置文件。没有配置文件时，改动在服务器停止后丢失。本实验室的节点都有配置文件：用“/conf 端口”查看。',
  },
  'server-errors.configSet': {
    en: '{parameter} was not changed: {why}',
    zh: '{parameter} 未修改：{why}',
  },
  'server-errors.configSet.long': {
    en: 'CONFIG SET changes all the given parameters, or none. The reason why one was refused is after the dash. An immutable parameter is read only at the start: change the file and restart the node. CONFIG GET shows the values and how to write them.',
    zh: 'CONFIG SET 对所给的参数要么全部修改，要么都不修改。破折号后面是拒绝的原因。immutable 的参数只在启动时读取：请修改文件后重新启动节点。CONFIG GET 显示当前值及其写法。',
  },
  'server-errors.configName': {
    en: '{node} has no parameter {parameter}, or its value is missing',
    zh: '{node} 没有参数 {parameter}，或缺少它的值',
  },
  'server-errors.configName.long': {
    en: 'CONFIG SET takes pairs of a name and a value. CONFIG GET takes a pattern, which helps to find a name: CONFIG GET *memory*. Parameters differ between versions.',
    zh: 'CONFIG SET 接受成对的名称和值。CONFIG GET 支持通配符，可用来查找名称：CONFIG GET *memory*。不同版本的参数有所不同。',
  },
  'server-errors.debug': {
    en: '{node} was started with {command} disabled',
    zh: '{node} 启动时禁用了 {command}',
  },
  'server-errors.debug.long': {
    en: 'DEBUG can crash or stop a server, and MODULE runs foreign code in it. They must therefore be enabled before the start, where no client can: in the configuration file (enable-debug-command, enable-module-command) or on the command line.',
    zh: 'DEBUG 可能使服务器崩溃或停顿，MODULE 会在其中运行外部代码。因此必须在启动前启用，客户端无法修改：在配置文件（enable-debug-command、enable-module-command）或命令行中设置。',
  },
  'server-errors.dbIndex': {
    en: '{node} has no database with this number',
    zh: '{node} 没有这个编号的数据库',
  },
  'server-errors.dbIndex.long': {
    en: 'Databases are numbered from 0; without a cluster there are 16 unless the configuration says otherwise (databases). A cluster has only database 0; since {clusterDatabases}, cluster-databases allows more. The number is fixed when the server starts.',
    zh: '数据库从 0 开始编号；没有集群时默认有 16 个（由配置 databases 决定）。集群只有 0 号数据库；从 {clusterDatabases} 起可用 cluster-databases 设置更多。个数在服务器启动时确定。',
  },
  'server-errors.sentinel.busy': {
    en: 'a failover of this master is already in progress',
    zh: '该主节点的故障转移正在进行',
  },
  'server-errors.sentinel.quorum': {
    en: 'too few Sentinels are reachable to agree on a failover',
    zh: '可用的哨兵（Sentinel）太少，无法就故障转移达成一致',
  },
  'server-errors.sentinel.noReplica': {
    en: 'Sentinel has no replica that it could promote',
    zh: '哨兵（Sentinel）没有可以晋升的从节点',
  },
  'server-errors.sentinel.noMaster': {
    en: 'this Sentinel monitors no master with that name',
    zh: '该哨兵（Sentinel）没有监控这个名称的主节点',
  },
  'server-errors.sentinel.long': {
    en: 'Sentinels monitor a master under a name and agree before they act: a quorum must see it as down, and a majority must let one of them lead the failover. It promotes a replica whose link was up shortly before; one failover runs at a time. SENTINEL MASTERS, REPLICAS NAME and CKQUORUM NAME show what this Sentinel knows.',
    zh: '哨兵（Sentinel）按名称监控主节点，行动前先达成一致：判定下线需要达到 quorum，由谁主导故障转移需要多数哨兵同意。它晋升不久前仍保持连接的从节点，同一时间只进行一次故障转移。SENTINEL MASTERS、“REPLICAS 名称”、“CKQUORUM 名称”显示该哨兵掌握的情况。',
  },
} as const
