import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {reactInInk} from '../../../build/react-in-ink.js'

const react = 'node_modules/react-reconciler/cjs/react-reconciler.production.js'
const ink = 'node_modules/ink/build/reconciler.js'
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

test('React asks for nothing of which Ink’s answer is not written in', () => {
  const {code = ''} = reactInInk.transform(read(react), `/${react}`) ?? {}
  const lines = code.split('\n').filter(line => /(?<![.\w])supports\w+/.test(line))
  expect(lines.filter(line => !/supports(\w+) = \$\$\$config\.supports\1[,;]$/.test(line))).toEqual([])
})

test('Ink’s own module stays as it is', () => {
  expect(reactInInk.transform(read(ink), `/${ink}`)).toBeUndefined()
})

test('An Ink that answers otherwise, and a React that does not ask, stop the build', () => {
  const other = read(ink).replace('supportsPersistence: false', 'supportsPersistence: true')
  expect(() => reactInInk.transform(other, `/${ink}`)).toThrow('answers otherwise: supportsPersistence')
  expect(() => reactInInk.transform('', `/${react}`)).toThrow('does not ask for supportsMutation')
})
