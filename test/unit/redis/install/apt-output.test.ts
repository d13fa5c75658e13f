import {describe, expect, it} from 'vitest'
import {complaint, isOutOfSpace, offersOf, plannedPackages} from '../../../../src/redis/install/apt-output.ts'

/** What `apt-cache policy` prints of a package of this version, with its sources. */
function policyOf(
  name: string,
  version: string,
  sources = ['500 http://archive.example/debian bookworm/main amd64 Packages'],
): string {
  const installed = sources.some(source => source.endsWith('/status'))
  const row = `${installed ? ' ***' : '    '} ${version} 500\n${sources.map(one => `        ${one}\n`).join('')}`
  return `${name}:\n  Installed: ${installed ? version : '(none)'}\n  Candidate: ${version}\n  Version table:\n${row}`
}

const both = (kind: string, version: string, sources?: string[]) =>
  policyOf(`${kind}-server`, version, sources) + policyOf(`${kind}-tools`, version, sources)
const bookworm = both('redis', '5:7.0.15-1~deb12u10')
const status = '100 /var/lib/dpkg/status'

describe('The offer of an archive', () => {
  it('is the candidate without Debian’s epoch and revision', () => {
    expect(offersOf(bookworm)).toEqual([{kind: 'redis', version: '7.0.15'}])
  })

  it('may contain Redis and Valkey', () => {
    expect(offersOf(bookworm + both('valkey', '8.0.1+dfsg1-1~bpo12+1'))).toEqual([
      {kind: 'redis', version: '7.0.15'},
      {kind: 'valkey', version: '8.0.1'},
    ])
  })

  it('is empty if a package is known but not installable', () => {
    expect(offersOf('redis-server:\n  Installed: (none)\n  Candidate: (none)\n  Version table:\n')).toEqual(
      [],
    )
    expect(offersOf('')).toEqual([])
  })

  it('is what can be downloaded: what is only installed cannot', () => {
    const archive = '500 http://archive.example/debian bookworm/main amd64 Packages'
    const version = '5:7.0.15-1~deb12u10'
    expect(offersOf(both('redis', version, [status]))).toEqual([])
    expect(offersOf(policyOf('redis-server', version) + policyOf('redis-tools', version, [status]))).toEqual(
      [],
    )
    expect(offersOf(both('redis', version, [archive, status]))).toEqual([{kind: 'redis', version: '7.0.15'}])
    const older = `     5:7.0.15-1~deb12u4 500\n        ${archive}\n`
    const installed = policyOf('redis-tools', version, [status]) + older
    expect(offersOf(policyOf('redis-server', version, [status]) + older + installed)).toEqual([])
  })
})

it('The plan lists the packages of a simulated install, without those only a service needs', () => {
  const simulation = `The following NEW packages will be installed:
  adduser libjemalloc2 lua-cjson redis-server redis-tools
Inst adduser (3.134 Debian:12.15/oldstable [all])
Inst libssl3 [3.0.9-1] (3.0.17-1~deb12u3 Debian-Security:12/oldstable-security [amd64])
Inst lua-cjson (2.1.0+dfsg-2.2 Ubuntu:24.04/noble [amd64])
Inst redis-tools (5:7.0.15-1~deb12u10 Debian-Security:12/oldstable-security [amd64])
Conf adduser (3.134 Debian:12.15/oldstable [all])
Conf redis-tools (5:7.0.15-1~deb12u10 Debian-Security:12/oldstable-security [amd64])
`
  expect(plannedPackages(simulation)).toEqual(['libssl3', 'lua-cjson', 'redis-tools'])
})

describe('The most useful line', () => {
  it.each([
    [
      "Err:1 http://archive.example/debian bookworm InRelease\n  Temporary failure resolving 'archive.example'\nReading package lists...\nW: Failed to fetch http://archive.example/debian/dists/bookworm/InRelease  Temporary failure resolving 'archive.example'\nW: Some index files failed to download. They have been ignored, or old ones used instead.\n",
      "Failed to fetch http://archive.example/debian/dists/bookworm/InRelease  Temporary failure resolving 'archive.example'",
    ],
    ['W: old key\nE: Unable to locate package redis-server\n', 'Unable to locate package redis-server'],
    [
      "dpkg-deb: error: 'x.deb' is not a Debian format archive\n",
      "dpkg-deb: error: 'x.deb' is not a Debian format archive",
    ],
    [
      'gzip: stdin: not in gzip format\ntar: Child returned status 1\ntar: Error is not recoverable: exiting now\n',
      'gzip: stdin: not in gzip format',
    ],
    [
      'tar (child): gzip: Cannot exec: No such file or directory\ntar: Child returned status 2\n',
      'tar (child): gzip: Cannot exec: No such file or directory',
    ],
    ['Segmentation fault\n', 'Segmentation fault'],
    ['', ''],
  ])('%j', (printed, line) => {
    expect(complaint(printed)).toBe(line)
  })
})

it('A full disk is recognized in every wording', () => {
  expect(isOutOfSpace('E: Write error - write (28: No space left on device)')).toBe(true)
  expect(isOutOfSpace("E: You don't have enough free space in /x/archives/.")).toBe(true)
  expect(isOutOfSpace('W: Some index files failed to download.')).toBe(false)
})
