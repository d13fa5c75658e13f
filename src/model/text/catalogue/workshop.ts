// The workshop: what a learner's lab says of the room, and why a hub cannot be reached.

export const workshopText = {
  'workshop.badAddress': {
    en: '{address} is no address of a hub. It looks like {example}; the instructor has it.',
    zh: '{address} 不是服务端地址。正确的形式如 {example}，请向讲师索取。',
  },
  'workshop.noAddress': {
    en: 'Which hub? The instructor has its address: redis-cluster-lab join ADDRESS',
    zh: '加入哪个服务端？请向讲师索取地址：redis-cluster-lab join 地址',
  },
  'workshop.notJoined': {en: 'You are not in: {because}.', zh: '没有加入：{because}。'},
  'workshop.laterJoined': {
    en: 'The hub does not answer yet: {because}. You can begin; the lab joins as soon as it does.',
    zh: '服务端还没有应答：{because}。你可以先开始，服务端恢复后实验室会自动加入。',
  },
  'workshop.otherLab': {
    en: 'Another lab on this computer is in this room already: process {pid}. Go on there, or leave it first with /quit.',
    zh: '这台电脑上的另一个实验室已经在这个房间里：进程 {pid}。请在那里继续，或先用 /quit 退出它。',
  },
  'workshop.notWanted': {en: 'Nothing was sent.', zh: '没有发送任何内容。'},
  'workshop.noConsent': {
    en: 'Joining a room needs your consent, and standard input has ended. Type the line in a terminal.',
    zh: '加入房间需要你的同意，但标准输入已结束。请在终端中执行这条命令。',
  },
  'workshop.waits': {
    en: 'The hub takes no code for {seconds} s: too many wrong ones came from this network, or it has too much to do. The lab tries again then; Ctrl-C stops.',
    zh: '服务端在 {seconds} 秒内不接受代码：来自这个网络的错误代码太多，或服务端太忙。之后会自动重试；按 Ctrl-C 停止。',
  },
  'workshop.askCode': {en: 'The code of the room:', zh: '房间代码：'},
  'workshop.consent': {
    en: "You join a workshop. The hub at {hub}, which is the instructor's computer, sees how far you are:",
    zh: '你将加入一个工作坊。位于 {hub} 的服务端（讲师的电脑）可以看到你的进度：',
  },
  'workshop.consentSent': {
    en: '- sent: the lesson and step, hints, passed steps and times, mistakes that the lab knows, answers to questions, your flag, and that you are there',
    zh: '- 会发送：课程与步骤、提示、完成情况与用时、实验室识别出的错误、问题的答案、举旗状态，以及你在线',
  },
  'workshop.consentNot': {
    en: '- never sent: what you type, keys, values, files, other programs. A picture of the screen goes out only when you say yes, once',
    zh: '- 绝不发送：你输入的内容、键、值、文件、其他程序。屏幕快照只在你每次同意后发送一张',
  },
  'workshop.consentKept': {
    en: "- kept until a day after the end, or a week after the last sign of life of the room, then deleted, as soon as redis-cluster-lab runs on the instructor's computer; seen by the instructor and the helpers",
    zh: '- 保存到结束后一天，或房间最后一次活动后一周；之后讲师电脑上一运行 redis-cluster-lab 就会删除；只有讲师和助教可以看到',
  },
  'workshop.consentCounted': {
    en: "You join a workshop that only counts. The hub at {hub}, which is the instructor's computer, adds what your lab sends to the counts of the class:",
    zh: '你将加入一个只计数的工作坊。位于 {hub} 的服务端（讲师的电脑）把你的实验室发送的内容加到全班的计数中：',
  },
  'workshop.consentCountedShown': {
    en: '- the instructor and the helpers see the counts: how many are at a step, have been at it, have passed it and how fast, hints, mistakes, answers. Nobody sees which are yours',
    zh: '- 讲师和助教只能看到计数：每一步有多少人在、到过、完成及用时，提示、错误、答案。没有人能看到哪些是你的',
  },
  'workshop.consentCountedKept': {
    en: "- you have no name here. The hub keeps hashes of this lab's keys, which let it in again, and until the end numbers and hashes by which nothing is counted twice. All is deleted a day after the end, or a week after the last sign of life of the room, as soon as redis-cluster-lab then runs on the instructor's computer",
    zh: '- 你在这里没有名字。服务端保存这个实验室密钥的散列，以便再次进入；在结束前还保存序号和散列，避免重复计数。结束后一天，或房间最后一次活动后一周，讲师电脑上一运行 redis-cluster-lab 就会全部删除',
  },
  'workshop.consentCountedHelp': {
    en: '- if you ask for help, you are a number in the queue, which your screen shows; the helper calls it',
    zh: '- 请求帮助时，你只是队列中的一个编号，屏幕上会显示；助教按编号叫你',
  },
  'workshop.consentCountedNot': {
    en: '- never sent: what you type, keys, values, files, other programs, pictures of the screen',
    zh: '- 绝不发送：你输入的内容、键、值、文件、其他程序、屏幕快照',
  },
  'workshop.consentCountedLeave': {
    en: '- /leave leaves at any time; redis-cluster-lab leave {address} --erase also deletes the hashes that let this lab in. What was counted stays counted: nobody can tell what of it was yours',
    zh: '- 随时可用 /leave 离开；redis-cluster-lab leave {address} --erase 还会删除用于进入的散列。已计入的数字会保留：没有人能分辨其中哪些是你的',
  },
  'workshop.consentHelper': {
    en: "You join a workshop that only counts, as a helper. The hub at {hub}, which is the instructor's computer, counts nothing of what your lab sends, and keeps nothing of it:",
    zh: '你将作为助教加入一个只计数的工作坊。位于 {hub} 的服务端（讲师的电脑）不计入、也不保存你的实验室发送的内容：',
  },
  'workshop.consentHelperShown': {
    en: '- the instructor, the other helpers and the learners whom you help see your name. You see the numbers of those who ask for help, and nothing else of them',
    zh: '- 讲师、其他助教和你帮助的学员会看到你的名字。你只看到求助者的编号，看不到其他信息',
  },
  'workshop.consentHelperKept': {
    en: "- kept: your name, hashes of this lab's keys, and the numbers of the questions that you took. All is deleted a day after the end, or a week after the last sign of life of the room, as soon as redis-cluster-lab then runs on the instructor's computer",
    zh: '- 会保存：你的名字、这个实验室密钥的散列、你认领的问题编号。结束后一天，或房间最后一次活动后一周，讲师电脑上一运行 redis-cluster-lab 就会全部删除',
  },
  'workshop.consentHelperLeave': {
    en: '- /leave leaves at any time; redis-cluster-lab leave {address} --erase also deletes your name and the hashes, but not which questions you took',
    zh: '- 随时可用 /leave 离开；redis-cluster-lab leave {address} --erase 还会删除你的名字和散列，但不删除你认领过哪些问题',
  },
  'workshop.notCounted': {
    en: 'the hub said that this room only counts, and now it does not: nothing more is sent',
    zh: '服务端曾说明这个房间只计数，现在却不是：不再发送任何内容',
  },
  'workshop.joinedCounted': {
    en: 'You are in the room, as one of many: it only counts. /flag help asks for help, /room shows what the instructor sent, /leave leaves.',
    zh: '你已进入房间，这里只计数，不记名。/flag help 请求帮助，/room 查看讲师发来的内容，/leave 离开。',
  },
  'workshop.onCounted': {
    en: 'Connected to {hub}, without a name: this room only counts.',
    zh: '已连接 {hub}，没有名字：这个房间只计数。',
  },
  'workshop.countedStatus': {
    en: 'In a room that only counts · `F3` help, please · `/room` what the instructor sent',
    zh: '已进入只计数的房间 · `F3` 求助 · `/room` 讲师发来的内容',
  },
  'workshop.youAre': {
    en: 'You are number {n} in the queue. The helper calls the number; raise your hand then.',
    zh: '你是队列中的 {n} 号。助教会叫号，请到时举手。',
  },
  'workshop.numberAsks': {en: 'Number {n} asks for help: /queue', zh: '{n} 号请求帮助：/queue'},
  'workshop.queueNumber': {en: 'number {n}, {minutes} min', zh: '{n} 号，已等 {minutes} 分钟'},
  'workshop.queueNumberTaken': {
    en: 'number {n}, {minutes} min, taken by {helper}',
    zh: '{n} 号，已等 {minutes} 分钟，由 {helper} 处理',
  },
  'workshop.consentLeave': {
    en: '- /leave leaves at any time; redis-cluster-lab leave {address} --erase also deletes what is kept',
    zh: '- 随时可用 /leave 离开；redis-cluster-lab leave {address} --erase 还会删除已保存的内容',
  },
  'workshop.consentPlain': {
    en: '- NOT ENCRYPTED: everybody in this network can read what is sent',
    zh: '- 未加密：同一网络中的任何人都能读到发送的内容',
  },
  'workshop.consentWords': {
    en: "Compare with the instructor's screen: {words}. If they differ, somebody may stand between you and the hub: type n, do not join, and tell the instructor.",
    zh: '请与讲师的屏幕核对：{words}。如果不一致，可能有人在你与服务端之间：请输入 n，不要加入，并告诉讲师。',
  },
  'workshop.consentAsk': {en: 'Enter joins, n does not:', zh: '按 Enter 加入，输入 n 放弃：'},
  'workshop.neverJoined': {
    en: 'This computer is not a member of a room at {hub}.',
    zh: '这台电脑没有加入过 {hub} 的房间。',
  },
  'workshop.notLeft': {
    en: 'The hub does not know yet: {because}. Nothing was deleted; type the line again later.',
    zh: '服务端尚未得知：{because}。没有删除任何内容，请稍后重试。',
  },
  'workshop.erased': {
    en: 'The hub has deleted everything about you, and this computer has forgotten the room.',
    zh: '服务端已删除你的全部数据，这台电脑也已忘记该房间。',
  },
  'workshop.none': {
    en: 'You are in no workshop. To join one: redis-cluster-lab join ADDRESS',
    zh: '你不在任何工作坊中。加入方式：redis-cluster-lab join 地址',
  },
  'workshop.joined': {
    en: 'You are in the room as {name}. /flag help asks for help, /room shows what the instructor sent, /leave leaves.',
    zh: '你已进入房间，名字是 {name}。/flag help 请求帮助，/room 查看讲师发来的内容，/leave 离开。',
  },
  'workshop.joinedHelper': {
    en: 'You are in the room as the helper {name}. /queue shows who waits for help.',
    zh: '你已作为助教进入房间，名字是 {name}。/queue 查看谁在等待帮助。',
  },
  'workshop.say': {en: 'Instructor: {text}', zh: '讲师：{text}'},
  'workshop.tell': {en: 'Instructor, to you alone: {text}', zh: '讲师（只对你）：{text}'},
  'workshop.offer': {
    en: 'The instructor offers a line: {line} — Tab puts it at the prompt, Enter runs it; /take does both.',
    zh: '讲师推荐一行命令：{line}（按 Tab 放到提示符，按 Enter 执行；/take 一步完成）',
  },
  'workshop.place': {en: '{lesson}, step {n} ({title})', zh: '{lesson} 第 {n} 步（{title}）'},
  'workshop.placeUnknown': {en: '{lesson}, step "{step}"', zh: '{lesson} 的“{step}”步骤'},
  'workshop.goto': {
    en: 'The instructor offers a jump to {place}. Enter at an empty prompt (or /go) takes you there on new nodes, which replace yours and their data. Esc (or /stay) keeps you here.',
    zh: '讲师请大家跳转到 {place}。不输入内容直接按 Enter（或 /go）即在新节点上跳过去，你现在的节点和数据会被替换；按 Esc（或 /stay）留下。',
  },
  'workshop.gotoHere': {
    en: 'The instructor offers everybody a jump to {place}. This is your step now.',
    zh: '讲师请大家跳转到 {place}。你就在这一步。',
  },
  'workshop.thereAlready': {en: 'You are at {place} already.', zh: '你已经在 {place}。'},
  'workshop.unlockHint': {
    en: 'The instructor recommends a hint for {place}: /hint',
    zh: '讲师建议查看 {place} 的提示：/hint',
  },
  'workshop.unlockSolution': {
    en: 'The instructor recommends the solution of {place}: /solve',
    zh: '讲师建议查看 {place} 的答案：/solve',
  },
  'workshop.timer': {en: 'The instructor gives you {time} from now.', zh: '讲师给你们 {time}，现在开始。'},
  'workshop.timerFor': {
    en: 'The instructor gives you {time} from now: {text}',
    zh: '讲师给你们 {time}，现在开始：{text}',
  },
  'workshop.timerLeft': {
    en: 'The instructor gave you {time}; {left} of it is left.',
    zh: '讲师给了你们 {time}，还剩 {left}。',
  },
  'workshop.timerLeftFor': {
    en: 'The instructor gave you {time}; {left} of it is left: {text}',
    zh: '讲师给了你们 {time}，还剩 {left}：{text}',
  },
  'workshop.timerOff': {en: 'The instructor has stopped the timer.', zh: '讲师停止了计时。'},
  'workshop.poll': {
    en: 'The instructor asks: {question} {options} — /vote N answers, or the number alone if the lesson asks nothing.',
    zh: '讲师提问：{question} {options}（用 /vote 编号 回答；课程没有提问时直接输入编号）',
  },
  'workshop.snapshot': {
    en: "The instructor asks for one picture of your screen as it is now: the header, the step's task with what is still missing, the nodes pane, and the commands and replies that are in sight, without passwords. /share yes sends it, /share no does not.",
    zh: '讲师请求查看你当前屏幕的一张快照：标题行、本步骤的任务与尚未满足的条件、节点面板，以及屏幕上可见的命令与返回，不含密码。/share yes 发送，/share no 拒绝。',
  },
  'workshop.claimed': {en: '{by} is coming to help you.', zh: '{by} 正来帮你。'},
  'workshop.claimedByInstructor': {en: 'The instructor is coming to help you.', zh: '讲师正来帮你。'},
  'workshop.waiting': {en: 'Your question is back in the queue.', zh: '你的问题已重新排队。'},
  'workshop.closed': {en: 'Your question is closed; your flag is down.', zh: '你的问题已结束，旗已放下。'},
  'workshop.renamed': {
    en: 'The instructor has renamed you: you are {name} now.',
    zh: '讲师为你改了名字：你现在叫 {name}。',
  },
  'workshop.withdrawn': {en: '{name} no longer asks for help.', zh: '{name} 已不再求助。'},
  'workshop.helpersDoNotVote': {
    en: 'Helpers do not vote: the result is that of the learners.',
    zh: '助教不参加投票：结果只统计学员。',
  },
  'workshop.helpersHaveNoFlag': {
    en: 'The flag is for learners: it puts them into the queue that helpers answer.',
    zh: '旗只给学员用：举旗后会进入由助教处理的队列。',
  },
  'workshop.end': {
    en: 'The workshop is over. Your lab goes on; nothing more is sent.',
    zh: '工作坊结束了。你的实验室照常运行，不再发送任何内容。',
  },
  'workshop.flag.help': {
    en: 'You have asked for help. Go on meanwhile; /flag none takes it back.',
    zh: '已请求帮助。等待期间可以继续；/flag none 收回。',
  },
  'workshop.flag.done': {
    en: 'The instructor and the helpers see that you are done.',
    zh: '讲师和助教可以看到你已完成。',
  },
  'workshop.flag.none': {en: 'Your flag is down.', zh: '旗已放下。'},
  'workshop.flagLater.help': {
    en: 'The hub does not answer now. The lab asks for help as soon as it does; /flag none takes it back.',
    zh: '服务端现在没有应答，恢复后实验室会立即替你求助；/flag none 收回。',
  },
  'workshop.flagLater.done': {
    en: 'The hub does not answer now. As soon as it does, the instructor and the helpers see that you are done.',
    zh: '服务端现在没有应答，恢复后讲师和助教可以看到你已完成。',
  },
  'workshop.flagLater.none': {
    en: 'Your flag is down. The hub does not answer now; it hears of this as soon as it does.',
    zh: '旗已放下。服务端现在没有应答，恢复后会得知。',
  },
  'workshop.noOffer': {en: 'The instructor offers no line now.', zh: '讲师现在没有推荐命令。'},
  'workshop.ownLine': {
    en: '{line} is about you or this lab, so the lab does not run it for the instructor. Type it yourself if you want it.',
    zh: '{line} 关系到你本人或这个实验室，实验室不会替讲师执行。如果你愿意，请自己输入。',
  },
  'workshop.noJump': {en: 'The instructor offers no step now.', zh: '讲师现在没有推荐步骤。'},
  'workshop.noPoll': {en: 'The instructor asks nothing now.', zh: '讲师现在没有提问。'},
  'workshop.noRequest': {
    en: 'The instructor has not asked for a picture.',
    zh: '讲师没有请求快照。',
  },
  'workshop.options': {en: 'The options are 1 to {n}.', zh: '选项编号为 1 到 {n}。'},
  'workshop.pollClosed': {en: 'The question is closed: no more votes.', zh: '提问已结束，不再接受投票。'},
  'workshop.pollResult': {
    en: 'The room has answered: {question} — {answers}',
    zh: '全班的回答：{question}（{answers}）',
  },
  'workshop.voted': {en: 'Your answer: {option}', zh: '你的回答：{option}'},
  'workshop.votedAnew': {
    en: 'Your answer is now: {option} (before: {before})',
    zh: '你的回答改为：{option}（之前：{before}）',
  },
  'workshop.stayed': {en: 'You stay at this step.', zh: '你留在当前步骤。'},
  'workshop.sharing': {en: 'One picture of the screen goes out.', zh: '正在发送一张屏幕快照。'},
  'workshop.notShared': {en: 'No picture was sent.', zh: '没有发送快照。'},
  'workshop.left': {
    en: 'You have left the workshop. The lab goes on without it.',
    zh: '你已离开工作坊，实验室照常运行。',
  },
  'workshop.leftRoom': {
    en: 'You have left the room. The hub keeps what it has of you for as long as you were told; redis-cluster-lab leave {address} --erase deletes it.',
    zh: '你已离开房间。服务端仍按加入时说明的期限保存你的数据；redis-cluster-lab leave {address} --erase 可将其删除。',
  },
  'workshop.leaveThere': {
    en: 'A lab on this computer is in this room: process {pid}. Type /leave or /leave erase there.',
    zh: '这台电脑上的一个实验室正在这个房间里：进程 {pid}。请在那里输入 /leave 或 /leave erase。',
  },
  'workshop.leftErased': {
    en: 'You leave the workshop, and the hub is asked to delete everything about you.',
    zh: '你离开了工作坊，并要求服务端删除你的全部数据。',
  },
  'workshop.on': {en: 'Connected to {hub} as {name}.', zh: '已连接 {hub}，名字是 {name}。'},
  'workshop.keys': {
    en: '/flag help or F3 asks for help, /leave leaves the workshop.',
    zh: '/flag help 或 F3 请求帮助，/leave 离开工作坊。',
  },
  'workshop.helpersKeys': {
    en: '/queue shows who waits for help, /leave leaves the workshop.',
    zh: '/queue 查看谁在等待帮助，/leave 离开工作坊。',
  },
  'workshop.status': {
    en: 'In the room as {name} · `F3` help, please · `/room` what the instructor sent',
    zh: '已进入房间，名字是 {name} · `F3` 求助 · `/room` 讲师发来的内容',
  },
  'workshop.helpersStatus': {
    en: 'In the room as the helper {name} · `/queue` who waits for help',
    zh: '已作为助教进入房间，名字是 {name} · `/queue` 谁在等待帮助',
  },
  'workshop.trying': {
    en: 'The hub {hub} does not answer; the lab tries again by itself, and keeps what there is to send.',
    zh: '服务端 {hub} 没有应答；实验室会自动重试，待发送的内容会保留。',
  },
  'workshop.over': {en: 'No connection any more: {because}.', zh: '连接已结束：{because}。'},
  'workshop.nothingSent': {
    en: 'Nothing is sent any more: {because}.',
    zh: '不再发送任何内容：{because}。',
  },
  'workshop.logRow': {en: '{time}  {words}', zh: '{time}  {words}'},
  'workshop.logOpen': {en: '{time}  {words} (open: {way})', zh: '{time}  {words}（待回应：{way}）'},
  'workshop.log.say': {en: '{text}', zh: '{text}'},
  'workshop.log.tell': {en: 'to you alone: {text}', zh: '只对你：{text}'},
  'workshop.log.offer': {en: 'a line: {line}', zh: '推荐命令：{line}'},
  'workshop.log.goto': {en: 'a jump to {place}', zh: '跳转到 {place}'},
  'workshop.log.poll': {en: 'a question: {question} {options}', zh: '提问：{question} {options}'},
  'workshop.log.snapshot': {en: 'a picture was asked for', zh: '请求快照'},
  'workshop.log.timer': {en: 'a countdown of {time}', zh: '倒计时 {time}'},
  'workshop.log.timerFor': {en: 'a countdown of {time}: {text}', zh: '倒计时 {time}：{text}'},
  'workshop.timerEnded': {en: 'Time is up.', zh: '时间到。'},
  'workshop.timerEndedFor': {en: 'Time is up: {text}', zh: '时间到：{text}'},
  'workshop.back': {en: 'The hub answers again.', zh: '服务端已恢复应答。'},
  'workshop.notTaken': {en: 'You do not take the line.', zh: '你没有采用这行命令。'},
  'workshop.nothingHeard': {en: 'The instructor has sent nothing yet.', zh: '讲师还没有发来任何内容。'},
  'workshop.noHelper': {
    en: 'Only helpers have the queue: redis-cluster-lab join ADDRESS --helper',
    zh: '只有助教可以查看队列：redis-cluster-lab join 地址 --helper',
  },
  'workshop.queueEmpty': {en: 'Nobody waits for help.', zh: '没有人在等待帮助。'},
  'workshop.queueRow': {
    en: '{n}  {name}, {minutes} min, at {place}',
    zh: '{n}  {name}，已等 {minutes} 分钟，位于 {place}',
  },
  'workshop.queueTaken': {
    en: '{n}  {name}, {minutes} min, at {place}, taken by {helper}',
    zh: '{n}  {name}，已等 {minutes} 分钟，位于 {place}，由 {helper} 处理',
  },
  'workshop.notClaimed': {
    en: 'The question of {name} is not yours; take it first: /queue claim {n}',
    zh: '{name} 的问题不是你认领的，请先认领：/queue claim {n}',
  },
  'workshop.noneClaimed': {
    en: 'You have taken no question; /queue claim takes one.',
    zh: '你没有认领任何问题；用 /queue claim 认领。',
  },
  'workshop.asks': {
    en: '{name} asks for help, at {place}: /queue',
    zh: '{name} 请求帮助，位于 {place}：/queue',
  },
  'workshop.manyAsk': {en: '{n} more ask for help: /queue', zh: '又有 {n} 人请求帮助：/queue'},
  'workshop.noSuchNumber': {en: 'The queue has no number {n}.', zh: '队列中没有编号 {n}。'},
  'workshop.helping.claim': {en: 'You take the question of {name}.', zh: '你认领了 {name} 的问题。'},
  'workshop.helping.release': {en: '{name} waits again.', zh: '{name} 重新排队。'},
  'workshop.helping.answer': {en: 'The question of {name} is closed.', zh: '{name} 的问题已结束。'},
  'workshop.why.code': {
    en: 'there is no room with this code; compare it with the code on the projector',
    zh: '没有这个代码的房间，请与投影上的代码核对',
  },
  'workshop.why.learnersCode': {
    en: "this is the learners' code; a helper needs the helpers' code, which the instructor has. To join as a learner, leave out --helper",
    zh: '这是学员代码；助教需要助教代码，请向讲师索取。以学员身份加入请去掉 --helper',
  },
  'workshop.why.helpersCode': {
    en: "this is the helpers' code; add --helper to join as a helper, or take the learners' code",
    zh: '这是助教代码；以助教身份加入请加上 --helper，或使用学员代码',
  },
  'workshop.why.oldCode': {
    en: 'the room does not know this computer any more, and the code that it remembers is not valid: add --code and the code that the instructor shows',
    zh: '房间已不认识这台电脑，它记住的代码也已失效：请加上 --code 和讲师给出的代码',
  },
  'workshop.why.locked': {
    en: 'the room takes nobody new; ask the instructor',
    zh: '房间不再接受新人，请找讲师',
  },
  'workshop.why.kicked': {en: 'the instructor has sent you out', zh: '讲师已将你移出房间'},
  'workshop.why.ended': {en: 'the workshop is over', zh: '工作坊已结束'},
  'workshop.why.name': {
    en: 'this name cannot be had here; leave out --name, and the hub gives you one',
    zh: '这个名字在这里不能用；去掉 --name，由服务端给你一个',
  },
  'workshop.why.protocol': {
    en: 'the hub is of another version of redis-cluster-lab; take the one that the instructor has',
    zh: '服务端的 redis-cluster-lab 版本不同，请使用与讲师相同的版本',
  },
  'workshop.why.token': {en: 'the hub does not know this lab', zh: '服务端不认识这个实验室'},
  'workshop.why.busy': {
    en: 'the hub has too much to do; try again in a moment',
    zh: '服务端太忙，请稍后再试',
  },
  'workshop.why.malformed': {
    en: 'the hub does not understand this lab',
    zh: '服务端无法理解这个实验室的请求',
  },
  'workshop.why.host': {
    en: 'the hub does not answer to this name; use its IP address',
    zh: '服务端不接受这个主机名，请使用它的 IP 地址',
  },
  'workshop.why.closed': {en: 'it was done already', zh: '该操作已经完成'},
  'workshop.why.left': {en: 'you have left', zh: '你已离开'},
  'workshop.failed': {en: 'The hub did not do that: {because}.', zh: '服务端没有完成该操作：{because}。'},
  'workshop.why.refused': {
    en: 'nothing listens at {hub}: the computer is there, but the port is wrong, the hub is not running, or a firewall there refuses',
    zh: '{hub} 上没有程序在监听：那台电脑可以到达，但端口不对、服务端没有运行，或被它的防火墙拒绝',
  },
  'workshop.why.timeout': {
    en: "{hub} does not answer at all. Either the address is wrong, a firewall on the instructor's computer drops port {port}, or this network keeps its computers apart (client isolation, usual on guest Wi-Fi). Ask for the address; try a phone's hotspot for both",
    zh: '{hub} 完全没有应答：可能是地址不对，讲师电脑的防火墙丢弃了端口 {port} 的连接，或者这个网络把各台电脑隔离开了（客户端隔离，访客 Wi-Fi 常见）。请核对地址，或让双方都连同一个手机热点',
  },
  'workshop.why.noRoute': {
    en: 'there is no way to {hub} from here: this computer is in another network, or the network keeps its computers apart (client isolation). Join the same Wi-Fi as the instructor, or a hotspot',
    zh: '从这里无法到达 {hub}：这台电脑在另一个网络中，或网络把各台电脑隔离开了（客户端隔离）。请连接与讲师相同的 Wi-Fi 或热点',
  },
  'workshop.why.localNetwork': {
    en: 'macOS does not let this terminal reach {hub}: allow it in System Settings, Privacy & Security, Local Network, then start the terminal again. If it is allowed, the network keeps its computers apart (client isolation)',
    zh: 'macOS 不允许这个终端访问 {hub}：请在“系统设置 → 隐私与安全性 → 本地网络”中允许，然后重新打开终端。如果已经允许，则是网络把各台电脑隔离开了（客户端隔离）',
  },
  'workshop.why.noNetwork': {
    en: 'this computer has no network that leads to {hub}; is its Wi-Fi on?',
    zh: '这台电脑没有可到达 {hub} 的网络，Wi-Fi 打开了吗？',
  },
  'workshop.why.noName': {
    en: 'no computer has the name in {hub}; use the IP address that the instructor shows',
    zh: '{hub} 中的主机名不存在，请使用讲师给出的 IP 地址',
  },
  'workshop.why.noHub': {
    en: "what answers at {hub} is no hub of redis-cluster-lab: is the port right? If the instructor's address begins with http:// or https://, type that, too",
    zh: '{hub} 上应答的不是 redis-cluster-lab 的服务端，端口对吗？如果讲师给出的地址以 http:// 或 https:// 开头，请一并输入',
  },
  'workshop.why.untrusted': {
    en: "this computer does not trust the certificate of {hub} ({code}). Compare the address with the instructor's; to a hub with a certificate of its own, join without https://",
    zh: '这台电脑不信任 {hub} 的证书（{code}）。请与讲师给出的地址核对；服务端使用自己的证书时，加入时不写 https://',
  },
  'workshop.why.otherCertificate': {
    en: 'the hub at {hub} is not the one that was here before, or that the address names: its certificate is another. Ask the instructor before you go on; with the whole address from them, the new one is taken',
    zh: '{hub} 上的服务端不是之前的那个，或不是地址所指的那个：证书不同。请先询问讲师；使用讲师给出的完整地址即可接受新的证书',
  },
  'workshop.why.other': {en: '{hub} cannot be reached: {error}', zh: '无法到达 {hub}：{error}'},
} as const
