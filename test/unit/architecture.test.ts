// docs/architecture.md is true: its drawing has the imports, and the two ways lead through code that exists.

import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {architectureFile, drawing, drawn} from '../../tools/house.ts'
import {root} from '../../tools/imports.ts'

const guide = readFileSync(architectureFile, 'utf8')
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const names = (text: string, name: string) => new RegExp(`\\b${name}\\b`).test(text)

type Stop = Readonly<{file: string; name: string}>

function stopsOf(title: string): readonly Stop[] {
  const [, section = ''] = new RegExp(`## ${title}\\n([\\s\\S]*?)(\\n## |$)`).exec(guide) ?? []
  return [...section.matchAll(/^\d+\. `([^`]+)` `([^`]+)`:/gm)].map(([, file = '', name = '']) => ({
    file,
    name,
  }))
}

test('The drawing has the imports; after a change: node tools/house.ts', () => {
  expect(drawn()).toBe(drawing())
  expect(drawing().split('\n').length).toBeGreaterThan(20)
})

test('The table names every part', () => {
  const parts = [...readdirSync(join(root, 'src')).map(name => name.replace(/\.ts$/, '')), 'lessons']
  const rows = guide.split('\n').filter(line => line.startsWith('| `'))
  const named = rows.flatMap(row =>
    [...(row.split('|')[1] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
  )
  expect(named.filter(name => name !== 'redis-server').toSorted()).toEqual(parts.toSorted())
})

describe.each(['The way of a typed line', 'The way of a reading'])('%s', title => {
  const stops = stopsOf(title)

  test('leads through files that exist, by names that they declare', () => {
    expect(stops.length).toBeGreaterThan(10)
    const faults = stops.filter(({file, name}) => {
      const declares = new RegExp(`(function|class|const|type) ${name}\\b`)
      return !existsSync(join(root, file)) || !declares.test(textOf(file))
    })
    expect(faults).toEqual([])
  })

  test('is one way: each stop uses another one, or is used by it', () => {
    const joined = (one: Stop, other: Stop) =>
      one.file !== other.file && (names(textOf(one.file), other.name) || names(textOf(other.file), one.name))
    expect(stops.filter(stop => !stops.some(other => joined(stop, other)))).toEqual([])
  })
})

test('It names no file that does not exist', () => {
  const paths = [...guide.matchAll(/`((?:src|test|tools|docs|lessons)\/[\w./-]+)`/g)].map(
    ([, path = '']) => path,
  )
  expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([])
})
