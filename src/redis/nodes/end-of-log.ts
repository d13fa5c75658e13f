// Why a server ended at its start, from what it printed.

import {parseLogLine} from '../../model/timeline/log-line.ts'

/** Redis says this after the reason. */
const epilogue = 'Critical error while loading ACLs. Exiting.'

/** The last thing that the server said; before it, the line of redis.conf that the server quoted. */
export function endOf(log: string): string {
  const said = log
    .trim()
    .split('\n')
    .map(line => parseLogLine(line)?.text ?? line)
    .filter(line => line !== epilogue)
  const quoted = said.findLast(line => line.startsWith('>>> '))?.slice('>>> '.length)
  const last = said.at(-1) ?? ''
  return quoted === undefined ? last : `${quoted}: ${last}`
}
