// The ideas that questions are about, so that a report can say which ones are understood, across lessons. Pure.

/** In the order of the course. */
export const ideas = [
  'nodes',
  'replication',
  'reading',
  'slots',
  'failover',
  'losses',
  'clients',
  'sentinel',
  'other',
] as const

export type Idea = (typeof ideas)[number]

/** What most questions of a lesson are about. */
const ofLesson: Readonly<Record<string, Idea>> = {
  tour: 'nodes',
  server: 'nodes',
  replicaof: 'replication',
  readonly: 'reading',
  build: 'slots',
  slots: 'slots',
  'readonly-cluster': 'reading',
  failover: 'failover',
  'scale-out': 'slots',
  'lost-writes': 'losses',
  partition: 'failover',
  slow: 'replication',
  client: 'clients',
  sentinel: 'sentinel',
}

/** Questions about another idea than the rest of their lesson, by lesson and question. */
const ofQuestion: Readonly<Record<string, Idea>> = {
  'replicaof/recall/address': 'nodes',
  'replicaof/recall/slave': 'nodes',
  'replicaof/recall/reset': 'nodes',
  'replicaof/lost': 'losses',
  'readonly/recall/told': 'replication',
  'readonly/recall/merged': 'losses',
  'readonly/recall/break': 'replication',
  'readonly/recall/behind': 'replication',
  'readonly/wait': 'losses',
  'readonly/noreplicas': 'losses',
  'readonly/headless': 'failover',
  'readonly/promote': 'failover',
  'readonly/split': 'losses',
  'slots/recall/write-on-replica': 'reading',
  'slots/recall/stale': 'reading',
  'slots/recall/behind': 'replication',
  'readonly-cluster/recall/moved': 'slots',
  'readonly-cluster/recall/ask': 'slots',
  'partition/reads': 'reading',
  'partition/heal': 'losses',
  'partition/bound': 'losses',
  'partition/replica': 'replication',
  'partition/recall/good': 'losses',
  'slow/race': 'failover',
  'slow/late': 'failover',
  'slow/recall/window': 'failover',
  'failover/recall/backlog': 'replication',
  'failover/recall/reads': 'reading',
}

/** @param question as in the answers: the id of a step, or `recall/ID` */
export function ideaOf(lesson: string, question: string): Idea {
  return ofQuestion[`${lesson}/${question}`] ?? ofLesson[lesson] ?? 'other'
}
