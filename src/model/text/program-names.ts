// The two servers that the lab runs, and what each calls its programs.

export type ServerKind = 'redis' | 'valkey'

/** Placeholders that need no value: in a message, `{redis-cli}` is the client of the server that runs. */
export type ProgramNames = Readonly<Record<'redis-server' | 'redis-cli' | 'redis-benchmark', string>>

const names: Readonly<Record<ServerKind, ProgramNames>> = {
  redis: namesFor('redis'),
  valkey: namesFor('valkey'),
}

/** Those of Redis if the server is unknown: an old recording does not name it. */
export function programNames(server?: ServerKind): ProgramNames {
  return server === 'valkey' ? names.valkey : names.redis
}

function namesFor(server: ServerKind): ProgramNames {
  return {
    'redis-server': `${server}-server`,
    'redis-cli': `${server}-cli`,
    'redis-benchmark': `${server}-benchmark`,
  }
}
