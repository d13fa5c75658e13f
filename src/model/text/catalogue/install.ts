// How to install a redis-server on this system.

export const installText = {
  'install.with': {
    en: 'Install one with: {command}',
    zh: '安装命令：{command}',
  },
  'install.rhel': {
    en: 'Install one with: {command}. Before version 10 it is in EPEL, which has to be enabled first: https://docs.fedoraproject.org/en-US/epel/',
    zh: '安装命令：{command}。在版本 10 之前，它位于 EPEL，需要先启用：https://docs.fedoraproject.org/en-US/epel/',
  },
  'install.apt': {
    en: 'Install one with: {command} (this also starts a Redis service on port 6379).',
    zh: '安装命令：{command}（这会同时在 6379 端口启动一个 Redis 服务）。',
  },
  'install.orProvide': {
    en: 'Without --no-provide the lab downloads one into its own cache; no root needed. {remedy}',
    zh: '去掉 --no-provide，实验室会把它下载到自己的缓存目录，无需 root 权限。{remedy}',
  },
  'install.universe': {
    en: 'On Ubuntu they are in universe: sudo add-apt-repository universe',
    zh: '在 Ubuntu 上它们属于 universe：sudo add-apt-repository universe',
  },
  'install.newerPackages': {
    en: 'Redis publishes newer packages: https://redis.io/docs/latest/operate/oss_and_stack/install/',
    zh: 'Redis 官方提供更新的软件包：https://redis.io/docs/latest/operate/oss_and_stack/install/',
  },
  'install.nix': {
    en: 'Start a shell that has one: nix-shell -p valkey. Then start the lab there; nothing else on this system changes.',
    zh: '启动一个带有它的 shell：nix-shell -p valkey，再在其中启动实验室；系统的其他部分不会改变。',
  },
  'install.noBrew': {
    en: 'Install Homebrew (https://brew.sh), then: brew install redis',
    zh: '请先安装 Homebrew（https://brew.sh），再执行：brew install redis',
  },
  'install.windows': {
    en: 'Windows has no redis-server of its own. Run the lab inside WSL 2: wsl --install, then install Node 22.18 or newer there, and run npx redis-cluster-lab in its shell.',
    zh: 'Windows 本身没有 redis-server。请在 WSL 2 中运行实验室：先执行 wsl --install，在其中安装 Node 22.18 或更新版本，再在其 shell 中执行 npx redis-cluster-lab。',
  },
  'install.any': {
    en: 'Install Redis 7.0 or Valkey 7.2 or newer, or name yours with --redis-server PATH',
    zh: '请安装 Redis 7.0 或 Valkey 7.2 及以上版本，或用“--redis-server 路径”指定已有的程序。',
  },
} as const
