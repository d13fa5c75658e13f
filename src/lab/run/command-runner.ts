// What is done to the nodes: actions performed in order, redirects followed, waiting given up.

import type {NodeName} from '../../model/cluster/node.ts'
import type {Action} from '../../model/commands/action.ts'
import {firstLineOf, isLeaving, isListening} from '../../model/commands/listening.ts'
import type {Line} from '../../model/prompt/line.ts'
import type {By} from '../../model/state/lab-state.ts'
import {message} from '../../model/text/messages.ts'
import type {SendOptions} from '../../redis/client/connection.ts'
import type {Command} from '../../redis/client/follow-redirects.ts'
import type {Performer} from '../../redis/client/perform.ts'
import {createPrinter, type Printer} from './push-printer.ts'
import {createQueue} from './queue.ts'
import type {StageQueue} from './stage-queue.ts'
import type {StateAccess} from './store.ts'
import type {Transcript} from './transcript.ts'

/** Whether redirects are shown, followed, or followed by the prompt too: `@PORT` names a node for one command, and the prompt stays. */
type How = 'bare' | 'follow' | 'follow and move'

/** The port to the nodes: what performs a command. */
export type ActionPerformer = Pick<Performer, 'perform' | 'follow'>

export type CommandRunnerNeeds = StateAccess &
  Readonly<{
    transcript: Transcript
    stageQueue: StageQueue
    /** `performer` is undefined while a stage starts. */
    host: Readonly<{performer: ActionPerformer | undefined}>
    /** Polls the nodes now, because something was done. */
    wake: () => void
  }>

type Running = Readonly<{
  abort: AbortController
  /** It prints what comes, and holds up nothing. */
  listens: boolean
}>

/** One command on its way: its entry in the transcript, and what prints there. */
type Outgoing = Readonly<{id: number; printer: Printer; options: SendOptions}>

export class CommandRunner {
  readonly #needs: CommandRunnerNeeds
  readonly #running = new Set<Running>()
  #saidOfPolling = false
  /** Redis commands run one after another, as at any prompt; what is done to nodes does not wait for a command that hangs. */
  readonly #queue = createQueue()
  /** The one that runs, and those behind it. */
  #inLine = 0

  constructor(needs: CommandRunnerNeeds) {
    this.#needs = needs
  }

