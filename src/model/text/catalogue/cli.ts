// What is wrong with a command line.

export const cliText = {
  'cli.usage': {
    en: '{problem}. See `redis-cluster-lab --help`.',
    zh: '{problem}。用法见 `redis-cluster-lab --help`。',
  },
  'cli.unknownOption': {en: 'There is no option {option}', zh: '没有选项 {option}'},
  'cli.optionMeant': {
    en: 'There is no option {option}. Did you mean {near}?',
    zh: '没有选项 {option}。是否想输入 {near}？',
  },
  'cli.noValue': {en: 'The option {option} needs a value', zh: '选项 {option} 需要一个值'},
  'cli.takesNoValue': {en: 'The option {option} takes no value', zh: '选项 {option} 不带值'},
  'cli.meant': {
    en: 'There is no command or lesson "{typed}". Did you mean {meant}?',
    zh: '没有名为“{typed}”的命令或课程。是否想输入 {meant}？',
  },
  'cli.helpMeant': {
    en: 'There is no command or topic "{typed}". Did you mean {meant}?',
    zh: '没有名为“{typed}”的命令或主题。是否想输入 {meant}？',
  },
  'cli.noHelp': {
    en: 'There is no command or topic "{typed}". See `redis-cluster-lab help`.',
    zh: '没有名为“{typed}”的命令或主题。见 `redis-cluster-lab help`。',
  },
  'cli.extraWord': {
    en: 'Only one lesson can be opened: "{lesson}" is one, so "{actual}" is too much. In the lab, /lessons {lesson} STEP opens a step.',
    zh: '一次只能打开一门课程：已有“{lesson}”，“{actual}”是多余的。在实验室中用 /lessons {lesson} 步骤 打开某一步。',
  },
  'cli.bug': {
    en: 'This is a bug in redis-cluster-lab {version} (Node {node}). Please report it with the lines above: `npm bugs redis-cluster-lab` opens the place.',
    zh: '这是 redis-cluster-lab {version} 的程序错误（Node {node}）。请附上以上内容报告：`npm bugs redis-cluster-lab` 会打开报告页面。',
  },
  'cli.number': {
    en: '{option} expects a whole number from {least} to {most}, got "{actual}". Example: {option} {example}',
    zh: '{option} 应为 {least} 到 {most} 的整数，实际是“{actual}”。例如：{option} {example}',
  },
  'cli.onePort': {
    en: '--port is for one lesson. Name it: redis-cluster-lab check ID --port {port}',
    zh: '--port 只适用于一门课程。请指定课程：redis-cluster-lab check ID --port {port}',
  },
  'cli.choice': {
    en: '{option} expects one of {choices}, got "{actual}".',
    zh: '{option} 应为 {choices} 之一，实际是“{actual}”。',
  },
  'cli.extra': {
    en: '"{command}" does not accept "{actual}". See `redis-cluster-lab --help`.',
    zh: '“{command}”不接受“{actual}”。用法见 `redis-cluster-lab --help`。',
  },
  'cli.noOption': {
    en: '"{command}" has no {option}. Commands with {option}: {commands}.',
    zh: '“{command}”不支持 {option}。支持的命令：{commands}。',
  },
  'cli.labHasNoOption': {
    en: 'Opening a lesson has no {option}. Commands with {option}: {commands}.',
    zh: '打开课程时不支持 {option}。支持的命令：{commands}。',
  },
  'cli.replayFile': {
    en: 'Which recording? Type: redis-cluster-lab replay FILE. In the lab, /export writes a recording.',
    zh: '要回放哪个文件？请输入 redis-cluster-lab replay 文件。在实验室中用 /export 写出录制文件。',
  },
  'cli.exportHtmlFile': {
    en: 'Which recording? Type: redis-cluster-lab export-html RECORDING. In the lab, /export writes a recording.',
    zh: '要转换哪个录制文件？请输入 redis-cluster-lab export-html 录制文件。在实验室中用 /export 写出录制文件。',
  },
  'cli.replayScreen': {
    en: 'A replay needs a full-screen terminal. Elsewhere, read the report that /export wrote next to the recording.',
    zh: '回放需要全屏终端。没有时，可阅读 /export 在录制文件旁写出的报告。',
  },
  'cli.fileExists': {
    en: '{file} already exists. Name another file, or add --force to overwrite it.',
    zh: '{file} 已存在。请换一个文件名，或加上 --force 覆盖它。',
  },
  'cli.fileUnwritable': {
    en: 'Cannot write {file}: {cause}. Name a file in a writable folder.',
    zh: '无法写入 {file}：{cause}。请指定可写目录中的文件。',
  },
  'cli.needsTerminal': {
    en: 'The screen needs a terminal. Without one, use --plain.',
    zh: '全屏界面需要终端。没有终端时请使用 --plain。',
  },
} as const
