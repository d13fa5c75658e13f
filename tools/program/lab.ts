// The built program in a terminal: its prompt, the real ports behind the nominal ones, and redis-cli beside it.

import {execFile} from 'node:child_process'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {type NodeName, portOf, rosterAt, sentinelRosterAt, sentinelsOf} from '../../src/model/cluster/node.ts'
import {fillPlaceholders} from '../../src/model/lesson/placeholders.ts'
import {server} from '../servers/server.ts'
import {openTerminal, type Terminal, type TerminalOptions} from '../terminal/terminal.ts'
import {type Home, openHome} from './home.ts'
import {projectFolder} from './programs.ts'

export const program = join(projectFolder, 'bin', 'redis-cluster-lab.js')

/** A terminal with a running lab. */
export type Lab = Terminal &
  Readonly<{
    /** The real port of a node. */
    port(node: NodeName): number
    /** `{6380}` becomes the real port. */
    filled(text: string): string
    /** Types a line at the prompt and presses Enter; resolves when it has run. */
    run(line: string): Promise<void>
    /** Skips the recall questions of a lesson. */
    skipQuestions(): Promise<void>
  }>

export type OpenedLab = Lab & Readonly<{home: Home}>

type Settings = Pick<TerminalOptions, 'columns' | 'rows' | 'env' | 'wideSigns'>
type Options = Settings &
  Readonly<{
    /** The home of an earlier lab; otherwise a new one, which is removed with the lab. */
    home?: Home
  }>

/** The program with these arguments in a terminal of its own: a lab, or any other command. */
export function openCommand(
  {env: its}: Pick<Home, 'env'>,
  args: readonly string[],
  {columns = 120, rows = 40, env, wideSigns}: Settings = {},
): Promise<Terminal> {
  return openTerminal({
    command: process.execPath,
    args: [program, ...args],
    env: {...its, ...env},
    columns,
    rows,
    wideSigns,
  })
}

/** Starts the program with these arguments and waits for its nodes. Disposing it kills it and checks that nothing is left. */
export async function openLab(args: readonly string[], options: Options = {}): Promise<OpenedLab> {
  await using opened = new AsyncDisposableStack()
  const home = options.home ?? opened.use(await openHome())
  const lab = await labIn(opened.use(await openCommand(home, args, options)))
  const owned = opened.move()
  return {...lab, home, [Symbol.asyncDispose]: () => owned.disposeAsync()}
}

const nodesAreUp = /6 of 6 up|6\/6 个节点响应|\d: cluster \w|：集群 \w/

/** Waits until the nodes of the lab in this terminal are ready. */
export async function labIn(terminal: Terminal): Promise<Lab> {
  // The prompt begins at the first node. Some frames have no prompt: the nodes are up and not connected yet, or wide signs have broken the rows.
  const baseOn = (screen: string) => Number(/^ 127\.0\.0\.1:(\d+)>/m.exec(screen)?.[1] ?? 0)
  const isStanding = (screen: string) => nodesAreUp.test(screen) && baseOn(screen) > 0
  const base = baseOn(await terminal.waitFor(isStanding, {within: 30_000}))
  const roster = [...rosterAt(base, ['6382', '6482']), ...sentinelsOf(sentinelRosterAt(base))]
  const filled = (text: string) => fillPlaceholders(text, {roster})
  async function run(line: string) {
    const typed = filled(line)
    terminal.type(typed)
    // The prompt shows the end of a long line and, dim behind it, the expected arguments.
    await terminal.waitFor(screen => promptRow(screen).includes(typed.slice(-30)))
    terminal.press('enter')
    await terminal.waitFor(screen => isPrompting(screen))
  }
  return {
    ...terminal,
    port: node => portOf(node, roster),
    filled,
    run,
    async skipQuestions() {
      await terminal.waitFor(/Question 1 of \d/)
      await run('/next')
      await terminal.waitUntilGone(/Question 1 of \d/)
    },
  }
}

/** True if nothing is typed and nothing runs. */
function isPrompting(screen: string): boolean {
  return (
    /^ (127\.0\.0\.1:\d+(\[\d+\])?(\(TX\))?|not connected)>$/.test(promptRow(screen)) &&
    !/Ctrl-C (cancel|取消)/.test(lastRow(screen))
  )
}

/** The row of the prompt: the last but one. */
export function promptRow(screen: string): string {
  return screen.split('\n').at(-2) ?? ''
}

/** The status line: keys, and what the lab waits for. */
export function lastRow(screen: string): string {
  return screen.split('\n').at(-1) ?? ''
}

/** The output of a redis-cli in another process, outside of the lab. */
export async function redisCli(port: number, words: readonly string[], input = ''): Promise<string> {
  const {cli, libraryPath} = await server()
  if (!cli) throw new Error('There is no redis-cli beside the redis-server of the tests.')
  const env = {...process.env, ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})}
  const running = promisify(execFile)(cli, ['-p', String(port), '--no-raw', ...words], {env})
  // The process may end before it reads its input.
  running.child.stdin?.on('error', () => undefined).end(input)
  return (await running).stdout
}
