// Commands that change keys, for goals and signs that ask whether the learner wrote.

import type {NodeName} from '../cluster/node.ts'
import {commandOf, errorOf, type Outcome} from './action.ts'

/**
 * By name as the nodes print it (INFO commandstats): all that ACL CAT write names on one of the supported servers; each server's are held
 * against this list by test/redis/facts.
 */
export const writeCommands: readonly string[] = `
append bitfield bitop blmove blmpop blpop brpop brpoplpush bzmpop bzpopmax bzpopmin cluster|flushslot copy decr decrby del delex
delifeq expire expireat flushall flushdb function|delete function|flush function|load function|restore geoadd georadius
georadiusbymember geosearchstore getdel getex getset hdel hexpire hexpireat hgetdel hgetex hincrby hincrbyfloat hmset hpersist
hpexpire hpexpireat hset hsetex hsetnx incr incrby incrbyfloat linsert lmove lmpop lpop lpush lpushx lrem lset ltrim migrate move
mset msetex msetnx persist pexpire pexpireat pfadd pfdebug pfmerge psetex rename renamenx restore restore-asking rpop rpoplpush rpush rpushx
sadd sdiffstore set setbit setex setnx setrange sinterstore smove sort spop srem sunionstore swapdb trimslots unlink xack xackdel
xadd xautoclaim xcfgset xclaim xdel xdelex xgroup|create xgroup|createconsumer xgroup|delconsumer xgroup|destroy xgroup|setid
xidmprecord xreadgroup xsetid xtrim zadd zdiffstore zincrby zinterstore zmpop zpopmax zpopmin zrangestore zrem zremrangebylex
zremrangebyrank zremrangebyscore zunionstore
`
  .trim()
  .split(/\s+/)

/** They may write, and Redis does not say so of them. */
const mayWrite = ['eval', 'evalsha', 'exec', 'fcall']

/** The learner's write to `node`, which did it. */
export function isWriteOn(outcome: Outcome, node: NodeName): boolean {
  const {action, is} = outcome
  return (
    action.node === node && is === 'replied' && errorOf(outcome) === undefined && isWrite(commandOf(action))
  )
}

/** @param words a command's words in upper case */
export function isWrite([name = '', subcommand = '']: readonly string[]): boolean {
  const names = [name, `${name}|${subcommand}`].map(one => one.toLowerCase())
  return names.some(one => writeCommands.includes(one) || mayWrite.includes(one))
}
