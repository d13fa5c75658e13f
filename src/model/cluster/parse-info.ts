// Redis's own texts -> values: INFO, CLUSTER INFO and CLUSTER NODES. Tolerant: a field or flag not known here is kept, never an error.

/** `field:value` lines in the order printed. */
export type Fields = Readonly<Record<string, string>>

/** INFO's or CLUSTER INFO's text. */
export function parseFields(text: string): Fields {
  const fields: Record<string, string> = {}
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0 && !line.startsWith('#')) fields[line.slice(0, colon)] = line.slice(colon + 1).trimEnd()
  }
  return fields
}

/** One section of an INFO text that holds several (`# Replication`), its lines in order; empty if INFO did not print it. */
export function infoSection(text: string, title: string): Fields {
  const start = text.indexOf(`# ${title}`)
  if (start < 0) return {}
  const end = text.indexOf('\n#', start)
  return parseFields(text.slice(start, end < 0 ? undefined : end))
}

/** `k=v,k=v` as INFO writes inside a value: `slave0:ip=…,port=…`, `cmdstat_get:calls=…`, `db0:keys=…`. */
export function parsePairs(value: string): Fields {
  return Object.fromEntries(
    value.split(',').map(pair => {
      const equals = pair.indexOf('=')
      return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    }),
  )
}

/**
 * A line of CLUSTER NODES without its two clocks (ping-sent, pong-recv), which tick on every line and tell nothing.
 * Shape: https://redis.io/docs/latest/commands/cluster-nodes/
 */
export type ClusterLine = Readonly<{
  id: string
  /** 0 where the node does not know its own address yet. */
  port: number
  /** `myself`, `master`, `slave`, `fail?`, `fail`, `handshake`, `noaddr`, `nofailover`. */
  flags: readonly string[]
  masterId?: string
  epoch: number
  link: string
  /** `0-5460`, `866`; a slot on its way is in `moving`. */
  slots: readonly string[]
  /** `[3443->-id]` migrating, `[3443-<-id]` importing; only the node itself says so. */
  moving: readonly string[]
}>

/** CLUSTER NODES' text. Lines are sorted by port: Redis prints them in random order. */
export function parseClusterNodes(text: string): readonly ClusterLine[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.map(parseClusterLine).sort((a, b) => a.port - b.port || (a.id < b.id ? -1 : 1))
}

function parseClusterLine(line: string): ClusterLine {
  const [id = '', address = '', flags = '', masterId = '-', , , epoch = '0', link = '', ...slots] = line
    .trim()
    .split(' ')
  return {
    id,
    port: Number(/:(\d+)(?:@|$|,)/.exec(address)?.[1] ?? 0),
    flags: flags.split(','),
    ...(masterId === '-' ? {} : {masterId}),
    epoch: Number(epoch),
    link,
    slots: slots.filter(slot => !slot.startsWith('[')),
    moving: slots.filter(slot => slot.startsWith('[')),
  }
}
