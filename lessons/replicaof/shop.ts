// What several steps of this lesson start from: a shop, and two replicas of it.

import {every, follows} from '../../src/model/lesson/goals/replication.ts'

export const shop = ['@{6379} MSET product:1 teapot product:2 cup product:3 kettle']
export const twoReplicas = ['@{6380} REPLICAOF 127.0.0.1 {6379}', '@{6381} REPLICAOF 127.0.0.1 {6379}']
export const bothFollow = every(follows('6380', '6379'), follows('6381', '6379'))
