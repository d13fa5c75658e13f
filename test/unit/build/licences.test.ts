// The licenses that go with the bundle: each with its text and whose copyright it is.

import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {licencesOf} from '../../../build/licences.js'

const moduleOf = (name: string) => fileURLToPath(new URL(`../../../node_modules/${name}`, import.meta.url))

test('A package without a license file gets the text of its license and the copyright line of its sources', () => {
  const text = licencesOf([moduleOf('yoga-layout/dist/src/index.js')])
  expect(text).toMatch(
    /^yoga-layout [\d.]+\n {2}MIT License\n {2}Copyright \(c\) Meta Platforms, Inc\. and affiliates\.\n\nPermission is hereby granted, /,
  )
  expect(text).toMatch(/SOFTWARE\.$/)
})

test('A package with a license file gets that', () => {
  expect(licencesOf([moduleOf('react/index.js')])).toMatch(
    /^react [\d.]+\n {2}MIT License\n {2}Copyright \(c\) Meta/,
  )
})

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

test('Packages under the same terms share the text, and no paragraph of any license is lost', () => {
  const files = [
    'react/LICENSE',
    'ink/license',
    'zx/LICENSE',
    'denque/LICENSE',
    'debug/LICENSE',
    'hono/LICENSE',
  ]
  const written = licencesOf(files.map(moduleOf))
  expect(written.match(/^Permission is hereby granted/gm)).toHaveLength(2)
  const has = (part: string) => inOneLine(written).includes(inOneLine(part))
  const paragraphs = files.flatMap(file => readFileSync(moduleOf(file), 'utf8').split(/\n\s*\n/))
  expect(paragraphs.filter(one => !has(one) && !one.split('\n').every(has))).toEqual([])
})
