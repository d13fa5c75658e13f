// What authors are promised: every goal and sign that is not made for one lesson of ours, and the guide names each, in both languages.

import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import * as author from '../../../src/author.ts'

const goals = new URL('../../../src/model/lesson/goals/', import.meta.url)
const sources = ['replication.ts', 'cluster.ts', 'replies.ts', 'signs.ts']
const names = sources.flatMap(name =>
  [...readFileSync(new URL(name, goals), 'utf8').matchAll(/^export (?:function|const) (\w+)/gm)].map(
    ([, one]) => one ?? '',
  ),
)

test('Every goal and every sign may be imported by authors', () => {
  expect(names.length).toBeGreaterThan(25)
  expect(names.filter(name => !Object.keys(author).includes(name))).toEqual([])
})

test.each(['lessons.md', 'lessons.zh.md'])('docs/%s names everything that may be imported', file => {
  const guide = readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8')
  expect(Object.keys(author).filter(name => !new RegExp(`\\b${name}\\b`).test(guide))).toEqual([])
})
