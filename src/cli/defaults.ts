// Defaults for options of the command line.

/** cluster-node-timeout for learners, ms: long enough to see each phase of a failover. */
export const defaultNodeTimeout = 3000
