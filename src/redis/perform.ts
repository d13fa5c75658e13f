// An action -> what it does to a real server -> its outcome. The only place where the learner's deeds reach the nodes.

import {type Action, commandOf, type Outcome} from '../model/action.ts'
import {type NodeName, portOf} from '../model/node.ts'
import {type Said, said} from '../model/text.ts'
import {type Conversation, converse, type SendOptions} from './conversation.ts'
import type {Nodes} from './stage.ts'

export type Performer = Readonly<{
  /** Never throws for what a node or a connection does; an outcome says it. */
  perform: (action: Action, options?: SendOptions) => Promise<Outcome>
  /** Closes the learner's connections. */
  close: () => void
}>

type Came =
  | {is: 'replied'; reply: Extract<Outcome, {is: 'replied'}>['reply']}
  | {is: 'done'; pid: number}
  | {is: 'failed'; because: Said}

export function createPerformer(nodes: Nodes): Performer {
  const conversations = new Map<NodeName, Conversation>()
  const {base} = nodes.options

  function conversationWith(node: NodeName): Conversation {
    const open = conversations.get(node) ?? converse(portOf(node, base))
    conversations.set(node, open)
    return open
  }

  async function come(action: Action, options: SendOptions): Promise<Came> {
    if (action.do === 'command') {
      // Where our node is gone a stranger may listen by now, and is not to be written to.
      const {is} = nodes.stateOf(action.node)
      if (is !== 'running' && is !== 'paused')
        return failed(said('outcome.refused', {port: portOf(action.node, base)}))
      const answer = await conversationWith(action.node).send(action.words, options)
      // The connection closes a moment before the process is gone, and who starts the node next must find it gone.
      const closed = 'because' in answer && answer.because.say === 'outcome.closed'
      if (closed && commandOf(action)[0] === 'SHUTDOWN') await nodes.ended(action.node)
      return 'reply' in answer ? {is: 'replied', reply: answer.reply} : failed(answer.because)
    }
    const changed = await nodes.change(action.do, action.node)
    return 'pid' in changed ? {is: 'done', pid: changed.pid} : failed(changed.because)
  }

  return {
    async perform(action, options = {}) {
      const at = Date.now()
      const start = performance.now()
      const came = await come(action, options)
      return {action, at, ms: performance.now() - start, ...came}
    },
    close() {
      for (const conversation of conversations.values()) conversation.close()
      conversations.clear()
    },
  }
}

function failed(because: Said): Came {
  return {is: 'failed', because}
}
