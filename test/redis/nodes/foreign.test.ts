// A Redis that is not ours stands where ours would: it is left as it was, and our nodes stand elsewhere.

import {describe, expect, it} from 'vitest'
import {baseOf, busDistance} from '../../../src/model/cluster/node.ts'
import {type Keeper, startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {claimPortsAndStart} from '../../../src/redis/nodes/boot.ts'
import {type ForeignServer, startForeignServer} from '../../../tools/servers/foreign-server.ts'
import {freeBases} from '../../../tools/servers/free-ports.ts'
import {processesNaming} from '../../../tools/servers/processes.ts'
import {redisCli} from '../../../tools/servers/redis-cli.ts'
import {server} from '../../../tools/servers/server.ts'
import {startNodes} from '../../../tools/servers/start-nodes.ts'

/** Runs `work`, and proves that it changed nothing in the foreign server and gave it no command but `probes`. */
async function untouched(foreign: ForeignServer, work: () => Promise<void>, probes: readonly string[] = []) {
  const before = await foreign.contents()
  await foreign.countAnew()
  await work()
  const commands = await foreign.commands()
  expect(commands.filter(name => !probes.includes(name))).toEqual([])
  expect(await foreign.contents()).toEqual(before)
}

const stageOf = async (keeper: Keeper) =>
  ({keeper, program: await server(), stage: 'cluster', nodeTimeout: 1000}) as const

describe('With a foreign redis-server', () => {
  it.each([
    ['on the port of the first node', 0],
    ["on a replica's port", 101],
    ['on a bus port', busDistance + 2],
  ])('%s, the whole set stands at the next base, and the foreign one is not touched', async (_, distance) => {
    const [first = 0, second = 0] = await freeBases(2)
    await using foreign = await startForeignServer(first + distance)
    await untouched(foreign, async () => {
      await using world = await startNodes('cluster', {bases: [first, second]})
      expect(world.base).toBe(second)
      const check = await redisCli('--cluster', 'check', `127.0.0.1:${second}`)
      expect(check.stdout).toContain('[OK] All 16384 slots covered.')
      expect(check.stdout).not.toContain(`:${foreign.port}`)
    })
  })

  it.each([
    ['', false],
    [', on a wired stage too', true],
  ])('on a required port, nothing is left running and the error names the port%s', async (_, wired) => {
    const [first = 0] = await freeBases(1)
    await using foreign = await startForeignServer(first + 1)
    await using keeper = await startKeeper()
    const options = {...(await stageOf(keeper)), wired}
    await untouched(foreign, async () => {
      await expect(claimPortsAndStart(options, first)).rejects.toThrow(
        `Port ${first + 1} is in use, so the nodes cannot start at ${first}. Remove --port`,
      )
      await expect.poll(() => processesNaming(`${keeper.folder}/`)).toEqual([])
    })
  })

  it('that takes a port after the check, the lab moves to other ports and only identifies that server', async () => {
    await using keeper = await startKeeper()
    await using taken = new AsyncDisposableStack()
    const bases: number[] = []
    const late: ForeignServer[] = []
    // The real keeper; between its word that the ports are free and the start of the nodes somebody takes one of them.
    const overtaken: Keeper = {
      ...keeper,
      async order(order) {
        const answer = await keeper.order(order)
        if (answer.base === undefined) return answer
        bases.push(answer.base)
        if (bases.length > 1) return answer
        const foreign = taken.use(await startForeignServer(answer.base + 1))
        await foreign.countAnew()
        late.push(foreign)
        return answer
      },
    }
    const nodes = await claimPortsAndStart(await stageOf(overtaken))
    try {
      expect(bases).toHaveLength(2)
      expect(baseOf(nodes.options.roster)).toBe(bases[1])
      expect(baseOf(nodes.options.roster)).not.toBe(bases[0])
      const [foreign] = late
      const commands = (await foreign?.commands()) ?? []
      expect(commands.filter(name => !['cluster|info', 'cluster|nodes'].includes(name))).toEqual([])
      expect(await foreign?.contents()).toMatchObject({
        keys: [
          ['cart:1', expect.anything()],
          ['cart:2', expect.anything()],
          ['orders', expect.anything()],
        ],
      })
    } finally {
      nodes.close()
    }
  })
})
