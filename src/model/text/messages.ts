// Every word a face shows: messages by key in each language, and `say`, which fills one in.
// A message travels through the state as a `Said` (plain JSON), so that switching the language rewords what is already on the screen.

import {askFailoverText} from './catalogue/ask-failover.ts'
import {askReadonlyText} from './catalogue/ask-readonly.ts'
import {askSlotsText} from './catalogue/ask-slots.ts'
import {checkText} from './catalogue/check.ts'
import {cliText} from './catalogue/cli.ts'
import {connectionText} from './catalogue/connection.ts'
import {effectsText} from './catalogue/effects.ts'
import {errorText} from './catalogue/errors.ts'
import {explainLineText} from './catalogue/explain-line.ts'
import {explainNodesText} from './catalogue/explain-nodes.ts'
import {explainReplicasText} from './catalogue/explain-replicas.ts'
import {explainServerText} from './catalogue/explain-server.ts'
import {explainSlotsText} from './catalogue/explain-slots.ts'
import {filesText} from './catalogue/files.ts'
import {followText} from './catalogue/follow.ts'
import {askText} from './catalogue/goals.ts'
import {heardText} from './catalogue/heard.ts'
import {helpTexts} from './catalogue/help.ts'
import {infoFieldsText} from './catalogue/info-fields.ts'
import {outcomeText} from './catalogue/outcome.ts'
import {packText} from './catalogue/pack.ts'
import {viewsText} from './catalogue/panes.ts'
import {progressText} from './catalogue/progress.ts'
import {promptText} from './catalogue/prompt.ts'
import {provideText} from './catalogue/provide.ts'
import {questionText} from './catalogue/question.ts'
import {recordingText} from './catalogue/recording.ts'
import {reportText} from './catalogue/report.ts'
import {sessionText} from './catalogue/session.ts'
import {shellText} from './catalogue/shell.ts'
import {stateText} from './catalogue/state.ts'
import {timelineText} from './catalogue/timeline.ts'
import {trafficText} from './catalogue/traffic.ts'
import {uiText} from './catalogue/ui.ts'
import {happenedText} from './catalogue/what-changed.ts'

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

export function otherThan(language: Language): Language {
  return language === 'en' ? 'zh' : 'en'
}

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text)
}

/** One message in every language. `{name}` is a value; `{n|node|nodes}` picks by the plural of n. */
export type Translations = Readonly<Record<Language, string>>

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
export type Values = {readonly [name: string]: string | number | Message | Translations}

/** A message not yet in words: which one, and with which values. */
export type Message = Readonly<{key: MessageKey; values?: Values}>

/** `said('link.down', {node: '6380'})`: the short way to write a `Said`. */
export function message(key: MessageKey, values?: Values): Message {
  return values ? {key, values} : {key}
}

/** Whether this, from a file that another version may have written, is a message of this version. */
export function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false
  const {key, values = {}} = value as Readonly<{key?: unknown; values?: unknown}>
  if (typeof key !== 'string' || !Object.hasOwn(messages, key)) return false
  if (typeof values !== 'object' || values === null) return false
  return Object.values(values).every(one => ['string', 'number'].includes(typeof one) || isMessage(one))
}

/** The words of `message` in `language`. A placeholder without a value stays visible, so that a test sees it. */
export function translate(language: Language, message: Message): string {
  // A recording of another version may hold a message that is not known here: its key says a little, too.
  if (!Object.hasOwn(messages, message.key)) return message.key
  const words: Translations = messages[message.key]
  return fill(words[language], message.values ?? {}, language)
}

/** Fills `{name}` and `{name|one|other}` in `template`. */
export function fill(template: string, values: Values, language: Language): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name, one, other) => {
    const value = values[name]
    if (value === undefined) return whole
    if (typeof value === 'object') return 'key' in value ? translate(language, value) : value[language]
    if (one === undefined) return String(value)
    return new Intl.PluralRules(language).select(Number(value)) === 'one' ? one : other
  })
}

/** Exposed for the test that holds every message to both languages and the same placeholders. */
export const allMessages: Readonly<Record<string, Translations>> = messages
