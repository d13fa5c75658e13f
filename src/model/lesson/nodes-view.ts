// The views of the nodes pane. A step names the one that it is about.

/** Nodes, what each reports about the others, slots and owners, the timeline, the load. */
export const nodesViews = ['nodes', 'opinions', 'slots', 'timeline', 'traffic'] as const
export type NodesView = (typeof nodesViews)[number]

export function isNodesView(text: string): text is NodesView {
  return (nodesViews as readonly string[]).includes(text)
}
