// Four projects: unit (pure, seconds), redis (real redis-servers), e2e (the built program in a pseudo-terminal), browser (its pages in Chromium).
// They mostly wait: four files of redis fill two cores, and so do four of e2e and browser. unit runs first, then redis, then e2e and browser together.
// unit is given two workers: by default vitest leaves a core free.
import {defineConfig} from 'vitest/config'
import {BaseSequencer, type TestSpecification} from 'vitest/node'
import {markdownAsText} from './build/markdown.js'
import {compiledFolder} from './tools/compiled.ts'
import {workers} from './tools/servers/workers.ts'

/** What is waited for may take longer than the usual second while other programs have the processor. */
const expectPatiently = {poll: {timeout: 20_000}}

const real = {testTimeout: 60_000, hookTimeout: 60_000, retry: 0, expect: expectPatiently}

/** Files that take longer than their size says, which is what vitest goes by on a new machine. Begun last, they would run alone at the end. */
const longest =
  /\/(other-ways|player|class|progress|workshop|readonly|fetch-server|load|keeper|lab)\.test\.ts$/

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({moduleId}: TestSpecification) => longest.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    sequence: {sequencer: LongestFirst},
    projects: [
      {
        plugins: [markdownAsText()],
        // Pure tests do not affect each other, so their files share a worker.
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          expect: expectPatiently,
          isolate: false,
          maxWorkers: 2,
          sequence: {groupOrder: 0},
        },
      },
      {
        plugins: [markdownAsText()],
        test: {
          name: 'redis',
          include: ['test/redis/**/*.test.ts'],
          maxWorkers: 4,
          env: {NODE_COMPILE_CACHE: compiledFolder},
          sequence: {groupOrder: 1},
          ...real,
        },
      },
      {
        plugins: [markdownAsText()],
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/build-first.ts',
          maxWorkers: workers,
          sequence: {groupOrder: 2},
          ...real,
        },
      },
      {
        plugins: [markdownAsText()],
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/e2e/build-first.ts', 'test/browser/say-if-skipped.ts'],
          maxWorkers: workers,
          sequence: {groupOrder: 2},
          ...real,
        },
      },
    ],
  },
})
