// Lines for redis-cli by chance, the same for the same seed: values of every kind and nesting, keys of every type under the wrong command,
// quoting of every kind, and bytes of every kind as they are. Each is answered at once, by one reply, or refused.
//
// Left out, because redis-cli 7.0 itself fails at them and ours does not: big numbers in RESP3 and attributes (it exits), and a NUL in an
// error or a status (it cuts them there). And a push in a transaction, at which Redis 7.0 fails: it stands as one more item in EXEC's array, whose
// last is then left over, and every later command is answered by the reply to the one before it.

import {type Bytes, bytesOf} from '../../src/model/protocol/bytes.ts'
import {repr} from '../../src/model/protocol/format-reply.ts'
import {randomFrom} from '../random.ts'

type Chance = (limit: number) => number

type LineOptions = Readonly<{
  /** As the client speaks it. */
  resp: 2 | 3
  /** Only lines whose replies are the same each time: no ids, times, counters or random members. */
  repeatable?: boolean
  /** Without transactions, which a redirect would split over two nodes. */
  inCluster?: boolean
}>

/** `many` lines, as bytes. */
export function someLines(
  seed: number,
  many: number,
  {resp, repeatable = false, inCluster = false}: LineOptions,
): readonly Bytes[] {
  const chance = randomFrom(seed)
  const kinds = [
    ...lines,
    ...(repeatable ? repeatedLines : changingLines),
    ...(inCluster ? [] : transactionLines),
  ]
  let queueing = false
  return Array.from({length: many}, () => {
    const line = pick(chance, queueing ? kinds : [...kinds, ...rawLines])(chance, resp)
    if (['MULTI', 'EXEC', 'DISCARD'].includes(line)) queueing = line === 'MULTI'
    return queueing && line === 'DEBUG PROTOCOL push' ? 'DEBUG PROTOCOL array' : line
  })
}

function pick<One>(chance: Chance, all: readonly One[]): One {
  const one = all[chance(all.length)]
  if (one === undefined) throw new Error('Nothing to pick from')
  return one
}

function several<One>(chance: Chance, most: number, make: () => One): readonly One[] {
  return Array.from({length: chance(most + 1)}, make)
}

const texts = [
  '',
  'a',
  'OK',
  '0',
  '-1',
  '3.25',
  'two words',
  "it's",
  '"',
  '\\',
  '你好',
  'é',
  '👍',
  '\u00a0',
  '(nil)',
  '1) "x"',
]

/** Bytes of every kind: text, numbers, controls, no UTF-8 at all, long ones. */
function value(chance: Chance): Bytes {
  switch (chance(5)) {
    case 0:
      return several(chance, 12, () => String.fromCharCode(chance(256))).join('')
    case 1:
      return several(chance, 3, () => pick(chance, texts.map(bytesOf))).join('')
    case 2:
      return 'x'.repeat(pick(chance, [9, 10, 99, 100, 1000]))
    default:
      return bytesOf(pick(chance, texts))
  }
}

