// The language of this run: --lang, else the environment's.

import type {Language} from '../model/text/messages.ts'
import type {Environment} from './environment.ts'
import type {Options} from './options.ts'

export function languageOf(options: Options, environment: Environment): Language {
  return options.lang ?? environment.language
}
