// The learner's side of a workshop in the lab: what came from the room, and what the learner answers. Changes the state only; src/workshop
// follows it and tells the hub.

import type {Lesson} from '../../model/lesson/lesson.ts'
import {isForTheLearner} from '../../model/prompt/slash-commands.ts'
import type {LabEvent, LabState} from '../../model/state/lab-state.ts'
import {
  type HubConnection,
  openOrder,
  type RoomRequest,
  runningPoll,
  type Workshop,
  type WorkshopEvent,
} from '../../model/state/workshop.ts'
import {
  heardWords,
  helpedWords,
  logWords,
  newInQueueWords,
  placeWords,
  queueWords,
  thereWords,
  withdrawnWords,
} from '../../model/state/workshop-words.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {timeOfDay} from '../../model/workshop/clock.ts'
import type {Delivery} from '../../model/workshop/command.ts'
import type {Flag} from '../../model/workshop/event.ts'
import {askerOf, type HelpAct} from '../../model/workshop/help-question.ts'
import type {QueueEntry} from '../../model/workshop/join.ts'
import type {KeptRoom} from '../../model/workshop/kept-room.ts'
import type {Transcript} from './transcript.ts'

export type RoomNeeds = Readonly<{
  lessons: readonly Lesson[]
  state: () => LabState
  dispatch: (event: LabEvent) => void
  subscribe: (listener: () => void) => unknown
  transcript: Pick<Transcript, 'note' | 'continue'>
  /** Runs a line that the instructor offered, once the learner has taken it. */
  run: (line: string) => Promise<unknown>
  /** Begins a step on new nodes; the old ones and their data are gone. */
  open: (lesson: string, step: string) => Promise<void>
}>

/** ms that a hub is away before the transcript says so */
const toldAfter = 5000
/** ms that an offered line waits at the prompt: by then the room is elsewhere, and the log still has it */
const offeredFor = 3 * 60_000

export class RoomCommands {
  readonly #needs: RoomNeeds
  #timer: NodeJS.Timeout | undefined
  #away: NodeJS.Timeout | undefined
  #toldAway = false

  constructor(needs: RoomNeeds) {
    this.#needs = needs
    needs.subscribe(() => {
      this.#recommend()
      this.#arrived()
    })
  }

  /** Something from the workshop; what a person has to know of it is written into the transcript. */
  took(event: WorkshopEvent): void {
    const before = this.#needs.state().workshop
    this.#tell(event)
    if (event.is === 'joined') {
      this.#needs.transcript.continue(joinedWords(event))
      if (event.kept) this.#goOn(event.kept)
    }
    if (event.is === 'question') this.#numbered(event.n, before)
    if (event.is === 'heard') this.#heard(event.delivery)
    if (event.is === 'helped') this.#needs.transcript.continue(helpedWords(event.question, event.what))
    if (event.is === 'queue') this.#asking(event.queue, before?.questions ?? [])
    if (event.is === 'failed')
      this.#needs.transcript.continue(message('workshop.failed', {because: event.because}))
    if (event.is === 'connection') this.#connected(event.connection, before)
  }

  /** What a lab that was closed has left: what waits for the learner is said again. */
  #goOn({flag, question, heard, open, timer}: KeptRoom): void {
    const say = (words: Message) => this.#needs.transcript.continue(words)
    if (question !== undefined) say(message('workshop.youAre', {n: question}))
    else if (flag !== 'none') say(message(`workshop.flag.${flag}`))
    const {lessons} = this.#needs
    const waiting = open.flatMap(({id}) => heard.find(order => order.id === id) ?? [])
    for (const order of waiting)
      if (order.command.kind !== 'offer' || this.#expiresLater(order)) say(heardWords(order, lessons))
    const countdown = heard.findLast(({command}) => command.kind === 'timer')
    if (timer && countdown) say(heardWords(countdown, lessons, timer.until - Date.now()))
    this.#watchTimer()
  }

