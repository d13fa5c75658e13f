// Predictions and recall questions.

export const questionText = {
  'question.recall': {en: 'Before we begin', zh: '开始之前'},
  'question.review': {en: 'Review', zh: '复习'},
  'question.count': {en: 'Question {n} of {all}: ', zh: '第 {n} 题，共 {all} 题：'},
  'question.place': {
    en: 'Lesson {lesson} ({stage}): {title}',
    zh: '课程 {lesson}（{stage}）：{title}',
  },
  'question.choose': {
    en: 'Type the number and press Enter. Type /next to skip the questions.',
    zh: '输入编号并按 Enter。输入 /next 跳过这些问题。',
  },
  'question.over': {en: 'That was all. {press} to continue.', zh: '问题已全部完成。{press} 继续。'},
  'question.overPlain': {en: 'That was all.', zh: '问题已全部完成。'},
  'question.right': {en: 'Right: ', zh: '答对了：'},
  'question.wrong': {en: 'Not quite: ', zh: '不对：'},
  'question.rightIs': {en: 'Correct answer: {option}', zh: '正确答案：{option}'},
  'question.predict': {en: 'Prediction: ', zh: '预测：'},
  'question.chooseFirst': {
    en: 'Answer 1-{n}; the checks appear after it. You may also run a command at once.',
    zh: '先输入编号 1-{n} 作答，之后才会显示完成条件；也可以直接执行命令。',
  },
  'question.predicted': {en: 'You predicted: ', zh: '你的预测：'},
  'question.outcome': {en: 'What happened: ', zh: '实际结果：'},
  'question.untested': {
    en: 'Not tested on your way. The answer: ',
    zh: '你的做法没有验证这一点。答案：',
  },
  'question.untestedRight': {
    en: 'Right, but not tested on your way: ',
    zh: '答对了，不过你的做法没有验证这一点：',
  },
  'question.notAnswered': {en: 'Not answered: ', zh: '未作答：'},
  'question.answer': {en: 'Answer: ', zh: '答案：'},
  'question.asPredicted': {en: 'As you predicted: ', zh: '与预测一致：'},
} as const
