// Detects what decides how a redis-server gets installed here. Read only if no server was found.

import {readFile} from 'node:fs/promises'
import {findProgram, foldersOf} from '../../platform/which.ts'
import {familyOf, type System} from './install-advice.ts'

/** Detects the system and which package tools are on `path`. */
export async function readSystem(path: string): Promise<System> {
  const has = (name: string, folders: readonly string[] = []) =>
    findProgram([name], [...foldersOf(path), ...folders]) !== undefined
  return {
    platform: process.platform,
    arch: process.arch,
    glibc: glibcVersion(),
    family: familyOf(await readFile('/etc/os-release', 'utf8').catch(() => '')),
    apt: process.platform === 'linux' && has('apt-get') && has('dpkg'),
    brew: has('brew', ['/opt/homebrew/bin', '/usr/local/bin', '/home/linuxbrew/.linuxbrew/bin']),
    port: has('port', ['/opt/local/bin']),
    nix: has('nix-shell', ['/run/current-system/sw/bin', '/nix/var/nix/profiles/default/bin']),
    root: process.getuid?.() === 0,
  }
}

/** Undefined on macOS and with another C library. */
function glibcVersion(): string | undefined {
  Object.assign(process.report, {excludeNetwork: true}) // which would look up the names of all that is connected
  const {header} = process.report.getReport() as {header: {glibcVersionRuntime?: string}}
  return header.glibcVersionRuntime
}
