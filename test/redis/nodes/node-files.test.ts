// A node's log and redis.conf, read while it lives and after its death.

import {appendFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {LabError} from '../../../src/model/text/lab-error.ts'
import {startNodes} from '../../../tools/servers/start-nodes.ts'

it('A log begins where the stage was ready, and remains readable for a dead node', async () => {
  await using world = await startNodes('cluster')
  const {files} = world.nodes
  const boot = await files.log('6379', 15)
  expect(boot.path).toBe(join(world.keeper.folder, '6379', 'redis.log'))
  expect(boot.lines.filter(line => line.includes('Taking over the master'))).toEqual([])
  await world.performer.perform({do: 'stop', node: '6379'})
  const {lines} = await files.log('6379', 15)
  expect(lines.at(-1)).toContain('bye bye')
  expect(lines.join('\n')).toContain('User requested shutdown')
  expect((await files.log('6379', 1)).lines).toEqual(lines.slice(-1))
})

it('Of a huge log, only whole lines at the end are read', async () => {
  await using world = await startNodes('standalone')
  const {files} = world.nodes
  const {path} = await files.log('6380', 1)
  await appendFile(path, `${'x'.repeat(99)}\n`.repeat(20_000))
  const {lines} = await files.log('6380', 1_000_000)
  expect(lines.length).toBeGreaterThan(9000)
  expect(lines.length).toBeLessThan(10_001)
  expect(new Set(lines)).toEqual(new Set(['x'.repeat(99)]))
})

it('redis.conf is read in its current state', async () => {
  await using world = await startNodes('standalone')
  const {files} = world.nodes
  const written = async () => (await files.conf('6480')).lines
  expect(await written()).toContain(`port ${world.base + 101}`)
  expect(await written()).not.toContain('maxclients 77')
  await world.ask('6480', 'CONFIG', 'SET', 'maxclients', '77')
  await world.ask('6480', 'CONFIG', 'REWRITE')
  expect(await written()).toContain('maxclients 77')
  await rm((await files.conf('6480')).path)
  await expect(files.conf('6480')).rejects.toThrow(LabError)
})
