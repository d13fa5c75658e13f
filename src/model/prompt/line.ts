// Types of what a typed line requests.

import type {NodeName} from '../cluster/node.ts'
import type {Action} from '../commands/action.ts'
import type {Feedback} from '../state/lab-state.ts'
import type {Message} from '../text/messages.ts'
import type {Rejected} from './requests.ts'
import type {SlashLine} from './slash-commands.ts'

/** Lines typed without a slash, and those with more fields than their slash command gives them. */
type TypedLine =
  | Readonly<{is: 'empty'}>
  /** `addressed`: the line names its nodes. `following`: whether to follow redirects, whatever the prompt's mode. */
  | Readonly<{
      is: 'actions'
      actions: readonly Action[]
      addressed: boolean
      following?: boolean
      became?: Message
    }>
  /** `following` also switches cluster mode on or off, `raw` raw replies. */
  | Readonly<{is: 'use'; node: NodeName; following?: boolean; raw?: boolean; became?: Message}>
  /** Runs the real redis-cli with these words. */
  | Readonly<{is: 'tool'; words: readonly string[]; became: Message}>
  /** Switches a kind of remark on or off. */
  | Readonly<{is: 'feedback'; what: keyof Feedback; on: boolean}>
  /** redis-cli's own help: the words after `help` or `?`. */
  | Readonly<{is: 'help'; topic: readonly string[]}>
  /** Chooses an option of the open question, counted from 1. */
  | Readonly<{is: 'answer'; option: number}>
  | Rejected

/** All kinds of lines; those that only slash commands produce come from their table. */
export type Line = TypedLine | Exclude<SlashLine, {is: TypedLine['is']}>
