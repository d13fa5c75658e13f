// Parser for a line of a node's log: its time, its writer, and the replication or failover event. Covers Redis and Valkey, which write the same
// sentences with `primary` for `master`. from-log.ts combines the lines of several nodes.
// Source: the serverLog calls in cluster_legacy.c and replication.c, and the recorded logs under test/unit/recorded.

/** A recognized event. Node ids are those of CLUSTER NODES; `port` is the other side's; times are in ms, sizes in bytes. */
export type LogEvent = Readonly<{
  what: LogEventName
  /** Node that acted, received the vote, or is followed now. */
  id?: string
  /** Node that the event is about. */
  about?: string
  port?: number
  ms?: number
  rank?: number
  offset?: number
  epoch?: number
  bytes?: number
  state?: string
  slots?: string
  because?: string
  signal?: number
  /** Port of the master that is replaced. */
  oldPort?: number
  votes?: number
  quorum?: number
}>

export type LogLine = Readonly<{
  /** ms since the epoch */
  at: number
  pid: number
  /** Role of the process that wrote the line: master, replica (`S`), child, Sentinel. */
  role: 'M' | 'S' | 'C' | 'X'
  text: string
  /** Absent if the sentence is not in the table. */
  event?: LogEvent
}>

/** Sentences by event. `<name>` captures a value, `master` also matches `primary`, and more text may follow. The first match counts. */
const sentences = [
  ['started', 'oO0OoO0OoO0Oo <any> is starting'],
  ['stopped', ' is now ready to exit, bye bye'],
  ['crashed', 'crashed by signal: <signal>'],
  ['connecting', 'Connecting to MASTER <port>'],
  ['noHistory', 'Partial resynchronization not possible (no cached master)'],
  ['linkLost', 'Connection with master lost.'],
  ['replicaLost', 'Connection with replica <port> lost.'],
  ['masterSilent', 'MASTER timeout: no data nor PING received'],
  ['replicaSilent', 'Disconnecting timedout replica (streaming sync): <port>'],
  ['bufferFull', ' for overcoming of output buffer limits'],
  ['masterCached', 'Caching the disconnected master state.'],
  ['connectFailed', 'Error condition on socket for SYNC: <because>'],
  ['suspected', 'NODE <about> possibly failing.'],
  ['failed', 'Marking node <about> as failing (quorum reached).'],
  ['failHeard', 'FAIL message received from <id> about <about>'],
  ['failCleared', 'Clear FAIL state for node <about>: <because>'],
  ['state', 'Cluster state changed: <state>'],
  ['electionDelayed', 'Start of election delayed for <ms> milliseconds (rank #<rank>, <any>offset <offset>)'],
  ['rankChanged', 'Replica rank updated to #<rank>, added <ms> milliseconds of delay.'],
  ['electionStarted', 'Starting a failover election for epoch <epoch>'],
  ['electionStuck', 'Currently unable to failover: <because>'],
  ['voted', 'Failover auth granted to <id> for epoch <epoch>'],
  [
    'electionReset',
    'Failover election in progress for epoch <any>, but received a claim from node <id> with an equal or higher epoch <epoch>.',
  ],
  ['attemptExpired', 'Failover attempt expired'],
  ['voteDenied', 'Failover auth denied to <id> for epoch <epoch>: <because>'],
  ['voteDenied', 'Failover auth denied to <id>: <because>'],
  ['won', "Failover election won: I'm the new master."],
  ['epochSet', 'configEpoch set to <epoch> after successful failover'],
  ['epochTaken', 'New configEpoch set to <epoch>'],
  ['epochTaken', 'configEpoch set to <epoch> via CLUSTER SET-CONFIG-EPOCH'],
  ['epochTaken', 'configEpoch collision with node <about>. configEpoch set to <epoch>'],
  ['epochTaken', 'configEpoch collision with node <about>. Updating my configEpoch to <epoch>'],
  ['tookOver', 'Taking over the master (user request'],
  ['reconfigured', 'Reconfiguring myself as a replica of <any><id>'],
  ['manualAccepted', 'Manual failover user request accepted'],
  ['manualForced', 'Forced failover user request accepted'],
  ['masterForced', 'Forced failover master request accepted'],
  ['orphanAdopted', 'Migrating to orphaned master <about>'],
  ['manualRequested', 'Manual failover requested by replica <id>'],
  ['manualOffset', 'Received replication offset for paused master manual failover: <offset>'],
  ['manualReady', 'All master replication stream processed, manual failover can start.'],
  ['manualTimedOut', 'Manual failover timed out.'],
  ['replicaOf', 'REPLICAOF <port> enabled'],
  ['masterMode', 'MASTER MODE enabled'],
  ['fullSync', 'Full resync from master: <any>:<offset>'],
  // With a connection of its own for the RDB: the stream then goes on over the first one, which Valkey calls partial.
  ['fullSync', 'PSYNC is not possible, initialize RDB channel.'],
  ['rdbChannel', 'Sending to replica <port> RDB end offset'],
  ['rdbSize', 'MASTER <-> REPLICA sync: receiving <bytes> bytes from master'],
  ['rdbStreamed', 'MASTER <-> REPLICA sync: receiving streamed RDB from master'],
  ['rdbLoaded', 'MASTER <-> REPLICA sync: Finished with success'],
  ['partialSync', 'Successful partial resynchronization with master.'],
  [
    'partialGiven',
    'Partial resynchronization request from <port> accepted. Sending <bytes> bytes of backlog starting from offset <offset>.',
  ],
  ['partialRefused', 'Partial resynchronization not accepted: <because> (Replica asked for'],
  ['partialRefused', 'Partial resynchronization not accepted: <because>'],
  [
    'partialRefused',
    'Unable to partial resync with replica <port> for <because> (Replica request was: <offset>)',
  ],
  [
    'partialRefused',
    'Unable to partial resync with replica <port> for <because> (Replica request was <any>:<offset>, and',
  ],
  [
    'migrationFailed',
    'Slot migration {name: <any>, slots: <slots>} finished. State: failed, Message: <because>',
  ],
  ['migrationFailed', 'Slot migration {name: <any>, slots: <slots>} finished. State: cancelled'],
  ['migrationFailed', 'Import task <any> failed: slots=<slots>, err=<because> (state: '],
  ['migrationFailed', 'Migrate task <any> failed: slots=<slots>, err=<because> (state: '],
  ['fullAsked', 'Full resync requested by replica <port>'],
  // Of Sentinels: event, kind, name and address of what it is about. https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/
  ['sdown', '+sdown <any> <any> <at>'],
  ['sdownCleared', '-sdown <any> <any> <at>'],
  ['odown', '+odown <any> <any> <at> #quorum <votes>/<quorum>'],
  ['failoverAsked', "Executing user requested FAILOVER of '<any>'"],
  ['failoverTried', '+try-failover <any> <any> <at>'],
  ['leaderVoted', '+vote-for-leader <id> <epoch>'],
  ['leaderElected', '+elected-leader <any> <any> <at>'],
  ['replicaSelected', '+selected-slave <any> <any> <at>'],
  ['promotionSeen', '+promoted-slave <any> <any> <at>'],
  ['masterSwitched', '+switch-master <any> <oldAt> <at>'],
  ['failoverGivenUp', '-failover-abort-<because> <any> <any> <at>'],
  ['demoted', '+convert-to-slave <any> <any> <at>'],
  ['sentToMaster', '+fix-slave-config <any> <any> <at>'],
  ['tilt', '+tilt #tilt mode entered'],
  ['tiltOver', '-tilt #tilt mode exited'],
] as const satisfies readonly (readonly [string, string])[]

