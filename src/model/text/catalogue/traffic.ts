// The client at work.

export const trafficText = {
  'traffic.rate': {en: 'RATE must be 1 to {most} a second.', zh: '速率应为每秒 1 到 {most} 次。'},
  'traffic.on': {
    en: 'A client now writes and reads the keys {first} to {last}, {rate} times a second. /traffic shows the results, /traffic off stops it.',
    zh: '客户端开始读写键 {first} 到 {last}，每秒 {rate} 次。/traffic 查看结果，/traffic off 停止。',
  },
  'traffic.off': {
    en: 'The client has stopped: {ok} answered, {errors} {errors|error|errors}.',
    zh: '客户端已停止：成功 {ok} 次，出错 {errors} 次。',
  },
  'traffic.none': {
    en: 'No client is running. To start one: /traffic on.',
    zh: '当前没有客户端在运行。执行 /traffic on 启动一个。',
  },
  'traffic.inStep': {
    en: "Not during a step: the client's reads and writes would count as yours. Type /play, then /traffic on; /done returns to the step.",
    zh: '步骤进行中不能启动：客户端的读写会被当成你的操作。请先执行 /play，再执行 /traffic on；/done 返回本步骤。',
  },
  'traffic.atWork': {en: 'Traffic: {rate} a second.', zh: '流量：每秒 {rate} 次。'},
  'traffic.stopped': {en: 'Traffic: stopped.', zh: '流量：已停止。'},
  'traffic.totals': {
    en: '{ok} answered, {acknowledged} of them writes; {errors} {errors|error|errors}, {redirects} {redirects|redirect|redirects}, {retries} {retries|retry|retries}, {waiting} waiting.',
    zh: '成功 {ok} 次，其中写入 {acknowledged} 次；出错 {errors} 次，重定向 {redirects} 次，重试 {retries} 次，等待中 {waiting} 个。',
  },
  'traffic.errors': {en: 'Errors: {errors}.', zh: '错误：{errors}。'},
  'traffic.lastError': {en: 'Last error: {error}', zh: '最近的错误：{error}'},
  'traffic.lost': {
    en: 'Lost {writes} of the {of} {of|write|writes} acknowledged until the last check.',
    zh: '截至上次检查已确认的 {of} 次写入中，丢失了 {writes} 次。',
  },
  'traffic.kept': {
    en: 'None of the {of} {of|write|writes} acknowledged until the last check was lost.',
    zh: '截至上次检查已确认的 {of} 次写入均未丢失。',
  },
  'traffic.checked': {
    en: 'Roles or slots have changed, so the client read back what it wrote. {result}',
    zh: '节点的角色或槽有变化，客户端重新读取了已写入的内容。{result}',
  },
  'traffic.checkedOften': {
    en: 'Roles or slots have changed {count} times, so each time the client read back what it wrote. {result}',
    zh: '节点的角色或槽变化了 {count} 次，客户端每次都重新读取了已写入的内容。{result}',
  },
  'traffic.answered': {en: 'answered', zh: '成功'},
  'traffic.failed': {en: 'errors', zh: '出错'},
  'traffic.latency': {en: 'latency', zh: '延迟'},
  'traffic.perSecond': {en: '{n}/s', zh: '{n} 次/秒'},
  'traffic.within': {en: '95% in {p95} ms', zh: '95% 在 {p95} 毫秒内'},
  'traffic.name': {en: 'traffic', zh: '流量'},
  'traffic.okShort': {en: '{ok} answered', zh: '成功 {ok}'},
  'traffic.errorsShort': {en: '{errors} {errors|error|errors}', zh: '出错 {errors}'},
  'traffic.lostShort': {en: 'lost: {writes} of {of}', zh: '丢失：{writes}/{of}'},
} as const
