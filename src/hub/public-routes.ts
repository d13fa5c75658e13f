// What everybody may have without a secret: how to join, and the package itself for a room without internet.

import type {Hono} from 'hono'
import {html} from 'hono/html'
import {type Language, message, translate} from '../model/text/messages.ts'
import {protocolVersion} from '../model/workshop/limits.ts'
import {plainPage} from './plain-page.ts'
import type {HubEnv} from './requests.ts'

/** The package as npm packed it. `integrity`: as npm writes it, `sha512-…`. */
export type Tarball = Readonly<{bytes: Uint8Array<ArrayBuffer>; integrity: string}>

export const tarballPath = '/redis-cluster-lab.tgz'

/** `onVisit`: told of the address of everybody who opens the page. */
export function publicRoutes(
  app: Hono<HubEnv>,
  tarball: () => Tarball | undefined,
  onVisit: (address: string) => void = () => undefined,
): void {
  app.get('/healthz', c => c.json({protocol: protocolVersion}))
  app.get('/', c => {
    onVisit(c.env.incoming.socket.remoteAddress ?? '')
    const language: Language = /^zh/i.test(c.req.header('accept-language') ?? '') ? 'zh' : 'en'
    // The name was checked: it is an address or one of this hub's own.
    return c.html(page(c.req.header('host') ?? '', tarball()?.integrity, language))
  })
  app.get(tarballPath, c => {
    const packed = tarball()
    if (!packed) return c.notFound()
    return c.body(packed.bytes, 200, {'content-type': 'application/octet-stream'})
  })
}

function page(host: string, integrity: string | undefined, language: Language) {
  const text = (key: Parameters<typeof message>[0]) => translate(language, message(key))
  return plainPage(
    language,
    html`<p>${text('page.reached')}</p>
<p>${text('page.join')}</p>
<pre>npx redis-cluster-lab join ${host}</pre>
${
  integrity === undefined
    ? ''
    : html`<p>${text('page.offline')}</p>
<pre>npx --allow-remote=all http://${host}${tarballPath} join ${host}</pre>
<p>${text('page.integrity')}</p>
<pre>${integrity}</pre>`
}`,
  )
}
