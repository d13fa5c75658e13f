// Run as a process of its own: the program as it stands in the sources.

import {main} from '../../../src/cli/main.ts'

await main({leaveSplash: () => undefined})
