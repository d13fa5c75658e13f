// Control of the load: the learner starts and stops it, it stops with the nodes, and its writes are verified after a change of roles.

import {type NodeName, portOf} from '../../model/cluster/node.ts'
import {masterName} from '../../model/cluster/sentinel-view.ts'
import {type NodeStates, nodeStates, slotOwners} from '../../model/cluster/slot-owners.ts'
import {isClustered, type Snapshot} from '../../model/cluster/snapshot.ts'
import {type Setting, settings} from '../../model/commands/client-settings.ts'
import {type Lesson, lessonAt, type Step, stepAt} from '../../model/lesson/lesson.ts'
import {type By, isJudged, type LabState} from '../../model/state/lab-state.ts'
import {
  errorCount,
  type LostWrites,
  type TrafficEvent,
  type TrafficRequest,
} from '../../model/state/traffic.ts'
import {lostWords, sideWords, trafficWords} from '../../model/state/traffic-words.ts'
import {message} from '../../model/text/messages.ts'
import {equalJson} from '../../model/text/objects.ts'
import {createQueue} from '../../platform/queue.ts'
import type {Nodes} from '../../redis/nodes/nodes.ts'
import {type Load, type LoadOptions, startLoad} from '../../redis/traffic/load.ts'
import {verifyWrites} from '../../redis/traffic/verify-writes.ts'
import {createLedger, keyCount, type Ledger, trafficKey} from '../../redis/traffic/write-ledger.ts'
import type {StageHost} from './stage-host.ts'
import type {StageQueue} from './stage-queue.ts'
import type {StateAccess} from './store.ts'
import type {Transcript} from './transcript.ts'
import {type WatchableLab, waitForState} from './wait-for-state.ts'

/**
 * Nodes under load, the ledger of the writes to them, and the node states when the writes were last verified. `untold`: how often slots had new owners
 * since that was last said, and when last (ms since the epoch).
 */
type Site = {
  readonly nodes: Nodes
  readonly ledger: Ledger
  states?: NodeStates
  served?: string
  untold: Readonly<{moves: number; at: number}>
}

/** ms without a change of slots after which they are reported, all at once: a reshard moves hundreds. */
const settleTime = 2000
/** ms until which a client should have its first reply. */
const firstReplyTime = 2000
const nothingUntold = {moves: 0, at: 0}

export type TrafficControllerNeeds = StateAccess &
  WatchableLab &
  Readonly<{
    lessons: readonly Lesson[]
    transcript: Transcript
    stageQueue: StageQueue
    host: Pick<StageHost, 'nodes'>
  }>

export class TrafficController {
  readonly #needs: TrafficControllerNeeds
  /** One line at a time: the next would not know of a load that is still starting. */
  readonly #inTurn = createQueue()
  #site: Site | undefined
  #work: Load | undefined
  #seen: Snapshot | undefined
  #reading = false

