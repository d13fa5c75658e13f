// `--version`: the version of this program.

import packageJson from '../../../package.json' with {type: 'json'}
import {printResult} from '../output.ts'

export async function version(): Promise<number> {
  printResult(packageJson.version)
  return 0
}
