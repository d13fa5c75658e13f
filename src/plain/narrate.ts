// What changed between two states, as sentences and replies. Pure.

import {excerptText, isOutput} from '../model/cluster/file-excerpt.ts'
import {portOf} from '../model/cluster/node.ts'
import {redirectText} from '../model/cluster/redirect.ts'
import type {Action} from '../model/commands/action.ts'
import {helpText} from '../model/commands/help-entry.ts'
import {
  decodedReply,
  outcomeText,
  replyBytes,
  replyText,
  secondsText,
} from '../model/commands/outcome-text.ts'
import {type Lesson, lessonAt, stepAt} from '../model/lesson/lesson.ts'
import type {StepWords} from '../model/lesson/lesson-words.ts'
import type {NodesView} from '../model/lesson/nodes-view.ts'
import {type Bytes, bytesOf} from '../model/protocol/bytes.ts'
import type {Reply} from '../model/protocol/reply.ts'
import {clockOf, clockText, costWords, hintCost, momentsOf, timeWords} from '../model/state/incident.ts'
import type {EntryPart, LabState, LessonBegun, Play} from '../model/state/lab-state.ts'
import {passedText} from '../model/state/passed-text.ts'
import {isPredictionOpen} from '../model/state/question.ts'
import type {Language, Message} from '../model/text/messages.ts'
import {equalJson} from '../model/text/objects.ts'
import {sanitizeLines, visibleLines} from '../model/text/sanitize.ts'
import {narrateNodes} from './narrate-nodes.ts'
import {narrateOutcome, narratePrediction, narrateQuiz} from './narrate-questions.ts'
import {type Narration, narrationOf} from './narration.ts'

/**
 * What belongs on stdout, with its line ends: the nodes' replies to the learner's commands, and what the real redis-cli prints. For a script they are byte for byte those of
 * redis-cli; at a terminal they cannot control it. If a line went to several nodes, a line `6380:` precedes each reply, as on the screen.
 */
export function repliesOf(before: LabState, now: LabState, atTerminal: boolean): readonly Bytes[] {
  const print = (reply: Reply, action: Action): Bytes =>
    atTerminal ? bytesOf(`${replyText(reply, action)}\n`) : replyBytes(reply, action)
  return newParts(before, now).flatMap(({part, byLab, several}) => {
    if (byLab) return []
    if ('outcome' in part && part.outcome.is === 'replied') {
      const {action, reply} = part.outcome
      const whose = several ? [`${portOf(action.node, now.roster)}:\n`] : []
      const seconds = secondsText(part.outcome)
      return [...whose, print(reply, action), seconds && `${seconds}\n`].filter(text => text !== '')
    }
    if ('redirected' in part) return [bytesOf(`${redirectText(part.redirected)}\n`)]
    if ('helped' in part) return [bytesOf(`${sanitizeLines(helpText(part.helped))}\n`)]
    if ('shown' in part && isOutput(part.shown))
      return part.shown.lines.map(line => `${bytesOf(atTerminal ? visibleLines(line) : line)}\n`)
    return 'printed' in part ? [print(part.printed, part.action)] : []
  })
}

/** The text behind the escapes in new replies, for people at a terminal. */
export function decodedReplies(before: LabState, now: LabState): readonly string[] {
  return newParts(before, now).flatMap(({part, byLab}) => {
    if (byLab) return []
    if ('printed' in part) return decodedReply(part.printed, part.action)
    const outcome = 'outcome' in part ? part.outcome : undefined
    return outcome?.is === 'replied' ? decodedReply(outcome.reply, outcome.action) : []
  })
}

/**
 * Sentences about everything that is new: messages, changes on the nodes, the step's text when it opens, each goal when it is met, mistakes,
 * hints, and the end of the step.
 */
export function narrate(
  before: LabState,
  now: LabState,
  lessons: readonly Lesson[],
  language: Language,
): readonly string[] {
  const narration = narrationOf(now, lessons, language)
  const sentences = [
    ...newParts(before, now).flatMap(({part}) => narratePart(part, now, narration)),
    ...narrateNodes(before, now, language),
    ...newlyChanged(before, now).map(narration.translateMessage),
    ...narrateQuiz(before.quiz, now, narration),
  ]
  // A step is shown when its recall questions are over.
  if (!now.play || now.quiz) return sentences
  const playBefore = before.quiz ? undefined : before.play
  return [...sentences, ...narratePlay(playBefore, now.play, now, narration)]
}

