// Why a command has no reply, and what its connection lost.

export const outcomeText = {
  'outcome.transactionLost': {
    en: 'The MULTI on {port} is gone with its connection; no queued command was run. Start over with MULTI.',
    zh: '{port} 上的 MULTI 随连接一起消失，排队的命令都没有执行。请重新执行 MULTI。',
  },
  'outcome.refused': {
    en: 'Could not connect to Redis at 127.0.0.1:{port}: Connection refused',
    zh: 'Could not connect to Redis at 127.0.0.1:{port}: Connection refused（连接被拒绝）',
  },
  'outcome.closed': {
    en: 'Error: Server closed the connection',
    zh: 'Error: Server closed the connection（服务器关闭了连接）',
  },
  'outcome.cancelled': {
    en: 'Canceled after {seconds} s; {port} did not reply. The connection was closed; the next command opens a new one.',
    zh: '已在 {seconds} 秒后取消；{port} 一直没有响应。连接已断开，下一条命令会重新连接。',
  },
  'outcome.left': {
    en: 'Left.',
    zh: '已退出。',
  },
  'outcome.protocol': {
    en: '{port} sent something that is not the Redis protocol: {what}',
    zh: '{port} 发来的内容不符合 Redis 协议：{what}',
  },
  'outcome.notRunning': {
    en: '{port} is not running. To start it: /start {port}.',
    zh: '{port} 没有运行。执行 /start {port} 启动它。',
  },
  'outcome.runsAlready': {
    en: '{port} is already running (pid {pid}).',
    zh: '{port} 已在运行（pid {pid}）。',
  },
  'outcome.startPaused': {
    en: '{port} is paused, not stopped. To resume it: /resume {port}.',
    zh: '{port} 处于暂停状态，没有停止。执行 /resume {port} 恢复。',
  },
  'outcome.pausedAlready': {
    en: '{port} is already paused. To resume it: /resume {port}.',
    zh: '{port} 已经处于暂停状态。执行 /resume {port} 恢复。',
  },
  'outcome.notPaused': {
    en: '{port} is not paused.',
    zh: '{port} 没有被暂停。',
  },
  'outcome.startFailed': {
    en: '{port} did not start: {last}',
    zh: '{port} 未能启动：{last}',
  },
} as const
