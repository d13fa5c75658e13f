# The whole lab in one container: its six nodes, the program and a terminal.
#   docker build -t redis-cluster-lab .
#   docker run -it --rm redis-cluster-lab
# The last stage is the lab; `workspace` is what .devcontainer/devcontainer.json opens.

FROM node:24-bookworm-slim AS base
# Debian starts no service in a container. tini ends the lab on a signal, and reaps processes that outlive their parents, as process 1 has to.
RUN apt-get update \
 && apt-get install -y --no-install-recommends redis-server redis-tools tini \
 && rm -rf /var/lib/apt/lists/*
# A container has neither a locale nor the variables of your terminal. `docker run -e LANG=zh_CN.UTF-8` starts in Chinese.
ENV LANG=C.UTF-8 TERM=xterm-256color COLORTERM=truecolor

FROM base AS workspace
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates git \
 && rm -rf /var/lib/apt/lists/*
USER node

FROM base AS package
WORKDIR /source
COPY . .
# Without install scripts the image's own Node builds the package, instead of one that is downloaded. The package needs no other.
RUN npm ci --ignore-scripts \
 && npm pack --pack-destination /tmp \
 && npm install --global --offline --prefix /package /tmp/redis-cluster-lab-*.tgz

FROM base AS lab
COPY --from=package /package /usr/local
USER node
WORKDIR /home/node
# The progress. A volume here belongs to the user because the folder does.
RUN mkdir -p .local/share/redis-cluster-lab
ENTRYPOINT ["tini", "--", "redis-cluster-lab"]
