// The words we do not write, wherever English or Chinese stands: comments, titles of tests, messages, lessons, docs.

import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

type Rule = Readonly<{
  what: RegExp
  why: string
  /** Files that break the rule today. Take a file out once it is rewritten; never put one in. */
  stillToDo: readonly string[]
}>

const english: Readonly<Record<string, Rule>> = {
  awaited: {
    what: /\bawaited\b/i,
    why: 'say "expected"',
    stillToDo: [],
  },
  'leave away': {what: /\b(leav(e|es|ing)|left) (it |them )?away\b/i, why: 'say "omit"', stillToDo: []},
  'is there already': {
    what: /\b(is|are) there already\b/i,
    why: 'say "already exists"',
    stillToDo: [],
  },
  mend: {
    what: /\bmend(s|ed|ing)?\b/i,
    why: 'say "fix"',
    stillToDo: [],
  },
  anew: {
    what: /\banew\b/i,
    why: 'say "again" or "from the beginning"',
    stillToDo: [],
  },
  'British spelling': {
    what: /behaviour|colour|favour|neighbour|(synchron|recogn|organ)is(e|i|a)(?!m)|\blicence/i,
    why: 'technical English is American: behavior, color, synchronize, recognize, license',
    stillToDo: [],
  },
  'is none of the': {
    what: /\bis none of the\b/i,
    why: 'say "is not one of the"',
    stillToDo: [],
  },
  whoever: {
    what: /\bwhoever\b/i,
    why: 'name the node, the client or the reader',
    stillToDo: [],
  },
  // A question may begin with it, and so may a title.
  'Who at the start of a sentence': {
    what: /(?:^|(?<!^#.*)[.:→] )Who (?![^.]*\?)/,
    why: 'name the node, the client or the reader',
    stillToDo: [],
  },
  heir: {
    what: /\bheirs?\b/i,
    why: 'say "promoted replica" or "new master"',
    stillToDo: [],
  },
  'Not so': {
    what: /\bNot so[:.]/,
    why: 'say "Not quite"',
    stillToDo: [],
  },
  'Enter goes on': {
    what: /\bEnter goes on\b/,
    why: 'say "press Enter to continue"',
    stillToDo: [],
  },
  'a mark told as a fact': {
    what: /\bdown \(fail|\bin the eyes of\b|\b(is|are) (failed\b|down for \{)/i,
    why: 'a node or a Sentinel marks another one; what it marks need not be so',
    stillToDo: [],
  },
  shall: {
    what: /\bshall\b/i,
    why: 'say "is to", "should" or give the order',
    stillToDo: [],
  },
  'nothing is judged': {
    what: /\bnothing is judged\b/i,
    why: 'say "nothing is checked"',
    stillToDo: [],
  },
}

const chinese: Readonly<Record<string, Rule>> = {
  'half-width punctuation': {
    what: /\p{Script=Han}[,.;:!?()]\p{Script=Han}/u,
    why: 'punctuation between Chinese characters is full-width',
    stillToDo: [],
  },
  'a node that 回答': {
    what: /(节点|服务器|\{\w+\}) ?(会|都|只|不|就|也|能)*回答/u,
    why: 'a server 返回 (returns) a reply, people 回答 (answer) questions',
    stillToDo: [],
  },
  'a node that 认为': {
    what: /(节点|服务器|\{[^{}]+\}) ?(都|也|就|会|不)*认为/u,
    why: 'a node 显示 (shows) or 标记 (marks)',
    stillToDo: [],
  },
  'a mark told as a fact': {
    what: /(已|\} ?)[主客]观下线|(?<!标为|标记为|判定) ?[主客]观下线（(fail|[so]_down)/u,
    why: 'a node 标为 fail（客观下线） what need not be down',
    stillToDo: [],
  },
  'two words for one thing': {
    what: /(?<!节点)面板|手工|重做|沙盒|良好|疑似|提升|主节点们/u,
    why: 'say 节点面板 or 窗格, 手动, 复习, 自由练习, 合格, 怀疑, 晋升, 主节点',
    stillToDo: [],
  },
}

const here = 'test/unit/words.test.ts'
const folders = ['src', 'tools', 'bench', 'build', 'test', 'lessons', 'docs', 'examples']
const files = [
  'README.md',
  'README.zh.md',
  'CONTRIBUTING.md',
  ...folders.flatMap(folder =>
    readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(name => join(folder, name)),
  ),
].filter(file => /\.(md|tsx?)$/.test(file) && !file.includes('node_modules') && file !== here)

const isChinese = (file: string) => /zh\.md$/.test(file)
const isCatalogue = (file: string) =>
  file.startsWith('src/model/text/catalogue/') || file === 'src/program/words.ts'

/** What people read of a file, line by line: all of a text or a catalogue, else comments and the titles of tests. */
function proseOf(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  // The name of a value is not said.
  if (isCatalogue(file)) return lines.map(line => line.replace(/\{\w+(?=[|}])/g, '{'))
  if (file.endsWith('.md')) return lines
  return lines.map(line => {
    const comment = /(?:^|\s)(?:\/\/|\/\*\*?|\*(?!\/)) (.*)$/.exec(line)?.[1] ?? ''
    const title = /\b(?:test|it|describe)(?:\.\w+)?\((['"`])(.*)\1/.exec(line)?.[2] ?? ''
    return comment || title
  })
}

/** Each file is read once, not once for each rule: another program may change or remove it meanwhile. */
const prose = new Map(files.map(file => [file, proseOf(file)]))

/** Where a rule is broken, as `file:line: text`, by file. */
function offences({what}: Rule, among: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = among.map(file => {
    const lines = (prose.get(file) ?? []).map(
      (text, i) => [text, `${file}:${i + 1}: ${text.trim()}`] as const,
    )
    return [file, lines.filter(([text]) => what.test(text)).map(([, place]) => place)] as const
  })
  return new Map(found.filter(([, places]) => places.length > 0))
}

function faultsOf(rules: Readonly<Record<string, Rule>>, among: readonly string[]): readonly string[] {
  return Object.entries(rules).flatMap(([name, rule]) => {
    const found = offences(rule, among)
    return [
      ...[...found]
        .filter(([file]) => !rule.stillToDo.includes(file))
        .flatMap(([, places]) => places.map(place => `${place} (${name}: ${rule.why})`)),
      ...rule.stillToDo
        .filter(file => !found.has(file))
        .map(file => `${file} is rewritten: remove it from stillToDo of "${name}"`),
    ]
  })
}

test('English is plain and American', () => {
  const among = files.filter(file => !isChinese(file))
  expect(among.length).toBeGreaterThan(400)
  expect(faultsOf(english, among)).toEqual([])
})

test('Chinese has Chinese punctuation, and a server returns what it replies', () => {
  const among = files.filter(file => isChinese(file) || isCatalogue(file))
  expect(among.length).toBeGreaterThan(50)
  expect(faultsOf(chinese, among)).toEqual([])
})
