// The last lesson: incidents. Each step is broken before the learner comes; any way that heals it passes.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {archive} from './archive.ts'
import {carts} from './carts.ts'
import {catalog} from './catalog.ts'
import {checkout} from './checkout.ts'
import {drill} from './drill.ts'
import en from './en.md'
import {lea} from './lea.ts'
import {mirror} from './mirror.ts'
import {night} from './night.ts'
import {orders} from './orders.ts'
import {rollout} from './rollout.ts'
import {stock} from './stock.ts'
import zh from './zh.md'

export const incidents = lesson({
  id: 'incidents',
  stage: 'cluster',
  steps: {carts, checkout, orders, catalog, stock, lea, night, archive, drill, rollout, mirror},
  words: {en, zh},
})
