// What is typed into redis-cli, one line a line. Each is sent, or refused, as it stands; what redis-cli does by itself (help, connect,
// repeat counts) is not here, nor what would keep it waiting, ends it or makes it exit (big numbers and attributes, in 7.0).

import {type Bytes, bytesOf} from '../../../src/model/protocol/bytes.ts'

const typed = (text: string): readonly Bytes[] => bytesOf(text).split('\n').slice(1, -1)

export const resp2Lines = typed(String.raw`
FLUSHALL
PING
PING hello
  ping
"PING"
'ping'

   
SET k "bar"
GET k
GET nosuch
SET k2 "a\"b\\c\n\t\x01\xff"
GET k2
SET k3 'single \n it\'s'
GET k3
SET uni 你好é👍
GET uni
SET "" empty
GET ""
GET k""
SET fo"o b" x
GET 'foo b'
SET n ""
GET n
STRLEN n
GET "unbalanced
GET "k"x
GET 'k
"a"'b'
""key
SET k \x41
GET k
SET k "\x41\q"
GET k
GETRANGE k 0 -1
ECHO "line1\nline2"
ECHO "\x00\x07\b\r\v\x1b[31m\x7f\x80\x9b\xff"
INCR ctr
INCRBY ctr 9223372036854775806
INCR ctr
INCRBYFLOAT fl 1.5e3
5
2x PING
!!
# comment
FOO bar
FOO "a b" 'c'
没有这个命令 参数
GET
LPUSH k x
DEBUG ERROR "ERR 出错了: 你好"
RPUSH l a b c
LRANGE l 0 -1
LRANGE nosuch 0 -1
RPUSH l10 1 2 3 4 5 6 7 8 9 10
LRANGE l10 0 -1
EVAL "for i=1,120 do redis.call('rpush','l120',i) end return redis.call('lrange','l120',0,-1)" 0
LPOS l10 3 COUNT 0
LMPOP 2 nosuch l10 LEFT COUNT 2
BLPOP l10 0
HSET h f1 v1 "f 2" "\xff"
HGETALL h
HMGET h f1 nope
HRANDFIELD h 2 WITHVALUES
SADD s b a c
SMEMBERS s
SMEMBERS nosuch
SISMEMBER s a
ZADD z 1.5 m 2 n inf o -inf p 0.1 q 3e21 r
ZSCORE z m
ZRANGE z 0 -1 WITHSCORES
ZMSCORE z m nosuch
ZRANGE z (1 +inf BYSCORE LIMIT 0 1
ZADD z INCR 1 m
TYPE h
TYPE nosuch
SCAN 0 COUNT 2
EVAL "return {1,{2,{3,'x'}},'y',false,{}}" 0
EVAL "return {1,redis.error_reply('MYERR in'),redis.status_reply('FINE')}" 0
EVAL "return {{},{{}},{{{}}},{{1},{2,{3}}},{{{1},2}}}" 0
EVAL "return redis.status_reply('')" 0
EVAL "return redis.error_reply('')" 0
EVAL "local t={'x'} for i=1,300 do t={t} end return t" 0
EVAL "local t={'x'} for i=1,40 do t={i,t} end return t" 0
EVAL "return redis.call('nosuch')" 0
EVAL "syntax error" 0
XADD st 1-1 f v
XADD st 1-2 f v g w
XRANGE st - +
XREAD COUNT 1 STREAMS st 0
XREAD STREAMS st $
XGROUP CREATE st g1 0
XREADGROUP GROUP g1 c1 STREAMS st >
XPENDING st g1
XPENDING st g1 - + 10
XAUTOCLAIM st g1 c2 0 0
XINFO STREAM st FULL
XINFO GROUPS st
GEOADD geo 13.361389 38.115556 Palermo 15.087269 37.502669 Catania
GEOPOS geo Palermo nosuch
GEOSEARCH geo FROMLONLAT 15 37 BYRADIUS 200 km WITHCOORD WITHDIST WITHHASH
BITFIELD b SET u8 0 200 GET i8 0 OVERFLOW FAIL INCRBY u8 0 100
CONFIG GET maxmemory*
CONFIG GET *
CONFIG GET nosuch
CONFIG SET requirepass ""
OBJECT HELP
OBJECT ENCODING k
OBJECT ENCODING nosuch
COMMAND COUNT
COMMAND INFO get nosuch eval
COMMAND DOCS xadd
COMMAND GETKEYSANDFLAGS SET k v
ROLE
TIME
WAIT 0 10
WAIT 1 20
DUMP k
MULTI
SET x 1
INCR x
LPUSH x y
LRANGE l 0 -1
INFO replication
EXEC
MULTI
NOSUCH
EXEC
MULTI
DISCARD
EXEC
DISCARD
WATCH x
SET x 2
MULTI
GET x
EXEC
SELECT 99
SELECT 1
DBSIZE
SELECT 0
PUBLISH ch m
PUBSUB NUMSUB a b
SLOWLOG GET
ACL LIST
ACL GETUSER default
ACL WHOAMI
FUNCTION LOAD "#!lua name=mylib\nredis.register_function('f', function() return {1,{}} end)"
FUNCTION LIST WITHCODE
FCALL f 0
SCRIPT EXISTS abc def
MODULE LIST
CLIENT ID
CLIENT LIST
client list type normal
CLIENT INFO
CLIENT SETNAME 节点
CLIENT GETNAME
CLIENT KILL ID 99999
INFO
INFO replication
info EVERYTHING
INFO nosuch
LOLWUT
lolwut version 5 40 1 1
LOLWUT VERSION 6
MEMORY DOCTOR
MEMORY MALLOC-STATS
MEMORY STATS
MEMORY USAGE l
LATENCY DOCTOR
LATENCY GRAPH command
LATENCY GRAPH
LATENCY DOCTOR x
LATENCY HISTOGRAM get
DEBUG HTSTATS 0
DEBUG HTSTATS-KEY h
DEBUG HTSTATS-KEY nosuch
DEBUG CLIENT-EVICTION
DEBUG OBJECT l
DEBUG STRINGMATCH-LEN 3 x
CLUSTER INFO
CLUSTER NODES
CLUSTER NODES x
CLUSTER SLOTS
CLUSTER KEYSLOT foo
PROXY INFO
"CLUSTER NODES"
REPLICAOF
DEBUG PROTOCOL string
DEBUG PROTOCOL integer
DEBUG PROTOCOL double
DEBUG PROTOCOL bignum
DEBUG PROTOCOL null
DEBUG PROTOCOL array
DEBUG PROTOCOL set
DEBUG PROTOCOL map
DEBUG PROTOCOL attrib
DEBUG PROTOCOL push
DEBUG PROTOCOL verbatim
DEBUG PROTOCOL true
DEBUG PROTOCOL false
DEBUG PROTOCOL nosuch
RESET
`)

