// The file of settings: what is wrong with it, and what `config` prints.

export const configText = {
  'config.notJson': {en: 'This is not JSON: {cause}.', zh: '内容不是 JSON：{cause}。'},
  'config.notObject': {
    en: 'Expected an object such as {example}.',
    zh: '应为一个对象，例如 {example}。',
  },
  'config.unknown': {
    en: 'There is no setting "{typed}". The settings are: {names}.',
    zh: '没有名为“{typed}”的设置。现有设置：{names}。',
  },
  'config.meant': {
    en: 'There is no setting "{typed}". Did you mean {meant}?',
    zh: '没有名为“{typed}”的设置。是否想输入 {meant}？',
  },
  'config.value': {
    en: '"{name}" expects {expected}, got {actual}.',
    zh: '“{name}”应为{expected}，实际是 {actual}。',
  },
  'config.switch': {en: 'true or false', zh: ' true 或 false'},
  'config.choice': {en: 'one of {choices}', zh: ' {choices} 之一'},
  'config.number': {en: 'a whole number from {least} to {most}', zh: ' {least} 到 {most} 的整数'},
  'config.inFile': {
    en: '{file}: {fault} Fix this file, or delete it.',
    zh: '{file}：{fault}请修改或删除此文件。',
  },
  'config.unreadable': {en: 'Cannot read {file}: {cause}.', zh: '无法读取 {file}：{cause}。'},
  'config.unwritable': {en: 'Cannot write {file}: {cause}.', zh: '无法写入 {file}：{cause}。'},
  'config.file': {en: 'Settings in {file}:', zh: '{file} 中的设置：'},
  'config.noFile': {
    en: 'No settings yet; they would be in {file}:',
    zh: '还没有任何设置；设置将保存在 {file}：',
  },
  'config.row': {en: '{mark} {name}  {value}  {about}', zh: '{mark} {name}  {value}  {about}'},
  'config.legend': {
    en: '* from the file; all others are defaults, or follow the environment.',
    zh: '* 来自此文件；其余是默认值，或取决于环境。',
  },
} as const
