// The page's words: its own catalogue only, for that of the whole program is three times as large as the page.

import {classText} from '../../model/text/catalogue/class.ts'
import {fillWith, type Language} from '../../model/text/fill.ts'
import {clock} from '../../model/workshop/clock.ts'

export type ClassKey = keyof typeof classText
export type Words = ReturnType<typeof wordsIn>

export function wordsIn(language: Language) {
  return {
    language,
    text(key: ClassKey, values: Readonly<Record<string, string | number>> = {}): string {
      return fillWith(classText[key][language], language, name => values[name])
    },
    /** `3:20` */
    time: (ms: number) => clock(ms / 1000),
  }
}
