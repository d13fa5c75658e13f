// The keeper: a separate process that owns the nodes. It starts them on the lab's orders. When the lab's pipe closes, for whatever reason, it
// kills them and removes their folder. A watchdog covers the keeper's own death. Started by keeper.ts; imports nothing that loads slowly.

import {randomBytes} from 'node:crypto'
import {mkdirSync, realpathSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import type {Answer, KeeperMessage, NumberedOrder, Order} from './keeper-messages.ts'
import {createNodeProcesses} from './node-processes.ts'
import {type Claim, claimFirst} from './ports.ts'
import {runFolderPrefix, startWatchdog} from './watchdog.ts'

function send(message: KeeperMessage) {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

// The keeper outlives the lab by a moment; by then nobody reads its messages.
process.stdout.on('error', () => undefined)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) process.on(signal, () => undefined)

/** Exits with the error on stderr if `attempt` throws. */
function orExit<Value>(attempt: () => Value): Value {
  try {
    return attempt()
  } catch (error) {
    return exitWith(error as Error)
  }
}

function exitWith({message}: Error): never {
  process.stderr.write(message)
  process.exit(1)
}

/**
 * redis-server reads `*?[` in the path of its configuration as a pattern, and starts on 6379 if no file matches.
 * The other characters break a quoted setting.
 */
const unsafeInConfigPath = /[*?["\\\n]/

const parent = orExit(() => {
  const path = realpathSync(tmpdir())
  if (unsafeInConfigPath.test(path))
    throw new Error('redis-server cannot read a configuration below a folder with such a name')
  return path
})
// The pid in the name tells a cleanup whether the owner is alive. The watchdog must be running before the folder exists.
const folder = join(parent, `${runFolderPrefix}${process.pid}-${randomBytes(6).toString('hex')}`)
const watchdog = startWatchdog(folder)
let claim: Claim | undefined

function end(code: number): never {
  nodes.killAll()
  rmSync(folder, {recursive: true, force: true, maxRetries: 5})
  process.exit(code)
}

watchdog.once('error', exitWith)
watchdog.once('spawn', () => {
  orExit(() => {
    mkdirSync(folder, {mode: 0o700})
    mkdirSync(join(folder, 'pids'))
  })
  send({is: 'ready', folder})
})

const nodes = createNodeProcesses(folder, send)

async function execute(order: Order): Promise<Answer> {
  switch (order.do) {
    case 'claim': {
      const found = await claimFirst(order.bases, order.spares, order.wired, claim)
      if ('taken' in found) return found
      claim = found
      return {base: found.base}
    }
    case 'write':
      nodes.write(order.node, order.files)
      return {}
    case 'spawn':
      return {pid: await nodes.spawn(order.node, order.program, order.sentinel)}
    case 'run':
      return {pid: await nodes.run(order.node, order.command)}
    case 'signal':
      return {pid: await nodes.signal(order.node, order.signal)}
    case 'clear':
      await nodes.clear()
      return {}
  }
}

const orders = createInterface({input: process.stdin})
orders.on('line', line => {
  const {id, ...order} = JSON.parse(line) as NumberedOrder
  execute(order).then(
    answer => send({is: 'answer', id, answer}),
    (error: NodeJS.ErrnoException) =>
      send({is: 'refused', id, why: error.message, ...(error.code ? {code: error.code} : {})}),
  )
})
orders.once('close', () => end(0))
