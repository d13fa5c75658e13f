// What belongs in each field of a lesson.

export const shapeText = {
  'shape.ofLesson': {en: 'the lesson', zh: '课程'},
  'shape.ofStep': {en: 'step {step}', zh: '步骤 {step}'},
  'shape.ofNthStep': {en: 'step number {n}', zh: '第 {n} 个步骤'},
  'shape.id': {en: 'a name of letters, digits, - and _', zh: '由字母、数字、- 和 _ 组成的名字'},
  'shape.stage': {en: 'cluster, standalone or bare', zh: ' cluster、standalone 或 bare'},
  'shape.spares': {
    en: "a list of nominal ports, such as ['6382', '6482']",
    zh: "标称端口的列表，例如 ['6382', '6482']",
  },
  'shape.steps': {en: 'a list of steps, one or more', zh: '步骤列表，至少一个'},
  'shape.goal': {en: 'a goal, such as everyNodeAnswers', zh: '一个目标，例如 everyNodeAnswers'},
  'shape.conditions': {
    en: 'a list of one or more conditions: an id, and as `ask` a goal, such as follows(…)',
    zh: '至少一个条件的列表：有 id，且 `ask` 是一个目标，例如 follows(…)',
  },
  'shape.solutions': {
    en: 'a list of one or more solutions: an id, and as `lines` the lines to type',
    zh: '至少一个答案的列表：有 id，且 `lines` 是要输入的命令',
  },
  'shape.mistakes': {
    en: 'a list of mistakes: an id, as `lines` what makes the mistake, and as `when` how to recognize it',
    zh: '错误列表：有 id，`lines` 是犯错的命令，`when` 是识别条件',
  },
  'shape.texts': {en: 'a list of texts', zh: '文本列表'},
  'shape.recall': {
    en: 'a list of questions: an id, and as `right` the id of the correct option',
    zh: '问题列表：有 id，且 `right` 是正确选项的 id',
  },
  'shape.prediction': {
    en: 'an object with `came`, a function that says which option really happened',
    zh: '带有函数 `came` 的对象，该函数说明实际发生的是哪个选项',
  },
  'shape.hold': {en: 'a number of milliseconds', zh: '毫秒数'},
} as const
