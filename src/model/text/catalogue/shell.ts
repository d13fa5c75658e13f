// Lines from a shell, typed at the prompt.

export const shellText = {
  'shell.became': {en: '→ {line}', zh: '→ {line}'},
  'shell.followed': {
    en: '→ {line} · with -c: redirects are followed, for this one command',
    zh: '→ {line} · 因为有 -c：仅这一条命令跟随重定向',
  },
  'shell.option': {
    en: 'Of the options of redis-cli this prompt knows -h, -p, -c, --cluster check and --cluster info, not {option}. In a second terminal all work: redis-cli -p {port} …; `doctor` says how redis-cli is called here.',
    zh: '此提示符只支持 redis-cli 的 -h、-p、-c、--cluster check 和 --cluster info，不支持 {option}。其他选项可在另一个终端使用：redis-cli -p {port} ……；本机如何调用 redis-cli，见 `doctor`。',
  },
  'shell.host': {
    en: 'The nodes of the lab are on this computer only: -h 127.0.0.1, or no -h at all. {host} is somewhere else.',
    zh: '实验室的节点只在本机：用 -h 127.0.0.1，或不写 -h。{host} 是别处。',
  },
  'shell.stranger': {
    en: '{typed} is neither a port nor a pid of the six nodes. Nothing else on this computer is touched.',
    zh: '{typed} 不是六个节点的端口或 pid。实验室不会触碰本机的其他进程。',
  },
  'shell.signal': {
    en: 'kill knows -9 (KILL), -15 (TERM), -STOP and -CONT here, not {signal}.',
    zh: '这里的 kill 支持 -9（KILL）、-15（TERM）、-STOP 和 -CONT，不支持 {signal}。',
  },
  'shell.kill': {
    en: 'Type it as kill -9 {port}; the pid of a node will do, too.',
    zh: '用法：kill -9 {port}；也可以用节点的 pid。',
  },
  'shell.server': {
    en: 'A node is started from its own file, without more options: redis-server {port}/redis.conf',
    zh: '节点从自己的配置文件启动，不带其他选项：redis-server {port}/redis.conf',
  },
  'shell.create': {
    en: 'redis-cli --cluster create became the stage here: `sandbox` has a cluster that is ready. To join nodes by hand, as it does: sandbox --stage bare, then CLUSTER ADDSLOTSRANGE, CLUSTER MEET and CLUSTER REPLICATE.',
    zh: '这里用环境代替 redis-cli --cluster create：`sandbox` 中的集群已经建好。若想像它那样手动组建：sandbox --stage bare，然后 CLUSTER ADDSLOTSRANGE、CLUSTER MEET、CLUSTER REPLICATE。',
  },
  'shell.cluster': {
    en: 'Of --cluster this prompt knows check and info: redis-cli --cluster check 127.0.0.1:{port}. The others ask and move things: run them in a second terminal; `doctor` says how redis-cli is called here.',
    zh: '此提示符只支持 --cluster 的 check 和 info：redis-cli --cluster check 127.0.0.1:{port}。其他命令会提问并改动数据，请在另一个终端运行；本机如何调用 redis-cli，见 `doctor`。',
  },
  'shell.noCli': {
    en: 'There is no redis-cli beside {server}, nor on the PATH.',
    zh: '{server} 旁边和 PATH 中都没有 redis-cli。',
  },
  'shell.late': {
    en: 'redis-cli was ended after {seconds} s: it waits for a node that does not answer.',
    zh: 'redis-cli 在 {seconds} 秒后被终止：它在等待一个没有应答的节点。',
  },
  'shell.cancelled': {en: 'redis-cli was ended.', zh: 'redis-cli 已被终止。'},
  'shell.exit': {en: 'redis-cli ended with exit code {code}.', zh: 'redis-cli 的退出码是 {code}。'},
} as const
