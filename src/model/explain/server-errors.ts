// Explanations of errors that any server may return: passwords, memory, disk, scripts, configuration; and Sentinel's errors.

import {type MessageKey, message} from '../text/messages.ts'
import {
  commandHere,
  type Diagnosis,
  type ErrorContext,
  type Explanation,
  portHere,
  readingHere,
  short,
} from './context.ts'
import {answersNow} from './no-longer.ts'

export const explainServer: readonly Explanation[] = [
  {
    begins: 'MISCONF Errors writing to the AOF file',
    here: here('server-errors.aof', 'INFO persistence'),
    long: 'server-errors.aof.long',
  },
  {
    begins: 'MISCONF … is configured to persist data to AOF',
    here: here('server-errors.aof', 'INFO persistence'),
    long: 'server-errors.aof.long',
  },
  {begins: 'MISCONF', here: here('server-errors.misconf', 'LASTSAVE'), long: 'server-errors.misconf.long'},
  {begins: 'NOAUTH', here: here('server-errors.noauth', 'AUTH PASSWORD'), long: 'server-errors.noauth.long'},
  {begins: 'WRONGPASS', here: here('server-errors.wrongpass'), long: 'server-errors.wrongpass.long'},
  {
    begins: 'ERR AUTH <password> called without any password configured',
    here: here('server-errors.authNone'),
    long: 'server-errors.authNone.long',
  },
  {begins: 'NOPERM', here: noPermission, long: 'server-errors.noperm.long'},
  {
    begins: "OOM command not allowed when used memory > 'maxmemory'",
    here: here('server-errors.oom', 'CONFIG GET maxmemory*'),
    long: 'server-errors.oom.long',
  },
  {
    begins: 'BUSY …',
    here: here('server-errors.busy', 'SCRIPT KILL'),
    noLonger: answersNow,
    long: 'server-errors.busy.long',
  },
  {begins: 'NOTBUSY', here: here('server-errors.notbusy'), long: 'server-errors.notbusy.long'},
  {begins: 'UNKILLABLE', here: here('server-errors.unkillable'), long: 'server-errors.unkillable.long'},
  {
    begins: 'ERR Error compiling script',
    here: here('server-errors.lua'),
    long: 'server-errors.eval.long',
    ofTheLine: true,
  },
  {
    begins: "ERR Number of keys can't be greater than number of args",
    here: here('server-errors.numkeys'),
    long: 'server-errors.eval.long',
    ofTheLine: true,
  },
  {
    begins: '… script: …, on @user_script',
    here: here('server-errors.eval'),
    long: 'server-errors.eval.long',
    ofTheLine: true,
  },
  // Valkey 9 omits the script's SHA1.
  {
    begins: '… script: on @user_script',
    here: here('server-errors.eval'),
    long: 'server-errors.eval.long',
    ofTheLine: true,
  },
  {
    begins: 'ERR DB index is out of range',
    here: noDatabase,
    long: 'server-errors.dbIndex.long',
    ofTheLine: true,
  },
  {
    begins: 'NOSCRIPT',
    here: here('server-errors.noscript', 'EVAL SCRIPT …'),
    long: 'server-errors.noscript.long',
  },
  {
    begins: 'NOPROTO',
    here: here('server-errors.noproto', 'HELLO 3'),
    long: 'server-errors.noproto.long',
    ofTheLine: true,
  },
  {begins: 'ERR Errors trying to SHUTDOWN', here: shutdownRefused, long: 'server-errors.shutdown.long'},
  {
    begins: 'ERR The server is running without a config file',
    here: here('server-errors.noConfigFile'),
    long: 'server-errors.noConfigFile.long',
  },
  {
    begins: "ERR CONFIG SET failed (possibly related to argument '…') - …",
    here: configSet,
    long: 'server-errors.configSet.long',
    ofTheLine: true,
  },
  {
    begins: "ERR Unknown option or number of arguments for CONFIG SET - '…'",
    here: configName,
    long: 'server-errors.configName.long',
    ofTheLine: true,
  },
  {
    begins: 'ERR DEBUG command not allowed',
    here: here('server-errors.debug'),
    long: 'server-errors.debug.long',
  },
  {
    begins: 'ERR MODULE command not allowed',
    here: here('server-errors.debug'),
    long: 'server-errors.debug.long',
  },
  {begins: 'INPROG', here: here('server-errors.sentinel.busy'), long: 'server-errors.sentinel.long'},
  {
    begins: 'NOQUORUM',
    here: here('server-errors.sentinel.quorum', 'SENTINEL MASTERS'),
    long: 'server-errors.sentinel.long',
  },
  {
    begins: 'NOGOODSLAVE',
    here: here('server-errors.sentinel.noReplica', 'SENTINEL MASTERS'),
    long: 'server-errors.sentinel.long',
  },
  {
    begins: 'ERR No such master with that name',
    here: here('server-errors.sentinel.noMaster', 'SENTINEL MASTERS'),
    long: 'server-errors.sentinel.long',
  },
]

function here(fact: MessageKey, next?: string): Explanation['here'] {
  return context => ({
    fact: message(fact, {node: portHere(context), command: commandHere(context)}),
    ...(next && {next}),
  })
}

function shutdownRefused(context: ErrorContext): Diagnosis {
  const node = portHere(context)
  return {fact: message('server-errors.shutdown', {node}), next: `/log ${node}`}
}

/** Suggests RESET, which restores the default user, if ACL WHOAMI itself may be forbidden. */
function noPermission(context: ErrorContext): Diagnosis {
  const fact = message('server-errors.noperm', {node: portHere(context)})
  return {fact, next: commandHere(context).startsWith('ACL') ? 'RESET' : 'ACL WHOAMI'}
}

function noDatabase(context: ErrorContext): Diagnosis {
  const parameter = readingHere(context)?.cluster ? 'cluster-databases' : 'databases'
  return here('server-errors.dbIndex', `CONFIG GET ${parameter}`)(context)
}

function configSet(context: ErrorContext): Diagnosis {
  const [parameter = '', why = ''] = context.gaps
  return {
    fact: message('server-errors.configSet', {parameter: short(parameter), why}),
    next: `CONFIG GET ${short(parameter)}`,
  }
}

function configName(context: ErrorContext): Diagnosis {
  const parameter = short(context.gaps[0] ?? '')
  // The first part of a name is the least likely to be misspelled.
  const [beginning = ''] = parameter.split('-', 1)
  return {
    fact: message('server-errors.configName', {node: portHere(context), parameter}),
    next: `CONFIG GET ${beginning}*`,
  }
}
