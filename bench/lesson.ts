// How long a learner waits: from the start of the process until something appears, until the first complete frame, and until the first step
// can be done. In a pseudo-terminal, with warm caches.

import {homedir} from 'node:os'
import {join} from 'node:path'
import {openCommand} from '../tools/program/lab.ts'
import {spread} from './figures.ts'
import {times} from './scale.ts'

type Waits = Readonly<{something: number; frame: number; turn: number}>

async function openLesson(): Promise<Waits> {
  const {XDG_CACHE_HOME: cache = join(homedir(), '.cache')} = process.env
  const start = performance.now()
  const since = () => performance.now() - start
  await using terminal = await openCommand({env: {XDG_CACHE_HOME: cache}}, [], {rows: 35})
  await terminal.waitFor(/\S/)
  const something = since()
  // The step's text in its pane; the splash screen has neither.
  await terminal.waitFor(/Lesson/)
  const frame = since()
  await terminal.waitFor('Your turn')
  const turn = since()
  terminal.type('/quit\r')
  await terminal.exit
  return {something, frame, turn}
}

export async function lesson() {
  const often = times(15)
  await openLesson() // warms the caches
  const waits: Waits[] = []
  for (let i = 0; i < often; i++) waits.push(await openLesson())
  console.log(`\nThe first lesson, opened ${often} times`)
  console.log(`something on the screen: ${spread(waits.map(one => one.something))}`)
  console.log(`the first frame:         ${spread(waits.map(one => one.frame))}`)
  console.log(`the learner's turn:      ${spread(waits.map(one => one.turn))}`)
}

if (import.meta.main) await lesson()
