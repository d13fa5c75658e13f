// Which command brings a redis-server onto which system. Pure; reading the system is src/redis/system.ts.

import {type Said, said} from '../../model/text/messages.ts'

/** What is known of this computer. `family`: ID and ID_LIKE of /etc/os-release; `apt`: a Linux with apt-get and dpkg. */
export type System = Readonly<{
  platform: string
  family: readonly string[]
  apt: boolean
  brew: boolean
}>

const commands = [
  ['fedora', 'sudo dnf install valkey'],
  ['rhel', 'sudo dnf install valkey'],
  ['arch', 'sudo pacman -S valkey'],
] as const

/** The remedy for "no redis-server here": the exact command where it is known. */
export function howToInstall(system: System): Said {
  if (system.platform === 'win32') return said('install.windows')
  if (system.platform === 'darwin')
    return system.brew ? byCommand('brew install redis') : said('install.noBrew')
  if (system.apt) return said('install.apt')
  if (system.family.includes('alpine')) return said('install.musl')
  const known = commands.find(([family]) => system.family.includes(family))
  return known ? byCommand(known[1]) : said('install.any')
}

function byCommand(command: string): Said {
  return said('install.with', {command})
}

/** ID and ID_LIKE of an os-release file (freedesktop.org os-release(5)): `ubuntu`, `debian`. */
export function familyOf(osRelease: string): readonly string[] {
  const values = [...osRelease.matchAll(/^(?:ID|ID_LIKE)=["']?([^"'\n]*)/gm)]
  return values.flatMap(([, value = '']) => value.trim().split(/\s+/))
}
