// The script that takes the pictures of the documentation, as it is called.

import {execFile} from 'node:child_process'
import {mkdtempDisposable, readFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {inkApp, projectFolder} from '../../tools/program/programs.ts'

const run = promisify(execFile)
const takePicture = (...args: string[]) =>
  run(process.execPath, ['build/picture.ts', ...args], {cwd: projectFolder})

test('a picture shows the screen after the steps', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'lab-picture-'))
  const file = join(folder.path, 'app.svg')
  const steps = ['wait:60x8', 'type:hello', 'wait:typed: hello'].flatMap(step => ['--do', step])
  await takePicture(
    file,
    '--columns',
    '60',
    '--rows',
    '8',
    '--theme',
    'light',
    '--title',
    'An app',
    ...steps,
    '--',
    'node',
    inkApp,
  )
  const svg = await readFile(file, 'utf8')
  expect(svg).toContain('<title>An app</title>')
  expect(svg).toMatch(/>主节点</)
  expect(svg).toMatch(/>60x8\u00a0typed:\u00a0hello</)
})

test('without steps, the picture is taken when the program has ended', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'lab-picture-'))
  const file = join(folder.path, 'said.svg')
  await takePicture(file, '--', 'node', '-p', '"the end"')
  expect(await readFile(file, 'utf8')).toContain('>the\u00a0end<')
})

test('a wrong call and a text that never appears exit with code 1 and a reason', async () => {
  await expect(takePicture('out.svg')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^node build\/picture.ts OUT.svg/),
  })
  await expect(takePicture('out.svg', '--do', 'wait:more', '--', 'echo', 'less')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/did not show "more".*│less/s),
  })
})
