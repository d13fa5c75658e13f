// The lessons, in the order in which they are taught.

import type {Lesson} from '../src/model/lesson.ts'
import {failover} from './failover/lesson.ts'
import {readonly} from './readonly/lesson.ts'
import {readonlyCluster} from './readonly-cluster/lesson.ts'
import {replicaof} from './replicaof/lesson.ts'
import {slots} from './slots/lesson.ts'

export const lessons: readonly Lesson[] = [replicaof, readonly, readonlyCluster, slots, failover]
