// `join ADDRESS`: opens the lab in a workshop's room. The first time it asks for consent; later it is the same person again, hub or no hub.

import {mkdir} from 'node:fs/promises'
import {createInterface} from 'node:readline/promises'
import {setTimeout as pause} from 'node:timers/promises'
import type {Lab} from '../../lab/lab.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {type Language, type Message, message, translate} from '../../model/text/messages.ts'
import {checkWordsOf} from '../../model/workshop/handles.ts'
import {codeFrom, type Joined, type JoinRequest, type Role} from '../../model/workshop/join.ts'
import {protocolVersion} from '../../model/workshop/limits.ts'
import {takeFreeLock} from '../../platform/file-lock.ts'
import {slowHash} from '../../platform/slow-hash.ts'
import type {Sight} from '../../views/sight.ts'
import {addressText, type HubAddress, parseAddress} from '../../workshop/address.ts'
import {asTold} from '../../workshop/as-told.ts'
import {consentWords} from '../../workshop/consent.ts'
import {HubClient, HubRefused, NotTheHub} from '../../workshop/hub-client.ts'
import {JoinedRoom} from '../../workshop/join-room.ts'
import {hubFolder, type Membership, readMembership, writeMembership} from '../../workshop/membership.ts'
import {pictureOf} from '../../workshop/picture.ts'
import {whyNot} from '../../workshop/why-not.ts'
import type {CommandContext} from '../command.ts'
import {printNote} from '../output.ts'
import {placeOf, play, readLearner} from '../play.ts'

/** A learner or helper whom the hub has let in. */
type Admitted = Readonly<{client: HubClient; membership: Membership; joined: Joined; request: JoinRequest}>

export async function join(context: CommandContext): Promise<number> {
  const {options, environment, language, leaveSplash} = context
  const [typed, lessonName] = options.ids
  if (typed === undefined) throw new LabError('workshop.noAddress')
  const address = parseAddress(typed)
  const folder = hubFolder(environment.dataFolder, address)
  leaveSplash()
  await mkdir(folder, {recursive: true, mode: 0o700})
  // Two labs would be one person with one outbox: each would end the other's membership.
  await using _ = await takeFreeLock(folder, pid => new LabError('workshop.otherLab', {pid}))
  const admitted = await admit(context, address, folder)
  if (!admitted) return 1
  const learner = await readLearner(context)
  const {lesson, step} = placeOf(learner, lessonName)
  const {client, membership, joined, request} = admitted
  const picture = (lab: Lab, sight: () => Sight) => () =>
    pictureOf(lab.state(), lab.lessons, language, sight())
  return await play(
    context,
    learner,
    lab => lab.open(lesson.id, step),
    (lab, sight) => {
      const options = {lab, client, address, folder, membership, joined, request}
      return JoinedRoom.open({...options, picture: picture(lab, sight)})
    },
  )
}

/** Undefined if the learner does not want to. @throws LabError with the reason if the hub does not let them in */
async function admit(
  context: CommandContext,
  address: HubAddress,
  folder: string,
): Promise<Admitted | undefined> {
  const {options, language} = context
  const known = await readMembership(folder)
  const client = new HubClient(address, address.fingerprint ?? known.fingerprint)
  const role: Role = options.helper ? 'helper' : 'learner'
  const isAgain = known.joined?.role === role && !known.left && options.code === undefined
  const again = isAgain ? known.joined : undefined
  try {
    await client.greet()
  } catch (error) {
    const why = whyNot(error, address)
    if (!again || error instanceof HubRefused) throw new LabError('workshop.notJoined', {because: why})
    // A member may begin without the hub: it hears of everything when it is back.
    printNote(message('workshop.laterJoined', {because: why}), language)
    return {
      client,
      membership: known,
      joined: again,
      request: requestOf(known, role, known.code ?? '', again.names ? again.name : undefined),
    }
  }
  const code = codeFrom(
    options.code ?? (again ? (known.code ?? '') : await ask(message('workshop.askCode'), language)),
  )
  const wait = waitingIn(language)
  const check = () => asTold(() => client.checkCode(code, role), wait)
  const checked = again ? undefined : await check().catch(error => refused(error, address))
  // A member comes in all the same.
  if (checked?.locked && known.joined?.room !== checked.room)
    refused(new HubRefused({refused: 'locked'}), address)
  const countsOnly = checked?.countsOnly ?? again?.countsOnly ?? false
  if (checked && !(await consents(context, {address, fingerprint: client.fingerprint, code, countsOnly}))) {
    printNote(message('workshop.notWanted'), language)
    return undefined
  }
  const request = requestOf(known, role, code, options.name)
  const joined = await asTold(() => client.join(request), wait).catch(error => {
    // The learner has typed no code this time.
    const isOld = again && error instanceof HubRefused && error.refused.refused === 'code'
    return refused(error, address, isOld ? message('workshop.why.oldCode') : undefined)
  })
  // The learner has agreed to be counted, not to be known.
  if (countsOnly && !joined.countsOnly)
    refused(new NotTheHub('protocol'), address, message('workshop.notCounted'))
  const {fingerprint} = client
  // Of another room of this hub, or of one that was left, nothing counts here.
  const isSame = known.joined?.room === joined.room && !known.left
  const before = isSame ? known : {device: known.device}
  const membership = {...before, code, joined, ...(fingerprint !== undefined && {fingerprint})}
  await writeMembership(folder, membership)
  return {client, membership, joined, request}
}

/** Says how long the hub lets this computer wait, and waits. */
function waitingIn(language: Language): (seconds: number) => Promise<void> {
  return async seconds => {
    printNote(message('workshop.waits', {seconds}), language)
    await pause(seconds * 1000)
  }
}

function refused(error: unknown, address: HubAddress, because = whyNot(error, address)): never {
  throw new LabError('workshop.notJoined', {because}, {cause: error})
}

function requestOf({device}: Membership, role: Role, code: string, name: string | undefined): JoinRequest {
  return {protocol: protocolVersion, code, device, role, ...(name !== undefined && {name})}
}

type Visit = Readonly<{
  address: HubAddress
  fingerprint: string | undefined
  code: string
  countsOnly: boolean
}>

/** Says what is sent, to whom, how long it is kept and how to leave, and waits for Enter. */
async function consents(
  {language, options}: CommandContext,
  {address, fingerprint, code, countsOnly}: Visit,
): Promise<boolean> {
  const hub = addressText(address)
  const print = (words: Message) => printNote(words, language)
  const role = options.helper ? 'helper' : 'learner'
  for (const words of consentWords({hub, address: options.ids[0] ?? hub, role, countsOnly})) print(words)
  if (address.protocol === 'plain') print(message('workshop.consentPlain'))
  if (address.protocol === 'pinned' && address.fingerprint === undefined && fingerprint !== undefined)
    print(message('workshop.consentWords', {words: checkWordsOf(await slowHash(fingerprint, code))}))
  const answer = (await ask(message('workshop.consentAsk'), language)).trim().toLowerCase()
  return answer === '' || answer === 'y' || answer === 'yes'
}

/** A line of standard input. @throws LabError if there is none */
async function ask(words: Message, language: Language): Promise<string> {
  const input = createInterface({
    input: process.stdin,
    output: process.stderr,
    terminal: process.stdin.isTTY === true,
  })
  const closed = new Promise<undefined>(resolve => input.once('close', () => resolve(undefined)))
  try {
    const answer = await Promise.race([input.question(`${translate(language, words)} `), closed])
    if (answer === undefined) throw new LabError('workshop.noConsent')
    return answer
  } finally {
    input.close()
  }
}
