// The result of sending a command: the node's reply, or why there is none.

import type {Reply} from '../../model/protocol/reply.ts'
import type {Message} from '../../model/text/messages.ts'

export type SendResult = Readonly<{reply: Reply}> | Readonly<{because: Message}>