/** A word so that it is read as these bytes, in one of the ways in which it can be typed; most are no UTF-8. */
function typed(word: Bytes, chance: Chance): Bytes {
  const ways = [
    repr(word),
    ...(/^[^ \t\n\v\f\r"'\0]+$/.test(word) ? [word] : []),
    ...(/^[^\0\n]*$/.test(word) ? [`"${word.replace(/["\\]/g, '\\$&')}"`] : []),
    // Between single quotes a backslash before a quote would not stay one.
    ...(/^[^\0\n\\]*$/.test(word) ? [`'${word.replaceAll("'", "\\'")}'`] : []),
  ]
  return pick(chance, ways)
}

/** Bytes that mean something to one of the two readers, or that a reader of text would change. */
const eventful = [
  ...'  \t\t\v\f\r\0\x1b\x07\x7f\\\\\\""\'\'xX04aAfFnbrtz',
  ...['é', '👍', '\u00a0', '\u3000', '\u2028', '\u2029', '\u0085', '\ufeff', '\ufffd'].map(bytesOf),
  // Overlong, a surrogate, beyond Unicode, cut short.
  ...['\xc0\xaf', '\xed\xa0\x80', '\xf4\x90\x80\x80', '\xe4\xbd'],
]

/** Bytes as they come, with quotes and escapes that need not fit; no line end. */
function unruly(chance: Chance): Bytes {
  const byte = () => String.fromCharCode(chance(256)).replace('\n', '\r')
  const text = () => several(chance, 6, () => (chance(3) ? pick(chance, eventful) : byte())).join('')
  const quoted = (quote: string) => () => quote + text() + quote
  const part = () => pick(chance, [text, quoted('"'), quoted("'")])() + (chance(5) ? ' ' : '')
  return [part(), ...several(chance, 3, part)].join('')
}

const keys = ['s', 'n', 'l', 'h', 'set', 'z', 'st', 'hll', 'nosuch', '键', 'a b', '']
const key = (chance: Chance) => typed(bytesOf(pick(chance, keys)), chance)
const word = (chance: Chance) => typed(value(chance), chance)
const words = (chance: Chance, most: number) => several(chance, most, () => word(chance)).join(' ')

/** A Lua expression; what it becomes in RESP2 and in RESP3 is the server's business. */
function lua(chance: Chance, depth: number): string {
  const inner = () => lua(chance, depth - 1)
  const list = () => several(chance, pick(chance, [1, 3, 12]), inner)
  const leaf = [
    () => `${chance(2000) - 1000}`,
    () => luaString(value(chance)),
    () => pick(chance, ['true', 'false']),
    () => `{double=${pick(chance, ['0', '-0.5', '1e100', '3.0', '1/3', 'math.huge', '-math.huge'])}}`,
    () => `{ok=${luaString(line(chance))}}`,
    () => `{err=${luaString(line(chance))}}`,
    () => `{verbatim_string={format='txt', string=${luaString(value(chance))}}}`,
  ]
  const branch = [
    () => `{${list().join(',')}}`,
    () =>
      `{map={${list()
        .map(one => `[${luaKey(chance)}]=${one}`)
        .join(',')}}}`,
    () =>
      `{set={${list()
        .map(() => `[${luaKey(chance)}]=true`)
        .join(',')}}}`,
    // As wide as needs one digit more.
    () =>
      `(function() local t={} for i=1,${pick(chance, [9, 10, 99, 100, 101])} do t[i]=${lua(chance, 0)} end return t end)()`,
  ]
  return pick(chance, depth > 0 && chance(3) > 0 ? branch : leaf)()
}

/** Without line ends, which would end an error or a status, and without NUL. */
function line(chance: Chance): Bytes {
  return value(chance).replace(/[\0\r\n]/g, '.')
}

const luaKey = (chance: Chance) => pick(chance, [() => luaString(value(chance)), () => `${chance(100)}`])()

function luaString(bytes: Bytes): string {
  return `'${bytes.replace(/[^ -~]|['\\]/g, char => `\\${String(char.charCodeAt(0)).padStart(3, '0')}`)}'`
}

const script = (chance: Chance, protocol: string, depth: number) =>
  `EVAL ${repr(`${protocol}return ${lua(chance, depth)}`)} 0`

type Lines = readonly ((chance: Chance, resp: 2 | 3) => Bytes)[]

const lines: Lines = [
  chance => `ECHO ${word(chance)}`,
  chance => `PING ${words(chance, 1)}`,
  chance => `${pick(chance, ['SET', 'APPEND', 'GETSET'])} ${key(chance)} ${word(chance)}`,
  chance => `SET ${key(chance)} ${words(chance, 3)}`,
  chance => `GET ${key(chance)}`,
  chance => `MGET ${key(chance)} ${key(chance)} ${key(chance)}`,
  chance =>
    `${pick(chance, ['INCR', 'DECR', 'STRLEN', 'TYPE', 'TTL', 'DEL', 'EXISTS', 'DUMP'])} ${key(chance)}`,
  chance => `INCRBYFLOAT ${key(chance)} ${pick(chance, ['1.5', '1e20', '-0.1', 'x'])}`,
  chance => `RPUSH ${key(chance)} ${word(chance)} ${words(chance, 12)}`,
  chance => `LRANGE ${key(chance)} 0 ${pick(chance, ['-1', '8', '9', '99'])}`,
  chance => `HSET ${key(chance)} ${word(chance)} ${word(chance)} ${word(chance)} ${word(chance)}`,
  chance => `${pick(chance, ['HGETALL', 'HKEYS', 'SMEMBERS', 'LLEN'])} ${key(chance)}`,
  chance => `HMGET ${key(chance)} ${word(chance)} ${words(chance, 4)}`,
  chance => `SADD ${key(chance)} ${word(chance)} ${words(chance, 5)}`,
  chance => `SMISMEMBER ${key(chance)} ${word(chance)} ${word(chance)}`,
  chance => `ZADD ${key(chance)} ${pick(chance, ['1', '-2.5', '1e300', 'inf', '0.1'])} ${word(chance)}`,
  chance => `ZRANGE ${key(chance)} 0 -1 ${pick(chance, ['WITHSCORES', 'REV', ''])}`,
  chance => `ZSCORE ${key(chance)} ${word(chance)}`,
  chance => `ZPOPMAX ${key(chance)} ${chance(3)}`,
  chance => `XADD ${key(chance)} ${chance(3)}-${chance(1000)} ${word(chance)} ${word(chance)}`,
  chance => `XRANGE ${key(chance)} - + COUNT ${1 + chance(11)}`,
  chance => `XREAD COUNT 3 STREAMS ${key(chance)} ${key(chance)} 0 0`,
  chance => `XINFO STREAM ${key(chance)} FULL`,
  chance => `PFADD hll ${words(chance, 3)}`,
  chance => `NOSUCH${chance(9)} ${words(chance, 4)}`,
  chance => `DEBUG ERROR ${typed(line(chance), chance)}`,
  chance => `CONFIG GET ${pick(chance, ['max*', '*time*', 'nosuch', 'save'])}`,
  chance => pick(chance, ['CLIENT GETNAME', 'CLIENT NOSUCH', 'INFO nosuch', 'INFO keyspace']),
  chance => `COMMAND INFO ${pick(chance, ['get', 'set nosuch xadd', 'nosuch'])}`,
  (chance, resp) =>
    `DEBUG PROTOCOL ${pick(chance, ['string', 'integer', 'double', 'null', 'array', 'set', 'map', 'push', 'verbatim', 'true', 'false', ...(resp === 2 ? ['bignum', 'attrib'] : [])])}`,
  chance => script(chance, '', 3),
  chance => script(chance, '', 6),
  chance => script(chance, 'redis.setresp(3); ', 3),
  chance => script(chance, 'redis.setresp(3); ', 6),
  chance =>
    `EVAL ${repr(`redis.setresp(3); return redis.call('${pick(chance, ['hgetall', 'smembers', 'get', 'lrange'])}', '${pick(chance, ['h', 'set', 's', 'l'])}'${chance(2) ? ', 0, -1' : ''})`)} 0`,
  // A big one.
  chance =>
    `EVAL ${repr(`local t={} for i=1,${pick(chance, [999, 1000, 1001])} do t[i]=${lua(chance, 0)} end return t`)} 0`,
]

/** Bytes that no quoting protects. None of these lines changes anything, because valkey-cli 9.1 sends some that others refuse. */
const rawLines: Lines = [
  chance => `ECHO ${unruly(chance)}`,
  chance => `PING ${unruly(chance)}`,
  chance => `NOSUCH ${unruly(chance)}`,
  // Behind a letter, because the lab has lines of its own that begin with other characters.
  chance => `x${unruly(chance)}`,
]

/** The client repeats these, so they are no single command. */
const repeatedLines: Lines = [chance => `${1 + chance(3)} PING ${word(chance)}`]

const transactionLines: Lines = [
  chance => pick(chance, ['MULTI', 'EXEC', 'EXEC', 'DISCARD', 'WATCH s', 'UNWATCH']),
]

/** Lines whose replies change with the time, the connection or by chance. */
const changingLines: Lines = [
  chance => `HRANDFIELD ${key(chance)} ${chance(9) - 4} WITHVALUES`,
  chance => `XADD ${key(chance)} * ${word(chance)} ${word(chance)}`,
  chance => `SCAN 0 COUNT ${1 + chance(20)}`,
  chance => `CLIENT ${pick(chance, ['LIST', 'INFO', 'ID', 'GETNAME', 'NOSUCH'])}`,
  chance => `INFO ${pick(chance, ['replication', 'server', 'nosuch', 'keyspace', 'clients memory'])}`,
  chance => pick(chance, ['ROLE', 'TIME', 'SLOWLOG GET 2']),
]
