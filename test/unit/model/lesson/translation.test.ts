// A translation's stamp: what it is put on, what it leaves alone, and what makes it another.

import {describe, expect, test} from 'vitest'
import {parseLessonWords} from '../../../../src/model/lesson/lesson-words.ts'
import {sectionsOf, stamp} from '../../../../src/model/lesson/translation.ts'

const english =
  '# REPLICAOF: one writes\n\nWhat it is.\n\n## look: Six masters\n\nText.\n\n### hints\n- a\n\n## follow: Two\n\nMore.\n'
const chinese =
  '# 复制：一个写\n\n是什么。\n\n## look: 六个主节点\n\n正文。\n\n### hints\n- 甲\n\n## follow: 两个\n\n更多。\n'
const hashes = (words: string) => sectionsOf(words).map(({hash}) => hash)

test('A section is known by its heading: the head of the file, and each part by its name', () => {
  expect(sectionsOf(english).map(({heading}) => heading)).toEqual(['#', '## look', '## follow'])
})

test('A stamp stands on the line after each heading, and nothing else has changed', () => {
  const stamped = stamp(chinese, english)
  const [head, look, follow] = hashes(english)
  expect(stamped.split('\n').slice(0, 6)).toEqual([
    '# 复制：一个写',
    `<!-- source: ${head} -->`,
    '',
    '是什么。',
    '',
    '## look: 六个主节点',
  ])
  expect(sectionsOf(stamped).map(({source}) => source)).toEqual([head, look, follow])
  expect(stamped.replace(/<!-- .* -->\n/g, '')).toBe(chinese)
})

test('Stamped twice is stamped once', () => {
  const stamped = stamp(chinese, english)
  expect(stamp(stamped, english)).toBe(stamped)
  expect(stamp(stamped.replace(/source: \w+/g, 'source: old'), english)).toBe(stamped)
})

test('A section that English does not have is left as it is', () => {
  expect(stamp(`${chinese}\n## more: 更多\n<!-- source: x -->\n`, english)).toContain(
    '## more: 更多\n<!-- source: x -->\n',
  )
})

test('A stamp is no text of the lesson', () => {
  const {sections: _, ...bare} = parseLessonWords('one/zh.md', chinese)
  expect(parseLessonWords('one/zh.md', stamp(chinese, english))).toMatchObject(bare)
})

describe('The hash of a section', () => {
  test('is that of its text, in eight hex digits, the same everywhere', () => {
    // FNV-1a, 32 bits, of "# a": computed by another program.
    expect(hashes('# a\n')).toEqual(['47bd9575'])
    expect(hashes(english)).toEqual(hashes(english.replaceAll('\n', '\n\n').replace(' ', '  ')))
    expect(hashes(english)).toEqual(hashes(stamp(english, english)))
  })

  test('changes with the section, and with no other', () => {
    const [head, look, follow] = hashes(english)
    const [headThen, lookThen, followThen] = hashes(english.replace('- a', '- b'))
    expect([headThen, followThen]).toEqual([head, follow])
    expect(lookThen).not.toBe(look)
  })
})
