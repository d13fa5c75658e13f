// Four projects: unit (pure, seconds), redis (real redis-servers), e2e (the built program in a pseudo-terminal), browser (its pages in Chromium).
// redis mostly waits for its servers, so four of its files run at a time; of e2e and browser three, whose programs, servers, terminals and browsers
// nearly fill two cores. unit runs first, then redis, then these two together. unit is given
// two workers: by default vitest leaves a core free.
import {defineConfig} from 'vitest/config'
import {markdownAsText} from './build/markdown.js'
import {workers} from './tools/servers/workers.ts'

/** What is waited for may take longer than the usual second while other programs have the processor. */
const expectPatiently = {poll: {timeout: 20_000}}

const real = {testTimeout: 60_000, hookTimeout: 60_000, retry: 0, expect: expectPatiently}

export default defineConfig({
  test: {
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
          maxWorkers: workers,
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
          maxWorkers: 3,
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
          maxWorkers: 3,
          sequence: {groupOrder: 2},
          ...real,
        },
      },
    ],
  },
})
