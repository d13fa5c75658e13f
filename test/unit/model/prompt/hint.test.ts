// What stands grey behind a half-typed line. The commands are Redis 7.0's own.

import {describe, expect, test} from 'vitest'
import {hintOf} from '../../../../src/model/prompt/hint.ts'
import {usualDocs} from '../usual-docs.ts'

const expiry = '[EX seconds|PX milliseconds|EXAT unix-time-seconds|PXAT unix-time-milliseconds|KEEPTTL]'
const geoRest = '[WITHCOORD] [WITHDIST] [WITHHASH]'

const cases: Readonly<Record<string, readonly [line: string, hint: string][]>> = {
  'names the arguments of a command as soon as it is there': [
    ['', ''],
    ['INC', ''],
    ['INCRBY', 'key increment'],
    ['incrby ', 'key increment'],
    ['INCRBY visits ', 'increment'],
    ['INCRBY visits 5 ', ''],
    ['INCRBY visits 5 more ', ''],
    ['nosuch ', ''],
    ['config get', 'parameter [parameter ...]'],
    ['DBSIZE ', ''],
  ],
  'judges a word only when its space has come': [
    ['INCRBY visits', 'key increment'],
    ['INCRBY visits x', 'increment'],
    ['INCRBY visits x ', ''],
    ['XRANGE log - + CO', '[COUNT count]'],
    ['XRANGE log - + COUNT', '[COUNT count]'],
    ['XRANGE log - + COUNT ', 'count'],
    ['XRANGE log - + COUNT 9', 'count'],
    ['XRANGE log - + COUNT 9 ', ''],
  ],
  'has no say after a word that cannot stand where it does': [
    ['SET cart book FOO ', ''],
    ['SET cart book EX soon ', ''],
    ['ZRANDMEMBER board ten ', ''],
    ['GEORADIUS shops 13.4 north ', ''],
    ['GEOSEARCH shops FROMLONLAT 13.4 52.5 BYRADIUS near ', ''],
    ['LPOP queue -1 ', ''],
    [
      'GEORADIUS shops 1e2 -.5 3 KM ',
      `${geoRest} [COUNT count [ANY]] [ASC|DESC] [STORE key] [STOREDIST key]`,
    ],
  ],
  'drops the options that are there, in whatever order they came': [
    ['SET cart book ', `[NX|XX] [GET] ${expiry}`],
    ['SET cart book xx ', `[GET] ${expiry}`],
    ['SET cart book GET ', `[NX|XX] ${expiry}`],
    ['SET cart book EX ', 'seconds [NX|XX] [GET]'],
    ['SET cart book PXAT ', 'unix-time-milliseconds [NX|XX] [GET]'],
    ['SET cart book EX 60 ', '[NX|XX] [GET]'],
    ['SET cart book KEEPTTL nx ', '[GET]'],
    ['SET cart book EX 60 GET NX ', ''],
    ['SET cart book EX 60 KEEPTTL ', ''],
    ['SCAN 0 ', '[MATCH pattern] [COUNT count] [TYPE type]'],
    ['SCAN 0 COUNT ', 'count [MATCH pattern] [TYPE type]'],
    ['SCAN 0 MATCH ', 'pattern [COUNT count] [TYPE type]'],
    ['SCAN 0 TYPE hash match cart:* ', '[COUNT count]'],
    ['ZRANGE board 0 9 ', '[BYSCORE|BYLEX] [REV] [LIMIT offset count] [WITHSCORES]'],
    ['ZRANGE board 0 9 rev ', '[BYSCORE|BYLEX] [LIMIT offset count] [WITHSCORES]'],
    ['ZRANGE board 0 9 LIMIT 5 ', 'count [BYSCORE|BYLEX] [REV] [WITHSCORES]'],
    ['ZRANGE board 0 9 WITHSCORES LIMIT 5 5 BYLEX REV ', ''],
  ],
  'lets what an option has of its own come first, and go when another begins': [
    ['GEORADIUS shops 1 2 3 M COUNT ', `count [ANY] ${geoRest} [ASC|DESC] [STORE key] [STOREDIST key]`],
    ['GEORADIUS shops 1 2 3 M COUNT 7 ', `[ANY] ${geoRest} [ASC|DESC] [STORE key] [STOREDIST key]`],
    ['GEORADIUS shops 1 2 3 M COUNT 7 DESC ', `${geoRest} [STORE key] [STOREDIST key]`],
    ['HELLO 3 ', '[AUTH username password] [SETNAME clientname]'],
    ['HELLO 3 AUTH ann ', 'password [SETNAME clientname]'],
    ['HELLO 3 SETNAME me ', '[AUTH username password]'],
    ['FAILOVER TO 127.0.0.1 6480 ', '[FORCE] [ABORT] [TIMEOUT milliseconds]'],
    ['FAILOVER TO 127.0.0.1 6480 TIMEOUT ', 'milliseconds [ABORT]'],
  ],
  'repeats what may be repeated': [
    ['MGET ', 'key [key ...]'],
    ['MGET cart:1 cart:2 ', '[key ...]'],
    ['MSET cart:1 ', 'value [key value ...]'],
    ['MSET cart:1 book cart:2 pen ', '[key value ...]'],
    ['PFADD seen ', '[element [element ...]]'],
    ['CONFIG SET appendonly ', 'value [parameter value ...]'],
    ['CLUSTER ADDSLOTSRANGE 0 5 6 ', 'end-slot [start-slot end-slot ...]'],
    ['BITFIELD_RO bits ', '[GET encoding offset [GET encoding offset ...]]'],
    ['BITFIELD_RO bits GET u8 ', 'offset [GET encoding offset ...]'],
    ['BITFIELD_RO bits GET u8 0 get ', 'encoding offset [GET encoding offset ...]'],
    [
      'SORT ids BY weight_* GET # ',
      '[GET pattern ...] [LIMIT offset count] [ASC|DESC] [ALPHA] [STORE destination]',
    ],
  ],
  'goes on to what must come, and leaves out what could have come before it': [
    ['ZADD board ', '[NX|XX] [GT|LT] [CH] [INCR] score member [score member ...]'],
    ['ZADD board GT CH ', '[NX|XX] [INCR] score member [score member ...]'],
    ['ZADD board 12.5 ', 'member [score member ...]'],
    ['ZADD board NX 12.5 ann ', '[score member ...]'],
    ['XADD log MAXLEN ~ 1000 * ', 'field value [field value ...]'],
    ['BLMOVE from to RIGHT ', 'LEFT|RIGHT timeout'],
    ['XREAD COUNT 2 STREAMS ', 'key [key ...] id [id ...]'],
  ],
  'counts the keys that are announced, which redis-cli does not': [
    ['EVAL "return 1" 0 ', '[arg [arg ...]]'],
    ['EVAL "return 1" 2 ', 'key key [arg [arg ...]]'],
    ['EVAL "return 1" 2 a b ', '[arg [arg ...]]'],
    ['LMPOP 1 queue ', 'LEFT|RIGHT [COUNT count]'],
  ],
  'takes a token for a token where it could be a value too, which redis-cli does not': [
    ['REPLICAOF ', 'host port|NO ONE'],
    ['REPLICAOF NO ', 'ONE'],
    ['REPLICAOF 127.0.0.1 ', 'port'],
    ['CLUSTER SETSLOT 866 MIGRATING ', 'node-id'],
    ['CLUSTER SETSLOT 866 STABLE ', ''],
    [`CLUSTER REPLICATE ${'a1'.repeat(20)}`, ''],
    ['MIGRATE 127.0.0.1 6380 "" 0 5000 KEYS k ', '[key ...]'],
    ['MIGRATE 127.0.0.1 6380 "" 0 5000 KEYS k COPY ', '[key ...]'],
  ],
  'does not mind a count, an address, spaces or quotes': [
    ['3 INCR ', 'key'],
    ['@6480 SET cart ', `value [NX|XX] [GET] ${expiry}`],
    ['@all INFO ', '[section [section ...]]'],
    ['3 @6480 INCR ', 'key'],
    ['@6480 3 INCR ', 'key'],
    ['   incr   ', 'key'],
    ['"incr" ', 'key'],
    ['SET "my cart" ', `value [NX|XX] [GET] ${expiry}`],
    ['SET "my cart', `key value [NX|XX] [GET] ${expiry}`],
    [`SET 'it\\'s' `, `value [NX|XX] [GET] ${expiry}`],
    ['SET "cart"x ', ''],
    ['5', ''],
  ],
  'takes what stands behind redis-cli and its options for the command it is': [
    ['redis-cli -p 6480 SET ', `key value [NX|XX] [GET] ${expiry}`],
    ['redis-cli -p 6480 SET cart ', `value [NX|XX] [GET] ${expiry}`],
    ['redis-cli -c -p 6379 GET', 'key'],
    ['redis-cli  -h 127.0.0.1  -p 6379  -c  incrby visits ', 'increment'],
    ['redis-cli GET ', 'key'],
    ['redis-cli', ''],
    ['redis-cli -p ', ''],
    ['redis-cli -p 6480', ''],
    ['redis-cli -p 6480 ', ''],
    ['redis-cli -p GET ', ''],
    ['redis-cli -x SET ', ''],
    ['redis-cli --cluster check ', ''],
  ],
  "shows an empty token as it is typed, and a container's subcommands": [
    [
      'MIGRATE 127.0.0.1 6380 ',
      'key|"" destination-db timeout [COPY] [REPLACE] [[AUTH password]|[AUTH2 username password]] [KEYS key [key ...]]',
    ],
    [
      'MIGRATE 127.0.0.1 6380 "" 0 100 COPY ',
      '[REPLACE] [[AUTH password]|[AUTH2 username password]] [KEYS key [key ...]]',
    ],
    ['config', 'GET|HELP|RESETSTAT|REWRITE|SET'],
    ['CONFIG ', 'GET|HELP|RESETSTAT|REWRITE|SET'],
    ['CONFIG NOSUCH ', ''],
  ],
  "knows the lab's own commands": [
    ['/kill', 'PORT'],
    ['/kill ', 'PORT'],
    ['/kill 6381', ''],
    ['/log 6381', '[N]'],
    ['/kill 6381 ', ''],
    ['/log 6381 ', '[N]'],
    ['/hint ', ''],
    ['/nosuch ', ''],
    ['/', ''],
  ],
}

describe('The hint', () => {
  for (const [sentence, lines] of Object.entries(cases)) {
    test.each(lines)(`${sentence}: %j, %j`, (line, hint) => {
      expect(hintOf(line, usualDocs, 'en')).toBe(hint)
    })
  }

  test('names the arguments of a lab command in the language of the screen', () => {
    expect(hintOf('/log ', usualDocs, 'zh')).toBe('端口 [行数]')
    expect(hintOf('/log 6381 ', usualDocs, 'zh')).toBe('[行数]')
  })

  test('is found for every command there is, whatever follows it', () => {
    for (const name of Object.keys(usualDocs))
      for (const rest of ['', ' ', ' 1', ' 1 ', ' a b c d ', ' "" 2 LIMIT ', ' "open'])
        expect(typeof hintOf(`${name.toLowerCase()}${rest}`, usualDocs, 'en')).toBe('string')
  })
})
