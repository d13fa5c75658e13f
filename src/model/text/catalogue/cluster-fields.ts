// What each field of CLUSTER INFO means.

export const clusterFieldsText = {
  'cluster-fields.cluster_state': {
    en: 'ok: this node serves its slots; fail: it serves none',
    zh: 'ok：本节点负责的槽可用；fail：全部不可用',
  },
  'cluster-fields.cluster_slots_assigned': {
    en: 'slots with an owner, of 16384',
    zh: '16384 个槽中已有负责者的个数',
  },
  'cluster-fields.cluster_slots_ok': {
    en: 'slots whose owner is neither fail? nor fail',
    zh: '负责者既非 fail? 也非 fail 的槽数',
  },
  'cluster-fields.cluster_slots_pfail': {
    en: 'slots whose owner this node suspects (fail?)',
    zh: '负责者被本节点怀疑（fail?）的槽数',
  },
  'cluster-fields.cluster_slots_fail': {
    en: 'slots whose owner is marked fail',
    zh: '负责者被标记为 fail 的槽数',
  },
  'cluster-fields.cluster_nodes_pfail': {
    en: 'nodes that this node suspects (fail?)',
    zh: '被本节点怀疑的节点数（fail?）',
  },
  'cluster-fields.cluster_nodes_fail': {en: 'nodes marked fail', zh: '被标记为 fail 的节点数'},
  'cluster-fields.cluster_voting_nodes_pfail': {
    en: 'masters with slots that this node suspects (fail?)',
    zh: '被本节点怀疑的、负责槽的主节点数（fail?）',
  },
  'cluster-fields.cluster_voting_nodes_fail': {
    en: 'masters with slots that are marked fail',
    zh: '被标记为 fail 的、负责槽的主节点数',
  },
  'cluster-fields.cluster_known_nodes': {
    en: 'nodes that this node knows, itself included',
    zh: '本节点认识的节点数，包括自己',
  },
  'cluster-fields.cluster_size': {en: 'masters that serve slots', zh: '负责槽的主节点数'},
  'cluster-fields.cluster_current_epoch': {
    en: 'the highest epoch that this node has heard of',
    zh: '本节点听说过的最大纪元',
  },
  'cluster-fields.cluster_my_epoch': {
    en: 'config epoch of this node, or of its master',
    zh: '本节点（从节点则为其主节点）的配置纪元',
  },
  'cluster-fields.cluster_stats_messages': {
    en: 'messages of this kind on the bus since the start',
    zh: '启动以来集群总线上这类消息的条数',
  },
  'cluster-fields.cluster_stats_bytes': {
    en: 'bytes on the cluster bus since the start',
    zh: '启动以来集群总线上的字节数',
  },
  'cluster-fields.cluster_stats_pubsub_bytes': {
    en: 'bytes of published messages among them',
    zh: '其中发布订阅消息的字节数',
  },
  'cluster-fields.cluster_stats_module_bytes': {
    en: 'bytes of messages of modules among them',
    zh: '其中模块消息的字节数',
  },
  'cluster-fields.total_cluster_links_buffer_limit_exceeded': {
    en: 'bus links cut at cluster-link-sendbuf-limit',
    zh: '因超过 cluster-link-sendbuf-limit 而断开的总线连接数',
  },
  'cluster-fields.cluster_slot_migration_active_tasks': {
    en: 'slot migrations under way (CLUSTER MIGRATION)',
    zh: '正在进行的槽迁移数（CLUSTER MIGRATION）',
  },
  'cluster-fields.cluster_slot_migration_active_trim_running': {
    en: 'deletions of moved keys, running or waiting',
    zh: '正在进行或等待的清理任务数（删除已迁走的键）',
  },
  'cluster-fields.cluster_slot_migration_active_trim_current_job_keys': {
    en: 'keys that the running deletion is to delete',
    zh: '当前清理任务要删除的键数',
  },
  'cluster-fields.cluster_slot_migration_active_trim_current_job_trimmed': {
    en: 'keys that it has deleted so far',
    zh: '当前清理任务已删除的键数',
  },
  'cluster-fields.cluster_slot_migration_stats_active_trim_started': {
    en: 'such deletions begun since the start',
    zh: '启动以来开始的清理任务数',
  },
  'cluster-fields.cluster_slot_migration_stats_active_trim_completed': {
    en: 'such deletions completed since the start',
    zh: '启动以来完成的清理任务数',
  },
  'cluster-fields.cluster_slot_migration_stats_active_trim_cancelled': {
    en: 'such deletions canceled since the start',
    zh: '启动以来取消的清理任务数',
  },
} as const
