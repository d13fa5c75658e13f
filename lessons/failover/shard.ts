// The last steps: a master and its replica are both lost, which is what stops a cluster, and how it is repaired.

import {every, isDown} from '../../src/model/lesson/goals/replication.ts'

export const shard = ['6381', '6481'] as const

export const shardIsDown = every(...shard.map(isDown))
