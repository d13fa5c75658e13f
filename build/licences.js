// The licenses of the bundled packages, which must be distributed with the bundle.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** The license texts of the packages that these modules (paths) come from. Throws if one is missing. */
export function licencesOf(modules) {
  const folders = new Set(modules.map(packageFolder).filter(Boolean))
  return [...folders]
    .sort()
    .map(licenceOf)
    .join(`\n\n${'='.repeat(80)}\n\n`)
}

function packageFolder(module) {
  const match = /^\0?(.*node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(module)
  return match?.[1]
}

function licenceOf(folder) {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(one => /^(licen[cs]e|copying)/i.test(one))
  // Some packages name their license but do not include its text.
  const text =
    file && existsSync(join(folder, file))
      ? readFileSync(join(folder, file), 'utf8').trim()
      : `Licence: ${license}`
  return `${name} ${version}\n\n${text}`
}
