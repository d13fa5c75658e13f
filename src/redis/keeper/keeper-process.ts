// The keeper: a process of its own that owns the nodes. It starts them on the lab's order, and when the lab's pipe ends, however it ends,
// it kills them and removes their folder. Its own death is covered by a watchdog. Started by keeper.ts; imports nothing that takes time.

import {randomBytes} from 'node:crypto'
import {mkdirSync, realpathSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import type {Answer, KeeperMessage, NumberedOrder, Order} from './keeper-messages.ts'
import {createNodes} from './node-processes.ts'
import {type Claim, claimFirst} from './ports.ts'
import {folderPrefix, watch} from './watchdog.ts'

function say(word: KeeperMessage) {
  process.stdout.write(`${JSON.stringify(word)}\n`)
}

/** The keeper outlives the lab by a moment, and then nobody reads what it says. */
process.stdout.on('error', () => undefined)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) process.on(signal, () => undefined)

/** Where it cannot be, the last thing said is why. */
function orGiveUp<Value>(attempt: () => Value): Value {
  try {
    return attempt()
  } catch (error) {
    return giveUp(error as Error)
  }
}

function giveUp({message}: Error): never {
  process.stderr.write(message)
  process.exit(1)
}

/** redis-server takes `*?[` in its configuration's path for a pattern, and if no file matches it starts on 6379; the others break a quoted setting. */
const misread = /[*?["\\\n]/

const parent = orGiveUp(() => {
  const path = realpathSync(tmpdir())
  if (misread.test(path))
    throw new Error('redis-server cannot read a configuration below a folder with such a name')
  return path
})
// The pid in the name lets a sweep see whether the owner still lives. The watchdog must live before the folder does.
const folder = join(parent, `${folderPrefix}${process.pid}-${randomBytes(6).toString('hex')}`)
const watchdog = watch(folder)
let claim: Claim | undefined

function end(code: number): never {
  nodes.killAll()
  rmSync(folder, {recursive: true, force: true, maxRetries: 5})
  process.exit(code)
}

watchdog.once('error', giveUp)
watchdog.once('spawn', () => {
  orGiveUp(() => {
    mkdirSync(folder, {mode: 0o700})
    mkdirSync(join(folder, 'pids'))
  })
  say({word: 'ready', folder})
})

const nodes = createNodes(folder, say)

async function obey(order: Order): Promise<Answer> {
  switch (order.do) {
    case 'claim': {
      claim?.socket.close()
      const found = await claimFirst(order.bases)
      if ('taken' in found) return found
      claim = found
      return {base: found.base}
    }
    case 'write':
      nodes.write(order.node, order.files)
      return {}
    case 'spawn':
      return {pid: await nodes.spawn(order.node, order.program)}
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
  obey(order).then(
    answer => say({word: 'answer', id, answer}),
    (error: NodeJS.ErrnoException) =>
      say({word: 'refused', id, why: error.message, ...(error.code ? {code: error.code} : {})}),
  )
})
orders.once('close', () => end(0))
