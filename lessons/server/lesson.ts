// The lesson on one server: its redis.conf, what a restart keeps of it, and who may command it.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {acl} from './acl.ts'
import {edit} from './edit.ts'
import en from './en.md'
import {kept} from './kept.ts'
import {masterauth} from './masterauth.ts'
import {password} from './password.ts'
import {rewrite} from './rewrite.ts'
import {start} from './start.ts'
import {stranger} from './stranger.ts'
import zh from './zh.md'

export const server = lesson({
  id: 'server',
  stage: 'standalone',
  spares: ['6382', '6482'],
  recall: {frozen: 'gone', arrives: 'pair'},
  steps: {start, kept, edit, rewrite, stranger, password, masterauth, acl},
  words: {en, zh},
})
