// Whether the server of the tests has what came with some version.

import {isOn, type Since} from '../../src/model/cluster/versions.ts'
import {server} from './server.ts'

const present = await server()

/** Whether the server is one of these or newer: `{valkey: '9.0'}` is false for every Redis. */
export function isHere(first: Since): boolean {
  return isOn(present, first)
}
