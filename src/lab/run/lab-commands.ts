// Lines that the lab answers itself: modes, facts about the nodes, their files, help. None of them is sent to Redis.

import {overrulesPassword} from '../../model/cluster/conf-file.ts'
import {portOf} from '../../model/cluster/node.ts'
import {isAlive} from '../../model/cluster/snapshot.ts'
import {explainInFull} from '../../model/explain/in-full.ts'
import {adviceOn} from '../../model/explain/tool-errors.ts'
import {helpOn} from '../../model/prompt/help.ts'
import type {Line} from '../../model/prompt/line.ts'
import {orderOf} from '../../model/prompt/parse-cluster-tool.ts'
import type {Feedback} from '../../model/state/lab-state.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {timelineRows} from '../../model/timeline/describe.ts'
import {runRedisCli} from '../../redis/client/redis-cli.ts'
import type {Program} from '../../redis/keeper/keeper-messages.ts'
import type {Tool} from './command-runner.ts'
import type {StageHost} from './stage-host.ts'
import type {StateAccess} from './store.ts'
import type {Transcript} from './transcript.ts'

export type LabCommandsNeeds = StateAccess &
  Readonly<{transcript: Transcript; host: Pick<StageHost, 'nodes'>; program: Program}>

/** Each method takes the parsed line and the `id` of the transcript entry for its output. */
export class LabCommands {
  readonly #needs: LabCommandsNeeds

  constructor(needs: LabCommandsNeeds) {
    this.#needs = needs
  }

  /** Runs redis-cli with the words of the line; `ask` gets its questions. */
  async tool({words, became}: Line & {is: 'tool'}, {id, signal, ask}: Tool): Promise<void> {
    const {state, transcript, dispatch, program} = this.#needs
    transcript.note(id, became)
    const cli = runRedisCli(program, words, signal, {
      onLines: lines => dispatch({on: 'shown', id, excerpt: {path: '', lines}}),
      onQuestion: question => ask(question, cli.answer),
    })
    const code = await cli.ended
    if (code === 0) return
    transcript.say(id, message('shell.exit', {code}))
    const advice = adviceOn(id, state()) ?? orderOf(words[words.indexOf('--cluster') + 1])
    if (advice) transcript.note(id, advice)
  }

  use({node, following, raw, became}: Line & {is: 'use'}, id: number): void {
    const {transcript, dispatch} = this.#needs
    if (became) transcript.note(id, became)
    if (raw !== undefined) dispatch({on: 'feedback', what: 'raw', is: raw})
    if (following !== undefined) dispatch({on: 'following', is: following})
    dispatch({on: 'used', node})
  }

  follow({on}: Line & {is: 'follow'}, id: number): void {
    const {transcript, dispatch} = this.#needs
    dispatch({on: 'following', is: on})
    transcript.note(id, message(on ? 'follow.on' : 'follow.off'))
  }

  feedback({what, on}: Line & {is: 'feedback'}, id: number): void {
    const {transcript, dispatch} = this.#needs
    dispatch({on: 'feedback', what, is: on})
    transcript.note(id, feedbackMessage(what, on))
  }

  explain({error}: Line & {is: 'explain'}, id: number): void {
    const {state, transcript} = this.#needs
    const {found, sentences} = explainInFull(state(), error)
    for (const one of sentences) found ? transcript.note(id, one) : transcript.say(id, one)
  }

  timeline({most}: Line & {is: 'timeline'}, id: number): void {
    const {state, transcript} = this.#needs
    const {timeline, roster} = state()
    const rows = timelineRows(timeline, roster).slice(-most)
    for (const {time, sentence} of rows)
      transcript.note(id, time === '' ? sentence : message('timeline.row', {time, sentence}))
    if (rows.length === 0) transcript.note(id, message('timeline.empty'))
  }

  help({topic}: Line & {is: 'help'}, id: number): void {
    const {state, transcript, dispatch} = this.#needs
    const help = helpOn(topic, state().docs)
    if ('entries' in help) {
      dispatch({on: 'helped', id, entries: help.entries})
      return
    }
    for (const words of help.messages) help.fine ? transcript.note(id, words) : transcript.say(id, words)
  }

  /** @param option the id of the chosen option */
  answer(option: string, id: number): void {
    const {state, transcript, dispatch} = this.#needs
    const predicts = state().quiz === undefined
    dispatch({on: 'answered', option, at: Date.now()})
    if (predicts) transcript.note(id, message('move.predicted'))
  }

  async showFile(line: Line & {is: 'log' | 'conf'}, id: number): Promise<void> {
    const {state, host, transcript, dispatch} = this.#needs
    const {node} = line
    const files = host.nodes?.files
    const excerpt = await (line.is === 'log' ? files?.log(node, line.most) : files?.conf(node))
    if (!excerpt) return
    dispatch({on: 'shown', id, excerpt, ...(line.is === 'log' && {log: node})})
    const port = portOf(node, state().roster)
    if (excerpt.lines.length === 0) transcript.note(id, message('files.silent', {port}))
  }

  async configure({node, edit}: Line & {is: 'configure'}, id: number): Promise<void> {
    const {state, host, transcript, dispatch} = this.#needs
    const {nodes} = host
    if (!nodes) return
    const port = portOf(node, state().roster)
    const before = await nodes.files.conf(node)
    const {path, lines} = await nodes.configure(node, edit)
    if (edit.remove && lines.length === before.lines.length) {
      transcript.say(id, message('files.noDirective', {port, directive: edit.directive}))
      return
    }
    dispatch({on: 'shown', id, excerpt: {path, lines: edit.remove ? [] : [edit.directive]}})
    const isRunning = isAlive(nodes.stateOf(node))
    transcript.note(id, message(isRunning ? 'files.writtenRunning' : 'files.written', {port}))
    if (overrulesPassword(lines)) transcript.say(id, message('files.passwordOverruled', {port}))
  }
}

function feedbackMessage(what: keyof Feedback, on: boolean): Message {
  if (what === 'errors') return message(on ? 'explain.on' : 'explain.off')
  if (what === 'hints') return message(on ? 'hints.on' : 'hints.off')
  if (what === 'raw') return message(on ? 'hints.rawOn' : 'hints.rawOff')
  return message(on ? 'effects.on' : 'effects.off')
}
