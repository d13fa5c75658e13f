// Every line that the servers wrote (test/unit/recorded/logs) is either read as the event below, or listed as of no meaning for the timeline.
// A line of a new server that is neither fails the test: add it to one of the two.

import {expect, test} from 'vitest'
import {type LogEvent, type LogEventName, parseLogLine} from '../../../../src/model/timeline/log-line.ts'
import {lineOfShape, recordedLog, recordedServers} from '../../recorded/log-shapes.ts'

type Read = readonly [shape: string, values: Omit<LogEvent, 'what'>]

/** What each line says, checked by hand: a number is the place in the line that it was taken from. */
const meanings: Readonly<Partial<Record<LogEventName, readonly Read[]>>> = {
  bufferFull: [
    ['Client id=1 addr=127.0.0.1:2 scheduled to be closed ASAP for overcoming of output buffer limits.', {}],
  ],
  connectFailed: [
    ['Error condition on socket for SYNC: Connection refused', {because: 'Connection refused'}],
    ['Error condition on socket for SYNC: Connection reset by peer', {because: 'Connection reset by peer'}],
  ],
  connecting: [
    ['Connecting to MASTER 127.0.0.1:1', {port: 1}],
    ['Connecting to MASTER nowhere.invalid:1', {port: 1}],
    ['Connecting to PRIMARY 127.0.0.1:1', {port: 1}],
    ['Connecting to PRIMARY nowhere.invalid:1', {port: 1}],
    ['Reconnecting to MASTER 127.0.0.1:1', {port: 1}],
    ['Reconnecting to MASTER 127.0.0.1:1 after failure', {port: 1}],
    ['Reconnecting to PRIMARY 127.0.0.1:1', {port: 1}],
    ['Reconnecting to PRIMARY 127.0.0.1:1 after failure', {port: 1}],
  ],
  demoted: [['+convert-to-slave slave 127.0.0.1:1 127.0.0.1 2 @ mymaster 127.0.0.1 3', {port: 2}]],
  failoverAsked: [["Executing user requested FAILOVER of 'mymaster'", {}]],
  failoverGivenUp: [
    ['-failover-abort-no-good-slave master mymaster 127.0.0.1 1', {because: 'no-good-slave', port: 1}],
    ['-failover-abort-not-elected master mymaster 127.0.0.1 1', {because: 'not-elected', port: 1}],
  ],
  failoverTried: [['+try-failover master mymaster 127.0.0.1 1', {port: 1}]],
  leaderElected: [['+elected-leader master mymaster 127.0.0.1 1', {port: 1}]],
  leaderVoted: [['+vote-for-leader <a> 1', {id: '<a>', epoch: 1}]],
  masterSwitched: [['+switch-master mymaster 127.0.0.1 1 127.0.0.1 2', {oldPort: 1, port: 2}]],
  odown: [['+odown master mymaster 127.0.0.1 1 #quorum 2/3', {port: 1, votes: 2, quorum: 3}]],
  promotionSeen: [['+promoted-slave slave 127.0.0.1:1 127.0.0.1 2 @ mymaster 127.0.0.1 3', {port: 2}]],
  replicaSelected: [['+selected-slave slave 127.0.0.1:1 127.0.0.1 2 @ mymaster 127.0.0.1 3', {port: 2}]],
  sdown: [
    ['+sdown master mymaster 127.0.0.1 1', {port: 1}],
    ['+sdown sentinel <a> 127.0.0.1 1 @ mymaster 127.0.0.1 2', {port: 1}],
    ['+sdown slave 127.0.0.1:1 127.0.0.1 2 @ mymaster 127.0.0.1 3', {port: 2}],
  ],
  sdownCleared: [
    ['-sdown master mymaster 127.0.0.1 1', {port: 1}],
    ['-sdown sentinel <a> 127.0.0.1 1 @ mymaster 127.0.0.1 2', {port: 1}],
    ['-sdown slave 127.0.0.1:1 127.0.0.1 2 @ mymaster 127.0.0.1 3', {port: 2}],
  ],
  sentToMaster: [['+fix-slave-config slave 127.0.0.1:1 127.0.0.1 2 @ mymaster 127.0.0.1 3', {port: 2}]],
  tilt: [['+tilt #tilt mode entered', {}]],
  tiltOver: [['-tilt #tilt mode exited', {}]],
  crashed: [
    ['Redis 1 crashed by signal: 2, si_code: 3', {signal: 2}],
    ['valkey 1 crashed by signal: 2, si_code: 3', {signal: 2}],
  ],
  electionDelayed: [
    ['Start of election delayed for 1 milliseconds (rank #2, offset 3).', {ms: 1, rank: 2, offset: 3}],
    [
      'Start of election delayed for 1 milliseconds (rank #2, primary rank #3, offset 4).',
      {ms: 1, rank: 2, offset: 4},
    ],
  ],
  electionReset: [
    [
      'Failover election in progress for epoch 1, but received a claim from node <a> (127.0.0.1:2) with an equal or higher epoch 3. Resetting the election since we cannot win an election in the past.',
      {id: '<a>', epoch: 3},
    ],
  ],
  electionStarted: [
    ['Starting a failover election for epoch 1, node config epoch is 2', {epoch: 1}],
    ['Starting a failover election for epoch 1.', {epoch: 1}],
  ],
  electionStuck: [
    [
      "Currently unable to failover: Disconnected from master for longer than allowed. Please check the 'cluster-replica-validity-factor' configuration option.",
      {
        because:
          "Disconnected from master for longer than allowed. Please check the 'cluster-replica-validity-factor' configuration option",
      },
    ],
    [
      "Currently unable to failover: Disconnected from primary for longer than allowed. Please check the 'cluster-replica-validity-factor' configuration option.",
      {
        because:
          "Disconnected from primary for longer than allowed. Please check the 'cluster-replica-validity-factor' configuration option",
      },
    ],
    ['Currently unable to failover: Failover attempt expired.', {because: 'Failover attempt expired'}],
    [
      'Currently unable to failover: Waiting for votes, but majority still not reached.',
      {because: 'Waiting for votes, but majority still not reached'},
    ],
    [
      'Currently unable to failover: Waiting the delay before I can start a new failover.',
      {because: 'Waiting the delay before I can start a new failover'},
    ],
  ],
  epochSet: [['configEpoch set to 1 after successful failover', {epoch: 1}]],
  epochTaken: [
    ['New configEpoch set to 1', {epoch: 1}],
    ['WARNING: configEpoch collision with node <a> (). configEpoch set to 1', {about: '<a>', epoch: 1}],
    ['WARNING: configEpoch collision with node <a>. configEpoch set to 1', {about: '<a>', epoch: 1}],
    ['configEpoch collision with node <a> (). configEpoch set to 1', {about: '<a>', epoch: 1}],
    ['configEpoch collision with node <a> (127.0.0.1:1). configEpoch set to 2', {about: '<a>', epoch: 2}],
    ['configEpoch set to 1 via CLUSTER SET-CONFIG-EPOCH', {epoch: 1}],
  ],
  failCleared: [
    [
      'Clear FAIL state for node <a> (): is reachable again and nobody is serving its slots after some time.',
      {about: '<a>', because: 'is reachable again and nobody is serving its slots after some time'},
    ],
    [
      'Clear FAIL state for node <a> (): primary without slots is reachable again.',
      {about: '<a>', because: 'primary without slots is reachable again'},
    ],
    [
      'Clear FAIL state for node <a> (): replica is reachable again.',
      {about: '<a>', because: 'replica is reachable again'},
    ],
    [
      'Clear FAIL state for node <a> ():master without slots is reachable again.',
      {about: '<a>', because: 'master without slots is reachable again'},
    ],
    [
      'Clear FAIL state for node <a> ():replica is reachable again.',
      {about: '<a>', because: 'replica is reachable again'},
    ],
    [
      'Clear FAIL state for node <a> (127.0.0.1:1): is reachable again and nobody is serving its slots after some time.',
      {about: '<a>', because: 'is reachable again and nobody is serving its slots after some time'},
    ],
    [
      'Clear FAIL state for node <a> (127.0.0.1:1): primary without slots is reachable again.',
      {about: '<a>', because: 'primary without slots is reachable again'},
    ],
    [
      'Clear FAIL state for node <a> (127.0.0.1:1): replica is reachable again.',
      {about: '<a>', because: 'replica is reachable again'},
    ],
    [
      'Clear FAIL state for node <a>: is reachable again and nobody is serving its slots after some time.',
      {about: '<a>', because: 'is reachable again and nobody is serving its slots after some time'},
    ],
    [
      'Clear FAIL state for node <a>: master without slots is reachable again.',
      {about: '<a>', because: 'master without slots is reachable again'},
    ],
    [
      'Clear FAIL state for node <a>: replica is reachable again.',
      {about: '<a>', because: 'replica is reachable again'},
    ],
  ],
  failHeard: [
    ['FAIL message received from <a> () about <b> ()', {id: '<a>', about: '<b>'}],
    ['FAIL message received from <a> (127.0.0.1:1) about <b> (127.0.0.1:2)', {id: '<a>', about: '<b>'}],
    ['FAIL message received from <a> (shop-1) about <b> ()', {id: '<a>', about: '<b>'}],
    ['FAIL message received from <a> (shop-1) about <b> (127.0.0.1:2)', {id: '<a>', about: '<b>'}],
    ['FAIL message received from <a> (shop-1) about <b> (shop-2)', {id: '<a>', about: '<b>'}],
    ['FAIL message received from <a> about <b>', {id: '<a>', about: '<b>'}],
  ],
  failed: [
    ['Marking node <a> () as failing (quorum reached).', {about: '<a>'}],
    ['Marking node <a> (127.0.0.1:1) as failing (quorum reached).', {about: '<a>'}],
    ['Marking node <a> as failing (quorum reached).', {about: '<a>'}],
  ],
  fullAsked: [
    ['Full resync requested by replica 127.0.0.1:1', {port: 1}],
    ['Full resync requested by replica 127.0.0.1:1 (rdb-channel)', {port: 1}],
  ],
  fullSync: [
    ['Dual channel replication: PSYNC is not possible, initialize RDB channel.', {}],
    ['PSYNC is not possible, initialize RDB channel.', {}],
    ['Full resync from master: <a>:1', {offset: 1}],
    ['Full resync from primary: <a>:1', {offset: 1}],
  ],
  linkLost: [
    ['Connection with master lost.', {}],
    ['Connection with primary lost.', {}],
  ],
  manualAccepted: [
    ["Manual failover user request accepted (user request from 'id=1 addr=127.0.0.1:2').", {}],
    ['Manual failover user request accepted.', {}],
  ],
  manualForced: [
    ["Forced failover user request accepted (user request from 'id=1 addr=127.0.0.1:2').", {}],
    ['Forced failover user request accepted.', {}],
  ],
  manualOffset: [
    ['Received replication offset for paused master manual failover: 1', {offset: 1}],
    ['Received replication offset for paused primary manual failover: 1', {offset: 1}],
  ],
  manualReady: [
    ['All master replication stream processed, manual failover can start.', {}],
    ['All primary replication stream processed, manual failover can start.', {}],
  ],
  manualRequested: [
    ['Manual failover requested by replica <a> ().', {id: '<a>'}],
    ['Manual failover requested by replica <a> (127.0.0.1:1).', {id: '<a>'}],
    ['Manual failover requested by replica <a>.', {id: '<a>'}],
  ],
  manualTimedOut: [['Manual failover timed out.', {}]],
  masterCached: [
    ['Caching the disconnected master state.', {}],
    ['Caching the disconnected primary state.', {}],
  ],
  masterMode: [
    ["MASTER MODE enabled (failover request from 'id=1 addr=127.0.0.1:2')", {}],
    ["MASTER MODE enabled (user request from 'id=1 addr=127.0.0.1:2')", {}],
    ["PRIMARY MODE enabled (failover request from 'id=1 addr=127.0.0.1:2')", {}],
    ["PRIMARY MODE enabled (user request from 'id=1 addr=127.0.0.1:2')", {}],
  ],
  masterSilent: [
    ['MASTER timeout: no data nor PING received...', {}],
    ['PRIMARY timeout: no data nor PING received...', {}],
  ],
  migrationFailed: [
    [
      'Import task <a> failed: slots=1-2, err=Cancelled due to user request (state: init-rdbchannel, rdb_channel_state: rdbchannel-reply)',
      {slots: '1-2', because: 'Cancelled due to user request'},
    ],
    [
      'Migrate task <a> failed: slots=1-2, err=Cancelled due to new migration requested (state: failed, rdb_channel_state: completed)',
      {slots: '1-2', because: 'Cancelled due to new migration requested'},
    ],
    [
      'Migrate task <a> failed: slots=1-2, err=Main and RDB channel clients are disconnected. (state: wait-bgsave-start, rdb_channel_state: completed)',
      {slots: '1-2', because: 'Main and RDB channel clients are disconnected.'},
    ],
    [
      'Slot migration {name: <a>, operation: export, target_node_id: <b>, slots: 1-2} finished. State: cancelled, Message: ',
      {slots: '1-2'},
    ],
    [
      'Slot migration {name: <a>, operation: export, target_node_id: <b>, slots: 1-2} finished. State: failed, Message: Connection lost to target. Check CLUSTER GETSLOTMIGRATIONS on the target node for more information.',
      {
        slots: '1-2',
        because:
          'Connection lost to target. Check CLUSTER GETSLOTMIGRATIONS on the target node for more information',
      },
    ],
    [
      'Slot migration {name: <a>, operation: import, source_node_id: <b>, slots: 1-2} finished. State: failed, Message: Connection lost to source. Check CLUSTER GETSLOTMIGRATIONS on the source node for more information.',
      {
        slots: '1-2',
        because:
          'Connection lost to source. Check CLUSTER GETSLOTMIGRATIONS on the source node for more information',
      },
    ],
    [
      'Slot migration {name: <a>, operation: import, source_node_id: unknown, slots: 1-2} finished. State: failed, Message: Connection lost to source. Check CLUSTER GETSLOTMIGRATIONS on the source node for more information.',
      {
        slots: '1-2',
        because:
          'Connection lost to source. Check CLUSTER GETSLOTMIGRATIONS on the source node for more information',
      },
    ],
  ],
  noHistory: [
    ['Partial resynchronization not possible (no cached master)', {}],
    ['Partial resynchronization not possible (no cached primary)', {}],
  ],
  orphanAdopted: [
    ['Migrating to orphaned master <a>', {about: '<a>'}],
    ['Migrating to orphaned primary <a> () in shard <b>', {about: '<a>'}],
    ['Migrating to orphaned primary <a> (127.0.0.1:1) in shard <b>', {about: '<a>'}],
  ],
  partialGiven: [
    [
      'Partial resynchronization request from 127.0.0.1:1 accepted. Sending 2 bytes of backlog starting from offset 3.',
      {port: 1, bytes: 2, offset: 3},
    ],
  ],
  partialRefused: [
    [
      "Partial resynchronization not accepted: Replication ID mismatch (Replica asked for '<a>', my replication IDs are '<b>' and '<c>')",
      {because: 'Replication ID mismatch'},
    ],
    [
      'Partial resynchronization not accepted: Requested offset for second ID was 1, but I can reply up to 2',
      {because: 'Requested offset for second ID was 1, but I can reply up to 2'},
    ],
    [
      'Unable to partial resync with replica 127.0.0.1:1 for lack of backlog (Replica request was <a>:2, and I can only reply with the range [3, 4]).',
      {port: 1, because: 'lack of backlog', offset: 2},
    ],
    [
      'Unable to partial resync with replica 127.0.0.1:1 for lack of backlog (Replica request was: 2).',
      {port: 1, because: 'lack of backlog', offset: 2},
    ],
  ],
  partialSync: [
    ['Successful partial resynchronization with master.', {}],
    ['Successful partial resynchronization with primary.', {}],
  ],
  rdbChannel: [
    ['Dual channel replication: Sending to replica 127.0.0.1:1 RDB end offset 2 and client-id 3', {port: 1}],
    ['Sending to replica 127.0.0.1:1 RDB end offset 2 and client-id 3', {port: 1}],
  ],
  rdbLoaded: [
    ['MASTER <-> REPLICA sync: Finished with success', {}],
    ['PRIMARY <-> REPLICA sync: Finished with success', {}],
  ],
  rdbSize: [
    ['MASTER <-> REPLICA sync: receiving 1 bytes from master to disk', {bytes: 1}],
    ['PRIMARY <-> REPLICA sync: receiving 1 bytes from primary to disk', {bytes: 1}],
    ['Replica bio thread: PRIMARY <-> REPLICA sync: receiving 1 bytes from primary to disk', {bytes: 1}],
  ],
  rdbStreamed: [
    ['MASTER <-> REPLICA sync: receiving streamed RDB from master with EOF to disk', {}],
    ['MASTER <-> REPLICA sync: receiving streamed RDB from master with EOF to parser', {}],
    ['PRIMARY <-> REPLICA sync: receiving streamed RDB from primary with EOF to disk', {}],
    ['PRIMARY <-> REPLICA sync: receiving streamed RDB from primary with EOF to parser', {}],
    [
      'Replica bio thread: PRIMARY <-> REPLICA sync: receiving streamed RDB from primary with EOF to disk',
      {},
    ],
  ],
  reconfigured: [
    ['Configuration change detected. Reconfiguring myself as a replica of <a>', {id: '<a>'}],
    ['Configuration change detected. Reconfiguring myself as a replica of <a> ()', {id: '<a>'}],
    [
      'Configuration change detected. Reconfiguring myself as a replica of node <a> () in shard <b>',
      {id: '<a>'},
    ],
    [
      'Configuration change detected. Reconfiguring myself as a replica of node <a> (127.0.0.1:1) in shard <b>',
      {id: '<a>'},
    ],
    ["I'm a sub-replica! Reconfiguring myself as a replica of grandmaster <a> ()", {id: '<a>'}],
    [
      'Lost my last slot during slot migration. Reconfiguring myself as a replica of <a> () in shard <b>',
      {id: '<a>'},
    ],
    [
      'Lost my last slot during slot migration. Reconfiguring myself as a replica of <a> (127.0.0.1:1) in shard <b>',
      {id: '<a>'},
    ],
  ],
  replicaLost: [['Connection with replica 127.0.0.1:1 lost.', {port: 1}]],
  replicaOf: [
    ["REPLICAOF 127.0.0.1:1 enabled (user request from 'id=2 addr=127.0.0.1:3')", {port: 1}],
    ["REPLICAOF nowhere.invalid:1 enabled (user request from 'id=2 addr=127.0.0.1:3')", {port: 1}],
  ],
  replicaSilent: [['Disconnecting timedout replica (streaming sync): 127.0.0.1:1', {port: 1}]],
  started: [
    ['oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo', {}],
    ['oO0OoO0OoO0Oo Valkey is starting oO0OoO0OoO0Oo', {}],
  ],
  state: [
    ['Cluster state changed: fail', {state: 'fail'}],
    ['Cluster state changed: ok', {state: 'ok'}],
  ],
  stopped: [
    ['Redis is now ready to exit, bye bye...', {}],
    ['Sentinel is now ready to exit, bye bye...', {}],
    ['Valkey is now ready to exit, bye bye...', {}],
  ],
  suspected: [
    ['NODE <a> () possibly failing.', {about: '<a>'}],
    ['NODE <a> (127.0.0.1:1) possibly failing.', {about: '<a>'}],
  ],
  tookOver: [
    ['Taking over the master (user request).', {}],
    ["Taking over the primary (user request from 'id=1 addr=127.0.0.1:2').", {}],
  ],
  voteDenied: [
    [
      'Failover auth denied to <a> () for epoch 1: it is a primary node',
      {id: '<a>', epoch: 1, because: 'it is a primary node'},
    ],
    [
      'Failover auth denied to <a> () for epoch 1: its primary is up',
      {id: '<a>', epoch: 1, because: 'its primary is up'},
    ],
    ['Failover auth denied to <a> (): it is a master node', {id: '<a>', because: 'it is a master node'}],
    ['Failover auth denied to <a> (): its master is up', {id: '<a>', because: 'its master is up'}],
    [
      'Failover auth denied to <a> (127.0.0.1:1): already voted for epoch 2',
      {id: '<a>', because: 'already voted for epoch 2'},
    ],
    [
      'Failover auth denied to <a> (127.0.0.1:1): it is not safe to vote in this moment)',
      {id: '<a>', because: 'it is not safe to vote in this moment'},
    ],
    ['Failover auth denied to <a>: it is a master node', {id: '<a>', because: 'it is a master node'}],
  ],
  voted: [
    ['Failover auth granted to <a> () for epoch 1', {id: '<a>', epoch: 1}],
    ['Failover auth granted to <a> (127.0.0.1:1) for epoch 2', {id: '<a>', epoch: 2}],
    ['Failover auth granted to <a> (shop-1) for epoch 2', {id: '<a>', epoch: 2}],
    ['Failover auth granted to <a> for epoch 1', {id: '<a>', epoch: 1}],
  ],
  won: [
    ["Failover election won: I'm the new master.", {}],
    ["Failover election won: I'm the new primary.", {}],
  ],
}

