// Reads a lesson's words against its steps: what is missing, what belongs to nothing, what cannot be filled in. No server needed.

import type {Lesson, Step} from './lesson.ts'
import type {LessonWords, QuestionWords, StepWords} from './lesson-words.ts'
import {unknownPlaceholders} from './placeholders.ts'
import {languages, type Said, said} from './text.ts'

const hintLevels = 3

/** Every fault, in the order of the file; none means that both languages say everything the steps need. */
export function proofread(lesson: Lesson): readonly Said[] {
  return languages.flatMap(language => {
    const file = `${lesson.id}/${language}.md`
    const recall = proofreadRecall(file, lesson, lesson.words[language].recall)
    const steps = lesson.steps.flatMap((step, i) => {
      const words = lesson.words[language].steps[i]
      return words ? [...missing(file, step, words), ...unfilled(file, words)] : []
    })
    return [...recall, ...steps]
  })
}

function missing(file: string, step: Step, words: StepWords): readonly Said[] {
  const at = {file, step: step.id}
  return [
    ...sameIds('goal', at, step.goal, Object.keys(words.goal)),
    ...sameIds('slips', at, step.slips, Object.keys(words.slips)),
    ...sameIds('solution', at, step.solutions, Object.keys(words.solutions)),
    ...step.solutions
      .filter(({id, lines}) => (words.solutions[id] ?? []).length !== lines.length)
      .map(({id, lines}) =>
        said('check.sentences', {...at, id, wanted: lines.length, came: (words.solutions[id] ?? []).length}),
      ),
    ...(words.hints.length === hintLevels
      ? []
      : [said('check.hints', {...at, wanted: hintLevels, came: words.hints.length})]),
    ...(step.prediction ? options({...at, part: '### prediction'}, words.prediction) : []),
    ...(words.prediction && !step.prediction
      ? [said('check.wordsForNothing', {...at, part: 'prediction', id: 'prediction'})]
      : []),
    ...(words.text.length === 0 ? [said('check.empty', {...at, part: 'text'})] : []),
    ...(words.task === '' ? [said('check.empty', {...at, part: '### task'})] : []),
    ...(words.passed === '' ? [said('check.empty', {...at, part: '### passed'})] : []),
  ]
}

const fewestOptions = 2

function proofreadRecall(file: string, {recall}: Lesson, words: LessonWords['recall']): readonly Said[] {
  const at = {file, step: 'recall'}
  return [
    ...sameIds('question', at, recall, Object.keys(words)),
    ...recall.flatMap(({id, right}) => {
      const question = words[id]
      if (!question) return []
      const known = question.options.some(option => option.id === right)
      return [
        ...options({...at, part: `### question ${id}`}, question),
        ...(known ? [] : [said('check.noOption', {...at, part: `question ${id}`, id: right})]),
      ]
    }),
  ]
}

function options(
  at: {file: string; step: string; part: string},
  words: QuestionWords | undefined,
): readonly Said[] {
  if (!words || words.text === '') return [said('check.empty', at)]
  return words.options.length < fewestOptions
    ? [said('check.options', {...at, came: words.options.length})]
    : []
}

function sameIds(
  part: string,
  at: {file: string; step: string},
  wanted: readonly {id: string}[],
  came: readonly string[],
): readonly Said[] {
  const ids = wanted.map(({id}) => id)
  return [
    ...ids.filter(id => !came.includes(id)).map(id => said('check.noWords', {...at, part, id})),
    ...came.filter(id => !ids.includes(id)).map(id => said('check.wordsForNothing', {...at, part, id})),
  ]
}

function unfilled(file: string, words: StepWords): readonly Said[] {
  const texts = [
    ...words.text.map(paragraph => paragraph.text),
    words.task,
    ...(words.prediction ? questionTexts(words.prediction) : []),
    ...Object.values(words.goal),
    ...words.hints,
    ...Object.values(words.solutions).flat(),
    ...Object.values(words.slips),
    words.passed,
  ]
  return texts
    .flatMap(text => unknownPlaceholders(text, Object.keys(words.goal)))
    .map(placeholder => said('check.placeholder', {file, step: words.id, placeholder}))
}

function questionTexts({text, options}: QuestionWords): readonly string[] {
  return [text, ...options.flatMap(option => [option.text, option.reply])]
}
