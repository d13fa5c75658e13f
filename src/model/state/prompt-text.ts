// What stands before the line being typed.

import {promptOf} from '../commands/connection.ts'
import type {LabState} from './lab-state.ts'

/** redis-cli's prompt, or the question that the running redis-cli asks. */
export function promptText({node, roster, connections, toolQuestion}: LabState): string {
  return toolQuestion ?? promptOf(node, roster, connections[node])
}
