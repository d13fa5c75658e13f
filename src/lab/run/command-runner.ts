// Actions on the nodes: performed in order, with redirects followed, and cancelled on request.

import {setTimeout} from 'node:timers/promises'
import {announcedNode} from '../../model/cluster/claims.ts'
import type {NodeName} from '../../model/cluster/node.ts'
import {type Action, canHideEarlier, commandOf, type Outcome} from '../../model/commands/action.ts'
import {keysOf} from '../../model/commands/command-table.ts'
import {firstLineOf, isLeaving, isListening} from '../../model/commands/listening.ts'
import {isBad} from '../../model/commands/outcome-text.ts'
import {fullWidthKey, fullWidthMessage, narrowed} from '../../model/prompt/full-width.ts'
import type {Line} from '../../model/prompt/line.ts'
import {textOf} from '../../model/protocol/bytes.ts'
import type {By} from '../../model/state/lab-state.ts'
import {outcomesOf} from '../../model/state/transcript.ts'
import {message} from '../../model/text/messages.ts'
import {createQueue} from '../../platform/queue.ts'
import type {SendOptions} from '../../redis/client/connection.ts'
import type {Command} from '../../redis/client/follow-redirects.ts'
import type {Performer} from '../../redis/client/perform.ts'
import {afterTheRest} from '../../redis/client/subscription.ts'
import {createPrinter, type Printer} from './push-printer.ts'
import type {StageQueue} from './stage-queue.ts'
import type {StateAccess} from './store.ts'
import type {Transcript} from './transcript.ts'

/** Replies are shown in the order of their nodes; one that takes longer than this (ms) is not waited for. */
const turnPatience = 500

/** Whether redirects are shown, followed, or followed by the prompt too. `@PORT` names a node for one command, so the prompt stays. */
type How = 'bare' | 'follow' | 'follow and move'

/** The part of the performer that the runner needs; a test may replace it. */
export type ActionPerformer = Pick<Performer, 'perform' | 'follow'>

export type CommandRunnerNeeds = StateAccess &
  Readonly<{
    transcript: Transcript
    /** Omits nothing of what a subscription or MONITOR prints: a program reads it. */
    everyPush?: boolean | undefined
    stageQueue: StageQueue
    /** `performer` is undefined while a stage starts. */
    host: Readonly<{performer: ActionPerformer | undefined}>
    /** Polls the nodes now, because something was done. */
    wake: () => void
    /** Polls them now; settles after a reading that began after this call and has seen every node that runs, if none hangs. */
    readWhole: () => Promise<void>
  }>

type Running = Readonly<{
  abort: AbortController
  /** A subscription or MONITOR: it prints what arrives and blocks no other command. */
  listens: boolean
}>

/** A command that was sent: its entry in the transcript, and the printer of that entry. */
type Outgoing = Readonly<{id: number; printer: Printer; options: SendOptions}>

type ToolQuestion = Readonly<{question: string; answer: (line: string) => void}>

/** `mayHide`: the line can undo what earlier lines did before a reading has shown it. */
type HeldLine = Readonly<{typed: string; by: By; mayHide: boolean; several?: boolean}>

/** A run of an external program: its entry, and what it asks while it runs. */
export type Tool = Readonly<{
  id: number
  signal: AbortSignal
  ask: (question: string, answer: ToolQuestion['answer']) => void
}>

export class CommandRunner {
  readonly #needs: CommandRunnerNeeds
  readonly #running = new Set<Running>()
  #explainedPolling = false
  /** Runs Redis commands one after another, as at any prompt. /kill and the like do not wait for a command that hangs. */
  readonly #queue = createQueue()
  /** Counts the running line and those behind it. */
  #inLine = 0
  /** Settles when the last line that waits for a reading begins; undefined if none waits. */
  #held: Promise<void> | undefined
  #toolQuestion: ToolQuestion | undefined
  #answered: () => void = () => undefined

  constructor(needs: CommandRunnerNeeds) {
    this.#needs = needs
  }

