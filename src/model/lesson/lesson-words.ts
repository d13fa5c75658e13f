// Parser for a lesson's words file, a small and strict form of Markdown (docs/lessons.md describes it):
// `#` the lesson, `##` a step (`## id: title`) or, first of all, `## recall: title`; `###` a part of a step (prediction, more, task, goals, hints,
// solution ID, mistakes, passed, review) or of the recall (question ID).

import {LabError} from '../text/lab-error.ts'
import {type Section, sectionsOf, withoutSources} from './translation.ts'

export type Paragraph = Readonly<{kind: 'text' | 'item' | 'code'; text: string}>

/** A question with its options. Each option has a reply, shown to a learner who chooses it; the right option's reply is the explanation. */
export type QuestionWords = Readonly<{
  /** The situation, for a learner who is asked out of place, in a review. */
  context?: string
  text: string
  options: readonly Readonly<{id: string; text: string; reply: string}>[]
}>

export type StepWords = Readonly<{
  id: string
  title: string
  text: readonly Paragraph[]
  prediction?: QuestionWords
  /** Text that would give the answer away: shown once the step's question is no longer open. */
  more: readonly Paragraph[]
  /** The learner's task; it stays in view while the text scrolls. */
  task: string
  /** Sentences by condition id. */
  goals: Readonly<Record<string, string>>
  /** Three hints: where to look, which command, its form. */
  hints: readonly string[]
  /** One sentence per line of each solution, by solution id. */
  solutions: Readonly<Record<string, readonly string[]>>
  /** Helpful sentences by mistake id. */
  mistakes: Readonly<Record<string, string>>
  /** What is true on every way that passes the step; empty if everything depends on the way. */
  passed: string
  /** Sentences by fact id: each is shown below `passed` if its fact holds. */
  facts: Readonly<Record<string, string>>
  /** What an expert would have looked at first, after an incident: a command and why; empty in every other step. */
  review: readonly string[]
}>

export type LessonWords = Readonly<{
  title: string
  summary: string
  /** Words of the questions, by question id. */
  recall: Readonly<Record<string, QuestionWords>>
  steps: readonly StepWords[]
  /** Sections of the file, each with the hash of the text it was translated from. */
  sections: readonly Section[]
}>

const recallHeading = 'recall: '

