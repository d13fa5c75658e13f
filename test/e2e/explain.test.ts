// The explanation of an error and the line on what a command changed, as the learner reads them.

import {expect, test} from 'vitest'
import {runCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'
import {openLab} from '../../tools/program/lab.ts'

/** A line of the screen may be broken anywhere between words. */
const words = (text: string) => new RegExp(text.replaceAll(' ', String.raw`\s+`))

test('errors are explained, changes are reported, and both can be switched off', async () => {
  await using lab = await openLab(['sandbox'], {columns: 80, rows: 24})
  await lab.run('SET foo 1')
  await lab.waitFor(
    words(lab.filled('slot 12182 is served by {6381}, not by {6379}: @{6381} SET …, or /cluster on')),
  )
  await lab.run('@{6381} SET foo 1')
  await lab.waitFor(words(lab.filled('{6381}: keys 0→1, master_repl_offset \\d+→\\d+; {6481} followed')))
  await lab.run('/explain')
  await lab.waitFor(words('Each master serves a part of the 16384 slots'))
  await lab.run('/explain off')
  await lab.run('/changes off')
  await lab.run('SET foo 2')
  await lab.run('@{6381} DEL foo')
  await lab.run('@{6381} EXISTS foo')
  const screen = await lab.waitFor(/EXISTS foo\n.*\(integer\) 0/)
  const [, after = ''] = screen.split('> SET foo 2')
  expect(
    after
      .replace(/127\.0\.0\.1:\d+/g, 'NODE')
      .split('\n')
      .slice(1, 6)
      .map(row => row.trim()),
  ).toEqual([
    '(error) MOVED 12182 NODE',
    `NODE> @${lab.port('6381')} DEL foo`,
    '(integer) 1',
    `NODE> @${lab.port('6381')} EXISTS foo`,
    '(integer) 0',
  ])
})

test('as lines, explanations go to stderr in the chosen language, and changes are reported only on request', async () => {
  await using home = await openHome()
  const input = 'SET foo 1\nSET bar 1\nGET bar\n'
  const ran = await runCommand(home, ['sandbox', '--plain', '--lang', 'zh'], {input})
  expect(ran.stdout).toMatch(/^\(error\) MOVED 12182 [\d.:]+\nOK\n"1"\n$/)
  expect(ran.stderr).toMatch(/^槽 12182 由 \d+ 负责，不由 \d+ 负责；建议：@\d+ SET …，或 \/cluster on$/m)
  expect(ran.stderr).not.toContain('master_repl_offset')
  expect(ran.code).toBe(0)
})
