// Moving through the lessons.

export const moveText = {
  'move.noLesson': {
    en: 'No lesson is open. Type /help to see the commands.',
    zh: '当前没有打开课程。输入 /help 查看可用命令。',
  },
  'move.lesson': {en: 'Lesson {lesson}: {title}', zh: '课程 {lesson}：{title}'},
  'move.standalone': {
    en: 'The nodes are new, without cluster mode.',
    zh: '已换上新的节点，未启用集群模式。',
  },
  'move.cluster': {
    en: 'The nodes are new and form a cluster.',
    zh: '已换上新的节点，组成一个集群。',
  },
  'move.bare': {
    en: 'The nodes are new, in cluster mode.',
    zh: '已换上新的节点，启用了集群模式。',
  },
  'move.sentinel': {
    en: 'The nodes are new: a master with two replicas, watched by three Sentinels.',
    zh: '已换上新的节点：一个主节点和两个从节点，由三个哨兵（Sentinel）监控。',
  },
  'move.passedOver': {
    en: 'Step {n} ({title}) needs {needed}; these nodes are {server}. The lab passes over it.',
    zh: '第 {n} 步（{title}）需要 {needed}；当前节点是 {server}，已跳过这一步。',
  },
  'move.firstStep': {
    en: 'This is the first step. To restore its start: /reset.',
    zh: '这是第一步。执行 /reset 可恢复它的起始状态。',
  },
  'move.rebuilt': {
    en: 'New nodes, at the start of the step; the old nodes and their data are gone.',
    zh: '已换上新的节点，回到步骤的起点；旧节点及其数据已清除。',
  },
  'move.setUpAgain': {
    en: 'The nodes did not reach the start of this step in time. The lab starts new ones and sets them up once more.',
    zh: '节点未能及时到达本步骤的起始状态。正在启动新的节点，并重新准备一次。',
  },
  'move.free': {
    en: 'Free play: do what you like, nothing is checked here. To restore the start of this step: /done.',
    zh: '自由练习：可以随意操作，不检查结果。执行 /done 恢复本步骤的起始状态。',
  },
  'move.freeNow': {
    en: 'There are no hints in free play. To go back to the start of the step: /done.',
    zh: '自由练习中没有提示。执行 /done 恢复步骤的起始状态。',
  },
  'move.waits': {
    en: 'No hint yet: this step waits. {because}. /reset brings it to its start.',
    zh: '还没有提示：本步骤正在等待（{because}）。/reset 可恢复本步骤的起始状态。',
  },
  'move.questionsFirst': {
    en: 'Questions first: type the number of your answer, or /next to skip them.',
    zh: '请先回答问题：输入答案的编号，或用 /next 跳过。',
  },
  'move.notFree': {
    en: 'Free play is not on. To begin it: /play.',
    zh: '当前不在自由练习中。执行 /play 开始。',
  },
  'move.nothingWrong': {
    en: 'Nothing to review: no question was answered wrongly or left out.',
    zh: '没有需要复习的题：没有答错的，也没有未作答的。',
  },
  'move.predicted': {en: 'Noted. Now see what really happens.', zh: '已记下。现在看看实际会发生什么。'},
  'move.lastStep': {
    en: 'That was the last step of the last lesson. /summary shows what you did and what is next, /quit leaves.',
    zh: '这是最后一课的最后一步。/summary 显示小结，/quit 退出。',
  },
} as const
