import {expect, it} from 'vitest'
import {familyOf} from '../../../../src/redis/install/install-advice.ts'
import {type Computer, sourcesOn} from '../../../../src/redis/install/releases.ts'

const noble = 'valkey-9.1.1-noble-x86_64'
const jammy = 'valkey-9.1.2-jammy-x86_64'
const arm = 'valkey-9.1.1-noble-arm64'

/** A computer with this glibc (none: undefined) and these lines of /etc/os-release, a Linux on x64 if nothing else is said. */
function computer(glibc: string | undefined, osRelease: string, more: Partial<Computer> = {}): Computer {
  return {platform: 'linux', arch: 'x64', glibc, family: familyOf(osRelease), ...more}
}

it.each<[string, Computer, boolean, readonly string[]]>([
  ['Debian 11', computer('2.31', 'ID=debian'), true, ['apt']],
  ['Debian 12', computer('2.36', 'ID=debian'), true, ['apt', jammy]],
  ['Debian 13', computer('2.41', 'ID=debian'), true, ['apt', noble]],
  ['Ubuntu 20.04', computer('2.31', 'ID=ubuntu'), true, ['apt']],
  ['Ubuntu 22.04', computer('2.35', 'ID=ubuntu'), true, ['apt', jammy]],
  ['Ubuntu 24.04', computer('2.39', 'ID=ubuntu'), true, ['apt', noble]],
  ['Ubuntu 22.04 on arm64', computer('2.35', 'ID=ubuntu', {arch: 'arm64'}), true, ['apt']],
  ['Ubuntu 24.04 on arm64', computer('2.39', 'ID=ubuntu', {arch: 'arm64'}), true, ['apt', arm]],
  ['Raspberry Pi OS with 32 bits', computer('2.41', 'ID=raspbian', {arch: 'arm'}), true, ['apt']],
  ['Fedora 42', computer('2.41', 'ID=fedora'), false, [noble]],
  ['Fedora 38', computer('2.37', 'ID=fedora'), false, [jammy]],
  ['Fedora 39, one before noble', computer('2.38', 'ID=fedora'), false, [jammy]],
  ['Fedora 42 on arm64', computer('2.41', 'ID=fedora', {arch: 'arm64'}), false, [arm]],
  ['Fedora 39 on arm64', computer('2.38', 'ID=fedora', {arch: 'arm64'}), false, []],
  ['Rocky Linux 9', computer('2.34', 'ID=rocky'), false, []],
  ['Rocky Linux 10', computer('2.39', 'ID=rocky'), false, [noble]],
  ['Amazon Linux 2023', computer('2.34', 'ID=amzn'), false, []],
  ['Arch', computer('2.42', 'ID=arch'), false, [noble]],
  ['openSUSE Leap 15.6', computer('2.38', 'ID="opensuse-leap"'), false, [jammy]],
  ['openSUSE Tumbleweed', computer('2.42', 'ID="opensuse-tumbleweed"'), false, [noble]],
  ['a glibc 3', computer('3.0', 'ID=fedora'), false, [noble]],
  ['Void with musl', computer(undefined, 'ID=void'), false, []],
  ['Alpine', computer(undefined, 'ID=alpine'), false, []],
  ['NixOS', computer('2.41', 'ID=nixos'), false, []],
  ['Guix System', computer('2.41', 'ID=guix'), false, []],
  ['an s390x', computer('2.41', 'ID=fedora', {arch: 's390x'}), false, []],
  ['macOS', computer(undefined, '', {platform: 'darwin', arch: 'arm64'}), false, []],
  ['macOS on Intel', computer(undefined, '', {platform: 'darwin'}), false, []],
  ['Windows', computer(undefined, '', {platform: 'win32'}), false, []],
  ['FreeBSD', computer(undefined, '', {platform: 'freebsd'}), false, []],
])('On %s a server is fetched from what can run there, packages first', (_, system, apt, names) => {
  const sources = sourcesOn({...system, apt}) ?? []
  expect(sources.map(source => (source === 'apt' ? source : source.name))).toEqual(names)
})

it('A release is one file of Valkey’s archive, over TLS, pinned by a whole sha256', () => {
  const [release] = sourcesOn({...computer('2.39', 'ID=fedora'), apt: false}) ?? []
  expect(release).toEqual({
    version: '9.1.1',
    name: noble,
    url: `https://download.valkey.io/releases/${noble}.tar.gz`,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})
