// `--help`: how to use the program.

import {message, translate} from '../../model/text/messages.ts'
import type {CommandContext} from '../command.ts'
import {printResult} from '../output.ts'

export async function help({language}: CommandContext): Promise<number> {
  printResult(translate(language, message('cli.help')))
  return 0
}
