// The report on progress.

export const reportText = {
  'report.title': {en: 'redis-cluster-lab: learning report', zh: 'redis-cluster-lab 学习报告'},
  'report.written': {en: 'Written on {when}.', zh: '生成于 {when}。'},
  'report.steps': {
    en: 'Steps passed: {passed} of {all}; lessons finished: {finished} of {lessons}',
    zh: '已完成步骤：{passed}/{all}；已完成课程：{finished}/{lessons}',
  },
  'report.time': {
    en: 'Time in these steps: {minutes} min {seconds} s; hints: {hints}; shown by /solve: {solved}',
    zh: '步骤用时：{minutes} 分 {seconds} 秒；提示：{hints} 条；由 /solve 演示：{solved} 步',
  },
  'report.answers': {
    en: 'Questions answered: {all}; right: {right}; wrong: {wrong}; not answered: {notAnswered}',
    zh: '已回答问题：{all}；答对：{right}；答错：{wrong}；未作答：{notAnswered}',
  },
  'report.lesson': {
    en: '{title} ({done} of {all} steps)',
    zh: '{title}（已完成 {done}/{all} 步）',
  },
  'report.seconds': {en: '{seconds} s', zh: '{seconds} 秒'},
  'report.passedOnly': {en: 'Passed in an earlier version.', zh: '在早期版本中完成。'},
  'report.hints': {en: '{hints} {hints|hint|hints}', zh: '{hints} 条提示'},
  'report.solved': {en: 'shown by /solve', zh: '由 /solve 演示'},
  'report.notPassed': {en: 'Not passed yet.', zh: '尚未完成。'},
  'report.question': {en: '**Question:** {question}', zh: '**问题：** {question}'},
  'report.chosen': {en: 'Your answer: {option}', zh: '你的答案：{option}'},
  'report.chosenRight': {en: 'Your answer, correct: {option}', zh: '答对：{option}'},
  'report.notAnswered': {en: 'Not answered.', zh: '未作答。'},
  'report.right': {en: 'Correct answer: {option}', zh: '正确答案：{option}'},
  'report.reply': {en: 'Explanation: {reply}', zh: '说明：{reply}'},
  'report.happened': {en: '**What changed:**', zh: '**发生的变化：**'},
  'report.open': {en: 'Not passed yet', zh: '尚未完成'},
  'report.review': {
    en: '{wrong} {wrong|question|questions} to review: `redis-cluster-lab review`',
    zh: '{wrong} 题待复习：`redis-cluster-lab review`',
  },
  'report.notBegun': {en: '{lesson} ({id}): not started', zh: '{lesson}（{id}）：未开始'},
  'report.begun': {en: '{lesson} ({id}):', zh: '{lesson}（{id}）：'},
  'report.nothingOpen': {en: 'Nothing: you passed every step.', zh: '没有：所有步骤都已完成。'},
  'report.done': {en: 'Wrote your report to {file}.', zh: '学习报告已写入 {file}。'},
  'report.notHere': {en: 'Lessons that this lab does not have', zh: '当前实验室没有的课程'},
  'report.elsewhere': {
    en: '{lesson}: {steps} {steps|step|steps}, {answers} {answers|answer|answers}',
    zh: '{lesson}：{steps} 步，{answers} 个回答',
  },
} as const
