// A running stage whose errors are explained: a line run on a node, the error it returned, and the explanation.

import type {NodeName} from '../../../src/model/cluster/node.ts'
import type {Stage} from '../../../src/model/cluster/snapshot.ts'
import type {Action, Outcome} from '../../../src/model/commands/action.ts'
import {outcomeText} from '../../../src/model/commands/outcome-text.ts'
import {explained} from '../../../src/model/explain/explain.ts'
import type {Bytes} from '../../../src/model/protocol/bytes.ts'
import {splitWords} from '../../../src/model/protocol/quoting.ts'
import {initialState} from '../../../src/model/state/initial-state.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import {languages, message, translate} from '../../../src/model/text/messages.ts'
import {NodeConnection} from '../../../src/redis/client/connection.ts'
import {nominalPorts} from '../../../tools/servers/nominal-ports.ts'
import {type StartedNodes, startNodes} from '../../../tools/servers/start-nodes.ts'

export type Told = Readonly<{
  /** What stands on the screen for the outcome. */
  text: string
  /** Which explanation it is; empty where there is none. */
  begins: string
  /** What is said in English, the real ports as `<6379>`. */
  sentence: string
}>

export type Explaining = StartedNodes &
  Readonly<{
    line: (node: NodeName, typed: string) => Promise<Outcome>
    words: (node: NodeName, words: readonly Bytes[], signal?: AbortSignal) => Promise<Outcome>
    told: (outcome: Outcome) => Promise<Told>
    /** Runs the line, and what is told of what came. */
    asked: (node: NodeName, typed: string) => Promise<Told>
    /** The same of another server, as if it were 6379, on a new connection. `before`: a line that it runs first. */
    askedAt: (port: number, typed: string, before?: string) => Promise<Told>
    /** `{6379}`: its real port; `<6379>` backwards. */
    filled: (text: string) => string
  }>

/** Which explanations were provoked so far, by how they begin. */
export const provoked = new Set<string>()

export async function explaining(stage: Stage): Promise<Explaining> {
  const world = await startNodes(stage)
  const {base, performer} = world
  const {commandTable} = await world.nodes.commands()
  const filled = (text: string) =>
    text.replace(/\{(6[34]\d\d)\}/g, (_, node) => `${Number(node) - 6379 + base}`)
  const nominal = (text: string) => nominalPorts(text, base)
  const words = (node: NodeName, list: readonly Bytes[], signal?: AbortSignal) =>
    performer.perform({do: 'command', node, words: list} satisfies Action, {signal})
  const line = (node: NodeName, typed: string) => words(node, splitWords(filled(typed)) ?? [])
  async function told(outcome: Outcome): Promise<Told> {
    const snapshot = await world.look()
    const state: LabState = {...initialState(), stage, roster: snapshot.roster, snapshot, commandTable}
    const found = explained(outcome, state)
    const text = nominal(outcomeText(outcome, snapshot.roster, 'en'))
    if (!found) return {text, begins: '', sentence: ''}
    const {explanation, fact, next} = found
    provoked.add(explanation.begins)
    const whole = next === undefined ? fact : message('explain.with', {fact, next})
    // A placeholder without a value stays visible.
    for (const language of languages)
      if (/\{\w+\}/.test(translate(language, whole).replace('{shop}', '')))
        throw new Error(translate(language, whole))
    return {text, begins: explanation.begins, sentence: nominal(translate('en', whole))}
  }
  async function askedAt(port: number, typed: string, before?: string): Promise<Told> {
    const conversation = new NodeConnection(port)
    if (before !== undefined) void conversation.send(splitWords(before) ?? [])
    const action: Action = {do: 'command', node: '6379', words: splitWords(typed) ?? []}
    const answer = await conversation.send(action.words)
    conversation.close()
    const came = 'reply' in answer ? {is: 'replied' as const, ...answer} : {is: 'failed' as const, ...answer}
    return told({action, at: 0, ms: 0, ...came})
  }
  const asked = async (node: NodeName, typed: string) => told(await line(node, typed))
  return {...world, line, words, told, filled, asked, askedAt}
}
