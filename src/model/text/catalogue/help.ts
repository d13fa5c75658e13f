// What is said around redis-cli's help, whose own words are the server's.

export const helpTexts = {
  'help.general': {
    en: 'To get help about Redis commands type:',
    zh: '查看 Redis 命令的帮助：',
  },
  'help.general.group': {
    en: '      "help @<group>" to get a list of commands in <group>',
    zh: '      "help @<分组>" 列出该分组的命令',
  },
  'help.general.command': {
    en: '      "help <command>" for help on <command>',
    zh: '      "help <命令>" 查看该命令的帮助',
  },
  'help.general.tab': {
    en: '      "help <tab>" to get a list of possible help topics',
    zh: '      "help <Tab>" 列出可查的主题',
  },
  'help.general.lab': {
    en: '      "/help" for the commands and keys of the lab',
    zh: '      "/help" 查看实验室的命令与按键',
  },
  'help.general.quit': {en: '      "quit" to exit', zh: '      "quit" 退出'},
  'help.noCommand': {
    en: 'There is no help on {typed}: the server knows no such command. help @generic lists some that it knows.',
    zh: '没有关于 {typed} 的帮助：服务器没有这个命令。help @generic 列出其中一部分命令。',
  },
  'help.noGroup': {
    en: 'There is no group {group}. The groups are {groups}.',
    zh: '没有分组 {group}。已有分组：{groups}。',
  },
  'help.ours': {
    en: "{usage} is the lab's own command: {help}.",
    zh: '{usage} 是实验室自己的命令：{help}。',
  },
} as const
