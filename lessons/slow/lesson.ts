// The lesson on links that are slow: a replica that is behind though its link is up, the race of two replicas, a full output buffer, a late master.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {buffer} from './buffer.ts'
import en from './en.md'
import {lag} from './lag.ts'
import {lateMaster} from './late.ts'
import {race} from './race.ts'
import zh from './zh.md'

export const slow = lesson({
  id: 'slow',
  stage: 'cluster',
  wired: true,
  recall: {side: 'up', window: 'timeout'},
  steps: {lag, race, buffer, late: lateMaster},
  words: {en, zh},
})
