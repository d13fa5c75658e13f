// The user that the lab is on every node: the line of redis.conf that makes it, and how the lab's own connections log in.

import {createHash, randomBytes} from 'node:crypto'
import {labUser} from '../../model/cluster/conf-file.ts'

const password = randomBytes(32).toString('hex')

/** A directive of redis.conf. It has the password's hash, so a reader of the file cannot log in with it. */
export const labUserLine = `user ${labUser} on #${createHash('sha256').update(password).digest('hex')} ~* &* +@all`

export const labLogin = ['AUTH', labUser, password] as const
