// Stands in for string-width where it is rarely called: the package is loaded at the first call. As it loads it makes a set of all emoji (7 ms).

let width

export default function lateWidth(text, options) {
  width ??= require('../node_modules/string-width/index.js').default
  return width(text, options)
}
