import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {askProcess} from '../../../src/cli/ask-process.ts'

const module = new URL('../../../src/cli/ask-process.ts', import.meta.url).href
const labError = new URL('../../../src/model/text/lab-error.ts', import.meta.url).href
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rcl-process-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

async function ask(name: string, source: string, question: unknown = {}): Promise<unknown> {
  const file = join(folder, `${name}.mts`)
  await writeFile(
    file,
    `import {answerAsProcess} from '${module}'\nimport {LabError} from '${labError}'\n${source}`,
  )
  return await askProcess(pathToFileURL(file), question)
}

test('A process makes a result of a question, and ends though it has left a timer', async () => {
  const source =
    'await answerAsProcess(async ({a}) => (setInterval(() => undefined, 1000), [a, process.pid]))'
  const [words, pid] = (await ask('works', source, {a: '槽 "slot"\n'})) as [string, number]
  expect(words).toBe('槽 "slot"\n')
  await expect.poll(() => isAlive(pid), {timeout: 5000}).toBe(false)
})

test('What it refuses is refused here in the same words', async () => {
  const source =
    "await answerAsProcess(async () => { throw new LabError('pack.slow', {file: 'one', seconds: 3}) })"
  const refused = await ask('refuses', source).catch(error => error)
  expect(refused).toMatchObject({
    name: 'LabError',
    reason: {key: 'pack.slow', values: {file: 'one', seconds: 3}},
  })
})

test.each([
  ['fails', "await answerAsProcess(async () => { throw new TypeError('a bug') })", 'ended with 1'],
  ['leaves', 'process.exit(3)', 'ended with 3'],
  ['dies', "process.kill(process.pid, 'SIGKILL')", 'ended with SIGKILL'],
])('One that %s is an error', async (name, source, words) => {
  await expect(ask(name, source)).rejects.toThrow(`${name}.mts ${words} before it had a result`)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