export const resp3Lines = typed(String.raw`
FLUSHALL
HELLO 3
HELLO 4
SET k v
GET nosuch
HSET h f1 v1 f2 "\xff"
HGETALL h
HGETALL nosuch
HMGET h f1 nope
HRANDFIELD h 2 WITHVALUES
SADD s b a c
SMEMBERS s
SMEMBERS nosuch
SPOP s 3
ZADD z 1.5 m 2 n inf o -inf p 0.1 q 3e21 r
ZSCORE z m
ZSCORE z o
ZSCORE z nosuch
ZRANGE z 0 -1 WITHSCORES
ZMSCORE z m nosuch
ZPOPMIN z 2
XADD st 1-1 f v
XADD st 1-2 f v g w
XREAD STREAMS st 0
XREAD COUNT 1 STREAMS st 0
XREAD STREAMS st $
XGROUP CREATE st g1 0
XREADGROUP GROUP g1 c1 STREAMS st >
XINFO STREAM st FULL
XINFO GROUPS st
GEOADD geo 13.361389 38.115556 Palermo
GEOPOS geo Palermo nosuch
CONFIG GET maxmemory*
CONFIG GET *
CONFIG GET nosuch
COMMAND INFO get nosuch eval
COMMAND DOCS xadd set
MEMORY STATS
LATENCY HISTOGRAM get
ACL GETUSER default
FUNCTION LIST
FUNCTION STATS
CLIENT TRACKINGINFO
CLIENT LIST
CLIENT INFO
INFO
INFO replication
LOLWUT
CLUSTER NODES
EVAL "return {1,{2,{3,'x'}},'y',false,{}}" 0
EVAL "redis.setresp(3); return {map={a=1,b={map={c=2,d=3}}}}" 0
EVAL "redis.setresp(3); return {map={a={1},b={map={c={}}},d={map={e={1,2}}},f={{{1},{2}}},g={set={x=true}}}}" 0
EVAL "redis.setresp(3); return {map={[{map={k=1}}]={map={k={map={k={1,2}}}}}}}" 0
EVAL "redis.setresp(3); return {{map={}},{set={}},{},{double=3.5},true,false,{set={a=true}}}" 0
EVAL "redis.setresp(3); local m={} for i=1,12 do m['k'..i]={map={i=i,j={i}}} end return {map=m}" 0
EVAL "redis.setresp(3); local m={map={x=1}} for i=1,60 do m={map={k=m}} end return m" 0
EVAL "redis.setresp(3); return {double=1e100}" 0
EVAL "redis.setresp(3); return redis.call('hgetall','h')" 0
DEBUG PROTOCOL string
DEBUG PROTOCOL integer
DEBUG PROTOCOL double
DEBUG PROTOCOL null
DEBUG PROTOCOL array
DEBUG PROTOCOL set
DEBUG PROTOCOL map
DEBUG PROTOCOL push
DEBUG PROTOCOL verbatim
DEBUG PROTOCOL true
DEBUG PROTOCOL false
CLIENT TRACKING ON
MGET k 键 'a b'
MSET k 1 键 2 'a b' 3
CLIENT TRACKINGINFO
GET k
FLUSHALL
PING
CLIENT TRACKING OFF
CLIENT TRACKING ON BCAST
MSET k 1 键 2
INFO commandstats
PING
MULTI
HGETALL h
SET k 3
EXEC
PING
RESET
PING
`)

export const clusterLines = typed(`
CLUSTER INFO
cluster nodes
CLUSTER ADDSLOTSRANGE 0 100 200 300 16383 16383
CLUSTER SETSLOT 12182 IMPORTING 0000000000000000000000000000000000000000
CLUSTER INFO
CLUSTER NODES
CLUSTER NODES x
CLUSTER INFO x
CLUSTER SLOTS
CLUSTER SHARDS
CLUSTER LINKS
CLUSTER MYID
CLUSTER KEYSLOT 购物车
CLUSTER REPLICAS 0000000000000000000000000000000000000000
CLUSTER FAILOVER
CLUSTER NOSUCH
CLUSTER HELP
SET foo 1
MSET a 1 b 2
SELECT 1
REPLICAOF NO ONE
READONLY
INFO cluster
HELLO 3
CLUSTER SLOTS
CLUSTER SHARDS
CLUSTER LINKS
CLUSTER NODES
ROLE
`)
