// The ports of a stage in a text as the names of its nodes, so that a test's expectation does not depend on the ports that were free.

import {type Base, sixNodes} from '../../src/model/cluster/node.ts'

/** `text` with each real port of the six nodes as `<6379>`. */
export function nominalPorts(text: string, base: Base): string {
  return text.replace(/\b\d{5}\b/g, port => {
    const node = String(Number(port) - base + 6379)
    return sixNodes.some(name => name === node) ? `<${node}>` : port
  })
}
