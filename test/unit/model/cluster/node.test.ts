import {describe, expect, test} from 'vitest'
import {
  isNodeName,
  nodeForPort,
  nominalRoster,
  portOf,
  rosterAt,
  sixNodes,
} from '../../../../src/model/cluster/node.ts'

describe('A node is called by its nominal port', () => {
  test.each([
    [6379, [6379, 6380, 6381, 6479, 6480, 6481]],
    [7379, [7379, 7380, 7381, 7479, 7480, 7481]],
  ])('and where the first stands on %i the six are on %j', (roster, ports) => {
    expect(sixNodes.map(name => portOf(name, rosterAt(roster)))).toEqual(ports)
    expect(ports.map(port => nodeForPort(String(port), rosterAt(roster)))).toEqual(sixNodes)
  })

  test.each(['6379', '6481'])('%s is a name', name => {
    expect(isNodeName(name, nominalRoster)).toBe(true)
  })

  test.each(['7379', '', '06379', '6379 ', 'all'])('%j is none', name => {
    expect(isNodeName(name, nominalRoster)).toBe(false)
  })
})

describe('A learner means', () => {
  test.each([
    ['6380', 6379, '6380'],
    ['7380', 7379, '6380'],
    ['6380', 7379, '6380'],
    // Where the set has moved onto its own names, the real port wins: it is what the screen shows.
    ['6479', 6479, '6379'],
    ['9999', 6379, undefined],
    ['6382', 6379, undefined],
    ['', 6379, undefined],
    ['all', 6379, undefined],
    ['6380x', 6379, undefined],
    ['0x18ec', 6379, undefined],
    ['6.38e3', 6379, undefined],
  ])('by %j, with the first node on %i, the node %s', (typed, roster, node) => {
    expect(nodeForPort(typed, rosterAt(roster))).toBe(node)
  })
})
