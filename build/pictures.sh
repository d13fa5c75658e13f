#!/bin/sh
# Draws docs/*.svg anew, each from a real run of the built program. Needs the ports from 6379 on, so that the pictures show the ports of the texts.
set -eu
cd "$(dirname "$0")/.."
XDG_DATA_HOME=$(mktemp -d)
export XDG_DATA_HOME
trap 'rm -rf "$XDG_DATA_HOME"' EXIT

draw() {
  out=$1 columns=$2 rows=$3 theme=$4
  shift 4
  node build/picture.ts "docs/$out.svg" --columns "$columns" --rows "$rows" --theme "$theme" --title redis-cluster-lab "$@"
}

draw failover 120 36 dark \
  --do 'wait:6381 still runs' --do 'type:/kill 6381' --do 'press:enter' --do 'wait:Enter goes on' --do 'type:@6480 GET name' --do 'press:enter' \
  --do 'wait:MOVED' -- node bin/redis-cluster-lab.js failover
rm -rf "$XDG_DATA_HOME"
draw replicaof-zh 80 24 light \
  --do 'wait:还没有人' --do 'type:/next' --do 'press:enter' --do 'wait:应为' \
  --do 'type:@6380 REPLICAOF 127.0.0.1 6379' --do 'press:enter' --do 'wait:连接 up' \
  --do 'type:REPLICAOF 127.0.0.1:6379' --do 'press:enter' --do 'wait:wrong number' --do 'type:/hint' --do 'press:enter' --do 'wait:提示 1' \
  -- node bin/redis-cluster-lab.js replicaof --lang zh
