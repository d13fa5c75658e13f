// Text in Markdown stays the text it is, whatever is in it.

import {describe, expect, test} from 'vitest'
import {escapeMarkdown, lessonMarkdown} from '../../../../src/model/text/markdown.ts'

describe('Text from outside', () => {
  test.each([
    ['6381 became the master of 10923-16383, epoch 7', '6381 became the master of 10923-16383, epoch 7'],
    ['master_repl_offset', 'master_repl_offset'],
    ['_leaning_ words', '\\_leaning\\_ words'],
    ['a & b, &amp; &#60;', 'a & b, \\&amp; \\&#60;'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
    ['**bold** and `code`', '\\*\\*bold\\*\\* and \\`code\\`'],
    ['a\\*b | ~~c~~ $d$', 'a\\\\\\*b \\| \\~\\~c\\~\\~ \\$d\\$'],
    ['two\n# lines\r\n\tof it', 'two # lines of it'],
    ['\x1b[31mred\x1b[0m \u202Etxet', 'red txet'],
    ['# no heading', '\\# no heading'],
    ['- no item', '\\- no item'],
    ['12. no item, 3. of none', '12\\. no item, 3. of none'],
    ['主从复制', '主从复制'],
  ])('%j becomes %j', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown)
  })
})

describe('Text of a lesson', () => {
  test.each([
    ['Ask for `INFO replication`.', 'Ask for `INFO replication`.'],
    ['What does **every** node say?', 'What does **every** node say?'],
    ['`CLUSTER NODES` has <id> & [slots]', '`CLUSTER NODES` has \\<id\\> & \\[slots\\]'],
    ['**a <b> c**', '**a \\<b\\> c**'],
    ['cart:{ann}:* and one ` alone', 'cart:{ann}:\\* and one \\` alone'],
    ['`<b>` stays code', '`<b>` stays code'],
  ])('%j becomes %j', (text, markdown) => {
    expect(lessonMarkdown(text)).toBe(markdown)
  })
})

test('A full-width space and a joined emoji stay as they are', () => {
  expect(escapeMarkdown('一　二 👨‍👩‍👧 a\u200Db\u202e\n c')).toBe('一　二 👨‍👩‍👧 ab c')
})
