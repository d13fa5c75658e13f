// What a node answered to a command, or why there is no reply.

import type {Reply} from '../../model/protocol/reply.ts'
import type {Message} from '../../model/text/messages.ts'

export type SendResult = Readonly<{reply: Reply}> | Readonly<{because: Message}>
