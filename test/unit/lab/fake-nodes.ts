// Nodes without servers: a command stays open until the test answers it or its signal aborts.

import {type ActionPerformer, CommandRunner} from '../../../src/lab/run/command-runner.ts'
import {StageQueue} from '../../../src/lab/run/stage-queue.ts'
import {createStore} from '../../../src/lab/run/store.ts'
import {Transcript} from '../../../src/lab/run/transcript.ts'
import {type Action, describe, type Outcome} from '../../../src/model/commands/action.ts'
import type {Line} from '../../../src/model/prompt/line.ts'
import {parseLine} from '../../../src/model/prompt/parse-line.ts'
import {initialState} from '../../../src/model/state/initial-state.ts'
import {message} from '../../../src/model/text/messages.ts'
import {createUpdate} from '../../../src/model/update/update.ts'
import type {SendOptions} from '../../../src/redis/client/connection.ts'

export class FakeNodes implements ActionPerformer {
  /** Every action that was begun, in order. */
  readonly begun: string[] = []
  readonly #open = new Map<string, () => void>()
  readonly #expected = new Map<string, () => void>()

  perform(action: Action, {signal}: SendOptions = {}): Promise<Outcome> {
    const name = describe(action, initialState().roster)
    const answer = Promise.withResolvers<Outcome>()
    const since = {action, at: 0, ms: 0}
    const reply = () => answer.resolve({...since, is: 'replied', reply: {type: 'status', text: 'OK'}})
    this.#open.set(name, reply).set(`@${action.node} ${name}`, reply)
    signal?.addEventListener('abort', () =>
      answer.resolve({...since, is: 'failed', because: message('outcome.left')}),
    )
    this.begun.push(name)
    this.#expected.get(name)?.()
    return answer.promise
  }

  follow(): never {
    throw new Error('No test follows redirects')
  }

  /** @param name of the action; `@6380 GET a` where several nodes have the same */
  answer(name: string): void {
    this.#open.get(name)?.()
  }

  /** Settles when the action begins. */
  async begins(name: string): Promise<void> {
    if (this.begun.includes(name)) return
    const {promise, resolve} = Promise.withResolvers<void>()
    this.#expected.set(name, resolve)
    await promise
  }
}

/** A command runner on fake nodes, with a real transcript, store and stage queue. */
export function fakeLab() {
  const nodes = new FakeNodes()
  const update = createUpdate([])
  const store = createStore(initialState())
  const stageQueue = new StageQueue()
  const dispatch = (event: Parameters<typeof update>[1]) => store.set(update(store.get(), event))
  const runner = new CommandRunner({
    state: store.get,
    dispatch,
    transcript: new Transcript(dispatch),
    stageQueue,
    host: {performer: nodes},
    wake: () => undefined,
    readWhole: async () => undefined,
  })
  const run = (typed: string) =>
    runner.run(typed, 'learner', parseLine(typed, store.get()) as Line & {is: 'actions'})
  const typed = () => store.get().entries.map(entry => entry.typed)
  return {nodes, runner, stageQueue, state: store.get, run, typed}
}
