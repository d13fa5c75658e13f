// Does what a line of the instructor says, and answers with sentences.

import {writeFile} from 'node:fs/promises'
import {setTimeout as pause} from 'node:timers/promises'
import {LabError} from '../model/text/lab-error.ts'
import {type Message, message} from '../model/text/messages.ts'
import type {Delivery, Target, WorkshopCommand} from '../model/workshop/command.ts'
import {type DeskLine, deskCommands, deskUsage} from '../model/workshop/desk-lines.ts'
import {peopleWords, queueWords, stepWords, voteWords} from '../model/workshop/desk-words.ts'
import {parseSnapshot} from '../model/workshop/join.ts'
import type {Person, Room} from '../model/workshop/room.ts'

/** What this face needs of a hub. */
export type RoomDesk = Readonly<{
  room: () => Room
  /** All orders that are kept, oldest first. */
  orders: () => readonly Delivery[]
  listen: (listener: () => void) => () => void
  give: (command: WorkshopCommand, target?: Target) => Promise<string>
  lock: (locked: boolean) => Promise<void>
  closePoll: (share: boolean) => Promise<boolean>
  kick: (learner: string) => Promise<boolean>
  rename: (learner: string, name: string) => Promise<boolean>
  changeCode: () => Promise<string>
  end: () => Promise<void>
  /** The picture that somebody sent for this request, as JSON. */
  snapshot: (request: string) => Promise<string | undefined>
  settings: () => Promise<Readonly<{code: string}>>
  /** The records of the room, in this format. */
  records: (format: 'csv' | 'jsonl') => Promise<Readonly<{text: string; n: number}>>
}>

/** `failed`: nothing was done. `later`: the answer of Redis has not come yet; this resolves to it. */
export type Answered = Readonly<{
  says: readonly Message[]
  quit?: true
  failed?: true
  later?: Promise<Answered>
}>

/** ms that a line may take before the instructor is told that it waits */
const answerWithin = 3000

/** Opens the instructor's page if this computer has a browser; resolves to a link that works once. */
export type OpenPage = () => Promise<Readonly<{link: string; opened: boolean}>>

/** `pictures`: whether pictures may be asked for. `within`: ms */
export async function runDeskLine(
  desk: RoomDesk,
  line: Exclude<DeskLine, {is: 'page'}>,
  pictures: boolean,
  within = answerWithin,
): Promise<Answered> {
  const answered = answer(desk, line, pictures).catch(refusal)
  const slow = new AbortController()
  const waits = pause(within, undefined, {signal: slow.signal}).then(
    () => ({...said('desk.waits', {seconds: within / 1000}), later: answered}),
    () => answered,
  )
  const first = await Promise.race([answered, waits])
  slow.abort()
  return first
}

export async function runPageLine(openPage: OpenPage): Promise<Answered> {
  const {link, opened} = await openPage()
  return said(opened ? 'desk.pageOpened' : 'desk.pageLink', {link})
}

function refusal(error: Error): Answered {
  const reason = error instanceof LabError ? error.reason : message('desk.refused', {error: error.message})
  return {says: [reason], failed: true}
}

async function answer(
  desk: RoomDesk,
  line: Exclude<DeskLine, {is: 'page'}>,
  pictures: boolean,
): Promise<Answered> {
  const now = Date.now()
  switch (line.is) {
    case 'give':
      await desk.give(line.command, line.target)
      return said('desk.sent')
    case 'picture':
      if (!pictures) return {...said('desk.noPictures'), failed: true}
      await desk.give({kind: 'snapshot'}, {learner: line.person.learner})
      return said('desk.asked', {name: line.person.name})
    case 'closePoll':
      return closePoll(desk, line.share)
    case 'lock':
      await desk.lock(line.locked)
      return said(line.locked ? 'desk.locked' : 'desk.unlocked')
    case 'kick':
      await desk.kick(line.person.learner)
      return said('desk.kicked', {name: line.person.name})
    case 'rename':
      if (!(await desk.rename(line.person.learner, line.name)))
        return {...said('desk.notRenamed', {now: line.name}), failed: true}
      return said('desk.renamed', {name: line.person.name, now: line.name})
    case 'code':
      return said('desk.newCode', {code: await desk.changeCode()})
    case 'end':
      await desk.end()
      return said('desk.ended')
    case 'export':
      return exportTo(desk, line.file)
    case 'show':
      return {says: shown(desk, line.what, now)}
    case 'help':
      return {
        says: deskCommands.map(one =>
          message('desk.helpRow', {usage: deskUsage(one), help: message(one.help)}),
        ),
      }
    case 'quit':
      return {says: [], quit: true}
    case 'rejected':
      return {says: [line.because], failed: true}
  }
}

async function closePoll(desk: RoomDesk, share: boolean): Promise<Answered> {
  const votes = () => voteWords(desk.room(), desk.orders())
  if (await desk.closePoll(share))
    return {says: [message(share ? 'desk.pollShared' : 'desk.pollClosed'), ...votes()]}
  const none = !desk.orders().some(({command}) => command.kind === 'poll')
  return {...said(none ? 'desk.noPoll' : 'desk.pollWasClosed'), failed: true}
}

function shown(
  desk: RoomDesk,
  what: Extract<DeskLine, {is: 'show'}>['what'],
  now: number,
): readonly Message[] {
  if (what === 'votes') return voteWords(desk.room(), desk.orders())
  return {people: peopleWords, steps: stepWords, queue: queueWords}[what](desk.room(), now)
}

function said(...words: Parameters<typeof message>): Answered {
  return {says: [message(...words)]}
}

async function exportTo(desk: RoomDesk, file: string): Promise<Answered> {
  const {text, n} = await desk.records(file.endsWith('.csv') ? 'csv' : 'jsonl')
  try {
    await writeFile(file, text, {flag: 'wx', mode: 0o600})
  } catch (error) {
    throw new LabError('desk.unwritable', {file, cause: (error as Error).message}, {cause: error})
  }
  return said('desk.exported', {n, file})
}

/** The pictures that have come, and who has declined to send one. */
export async function picturesBetween(before: Room, now: Room, desk: RoomDesk): Promise<readonly Message[]> {
  const answered = Object.values(now.people).filter(
    ({learner, picture}) => picture !== undefined && picture !== before.people[learner]?.picture,
  )
  return (await Promise.all(answered.map(person => pictureWords(person, desk)))).flat()
}

async function pictureWords({name, picture}: Person, desk: RoomDesk): Promise<readonly Message[]> {
  if (!picture) return []
  if (picture.is === 'declined') {
    const asked = desk.orders().find(({id}) => id === picture.request)
    return asked?.command.kind === 'snapshot' ? [message('desk.pictureDeclined', {name})] : []
  }
  const json = await desk.snapshot(picture.request).catch(() => undefined)
  const found = json === undefined ? undefined : parseSnapshot(JSON.parse(json))
  if (!found) return [message('desk.pictureGone', {name})]
  const rows = found.lines.map(row => message('desk.pictureRow', {row}))
  return [message('desk.pictureOf', {name}), ...rows, message('desk.pictureEnd', {name})]
}
