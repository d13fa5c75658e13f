// Which replication histories were seen, in the order in which they were.

import {describe, expect, test} from 'vitest'
import {replidOf, sharedReplidOf, withReplids} from '../../../../src/model/cluster/replication-ids.ts'
import {answeredOf} from '../../../../src/model/cluster/snapshot.ts'
import {recorded} from '../../recorded/recording.ts'
import {answered, snapshotOf} from '../readings.ts'

const [a, b, c] = ['a', 'b', 'c'].map(letter => letter.repeat(40)) as [string, string, string]
const six = (fields: Readonly<Record<string, string>>) =>
  snapshotOf(
    (['6379', '6380', '6381', '6479', '6480', '6481'] as const).map(name =>
      answered(name, {role: 'master', master_replid: a, ...fields}),
    ),
  )

describe('A history', () => {
  test('is known once, and in its place for ever', () => {
    const known = withReplids([], six({}))
    expect(known).toEqual([a])
    expect(withReplids(known, six({}))).toBe(known)
    expect(withReplids(known, six({master_replid: b}))).toEqual([a, b])
    expect(withReplids([a, b], six({}))).toEqual([a, b])
  })

  test('that went on from another is new, and the other is its second', () => {
    const before = withReplids([], recorded('cluster'))
    const now = recorded('promoted')
    const heir = answeredOf(now, '6481')
    if (!heir) throw new Error('6481 does not respond')
    expect(before).toContain(sharedReplidOf(heir))
    expect(before).not.toContain(replidOf(heir))
    expect(withReplids(before, now)).toEqual([...before, replidOf(heir)])
  })

  test('of a replica without a link is nobody’s yet', () => {
    const lonely = {role: 'slave', master_port: '1', master_link_status: 'down', master_replid: c}
    expect(withReplids([a], six(lonely))).toEqual([a])
  })

  test('of which nobody has a byte gets no place of its own, but keeps one', () => {
    const second = six({master_replid2: b, second_repl_offset: '1'})
    expect(withReplids([a], second)).toEqual([a])
    expect(withReplids([a, b], second)).toEqual([a, b])
  })

  test('of PINGs alone, as a new cluster of Valkey 9 has it, gets none either', () => {
    for (const afterPings of ['15', '29', '43'])
      expect(withReplids([a], six({master_replid2: b, second_repl_offset: afterPings}))).toEqual([a])
    expect(withReplids([a], six({master_replid2: b, second_repl_offset: '16'}))).toEqual([a, b])
  })

  test('is shared whenever there was one before, of however few bytes', () => {
    const second = (end: string, id = b) =>
      sharedReplidOf(answered('6379', {master_replid2: id, second_repl_offset: end}))
    expect(second('604')).toBe(b)
    expect(second('1')).toBe(b)
    expect(second('-1', '0'.repeat(40))).toBeUndefined()
  })
})
