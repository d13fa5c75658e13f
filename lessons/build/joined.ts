// The commands by which six nodes become a cluster: what the steps of this lesson start with.

/** 6379 meets the others; gossip does the rest. */
export const meets = ['{6380}', '{6381}', '{6479}', '{6480}', '{6481}'].map(
  port => `@{6379} CLUSTER MEET 127.0.0.1 ${port}`,
)

export const ranges = [
  '@{6379} CLUSTER ADDSLOTSRANGE 0 5460',
  '@{6380} CLUSTER ADDSLOTSRANGE 5461 10922',
  '@{6381} CLUSTER ADDSLOTSRANGE 10923 16383',
]

export const replicates = [
  '@{6479} CLUSTER REPLICATE {id 6379}',
  '@{6480} CLUSTER REPLICATE {id 6380}',
  '@{6481} CLUSTER REPLICATE {id 6381}',
]

const addresses = ['6379', '6380', '6381', '6479', '6480', '6481'].map(port => `127.0.0.1:{${port}}`)

export const create = `redis-cli --cluster create ${addresses.join(' ')} --cluster-replicas 1 --cluster-yes`
export const createMasters = `redis-cli --cluster create ${addresses.slice(0, 3).join(' ')} --cluster-yes`
export const createSix = `redis-cli --cluster create ${addresses.join(' ')} --cluster-yes`

export function addReplica(replica: string, master: string): string {
  return `redis-cli --cluster add-node 127.0.0.1:{${replica}} 127.0.0.1:{6379} --cluster-slave --cluster-master-id {id ${master}}`
}
