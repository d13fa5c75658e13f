// All lessons, in teaching order.

import type {Lesson} from '../src/model/lesson/lesson.ts'
import {build} from './build/lesson.ts'
import {client} from './client/lesson.ts'
import {failover} from './failover/lesson.ts'
import {incidents} from './incidents/lesson.ts'
import {lostWrites} from './lost-writes/lesson.ts'
import {partition} from './partition/lesson.ts'
import {readonly} from './readonly/lesson.ts'
import {readonlyCluster} from './readonly-cluster/lesson.ts'
import {replicaof} from './replicaof/lesson.ts'
import {scaleOut} from './scale-out/lesson.ts'
import {sentinel} from './sentinel/lesson.ts'
import {server} from './server/lesson.ts'
import {slots} from './slots/lesson.ts'
import {slow} from './slow/lesson.ts'
import {tour} from './tour/lesson.ts'

export const lessons: readonly Lesson[] = [
  tour,
  server,
  replicaof,
  readonly,
  build,
  slots,
  readonlyCluster,
  failover,
  scaleOut,
  lostWrites,
  partition,
  slow,
  client,
  sentinel,
  incidents,
]
