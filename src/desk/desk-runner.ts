// Does what a line of the instructor says, and answers with sentences.

import {writeFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {LabError} from '../model/text/lab-error.ts'
import {type Message, message} from '../model/text/messages.ts'
import {equalJson} from '../model/text/objects.ts'
import type {Delivery, Target, WorkshopCommand} from '../model/workshop/command.ts'
import {commandsIn, type DeskLine, deskHelp, deskUsage} from '../model/workshop/desk-lines.ts'
import type {DeskNames} from '../model/workshop/desk-names.ts'
import {peopleWords, queueWords, sentWords, stepWords, voteWords} from '../model/workshop/desk-words.ts'
import {type Asker, askerFirst, askerOf, claimedWords, type HelpAct} from '../model/workshop/help-question.ts'
import type {Role} from '../model/workshop/join.ts'
import {helpQueue, stepCounts} from '../model/workshop/overview.ts'
import type {Person, Room} from '../model/workshop/room.ts'
import {parseSnapshot} from '../model/workshop/screen.ts'
import type {Line} from '../views/draw/styled-text.ts'

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
  readmit: (learner: string) => Promise<boolean>
  help: (question: number, what: HelpAct) => Promise<boolean>
  rename: (learner: string, name: string) => Promise<boolean>
  changeCode: (of: Role) => Promise<string>
  end: () => Promise<void>
  /** The picture that somebody sent for this request, as JSON. */
  snapshot: (request: string) => Promise<string | undefined>
  settings: () => Promise<Readonly<{code: string; helperCode: string}>>
  /** The records of the room, in this format. */
  records: (format: 'csv' | 'jsonl') => Promise<Readonly<{text: string; n: number}>>
}>

/** How to join, and what of it both ends compare. */
export type DeskDoor = Readonly<{
  /** Of the hub, as learners type it. */
  address: string
  /** The check words for a code; undefined without a certificate of the hub's own. */
  words: (code: string) => Promise<string | undefined>
}>

/** `pictures`: whether they may be asked for. `within`: ms until the instructor is told that a line waits for Redis. */
export type DeskHelp = Readonly<{names: DeskNames; door: DeskDoor; pictures: boolean; within?: number}>

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

export async function runDeskLine(
  desk: RoomDesk,
  line: Exclude<DeskLine, {is: 'page'}>,
  help: DeskHelp,
): Promise<Answered> {
  const {within = answerWithin} = help
  const answered = answer(desk, line, help).catch(refusal)
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
  help: DeskHelp,
): Promise<Answered> {
  const {ended, counts} = desk.room()
  if (ended && !inEndedRoom.includes(line.is))
    return {...said(counts ? 'desk.roomOverCounted' : 'desk.roomOver'), failed: true}
  switch (line.is) {
    case 'give':
      await desk.give(line.command, line.target)
      return {says: [givenWords(desk.room(), line, help.names)]}
    case 'question':
      return question(desk, line)
    case 'picture':
      if (!help.pictures) return {...said('desk.noPictures'), failed: true}
      await desk.give({kind: 'snapshot'}, {learner: line.person.learner})
      return said('desk.asked', {name: line.person.name})
    case 'closePoll':
      return closePoll(desk, line.share)
    case 'lock':
    case 'kick':
    case 'unkick':
    case 'rename':
    case 'code':
    case 'helpers':
      return atDoor(desk, line, help.door)
    case 'end':
      await desk.end()
      return said('desk.ended')
    case 'export':
      return exportTo(desk, line.file)
    case 'show':
      return {says: shown(desk, line.what, help.names)}
    case 'demo':
      return said('desk.demoHow')
    case 'help':
      return {says: helpWords(desk.room())}
    case 'quit':
      return {says: [], quit: true}
    case 'rejected':
      return {says: [line.because], failed: true}
  }
}

/** What can be done in this room. */
function helpWords(room: Room): readonly Message[] {
  return commandsIn(room).map(one =>
    message('desk.helpRow', {usage: deskUsage(one, room), help: message(deskHelp(one, room))}),
  )
}

type DoorLine = Extract<
  DeskLine,
  {is: 'lock'} | {is: 'kick' | 'unkick'} | {is: 'rename'} | {is: 'code' | 'helpers'}
>

