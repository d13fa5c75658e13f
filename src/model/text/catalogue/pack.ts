// What is said of lessons that lie in a folder: reading, stamping and writing them.

export const packText = {
  'pack.noFolder': {
    en: "{folder} is no folder that can be read. Name the folder that holds the lessons, or one lesson's folder.",
    zh: '{folder} 不是可读的目录。请指定存放课程的目录，或某一课程的目录。',
  },
  'pack.noLessons': {
    en: '{folder} holds no lesson: a lesson is a folder with lesson.ts or lesson.js, and en.md. `redis-cluster-lab lesson new ID` begins one.',
    zh: '{folder} 中没有课程：课程是含有 lesson.ts（或 lesson.js）和 en.md 的目录。用 `redis-cluster-lab lesson new ID` 可以新建一个。',
  },
  'pack.unreadable': {
    en: 'Cannot read {file}: {cause}. Make it a file that you can read.',
    zh: '无法读取 {file}：{cause}。请使其成为可读的文件。',
  },
  'pack.noLesson': {
    en: '{folder}: no lesson.ts and no lesson.js beside en.md. Add one; `redis-cluster-lab lesson new ID` shows how it looks.',
    zh: '{folder}：en.md 旁没有 lesson.ts 或 lesson.js。请补上；`redis-cluster-lab lesson new ID` 可生成样例。',
  },
  'pack.twoLessons': {
    en: '{folder}: lesson.ts and lesson.js are both there. Keep one of them.',
    zh: '{folder}：同时存在 lesson.ts 和 lesson.js。请只保留一个。',
  },
  'pack.noWords': {
    en: '{folder}: no en.md beside the lesson. Its words stand there; docs/lessons.md shows the format.',
    zh: '{folder}：缺少 en.md，课程文字应写在其中。格式见 docs/lessons.zh.md。',
  },
  'pack.noExport': {
    en: '{place}: redis-cluster-lab has no "{name}". docs/lessons.md lists every goal and sign that there is.',
    zh: '{place}：redis-cluster-lab 没有“{name}”。全部目标与迹象见 docs/lessons.zh.md。',
  },
  'pack.broken': {
    en: '{place}: the file cannot be run: {cause}. Mend it and start again.',
    zh: '{place}：无法运行该文件：{cause}。请改正后重试。',
  },
  'pack.noDefault': {
    en: '{file}: exports no lesson. It needs `export default lesson(…)` with id, stage and steps.',
    zh: '{file}：没有导出课程。需要 `export default lesson(…)`，内含 id、stage 和 steps。',
  },
  'pack.otherId': {
    en: '{file}: the id of the lesson is {came}, its folder is "{folder}". Give both the same name.',
    zh: '{file}：课程 id 是 {came}，目录名是“{folder}”。两者必须相同。',
  },
  'pack.sameStep': {
    en: '{file}: two steps are called "{step}". Give each an id of its own.',
    zh: '{file}：有两个步骤都叫“{step}”。请给每个步骤不同的 id。',
  },
  'pack.field': {
    en: '{file}, {of}: `{field}` must be {expected}, came {came}.',
    zh: '{file}，{of}：`{field}` 应为{expected}，实际是 {came}。',
  },
  'pack.noField': {
    en: '{file}, {of}: there is no field `{field}`. The fields are: {fields}.',
    zh: '{file}，{of}：没有名为 `{field}` 的字段。可用字段：{fields}。',
  },
  'pack.order': {
    en: '{file} does not say an order. Write it like this: {example}',
    zh: '{file} 没有写明顺序。请这样写：{example}',
  },
  'pack.newer': {
    en: '{file} has format {came}, and this redis-cluster-lab reads up to {known}. Take a newer redis-cluster-lab for these lessons.',
    zh: '{file} 的格式版本是 {came}，此版本的 redis-cluster-lab 最高支持 {known}。请使用更新的 redis-cluster-lab。',
  },
  'pack.orderNames': {
    en: '{file} names "{id}", and beside it there is no such lesson. There are: {found}.',
    zh: '{file} 提到“{id}”，但同目录下没有这门课程。现有：{found}。',
  },
  'pack.orderTwice': {
    en: '{file} names "{id}" twice. Name each lesson once.',
    zh: '{file} 把“{id}”写了两次。每门课程只写一次。',
  },
  'shape.ofLesson': {en: 'the lesson', zh: '课程'},
  'shape.ofStep': {en: 'step {step}', zh: '步骤 {step}'},
  'shape.ofNthStep': {en: 'the step at place {n}', zh: '第 {n} 个步骤'},
  'shape.id': {en: 'a name of letters, digits, - and _', zh: '由字母、数字、- 和 _ 组成的名字'},
  'shape.stage': {en: 'cluster, standalone or bare', zh: ' cluster、standalone 或 bare'},
  'shape.steps': {en: 'a list of steps, one or more', zh: '步骤列表，至少一个'},
  'shape.goal': {en: 'a goal, such as everyNodeAnswers', zh: '一个目标，例如 everyNodeAnswers'},
  'shape.conditions': {
    en: 'a list of one or more conditions: an id, and as `ask` a goal, such as follows(…)',
    zh: '至少一个条件的列表：有 id，且 `ask` 是一个目标，例如 follows(…)',
  },
  'shape.solutions': {
    en: 'a list of one or more solutions: an id, and as `lines` what is typed',
    zh: '至少一个答案的列表：有 id，且 `lines` 是要输入的命令行',
  },
  'shape.slips': {
    en: 'a list of slips: an id, as `lines` what makes the mistake, and as `seen` the sign of it',
    zh: '错误列表：有 id，`lines` 是犯错的命令行，`seen` 是识别它的迹象',
  },
  'shape.texts': {en: 'a list of texts', zh: '文本列表'},
  'shape.recall': {
    en: 'a list of questions: an id, and as `right` the id of the right option',
    zh: '问题列表：有 id，且 `right` 是正确选项的 id',
  },
  'shape.prediction': {
    en: 'an object with `came`, a function that says which option really happened',
    zh: '带有函数 `came` 的对象，该函数说明实际发生的是哪个选项',
  },
  'shape.hold': {en: 'a number of milliseconds', zh: '毫秒数'},
  'author.words': {en: '{words}', zh: '{words}'},
  'author.badId': {
    en: 'A lesson cannot be called "{id}": its name is made of letters, digits, - and _. Example: redis-cluster-lab lesson new client-pause',
    zh: '课程不能叫“{id}”：名字由字母、数字、- 和 _ 组成。例如：redis-cluster-lab lesson new client-pause',
  },
  'author.exists': {
    en: '{folder} is there already, and nothing was changed in it. Choose another name, or move it away.',
    zh: '{folder} 已经存在，其中内容未被改动。请换一个名字，或移走它。',
  },
  'author.unwritable': {
    en: 'Cannot write {folder}: {cause}. Name a folder that you can write with --lessons DIR.',
    zh: '无法写入 {folder}：{cause}。请用 --lessons DIR 指定可写的目录。',
  },
  'author.begun': {
    en: '{folder}: lesson.ts says what is asked, en.md and zh.md say it in words. Prove it: redis-cluster-lab lesson check {folder}',
    zh: '{folder}：lesson.ts 规定要做什么，en.md 与 zh.md 用文字表达。验证：redis-cluster-lab lesson check {folder}',
  },
  'author.stamped': {
    en: '{file}: stamped {sections}',
    zh: '{file}：已标记 {sections}',
  },
  'author.current': {en: '{file}: nothing to stamp', zh: '{file}：无需标记'},
  'author.noTranslation': {
    en: '{folder}: no zh.md beside an en.md, so there is nothing to stamp.',
    zh: '{folder}：en.md 旁没有 zh.md，无需标记。',
  },
} as const
