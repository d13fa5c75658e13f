#!/usr/bin/env node
// Checks the Node version, then starts the program. Old syntax, so that an old Node can run this far and print what is needed.
var needed = [22, 18]
var have = process.versions.node.split('.').map(Number)
if (have[0] < needed[0] || (have[0] === needed[0] && have[1] < needed[1])) {
  process.stderr.write(
    'redis-cluster-lab needs Node ' +
      needed.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      ' (' +
      process.execPath +
      '). ' +
      'Install a newer one from https://nodejs.org and start it again.\n',
  )
  process.exitCode = 1
} else {
  require('./start.js')
}
