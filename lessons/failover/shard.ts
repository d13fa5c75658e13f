// The shard whose master and replica the last steps stop, which stops the cluster.

import {every, isDown} from '../../src/model/lesson/goals/replication.ts'

export const shard = ['6381', '6481'] as const

export const shardIsDown = every(...shard.map(isDown))
