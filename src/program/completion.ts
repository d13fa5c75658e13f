// The script with which a shell completes this program's commands and options.

import type {Language} from '../model/text/messages.ts'
import type {Shell} from './commands.ts'
import {bashScript} from './completion-bash.ts'
import {fishScript} from './completion-fish.ts'
import {type Completion, completionOf, type Known} from './completion-model.ts'
import {zshScript} from './completion-zsh.ts'

const writers: Readonly<Record<Shell, (completion: Completion) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

export function completionScript(shell: Shell, known: Known, language: Language): string {
  return writers[shell](completionOf(known, language))
}
