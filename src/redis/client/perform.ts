// Executes an action on a real server and returns its outcome. The only place where the learner's actions reach the nodes.

import {isNodeName, type NodeName, ownPortOf, portOf, type Roster} from '../../model/cluster/node.ts'
import {isAlive} from '../../model/cluster/snapshot.ts'
import {type Action, commandOf, type Outcome} from '../../model/commands/action.ts'
import {type Connection, nameOf, newConnection} from '../../model/commands/connection.ts'
import {clientOf} from '../../model/commands/listening.ts'
import type {Reply} from '../../model/protocol/reply.ts'
import {type Message, message} from '../../model/text/messages.ts'
import type {Nodes} from '../nodes/nodes.ts'
import {NodeConnection, type SendOptions} from './connection.ts'
import {type Command, type Followed, followRedirects, type RedirectEvents} from './follow-redirects.ts'
import type {ReplyLimit} from './resp-socket.ts'

export type Performer = Readonly<{
  /** Never throws for what a node or a connection does: the outcome tells it. */
  perform: (action: Action, options?: SendOptions) => Promise<Outcome>
  /** Like `perform`, but follows redirects. */
  follow: (command: Command, options: SendOptions & RedirectEvents) => Promise<Followed>
  /** Closes the learner's connections. */
  close: () => void
}>

type ActionResult =
  | {is: 'replied'; reply: Extract<Outcome, {is: 'replied'}>['reply']}
  | {is: 'done'; pid?: number}
  | {is: 'failed'; because: Message}

/** Called when the learner's connection to a node changes; `dropped`: the old one is gone, and its transaction with it. */
export type OnConnection = (node: NodeName, now: Connection, dropped: boolean) => void

export function createPerformer(
  nodes: Nodes,
  onConnection: OnConnection = () => undefined,
  limit: ReplyLimit = {},
): Performer {
  const {roster} = nodes.options
  const kept = createConnections(roster, onConnection, limit)

  /** Gives a run of redis-cli connections of its own, and closes them after it. */
  async function withConnections<Result>(
    action: Action,
    work: (connections: Connections) => Promise<Result>,
  ): Promise<Result> {
    if (action.do !== 'command' || !action.alone) return work(kept)
    const own = createConnections(roster, () => undefined, limit)
    return work(own).finally(own.closeAll)
  }

  async function performOver(
    connections: Connections,
    action: Action,
    options: SendOptions,
    asking = false,
  ): Promise<Outcome> {
    const at = Date.now()
    const start = performance.now()
    const result = await execute(nodes, action, options, connections, asking)
    return {action, at, ms: performance.now() - start, ...result}
  }

  return {
    perform: (action, options = {}) =>
      withConnections(action, connections => performOver(connections, action, options)),
    follow: (command, options) =>
      withConnections(command, connections =>
        followRedirects(command, {
          nodes,
          ...options,
          async send(one, asking) {
            connections.speak(one.node)
            const outcome = await performOver(connections, one, options, asking)
            connections.listen(one)
            return outcome
          },
          inTransaction: connections.inTransaction,
        }),
      ),
    close: kept.closeAll,
  }
}

type Connections = ReturnType<typeof createConnections>

/** Subcommands of DEBUG that end the process. */
const crashes = ['SEGFAULT', 'PANIC', 'ASSERT', 'OOM']

async function send(
  nodes: Nodes,
  command: Command,
  options: SendOptions,
  connections: Connections,
  asking: boolean,
): Promise<ActionResult> {
  // If our node is gone, another program may listen on its port; send nothing there.
  const isOurs = isNodeName(command.node, nodes.options.roster)
  if (isOurs && !isAlive(nodes.stateOf(command.node)))
    return failed(message('outcome.refused', {port: portOf(command.node, nodes.options.roster)}))
  const connection = connections.to(command.node)
  // The end of the process may be reported before the end of the connection.
  const process = isOurs && nodes.stateOf(command.node)
  // ASKING applies to the next command only, so both are sent without a pause.
  if (asking) void connection.send(['ASKING'])
  const answer = await connection.send(command.words, withoutLabPolling(nodes, command, options))
  if ('reply' in answer) return {is: 'replied', reply: answer.reply}
  const [name, subcommand = ''] = commandOf(command)
  const isShutdown = name === 'SHUTDOWN'
  const isFatal = isShutdown || (name === 'DEBUG' && crashes.includes(subcommand))
  if (!isFatal || answer.because.key !== 'outcome.closed') return failed(answer.because)
  // The connection closes a moment before the process ends, and what is run right after this must find it ended.
  if (process) await nodes.waitUntilEnded(command.node, process)
  // SHUTDOWN succeeds by ending the connection; redis-cli prints nothing then.
  return isShutdown ? {is: 'done'} : failed(answer.because)
}

async function execute(
  nodes: Nodes,
  action: Action,
  options: SendOptions,
  connections: Connections,
  asking: boolean,
): Promise<ActionResult> {
  if (action.do === 'command') return send(nodes, action, options, connections, asking)
  const changed = await nodes.change(action.do, action.node)
  return 'pid' in changed ? {is: 'done', pid: changed.pid} : failed(changed.because)
}

/** The learner's connections, each opened when it is first needed. */
function createConnections(roster: Roster, onConnection: OnConnection, limit: ReplyLimit) {
  const open = new Map<NodeName, NodeConnection>()
  let resp: Connection['resp'] = newConnection.resp
  function to(node: NodeName): NodeConnection {
    const known = open.get(node)
    if (known) return known
    const onChange = (now: Connection, dropped: boolean) => onConnection(node, now, dropped)
    // Past the wires: the learner has a cable of their own to every node.
    const created = new NodeConnection(ownPortOf(node, roster), onChange, limit)
    open.set(node, created)
    return created
  }
  return {
    to,
    /** In cluster mode HELLO holds for all nodes: else the replies would change their form with every redirect. */
    speak(node: NodeName) {
      const connection = to(node)
      if (connection.resp !== resp && !connection.inTransaction) void connection.send(['HELLO', `${resp}`])
    },
    /** Remembers the protocol that a HELLO has set. */
    listen({node, words}: Command) {
      if (['hello', 'reset'].includes(nameOf(words))) resp = to(node).resp
    },
    inTransaction: (node: NodeName) => open.get(node)?.inTransaction === true,
    closeAll() {
      for (const connection of open.values()) connection.close()
      open.clear()
    },
  }
}

function failed(because: Message): ActionResult {
  return {is: 'failed', because}
}

/** Removes the lab's own polling from MONITOR, where it would hide everything else. */
function withoutLabPolling(
  {probes}: Nodes,
  {node, words}: Command,
  {onPush, signal}: SendOptions,
): SendOptions {
  if (nameOf(words) !== 'monitor' || !onPush) return {onPush, signal}
  const unlessOurs = (reply: Reply) => {
    const client = clientOf(reply)
    if (client === undefined || client !== probes.get(node)?.address()) onPush(reply)
  }
  return {signal, onPush: unlessOurs}
}
