// Stands in the place of lessons/index.ts for check-own-lessons.ts: a lesson without a fault, and one with a fault in its words.

import {stepOf} from '../../../src/model/lesson/lesson.ts'
import {healthy, ownLesson} from './own-lessons.ts'

export const lessons = [
  ownLesson('healthy', [stepOf('write', healthy)]),
  ownLesson('broken', [stepOf('write', healthy)], {
    words: (text, language) => (language === 'zh' ? text.replace('- typo: what helps\n', '') : text),
  }),
]
