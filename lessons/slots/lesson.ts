// Keys, slots and who serves them: redirects followed by hand and by the client, and one slot moved from node to node while it is in use.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {ask, asking} from './ask.ts'
import {close} from './close.ts'
import en from './en.md'
import {replica, tags} from './one-slot.ts'
import {open} from './open.ts'
import {follow, moved, slot} from './redirects.ts'
import {split} from './split.ts'
import zh from './zh.md'

export const slots = lesson({
  id: 'slots',
  stage: 'cluster',
  recall: [
    {id: 'write-on-replica', answer: 'error'},
    {id: 'stale', answer: 'either'},
    {id: 'behind', answer: 'offsets'},
  ],
  steps: [slot, moved, follow, replica, tags, open, ask, asking, split, close],
  words: {en, zh},
})
