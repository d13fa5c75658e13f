// What a typed line asks for.

import type {NodeName} from '../cluster/node.ts'
import type {Action} from '../commands/action.ts'
import type {Feedback} from '../state/lab-state.ts'
import type {Message} from '../text/messages.ts'
import type {Rejected} from './requests.ts'
import type {SlashLine} from './slash-commands.ts'

/** Lines that are more than a slash command: typed without a slash, or with fields of their own. */
type TypedLine =
  | Readonly<{is: 'empty'}>
  /** `addressed`: the line itself names its nodes. `following`: whether redirects are followed, regardless of the prompt's mode. */
  | Readonly<{
      is: 'actions'
      actions: readonly Action[]
      addressed: boolean
      following?: boolean
      became?: Message
    }>
  /** `following` also switches cluster mode on or off. */
  | Readonly<{is: 'use'; node: NodeName; following?: boolean; became?: Message}>
  /** Runs redis-cli itself with these words. */
  | Readonly<{is: 'tool'; words: readonly string[]; became: Message}>
  /** Switches what the lab says unasked. */
  | Readonly<{is: 'tell'; what: keyof Feedback; on: boolean}>
  /** redis-cli's own help: the words after `help` or `?`. */
  | Readonly<{is: 'help'; topic: readonly string[]}>
  /** Chooses an option of the open question, counted from 1. */
  | Readonly<{is: 'answer'; option: number}>
  | Rejected

/** The kinds that only slash commands have come from their table. */
export type Line = TypedLine | Exclude<SlashLine, {is: TypedLine['is']}>
