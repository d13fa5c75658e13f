// An action -> what it does to a real server -> its outcome. The only place where the learner's deeds reach the nodes.

import {type NodeName, portOf} from '../../model/cluster/node.ts'
import {isAlive} from '../../model/cluster/snapshot.ts'
import {type Action, commandOf, type Outcome} from '../../model/commands/action.ts'
import {type Connection, nameOf} from '../../model/commands/connection.ts'
import {clientOf} from '../../model/commands/listening.ts'
import type {Reply} from '../../model/protocol/reply.ts'
import {type Message, message} from '../../model/text/messages.ts'
import type {Nodes} from '../nodes/nodes.ts'
import {NodeConnection, type SendOptions} from './connection.ts'
import {type Command, type Followed, followRedirects, type RedirectEvents} from './follow-redirects.ts'

export type Performer = Readonly<{
  /** Never throws for what a node or a connection does; an outcome says it. */
  perform: (action: Action, options?: SendOptions) => Promise<Outcome>
  /** As `perform`, and goes on where a node redirects the command to. */
  follow: (command: Command, options: SendOptions & RedirectEvents) => Promise<Followed>
  /** Closes the learner's connections. */
  close: () => void
}>

type ActionResult =
  | {is: 'replied'; reply: Extract<Outcome, {is: 'replied'}>['reply']}
  | {is: 'done'; pid?: number}
  | {is: 'failed'; because: Message}

/** Told how the connection to a node is now; `dropped`: the old one is gone, and a transaction with it. */
export type OnConnection = (node: NodeName, now: Connection, dropped: boolean) => void

export function createPerformer(nodes: Nodes, onConnection: OnConnection = () => undefined): Performer {
  const conversations = new Map<NodeName, NodeConnection>()
  const {roster} = nodes.options

  function conversationWith(node: NodeName): NodeConnection {
    const known = conversations.get(node)
    if (known) return known
    const begun = new NodeConnection(portOf(node, roster), (now, dropped) => onConnection(node, now, dropped))
    conversations.set(node, begun)
    return begun
  }

  async function send(command: Command, options: SendOptions, asking: boolean): Promise<ActionResult> {
    // Where our node is gone a stranger may listen by now, and is not to be written to.
    if (!isAlive(nodes.stateOf(command.node)))
      return failed(message('outcome.refused', {port: portOf(command.node, roster)}))
    const conversation = conversationWith(command.node)
    // It counts for the command right behind it, so nothing is awaited in between.
    if (asking) void conversation.send(['ASKING'])
    const answer = await conversation.send(command.words, withoutLabPolling(nodes, command, options))
    if ('reply' in answer) return {is: 'replied', reply: answer.reply}
    // Its success is the end of the connection, of which redis-cli says nothing.
    const shutDown = answer.because.key === 'outcome.closed' && commandOf(command)[0] === 'SHUTDOWN'
    if (!shutDown) return failed(answer.because)
    // The connection closes a moment before the process is gone, and who starts the node next must find it gone.
    await nodes.waitUntilEnded(command.node)
    return {is: 'done'}
  }

  async function come(action: Action, options: SendOptions, asking: boolean): Promise<ActionResult> {
    if (action.do === 'command') return send(action, options, asking)
    const changed = await nodes.change(action.do, action.node)
    return 'pid' in changed ? {is: 'done', pid: changed.pid} : failed(changed.because)
  }

  async function perform(action: Action, options: SendOptions = {}, asking = false): Promise<Outcome> {
    const at = Date.now()
    const start = performance.now()
    const came = await come(action, options, asking)
    return {action, at, ms: performance.now() - start, ...came}
  }

  return {
    perform,
    follow: (command, options) =>
      followRedirects(command, {
        nodes,
        ...options,
        send: (one, asking) => perform(one, options, asking),
        inTransaction: node => conversations.get(node)?.inTransaction === true,
      }),
    close() {
      for (const conversation of conversations.values()) conversation.close()
      conversations.clear()
    },
  }
}

function failed(because: Message): ActionResult {
  return {is: 'failed', because}
}

/** MONITOR without the lab's own polling, which would drown everything else. */
function withoutLabPolling(
  {probes: links}: Nodes,
  {node, words}: Command,
  {onPush, signal}: SendOptions,
): SendOptions {
  if (nameOf(words) !== 'monitor' || !onPush) return {onPush, signal}
  const theirs = (reply: Reply) => {
    const client = clientOf(reply)
    if (client === undefined || client !== links.get(node)?.address()) onPush(reply)
  }
  return {signal, onPush: theirs}
}