export type LogEventName = (typeof sentences)[number][0]

const known = sentences.map(([what, sentence]) => ({what, pattern: patternOf(sentence)}))

function patternOf(sentence: string): RegExp {
  const literal = sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/master/gi, '(?:master|primary)')
  // Some servers write no blank after a node's name, or one before the colon.
  const pattern = literal.replace(/: /g, ' ?: ?').replace(/<(\w+)>/g, (_, name) => valuePattern(name))
  // A reason at the end extends to the end of the line.
  return new RegExp(/<(because|state)>$/.test(sentence) ? `${pattern}\\.?$` : pattern, 'i')
}

function valuePattern(name: string): string {
  // Newer servers add the node's human-readable name after its id, mostly in parentheses; it may be empty.
  if (name === 'id' || name === 'about') return `(?<${name}>[0-9a-f]{40})(?: \\([^)]*\\)| [^\\s:]*(?= ?:))?`
  if (name === 'port') return `\\S*:(?<port>\\d+)`
  if (name === 'at') return `\\S+ (?<port>\\d+)`
  if (name === 'oldAt') return `\\S+ (?<oldPort>\\d+)`
  if (name === 'slots') return `(?<slots>[\\d, -]+)`
  if (name === 'because' || name === 'state') return `(?<${name}>.+?)`
  return name === 'any' ? '.*?' : `(?<${name}>-?\\d+)`
}

const shape = /^(\d+):([MSCX]) (\d\d) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d)\.(\d{3}) [.\-*#] (.*)$/
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Undefined for text without a log header: the rest of a long message, or a signal handler's output. The date is in this computer's time zone.
 */
export function parseLogLine(line: string): LogLine | undefined {
  const [, pid, role, day, month = '', year, hour, minute, second, ms, text] = shape.exec(line) ?? []
  if (text === undefined) return undefined
  const date = [Number(year), months.indexOf(month), Number(day)] as const
  const at = new Date(...date, Number(hour), Number(minute), Number(second), Number(ms)).getTime()
  const told = toldIn(text)
  return {at, pid: Number(pid), role: role as LogLine['role'], text, ...(told && {event: told})}
}

/** Values that are no numbers. */
const texts: readonly string[] = ['id', 'about', 'because', 'state', 'slots'] satisfies (keyof LogEvent)[]

function toldIn(text: string): LogEvent | undefined {
  for (const {what, pattern} of known) {
    const found = pattern.exec(text)
    if (!found) continue
    const values = Object.entries(found.groups ?? {}).map(([name, value]) => [
      name,
      texts.includes(name) ? withoutStray(value) : Number(value),
    ])
    return {what, ...Object.fromEntries(values)}
  }
  return undefined
}

/** Valkey 9 closes a bracket that it did not open: `it is not safe to vote in this moment)`. */
function withoutStray(text: string): string {
  return text.replace(/^([^(]*)\)$/, '$1')
}
