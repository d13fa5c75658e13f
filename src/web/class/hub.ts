// The page's way to its hub: a stream of parts, and orders.

import {sanitizeLines} from '../../model/text/sanitize.ts'
import type {Target, WorkshopCommand} from '../../model/workshop/command.ts'
import type {Course} from '../../model/workshop/course.ts'
import type {Demonstration} from '../../model/workshop/demonstration.ts'
import {staffHeader} from '../../model/workshop/limits.ts'
import type {ScreenSnapshot} from '../../model/workshop/screen.ts'
import type {StaffAnswer, StaffOrder} from '../../model/workshop/staff-order.ts'
import type {ClassState, Parts} from './state.ts'
import type {ClassKey} from './words.ts'

export async function readCourse(): Promise<Course> {
  const response = await fetch('/v1/course')
  if (!response.ok) throw new Error(`${response.status}`)
  return (await read(response)) as Course
}

/** Follows the room until the page is closed. A hub that was started again goes on where it was. */
export function follow(state: ClassState): void {
  const stream = new EventSource('/v1/changes')
  const take = (whole: boolean) => (event: MessageEvent<string>) => {
    state.take(cleanJson(event.data) as Parts, whole)
    state.connection.value = 'live'
  }
  stream.addEventListener('room', take(true))
  stream.addEventListener('changes', take(false))
  stream.addEventListener('demo', event => {
    state.demo.value = event.data
  })
  stream.addEventListener('error', () => {
    // A browser gives up after a refusal, and tries again after everything else.
    state.connection.value = stream.readyState === EventSource.CLOSED ? 'lost' : 'away'
  })
}

/** Resolves to true once it is done, or will be; what the page says of it then stands in `said`. */
export async function order(state: ClassState, wanted: StaffOrder, inForm = false): Promise<boolean> {
  const say = (key: ClassKey) => {
    state.said.value = {key, inForm}
  }
  try {
    const response = await fetch('/v1/orders', {
      method: 'POST',
      headers: {'content-type': 'application/json', [staffHeader]: '1'},
      body: JSON.stringify(wanted),
    })
    const {done} = (await read(response)) as StaffAnswer
    const refused = !response.ok || done === false
    say(refused ? 'class.notDone' : done ? 'class.done' : 'class.waits')
    return !refused
  } catch {
    say('class.unreachable')
    return false
  }
}

export function give(
  state: ClassState,
  command: WorkshopCommand,
  target: Target = {},
  inForm = false,
): Promise<boolean> {
  return order(state, {is: 'give', order: {id: newId(), target, command}}, inForm)
}

/** Of the same order, sent again, the hub does one. */
function newId(): string {
  return crypto.randomUUID()
}

export async function readPicture(request: string): Promise<ScreenSnapshot['lines'] | undefined> {
  const response = await fetch(`/v1/snapshot/${encodeURIComponent(request)}`)
  if (!response.ok) return undefined
  return ((await read(response)) as ScreenSnapshot).lines
}

/** What the stream says of the demonstration. */
export function readDemo(text: string): Demonstration {
  return cleanJson(text) as Demonstration
}

async function read(response: Response): Promise<unknown> {
  return cleanJson(await response.text())
}

/** Everything that the hub sends comes in here: what people have typed is clean before anything of the page sees it. */
export function cleanJson(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? sanitizeLines(value) : value))
}
