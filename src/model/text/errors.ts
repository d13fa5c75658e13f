// The sentences of expected failures: what is wrong, then the remedy.

export const errorText = {
  'error.portTaken': {
    en: 'Port {port} is in use, so the nodes cannot stand at {first}. Leave --port away and the lab picks free ports, or stop what listens there.',
    zh: '端口 {port} 已被占用，节点无法从 {first} 开始。去掉 --port 让实验室自选空闲端口，或停止占用该端口的程序。',
  },
} as const
