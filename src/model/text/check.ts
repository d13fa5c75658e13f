// What `check` says of lessons.

export const checkText = {
  'check.noWords': {
    en: '{file}, step {step}: no sentence for "{id}" under ### {part}. Add one.',
    zh: '{file}，步骤 {step}：### {part} 下缺少“{id}”的句子，请补上。',
  },
  'check.wordsForNothing': {
    en: '{file}, step {step}: "{id}" under ### {part} belongs to nothing in the lesson. Remove it, or mend its id.',
    zh: '{file}，步骤 {step}：### {part} 下的“{id}”在课程中没有对应内容，请删除或改正 id。',
  },
  'check.sentences': {
    en: '{file}, step {step}: solution "{id}" has {wanted} {wanted|line|lines} and {came} {came|sentence|sentences}. Each line needs one.',
    zh: '{file}，步骤 {step}：答案“{id}”有 {wanted} 行命令、{came} 句解释。每行需要一句。',
  },
  'check.hints': {
    en: '{file}, step {step}: {came} {came|hint|hints}, expected {wanted}: where to look, which command, its shape.',
    zh: '{file}，步骤 {step}：有 {came} 条提示，应为 {wanted} 条：看哪里、用什么命令、怎么写。',
  },
  'check.empty': {en: '{file}, step {step}: {part} is empty.', zh: '{file}，步骤 {step}：{part} 为空。'},
  'check.options': {
    en: '{file}, step {step}: {part} has {came} {came|option|options}; a question needs two or more.',
    zh: '{file}，步骤 {step}：{part} 只有 {came} 个选项，至少需要两个。',
  },
  'check.noOption': {
    en: '{file}, step {step}: {part} has no option "{id}", which lesson.ts calls the right one.',
    zh: '{file}，步骤 {step}：{part} 中没有 lesson.ts 所指的正确选项“{id}”。',
  },
  'check.nothingCame': {
    en: '{lesson}, step {step}: solution "{id}" (run {run}) passes, but `prediction.came` never said which option came.',
    zh: '{lesson}，步骤 {step}：答案“{id}”（第 {run} 次）通过了，但 `prediction.came` 没有给出实际出现的选项。',
  },
  'check.otherCame': {
    en: '{lesson}, step {step}: `prediction.came` said "{came}", which is no option of the question.',
    zh: '{lesson}，步骤 {step}：`prediction.came` 返回“{came}”，问题中没有这个选项。',
  },
  'check.placeholder': {
    en: '{file}, step {step}: {placeholder} names no figure or no node. CONTRIBUTING.md lists them.',
    zh: '{file}，步骤 {step}：{placeholder} 不是已知的数值或节点。列表见 CONTRIBUTING.md。',
  },
  'check.notReady': {
    en: '{lesson}, step {step}: its start was not reached: {because}',
    zh: '{lesson}，步骤 {step}：未能到达起始状态：{because}',
  },
  'check.solvedAtStart': {
    en: '{lesson}, step {step}: solved before anything was done. A condition must be open at the start.',
    zh: '{lesson}，步骤 {step}：还没做任何事就已完成。起始时至少要有一个未满足的条件。',
  },
  'check.notSolved': {
    en: '{lesson}, step {step}: solution "{id}" (run {run}) does not pass: {because}',
    zh: '{lesson}，步骤 {step}：答案“{id}”（第 {run} 次）未通过：{because}',
  },
  'check.slipUnseen': {
    en: '{lesson}, step {step}: slip "{id}" was made and not recognised ({because})',
    zh: '{lesson}，步骤 {step}：犯了错误“{id}”但未被识别（{because}）',
  },
  'check.slipPassed': {
    en: '{lesson}, step {step}: slip "{id}" passes the step',
    zh: '{lesson}，步骤 {step}：错误“{id}”竟然通过了该步骤',
  },
  'check.lesson': {
    en: '{mark} {lesson}: {steps} {steps|step|steps}, {paths} {paths|path|paths} played, {seconds} s',
    zh: '{mark} {lesson}：{steps} 个步骤，演练 {paths} 条路径，用时 {seconds} 秒',
  },
} as const
