// The workflows of the hosted service run scripts of this repository, which run anywhere.

import {execFile} from 'node:child_process'
import {accessSync, constants, readdirSync, readFileSync} from 'node:fs'
import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import packageJson from '../../../package.json' with {type: 'json'}

const run = promisify(execFile)
const workflows = '.github/workflows'

test('Every step of a workflow is an action or a script that exists and can be run', () => {
  const lines = readdirSync(workflows).flatMap(file =>
    readFileSync(join(workflows, file), 'utf8').split('\n'),
  )
  const commands = lines.flatMap(line => /^\s+- run: (\S+)/.exec(line)?.[1] ?? [])
  expect(commands.toSorted()).toEqual(['.ci/prepare', '.ci/publish', '.ci/run'])
  for (const command of commands) accessSync(command, constants.X_OK)
})

test.each(readdirSync('.ci'))('.ci/%s has no error of syntax', async name => {
  expect(await run('bash', ['-n', join('.ci', name)])).toMatchObject({stderr: ''})
})

test('Nothing is published under a tag that package.json or the changelog does not have', async () => {
  const refused = (tag: string) => run('.ci/publish', [tag, '--dry-run']).catch(error => error)
  expect(await refused('v99.0.0')).toMatchObject({
    code: 1,
    stderr: `The tag is v99.0.0, but package.json has ${packageJson.version}.\n`,
  })
})

test('Without a repository, where the pictures of the READMEs are, nothing is published', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'publish-'))
  await cp('.ci/publish', join(folder, '.ci/publish'))
  await writeFile(join(folder, 'package.json'), '{"version": "1.0.0"}')
  await writeFile(join(folder, 'CHANGELOG.md'), '## [1.0.0] - 2026-01-01\n')
  const refused = await run(join(folder, '.ci/publish'), ['v1.0.0']).catch(error => error)
  await rm(folder, {recursive: true})
  expect(refused).toMatchObject({code: 1, stderr: expect.stringContaining('names no repository')})
})

test('The changelog has the version of package.json, and what is to come', () => {
  const changelog = readFileSync('CHANGELOG.md', 'utf8')
  expect(changelog).toContain(`\n## [${packageJson.version}] - `)
  expect(changelog.indexOf('## [Unreleased]')).toBeLessThan(changelog.indexOf(`## [${packageJson.version}]`))
})
