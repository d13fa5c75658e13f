// Reads a lesson's words against its steps: what is missing, what belongs to nothing, what cannot be filled in. No server needed.

import type {Lesson, Step} from './lesson.ts'
import type {StepWords} from './lesson-words.ts'
import {unknownPlaceholders} from './placeholders.ts'
import {languages, type Said, said} from './text.ts'

const hintLevels = 3

/** Every fault, in the order of the file; none means that both languages say everything the steps need. */
export function proofread(lesson: Lesson): readonly Said[] {
  return languages.flatMap(language => {
    const file = `${lesson.id}/${language}.md`
    return lesson.steps.flatMap((step, i) => {
      const words = lesson.words[language].steps[i]
      return words ? [...missing(file, step, words), ...unfilled(file, words)] : []
    })
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
    ...(words.text.length === 0 ? [said('check.empty', {...at, part: 'text'})] : []),
    ...(words.task === '' ? [said('check.empty', {...at, part: '### task'})] : []),
    ...(words.passed === '' ? [said('check.empty', {...at, part: '### passed'})] : []),
  ]
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
    ...Object.values(words.goal),
    ...words.hints,
    ...Object.values(words.solutions).flat(),
    ...Object.values(words.slips),
    words.passed,
  ]
  return texts
    .flatMap(unknownPlaceholders)
    .map(placeholder => said('check.placeholder', {file, step: words.id, placeholder}))
}
