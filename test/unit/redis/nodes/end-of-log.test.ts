// Why a server ended at its start.

import {expect, test} from 'vitest'
import {endOf} from '../../../../src/redis/nodes/end-of-log.ts'

test.each<[what: string, log: string, why: string]>([
  [
    'a directive that Redis 7 and Valkey do not know',
    `
*** FATAL CONFIG FILE ERROR (Version 9.1.2) ***
Reading the configuration file, at line 2
>>> 'replicof a 1'
Bad directive or wrong number of arguments
`,
    "'replicof a 1': Bad directive or wrong number of arguments",
  ],
  [
    'the same, as Redis 8.6 says it',
    `6362:M 29 Nov 2026 20:15:46.122 # Unresolved Configuration(s) Detected:
6362:M 29 Nov 2026 20:15:46.122 # >>> 'replicof a 1'
6362:M 29 Nov 2026 20:15:46.122 # Module Configuration detected without loadmodule directive or no ApplyConfig call: aborting
`,
    "'replicof a 1': Module Configuration detected without loadmodule directive or no ApplyConfig call: aborting",
  ],
  [
    'a rule of a user',
    `6353:M 29 Nov 2026 20:15:46.027 * Running mode=standalone, port=7777.
6353:M 29 Nov 2026 20:15:46.027 # Error loading ACL rule '+fetch' for the user named 'shop': Unknown command or category name in ACL
6353:M 29 Nov 2026 20:15:46.027 # Critical error while loading ACLs. Exiting.
`,
    "Error loading ACL rule '+fetch' for the user named 'shop': Unknown command or category name in ACL",
  ],
  [
    'a port that is taken',
    '7:M 01 Nov 2026 20:15:46.027 # Failed listening on port 7209 (TCP), aborting.',
    'Failed listening on port 7209 (TCP), aborting.',
  ],
  ['a program that is missing', 'sh: no-such-server: not found\n', 'sh: no-such-server: not found'],
  ['nothing', '\n', ''],
])('The end of a log tells why: %s', (_, log, why) => {
  expect(endOf(log)).toBe(why)
})
