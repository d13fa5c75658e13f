// What `check` prints.

export const checkText = {
  'check.noWords': {
    en: '{file}, step {step}: ### {part} has no sentence for "{id}". Add one.',
    zh: '{file}，步骤 {step}：### {part} 下缺少“{id}”的句子，请补上。',
  },
  'check.wordsForNothing': {
    en: '{file}, step {step}: the lesson has no "{id}" for ### {part}. Remove the sentence, or fix its id.',
    zh: '{file}，步骤 {step}：### {part} 下的“{id}”在课程中没有对应内容，请删除或改正 id。',
  },
  'check.sentences': {
    en: '{file}, step {step}: solution "{id}" has {wanted} {wanted|line|lines} and {actual} {actual|sentence|sentences}. Each line needs one.',
    zh: '{file}，步骤 {step}：答案“{id}”有 {wanted} 行命令、{actual} 句解释。每行需要一句。',
  },
  'check.hints': {
    en: '{file}, step {step}: {actual} {actual|hint|hints}, expected {wanted}: where to look, which command, how to write it.',
    zh: '{file}，步骤 {step}：有 {actual} 条提示，应为 {wanted} 条：看哪里、用什么命令、怎么写。',
  },
  'check.review': {
    en: '{file}, step {step}: ### review has {actual} {actual|item|items}, expected {wanted}: an incident has the three commands that an expert begins with, every other step none.',
    zh: '{file}，步骤 {step}：### review 有 {actual} 项，应为 {wanted} 项：故障演练要写出有经验的人先看的三条命令，其他步骤没有。',
  },
  'check.empty': {en: '{file}, step {step}: {part} is empty.', zh: '{file}，步骤 {step}：{part} 为空。'},
  'check.options': {
    en: '{file}, step {step}: {part} has {actual} {actual|option|options}; a question needs two or more.',
    zh: '{file}，步骤 {step}：{part} 只有 {actual} 个选项，至少需要两个。',
  },
  'check.noOption': {
    en: '{file}, step {step}: {part} has no option "{id}", which lesson.ts marks as correct.',
    zh: '{file}，步骤 {step}：{part} 中没有选项“{id}”，而 lesson.ts 把它标为正确答案。',
  },
  'check.unseen': {
    en: '{lesson}, step {step}: {kind} "{id}" ({run}) passes, but prediction.seen never returned true. If the event is not to be seen there, list "{id}" in `unseen`.',
    zh: '{lesson}，步骤 {step}：{kind}“{id}”（{run}）通过了，但 prediction.seen 从未返回 true。如果这条路径本来就看不到该事件，请把“{id}”列入 `unseen`。',
  },
  'check.seen': {
    en: '{lesson}, step {step}: `unseen` lists {kind} "{id}", but prediction.seen returned true there ({run}).',
    zh: '{lesson}，步骤 {step}：`unseen` 列出了{kind}“{id}”，但 prediction.seen 在其中返回了 true（{run}）。',
  },
  'check.alwaysUnseen': {
    en: '{file}, step {step}: `unseen` lists every solution. At least one must show what the question asks about.',
    zh: '{file}，步骤 {step}：`unseen` 列出了所有答案。至少要有一个答案能让人看到题目所问的事件。',
  },
  'check.seenAtStart': {
    en: '{lesson}, step {step}, {run}: prediction.seen returned true at the start, before anything was done.',
    zh: '{lesson}，步骤 {step}，{run}：刚开始、什么都还没做时，prediction.seen 就返回了 true。',
  },
  'check.claim': {
    en: '{lesson}, step {step}: the passed text claims "{fact}", which does not hold after {kind} "{id}" ({run}). Give the fact a sentence of its own under ### passed, or change the text.',
    zh: '{lesson}，步骤 {step}：完成文字断言了“{fact}”，但执行{kind}“{id}”（{run}）之后它不成立。请在 ### passed 下为该事实单独写一句，或修改文字。',
  },
  'check.factNever': {
    en: '{lesson}, step {step}: fact "{fact}" has a sentence, but holds after none of the solutions and ways.',
    zh: '{lesson}，步骤 {step}：事实“{fact}”有对应的句子，但在所有答案和方式之后都不成立。',
  },
  'check.noPath': {
    en: '{file}, step {step}: `unseen` lists "{id}", which is no solution, way or mistake of the step.',
    zh: '{file}，步骤 {step}：`unseen` 列出了“{id}”，而该步骤没有这样的答案、方式或错误。',
  },
  'check.solution': {en: 'solution', zh: '答案'},
  'check.way': {en: 'way', zh: '方式'},
  'check.mistake': {en: 'mistake', zh: '错误'},
  'check.placeholder': {
    en: '{file}, step {step}: {placeholder} is not a known figure or node. docs/lessons.md lists them.',
    zh: '{file}，步骤 {step}：{placeholder} 不是已知的数值或节点。完整列表见 docs/lessons.zh.md。',
  },
  'check.words': {en: '{file}, step {step}: {what}', zh: '{file}，步骤 {step}：{what}'},
  'check.line': {
    en: '{lesson}, step {step}, line `{line}`: {what}',
    zh: '{lesson}，步骤 {step}，命令 `{line}`：{what}',
  },
  'check.barePort': {
    en: 'port {actual} is a literal, but the nodes may use other ports. Write {write}.',
    zh: '端口 {actual} 写成了固定数字，而节点可能使用别的端口。请写 {write}。',
  },
  'check.bareSlot': {
    en: 'slot {actual} is a literal. Write {one} for the slot of a key, {all} for the slots of a node.',
    zh: '槽 {actual} 写成了固定数字。键所在的槽请写 {one}，节点负责的槽请写 {all}。',
  },
  'check.bareId': {
    en: 'id {actual} is different in every run. Write {id} for a node id, {replid} for a replication id.',
    zh: 'ID {actual} 每次运行都不同。节点 ID 请写 {id}，复制 ID 请写 {replid}。',
  },
  'check.wideCode': {
    en: '`{mark}` is {actual} columns wide; a terminal of 80 columns has room for {room}. Shorten it.',
    zh: '`{mark}` 宽 {actual} 列，而 80 列的终端只能显示 {room} 列。请缩短。',
  },
  'check.longTask': {
    en: 'task and conditions take {actual} rows; a terminal of 80x24 has room for {room}. Shorten them, or split the step.',
    zh: '任务与条件共 {actual} 行，而 80x24 的终端只能显示 {room} 行。请缩短，或拆成两个步骤。',
  },
  'check.longText': {
    en: 'text and task take {actual} rows; at 80x24 {room} can be read with one page key. Shorten the text, or split the step.',
    zh: '正文与任务共 {actual} 行；在 80x24 的终端中翻一页只能读到 {room} 行。请缩短正文，或拆成两个步骤。',
  },
  'check.unstamped': {
    en: '{file}, section "{section}" has no stamp of the English text it translates. Compare the two, then run `redis-cluster-lab lesson stamp` on the folder.',
    zh: '{file}，“{section}”一节：没有标记译自哪一版英文。请对照两种文本，然后对该目录运行 `redis-cluster-lab lesson stamp`。',
  },
  'check.stale': {
    en: '{file}, section "{section}": the English has changed since the translation. Compare the two, then run `redis-cluster-lab lesson stamp` on the folder.',
    zh: '{file}，“{section}”一节：翻译之后英文已有改动。请对照两种文本，然后对该目录运行 `redis-cluster-lab lesson stamp`。',
  },
  'check.stopped': {
    en: '{lesson}: the check of this lesson ended here: {because}',
    zh: '{lesson}：该课的检查到此为止：{because}',
  },
  'check.notReady': {
    en: "{lesson}, step {step}, {run}: could not reach the step's start: {because}",
    zh: '{lesson}，步骤 {step}，{run}：未能到达起始状态：{because}',
  },
  'check.solvedAtStart': {
    en: '{lesson}, step {step}, {run}: already solved at the start. At least one condition must be unmet at the start.',
    zh: '{lesson}，步骤 {step}，{run}：开始时就已完成。开始时至少要有一个条件未满足。',
  },
  'check.setupWaits': {
    en: '{lesson}, step {step}, {run}: the line `{line}` of `setup` waits and never ends. Give it a time limit.',
    zh: '{lesson}，步骤 {step}，{run}：`setup` 中的命令 `{line}` 一直在等待，不会结束。请给它设置超时。',
  },
  'check.lineWaits': {
    en: '{lesson}, step {step}: {kind} "{id}" ({run}): the line `{line}` waits and never ends. Give it a time limit.',
    zh: '{lesson}，步骤 {step}：{kind}“{id}”（{run}）：命令 `{line}` 一直在等待，不会结束。请给它设置超时。',
  },
  'check.pauseRefused': {
    en: '{lesson}, step {step}: {kind} "{id}" ({run}): the line `{line}` does not wait: {reply}. Send it to a node that accepts it.',
    zh: '{lesson}，步骤 {step}：{kind}“{id}”（{run}）：命令 `{line}` 没有等待：{reply}。请发给能执行它的节点。',
  },
  'check.notSolved': {
    en: '{lesson}, step {step}: {kind} "{id}" ({run}) does not pass: {because}',
    zh: '{lesson}，步骤 {step}：{kind}“{id}”（{run}）未通过：{because}',
  },
  'check.notSolvedError': {
    en: '{lesson}, step {step}: {kind} "{id}" ({run}) does not pass: {because}. `{line}` was answered: {reply}',
    zh: '{lesson}，步骤 {step}：{kind}“{id}”（{run}）未通过：{because}。`{line}` 的返回：{reply}',
  },
  'check.mistakeUnseen': {
    en: '{lesson}, step {step}: mistake "{id}" was made but not recognized ({because})',
    zh: '{lesson}，步骤 {step}：执行了错误“{id}”，但未被识别（{because}）',
  },
  'check.mistakePassed': {
    en: '{lesson}, step {step}: mistake "{id}" passes the step',
    zh: '{lesson}，步骤 {step}：错误“{id}”也通过了该步骤',
  },
  'check.fresh': {en: 'on new nodes', zh: '全新节点'},
  'check.reset': {en: 'after /reset', zh: '/reset 之后'},
  'check.notPlayed': {
    en: 'note: {lesson}, step {step}: not run. It needs {needed}.',
    zh: '提示：{lesson}，步骤 {step}：未运行，它需要 {needed}。',
  },
  'check.needsAtEnd': {
    en: '{lesson}, step {step}: the first and the last step must be possible on every server, so they cannot have `needs` or `unless`.',
    zh: '{lesson}，步骤 {step}：第一步和最后一步必须在所有服务器上都能完成，不能有 `needs` 或 `unless`。',
  },
  'check.noTranslation': {
    en: 'note: {lesson} has no zh.md; English is shown instead.',
    zh: '提示：{lesson} 没有 zh.md，将显示英文。',
  },
  'check.noField': {
    en: 'note: {lesson}, step {step}: `highlight` names "{field}", which is no field of INFO replication that the lab knows.',
    zh: '提示：{lesson}，步骤 {step}：`highlight` 中的“{field}”不是实验室认识的 INFO replication 字段。',
  },
  'check.noStep': {
    en: 'There is no step "{step}". The steps are: {steps}.',
    zh: '没有名为“{step}”的步骤。现有步骤：{steps}。',
  },
  'check.stepMeant': {
    en: 'There is no step "{step}". Did you mean {near}?',
    zh: '没有名为“{step}”的步骤。是否想输入 {near}？',
  },
  'check.watchWhat': {
    en: 'Which folder? Type: redis-cluster-lab lesson check DIR --watch',
    zh: '要监视哪个目录？请输入 redis-cluster-lab lesson check 目录 --watch',
  },
  'check.watching': {
    en: '{folder}: the next change checks it again. Ctrl-C ends this.',
    zh: '{folder}：下次改动时重新验证。按 Ctrl-C 结束。',
  },
  'check.cannotWatch': {
    en: 'Cannot watch {folder} any longer: {cause}. Run the command again.',
    zh: '无法继续监视 {folder}：{cause}。请重新运行该命令。',
  },
  'check.fieldMeant': {
    en: 'note: {lesson}, step {step}: `highlight` names "{field}". Did you mean {near}?',
    zh: '提示：{lesson}，步骤 {step}：`highlight` 中写的是“{field}”。是否想写 {near}？',
  },
  'check.lesson': {
    en: '{mark} {lesson}: {steps} {steps|step|steps}, {paths} {paths|path|paths} run, {seconds} s',
    zh: '{mark} {lesson}：{steps} 个步骤，验证 {paths} 条路径，用时 {seconds} 秒',
  },
} as const
