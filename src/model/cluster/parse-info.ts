// Parsers for INFO, CLUSTER INFO and CLUSTER NODES. Unknown fields and flags are kept, and never cause an error.

/** Values by field name, in the order printed. */
export type Fields = Readonly<Record<string, string>>

/** Parses the `field:value` lines of INFO or CLUSTER INFO. */
export function parseFields(text: string): Fields {
  const fields: Record<string, string> = {}
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0 && !line.startsWith('#')) fields[line.slice(0, colon)] = line.slice(colon + 1).trimEnd()
  }
  return fields
}

/** Returns the fields of one section (`# Replication`) of an INFO text; empty if that section is missing. */
export function infoSection(text: string, title: string): Fields {
  const start = text.indexOf(`# ${title}`)
  if (start < 0) return {}
  const end = text.indexOf('\n#', start)
  return parseFields(text.slice(start, end < 0 ? undefined : end))
}

/** Parses `k=v,k=v`, the form of INFO's compound values: `slave0:ip=…,port=…`, `cmdstat_get:calls=…`, `db0:keys=…`. */
export function parsePairs(value: string): Fields {
  return Object.fromEntries(
    value.split(',').map(pair => {
      const equals = pair.indexOf('=')
      return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    }),
  )
}

/**
 * A line of CLUSTER NODES without ping-sent and pong-recv, which change all the time.
 * https://redis.io/docs/latest/commands/cluster-nodes/
 */
export type ClusterLine = Readonly<{
  id: string
  /** 0 if the node does not know its own address yet. */
  port: number
  /** Absent for this computer's loopback address, and if the node does not know its own address. */
  host?: string
  /** `myself`, `master`, `slave`, `fail?`, `fail`, `handshake`, `noaddr`, `nofailover`. */
  flags: readonly string[]
  masterId?: string
  epoch: number
  link: string
  /** `0-5460`, `866`. Brackets for slots being migrated are in `moving`. */
  slots: readonly string[]
  /** `[3443->-id]` migrating, `[3443-<-id]` importing. Only the node's own line has them. */
  moving: readonly string[]
}>

/** Parses CLUSTER NODES. Sorts by port, because Redis prints the lines in random order. */
export function parseClusterNodes(text: string): readonly ClusterLine[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.map(parseClusterLine).sort((a, b) => a.port - b.port || (a.id < b.id ? -1 : 1))
}

function parseClusterLine(line: string): ClusterLine {
  const [id = '', address = '', flags = '', masterId = '-', , , epoch = '0', link = '', ...slots] = line
    .trim()
    .split(' ')
  const host = /^(.*):\d+(?:@|$|,)/.exec(address)?.[1] ?? ''
  return {
    id,
    ...(['', '127.0.0.1', '::1'].includes(host) ? {} : {host}),
    port: Number(/:(\d+)(?:@|$|,)/.exec(address)?.[1] ?? 0),
    flags: flags.split(','),
    ...(masterId === '-' ? {} : {masterId}),
    epoch: Number(epoch),
    link,
    slots: slots.filter(slot => !slot.startsWith('[')),
    moving: slots.filter(slot => slot.startsWith('[')),
  }
}
