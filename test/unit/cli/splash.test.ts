// What a command prints would be lost with a splash screen, so only those that open a screen have one.

import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {commandNames, opensScreen} from '../../../src/program/commands.ts'

test('The start script shows a splash screen for the commands that open a screen, and for no other', () => {
  const script = readFileSync(new URL('../../../bin/start.js', import.meta.url), 'utf8')
  const [, list = ''] = /const withoutScreen = \[([^\]]+)\]/.exec(script) ?? []
  const withoutScreen = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name)
  const others = commandNames.filter(name => !opensScreen(name))
  expect(withoutScreen.filter(name => !name?.startsWith('-')).toSorted()).toEqual(others.toSorted())
})
