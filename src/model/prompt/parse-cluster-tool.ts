// The words after `redis-cli --cluster`: which subcommands run here, and on which nodes.

import {nodeForPort, portOf, type Roster} from '../cluster/node.ts'
import {type Message, message} from '../text/messages.ts'
import {type Rejected, rejected} from './requests.ts'

/** Subcommands that ask nothing. `import` is missing: it moves keys away from a server that is not the lab's. */
const askNothing = ['help', 'check', 'info', 'call', 'set-timeout', 'backup']
const changing = ['create', 'fix', 'reshard', 'rebalance', 'add-node', 'del-node']

/** Without these, reshard asks what to move; with them only for a yes. `create` shows its plan, which nobody should accept unread. */
const reshardNeeds = ['--cluster-from', '--cluster-to', '--cluster-slots']

/** Options of any redis-cli that may also stand behind the subcommand, and whether a value follows. */
const everywhere: Readonly<Record<string, boolean>> = {
  '-a': true,
  '--pass': true,
  '--user': true,
  '--no-auth-warning': false,
  '--verbose': false,
}

/** The order of the arguments, of a subcommand in which they are easily swapped. */
export function orderOf(command: string | undefined): Message | undefined {
  return command === 'add-node' ? message('shell.addNode') : undefined
}

/** The subcommand's words with the nodes' real ports and a yes beforehand; or why it cannot run. */
export function clusterWords(
  [command = '', ...words]: readonly string[],
  roster: Roster,
): readonly string[] | Rejected {
  const port = portOf('6379', roster)
  const usage = rejected(orderOf(command) ?? message('shell.cluster', {port}))
  if (command === 'help') return words.length === 0 ? [command] : usage
  if (command === 'import') return rejected(message('shell.import', {port}))
  if (![...askNothing, ...changing].includes(command) || words.length === 0) return usage
  const [first = '', second = ''] = words
  // redis-cli also takes the first address as two words.
  const joined = isHere(first) && /^\d+$/.test(second) ? [`${first}:${second}`, ...words.slice(2)] : words
  // What `call` sends to the nodes is a command: its words are no addresses.
  const ours = command === 'call' ? joined.slice(0, 1) : addressesFirst(joined)
  if (!/:\d+$/.test(ours[0] ?? '')) return usage
  if (command === 'add-node' && !isAddress(ours[1] ?? '')) return usage
  const isValue = (i: number) => everywhere[ours[i - 1] ?? ''] === true
  const foreign = ours.find((word, i) => !isValue(i) && isAddress(word) && real(word, roster) === undefined)
  if (foreign !== undefined) return rejected(message('shell.stranger', {typed: foreign}))
  const odd = ours.find(
    (word, i) =>
      word.startsWith('-') &&
      !isValue(i) &&
      !word.startsWith('--cluster-') &&
      !Object.hasOwn(everywhere, word),
  )
  if (odd !== undefined) return rejected(message('shell.option', {option: odd, port}))
  const asks =
    command === 'create' || (command === 'reshard' && reshardNeeds.some(option => !joined.includes(option)))
  const yes =
    changing.includes(command) && !asks && !joined.includes('--cluster-yes') ? ['--cluster-yes'] : []
  return [command, ...ours.map(word => real(word, roster) ?? word), ...joined.slice(ours.length), ...yes]
}

/** redis-cli reads addresses only right behind the subcommand. */
function addressesFirst(words: readonly string[]): readonly string[] {
  return [...words.filter(isAddress), ...words.filter(word => !isAddress(word))]
}

/** What redis-trib.rb called its options; redis-cli has `--cluster-` before the name. */
const oldOptions =
  /^--(?:replicas|yes|slave|master-id|from|to|slots|timeout|pipeline|weight|use-empty-masters|simulate|threshold|copy|replace)$/

/** Whether an option lacks its `--cluster-`, as in old articles. What `call` sends to the nodes has none. */
export function hasOldOption([command, ...words]: readonly string[]): boolean {
  return command !== 'call' && words.some(word => oldOptions.test(word))
}

/** `redis-cli --cluster create …` for `redis-trib.rb create --replicas 1 …`, which Redis 5 replaced. */
export function todaysLine([command = 'help', ...words]: readonly string[]): string {
  const options = words.map(word => word.replace(/^--(?!cluster-)/, '--cluster-'))
  return ['redis-cli --cluster', command, ...addressesFirst(options)].join(' ')
}

/** Whether the host is this computer, where all nodes run. */
export function isHere(host: string): boolean {
  return ['127.0.0.1', 'localhost', '::1'].includes(host)
}

function isAddress(word: string): boolean {
  return /^[\w.-]+:\d+$/.test(word)
}

/** The address with the node's real port; undefined if none of the lab's nodes is meant. */
function real(word: string, roster: Roster): string | undefined {
  const [host = '', port = ''] = word.split(':')
  const node = isAddress(word) && isHere(host) ? nodeForPort(port, roster) : undefined
  return node && `127.0.0.1:${portOf(node, roster)}`
}
