// Every message that the lab shows, by key in each language, and `translate`, which fills one in.
// The state holds a `Message` (plain JSON), not its text, so that switching the language also translates what is already on the screen.

import {askerText} from './catalogue/asker.ts'
import {authorText} from './catalogue/author.ts'
import {checkText} from './catalogue/check.ts'
import {classText} from './catalogue/class.ts'
import {cleanText} from './catalogue/clean.ts'
import {cliText} from './catalogue/cli.ts'
import {clusterErrorsText} from './catalogue/cluster-errors.ts'
import {clusterFieldsText} from './catalogue/cluster-fields.ts'
import {commandText} from './catalogue/command.ts'
import {configText} from './catalogue/config.ts'
import {copyText} from './catalogue/copy.ts'
import {demoText} from './catalogue/demo.ts'
import {deskText} from './catalogue/desk.ts'
import {doctorText} from './catalogue/doctor.ts'
import {effectsText} from './catalogue/effects.ts'
import {electionText} from './catalogue/election.ts'
import {errorText} from './catalogue/error.ts'
import {explainText} from './catalogue/explain.ts'
import {exportText} from './catalogue/export.ts'
import {failoverText} from './catalogue/failover.ts'
import {filesText} from './catalogue/files.ts'
import {followText} from './catalogue/follow.ts'
import {goalsText} from './catalogue/goals.ts'
import {guardText} from './catalogue/guard.ts'
import {helpText} from './catalogue/help.ts'
import {hintsText} from './catalogue/hints.ts'
import {ideaText} from './catalogue/idea.ts'
import {importText} from './catalogue/import.ts'
import {incidentText} from './catalogue/incident.ts'
import {infoFieldsText} from './catalogue/info-fields.ts'
import {installText} from './catalogue/install.ts'
import {keyText} from './catalogue/key.ts'
import {lineText} from './catalogue/line.ts'
import {lineErrorsText} from './catalogue/line-errors.ts'
import {linkCauseText} from './catalogue/link-cause.ts'
import {linksText} from './catalogue/links.ts'
import {listText} from './catalogue/list.ts'
import {listenText} from './catalogue/listen.ts'
import {moveText} from './catalogue/move.ts'
import {opinionsText} from './catalogue/opinions.ts'
import {outcomeText} from './catalogue/outcome.ts'
import {packText} from './catalogue/pack.ts'
import {pageText} from './catalogue/page.ts'
import {plainText} from './catalogue/plain.ts'
import {playerText} from './catalogue/player.ts'
import {progressText} from './catalogue/progress.ts'
import {provideText} from './catalogue/provide.ts'
import {questionText} from './catalogue/question.ts'
import {recorderText} from './catalogue/recorder.ts'
import {recordingText} from './catalogue/recording.ts'
import {replayText} from './catalogue/replay.ts'
import {replicationErrorsText} from './catalogue/replication-errors.ts'
import {reportText} from './catalogue/report.ts'
import {sandboxText} from './catalogue/sandbox.ts'
import {sentenceText} from './catalogue/sentence.ts'
import {serverText} from './catalogue/server.ts'
import {serverErrorsText} from './catalogue/server-errors.ts'
import {sessionText} from './catalogue/session.ts'
import {shapeText} from './catalogue/shape.ts'
import {shellText} from './catalogue/shell.ts'
import {slotErrorsText} from './catalogue/slot-errors.ts'
import {slotsText} from './catalogue/slots.ts'
import {summaryText} from './catalogue/summary.ts'
import {timelineText} from './catalogue/timeline.ts'
import {topicsText} from './catalogue/topics.ts'
import {trafficText} from './catalogue/traffic.ts'
import {uiText} from './catalogue/ui.ts'
import {upText} from './catalogue/up.ts'
import {usageText} from './catalogue/usage.ts'
import {viewText} from './catalogue/view.ts'
import {whatChangedText} from './catalogue/what-changed.ts'
import {workshopText} from './catalogue/workshop.ts'
import {fillWith, type Language, type Translations} from './fill.ts'
import {programNames, type ServerKind} from './program-names.ts'

