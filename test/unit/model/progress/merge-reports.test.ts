// Reports of several learners in one table: sums and medians, and files that are none.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import {mergedMarkdown, mergeReports} from '../../../../src/model/progress/merge-reports.ts'
import {noProgress, type Progress} from '../../../../src/model/progress/progress.ts'
import {reportOf} from '../../../../src/model/progress/report.ts'
import {parseReport, type ReadReport} from '../../../../src/model/progress/report-file.ts'
import {reportMarkdown} from '../../../../src/model/progress/report-markdown.ts'
import {translate} from '../../../../src/model/text/messages.ts'

const plain = {at: 1, hints: 1, solved: false, changes: []}

/** An incident solved in `best` seconds, a failover seen, and two answers. */
function progressWith(best: number, chosen: string): Progress {
  const cost = {penalty: 60, failed: 12, troubled: 8, lost: 0, times: 1, best}
  return {
    ...noProgress,
    passed: {
      failover: {
        kill: {
          ...plain,
          seconds: 9,
          failovers: [{is: 'died', owner: '6381', promoted: '6481', ms: 4321}],
        },
      },
      incidents: {carts: {...plain, seconds: best - 60, incident: cost}},
    },
    answers: {slots: {slot: {chosen, at: 1}}, failover: {'recall/backlog': {chosen: 'rest', at: 1}}},
  }
}

const reportWith = (best: number, chosen: string, name?: string) =>
  reportOf(lessons, progressWith(best, chosen), 'en', 0, undefined, name)

function read(value: unknown): ReadReport {
  const parsed = parseReport(JSON.stringify(value))
  if ('fault' in parsed) throw new Error(translate('en', parsed.fault))
  return parsed.report
}

function faultOf(text: string): string {
  const parsed = parseReport(text)
  return 'fault' in parsed ? translate('en', parsed.fault) : ''
}

describe('A report', () => {
  const report = reportWith(100, 'owner', 'Ann')

  test('has the answers by idea, a recall question under the idea that it repeats', () => {
    expect(report.ideas).toContainEqual({idea: 'slots', right: 1, wrong: 0, notAnswered: 0})
    expect(report.ideas).toContainEqual({idea: 'replication', right: 1, wrong: 0, notAnswered: 0})
  })

  test('has the failovers with their figures, and the incidents with their times', () => {
    expect(report.failovers).toMatchObject([{lesson: 'failover', is: 'died', ms: 4321, promoted: '6481'}])
    expect(report.incidents).toMatchObject([{id: 'carts', solved: true, all: 100, best: 100, failed: 12}])
  })

  test('names the learner in its title, and shows all of it', () => {
    const markdown = reportMarkdown(report, 'en', 'UTC')
    expect(markdown).toContain('# redis-cluster-lab: learning report of Ann\n')
    expect(markdown).toContain('| slots and redirects | 1 | 0 | 0 |')
    expect(markdown).toMatch(/\| Some carts cannot be saved \| 1:40 \| 1:40 \| 1 \| 12 requests failed/)
    expect(markdown).toContain('| 6381 → 6481 | 4.3 s |')
  })
})

describe('Merged reports', () => {
  const files = [
    {file: 'ann.json', report: read(reportWith(100, 'owner', 'Ann'))},
    {file: 'bob.json', report: read(reportWith(300, 'first'))},
  ]

  test('have a row for each learner, named after the file if the report has no name', () => {
    expect(mergeReports(files, 0).learners.map(({name}) => name)).toEqual(['Ann', 'bob.json'])
  })

  test('sum the answers, and give the median of the best times', () => {
    const merged = mergeReports(files, 0)
    expect(merged.ideas).toContainEqual({idea: 'slots', right: 1, wrong: 1, notAnswered: 0})
    expect(merged.incidents).toMatchObject([{id: 'carts', solvedBy: 2, median: 200}])
  })

  test.each(['en', 'zh'] as const)('are tables in %s', language => {
    const markdown = mergedMarkdown(mergeReports(files, 0), language)
    expect(markdown).toMatch(/^\| Ann \| 0\/\d+ \| 2\/\d+ \| 2 \| 0 \| 1 \| 2 \| 0 \| 1 \| 1 \|$/m)
    expect(markdown).toContain('| 2 | 3:20 |')
  })
})

describe('A file that is no report', () => {
  const good = reportWith(100, 'owner')

  test.each<[string, string, RegExp]>([
    ['is no JSON', 'x', /not JSON/],
    ['is a list', '[]', /not JSON/],
    ['is other JSON', '{"a": 1}', /`format` is -, expected/],
    ['is of another version', '{"format": "redis-cluster-lab report 9"}', /report 9/],
    ['lacks a part', JSON.stringify({...good, totals: {}}), /totals\.lessons should be an object/],
    ['has text for a number', JSON.stringify({...good, at: 'x'}), /at should be a number/],
    ['has too much', JSON.stringify({...good, ideas: Array(300).fill(good.ideas[0])}), /more than 200/],
    ['has a number for a name', JSON.stringify({...good, name: 5}), /name should be a string/],
    ['has a hostile prototype', '{"__proto__": {"format": "redis-cluster-lab report 1"}}', /`format`/],
  ])('%s is refused', (_, text, fault) => {
    expect(faultOf(text)).toMatch(fault)
  })

  test('a hostile name is cleaned, shortened, and no markup', () => {
    const report = read({...good, name: `\u001b[31mEve\u202e <b> | x\n# y${'z'.repeat(500)}`})
    expect(report.name?.length).toBeLessThanOrEqual(80)
    expect(report.name).not.toMatch(/[\u001b\u202e\n]/)
    const row = mergedMarkdown(mergeReports([{file: 'e', report}], 0), 'en')
      .split('\n')
      .find(line => line.includes('Eve'))
    expect(row).toContain('\\<b\\>')
    expect(row?.split(/(?<!\\)\|/)).toHaveLength(12)
  })
})
