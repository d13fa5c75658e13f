// What a room has recorded and was told, as a file.

import type {Delivery, WorkshopCommand} from '../model/workshop/command.ts'
import type {WorkshopEvent} from '../model/workshop/event.ts'
import type {RoomRecord} from '../model/workshop/room.ts'

const columns = ['at', 'learner', 'name', 'kind', 'id', 'lesson', 'step', 'detail'] as const
type Row = Readonly<Record<(typeof columns)[number], string>>

/** `id`: of an order, which votes and replies name. */
export type ExportedRow = RoomRecord | Delivery

/** Takes records in their order, and returns those that are exported: no vote that came too late to count. */
export function exportedRecords(): (records: readonly RoomRecord[]) => readonly RoomRecord[] {
  let poll: string | undefined
  return records =>
    records.filter(record => {
      if ('by' in record) {
        if (record.by.note === 'polled') poll = record.by.poll
        return true
      }
      const {event} = record
      return event.kind !== 'vote' || event.poll === poll
    })
}

/** A header, and a row for each record and order; `names`: of the learners, by id. */
export function csvOf(rows: readonly ExportedRow[], names: Readonly<Record<string, string>>): string {
  const polls = new Map(
    rows.flatMap(row => ('command' in row && row.command.kind === 'poll' ? [[row.id, row.command]] : [])),
  )
  return tableOf(
    columns,
    rows.map(row => rowOf(row, names, polls)),
  )
}

/** A header, and a line for each row. */
export function tableOf<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string | number>>[],
): string {
  return [columns.join(','), ...rows.map(row => columns.map(column => cell(String(row[column]))).join(','))]
    .map(line => `${line}\r\n`)
    .join('')
}

/** One JSON object a line. */
export function jsonLinesOf(rows: readonly ExportedRow[], names: Readonly<Record<string, string>>): string {
  return jsonLines(rows.map(row => ({...row, name: names[learnerOf(row)]})))
}

export function jsonLines(rows: readonly object[]): string {
  return rows.map(row => `${JSON.stringify(row)}\n`).join('')
}

/** Nobody's where it is about the whole room. */
function learnerOf(row: ExportedRow): string {
  if ('learner' in row) return row.learner
  if ('command' in row) return row.target.learner ?? ''
  return 'learner' in row.by ? row.by.learner : ''
}

type Polls = ReadonlyMap<string, Extract<WorkshopCommand, {kind: 'poll'}>>

function rowOf(row: ExportedRow, names: Readonly<Record<string, string>>, polls: Polls): Row {
  const learner = learnerOf(row)
  const at = new Date(row.at).toISOString()
  const base = {at, learner, name: names[learner] ?? '', id: 'command' in row ? row.id : ''}
  if ('by' in row) {
    const {note, learner: _, ...detail} = {learner, ...row.by}
    return {...base, kind: note, lesson: '', step: '', detail: detailOf(detail)}
  }
  const {kind, ...rest} = 'command' in row ? row.command : withAnswer(row.event, polls)
  const {lesson = '', step = '', ...detail} = rest as Readonly<Record<string, unknown>>
  return {...base, kind, lesson: String(lesson), step: String(step), detail: detailOf(detail)}
}

/** A vote has the number of its option, from 0; with the option's text it can be read. */
function withAnswer(event: WorkshopEvent, polls: Polls): WorkshopEvent & Readonly<{answer?: string}> {
  const answer = event.kind === 'vote' ? polls.get(event.poll)?.options[event.option] : undefined
  return answer === undefined ? event : {...event, answer}
}

/** `key=value; key=value` */
function detailOf(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}=${readable(value)}`)
    .join('; ')
}

/** Lists as `a | b`, what is inside something in brackets. */
function readable(value: unknown): string {
  if (Array.isArray(value)) return value.map(readable).join(' | ')
  if (typeof value !== 'object' || value === null) return String(value)
  return `(${detailOf(value as Readonly<Record<string, unknown>>)})`
}

/** A spreadsheet would run a cell that begins like a formula; where semicolons separate cells, each part of one. */
function cell(text: string): string {
  const safe = text.replaceAll(/(^|;\s*)([=+\-@\t\r])/g, "$1'$2")
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
