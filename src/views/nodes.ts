// The nodes pane: every node's INFO replication, each master followed by its replicas. Three levels of detail, by the room there is:
// all fields of all nodes in a grid, a card of some lines a node, or one row a node.

import type {Size} from './draw/pane-sizes.ts'
import type {Line} from './draw/styled-text.ts'
import {cardsView, leastCard} from './node-cards.ts'
import {gridHeight, gridView} from './node-grid.ts'
import {rowsView} from './node-rows.ts'
import type {NodesInput} from './node-tree.ts'

export function nodesView(input: NodesInput, size: Size): readonly Line[] {
  if (gridHeight(input, size.columns) <= size.rows) return gridView(input, size.columns)
  if (size.rows < input.now.nodes.length * leastCard) return rowsView(input, size.columns)
  return cardsView(input, size)
}
