// The three files of a new lesson: small, complete, and passing `lesson check` unchanged.

/** File name -> text. */
export function newLesson(id: string): Readonly<Record<'lesson.ts' | 'en.md' | 'zh.md', string>> {
  return {'lesson.ts': plan.replace('ID', id), 'en.md': english, 'zh.md': chinese}
}

const plan = `// Goals, solutions and mistakes of the lesson; its words are in en.md and zh.md. The guide is docs/lessons.md of redis-cluster-lab.

import {everyNodeAnswers, keysGrew, lastErrorBegins, lesson, step} from 'redis-cluster-lab'

const write = step({
  ready: everyNodeAnswers,
  goals: {written: keysGrew('6379')},
  highlight: ['role', 'master_repl_offset'],
  solutions: {set: ['@{6379} SET product:1 teapot']},
  mistakes: {
    typo: {
      example: ['@{6379} STE product:1 teapot'],
      when: lastErrorBegins("ERR unknown command 'STE'"),
    },
  },
})

export default lesson({id: 'ID', stage: 'standalone', steps: {write}})
`

const english = `# A lesson about something

One line that says what it is about.

## write: The first write

Say here what the learner must know. {6379} is the port of a node, \`SET\` is code, and **this** is strong.

### task
Put a product into {6379}.

### goals
- written: {6379} has a new key

### hints
- Where to look: the prompt says which node you talk to.
- Which command: \`SET\` stores a value under a key.
- Its shape: \`@{6379} SET product:1 teapot\`

### solution set
- {6379} stores the value.

### mistakes
- typo: The command is spelled \`SET\`.

### passed
{6379} holds {keys 6379} keys now.
`

const chinese = `# 一门新课程

用一句话说明它讲什么。

## write: 第一次写入

在这里写学习者需要知道的内容。{6379} 是节点的端口，\`SET\` 是代码，**这样**表示强调。

### task
往 {6379} 里放一件商品。

### goals
- written: {6379} 有了新键

### hints
- 看哪里：提示符说明你正在与哪个节点对话。
- 用什么命令：\`SET\` 把值存到一个键。
- 怎么写：\`@{6379} SET product:1 teapot\`

### solution set
- {6379} 保存这个值。

### mistakes
- typo: 命令应写作 \`SET\`。

### passed
现在 {6379} 有 {keys 6379} 个键。
`
