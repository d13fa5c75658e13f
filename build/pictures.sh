#!/bin/sh
# Redraws docs/*.svg, each from a real run of the built program in its own home. Needs the ports from 6379 on, so that the pictures show
# the ports that the texts name (with root on Linux: unshare -n sh -c 'ip link set lo up; sh build/pictures.sh').
set -eu
cd "$(dirname "$0")/.."
cache=${XDG_CACHE_HOME:-$HOME/.cache}

draw() {
  out=$1 columns=$2 rows=$3 theme=$4
  shift 4
  node build/picture.ts "docs/$out.svg" --columns "$columns" --rows "$rows" --theme "$theme" --title redis-cluster-lab "$@"
}

draw failover 120 36 dark \
  --do 'wait:1-9 Enter' --do 'type:/lessons failover kill' --do 'press:enter' --do 'wait:/hint 0' --do 'type:1' --do 'press:enter' \
  --do 'wait:6381 still runs' --do 'type:/kill 6381' --do 'press:enter' --do 'wait:Press Enter to continue' --do 'type:@6480 GET name' --do 'press:enter' \
  --do 'wait:MOVED' -- env XDG_CACHE_HOME="$cache" node bin/redis-cluster-lab.js failover
draw replicaof-zh 80 24 light \
  --do 'wait:1-9 Enter' --do 'type:/next' --do 'press:enter' --do 'wait:请你动手' --do 'type:/lessons replicaof follow' --do 'press:enter' --do 'wait:两个从节点' --do 'wait:应为' \
  --do 'type:@6380 REPLICAOF 127.0.0.1 6379' --do 'press:enter' --do 'wait:连接 up' \
  --do 'type:REPLICAOF 127.0.0.1:6379' --do 'press:enter' --do 'wait:wrong number' --do 'type:/hint' --do 'press:enter' --do 'wait:提示 1' \
  -- env XDG_CACHE_HOME="$cache" node bin/redis-cluster-lab.js replicaof --lang zh
draw opinions 110 30 dark \
  --do 'wait:cluster ok' --do 'type:/view opinions' --do 'press:enter' --do 'type:/kill 6381' --do 'press:enter' --do 'wait:is down (fail)' \
  -- env XDG_CACHE_HOME="$cache" node bin/redis-cluster-lab.js sandbox
draw timeline 120 36 dark \
  --do 'wait:cluster ok' --do 'type:/view timeline' --do 'press:enter' --do 'type:/kill 6381' --do 'press:enter' --do 'wait:won the election' \
  --do 'wait:cluster ok' --do 'type:/start 6381' --do 'press:enter' --do 'wait:back as a replica' --do 'wait:resynchronization' \
  -- env XDG_CACHE_HOME="$cache" node bin/redis-cluster-lab.js sandbox
