// Lines that the lab answers itself: modes, what is known of the nodes, their files, help. None of them is sent to Redis.

import {portOf} from '../../model/cluster/node.ts'
import {explainInFull} from '../../model/explain/explain.ts'
import {helpOn} from '../../model/prompt/help.ts'
import type {Line} from '../../model/prompt/line.ts'
import type {By, Feedback} from '../../model/state/lab-state.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {timelineRows} from '../../model/timeline/describe.ts'
import {runRedisCli} from '../../redis/client/redis-cli.ts'
import type {Program} from '../../redis/keeper/keeper-messages.ts'
import type {Ground} from './command-runner.ts'

type AtOnce = Line & {is: 'mistake' | 'use' | 'follow' | 'tell' | 'explain' | 'timeline' | 'help' | 'answer'}
type OfFiles = Line & {is: 'log' | 'conf'}
export type LabLine = AtOnce | OfFiles

export class LabCommands {
  readonly #ground: Ground
  readonly #program: Program

  constructor(ground: Ground, program: Program) {
    this.#ground = ground
    this.#program = program
  }

  /** @param options of the question that is open */
  async run(typed: string, by: By, line: LabLine, options: readonly string[]): Promise<void> {
    if (line.is === 'log' || line.is === 'conf') await this.#show(typed, by, line)
    else await this.#ground.entries.write(typed, by, id => this.#atOnce(line, options, id))
  }

  /** redis-cli with the line's own words, to be run when it is its turn. */
  tool({words, became}: Line & {is: 'tool'}): (id: number, signal: AbortSignal) => Promise<void> {
    const {entries, dispatch} = this.#ground
    return async (id, signal) => {
      entries.note(id, became)
      const {lines, code} = await runRedisCli(this.#program, words, signal)
      dispatch({on: 'shown', id, excerpt: {path: '', lines}})
      if (code !== 0) entries.say(id, message('shell.exit', {code}))
    }
  }

  /** Lines that wait for nothing. */
  #atOnce(line: AtOnce, options: readonly string[], id: number) {
    const {entries, dispatch} = this.#ground
    switch (line.is) {
      case 'mistake':
        return entries.say(id, line.because)
      case 'use':
        if (line.became) entries.note(id, line.became)
        if (line.following !== undefined) dispatch({on: 'following', is: line.following})
        return dispatch({on: 'used', node: line.node})
      case 'follow':
        dispatch({on: 'following', is: line.on})
        return entries.note(id, message(line.on ? 'follow.on' : 'follow.off'))
      case 'tell':
        dispatch({on: 'feedback', what: line.what, is: line.on})
        return entries.note(id, toldOf(line.what, line.on))
      case 'explain':
        return this.#explain(id, line.error)
      case 'timeline':
        return this.#timeline(id, line.most)
      case 'help':
        return this.#help(id, line.topic)
      case 'answer':
        return this.#answer(id, options[line.option - 1] ?? '')
    }
  }

  #explain(id: number, error: string) {
    const {state, entries} = this.#ground
    const {found, says} = explainInFull(state(), error)
    for (const one of says) found ? entries.note(id, one) : entries.say(id, one)
  }

  #timeline(id: number, most: number) {
    const {state, entries} = this.#ground
    const {timeline, roster} = state()
    const rows = timelineRows(timeline, roster).slice(-most)
    for (const {time, sentence} of rows)
      entries.note(id, time === '' ? sentence : message('timeline.row', {time, sentence}))
    if (rows.length === 0) entries.note(id, message('timeline.empty'))
  }

  #help(id: number, topic: readonly string[]) {
    const {state, entries, dispatch} = this.#ground
    const help = helpOn(topic, state().docs)
    if ('entries' in help) return dispatch({on: 'helped', id, entries: help.entries})
    for (const words of help.messages) help.fine ? entries.note(id, words) : entries.say(id, words)
  }

  #answer(id: number, option: string) {
    const {state, entries, dispatch} = this.#ground
    const predicts = state().quiz === undefined
    dispatch({on: 'answered', option, at: Date.now()})
    if (predicts) entries.note(id, message('move.predicted'))
  }

  async #show(typed: string, by: By, line: OfFiles) {
    const {state, stand, entries, dispatch, beginnings} = this.#ground
    // Nodes that are being raised have no files yet; the lab's own lines come after that.
    if (by !== 'lab') await beginnings.over()
    await entries.write(typed, by, async id => {
      const {node} = line
      const files = stand.nodes?.files
      const excerpt = await (line.is === 'log' ? files?.log(node, line.most) : files?.conf(node))
      if (!excerpt) return
      dispatch({on: 'shown', id, excerpt})
      const port = portOf(node, state().roster)
      if (excerpt.lines.length === 0) entries.note(id, message('files.silent', {port}))
    })
  }
}

function toldOf(what: keyof Feedback, on: boolean): Message {
  if (what === 'errors') return message(on ? 'explain.on' : 'explain.off')
  if (what === 'hints') return message(on ? 'hints.on' : 'hints.off')
  return message(on ? 'effects.on' : 'effects.off')
}
