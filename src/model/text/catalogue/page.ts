// The page that a hub shows to a browser that opens its address.

export const pageText = {
  'page.reached': {
    en: 'This device reaches the hub of the workshop.',
    zh: '这台设备可以访问工作坊的服务端。',
  },
  'page.join': {
    en: 'To join, type this in a terminal on your computer; the instructor has the code:',
    zh: '加入方法：在自己电脑的终端里输入下面的命令，房间代码请向讲师索取：',
  },
  'page.offline': {
    en: "Without internet, the program comes from the instructor's computer. It is a program: compare the checksum below with the instructor's screen first.",
    zh: '没有互联网时，可以从讲师的电脑获取程序。它是可执行程序：请先与讲师屏幕上的校验值核对。',
  },
  'page.integrity': {en: 'Checksum (sha512):', zh: '校验值（sha512）：'},
} as const
