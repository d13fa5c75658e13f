// Which command installs a redis-server on which system. Pure; system.ts reads the system.

import {type Message, message} from '../../model/text/messages.ts'
import type {Computer} from './releases.ts'

/**
 * Facts about this computer. `apt`: a Linux with apt-get and dpkg; `brew`, `port`, `nix`: Homebrew, MacPorts, nix-shell; `root`: it is root who asks,
 * and a container may have no sudo.
 */
export type System = Computer &
  Readonly<{
    apt: boolean
    brew: boolean
    port: boolean
    nix: boolean
    root: boolean
  }>

/** By family, as root, from Valkey's own list of packages (valkey.io/topics/installation); Gentoo's from its tree. */
const commands = [
  ['rhel', 'dnf install valkey'],
  ['fedora', 'dnf install valkey'],
  ['arch', 'pacman -S valkey'],
  ['alpine', 'apk add valkey valkey-cli'],
  ['suse', 'zypper install valkey'],
  ['void', 'xbps-install -S valkey'],
  ['gentoo', 'emerge dev-db/valkey'],
  ['solus', 'eopkg install valkey'],
  ['altlinux', 'apt-get install valkey'],
] as const

/** The remedy for a missing redis-server: the exact command if it is known. */
export function howToInstall(system: System): Message {
  if (system.platform === 'win32') return message('install.windows')
  if (system.apt) return byCommand(asRoot('apt-get install redis-server', system), 'install.apt')
  const known =
    system.platform === 'linux' ? commands.find(([family]) => system.family.includes(family)) : undefined
  if (known) return byCommand(asRoot(known[1], system), known[0] === 'rhel' ? 'install.rhel' : undefined)
  if (system.brew) return byCommand('brew install redis')
  if (system.port) return byCommand(asRoot('port install valkey', system))
  if (system.nix) return message('install.nix')
  return message(system.platform === 'darwin' ? 'install.noBrew' : 'install.any')
}

function asRoot(command: string, {root}: System): string {
  return root ? command : `sudo ${command}`
}

type ByCommand = 'install.with' | 'install.rhel' | 'install.apt'

function byCommand(command: string, key: ByCommand = 'install.with'): Message {
  return message(key, {command})
}

/** Whether a Linux with this kernel release runs in Windows, as 5.15.167.4-microsoft-standard-WSL2 does. */
export function isWsl(kernelRelease: string): boolean {
  return /microsoft/i.test(kernelRelease)
}

/** ID and ID_LIKE of an os-release file (freedesktop.org os-release(5)): `ubuntu`, `debian`. */
export function familyOf(osRelease: string): readonly string[] {
  const values = [...osRelease.matchAll(/^(?:ID|ID_LIKE)=["']?([^"'\n]*)/gm)]
  return values.flatMap(([, value = '']) => value.trim().split(/\s+/))
}
