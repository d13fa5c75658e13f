// `version`, `--version`: the version of this program; with --json also what runs it.

import packageJson from '../../../package.json' with {type: 'json'}
import type {CommandContext} from '../command.ts'
import {printResult} from '../output.ts'

export async function version({options}: CommandContext): Promise<number> {
  const {version: its} = packageJson
  const {platform, arch, versions} = process
  printResult(options.json ? JSON.stringify({version: its, node: versions.node, platform, arch}) : its)
  return 0
}
