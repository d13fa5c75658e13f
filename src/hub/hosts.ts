// The names that a hub answers to. A page elsewhere could make a browser call this hub under a name of its own (DNS rebinding); such a call
// comes with that name.

import {isIP} from 'node:net'

/** `publicNames`: of a proxy or a DNS entry in front of the hub. An address is no name, so nobody can rebind it. */
export function answersTo(hostHeader: string | undefined, publicNames: readonly string[]): boolean {
  const host = hostHeader?.replace(/:\d+$/, '').toLowerCase() ?? ''
  const bare = host.replace(/^\[|\]$/g, '')
  return isIP(bare) !== 0 || bare === 'localhost' || publicNames.includes(bare)
}
