// Three projects: unit (pure, seconds), redis (real redis-servers), e2e (the built program in a pseudo-terminal).
// redis and e2e start real servers on two cores, so their files run one after another.
import {defineConfig} from 'vitest/config'
import {markdownAsText} from './build/markdown.js'

const real = {fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000, retry: 0}

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
          isolate: false,
        },
      },
      {plugins: [markdownAsText()], test: {name: 'redis', include: ['test/redis/**/*.test.ts'], ...real}},
      {
        plugins: [markdownAsText()],
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/build-first.ts',
          ...real,
        },
      },
    ],
  },
})
