// What happened between two states, as sentences. Pure.

import {excerptText} from '../model/cluster/file-excerpt.ts'
import {portOf} from '../model/cluster/node.ts'
import {redirectText} from '../model/cluster/redirect.ts'
import {helpText} from '../model/commands/help-entry.ts'
import {outcomeText, replyText} from '../model/commands/outcome-text.ts'
import type {Lesson} from '../model/lesson/lesson.ts'
import {lessonAt, stepAt} from '../model/lesson/lesson.ts'
import type {StepWords} from '../model/lesson/lesson-words.ts'
import {fillPlaceholders} from '../model/lesson/placeholders.ts'
import {figuresOf} from '../model/state/figures.ts'
import type {EntryPart, LabState, Play} from '../model/state/lab-state.ts'
import {
  type Language,
  type Message,
  type MessageKey,
  message,
  translate,
  type Values,
} from '../model/text/messages.ts'
import {sanitizeLines} from '../model/text/sanitize.ts'
import {narrateNodes} from './narrate-nodes.ts'
import {narrateOutcome, narratePrediction, narrateQuiz} from './narrate-questions.ts'

/**
 * What a script wants on stdout: the replies of the nodes, not those to the lab's own lines. Where several were asked, a line `6380:` stands
 * before each, as on the screen; the reply under it is the node's own, to the byte.
 */
export function repliesOf(before: LabState, now: LabState, language: Language): readonly string[] {
  return newParts(before, now).flatMap(({part, byLab, several}) => {
    if (byLab) return []
    if ('outcome' in part && part.outcome.is === 'replied') {
      const {node} = part.outcome.action
      const whose = several ? [`${portOf(node, now.roster)}:`] : []
      return [...whose, outcomeText(part.outcome, now.roster, language)]
    }
    if ('redirected' in part) return [redirectText(part.redirected)]
    if ('helped' in part) return [sanitizeLines(helpText(part.helped))]
    if ('printed' in part)
      return [replyText(part.printed, part.action.do === 'command' ? part.action.words : [])]
    return []
  })
}

/** What a listener wants to hear: what changed on the nodes, the step's words when it opens, each condition as it is met, slips, hints, the end. */
export function narrate(
  before: LabState,
  now: LabState,
  lessons: readonly Lesson[],
  language: Language,
): readonly string[] {
  const told = newParts(before, now).flatMap(({part}) => {
    if ('message' in part) return [translate(language, part.message)]
    if ('shown' in part) return [excerptText(part.shown)]
    if ('outcome' in part) {
      const {outcome, means} = part
      const text = outcome.is === 'replied' ? [] : [outcomeText(outcome, now.roster, language)]
      return [...text.filter(one => one !== ''), ...(means ? [translate(language, means)] : [])]
    }
    return 'explained' in part ? [explanation(part.explained, now, lessons, language)] : []
  })
  told.push(...narrateNodes(before, now, language))
  told.push(...newlyChanged(before, now).map(changed => translate(language, changed)))
  const fill = (text: string) => plainText(fillPlaceholders(text, figuresOf(now)))
  const quiz = narrateQuiz(before.quiz, now, {lessons, language, fill})
  // The step is told when its questions are over.
  if (!now.play || now.quiz) return [...told, ...quiz]
  const playBefore = before.quiz ? undefined : before.play
  return [...told, ...quiz, ...narratePlay(playBefore, now.play, now, lessons, language)]
}

