// The lessons as the instructor's page shows them.

import {nominalBase, nominalRoster, sentinelRosterAt, sentinelsOf} from '../cluster/node.ts'
import {fill, type Language, languages, type Translations} from '../text/messages.ts'
import type {Course, CourseLesson, CourseQuestion} from '../workshop/course.ts'
import type {Lesson} from './lesson.ts'
import type {LessonWords, QuestionWords} from './lesson-words.ts'
import {fillPlaceholders} from './placeholders.ts'

export function courseOf(lessons: readonly Lesson[]): Course {
  return lessons.map(
    (lesson): CourseLesson => ({
      id: lesson.id,
      words: inBoth(language => ({title: shown(lesson.words[language].title, language)})),
      questions: questionsOf(lesson),
      steps: lesson.steps.map(({id}, i) => ({
        id,
        words: inBoth(language => {
          const {goals = {}, mistakes = {}} = lesson.words[language].steps[i] ?? {}
          return {
            title: titleOf(lesson, i)[language],
            goals: allShown(goals, language),
            mistakes: allShown(mistakes, language),
          }
        }),
      })),
    }),
  )
}

/** What a step is called, by its place in the lesson. */
export function titleOf({words, steps}: Lesson, i: number): Translations {
  return inBoth(language => shown(words[language].steps[i]?.title ?? steps[i]?.id ?? '', language))
}

function questionsOf({recall, steps, words}: Lesson): readonly CourseQuestion[] {
  const stepOf = (lesson: LessonWords, id: string) => lesson.steps.find(step => step.id === id)
  return [
    ...recall.map(({id, answer}) => question(`recall/${id}`, answer, language => words[language].recall[id])),
    ...steps.flatMap(({id, prediction}) =>
      prediction
        ? [question(id, prediction.answer, language => stepOf(words[language], id)?.prediction)]
        : [],
    ),
  ]
}

function question(
  id: string,
  answer: string,
  wordsIn: (language: Language) => QuestionWords | undefined,
): CourseQuestion {
  return {
    id,
    answer,
    words: inBoth(language => {
      const {text = id, options = []} = wordsIn(language) ?? {}
      return {
        text: shown(text, language),
        options: options.map(option => ({id: option.id, text: shown(option.text, language)})),
      }
    }),
  }
}

function inBoth<Words>(wordsIn: (language: Language) => Words): Readonly<Record<Language, Words>> {
  return Object.fromEntries(languages.map(language => [language, wordsIn(language)])) as Record<
    Language,
    Words
  >
}

function allShown(texts: Readonly<Record<string, string>>, language: Language) {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, shown(text, language)] as const))
}

/** The nodes of every stage. */
const everyName = [...nominalRoster, ...sentinelsOf(sentinelRosterAt(nominalBase))]

/** With the usual ports: every learner has nodes of their own. */
function shown(text: string, language: Language): string {
  return fill(fillPlaceholders(text, {roster: everyName}), {}, language)
}
