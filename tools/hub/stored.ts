// Everything that a Redis has of a room, and what of it names something.

import type {Redis} from 'ioredis'

export type Stored = ReadonlyMap<string, unknown>

/** By the last word of the key; of a Redis with one room, or of this one. */
export async function storedIn(redis: Redis, room = ''): Promise<Stored> {
  const keys = (await redis.keys('*')).filter(key => key.includes(room))
  const values = await Promise.all(
    keys.map(async key => {
      const type = await redis.type(key)
      if (type === 'hash') return redis.hgetall(key)
      if (type === 'zset') return redis.zrangebyscore(key, '-inf', '+inf')
      return type === 'stream' ? redis.xrange(key, '-', '+') : redis.get(key)
    }),
  )
  return new Map(keys.map((key, i) => [key.slice(key.indexOf('}:') + 2), values[i]] as const).toSorted())
}

/** The keys in whose values this text is. */
export function naming(stored: Stored, text: string): readonly string[] {
  return [...stored].flatMap(([key, value]) => (JSON.stringify(value).includes(text) ? [key] : []))
}
