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
  const text =
    file && existsSync(join(folder, file))
      ? readFileSync(join(folder, file), 'utf8').trim()
      : licenceWithoutFile(folder, license)
  return `${name} ${version}\n\n${text}`
}

/** Some packages name their license but do not include its text: the standard text, with the copyright line of their sources. */
function licenceWithoutFile(folder, license) {
  const copyright = copyrightIn(folder)
  if (license !== 'MIT' || !copyright) throw new Error(`${folder}: no license text, and it is not known`)
  const [, text] = readFileSync(new URL('../LICENSE', import.meta.url), 'utf8').split(/^(?=Permission )/m)
  return `MIT License\n\n${copyright}\n\n${text.trim()}`
}

function copyrightIn(folder) {
  const sources = readdirSync(folder, {recursive: true}).filter(name => /\.[cm]?[jt]s$/.test(name))
  const lines = sources.map(name => /Copyright \(c\).*/.exec(readFileSync(join(folder, name), 'utf8'))?.[0])
  return lines.find(Boolean)
}
