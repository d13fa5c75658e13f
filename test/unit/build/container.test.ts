// The Dockerfile and the dev container, as far as they can be judged without Docker: everything that they name exists.

import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import packageJson from '../../../package.json' with {type: 'json'}
import {readEnvironment} from '../../../src/cli/environment.ts'

type Instruction = Readonly<{does: string; what: string}>

const instructions: readonly Instruction[] = readFileSync('Dockerfile', 'utf8')
  .replaceAll(/^\s*#.*\n/gm, '')
  .replaceAll(/\\\n/g, '')
  .split('\n')
  .filter(line => line !== '')
  .map(line => ({does: /^\S+/.exec(line)?.[0] ?? '', what: line.replace(/^\S+\s+/, '')}))

const all = (does: string) => instructions.filter(one => one.does === does).map(({what}) => what)
const stages = all('FROM').map(what => /^(\S+) AS (\S+)$/.exec(what)?.slice(1) ?? [])
const environment = Object.fromEntries(all('ENV').flatMap(what => what.split(' ').map(one => one.split('='))))

test('The image has the Node that the project is developed with', () => {
  const [major] = packageJson.devDependencies.node.split('.')
  expect(stages[0]).toEqual([`node:${major}-bookworm-slim`, 'base'])
})

test('Each stage builds on one before it, copies only from such a one, and runs what a shell can read', () => {
  const names = stages.map(([, name]) => name)
  expect(stages.slice(1).filter(([from], i) => !names.slice(0, i + 1).includes(from))).toEqual([])
  const sources = all('COPY').flatMap(what => /--from=(\S+)/.exec(what)?.[1] ?? [])
  expect(sources).toEqual(['package'])
  expect(names).toContain('package')
  for (const step of all('RUN')) execFileSync('sh', ['-n'], {input: step})
})

test('The container starts the program, not as root', () => {
  const entry: readonly string[] = JSON.parse(all('ENTRYPOINT')[0] ?? '')
  expect(entry).toEqual(['tini', '--', Object.keys(packageJson.bin)[0]])
  const last = instructions.slice(instructions.findLastIndex(({does}) => does === 'FROM'))
  expect(last.find(({does}) => does === 'USER')?.what).toBe('node')
})

test('In its environment the screen has all signs and colors, and Chinese can be chosen', () => {
  expect(readEnvironment(environment, 'linux')).toMatchObject({
    language: 'en',
    unicode: true,
    color: true,
    shades: true,
  })
  expect(readEnvironment({...environment, LANG: 'zh_CN.UTF-8'}, 'linux').language).toBe('zh')
})

test('The build gets every file of the repository', () => {
  const linesOf = (file: string) => readFileSync(file, 'utf8').trim().split('\n')
  const notInGit = linesOf('.gitignore').map(line => line.replace(/\/$/, ''))
  expect(linesOf('.dockerignore').filter(line => !notInGit.includes(line))).toEqual(['.git'])
})

test('The dev container is a stage of the Dockerfile', () => {
  const file = '.devcontainer/devcontainer.json'
  const {build, remoteUser} = JSON.parse(readFileSync(file, 'utf8'))
  expect(existsSync(join(dirname(file), build.dockerfile))).toBe(true)
  expect(stages.map(([, name]) => name)).toContain(build.target)
  expect(remoteUser).toBe('node')
})
