// How a hub is doing, as numbers for Prometheus: sums only, nothing of anybody.

import {countsOf, learnersDone} from '../model/workshop/overview.ts'
import type {Room} from '../model/workshop/room.ts'

/** What a hub counts since it began. */
export class HubCounts {
  events = 0
  readonly refused = new Map<string, number>()

  refuse(why: string): void {
    this.refused.set(why, (this.refused.get(why) ?? 0) + 1)
  }
}

/** `readAgo`: ms since the room was read last; it is read all the time, so this is how far the hub is behind. */
export type Measured = Readonly<{
  room: Room
  listeners: number
  counts: HubCounts
  readAgo: number
  now: number
}>

type Metric = Readonly<{
  name: string
  type: 'counter' | 'gauge'
  help: string
  values: Readonly<Record<string, number>>
}>

/** In Prometheus's text format. */
export function metricsText(measured: Measured): string {
  return `${metricsOf(measured).map(textOf).join('\n')}\n`
}

function metricsOf({room, listeners, counts, readAgo, now}: Measured): readonly Metric[] {
  const {here, away, help, stuck} = countsOf(room, now)
  const {rss, heapUsed} = process.memoryUsage()
  const one = (value: number) => ({'': value})
  return [
    {
      name: 'rcl_hub_learners',
      type: 'gauge',
      help: 'Learners in the room.',
      values: {'{state="here"}': here, '{state="away"}': away},
    },
    {name: 'rcl_hub_help', type: 'gauge', help: 'Learners who ask for help.', values: one(help)},
    {name: 'rcl_hub_stuck', type: 'gauge', help: 'Learners who may be stuck.', values: one(stuck)},
    {
      name: 'rcl_hub_done',
      type: 'gauge',
      help: 'Learners who show that they are done.',
      values: one(learnersDone(room)),
    },
    {name: 'rcl_hub_streams', type: 'gauge', help: 'Labs that listen to this hub.', values: one(listeners)},
    {
      name: 'rcl_hub_events_total',
      type: 'counter',
      help: 'Events that this hub has taken, repeated ones too.',
      values: one(counts.events),
    },
    {
      name: 'rcl_hub_refused_total',
      type: 'counter',
      help: 'Requests that this hub has refused, by reason.',
      values: Object.fromEntries([...counts.refused].map(([why, n]) => [`{reason="${why}"}`, n])),
    },
    {
      name: 'rcl_hub_read_lag_seconds',
      type: 'gauge',
      help: 'Time since the room was read from Redis; some seconds at the most while Redis answers.',
      values: one(readAgo / 1000),
    },
    {
      name: 'process_resident_memory_bytes',
      type: 'gauge',
      help: 'Resident memory.',
      values: one(rss),
    },
    {name: 'nodejs_heap_size_used_bytes', type: 'gauge', help: 'Memory in use by V8.', values: one(heapUsed)},
  ]
}

function textOf({name, type, help, values}: Metric): string {
  const rows = Object.entries(values).map(([labels, value]) => `${name}${labels} ${value}`)
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...rows].join('\n')
}
