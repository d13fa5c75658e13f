// Nodes and package managers, each from npm into a folder of its own.

import {execFile} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'

const run = promisify(execFile)

export type Node = Readonly<{version: string; bin: string}>

export class Tools implements AsyncDisposable {
  readonly folder: string
  readonly #fetched = new Map<string, Promise<string>>()

  private constructor(folder: string) {
    this.folder = folder
  }

  static async open(): Promise<Tools> {
    return new Tools(await mkdtemp(join(tmpdir(), 'installs-')))
  }

  /** The folder of a package; fetched once. Throws npm's reason if it cannot be had. */
  package(name: string, version: string): Promise<string> {
    const spec = `${name}@${version}`
    const fetched = this.#fetched.get(spec) ?? this.#fetch(name, spec)
    this.#fetched.set(spec, fetched)
    return fetched
  }

  /** Node's own binary for this computer: the package `node` would only choose it. */
  async node(version: string): Promise<Node> {
    const bin = join(await this.package(`node-${process.platform}-${process.arch}`, version), 'bin')
    const {stdout} = await run(join(bin, 'node'), ['--version'])
    return {version: stdout.trim().slice(1), bin}
  }

  async #fetch(name: string, spec: string): Promise<string> {
    const prefix = join(this.folder, spec.replaceAll('/', '-'))
    await run('npm', ['install', '--prefix', prefix, spec])
    return join(prefix, 'node_modules', name)
  }

  async [Symbol.asyncDispose]() {
    await rm(this.folder, {recursive: true, force: true})
  }
}
