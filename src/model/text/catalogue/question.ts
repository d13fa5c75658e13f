// Predictions and recall questions.

export const questionText = {
  'question.recall': {en: 'Before we begin', zh: '开始之前'},
  'question.review': {en: 'Review', zh: '复习'},
  'question.count': {en: 'Question {n} of {all}: ', zh: '第 {n} 题，共 {all} 题：'},
  'question.choose': {
    en: 'Type the number and Enter. /next skips the questions.',
    zh: '输入编号并按 Enter。/next 跳过这些问题。',
  },
  'question.over': {en: 'That was all. Enter goes on.', zh: '问题已全部回答。按 Enter 继续。'},
  'question.overPlain': {en: 'That was all.', zh: '问题已全部回答。'},
  'question.right': {en: 'Right: ', zh: '答对了：'},
  'question.wrong': {en: 'Not so: ', zh: '不是这样：'},
  'question.rightIs': {en: 'The answer: {option}', zh: '正确答案：{option}'},
  'question.predict': {en: 'What do you expect? ', zh: '你预计会怎样？'},
  'question.chooseFirst': {
    en: 'Type the number and Enter, then do it and compare.',
    zh: '输入编号并按 Enter，然后动手操作并对照。',
  },
  'question.said': {en: 'You expected: ', zh: '你的预计：'},
  'question.came': {en: 'What came: ', zh: '实际结果：'},
  'question.asSaid': {en: 'It came as you expected: ', zh: '结果与预计相符：'},
} as const