function narratePlay(
  before: Play | undefined,
  now: Play,
  state: LabState,
  lessons: readonly Lesson[],
  language: Language,
): readonly string[] {
  if (before === now) return []
  const words = wordsOf(now.lesson, now.step, lessons, language)
  const word = (key: MessageKey, values?: Values) => translate(language, message(key, values))
  const fill = (text: string) => plainText(fillPlaceholders(text, figuresOf(state)))
  const opened =
    now.phase === 'open' &&
    (before?.phase !== 'open' || before.step !== now.step || before.start !== now.start)
  const narration = {lessons, language, fill}
  if (opened) return [...stepOpened(now, words, lessons, word, fill), ...narratePrediction(state, narration)]
  const newlyMet = now.conditions.filter(({id, verdict}) => verdict.is === 'met' && !wasMet(before, id))
  return [
    ...narrateOutcome(before, now, narration),
    ...newlyMet.map(({id}) => word('plain.met', {sentence: fill(words.goals[id] ?? id)})),
    ...(now.mistake !== undefined && now.mistake !== before?.mistake
      ? [`! ${fill(words.mistakes[now.mistake] ?? now.mistake)}`]
      : []),
    ...(now.hints > (before?.hints ?? 0) ? [hintText(now, words, word, fill)] : []),
    ...(now.phase === 'passed' && before?.phase !== 'passed'
      ? [
          word('plain.passed', {passed: fill(words.passed)}),
          ...now.changes.map(one => `  ${translate(language, one)}`),
        ]
      : []),
  ]
}

type Word = (key: MessageKey, values?: Values) => string
type Fill = (text: string) => string

function stepOpened(
  play: Play,
  words: StepWords,
  lessons: readonly Lesson[],
  word: Word,
  fill: Fill,
): readonly string[] {
  const {steps} = lessonAt(lessons, play.lesson)
  const n = steps.findIndex(step => step.id === play.step) + 1
  return [
    '',
    word('plain.step', {n, all: steps.length, title: fill(words.title)}),
    ...words.text.map(({kind, text}) => (kind === 'item' ? `- ${fill(text)}` : fill(text))),
    word('ui.yourTurn', {task: fill(words.task)}),
    ...play.conditions.map(({id}) => word('plain.condition', {sentence: fill(words.goals[id] ?? id)})),
  ]
}

function hintText(play: Play, words: StepWords, word: Word, fill: Fill): string {
  const hint = words.hints[play.hints - 1]
  return hint === undefined ? word('ui.noMoreHints') : `${word('ui.hint', {n: play.hints})}${fill(hint)}`
}

function wasMet(before: Play | undefined, id: string): boolean {
  return before?.conditions.some(one => one.id === id && one.verdict.is === 'met') === true
}

function explanation(
  at: Readonly<{lesson: string; step: string; solution: string; sentence: number}>,
  state: LabState,
  lessons: readonly Lesson[],
  language: Language,
): string {
  const words = wordsOf(at.lesson, at.step, lessons, language)
  return `# ${plainText(fillPlaceholders(words.solutions[at.solution]?.[at.sentence] ?? '', figuresOf(state)))}`
}

function wordsOf(
  lessonId: string,
  stepId: string,
  lessons: readonly Lesson[],
  language: Language,
): StepWords {
  const lesson = lessonAt(lessons, lessonId)
  const words = lesson.words[language].steps[lesson.steps.indexOf(stepAt(lesson, stepId))]
  if (!words) throw new Error(`${lessonId}/${language}.md has no step ${stepId}`)
  return words
}

/** Marks that only a screen can show. */
function plainText(text: string): string {
  return text.replace(/\*\*|`/g, '')
}

/** What lines changed, known since `before`. */
function newlyChanged(before: LabState, now: LabState): readonly Message[] {
  if (before.entries === now.entries) return []
  const known = new Set(before.entries.filter(({changed}) => changed).map(({id}) => id))
  return now.entries.flatMap(({id, changed}) => (changed && !known.has(id) ? [changed] : []))
}

type NewPart = Readonly<{part: EntryPart; byLab: boolean; several: boolean}>

function newParts(before: LabState, now: LabState): readonly NewPart[] {
  if (before.entries === now.entries) return []
  const counts = new Map(before.entries.map(entry => [entry.id, entry.parts.length]))
  return now.entries.flatMap(entry =>
    entry.parts.slice(counts.get(entry.id) ?? 0).map(part => ({
      part,
      byLab: entry.by === 'lab' && entry.typed !== '',
      several: entry.several === true,
    })),
  )
}