function narratePart(part: EntryPart, {roster, server}: LabState, narration: Narration): readonly string[] {
  const {language, translateMessage} = narration
  if ('message' in part) return [translateMessage(part.message)]
  if ('shown' in part) return isOutput(part.shown) ? [] : [excerptText(part.shown)]
  if ('explained' in part) return [explanation(part.explained, narration)]
  if ('began' in part) return narrateLesson(part.began, narration)
  if (!('outcome' in part)) return []
  const {outcome, means} = part
  const text = outcome.is === 'replied' ? '' : outcomeText(outcome, roster, language, server)
  return [...(text === '' ? [] : [text]), ...(means ? [translateMessage(means)] : [])]
}

function narrateLesson(
  {lesson, stage}: LessonBegun,
  {lessons, language, translateKey}: Narration,
): readonly string[] {
  const {title} = lessonAt(lessons, lesson).words[language]
  return ['', translateKey('move.lesson', {lesson, title}), ...(stage ? [translateKey(`move.${stage}`)] : [])]
}

function narratePlay(
  before: Play | undefined,
  now: Play,
  state: LabState,
  narration: Narration,
): readonly string[] {
  if (before === now) return []
  return [...narrateFault(before, now, narration), ...narrateProgress(before, now, state, narration)]
}

function narrateFault(
  before: Play | undefined,
  {fault}: Play,
  {translateMessage}: Narration,
): readonly string[] {
  return fault && !equalJson(before?.fault, fault) ? [translateMessage(fault)] : []
}

function narrateProgress(
  before: Play | undefined,
  now: Play,
  state: LabState,
  narration: Narration,
): readonly string[] {
  const words = wordsOf(now, narration)
  if (hasOpened(before, now))
    return [...narrateStep(now, words, narration), ...narratePrediction(state, narration)]
  const wasAsked = before !== undefined && isPredictionOpen(narration.lessons, before)
  const closed = wasAsked && !isPredictionOpen(narration.lessons, now)
  return [
    ...narrateOutcome(before, now, narration),
    ...(closed ? narrateMore(now, words, narration) : []),
    ...(wasAsked ? [] : narrateGoals(before, now, words, narration)),
    ...narrateDeadEnd(before, now, words, narration),
    ...narrateMistake(before, now, words, narration),
    ...narrateHint(before, now, words, narration),
    ...narratePassed(before, now, words, narration),
    ...narrateReview(before, state, narration),
  ]
}

function hasOpened(before: Play | undefined, now: Play): boolean {
  if (now.phase !== 'open') return false
  return before?.phase !== 'open' || before.step !== now.step || before.start !== now.start
}

function narrateStep(play: Play, words: StepWords, narration: Narration): readonly string[] {
  const {lessons, translateKey, fill} = narration
  const {steps} = lessonAt(lessons, play.lesson)
  const n = steps.findIndex(step => step.id === play.step) + 1
  const step = stepAt(lessonAt(lessons, play.lesson), play.step)
  const view = viewCommand(step.view)
  return [
    '',
    translateKey('plain.step', {n, all: steps.length, title: fill(words.title)}),
    ...paragraphs(words.text, narration),
    ...(view === undefined ? [] : [translateKey('view.plain', {command: view})]),
    ...(step.incident ? [translateKey('incident.hintCost', {penalty: clockText(hintCost)})] : []),
    translateKey('ui.yourTurn', {task: fill(words.task)}),
    // Both would give the answer to the question away.
    ...(isPredictionOpen(lessons, play) ? [] : narrateMore(play, words, narration)),
  ]
}

function paragraphs(text: StepWords['text'], {fill}: Narration): readonly string[] {
  return text
    .filter(one => !aboutScreen.test(one.text))
    .map(one => (one.kind === 'item' ? `- ${fill(one.text)}` : fill(one.text)))
}

/** What is shown once no question is open: the rest of the text, and what is checked unless the step is over. */
function narrateMore(play: Play, words: StepWords, narration: Narration): readonly string[] {
  const {translateKey, fill} = narration
  const conditions = play.phase === 'open' ? play.conditions : []
  return [
    ...paragraphs(words.more, narration),
    ...conditions.map(({id, verdict}) =>
      translateKey(verdict.is === 'met' ? 'plain.met' : 'plain.condition', {
        sentence: fill(words.goals[id] ?? id),
      }),
    ),
  ]
}

/** What prints the view that a screen opens with the step. INFO replication prints the nodes. */
function viewCommand(view: NodesView): string | undefined {
  if (view === 'nodes') return undefined
  return view === 'opinions' || view === 'slots' ? `/view ${view}` : `/${view}`
}

