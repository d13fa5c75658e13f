// How much a learner may ask of a hub. Each hub counts for itself; wrong codes are counted in Redis, for all hubs of a room.

import {RateLimiterMemory} from 'rate-limiter-flexible'

const rules = {
  /** requests of one learner: 5 a second, 20 at once */
  requests: {points: 20, duration: 4},
  /** bytes of one learner's requests: 20 kB a second */
  bytes: {points: 80 * 1024, duration: 4},
  /** events of one learner; a whole outbox, after the hub lost its store, takes 20 s */
  events: {points: 400, duration: 4},
  /** raised and lowered flags of one learner */
  flags: {points: 5, duration: 5},
  /** times that one device joins: a lab does it once when it is opened, and again if it has lost its token */
  joins: {points: 20, duration: 300},
  /** pictures of a room */
  snapshots: {points: 1, duration: 1},
} as const

type Rule = keyof typeof rules

export class Limiter {
  readonly #limiters = Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, new RateLimiterMemory(rule)]),
  ) as Record<Rule, RateLimiterMemory>

  /**
   * Counts `points` for `who`, at once: before it first waits for anything. Resolves to the seconds to wait if that was too much, else to
   * undefined. More points than a rule has are all that it has, so that nothing is refused forever.
   */
  async refuses(rule: Rule, who: string, points = 1): Promise<number | undefined> {
    return this.#limiters[rule].consume(who, Math.min(points, rules[rule].points)).then(
      () => undefined,
      ({msBeforeNext}: Readonly<{msBeforeNext: number}>) => Math.max(1, Math.ceil(msBeforeNext / 1000)),
    )
  }
}
