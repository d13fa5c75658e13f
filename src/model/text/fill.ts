// The languages, and templates with values. A page that has words of its own needs no more than this.

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

export function otherThan(language: Language): Language {
  return language === 'en' ? 'zh' : 'en'
}

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text)
}

/** One message in every language. `{name}` stands for a value; `{n|node|nodes}` chooses singular or plural by n. */
export type Translations = Readonly<Record<Language, string>>

/** Fills `{name}` and `{name|one|other}`; what has no value stays visible. */
export function fillWith(
  template: string,
  language: Language,
  find: (name: string) => string | number | undefined,
): string {
  return template.replace(/\{([\w-]+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name, one, other) => {
    const value = find(name)
    if (value === undefined) return whole
    if (one === undefined) return String(value)
    return new Intl.PluralRules(language).select(Number(value)) === 'one' ? one : other
  })
}
