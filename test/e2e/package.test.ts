// The package as npm publishes and installs it: what is in it, how large it is, and that it runs from there.

import {execFile} from 'node:child_process'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, expect, test} from 'vitest'
import {lessons} from '../../lessons/index.ts'
import packageJson from '../../package.json' with {type: 'json'}
import {packProject} from '../../tools/registry/packed.ts'
import {startRegistry} from '../../tools/registry/registry.ts'

const folder = await mkdtemp(join(tmpdir(), 'package-'))
afterAll(() => rm(folder, {recursive: true, force: true}))
const packed = await packProject(folder)
const paths = packed.files.map(({path}) => path)

test('npx runs it from an empty folder, and npm has no package besides it to install', async () => {
  await using registry = await startRegistry(packed)
  await writeFile(join(folder, '.npmrc'), `registry=${registry.url}\nupdate-notifier=false\n`)
  const PATH = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  const npx = (...words: readonly string[]) =>
    promisify(execFile)('npx', ['--yes', 'redis-cluster-lab', ...words], {
      cwd: folder,
      env: {PATH, HOME: folder, LANG: 'C.UTF-8'},
    })
  expect(await npx('--version')).toEqual({stdout: `${packageJson.version}\n`, stderr: ''})
  const {stdout} = await npx('list', '--json')
  expect(JSON.parse(stdout)).toHaveLength(lessons.length)
  expect(packageJson).not.toHaveProperty('dependencies')
})

const kinds: Readonly<Record<string, RegExp>> = {
  'what npm reads': /^(package\.json|LICENSE|README(\.zh)?\.md)$/,
  'what Node starts': /^bin\/(package\.json|[\w-]+\.js)$/,
  'the program': /^dist\/[\w-]+\.c?js$/,
  'its texts, tables and pages, packed': /^dist\/[\w-]+\.(json|html|wasm)\.br$/,
  'its manual page and licenses': /^dist\/(redis-cluster-lab\.1|LICENCES\.txt)$/,
  'types for authors of lessons': /^dist\/author\/.+\.d\.ts$/,
  guides: /^docs\/(lessons|workshop)(\.zh)?\.md$/,
  'an example for authors': /^examples\/lessons\/([\w-]+\/)?([\w-]+\.(ts|md)|lessons\.json)$/,
}

test('It holds these kinds of files, each of them, and no others', () => {
  const kindOf = (path: string) => Object.keys(kinds).find(kind => kinds[kind]?.test(path))
  expect(paths.filter(path => kindOf(path) === undefined)).toEqual([])
  expect(new Set(paths.map(kindOf))).toEqual(new Set(Object.keys(kinds)))
})

/** bytes. Two thirds are code, a third of that Ink and React. */
const most = 2_030_000

test('Unpacked, it stays small', () => {
  expect(packed.unpackedSize).toBeLessThan(most)
})
