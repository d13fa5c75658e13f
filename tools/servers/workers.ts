/** Test files that start servers at the same time, at most: vitest.config.ts runs so many, and each picks among ports of its own. */
export const workers = 4
