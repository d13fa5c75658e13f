// What a listener is told of the nodes beside what other faces say too.

export const heardText = {
  'heard.linkUp': {en: 'link of {node} to {master} is up', zh: '{node} 到 {master} 的连接已建立'},
  'heard.cleared': {
    en: '{node} is no longer suspected by anybody',
    zh: '已没有节点认为 {node} 下线',
  },
} as const
