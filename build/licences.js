// The licenses of the bundled packages, which must be distributed with the bundle.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/**
 * The license texts of the packages that these modules (paths) come from. Packages under the same terms stand above them, each with its own
 * lines: the title and whose copyright it is. Throws if a text is missing.
 */
export function licencesOf(modules) {
  const folders = new Set(modules.map(packageFolder).filter(Boolean))
  const licences = [...folders].sort().map(licenceOf)
  const sameTerms = Map.groupBy(licences, ({terms}) => terms.replace(/\s+/g, ' '))
  return [...sameTerms.values()].map(sectionOf).join(`\n\n${'='.repeat(80)}\n\n`)
}

function sectionOf(licences) {
  const packages = licences.map(({name, own}) => [name, ...own.map(line => `  ${line}`)].join('\n'))
  return `${packages.join('\n')}\n\n${licences[0].terms}`
}

/** A package's own lines in a license that many share. */
const ownLine = /^\W*(the )?mit licen[cs]e\b|\bcopyright (\(c\)|©|\d)/i

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
  const lines = text.split('\n')
  return {
    name: `${name} ${version}`,
    own: lines.filter(line => ownLine.test(line)).map(line => line.trim()),
    terms: lines
      .filter(line => !ownLine.test(line))
      .join('\n')
      .trim(),
  }
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
