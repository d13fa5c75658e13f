#!/usr/bin/env node
// Checks the Node version, then starts the program. Old syntax, so that an old Node can run this far and print what is needed.
var needed = [22, 18]
var have = process.versions.node.split('.').map(Number)
if (have[0] < needed[0] || (have[0] === needed[0] && have[1] < needed[1])) {
  var locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
  var sentence = /^zh/i.test(locale)
    ? 'redis-cluster-lab 需要 Node NEEDED 或更高版本，当前是 Node HAVE（PATH）。不安装新的 Node 也可以这样运行：`COMMAND`。也可以从 https://nodejs.org 安装。'
    : 'redis-cluster-lab needs Node NEEDED or newer; this is Node HAVE (PATH). Run it on a newer one without installing that: `COMMAND`. Or install a newer Node from https://nodejs.org.'
  var values = {
    NEEDED: needed.join('.'),
    HAVE: process.versions.node,
    PATH: process.execPath,
    COMMAND: 'npx -p node@24 -p redis-cluster-lab redis-cluster-lab',
  }
  var filled = sentence.replace(/NEEDED|HAVE|PATH|COMMAND/g, function (name) {
    return values[name]
  })
  process.stderr.write(filled + '\n')
  process.exitCode = 1
} else {
  require('./start.js')
}
