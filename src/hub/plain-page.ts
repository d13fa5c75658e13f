// A page without script or style, as the hub writes it itself.

import {html} from 'hono/html'
import type {Language} from '../model/text/messages.ts'

type Html = ReturnType<typeof html>

export function plainPage(language: Language, content: Html): Html {
  return html`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>redis-cluster-lab</title>
<main><h1>redis-cluster-lab</h1>
${content}</main>
</html>`
}
