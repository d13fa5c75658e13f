// The licenses that go with the bundle: each with its text and whose copyright it is.

import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {licencesOf} from '../../../build/licences.js'

const moduleOf = (name: string) => fileURLToPath(new URL(`../../../node_modules/${name}`, import.meta.url))

test('A package without a license file gets the text of its license and the copyright line of its sources', () => {
  const text = licencesOf([moduleOf('yoga-layout/dist/src/index.js')])
  expect(text).toMatch(
    /^yoga-layout [\d.]+\n\nMIT License\n\nCopyright \(c\) Meta Platforms, Inc\. and affiliates\.\n\nPermission is hereby granted, /,
  )
  expect(text).toMatch(/SOFTWARE\.$/)
})

test('A package with a license file gets that', () => {
  expect(licencesOf([moduleOf('react/index.js')])).toMatch(
    /^react [\d.]+\n\nMIT License\n\nCopyright \(c\) Meta/,
  )
})
