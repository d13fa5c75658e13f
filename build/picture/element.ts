// SVG elements as text.

export type Attributes = Readonly<Record<string, string | number | false>>

/** An element on its own line. Attributes that are false are omitted, and so is empty content. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== false)
  const start = [name, ...given.map(([key, value]) => `${key}="${escaped(String(value))}"`)].join(' ')
  return content === '' ? `<${start}/>\n` : `<${start}>${content}</${name}>\n`
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
