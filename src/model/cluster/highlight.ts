// What a step may highlight: fields of INFO replication by name, and groups of fields by their common beginning.

export const highlights = [
  'role',
  'master_host',
  'master_port',
  'master_link_status',
  'master_last_io_seconds_ago',
  'master_sync_in_progress',
  'master_sync_total_bytes',
  'master_sync_read_bytes',
  'master_sync_left_bytes',
  'master_sync_perc',
  'master_sync_last_io_seconds_ago',
  'master_link_down_since_seconds',
  'slave_read_repl_offset',
  'slave_repl_offset',
  'slave_priority',
  'slave_read_only',
  'replica_announced',
  'connected_slaves',
  'min_slaves_good_slaves',
  'master_failover_state',
  'master_replid',
  'master_replid2',
  'master_repl_offset',
  'second_repl_offset',
  'repl_backlog_active',
  'repl_backlog_size',
  'repl_backlog_first_byte_offset',
  'repl_backlog_histlen',
  'replica_full_sync_buffer_size',
  'replica_full_sync_buffer_peak',
  'replicas_repl_buffer_size',
  'replicas_repl_buffer_peak',
  'replicas_waiting_psync',
  'master_current_sync_attempts',
  'master_total_sync_attempts',
  'master_link_up_since_seconds',
  'master_client_io_thread',
  'total_disconnect_time_sec',
  // The rows of the replicas: slave0, slave1 …
  'slave',
  'repl_backlog',
] as const

export type Highlight = (typeof highlights)[number]

export function isHighlight(text: string): text is Highlight {
  return highlights.some(one => one === text)
}
