// What the player shows beside the moment of the recording: the view, the language, the colors.

import {signal} from '@preact/signals'
import type {NodesView} from '../../model/lesson/nodes-view.ts'
import type {Language} from '../../model/text/messages.ts'
import type {Replay} from '../../replay/replay.ts'
import {Style} from '../../views/draw/style.ts'
import type {ColorScheme} from '../draw/looks.tsx'

/** The nodes are always in sight; beside them stands another view. */
export type OtherView = Exclude<NodesView, 'nodes'>
export const otherViews: readonly OtherView[] = ['timeline', 'opinions', 'slots', 'traffic']

export type PlayerState = ReturnType<typeof createPlayerState>

export function createPlayerState(replay: Replay, language: Language, scheme: ColorScheme) {
  const style = signal(new Style({language, theme: {color: true, unicode: true}}))
  /** Grows with each change of the replay, so that a component that reads it is drawn again. */
  const changes = signal(0)
  replay.subscribe(() => {
    changes.value += 1
  })
  /** Read in a component, so that this is drawn again with each change. */
  const position = () => {
    void changes.value
    return replay.position()
  }
  return {
    replay,
    position,
    /** The lab at the moment, as the views take it. */
    input() {
      void changes.value
      return {state: replay.state(), lessons: replay.lessons, style: style.value}
    },
    style,
    scheme: signal(scheme),
    view: signal<OtherView>('timeline'),
    /** The nodes with every field. */
    zoomed: signal(false),
    setLanguage(other: Language) {
      style.value = new Style({language: other, theme: {color: true, unicode: true}})
    },
  }
}