async function atDoor(desk: RoomDesk, line: DoorLine, door: DeskDoor): Promise<Answered> {
  switch (line.is) {
    case 'lock':
      await desk.lock(line.locked)
      return said(line.locked ? 'desk.locked' : 'desk.unlocked')
    case 'kick':
      await desk.kick(line.person.learner)
      return said('desk.kicked', {name: line.person.name})
    case 'unkick':
      await desk.readmit(line.person.learner)
      return said('desk.unkicked', {name: line.person.name})
    case 'rename':
      if (!(await desk.rename(line.person.learner, line.name)))
        return {...said('desk.notRenamed', {now: line.name}), failed: true}
      return said('desk.renamed', {name: line.person.name, now: line.name})
    case 'code':
      if (line.renew) return newCode(desk, door)
      return {says: [...(await codeWords(desk, door)), ...(await helperWords(desk, door))]}
    case 'helpers':
      if (line.renew) await desk.changeCode('helper')
      return {says: await helperWords(desk, door)}
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
  names: DeskNames,
): readonly Message[] {
  const now = Date.now()
  const room = desk.room()
  switch (what) {
    case 'votes':
      return voteWords(room, desk.orders())
    case 'sent':
      return sentWords(room, desk.orders(), names)
    case 'people':
      return peopleWords(room, now, names)
    case 'steps':
      return stepWords(room, now, names)
    case 'queue':
      return queueWords(room, now, names)
  }
}

/** What can be done in a room that has ended. */
const inEndedRoom: readonly DeskLine['is'][] = ['export', 'show', 'help', 'quit', 'rejected']

function givenWords(
  room: Room,
  {command, target}: Extract<DeskLine, {is: 'give'}>,
  names: DeskNames,
): Message {
  const person = target.learner === undefined ? undefined : room.people[target.learner]
  if (person) return message('desk.sentTo', {name: person.name})
  if (command.kind === 'goto') return message('desk.sentPlace', {place: names.place(command)})
  if (command.kind === 'unlock') {
    const {what, lesson, step} = command
    const at = stepCounts(room, Date.now()).find(count => count.lesson === lesson && count.step === step)
    const n = at?.here ?? 0
    return message('desk.sentUnlock', {what, place: names.place(command), n})
  }
  return message('desk.sent')
}

/** That it is done. The lab of a learner with a name says so itself. */
function questionWords(asked: Asker, what: HelpAct): Message {
  const name = askerOf(asked)
  if (what !== 'claim' || asked.name !== undefined) return message(`desk.question.${what}`, {name})
  return claimedWords(asked, message('desk.question.claimNumber', {name}))
}

async function question(
  desk: RoomDesk,
  {what, question: asked}: Extract<DeskLine, {is: 'question'}>,
): Promise<Answered> {
  const {n} = asked
  // An answer needs no claim first.
  const isOurs = what !== 'answer' || (await desk.help(n, 'claim'))
  if (isOurs && (await desk.help(n, what))) return {says: [questionWords(asked, what)]}
  const asking = helpQueue(desk.room(), Date.now()).find(one => one.n === n)
  if (!asking) return {...said('desk.question.none', {name: askerFirst(asked)}), failed: true}
  const {helper} = asking
  const name = askerOf(asked)
  if (!helper || what === 'release') return {...said('desk.question.notYours', {name}), failed: true}
  return {...said('desk.question.taken', {name, helper: helper.helper}), failed: true}
}

async function newCode(desk: RoomDesk, {words}: DeskDoor): Promise<Answered> {
  const code = await desk.changeCode('learner')
  return {says: [message('desk.newCode', {code}), ...wordsSaid('desk.words', await words(code))]}
}

async function codeWords(desk: RoomDesk, {address, words}: DeskDoor): Promise<readonly Message[]> {
  const {code} = await desk.settings()
  return [message('desk.joinLine', {address, code}), ...wordsSaid('desk.words', await words(code))]
}

/** Helpers have another code, and so other check words. */
async function helperWords(desk: RoomDesk, {address, words}: DeskDoor): Promise<readonly Message[]> {
  const {helperCode: code} = await desk.settings()
  return [message('desk.helperLine', {address, code}), ...wordsSaid('desk.helperWords', await words(code))]
}

function wordsSaid(key: 'desk.words' | 'desk.helperWords', words: string | undefined): readonly Message[] {
  return words === undefined ? [] : [message(key, {words})]
}

/** What is asked before a line that cannot be undone; `about`: the same for the same thing. Undefined if nothing is. */
export function askedFirst(line: DeskLine): Readonly<{about: string; asks: Message}> | undefined {
  if (line.is === 'kick') {
    const {learner, name} = line.person
    return {about: learner, asks: message('desk.askKick', {name})}
  }
  return line.is === 'end' && !line.now ? {about: 'end', asks: message('desk.askEnd')} : undefined
}

function said(...words: Parameters<typeof message>): Answered {
  return {says: [message(...words)]}
}

async function exportTo(desk: RoomDesk, name: string): Promise<Answered> {
  const file = resolve(name)
  const {text, n} = await desk.records(file.endsWith('.csv') ? 'csv' : 'jsonl')
  try {
    await writeFile(file, text, {flag: 'wx', mode: 0o600})
  } catch (error) {
    throw unwritable(file, error as NodeJS.ErrnoException)
  }
  return said('desk.exported', {n, file})
}

const whyUnwritable: Readonly<Record<string, 'exists' | 'noFolder' | 'denied' | 'full' | 'isFolder'>> = {
  EEXIST: 'exists',
  EISDIR: 'isFolder',
  ENOENT: 'noFolder',
  ENOTDIR: 'noFolder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOSPC: 'full',
}

function unwritable(file: string, error: NodeJS.ErrnoException): LabError {
  const why = whyUnwritable[error.code ?? '']
  if (why) return new LabError(`desk.unwritable.${why}`, {file}, {cause: error})
  return new LabError('desk.unwritable', {file, cause: error.message}, {cause: error})
}

/** A sentence, or a row of a picture as the learner's lab has drawn it. */
export type Shown = Message | Line

/** The pictures that have come, and who has declined to send one. */
export async function picturesBetween(before: Room, now: Room, desk: RoomDesk): Promise<readonly Shown[]> {
  const answered = Object.values(now.people).filter(
    // By value: a hub that reads its records again has new objects for everybody.
    ({learner, picture}) => picture !== undefined && !equalJson(picture, before.people[learner]?.picture),
  )
  return (await Promise.all(answered.map(person => pictureWords(person, desk)))).flat()
}

async function pictureWords({name, picture}: Person, desk: RoomDesk): Promise<readonly Shown[]> {
  if (!picture) return []
  if (picture.is === 'declined') {
    const asked = desk.orders().find(({id}) => id === picture.request)
    return asked?.command.kind === 'snapshot' ? [message('desk.pictureDeclined', {name})] : []
  }
  const json = await desk.snapshot(picture.request).catch(() => undefined)
  const found = json === undefined ? undefined : parseSnapshot(JSON.parse(json))
  if (!found) return [message('desk.pictureGone', {name})]
  return [message('desk.pictureOf', {name}), ...found.lines, message('desk.pictureEnd', {name})]
}
