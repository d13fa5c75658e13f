// Values that hold where the command line says nothing.

/** cluster-node-timeout for learners, ms: each phase of a failover can be seen. */
export const defaultNodeTimeout = 3000
