// The instructor's own lab on the projector.

export const demoText = {
  'demo.noHost': {
    en: 'No workshop is open on this computer. Open one first: `redis-cluster-lab host`. It has a page, which shows this lab.',
    zh: '这台电脑上没有打开的工作坊。请先运行 `redis-cluster-lab host`：本实验室会显示在它的页面上。',
  },
  'demo.otherLab': {
    en: 'Another lab is being demonstrated (process {pid}). Close it first, or use it.',
    zh: '另一个实验室正在演示（进程 {pid}）。请先关闭它，或直接使用它。',
  },
  'demo.shown': {
    en: "The workshop's page shows this lab under Demonstration: everything except passwords.",
    zh: '工作坊页面的“演示”正在显示本实验室：除密码外的全部内容。',
  },
  'demo.away': {
    en: "The workshop's host does not answer. The lab goes on, and is shown when the host is back.",
    zh: '工作坊的 host 没有响应。实验室照常运行，host 恢复后会继续显示。',
  },
} as const