/** Keys that only the screen has: a paragraph about them means nothing in lines. */
const aboutScreen = /Shift-Tab|PgUp|PgDn|Ctrl-O|\bF[12]\b/

type Narrate = (
  before: Play | undefined,
  now: Play,
  words: StepWords,
  narration: Narration,
) => readonly string[]

const narrateGoals: Narrate = (before, now, words, {translateKey, fill}) => {
  const newlyMet = now.conditions.filter(({id, verdict}) => verdict.is === 'met' && !wasMet(before, id))
  return newlyMet.map(({id}) => translateKey('plain.met', {sentence: fill(words.goals[id] ?? id)}))
}

/** A condition that cannot be met any more, or long tries in vain: what is wrong, and the way out. */
const narrateDeadEnd: Narrate = (before, now, _, {translateKey, translateMessage}) => {
  const isLost = (play: Play | undefined, id: string) =>
    play?.conditions.some(one => one.id === id && one.verdict.is === 'lost') === true
  const fresh = now.conditions.filter(({id}) => isLost(now, id) && !isLost(before, id))
  const reasons = fresh.flatMap(({verdict}) =>
    verdict.is === 'lost' ? [translateMessage(verdict.because)] : [],
  )
  if (reasons.length > 0) return [...reasons, translateKey('ui.resetOffer')]
  return now.stuck && !before?.stuck ? [translateKey('ui.stuck')] : []
}

const narrateMistake: Narrate = (before, {mistake}, words, {fill}) => {
  if (mistake === undefined || mistake === before?.mistake) return []
  return [`! ${fill(words.mistakes[mistake] ?? mistake)}`]
}

const narrateHint: Narrate = (before, {hints}, words, {translateKey, fill}) => {
  if (hints <= (before?.hints ?? 0)) return []
  const hint = words.hints[hints - 1]
  if (hint === undefined) return [translateKey('ui.noMoreHints')]
  return [`${translateKey('ui.hint', {n: hints})}${fill(hint)}`]
}

/** The review of an incident, once it is over. */
function narrateReview(before: Play | undefined, state: LabState, narration: Narration): readonly string[] {
  const {play} = state
  if (!play?.incident || before?.incident) return []
  const {translateKey, translateMessage, fill} = narration
  const words = wordsOf(play, narration)
  const moments = momentsOf(state).map(moment => {
    const what = 'typed' in moment ? moment.typed : fill(words.goals[moment.goal] ?? moment.goal)
    const said = 'typed' in moment ? what : translateKey('incident.met', {goal: what})
    return `  ${clockText(moment.seconds)}  ${said}`
  })
  return [
    ...[timeWords(clockOf(play, 0)), ...costWords(play.incident)].map(translateMessage),
    translateKey('incident.did'),
    ...(moments.length > 0 ? moments : [`  ${translateKey('incident.nothingDone')}`]),
    translateKey('incident.expert'),
    ...words.review.map((item, i) => `  ${i + 1}. ${fill(item)}`),
  ]
}

const narratePassed: Narrate = (before, now, words, {lessons, translateKey, translateMessage, fill}) => {
  if (now.phase !== 'passed' || before?.phase === 'passed') return []
  const changes = now.changes.map(change => `  ${translateMessage(change)}`)
  const {facts} = stepAt(lessonAt(lessons, now.lesson), now.step)
  const passed = passedText(
    words,
    facts.map(({id}) => id),
    now,
  )
  return [translateKey('plain.passed', {passed: fill(passed)}), ...changes]
}

function wasMet(before: Play | undefined, id: string): boolean {
  return before?.conditions.some(one => one.id === id && one.verdict.is === 'met') === true
}

type Explained = Extract<EntryPart, {explained: unknown}>['explained']

/** The comment before a line of the solution. */
function explanation(at: Explained, narration: Narration): string {
  const sentence = wordsOf(at, narration).solutions[at.solution]?.[at.sentence] ?? ''
  return `# ${narration.fill(sentence)}`
}

function wordsOf(at: Readonly<{lesson: string; step: string}>, {lessons, language}: Narration): StepWords {
  const lesson = lessonAt(lessons, at.lesson)
  const words = lesson.words[language].steps[lesson.steps.indexOf(stepAt(lesson, at.step))]
  if (!words) throw new Error(`${at.lesson}/${language}.md has no step ${at.step}`)
  return words
}

/** What the learner's lines changed, as far as it became known after `before`. */
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
