// What /explain finds for words that are typed or pasted: an error's explanation, topics, a field, or the nearest names.

import {fieldMeaning} from '../cluster/info-fields.ts'
import {parseClusterNodes} from '../cluster/parse-info.ts'
import {messageOfFacts} from '../cluster/versions.ts'
import type {LabState} from '../state/lab-state.ts'
import {type Message, type MessageKey, message} from '../text/messages.ts'
import {clientTopics} from './client-topics.ts'
import {short} from './context.ts'
import {errorTopics} from './error-topics.ts'
import {explanations} from './explain.ts'
import {nearestNames} from './nearest-names.ts'
import {nodeTopics} from './node-topics.ts'
import {askedAbout, cleaned, type Phrase, phraseOf, placeOf} from './phrase.ts'
import type {Topic} from './topic.ts'

/** What `/explain` prints; `found` is false if there is nothing to explain. */
export type FullExplanation = Readonly<{found: boolean; sentences: readonly Message[]}>

/** An error or a topic: its names in lower case, and the phrases that are looked for inside a longer text. */
type Subject = Readonly<{
  title: string
  long: MessageKey
  names: readonly string[]
  phrases: readonly Phrase[]
  /** The phrase that is known in any case at the beginning of the text. */
  start?: Phrase
  now?: Topic['now']
}>

/** Names that many sentences have by chance: they are known when they stand alone. */
const ordinaryWords: readonly string[] = [
  'connected',
  'connecting',
  'disconnected',
  'migration',
  'partition',
  ...['主节点', '从节点', '副本', '角色', '延迟', '认证', '管道', '容器', '引号', '多数', '投票'],
]

const topics = [...nodeTopics, ...clientTopics, ...errorTopics]

const topicSubjects: readonly Subject[] = topics.map(({names, chinese = [], long, now}) => ({
  title: names[0] ?? '',
  long,
  names: [...names, ...chinese].map(name => name.toLowerCase()),
  phrases: [...names, ...chinese].filter(isTelling).map(name => phraseOf(name)),
  now,
}))

/** Whether no sentence has the name by chance. */
function isTelling(name: string): boolean {
  if (ordinaryWords.includes(name)) return false
  return /^[a-z]+$/i.test(name) ? name.length > 8 : name.length > 1
}

/** `(nil)` is a topic: only of EXEC it is an error. */
const errorSubjects: readonly Subject[] = explanations
  .filter(({begins}) => begins !== '(nil)')
  .map(({begins, long}) => ({
    title: begins,
    long,
    names: [begins.toLowerCase()],
    phrases: phrasesOf(begins),
    start: phraseOf(begins),
  }))

/**
 * An error code is looked for in capitals, because `moved` and `busy` are words as well; the sentence after it also alone, because some
 * clients remove the code.
 */
function phrasesOf(begins: string): readonly Phrase[] {
  const [, code, rest = ''] = /^([A-Z]{3,})(?: (.*))?$/.exec(begins) ?? []
  if (code === undefined) return [phraseOf(begins)]
  const sentence = rest.split(' ').filter(word => word !== '…').length > 1 ? [phraseOf(rest)] : []
  return code === 'ERR' ? sentence : [phraseOf(begins, ''), ...sentence]
}

/** Ways to find what a text names, the surest first. */
const finders: readonly ((text: string, state: LabState) => readonly Message[])[] = [
  (text, state) => eachOf(errorCalled(text), state),
  (text, state) => oneOf(begunBy(text, true), state),
  (text, state) => (called(text).length > 0 ? withField(text, called(text), state) : []),
  (text, state) => eachOf(onClusterLine(text), state),
  (text, state) => withField(text, foundIn(text), state),
  (text, state) => oneOf(begunBy(text, false), state),
  (text, state) => oneOf(containing(text), state),
]

/** Explains what `typed` names, with the nodes' state where a topic has something to say of it. */
export function namedAtLength(typed: string, state: LabState): FullExplanation {
  const text = cleaned(typed)
  const texts = [...new Set([askedAbout(text), text])].filter(one => one !== '')
  for (const one of texts)
    for (const find of finders) {
      const sentences = find(one, state)
      if (sentences.length > 0) return {found: true, sentences}
    }
  return {found: false, sentences: [unknown(typed, state)]}
}

