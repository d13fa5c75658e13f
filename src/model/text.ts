// Every word a face shows: messages by key in each language, and `say`, which fills one in.
// A message travels through the state as a `Said` (plain JSON), so that switching the language rewords what is already on the screen.

import {askText} from './text/ask.ts'
import {askFailoverText} from './text/ask-failover.ts'
import {askReadonlyText} from './text/ask-readonly.ts'
import {askSlotsText} from './text/ask-slots.ts'
import {checkText} from './text/check.ts'
import {cliText} from './text/cli.ts'
import {connectionText} from './text/connection.ts'
import {effectsText} from './text/effects.ts'
import {errorText} from './text/errors.ts'
import {explainLineText} from './text/explain-line.ts'
import {explainNodesText} from './text/explain-nodes.ts'
import {explainReplicasText} from './text/explain-replicas.ts'
import {explainServerText} from './text/explain-server.ts'
import {explainSlotsText} from './text/explain-slots.ts'
import {filesText} from './text/files.ts'
import {followText} from './text/follow.ts'
import {happenedText} from './text/happened.ts'
import {heardText} from './text/heard.ts'
import {helpTexts} from './text/help.ts'
import {infoFieldsText} from './text/info-fields.ts'
import {outcomeText} from './text/outcome.ts'
import {packText} from './text/pack.ts'
import {progressText} from './text/progress.ts'
import {promptText} from './text/prompt.ts'
import {provideText} from './text/provide.ts'
import {questionText} from './text/question.ts'
import {recordingText} from './text/recording.ts'
import {reportText} from './text/report.ts'
import {sessionText} from './text/session.ts'
import {shellText} from './text/shell.ts'
import {stateText} from './text/state.ts'
import {timelineText} from './text/timeline.ts'
import {trafficText} from './text/traffic.ts'
import {uiText} from './text/ui.ts'
import {viewsText} from './text/views.ts'

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

export function otherThan(language: Language): Language {
  return language === 'en' ? 'zh' : 'en'
}

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text)
}

/** One message in every language. `{name}` is a value; `{n|node|nodes}` picks by the plural of n. */
export type Message = Readonly<Record<Language, string>>

const messages = {
  ...askReadonlyText,
  ...askText,
  ...askSlotsText,
  ...askFailoverText,
  ...checkText,
  ...cliText,
  ...connectionText,
  ...effectsText,
  ...errorText,
  ...explainLineText,
  ...explainNodesText,
  ...explainReplicasText,
  ...explainServerText,
  ...explainSlotsText,
  ...filesText,
  ...followText,
  ...happenedText,
  ...heardText,
  ...helpTexts,
  ...infoFieldsText,
  ...outcomeText,
  ...progressText,
  ...packText,
  ...promptText,
  ...provideText,
  ...questionText,
  ...reportText,
  ...recordingText,
  ...sessionText,
  ...shellText,
  ...stateText,
  ...timelineText,
  ...trafficText,
  ...uiText,
  ...viewsText,
} as const

export type MessageKey = keyof typeof messages
/** What stands in for the placeholders; a `Said` or a message is put into words in the language of the message around it. */
export type Values = {readonly [name: string]: string | number | Said | Message}

/** A message not yet in words: which one, and with which values. */
export type Said = Readonly<{say: MessageKey; with?: Values}>

/** `said('link.down', {node: '6380'})`: the short way to write a `Said`. */
export function said(say: MessageKey, values?: Values): Said {
  return values ? {say, with: values} : {say}
}

/** Whether this, from a file that another version may have written, is a message of this version. */
export function isSaid(value: unknown): value is Said {
  if (typeof value !== 'object' || value === null) return false
  const {say, with: values = {}} = value as Readonly<{say?: unknown; with?: unknown}>
  if (typeof say !== 'string' || !Object.hasOwn(messages, say)) return false
  if (typeof values !== 'object' || values === null) return false
  return Object.values(values).every(one => ['string', 'number'].includes(typeof one) || isSaid(one))
}

/** The words of `message` in `language`. A placeholder without a value stays visible, so that a test sees it. */
export function say(language: Language, message: Said): string {
  // A recording of another version may hold a message that is not known here: its key says a little, too.
  if (!Object.hasOwn(messages, message.say)) return message.say
  const words: Message = messages[message.say]
  return fill(words[language], message.with ?? {}, language)
}

/** Fills `{name}` and `{name|one|other}` in `template`. */
export function fill(template: string, values: Values, language: Language): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name, one, other) => {
    const value = values[name]
    if (value === undefined) return whole
    if (typeof value === 'object') return 'say' in value ? say(language, value) : value[language]
    if (one === undefined) return String(value)
    return new Intl.PluralRules(language).select(Number(value)) === 'one' ? one : other
  })
}

/** Exposed for the test that holds every message to both languages and the same placeholders. */
export const allMessages: Readonly<Record<string, Message>> = messages
