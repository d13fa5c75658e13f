// The words about finding and fetching redis-server.

export const provideText = {
  'provide.none': {
    en: 'No redis-server found (looked in {places}).',
    zh: '找不到 redis-server（已查找 {places}）。',
  },
} as const
