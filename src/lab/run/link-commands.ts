// The learner's hand on the wires: cuts, slows and heals links, and starts new nodes with wires or without.

import {groupText} from '../../model/cluster/link-groups.ts'
import {faultOf, healed, type Links, withFault} from '../../model/cluster/links.ts'
import {isWired} from '../../model/cluster/node.ts'
import {directionsOf, type LinkRequest} from '../../model/prompt/parse-links.ts'
import {isJudged} from '../../model/state/lab-state.ts'
import {linkWords, spoiltWords} from '../../model/state/link-words.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {createQueue} from '../../platform/queue.ts'
import type {StageHost} from './stage-host.ts'
import type {StateAccess} from './store.ts'
import type {Transcript} from './transcript.ts'

export type LinkCommandsNeeds = StateAccess &
  Readonly<{
    transcript: Pick<Transcript, 'note' | 'say'>
    host: Pick<StageHost, 'nodes'>
    /** Polls the nodes now. */
    wake: () => void
    /** Starts new nodes of the same stage. */
    restart: (wired: boolean) => Promise<void>
  }>

export class LinkCommands {
  readonly #needs: LinkCommandsNeeds
  /** The second of two lines begins with what the first has made of the links. */
  readonly #inTurn = createQueue()

  constructor(needs: LinkCommandsNeeds) {
    this.#needs = needs
  }

  /** @param id the transcript entry for the result */
  async handle(request: LinkRequest, id: number): Promise<void> {
    const {transcript} = this.#needs
    switch (request.do) {
      case 'rewire':
        return this.#rewire(request.wired, id)
      case 'list':
        for (const one of this.#words()) transcript.note(id, one)
        return
      case 'spoil':
        return this.#inTurn(() => this.#spoil(request, id))
      case 'heal':
        return this.#inTurn(() => this.#heal(request, id))
    }
  }

  #words(): readonly Message[] {
    const {links = [], roster} = this.#needs.state()
    if (!isWired(roster)) return [message('links.unwired')]
    const words = linkWords(links, roster)
    const [one = '', other = ''] = roster.map(({port}) => port)
    return words.length > 0 ? words : [message('links.whole', {one, other})]
  }

  async #spoil(request: LinkRequest & {do: 'spoil'}, id: number) {
    const {links = [], roster} = this.#needs.state()
    await this.#make(withFault(links, directionsOf(request), request.fault), spoiltWords(request, roster), id)
  }

  async #heal(request: LinkRequest & {do: 'heal'}, id: number) {
    const {state, transcript} = this.#needs
    const {links = [], roster} = state()
    if (!request.links) {
      if (links.length > 0) return this.#make([], message('links.healedAll'), id)
      for (const one of this.#words()) transcript.note(id, one)
      return
    }
    const directions = directionsOf(request.links)
    const names = {links: groupText(request.links, roster)}
    if (directions.every(one => faultOf(links, one) === undefined))
      return transcript.say(id, message('links.nothingToHeal', names))
    await this.#make(healed(links, directions), message('links.healed', names), id)
  }

  async #make(links: Links, done: Message, id: number) {
    const {host, dispatch, transcript, wake} = this.#needs
    // What follows on the nodes is never earlier.
    const at = Date.now()
    await host.nodes?.wire({links})
    dispatch({on: 'linked', links, at})
    transcript.note(id, done)
    wake()
  }

  async #rewire(wired: boolean, id: number) {
    const {state, transcript, restart} = this.#needs
    if (isJudged(state())) return transcript.say(id, message('links.inStep'))
    if (wired && state().stage === 'sentinel') return transcript.say(id, message('links.noSentinels'))
    await restart(wired)
    transcript.note(id, message(wired ? 'links.wired' : 'links.direct'))
  }
}
