// Lessons of others: reading and writing them.

export const packText = {
  'pack.noFolder': {
    en: '{folder} is not a readable folder. Name the folder that holds the lessons, or the folder of one lesson.',
    zh: '{folder} 不是可读的目录。请指定存放课程的目录，或某一课程的目录。',
  },
  'pack.noLessons': {
    en: '{folder} has no lesson. A lesson is a folder with lesson.ts or lesson.js, and en.md. To begin one: `redis-cluster-lab lesson new ID`.',
    zh: '{folder} 中没有课程。课程是含有 lesson.ts（或 lesson.js）和 en.md 的目录。新建课程：`redis-cluster-lab lesson new ID`。',
  },
  'pack.unreadable': {
    en: 'Cannot read {file}: {cause}. Make the file readable.',
    zh: '无法读取 {file}：{cause}。请使其成为可读的文件。',
  },
  'pack.noLesson': {
    en: '{folder}: no lesson.ts or lesson.js next to en.md. Add one; `redis-cluster-lab lesson new ID` shows an example.',
    zh: '{folder}：en.md 旁没有 lesson.ts 或 lesson.js。请补上；`redis-cluster-lab lesson new ID` 可生成样例。',
  },
  'pack.twoLessons': {
    en: '{folder} has both lesson.ts and lesson.js. Keep one of them.',
    zh: '{folder}：同时存在 lesson.ts 和 lesson.js。请只保留一个。',
  },
  'pack.noWords': {
    en: '{folder}: en.md is missing; it holds the text of the lesson. docs/lessons.md shows the format.',
    zh: '{folder}：缺少 en.md，课程文字应写在其中。格式见 docs/lessons.zh.md。',
  },
  'pack.noExport': {
    en: '{place}: redis-cluster-lab has no "{name}". docs/lessons.md lists every goal and sign.',
    zh: '{place}：redis-cluster-lab 没有“{name}”。全部目标与识别条件见 docs/lessons.zh.md。',
  },
  'pack.exportMeant': {
    en: '{place}: redis-cluster-lab has no "{name}". Did you mean {near}? docs/lessons.md lists every goal and sign.',
    zh: '{place}：redis-cluster-lab 没有“{name}”。是否想用 {near}？全部目标与识别条件见 docs/lessons.zh.md。',
  },
  'pack.slow': {
    en: '{file}: the file still runs after {seconds} s. A lesson must not wait while it is read: remove the `await` or the endless loop outside of its functions.',
    zh: '{file}：该文件运行 {seconds} 秒后仍未结束。读取课程时不得等待：请去掉函数之外的 `await` 或死循环。',
  },
  'pack.notFile': {
    en: '{file} is not a regular file. Replace it with one.',
    zh: '{file} 不是普通文件。请换成普通文件。',
  },
  'pack.tooLarge': {
    en: '{file} has {kilobytes} kB; the lab reads files of up to {most} kB. Shorten it, or make several lessons of it.',
    zh: '{file} 有 {kilobytes} kB，实验室最多读取 {most} kB。请缩短，或拆成几门课程。',
  },
  'pack.broken': {
    en: '{place}: cannot run the file: {cause}. Fix it and start again.',
    zh: '{place}：无法运行该文件：{cause}。请改正后重试。',
  },
  'pack.noDefault': {
    en: '{file} exports no lesson. It needs `export default lesson(…)` with id, stage and steps.',
    zh: '{file}：没有导出课程。需要 `export default lesson(…)`，内含 id、stage 和 steps。',
  },
  'pack.otherId': {
    en: '{file}: the lesson\'s id is {actual}, but its folder is "{folder}". Give both the same name.',
    zh: '{file}：课程 id 是 {actual}，目录名是“{folder}”。两者必须相同。',
  },
  'pack.field': {
    en: '{file}, {of}: `{field}` must be {expected}, got {actual}.',
    zh: '{file}，{of}：`{field}` 应为{expected}，实际是 {actual}。',
  },
  'pack.noField': {
    en: '{file}, {of}: unknown field `{field}`. The fields are: {fields}.',
    zh: '{file}，{of}：没有名为 `{field}` 的字段。可用字段：{fields}。',
  },
  'pack.fieldMeant': {
    en: '{file}, {of}: unknown field `{field}`. Did you mean `{near}`?',
    zh: '{file}，{of}：没有名为 `{field}` 的字段。是否想写 `{near}`？',
  },
  'pack.wiredSentinels': {
    en: '{file}: the stage `sentinel` has no wires. Remove `wired`, or choose the stage cluster, standalone or bare.',
    zh: '{file}：`sentinel` 环境没有连线。请删除 `wired`，或改用 cluster、standalone 或 bare 环境。',
  },
  'pack.clientAt': {
    en: '{file}, {of}: `clientAt` places the client of this step beside a node. It needs `traffic` here, and `wired: true` in the lesson.',
    zh: '{file}，{of}：`clientAt` 指定本步骤的客户端在哪个节点旁边，需要这一步有 `traffic`，课程有 `wired: true`。',
  },
  'pack.order': {
    en: '{file} gives no order. Write it like this: {example}',
    zh: '{file} 没有写明顺序。请这样写：{example}',
  },
  'pack.newer': {
    en: '{file} has format {actual}; this redis-cluster-lab reads formats up to {known}. Use a newer redis-cluster-lab for these lessons.',
    zh: '{file} 的格式版本是 {actual}，此版本的 redis-cluster-lab 最高支持 {known}。请使用更新的 redis-cluster-lab。',
  },
  'pack.orderNames': {
    en: '{file} names "{id}", but there is no such lesson next to it. Lessons: {found}.',
    zh: '{file} 提到“{id}”，但同目录下没有这门课程。现有：{found}。',
  },
  'pack.orderTwice': {
    en: '{file} names "{id}" twice. Name each lesson once.',
    zh: '{file} 把“{id}”写了两次。每门课程只写一次。',
  },
} as const
