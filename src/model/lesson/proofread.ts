// Checks of a lesson's words against its steps: missing or unused words, invalid placeholders, bare numbers, texts that do not fit, and
// outdated translations. Needs no server.

import {nominalBase, type Roster} from '../cluster/node.ts'
import {rosterOf} from '../cluster/snapshot.ts'
import {languages, type Message, message} from '../text/messages.ts'
import {bareNumbers} from './bare-numbers.ts'
import {tooLong} from './fits-screen.ts'
import {isForEveryServer, isTranslated, type Lesson, type Prediction, type Step} from './lesson.ts'
import type {LessonWords, QuestionWords, StepWords} from './lesson-words.ts'
import {unknownPlaceholders} from './placeholders.ts'

const hintLevels = 3
/** The commands that an expert begins with. */
const reviewItems = 3

/** Lists all faults in file order; empty if both languages have all the words that the steps need. */
export function proofread(lesson: Lesson): readonly Message[] {
  const {en, zh} = lesson.words
  const roster = nominalRosterOf(lesson)
  const present = languages.filter(language => language === 'en' || isTranslated(lesson))
  const words = present.flatMap(language => {
    const file = `${lesson.id}/${language}.md`
    const recall = proofreadRecall(file, lesson, lesson.words[language].recall)
    const steps = lesson.steps.flatMap((step, i) => {
      const words = lesson.words[language].steps[i]
      return words
        ? [
            ...missing(file, step, words),
            ...factFaults(file, step, words, en.steps[i]),
            ...unfit(file, words, roster),
          ]
        : []
    })
    return [...recall, ...steps]
  })
  return [
    ...words,
    ...stale(`${lesson.id}/zh.md`, en, zh),
    ...lesson.steps.flatMap(step => bareLines(lesson, step)),
    ...needsAtEnd(lesson),
  ]
}

/** A lesson that begins or ends with a step that is passed over would have no beginning or no end. */
function needsAtEnd({id: lesson, steps}: Lesson): readonly Message[] {
  const ends = [...new Set([steps.at(0), steps.at(-1)])]
  return ends.flatMap(step =>
    !step || isForEveryServer(step) ? [] : [message('check.needsAtEnd', {lesson, step: step.id})],
  )
}

/** Roster of the lesson with the nominal ports. */
function nominalRosterOf({stage, spares, wired}: Lesson): Roster {
  return rosterOf(stage, nominalBase, spares, wired)
}

/** Lists translated sections whose English text has changed since, or that do not name their source. */
function stale(file: string, english: LessonWords, translated: LessonWords): readonly Message[] {
  return translated.sections.flatMap(({heading, source}) => {
    const now = english.sections.find(one => one.heading === heading)
    if (!now || now.hash === source || translated === english) return []
    return [message(source === undefined ? 'check.unstamped' : 'check.stale', {file, section: heading})]
  })
}

/** Finds bare numbers in command lines, where only placeholders become the real ports. */
function bareLines(lesson: Lesson, {id, setup, enter, solutions, ways, mistakes}: Step): readonly Message[] {
  const lines = [
    ...setup,
    ...enter,
    ...[...solutions, ...ways].flatMap(({lines}) => lines),
    ...mistakes.flatMap(mistake => mistake.example),
  ]
  return [...new Set(lines)].flatMap(line =>
    bareNumbers(line, nominalRosterOf(lesson)).map(what =>
      message('check.line', {lesson: lesson.id, step: id, line, what}),
    ),
  )
}

