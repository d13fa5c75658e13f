// Completion in the shells themselves: Tab is pressed at their prompts. A shell that is not installed is left out.

import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {findProgram, foldersOf} from '../../src/platform/which.ts'
import {type Shell, shells} from '../../src/program/commands.ts'
import {runCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'
import {shellEnvironment, shellStarts} from '../../tools/terminal/shells.ts'
import {openTerminal, type Terminal} from '../../tools/terminal/terminal.ts'

const home = await openHome()
const folder = await mkdtemp(join(tmpdir(), 'lab-completion-'))
afterAll(async () => {
  await rm(folder, {recursive: true})
  await home[Symbol.asyncDispose]()
})

const paths = new Map<Shell, string>()
for (const shell of shells) {
  const path = findProgram([shell], foldersOf(process.env['PATH'] ?? ''))
  if (path) paths.set(shell, path)
}

async function openShell(shell: Shell): Promise<Terminal> {
  const {args, first} = shellStarts[shell]
  const env = {HOME: folder, ...shellEnvironment}
  const terminal = await openTerminal({command: paths.get(shell) ?? '', args, cwd: folder, env})
  terminal.type(`${first}; source ./completion.${shell}; printf 'rea%s\\n' dy\r`)
  // With the prompt the shell takes keys itself; before, the terminal would echo a Tab.
  await terminal.waitFor(/^ready\n.+/m)
  return terminal
}

describe.each(shells.filter(shell => paths.has(shell)))('%s', shell => {
  beforeAll(async () => {
    const {stdout, code} = await runCommand(home, ['completion', shell])
    expect(code).toBe(0)
    await writeFile(join(folder, `completion.${shell}`), stdout)
    for (const name of ['my-recording.json', 'a*z.json', 'ayz.json']) await writeFile(join(folder, name), '')
  })

  test.each([
    ['a command', 'doct', 'doctor'],
    ['a lesson, without a command', 'scale', 'scale-out'],
    ['an option of the command', 'up --wi', 'up --wi'],
    ['an option of another command', 'sandbox --wi', 'sandbox --wired'],
    ['the value of an option', 'up --stage sent', 'up --stage sentinel'],
    ['a lesson behind an option with a value', '--lang zh failo', '--lang zh failover'],
    ['a command behind an option with a value', '--lang zh compl', '--lang zh completion'],
    ['a file', 'replay my-', 'replay my-recording.json'],
    ['a file with the sign of a pattern in its name', 'replay a\\*', 'replay a\\*z.json'],
    ['one more file', 'report merge ayz.json my-', 'report merge ayz.json my-recording.json'],
    ['the second word', 'lesson st', 'lesson stamp'],
    ['one more lesson', 'check slots failo', 'check slots failover'],
    ['nothing where no word is taken', 'clean failo', 'clean failo'],
  ])('completes %s: %j', async (_, typed, completed) => {
    await using terminal = await openShell(shell)
    terminal.type(`redis-cluster-lab ${typed}\t`)
    // A letter of our own shows where the completed word ended, also if nothing was completed.
    terminal.type('@')
    const row = await terminal.waitFor(/redis-cluster-lab .*@/)
    expect(/redis-cluster-lab (.*?) ?@/.exec(row)?.[1]).toBe(completed)
  })
})
