// Run as a process of its own: the program as it is, with lessons of ours in the place of the real ones.

import {registerHooks} from 'node:module'

registerHooks({
  resolve: (specifier, context, next) =>
    next(
      specifier.endsWith('/lessons/index.ts')
        ? new URL('two-own-lessons.ts', import.meta.url).href
        : specifier,
      context,
    ),
})
const {main} = await import('../../../src/cli/main.ts')
await main({leaveSplash: () => undefined})
