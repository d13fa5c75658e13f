// How a screen looks and behaves here, by the environment and the learner's settings.

import type {Language} from '../model/text/messages.ts'
import type {ScreenOptions} from '../ui/ui.tsx'
import type {Environment} from './environment.ts'
import type {Options} from './options.ts'

/** False where the program prints lines instead. */
export function usesScreen({plain}: Options, {screen, screenReader}: Environment): boolean {
  return screen && !plain && !screenReader
}

export function screenOptions(environment: Environment, language: Language): ScreenOptions {
  const {color, shades, unicode, signsChosen, settings} = environment
  return {
    looks: {language, theme: {color, shades, unicode}},
    mouse: settings.mouse ?? false,
    askWidth: unicode && !signsChosen,
  }
}
