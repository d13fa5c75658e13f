// The lesson on keys, slots and their owners: redirects followed by hand and by the client, and a slot migrated while in use.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {ask} from './ask.ts'
import {asking} from './asking.ts'
import {close} from './close.ts'
import en from './en.md'
import {follow} from './follow.ts'
import {moved} from './moved.ts'
import {open} from './open.ts'
import {slot} from './slot.ts'
import {split} from './split.ts'
import {tags} from './tags.ts'
import zh from './zh.md'

export const slots = lesson({
  id: 'slots',
  stage: 'cluster',
  recall: {'write-on-replica': 'error', stale: 'either', behind: 'offsets'},
  steps: {slot, moved, follow, tags, open, ask, asking, split, close},
  words: {en, zh},
})
