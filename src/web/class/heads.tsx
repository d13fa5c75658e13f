/** @jsxImportSource preact */
// The heads of a table's columns.

import type {ClassProps} from './state.ts'
import type {ClassKey} from './words.ts'

export function Heads({state, columns}: ClassProps & Readonly<{columns: readonly ClassKey[]}>) {
  const {text} = state.words.value
  return columns.map(key => (
    <th key={key} scope="col">
      {text(key)}
    </th>
  ))
}
