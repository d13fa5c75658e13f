// React's reconciler asks the library that draws, when it starts, what it can draw on: a page that a server has rendered, elements that stand only once.
// Ink's answers never change. They are written into React as it is bundled, so that the minifier drops what a terminal never needs (10 kB).

/** Ink's answers, from the host config in its reconciler.js. */
const abilities = {
  supportsMutation: true,
  supportsMicrotasks: true,
  supportsPersistence: false,
  supportsHydration: false,
  supportsResources: false,
  supportsSingletons: false,
  supportsTestSelectors: false,
}

/** A plugin for rolldown. Throws if React does not ask, or Ink answers otherwise. */
export const reactInInk = {
  name: 'react-in-ink',
  transform(code, module) {
    if (module.endsWith('/ink/build/reconciler.js')) throwIfOthers(code, module)
    if (!module.endsWith('/react-reconciler.production.js')) return undefined
    return {code: Object.entries(abilities).reduce(withAnswer, code)}
  },
}

function withAnswer(code, [ability, answer]) {
  const asked = `${ability} = $$$config.${ability}`
  if (!code.includes(asked)) throw new Error(`React does not ask for ${ability}.`)
  return code.replaceAll(new RegExp(`(?<!\\.)\\b${ability}\\b(?! =)`, 'g'), String(answer))
}

function throwIfOthers(code, module) {
  const answers = Object.fromEntries(
    [...code.matchAll(/\b(supports\w+): (\w+)/g)].map(([, ability, is]) => [ability, is]),
  )
  const others = Object.keys({...abilities, ...answers}).filter(
    ability => String(abilities[ability]) !== (answers[ability] ?? 'false'),
  )
  if (others.length > 0) throw new Error(`${module} answers otherwise: ${others.join(', ')}`)
}
