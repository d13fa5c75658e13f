// The panes as the terminal takes them: with escape sequences.

import type {Size} from '../../views/draw/pane-sizes.ts'
import type {Style} from '../../views/draw/style.ts'
import {lessonPane, listPane, nodesPane, type Pane, pagePane, type ScrollKey} from '../../views/panes.ts'
import type {ViewInput} from '../../views/view-input.ts'
import type {UiState} from '../state/ui-state.ts'

export type Painted = Pane<readonly string[]>

/** `scroll`: lines below the place at which the pane opens. */
export function paintLesson(input: ViewInput, size: Size, scroll: number, scrollKey?: ScrollKey): Painted {
  return painted(lessonPane(input, size, scroll, scrollKey), input.style)
}

export function paintNodes(
  input: ViewInput,
  size: Size,
  {
    scroll,
    ...place
  }: Pick<UiState, 'scroll' | 'zoomed' | 'view'> & Readonly<{scrollKey: ScrollKey | undefined}>,
): Painted {
  return painted(nodesPane(input, size, {...place, scroll: scroll.nodes}), input.style)
}

export function paintPage(input: ViewInput, size: Size, place: Parameters<typeof pagePane>[2]): Painted {
  return painted(pagePane(input, size, place), input.style)
}

export function paintList(input: ViewInput, size: Size, chosen: number): Painted {
  return painted(listPane(input, size, chosen), input.style)
}

function painted(pane: Pane, style: Style): Painted {
  return {...pane, lines: pane.lines.map(words => style.paint(words))}
}
