// The manual page: every table is in it, and the programs that show such pages find nothing to complain about.

import {execFile} from 'node:child_process'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {findProgram, foldersOf} from '../../../src/platform/which.ts'
import {commandNames, unnamed} from '../../../src/program/commands.ts'
import {manPage} from '../../../src/program/man-page.ts'
import {optionNames} from '../../../src/program/options.ts'
import {exitCodes, variables} from '../../../src/program/words.ts'

const page = manPage('1.2.3')
const find = (name: string) => findProgram([name], foldersOf(process.env['PATH'] ?? ''))
const [mandoc, man] = [await find('mandoc'), await find('man')]
const run = promisify(execFile)
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-man-'))
  await writeFile(join(folder, 'page.1'), page)
})
afterAll(() => rm(folder, {recursive: true}))

test('names every command, option, variable and exit code', () => {
  const tags = [...page.matchAll(/^\.TP\n\\fB(.*)\\fR$/gm)].map(([, tag = '']) => tag.replaceAll('\\-', '-'))
  const begins = (name: string) => tags.some(tag => tag === name || tag.startsWith(`${name} `))
  const options = optionNames.filter(name => !tags.some(tag => new RegExp(`(^|, )--${name}( |$)`).test(tag)))
  const rows = [...variables, ...exitCodes].map(({name}) => name)
  expect(commandNames.filter(name => name !== unnamed && !begins(name))).toEqual([])
  expect(options).toEqual([])
  expect(rows.filter(name => !tags.includes(name))).toEqual([])
})

test.skipIf(!mandoc)('mandoc finds no fault in it', async () => {
  const {stdout} = await run(mandoc ?? '', ['-T', 'lint', '-W', 'warning', join(folder, 'page.1')]).catch(
    error => error,
  )
  // A page that is always as new as the program has no date of its own.
  expect(stdout.split('\n').filter((line: string) => line !== '' && !/missing date/.test(line))).toEqual([])
})

// Not every man has -l.
test.skipIf(!man || process.platform !== 'linux')('man shows it', async () => {
  const env = {...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '80'}
  const {stdout, stderr} = await run(man ?? '', ['-l', join(folder, 'page.1')], {env})
  expect(stderr).toBe('')
  expect(stdout).toContain('--stage STAGE')
  expect(stdout).toMatch(/^ {7}redis-cluster-lab +- +learn +Redis replication/m)
})
