// A client of its own process that shares no code with the lab: it sees with MONITOR which writes of the lab's traffic the nodes execute, and asks
// each node for every one of them. For each line on its standard input it prints one line of JSON: how many writes it has seen, how many of them
// no node has any more, and the same of writes of its own. Arguments: the nodes' ports.

import {createConnection, type Socket} from 'node:net'
import {createInterface} from 'node:readline'

const ports = process.argv.slice(2).map(Number)
/** Set bits of the lab's traffic, as `key bit`. */
const seen = new Set<string>()
/** Keys that this client has written, and a node has acknowledged. */
const acknowledged = new Set<string>()
const writeEvery = 20 // ms
const reconnectAfter = 20 // ms
const monitored = new Set<number>()

/** Calls `onLine` for each line that the node sends; `onEnd` once, when the connection has ended. */
function open(port: number, onLine: (line: string) => void, onEnd: () => void): Socket {
  const socket = createConnection({port, host: '127.0.0.1', noDelay: true})
  // Its reader repeats the errors of a socket.
  createInterface({input: socket.on('error', () => undefined)})
    .on('line', onLine)
    .on('error', () => undefined)
  return socket.once('close', onEnd)
}

function monitor(port: number) {
  const onLine = (line: string) => {
    if (line === '+OK') monitored.add(port)
    const [, key, bit] = /\] "setbit" "(traffic:\d+)" "(\d+)" "1"/i.exec(line) ?? []
    if (key) seen.add(`${key} ${bit}`)
  }
  const again = () => {
    monitored.delete(port)
    setTimeout(monitor, reconnectAfter, port)
  }
  open(port, onLine, again).write('MONITOR\r\n')
}

/** Sends all commands to the node at once. Resolves to its replies, each of one line; fewer if it went away. */
function ask(port: number, commands: readonly string[]): Promise<readonly string[]> {
  return new Promise(resolve => {
    const replies: string[] = []
    const onLine = (line: string) => {
      replies.push(line)
      if (replies.length === commands.length) socket.destroy()
    }
    const socket = open(port, onLine, () => resolve(replies))
    if (commands.length === 0) socket.destroy()
    else socket.write(`${commands.join('\r\n')}\r\n`)
  })
}

/** The reply of the node that serves the key: any other redirects, and a write is redirected there. */
async function write(key: string, port = ports[0] ?? 0): Promise<boolean> {
  const [reply = ''] = await ask(port, [`SETBIT ${key} 0 1`])
  const [, moved] = /^-MOVED \d+ \S+:(\d+)/.exec(reply) ?? []
  return moved ? write(key, Number(moved)) : reply.startsWith(':')
}

/** How many of the bits none of the nodes has; undefined if one of them is served by no node, or by two. */
async function missing(bits: readonly string[]): Promise<number | undefined> {
  const commands = bits.map(bit => `GETBIT ${bit}`)
  const replies = await Promise.all(ports.map(port => ask(port, commands)))
  const found = bits.map((_, i) => replies.flatMap(all => (all[i]?.startsWith(':') ? [all[i]] : [])))
  if (found.some(({length}) => length !== 1)) return undefined
  return found.filter(([reply]) => reply === ':0').length
}

for (const port of ports) monitor(port)
let written = 0
setInterval(async () => {
  const key = `plain:${written++}`
  if (await write(key, ports[written % ports.length])) acknowledged.add(`${key} 0`)
}, writeEvery)
createInterface({input: process.stdin})
  .on('line', async () => {
    const [theirs, own] = [[...seen], [...acknowledged]]
    const [lost, ownLost] = [await missing(theirs), await missing(own)]
    const all = {monitors: monitored.size, seen: theirs.length, lost, own: own.length, ownLost}
    process.stdout.write(`${JSON.stringify(all)}\n`)
  })
  .on('close', () => process.exit())
