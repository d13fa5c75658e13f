// Redaction of a state for recording: hides lines with a password and everything that would reveal it, and the room of a workshop.
// It looks only where typed words and settings occur, because the server's command docs mention AUTH all over.

import type {Excerpt} from '../cluster/file-excerpt.ts'
import type {Action, Outcome} from '../commands/action.ts'
import {nameOf} from '../commands/connection.ts'
import {isSecret, isSecretSetting} from '../commands/secret.ts'
import {type Bytes, bytesOf} from '../protocol/bytes.ts'
import {quoteWord} from '../protocol/quoting.ts'
import type {Reply} from '../protocol/reply.ts'
import type {Entry, EntryPart, LabState, Play} from '../state/lab-state.ts'
import {without} from '../text/objects.ts'

/** Returns the same object if nothing is hidden; parts shared by two states stay shared. */
export function redact(state: LabState): LabState {
  const entries = hiddenEntries(state.entries)
  const play = state.play && hiddenPlay(state.play)
  if (entries === state.entries && play === state.play && !state.workshop) return state
  // The names of others in the room, and its address, are not the learner's to hand on.
  return {...without(state, 'workshop'), entries, ...(play && {play})}
}

const hiddenEntries = remembering((entries: readonly Entry[]) => each(entries, hiddenEntry))

const hiddenEntry = remembering((entry: Entry): Entry => {
  if (!isSecret(entry.typed)) {
    const parts = each(entry.parts, hiddenPart)
    return parts === entry.parts ? entry : {...entry, parts}
  }
  // Messages below the line may repeat it: `became @6380 AUTH …`.
  const parts = entry.parts.filter(part => !('message' in part)).map(hiddenPartOfSecret)
  return {...entry, typed: beginningOf(entry.typed), parts}
})

const hiddenPlay = remembering((play: Play): Play => {
  const outcomes = hiddenOutcomes(play.outcomes)
  return outcomes === play.outcomes ? play : {...play, outcomes}
})

const hiddenOutcomes = remembering((outcomes: Play['outcomes']) => each(outcomes, hiddenOutcome))

const hiddenPart = remembering((part: EntryPart): EntryPart => {
  if ('shown' in part) {
    const shown = hiddenExcerpt(part.shown)
    return shown === part.shown ? part : {shown}
  }
  if ('outcome' in part) {
    const outcome = hiddenOutcome(part.outcome)
    return outcome === part.outcome ? part : {outcome}
  }
  if (!('printed' in part)) return part
  const printed = isHuge(part.printed) ? shortened(part.printed) : part.printed
  const action = tellsSecret(part.action) ? withoutWords(part.action) : part.action
  return printed === part.printed && action === part.action ? part : {printed, action}
})

/** A recording keeps more of a string than any screen shows. */
const mostText = 100_000

function isHuge(reply: Reply): boolean {
  if ('text' in reply) return reply.text.length > mostText
  return 'bytes' in reply && reply.bytes.length > mostText
}

function shortened(reply: Reply): Reply {
  if ('text' in reply) return {...reply, text: reply.text.slice(0, mostText)}
  return 'bytes' in reply ? {...reply, bytes: reply.bytes.slice(0, mostText)} : reply
}

/** Hides everything typed in a line with a password, whatever its result was. */
const hiddenPartOfSecret = remembering((part: EntryPart): EntryPart => {
  if ('outcome' in part) return {outcome: outcomeOfSecret(part.outcome)}
  return 'printed' in part ? {...part, action: withoutWords(part.action)} : hiddenPart(part)
})

const hiddenOutcome = remembering((outcome: Outcome): Outcome => {
  const {action} = outcome
  if (tellsSecret(action)) return outcomeOfSecret(outcome)
  if (outcome.is === 'replied' && isHuge(outcome.reply)) return {...outcome, reply: shortened(outcome.reply)}
  const reads = action.do === 'command' && readers.includes(nameOf(action.words))
  if (!reads || outcome.is !== 'replied') return outcome
  const reply = withoutSettings(outcome.reply)
  return reply === outcome.reply ? outcome : {...outcome, reply}
})

/** Commands whose replies contain settings with their values. */
const readers = ['config', 'exec']

function tellsSecret(action: Action): boolean {
  // No name that tells a secret is so long, and only names are looked at.
  return (
    action.do === 'command' && isSecret(action.words.map(word => quoteWord(word.slice(0, 100))).join(' '))
  )
}

function outcomeOfSecret(outcome: Outcome): Outcome {
  const action = withoutWords(outcome.action)
  if (outcome.is !== 'replied') return {...outcome, action}
  const {reply} = outcome
  // `ERR Error in ACL SETUSER modifier '>hunter2'`
  const repeats = reply.type === 'error' && quotes(reply.text, outcome.action)
  return {
    ...outcome,
    action,
    reply: repeats ? {...reply, text: bytesOf(beginningOf(reply.text))} : withoutSettings(reply),
  }
}

function quotes(text: Bytes, action: Action): boolean {
  return action.do === 'command' && action.words.slice(1).some(word => text.includes(word))
}

function withoutWords(action: Action): Action {
  if (action.do !== 'command') return action
  return {...action, words: [...action.words.slice(0, 1), bytesOf('…')]}
}

/** Turns `@6380 AUTH hunter2` into `@6380 …`: keeps the first word only if its characters cannot hide a password. */
function beginningOf(text: string): string {
  const [first = ''] = /^[\w@./:-]*/.exec(text.trim()) ?? []
  return `${first} …`.trim()
}

/** Hides the value after the name of a secret setting, in replies to CONFIG GET and in transactions that contain one. */
function withoutSettings(reply: Reply): Reply {
  if (reply.type === 'map') {
    const pairs = each(reply.pairs, pair =>
      isSettingsName(pair[0]) ? ([pair[0], hiddenValue] as const) : pair,
    )
    return pairs === reply.pairs ? reply : {...reply, pairs}
  }
  if (!('items' in reply)) return reply
  const items = each(reply.items, (item, i) =>
    isSettingsName(reply.items[i - 1]) ? hiddenValue : withoutSettings(item),
  )
  return items === reply.items ? reply : {...reply, items}
}

const hiddenValue: Reply = {type: 'bulk', bytes: bytesOf('…')}

function isSettingsName(reply: Reply | undefined): boolean {
  return reply?.type === 'bulk' && isSecretSetting(reply.bytes)
}

/** Hides the secret settings of a redis.conf, and the rules of a user, who may have a password. */
function hiddenExcerpt(excerpt: Excerpt): Excerpt {
  const lines = each(excerpt.lines, text => {
    const [name = ''] = text.trim().split(/\s/, 1)
    return isSecretSetting(name) || name === 'user' ? `${name} …` : text
  })
  return lines === excerpt.lines ? excerpt : {...excerpt, lines}
}

/** Maps the list; returns the same list if `change` changes no item. */
function each<One>(list: readonly One[], change: (one: One, at: number) => One): readonly One[] {
  const changed = list.map(change)
  return changed.every((one, i) => one === list[i]) ? list : changed
}

/** Memoizes `make` by object, so that a comparison by identity sees no change. */
function remembering<In extends object, Out extends object>(make: (one: In) => Out): (one: In) => Out {
  const made = new WeakMap<In, Out>()
  return one => {
    const known = made.get(one)
    if (known) return known
    const result = make(one)
    made.set(one, result)
    return result
  }
}
