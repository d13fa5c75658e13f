// Where a redis-server can be fetched from without root: the system's own packages, and Valkey's own builds for Linux, pinned by version and
// checksum. Pure; apt.ts and fetch-release.ts fetch. A build is a tar.gz with a top folder of its name (valkey.io/download). It brings no
// libraries: it needs libssl.so.3 and libsystemd.so.0.

import {compareVersions} from '../../model/cluster/versions.ts'

/** `arch` as in process.arch; `glibc` is its version, undefined with another C library; `family`: ID and ID_LIKE of /etc/os-release. */
export type Computer = Readonly<{
  platform: string
  arch: string
  glibc: string | undefined
  family: readonly string[]
}>

/** A build to fetch. `name` is that of its top folder; `sha256`, in hex, that of the file at `url`. */
export type Release = Readonly<{version: string; name: string; url: string; sha256: string}>

/** `arch` as in process.arch; `glibc` is that of the Ubuntu it was built on, which is sure to do. */
type Build = Omit<Release, 'url'> & Readonly<{arch: string; glibc: string}>

/** Those for newer systems first. A build is here only if its sha256 is published by others than Valkey, too; that of jammy for arm64 is not. */
const builds: readonly Build[] = [
  {
    version: '9.1.1',
    name: 'valkey-9.1.1-noble-x86_64',
    arch: 'x64',
    glibc: '2.39',
    sha256: '41f5eb5dc88111c5d117821c120c5a9fbcf2bcc3316953f811c04444046ecb28',
  },
  {
    version: '9.1.1',
    name: 'valkey-9.1.1-noble-arm64',
    arch: 'arm64',
    glibc: '2.39',
    sha256: 'f1477b12c36832dcb8e3e2f83c1a1554a18ab94b204d017e1d8443bff1dade21',
  },
  {
    version: '9.1.2',
    name: 'valkey-9.1.2-jammy-x86_64',
    arch: 'x64',
    glibc: '2.35',
    sha256: '33687af7a5457459a16c207a9c1971fc70f67e6ec1f011a876094b790741bd63',
  },
]

/** Systems where a program built elsewhere does not find its loader. */
const withoutLoader = ['nixos', 'guix']

/** The build that this computer can run; undefined if there is none, as on macOS, with musl, or with an older glibc. */
function releaseFor({platform, arch, glibc, family}: Computer): Release | undefined {
  if (platform !== 'linux' || glibc === undefined) return undefined
  if (withoutLoader.some(id => family.includes(id))) return undefined
  const build = builds.find(one => one.arch === arch && compareVersions(glibc, one.glibc) >= 0)
  if (!build) return undefined
  const {version, name, sha256} = build
  return {version, name, url: `https://download.valkey.io/releases/${name}.tar.gz`, sha256}
}

export type Source = 'apt' | Release

/** In the order in which they are tried. */
export type Sources = readonly [Source, ...Source[]]

/** A release only where apt has no server that is new enough. `apt`: the system has apt-get and dpkg. */
export function sourcesOn(computer: Computer & Readonly<{apt: boolean}>): Sources | undefined {
  const release = releaseFor(computer)
  if (!computer.apt) return release && [release]
  return release ? ['apt', release] : ['apt']
}
