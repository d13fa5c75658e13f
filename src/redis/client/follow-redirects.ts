// Cluster mode: follows MOVED and ASK as redis-cli -c does. Unlike redis-cli, the prompt does not stay on a node that is down, and a transaction
// is not split over two nodes without a warning.

import {type NodeName, namesOf, portOf} from '../../model/cluster/node.ts'
import {addressOf, type Redirect, redirectOf, targetOf} from '../../model/cluster/redirect.ts'
import {isAlive} from '../../model/cluster/snapshot.ts'
import {type Action, commandOf, type Outcome} from '../../model/commands/action.ts'
import {type Message, message} from '../../model/text/messages.ts'
import type {Nodes} from '../nodes/nodes.ts'

export type Command = Extract<Action, {do: 'command'}>

export type Followed = Readonly<{
  /** The outcome at the node that answered last. */
  outcome: Outcome
  /** Where the prompt should be now. */
  node: NodeName
  /** Why a redirect was not followed; shown beside the outcome. */
  remark?: Message
}>

/** Callbacks while a command is being redirected. */
export type RedirectEvents = Readonly<{
  /** The command goes on to another node. */
  onRedirect: (redirect: Redirect, from: NodeName) => void
  /** The lab's node behind an announced address. */
  announced?: (redirect: Redirect, from: NodeName) => NodeName | undefined
  /** If given, another node replaces one that is down, and this reports it. */
  onStandIn?: ((notice: Message) => void) | undefined
}>

/** What `followRedirects` needs besides the command. */
export type RedirectContext = RedirectEvents &
  Readonly<{
    nodes: Nodes
    /** `asking`: sends ASKING right before it on the same connection. */
    send: (command: Command, asking: boolean) => Promise<Outcome>
    inTransaction: (node: NodeName) => boolean
    /** Aborting ends all waiting. */
    signal?: AbortSignal | undefined
  }>

/** The limit of common client libraries. redis-cli has none and loops forever if two nodes redirect to each other. */
const maxRedirects = 5

/** Sends `command` to its node and follows redirects until the reply is not a redirect, or one cannot be followed. */
export async function followRedirects(command: Command, context: RedirectContext): Promise<Followed> {
  const {nodes, onStandIn} = context
  const other = onStandIn && standInFor(nodes, command.node)
  if (!other) return followFrom(command, context, 0, false)
  const ports = {port: portAt(context, command.node), other: portAt(context, other)}
  // A command without a key is about one node (CONFIG SET, SHUTDOWN) and would mean something else on another.
  if (!(await hasKeys(context, other, command)))
    return {
      outcome: await context.send(command, false),
      node: other,
      remark: message('follow.keyless', ports),
    }
  onStandIn(message('follow.elsewhere', ports))
  return followFrom({...command, node: other}, context, 0, false)
}

/** A running node to replace one that is down; any of them knows the owners of the slots. */
function standInFor(nodes: Nodes, node: NodeName): NodeName | undefined {
  return isAlive(nodes.stateOf(node))
    ? undefined
    : namesOf(nodes.options.roster).find(other => nodes.stateOf(other).is === 'running')
}

/** Asks Redis which words of the command are keys. */
async function hasKeys({nodes, signal}: RedirectContext, node: NodeName, {words}: Command): Promise<boolean> {
  const keys = nodes.probes.get(node)?.call('COMMAND', 'GETKEYS', ...words)
  // An error means no keys or no such command. After an abort, sending the command reports the cancellation.
  const has = keys?.then(
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
  context: RedirectContext,
  times: number,
  asking: boolean,
): Promise<Followed> {
  const {node} = command
  const wasQueued = context.inTransaction(node)
  const outcome = await context.send(command, asking)
  if (outcome.is === 'failed' && times > 0) return {outcome, node}
  const redirect = outcome.is === 'replied' ? redirectOf(outcome.reply) : undefined
  if (!redirect) return {outcome, node}
  const target = targetOf(redirect, context.nodes.options.roster) ?? context.announced?.(redirect, node)
  if (!target) return {outcome, node, remark: message('follow.stranger', {address: addressOf(redirect)})}
  const remark = wasQueued
    ? splitTransaction(command, context)
    : obstacleAt({node, target, redirect, asking}, context, times)
  if (remark) return {outcome, node, remark}
  context.onRedirect(redirect, node)
  const further = await followFrom({...command, node: target}, context, times + 1, redirect.is === 'ASK')
  // The prompt does not move to a node that did not answer.
  return further.outcome.is === 'failed' ? {...further, node} : further
}

function splitTransaction(command: Command, context: RedirectContext): Message {
  const isExec = commandOf(command)[0] === 'EXEC'
  return message(isExec ? 'follow.exec' : 'follow.transaction', {port: portAt(context, command.node)})
}

/** A redirect from `node` to `target`; `asking`: an ASK had led to `node`. */
type Hop = Readonly<{node: NodeName; target: NodeName; redirect: Redirect; asking: boolean}>

function obstacleAt(hop: Hop, context: RedirectContext, times: number): Message | undefined {
  const {target} = hop
  if (times >= maxRedirects) return endless(hop, context, times)
  return context.inTransaction(target)
    ? message('follow.otherTransaction', {port: portAt(context, target)})
    : undefined
}

/** With ASK in the circle the nodes agree on the owner: the slot is open at its owner only. */
function endless({node, target, redirect, asking}: Hop, context: RedirectContext, times: number): Message {
  const {is, slot} = redirect
  if (is === 'MOVED' && !asking) return message('follow.endless', {times, slot})
  const [from, to] = is === 'ASK' ? [node, target] : [target, node]
  return message('follow.endlessAsk', {times, slot, from: portAt(context, from), to: portAt(context, to)})
}

function portAt({nodes}: RedirectContext, node: NodeName): number {
  return portOf(node, nodes.options.roster)
}
