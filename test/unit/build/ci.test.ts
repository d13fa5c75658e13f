// The workflows of the hosted service run scripts of this repository, which run anywhere.

import {execFile} from 'node:child_process'
import {accessSync, constants, readdirSync, readFileSync} from 'node:fs'
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

test('The changelog has the version of package.json, and what is to come', () => {
  const changelog = readFileSync('CHANGELOG.md', 'utf8')
  expect(changelog).toContain(`\n## [${packageJson.version}] - `)
  expect(changelog.indexOf('## [Unreleased]')).toBeLessThan(changelog.indexOf(`## [${packageJson.version}]`))
})
