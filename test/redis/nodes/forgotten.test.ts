// A lab that is reset for hours must not remember the nodes of all its stages.

import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {expect, test} from 'vitest'
import {rosterOf, type Stage} from '../../../src/model/cluster/snapshot.ts'
import type {Keeper} from '../../../src/redis/keeper/keeper.ts'
import {startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {startStage} from '../../../src/redis/nodes/boot.ts'
import type {Nodes} from '../../../src/redis/nodes/nodes.ts'
import {testBases} from '../../../tools/servers/free-ports.ts'
import {server} from '../../../tools/servers/server.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

test.each<Stage>(['standalone', 'cluster'])(
  'The nodes of a %s stage are forgotten when it is replaced, though their keeper lives on',
  async stage => {
    await using keeper = await startKeeper()
    const replaced = await startAndReplace(keeper, stage)
    await expect
      .poll(() => {
        collectGarbage()
        return replaced.deref() === undefined
      })
      .toBe(true)
  },
)

async function startAndReplace(keeper: Keeper, stage: Stage): Promise<WeakRef<Nodes>> {
  const {base = 0} = await keeper.order({do: 'claim', bases: testBases()})
  const program = await server()
  const nodes = await startStage({keeper, program, roster: rosterOf(stage, base), stage, nodeTimeout: 1000})
  nodes.close()
  await keeper.order({do: 'clear'})
  return new WeakRef(nodes)
}