/** How lines begin that say nothing for the timeline, by what they are about. */
const noMeaning: Readonly<Record<string, readonly string[]>> = {
  'a process starts, ends or breaks down: the keeper tells': [
    'Configuration loaded',
    'Running mode=',
    'Server initialized',
    'Ready to accept connections',
    'Redis version=',
    'Valkey version=',
    'monotonic clock:',
    'WARNING Memory overcommit',
    'WARNING: Changing databases number',
    'WARNING: Redis does not require authentication',
    'No cluster configuration found',
    'Node configuration loaded',
    'IP address for this node updated',
    "Static Module 'lua'",
    'Module lua unloaded',
    'User requested shutdown...',
    'Waiting for replicas before shutting down',
    'Lagging replica',
    '1 of 2 replicas are in sync when shutting down',
    'Shutdown manually aborted',
    'Calling fsync()',
    'Saving the cluster configuration file',
    'Guru Meditation:',
    '!!! Software Failure',
    '------------------------------------------------',
    'Out Of Memory allocating',
    'Short read or OOM loading DB',
    'Internal error in RDB',
    'CONFIG REWRITE executed',
    'Slow script detected',
  ],
  'files: RDB and AOF': [
    'BGSAVE done',
    'Background AOF rewrite',
    'Background append only file rewriting',
    'Background saving',
    'Creating AOF',
    'Opening AOF',
    'Removing the history file',
    'Successfully created the temporary AOF',
    'Successfully renamed the temporary AOF',
    'Reused RDB file from primary sync',
    'Killing running AOF rewrite child',
    'Killing running RDB child',
    'Append Only File loaded by DEBUG LOADAOF',
    'DB loaded from',
    'DB reloaded by DEBUG RELOAD',
    'DB saved on disk',
    'Done loading RDB',
    'Loading RDB produced by',
    'RDB age',
    'RDB is base AOF',
    'RDB memory usage',
    'RDB signature and version check passed',
    'Reading RDB base file',
    'Fork CoW for',
  ],
  'the steps of a synchronization, between its begin and its end': [
    'Background RDB transfer',
    'Background transfer error',
    'Before turning into a replica',
    "Can't attach the replica to the current BGSAVE",
    'Current BGSAVE has socket target',
    'Delay next BGSAVE',
    'Discarding previously cached',
    'Diskless rdb transfer',
    'Dual channel replication:',
    'Loading the RDB and finalizing',
    'MASTER <-> REPLICA sync',
    'PRIMARY <-> REPLICA sync',
    'Primary <-> REPLICA sync',
    'Master replied to PING',
    'Primary replied to PING',
    'Non blocking connect for SYNC',
    'No BGSAVE in progress',
    'Replica 127.0.0.1:1 asks for synchronization',
    'Replica 127.0.0.1:1 is capable of',
    'Replica 127.0.0.1:1 rdb channel disconnected',
    'Replica bio thread: Done',
    'Replica bio thread: Error',
    'Replica main thread',
    'Retrying with SYNC',
    'Starting BGSAVE for SYNC',
    'Starting to deliver RDB',
    'Starting to receive RDB',
    'Streamed RDB transfer',
    'Successfully streamed replication data',
    'Synchronization with replica',
    'Trying a partial resynchronization',
    'Waiting for end of BGSAVE',
    'REPLICAOF would result into synchronization',
    'Aborting rdb channel sync',
    'Connection with replica (rdbchannel)',
    'Connection with replica client id',
  ],
  'why an attempt to synchronize failed: src/model/explain/link-cause.ts reads it, the timeline has the link':
    [
      '(Non critical)',
      'MASTER aborted replication',
      'PRIMARY aborted replication',
      'Master did not respond',
      'Primary did not respond',
      'Master is currently unable to PSYNC',
      'Primary is currently unable to PSYNC',
      'Failed to read response',
      'Failed trying to load',
      'I/O error reading bulk count',
      'Sending command to primary',
      'Timeout connecting to the',
      'Unable to AUTH to',
      'Unable to connect to',
      'Unexpected reply to PSYNC',
      'syncWithPrimary()',
    ],
  'histories: INFO has them': [
    'Master replication ID changed',
    'Primary replication ID changed',
    'Replication backlog',
    'Setting secondary replication ID',
  ],
  'FAILOVER without a cluster: REPLICAOF and MASTER MODE follow': [
    'FAILOVER requested',
    'FAILOVER to',
    'Failover request received',
    'Failover target',
  ],
  'what snapshots show of a cluster: who knows whom, addresses, shards, slots, epochs': [
    'A failover occurred in shard',
    'Address updated for node',
    'Cluster forget',
    'Cluster meet',
    'Cluster reset',
    'Clusterbus handshake timeout',
    'Node hard reset',
    'Successfully completed handshake',
    'Assigning slot',
    'Migrating slot',
    'Importing slot',
    'Slot 1 is',
    'Slot range',
    'ConfigEpoch updated after importing',
    'configEpoch updated after importing',
    'configEpoch set to 1 via CLUSTER RESET',
    'Moving myself to a new shard',
    'Node <a> has old slots configuration',
    'Reconfiguring node',
    'Setting myself to primary in shard',
    'Shard id',
    'Mismatch in topology information',
    'PONG contains mismatching sender ID',
    'Freeing outbound link',
    'Ignore stale message',
    'Node <a> (',
  ],
  'what Sentinels find out, save, and do in small steps': [
    '+config-update-from',
    '+failover-end',
    '+failover-state',
    '+monitor',
    '-monitor',
    '+new-epoch',
    '+reboot',
    '+reset-master',
    '+sentinel',
    '+set ',
    '+slave',
    '-odown',
    '<a> voted for',
    'Next failover delay',
    'Sentinel ID is',
    'Sentinel new configuration saved',
  ],
  'details of an election or of a failed cluster, which other lines tell': [
    'Cluster is currently down',
    'Needed quorum',
    'This is the best ranked replica',
  ],
  'slots that move in one go: snapshots show them when they have moved': [
    'BGSAVE for slots snapshot',
    'Background trim started',
    'Beginning snapshot of slot migration',
    'CLUSTER SYNCSLOTS',
    'Canceled all in progress slot migrations',
    'Cleaning slot migration log',
    'Cleaning up slot migration',
    'Connecting slot migration',
    'Import task',
    'Migrate task',
    'New slot import job',
    'Pausing writes',
    'RDB channel',
    'Slot migration',
    'Source node replied',
    'Started child process',
    'Starting to stream accumulated buffer',
    'Successfully streamed accumulated buffer',
    'The applied offset lag',
  ],
  'clients, and other talk at the level verbose': [
    'Accepted 127.0.0.1',
    'Accepting cluster node connection',
    'Client closed connection',
    'Bound cluster node',
    'Reading from client',
  ],
}

