// The closing page.

export const summaryText = {
  'summary.title': {en: 'What you did, and what is next', zh: '小结：你做了什么，接下来做什么'},
  'summary.did': {en: 'What you did', zh: '完成情况'},
  'summary.otherwise': {en: 'Questions that you answered otherwise', zh: '答错的题'},
  'summary.notAnswered': {en: 'You did not answer these questions', zh: '未作答的问题'},
  'summary.next': {en: 'What to do next', zh: '接下来'},
  'summary.ideas': {en: 'Find out in the sandbox', zh: '可以在自由练习中验证'},
  'summary.incident': {
    en: '{title}: solved, best time {best}; the last time {failed} {failed|request|requests} failed, trouble for {time}',
    zh: '{title}：已解决，最快用时 {best}；最近一次 {failed} 个请求失败，受影响 {time}',
  },
  'summary.incidentLost': {
    en: '{title}: solved, best time {best}; the last time {failed} {failed|request|requests} failed, trouble for {time}, {lost} acknowledged {lost|write|writes} lost',
    zh: '{title}：已解决，最快用时 {best}；最近一次 {failed} 个请求失败，受影响 {time}，丢失 {lost} 次已确认的写入',
  },
  'summary.incidentUnnoticed': {
    en: '{title}: solved, best time {best}; the last time no request failed',
    zh: '{title}：已解决，最快用时 {best}；最近一次没有请求失败',
  },
  'summary.incidentShown': {en: '{title}: shown by `/solve`', zh: '{title}：由 `/solve` 演示'},
  'summary.chosen': {en: 'your answer: {chosen}', zh: '你的答案：{chosen}'},
  'summary.right': {en: 'right: {answer}', zh: '正确答案：{answer}'},
  'summary.left': {
    en: '{n} {n|step is|steps are} left. `{line}` opens the first: {title}.',
    zh: '还有 {n} 步没有完成。`{line}` 从第一个开始：{title}。',
  },
  'summary.unplayed': {
    en: 'Not begun yet: {lessons}. `/lessons` lists every step.',
    zh: '还没有开始的课程：{lessons}。`/lessons` 列出所有步骤。',
  },
  'summary.review': {
    en: '`/review` asks {n} {n|question|questions} again: those answered wrongly or not at all. It is worth more tomorrow, once you no longer have the answers above in mind.',
    zh: '`/review` 会再问 {n} 题：答错的和未作答的。过一天再做更有效，那时已不记得上面的答案。',
  },
  'summary.solved': {
    en: 'The lab solved {n} {n|step|steps} for you. Try to pass {n|it|them} yourself, beginning with "{first}".',
    zh: '有 {n} 步由实验室演示。自己再做一遍，先从“{first}”开始。',
  },
  'summary.report': {
    en: '`npm start -- report FILE` writes everything that you did and answered to a file; once installed: `redis-cluster-lab report FILE`.',
    zh: '`npm start -- report 文件` 把你做过的和答过的全部写入文件；已安装时用 `redis-cluster-lab report 文件`。',
  },
  'summary.sandbox': {
    en: '`npm start -- sandbox --stage cluster` starts six nodes without a lesson; other stages are `standalone`, `bare` and `sentinel`.',
    zh: '`npm start -- sandbox --stage cluster` 启动六个节点，没有课程任务；其他环境是 `standalone`、`bare` 和 `sentinel`。',
  },
  'summary.ideaCreate': {
    en: 'Stage `bare`: join the nodes with `{redis-cli} --cluster create … --cluster-replicas 1`. Which replica gets which master?',
    zh: '`bare` 环境：用 `{redis-cli} --cluster create … --cluster-replicas 1` 组成集群。哪个从节点会分给哪个主节点？',
  },
  'summary.ideaTraffic': {
    en: 'Stage `cluster`: `/traffic on`, then kill a master. How long do writes fail, and are writes lost that were answered with `OK`?',
    zh: '`cluster` 环境：先 `/traffic on`，再杀死一个主节点。写入会失败多久？已返回 `OK` 的写入会不会丢失？',
  },
  'summary.ideaEmpty': {
    en: 'Stage `standalone`: give a master a replica and a key, then `CONFIG SET appendonly no` and `CONFIG REWRITE`, so that it saves nothing to disk. Kill it and start it again at once. What does its replica hold then?',
    zh: '`standalone` 环境：给主节点一个从节点和一个键，再执行 `CONFIG SET appendonly no` 和 `CONFIG REWRITE`，让它不再存盘。杀死它并立即重新启动。之后从节点里还有什么？',
  },
  'summary.ideaPause': {
    en: 'Stage `cluster`: `/pause` a master instead of killing it, wait until a replica took over, then `/resume` it. Which of the two is the master?',
    zh: '`cluster` 环境：不要杀死主节点，而是用 `/pause` 暂停它，等从节点接管后再 `/resume`。两者中谁是主节点？',
  },
} as const
