// A hub in a process of its own, so that it can be killed: `node room-process.ts OPTIONS`, started by hub.ts with a channel for its questions.

import {Hub, type HubOptions} from '../../src/hub/hub.ts'
import {bind} from '../../src/hub/listen.ts'
import {keepHeapSmall} from '../../src/platform/memory.ts'
import type {HubAnswer, HubQuestion} from './hub.ts'

keepHeapSmall()
const {port, ...options} = JSON.parse(process.argv[2] ?? '') as HubOptions & Readonly<{port: number}>
const hub = await Hub.open(options)
const bound = await bind(hub.server, port, '127.0.0.1')
const tell = (answer: HubAnswer) => process.send?.(answer)

process.on('message', async ({id, ask}: HubQuestion) => {
  try {
    tell({id, value: await answer(ask)})
  } catch (error) {
    tell({id, error: String(error)})
  }
})
// Without its parent it has nothing to do.
process.on('disconnect', () => process.exit())
tell({id: 0, value: bound})

async function answer(ask: HubQuestion['ask']): Promise<unknown> {
  switch (ask.what) {
    case 'give':
      return hub.desk.give(ask.command, {}, ask.order)
    case 'kick':
      return hub.desk.kick(ask.learner)
    case 'lock':
      return hub.desk.lock(true)
    case 'room':
      return hub.desk.room()
    case 'orders':
      return hub.desk.orders().map(({id}) => id)
  }
}
