// What is set once: kept in a file, shown, taken back, and where an option or a variable wins.

import {mkdir, readFile, readlink, rm, symlink, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {afterAll, beforeEach, expect, test} from 'vitest'
import {runCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'
import type {Environment} from '../../tools/terminal/environment.ts'

const home = await openHome()
afterAll(() => home[Symbol.asyncDispose]())
const file = join(home.temp, '..', 'config', 'redis-cluster-lab', 'config.json')
const settingsFolder = {XDG_CONFIG_HOME: dirname(dirname(file))}
const run = (line: string, env: Environment = {}) =>
  runCommand(home, line.split(' '), {env: {...settingsFolder, ...env}})
const write = (text: string) => writeFile(file, text)

beforeEach(async () => {
  await mkdir(dirname(file), {recursive: true})
  await write('{}')
})

test.skipIf(process.platform !== 'linux')('config changes one setting, and leaves the others', async () => {
  await write('{"nodeTimeout": 5000}')
  expect(await run('config language zh')).toMatchObject({code: 0, stdout: '', stderr: ''})
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({nodeTimeout: 5000, language: 'zh'})
  expect((await run('config nodeTimeout')).stdout).toBe('5000\n')
  expect((await run('config')).stdout).toMatch(/^\* language +zh /m)
  await run('config language default')
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({nodeTimeout: 5000})
})

test.skipIf(process.platform !== 'linux')('a link to the file stays, and the file changes', async () => {
  const own = join(home.temp, 'my-settings.json')
  await writeFile(own, '{"hints": false}')
  await rm(file)
  await symlink(own, file)
  expect(await run('config language zh')).toMatchObject({code: 0})
  expect(await readlink(file)).toBe(own)
  expect(JSON.parse(await readFile(own, 'utf8'))).toEqual({hints: false, language: 'zh'})
  await rm(file)
})

test.skipIf(process.platform !== 'linux')(
  'a relative folder in a variable is ignored, as the specification says',
  async () => {
    const {stdout} = await run('config --json', {XDG_CONFIG_HOME: 'config', HOME: home.temp})
    expect(JSON.parse(stdout).file).toBe(join(home.temp, '.config/redis-cluster-lab/config.json'))
  },
)

test.skipIf(process.platform !== 'linux')('an option and a variable win over the file', async () => {
  await write('{"language": "zh", "signs": "ascii", "colors": true, "nodeTimeout": 5000}')
  const effect = async (line: string, env?: Environment) => JSON.parse((await run(line, env)).stdout).inEffect
  expect(await effect('config --json')).toMatchObject({language: 'zh', signs: 'ascii', colors: true})
  const won = {NO_COLOR: '1', REDIS_CLUSTER_LAB_SIGNS: 'unicode'}
  expect(await effect('config --json --lang en', won)).toEqual({
    language: 'en',
    signs: 'unicode',
    colors: false,
    hints: true,
    mouse: false,
    nodeTimeout: 5000,
  })
  expect((await run('no-lesson')).stderr).toMatch(/^没有名为/)
  expect((await run('no-lesson --lang en')).stderr).toMatch(/^There is no/)
})

test.skipIf(process.platform !== 'linux')(
  'a broken file stops what depends on it, in one sentence',
  async () => {
    await write('{"nodeTimeout": 5}')
    const sentence = `${file}: "nodeTimeout" expects a whole number from 200 to 60000, got 5. Fix this file, or delete it.\n`
    const failed = {code: 1, stdout: '', stderr: sentence}
    expect(await run('list')).toMatchObject(failed)
    // The file is somebody's own work: no change overwrites it.
    expect(await run('config hints off')).toMatchObject(failed)
    expect(await readFile(file, 'utf8')).toBe('{"nodeTimeout": 5}')
    for (const line of ['help', 'version', 'clean', 'completion bash'])
      expect(await run(line)).toMatchObject({code: 0})
  },
)
