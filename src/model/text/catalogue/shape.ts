// What belongs in each field of a lesson.

export const shapeText = {
  'shape.ofLesson': {en: 'the lesson', zh: '课程'},
  'shape.ofStep': {en: 'step {step}', zh: '步骤 {step}'},
  'shape.id': {
    en: 'a name that begins with a letter and has only letters, digits, - and _',
    zh: '以字母开头，由字母、数字、- 和 _ 组成的名字',
  },
  'shape.stage': {en: 'cluster, standalone, bare or sentinel', zh: ' cluster、standalone、bare 或 sentinel'},
  'shape.boolean': {en: 'true or false', zh: 'true 或 false'},
  'shape.spares': {
    en: "a list of nominal ports, such as ['6382', '6482']",
    zh: "标称端口的列表，例如 ['6382', '6482']",
  },
  'shape.steps': {
    en: 'an object of one or more steps: id: step(…), ids beginning with a letter',
    zh: '由一个或多个步骤组成的对象：id: step(…)，id 以字母开头',
  },
  'shape.goal': {en: 'a goal, such as everyNodeAnswers', zh: '一个目标，例如 everyNodeAnswers'},
  'shape.goals': {
    en: 'an object of one or more goals: id: goal, such as first: follows(…), ids beginning with a letter',
    zh: '由一个或多个目标组成的对象：id: 目标，例如 first: follows(…)，id 以字母开头',
  },
  'shape.solutions': {
    en: 'an object of one or more solutions: id: a list of lines to type',
    zh: '由一个或多个答案组成的对象：id: 要输入的命令列表',
  },
  'shape.mistakes': {
    en: 'an object of mistakes: id: an object with `example`, the lines that make the mistake, `when`, a sign that recognizes it, and optionally `unless`, the name of a fact about servers',
    zh: '由各个错误组成的对象：id: 一个对象，`example` 是犯错的命令，`when` 是识别条件，可选的 `unless` 是服务器事实的名称',
  },
  'shape.fact': {en: 'the name of a fact about servers', zh: '服务器事实的名称'},
  'shape.flag': {en: 'true or false', zh: 'true 或 false'},
  'shape.texts': {en: 'a list of texts', zh: '文本列表'},
  'shape.recall': {
    en: 'an object of questions: id: the id of the correct option',
    zh: '由问题组成的对象：id: 正确选项的 id',
  },
  'shape.prediction': {
    en: 'an object with `answer`, the id of the right option, `seen`, a function that is true once what the question asks about was seen, and optionally `unseen`, ids of paths without it',
    zh: '一个对象：`answer` 是正确选项的 id，函数 `seen` 在看到题目所问的事之后返回 true，可选的 `unseen` 列出看不到这件事的路径 id',
  },
  'shape.ways': {
    en: 'an object of further ways to pass the step: id: a list of lines to type',
    zh: '由其他通过方式组成的对象：id: 要输入的命令列表',
  },
  'shape.view': {
    en: 'nodes, opinions, slots, timeline or traffic',
    zh: ' nodes、opinions、slots、timeline 或 traffic',
  },
  'shape.traffic': {en: 'a number of commands per second, 1 to 500', zh: '每秒命令数，1 到 500'},
  'shape.node': {en: "the nominal port of a node, such as '6379'", zh: "节点的名义端口，例如 '6379'"},
  'shape.stableFor': {en: 'a number of milliseconds', zh: '毫秒数'},
} as const
