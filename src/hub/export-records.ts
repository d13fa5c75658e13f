// The records of a room as a file.

import type {RoomRecord} from '../model/workshop/room.ts'

const columns = ['at', 'learner', 'name', 'kind', 'lesson', 'step', 'detail'] as const
type Row = Readonly<Record<(typeof columns)[number], string>>

/** A header, and a row for each record; `names`: of the learners, by id. */
export function csvOf(records: readonly RoomRecord[], names: Readonly<Record<string, string>>): string {
  const rows = records.map(record => rowOf(record, names))
  return [columns.join(','), ...rows.map(row => columns.map(column => cell(row[column])).join(','))]
    .map(line => `${line}\r\n`)
    .join('')
}

/** One JSON object a line. */
export function jsonLinesOf(records: readonly RoomRecord[], names: Readonly<Record<string, string>>): string {
  return records.map(record => `${JSON.stringify({...record, name: names[learnerOf(record)]})}\n`).join('')
}

function learnerOf(record: RoomRecord): string {
  if ('learner' in record) return record.learner
  return 'learner' in record.by ? record.by.learner : ''
}

function rowOf(record: RoomRecord, names: Readonly<Record<string, string>>): Row {
  const learner = learnerOf(record)
  const at = new Date(record.at).toISOString()
  const base = {at, learner, name: names[learner] ?? '', lesson: '', step: ''}
  if ('by' in record) return {...base, kind: record.by.note, detail: JSON.stringify(record.by)}
  const {kind, ...rest} = record.event
  const {lesson = '', step = '', ...detail} = rest as Readonly<Record<string, unknown>>
  return {...base, kind, lesson: String(lesson), step: String(step), detail: JSON.stringify(detail)}
}

/** A spreadsheet would run a cell that begins like a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
