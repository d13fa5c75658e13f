// A state as it may be recorded: whatever was typed with a password is hidden, and what would tell it. Looked at are the places where typed
// words and settings stand, not all text: what the server says of its commands is full of AUTH.

import type {Excerpt} from '../cluster/file-excerpt.ts'
import type {Action, Outcome} from '../commands/action.ts'
import {nameOf} from '../commands/connection.ts'
import {isSecret, isSecretSetting} from '../commands/secret.ts'
import {type Bytes, bytesOf} from '../protocol/bytes.ts'
import {quoteWord} from '../protocol/quoting.ts'
import type {Reply} from '../protocol/reply.ts'
import type {Entry, EntryPart, LabState, Play} from '../state/lab-state.ts'

/** The same state where nothing is hidden; and every part of it that is the same in two states is the same object in what comes of them. */
export function redact(state: LabState): LabState {
  const entries = hiddenEntries(state.entries)
  const play = state.play && hiddenPlay(state.play)
  if (entries === state.entries && play === state.play) return state
  return {...state, entries, ...(play && {play})}
}

const hiddenEntries = remembering((entries: readonly Entry[]) => each(entries, hiddenEntry))

const hiddenEntry = remembering((entry: Entry): Entry => {
  if (!isSecret(entry.typed)) {
    const parts = each(entry.parts, hiddenPart)
    return parts === entry.parts ? entry : {...entry, parts}
  }
  // What is said under it may repeat the line: `became @6380 AUTH …`.
  const parts = entry.parts.filter(part => !('message' in part)).map(hiddenPartOfSecret)
  return {...entry, typed: beginningOf(entry.typed), parts}
})

const hiddenPlay = remembering((play: Play): Play => {
  const done = hiddenDone(play.outcomes)
  return done === play.outcomes ? play : {...play, outcomes: done}
})

const hiddenDone = remembering((done: Play['outcomes']) => each(done, hiddenOutcome))

const hiddenPart = remembering((part: EntryPart): EntryPart => {
  if ('shown' in part) {
    const shown = hiddenExcerpt(part.shown)
    return shown === part.shown ? part : {shown}
  }
  if ('outcome' in part) {
    const outcome = hiddenOutcome(part.outcome)
    return outcome === part.outcome ? part : {outcome}
  }
  return 'printed' in part && tellsSecret(part.action) ? {...part, action: withoutWords(part.action)} : part
})

/** Of a line with a password nothing that was typed is kept, whatever became of it. */
const hiddenPartOfSecret = remembering((part: EntryPart): EntryPart => {
  if ('outcome' in part) return {outcome: outcomeOfSecret(part.outcome)}
  return 'printed' in part ? {...part, action: withoutWords(part.action)} : hiddenPart(part)
})

const hiddenOutcome = remembering((outcome: Outcome): Outcome => {
  const {action} = outcome
  if (tellsSecret(action)) return outcomeOfSecret(outcome)
  const reads = action.do === 'command' && readers.includes(nameOf(action.words))
  if (!reads || outcome.is !== 'replied') return outcome
  const reply = withoutSettings(outcome.reply)
  return reply === outcome.reply ? outcome : {...outcome, reply}
})

/** Their replies hold settings with their values. */
const readers = ['config', 'exec']

function tellsSecret(action: Action): boolean {
  return action.do === 'command' && isSecret(action.words.map(quoteWord).join(' '))
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

/** `@6380 AUTH hunter2` -> `@6380 …`: a first word of characters that no password hides behind. */
function beginningOf(text: string): string {
  const [first = ''] = /^[\w@./:-]*/.exec(text.trim()) ?? []
  return `${first} …`.trim()
}

/** What stands behind the name of a secret setting is its value: in CONFIG GET's reply, and where a transaction holds one. */
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

/** A redis.conf that CONFIG REWRITE has written holds them too. */
function hiddenExcerpt(excerpt: Excerpt): Excerpt {
  const lines = each(excerpt.lines, text => {
    const [name = ''] = text.trim().split(/\s/, 1)
    return isSecretSetting(name) ? `${name} …` : text
  })
  return lines === excerpt.lines ? excerpt : {...excerpt, lines}
}

/** The list itself where `change` changes nothing. */
function each<One>(list: readonly One[], change: (one: One, at: number) => One): readonly One[] {
  const changed = list.map(change)
  return changed.every((one, i) => one === list[i]) ? list : changed
}

/** `make`, which gives for the same object the same result: whoever compares by identity sees no change. */
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