/** @throws LabError naming the file, what was expected, and what was found. */
export function parseLessonWords(file: string, text: string): LessonWords {
  const [head = '', ...steps] = withoutSources(text).split(/^## /m)
  const title = /^# (.+)$/m.exec(head)?.[1]
  if (!title) throw new LabError('error.words', {file, expected: '# Title', actual: firstLine(text)})
  const summary = joinLines(head.slice(head.indexOf(title) + title.length))
  const isRecall = (section: string) => section.startsWith(recallHeading)
  return {
    title,
    summary,
    recall: Object.fromEntries(steps.filter(isRecall).flatMap(section => parseRecall(file, section))),
    steps: steps.filter(section => !isRecall(section)).map(step => parseStep(file, step)),
    sections: sectionsOf(text),
  }
}

function parseRecall(file: string, section: string): readonly [string, QuestionWords][] {
  const [, ...parts] = section.split(/^### /m)
  return parts.map(part => {
    const [, id] = /^question ([\w-]+)$/.exec(firstLine(part).trim()) ?? []
    if (!id)
      throw new LabError('error.words', {file, expected: '### question ID', actual: `### ${firstLine(part)}`})
    return [id, parseQuestion(file, afterFirstLine(part))]
  })
}

/** Parses the question's text, after a paragraph of context if there are two, and its `- id: option → reply` items. */
function parseQuestion(file: string, body: string): QuestionWords {
  const paragraphs = beforeItems(body)
    .trim()
    .split(/\n\s*\n/)
  const text = paragraphs.pop() ?? ''
  const options = Object.entries(named(file, items(body))).map(([id, words]) => {
    const [, option, reply] = /^(.+?)\s*→\s*(.+)$/.exec(words) ?? []
    if (!option || !reply)
      throw new LabError('error.words', {file, expected: '- id: option → reply', actual: `- ${id}: ${words}`})
    return {id, text: option, reply}
  })
  return {
    ...(paragraphs.length > 0 && {context: paragraphs.map(joinLines).join(' ')}),
    text: joinLines(text),
    options,
  }
}

function parseStep(file: string, text: string): StepWords {
  const [body = '', ...parts] = text.split(/^### /m)
  const heading = /^([\w-]+): (.+)$/.exec(firstLine(body))
  if (!heading)
    throw new LabError('error.words', {file, expected: '## step-id: Title', actual: `## ${firstLine(body)}`})
  const step: Draft = {
    id: heading[1] ?? '',
    title: heading[2] ?? '',
    text: parseParagraphs(afterFirstLine(body)),
    more: [],
    task: '',
    goals: {},
    hints: [],
    solutions: {},
    mistakes: {},
    passed: '',
    facts: {},
    review: [],
  }
  for (const part of parts) readPart(file, step, firstLine(part), afterFirstLine(part))
  return step
}

type Draft = {-readonly [Key in keyof StepWords]: StepWords[Key]} & {
  goals: Record<string, string>
  solutions: Record<string, readonly string[]>
  mistakes: Record<string, string>
}

function readPart(file: string, step: Draft, heading: string, body: string) {
  const [name, id] = heading.trim().split(' ')
  if (name === 'prediction') step.prediction = parseQuestion(file, body)
  else if (name === 'more') step.more = parseParagraphs(body)
  else if (name === 'task') step.task = joinLines(body)
  else if (name === 'goals') step.goals = named(file, items(body))
  else if (name === 'hints') step.hints = items(body)
  else if (name === 'solution' && id) step.solutions[id] = items(body)
  else if (name === 'mistakes') step.mistakes = named(file, items(body))
  else if (name === 'review') step.review = items(body)
  else if (name === 'passed') {
    step.passed = joinLines(beforeItems(body))
    step.facts = named(file, items(body))
  } else
    throw new LabError('error.words', {
      file,
      expected: '### prediction, more, task, goals, hints, solution ID, mistakes, passed, review',
      actual: `### ${heading}`,
    })
}

function beforeItems(body: string): string {
  return body.split(/^- /m, 1)[0] ?? ''
}

/** Parses `- text` items; indented lines continue an item. */
function items(body: string): readonly string[] {
  return body.split(/^- /m).slice(1).map(joinLines)
}

/** Parses `id: sentence` items. */
function named(file: string, list: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    list.map(item => {
      const pair = /^([\w-]+): (.+)$/.exec(item)
      if (!pair) throw new LabError('error.words', {file, expected: '- id: sentence', actual: `- ${item}`})
      return [pair[1] ?? '', pair[2] ?? '']
    }),
  )
}

/** Splits at blank lines; `- ` begins an item, and four spaces begin a code line. */
function parseParagraphs(body: string): readonly Paragraph[] {
  return body
    .split(/\n\s*\n/)
    .filter(block => block.trim() !== '')
    .flatMap((block): readonly Paragraph[] => {
      const lines = block.split('\n').filter(line => line.trim() !== '')
      if (lines.every(line => line.startsWith('    ')))
        return lines.map(line => ({kind: 'code', text: line.slice(4)}))
      if (block.trimStart().startsWith('- '))
        return items(block.trimStart()).map(text => ({kind: 'item', text}))
      return [{kind: 'text', text: joinLines(block)}]
    })
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}

function afterFirstLine(text: string): string {
  return text.slice(firstLine(text).length)
}

/** Joins the lines of a paragraph with spaces, but without one between two Chinese characters. */
function joinLines(text: string): string {
  return text
    .trim()
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replace(/\s*\n\s*/g, ' ')
}
