// The help as it is printed, and what it must name.

import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {parseOptions} from '../../../src/cli/options.ts'
import {languages} from '../../../src/model/text/messages.ts'
import {commandNames, topics, unnamed} from '../../../src/program/commands.ts'
import {helpOf, overview, topicHelp} from '../../../src/program/help-text.ts'
import {optionNames, optionsOf} from '../../../src/program/options.ts'
import {commandWords, variables} from '../../../src/program/words.ts'
import {widthOf} from '../../../src/views/draw/styled-text.ts'

describe.each(languages)('In %s', language => {
  const helps = new Map([
    ['', overview(language)],
    ...commandNames.map(name => [name, helpOf(name, language)] as const),
    ...topics.map(topic => [topic, topicHelp(topic, language)] as const),
  ])

  test('every help fits 80 columns', () => {
    const wide = [...helps].flatMap(([name, help]) =>
      help.split('\n').flatMap(line => (widthOf(line) > 80 ? [`${name}: ${line}`] : [])),
    )
    expect(wide).toEqual([])
  })

  test('the overview names every command and option', () => {
    const help = overview(language)
    const named = commandNames.filter(name => name !== unnamed)
    expect(named.filter(name => !new RegExp(`^  ${name}\\b`, 'm').test(help))).toEqual([])
    expect(optionNames.filter(name => !help.includes(`--${name}`))).toEqual([])
  })

  test('the help of a command names its options, and no other', () => {
    const faults = commandNames.flatMap(name => {
      const shown = [...helpOf(name, language).matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)].map(([, one]) => one)
      return shown.toSorted().join() === optionsOf(name).toSorted().join() ? [] : [`${name}: ${shown}`]
    })
    expect(faults).toEqual([])
  })
})

test('The help of a command: usage, what it does, its options, examples', () => {
  expect(helpOf('check', 'en')).toBe(`redis-cluster-lab check [ID]...

  run lessons without a screen and verify them

  The start of a step must not be solved, each solution must pass, each mistake
  must be recognized.

Options
  --json                output for programs
  --solutions           play each solution once, nothing else
  --step STEP           only this step
  --watch               check again after each change in the folder
  --lessons DIR         use the lessons in DIR instead of the built-in ones
  --redis-server PATH   the redis-server to use
  --no-provide          never download a redis-server
  --port N              the port of the first node; default: 6379, or the first
                        free set. Of \`host\`: the port of the hub
  --node-timeout MS     cluster-node-timeout (3000)

Options of every command
  --lang en|zh          the language; default: LC_ALL, LC_MESSAGES or LANG
  -h, --help            the help of the command
  -v, --version         the version of this program

Examples
  redis-cluster-lab check slots failover
      two lessons
  redis-cluster-lab check --solutions slots
      only its solutions, once`)
})

test('Every example is a line of the command that it belongs to', () => {
  const faults = commandNames.flatMap(name =>
    (commandWords[name].examples ?? []).flatMap(({line}) => {
      const {command} = parseOptions(line.split(' '))
      // With --lessons the lab opens an author's lessons.
      return command === name || line.startsWith('--lessons') ? [] : [`${name}: ${line} is ${command}`]
    }),
  )
  expect(faults).toEqual([])
})

test('Every variable that the program reads is in the help', () => {
  const sources = ['src', 'bin'].flatMap(folder =>
    readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter(file => /\.[jt]sx?$/.test(file))
      .map(file => readFileSync(join(folder, file), 'utf8')),
  )
  const read = sources.flatMap(text =>
    [...text.matchAll(/\benv(?:\[')?\.?([A-Z][A-Z_]+)\b/g)].map(([, name = '']) => name),
  )
  const told = new Set([...variables.flatMap(({name}) => name.split(', ')), 'PATH', 'HOME'])
  expect(new Set(read).size).toBeGreaterThan(12)
  expect([...new Set(read)].filter(name => !told.has(name))).toEqual([])
})
