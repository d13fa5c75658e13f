// What the steps of this lesson start with: the shop's node, its data, and its password.

import {sixNodes} from '../../src/model/cluster/node.ts'

/**
 * Writes the shop's data, also to the file: with everysec, a write waits in memory while an fsync runs, and a step may kill the server right after. Running it
 * twice changes nothing.
 */
export const stock = [
  '@{6382} CONFIG SET appendfsync always',
  '@{6382} MSET product:1 teapot product:2 cup product:3 kettle orders:today 2',
  '@{6382} CONFIG SET appendfsync everysec',
]

export const startShop = ['/start {6382}', ...stock]

/** The node starts with a password in its file, and the prompt's connection to it has logged in. */
export const closedShop = [
  '/conf {6382} requirepass s3cret',
  '/start {6382}',
  '@{6382} AUTH s3cret',
  ...stock,
]

/** Nodes that this lesson does not configure. */
export const others = sixNodes