  /** Settles when everything that the line asks for has come back, or was given up. */
  run(typed: string, by: By, line: Line & {is: 'actions'}): Promise<void> {
    const {state, transcript, wake} = this.#needs
    const {actions, addressed, following = state().following, became} = line
    const several = new Set(actions.map(({node}) => node)).size > 1
    // What the lab prepares a step with goes where it says. Who asks all wants to hear each.
    const how = howFor(following && by !== 'lab' && !several, addressed)
    const work = (id: number) => {
      if (became) transcript.note(id, became)
      if (actions.some(leaves) && this.#isListening()) transcript.note(id, message('listen.apart'))
      return this.#perform(id, actions, how)
    }
    return this.#inTurn(by, actions, async () => {
      await transcript.write(typed, by, work, several)
      // Not sooner: what a line changed is told by a reading that began when it was over.
      wake()
    })
  }

  /** As `run`, for a program beside the lab. */
  runTool(typed: string, by: By, work: (id: number, signal: AbortSignal) => Promise<void>): Promise<void> {
    return this.#inQueue(() =>
      this.#needs.transcript.write(typed, by, async id => {
        const running = {abort: new AbortController(), listens: false}
        this.#running.add(running)
        await work(id, running.abort.signal).finally(() => this.#running.delete(running))
      }),
    )
  }

  #inTurn(by: By, actions: readonly Action[], work: () => Promise<void>): Promise<void> {
    const {stageQueue} = this.#needs
    // The lab's own lines are part of a beginning: everybody else's wait until the nodes stand.
    if (by === 'lab') return work()
    const {asked} = stageQueue
    const whenStanding = async () => {
      // At once where the nodes stand: a line that is typed right behind must not come before it.
      if (stageQueue.areUnderWay) await stageQueue.over()
      if (asked === stageQueue.asked) await work()
    }
    if (actions.every(action => action.do !== 'command')) return whenStanding()
    // Who listens has had its turn when it begins.
    if (actions.some(listens)) return this.#inQueue(async () => undefined).then(whenStanding)
    return this.#inQueue(whenStanding)
  }

  /** Who has to wait is counted, for until its turn comes a line stands nowhere. */
  #inQueue(work: () => Promise<void>): Promise<void> {
    const count = (by: 1 | -1) => {
      this.#inLine += by
      const lines = Math.max(0, this.#inLine - 1)
      if (lines !== this.#needs.state().queued) this.#needs.dispatch({on: 'queued', lines})
    }
    count(1)
    return this.#queue(work).finally(() => count(-1))
  }

  /** Gives up what is being waited for; who only listens is left when nothing else is. False if nothing was. */
  cancel(): boolean {
    const all = [...this.#running]
    const waiting = all.filter(one => !one.listens)
    for (const {abort} of waiting.length > 0 ? waiting : all) abort.abort()
    return all.length > 0
  }

  /** Gives up everything. */
  cancelAll() {
    for (const {abort} of this.#running) abort.abort()
  }

  #isListening(): boolean {
    return [...this.#running].some(one => one.listens)
  }

  /** Several nodes at once, each node's actions in their order. */
  async #perform(id: number, actions: readonly Action[], how: How) {
    const {dispatch, host, wake} = this.#needs
    const running = {abort: new AbortController(), listens: actions.some(listens)}
    this.#running.add(running)
    const {signal} = running.abort
    const perNode = Map.groupBy(actions, action => action.node)
    const inOrder = async (list: readonly Action[]) => {
      let moved: NodeName | undefined
      for (const next of list) {
        if (signal.aborted) return
        const action = moved ? {...next, node: moved} : next
        const printer = createPrinter(id, action, perNode.size > 1, this.#needs)
        if (listens(action) && !this.#isQueueing(action)) this.#beginListening(id, action)
        const outgoing = {id, printer, options: {signal, onPush: printer.print}}
        if (how !== 'bare' && action.do === 'command') moved = await this.#follow(action, outgoing, how)
        else {
          const outcome = await host.performer?.perform(action, outgoing.options)
          if (outcome) dispatch({on: 'ended', id: printer.end(), outcome})
        }
        if (next !== list.at(-1)) wake()
      }
    }
    await Promise.all([...perNode.values()].map(inOrder))
    this.#running.delete(running)
  }

  /** In a transaction nothing is listened to yet. */
  #isQueueing({node}: Command): boolean {
    return this.#needs.state().connections[node]?.multi !== undefined
  }

  /** What redis-cli prints before the messages; and, once, what MONITOR does not show. */
  #beginListening(id: number, action: Command) {
    const {dispatch, transcript} = this.#needs
    const line = firstLineOf(action.words)
    if (line) dispatch({on: 'printed', id, action, replies: [line]})
    else if (!this.#saidOfPolling) transcript.note(id, message('listen.polling'))
    if (!line) this.#saidOfPolling = true
  }

  /** Where the repeats of the command go: to the node that answered. */
  async #follow(command: Command, {id, printer, options}: Outgoing, how: How): Promise<NodeName | undefined> {
    const {state, dispatch, host, transcript} = this.#needs
    const atPrompt = how === 'follow and move'
    const typedAt = state().node
    const followed = await host.performer?.follow(command, {
      ...options,
      onRedirect: redirect => dispatch({on: 'redirected', id, redirect}),
      onStandIn: atPrompt ? words => transcript.say(id, words) : undefined,
    })
    if (!followed) return undefined
    const {outcome, remark} = followed
    dispatch({on: 'ended', id: printer.end(), outcome})
    if (remark) transcript.say(id, remark)
    // Who has gone to another node meanwhile means it.
    if (atPrompt && state().node === typedAt) dispatch({on: 'used', node: followed.node})
    return outcome.is === 'failed' ? command.node : outcome.action.node
  }
}

function howFor(follows: boolean, addressed: boolean): How {
  if (!follows) return 'bare'
  return addressed ? 'follow' : 'follow and move'
}

function leaves(action: Action): boolean {
  return action.do === 'command' && isLeaving(action.words)
}

function listens(action: Action): action is Command {
  return action.do === 'command' && isListening(action.words)
}
