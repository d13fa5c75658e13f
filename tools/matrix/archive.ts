// Servers of other Debian suites, for tests: fetched without root from the archive that this system uses, each with the C library that it was
// built for. Debian only; the lab itself never does this.

import {chmod, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {$} from 'zx/core'

export type Source = Readonly<{
  kind: 'redis' | 'valkey'
  /** Debian's suite, such as `trixie`. */
  suite: string
  /** A suite that packages of `suite` may need packages of. */
  beside?: string
}>

/** What Debian has that the lab supports, oldest first. */
export const sources: readonly Source[] = [
  {kind: 'redis', suite: 'bookworm'}, // 7.0
  {kind: 'redis', suite: 'trixie'}, // 8.0
  {kind: 'redis', suite: 'experimental', beside: 'sid'}, // 8.6
  {kind: 'valkey', suite: 'bookworm-backports', beside: 'bookworm'}, // 8.0
  {kind: 'valkey', suite: 'trixie'}, // 8.1
  {kind: 'valkey', suite: 'forky'}, // 9.1
]

export function nameOf({kind, suite}: Source): string {
  return `${kind}/${suite}`
}

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'
const sh = $({quiet: true, env: {...process.env, LC_ALL: 'C'}})

/**
 * The path of the server of `source` in `cache`, fetched if it is not there yet (some 12 MB, 50 MB unpacked). Its cli is beside it.
 * @throws if this system is no Debian, or the archive does not have it.
 */
export async function fetchFromArchive(source: Source, cache: string): Promise<string> {
  const place = join(cache, nameOf(source).replace('/', '-'))
  const server = join(place, 'usr', 'bin', `${source.kind}-server`)
  if (await starts(server)) return server
  await rm(place, {recursive: true, force: true})
  await mkdir(cache, {recursive: true})
  const work = await mkdtemp(join(cache, '.tmp-'))
  try {
    const root = join(work, 'root')
    for (const file of await download(source, work)) await sh`dpkg -x ${file} ${root}`
    await chmod(root, 0o755)
    await rename(root, place)
    await bindToItsLibraries(place, await patchelf(work))
  } finally {
    await rm(work, {recursive: true, force: true})
  }
  if (!(await starts(server))) throw new Error(`${nameOf(source)} does not start: ${server} --version`)
  return server
}

async function starts(server: string): Promise<boolean> {
  return (await sh({nothrow: true})`${server} --version`).exitCode === 0
}

/** Downloads the server, its tools and every library, also those that this system has in another version. Returns the packages' files. */
async function download(source: Source, work: string): Promise<readonly string[]> {
  const {kind, suite} = source
  const options = await aptOptions(source, work)
  await sh`apt-get ${options} -q update`
  const wanted = [`${kind}-server`, `${kind}-tools`]
  const plan = await sh`apt-get ${options} -s -t ${suite} --no-install-recommends install ${wanted}`
  // With no package installed, the plan has everything down to libc. Only programs of its own and libraries are of use in a folder.
  const packages = [...plan.stdout.matchAll(/^Inst (\S+) \((\S+)/gm)]
    .map(([, name, version]) => `${name}=${version}`)
    .filter(name => /^lib|^(redis|valkey)-/.test(name))
  const debs = join(work, 'debs')
  await mkdir(debs)
  await sh({cwd: debs})`apt-get ${options} -q download ${packages}`
  return (await readdir(debs)).map(name => join(debs, name))
}

async function aptOptions({suite, beside}: Source, work: string): Promise<readonly string[]> {
  const suites = beside ? [suite, beside] : [suite]
  const uri = await archiveUri()
  await writeFile(
    join(work, 'sources.list'),
    suites.map(name => `deb [signed-by=${keyring}] ${uri} ${name} main\n`).join(''),
  )
  await writeFile(join(work, 'status'), '')
  for (const part of ['state/lists/partial', 'cache/archives/partial'])
    await mkdir(join(work, part), {recursive: true})
  const settings = {
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State': join(work, 'state'),
    'Dir::State::status': join(work, 'status'),
    'Dir::Cache': join(work, 'cache'),
    'APT::Sandbox::User': '',
    'Acquire::Languages': 'none',
    // Mirrors keep lists of suites that move daily for longer than they are valid.
    'Acquire::Check-Valid-Until': 'false',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
}

/** The archive that this system installs from; a mirror or a proxy stays in use. */
async function archiveUri(): Promise<string> {
  const id = /^ID=(.*)$/m.exec(await readFile('/etc/os-release', 'utf8').catch(() => ''))?.[1]
  if (id !== 'debian')
    throw new Error(`servers of other suites need Debian, this is ${id ?? process.platform}`)
  const {stdout} = await sh`apt-get indextargets --format ${'$(REPO_URI) $(COMPONENT) $(RELEASE)'}`
  const uri = /^(\S+) main [a-z]+$/m.exec(stdout)?.[1]
  if (uri === undefined) throw new Error('no Debian archive with `main` among the sources of apt')
  return uri
}

/** This system's own patchelf package, unpacked. */
async function patchelf(work: string): Promise<string> {
  await sh({cwd: work})`apt-get -q download patchelf`
  const file = (await readdir(work)).find(name => name.startsWith('patchelf_'))
  await sh({cwd: work})`dpkg -x ${file} tool`
  return join(work, 'tool', 'usr', 'bin', 'patchelf')
}

/** Makes each program load the C library beside it. With a wrapper script instead, /proc/PID/exe and every ps would show the loader. */
async function bindToItsLibraries(place: string, tool: string): Promise<void> {
  const files = await readdir(place, {recursive: true})
  const loader = files.find(name => /(^|\/)ld-linux[^/]*\.so\.\d+$/.test(name))
  const folders = new Set(files.filter(name => /\.so(\.\d+)*$/.test(name)).map(dirname))
  const path = [...folders].map(folder => join(place, folder)).join(':')
  for (const name of await readdir(join(place, 'usr', 'bin'))) {
    const program = join(place, 'usr', 'bin', name)
    if (!(await isBinary(program))) continue
    await sh`${tool} --force-rpath --set-rpath ${path} --set-interpreter ${join(place, loader ?? '')} ${program}`
  }
}

/** An executable file of its own: no script, and no link to another program. */
async function isBinary(file: string): Promise<boolean> {
  if ((await lstat(file)).isSymbolicLink()) return false
  return (await readFile(file)).subarray(1, 4).toString() === 'ELF'
}