  constructor(needs: TrafficControllerNeeds) {
    this.#needs = needs
    needs.subscribe(() => this.#look())
  }

  /** @param id the transcript entry for the result */
  async handle(request: TrafficRequest, id: number, by: By): Promise<void> {
    const {stageQueue} = this.#needs
    // The lab starts it while a step is prepared.
    if (by !== 'lab') await stageQueue.over()
    if (request.is === 'begin') {
      if (await this.#inTurn(() => this.#begin(request, id, by))) await this.#firstReply()
      return
    }
    return this.#inTurn(async () => this.#endOrTell(request, id))
  }

  #endOrTell(request: TrafficRequest, id: number) {
    const {state, transcript} = this.#needs
    const {traffic} = state()
    if (request.is === 'end' && this.#work && isJudged(state()) && this.#step()?.incident)
      return transcript.say(id, message('traffic.ofStep'))
    if (request.is === 'end' && this.#work) {
      this.stop()
      const {ok, errors} = state().traffic?.totals ?? {ok: 0, errors: {}}
      return transcript.note(id, message('traffic.off', {ok, errors: errorCount(errors)}))
    }
    const words = traffic ? trafficWords(traffic) : [message('traffic.none')]
    for (const one of words) transcript.note(id, one)
  }

  stop(): void {
    const {traffic} = this.#needs.state()
    this.#work?.stop()
    this.#work = undefined
    if (traffic?.is === 'on') this.#tell({is: 'ended'})
  }

  /** Whether a load was started. */
  async #begin(request: TrafficRequest & {is: 'begin'}, id: number, by: By): Promise<boolean> {
    const {rate, from, compare, replicas} = request
    const {state, transcript} = this.#needs
    const refuse = (key: 'traffic.inStep' | 'traffic.onlyCluster' | 'traffic.replicasCluster') => {
      transcript.say(id, message(key))
      return false
    }
    // Goals count calls, hits, keys and offsets, and cannot tell the load from the learner's commands; those of a step with a client can. In free
    // play nothing is checked, and leaving it starts new nodes.
    if (by !== 'lab' && isJudged(state()) && !this.#isPartOfStep()) return refuse('traffic.inStep')
    if (compare && !isClustered(state().stage)) return refuse('traffic.onlyCluster')
    if (replicas && !isClustered(state().stage)) return refuse('traffic.replicasCluster')
    if (!(await this.#start(request))) return false
    const keys = {first: trafficKey(0), last: trafficKey(keyCount - 1)}
    if (compare) transcript.note(id, message('traffic.onCompare', {...keys, rate}))
    else if (replicas) transcript.note(id, message('traffic.on.replicas', {...keys, rate}))
    else if (from)
      transcript.note(id, message('traffic.on.from', {...keys, rate, from: portOf(from, state().roster)}))
    else if (state().stage === 'sentinel')
      transcript.note(id, message('traffic.on.sentinel', {...keys, rate, name: masterName}))
    else transcript.note(id, message('traffic.on', {...keys, rate}))
    return true
  }

  /** Waits for a reply, so that what the learner does next meets a client at work. Nodes that are down do not hold up the prompt for long. */
  async #firstReply() {
    const before = this.#needs.state().traffic?.totals.ok ?? 0
    const isAnswered = ({traffic}: LabState) =>
      traffic?.is !== 'on' || traffic.totals.ok > before || 'no reply yet'
    await waitForState(this.#needs, isAnswered, firstReplyTime).catch(() => undefined)
  }

  /** The client of a step; one that works already at this rate, in this place and with masters alone, goes on. */
  work(rate: number, from?: NodeName): Promise<void> {
    return this.#inTurn(async () => {
      const {traffic, roster} = this.#needs.state()
      const place = from && portOf(from, roster)
      const isAlike = traffic?.rate === rate && traffic.from === place && !traffic.replicas
      if (!this.#work || traffic?.is !== 'on' || !isAlike) await this.#start({rate, ...(from && {from})})
    })
  }

  /** False if there are no nodes, or others by now. */
  async #start({
    rate,
    from,
    compare,
    replicas,
  }: Omit<TrafficRequest & {is: 'begin'}, 'is'>): Promise<boolean> {
    const {state, host} = this.#needs
    const {nodes} = host
    if (!nodes) return false
    await nodes.wire({clientAt: from})
    if (host.nodes !== nodes) return false
    this.#work?.stop()
    if (this.#site?.nodes !== nodes) this.#site = {nodes, ledger: createLedger(), untold: nothingUntold}
    const {ledger} = this.#site
    const place = from && portOf(from, state().roster)
    this.#tell({
      is: 'began',
      rate,
      ...(place !== undefined && {from: place}),
      ...(compare && {compare}),
      ...(replicas && {replicas}),
    })
    const onBucket: LoadOptions['onBucket'] = (bucket, clients, lastError) =>
      this.#tell({
        is: 'counted',
        bucket,
        ...(compare && {clients}),
        ...(lastError !== undefined && {lastError}),
      })
    const clients: readonly Setting[] = compare ? settings : ['defaults']
    this.#work = startLoad({nodes, rate, clients, ledger, onBucket, ...(replicas && {replicas})})
    return true
  }

  #isPartOfStep(): boolean {
    return (this.#step()?.traffic ?? 0) > 0
  }

  #step(): Step | undefined {
    const {lessons, state} = this.#needs
    const {play} = state()
    return play && stepAt(lessonAt(lessons, play.lesson), play.step)
  }

  #tell(event: TrafficEvent) {
    this.#needs.dispatch({on: 'traffic', event})
  }

  #look() {
    const {traffic, snapshot} = this.#needs.state()
    if (!this.#work) return
    // The nodes are replaced, or a step begins: the state no longer has the load, so it stops.
    if (traffic?.is !== 'on') return this.stop()
    if (!snapshot || snapshot === this.#seen || this.#reading) return
    this.#seen = snapshot
    void this.#check(snapshot)
  }

  async #check(snapshot: Snapshot) {
    const site = this.#site
    const owners = slotOwners(snapshot)
    if (!site || !owners) return
    const before = site.states
    const states = nodeStates(snapshot, before)
    const served = JSON.stringify(owners)
    if (before && !equalJson(before, states)) {
      this.#reading = true
      const lost = await verifyWrites(site.nodes, site.ledger, owners)
      this.#reading = false
      if (!lost || site !== this.#site || !this.#work) return
      if (served !== site.served) site.untold = {moves: site.untold.moves + 1, at: snapshot.at}
      this.#verified(lost, site)
    } else if (site.untold.moves > 0 && snapshot.at - site.untold.at >= settleTime) this.#tellLost(site)
    Object.assign(site, {states, served})
  }

  /** Reports more losses at once. That none is lost is worth saying only if slots have a new owner, and when no more of them move. */
  #verified(lost: LostWrites, site: Site) {
    // Before the first acknowledgement there is nothing that could be lost.
    if (lost.of === 0) return
    const more = lost.writes > (this.#needs.state().traffic?.lost?.writes ?? 0)
    this.#tell({is: 'checked', lost})
    if (more) this.#tellLost(site)
  }

  #tellLost(site: Site) {
    const {state, transcript} = this.#needs
    const {lost} = state().traffic ?? {}
    const {moves: count} = site.untold
    site.untold = nothingUntold
    if (!lost) return
    const result = lostWords(lost)
    const sentence =
      count > 1 ? message('traffic.checkedOften', {count, result}) : message('traffic.checked', {result})
    void transcript.write('', 'lab', id => {
      for (const one of [sentence, ...sideWords(lost)]) transcript.note(id, one)
    })
  }
}