function missing(file: string, step: Step, words: StepWords): readonly Message[] {
  const at = {file, step: step.id}
  return [
    ...sameIds('goals', at, step.goals, Object.keys(words.goals)),
    ...sameIds('mistakes', at, step.mistakes, Object.keys(words.mistakes)),
    ...sameIds('solution', at, step.solutions, Object.keys(words.solutions)),
    ...step.solutions
      .filter(({id, lines}) => (words.solutions[id] ?? []).length !== lines.length)
      .map(({id, lines}) =>
        message('check.sentences', {
          ...at,
          id,
          wanted: lines.length,
          actual: (words.solutions[id] ?? []).length,
        }),
      ),
    ...(words.hints.length === hintLevels
      ? []
      : [message('check.hints', {...at, wanted: hintLevels, actual: words.hints.length})]),
    ...(step.prediction ? options({...at, part: '### prediction'}, words.prediction) : []),
    ...(step.prediction ? predictionFaults(at, step, step.prediction, words.prediction) : []),
    ...(words.prediction && !step.prediction
      ? [message('check.wordsForNothing', {...at, part: 'prediction', id: 'prediction'})]
      : []),
    ...(words.review.length === (step.incident ? reviewItems : 0)
      ? []
      : [
          message('check.review', {
            ...at,
            wanted: step.incident ? reviewItems : 0,
            actual: words.review.length,
          }),
        ]),
    ...(words.hints.includes('') ? [message('check.empty', {...at, part: '### hints'})] : []),
    ...(words.text.length === 0 ? [message('check.empty', {...at, part: 'text'})] : []),
    ...(words.task === '' ? [message('check.empty', {...at, part: '### task'})] : []),
    ...(words.passed === '' && Object.keys(words.facts).length === 0
      ? [message('check.empty', {...at, part: '### passed'})]
      : []),
  ]
}

/** Every sentence has its fact; and the translation states the same facts as the English. */
function factFaults(file: string, {id: step, facts}: Step, words: StepWords, english = words) {
  const known = facts.map(({id}) => id)
  const stated = Object.keys(english.facts).filter(id => known.includes(id))
  return sameIds(
    'passed',
    {file, step},
    stated.map(id => ({id})),
    Object.keys(words.facts),
  )
}

/** The right option exists, and `unseen` names only paths of the step, not every solution. */
function predictionFaults(
  at: {file: string; step: string},
  {solutions, ways, mistakes}: Step,
  {answer, unseen = []}: Prediction,
  words: QuestionWords | undefined,
): readonly Message[] {
  const known = [...solutions, ...ways, ...mistakes].map(({id}) => id)
  const isOption = !words || words.options.some(({id}) => id === answer)
  return [
    ...(isOption ? [] : [message('check.noOption', {...at, part: '### prediction', id: answer})]),
    ...unseen.filter(id => !known.includes(id)).map(id => message('check.noPath', {...at, id})),
    ...(solutions.every(({id}) => unseen.includes(id)) ? [message('check.alwaysUnseen', at)] : []),
  ]
}

const fewestOptions = 2

function proofreadRecall(file: string, lesson: Lesson, words: LessonWords['recall']): readonly Message[] {
  const {recall} = lesson
  const at = {file, step: 'recall'}
  return [
    ...bareNumbers(sentencesIn(words).join('\n'), nominalRosterOf(lesson)).map(what =>
      message('check.words', {...at, what}),
    ),
    ...sameIds('question', at, recall, Object.keys(words)),
    ...recall.flatMap(({id, answer}) => {
      const question = words[id]
      if (!question) return []
      const known = question.options.some(option => option.id === answer)
      return [
        ...options({...at, part: `### question ${id}`}, question),
        ...(known ? [] : [message('check.noOption', {...at, part: `question ${id}`, id: answer})]),
      ]
    }),
  ]
}

function options(
  at: {file: string; step: string; part: string},
  words: QuestionWords | undefined,
): readonly Message[] {
  if (!words || words.text === '') return [message('check.empty', at)]
  return words.options.length < fewestOptions
    ? [message('check.options', {...at, actual: words.options.length})]
    : []
}

function sameIds(
  part: string,
  at: {file: string; step: string},
  wanted: readonly {id: string}[],
  actual: readonly string[],
): readonly Message[] {
  const ids = wanted.map(({id}) => id)
  return [
    ...ids.filter(id => !actual.includes(id)).map(id => message('check.noWords', {...at, part, id})),
    ...actual.filter(id => !ids.includes(id)).map(id => message('check.wordsForNothing', {...at, part, id})),
  ]
}

function unfit(file: string, words: StepWords, roster: Roster): readonly Message[] {
  const at = {file, step: words.id}
  const sentences = sentencesIn(words)
  return [
    ...sentences
      .flatMap(text => unknownPlaceholders(text, roster, Object.keys(words.goals)))
      .map(placeholder => message('check.placeholder', {...at, placeholder})),
    ...bareNumbers(sentences.join('\n'), roster).map(what => message('check.words', {...at, what})),
    ...tooLong(words, sentences).map(what => message('check.words', {...at, what})),
  ]
}

/** Collects every text in a step's words or a question's. */
function sentencesIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentencesIn) : []
}
