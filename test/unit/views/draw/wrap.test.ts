import {describe, expect, test} from 'vitest'
import {type Line, line, lineWidth, span} from '../../../../src/views/draw/styled-text.ts'
import {wrap} from '../../../../src/views/draw/wrap.ts'
import {randomFrom} from '../../../../tools/random.ts'

const texts = (lines: readonly Line[]) => lines.map(spans => spans.map(one => one.text).join(''))
const wrapped = (text: string, width: number, indent = 0) => texts(wrap(line(text), width, indent))

describe('Text is broken', () => {
  test.each<[text: string, width: number, lines: readonly string[]]>([
    ['', 10, ['']],
    ['one two three', 20, ['one two three']],
    ['one two three', 8, ['one two', 'three']],
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 6, ['one', 'two', 'three']],
    ['a  b', 10, ['a  b']],
    ['one   two', 4, ['one', 'two']],
    ['  indented text', 10, ['  indented', 'text']],
    ['  indented text', 8, ['  indent', 'ed text']],
    // A word longer than a line is broken at the line's end.
    ['master_link_status', 8, ['master_l', 'ink_stat', 'us']],
    ['see master_link_status', 8, ['see', 'master_l', 'ink_stat', 'us']],
    ['主从复制与集群', 6, ['主从复', '制与集', '群']],
    ['主从复制与集群', 7, ['主从复', '制与集', '群']],
    ['使用 INFO 命令', 8, ['使用', 'INFO 命', '令']],
    ['INFO命令', 6, ['INFO命', '令']],
    ['🚀🚀🚀', 4, ['🚀🚀', '🚀']],
    ['e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
  ])('%j to %i cells: %j', (text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines)
  })

  test('with all lines but the first indented, within the same width', () => {
    expect(wrapped(' + one two three', 9, 3)).toEqual([' + one', '   two', '   three'])
  })

  test('and each part keeps its tone', () => {
    expect(wrap([span('say '), span('INFO now', 'code'), span('!')], 9)).toEqual([
      [span('say')],
      [span('INFO now', 'code'), span('!')],
    ])
  })
})

describe('No line begins with closing punctuation or ends with an opening bracket', () => {
  test.each<[text: string, width: number, lines: readonly string[]]>([
    ['主从复制，集群', 8, ['主从复', '制，集群']],
    ['主从复制。', 8, ['主从复', '制。']],
    ['主从（复制）', 6, ['主从', '（复', '制）']],
    ['主从「复制」集群', 6, ['主从', '「复', '制」集', '群']],
    ['abcdefghij，后', 10, ['abcdefghi', 'j，后']],
    ['主从复制。）', 8, ['主从复', '制。）']],
  ])('%j to %i cells: %j', (text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines)
  })
})

test('No broken text has a line that is too wide or blank, loses anything or gains anything', () => {
  const random = randomFrom(5)
  const parts = [
    'a',
    'bc',
    'master_link',
    ' ',
    ' ',
    '主',
    '从节点',
    '，',
    '。',
    '（',
    '）',
    '🚀',
    'e\u0301',
    '`',
    '“',
    '”',
  ]
  for (let round = 0; round < 2000; round++) {
    const spans = Array.from({length: random(14)}, () =>
      span(parts[random(parts.length)] ?? '', random(3) ? 'plain' : 'code'),
    )
    const width = 2 + random(20)
    const indent = random(6)
    const lines = wrap(spans, width, indent)
    const [before, after] = [spans.map(one => one.text).join(''), texts(lines)]
    const inked = (text: string) => text.replaceAll(' ', '')
    const faults = [
      lines.some(one => lineWidth(one) > width) && 'a line is too wide',
      inked(after.join('')) !== inked(before) && 'something is lost or put in',
      // Only leading spaces wider than a line make blank lines.
      /^[^ ]/.test(before) && after.some(text => text.trim() === '') && 'a line is blank',
    ].filter(Boolean)
    if (faults.length > 0) expect.fail(`${JSON.stringify({before, width, indent, after})}: ${faults.join()}`)
  }
})

test('No line of Chinese text begins with a stop, at any width', () => {
  const random = randomFrom(9)
  const parts = ['主', '从节', '复制', '集群', 'INFO', '，', '。', '、', '：', '（副本）', '「槽」']
  for (let round = 0; round < 1000; round++) {
    const text = `主从${Array.from({length: random(20)}, () => `复${parts[random(parts.length)]}`).join('')}`
    const lines = wrapped(text, 8 + random(20))
    const bad =
      lines.slice(1).some(one => /^[，。、：）」]/.test(one)) ||
      lines.slice(0, -1).some(one => /[（「]$/.test(one))
    if (bad) expect.fail(JSON.stringify(lines))
  }
})
