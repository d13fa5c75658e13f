// Parses the output of apt (in the C locale): versions, plans and complaints; those of tar, too. apt.ts and fetch-release.ts run them.

import type {ServerVersion} from '../../model/cluster/versions.ts'
import {firstLine} from '../../model/text/first-line.ts'

/**
 * The servers that an archive offers, Redis first, from `apt-cache policy` of the servers and their tools. A version that is only installed,
 * not in any archive that apt could read, is none: it cannot be downloaded.
 */
export function offersOf(policy: string): readonly ServerVersion[] {
  return (['redis', 'valkey'] as const).flatMap(kind => {
    const version = candidateOf(`${kind}-server`, policy)
    const tools = candidateOf(`${kind}-tools`, policy)
    return version === undefined || tools === undefined ? [] : [{kind, version: upstreamVersion(version)}]
  })
}

function candidateOf(name: string, policy: string): string | undefined {
  const about = policy.split(/^(?=\S)/m).find(part => part.startsWith(`${name}:`)) ?? ''
  const version = /^ {2}Candidate: (\S+)$/m.exec(about)?.[1]
  return version !== undefined && isInArchive(version, about) ? version : undefined
}

/** Below each version of the table stand its sources: archives, or the list of what is installed. */
function isInArchive(version: string, about: string): boolean {
  const [, ...rows] = about.split(/^ (?:\*\*\*| {3}) (?=\S)/m)
  const sources =
    rows
      .find(row => row.startsWith(`${version} `))
      ?.split('\n')
      .slice(1) ?? []
  return sources.some(source => source.trim() !== '' && !source.endsWith(' /var/lib/dpkg/status'))
}

/** The version without Debian's epoch and revision: `5:7.0.15-1~deb12u10` is 7.0.15. */
function upstreamVersion(packageVersion: string): string {
  return /^(?:\d+:)?(\d+(?:\.\d+)*)/.exec(packageVersion)?.[1] ?? packageVersion
}

// Packages that run a service or create its user; the lab does neither.
const onlyForService = new Set(['adduser', 'init-system-helpers', 'lsb-base', 'procps'])

/** The packages that a simulated install lists, without those that only a system service needs. */
export function plannedPackages(simulation: string): readonly string[] {
  const names = [...simulation.matchAll(/^Inst (\S+)/gm)].map(([, name = '']) => name)
  return names.filter(name => !onlyForService.has(name))
}

/**
 * The most useful line of the output of apt, dpkg or tar: the last error or warning of the first two, the first of tar and its gzip, else the last
 * line. "Some index files failed to download" always comes last and never says why.
 */
export function complaint(printed: string): string {
  const lines = printed.split('\n').map(line => line.trim())
  const spoken = lines.filter(line => line !== '' && !line.includes('Some index files failed'))
  const clearest =
    spoken.findLast(line => /^(E|W|dpkg\S*): /.test(line)) ??
    spoken.find(line => /^(tar|gzip)( \(child\))?: /.test(line)) ??
    spoken.at(-1) ??
    ''
  return firstLine(clearest.replace(/^[EW]: /, ''))
}

/** Recognizes that a list could not be fetched now, which may be different in a moment. */
export function isFetchFailure(printed: string): boolean {
  return /^[EW]: Failed to fetch/m.test(printed)
}

/** Recognizes a full disk in the messages of the C library (ENOSPC, EDQUOT) and of apt. */
export function isOutOfSpace(printed: string): boolean {
  return /No space left on device|enough free space|Disk quota exceeded/.test(printed)
}
