// Moving through the lessons.

export const moveText = {
  'move.noLesson': {
    en: 'No lesson is open here. /help lists what there is.',
    zh: '当前没有打开课程。输入 /help 查看可用命令。',
  },
  'move.firstStep': {
    en: 'This is the first step. /reset brings its start back.',
    zh: '这是第一步。/reset 可恢复它的起始状态。',
  },
  'move.rebuilt': {
    en: "New nodes, at the step's start; what was on the old ones is gone.",
    zh: '已换上新的节点，回到步骤的起点；旧节点上的内容已不在。',
  },
  'move.free': {
    en: 'Free play: do what you like, nothing is judged. /done brings the start of this step back.',
    zh: '自由练习：可以随意操作，不作判定。/done 恢复本步骤的起始状态。',
  },
  'move.freeNow': {
    en: 'In free play there is nothing to hint at. /done brings the start of the step back.',
    zh: '自由练习中没有提示。/done 恢复步骤的起始状态。',
  },
  'move.questionsFirst': {
    en: 'First the questions: type the number of your answer, or /next to go on without them.',
    zh: '请先回答问题：输入答案的编号，或用 /next 跳过。',
  },
  'move.notFree': {
    en: 'No free play is on; /play begins it.',
    zh: '当前不在自由练习中；/play 开始自由练习。',
  },
  'move.nothingWrong': {
    en: 'Nothing to review: no question is answered wrongly.',
    zh: '没有需要复习的问题：没有答错的题。',
  },
  'move.predicted': {en: 'Noted. Now see what really comes.', zh: '已记下。现在看看实际会发生什么。'},
  'move.lastStep': {
    en: 'That was the last step of the last lesson. /back goes back, /quit leaves.',
    zh: '这是最后一课的最后一步。/back 返回，/quit 退出。',
  },
} as const