/** Errors that begin with the text, whose last word may be cut short unless `whole`; `ERR` may be left out then. */
function begunBy(text: string, whole: boolean): readonly Subject[] {
  const lower = text.toLowerCase()
  return errorSubjects.filter(({names: [name = '']}) =>
    whole
      ? name.startsWith(lower) && !(/\w$/.test(lower) && /^\w/.test(name.slice(lower.length)))
      : name.startsWith(lower) || name.startsWith(`err ${lower}`),
  )
}

/** The error with exactly these words. */
function errorCalled(text: string): readonly Subject[] {
  return errorSubjects.filter(({names}) => names.includes(text.toLowerCase()))
}

/** The topic with exactly this name. */
function called(text: string): readonly Subject[] {
  const found = topicSubjects.find(({names}) => names.includes(text.toLowerCase()))
  return found ? [found] : []
}

/** What a line of CLUSTER NODES says of its node; of a healthy node, what its columns are. */
function onClusterLine(text: string): readonly Subject[] {
  if (!/\S*:\d+@\d+\S* [a-z,?]+ /.test(text)) return []
  const words = parseClusterNodes(text).flatMap(({flags, link, moving}) => [
    ...flags.filter(flag => !ordinaryFlags.includes(flag)),
    ...(link === 'disconnected' ? [link] : []),
    ...(moving.length > 0 ? ['migrating'] : []),
  ])
  return (words.length > 0 ? words : ['cluster nodes']).flatMap(called)
}

const ordinaryFlags: readonly string[] = ['myself', 'master', 'slave']

/** Explains the subjects, and before them the INFO field that the text begins with. */
function withField(text: string, subjects: readonly Subject[], state: LabState): readonly Message[] {
  const field = /^[\w-]+/.exec(text)?.[0].toLowerCase() ?? ''
  const meaning = fieldMeaning(field)
  const ofField = meaning ? [message('explain.of', {begins: field, long: meaning})] : []
  return [...ofField, ...eachOf(subjects, state)]
}

/** The subject whose phrase comes first in the text; at the same place, the longest phrase. */
function foundIn(text: string): readonly Subject[] {
  const places = [...topicSubjects, ...errorSubjects].flatMap(subject => {
    const {phrases, start} = subject
    const isStart = start !== undefined && placeOf(start, text) === 0
    return [
      ...(isStart ? [{subject, at: 0, length: start.length}] : []),
      ...phrases.map(phrase => ({subject, at: placeOf(phrase, text), length: phrase.length})),
    ]
  })
  const [first] = places.filter(({at}) => at >= 0).sort((a, b) => a.at - b.at || b.length - a.length)
  return first ? [first.subject] : []
}

/** Subjects whose name contains the text, as whole words. */
function containing(text: string): readonly Subject[] {
  if (text.length < 4) return []
  const phrase = phraseOf(text)
  return [...errorSubjects, ...topicSubjects].filter(({names}) =>
    names.some(name => placeOf(phrase, name) >= 0),
  )
}

function eachOf(subjects: readonly Subject[], state: LabState): readonly Message[] {
  return subjects.flatMap(({title, long, now}) => [
    message('explain.of', {begins: title, long: messageOfFacts(long)}),
    ...(now?.(state) ?? []),
  ])
}

/** A longer list of names would not help. */
const mostNamed = 12

/** Explains the subject, or lists them if they are about different things. */
function oneOf(subjects: readonly Subject[], state: LabState): readonly Message[] {
  if (new Set(subjects.map(({long}) => long)).size <= 1) return eachOf(subjects.slice(0, 1), state)
  const titles = subjects.slice(0, mostNamed).map(({title}) => title)
  return [message('explain.several', {names: titles.join(' · ')})]
}

/** Refers to `help` for a command, else to the names nearest to what was typed. */
function unknown(typed: string, {docs}: LabState): Message {
  const command = typed.trim().toUpperCase()
  if (Object.hasOwn(docs, command)) return message('explain.command', {command})
  const names = [
    ...topics.flatMap(({names, chinese = []}) => [...names, ...chinese]),
    ...explanations.map(({begins}) => begins.replace(/^ERR /, '')),
  ]
  const near = nearestNames(cleaned(typed), [...new Set(names)])
  return near.length > 0
    ? message('explain.near', {typed: short(typed), names: near.map(short).join(' · ')})
    : message('explain.noneSuch', {typed: short(typed)})
}