  /** A hub that only counts calls a question by its number, and knows nothing else of it. */
  #numbered(n: number | undefined, before: Workshop | undefined): void {
    if (n === before?.question) return
    const words = n === undefined ? message('workshop.closed') : message('workshop.youAre', {n})
    this.#needs.transcript.continue(words)
  }

  /** A line that the learner has typed: if it is the offered one, it is taken. */
  typed(line: string): void {
    const {workshop} = this.#needs.state()
    const offer = workshop && openOrder(workshop, 'offer')
    if (offer && offer.command.line === line.trim())
      this.#tell({is: 'replied', command: offer.id, reply: 'taken'})
  }

  #heard(delivery: Delivery): void {
    const {command, id} = delivery
    // Said where the learner needs it.
    if (command.kind === 'unlock') return
    const {workshop} = this.#needs.state()
    if (command.kind === 'offer' && !this.#expiresLater(delivery)) return
    const left = (workshop?.timer?.until ?? 0) - Date.now()
    const isThere = command.kind === 'goto' && this.#isAt(command)
    const {lessons} = this.#needs
    this.#needs.transcript.continue(
      isThere ? thereWords(command, lessons) : heardWords(delivery, lessons, left),
    )
    if (command.kind === 'end') {
      const connection = {is: 'over', because: message('workshop.why.ended')} as const
      this.took({is: 'connection', connection})
      return
    }
    this.#tell({is: 'replied', command: id, reply: 'seen'})
    if (command.kind === 'timer') this.#watchTimer()
  }

  /** Lets a line that was offered expire; false if it has, as for somebody who joins late. */
  #expiresLater({id, at}: Delivery): boolean {
    const age = Date.now() - (this.#needs.state().workshop?.ahead ?? 0) - at
    const expire = () => this.#tell({is: 'expired', order: id})
    if (age >= offeredFor) {
      expire()
      return false
    }
    setTimeout(expire, offeredFor - age).unref()
    return true
  }

  #isAt({lesson, step}: Readonly<{lesson: string; step: string}>): boolean {
    const {play} = this.#needs.state()
    return play?.lesson === lesson && play.step === step
  }

  /** Asks nothing of a learner who is where the room is offered to go, or has come there by themselves. */
  #arrived(): void {
    const {workshop} = this.#needs.state()
    const jump = workshop && openOrder(workshop, 'goto')
    if (jump && this.#isAt(jump.command)) this.#tell({is: 'expired', order: jump.id})
  }

  /** A hint or a solution is recommended on its step: now, or when the learner comes there. */
  #recommend(): void {
    const {heard = [], recommended = []} = this.#needs.state().workshop ?? {}
    if (recommended.length === 0) return
    const now = heard.filter(
      ({id, command}) => command.kind === 'unlock' && recommended.includes(id) && this.#isAt(command),
    )
    if (now.length === 0) return
    this.#tell({is: 'recommended', orders: now.map(({id}) => id)})
    for (const delivery of now) {
      this.#needs.transcript.continue(heardWords(delivery, this.#needs.lessons))
      this.#tell({is: 'replied', command: delivery.id, reply: 'seen'})
    }
  }

  /** Tells a helper who asks for help now, and who does no longer though this helper has the question. */
  #asking(now: readonly QueueEntry[], before: readonly QueueEntry[]): void {
    const {name: own, helping} = this.#needs.state().workshop ?? {}
    const isClosed = (n: number) => helping?.question === n && helping.what === 'answer'
    for (const asking of before) {
      const {n, helper} = asking
      const isGone = !now.some(one => one.n === n)
      if (isGone && helper?.helper === own && !isClosed(n))
        this.#needs.transcript.continue(withdrawnWords(asking))
    }
    const known = new Set(before.map(({n}) => n))
    for (const words of newInQueueWords(
      now.filter(({n}) => !known.has(n)),
      this.#needs.lessons,
    ))
      this.#needs.transcript.continue(words)
  }

  #watchTimer(): void {
    clearTimeout(this.#timer)
    const {timer} = this.#needs.state().workshop ?? {}
    if (!timer) return
    const {until, text} = timer
    this.#timer = setTimeout(() => {
      this.#tell({is: 'timerEnded'})
      const words =
        text === undefined ? message('workshop.timerEnded') : message('workshop.timerEndedFor', {text})
      this.#needs.transcript.continue(words)
    }, until - Date.now())
    this.#timer.unref()
  }

  /** A hub that is away is told of once it has been for a while; the header shows it at once. */
  #connected(connection: HubConnection, before: Workshop | undefined): void {
    const {transcript} = this.#needs
    clearTimeout(this.#away)
    if (before?.connection.is === 'over') return
    if (connection.is === 'trying') {
      const hub = before?.hub ?? ''
      this.#away = setTimeout(() => {
        this.#toldAway = true
        transcript.continue(message('workshop.trying', {hub}))
      }, toldAfter)
      this.#away.unref()
      return
    }
    if (connection.is === 'on' && this.#toldAway) transcript.continue(message('workshop.back'))
    this.#toldAway = false
    if (connection.is !== 'over') return
    clearTimeout(this.#timer)
    // A learner who leaves, or has read that the workshop is over, knows why.
    const isTold = before?.heard.some(({command}) => command.kind === 'end')
    if (before?.leaving || isTold) return
    const isEnd = connection.because.key === 'workshop.why.ended'
    transcript.continue(
      isEnd ? message('workshop.end') : message('workshop.over', {because: connection.because}),
    )
  }

  /** @throws LabError if there is no workshop, or nothing of the kind to answer */
  async handle(request: RoomRequest, id: number): Promise<void> {
    const {workshop} = this.#needs.state()
    if (!workshop) throw new LabError('workshop.none')
    refuseIfOver(workshop, request)
    switch (request.do) {
      case 'flag':
        return this.#flag(id, workshop, request.flag)
      case 'log':
        return this.#log(id, workshop)
      case 'take':
        return this.#take(workshop)
      case 'go':
      case 'stay':
        return this.#jump(id, workshop, request.do === 'go')
      case 'vote':
        return this.#vote(id, workshop, request.option)
      case 'share':
        return this.#share(id, workshop, request.yes)
      case 'leave':
        this.#tell({is: 'leaving', how: request.erase ? 'erase' : 'leave'})
        return this.#note(id, message(request.erase ? 'workshop.leftErased' : 'workshop.left'))
      case 'queue':
        return this.#queue(id, workshop)
      case 'help':
        return this.#help(workshop, request)
    }
  }

  #tell(event: WorkshopEvent): void {
    this.#needs.dispatch({on: 'workshop', event})
  }

  #note(id: number, words: Message): void {
    this.#needs.transcript.note(id, words)
  }

  #log(id: number, workshop: Workshop): void {
    const {connection, hub, name, role, heard, question} = workshop
    if (connection.is === 'on') {
      this.#note(
        id,
        name === undefined ? message('workshop.onCounted', {hub}) : message('workshop.on', {hub, name}),
      )
      if (question !== undefined) this.#note(id, message('workshop.youAre', {n: question}))
      this.#note(id, message(role === 'helper' ? 'workshop.helpersKeys' : 'workshop.keys'))
    }
    if (connection.is === 'trying') this.#note(id, message('workshop.trying', {hub}))
    if (connection.is === 'over') this.#note(id, message('workshop.over', {because: connection.because}))
    const {lessons} = this.#needs
    for (const delivery of heard)
      this.#note(id, logWords(delivery, workshop, {lessons, time: timeOfDay(delivery.at)}))
    if (heard.length === 0) this.#note(id, message('workshop.nothingHeard'))
  }

  #flag(id: number, {connection, role}: Workshop, flag: Flag): void {
    if (role === 'helper' && flag !== 'none') throw new LabError('workshop.helpersHaveNoFlag')
    this.#tell({is: 'flag', flag})
    const isAway = connection.is === 'trying'
    this.#note(id, message(isAway ? `workshop.flagLater.${flag}` : `workshop.flag.${flag}`))
  }

  #take(workshop: Workshop): void {
    const offer = openOrder(workshop, 'offer')
    if (!offer) throw new LabError('workshop.noOffer')
    const {line} = offer.command
    if (isForTheLearner(line)) throw new LabError('workshop.ownLine', {line})
    this.#tell({is: 'replied', command: offer.id, reply: 'taken'})
    void this.#needs.run(line)
  }

  async #jump(id: number, workshop: Workshop, go: boolean): Promise<void> {
    const jump = openOrder(workshop, 'goto')
    if (!jump && !go) return this.#decline(id, workshop)
    if (!jump) throw this.#noJump(workshop)
    this.#tell({is: 'replied', command: jump.id, reply: go ? 'taken' : 'declined'})
    if (!go) return this.#note(id, message('workshop.stayed'))
    await this.#needs.open(jump.command.lesson, jump.command.step)
    this.#note(id, message('move.rebuilt'))
  }

  #noJump({heard}: Workshop): LabError {
    const last = heard.map(({command}) => command).findLast(command => command.kind === 'goto')
    if (!last || !this.#isAt(last)) return new LabError('workshop.noJump')
    return new LabError('workshop.thereAlready', {place: placeWords(last, this.#needs.lessons)})
  }

  #decline(id: number, workshop: Workshop): void {
    const offer = openOrder(workshop, 'offer')
    if (!offer) throw new LabError('workshop.noJump')
    this.#tell({is: 'replied', command: offer.id, reply: 'declined'})
    this.#note(id, message('workshop.notTaken'))
  }

  #vote(id: number, workshop: Workshop, option: number): void {
    const poll = runningPoll(workshop)
    if (!poll) throw new LabError('workshop.noPoll')
    if (workshop.role === 'helper') throw new LabError('workshop.helpersDoNotVote')
    const {options} = poll.command
    const chosen = options[option]
    if (chosen === undefined) throw new LabError('workshop.options', {n: options.length})
    const before = workshop.votes.findLast(vote => vote.poll === poll.id)
    this.#tell({is: 'voted', poll: poll.id, option})
    this.#note(
      id,
      before && before.option !== option
        ? message('workshop.votedAnew', {option: chosen, before: options[before.option] ?? ''})
        : message('workshop.voted', {option: chosen}),
    )
  }

  #share(id: number, workshop: Workshop, yes: boolean): void {
    const asked = openOrder(workshop, 'snapshot')
    if (!asked) throw new LabError('workshop.noRequest')
    this.#tell({is: 'replied', command: asked.id, reply: yes ? 'taken' : 'declined'})
    if (yes) this.#tell({is: 'sharing', request: asked.id})
    this.#note(id, message(yes ? 'workshop.sharing' : 'workshop.notShared'))
  }

  #queue(id: number, {role, questions = []}: Workshop): void {
    if (role !== 'helper') throw new LabError('workshop.noHelper')
    for (const words of queueWords(questions, this.#needs.lessons, Date.now())) this.#note(id, words)
  }

  #help({role, name, questions = []}: Workshop, {what, n}: Extract<RoomRequest, {do: 'help'}>): void {
    if (role !== 'helper') throw new LabError('workshop.noHelper')
    const isMine = ({helper}: QueueEntry) => helper?.helper === name
    const asking = n === undefined ? usualQuestion(questions, what, isMine) : numbered(questions, n)
    if (what !== 'claim' && !isMine(asking))
      throw new LabError('workshop.notClaimed', {name: askerOf(asking), n: asking.n})
    this.#tell({is: 'helping', question: asking.n, what})
  }
}

