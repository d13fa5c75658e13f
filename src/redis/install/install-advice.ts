// Which command installs a redis-server on which system. Pure; system.ts reads the system.

import {type Message, message} from '../../model/text/messages.ts'

/** Facts about this computer. `family`: ID and ID_LIKE of /etc/os-release; `apt`: a Linux with apt-get and dpkg. */
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

/** The remedy for a missing redis-server: the exact command if it is known. */
export function howToInstall(system: System): Message {
  if (system.platform === 'win32') return message('install.windows')
  if (system.platform === 'darwin')
    return system.brew ? byCommand('brew install redis') : message('install.noBrew')
  if (system.apt) return message('install.apt')
  if (system.family.includes('alpine')) return message('install.musl')
  const known = commands.find(([family]) => system.family.includes(family))
  return known ? byCommand(known[1]) : message('install.any')
}

function byCommand(command: string): Message {
  return message('install.with', {command})
}

/** ID and ID_LIKE of an os-release file (freedesktop.org os-release(5)): `ubuntu`, `debian`. */
export function familyOf(osRelease: string): readonly string[] {
  const values = [...osRelease.matchAll(/^(?:ID|ID_LIKE)=["']?([^"'\n]*)/gm)]
  return values.flatMap(([, value = '']) => value.trim().split(/\s+/))
}