  /** Settles when all replies have arrived or the line was cancelled. */
  run(typed: string, by: By, line: Line & {is: 'actions'}): Promise<void> {
    const {state, transcript, wake} = this.#needs
    const {actions, addressed, following = state().following, became} = line
    const several = new Set(actions.map(({node}) => node)).size > 1
    // The lab's own lines go to the node that they name, and a line for several nodes asks each of them.
    const how = howFor(following && by !== 'lab' && !several, addressed)
    const work = async (id: number) => {
      if (became) transcript.note(id, became)
      if (actions.some(leaves) && this.#isListening()) transcript.note(id, message('listen.apart'))
      await this.#perform(id, actions, how)
      if (by === 'learner') this.#explainFullWidth(id, typed)
    }
    return this.#inTurn(by, actions, async () => {
      await this.#writeHeld({typed, by, mayHide: actions.some(canHideEarlier), several}, work)
      // Polls only now: what a line changed shows in a reading that began after it ended.
      wake()
    })
  }

  /** Runs a line about the wires. Healing a link can hide what the cut did. */
  onWires(typed: string, by: By, mayHide: boolean, work: (id: number) => Promise<void>): Promise<void> {
    return this.#writeHeld({typed, by, mayHide}, work)
  }

  /** Runs `work` after a reading has shown what earlier lines did, if the line may hide that. Omits it if a reset has replaced the nodes meanwhile. */
  async #writeHeld(
    {typed, by, mayHide, several = false}: HeldLine,
    work: (id: number) => Promise<void>,
  ): Promise<void> {
    const {transcript, stageQueue} = this.#needs
    const held = by === 'lab' ? undefined : this.#hold(mayHide)
    const {asked} = stageQueue
    const workOnTheseNodes = async (id: number) => {
      if (held === undefined || asked === stageQueue.asked) await work(id)
    }
    await transcript.write(typed, by, workOnTheseNodes, {several, held})
  }

  /** A line that failed may have been typed with an input method left on. */
  #explainFullWidth(id: number, typed: string) {
    const {state, transcript} = this.#needs
    const entry = state().entries.findLast(one => one.id === id)
    const wide = entry && outcomesOf(entry).some(isBad) ? narrowed(typed) : undefined
    if (wide) return transcript.say(id, fullWidthMessage(wide))
    const key = fullWidthKey((entry ? outcomesOf(entry) : []).flatMap(outcome => this.#unexpected(outcome)))
    if (key) transcript.note(id, key)
  }

  /** The keys of a command whose reply does not have what was meant: an error, nothing, or another key's slot. */
  #unexpected(outcome: Outcome): readonly string[] {
    const {action} = outcome
    if (action.do === 'command' && commandOf(action)[1] === 'KEYSLOT')
      return action.words.slice(2).map(textOf)
    const isNil = outcome.is === 'replied' && outcome.reply.type === 'nil'
    return isNil || isBad(outcome) ? keysOf(this.#needs.state().commandTable, action).map(textOf) : []
  }

  /** Like `run`, for an external program. */
  runTool(typed: string, by: By, work: (tool: Tool) => Promise<void>): Promise<void> {
    return this.#inQueue(() =>
      this.#needs.transcript.write(typed, by, async id => {
        const running = {abort: new AbortController(), listens: false}
        this.#running.add(running)
        const ask: Tool['ask'] = (question, answer) => this.#toolAsks({question, answer})
        await work({id, signal: running.abort.signal, ask}).finally(() => {
          this.#running.delete(running)
          this.#toolAsks(undefined)
        })
      }),
    )
  }

  #toolAsks(question: ToolQuestion | undefined) {
    this.#toolQuestion = question
    this.#needs.dispatch({on: 'toolAsked', ...(question && {question: question.question})})
    this.#answered()
  }

  /** Gives the line to the external program that asks; settles when it asks again or has ended. */
  async answerTool(line: string): Promise<void> {
    const asked = this.#toolQuestion
    if (!asked) return
    this.#toolAsks(undefined)
    const {promise, resolve} = Promise.withResolvers<void>()
    this.#answered = resolve
    asked.answer(line)
    await promise
  }

  #inTurn(by: By, actions: readonly Action[], work: () => Promise<void>): Promise<void> {
    const {stageQueue} = this.#needs
    // The lab's own lines prepare the stage; all others wait until the nodes are ready.
    if (by === 'lab') return work()
    const {asked} = stageQueue
    const whenReady = async () => {
      // Runs at once if the nodes are ready: a line that is typed next must not overtake it.
      if (stageQueue.areUnderWay) await stageQueue.over()
      if (asked === stageQueue.asked) await work()
    }
    if (!actions.some(isCommand)) return whenReady()
    // Once started, a subscription frees the queue.
    if (actions.some(listens)) return this.#inQueue(async () => undefined).then(whenReady)
    return this.#inQueue(whenReady)
  }

  /**
   * Some lines can hide what earlier ones did: a start hides that two nodes were down. So such a line waits for a reading first, and lines typed after it
   * wait until it has begun. It does not wait while a command still runs: a reading cannot tell whether that command has had its effect.
   */
  #hold(mayHide: boolean): Promise<void> | undefined {
    if (!mayHide || this.#running.size > 0) return this.#held
    const held = Promise.resolve(this.#held)
      .then(this.#needs.readWhole)
      .then(() => {
        if (this.#held === held) this.#held = undefined
      })
    this.#held = held
    return held
  }

  /** Counts waiting lines: they enter the transcript only when they run. */
  #inQueue(work: () => Promise<void>): Promise<void> {
    const count = (by: 1 | -1) => {
      this.#inLine += by
      const lines = Math.max(0, this.#inLine - 1)
      if (lines !== this.#needs.state().queued) this.#needs.dispatch({on: 'queued', lines})
    }
    count(1)
    return this.#queue(work).finally(() => count(-1))
  }

  /** Cancels the running commands; subscriptions only if nothing else runs. Returns false if nothing ran. */
  cancel(): boolean {
    const all = [...this.#running]
    const waiting = all.filter(one => !one.listens)
    for (const {abort} of waiting.length > 0 ? waiting : all) abort.abort()
    return all.length > 0
  }

  /** Cancels everything, subscriptions too. */
  cancelAll() {
    for (const {abort} of this.#running) abort.abort()
  }

  /** Ends subscriptions and MONITOR once all that their nodes have sent is printed. */
  stopListening() {
    for (const {abort, listens} of this.#running) if (listens) abort.abort(afterTheRest)
  }

  #isListening(): boolean {
    return [...this.#running].some(one => one.listens)
  }

  /** Performs each node's actions in order, and those of several nodes in parallel. */
  async #perform(id: number, actions: readonly Action[], how: How) {
    const {dispatch, host, wake} = this.#needs
    const running = {abort: new AbortController(), listens: actions.some(listens)}
    this.#running.add(running)
    const {signal} = running.abort
    const perNode = Map.groupBy(actions, action => action.node)
    const inOrder = async (list: readonly Action[], earlier: Promise<unknown>) => {
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
          await earlier
          if (outcome) dispatch({on: 'ended', id: printer.end(), outcome})
        }
        if (next !== list.at(-1)) wake()
      }
    }
    let earlier: Promise<unknown> = Promise.resolve()
    const all = [...perNode.values()].map(list => {
      const shown = inOrder(list, earlier)
      const patience = setTimeout(turnPatience, undefined, {ref: false})
      earlier = Promise.all([earlier, Promise.race([shown, patience])])
      return shown
    })
    await Promise.all(all)
    this.#running.delete(running)
  }

  /** Inside a transaction SUBSCRIBE and the like are only queued. */
  #isQueueing({node, alone}: Command): boolean {
    return !alone && this.#needs.state().connections[node]?.multi !== undefined
  }

  /** Prints what redis-cli prints before the messages; and, once, that MONITOR does not show the lab's polling. */
  #beginListening(id: number, action: Command) {
    const {dispatch, transcript} = this.#needs
    const line = firstLineOf(action.words)
    if (line) dispatch({on: 'printed', id, action, replies: [line]})
    else if (!this.#explainedPolling) transcript.note(id, message('listen.polling'))
    if (!line) this.#explainedPolling = true
  }

  /** Returns the node that answered: repeats of the command go there. */
  async #follow(command: Command, {id, printer, options}: Outgoing, how: How): Promise<NodeName | undefined> {
    const {state, dispatch, host, transcript} = this.#needs
    const atPrompt = how === 'follow and move'
    const typedAt = state().node
    const followed = await host.performer?.follow(command, {
      ...options,
      onRedirect: (redirect, from) => dispatch({on: 'redirected', id, redirect, from}),
      announced: (redirect, from) => announcedNode(redirect, from, state().snapshot),
      onStandIn: atPrompt ? words => transcript.say(id, words) : undefined,
    })
    if (!followed) return undefined
    const {outcome, remark} = followed
    dispatch({on: 'ended', id: printer.end(), outcome})
    if (remark) transcript.say(id, remark)
    // A learner who has moved to another node meanwhile stays there.
    if (atPrompt && state().node === typedAt) dispatch({on: 'used', node: followed.node})
    return outcome.is === 'failed' ? command.node : outcome.action.node
  }
}

function howFor(follows: boolean, addressed: boolean): How {
  if (!follows) return 'bare'
  return addressed ? 'follow' : 'follow and move'
}

function isCommand(action: Action): action is Command {
  return action.do === 'command'
}

function leaves(action: Action): boolean {
  return isCommand(action) && isLeaving(action.words)
}

function listens(action: Action): action is Command {
  return isCommand(action) && isListening(action.words)
}