function joinedWords({role, name}: Extract<WorkshopEvent, {is: 'joined'}>): Message {
  if (name === undefined) return message('workshop.joinedCounted')
  return message(role === 'helper' ? 'workshop.joinedHelper' : 'workshop.joined', {name})
}

/** @throws LabError if no question has this number */
function numbered(questions: readonly QueueEntry[], n: number): QueueEntry {
  const found = questions.find(question => question.n === n)
  if (!found) throw new LabError('workshop.noSuchNumber', {n})
  return found
}

/** The one that a helper means who names none. @throws LabError if there is none */
function usualQuestion(
  questions: readonly QueueEntry[],
  what: HelpAct,
  isMine: (question: QueueEntry) => boolean,
): QueueEntry {
  const found = questions.find(what === 'claim' ? ({helper}) => !helper : isMine)
  if (!found) throw new LabError(what === 'claim' ? 'workshop.queueEmpty' : 'workshop.noneClaimed')
  return found
}

/** After the end the log can be read, and the hub be asked to delete what it has. @throws LabError */
function refuseIfOver({connection, leaving}: Workshop, request: RoomRequest): void {
  const isErasure = request.do === 'leave' && request.erase && !leaving
  if (connection.is !== 'over' || request.do === 'log' || isErasure) return
  throw new LabError('workshop.nothingSent', {because: connection.because})
}
