// Cluster mode: a command goes on to where the nodes send it, as redis-cli -c does it; unlike there, a node that is down is no place to stay,
// and a transaction is not torn apart in silence.

import {type NodeName, namesOf, portOf} from '../../model/cluster/node.ts'
import {addressOf, type Redirect, redirectOf, targetOf} from '../../model/cluster/redirect.ts'
import {isAlive} from '../../model/cluster/snapshot.ts'
import {type Action, commandOf, type Outcome} from '../../model/commands/action.ts'
import {type Message, message} from '../../model/text/messages.ts'
import type {Nodes} from '../nodes/nodes.ts'

export type Command = Extract<Action, {do: 'command'}>

export type Followed = Readonly<{
  /** Its action names the node that answered last. */
  outcome: Outcome
  /** Where the prompt belongs now. */
  node: NodeName
  /** What is to be said beside the outcome: why a redirect was not followed. */
  remark?: Message
}>

/** What is told while the command is on its way. */
export type RedirectEvents = Readonly<{
  /** It goes on to another node. */
  onRedirect: (redirect: Redirect) => void
  /** Given: where its node is down another may stand in for it, and this is said. */
  onStandIn?: ((said: Message) => void) | undefined
}>

/** What following needs of the nodes. */
export type RedirectContext = RedirectEvents &
  Readonly<{
    nodes: Nodes
    /** `asking`: with ASKING right before it, on the same connection. */
    send: (command: Command, asking: boolean) => Promise<Outcome>
    inTransaction: (node: NodeName) => boolean
    /** Aborted: nothing is waited for any more. */
    signal?: AbortSignal | undefined
  }>

/** As many as the usual client libraries; redis-cli itself goes back and forth for ever where two nodes send to each other. */
const maxRedirects = 5

/** Sends `command` to its node, and on, until a node answers otherwise than with a redirect, or one cannot be followed. */
export async function followRedirects(command: Command, way: RedirectContext): Promise<Followed> {
  const {nodes, onStandIn} = way
  const other = onStandIn && standInFor(nodes, command.node)
  if (!other) return followFrom(command, way, 0, false)
  const ports = {port: portAt(way, command.node), other: portAt(way, other)}
  // Without a key it is about one node (CONFIG SET, SHUTDOWN): done to another it would be something else.
  if (!(await hasKeys(way, other, command)))
    return {outcome: await way.send(command, false), node: other, remark: message('follow.keyless', ports)}
  onStandIn(message('follow.elsewhere', ports))
  return followFrom({...command, node: other}, way, 0, false)
}

/** A living node in the place of one that is down; any of them knows who serves a slot. */
function standInFor(nodes: Nodes, node: NodeName): NodeName | undefined {
  return isAlive(nodes.stateOf(node))
    ? undefined
    : namesOf(nodes.options.roster).find(other => nodes.stateOf(other).is === 'running')
}

/** Redis itself knows which of a command's words are keys. */
async function hasKeys({nodes, signal}: RedirectContext, node: NodeName, {words}: Command): Promise<boolean> {
  const asked = nodes.probes.get(node)?.call('COMMAND', 'GETKEYS', ...words)
  // It has none, or is no command; and who has given up is told so where the command is sent.
  const has = asked?.then(
    () => true,
    () => false,
  )
  return (await Promise.race([has, aborted(signal)])) === true
}

function aborted(signal: AbortSignal | undefined): Promise<true> {
  const {promise, resolve} = Promise.withResolvers<true>()
  signal?.addEventListener('abort', () => resolve(true), {once: true})
  if (signal?.aborted) resolve(true)
  return promise
}

async function followFrom(
  command: Command,
  way: RedirectContext,
  times: number,
  asking: boolean,
): Promise<Followed> {
  const {node} = command
  const wasQueued = way.inTransaction(node)
  const outcome = await way.send(command, asking)
  if (outcome.is === 'failed' && times > 0) return {outcome: withAdvice(outcome, way), node}
  const redirect = outcome.is === 'replied' ? redirectOf(outcome.reply) : undefined
  if (!redirect) return {outcome, node}
  const target = targetOf(redirect, way.nodes.options.roster)
  if (!target) return {outcome, node, remark: message('follow.stranger', {address: addressOf(redirect)})}
  const remark = wasQueued ? splitTransaction(command, way) : obstacleAt(target, redirect, way, times)
  if (remark) return {outcome, node, remark}
  way.onRedirect(redirect)
  const further = await followFrom({...command, node: target}, way, times + 1, redirect.is === 'ASK')
  // A node that did not answer is no place for the prompt.
  return further.outcome.is === 'failed' ? {...further, node} : further
}

function splitTransaction(command: Command, way: RedirectContext): Message {
  const isExec = commandOf(command)[0] === 'EXEC'
  return message(isExec ? 'follow.exec' : 'follow.transaction', {port: portAt(way, command.node)})
}

function obstacleAt(
  target: NodeName,
  {slot}: Redirect,
  way: RedirectContext,
  times: number,
): Message | undefined {
  if (times >= maxRedirects) return message('follow.endless', {times, slot})
  return way.inTransaction(target)
    ? message('follow.otherTransaction', {port: portAt(way, target)})
    : undefined
}

function withAdvice(outcome: Outcome & {is: 'failed'}, way: RedirectContext): Outcome {
  if (outcome.because.key !== 'outcome.refused') return outcome
  return {...outcome, because: message('follow.dead', {port: portAt(way, outcome.action.node)})}
}

function portAt({nodes}: RedirectContext, node: NodeName): number {
  return portOf(node, nodes.options.roster)
}
