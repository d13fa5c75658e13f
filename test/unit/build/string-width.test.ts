// What Ink measures in the bundle: as string-width does.

import realWidth from 'string-width'
import {expect, test} from 'vitest'
import width from '../../../build/string-width.js'

test.each([
  '',
  'INFO replication',
  '│ ● 6379 master ⇄ 主节点 ───╮',
  '\u001b[1m\u001b[38;5;245m● 6379\u001b[0m 从节点',
  '\u001b]8;;https://redis.io\u0007link\u001b]8;;\u0007',
  '👩‍👩‍👧 é ﾊﾞ 한글 \u200b\t',
  '▶ ◀ ◽ ✔',
])('%j has the width that the package gives it', text => {
  expect(width(text)).toBe(realWidth(text))
  for (const options of [{countAnsiEscapeCodes: true}, {ambiguousIsNarrow: false}])
    expect(width(text, options)).toBe(realWidth(text, options))
})
