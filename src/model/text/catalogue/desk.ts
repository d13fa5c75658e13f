// The instructor's terminal: `host`.

export const deskText = {
  'desk.with': {en: '{name} {takes}', zh: '{name} {takes}'},
  'desk.alone': {en: '{name}', zh: '{name}'},
  'desk.takes.text': {en: 'TEXT', zh: '文字'},
  'desk.takes.tell': {en: 'NAME TEXT', zh: '名字 文字'},
  'desk.takes.asking': {en: 'NUMBER|NAME', zh: '编号|名字'},
  'desk.takes.number': {en: 'NUMBER', zh: '编号'},
  'desk.takes.code': {en: '[new]', zh: '[new]'},
  'desk.takes.end': {en: '[now]', zh: '[now]'},
  'desk.takes.line': {en: 'LINE', zh: '命令行'},
  'desk.takes.place': {en: 'LESSON STEP', zh: '课程 步骤'},
  'desk.takes.unlock': {en: 'hint|solution [LESSON STEP]', zh: 'hint|solution [课程 步骤]'},
  'desk.takes.timer': {en: 'MINUTES [TEXT]', zh: '分钟 [文字]'},
  'desk.takes.poll': {
    en: 'QUESTION | OPTION | OPTION …, or close, or share',
    zh: '问题 | 选项 | 选项 …，或 close，或 share',
  },
  'desk.takes.name': {en: 'NAME', zh: '名字'},
  'desk.takes.rename': {en: 'NAME = NEW NAME', zh: '名字 = 新名字'},
  'desk.takes.off': {en: '[off]', zh: '[off]'},
  'desk.takes.file': {en: 'FILE.csv|FILE.jsonl', zh: '文件.csv|文件.jsonl'},
  'desk.say': {en: 'a sentence for everybody', zh: '向所有人发一句话'},
  'desk.tell': {en: 'a sentence for one person', zh: '向一个人发一句话'},
  'desk.offer': {en: 'a line that everybody may take to their prompt', zh: '推荐一行命令，学员可自行采用'},
  'desk.goto': {
    en: 'offer everybody a jump to a step, by its number or its id',
    zh: '请所有人跳转到某个步骤，用编号或名称表示',
  },
  'desk.unlock': {
    en: 'recommend the hint or the solution of a step; name the step if learners are on several',
    zh: '建议查看某个步骤的提示或答案；学员在不同步骤时要写明步骤',
  },
  'desk.timer': {en: 'a countdown; 0 stops it', zh: '倒计时；0 表示停止'},
  'desk.poll': {
    en: 'ask the room; close takes no more votes, share shows everybody the result, too',
    zh: '向全班提问；close 停止投票，share 停止投票并向所有人公布结果',
  },
  'desk.people': {en: 'who is in the room, and where', zh: '房间里有谁，各在哪一步'},
  'desk.steps': {en: 'how many are on each step', zh: '每一步有多少人'},
  'desk.page': {
    en: 'open your page in the browser, or print its link',
    zh: '在浏览器中打开讲师页面，或打印其链接',
  },
  'desk.pageLink': {
    en: 'Your page: {link} (on this computer only; the link works once, page makes another)',
    zh: '讲师页面：{link}（仅限本机；链接只能使用一次，page 生成新的链接）',
  },
  'desk.pageOpened': {
    en: 'Your page opens in the browser. If it does not: {link}',
    zh: '正在浏览器中打开讲师页面。如果没有打开：{link}',
  },
  'desk.queue': {
    en: 'who waits for help, with numbers, and who may be stuck',
    zh: '谁在等待帮助（带编号），谁可能卡住了',
  },
  'desk.queueCounted': {en: 'the numbers that wait for help', zh: '等待帮助的编号'},
  'desk.claimCounted': {
    en: 'take a question, by its number in the queue',
    zh: '接手一个求助，用队列中的编号',
  },
  'desk.claim': {
    en: "take somebody's question, by its number in the queue or the name",
    zh: '接手某人的求助，用队列中的编号或名字',
  },
  'desk.release': {en: 'give a question back', zh: '放弃接手的求助'},
  'desk.answer': {en: 'close a question as answered', zh: '将求助标记为已解答'},
  'desk.sentHelp': {
    en: 'what the room was told last, and how many followed',
    zh: '最近发送的内容，以及有多少人响应',
  },
  'desk.queueRow': {en: '{n}. {who} · {minutes} min', zh: '{n}. {who} · {minutes} 分钟'},
  'desk.queueTaken': {
    en: '{n}. {who} · {minutes} min · {helper} helps',
    zh: '{n}. {who} · {minutes} 分钟 · {helper} 正在帮助',
  },
  'desk.queueYours': {
    en: '{n}. {who} · {minutes} min · you help',
    zh: '{n}. {who} · {minutes} 分钟 · 你正在帮助',
  },
  'desk.someoneAt': {en: '{name} · {place}', zh: '{name} · {place}'},
  'desk.numberWantsHelp': {en: 'Number {n} asks for help.', zh: '{n} 号请求帮助。'},
  'desk.noQuestions': {en: 'Nobody asks for help.', zh: '没有人求助。'},
  'desk.nobodyWatched': {
    en: 'This room only counts: it does not know who anybody is, or what one person does.',
    zh: '这个房间只计数：不知道谁是谁，也不知道某个人做了什么。',
  },
  'desk.nobodyKnown': {
    en: '{name} needs to know who somebody is, and this room only counts. say reaches everybody; a question is called by its number.',
    zh: '{name} 需要知道谁是谁，而这个房间只计数。用 say 对所有人说；求助按编号叫。',
  },
  'desk.countOnly': {
    en: '{here} here, {away} away · {help} {help|asks|ask} for help',
    zh: '在场 {here} 人，离线 {away} 人 · {help} 人求助',
  },
  'desk.countsOnlyRoom': {
    en: 'This room only counts (--aggregate-only): no names, and nothing is kept of one person. Learners are told so before they join.',
    zh: '这个房间只计数（--aggregate-only）：没有名字，不保存任何个人记录。学员加入前会看到说明。',
  },
  'desk.notCountsOnly': {
    en: 'Room {room} keeps what each learner did, and that cannot be changed. For a room that only counts: host --new --aggregate-only',
    zh: '房间 {room} 会保存每个学员的记录，不能更改。要开只计数的房间：host --new --aggregate-only',
  },
  'desk.countsOwnRedis': {
    en: 'A room that only counts has a Redis of its own: what another Redis writes to its disk, this program cannot know. Leave out --redis or --aggregate-only.',
    zh: '只计数的房间使用自己的 Redis：别的 Redis 往磁盘写什么，本程序无从得知。请去掉 --redis 或 --aggregate-only。',
  },
  'desk.helpersNow': {en: '{n} {n|helper is|helpers are} here.', zh: '现有 {n} 名助教。'},
  'desk.stepSums': {
    en: '{words} · {been} have been at it, {tries} {tries|try|tries}, {hints} {hints|hint|hints}',
    zh: '{words} · {been} 人到过，尝试 {tries} 次，提示 {hints} 次',
  },
  'desk.stepMistake': {en: '  mistake × {n}: {mistake}', zh: '  错误 × {n}：{mistake}'},
  'desk.noSuchQuestion': {
    en: '{typed} is not in the queue; queue lists who waits.',
    zh: '队列中没有 {typed}；queue 列出等待的人。',
  },
  'desk.question.claim': {
    en: 'You have the question of {name} for five minutes; they are told.',
    zh: '你已接手 {name} 的求助，保留五分钟；对方已收到通知。',
  },
  'desk.question.claimNumber': {
    en: 'You have the question of {name} for five minutes.',
    zh: '你已接手 {name}的求助，保留五分钟。',
  },
  'desk.question.release': {
    en: 'The question of {name} waits for somebody else again.',
    zh: '{name} 的求助已放回队列。',
  },
  'desk.question.answer': {en: 'The question of {name} is closed.', zh: '{name} 的求助已关闭。'},
  'desk.question.none': {en: '{name} does not ask for help.', zh: '{name} 没有求助。'},
  'desk.question.taken': {en: '{helper} helps {name} already.', zh: '{helper} 已在帮助 {name}。'},
  'desk.question.notYours': {
    en: 'You have not claimed the question of {name}.',
    zh: '你没有接手 {name} 的求助。',
  },
  'desk.sentRow': {en: '{time} {words}', zh: '{time} {words}'},
  'desk.nothingSent': {en: 'Nothing has been sent yet.', zh: '还没有发送任何内容。'},
  'desk.sent.say': {en: 'say: {text}', zh: 'say：{text}'},
  'desk.sent.tell': {en: 'tell {name}: {text}', zh: 'tell {name}：{text}'},
  'desk.sent.goto': {
    en: 'goto {place}: {taken} went, {declined} stayed',
    zh: 'goto {place}：{taken} 人已跳转，{declined} 人留下',
  },
  'desk.sent.offer': {
    en: 'offer {line}: {taken} took it, {declined} did not',
    zh: 'offer {line}：{taken} 人采用，{declined} 人未采用',
  },
  'desk.sent.unlock': {en: 'unlock {what}: {place}', zh: 'unlock {what}：{place}'},
  'desk.sent.timer': {en: 'timer {time} {text}', zh: 'timer {time} {text}'},
  'desk.sent.poll': {en: 'poll: {question}', zh: 'poll：{question}'},
  'desk.votes': {en: 'how the room has answered the newest poll', zh: '全班对最近一次提问的回答'},
  'desk.voteTitle': {en: '{question}', zh: '{question}'},
  'desk.voteTitleClosed': {en: '{question} (closed)', zh: '{question}（已结束）'},
  'desk.pollClosed': {en: 'No more votes are taken.', zh: '投票已结束。'},
  'desk.pollShared': {
    en: 'No more votes are taken, and everybody sees the result.',
    zh: '投票已结束，结果已向所有人公布。',
  },
  'desk.pollWasClosed': {
    en: 'The newest question is closed already; poll share shows everybody its result.',
    zh: '最近一次提问已经结束；poll share 可向所有人公布结果。',
  },
  'desk.voteRow': {en: '  {option}: {n} {n|vote|votes}', zh: '  {option}：{n} 票'},
  'desk.noPoll': {en: 'Nothing has been asked yet.', zh: '还没有提问。'},
  'desk.demo': {en: 'how to show your own lab on the projector', zh: '如何在投影上演示自己的实验室'},
  'desk.demoHow': {
    en: 'Type `redis-cluster-lab demo` in another terminal of this computer: it opens a lab of your own. Demonstration on the page shows it live.',
    zh: '请在这台电脑的另一个终端输入 `redis-cluster-lab demo`，会打开你自己的实验室。页面上的“演示”会实时显示它。',
  },
  'desk.picture': {en: 'ask somebody for one picture of their screen', zh: '请求某人的一张屏幕快照'},
  'desk.lock': {en: 'nobody new comes in; off: they do again', zh: '不再接受新人；off 重新接受'},
  'desk.code': {
    en: 'how learners and helpers join; new: another code for learners; those who are in stay in',
    zh: '学员和助教的加入方式；new 更换学员代码，已进入的人不受影响',
  },
  'desk.helpers': {
    en: 'how helpers join: their code is not for the projector; new: another code for helpers; those who are in stay in',
    zh: '助教的加入方式：其代码不要投影；new 更换助教代码，已进入的人不受影响',
  },
  'desk.kick': {en: 'send somebody out; asks first', zh: '将某人移出房间；会先确认'},
  'desk.unkick': {en: 'let somebody in again who was sent out', zh: '允许被移出的人重新加入'},
  'desk.rename': {en: 'another name for somebody', zh: '给某人改名'},
  'desk.export': {
    en: 'everything that the room has recorded and was told',
    zh: '导出房间记录和发送过的全部内容',
  },
  'desk.exportCounted': {
    en: 'the counts of the room: one row each',
    zh: '导出房间的计数，每行一个',
  },
  'desk.end': {
    en: 'end the workshop for everybody; asks first, except with now',
    zh: '为所有人结束工作坊；会先确认，加 now 则不确认',
  },
  'desk.quit': {
    en: 'stop this hub; the room stays, and the next host opens it again',
    zh: '停止本服务端；房间保留，下次 host 会重新打开',
  },
  'desk.help': {en: 'this list', zh: '本列表'},
  'desk.unknown': {
    en: 'There is no {typed} here; help lists what there is.',
    zh: '没有 {typed} 这个命令；help 列出全部命令。',
  },
  'desk.usage': {en: 'Write: {usage}', zh: '用法：{usage}'},
  'desk.tooLong': {
    en: 'That is too long, or has signs that a terminal must not get. Nothing was sent.',
    zh: '内容太长，或含有终端不能显示的字符。没有发送任何内容。',
  },
  'desk.nobodyOnStep': {
    en: 'No learner is on a step yet. Name one: unlock hint LESSON STEP',
    zh: '还没有学员在任何步骤上。请写明步骤：unlock hint 课程 步骤',
  },
  'desk.severalSteps': {
    en: 'Learners are on several steps: {steps}. Name one: unlock {what} LESSON STEP',
    zh: '学员在不同的步骤上：{steps}。请写明步骤：unlock {what} 课程 步骤',
  },
  'desk.nobody': {
    en: 'Nobody here is called {name}, or several are.',
    zh: '没有叫 {name} 的人，或有多个人匹配。',
  },
  'desk.helpRow': {en: '{usage}: {help}', zh: '{usage}：{help}'},
  'desk.noLesson': {
    en: 'There is no lesson {lesson}. There are {lessons}.',
    zh: '没有课程 {lesson}。现有：{lessons}。',
  },
  'desk.noStep': {
    en: 'Lesson {lesson} has no step {step}. It has {steps}.',
    zh: '课程 {lesson} 没有步骤 {step}。现有：{steps}。',
  },
  'desk.sent': {en: 'Sent.', zh: '已发送。'},
  'desk.sentTo': {en: 'Sent to {name}.', zh: '已发送给 {name}。'},
  'desk.sentPlace': {
    en: 'Sent: a jump to {place} is offered to everybody who is not there yet. sent shows how many go.',
    zh: '已发送：请还不在 {place} 的人跳转过去。sent 显示有多少人跳转。',
  },
  'desk.sentUnlock': {
    en: 'The {what} of {place} is recommended to {n} {n|learner|learners} on that step, and to the others when they come to it.',
    zh: '已向在 {place} 的 {n} 名学员推荐 {what}，其他人到达该步骤时也会看到。',
  },
  'desk.locked': {en: 'The room takes nobody new.', zh: '房间不再接受新人。'},
  'desk.unlocked': {en: 'The room is open.', zh: '房间已开放。'},
  'desk.kicked': {
    en: '{name} is out, and cannot come back unless you type unkick {name}. Anyone who knows the code can still join as somebody else: code new changes it, lock admits nobody new.',
    zh: '{name} 已被移出，除非输入 unkick {name}，否则不能回来。知道代码的人仍能以其他身份加入：code new 更换代码，lock 不再接受新人。',
  },
  'desk.askKick': {
    en: 'This sends {name} out. Type the line again to confirm.',
    zh: '这会将 {name} 移出房间。再输入一次即可确认。',
  },
  'desk.unkicked': {en: '{name} can join again.', zh: '{name} 可以重新加入。'},
  'desk.askEnd': {
    en: 'This ends the workshop for everybody, for good. Save the records first: export FILE.csv. Then type end again to confirm.',
    zh: '这会为所有人结束工作坊，且不能撤销。请先保存记录：export 文件.csv。再输入一次 end 即可确认。',
  },
  'desk.roomOver': {
    en: 'The workshop is over. You can still use export, people, steps, queue, sent and votes.',
    zh: '工作坊已结束。仍可使用 export、people、steps、queue、sent 和 votes。',
  },
  'desk.roomOverCounted': {
    en: 'The workshop is over. You can still use export, steps, queue, sent and votes.',
    zh: '工作坊已结束。仍可使用 export、steps、queue、sent 和 votes。',
  },
  'desk.renamed': {en: '{name} is now called {now}.', zh: '{name} 现在叫 {now}。'},
  'desk.notRenamed': {
    en: 'Not renamed: {now} is taken, or too long to show.',
    zh: '没有改名：{now} 已被占用，或太长无法显示。',
  },
  'desk.newCode': {en: 'The code is now {code}.', zh: '新的代码是 {code}。'},
  'desk.ended': {
    en: 'The workshop is over for everybody. The hub forgets the room a day from now: export FILE.csv saves its records until then. If no host runs here by then, the next host or clean on this computer deletes them.',
    zh: '工作坊已为所有人结束。服务端将在一天后删除房间数据，在此之前可用 export 文件.csv 保存记录。到时如果本机没有运行 host，则由下一次 host 或 clean 删除。',
  },
  'desk.refused': {
    en: "Nothing was done: the hub's Redis says {error}",
    zh: '操作未执行，服务端的 Redis 返回：{error}',
  },
  'desk.waits': {
    en: "The hub's Redis has not answered for {seconds} s. The hub goes on trying: this is done once, as soon as Redis answers, and then told here. Do not type it again.",
    zh: '服务端的 Redis 已有 {seconds} 秒没有应答。服务端会继续尝试：Redis 恢复后立即执行，只执行一次，并在这里显示结果。请勿重复输入。',
  },
  'desk.undone': {
    en: "The hub's Redis did not answer: it is not known whether {n} {n|line was|lines were} done.",
    zh: '服务端的 Redis 没有应答：有 {n} 行无法确认是否已执行。',
  },
  'desk.unwritable': {en: 'Cannot write {file}: {cause}', zh: '无法写入 {file}：{cause}'},
  'desk.unwritable.exists': {
    en: '{file} already exists, and is not overwritten. Choose another name.',
    zh: '{file} 已存在，不会被覆盖。请换一个文件名。',
  },
  'desk.unwritable.isFolder': {
    en: '{file} is a folder. Add the name of a file.',
    zh: '{file} 是文件夹。请加上文件名。',
  },
  'desk.unwritable.noFolder': {
    en: 'Cannot write {file}: the folder does not exist. Create it, or choose another one.',
    zh: '无法写入 {file}：文件夹不存在。请先创建，或换一个文件夹。',
  },
  'desk.unwritable.denied': {
    en: 'You may not write {file}. Choose a folder of your own.',
    zh: '没有写入 {file} 的权限。请换一个自己的文件夹。',
  },
  'desk.unwritable.full': {
    en: 'Cannot write {file}: the disk is full. Free some space, or choose another disk.',
    zh: '无法写入 {file}：磁盘已满。请释放空间，或换一个磁盘。',
  },
  'desk.exported': {en: '{n} {n|row|rows} written to {file}', zh: '已将 {n} 行写入 {file}'},
  'desk.room': {en: 'Room {room}, open for learners:', zh: '房间 {room} 已开放：'},
  'desk.joinLine': {
    en: 'Learners: redis-cluster-lab join {address} --code {code}',
    zh: '学员：redis-cluster-lab join {address} --code {code}',
  },
  'desk.helperLine': {
    en: 'Helpers: redis-cluster-lab join {address} --helper --code {code}',
    zh: '助教：redis-cluster-lab join {address} --helper --code {code}',
  },
  'desk.words': {
    en: "Check words, the same on every learner's screen: {words}",
    zh: '核对词，所有学员的屏幕应一致：{words}',
  },
  'desk.helperWords': {
    en: "Check words, the same on every helper's screen: {words}",
    zh: '核对词，所有助教的屏幕应一致：{words}',
  },
  'desk.helpersHint': {
    en: 'helpers shows how helpers join; their code does not belong on the projector.',
    zh: '输入 helpers 查看助教的加入方式；助教代码不要投影。',
  },
  'desk.endedRoom': {
    en: 'Room {room} has ended. Its records are kept for a day: export FILE.csv saves them; people, steps, sent and votes show them.',
    zh: '房间 {room} 已结束。记录保留一天：export 文件.csv 保存；people、steps、sent 和 votes 可查看。',
  },
  'desk.endedRoomCounted': {
    en: 'Room {room} has ended. Its counts are kept for a day: export FILE.csv saves them; steps, sent and votes show them.',
    zh: '房间 {room} 已结束。计数保留一天：export 文件.csv 保存；steps、sent 和 votes 可查看。',
  },
  'desk.proxied': {
    en: 'Plain HTTP behind a proxy that has the certificate: let nothing but the proxy reach port {port}.',
    zh: '这里是明文 HTTP，由前面带证书的代理加密：只允许代理访问端口 {port}。',
  },
  'desk.insecure': {
    en: 'Not encrypted (--insecure-http): names are given by the hub, and no pictures can be asked for.',
    zh: '未加密（--insecure-http）：名字由服务端分配，且不能请求快照。',
  },
  'desk.noPictures': {
    en: 'Without encryption no pictures are asked for.',
    zh: '未加密时不能请求快照。',
  },
  'desk.noTarball': {
    en: 'npm could not pack this program, so learners without internet cannot get it from here.',
    zh: 'npm 无法打包本程序，没有互联网的学员不能从这里获取。',
  },
  'desk.tarball': {
    en: 'Without internet: npx --allow-remote=all http://{address}/redis-cluster-lab.tgz join {typed} — checksum {integrity}',
    zh: '没有互联网时：npx --allow-remote=all http://{address}/redis-cluster-lab.tgz join {typed} ——校验值 {integrity}',
  },
  'desk.check': {
    en: 'Open {url} with a phone or another computer in the same network, or scan the code. Ctrl-C ends.',
    zh: '用同一网络中的手机或另一台电脑打开 {url}，或扫描二维码。按 Ctrl-C 结束。',
  },
  'desk.reached': {
    en: 'Reached from {address}: learners in this network can join.',
    zh: '已被 {address} 访问：这个网络中的学员可以加入。',
  },
  'desk.reachedSelf': {
    en: 'Reached from this computer itself, which proves nothing: take another device.',
    zh: '来自本机的访问不能说明问题：请用另一台设备。',
  },
  'desk.checkGood': {en: 'This computer can be reached.', zh: '这台电脑可以被访问。'},
  'desk.checkOpen': {
    en: 'No other device came through. If one tried: a firewall on this computer, or a network that keeps its devices apart (client isolation). Try a hotspot.',
    zh: '没有其他设备成功访问。如果试过：可能是本机防火墙，或网络隔离了各设备（客户端隔离）。请改用热点。',
  },
  'desk.began': {
    en: 'help lists what you can type. Ctrl-D stops the hub.',
    zh: '输入 help 查看可用命令。按 Ctrl-D 停止服务端。',
  },
  'desk.goesOn': {
    en: 'This room was open before: who was in it comes back by itself. A fresh one: host --new',
    zh: '这个房间之前已打开：原来的人会自动回来。新建房间：host --new',
  },
  'desk.count': {
    en: '{here} here, {away} away · {help} {help|asks|ask} for help · {stuck} may be stuck',
    zh: '在场 {here} 人，离线 {away} 人 · {help} 人求助 · {stuck} 人可能卡住',
  },
  'desk.joined': {en: '{name} is here ({n} in the room).', zh: '{name} 进来了（共 {n} 人）。'},
  'desk.gone': {en: '{name} has left.', zh: '{name} 离开了。'},
  'desk.wasSentOut': {en: '{name} was sent out.', zh: '{name} 已被移出房间。'},
  'desk.wasErased': {
    en: '{name} has left, and everything about them was deleted.',
    zh: '{name} 离开了，其全部数据已删除。',
  },
  'desk.wantsHelp': {en: '{name} asks for help, at {place}.', zh: '{name} 请求帮助，位于 {place}。'},
  'desk.person': {en: '{name} · {place} · {minutes} min', zh: '{name} · {place} · {minutes} 分钟'},
  'desk.personSign': {
    en: '{name} · {place} · {minutes} min · {sign}',
    zh: '{name} · {place} · {minutes} 分钟 · {sign}',
  },
  'desk.sign.away': {en: 'away', zh: '离线'},
  'desk.sign.helper': {en: 'helper', zh: '助教'},
  'desk.sign.help': {en: 'asks for help', zh: '请求帮助'},
  'desk.sign.done': {en: 'done', zh: '已完成'},
  'desk.joinedHelper': {en: 'The helper {name} is here.', zh: '助教 {name} 进来了。'},
  'desk.joinedMany': {en: '{many} joined ({n} in the room).', zh: '{many} 人进来了（共 {n} 人）。'},
  'desk.goneMany': {en: '{many} have left ({n} in the room).', zh: '{many} 人离开了（还有 {n} 人）。'},
  'desk.manyWantHelp': {
    en: '{many} more ask for help; queue lists them.',
    zh: '又有 {many} 人请求帮助；queue 列出他们。',
  },
  'desk.count.here': {en: '{n} here', zh: '在场 {n} 人'},
  'desk.count.away': {en: '{n} away', zh: '离线 {n} 人'},
  'desk.count.help': {en: '{n} {n|asks|ask} for help', zh: '{n} 人求助'},
  'desk.count.stuck': {en: '{n} may be stuck', zh: '{n} 人可能卡住'},
  'desk.code.is': {en: 'code {code}', zh: '代码 {code}'},
  'desk.isLocked': {en: 'locked', zh: '不接受新人'},
  'desk.timerRuns': {en: '{time} left {text}', zh: '剩余 {time} {text}'},
  'desk.timeUp': {en: 'Time is up. {text}', zh: '时间到。{text}'},
  'desk.isEnded': {en: 'the workshop is over', zh: '工作坊已结束'},
  'desk.candidates': {en: '{candidates}', zh: '{candidates}'},
  'desk.howToStop': {
    en: 'Press Ctrl-C again to stop the hub, or use Ctrl-D or quit. Every lab goes on without it.',
    zh: '再按一次 Ctrl-C 停止服务端，也可以用 Ctrl-D 或 quit。各人的实验室不受影响。',
  },
  'desk.asked': {
    en: '{name} is asked for a picture; it is shown here once they agree.',
    zh: '已向 {name} 请求快照；对方同意后会显示在这里。',
  },
  'desk.pictureOf': {en: 'Picture of {name}:', zh: '{name} 的快照：'},
  'desk.pictureEnd': {en: 'End of the picture of {name}.', zh: '{name} 的快照到此结束。'},
  'desk.pictureDeclined': {en: '{name} sends no picture.', zh: '{name} 没有同意发送快照。'},
  'desk.pictureGone': {
    en: 'The picture of {name} is no longer kept; ask again.',
    zh: '{name} 的快照已不再保留，请重新请求。',
  },
  'desk.step': {en: '{place}: {here} here, {passed} passed', zh: '{place}：{here} 人在此，{passed} 人已完成'},
  'desk.stepMedian': {
    en: '{place}: {here} here, {passed} passed, half of them within {time}',
    zh: '{place}：{here} 人在此，{passed} 人已完成，半数在 {time} 内',
  },
  'desk.stuck.slow': {
    en: '{name} needs twice as long as the room at {place}',
    zh: '{name} 在 {place} 用时超过全班的两倍',
  },
  'desk.stuck.tries': {en: '{name} has tried {n} times at {place}', zh: '{name} 在 {place} 尝试了 {n} 次'},
  'desk.stuck.triesMissing': {
    en: '{name} has tried {n} times at {place}; missing: {goal}',
    zh: '{name} 在 {place} 尝试了 {n} 次；尚缺：{goal}',
  },
  'desk.stuck.idle': {
    en: '{name} has done nothing for {minutes} min at {place}',
    zh: '{name} 在 {place} 已有 {minutes} 分钟没有操作',
  },
  'desk.nobodyYet': {en: 'Nobody is here yet.', zh: '还没有人。'},
  'desk.noQueue': {
    en: 'Nobody asks for help, and nobody seems stuck.',
    zh: '没有人求助，也没有人像是卡住了。',
  },
  'desk.noPort': {
    en: 'port {port} is taken; another one: --port {next}',
    zh: '端口 {port} 已被占用；换一个：--port {next}',
  },
  'desk.redisFailed': {
    en: 'The Redis at {place} cannot be used: {error}',
    zh: '无法使用 {place} 的 Redis：{error}',
  },
  'desk.badRoom': {
    en: '{room} is no name of a room: letters, digits and dashes, 40 at the most.',
    zh: '{room} 不是有效的房间名：只能用字母、数字和连字符，最多 40 个。',
  },
  'desk.roomGone': {
    en: 'Room {room} has ended. For its records: host --room {room}. A fresh room: host --new{counting}',
    zh: '房间 {room} 已结束。查看记录：host --room {room}。新建房间：host --new{counting}',
  },
  'desk.otherHost': {
    en: 'Another host on this computer has this room open (process {pid}). End it first, or open a fresh room: host --new',
    zh: '本机的另一个 host（进程 {pid}）已打开该房间。请先结束它，或新建房间：host --new',
  },
} as const
