// The pages of the site as text: what they say of the lessons, the recordings and the guide for teachers. Pure.

import {createHash} from 'node:crypto'
import {Marked} from 'marked'
import {type Language, languages, otherThan} from '../src/model/text/fill.ts'
import {recordings, siteWords} from './site-words.ts'

export type ListedLesson = Readonly<{id: string; title: string; summary: string; steps: number}>

export type SiteSources = Readonly<{
  lessons: Readonly<Record<Language, readonly ListedLesson[]>>
  /** docs/workshop.md and its translation. */
  guides: Readonly<Record<Language, string>>
  /** The styles of the player's pages, whose colors the site has too. */
  colors: string
  styles: string
}>

type PageName = 'index' | 'teachers'

/** The files of the site by their names. */
export function sitePages(sources: SiteSources): ReadonlyMap<string, string> {
  const style = styleOf(sources)
  const pages = languages.flatMap(language => {
    const index = page('index', language, style, indexBody(sources, language))
    const teachers = page('teachers', language, style, teachersBody(sources, language))
    return [
      [fileName('index', language), index],
      [fileName('teachers', language), teachers],
    ] as const
  })
  return new Map(pages)
}

function fileName(name: PageName, language: Language): string {
  return language === 'en' ? `${name}.html` : `${name}.${language}.html`
}

/** The player's colors by name: light, and dark where the reader's system is. Its pages switch by an attribute, which needs a script. */
function styleOf({colors, styles}: SiteSources): string {
  const [light = ''] = /^:root \{[^}]*\}/m.exec(colors) ?? []
  const [, dark = ''] = /^\[data-scheme="dark"\] (\{[^}]*\})/m.exec(colors) ?? []
  const text = [light, `@media (prefers-color-scheme: dark) {:root ${dark}}`, styles].join('\n')
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s*\n\s*/g, '')
}

function page(name: PageName, language: Language, style: string, body: string): string {
  const other = otherThan(language)
  const hash = createHash('sha256').update(style).digest('base64')
  // Nothing but this style, the pictures and the recordings beside the page.
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'`
  const otherName = other === 'zh' ? '中文' : 'English'
  const home =
    name === 'index' ? '' : `<a href="${fileName('index', language)}">${text('home', language)}</a>`
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${text('lead', language)}">
<link rel="icon" href="data:,">
<title>${text('title', language)}</title>
<style>${style}</style>
</head>
<body>
<header><strong>redis-cluster-lab</strong><nav>${home}<a href="${fileName(name, other)}" lang="${other}" hreflang="${other}">${otherName}</a></nav></header>
<main>
${body}
</main>
<footer>${text('private', language)}</footer>
</body>
</html>
`
}

function text(key: keyof typeof siteWords, language: Language): string {
  return escaped(siteWords[key][language])
}

function escaped(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function indexBody({lessons}: SiteSources, language: Language): string {
  const picture = language === 'en' ? 'lab.svg' : 'lab-zh.svg'
  return `<section class="lead">
<h1>${text('headline', language)}</h1>
<p>${text('lead', language)}</p>
<pre><code>npx redis-cluster-lab</code></pre>
<p class="dim">${text('needs', language)}</p>
<img src="${picture}" alt="${text('picture', language)}">
</section>
<section>
<h2>${text('play', language)}</h2>
<p>${text('playAbout', language)}</p>
${recordings.map(one => recordingHtml(one, language)).join('\n')}
</section>
<section>
<h2>${text('lessons', language)}</h2>
<p>${text('lessonsAbout', language)}</p>
<ol class="lessons">
${lessons[language].map(one => lessonHtml(one, language)).join('\n')}
</ol>
</section>
<section>
<h2>${text('teach', language)}</h2>
<p>${text('teachAbout', language)}</p>
<p><a href="${fileName('teachers', language)}">${text('guide', language)}</a></p>
</section>`
}

function recordingHtml({name, title, about}: (typeof recordings)[number], language: Language): string {
  return `<figure>
<figcaption><h3>${escaped(title[language])}</h3><p>${escaped(about[language])}</p></figcaption>
<iframe src="${name}.html" title="${escaped(title[language])}" loading="lazy"></iframe>
<p><a href="${name}.html">${text('open', language)}</a></p>
</figure>`
}

function lessonHtml({id, title, summary, steps}: ListedLesson, language: Language): string {
  const count = `${steps} ${text('steps', language)}`
  return `<li><h3>${escaped(title)}</h3><p>${escaped(summary)}</p><p class="dim"><code>${id}</code> · ${count}</p></li>`
}

function teachersBody({guides}: SiteSources, language: Language): string {
  const html = markdown.parse(guides[language], {async: false})
  return `<article>\n${html.replaceAll('<table>', '<div class="wide"><table>').replaceAll('</table>', '</table></div>')}</article>`
}

/** Headings have the anchors that GitHub gives them, and the other language's guide is the other page. */
const markdown = new Marked({
  renderer: {
    heading({tokens, depth, text: title}) {
      const id = title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-')
      return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
  },
  walkTokens(token) {
    if (token.type !== 'link') return
    token.href = token.href.replace(/^workshop(\.zh)?\.md/, 'teachers$1.html')
  },
})
