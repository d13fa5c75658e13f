// A learner before one lesson: reads the lesson pane and the header, whatever the language and wherever lines are broken.

import type {Lesson, Step} from '../../src/model/lesson/lesson.ts'
import type {StepWords} from '../../src/model/lesson/lesson-words.ts'
import {
  type Language,
  type MessageKey,
  message,
  translate,
  type Values,
} from '../../src/model/text/messages.ts'
import {type Lab, lastRow} from '../../tools/program/lab.ts'
import type {Limit} from '../../tools/terminal/look.ts'

export type Learner = Readonly<{
  words(step: Step): StepWords
  /** Resolves when the pane says this; numbers that come from the nodes are passed over. */
  reads(sentence: string, limit?: Limit): Promise<string>
  readsNoMore(sentence: string): Promise<string>
  /** Resolves when the step has begun, and something may be done. */
  begins(step: Step, hints?: number): Promise<string>
  /** Resolves when the step is passed and Press Enter to continue. */
  passes(step: Step): Promise<string>
}>

/** A failover waits for the node timeout, and a busy computer adds to it. ms */
const patience = 20_000

export function learn(lab: Lab, lesson: Lesson, language: Language): Learner {
  const word = (key: MessageKey, values?: Values) => translate(language, message(key, values))
  const words = (step: Step) => {
    const found = lesson.words[language].steps[lesson.steps.indexOf(step)]
    if (!found) throw new Error(`${lesson.id} has no words for ${step.id}`)
    return found
  }
  const asked = (sentence: string) => named(sentence, shows(lab.filled(sentence)))
  const all = lesson.steps.length
  const at = (step: Step) => `${lesson.id} · ${word('ui.step', {n: lesson.steps.indexOf(step) + 1, all})}`
  return {
    words,
    reads: (sentence, limit) => lab.waitFor(asked(sentence), limit),
    readsNoMore: sentence => lab.waitUntilGone(asked(sentence)),
    begins(step, hints = 0) {
      const open = word('ui.hintCount', {n: hints, all: 3})
      // In a narrow pane the counts of hidden lines take the place of the hints; a question is then what the step opens with.
      const opens = (screen: string) =>
        screen.includes(open) || (hints === 0 && screen.includes(word('question.predict')))
      const isOpen = (screen: string) => screen.includes(at(step)) && opens(screen)
      return lab.waitFor(named(`${at(step)}, ${open}`, isOpen), {within: patience})
    },
    passes(step) {
      const isPassed = (screen: string) =>
        screen.includes(at(step)) &&
        // The last step of all goes on to the closing page.
        (['key.next', 'key.goOn'] as const).some(key =>
          lastRow(screen).includes(word(key).replaceAll('`', '')),
        )
      return lab.waitFor(named(`${at(step)}, ${word('key.next')}`, isPassed), {within: patience})
    },
  }
}

/** All parts of the sentence, which stand around what comes from the nodes. */
function shows(sentence: string): (screen: string) => boolean {
  const parts = sentence.split(/\{[^}]+\}/).map(squeezed)
  return screen => {
    const text = squeezed(lessonPane(screen))
    return parts.every(part => text.includes(part))
  }
}

/** What stands between the first two borders; without borders, all. */
function lessonPane(screen: string): string {
  const rows = screen.split('\n')
  const framed = rows.flatMap(row => /^│(.+?)[│├]/.exec(row)?.[1] ?? [])
  return (framed.length > 0 ? framed : rows).join('')
}

/** Without what depends on where a line is broken, and without marks that become colors. */
function squeezed(text: string): string {
  return text.replaceAll(/\s|`|\*\*/g, '')
}

/** A wait that fails says this. */
function named(name: string, holds: (screen: string) => boolean) {
  return Object.defineProperty(holds, 'name', {value: name})
}