export {isLanguage, type Language, languages, otherThan, type Translations} from './fill.ts'

const messages = {
  ...askerText,
  ...authorText,
  ...checkText,
  ...classText,
  ...cleanText,
  ...cliText,
  ...clusterErrorsText,
  ...clusterFieldsText,
  ...commandText,
  ...configText,
  ...copyText,
  ...demoText,
  ...sandboxText,
  ...deskText,
  ...doctorText,
  ...effectsText,
  ...electionText,
  ...errorText,
  ...explainText,
  ...exportText,
  ...failoverText,
  ...filesText,
  ...followText,
  ...goalsText,
  ...guardText,
  ...helpText,
  ...hintsText,
  ...ideaText,
  ...incidentText,
  ...importText,
  ...infoFieldsText,
  ...installText,
  ...keyText,
  ...lineText,
  ...lineErrorsText,
  ...linkCauseText,
  ...listText,
  ...listenText,
  ...moveText,
  ...opinionsText,
  ...outcomeText,
  ...packText,
  ...pageText,
  ...playerText,
  ...plainText,
  ...progressText,
  ...provideText,
  ...questionText,
  ...recorderText,
  ...recordingText,
  ...replayText,
  ...replicationErrorsText,
  ...reportText,
  ...sentenceText,
  ...serverText,
  ...serverErrorsText,
  ...sessionText,
  ...shapeText,
  ...shellText,
  ...slotErrorsText,
  ...slotsText,
  ...summaryText,
  ...timelineText,
  ...topicsText,
  ...linksText,
  ...trafficText,
  ...uiText,
  ...upText,
  ...usageText,
  ...viewText,
  ...whatChangedText,
  ...workshopText,
} as const

export type MessageKey = keyof typeof messages
/** Values for the placeholders; a `Message` or `Translations` becomes text in the language of the message around it. */
export type Values = {readonly [name: string]: string | number | Message | Translations}

/** A message before translation: its key and values. */
export type Message = Readonly<{key: MessageKey; values?: Values}>

/** Builds a `Message`: `message('goals.linkDown', {node: '6380'})`. */
export function message(key: MessageKey, values?: Values): Message {
  return values ? {key, values} : {key}
}

/** Names of the values that a message's text takes. */
export function placeholdersOf(key: MessageKey): readonly string[] {
  return [...messages[key].en.matchAll(/\{(\w+)/g)].map(([, name = '']) => name)
}

/** Whether `value`, from a file that another version may have written, is a message of this version. */
export function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false
  const {key, values = {}} = value as Readonly<{key?: unknown; values?: unknown}>
  if (typeof key !== 'string' || !Object.hasOwn(messages, key)) return false
  if (typeof values !== 'object' || values === null) return false
  return Object.values(values).every(one => ['string', 'number'].includes(typeof one) || isMessage(one))
}

/**
 * The text of `message` in `language`, with the names of `server`'s programs. A placeholder without a value stays visible, so that tests
 * notice it.
 */
export function translate(language: Language, message: Message, server?: ServerKind): string {
  // A recording of another version may hold an unknown message; show at least its key.
  if (!Object.hasOwn(messages, message.key)) return message.key
  const words: Translations = messages[message.key]
  return fill(words[language], message.values ?? {}, language, server)
}

/** Fills `{name}` and `{name|one|other}` in `template`; `{redis-cli}` and other programs need no value. */
export function fill(template: string, values: Values, language: Language, server?: ServerKind): string {
  const programs: Values = programNames(server)
  return fillWith(template, language, name => {
    const value = values[name] ?? programs[name]
    if (typeof value !== 'object') return value
    return 'key' in value ? translate(language, value, server) : value[language]
  })
}

/** Exported for the test that every message has both languages with the same placeholders. */
export const allMessages: Readonly<Record<string, Translations>> = messages
