// The nodes pane: every node's INFO replication, a master and its replicas together. Three levels, by the room there is: all fields of all nodes in
// a grid, cards of a few lines, or one row a node.

import type {Style} from './draw/style.ts'
import type {Line} from './draw/styled-text.ts'
import {cardsView, leastCard} from './node-cards.ts'
import {gridHeight, gridView} from './node-grid.ts'
import {rowsView} from './node-rows.ts'
import {type NodesInput, treeNodes} from './node-tree.ts'

export function nodesView(input: NodesInput, style: Style, width: number, height: number): readonly Line[] {
  const placed = treeNodes(input)
  if (gridHeight(input, width) <= height) return gridView(input, style, width)
  if (height < placed.length * leastCard) return rowsView(placed, input, style, width)
  return cardsView(placed, input, style, width, height)
}
