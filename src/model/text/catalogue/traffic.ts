// The client at work.

export const trafficText = {
  'traffic.rate': {en: 'RATE is 1 to {most} a second.', zh: 'RATE 为每秒 1 到 {most} 次。'},
  'traffic.on': {
    en: 'A client now writes and reads the keys {first} to {last}, {rate} times a second. /traffic says how it fares, /traffic off stops it.',
    zh: '客户端开始读写键 {first} 到 {last}，每秒 {rate} 次。/traffic 查看情况，/traffic off 停止。',
  },
  'traffic.off': {
    en: 'The client has stopped: {ok} answered, {errors} {errors|error|errors}.',
    zh: '客户端已停止：成功 {ok} 次，出错 {errors} 次。',
  },
  'traffic.none': {
    en: 'No client is at work. /traffic on starts one.',
    zh: '当前没有客户端在运行。/traffic on 启动一个。',
  },
  'traffic.inStep': {
    en: 'Not while a step is open: what the client writes and reads would count as yours. /play first, then /traffic on; /done brings the step back.',
    zh: '步骤进行中不能启动：客户端的读写会被当成你的操作。请先输入 /play，再 /traffic on；/done 回到本步骤。',
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
    en: 'Of {of} acknowledged {of|write|writes} {writes} {writes|is|are} gone.',
    zh: '已确认的 {of} 次写入中，有 {writes} 次丢失了。',
  },
  'traffic.kept': {
    en: 'None of the {of} acknowledged {of|write|writes} is gone.',
    zh: '已确认的 {of} 次写入没有一次丢失。',
  },
  'traffic.checked': {
    en: 'Roles or slots have changed, so the client has read back what it wrote. {result}',
    zh: '节点的角色或槽位有变化，客户端重新读取了已写入的内容。{result}',
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
