// The words of the site, and which recordings play on it.

import type {Translations} from '../src/model/text/fill.ts'

type Recording = Readonly<{name: string; title: Translations; about: Translations}>

function say(en: string, zh: string): Translations {
  return {en, zh}
}

export const recordings = [
  {
    name: 'failover',
    title: say('A master dies under load', '有负载时主节点宕机'),
    about: say(
      '6381 is killed while a client writes 50 times a second. The others suspect it, a majority marks it as failed, and its replica 6481 is elected. Later 6381 comes back as a replica.',
      '客户端每秒写入 50 次时，6381 被杀死。其他节点先怀疑它，多数主节点把它标记为 fail，它的从节点 6481 当选。之后 6381 作为从节点回归。',
    ),
  },
  {
    name: 'switchover',
    title: say('A planned switch: CLUSTER FAILOVER', '计划内切换：CLUSTER FAILOVER'),
    about: say(
      'The replica 6480 asks to take over from 6380, which is alive. The master pauses its clients until the replica has everything: no acknowledged write is lost.',
      '从节点 6480 请求接替仍在运行的 6380。主节点先暂停客户端，直到从节点追上：已确认的写入不会丢失。',
    ),
  },
  {
    name: 'sentinel',
    title: say('Sentinels replace a master', '哨兵替换主节点'),
    about: say(
      'No cluster: a master, two replicas, and three Sentinels that watch them. The master is killed; the Sentinels agree, one of them leads, and clients ask a Sentinel for the new address.',
      '没有集群：一个主节点、两个从节点，由三个哨兵监视。主节点被杀死后，哨兵达成一致，由其中一个主持故障转移，客户端向哨兵查询新地址。',
    ),
  },
] as const satisfies readonly Recording[]

export const siteWords = {
  title: say(
    'redis-cluster-lab: learn Redis Cluster by breaking it',
    'redis-cluster-lab：在破坏中学习 Redis Cluster',
  ),
  headline: say('Learn Redis Cluster by breaking it', '在破坏中学习 Redis Cluster'),
  lead: say(
    'One command starts six real redis-servers on your computer, with lessons in your terminal and a live panel of what every node reports. You type real commands, kill real nodes, and see what the cluster does. Nothing is simulated.',
    '一条命令在你的电脑上启动六个真实的 redis-server，终端中有课程，还有实时面板显示每个节点报告的内容。输入真实的命令，杀死真实的节点，看集群怎样应对。没有任何模拟。',
  ),
  needs: say(
    'Linux, macOS, or Windows with WSL; Node 22.18 or newer. On Debian and Ubuntu, Redis is fetched if you have none. Your own Redis is left alone, and everything is removed when you leave.',
    '需要 Linux、macOS 或带 WSL 的 Windows，以及 Node 22.18 或更新版本。在 Debian 和 Ubuntu 上，没有 Redis 时会自动下载。不会触碰你自己的 Redis，退出时清除一切。',
  ),
  play: say('Three failovers, as they happened', '三次真实的故障转移'),
  playAbout: say(
    'Recorded by the lab, played in this page. Space plays and pauses, ← and → go from change to change.',
    '由实验室录制，在本页播放。空格播放或暂停，← → 逐个查看变化。',
  ),
  open: say('Open on a page of its own', '在单独的页面中打开'),
  lessons: say('The lessons', '课程'),
  lessonsAbout: say(
    'Every lesson is verified on real nodes, for Redis 7.0 to 8.6 and Valkey 8.0 to 9.1.',
    '每门课程都在真实节点上验证过：Redis 7.0 到 8.6，Valkey 8.0 到 9.1。',
  ),
  steps: say('steps', '步'),
  teach: say('Teach with it', '用它教学'),
  teachAbout: say(
    'Open a room on your computer; everybody runs a lab of their own. You see who needs help. No cloud, no account.',
    '在你的电脑上开设房间，每位学员运行自己的实验室，你能看到谁需要帮助。不需要云服务，也不需要账号。',
  ),
  guide: say('The guide for teachers', '教师指南'),
  picture: say(
    'The lab: the lesson, six nodes, and the replies. 6381 was killed; its replica 6481 took over its slots.',
    '实验室界面：课程、六个节点和返回内容。6381 被杀死，它的从节点 6481 接管了它的槽。',
  ),
  private: say(
    'This site and the lab send nothing anywhere: no cookies, no telemetry.',
    '本站和实验室都不发送任何数据：没有 cookie，没有遥测。',
  ),
  home: say('Home', '首页'),
} as const satisfies Readonly<Record<string, Translations>>
