// The bounds that both ends of a workshop keep. A hub refuses what is beyond them, so a newer client must not send more.

/** The version of the protocol, which a lab names when it joins. A hub refuses another one with a sentence that says which side to update. */
export const protocolVersion = 1

export const limits = {
  /** bytes of a request's body */
  body: 64 * 1024,
  /** events of one request */
  batch: 100,
  /** bytes of a snapshot of the screen */
  snapshot: 48 * 1024,
  /** characters of a name */
  name: 24,
  /** characters of a broadcast, of an offered line and of a poll's question */
  text: 500,
  /** options of a poll, and characters of each */
  options: 6,
  option: 60,
  /** How long a picture that was asked for may be sent, and is kept, ms. */
  picture: 10 * 60_000,
  /** How long a helper has a question to themselves, ms. */
  lease: 5 * 60_000,
  /** Between two beats of a learner who does nothing, s; a hub may ask for more. */
  beat: 15,
  /** Between two pings of a stream, ms, and how long a silent one is believed. */
  ping: 15_000,
  mute: 40_000,
  /** A lab that is demonstrated shows itself this often at the most, and at the least, and counts as lost after such a silence, ms. */
  demoEvery: 250,
  demoBeat: 2000,
  demoSilence: 7000,
} as const

/** Cells of a demonstration, which a projector shows as large as it can. */
export const demoSize = {columns: 100, rows: 28} as const

/**
 * Groups of a connection's key exchange, without the hybrid ones that OpenSSL prefers since 3.5. Their keys make the client's first message longer than
 * Node's first buffer, so that the hub gets a second one, of 16 KB, and keeps it as long as the connection; with the keys that is 22 KB for each.
 */
export const keyExchange = 'X25519:P-256:P-384'

/** The header that only a script of the instructor's page can send: another origin would have to ask first, and no answer allows it. */
export const staffHeader = 'x-redis-cluster-lab'
