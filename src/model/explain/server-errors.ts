// What errors mean that a server gives whatever its role: passwords, memory, disk, scripts, its configuration, Sentinel.

import {type MessageKey, message} from '../text/messages.ts'
import {commandHere, type Diagnosis, type ErrorContext, type Explanation, portHere, short} from './context.ts'

export const explainServer: readonly Explanation[] = [
  {begins: 'MISCONF', here: here('explain.misconf', 'LASTSAVE'), long: 'explain.misconf.long'},
  {begins: 'NOAUTH', here: here('explain.noauth', 'AUTH PASSWORD'), long: 'explain.noauth.long'},
  {begins: 'WRONGPASS', here: here('explain.wrongpass'), long: 'explain.wrongpass.long'},
  {
    begins: 'ERR AUTH <password> called without any password configured',
    here: here('explain.authNone'),
    long: 'explain.authNone.long',
  },
  {begins: 'NOPERM', here: noPermission, long: 'explain.noperm.long'},
  {
    begins: "OOM command not allowed when used memory > 'maxmemory'",
    here: here('explain.oom', 'CONFIG GET maxmemory*'),
    long: 'explain.oom.long',
  },
  {begins: 'BUSY …', here: here('explain.busy', 'SCRIPT KILL'), long: 'explain.busy.long'},
  {begins: 'NOTBUSY', here: here('explain.notbusy'), long: 'explain.notbusy.long'},
  {
    begins: 'ERR Error compiling script',
    here: here('explain.lua'),
    long: 'explain.eval.long',
    ofTheLine: true,
  },
  {
    begins: "ERR Number of keys can't be greater than number of args",
    here: here('explain.numkeys'),
    long: 'explain.eval.long',
    ofTheLine: true,
  },
  {
    begins: '… script: …, on @user_script',
    here: here('explain.eval'),
    long: 'explain.eval.long',
    ofTheLine: true,
  },
  {begins: 'NOSCRIPT', here: here('explain.noscript', 'EVAL SCRIPT …'), long: 'explain.noscript.long'},
  {
    begins: 'NOPROTO',
    here: here('explain.noproto', 'HELLO 3'),
    long: 'explain.noproto.long',
    ofTheLine: true,
  },
  {
    begins: 'ERR The server is running without a config file',
    here: here('explain.noConfigFile'),
    long: 'explain.noConfigFile.long',
  },
  {
    begins: "ERR CONFIG SET failed (possibly related to argument '…') - …",
    here: configSet,
    long: 'explain.configSet.long',
    ofTheLine: true,
  },
  {
    begins: "ERR Unknown option or number of arguments for CONFIG SET - '…'",
    here: configName,
    long: 'explain.configName.long',
    ofTheLine: true,
  },
  {begins: 'ERR DEBUG command not allowed', here: here('explain.debug'), long: 'explain.debug.long'},
  {begins: 'ERR MODULE command not allowed', here: here('explain.debug'), long: 'explain.debug.long'},
  {begins: 'INPROG', here: here('explain.sentinel.busy'), long: 'explain.sentinel.long'},
  {
    begins: 'NOQUORUM',
    here: here('explain.sentinel.quorum', 'SENTINEL MASTERS'),
    long: 'explain.sentinel.long',
  },
  {
    begins: 'NOGOODSLAVE',
    here: here('explain.sentinel.noReplica', 'SENTINEL MASTERS'),
    long: 'explain.sentinel.long',
  },
  {
    begins: 'ERR No such master with that name',
    here: here('explain.sentinel.noMaster', 'SENTINEL MASTERS'),
    long: 'explain.sentinel.long',
  },
]

function here(fact: MessageKey, next?: string): Explanation['here'] {
  return met => ({
    fact: message(fact, {node: portHere(met), command: commandHere(met)}),
    ...(next && {next}),
  })
}

/** Who may not even ask who he is goes back to the first user. */
function noPermission(met: ErrorContext): Diagnosis {
  const fact = message('explain.noperm', {node: portHere(met)})
  return {fact, next: commandHere(met).startsWith('ACL') ? 'RESET' : 'ACL WHOAMI'}
}

function configSet(met: ErrorContext): Diagnosis {
  const [parameter = '', why = ''] = met.gaps
  return {
    fact: message('explain.configSet', {parameter: short(parameter), why}),
    next: `CONFIG GET ${short(parameter)}`,
  }
}

function configName(met: ErrorContext): Diagnosis {
  const parameter = short(met.gaps[0] ?? '')
  // The beginning of a name is right more often than its end.
  const [beginning = ''] = parameter.split('-', 1)
  return {
    fact: message('explain.configName', {node: portHere(met), parameter}),
    next: `CONFIG GET ${beginning}*`,
  }
}