const shapes = [...new Set(recordedServers.flatMap(recordedLog))].sort()
const beginnings = Object.values(noMeaning).flat()

test('The corpus has the logs of every server that the lab is tested with', () => {
  expect(recordedServers).toEqual([
    'redis-7.0.15',
    'redis-8.0.2',
    'redis-8.6.3',
    'valkey-8.0.1',
    'valkey-8.1.1',
    'valkey-9.1.2',
  ])
  for (const server of recordedServers) expect(recordedLog(server).length, server).toBeGreaterThan(150)
})

test('Every recorded line is read as what it says, or says nothing for the timeline', () => {
  const read = shapes.flatMap(shape => {
    const event = eventIn(shape)
    return event ? [`${shape} → ${JSON.stringify(event)}`] : []
  })
  const wanted = Object.entries(meanings).flatMap(([what, rows]) =>
    rows.map(([shape, values]) => `${shape} → ${JSON.stringify({what, ...values})}`),
  )
  expect(read.sort()).toEqual(wanted.sort())
  const unknown = shapes.filter(shape => !eventIn(shape) && !beginnings.some(one => shape.startsWith(one)))
  expect(unknown).toEqual([])
})

test('Nothing is listed as of no meaning that no server wrote', () => {
  expect(beginnings.filter(one => !shapes.some(shape => shape.startsWith(one) && !eventIn(shape)))).toEqual(
    [],
  )
})

/** The event with its ids as in the shape. */
function eventIn(shape: string): LogEvent | undefined {
  const event = parseLogLine(lineOfShape(shape))?.event
  return event && JSON.parse(JSON.stringify(event).replace(/([a-f])\1{39}/g, '<$1>'))
}
