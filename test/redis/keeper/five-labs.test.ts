// Five labs of one user at the same time, on one computer.

import {expect, it} from 'vitest'
import {baseOf} from '../../../src/model/cluster/node.ts'
import {startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {portsOf} from '../../../src/redis/keeper/ports.ts'
import {claimPortsAndStart} from '../../../src/redis/nodes/boot.ts'
import {processesNaming, serversOf} from '../../../tools/servers/processes.ts'
import {server} from '../../../tools/servers/server.ts'

async function startOne() {
  await using started = new AsyncDisposableStack()
  const keeper = started.use(await startKeeper())
  const stage = {keeper, program: await server(), stage: 'cluster', nodeTimeout: 3000} as const
  const nodes = started.adopt(await claimPortsAndStart(stage), one => one.close())
  const owned = started.move()
  return {keeper, nodes, end: () => owned.disposeAsync()}
}

it('Five labs at once find five sets of ports and start five clusters that know nothing of each other', async () => {
  const labs = await Promise.all(Array.from({length: 5}, startOne))
  try {
    const bases = labs.map(({nodes}) => baseOf(nodes.options.roster))
    expect(new Set(bases.flatMap(base => portsOf(base))).size).toBe(60)
    for (const {keeper, nodes} of labs) {
      expect(await serversOf(keeper.folder)).toHaveLength(6)
      const {nodes: readings} = await nodes.readAll(3000)
      for (const reading of readings) {
        expect(reading).toMatchObject({is: 'answered', cluster: {info: {cluster_known_nodes: '6'}}})
        const seen = reading.is === 'answered' ? reading.cluster?.nodes.map(line => line.port) : []
        expect(seen).toEqual(nodes.options.roster.map(({port}) => port))
      }
    }
  } finally {
    await Promise.all(labs.map(({end}) => end()))
  }
  const left = async () => (await Promise.all(labs.map(({keeper}) => processesNaming(keeper.folder)))).flat()
  await expect.poll(left, {timeout: 2000}).toEqual([])
})
