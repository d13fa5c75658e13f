// What each field of INFO replication means.

export const infoFieldsText = {
  'info-fields.role': {
    en: "slave is Redis's older word for replica",
    zh: 'slave 即从节点（Redis 在此沿用旧称）',
  },
  'info-fields.master_host': {en: 'the host of the node that this node replicates', zh: '所复制节点的主机'},
  'info-fields.master_port': {en: 'the port of the node that this node replicates', zh: '所复制节点的端口'},
  'info-fields.master_link_status': {
    en: 'up: receiving the stream; down: cut, or syncing',
    zh: 'up：正在接收数据流；down：已断开，或仍在同步',
  },
  'info-fields.master_last_io_seconds_ago': {
    en: 'seconds since the master last sent something',
    zh: '距上次收到主节点数据的秒数',
  },
  'info-fields.master_sync_in_progress': {
    en: '1 during a full resynchronization',
    zh: '1 表示正在进行全量同步',
  },
  'info-fields.master_sync_total_bytes': {
    en: 'size of the full copy; 0 or -1 if not known',
    zh: '全量数据的大小；0 或 -1 表示未知',
  },
  'info-fields.master_sync_read_bytes': {en: 'bytes of it received so far', zh: '已接收的字节数'},
  'info-fields.master_sync_left_bytes': {en: 'bytes of it still missing', zh: '尚未接收的字节数'},
  'info-fields.master_sync_perc': {en: 'percent of it received', zh: '已接收的百分比'},
  'info-fields.master_sync_last_io_seconds_ago': {
    en: 'seconds since its last part arrived',
    zh: '距上次收到全量数据的秒数',
  },
  'info-fields.master_link_down_since_seconds': {
    en: 'seconds since the link broke; -1: it was never up',
    zh: '连接断开的秒数；-1 表示从未连上',
  },
  'info-fields.slave_read_repl_offset': {
    en: 'bytes of the history read from the master',
    zh: '已从主节点读取到的复制偏移量',
  },
  'info-fields.slave_repl_offset': {
    en: 'bytes of the history applied to the data',
    zh: '已应用到数据的复制偏移量',
  },
  'info-fields.slave_priority': {
    en: 'for Sentinel: the lowest is promoted first, 0 never',
    zh: '供哨兵使用：越小越优先晋升，0 表示永不晋升',
  },
  'info-fields.slave_read_only': {
    en: '1: clients cannot write here',
    zh: '1 表示客户端不能写入',
  },
  'info-fields.replica_announced': {
    en: 'for Sentinel: 1 if it is announced',
    zh: '供哨兵使用：1 表示对外公布',
  },
  'info-fields.connected_slaves': {
    en: 'replicas of this node, including syncing ones',
    zh: '本节点的从节点数，包括正在同步的',
  },
  'info-fields.min_slaves_good_slaves': {
    en: 'good replicas for min-replicas-to-write',
    zh: 'min-replicas-to-write 所计的合格从节点数',
  },
  'info-fields.slaveN': {
    en: 'a replica; state=online once it is synchronized',
    zh: '一个从节点；同步完成后 state=online',
  },
  'info-fields.master_failover_state': {
    en: 'of the command FAILOVER, not of a cluster failover',
    zh: 'FAILOVER 命令的状态，与集群故障转移无关',
  },
  'info-fields.master_replid': {
    en: 'id of the history here; a new master starts its own',
    zh: '当前复制历史的 ID；新主节点会开始新的历史',
  },
  'info-fields.master_replid2': {
    en: 'id of the history before this one',
    zh: '上一段复制历史的 ID',
  },
  'info-fields.master_repl_offset': {
    en: 'offset that the history has reached on this node',
    zh: '本节点的历史到达的偏移量',
  },
  'info-fields.second_repl_offset': {
    en: 'first byte not of the history before; -1: none',
    zh: '不再属于上一段历史的第一个字节；-1 表示没有',
  },
  'info-fields.repl_backlog_active': {
    en: '1: recent history is kept for returning replicas',
    zh: '1 表示保留最近的历史，供断线的从节点续传',
  },
  'info-fields.repl_backlog_size': {
    en: 'bytes of it kept at least (repl-backlog-size)',
    zh: '积压缓冲区至少保留的字节数（repl-backlog-size）',
  },
  'info-fields.repl_backlog_first_byte_offset': {
    en: 'the oldest offset kept; older needs a full copy',
    zh: '保留的最早偏移量；更早的需要全量同步',
  },
  'info-fields.repl_backlog_histlen': {en: 'bytes kept now', zh: '当前保留的字节数'},
  'info-fields.replica_full_sync_buffer_size': {
    en: 'bytes of writes held back until the RDB is loaded',
    zh: '加载 RDB 期间暂存的写入字节数',
  },
  'info-fields.replica_full_sync_buffer_peak': {
    en: 'the most bytes it has held back so far',
    zh: '暂存写入的字节数峰值',
  },
  'info-fields.replicas_repl_buffer_size': {
    en: 'bytes of writes held back until the RDB is loaded',
    zh: '加载 RDB 期间暂存的写入字节数',
  },
  'info-fields.replicas_repl_buffer_peak': {
    en: 'the most bytes it has held back so far',
    zh: '暂存写入的字节数峰值',
  },
  'info-fields.replicas_waiting_psync': {
    en: 'replicas that get the RDB on a second connection',
    zh: '正在通过第二个连接接收 RDB 的从节点数',
  },
  'info-fields.master_current_sync_attempts': {
    en: 'attempts to connect since the link was lost',
    zh: '断开后已尝试连接的次数',
  },
  'info-fields.master_total_sync_attempts': {
    en: 'attempts to connect since the start',
    zh: '启动以来尝试连接的次数',
  },
  'info-fields.master_link_up_since_seconds': {
    en: 'seconds since the link came up; -1: it is down',
    zh: '连接建立的秒数；-1 表示未连接',
  },
  'info-fields.master_client_io_thread': {
    en: 'I/O thread that serves the link; 0: the main one',
    zh: '处理该连接的 I/O 线程；0 表示主线程',
  },
  'info-fields.total_disconnect_time_sec': {
    en: 'seconds without a link since the start, added up',
    zh: '启动以来断开的总秒数',
  },
} as const
