// Which twelve ports six nodes take, and that they take them together or not at all.

import {once} from 'node:events'
import {type AddressInfo, connect, createServer, type Server, type Socket} from 'node:net'
import {describe, expect, it} from 'vitest'
import {busDistance, sixNodes} from '../../../src/model/cluster/node.ts'
import {startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {portTaken} from '../../../src/redis/keeper/port-taken.ts'
import {
  allBases,
  claimFirst,
  claimOffset,
  firstTakenPort,
  isListenedOn,
  portsOf,
} from '../../../src/redis/keeper/ports.ts'
import {freeBase, freeBases} from '../../../tools/servers/free-ports.ts'

async function listen(port: number, host = '127.0.0.1', onConnection?: (socket: Socket) => void) {
  const listener: Server = createServer(onConnection).listen(port, host)
  await once(listener, 'listening')
  return listener
}

const onlyByTheConnection = {held: true, afterwards: undefined}

async function claimed(bases: readonly number[]) {
  const claim = await claimFirst(bases)
  if ('taken' in claim) return claim
  return {base: claim.base, [Symbol.asyncDispose]: claim.release}
}

it('Six nodes have twelve ports: their own, and 10000 above it the bus', () => {
  const ports = portsOf(6379)
  expect(new Set(ports).size).toBe(12)
  expect(ports).toEqual(expect.arrayContaining([6379, 6481, 16_379, 16_481]))
})

it('The sets the lab tries do not overlap, begin with the ports of the lessons, and end before the last port', () => {
  const ports = allBases.flatMap(base => portsOf(base))
  expect(allBases[0]).toBe(Number(sixNodes[0]))
  expect(Math.max(...ports)).toBeLessThan(65_536)
  expect(
    new Set(allBases.flatMap(base => portsOf(base).filter(port => port - base < busDistance))).size,
  ).toBe(allBases.length * 6)
})

/** Claims one of two free sets that are 10000 apart, `its` above the lower one. Other programs may take ports at any time, so it tries several. */
async function claimedOfTwo(its: number): Promise<{base: number} & AsyncDisposable> {
  for (const lower of await freeBases(5)) {
    if ((await firstTakenPort(lower + busDistance)) !== undefined) continue
    const claim = await claimed([lower + its])
    if (!('taken' in claim)) return claim
  }
  throw new Error('Of five free sets of ports none has a free one 10000 above it')
}

describe('A set of ports is passed over as a whole', () => {
  it.each([
    ['a node', 2],
    ['a replica', 101],
    ['the bus', busDistance + 1],
    ["a replica's bus", busDistance + 102],
  ])('when somebody listens on one of them: %s', async (_, distance) => {
    const [first = 0, second = 0] = await freeBases(2)
    await using _listener = await listen(first + distance)
    expect(await firstTakenPort(first)).toBe(first + distance)
    await using claim = (await claimed([first, second])) as {base: number} & AsyncDisposable
    expect(claim.base).toBe(second)
  })

  it('when one of them is held by a connection and nobody listens there', async () => {
    await using listener = await listen(0, '127.0.0.1', socket => socket.on('error', () => undefined))
    const {port} = listener.address() as AddressInfo
    // The system chooses the connection's port, and others may hold the ports beside it: retries until only that one of a set is taken.
    const attempt = async () => {
      const socket = connect({port, host: '127.0.0.1'})
      await once(socket, 'connect')
      const {localPort = 0} = socket
      const base = localPort - busDistance
      const held = await firstTakenPort(base)
      // Reset, as an ordinary end would leave the port in TIME_WAIT for a minute.
      socket.resetAndDestroy()
      await once(socket, 'close')
      return {held: held === localPort, afterwards: await firstTakenPort(base)}
    }
    await expect.poll(attempt, {interval: 1}).toEqual(onlyByTheConnection)
  })

  it('when another lab has claimed it, though its nodes do not stand yet', async () => {
    const [first = 0, second = 0] = await freeBases(2)
    await using one = (await claimed([first])) as {base: number} & AsyncDisposable
    await using other = (await claimed([first, second])) as {base: number} & AsyncDisposable
    expect([one.base, other.base]).toEqual([first, second])
  })

  it.each([
    ['10000 below it', [0, busDistance]],
    ['10000 above it', [busDistance, 0]],
  ])(
    'when another lab has claimed the set %s: the bus ports of one are the node ports of the other',
    async (_, [its = 0, ours = 0]) => {
      await using claim = await claimedOfTwo(its)
      const base = claim.base - its
      const shared = base + busDistance + 50
      expect(await claimFirst([base + ours])).toEqual({taken: shared})
      expect(portTaken(shared, base + ours).reason.key).toBe('error.portTaken')
    },
  )
})

describe('A set that this lab has claimed', () => {
  it('is claimed again without being let go of: another lab that looks at it meanwhile does not get it', async () => {
    const base = await freeBase()
    const claim = await claimFirst([base])
    if ('taken' in claim) throw new Error(`Port ${claim.taken} is taken`)
    expect(await claimFirst([base], [], true, claim)).toBe(claim)
    expect(await claimFirst([base])).toEqual({taken: base + claimOffset})
    await claim.release()
  })

  it('is kept where no set is free, and released once there is another', async () => {
    const [first = 0, second = 0] = await freeBases(2)
    const claim = await claimFirst([first])
    if ('taken' in claim) throw new Error(`Port ${claim.taken} is taken`)
    await using _listener = await listen(first + 1)
    expect(await claimFirst([first], [], false, claim)).toEqual({taken: first + 1})
    expect(await claimFirst([first])).toEqual({taken: first + claimOffset})
    const other = await claimFirst([first, second], [], false, claim)
    if ('taken' in other) throw new Error(`Port ${other.taken} is taken`)
    expect(other.base).toBe(second)
    expect(await isListenedOn(first + claimOffset)).toBe(false)
    await other.release()
  })
})

it('Where no set is free, the port that was in the way of the last one is told', async () => {
  const [first = 0, second = 0] = await freeBases(2)
  await using _one = await listen(first)
  await using _two = await listen(second + busDistance)
  expect(await claimFirst([first, second])).toEqual({taken: second + busDistance})
})

it('A program that already listens there gets not a byte', async () => {
  const base = await freeBase()
  const heard: Buffer[] = []
  const ended: Promise<unknown>[] = []
  await using _listener = await listen(base, '127.0.0.1', socket => {
    socket.on('data', chunk => heard.push(chunk))
    ended.push(once(socket, 'close'))
  })
  expect(await claimFirst([base])).toEqual({taken: base})
  await Promise.all(ended)
  expect(ended.length).toBeGreaterThan(0)
  expect(Buffer.concat(heard).toString()).toBe('')
})

it('A claim ends with the keeper that has it, however that ends', async () => {
  const base = await freeBase()
  const keeper = await startKeeper()
  expect(await keeper.order({do: 'claim', bases: [base]})).toEqual({base})
  await using other = await startKeeper()
  expect(await other.order({do: 'claim', bases: [base]})).toEqual({taken: base + 50})
  process.kill(keeper.pid, 'SIGKILL')
  await keeper.gone
  expect(await other.order({do: 'claim', bases: [base]})).toEqual({base})
})
