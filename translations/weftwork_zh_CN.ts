<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>Draw, check, export, run and watch workflows.</source>
        <translation>绘制、检查、导出、运行并观察工作流。</translation>
    </message>
    <message>
        <source>Version %1, licence Apache-2.0.</source>
        <translation>版本 %1，许可证 Apache-2.0。</translation>
    </message>
    <message>
        <source>It stands on Qt %1, yaml-cpp, libcurl %2, SQLite %3, nlohmann-json, {fmt} and tl::expected.</source>
        <translation>基于 Qt %1、yaml-cpp、libcurl %2、SQLite %3、nlohmann-json、{fmt} 和 tl::expected。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Open an e&amp;xample</source>
        <translation>打开示例(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>创建副本(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Add a tas&amp;k…</source>
        <translation>添加任务(&amp;K)…</translation>
    </message>
    <message>
        <source>C&amp;onnect in order</source>
        <translation>按顺序连接(&amp;O)</translation>
    </message>
    <message>
        <source>Make an exit handler: al&amp;ways</source>
        <translation>设为退出处理：始终(&amp;W)</translation>
    </message>
    <message>
        <source>Make an exit handler: on &amp;success</source>
        <translation>设为退出处理：成功时(&amp;S)</translation>
    </message>
    <message>
        <source>Make an exit handler: on &amp;failure</source>
        <translation>设为退出处理：失败时(&amp;F)</translation>
    </message>
    <message>
        <source>Make an ordinar&amp;y task</source>
        <translation>改回普通任务(&amp;Y)</translation>
    </message>
    <message>
        <source>F&amp;ind…</source>
        <translation>查找(&amp;I)…</translation>
    </message>
    <message>
        <source>Next pro&amp;blem</source>
        <translation>下一个问题(&amp;B)</translation>
    </message>
    <message>
        <source>Pre&amp;vious problem</source>
        <translation>上一个问题(&amp;V)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适应窗口(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Tidy up</source>
        <translation>整理布局(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Palette and outline</source>
        <translation>组件与大纲(&amp;P)</translation>
    </message>
    <message>
        <source>I&amp;nspector</source>
        <translation>检查器(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Bottom panel</source>
        <translation>底部面板(&amp;B)</translation>
    </message>
    <message>
        <source>P&amp;roblems</source>
        <translation>问题(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;YAML</source>
        <translation>&amp;YAML</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>运行记录(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>环境(&amp;E)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Kill (no exit handlers)</source>
        <translation>强制终止（不运行退出处理）(&amp;K)</translation>
    </message>
    <message>
        <source>Run &amp;again</source>
        <translation>再次运行(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Hide the run</source>
        <translation>隐藏运行状态(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>目录(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>规则(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation>键盘与鼠标(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>入门(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;About Weftwork</source>
        <translation>关于 Weftwork(&amp;A)</translation>
    </message>
    <message>
        <source>Engines an&amp;d versions</source>
        <translation>引擎与版本(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Change &amp;keys…</source>
        <translation>更改按键(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Group into a sub-flow</source>
        <translation>组合为子流程(&amp;G)</translation>
    </message>
    <message>
        <source>Take t&amp;he group apart</source>
        <translation>取消组合(&amp;H)</translation>
    </message>
    <message>
        <source>Co&amp;mmands…</source>
        <translation>命令面板(&amp;M)…</translation>
    </message>
    <message>
        <source>Apply the fi&amp;x</source>
        <translation>应用修复(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>排列(&amp;A)</translation>
    </message>
    <message>
        <source>Task li&amp;st</source>
        <translation>任务列表(&amp;S)</translation>
    </message>
    <message>
        <source>History of &amp;changes</source>
        <translation>更改历史(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Insert an example</source>
        <translation>插入示例(&amp;I)</translation>
    </message>
    <message>
        <source>Co&amp;mpare with a file…</source>
        <translation>与文件比较(&amp;M)…</translation>
    </message>
    <message>
        <source>Compare with what &amp;git has</source>
        <translation>与 git 中的版本比较(&amp;G)</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Go to definition</source>
        <translation>转到定义</translation>
    </message>
    <message>
        <source>Find usag&amp;es</source>
        <translation>查找用法(&amp;E)</translation>
    </message>
    <message>
        <source>Usages</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Li&amp;brary of templates…</source>
        <translation>模板库(&amp;B)…</translation>
    </message>
    <message>
        <source>Paste and keep the wires from outside</source>
        <translation>粘贴并保留外部连线</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加便签</translation>
    </message>
    <message>
        <source>&amp;Where values come from and go to</source>
        <translation>值的来源与去向(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Tour in six steps</source>
        <translation>六步导览(&amp;T)</translation>
    </message>
    <message>
        <source>Show or hide what is inside</source>
        <translation>显示或隐藏其中的内容</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>真或假</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>map</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Save the changes to %1?</source>
        <translation>保存对 %1 的更改吗？</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>否则更改将丢失。</translation>
    </message>
    <message>
        <source>Open flows</source>
        <translation>打开流程</translation>
    </message>
    <message>
        <source>Flows (*.yaml *.yml *.json);;All files (*)</source>
        <translation>流程 (*.yaml *.yml *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Run this file?</source>
        <translation>运行此文件？</translation>
    </message>
    <message>
        <source>%1 has not run here before. Running it executes this on %2, with your rights:</source>
        <translation>%1 从未在此运行过。运行它会以您的权限在%2执行以下内容：</translation>
    </message>
    <message>
        <source>Trust every file in this &amp;folder</source>
        <translation>信任此文件夹中的所有文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; serves %n task(s).</source>
        <translation>
            <numerusform>“%1”供 %n 个任务使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change it for all of them, or make a copy for this one?</source>
        <translation>为所有任务更改，还是只为此任务创建副本？</translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %n task(s)</source>
        <translation>
            <numerusform>全部 %n 个任务(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>A &amp;copy for this one</source>
        <translation>仅为此任务创建副本(&amp;C)</translation>
    </message>
    <message>
        <source>Parameters of this run</source>
        <translation>本次运行的参数</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Change when the handler runs</source>
        <translation>更改处理的触发时机</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Fan out, fan in</source>
        <translation>扇出与扇入</translation>
    </message>
    <message>
        <source>Three tasks run side by side after one, and one waits for all of them.</source>
        <translation>一个任务之后三个任务并行运行，再由一个任务等待它们全部完成。</translation>
    </message>
    <message>
        <source>Loop over a list</source>
        <translation>遍历列表</translation>
    </message>
    <message>
        <source>One task that runs once for each item of a list.</source>
        <translation>对列表的每一项各运行一次的任务。</translation>
    </message>
    <message>
        <source>Map and reduce</source>
        <translation>映射与归约</translation>
    </message>
    <message>
        <source>A task makes a list, one task runs for each of its items, and the last gets all their results as one list.</source>
        <translation>一个任务生成列表，另一个任务对每一项运行，最后一个任务以列表形式得到全部结果。</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>A value decides which of two tasks runs.</source>
        <translation>由一个值决定运行两个任务中的哪一个。</translation>
    </message>
    <message>
        <source>Pass a value on</source>
        <translation>传递值</translation>
    </message>
    <message>
        <source>What one task writes is a variable of the next.</source>
        <translation>一个任务写出的内容成为下一个任务的变量。</translation>
    </message>
    <message>
        <source>Retry with growing waits</source>
        <translation>间隔递增的重试</translation>
    </message>
    <message>
        <source>A task that is tried again, each time after a longer wait, and is ended when it hangs.</source>
        <translation>失败后重试的任务，每次等待更久；卡住时会被结束。</translation>
    </message>
    <message>
        <source>Repair after a failure</source>
        <translation>失败后修复</translation>
    </message>
    <message>
        <source>A task that runs only when another has failed, and by its own success makes the flow good again.</source>
        <translation>仅在另一任务失败时运行的任务；它成功后流程恢复正常。</translation>
    </message>
    <message>
        <source>Tell somebody of a failure</source>
        <translation>失败通知</translation>
    </message>
    <message>
        <source>An exit handler that tells somebody when the flow has failed; its own failure is only a warning.</source>
        <translation>流程失败时通知他人的退出处理；它自身失败只是警告。</translation>
    </message>
    <message>
        <source>Always clean up</source>
        <translation>总是清理</translation>
    </message>
    <message>
        <source>An exit handler that cleans up whatever happened, and can never turn a failure into a success.</source>
        <translation>无论发生什么都会清理的退出处理；它不会把失败变成成功。</translation>
    </message>
    <message>
        <source>Sub-flow with a handler</source>
        <translation>带处理程序的子流程</translation>
    </message>
    <message>
        <source>A sub-flow with an exit handler of its own, which runs when the sub-flow has ended.</source>
        <translation>带有自己的退出处理的子流程，子流程结束时运行。</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>The flow waits until a person lets it go on.</source>
        <translation>流程等待，直到有人批准继续。</translation>
    </message>
    <message>
        <source>Report in three steps</source>
        <translation>三步报告</translation>
    </message>
    <message>
        <source>Collects, checks and sends; small requests, a time limit and one more try for each step.</source>
        <translation>收集、检查并发送；每一步资源请求小、有时限并可再试一次。</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>你好</translation>
    </message>
    <message>
        <source>Greets somebody, counts the letters, shouts, and reports.</source>
        <translation>问候某人，数字母，大声喊，并报告。</translation>
    </message>
    <message>
        <source>Four words side by side</source>
        <translation>四个单词并行</translation>
    </message>
    <message>
        <source>Measures four words side by side and collects the results.</source>
        <translation>并行测量四个单词并收集结果。</translation>
    </message>
    <message>
        <source>Exit handlers by status</source>
        <translation>按状态的退出处理</translation>
    </message>
    <message>
        <source>One task that fails and four exit handlers.</source>
        <translation>一个失败的任务和四个退出处理。</translation>
    </message>
    <message>
        <source>The green run that was not</source>
        <translation>并非绿色的运行</translation>
    </message>
    <message>
        <source>A clean-up task that hides the failure in front of it from many engines.</source>
        <translation>一个清理任务，它让许多引擎看不到前面的失败。</translation>
    </message>
    <message>
        <source>Retry and timeout</source>
        <translation>重试与超时</translation>
    </message>
    <message>
        <source>A download that fails the first time and a probe that hangs.</source>
        <translation>第一次失败的下载和卡住的探测。</translation>
    </message>
    <message>
        <source>Morning round</source>
        <translation>早间巡视</translation>
    </message>
    <message>
        <source>Looks at three looms side by side and reports.</source>
        <translation>并行查看三台织机并报告。</translation>
    </message>
    <message>
        <source>Dye and dry</source>
        <translation>染色与晾干</translation>
    </message>
    <message>
        <source>Dyes two batches of yarn, dries them and folds them together.</source>
        <translation>给两批纱线染色、晾干并叠在一起。</translation>
    </message>
</context>
<context>
    <name>NoteColours</name>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
</context>
<context>
    <name>ProblemDelegate</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>重试中</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Contact lost</source>
        <translation>失去联系</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>WillRun</name>
    <message>
        <source>is not reproduced here: %1</source>
        <translation>无法在此重现：%1</translation>
    </message>
    <message>
        <source>Not reproduced on this computer: %1</source>
        <translation>本机无法重现：%1</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>cannot read &quot;%1&quot;: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>cannot write &quot;%1&quot;: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is larger than %2 bytes, the most that is read</source>
        <translation>“%1”超过 %2 字节，这是读取的上限</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a folder, not a file</source>
        <translation>“%1”是文件夹，不是文件</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a pipe, not a regular file</source>
        <translation>“%1”是管道，不是普通文件</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a socket, not a regular file</source>
        <translation>“%1”是套接字，不是普通文件</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a device, not a regular file</source>
        <translation>“%1”是设备，不是普通文件</translation>
    </message>
    <message>
        <source>cannot make the folder &quot;%1&quot;: %2</source>
        <translation>无法创建文件夹“%1”：%2</translation>
    </message>
    <message>
        <source>not executable: %1</source>
        <translation>不可执行：%1</translation>
    </message>
    <message>
        <source>command not found: %1</source>
        <translation>找不到命令：%1</translation>
    </message>
    <message>
        <source>the interpreter that %1 names in its first line was not found</source>
        <translation>找不到 %1 首行指定的解释器</translation>
    </message>
    <message>
        <source>not a program: %1 (no binary, and no first line with #!)</source>
        <translation>不是程序：%1（既非二进制，首行也没有 #!）</translation>
    </message>
    <message>
        <source>%1 is being written by another process</source>
        <translation>%1 正被另一个进程写入</translation>
    </message>
    <message>
        <source>arguments or environment of %1 are too long: one string holds at most 128 KiB, all together about 2 MiB</source>
        <translation>%1 的参数或环境过长：单个字符串最多 128 KiB，总计约 2 MiB</translation>
    </message>
    <message>
        <source>no more processes allowed; %1 was not started</source>
        <translation>进程数已达上限；未启动 %1</translation>
    </message>
    <message>
        <source>not enough memory to start %1</source>
        <translation>内存不足，无法启动 %1</translation>
    </message>
    <message>
        <source>no more open files allowed; %1 was not started</source>
        <translation>打开文件数已达上限；未启动 %1</translation>
    </message>
    <message>
        <source>%1 leads through too many symbolic links</source>
        <translation>%1 经过的符号链接过多</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>an argument or environment value holds a NUL byte, which no program can receive</source>
        <translation>某个参数或环境值含有 NUL 字节，任何程序都无法接收</translation>
    </message>
    <message>
        <source>there is no command to start</source>
        <translation>没有可启动的命令</translation>
    </message>
    <message>
        <source>working folder not found: %1</source>
        <translation>找不到工作文件夹：%1</translation>
    </message>
    <message>
        <source>the socket&apos;s path is too long (at most %1 bytes): %2</source>
        <translation>套接字路径过长（最多 %1 字节）：%2</translation>
    </message>
    <message>
        <source>cannot make folder %1: %2</source>
        <translation>无法创建文件夹 %1：%2</translation>
    </message>
    <message>
        <source>cannot look at folder %1: %2</source>
        <translation>无法查看文件夹 %1：%2</translation>
    </message>
    <message>
        <source>%1 is not a folder of this user; it is not used for the runner&apos;s socket</source>
        <translation>%1 不是当前用户的文件夹，不用于运行器的套接字</translation>
    </message>
    <message>
        <source>cannot close folder %1 to others: %2</source>
        <translation>无法对他人关闭文件夹 %1：%2</translation>
    </message>
    <message>
        <source>cannot open a socket at %1: %2</source>
        <translation>无法在 %1 打开套接字：%2</translation>
    </message>
    <message>
        <source>cannot listen at %1: %2</source>
        <translation>无法在 %1 监听：%2</translation>
    </message>
    <message>
        <source>nobody listens at %1: %2</source>
        <translation>%1 处无人监听：%2</translation>
    </message>
    <message>
        <source>the process that listens at %1 belongs to another user; it is not used</source>
        <translation>在 %1 监听的进程属于其他用户，不予使用</translation>
    </message>
    <message>
        <source>the task is gone</source>
        <translation>任务已不存在</translation>
    </message>
    <message>
        <source>parsers disagree on which one wins: some take the first, some the last, Argo refuses the file</source>
        <translation>各解析器对以哪个为准意见不一：有的取第一个，有的取最后一个，Argo 则拒绝该文件</translation>
    </message>
    <message>
        <source>the engine drops a field that it does not know, or refuses the file: what it says never happens</source>
        <translation>引擎会丢弃不认识的字段，或拒绝该文件：其内容永远不会生效</translation>
    </message>
    <message>
        <source>the engine wants another type here and refuses the file; quotes make a number or a boolean a string</source>
        <translation>引擎在此需要另一种类型，会拒绝该文件；加引号可把数字或布尔值变成字符串</translation>
    </message>
    <message>
        <source>some parsers expand &quot;&lt;&lt;&quot;, others keep it as a plain key: the file means two things; write the fields out</source>
        <translation>有的解析器会展开“&lt;&lt;”，有的当作普通键：文件有两种含义；请把字段写全</translation>
    </message>
    <message>
        <source>an anchor that is never used, or defined twice, is most often a typing mistake in its name</source>
        <translation>从未使用或定义两次的锚点，多半是名称输入有误</translation>
    </message>
    <message>
        <source>engines ignore the tag or refuse the file: the value is plain text to them</source>
        <translation>引擎会忽略该标签或拒绝文件：对它们来说这只是普通文本</translation>
    </message>
    <message>
        <source>two names that look alike are not the same name; write plain characters</source>
        <translation>两个看起来相同的名称并不是同一个；请使用普通字符</translation>
    </message>
    <message>
        <source>Kubernetes takes only strings as values of environment variables and refuses the pod; put it in quotes</source>
        <translation>Kubernetes 只接受字符串作为环境变量的值，会拒绝该 Pod；请加引号</translation>
    </message>
    <message>
        <source>no engine reads a file that does not parse</source>
        <translation>没有引擎能读取无法解析的文件</translation>
    </message>
    <message>
        <source>Keep the first `%1`</source>
        <translation>保留第一个 `%1`</translation>
    </message>
    <message>
        <source>Keep the last `%1`</source>
        <translation>保留最后一个 `%1`</translation>
    </message>
    <message>
        <source>Rename to `%1`</source>
        <translation>重命名为 `%1`</translation>
    </message>
    <message>
        <source>%1 and %2 both become %3</source>
        <translation>%1 和 %2 都会变成 %3</translation>
    </message>
    <message>
        <source>engines and shells map odd characters to _: one of the two values overwrites the other without a word</source>
        <translation>引擎和 shell 会把特殊字符映射为 _：其中一个值会悄悄覆盖另一个</translation>
    </message>
    <message>
        <source>two environment variables become one when odd characters are mapped</source>
        <translation>映射特殊字符后，两个环境变量变成同一个</translation>
    </message>
    <message>
        <source>the environment variable %1 is set twice; the last one wins</source>
        <translation>环境变量 %1 设置了两次；以最后一次为准</translation>
    </message>
    <message>
        <source>Kubernetes keeps both in the pod and the last value is what the program sees: the first is dead text</source>
        <translation>Kubernetes 在 Pod 中保留两者，程序看到的是最后一个值：第一个没有作用</translation>
    </message>
    <message>
        <source>Remove the first %1</source>
        <translation>移除第一个 %1</translation>
    </message>
    <message>
        <source>one environment variable is set twice in one place</source>
        <translation>同一个环境变量在一处设置了两次</translation>
    </message>
    <message>
        <source>%1 becomes an environment variable of this Kubernetes task, which refuses the name</source>
        <translation>%1 会成为此 Kubernetes 任务的环境变量，而该名称会被拒绝</translation>
    </message>
    <message>
        <source>%1 is no name of an environment variable: allowed are letters, digits and _</source>
        <translation>%1 不是环境变量名：只允许字母、数字和 _</translation>
    </message>
    <message>
        <source>DolphinScheduler 3.2 makes the name itself and hands every parameter to the pod; Kubernetes below 1.32 answers 422, also on a rerun when the dynamic task comes later. Move the Kubernetes task to a workflow of its own</source>
        <translation>DolphinScheduler 3.2 自行生成该名称，并把所有参数交给 Pod；1.32 以下的 Kubernetes 会返回 422，即使动态任务在后面，重跑时也一样。请把 Kubernetes 任务移到单独的工作流</translation>
    </message>
    <message>
        <source>an output of a dynamic task is called so by its engine; Kubernetes below 1.32 refuses the pod (422), and no shell can read it as $NAME. Map it to a name of letters, digits and _</source>
        <translation>动态任务的输出由其引擎如此命名；1.32 以下的 Kubernetes 会拒绝该 Pod (422)，任何 shell 也无法以 $NAME 读取。请映射为由字母、数字和 _ 组成的名称</translation>
    </message>
    <message>
        <source>a dynamic task&apos;s output name is used as an environment variable</source>
        <translation>动态任务的输出名被用作环境变量</translation>
    </message>
    <message>
        <source>%1 of %2 tasks use %3 and service account %4; %5: %6 and none</source>
        <translation>%2 个任务中有 %1 个使用 %3 和服务账户 %4；%5：%6 且无服务账户</translation>
    </message>
    <message>
        <source>%1 of %2 tasks use %3 and set resources; %4: %5 and none</source>
        <translation>%2 个任务中有 %1 个使用 %3 并设置资源；%4：%5 且未设置</translation>
    </message>
    <message>
        <source>%1 of %2 tasks use %3; %4: %5</source>
        <translation>%2 个任务中有 %1 个使用 %3；%4：%5</translation>
    </message>
    <message>
        <source>an environment that is set task by task misses the first, the last or the exit handler easily: the engine fills in its default there and the task runs with another image, or without the rights of the others. Set it for the whole flow</source>
        <translation>逐个任务设置的环境很容易漏掉第一个、最后一个或退出处理：引擎会在那里填入默认值，任务便以另一个镜像运行，或缺少其他任务的权限。请为整个流程设置</translation>
    </message>
    <message>
        <source>Use %1 for %2 too</source>
        <translation>%2 也使用 %1</translation>
    </message>
    <message>
        <source>the first, the last or an exit task lacks the environment that all others set</source>
        <translation>第一个、最后一个或退出任务缺少其他任务都设置的环境</translation>
    </message>
    <message>
        <source>an environment variable has no name</source>
        <translation>有环境变量没有名称</translation>
    </message>
    <message>
        <source>no Kubernetes takes the variable name %1: allowed is printable ASCII without =</source>
        <translation>任何 Kubernetes 都不接受变量名 %1：只允许不含 = 的可打印 ASCII 字符</translation>
    </message>
    <message>
        <source>every version of Kubernetes refuses the pod; on this computer a = cuts the name in two</source>
        <translation>所有版本的 Kubernetes 都会拒绝该 Pod；在本机，= 会把名称切成两段</translation>
    </message>
    <message>
        <source>no version of Kubernetes takes the name of an environment variable</source>
        <translation>任何版本的 Kubernetes 都不接受该环境变量名</translation>
    </message>
    <message>
        <source>Kubernetes %1 refuses the variable name %2: allowed are letters, digits, - . _, no digit first</source>
        <translation>Kubernetes %1 拒绝变量名 %2：允许字母、数字、- . _，且不能以数字开头</translation>
    </message>
    <message>
        <source>the API server refuses the pod (422) in the middle of the run; clusters before 1.32 allow only [-._a-zA-Z][-._a-zA-Z0-9]*</source>
        <translation>API 服务器会在运行途中拒绝该 Pod (422)；1.32 之前的集群只允许 [-._a-zA-Z][-._a-zA-Z0-9]*</translation>
    </message>
    <message>
        <source>Kubernetes before 1.32 refuses the variable name %1: it allows letters, digits, - . _, no digit first</source>
        <translation>1.32 之前的 Kubernetes 拒绝变量名 %1：允许字母、数字、- . _，且不能以数字开头</translation>
    </message>
    <message>
        <source>Kubernetes before 1.32 refuses the name of an environment variable</source>
        <translation>1.32 之前的 Kubernetes 拒绝该环境变量名</translation>
    </message>
    <message>
        <source>the task reads $%1, but a shell cannot: such names are letters, digits and _</source>
        <translation>任务读取 $%1，但 shell 无法做到：此类名称只含字母、数字和 _</translation>
    </message>
    <message>
        <source>no shell can read %1 as $NAME: such names are letters, digits and _</source>
        <translation>任何 shell 都无法以 $NAME 读取 %1：此类名称只含字母、数字和 _</translation>
    </message>
    <message>
        <source>dash drops such a variable from the environment, bash reads only the part before the first odd character</source>
        <translation>dash 会从环境中丢弃此类变量，bash 只读取第一个特殊字符之前的部分</translation>
    </message>
    <message>
        <source>no shell can read an environment variable of this name</source>
        <translation>任何 shell 都无法读取此名称的环境变量</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation>重命名为 %1</translation>
    </message>
    <message>
        <source>Map to %1</source>
        <translation>映射为 %1</translation>
    </message>
    <message>
        <source>Rename to %1, which the task reads</source>
        <translation>重命名为任务读取的 %1</translation>
    </message>
    <message>
        <source>%1 is %2 without quotes; values of environment variables are strings</source>
        <translation>%1 是未加引号的 %2；环境变量的值是字符串</translation>
    </message>
    <message>
        <source>YAML reads it as a number or a boolean, and Kubernetes refuses the pod: put it in quotes</source>
        <translation>YAML 会把它读成数字或布尔值，Kubernetes 会拒绝该 Pod：请加引号</translation>
    </message>
    <message>
        <source>Put %1 in quotes</source>
        <translation>给 %1 加引号</translation>
    </message>
    <message>
        <source>the value of an environment variable is a number or a boolean</source>
        <translation>环境变量的值是数字或布尔值</translation>
    </message>
    <message>
        <source>the exit handler %1 reads %2, which does not exist when %3 fails</source>
        <translation>退出处理 %1 读取 %2，但 %3 失败时它不存在</translation>
    </message>
    <message>
        <source>an exit handler runs also when the task failed or never ran: without the value the handler itself fails. Give the output a default, or let the handler look at the status</source>
        <translation>任务失败或未运行时退出处理也会运行：没有该值，处理本身就会失败。请给输出设默认值，或让处理查看状态</translation>
    </message>
    <message>
        <source>an exit handler reads the output of a task that may not have run</source>
        <translation>退出处理读取了可能未运行的任务的输出</translation>
    </message>
    <message>
        <source>tasks wait for each other: %1</source>
        <translation>任务互相等待：%1</translation>
    </message>
    <message>
        <source>none of them can ever start: engines refuse the flow, or it waits for ever</source>
        <translation>它们都永远无法启动：引擎会拒绝该流程，或一直等待</translation>
    </message>
    <message>
        <source>Remove the edge %1 → %2</source>
        <translation>移除连接 %1 → %2</translation>
    </message>
    <message>
        <source>tasks wait for each other in a circle</source>
        <translation>任务循环等待</translation>
    </message>
    <message>
        <source>%1 waits for itself</source>
        <translation>%1 等待自己</translation>
    </message>
    <message>
        <source>it can never start</source>
        <translation>它永远无法启动</translation>
    </message>
    <message>
        <source>Remove the dependency on itself</source>
        <translation>移除对自身的依赖</translation>
    </message>
    <message>
        <source>a task waits for itself</source>
        <translation>任务等待自己</translation>
    </message>
    <message>
        <source>%1 waits for %2, which does not exist</source>
        <translation>%1 等待 %2，但后者不存在</translation>
    </message>
    <message>
        <source>%1 waits for %2, which does not exist; did you mean %3?</source>
        <translation>%1 等待 %2，但后者不存在；是否指 %3？</translation>
    </message>
    <message>
        <source>engines refuse the flow; one that does not would wait for ever or start the task too early</source>
        <translation>引擎会拒绝该流程；不拒绝的引擎会一直等待或过早启动任务</translation>
    </message>
    <message>
        <source>Wait for %1 instead</source>
        <translation>改为等待 %1</translation>
    </message>
    <message>
        <source>Remove the dependency on %1</source>
        <translation>移除对 %1 的依赖</translation>
    </message>
    <message>
        <source>a task waits for one that does not exist</source>
        <translation>任务等待不存在的任务</translation>
    </message>
    <message>
        <source>the flow has no tasks</source>
        <translation>流程没有任务</translation>
    </message>
    <message>
        <source>%1 has no tasks</source>
        <translation>%1 没有任务</translation>
    </message>
    <message>
        <source>there is nothing to run: engines refuse it, and on this computer the run succeeds without doing anything</source>
        <translation>没有可运行的内容：引擎会拒绝，而在本机运行则什么也不做就成功</translation>
    </message>
    <message>
        <source>a flow has no tasks</source>
        <translation>流程没有任务</translation>
    </message>
    <message>
        <source>the digest %1 is no digest: it is sha256: and 64 hexadecimal digits</source>
        <translation>%1 不是摘要：应为 sha256: 加 64 位十六进制数字</translation>
    </message>
    <message>
        <source>the container runtime cannot parse the name: the pod stays at InvalidImageName</source>
        <translation>容器运行时无法解析该名称：Pod 会停在 InvalidImageName</translation>
    </message>
    <message>
        <source>the digest of an image has a wrong length or algorithm</source>
        <translation>镜像摘要的长度或算法有误</translation>
    </message>
    <message>
        <source>the image %1 has capitals: the repository must be lower-case</source>
        <translation>镜像 %1 含大写字母：仓库名必须小写</translation>
    </message>
    <message>
        <source>the name of the image %1 is longer than 255 characters</source>
        <translation>镜像 %1 的名称超过 255 个字符</translation>
    </message>
    <message>
        <source>the tag of the image %1 is longer than 128 characters</source>
        <translation>镜像 %1 的标签超过 128 个字符</translation>
    </message>
    <message>
        <source>the image %1 ends too early: it is [registry/]name[:tag][@digest]</source>
        <translation>镜像 %1 不完整：格式为 [registry/]name[:tag][@digest]</translation>
    </message>
    <message>
        <source>the image %1 has &quot;%2&quot; at %3: it is [registry/]name[:tag][@digest]</source>
        <translation>镜像 %1 在第 %3 位有“%2”：格式为 [registry/]name[:tag][@digest]</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>改为 %1</translation>
    </message>
    <message>
        <source>the name of an image does not follow the grammar of image references</source>
        <translation>镜像名称不符合镜像引用的语法</translation>
    </message>
    <message>
        <source>the image %1 is whatever is newest when the pod starts</source>
        <translation>镜像 %1 取决于 Pod 启动时最新的版本</translation>
    </message>
    <message>
        <source>two runs of the same flow can use two different images; name a version, as in python:3.12-slim</source>
        <translation>同一流程的两次运行可能使用不同的镜像；请指明版本，如 python:3.12-slim</translation>
    </message>
    <message>
        <source>an image has the tag latest</source>
        <translation>镜像的标签是 latest</translation>
    </message>
    <message>
        <source>Set the flow&apos;s image to %1</source>
        <translation>将流程的镜像设为 %1</translation>
    </message>
    <message>
        <source>Set the image to %1</source>
        <translation>将镜像设为 %1</translation>
    </message>
    <message>
        <source>%1 has no image: nothing sets one</source>
        <translation>%1 没有镜像：没有任何地方设置</translation>
    </message>
    <message>
        <source>%1 has no default image and refuses the task, or its pod never starts; set one here or for the whole flow</source>
        <translation>%1 没有默认镜像，会拒绝该任务，或其 Pod 永远无法启动；请在此处或为整个流程设置</translation>
    </message>
    <message>
        <source>a container task has no image and the engine has no default</source>
        <translation>容器任务没有镜像，引擎也没有默认值</translation>
    </message>
    <message>
        <source>the image %1 has no tag, which means :latest</source>
        <translation>镜像 %1 没有标签，即 :latest</translation>
    </message>
    <message>
        <source>an image has no tag: the newest one is taken</source>
        <translation>镜像没有标签：将取最新的</translation>
    </message>
    <message>
        <source>%1 of %2 are thousandths of a byte; mebibytes are Mi</source>
        <translation>%2 的 %1 是千分之一字节；兆字节写作 Mi</translation>
    </message>
    <message>
        <source>%1 of %2: a quantity cannot be negative</source>
        <translation>%2 的 %1：数量不能为负</translation>
    </message>
    <message>
        <source>%1 of %2 is no quantity: a number and Ki, Mi, Gi, Ti or k, M, G, T</source>
        <translation>%2 的 %1 不是数量：应为数字加 Ki、Mi、Gi、Ti 或 k、M、G、T</translation>
    </message>
    <message>
        <source>%1 of %2 is no quantity: a number as in 2 or 0.5, or thousandths as in 500m</source>
        <translation>%2 的 %1 不是数量：应为如 2 或 0.5 的数字，或如 500m 的千分数</translation>
    </message>
    <message>
        <source>Kubernetes cannot parse it and refuses the pod, or starts it with next to nothing</source>
        <translation>Kubernetes 无法解析，会拒绝该 Pod，或以几乎为零的资源启动</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写成 %1</translation>
    </message>
    <message>
        <source>an amount of cpu, memory or disk that Kubernetes cannot read</source>
        <translation>Kubernetes 无法读取的 CPU、内存或磁盘数量</translation>
    </message>
    <message>
        <source>%1: the request %2 is above the limit %3</source>
        <translation>%1：请求 %2 高于上限 %3</translation>
    </message>
    <message>
        <source>Kubernetes refuses a pod that asks for more than it may have</source>
        <translation>Kubernetes 会拒绝请求超过上限的 Pod</translation>
    </message>
    <message>
        <source>Swap them: request %1, limit %2</source>
        <translation>交换：请求 %1，上限 %2</translation>
    </message>
    <message>
        <source>a task asks for more than its limit</source>
        <translation>任务的请求超过其上限</translation>
    </message>
    <message>
        <source>retry without a limit: a task that always fails is tried for ever</source>
        <translation>重试没有上限：总是失败的任务会永远重试</translation>
    </message>
    <message>
        <source>the retry limit %1 is no whole number</source>
        <translation>重试上限 %1 不是整数</translation>
    </message>
    <message>
        <source>the retry limit %1 is below 0</source>
        <translation>重试上限 %1 小于 0</translation>
    </message>
    <message>
        <source>the retry limit %1 is above 20: a task that always fails is tried for very long</source>
        <translation>重试上限 %1 大于 20：总是失败的任务会重试很久</translation>
    </message>
    <message>
        <source>Argo refuses what is no number; without a limit, or with a high one, a broken task keeps the run and its pods alive</source>
        <translation>Argo 会拒绝非数字；没有上限或上限过高时，出错的任务会使运行及其 Pod 一直存在</translation>
    </message>
    <message>
        <source>Set the limit to 3</source>
        <translation>将上限设为 3</translation>
    </message>
    <message>
        <source>a task is retried for ever, very often, or a nonsensical number of times</source>
        <translation>任务会永远重试、重试极多次，或重试次数无意义</translation>
    </message>
    <message>
        <source>engines refuse the flow, or ignore the limit and let the task run for ever</source>
        <translation>引擎会拒绝该流程，或忽略限制而让任务一直运行</translation>
    </message>
    <message>
        <source>a timeout or a delay is no duration</source>
        <translation>超时或延迟不是时长</translation>
    </message>
    <message>
        <source>command not found on this computer: %1</source>
        <translation>本机找不到命令：%1</translation>
    </message>
    <message>
        <source>a run on this computer starts the program itself, without the image: install it, or run the flow elsewhere</source>
        <translation>在本机运行时直接启动程序而不使用镜像：请安装它，或在别处运行流程</translation>
    </message>
    <message>
        <source>the program of a task is not on this computer</source>
        <translation>本机没有任务所需的程序</translation>
    </message>
    <message>
        <source>two tasks are called %1; names are unique within a flow</source>
        <translation>有两个任务名为 %1；流程内名称必须唯一</translation>
    </message>
    <message>
        <source>an edge or an output that names it could mean either; engines refuse the file or run only one of them</source>
        <translation>引用该名称的连接或输出可能指任意一个；引擎会拒绝该文件，或只运行其中一个</translation>
    </message>
    <message>
        <source>two tasks of one scope have the same name</source>
        <translation>同一范围内两个任务重名</translation>
    </message>
    <message>
        <source>a task has no name; every task needs one</source>
        <translation>有任务没有名称；每个任务都需要名称</translation>
    </message>
    <message>
        <source>tasks are referred to by name: edges, outputs and the record of a run need it, and engines refuse the file</source>
        <translation>任务通过名称引用：连接、输出和运行记录都需要它，引擎会拒绝该文件</translation>
    </message>
    <message>
        <source>Name it %1</source>
        <translation>命名为 %1</translation>
    </message>
    <message>
        <source>a task has no name</source>
        <translation>任务没有名称</translation>
    </message>
    <message>
        <source>%1: %2 need not have run before %3; add the dependency</source>
        <translation>%1：%2 不一定在 %3 之前运行；请添加依赖</translation>
    </message>
    <message>
        <source>the value may not exist yet when the task starts: Argo refuses the flow, others start the task without it</source>
        <translation>任务启动时该值可能尚不存在：Argo 会拒绝该流程，其他引擎则不带该值启动任务</translation>
    </message>
    <message>
        <source>Make %1 wait for %2</source>
        <translation>让 %1 等待 %2</translation>
    </message>
    <message>
        <source>a task reads the output of a task that it does not wait for</source>
        <translation>任务读取了它并不等待的任务的输出</translation>
    </message>
    <message>
        <source>%1: a task cannot read its own output</source>
        <translation>%1：任务不能读取自己的输出</translation>
    </message>
    <message>
        <source>the value exists only after the task has ended: it would wait for itself</source>
        <translation>该值在任务结束后才存在：它会等待自己</translation>
    </message>
    <message>
        <source>a task reads its own output</source>
        <translation>任务读取自己的输出</translation>
    </message>
    <message>
        <source>engines refuse the flow or hand the text on as it stands: the program gets the braces instead of a value</source>
        <translation>引擎会拒绝该流程，或原样传递文本：程序得到的是花括号而不是值</translation>
    </message>
    <message>
        <source>%1: there is no task %2; there are %3</source>
        <translation>%1：没有任务 %2；现有 %3</translation>
    </message>
    <message>
        <source>%1: there is no task %2; did you mean %3?</source>
        <translation>%1：没有任务 %2；是否指 %3？</translation>
    </message>
    <message>
        <source>%1: %2 has no outputs</source>
        <translation>%1：%2 没有输出</translation>
    </message>
    <message>
        <source>%1: %2 has no output %3; it has %4</source>
        <translation>%1：%2 没有输出 %3；它有 %4</translation>
    </message>
    <message>
        <source>%1: %2 has no output %3; did you mean %4?</source>
        <translation>%1：%2 没有输出 %3；是否指 %4？</translation>
    </message>
    <message>
        <source>%1: there is no parameter %2; there are %3</source>
        <translation>%1：没有参数 %2；现有 %3</translation>
    </message>
    <message>
        <source>%1: there is no parameter %2; did you mean %3?</source>
        <translation>%1：没有参数 %2；是否指 %3？</translation>
    </message>
    <message>
        <source>a reference names a task, an output or a parameter that does not exist</source>
        <translation>引用了不存在的任务、输出或参数</translation>
    </message>
    <message>
        <source>the text does not parse</source>
        <translation>文本无法解析</translation>
    </message>
    <message>
        <source>a map has the same key twice</source>
        <translation>同一映射中有重复的键</translation>
    </message>
    <message>
        <source>a field that the kind of file does not have</source>
        <translation>此类文件没有的字段</translation>
    </message>
    <message>
        <source>a value has another type than its field</source>
        <translation>值的类型与字段不符</translation>
    </message>
    <message>
        <source>a merge key (&lt;&lt;) means different things to different parsers</source>
        <translation>合并键 (&lt;&lt;) 对不同解析器含义不同</translation>
    </message>
    <message>
        <source>an anchor is never used, or defined twice</source>
        <translation>锚点从未使用，或定义了两次</translation>
    </message>
    <message>
        <source>a tag that no engine knows</source>
        <translation>没有引擎认识的标签</translation>
    </message>
    <message>
        <source>invisible or misleading characters</source>
        <translation>不可见或易误导的字符</translation>
    </message>
    <message>
        <source>this document of the file is no flow: it is kept and not read</source>
        <translation>文件中的这个文档不是流程：原样保留，不读取</translation>
    </message>
    <message>
        <source>a flow says &quot;weftwork: 1&quot;; the other documents of the file stay as they are</source>
        <translation>流程以“weftwork: 1”标明；文件中的其他文档保持原样</translation>
    </message>
    <message>
        <source>a document of the file is no flow</source>
        <translation>文件中有文档不是流程</translation>
    </message>
    <message>
        <source>there is no flow to paste into</source>
        <translation>没有可粘贴到的流程</translation>
    </message>
    <message>
        <source>there is nothing to paste</source>
        <translation>没有可粘贴的内容</translation>
    </message>
    <message>
        <source>condition &quot;%1&quot; is neither true nor false: compare with == != &lt; &gt; in and the like</source>
        <translation>条件“%1”既非真也非假：请用 == != &lt; &gt; in 等比较</translation>
    </message>
    <message>
        <source>condition &quot;%1&quot; ends too early</source>
        <translation>条件“%1”不完整</translation>
    </message>
    <message>
        <source>condition &quot;%1&quot; is wrong at &quot;%2&quot;: put text that holds signs or blanks in quotes</source>
        <translation>条件“%1”在“%2”处有误：含符号或空格的文本请加引号</translation>
    </message>
    <message>
        <source>condition &quot;%1&quot; has an unclosed quote at &quot;%2&quot;</source>
        <translation>条件“%1”在“%2”处的引号未闭合</translation>
    </message>
    <message>
        <source>condition &quot;%1&quot;: &amp;&amp; || and ! need true or false on both sides, not %2</source>
        <translation>条件“%1”：&amp;&amp; || 和 ! 两侧需要真或假，而不是 %2</translation>
    </message>
    <message>
        <source>condition &quot;%1&quot;: %2 %3 %4 cannot be worked out; put text that holds signs in quotes</source>
        <translation>条件“%1”：无法计算 %2 %3 %4；含符号的文本请加引号</translation>
    </message>
    <message>
        <source>condition &quot;%1&quot;: &quot;%2&quot; is no regular expression</source>
        <translation>条件“%1”：“%2”不是正则表达式</translation>
    </message>
    <message>
        <source>condition &quot;%1&quot; is nested too deeply</source>
        <translation>条件“%1”嵌套过深</translation>
    </message>
    <message>
        <source>depends &quot;%1&quot; ends too early: a task&apos;s name is missing</source>
        <translation>depends“%1”不完整：缺少任务名</translation>
    </message>
    <message>
        <source>depends &quot;%1&quot; is wrong at &quot;%2&quot;: it is made of task names with &amp;&amp; || ! and parentheses</source>
        <translation>depends“%1”在“%2”处有误：它由任务名和 &amp;&amp; || ! 及括号组成</translation>
    </message>
    <message>
        <source>depends &quot;%1&quot; is nested too deeply</source>
        <translation>depends“%1”嵌套过深</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no result of a task: use Succeeded, Failed, Errored, Skipped, Omitted, Daemoned, AnySucceeded or AllFailed</source>
        <translation>“%1”不是任务的结果：请用 Succeeded、Failed、Errored、Skipped、Omitted、Daemoned、AnySucceeded 或 AllFailed</translation>
    </message>
    <message>
        <source>depends names &quot;%1&quot;, and there is no such task</source>
        <translation>depends 引用了“%1”，但没有这样的任务</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no duration: write seconds (90) or units as in 10s, 2m, 1h30m, 1d</source>
        <translation>“%1”不是时长：请写秒数 (90) 或带单位，如 10s、2m、1h30m、1d</translation>
    </message>
    <message>
        <source>this would close a loop: %1</source>
        <translation>这会形成环：%1</translation>
    </message>
    <message>
        <source>there is no such task any more</source>
        <translation>该任务已不存在</translation>
    </message>
    <message>
        <source>a task cannot wait for itself</source>
        <translation>任务不能等待自己</translation>
    </message>
    <message>
        <source>the exit handler of a task has no edges</source>
        <translation>任务的退出处理没有连接</translation>
    </message>
    <message>
        <source>the two tasks stand in different flows</source>
        <translation>两个任务位于不同的流程</translation>
    </message>
    <message>
        <source>a body task cannot wait for an exit handler: it runs after everything</source>
        <translation>主体任务不能等待退出处理：它在一切之后运行</translation>
    </message>
    <message>
        <source>exit handlers do not wait for each other</source>
        <translation>退出处理之间互不等待</translation>
    </message>
    <message>
        <source>an exit handler waits for everything anyway: it can only read outputs</source>
        <translation>退出处理本来就等待一切：它只能读取输出</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not defined in this file, so nothing can be added to it</source>
        <translation>此文件中没有定义“%1”，因此无法向其添加内容</translation>
    </message>
    <message>
        <source>the edge exists already</source>
        <translation>该连接已存在</translation>
    </message>
    <message>
        <source>there is no edge from &quot;%1&quot; to &quot;%2&quot;</source>
        <translation>从“%1”到“%2”没有连接</translation>
    </message>
    <message>
        <source>an output needs a name</source>
        <translation>输出需要名称</translation>
    </message>
    <message>
        <source>a parameter needs a name</source>
        <translation>参数需要名称</translation>
    </message>
    <message>
        <source>there is no definition &quot;%1&quot;</source>
        <translation>没有定义“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not defined in this file, so it cannot be changed here</source>
        <translation>此文件中没有定义“%1”，因此无法在此更改</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; is there twice</source>
        <translation>参数“%1”出现两次</translation>
    </message>
    <message>
        <source>a flow needs a name</source>
        <translation>流程需要名称</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an exit handler already</source>
        <translation>“%1”已经是退出处理</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no exit handler of its flow</source>
        <translation>“%1”不是其流程的退出处理</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no exit handler</source>
        <translation>“%1”不是退出处理</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists already: names are unique in a flow</source>
        <translation>“%1”已存在：流程内名称必须唯一</translation>
    </message>
    <message>
        <source>a definition needs a name</source>
        <translation>定义需要名称</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists already: names of definitions are unique</source>
        <translation>“%1”已存在：定义的名称必须唯一</translation>
    </message>
    <message>
        <source>the flow that the task was meant for is not there any more</source>
        <translation>任务所属的流程已不存在</translation>
    </message>
    <message>
        <source>a node cannot stand nowhere</source>
        <translation>节点必须有位置</translation>
    </message>
    <message>
        <source>no image: nothing sets one</source>
        <translation>无镜像：没有任何地方设置</translation>
    </message>
    <message>
        <source>no %1: nothing sets it</source>
        <translation>无 %1：没有任何地方设置</translation>
    </message>
    <message>
        <source>%1, the engine&apos;s default</source>
        <translation>%1，引擎默认值</translation>
    </message>
    <message>
        <source>%1, from the flow&apos;s environment</source>
        <translation>%1，来自流程的环境</translation>
    </message>
    <message>
        <source>%1, from the group %2</source>
        <translation>%1，来自分组 %2</translation>
    </message>
    <message>
        <source>%1, from the definition %2</source>
        <translation>%1，来自定义 %2</translation>
    </message>
    <message>
        <source>%1, set by the task itself</source>
        <translation>%1，由任务自身设置</translation>
    </message>
    <message>
        <source>a task needs a name</source>
        <translation>任务需要名称</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a task&apos;s name: it must hold neither &quot;/&quot; nor control characters</source>
        <translation>“%1”不能作为任务名：不得含有“/”或控制字符</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a task&apos;s name: it begins or ends with a blank</source>
        <translation>“%1”不能作为任务名：以空格开头或结尾</translation>
    </message>
    <message>
        <source>cannot start the runner: %1</source>
        <translation>无法启动运行器：%1</translation>
    </message>
    <message>
        <source>cannot start the runner %1: %2</source>
        <translation>无法启动运行器 %1：%2</translation>
    </message>
    <message>
        <source>the connection to the runner broke: %1</source>
        <translation>与运行器的连接中断：%1</translation>
    </message>
    <message>
        <source>the runner has ended the connection</source>
        <translation>运行器结束了连接</translation>
    </message>
    <message>
        <source>the runner does not answer</source>
        <translation>运行器没有应答</translation>
    </message>
    <message>
        <source>the runner speaks another protocol: %1</source>
        <translation>运行器使用另一种协议：%1</translation>
    </message>
    <message>
        <source>the request is no JSON object</source>
        <translation>请求不是 JSON 对象</translation>
    </message>
    <message>
        <source>the run history cannot be opened: out of memory</source>
        <translation>无法打开运行历史：内存不足</translation>
    </message>
    <message>
        <source>the run history &quot;%1&quot; cannot be written: the disk is full (%2)</source>
        <translation>无法写入运行历史“%1”：磁盘已满 (%2)</translation>
    </message>
    <message>
        <source>the run history &quot;%1&quot; is in use by another program</source>
        <translation>运行历史“%1”正被其他程序使用</translation>
    </message>
    <message>
        <source>the run history &quot;%1&quot; is damaged: %2</source>
        <translation>运行历史“%1”已损坏：%2</translation>
    </message>
    <message>
        <source>the run history &quot;%1&quot; is open for reading only</source>
        <translation>运行历史“%1”仅以只读方式打开</translation>
    </message>
    <message>
        <source>the run history &quot;%1&quot;: %2</source>
        <translation>运行历史“%1”：%2</translation>
    </message>
    <message>
        <source>event: &quot;%1&quot; must be text</source>
        <translation>事件：“%1”必须是文本</translation>
    </message>
    <message>
        <source>event: &quot;%1&quot; must be a whole number</source>
        <translation>事件：“%1”必须是整数</translation>
    </message>
    <message>
        <source>event: &quot;%1&quot; must be between 0 and %2</source>
        <translation>事件：“%1”必须在 0 到 %2 之间</translation>
    </message>
    <message>
        <source>event: not a JSON object</source>
        <translation>事件：不是 JSON 对象</translation>
    </message>
    <message>
        <source>event: &quot;%1&quot; is no kind of event</source>
        <translation>事件：“%1”不是事件种类</translation>
    </message>
    <message>
        <source>event: &quot;data&quot; must be an object or a list of pairs, its values text</source>
        <translation>事件：“data”必须是对象或键值对列表，值为文本</translation>
    </message>
    <message>
        <source>the result of %1 was set to &quot;%2&quot; by a person</source>
        <translation>%1 的结果被人工设为“%2”</translation>
    </message>
    <message>
        <source>%1 failed; %2 recovered it</source>
        <translation>%1 失败；由 %2 恢复</translation>
    </message>
    <message>
        <source>there is no run &quot;%1&quot;</source>
        <translation>没有运行“%1”</translation>
    </message>
    <message>
        <source>run &quot;%1&quot;: event %2 is already recorded with other contents</source>
        <translation>运行“%1”：事件 %2 已以其他内容记录</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a database, but not a run history</source>
        <translation>“%1”是数据库，但不是运行历史</translation>
    </message>
    <message>
        <source>the run history &quot;%1&quot; was made by a newer version of Weftwork; this one cannot use it</source>
        <translation>运行历史“%1”由更新版本的 Weftwork 创建；此版本无法使用</translation>
    </message>
    <message>
        <source>the run history &quot;%1&quot; is damaged and cannot be moved aside</source>
        <translation>运行历史“%1”已损坏且无法移开</translation>
    </message>
    <message>
        <source>the run history was damaged. It now lies in &quot;%1&quot;, and a new one was begun</source>
        <translation>运行历史已损坏。它现在位于“%1”，并已新建一份</translation>
    </message>
    <message>
        <source>the run history &quot;%1&quot; can only be read through a copy, and there is no room for one</source>
        <translation>运行历史“%1”只能通过副本读取，但没有空间存放副本</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no run history</source>
        <translation>“%1”不是运行历史</translation>
    </message>
    <message>
        <source>there is no run history at &quot;%1&quot; yet</source>
        <translation>“%1”处尚无运行历史</translation>
    </message>
    <message>
        <source>waiting to start</source>
        <translation>等待开始</translation>
    </message>
    <message>
        <source>the result was set to &quot;%1&quot; by a person</source>
        <translation>结果被人工设为“%1”</translation>
    </message>
    <message>
        <source>%1 did not run</source>
        <translation>%1 没有运行</translation>
    </message>
    <message numerus="yes">
        <source>exit handler %1 exited with %2 at the last of %n attempts</source>
        <translation>
            <numerusform>退出处理 %1 在 %n 次尝试的最后一次以 %2 退出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 exited with %2 at the last of %n attempts</source>
        <translation>
            <numerusform>%1 在 %n 次尝试的最后一次以 %2 退出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exit handler %1 exited with %2, %n times</source>
        <translation>
            <numerusform>退出处理 %1 以 %2 退出，共 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 exited with %2, %n times</source>
        <translation>
            <numerusform>%1 以 %2 退出，共 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>exit handler %1 exited with %2, twice</source>
        <translation>退出处理 %1 两次以 %2 退出</translation>
    </message>
    <message>
        <source>%1 exited with %2, twice</source>
        <translation>%1 两次以 %2 退出</translation>
    </message>
    <message>
        <source>exit handler %1 exited with %2</source>
        <translation>退出处理 %1 以 %2 退出</translation>
    </message>
    <message>
        <source>%1 exited with %2</source>
        <translation>%1 以 %2 退出</translation>
    </message>
    <message>
        <source>exit handler %1 timed out after %2</source>
        <translation>退出处理 %1 在 %2 后超时</translation>
    </message>
    <message>
        <source>%1 timed out after %2</source>
        <translation>%1 在 %2 后超时</translation>
    </message>
    <message>
        <source>exit handler %1 timed out</source>
        <translation>退出处理 %1 超时</translation>
    </message>
    <message>
        <source>%1 timed out</source>
        <translation>%1 超时</translation>
    </message>
    <message>
        <source>exit handler %1 could not run: %2</source>
        <translation>退出处理 %1 无法运行：%2</translation>
    </message>
    <message>
        <source>%1 could not run: %2</source>
        <translation>%1 无法运行：%2</translation>
    </message>
    <message>
        <source>exit handler %1 failed: %2</source>
        <translation>退出处理 %1 失败：%2</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 失败：%2</translation>
    </message>
    <message>
        <source>exit handler %1 failed</source>
        <translation>退出处理 %1 失败</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>exit handler %1 never ran</source>
        <translation>退出处理 %1 从未运行</translation>
    </message>
    <message>
        <source>%1 never ran</source>
        <translation>%1 从未运行</translation>
    </message>
    <message>
        <source>%1 had not ended when the run did</source>
        <translation>运行结束时 %1 尚未结束</translation>
    </message>
    <message>
        <source>%1 was not run, and nothing that it needs explains why</source>
        <translation>%1 没有运行，且其依赖无法解释原因</translation>
    </message>
    <message>
        <source>the flow timed out</source>
        <translation>流程超时</translation>
    </message>
    <message>
        <source>the flow timed out before %1 had ended</source>
        <translation>流程在 %1 结束之前超时</translation>
    </message>
    <message>
        <source>nothing ran</source>
        <translation>没有任务运行</translation>
    </message>
    <message>
        <source>no task succeeded, but what failed is tolerated</source>
        <translation>没有任务成功，但失败均被容忍</translation>
    </message>
    <message>
        <source>1 task succeeded</source>
        <translation>1 个任务成功</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks succeeded</source>
        <translation>
            <numerusform>%n 个任务成功</numerusform>
        </translation>
    </message>
    <message>
        <source>killed before the exit handlers had run</source>
        <translation>在退出处理运行之前被强制终止</translation>
    </message>
    <message>
        <source>killed before %1 had ended</source>
        <translation>在 %1 结束之前被强制终止</translation>
    </message>
    <message>
        <source>stopped before %1 had ended</source>
        <translation>在 %1 结束之前被停止</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 被取消</translation>
    </message>
    <message>
        <source>contact is lost; what runs there goes on or not, nobody knows yet</source>
        <translation>联系中断；那边是否仍在运行，尚不清楚</translation>
    </message>
    <message>
        <source>contact with %1 is lost; what runs there goes on or not, nobody knows yet</source>
        <translation>与 %1 的联系中断；那边是否仍在运行，尚不清楚</translation>
    </message>
    <message>
        <source>%1 of %2 tasks have ended</source>
        <translation>%2 个任务中已结束 %1 个</translation>
    </message>
    <message>
        <source>%1 of %2 tasks have ended; running: %3</source>
        <translation>%2 个任务中已结束 %1 个；正在运行：%3</translation>
    </message>
    <message>
        <source>1 exit handler failed: %1</source>
        <translation>1 个退出处理失败：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n exit handlers failed: %1</source>
        <translation>
            <numerusform>%n 个退出处理失败：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>1 exit handler never ran: %1</source>
        <translation>1 个退出处理从未运行：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n exit handlers never ran: %1</source>
        <translation>
            <numerusform>%n 个退出处理从未运行：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>1 exit handler failed and only warns: %1</source>
        <translation>1 个退出处理失败，仅作警告：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n exit handlers failed and only warn: %1</source>
        <translation>
            <numerusform>%n 个退出处理失败，仅作警告：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>the exit handler succeeded</source>
        <translation>退出处理成功</translation>
    </message>
    <message>
        <source>the exit handler succeeded; it does not change the verdict</source>
        <translation>退出处理成功；它不改变结论</translation>
    </message>
    <message>
        <source>both exit handlers succeeded</source>
        <translation>两个退出处理都成功</translation>
    </message>
    <message>
        <source>both exit handlers succeeded; they do not change the verdict</source>
        <translation>两个退出处理都成功；它们不改变结论</translation>
    </message>
    <message numerus="yes">
        <source>all %n exit handlers succeeded</source>
        <translation>
            <numerusform>全部 %n 个退出处理都成功</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n exit handlers succeeded; they do not change the verdict</source>
        <translation>
            <numerusform>全部 %n 个退出处理都成功；它们不改变结论</numerusform>
        </translation>
    </message>
    <message>
        <source>cleanup did NOT run: %1</source>
        <translation>清理没有运行：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 succeeded after %n attempts</source>
        <translation>
            <numerusform>%1 在 %n 次尝试后成功</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks needed more than one attempt</source>
        <translation>
            <numerusform>%n 个任务需要多次尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>the failure of %1 is tolerated</source>
        <translation>%1 的失败被容忍</translation>
    </message>
    <message numerus="yes">
        <source>%n failures are tolerated: %1</source>
        <translation>
            <numerusform>%n 个失败被容忍：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>forced: the result was set to &quot;%1&quot; by a person</source>
        <translation>强制：结果被人工设为“%1”</translation>
    </message>
    <message>
        <source>forced: the result was set to &quot;%1&quot; by %2</source>
        <translation>强制：结果被 %2 设为“%1”</translation>
    </message>
    <message>
        <source>images not used</source>
        <translation>未使用镜像</translation>
    </message>
    <message>
        <source>not reproduced here: %1</source>
        <translation>此处未重现：%1</translation>
    </message>
    <message>
        <source>the engine says &quot;%1&quot;, the tasks say &quot;%2&quot;</source>
        <translation>引擎说“%1”，任务说“%2”</translation>
    </message>
    <message>
        <source>Argo Workflow</source>
        <translation>Argo Workflow</translation>
    </message>
    <message>
        <source>`%1` must be a list</source>
        <translation>`%1` 必须是列表</translation>
    </message>
    <message>
        <source>`%1` must be a map</source>
        <translation>`%1` 必须是映射</translation>
    </message>
    <message>
        <source>`%1` must be a string, `%2` is not; write it in quotes</source>
        <translation>`%1` 必须是字符串，`%2` 不是；请加引号</translation>
    </message>
    <message>
        <source>`%1` must be a whole number, `%2` is not</source>
        <translation>`%1` 必须是整数，`%2` 不是</translation>
    </message>
    <message>
        <source>`%1` must be a number, `%2` is not</source>
        <translation>`%1` 必须是数字，`%2` 不是</translation>
    </message>
    <message>
        <source>`%1` must be true or false, `%2` is not</source>
        <translation>`%1` 必须是 true 或 false，`%2` 不是</translation>
    </message>
    <message>
        <source>`%1` must be a single value</source>
        <translation>`%1` 必须是单个值</translation>
    </message>
    <message>
        <source>`exitHandler` is not a field of a step; it never runs; move it to spec.onExit</source>
        <translation>`exitHandler` 不是步骤的字段；它永远不会运行；请移到 spec.onExit</translation>
    </message>
    <message>
        <source>`exitHandler` is not a field of a DAG task; it never runs; move it to spec.onExit</source>
        <translation>`exitHandler` 不是 DAG 任务的字段；它永远不会运行；请移到 spec.onExit</translation>
    </message>
    <message>
        <source>unknown field `%1`; Argo drops it without a word</source>
        <translation>未知字段 `%1`；Argo 会悄悄丢弃它</translation>
    </message>
    <message>
        <source>unknown field `%1`; did you mean `%2`?</source>
        <translation>未知字段 `%1`；是否指 `%2`？</translation>
    </message>
    <message>
        <source>template `%1` says nothing to run: it needs one of container, script, steps, dag, resource, suspend, http, containerSet, data, plugin</source>
        <translation>模板 `%1` 没有可运行的内容：需要 container、script、steps、dag、resource、suspend、http、containerSet、data、plugin 之一</translation>
    </message>
    <message>
        <source>template `%1` is both `%2` and `%3`; a template is one thing</source>
        <translation>模板 `%1` 同时是 `%2` 和 `%3`；一个模板只能是一种</translation>
    </message>
    <message>
        <source>no entrypoint: `spec.entrypoint` must name the template that starts the workflow</source>
        <translation>没有入口：`spec.entrypoint` 必须指明启动工作流的模板</translation>
    </message>
    <message>
        <source>the entrypoint `%1` is no template of this file</source>
        <translation>入口 `%1` 不是此文件中的模板</translation>
    </message>
    <message>
        <source>no Workflow, WorkflowTemplate, ClusterWorkflowTemplate or CronWorkflow of argoproj.io stands in this file</source>
        <translation>此文件中没有 argoproj.io 的 Workflow、WorkflowTemplate、ClusterWorkflowTemplate 或 CronWorkflow</translation>
    </message>
    <message>
        <source>no `apiVersion`: Kubernetes takes a %1 only with `apiVersion: argoproj.io/v1alpha1`</source>
        <translation>没有 `apiVersion`：Kubernetes 只接受带 `apiVersion: argoproj.io/v1alpha1` 的 %1</translation>
    </message>
    <message>
        <source>`%1` names the template `%2`, and there is none of that name</source>
        <translation>`%1` 指向模板 `%2`，但没有此名称的模板</translation>
    </message>
    <message>
        <source>hook `%1` has no expression, so nothing starts it; only the hook `exit` goes without</source>
        <translation>钩子 `%1` 没有表达式，因此不会启动；只有 `exit` 钩子可以没有</translation>
    </message>
    <message>
        <source>hook `%1` of the workflow has no expression, so nothing starts it; only the hook `exit` goes without</source>
        <translation>工作流的钩子 `%1` 没有表达式，因此不会启动；只有 `exit` 钩子可以没有</translation>
    </message>
    <message>
        <source>task `%1` has both `depends` and `dependencies`; Argo takes one of them</source>
        <translation>任务 `%1` 同时有 `depends` 和 `dependencies`；Argo 只接受其一</translation>
    </message>
    <message>
        <source>task `%1` uses `dependencies` where another task of the DAG uses `depends`; Argo takes one of them</source>
        <translation>任务 `%1` 使用 `dependencies`，而该 DAG 的另一任务使用 `depends`；Argo 只接受其一</translation>
    </message>
    <message>
        <source>task `%1` uses `continueOn` in a DAG with `depends`; Argo refuses that, name the results in `depends` instead</source>
        <translation>任务 `%1` 在使用 `depends` 的 DAG 中用了 `continueOn`；Argo 会拒绝，请在 `depends` 中写明结果</translation>
    </message>
    <message>
        <source>steps run group by group, so the order of `%1` cannot be drawn; make the template a DAG to draw edges</source>
        <translation>steps 按组运行，因此无法绘制 `%1` 的顺序；要绘制连接请把模板改为 DAG</translation>
    </message>
    <message>
        <source>this workflow is the one template `%1`; add another task before you remove it</source>
        <translation>此工作流只有模板 `%1`；移除之前请先添加另一个任务</translation>
    </message>
    <message>
        <source>this workflow runs the workflow template `%1`, which stands elsewhere: its tasks cannot be drawn here</source>
        <translation>此工作流运行位于别处的工作流模板 `%1`：无法在此绘制其任务</translation>
    </message>
    <message>
        <source>the file has no `spec`</source>
        <translation>文件没有 `spec`</translation>
    </message>
    <message>
        <source>in Argo an exit handler belongs to the whole workflow or to one task; the sub-flow `%1` cannot have one</source>
        <translation>在 Argo 中，退出处理属于整个工作流或单个任务；子流程 `%1` 不能有</translation>
    </message>
    <message>
        <source>the shared memory is the volume `%1`; change it in the text</source>
        <translation>共享内存是卷 `%1`；请在文本中更改</translation>
    </message>
    <message>
        <source>an Argo workflow has no shared memory for all its templates; set it on each task</source>
        <translation>Argo 工作流没有适用于所有模板的共享内存；请在各任务上设置</translation>
    </message>
    <message>
        <source>several exit handlers need a template named `%1`, and the file has one of that name already</source>
        <translation>多个退出处理需要名为 `%1` 的模板，而文件中已有同名模板</translation>
    </message>
    <message>
        <source>Argo ignores the result of a task&apos;s hook; make `%1` an exit handler of the flow to have it count</source>
        <translation>Argo 忽略任务钩子的结果；要让 `%1` 计入，请设为流程的退出处理</translation>
    </message>
    <message>
        <source>an Argo file cannot mute `%1`; give it a condition, or remove it</source>
        <translation>Argo 文件无法停用 `%1`；请加条件，或移除它</translation>
    </message>
    <message>
        <source>an Argo file keeps retry, time limit and environment of `%1` in its template</source>
        <translation>Argo 文件把 `%1` 的重试、时限和环境存放在其模板中</translation>
    </message>
    <message>
        <source>an Argo file has no place for a note of `%1`</source>
        <translation>Argo 文件没有存放 `%1` 备注的位置</translation>
    </message>
    <message>
        <source>`%1` goes on after a failure (continueOn); Argo does not take that in a DAG whose edges name results (depends)</source>
        <translation>`%1` 在失败后继续 (continueOn)；Argo 不接受在连接写明结果 (depends) 的 DAG 中这样做</translation>
    </message>
    <message>
        <source>flow %1 does not exist: the file holds %2</source>
        <translation>流程 %1 不存在：文件中有 %2 个</translation>
    </message>
    <message>
        <source>no kind of file that Weftwork reads: expected one of %1</source>
        <translation>不是 Weftwork 能读取的文件：应为以下之一：%1</translation>
    </message>
    <message>
        <source>the file cannot hold this change: %1</source>
        <translation>文件无法容纳此更改：%1</translation>
    </message>
    <message>
        <source>no workflow definition of DolphinScheduler stands in this file</source>
        <translation>此文件中没有 DolphinScheduler 的工作流定义</translation>
    </message>
    <message>
        <source>DolphinScheduler definition</source>
        <translation>DolphinScheduler 定义</translation>
    </message>
    <message>
        <source>no field &quot;%1&quot;; there are %2</source>
        <translation>没有字段“%1”；现有 %2</translation>
    </message>
    <message>
        <source>task %1 uses the definition %2, which does not exist</source>
        <translation>任务 %1 使用的定义 %2 不存在</translation>
    </message>
    <message>
        <source>no task stands at &quot;%1&quot;</source>
        <translation>“%1”处没有任务</translation>
    </message>
    <message>
        <source>Flyte task or workflow</source>
        <translation>Flyte 任务或工作流</translation>
    </message>
    <message>
        <source>the list `pipelines` is empty: there is no flow in this file</source>
        <translation>列表 `pipelines` 为空：此文件中没有流程</translation>
    </message>
    <message>
        <source>Elyra pipeline</source>
        <translation>Elyra 流水线</translation>
    </message>
    <message>
        <source>`root` of a pipeline must be a `dag`</source>
        <translation>流水线的 `root` 必须是 `dag`</translation>
    </message>
    <message>
        <source>Kubeflow Pipelines IR</source>
        <translation>Kubeflow Pipelines IR</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>cannot copy the file %1 for this task: %2</source>
        <translation>无法为此任务复制文件 %1：%2</translation>
    </message>
    <message>
        <source>there is no command: the image&apos;s own would be used, and images are not used on this computer</source>
        <translation>没有命令：本应使用镜像自身的命令，但本机不使用镜像</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for an environment variable</source>
        <translation>“%1”不是环境变量名</translation>
    </message>
    <message>
        <source>environment variable %1: %2</source>
        <translation>环境变量 %1：%2</translation>
    </message>
    <message>
        <source>environment variable %1 changes how programs are loaded; only a literal value is allowed in it</source>
        <translation>环境变量 %1 会改变程序的加载方式；只允许字面值</translation>
    </message>
    <message>
        <source>nothing supplies the file &quot;%1&quot;</source>
        <translation>没有来源提供文件“%1”</translation>
    </message>
    <message>
        <source>input file &quot;%1&quot;: %2</source>
        <translation>输入文件“%1”：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a path of the whole computer, and this computer cannot make it private to the task (bubblewrap is not usable)</source>
        <translation>“%1”是整台计算机的路径，本机无法使其成为任务私有（bubblewrap 不可用）</translation>
    </message>
    <message>
        <source>it needs &quot;%1&quot;, and there is no such task</source>
        <translation>它需要“%1”，但没有这样的任务</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number</source>
        <translation>“%1”不是整数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no JSON list</source>
        <translation>“%1”不是 JSON 列表</translation>
    </message>
    <message>
        <source>the expression &quot;%1&quot; is not evaluated on this computer</source>
        <translation>本机不计算表达式“%1”</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; has no value</source>
        <translation>参数“%1”没有值</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot;: %2</source>
        <translation>参数“%1”：%2</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; is &quot;%2&quot;, which is none of its choices</source>
        <translation>参数“%1”的值“%2”不在可选值中</translation>
    </message>
    <message>
        <source>there is no parameter &quot;%1&quot; with a value here</source>
        <translation>此处没有带值的参数“%1”</translation>
    </message>
    <message>
        <source>the flow has no parameter &quot;%1&quot; with a value</source>
        <translation>流程没有带值的参数“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of the flow is not known on this computer</source>
        <translation>本机不知道流程的“%1”</translation>
    </message>
    <message>
        <source>there is no task &quot;%1&quot; here</source>
        <translation>此处没有任务“%1”</translation>
    </message>
    <message>
        <source>task &quot;%1&quot; has not ended yet</source>
        <translation>任务“%1”尚未结束</translation>
    </message>
    <message>
        <source>task &quot;%1&quot; has no output &quot;%2&quot; (it is %3)</source>
        <translation>任务“%1”没有输出“%2”（它的状态为 %3）</translation>
    </message>
    <message>
        <source>&quot;%2&quot; of task &quot;%1&quot; is not known on this computer</source>
        <translation>本机不知道任务“%1”的“%2”</translation>
    </message>
    <message>
        <source>there is no loop here</source>
        <translation>此处没有循环</translation>
    </message>
    <message>
        <source>the loop&apos;s item has no field &quot;%1&quot;</source>
        <translation>循环项没有字段“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no meaning here</source>
        <translation>“%1”在此没有意义</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known on this computer</source>
        <translation>本机不知道“%1”</translation>
    </message>
    <message>
        <source>there is no file &quot;%1&quot; here</source>
        <translation>此处没有文件“%1”</translation>
    </message>
    <message>
        <source>the secret &quot;%1&quot; is not available</source>
        <translation>密钥“%1”不可用</translation>
    </message>
    <message>
        <source>the expression in &quot;%1&quot; is not evaluated</source>
        <translation>不计算“%1”中的表达式</translation>
    </message>
    <message>
        <source>the expression {{=…}} in its %1 is not evaluated</source>
        <translation>不计算其 %1 中的表达式 {{=…}}</translation>
    </message>
    <message>
        <source>an http request is not made (%1)</source>
        <translation>不发送 HTTP 请求 (%1)</translation>
    </message>
    <message>
        <source>a Kubernetes object is not changed (%1)</source>
        <translation>不更改 Kubernetes 对象 (%1)</translation>
    </message>
    <message>
        <source>it stands in another file or on a server (%1)</source>
        <translation>它位于另一文件或服务器上 (%1)</translation>
    </message>
    <message>
        <source>this kind of task is not run (%1)</source>
        <translation>不运行此类任务 (%1)</translation>
    </message>
    <message>
        <source>it has no command, and the image&apos;s own is not known</source>
        <translation>它没有命令，镜像自身的命令也未知</translation>
    </message>
    <message>
        <source>the path &quot;%1&quot; cannot be made private to the task (bubblewrap is not usable)</source>
        <translation>路径“%1”无法成为任务私有（bubblewrap 不可用）</translation>
    </message>
    <message>
        <source>the retry expression &quot;%1&quot; is not evaluated; the limit alone counts</source>
        <translation>不计算重试表达式“%1”；仅以上限为准</translation>
    </message>
    <message>
        <source>the expression &quot;%1&quot; may be more than can be evaluated</source>
        <translation>表达式“%1”可能超出可计算的范围</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads upwards with &quot;..&quot;, which is not allowed</source>
        <translation>“%1”用“..”指向上级，不允许</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lies in a folder of the system, which cannot be made private to a task on this computer</source>
        <translation>“%1”位于系统文件夹，本机无法使其成为任务私有</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>the secret &quot;%1&quot; is not available on this computer</source>
        <translation>密钥“%1”在本机不可用</translation>
    </message>
    <message>
        <source>say hello first</source>
        <translation>请先发送 hello</translation>
    </message>
    <message>
        <source>the runner does not know this request</source>
        <translation>运行器不认识此请求</translation>
    </message>
    <message>
        <source>the runner is ending</source>
        <translation>运行器正在退出</translation>
    </message>
    <message>
        <source>this flow has not been trusted yet: look at what it runs, then allow it</source>
        <translation>此流程尚未受信任：请查看其运行内容再允许</translation>
    </message>
    <message>
        <source>run &quot;%1&quot; is not running</source>
        <translation>运行“%1”不在进行中</translation>
    </message>
    <message>
        <source>task &quot;%1&quot; does not run and does not wait</source>
        <translation>任务“%1”既未运行也未等待</translation>
    </message>
    <message>
        <source>task &quot;%1&quot; does not wait</source>
        <translation>任务“%1”未在等待</translation>
    </message>
    <message>
        <source>run &quot;%1&quot; is still running</source>
        <translation>运行“%1”仍在进行</translation>
    </message>
    <message>
        <source>the value of %1 is not pasted into the shell script, because the shell could run it: &quot;%2&quot;. Pass it in an environment variable or as an argument; in quotes a text without quotes, $, ` and \ is safe. (An engine that pastes text would run it.)</source>
        <translation>%1 的值不会粘贴到 shell 脚本中，因为 shell 可能执行它：“%2”。请用环境变量或参数传递；在引号内，不含引号、$、` 和 \ 的文本是安全的。（粘贴文本的引擎会执行它。）</translation>
    </message>
    <message>
        <source>a .weft.yaml file cannot hold &quot;%1&quot;</source>
        <translation>.weft.yaml 文件无法容纳“%1”</translation>
    </message>
    <message>
        <source>Weftwork flow</source>
        <translation>Weftwork 流程</translation>
    </message>
    <message>
        <source>this flow is written in version %1 of the format, and this Weftwork reads version 1: a newer Weftwork opens it</source>
        <translation>此流程使用格式版本 %1，而此 Weftwork 读取版本 1：请用更新的 Weftwork 打开</translation>
    </message>
    <message>
        <source>&quot;weftwork: %1&quot; names no version of the format: write &quot;weftwork: 1&quot;</source>
        <translation>“weftwork: %1”不是格式版本：请写“weftwork: 1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a place [x, y]</source>
        <translation>“%1”必须是位置 [x, y]</translation>
    </message>
    <message>
        <source>no flow: the file does not say &quot;weftwork: 1&quot;</source>
        <translation>不是流程：文件没有写“weftwork: 1”</translation>
    </message>
    <message>
        <source>&quot;on&quot; takes succeeded, failed, errored, skipped, omitted, completed, any-succeeded or all-failed, not &quot;%1&quot;</source>
        <translation>“on”可取 succeeded、failed、errored、skipped、omitted、completed、any-succeeded 或 all-failed，而不是“%1”</translation>
    </message>
    <message>
        <source>&quot;factor&quot; must be a number, not &quot;%1&quot;</source>
        <translation>“factor”必须是数字，而不是“%1”</translation>
    </message>
    <message>
        <source>&quot;loop&quot; goes over one of items, param, output, list, count, or from and to</source>
        <translation>“loop”遍历 items、param、output、list、count 之一，或 from 与 to</translation>
    </message>
    <message>
        <source>&quot;needs&quot; lists names of tasks, or {task: name, on: [failed]}</source>
        <translation>“needs”列出任务名，或 {task: name, on: [failed]}</translation>
    </message>
    <message>
        <source>&quot;outputs&quot; lists names, or {name: model, path: /abs/file}, {name: text, stdout: true}</source>
        <translation>“outputs”列出名称，或 {name: model, path: /abs/file}、{name: text, stdout: true}</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; exclude each other: a task runs one thing</source>
        <translation>“%1”与“%2”互斥：一个任务只运行一样东西</translation>
    </message>
    <message>
        <source>&quot;needs&quot; and &quot;depends&quot; exclude each other: &quot;depends&quot; is used</source>
        <translation>“needs”与“depends”互斥：使用“depends”</translation>
    </message>
    <message>
        <source>&quot;use&quot; and &quot;%1&quot; exclude each other: a task runs one thing</source>
        <translation>“use”与“%1”互斥：一个任务只运行一样东西</translation>
    </message>
    <message>
        <source>&quot;handlers&quot; lists tasks: each has a name and runs something</source>
        <translation>“handlers”列出任务：每个都有名称并运行某样东西</translation>
    </message>
    <message>
        <source>&quot;tasks&quot; lists tasks: each has a name and runs something</source>
        <translation>“tasks”列出任务：每个都有名称并运行某样东西</translation>
    </message>
    <message>
        <source>&quot;output&quot; names a task and its output as in fetch.path</source>
        <translation>“output”指明任务及其输出，如 fetch.path</translation>
    </message>
    <message>
        <source>&quot;secret&quot; names a secret and its key as in database.password</source>
        <translation>“secret”指明密钥及其键，如 database.password</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be one value or one of {param: …}, {output: task.name}, {secret: name.key}, {status: flow}</source>
        <translation>“%1”必须是一个值，或 {param: …}、{output: task.name}、{secret: name.key}、{status: flow} 之一</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be one value, neither a list nor a map</source>
        <translation>“%1”必须是一个值，不能是列表或映射</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of single values</source>
        <translation>“%1”必须是单个值的列表</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a map (key: value)</source>
        <translation>“%1”必须是映射 (key: value)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list (- item, or [a, b])</source>
        <translation>“%1”必须是列表（- item 或 [a, b]）</translation>
    </message>
    <message>
        <source>unknown field &quot;%1&quot;: here it is called &quot;%2&quot;</source>
        <translation>未知字段“%1”：这里称为“%2”</translation>
    </message>
    <message>
        <source>unknown field &quot;%1&quot;: did you mean &quot;%2&quot;?</source>
        <translation>未知字段“%1”：是否指“%2”？</translation>
    </message>
    <message>
        <source>unknown field &quot;%1&quot;: known here are %2</source>
        <translation>未知字段“%1”：此处已知的有 %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false, not &quot;%2&quot;</source>
        <translation>“%1”必须是 true 或 false，而不是“%2”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number, not &quot;%2&quot;</source>
        <translation>“%1”必须是整数，而不是“%2”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be one of %2, not &quot;%3&quot;</source>
        <translation>“%1”必须是 %2 之一，而不是“%3”</translation>
    </message>
    <message>
        <source>Volcano JobFlow</source>
        <translation>Volcano JobFlow</translation>
    </message>
    <message>
        <source>the JobTemplate `%1` is used by the JobFlow %2 as well: their states mix</source>
        <translation>JobTemplate `%1` 也被 JobFlow %2 使用：它们的状态会混在一起</translation>
    </message>
    <message>
        <source>Volcano before 1.10.1 and 1.11.1 counts the jobs of both flows in each of them, so one may be reported as done by the other&apos;s work; later versions tell them apart by a label. Give each flow a template of its own</source>
        <translation>1.10.1 和 1.11.1 之前的 Volcano 会把两个流程的作业都计入各自状态，一个可能因另一个的工作而被报告为完成；后续版本用标签区分。请为每个流程使用单独的模板</translation>
    </message>
    <message>
        <source>a JobTemplate is used by several flows at once</source>
        <translation>一个 JobTemplate 同时被多个流程使用</translation>
    </message>
    <message>
        <source>the file has more than %1 values</source>
        <translation>文件中的值超过 %1 个</translation>
    </message>
    <message>
        <source>a value was expected, found &apos;%1&apos;</source>
        <translation>应为一个值，却遇到“%1”</translation>
    </message>
    <message>
        <source>the end of the document was expected, found &apos;%1&apos;; a file holds one value, or several behind &apos;---&apos;</source>
        <translation>文档应在此结束，却遇到“%1”；一个文件含一个值，或用“---”分隔多个</translation>
    </message>
    <message>
        <source>the anchor &quot;%1&quot; is never used</source>
        <translation>锚点“%1”从未使用</translation>
    </message>
    <message>
        <source>the tag &quot;%1&quot; means nothing to an engine</source>
        <translation>标签“%1”对引擎没有意义</translation>
    </message>
    <message>
        <source>the anchor &quot;%1&quot; is defined twice; an alias takes the one above it</source>
        <translation>锚点“%1”定义了两次；别名取其上方的那个</translation>
    </message>
    <message>
        <source>the quote that opens here is never closed</source>
        <translation>此处打开的引号没有闭合</translation>
    </message>
    <message>
        <source>a text of %1 bytes; at most %2 are read</source>
        <translation>文本有 %1 字节；最多读取 %2 字节</translation>
    </message>
    <message>
        <source>the anchor &quot;%1&quot; is not defined above</source>
        <translation>锚点“%1”在上文没有定义</translation>
    </message>
    <message>
        <source>the alias &quot;*%1&quot; stands inside the value that it repeats</source>
        <translation>别名“*%1”位于它所重复的值之内</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation>嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>aliases make more than %1 values of this file</source>
        <translation>别名使此文件展开超过 %1 个值</translation>
    </message>
    <message>
        <source>the merge key &quot;&lt;&lt;&quot; is read by some engines and ignored by others</source>
        <translation>合并键“&lt;&lt;”有的引擎读取，有的忽略</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; holds a no-break space</source>
        <translation>键“%1”含有不换行空格</translation>
    </message>
    <message>
        <source>key &quot;%1&quot; appears twice (lines %2, %3); parsers disagree on which wins</source>
        <translation>键“%1”出现两次（第 %2、%3 行）；各解析器对以哪个为准意见不一</translation>
    </message>
    <message>
        <source>this line is indented with a tab; YAML allows only spaces</source>
        <translation>此行用制表符缩进；YAML 只允许空格</translation>
    </message>
    <message>
        <source>&apos;%1&apos; starts a map in YAML; a tag must stand in quotes</source>
        <translation>“%1”在 YAML 中表示映射的开始；标记必须加引号</translation>
    </message>
    <message>
        <source>the end of the document was expected, found &apos;%1&apos;</source>
        <translation>文档应在此结束，却遇到“%1”</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;}&apos; was expected, found &apos;%1&apos;</source>
        <translation>应为“,”或“}”，却遇到“%1”</translation>
    </message>
    <message>
        <source>a key in double quotes was expected, found &apos;%1&apos;</source>
        <translation>应为双引号中的键，却遇到“%1”</translation>
    </message>
    <message>
        <source>&apos;:&apos; was expected, found &apos;%1&apos;</source>
        <translation>应为“:”，却遇到“%1”</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;]&apos; was expected, found &apos;%1&apos;</source>
        <translation>应为“,”或“]”，却遇到“%1”</translation>
    </message>
    <message>
        <source>a text of more than %1 bytes; at most %2 are read</source>
        <translation>文本超过 %1 字节；最多读取 %2 字节</translation>
    </message>
    <message>
        <source>the end of a text in quotes was expected, found the end of the file</source>
        <translation>引号中的文本尚未结束，文件就结束了</translation>
    </message>
    <message>
        <source>a line break or tab inside a text in quotes; write \n or \t</source>
        <translation>引号中的文本含换行或制表符；请写 \n 或 \t</translation>
    </message>
    <message>
        <source>the escape &quot;\%1&quot; is not known in JSON</source>
        <translation>JSON 中没有转义“\%1”</translation>
    </message>
    <message>
        <source>half of a surrogate pair; a character needs both halves</source>
        <translation>代理对只有一半；一个字符需要两半</translation>
    </message>
    <message>
        <source>the file has more documents than the change knows</source>
        <translation>文件中的文档多于此更改所知</translation>
    </message>
    <message>
        <source>this change cannot be written without changing something else in the file; nothing was changed</source>
        <translation>写入此更改必然改动文件的其他内容；未作任何更改</translation>
    </message>
    <message>
        <source>not readable: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>a second &apos;: &apos; or one in the wrong column; &apos;key: value&apos; stands on a line of its own at the column of its siblings, a text that holds &apos;: &apos; stands in quotes</source>
        <translation>第二个“: ”或列位置不对；“key: value”独占一行并与同级对齐，含“: ”的文本请加引号</translation>
    </message>
    <message>
        <source>a key is not allowed here, found &apos;%1&apos;</source>
        <translation>此处不能是键，却遇到“%1”</translation>
    </message>
    <message>
        <source>a list cannot start here, found &apos;%1&apos;; its first &apos;- &apos; stands on a line of its own</source>
        <translation>列表不能从这里开始，却遇到“%1”；第一个“- ”应独占一行</translation>
    </message>
    <message>
        <source>a key at the column of its siblings or the end of the map was expected, found &apos;%1&apos;</source>
        <translation>应为与同级对齐的键或映射结束，却遇到“%1”</translation>
    </message>
    <message>
        <source>a key or the end of the map was expected, found the end of the file</source>
        <translation>应为键或映射结束，文件却结束了</translation>
    </message>
    <message>
        <source>&apos;- &apos; at the column of its siblings or the end of the list was expected, found &apos;%1&apos;</source>
        <translation>应为与同级对齐的“- ”或列表结束，却遇到“%1”</translation>
    </message>
    <message>
        <source>&apos;- &apos; or the end of the list was expected, found the end of the file</source>
        <translation>应为“- ”或列表结束，文件却结束了</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;}&apos; was expected, found the end of the file</source>
        <translation>应为“,”或“}”，文件却结束了</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;]&apos; was expected, found the end of the file</source>
        <translation>应为“,”或“]”，文件却结束了</translation>
    </message>
    <message>
        <source>a value was expected, found &apos;%1&apos;, which closes nothing</source>
        <translation>应为一个值，却遇到没有对应开始的“%1”</translation>
    </message>
    <message>
        <source>a value was expected, found &apos;%1&apos;, which cannot start one; write the text in quotes</source>
        <translation>应为一个值，而“%1”不能作为开头；请给文本加引号</translation>
    </message>
    <message>
        <source>the end of the line or a comment was expected behind &apos;|&apos; or &apos;&gt;&apos;, found &apos;%1&apos;</source>
        <translation>“|”或“&gt;”之后应为行尾或注释，却遇到“%1”</translation>
    </message>
    <message>
        <source>an alias name was expected, found &apos;%1&apos;</source>
        <translation>应为别名，却遇到“%1”</translation>
    </message>
    <message>
        <source>an alias name was expected behind &apos;*&apos;, found &apos;%1&apos;; write a text that starts with &apos;*&apos; in quotes</source>
        <translation>“*”之后应为别名，却遇到“%1”；以“*”开头的文本请加引号</translation>
    </message>
    <message>
        <source>an alias name was expected behind &apos;*&apos;, found the end of the file</source>
        <translation>“*”之后应为别名，文件却结束了</translation>
    </message>
    <message>
        <source>an anchor name was expected behind &apos;&amp;&apos;, found &apos;%1&apos;; write a text that starts with &apos;&amp;&apos; in quotes</source>
        <translation>“&amp;”之后应为锚点名，却遇到“%1”；以“&amp;”开头的文本请加引号</translation>
    </message>
    <message>
        <source>an anchor name was expected behind &apos;&amp;&apos;, found the end of the file</source>
        <translation>“&amp;”之后应为锚点名，文件却结束了</translation>
    </message>
    <message>
        <source>an anchor name was expected, found &apos;%1&apos;</source>
        <translation>应为锚点名，却遇到“%1”</translation>
    </message>
    <message>
        <source>a text in quotes must end before the document marker &apos;%1&apos;</source>
        <translation>引号中的文本必须在文档标记“%1”之前结束</translation>
    </message>
    <message>
        <source>the end of a text in quotes was expected, found &apos;%1&apos;</source>
        <translation>引号中的文本应结束，却遇到“%1”</translation>
    </message>
    <message>
        <source>an alias takes no tag, anchor or content, found &apos;%1&apos;</source>
        <translation>别名不能带标签、锚点或内容，却遇到“%1”</translation>
    </message>
    <message>
        <source>a value has one tag at most, found a second one: &apos;%1&apos;</source>
        <translation>一个值最多一个标签，却遇到第二个：“%1”</translation>
    </message>
    <message>
        <source>a value has one anchor at most, found a second one: &apos;%1&apos;</source>
        <translation>一个值最多一个锚点，却遇到第二个：“%1”</translation>
    </message>
    <message>
        <source>hexadecimal digits were expected in the escape, found &apos;%1&apos;</source>
        <translation>转义中应为十六进制数字，却遇到“%1”</translation>
    </message>
    <message>
        <source>the escape &quot;\%1&quot; is not known in double quotes; write &quot;\\&quot; for a backslash</source>
        <translation>双引号中没有转义“\%1”；反斜杠请写“\\”</translation>
    </message>
    <message>
        <source>not valid YAML: %1</source>
        <translation>不是有效的 YAML：%1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is template text, not YAML; render the template first and open the result</source>
        <translation>“%1”是模板文本，不是 YAML；请先渲染模板再打开结果</translation>
    </message>
    <message>
        <source>the file has %1 bytes; at most %2 are read</source>
        <translation>文件有 %1 字节；最多读取 %2 字节</translation>
    </message>
    <message>
        <source>the file is UTF-16 or UTF-32; only UTF-8 is read</source>
        <translation>文件是 UTF-16 或 UTF-32；只读取 UTF-8</translation>
    </message>
    <message>
        <source>a carriage return without a line feed; lines must end with LF or CRLF</source>
        <translation>有回车而无换行；行必须以 LF 或 CRLF 结束</translation>
    </message>
    <message>
        <source>the control character %1 is not allowed; write it as an escape in double quotes</source>
        <translation>不允许控制字符 %1；请在双引号中写成转义</translation>
    </message>
    <message>
        <source>the text is not valid UTF-8</source>
        <translation>文本不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>the invisible character %1 makes this text read differently from what it is</source>
        <translation>不可见字符 %1 使此文本看起来与实际不同</translation>
    </message>
    <message>
        <source>the text does not hold what was drawn; the last change is taken back</source>
        <translation>文本未能容纳所绘内容；已撤回上次更改</translation>
    </message>
    <message>
        <source>the text does not parse: mend line %1 first</source>
        <translation>文本无法解析：请先修复第 %1 行</translation>
    </message>
    <message>
        <source>the text does not parse: mend it first</source>
        <translation>文本无法解析：请先修复</translation>
    </message>
    <message>
        <source>there is no task &quot;report&quot; to break</source>
        <translation>没有可弄坏的任务“report”</translation>
    </message>
    <message>
        <source>the task &quot;report&quot; reads no variable</source>
        <translation>任务“report”没有读取变量</translation>
    </message>
    <message>
        <source>this is the text of a run that has been: it cannot be changed</source>
        <translation>这是过去某次运行的文本：不能更改</translation>
    </message>
    <message>
        <source>%1 does not know the option %2; see &quot;weft %1 --help&quot;</source>
        <translation>%1 不认识选项 %2；见“weft %1 --help”</translation>
    </message>
    <message>
        <source>the option %1 needs a value: %1 %2</source>
        <translation>选项 %1 需要值：%1 %2</translation>
    </message>
    <message>
        <source>the option %1 takes no value</source>
        <translation>选项 %1 不带值</translation>
    </message>
    <message>
        <source>the option %1 may be given once</source>
        <translation>选项 %1 只能给一次</translation>
    </message>
    <message>
        <source>usage: weft %1 %2</source>
        <translation>用法：weft %1 %2</translation>
    </message>
    <message>
        <source>there is no task &quot;%1&quot;</source>
        <translation>没有任务“%1”</translation>
    </message>
    <message>
        <source>there is no task or definition &quot;%1&quot;</source>
        <translation>没有任务或定义“%1”</translation>
    </message>
    <message>
        <source>there is no sub-flow &quot;%1&quot;</source>
        <translation>没有子流程“%1”</translation>
    </message>
    <message>
        <source>the file is no %1 file; it reads as %2</source>
        <translation>文件不是 %1 文件；读作 %2</translation>
    </message>
    <message>
        <source>%1 is not exported to as files yet</source>
        <translation>尚不能导出为 %1 的文件</translation>
    </message>
    <message>
        <source>not a bench graph: %1</source>
        <translation>不是基准图：%1</translation>
    </message>
    <message>
        <source>not a baseline; make one with: weft lint --format json PATH</source>
        <translation>不是基线；用 weft lint --format json PATH 生成</translation>
    </message>
    <message>
        <source>there is no target &quot;%1&quot;; there are %2</source>
        <translation>没有目标“%1”；现有 %2</translation>
    </message>
    <message>
        <source>there is no version &quot;%1&quot; of %2; there are %3</source>
        <translation>%2 没有版本“%1”；现有 %3</translation>
    </message>
    <message>
        <source>standard output cannot be written</source>
        <translation>无法写入标准输出</translation>
    </message>
    <message>
        <source>--param takes NAME=VALUE, not &quot;%1&quot;</source>
        <translation>--param 的形式是 NAME=VALUE，而不是“%1”</translation>
    </message>
    <message>
        <source>no task of this run has started</source>
        <translation>此次运行没有任务启动</translation>
    </message>
    <message>
        <source>task &quot;%1&quot; of this run has not started</source>
        <translation>此次运行的任务“%1”尚未启动</translation>
    </message>
    <message>
        <source>the runner&apos;s answer cannot be read</source>
        <translation>无法读取运行器的应答</translation>
    </message>
    <message>
        <source>there is no run yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fits several runs: %2 and %3</source>
        <translation>“%1”对应多次运行：%2 和 %3</translation>
    </message>
    <message>
        <source>the engine puts containers of its own into the pod: it refuses yours, or Kubernetes refuses the pod because two have one name</source>
        <translation>引擎会在 Pod 中放入自己的容器：它会拒绝您的容器，或 Kubernetes 因重名拒绝该 Pod</translation>
    </message>
    <message>
        <source>the engine does not know where to start and refuses the workflow</source>
        <translation>引擎不知道从哪里开始，会拒绝该工作流</translation>
    </message>
    <message>
        <source>a template runs one thing; the engine refuses the workflow</source>
        <translation>一个模板只运行一样东西；引擎会拒绝该工作流</translation>
    </message>
    <message>
        <source>the engine reads the edges of a DAG in one way only and refuses the workflow; write all of them as depends</source>
        <translation>引擎只以一种方式读取 DAG 的连接，会拒绝该工作流；请全部写成 depends</translation>
    </message>
    <message>
        <source>the handler never runs, or the engine refuses the workflow: what it should do at the end is not done</source>
        <translation>处理永远不会运行，或引擎拒绝该工作流：结束时该做的事没有做</translation>
    </message>
    <message>
        <source>Argo Workflows cannot say what this flow says:
%1</source>
        <translation>Argo Workflows 无法表达此流程的内容：
%1</translation>
    </message>
    <message>
        <source>%1: Argo has no time limit for a group; set it on the tasks, or on the flow</source>
        <translation>%1：Argo 没有分组的时限；请设在任务或流程上</translation>
    </message>
    <message>
        <source>%1 uses `%2`, which is not defined</source>
        <translation>%1 使用 `%2`，但它未定义</translation>
    </message>
    <message>
        <source>%1 uses `%2`, which only its own file can say</source>
        <translation>%1 使用 `%2`，只有其原文件能表达</translation>
    </message>
    <message>
        <source>%1 is a group without tasks</source>
        <translation>%1 是没有任务的分组</translation>
    </message>
    <message>
        <source>%1: Argo has no time limit for a wait or a request</source>
        <translation>%1：Argo 没有等待或请求的时限</translation>
    </message>
    <message>
        <source>%1 has nothing to run</source>
        <translation>%1 没有可运行的内容</translation>
    </message>
    <message>
        <source>%1 runs %2, which stands elsewhere</source>
        <translation>%1 运行 %2，后者位于别处</translation>
    </message>
    <message>
        <source>%1 is of a kind that only its own file can say (%2)</source>
        <translation>%1 的种类只有其原文件能表达 (%2)</translation>
    </message>
    <message>
        <source>the flow has no task to run</source>
        <translation>流程没有可运行的任务</translation>
    </message>
    <message>
        <source>the group %1 has no task to run</source>
        <translation>分组 %1 没有可运行的任务</translation>
    </message>
    <message>
        <source>the flow&apos;s time limit `%1` is no duration</source>
        <translation>流程的时限 `%1` 不是时长</translation>
    </message>
    <message>
        <source>the flow uses `%1`, which only its own file can say</source>
        <translation>流程使用 `%1`，只有其原文件能表达</translation>
    </message>
    <message>
        <source>%1: a hook of Argo has neither a condition nor a loop of its own</source>
        <translation>%1：Argo 的钩子没有自己的条件或循环</translation>
    </message>
    <message>
        <source>the hook %1 starts by the expression `%2`; only its own file can say that</source>
        <translation>钩子 %1 由表达式 `%2` 启动；只有其原文件能表达</translation>
    </message>
    <message>
        <source>the status of %1 is read from another part of a flow with more than 200 tasks; Argo cannot hand that on</source>
        <translation>在超过 200 个任务的流程中，%1 的状态被另一部分读取；Argo 无法传递</translation>
    </message>
    <message>
        <source>%1 waits for a result of %2 other than success, and a flow with more than 200 tasks is cut between them</source>
        <translation>%1 等待 %2 的非成功结果，而超过 200 个任务的流程会在两者之间切开</translation>
    </message>
    <message>
        <source>the tasks wait for each other in a circle</source>
        <translation>任务循环等待</translation>
    </message>
    <message>
        <source>more than %1 tasks: Argo takes 200 parts of 200 tasks</source>
        <translation>超过 %1 个任务：Argo 接受 200 个各含 200 任务的部分</translation>
    </message>
    <message>
        <source>%1 reads `%2.%3`; an exit handler of Argo cannot read outputs of tasks</source>
        <translation>%1 读取 `%2.%3`；Argo 的退出处理不能读取任务的输出</translation>
    </message>
    <message>
        <source>%1 reads `%2.%3`; a task&apos;s hook can read only the outputs of its own task</source>
        <translation>%1 读取 `%2.%3`；任务的钩子只能读取自身任务的输出</translation>
    </message>
    <message>
        <source>%1 reads `%2.%3`, and %2 is muted</source>
        <translation>%1 读取 `%2.%3`，而 %2 已停用</translation>
    </message>
    <message>
        <source>%1 holds the expression %2, which is not translated</source>
        <translation>%1 含有表达式 %2，无法转换</translation>
    </message>
    <message>
        <source>the container name `%1` is taken by Argo itself: main, init, wait, supervisor and artifact-plugin-… are</source>
        <translation>容器名 `%1` 被 Argo 自身占用：main、init、wait、supervisor 和 artifact-plugin-… 均是</translation>
    </message>
    <message>
        <source>%1 is no status that a workflow can have: use Succeeded, Failed or Error</source>
        <translation>%1 不是工作流可能的状态：请用 Succeeded、Failed 或 Error</translation>
    </message>
    <message>
        <source>the comparison never holds (with != it always holds), so the handler does not do what it says</source>
        <translation>该比较永不成立（用 != 则总成立），因此处理不会按其所写执行</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>与 %1 比较</translation>
    </message>
    <message>
        <source>a comparison with a status that does not exist</source>
        <translation>与不存在的状态比较</translation>
    </message>
    <message>
        <source>Make %1 an exit handler</source>
        <translation>将 %1 设为退出处理</translation>
    </message>
    <message>
        <source>Name in dag.target the tasks that must succeed: %1</source>
        <translation>在 dag.target 中写明必须成功的任务：%1</translation>
    </message>
    <message>
        <source>if %1 fails, Argo still reports Succeeded: a continueOn forgives it</source>
        <translation>如果 %1 失败，Argo 仍报告 Succeeded：continueOn 原谅了它</translation>
    </message>
    <message>
        <source>if %1 fails, Argo still reports Succeeded: %2 absorb it</source>
        <translation>如果 %1 失败，Argo 仍报告 Succeeded：%2 吸收了失败</translation>
    </message>
    <message>
        <source>if %1 fails, Argo still reports Succeeded: %2 absorbs it</source>
        <translation>如果 %1 失败，Argo 仍报告 Succeeded：%2 吸收了失败</translation>
    </message>
    <message>
        <source>%2 goes on after a failure of %1, and engines judge a flow by its last tasks</source>
        <translation>%2 在 %1 失败后继续，而引擎以最后的任务判断流程</translation>
    </message>
    <message>
        <source>Argo judges a DAG by the tasks that nobody waits for; make the clean-up an exit handler, or name the tasks that must succeed in dag.target</source>
        <translation>Argo 以无人等待的任务判断 DAG；请把清理设为退出处理，或在 dag.target 中写明必须成功的任务</translation>
    </message>
    <message>
        <source>an export to Argo names the tasks that must succeed (dag.target), other engines have nothing like it; an exit handler tells the truth everywhere</source>
        <translation>导出到 Argo 时会写明必须成功的任务 (dag.target)，其他引擎没有类似机制；退出处理在哪里都如实反映</translation>
    </message>
    <message>
        <source>a failure that the engine reports as success</source>
        <translation>被引擎报告为成功的失败</translation>
    </message>
    <message>
        <source>%1 asks for %2 of %3, which has no items</source>
        <translation>%1 要求 %3 的 %2，而后者没有循环项</translation>
    </message>
    <message>
        <source>AnySucceeded and AllFailed count the items of a loop; Argo refuses them on a task without one</source>
        <translation>AnySucceeded 和 AllFailed 统计循环项；Argo 拒绝用于没有循环的任务</translation>
    </message>
    <message>
        <source>Ask for %1 instead</source>
        <translation>改为要求 %1</translation>
    </message>
    <message>
        <source>a result that counts items, of a task without items</source>
        <translation>对没有循环项的任务使用统计循环项的结果</translation>
    </message>
    <message>
        <source>a container has a name that the engine keeps for itself</source>
        <translation>容器使用了引擎保留的名称</translation>
    </message>
    <message>
        <source>the template that starts the workflow is missing or not named</source>
        <translation>启动工作流的模板缺失或未指明</translation>
    </message>
    <message>
        <source>a template says nothing to run, or several things</source>
        <translation>模板没有可运行的内容，或有多个</translation>
    </message>
    <message>
        <source>depends stands beside dependencies or continueOn</source>
        <translation>depends 与 dependencies 或 continueOn 并存</translation>
    </message>
    <message>
        <source>an exit handler or hook that cannot start</source>
        <translation>无法启动的退出处理或钩子</translation>
    </message>
    <message>
        <source>%1 is longer than the 128 characters that Argo takes</source>
        <translation>%1 超过 Argo 接受的 128 个字符</translation>
    </message>
    <message>
        <source>%1 is no name for Argo: letters, digits and &apos;-&apos;, with a letter or digit first</source>
        <translation>%1 不是 Argo 的名称：字母、数字和“-”，以字母或数字开头</translation>
    </message>
    <message>
        <source>%1 becomes %2 in Argo</source>
        <translation>%1 在 Argo 中变为 %2</translation>
    </message>
    <message>
        <source>Argo refuses the workflow; rename it, references follow</source>
        <translation>Argo 会拒绝该工作流；请重命名，引用会随之更新</translation>
    </message>
    <message>
        <source>Argo takes letters, digits and &apos;-&apos;, with a letter or digit first; the export makes the name fit</source>
        <translation>Argo 接受字母、数字和“-”，以字母或数字开头；导出时会调整名称</translation>
    </message>
    <message>
        <source>a name that Argo does not take</source>
        <translation>Argo 不接受的名称</translation>
    </message>
    <message>
        <source>%1 begins with a digit, and tasks of its DAG wait for each other</source>
        <translation>%1 以数字开头，而其 DAG 的任务之间有依赖</translation>
    </message>
    <message>
        <source>Argo reads the edges as an expression, where a digit begins a number, and refuses the workflow</source>
        <translation>Argo 把连接读作表达式，数字开头表示数，因此会拒绝该工作流</translation>
    </message>
    <message>
        <source>a task&apos;s name begins with a digit where edges are read as an expression</source>
        <translation>在连接被读作表达式之处，任务名以数字开头</translation>
    </message>
    <message>
        <source>the names generated from %1 are longer than the %2 characters that Argo takes</source>
        <translation>由 %1 生成的名称超过 Argo 接受的 %2 个字符</translation>
    </message>
    <message>
        <source>the name %1 is longer than the %2 characters that Argo takes</source>
        <translation>名称 %1 超过 Argo 接受的 %2 个字符</translation>
    </message>
    <message>
        <source>Kubernetes cuts the generated name, so that runs of two flows may look alike</source>
        <translation>Kubernetes 会截断生成的名称，两个流程的运行可能看起来相同</translation>
    </message>
    <message>
        <source>the name becomes a label of every pod, and labels end at 63 characters; a CronWorkflow needs 11 of them for the time</source>
        <translation>该名称会成为每个 Pod 的标签，而标签最长 63 个字符；CronWorkflow 还需 11 个用于时间</translation>
    </message>
    <message>
        <source>Shorten to %1</source>
        <translation>缩短为 %1</translation>
    </message>
    <message>
        <source>the workflow&apos;s name is too long</source>
        <translation>工作流的名称过长</translation>
    </message>
    <message>
        <source>%1 begins with a word that Argo does not know; did you mean %2?</source>
        <translation>%1 以 Argo 不认识的词开头；是否指 %2？</translation>
    </message>
    <message>
        <source>Argo leaves such a tag as it stands, without an error: the task sees the braces</source>
        <translation>Argo 会原样保留此类标记而不报错：任务看到的是花括号</translation>
    </message>
    <message>
        <source>a tag that Argo leaves as it stands</source>
        <translation>Argo 原样保留的标记</translation>
    </message>
    <message>
        <source>`%1` runs %2, which stands elsewhere and is changed there</source>
        <translation>`%1` 运行 %2，后者位于别处，请在那里更改</translation>
    </message>
    <message>
        <source>the hook `%1` starts by its expression `%2`; change that in the text</source>
        <translation>钩子 `%1` 由表达式 `%2` 启动；请在文本中更改</translation>
    </message>
    <message>
        <source>a hook of Argo has neither a condition nor a loop of its own, and its result is ignored anyway (`%1`)</source>
        <translation>Argo 的钩子没有自己的条件或循环，其结果也会被忽略 (`%1`)</translation>
    </message>
    <message>
        <source>it needs what this computer does not have: %1</source>
        <translation>它需要本机没有的东西：%1</translation>
    </message>
    <message>
        <source>the last change is taken back: the file cannot hold it (%1)</source>
        <translation>已撤回上一次改动：文件无法保存它（%1）</translation>
    </message>
    <message>
        <source>a command in a container</source>
        <translation>在容器中运行的命令</translation>
    </message>
    <message>
        <source>a script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>a group or sub-flow</source>
        <translation>组或子流程</translation>
    </message>
    <message>
        <source>a wait for some time</source>
        <translation>等待一段时间</translation>
    </message>
    <message>
        <source>a wait for approval</source>
        <translation>等待批准</translation>
    </message>
    <message>
        <source>an HTTP request</source>
        <translation>HTTP 请求</translation>
    </message>
    <message>
        <source>a Kubernetes object</source>
        <translation>Kubernetes 对象</translation>
    </message>
    <message>
        <source>a definition in another file</source>
        <translation>另一个文件中的定义</translation>
    </message>
    <message>
        <source>work of an engine&apos;s own kind</source>
        <translation>引擎自有类型的工作</translation>
    </message>
    <message>
        <source>a task with nothing to run</source>
        <translation>没有可运行内容的任务</translation>
    </message>
    <message>
        <source>a condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>an edge for another result than success</source>
        <translation>等待非成功结果的连接</translation>
    </message>
    <message>
        <source>a `depends` expression</source>
        <translation>`depends` 表达式</translation>
    </message>
    <message>
        <source>an edge that recovers</source>
        <translation>可恢复的连接</translation>
    </message>
    <message>
        <source>a tolerated failure</source>
        <translation>被容忍的失败</translation>
    </message>
    <message>
        <source>a muted task</source>
        <translation>停用的任务</translation>
    </message>
    <message>
        <source>a loop over a list</source>
        <translation>遍历列表的循环</translation>
    </message>
    <message>
        <source>a loop over a parameter or output</source>
        <translation>遍历参数或输出的循环</translation>
    </message>
    <message>
        <source>a loop over numbers</source>
        <translation>遍历数字的循环</translation>
    </message>
    <message>
        <source>a limit of tasks at once</source>
        <translation>同时运行任务数的限制</translation>
    </message>
    <message>
        <source>a group that lets the others finish</source>
        <translation>让其余任务继续完成的组</translation>
    </message>
    <message>
        <source>an exit handler of the flow</source>
        <translation>流程的退出处理</translation>
    </message>
    <message>
        <source>an exit handler of a group</source>
        <translation>组的退出处理</translation>
    </message>
    <message>
        <source>an exit handler of a task</source>
        <translation>任务的退出处理</translation>
    </message>
    <message>
        <source>an exit handler on success</source>
        <translation>成功时的退出处理</translation>
    </message>
    <message>
        <source>an exit handler on failure</source>
        <translation>失败时的退出处理</translation>
    </message>
    <message>
        <source>an exit handler that only warns</source>
        <translation>只警告的退出处理</translation>
    </message>
    <message>
        <source>a retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>a retry without a limit</source>
        <translation>没有次数限制的重试</translation>
    </message>
    <message>
        <source>a delay between tries</source>
        <translation>重试间隔</translation>
    </message>
    <message>
        <source>a growing delay between tries</source>
        <translation>递增的重试间隔</translation>
    </message>
    <message>
        <source>a task&apos;s timeout</source>
        <translation>任务的超时</translation>
    </message>
    <message>
        <source>the flow&apos;s timeout</source>
        <translation>流程的超时</translation>
    </message>
    <message>
        <source>parameters of the flow</source>
        <translation>流程的参数</translation>
    </message>
    <message>
        <source>an output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>an output from what a task prints</source>
        <translation>取自任务打印内容的输出</translation>
    </message>
    <message>
        <source>an output from the exit code</source>
        <translation>取自退出码的输出</translation>
    </message>
    <message>
        <source>a file carried between tasks</source>
        <translation>在任务之间传递的文件</translation>
    </message>
    <message>
        <source>a file with given content</source>
        <translation>内容给定的文件</translation>
    </message>
    <message>
        <source>a value passed between tasks</source>
        <translation>在任务之间传递的值</translation>
    </message>
    <message>
        <source>the status given to an exit handler</source>
        <translation>交给退出处理的状态</translation>
    </message>
    <message>
        <source>environment variables</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>a secret as a variable</source>
        <translation>作为变量的密钥</translation>
    </message>
    <message>
        <source>a task without an image</source>
        <translation>没有镜像的任务</translation>
    </message>
    <message>
        <source>a CPU request</source>
        <translation>CPU 请求</translation>
    </message>
    <message>
        <source>a memory request</source>
        <translation>内存请求</translation>
    </message>
    <message>
        <source>CPU or memory limits</source>
        <translation>CPU 或内存限制</translation>
    </message>
    <message>
        <source>a disk request</source>
        <translation>磁盘请求</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>shared memory</source>
        <translation>共享内存</translation>
    </message>
    <message>
        <source>volumes</source>
        <translation>存储卷</translation>
    </message>
    <message>
        <source>a node selector</source>
        <translation>节点选择器</translation>
    </message>
    <message>
        <source>tolerations</source>
        <translation>容忍</translation>
    </message>
    <message>
        <source>a service account</source>
        <translation>服务账户</translation>
    </message>
    <message>
        <source>an image pull policy</source>
        <translation>镜像拉取策略</translation>
    </message>
    <message>
        <source>image pull secrets</source>
        <translation>镜像拉取密钥</translation>
    </message>
    <message>
        <source>a schedule</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>a volume has one source, and &quot;%1&quot; is a second one</source>
        <translation>存储卷只有一个来源，而 “%1” 是第二个</translation>
    </message>
    <message>
        <source>a volume names its source: one of claim, claimTemplate, secret, configMap, emptyDir, hostPath, other</source>
        <translation>存储卷要写明来源：claim、claimTemplate、secret、configMap、emptyDir、hostPath、other 之一</translation>
    </message>
    <message>
        <source>%1 has nothing for this</source>
        <translation>%1 没有与此对应的东西</translation>
    </message>
    <message>
        <source>%1 is not exported to as files</source>
        <translation>%1 不以文件形式导出</translation>
    </message>
    <message>
        <source>%1 cannot say what this flow says:
%2</source>
        <translation>%1 无法表达此流程：
%2</translation>
    </message>
    <message>
        <source>no time zone is called &quot;%1&quot;: names look like Europe/Berlin, Asia/Shanghai or UTC</source>
        <translation>没有名为 “%1” 的时区：名称形如 Europe/Berlin、Asia/Shanghai 或 UTC</translation>
    </message>
    <message>
        <source>&quot;@every&quot; takes a duration such as 90m or 1h30m</source>
        <translation>“@every” 需要时长，例如 90m 或 1h30m</translation>
    </message>
    <message>
        <source>a time zone does not stand in the cron line: the schedule has a field for it</source>
        <translation>时区不写在 Cron 行里：计划中有专门的字段</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no cron line: five fields (minute hour day month weekday), or six or seven with seconds first and the year last</source>
        <translation>“%1” 不是 Cron 行：五个字段（分 时 日 月 星期），或六七个字段（秒在最前，年在最后）</translation>
    </message>
    <message>
        <source>a schedule needs a cron line such as 30 6 * * 1-5</source>
        <translation>计划需要一个 Cron 行，例如 30 6 * * 1-5</translation>
    </message>
    <message>
        <source>`dag.target` lists the tasks that must succeed, so that a recovered failure does not count and another one does</source>
        <translation>`dag.target` 列出必须成功的任务，这样已恢复的失败不计，其他失败才计</translation>
    </message>
    <message>
        <source>muted tasks are left out; who waited for one waits for what it waited for</source>
        <translation>停用的任务会被略去；等待它的任务改为等待它所等待的任务</translation>
    </message>
    <message>
        <source>a group&apos;s exit handler is the exit hook of its task; what becomes of it does not count in Argo</source>
        <translation>组的退出处理是其任务的退出钩子；在 Argo 中它的结果不计</translation>
    </message>
    <message>
        <source>a task&apos;s exit handler is its exit hook; what becomes of it does not count in Argo</source>
        <translation>任务的退出处理是它的退出钩子；在 Argo 中它的结果不计</translation>
    </message>
    <message>
        <source>the trigger is the condition of a step in the exit handlers&apos; template, or of the exit hook</source>
        <translation>触发条件成为退出处理模板中步骤的条件，或退出钩子的条件</translation>
    </message>
    <message>
        <source>the handler&apos;s step goes on after a failure (continueOn) in the exit handlers&apos; template</source>
        <translation>在退出处理模板中，该步骤失败后继续（continueOn）</translation>
    </message>
    <message>
        <source>GPUs are the limit `nvidia.com/gpu` of the container</source>
        <translation>GPU 是容器的 `nvidia.com/gpu` 限制</translation>
    </message>
    <message>
        <source>shared memory is a memory volume at /dev/shm</source>
        <translation>共享内存是挂载在 /dev/shm 的内存卷</translation>
    </message>
    <message>
        <source>image pull secrets belong to the whole workflow: every pod gets all of them</source>
        <translation>镜像拉取密钥属于整个工作流：每个 Pod 都会得到全部</translation>
    </message>
    <message>
        <source>an Argo template must run something</source>
        <translation>Argo 模板必须运行点什么</translation>
    </message>
    <message>
        <source>a container of Argo needs an image: set one on the task, on the flow, or as this target&apos;s default</source>
        <translation>Argo 的容器需要镜像：在任务、流程上设置，或设为该引擎的默认镜像</translation>
    </message>
    <message>
        <source>as its text: parameters of Argo are strings</source>
        <translation>以文本形式：Argo 的参数是字符串</translation>
    </message>
    <message>
        <source>as its JSON text: parameters of Argo are strings</source>
        <translation>以 JSON 文本形式：Argo 的参数是字符串</translation>
    </message>
    <message>
        <source>as a raw artifact that holds the text</source>
        <translation>以内含该文本的 raw 制品形式</translation>
    </message>
    <message>
        <source>a file is an artifact in Argo; it cannot be a parameter: read it in a task that prints it</source>
        <translation>文件在 Argo 中是制品，不能作为参数：请在一个打印它的任务中读取</translation>
    </message>
    <message>
        <source>%1 was removed with Argo 4.0 and is written as %2</source>
        <translation>%1 在 Argo 4.0 中已移除，改写为 %2</translation>
    </message>
    <message>
        <source>%1 was removed with Argo 4.0 and is left out; name a `podPriorityClassName` instead</source>
        <translation>%1 在 Argo 4.0 中已移除，将被略去；请改用 `podPriorityClassName`</translation>
    </message>
    <message>
        <source>%1 uses itself: `%2` runs inside `%2`</source>
        <translation>%1 使用了自身：`%2` 在 `%2` 中运行</translation>
    </message>
    <message>
        <source>%1 is nested too deeply</source>
        <translation>%1 嵌套过深</translation>
    </message>
    <message>
        <source>%1: the volume %2 is of a kind that only its own file can say (%3)</source>
        <translation>%1：存储卷 %2 属于只有它自己的文件才能表达的类型（%3）</translation>
    </message>
    <message>
        <source>no five fields</source>
        <translation>没有五个字段</translation>
    </message>
    <message>
        <source>the cron line `%1` is none that Argo takes: five fields, or @daily and its sisters</source>
        <translation>Cron 行 `%1` 不被 Argo 接受：五个字段，或 @daily 之类</translation>
    </message>
    <message>
        <source>the cron line `%1` is written as `%2`</source>
        <translation>Cron 行 `%1` 写作 `%2`</translation>
    </message>
    <message>
        <source>the schedule&apos;s first and last day are left out: a CronWorkflow has none</source>
        <translation>计划的起止日期被略去：CronWorkflow 没有它们</translation>
    </message>
    <message>
        <source>the schedule has no cron line</source>
        <translation>计划没有 Cron 行</translation>
    </message>
    <message>
        <source>the parameter %1 has no value, and a CronWorkflow starts without anybody to ask</source>
        <translation>参数 %1 没有值，而 CronWorkflow 启动时无人可问</translation>
    </message>
    <message>
        <source>%1 runs at most %2 items at once, which needs steps of its own, and what it prints is read elsewhere: name an output instead</source>
        <translation>%1 最多同时运行 %2 项，这需要自己的步骤，而它打印的内容在别处被读取：请改为命名一个输出</translation>
    </message>
    <message>
        <source>the loop of %1 has a limit of its own: it is put into a steps template with `parallelism`</source>
        <translation>%1 的循环有自己的限制：它被放进带 `parallelism` 的 steps 模板</translation>
    </message>
    <message>
        <source>a parameter of Argo has letters, digits, `-` and `_`</source>
        <translation>Argo 的参数名由字母、数字、`-` 和 `_` 组成</translation>
    </message>
    <message>
        <source>an object of Kubernetes has small letters, digits and `-`, here at most 50</source>
        <translation>Kubernetes 对象名由小写字母、数字和 `-` 组成，此处最多 50 个</translation>
    </message>
    <message>
        <source>a task of Argo has letters, digits and `-`, and begins with a letter</source>
        <translation>Argo 的任务名由字母、数字和 `-` 组成，并以字母开头</translation>
    </message>
    <message>
        <source>the volume `%1` is of a kind that stands in the text only; change it there</source>
        <translation>存储卷 `%1` 属于只存在于文本中的类型；请在文本中更改</translation>
    </message>
    <message>
        <source>the volume `%1` is a claim made for each run; Argo has those for the whole workflow only: put it into the flow&apos;s environment</source>
        <translation>存储卷 `%1` 是每次运行新建的声明；Argo 只在整个工作流上支持：请放进工作流的环境</translation>
    </message>
    <message>
        <source>only a CronWorkflow of Argo starts by itself, and this file holds a %1; export the flow to get a CronWorkflow</source>
        <translation>只有 Argo 的 CronWorkflow 会自动启动，而此文件是 %1；导出工作流即可得到 CronWorkflow</translation>
    </message>
    <message>
        <source>a CronWorkflow needs at least one cron line; suspend it to stop it</source>
        <translation>CronWorkflow 至少需要一个 Cron 行；要停下它请暂停</translation>
    </message>
    <message>
        <source>a schedule of Argo has no first and no last day</source>
        <translation>Argo 的计划没有起止日期</translation>
    </message>
    <message>
        <source>the volume `%1` is declared by the workflow; change it in the flow&apos;s environment</source>
        <translation>存储卷 `%1` 由工作流声明；请在工作流的环境中更改</translation>
    </message>
    <message>
        <source>the volume `%1` is still mounted by a template; take the mount away first</source>
        <translation>存储卷 `%1` 仍被某个模板挂载；请先去掉该挂载</translation>
    </message>
    <message>
        <source>`%1` is of a kind that only its own file can say (%2)</source>
        <translation>`%1` 属于只有它自己的文件才能表达的类型（%2）</translation>
    </message>
    <message>
        <source>written afresh: caching is off, artifact types are system.Artifact, outputs of the whole pipeline are left out</source>
        <translation>重新写出：缓存关闭，制品类型为 system.Artifact，整个流水线的输出被略去</translation>
    </message>
    <message>
        <source>Kubeflow Pipelines cannot say what this flow says:
%1</source>
        <translation>Kubeflow Pipelines 无法表达此流程：
%1</translation>
    </message>
    <message>
        <source>unknown field `%1`; a KFP server refuses the pipeline</source>
        <translation>未知字段 `%1`；KFP 服务器会拒绝该流水线</translation>
    </message>
    <message>
        <source>%1: KFP has no expression like `%2`; a task waits for all of its needs</source>
        <translation>%1：KFP 没有 `%2` 这样的表达式；任务等待其所有前置任务</translation>
    </message>
    <message>
        <source>%1 waits for a result of %2 that KFP does not know: success, or any end</source>
        <translation>%1 等待 %2 的一个 KFP 不认识的结果：只有成功，或任意结束</translation>
    </message>
    <message>
        <source>%1 waits for any end of %2; KFP takes that only from a task with one edge in and none out</source>
        <translation>%1 等待 %2 任意结束；KFP 只允许一条传入连接、没有传出连接的任务这样做</translation>
    </message>
    <message>
        <source>%1 waits for any end of %2, a loop; KFP never starts it then</source>
        <translation>%1 等待循环 %2 任意结束；KFP 永远不会启动它</translation>
    </message>
    <message>
        <source>%1: the condition `%2` cannot be said in KFP&apos;s words: compare parameters and outputs with == != &lt; &lt;= &gt; &gt;= and join them with &amp;&amp; || !</source>
        <translation>%1：条件 `%2` 无法用 KFP 的语言表达：请用 == != &lt; &lt;= &gt; &gt;= 比较参数和输出，并用 &amp;&amp; || ! 连接</translation>
    </message>
    <message>
        <source>%1: KFP has no time limit for a group; set it on the tasks, or on the flow</source>
        <translation>%1：KFP 的组没有时限；请设置在任务上或流程上</translation>
    </message>
    <message>
        <source>%1: KFP limits how much runs at once only in loops</source>
        <translation>%1：KFP 只在循环中限制同时运行的数量</translation>
    </message>
    <message>
        <source>%1: in KFP a group ends with its first failure</source>
        <translation>%1：在 KFP 中，组在首次失败时结束</translation>
    </message>
    <message>
        <source>%1: a text with values inside cannot be handed to a group; give the values one by one</source>
        <translation>%1：含有值的文本不能交给组；请逐个给出值</translation>
    </message>
    <message>
        <source>%1: the output `%2` of a group must be the output of one of its tasks</source>
        <translation>%1：组的输出 `%2` 必须是其中某个任务的输出</translation>
    </message>
    <message>
        <source>%1: KFP loops over a list, and these numbers cannot be listed beforehand</source>
        <translation>%1：KFP 遍历列表，而这些数字无法事先列出</translation>
    </message>
    <message>
        <source>%1: an item of a list cannot be read from elsewhere</source>
        <translation>%1：列表中的某一项不能从别处读取</translation>
    </message>
    <message>
        <source>%1: a loop needs a list from a parameter or an output, not `%2`</source>
        <translation>%1：循环需要来自参数或输出的列表，而不是 `%2`</translation>
    </message>
    <message>
        <source>the parameter `%1` must have a fixed default</source>
        <translation>参数 `%1` 必须有固定的默认值</translation>
    </message>
    <message>
        <source>a loop goes over the parameter `%1`, so its value must be a JSON list, not `%2`</source>
        <translation>有循环遍历参数 `%1`，因此它的值必须是 JSON 列表，而不是 `%2`</translation>
    </message>
    <message>
        <source>%1: KFP has no expression for a retry</source>
        <translation>%1：KFP 没有重试表达式</translation>
    </message>
    <message>
        <source>%1: KFP tries again after every failure, not only %2</source>
        <translation>%1：KFP 在任何失败后都会重试，而不只是 %2</translation>
    </message>
    <message>
        <source>%1: KFP needs a number of tries</source>
        <translation>%1：KFP 需要重试次数</translation>
    </message>
    <message>
        <source>%1: the delay `%2` is no duration</source>
        <translation>%1：间隔 `%2` 不是时长</translation>
    </message>
    <message>
        <source>%1: KFP cannot go on after a failure as if nothing were</source>
        <translation>%1：KFP 不能在失败后若无其事地继续</translation>
    </message>
    <message>
        <source>%1: a component of KFP runs a container, this is %2</source>
        <translation>%1：KFP 的组件运行容器，而这是 %2</translation>
    </message>
    <message>
        <source>%1 has an exit handler; KFP takes exit handlers of groups only at the root of a pipeline that has none itself</source>
        <translation>%1 有退出处理；KFP 只在流水线的根处接受组的退出处理，且该流水线自身不能有退出处理</translation>
    </message>
    <message>
        <source>%1 is a loop with an exit handler; KFP never starts it</source>
        <translation>%1 是带退出处理的循环；KFP 永远不会启动它</translation>
    </message>
    <message>
        <source>KFP limits how much runs at once only in loops</source>
        <translation>KFP 只在循环中限制同时运行的数量</translation>
    </message>
    <message>
        <source>%1 starts by the expression `%2`; only its own file can say that</source>
        <translation>%1 由表达式 `%2` 启动；只有它自己的文件才能表达</translation>
    </message>
    <message>
        <source>%1 runs only after success or only after failure; KFP&apos;s status of a group is not to be relied on for that (it may still say RUNNING): let the handler always run</source>
        <translation>%1 只在成功后或只在失败后运行；KFP 的组状态不能作为其依据（可能仍为 RUNNING）：请让退出处理总是运行</translation>
    </message>
    <message>
        <source>%1: a pipeline cannot say whether the failure of an exit handler matters</source>
        <translation>%1：流水线无法表达退出处理的失败是否重要</translation>
    </message>
    <message>
        <source>%1 is an exit handler with a loop; KFP never starts it</source>
        <translation>%1 是带循环的退出处理；KFP 永远不会启动它</translation>
    </message>
    <message>
        <source>%1: the variable `%2` is filled in when the task starts, and its name is none that a shell takes</source>
        <translation>%1：变量 `%2` 在任务启动时填入，而其名称不是 shell 可接受的名称</translation>
    </message>
    <message>
        <source>%1: the output `%2` is an expression, which a container does not have</source>
        <translation>%1：输出 `%2` 是表达式，容器没有这种输出</translation>
    </message>
    <message>
        <source>%1: the path of the output `%2` must be fixed and without quotes</source>
        <translation>%1：输出 `%2` 的路径必须固定且不含引号</translation>
    </message>
    <message>
        <source>%1: the file `%2` comes from a place that only its own file can say</source>
        <translation>%1：文件 `%2` 来自只有它自己的文件才能表达的地方</translation>
    </message>
    <message>
        <source>%1: the file `%2` must come from a task beside it</source>
        <translation>%1：文件 `%2` 必须来自同级的任务</translation>
    </message>
    <message>
        <source>%1 has no image</source>
        <translation>%1 没有镜像</translation>
    </message>
    <message>
        <source>%1: KFP keeps the image name `%2` for itself</source>
        <translation>%1：KFP 把镜像名 `%2` 留作己用</translation>
    </message>
    <message>
        <source>%1: KFP runs all tasks of a pipeline under one service account</source>
        <translation>%1：KFP 用同一个服务账户运行流水线的所有任务</translation>
    </message>
    <message>
        <source>the service account `%1` is not part of the file: choose it when you start the run</source>
        <translation>服务账户 `%1` 不属于文件：请在启动运行时选择</translation>
    </message>
    <message>
        <source>%1: the node selector `%2` must be fixed</source>
        <translation>%1：节点选择器 `%2` 必须固定</translation>
    </message>
    <message>
        <source>%1 relies on the entrypoint of its image; KFP replaces that, so write the command out</source>
        <translation>%1 依赖其镜像的入口点；KFP 会替换它，因此请写出命令</translation>
    </message>
    <message>
        <source>%1: the time limit `%2` is no duration</source>
        <translation>%1：时限 `%2` 不是时长</translation>
    </message>
    <message>
        <source>%1 reads `%2.%3`; an exit handler of a pipeline can read only its parameters</source>
        <translation>%1 读取 `%2.%3`；流水线的退出处理只能读取流水线的参数</translation>
    </message>
    <message>
        <source>%1 reads `%2.%3`, which %2 does not write</source>
        <translation>%1 读取 `%2.%3`，而 %2 不写出它</translation>
    </message>
    <message>
        <source>%1 reads the exit code of %2; KFP does not hand it on</source>
        <translation>%1 读取 %2 的退出码；KFP 不传递退出码</translation>
    </message>
    <message>
        <source>%1 reads `%2.%3`, and no task `%2` stands beside it</source>
        <translation>%1 读取 `%2.%3`，而同级没有任务 `%2`</translation>
    </message>
    <message>
        <source>%1 is given the status of its flow; only exit handlers can have that</source>
        <translation>%1 得到其流程的状态；只有退出处理才能得到它</translation>
    </message>
    <message>
        <source>%1 reads the parameter `%2`, which the flow does not have</source>
        <translation>%1 读取参数 `%2`，而流程没有该参数</translation>
    </message>
    <message>
        <source>%1 reads %2, and KFP has nothing like it</source>
        <translation>%1 读取 %2，KFP 没有类似的东西</translation>
    </message>
    <message>
        <source>%1 reads the parameter `%2`, which nobody has</source>
        <translation>%1 读取参数 `%2`，而谁都没有该参数</translation>
    </message>
    <message>
        <source>%1 reads the item of a loop that is not there</source>
        <translation>%1 读取一个不存在的循环的项</translation>
    </message>
    <message>
        <source>%1: KFP gives a secret to a variable or a volume, not to an input</source>
        <translation>%1：KFP 把密钥交给变量或存储卷，而不是输入</translation>
    </message>
    <message>
        <source>%1: `%2` cannot hold %3 inside other text</source>
        <translation>%1：`%2` 不能把 %3 放在其他文本之中</translation>
    </message>
    <message>
        <source>`%1` has that name already, so a number follows</source>
        <translation>`%1` 已占用该名称，因此后面加上数字</translation>
    </message>
    <message>
        <source>KFP takes small letters, digits and dashes</source>
        <translation>KFP 的名称由小写字母、数字和连字符组成</translation>
    </message>
    <message>
        <source>KFP takes names as Python does</source>
        <translation>KFP 的名称遵循 Python 的规则</translation>
    </message>
    <message>
        <source>compiled by the KFP SDK (%1): the next compile overwrites this file</source>
        <translation>由 KFP SDK（%1）编译：下次编译会覆盖此文件</translation>
    </message>
    <message>
        <source>schemaVersion &quot;%1&quot;: a server takes only 2.1.0</source>
        <translation>schemaVersion “%1”：服务器只接受 2.1.0</translation>
    </message>
    <message>
        <source>no document of the file is a pipeline: `pipelineInfo` and `root` are missing</source>
        <translation>文件中没有任何文档是流水线：缺少 `pipelineInfo` 和 `root`</translation>
    </message>
    <message>
        <source>`%1` holds tasks of its own: in a pipeline they stand in a component; make one in the text first</source>
        <translation>`%1` 含有自己的任务：在流水线中它们位于组件里；请先在文本中建立组件</translation>
    </message>
    <message>
        <source>`%1` means nothing to KFP, in `%2`</source>
        <translation>`%2` 中的 `%1` 对 KFP 没有意义</translation>
    </message>
    <message>
        <source>`%1`: a text cannot hold the loop&apos;s item; give the item to an input of its own</source>
        <translation>`%1`：文本不能包含循环的项；请把该项交给单独的输入</translation>
    </message>
    <message>
        <source>`%1`: KFP gives a secret to a variable or a volume, not to an input</source>
        <translation>`%1`：KFP 把密钥交给变量或存储卷，而不是输入</translation>
    </message>
    <message>
        <source>`%1` reads a field of the loop&apos;s item; KFP can do that only inside a group</source>
        <translation>`%1` 读取循环项的字段；KFP 只能在组内这样做</translation>
    </message>
    <message>
        <source>`%1`: the file `%2` must come from another task</source>
        <translation>`%1`：文件 `%2` 必须来自另一个任务</translation>
    </message>
    <message>
        <source>`%1`: KFP loops over a list, not over numbers; list the numbers</source>
        <translation>`%1`：KFP 遍历列表而不是数字；请列出数字</translation>
    </message>
    <message>
        <source>`%1`: an item of a list cannot be read from elsewhere</source>
        <translation>`%1`：列表中的某一项不能从别处读取</translation>
    </message>
    <message>
        <source>`%1`: a loop needs a list from a parameter or an output</source>
        <translation>`%1`：循环需要来自参数或输出的列表</translation>
    </message>
    <message>
        <source>`%1` gives the loop&apos;s item to more than one input; KFP knows one</source>
        <translation>`%1` 把循环的项交给多个输入；KFP 只支持一个</translation>
    </message>
    <message>
        <source>`%1`: the condition `%2` cannot be said in KFP&apos;s words: compare parameters and outputs with == != &lt; &lt;= &gt; &gt;= and join them with &amp;&amp; || !</source>
        <translation>`%1`：条件 `%2` 无法用 KFP 的语言表达：请用 == != &lt; &lt;= &gt; &gt;= 比较参数和输出，并用 &amp;&amp; || ! 连接</translation>
    </message>
    <message>
        <source>`%1`: image, variables and resources belong to the component `%2`</source>
        <translation>`%1`：镜像、变量和资源属于组件 `%2`</translation>
    </message>
    <message>
        <source>`%1`: a time limit belongs to the component `%2`</source>
        <translation>`%1`：时限属于组件 `%2`</translation>
    </message>
    <message>
        <source>`%1`: KFP cannot go on after a failure as if nothing were</source>
        <translation>`%1`：KFP 不能在失败后若无其事地继续</translation>
    </message>
    <message>
        <source>`%1`: a pipeline cannot mute a task</source>
        <translation>`%1`：流水线不能停用任务</translation>
    </message>
    <message>
        <source>`%1`: KFP has no `depends` expression, a task waits for all of its needs</source>
        <translation>`%1`：KFP 没有 `depends` 表达式，任务等待其所有前置任务</translation>
    </message>
    <message>
        <source>`%1` has nothing to run: a task of a pipeline needs a component</source>
        <translation>`%1` 没有可运行的内容：流水线的任务需要组件</translation>
    </message>
    <message>
        <source>`%1` waits for a result of `%2` that KFP does not know: success, or any end</source>
        <translation>`%1` 等待 `%2` 的某个 KFP 不认识的结果：KFP 只认识成功或任意结束</translation>
    </message>
    <message>
        <source>`%1` waits for any end of `%2`: KFP takes that only from a task with one edge in and none out</source>
        <translation>`%1` 等待 `%2` 任意结束：KFP 只允许有一条传入连接且没有传出连接的任务这样做</translation>
    </message>
    <message>
        <source>`%1` waits for any end of an exit group: make it an exit handler</source>
        <translation>`%1` 等待退出组任意结束：请把它设为退出处理</translation>
    </message>
    <message>
        <source>`%1`: KFP needs a number of tries</source>
        <translation>`%1`：KFP 需要重试次数</translation>
    </message>
    <message>
        <source>`%1` reads an output: an exit handler of a pipeline can read only its parameters</source>
        <translation>`%1` 读取输出：流水线的退出处理只能读取流水线的参数</translation>
    </message>
    <message>
        <source>`%1` is given the status of its flow: only exit handlers can have that</source>
        <translation>`%1` 得到其流程的状态：只有退出处理才能得到它</translation>
    </message>
    <message>
        <source>`%1`: an exit handler of a pipeline always runs; KFP&apos;s status of the group is not to be relied on for anything else</source>
        <translation>`%1`：流水线的退出处理总是运行；KFP 的组状态不能作为其他情况的依据</translation>
    </message>
    <message>
        <source>`%1`: a pipeline cannot say whether the failure of an exit handler matters</source>
        <translation>`%1`：流水线无法表达退出处理的失败是否重要</translation>
    </message>
    <message>
        <source>a pipeline needs at least one task that is no exit handler</source>
        <translation>流水线至少需要一个不是退出处理的任务</translation>
    </message>
    <message>
        <source>this pipeline has exit groups of its own: an exit handler of the whole pipeline would have to stand round them, and KFP takes them only at the root</source>
        <translation>此流水线有自己的退出组：整个流水线的退出处理须包在它们外面，而 KFP 只在根处接受退出组</translation>
    </message>
    <message>
        <source>`%1`: KFP takes exit handlers only at the root of a pipeline</source>
        <translation>`%1`：KFP 只在流水线的根处接受退出处理</translation>
    </message>
    <message>
        <source>a lone task cannot be called `%1`: that is how KFP calls the group of an exit handler</source>
        <translation>单独的任务不能叫 `%1`：KFP 用这个名称称呼退出处理的组</translation>
    </message>
    <message>
        <source>`%1`: KFP has no volume like `%2`; it knows claims, secrets, config maps and empty folders</source>
        <translation>`%1`：KFP 没有 `%2` 这样的存储卷；它支持 PVC、密钥、ConfigMap 和空目录</translation>
    </message>
    <message>
        <source>`%1`: the volume `%2` is mounted nowhere</source>
        <translation>`%1`：存储卷 `%2` 没有挂载到任何地方</translation>
    </message>
    <message>
        <source>`%1`: KFP mounts a part of a volume only for claims, not for `%2`</source>
        <translation>`%1`：KFP 只能挂载 PVC 的一部分，不能挂载 `%2` 的一部分</translation>
    </message>
    <message>
        <source>`%1`: KFP cannot mount `%2` read only</source>
        <translation>`%1`：KFP 不能只读挂载 `%2`</translation>
    </message>
    <message>
        <source>`%1`: KFP has no disk request</source>
        <translation>`%1`：KFP 没有磁盘请求</translation>
    </message>
    <message>
        <source>`%1`: the service account is chosen when a pipeline is started, not in its file</source>
        <translation>`%1`：服务账户在启动流水线时选择，不在其文件中</translation>
    </message>
    <message>
        <source>`%1`: the variable `%2` must have a fixed value, KFP fills in nothing there; hand the value over as an argument</source>
        <translation>`%1`：变量 `%2` 必须有固定值，KFP 不会在那里填入任何东西；请以参数传入</translation>
    </message>
    <message>
        <source>`%1`: the output `%2` must be written into a file: {{$.outputs.parameters[&apos;%2&apos;].output_file}}</source>
        <translation>`%1`：输出 `%2` 必须写入文件：{{$.outputs.parameters[&apos;%2&apos;].output_file}}</translation>
    </message>
    <message>
        <source>`%1`: KFP has no default for the output `%2`</source>
        <translation>`%1`：KFP 没有输出 `%2` 的默认值</translation>
    </message>
    <message>
        <source>`%1`: a component of KFP runs a container, this is %2</source>
        <translation>`%1`：KFP 的组件运行容器，而这是 %2</translation>
    </message>
    <message>
        <source>`%1`: a component of KFP needs a command or arguments</source>
        <translation>`%1`：KFP 的组件需要命令或参数</translation>
    </message>
    <message>
        <source>`%1`: KFP cannot choose the working folder; write `cd %2` into the command</source>
        <translation>`%1`：KFP 不能选择工作目录；请在命令中写 `cd %2`</translation>
    </message>
    <message>
        <source>`%1`: KFP limits how much runs at once only in loops</source>
        <translation>`%1`：KFP 只在循环中限制同时运行的数量</translation>
    </message>
    <message>
        <source>`%1`: the time limit `%2` cannot be said here</source>
        <translation>`%1`：时限 `%2` 在此无法表达</translation>
    </message>
    <message>
        <source>the flow&apos;s time limit is no duration</source>
        <translation>流程的时限不是时长</translation>
    </message>
    <message>
        <source>KFP&apos;s status of a group is not to be relied on (it may still say RUNNING): let the handler always run and look at the status itself</source>
        <translation>KFP 的组状态不可靠（可能仍为 RUNNING）：请让退出处理总是运行，并自行查看状态</translation>
    </message>
    <message>
        <source>a script becomes the argument of its interpreter</source>
        <translation>脚本成为其解释器的参数</translation>
    </message>
    <message>
        <source>a condition is written in CEL over inputs of the task</source>
        <translation>条件用 CEL 编写，作用于任务的输入</translation>
    </message>
    <message>
        <source>&quot;any end&quot; is the strategy ALL_UPSTREAM_TASKS_COMPLETED</source>
        <translation>“任意结束”是策略 ALL_UPSTREAM_TASKS_COMPLETED</translation>
    </message>
    <message>
        <source>an expression that only joins with &amp;&amp; becomes plain edges</source>
        <translation>只用 &amp;&amp; 连接的表达式变成普通的连接</translation>
    </message>
    <message>
        <source>a muted task is left out</source>
        <translation>停用的任务会被略去</translation>
    </message>
    <message>
        <source>a loop becomes a group of its own (ParallelFor)</source>
        <translation>循环成为单独的组（ParallelFor）</translation>
    </message>
    <message>
        <source>a loop becomes a group of its own (ParallelFor); what it goes over is a LIST</source>
        <translation>循环成为单独的组（ParallelFor）；遍历的对象是 LIST</translation>
    </message>
    <message>
        <source>the numbers are listed</source>
        <translation>数字被逐个列出</translation>
    </message>
    <message>
        <source>only loops have a limit</source>
        <translation>只有循环有限制</translation>
    </message>
    <message>
        <source>KFP before 2.4 reports a failed pipeline with an exit handler as succeeded (#11405): choose 2.4 or later</source>
        <translation>2.4 之前的 KFP 会把带退出处理的失败流水线报告为成功（#11405）：请选择 2.4 或更高版本</translation>
    </message>
    <message>
        <source>the tasks stand in an exit group, the handler waits for it; several handlers become one exit DAG</source>
        <translation>任务位于退出组中，退出处理等待该组；多个退出处理合成一个退出 DAG</translation>
    </message>
    <message>
        <source>the group stands in an exit group of its own; only at the root</source>
        <translation>该组位于单独的退出组中；只能在根处</translation>
    </message>
    <message>
        <source>the task stands in an exit group of its own; only at the root</source>
        <translation>该任务位于单独的退出组中；只能在根处</translation>
    </message>
    <message>
        <source>a pipeline cannot say whether the failure of an exit handler matters</source>
        <translation>流水线无法表达退出处理的失败是否重要</translation>
    </message>
    <message>
        <source>a time limit is activeDeadlineSeconds of the pod, in the second document</source>
        <translation>时限是第二个文档中 Pod 的 activeDeadlineSeconds</translation>
    </message>
    <message>
        <source>the flow&apos;s time limit is activeDeadlineSeconds of the pipeline, in the second document</source>
        <translation>流程的时限是第二个文档中流水线的 activeDeadlineSeconds</translation>
    </message>
    <message>
        <source>what the task prints is written into a file beside</source>
        <translation>任务打印的内容会写入旁边的文件</translation>
    </message>
    <message>
        <source>KFP does not hand on an exit code</source>
        <translation>KFP 不传递退出码</translation>
    </message>
    <message>
        <source>files are copied from and to KFP&apos;s own paths</source>
        <translation>文件从 KFP 自己的路径复制而来，并复制回这些路径</translation>
    </message>
    <message>
        <source>a file&apos;s content is an argument, written before the program starts</source>
        <translation>文件内容是一个参数，在程序启动前写出</translation>
    </message>
    <message>
        <source>KFP before 2.14 does not tell an exit task how its group ended (#11953)</source>
        <translation>2.14 之前的 KFP 不会告诉退出任务其组如何结束（#11953）</translation>
    </message>
    <message>
        <source>KFP&apos;s status (COMPLETE, FAILED, RUNNING) is turned into Succeeded, Failed or Running</source>
        <translation>KFP 的状态（COMPLETE、FAILED、RUNNING）被转换为 Succeeded、Failed 或 Running</translation>
    </message>
    <message>
        <source>the service account is chosen when the run is started, not in the file</source>
        <translation>服务账户在启动运行时选择，不在文件中</translation>
    </message>
    <message>
        <source>KFP has no task that waits for approval</source>
        <translation>KFP 没有等待批准的任务</translation>
    </message>
    <message>
        <source>KFP has no HTTP task: use a container with curl</source>
        <translation>KFP 没有 HTTP 任务：请用带 curl 的容器</translation>
    </message>
    <message>
        <source>KFP makes no Kubernetes objects: use a container with kubectl</source>
        <translation>KFP 不创建 Kubernetes 对象：请用带 kubectl 的容器</translation>
    </message>
    <message>
        <source>what stands in another file cannot be taken along</source>
        <translation>位于另一个文件中的内容无法一并带入</translation>
    </message>
    <message>
        <source>in KFP a failed task fails its pipeline</source>
        <translation>在 KFP 中，失败的任务使其流水线失败</translation>
    </message>
    <message>
        <source>KFP cannot go on after a failure as if nothing were (#7330)</source>
        <translation>KFP 不能在失败后若无其事地继续（#7330）</translation>
    </message>
    <message>
        <source>in KFP a group ends with its first failure</source>
        <translation>在 KFP 中，组在首次失败时结束</translation>
    </message>
    <message>
        <source>KFP needs a number of tries</source>
        <translation>KFP 需要重试次数</translation>
    </message>
    <message>
        <source>every component needs an image: choose one for the task, the flow or the target</source>
        <translation>每个组件都需要镜像：请为任务、流程或引擎选择一个</translation>
    </message>
    <message>
        <source>KFP has no disk request</source>
        <translation>KFP 没有磁盘请求</translation>
    </message>
    <message>
        <source>a task of a pipeline needs something to run</source>
        <translation>流水线的任务需要可运行的内容</translation>
    </message>
    <message>
        <source>as its JSON text where the task takes a string</source>
        <translation>在任务接收字符串处以 JSON 文本形式</translation>
    </message>
    <message>
        <source>as its JSON text, through an argument of the shell in front of the program</source>
        <translation>以 JSON 文本形式，经由程序前 shell 的参数</translation>
    </message>
    <message>
        <source>through an argument of the shell in front of the program</source>
        <translation>经由程序前 shell 的参数</translation>
    </message>
    <message>
        <source>written into the file before the program starts</source>
        <translation>在程序启动前写入文件</translation>
    </message>
    <message>
        <source>a file goes into a file</source>
        <translation>文件只能传入文件</translation>
    </message>
    <message>
        <source>as an artifact (system.Artifact), copied to its path</source>
        <translation>作为制品（system.Artifact），复制到其路径</translation>
    </message>
    <message>
        <source>an exit handler needs a group round all tasks, and this pipeline has outputs that would stand inside it: remove `root.dag.outputs` first</source>
        <translation>退出处理需要一个包住所有任务的组，而此流水线有会落入该组的输出：请先移除 `root.dag.outputs`</translation>
    </message>
    <message>
        <source>what Kubernetes is told of pods stands in a second document, and a JSON file has only one: save the pipeline as YAML</source>
        <translation>关于 Pod 的 Kubernetes 设置位于第二个文档中，而 JSON 文件只能有一个文档：请将流水线保存为 YAML</translation>
    </message>
    <message>
        <source>the template `%1` says nothing to run, and defaults for all containers would make it one; give it something to run first</source>
        <translation>模板 `%1` 没有可运行的内容，而适用于所有容器的默认值会使其变成容器模板；请先为其指定可运行的内容</translation>
    </message>
    <message>
        <source>the hook `%1` of Argo has no condition, loop, tolerance or handlers of its own</source>
        <translation>Argo 的钩子 `%1` 没有自己的条件、循环、容忍或退出处理</translation>
    </message>
    <message>
        <source>this was decoded from bytes and is read only: save it as a text of its own to draw in it</source>
        <translation>此内容由字节解码而来，为只读：请另存为独立文本后再绘制</translation>
    </message>
    <message>
        <source>a workflow of DolphinScheduler needs at least one task</source>
        <translation>DolphinScheduler 的工作流至少需要一个任务</translation>
    </message>
    <message>
        <source>values are known by name in the whole workflow, and pods see them as variables</source>
        <translation>值在整个工作流中按名称可见，Pod 将其视为变量</translation>
    </message>
    <message>
        <source>an edge for the result of %1, which has a condition or is tolerated, cannot be drawn in DolphinScheduler</source>
        <translation>%1 带有条件或被容忍失败，基于其结果的连接无法在 DolphinScheduler 中绘制</translation>
    </message>
    <message>
        <source>a CONDITIONS task takes &quot;and&quot; or &quot;or&quot; here, not &quot;%1&quot;</source>
        <translation>CONDITIONS 任务在此处接受 “and” 或 “or”，不接受 “%1”</translation>
    </message>
    <message>
        <source>&quot;completed&quot; beside other edges cannot be drawn in DolphinScheduler</source>
        <translation>“completed” 与其他连接并存时无法在 DolphinScheduler 中绘制</translation>
    </message>
    <message>
        <source>outputs of a group do not come out of a sub workflow here</source>
        <translation>组的输出在此处无法从子工作流传出</translation>
    </message>
    <message>
        <source>draw its tasks without the group</source>
        <translation>请不使用组，直接绘制其中的任务</translation>
    </message>
    <message>
        <source>a group becomes a workflow of its own, which must be ONLINE before this one</source>
        <translation>组会变成独立的工作流，它必须先于此工作流处于 ONLINE 状态</translation>
    </message>
    <message>
        <source>an exit handler of DolphinScheduler is one task, not a group</source>
        <translation>DolphinScheduler 的退出处理是单个任务，不能是组</translation>
    </message>
    <message>
        <source>conditions, loops and tolerance of exit handlers have no place in DolphinScheduler</source>
        <translation>退出处理的条件、循环和容忍在 DolphinScheduler 中无处表示</translation>
    </message>
    <message>
        <source>every parameter becomes a variable of the pod: letters, digits and _ only</source>
        <translation>每个参数都会成为 Pod 的变量：只能使用字母、数字和 _</translation>
    </message>
    <message>
        <source>an exit handler reads no output of the tasks before it: they run in a workflow of their own</source>
        <translation>退出处理无法读取之前任务的输出：那些任务在各自独立的工作流中运行</translation>
    </message>
    <message>
        <source>DolphinScheduler carries no files between tasks (output &quot;%1&quot;)</source>
        <translation>DolphinScheduler 不在任务之间传递文件（输出“%1”）</translation>
    </message>
    <message>
        <source>output &quot;%1&quot;: DolphinScheduler takes only what the script says with #{setValue(…)}</source>
        <translation>输出“%1”：DolphinScheduler 只接受脚本通过 #{setValue(…)} 给出的内容</translation>
    </message>
    <message>
        <source>the server takes $[…] for a date and never starts the task</source>
        <translation>服务器会把 $[…] 当作日期，任务永远不会启动</translation>
    </message>
    <message>
        <source>write $((…)) for arithmetic</source>
        <translation>算术运算请写作 $((…))</translation>
    </message>
    <message>
        <source>what a PYTHON task prints cannot be its output</source>
        <translation>PYTHON 任务打印的内容不能作为其输出</translation>
    </message>
    <message>
        <source>the image&apos;s own command cannot be wrapped to hand on an output: name the command</source>
        <translation>镜像自带的命令无法被包装以传递输出：请指明命令</translation>
    </message>
    <message>
        <source>a K8S task takes one pull secret</source>
        <translation>K8S 任务只接受一个拉取密钥</translation>
    </message>
    <message>
        <source>DolphinScheduler retries after every failure, without a condition</source>
        <translation>DolphinScheduler 在每次失败后都会重试，不支持条件</translation>
    </message>
    <message>
        <source>times are rounded up to whole minutes</source>
        <translation>时间会向上取整到整分钟</translation>
    </message>
    <message>
        <source>without an image it runs on a worker of DolphinScheduler</source>
        <translation>没有镜像时，它在 DolphinScheduler 的 worker 上运行</translation>
    </message>
    <message>
        <source>DolphinScheduler has no task that waits for a person</source>
        <translation>DolphinScheduler 没有等待人工操作的任务</translation>
    </message>
    <message>
        <source>the name of a pod takes lower case letters, digits and -</source>
        <translation>Pod 的名称只能使用小写字母、数字和 -</translation>
    </message>
    <message>
        <source>DolphinScheduler has nothing for %1</source>
        <translation>DolphinScheduler 没有与 %1 对应的内容</translation>
    </message>
    <message>
        <source>a SWITCH of DolphinScheduler cannot say &quot;%1&quot; (in %2)</source>
        <translation>DolphinScheduler 的 SWITCH 无法表示“%1”（位于 %2）</translation>
    </message>
    <message>
        <source>a SWITCH of DolphinScheduler needs a parameter in its condition, &quot;%1&quot; has none</source>
        <translation>DolphinScheduler 的 SWITCH 要求条件中含有参数，“%1”中没有</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no cron line with five fields</source>
        <translation>“%1”不是五字段的 cron 表达式</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names a day of the month and of the week: Quartz takes one of the two</source>
        <translation>“%1”同时指定了月中的日和星期几：Quartz 只接受其中之一</translation>
    </message>
    <message>
        <source>unknown field &quot;%1&quot;: pydolphinscheduler does not take it</source>
        <translation>未知字段“%1”：pydolphinscheduler 不接受</translation>
    </message>
    <message>
        <source>no workflow of pydolphinscheduler stands in this file</source>
        <translation>此文件中没有 pydolphinscheduler 的工作流</translation>
    </message>
    <message>
        <source>a CONDITIONS task takes &quot;and&quot; within &quot;or&quot; or &quot;or&quot; within &quot;and&quot;, not &quot;%1&quot;</source>
        <translation>CONDITIONS 任务接受 “or” 内的 “and” 或 “and” 内的 “or”，不接受 “%1”</translation>
    </message>
    <message>
        <source>a Condition of pydolphinscheduler has one task for each way (%1)</source>
        <translation>pydolphinscheduler 的 Condition 每个分支只有一个任务（%1）</translation>
    </message>
    <message>
        <source>pydolphinscheduler takes &quot;%1&quot; of task %2 for TYPE(value) and refuses it</source>
        <translation>pydolphinscheduler 会把任务 %2 的“%1”当作 TYPE(value) 并拒绝</translation>
    </message>
    <message>
        <source>what a task of type %1 needs stands only in its own file (task %2)</source>
        <translation>类型为 %1 的任务所需的内容只存在于其自身的文件中（任务 %2）</translation>
    </message>
    <message>
        <source>pydolphinscheduler workflow</source>
        <translation>pydolphinscheduler 工作流</translation>
    </message>
    <message>
        <source>unknown field &quot;%1&quot;: DolphinScheduler passes over it</source>
        <translation>未知字段“%1”：DolphinScheduler 会忽略</translation>
    </message>
    <message>
        <source>a parameter of DolphinScheduler has no list of choices (&quot;%1&quot;)</source>
        <translation>DolphinScheduler 的参数没有选项列表（“%1”）</translation>
    </message>
    <message>
        <source>a parameter of DolphinScheduler has no description (&quot;%1&quot;)</source>
        <translation>DolphinScheduler 的参数没有描述（“%1”）</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; needs a plain value in DolphinScheduler</source>
        <translation>参数“%1”在 DolphinScheduler 中需要普通值</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; needs a value here</source>
        <translation>参数“%1”在此处需要值</translation>
    </message>
    <message>
        <source>a workflow of DolphinScheduler has no environment of its own: set it for each task</source>
        <translation>DolphinScheduler 的工作流没有自己的环境：请在各任务上设置</translation>
    </message>
    <message>
        <source>DolphinScheduler has no shared definitions: every task says what it runs</source>
        <translation>DolphinScheduler 没有共享定义：每个任务自行指明运行内容</translation>
    </message>
    <message>
        <source>DolphinScheduler has no exit handlers: draw a CONDITIONS task, or convert to .weft.yaml, whose export makes one</source>
        <translation>DolphinScheduler 没有退出处理：请绘制 CONDITIONS 任务，或转换为 .weft.yaml，其导出会生成一个</translation>
    </message>
    <message>
        <source>DolphinScheduler does not limit how many tasks of a workflow run at once</source>
        <translation>DolphinScheduler 不限制一个工作流同时运行的任务数</translation>
    </message>
    <message>
        <source>a workflow of DolphinScheduler has one cron line</source>
        <translation>DolphinScheduler 的工作流只有一个 cron 表达式</translation>
    </message>
    <message>
        <source>a schedule of DolphinScheduler has a cron line, a time zone, a start and an end, nothing more</source>
        <translation>DolphinScheduler 的计划只有 cron 表达式、时区、开始时间和结束时间，没有其他内容</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; of task %2 needs a value</source>
        <translation>任务 %2 的参数“%1”需要值</translation>
    </message>
    <message>
        <source>a task of DolphinScheduler has no exit handlers: draw a CONDITIONS task behind it</source>
        <translation>DolphinScheduler 的任务没有退出处理：请在其后绘制 CONDITIONS 任务</translation>
    </message>
    <message>
        <source>DolphinScheduler has no loops (task %1)</source>
        <translation>DolphinScheduler 没有循环（任务 %1）</translation>
    </message>
    <message>
        <source>DolphinScheduler does not tolerate a failure: draw a CONDITIONS task behind %1</source>
        <translation>DolphinScheduler 不容忍失败：请在 %1 之后绘制 CONDITIONS 任务</translation>
    </message>
    <message>
        <source>DolphinScheduler hands no files to a task (task %1)</source>
        <translation>DolphinScheduler 不向任务传递文件（任务 %1）</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; of task %2: DolphinScheduler has no word for this kind of value</source>
        <translation>任务 %2 的参数“%1”：DolphinScheduler 无法表示此类值</translation>
    </message>
    <message>
        <source>%1 of task %2 cannot come from %3: DolphinScheduler knows values by name, and only one task before may make &quot;%4&quot;</source>
        <translation>任务 %2 的 %1 不能来自 %3：DolphinScheduler 按名称识别值，之前只能有一个任务产生“%4”</translation>
    </message>
    <message>
        <source>%1 of task %2: &quot;%3&quot; is no parameter of the workflow here, or a task before makes a value of that name</source>
        <translation>任务 %2 的 %1：“%3”在此处不是工作流的参数，或之前有任务产生了同名的值</translation>
    </message>
    <message>
        <source>only a CONDITIONS task of DolphinScheduler can combine results with &quot;or&quot; (task %1)</source>
        <translation>只有 DolphinScheduler 的 CONDITIONS 任务才能用 “or” 组合结果（任务 %1）</translation>
    </message>
    <message>
        <source>an edge for another result than success needs a CONDITIONS task between %1 and %2</source>
        <translation>基于成功以外结果的连接需要在 %1 与 %2 之间有 CONDITIONS 任务</translation>
    </message>
    <message>
        <source>a CONDITIONS task asks for success or failure, nothing else (task %1)</source>
        <translation>CONDITIONS 任务只判断成功或失败，没有其他结果（任务 %1）</translation>
    </message>
    <message>
        <source>the condition of task %1 needs a SWITCH task in front of it</source>
        <translation>任务 %1 的条件要求其前面有 SWITCH 任务</translation>
    </message>
    <message>
        <source>task %1 stands behind two SWITCH tasks: which one its condition belongs to is not said</source>
        <translation>任务 %1 位于两个 SWITCH 任务之后：未说明其条件属于哪一个</translation>
    </message>
    <message>
        <source>a condition of DolphinScheduler is JavaScript with ${names}, not {{tags}} (task %1)</source>
        <translation>DolphinScheduler 的条件是使用 ${names} 的 JavaScript，而不是 {{tags}}（任务 %1）</translation>
    </message>
    <message>
        <source>%1 has one branch without a condition already: a SWITCH takes the others by condition</source>
        <translation>%1 已有一个不带条件的分支：SWITCH 的其他分支必须带条件</translation>
    </message>
    <message>
        <source>a K8S task of DolphinScheduler needs an image (task %1)</source>
        <translation>DolphinScheduler 的 K8S 任务需要镜像（任务 %1）</translation>
    </message>
    <message>
        <source>pydolphinscheduler drops the command of a Kubernetes task (task %1): use definition JSON</source>
        <translation>pydolphinscheduler 会丢弃 Kubernetes 任务的命令（任务 %1）：请使用定义 JSON</translation>
    </message>
    <message>
        <source>a SHELL or PYTHON task of DolphinScheduler needs a script (task %1)</source>
        <translation>DolphinScheduler 的 SHELL 或 PYTHON 任务需要脚本（任务 %1）</translation>
    </message>
    <message>
        <source>DolphinScheduler runs scripts of sh, bash and Python, not of &quot;%1&quot; (task %2)</source>
        <translation>DolphinScheduler 运行 sh、bash 和 Python 脚本，不运行“%1”脚本（任务 %2）</translation>
    </message>
    <message>
        <source>a group is a workflow of its own in DolphinScheduler: convert to .weft.yaml and export (task %1)</source>
        <translation>组在 DolphinScheduler 中是独立的工作流：请转换为 .weft.yaml 后导出（任务 %1）</translation>
    </message>
    <message>
        <source>DolphinScheduler has no task that waits (task %1)</source>
        <translation>DolphinScheduler 没有等待任务（任务 %1）</translation>
    </message>
    <message>
        <source>DolphinScheduler creates no Kubernetes objects (task %1)</source>
        <translation>DolphinScheduler 不创建 Kubernetes 对象（任务 %1）</translation>
    </message>
    <message>
        <source>task %1 needs something to run</source>
        <translation>任务 %1 需要可运行的内容</translation>
    </message>
    <message>
        <source>DolphinScheduler has no field for a working folder (task %1)</source>
        <translation>DolphinScheduler 没有工作目录字段（任务 %1）</translation>
    </message>
    <message>
        <source>DolphinScheduler needs a number of retries (task %1)</source>
        <translation>DolphinScheduler 需要指定重试次数（任务 %1）</translation>
    </message>
    <message>
        <source>DolphinScheduler retries after the same delay each time, always (task %1)</source>
        <translation>DolphinScheduler 总是重试，且每次延迟相同（任务 %1）</translation>
    </message>
    <message>
        <source>output &quot;%1&quot; of task %2: in DolphinScheduler an output is what the script says with #{setValue(%1=…)}</source>
        <translation>任务 %2 的输出“%1”：在 DolphinScheduler 中，输出是脚本通过 #{setValue(%1=…)} 给出的内容</translation>
    </message>
    <message>
        <source>task %1 runs on a worker of DolphinScheduler: give it an image to set an environment</source>
        <translation>任务 %1 在 DolphinScheduler 的 worker 上运行：要设置环境，请为其指定镜像</translation>
    </message>
    <message>
        <source>task %1 runs on a worker of DolphinScheduler and gets no variables: make &quot;%2&quot; a parameter</source>
        <translation>任务 %1 在 DolphinScheduler 的 worker 上运行，得不到变量：请将“%2”改为参数</translation>
    </message>
    <message>
        <source>pydolphinscheduler drops pull policy, pull secret and node selector of a Kubernetes task (task %1): use definition JSON</source>
        <translation>pydolphinscheduler 会丢弃 Kubernetes 任务的拉取策略、拉取密钥和节点选择器（任务 %1）：请使用定义 JSON</translation>
    </message>
    <message>
        <source>a node selector of DolphinScheduler is plain text (task %1)</source>
        <translation>DolphinScheduler 的节点选择器是普通文本（任务 %1）</translation>
    </message>
    <message>
        <source>what %1 sets is known to the Python SDK only</source>
        <translation>%1 所设置的内容只有 Python SDK 能识别</translation>
    </message>
    <message>
        <source>let pydolphinscheduler submit the file</source>
        <translation>请由 pydolphinscheduler 提交该文件</translation>
    </message>
    <message>
        <source>DYNAMIC tasks exist in 3.2 only</source>
        <translation>DYNAMIC 任务仅存在于 3.2</translation>
    </message>
    <message>
        <source>draw a SUB_WORKFLOW task</source>
        <translation>请绘制 SUB_WORKFLOW 任务</translation>
    </message>
    <message>
        <source>the server calls its output dynamic.out(%1) and gives it to every K8S task as a variable, which Kubernetes below 1.32 refuses</source>
        <translation>服务器将其输出命名为 dynamic.out(%1)，并作为变量传给每个 K8S 任务，而低于 1.32 的 Kubernetes 会拒绝它</translation>
    </message>
    <message>
        <source>move the K8S tasks to a workflow of their own</source>
        <translation>请将 K8S 任务移到独立的工作流中</translation>
    </message>
    <message>
        <source>PYTORCH tasks were removed</source>
        <translation>PYTORCH 任务已被移除</translation>
    </message>
    <message>
        <source>draw a PYTHON task</source>
        <translation>请绘制 PYTHON 任务</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is called &quot;%2&quot; there</source>
        <translation>“%1”在那里名为“%2”</translation>
    </message>
    <message>
        <source>the list of names is longer than a description may be and was left out</source>
        <translation>名称列表超出描述允许的长度，已省略</translation>
    </message>
    <message>
        <source>K8S tasks name the namespace &quot;default&quot; of the cluster &quot;default&quot;: set yours</source>
        <translation>K8S 任务使用集群 “default” 的命名空间 “default”：请改为您自己的</translation>
    </message>
    <message>
        <source>K8S tasks use the data source with the id 1: set the id of your Kubernetes connection</source>
        <translation>K8S 任务使用 id 为 1 的数据源：请设置您的 Kubernetes 连接的 id</translation>
    </message>
    <message>
        <source>the file holds %1 workflows: the server gives them codes of its own, set those in the sub workflow tasks</source>
        <translation>文件包含 %1 个工作流：服务器会为其分配自己的代码，请在子工作流任务中设置这些代码</translation>
    </message>
    <message>
        <source>the description says what it was called before the export</source>
        <translation>描述中注明了导出前的名称</translation>
    </message>
    <message>
        <source>the server makes this name</source>
        <translation>此名称由服务器生成</translation>
    </message>
    <message>
        <source>a workflow of its own in the same file, called by a SUB_WORKFLOW task</source>
        <translation>同一文件中的独立工作流，由 SUB_WORKFLOW 任务调用</translation>
    </message>
    <message>
        <source>a SHELL task that sleeps</source>
        <translation>一个执行休眠的 SHELL 任务</translation>
    </message>
    <message>
        <source>DolphinScheduler creates no Kubernetes objects</source>
        <translation>DolphinScheduler 不创建 Kubernetes 对象</translation>
    </message>
    <message>
        <source>every task of DolphinScheduler runs something: give it a command</source>
        <translation>DolphinScheduler 的每个任务都要运行内容：请为其指定命令</translation>
    </message>
    <message>
        <source>a SWITCH task in front, with a task that does nothing for the other way</source>
        <translation>前面加一个 SWITCH 任务，另一分支用一个空操作任务</translation>
    </message>
    <message>
        <source>a CONDITIONS task, and a task that keeps a failed run failed</source>
        <translation>一个 CONDITIONS 任务，以及一个让失败的运行保持失败的任务</translation>
    </message>
    <message>
        <source>a CONDITIONS task that asks for one or for all of the results</source>
        <translation>一个判断任一结果或全部结果的 CONDITIONS 任务</translation>
    </message>
    <message>
        <source>a CONDITIONS task, which takes the failure away by itself</source>
        <translation>一个 CONDITIONS 任务，它本身就会消除失败</translation>
    </message>
    <message>
        <source>a CONDITIONS task behind it: both ways go on</source>
        <translation>其后加一个 CONDITIONS 任务：两个分支都继续</translation>
    </message>
    <message>
        <source>DolphinScheduler has no loops: draw one task for each item</source>
        <translation>DolphinScheduler 没有循环：请为每一项绘制一个任务</translation>
    </message>
    <message>
        <source>DolphinScheduler has no loops: let one task walk over the list</source>
        <translation>DolphinScheduler 没有循环：请让一个任务遍历列表</translation>
    </message>
    <message>
        <source>DolphinScheduler has no loops: let one task count</source>
        <translation>DolphinScheduler 没有循环：请让一个任务计数</translation>
    </message>
    <message>
        <source>how many tasks run at once is said by a task group, which is made on the server</source>
        <translation>同时运行的任务数由任务组规定，任务组在服务器上创建</translation>
    </message>
    <message>
        <source>a CONDITIONS task behind the tasks with a copy for success and one for failure, and a task that keeps a failed run failed</source>
        <translation>在这些任务之后加一个 CONDITIONS 任务，成功和失败各有一份副本，另加一个让失败的运行保持失败的任务</translation>
    </message>
    <message>
        <source>DolphinScheduler has no exit handler of one task: draw an edge on failure</source>
        <translation>DolphinScheduler 没有单个任务的退出处理：请绘制失败时的连接</translation>
    </message>
    <message>
        <source>a failed exit handler fails the run there: let the task itself end well</source>
        <translation>在那里，失败的退出处理会使运行失败：请让任务自身正常结束</translation>
    </message>
    <message>
        <source>DolphinScheduler needs a number of retries</source>
        <translation>DolphinScheduler 需要指定重试次数</translation>
    </message>
    <message>
        <source>the first delay between all tries: DolphinScheduler does not let it grow</source>
        <translation>所有尝试之间都使用首次延迟：DolphinScheduler 不支持延迟递增</translation>
    </message>
    <message>
        <source>the server only raises an alarm when a workflow takes longer</source>
        <translation>工作流超时时，服务器只会发出告警</translation>
    </message>
    <message>
        <source>print the code and make that the output</source>
        <translation>请打印退出码并将其作为输出</translation>
    </message>
    <message>
        <source>DolphinScheduler carries no files between tasks: use a storage that both can reach</source>
        <translation>DolphinScheduler 不在任务之间传递文件：请使用双方都能访问的存储</translation>
    </message>
    <message>
        <source>write the file in the script</source>
        <translation>请在脚本中写入文件</translation>
    </message>
    <message>
        <source>DolphinScheduler has no secrets for variables: keep them in an environment of the server</source>
        <translation>DolphinScheduler 没有用于变量的密钥：请将其保存在服务器的环境中</translation>
    </message>
    <message>
        <source>without an image it runs on a worker of DolphinScheduler, as a SHELL or PYTHON task</source>
        <translation>没有镜像时，它作为 SHELL 或 PYTHON 任务在 DolphinScheduler 的 worker 上运行</translation>
    </message>
    <message>
        <source>half of the limit is asked for: the server makes the limit twice of that</source>
        <translation>只请求上限的一半：服务器会把上限设为其两倍</translation>
    </message>
    <message>
        <source>a K8S task has no field for it</source>
        <translation>K8S 任务没有对应的字段</translation>
    </message>
    <message>
        <source>as text; a line break ends it</source>
        <translation>以文本形式；遇换行即结束</translation>
    </message>
    <message>
        <source>as its JSON text</source>
        <translation>以 JSON 文本形式</translation>
    </message>
    <message>
        <source>DolphinScheduler carries no files between tasks</source>
        <translation>DolphinScheduler 不在任务之间传递文件</translation>
    </message>
    <message>
        <source>DolphinScheduler counts in whole minutes, &quot;%1&quot; is none</source>
        <translation>DolphinScheduler 以整分钟计，“%1”不是整分钟</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of cores</source>
        <translation>“%1”不是有效的核数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no size of memory</source>
        <translation>“%1”不是有效的内存大小</translation>
    </message>
    <message>
        <source>a schedule stands in an export file of DolphinScheduler, not in this kind of file</source>
        <translation>计划写在 DolphinScheduler 的导出文件中，不在此类文件中</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Pull policy</source>
        <translation>拉取策略</translation>
    </message>
    <message>
        <source>Pull secrets</source>
        <translation>拉取密钥</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CPU limit</source>
        <translation>CPU 上限</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>内存上限</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>共享内存</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>存储卷</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>服务账户</translation>
    </message>
    <message>
        <source>Node selector</source>
        <translation>节点选择器</translation>
    </message>
    <message>
        <source>Tolerations</source>
        <translation>容忍</translation>
    </message>
    <message>
        <source>there is no such task</source>
        <translation>没有这样的任务</translation>
    </message>
    <message>
        <source>Flyte cannot ask `%1`: a branch compares two values with == != &lt; &lt;= &gt; &gt;= and joins comparisons with &amp;&amp; and ||; it stops at `%2`</source>
        <translation>Flyte 无法判断 `%1`：分支用 == != &lt; &lt;= &gt; &gt;= 比较两个值，并用 &amp;&amp; 和 || 连接各个比较；无法处理的位置是 `%2`</translation>
    </message>
    <message>
        <source>%1 holds no task, workflow or launch plan of Flyte, or is cut off</source>
        <translation>%1 不含 Flyte 的任务、工作流或启动计划，或者已被截断</translation>
    </message>
    <message>
        <source>the package cannot be unpacked</source>
        <translation>无法解压该包</translation>
    </message>
    <message>
        <source>the package is larger than %1 MB when unpacked</source>
        <translation>该包解压后大于 %1 MB</translation>
    </message>
    <message>
        <source>the package is no gzip file, or is cut off</source>
        <translation>该包不是 gzip 文件，或已被截断</translation>
    </message>
    <message>
        <source>the package holds no tar archive, or is cut off</source>
        <translation>该包不含 tar 归档，或已被截断</translation>
    </message>
    <message>
        <source>the package holds more than %1 messages</source>
        <translation>该包含有超过 %1 条消息</translation>
    </message>
    <message>
        <source>the package holds no .pb file</source>
        <translation>该包不含 .pb 文件</translation>
    </message>
    <message>
        <source>the decoded message is too large to show</source>
        <translation>解码后的消息太大，无法显示</translation>
    </message>
    <message>
        <source>the message holds more than %1 values or %2 MB of text</source>
        <translation>消息含有超过 %1 个值或 %2 MB 文本</translation>
    </message>
    <message>
        <source>these bytes are no %1 of Flyte, or are cut off</source>
        <translation>这些字节不是 Flyte 的 %1，或已被截断</translation>
    </message>
    <message>
        <source>the work of a task of type %1 stands only in its own file</source>
        <translation>%1 类型任务的工作内容只存在于其原文件中</translation>
    </message>
    <message>
        <source>%1 has no image, and Flyte has no default one</source>
        <translation>%1 没有镜像，而 Flyte 没有默认镜像</translation>
    </message>
    <message>
        <source>Flyte cannot say what this flow says:
%1</source>
        <translation>Flyte 无法表达此流程的内容：
%1</translation>
    </message>
    <message>
        <source>a launch plan of Flyte has one schedule, this flow several: give each a flow of its own</source>
        <translation>Flyte 的一个启动计划只能有一个定时计划，而此流程有多个：请让每个定时计划各有自己的流程</translation>
    </message>
    <message>
        <source>a launch plan of Flyte has one schedule, this flow several</source>
        <translation>Flyte 的一个启动计划只能有一个定时计划，而此流程有多个</translation>
    </message>
    <message>
        <source>give each schedule a flow of its own</source>
        <translation>请让每个定时计划各有自己的流程</translation>
    </message>
    <message>
        <source>ids of nodes are lower case letters, digits and dashes</source>
        <translation>节点 id 由小写字母、数字和连字符组成</translation>
    </message>
    <message>
        <source>Flyte&apos;s loops run over a list that the file holds or a task hands on: this range is known only when the flow runs</source>
        <translation>Flyte 的循环只遍历文件中写明的列表或任务传出的列表：此范围要到流程运行时才知道</translation>
    </message>
    <message>
        <source>write the numbers as a list</source>
        <translation>请把数字写成列表</translation>
    </message>
    <message>
        <source>Flyte loops over %1 only if that is a list of Flyte&apos;s: a parameter of type list, or what another loop gathered</source>
        <translation>只有当 %1 是 Flyte 的列表时，Flyte 才能遍历它：即 list 类型的参数，或另一个循环收集的结果</translation>
    </message>
    <message>
        <source>give the parameter the type list; what a command writes arrives as one text</source>
        <translation>请将该参数的类型设为 list；命令写出的内容会作为一整个文本传来</translation>
    </message>
    <message>
        <source>nested too deeply, or uses itself</source>
        <translation>嵌套过深，或使用了自身</translation>
    </message>
    <message>
        <source>Flyte has no time limit for a group</source>
        <translation>Flyte 不能为组设置超时</translation>
    </message>
    <message>
        <source>set it on its tasks</source>
        <translation>请在其任务上设置</translation>
    </message>
    <message>
        <source>Flyte limits tasks at once for the whole execution only</source>
        <translation>Flyte 只能对整个执行限制同时运行的任务数</translation>
    </message>
    <message>
        <source>set the limit on the flow</source>
        <translation>请在流程上设置限制</translation>
    </message>
    <message>
        <source>an array node of Flyte runs one task for each item, not a group</source>
        <translation>Flyte 的数组节点对每一项运行一个任务，而不能运行组</translation>
    </message>
    <message>
        <source>loop inside the group&apos;s tasks</source>
        <translation>请在组内的任务上循环</translation>
    </message>
    <message>
        <source>Flyte does not run a group again</source>
        <translation>Flyte 不会重新运行组</translation>
    </message>
    <message>
        <source>set the retry on its tasks</source>
        <translation>请在其任务上设置重试</translation>
    </message>
    <message>
        <source>compare two values, or let a task decide and compare its output</source>
        <translation>请比较两个值，或让任务判断并比较其输出</translation>
    </message>
    <message>
        <source>Flyte cannot ask for {{%1}} in a condition</source>
        <translation>Flyte 不能在条件中使用 {{%1}}</translation>
    </message>
    <message>
        <source>compare a parameter or a task&apos;s output</source>
        <translation>请比较参数或任务的输出</translation>
    </message>
    <message>
        <source>letters, digits, - _ and . are kept</source>
        <translation>保留字母、数字、- _ 和 .</translation>
    </message>
    <message>
        <source>Flyte binds whole values, not the text %1 made of several</source>
        <translation>Flyte 绑定完整的值，不能绑定由多个值拼成的文本 %1</translation>
    </message>
    <message>
        <source>build the text inside the task</source>
        <translation>请在任务内部拼接文本</translation>
    </message>
    <message>
        <source>Flyte hands on an item as a whole, not its field %1</source>
        <translation>Flyte 将循环项作为整体传递，不能只传递其字段 %1</translation>
    </message>
    <message>
        <source>loop over plain values</source>
        <translation>请遍历普通值</translation>
    </message>
    <message>
        <source>there is no loop whose item could be read</source>
        <translation>没有可读取其循环项的循环</translation>
    </message>
    <message>
        <source>Flyte has nothing for %1</source>
        <translation>Flyte 没有与 %1 对应的功能</translation>
    </message>
    <message>
        <source>take it out, or pass a parameter</source>
        <translation>请去掉它，或改为传入参数</translation>
    </message>
    <message>
        <source>nothing says where the file %1 comes from</source>
        <translation>未说明文件 %1 来自哪里</translation>
    </message>
    <message>
        <source>the task names no command: Flyte&apos;s export runs it in a shell and must know it</source>
        <translation>任务没有写明命令：Flyte 导出在 shell 中运行命令，因此必须知道它</translation>
    </message>
    <message>
        <source>write the image&apos;s command into the task</source>
        <translation>请把镜像的命令写进任务</translation>
    </message>
    <message>
        <source>there is no parameter %1</source>
        <translation>没有参数 %1</translation>
    </message>
    <message>
        <source>there is no task %1 to read %2 from</source>
        <translation>没有可从中读取 %2 的任务 %1</translation>
    </message>
    <message>
        <source>a failure node of Flyte sees the workflow&apos;s inputs only, not %1 of %2</source>
        <translation>Flyte 的失败节点只看得到工作流的输入，看不到 %2 的 %1</translation>
    </message>
    <message>
        <source>pass a parameter of the flow, or let the handler run on success only</source>
        <translation>请传入流程的参数，或让退出处理只在成功时运行</translation>
    </message>
    <message>
        <source>%1 reads %2 of %3, which a condition may leave out: a branch of Flyte hands on only what all its cases have</source>
        <translation>%1 读取 %3 的 %2，而条件可能会将后者略去：Flyte 的分支只传出所有情况共有的内容</translation>
    </message>
    <message>
        <source>put the reader and %1 into one group and set the condition on the group</source>
        <translation>请把读取它的任务与 %1 放进同一个组，并在组上设置条件</translation>
    </message>
    <message>
        <source>a map of the fields of %1 is wanted here</source>
        <translation>此处需要由 %1 的字段组成的映射</translation>
    </message>
    <message>
        <source>unknown field `%1` of %2; Flyte refuses the message</source>
        <translation>`%1` 是 %2 的未知字段；Flyte 会拒绝该消息</translation>
    </message>
    <message>
        <source>`%1` is a list</source>
        <translation>`%1` 是列表</translation>
    </message>
    <message>
        <source>`%1` is a map</source>
        <translation>`%1` 是映射</translation>
    </message>
    <message>
        <source>`%1: %2` is no duration of Flyte: seconds with an s, as in 600s</source>
        <translation>`%1: %2` 不是 Flyte 的时长：秒数加 s，例如 600s</translation>
    </message>
    <message>
        <source>`%1` is one value, not a list or a map</source>
        <translation>`%1` 是单个值，而不是列表或映射</translation>
    </message>
    <message>
        <source>`%1: %2`: Flyte knows %3 here</source>
        <translation>`%1: %2`：Flyte 在此只接受 %3</translation>
    </message>
    <message>
        <source>no task, workflow, launch plan or execution of Flyte stands in this file</source>
        <translation>此文件中没有 Flyte 的任务、工作流、启动计划或执行</translation>
    </message>
    <message>
        <source>made by Flyte&apos;s compiler when %1 was registered: the next registration makes it anew</source>
        <translation>由 Flyte 的编译器在注册 %1 时生成：下次注册会重新生成</translation>
    </message>
    <message>
        <source>Flyte wants the number of retries of `%1`: set a limit</source>
        <translation>Flyte 需要 `%1` 的重试次数：请设置上限</translation>
    </message>
    <message>
        <source>how long Flyte waits between tries is a setting of the cluster: `%1` has only a number of retries</source>
        <translation>Flyte 在两次尝试之间等待多久是集群的设置：`%1` 只有重试次数</translation>
    </message>
    <message>
        <source>`%1` is no number of retries</source>
        <translation>`%1` 不是重试次数</translation>
    </message>
    <message>
        <source>`%1` is no duration: write 90, 90s, 10m or 1h30m</source>
        <translation>`%1` 不是时长：请写 90、90s、10m 或 1h30m</translation>
    </message>
    <message>
        <source>a container of Flyte runs a command; give `%1` its script with sh -c</source>
        <translation>Flyte 的容器运行命令；请用 sh -c 把脚本交给 `%1`</translation>
    </message>
    <message>
        <source>files reach `%1` as inputs of type file</source>
        <translation>文件须作为 file 类型的输入传给 `%1`</translation>
    </message>
    <message>
        <source>the input %1 of a task of Flyte has no default: give the value where `%2` is used</source>
        <translation>Flyte 任务的输入 %1 没有默认值：请在使用 `%2` 的地方给出值</translation>
    </message>
    <message>
        <source>an output of a task of Flyte is a file of its name: %1 of `%2` is something else</source>
        <translation>Flyte 任务的输出是与其同名的文件：`%2` 的 %1 不是这样</translation>
    </message>
    <message>
        <source>a variable of a container of Flyte is a fixed text or a secret; %1 of `%2` needs an input and a command that reads it</source>
        <translation>Flyte 容器的变量只能是固定文本或密钥；`%2` 的 %1 需要一个输入，以及读取它的命令</translation>
    </message>
    <message>
        <source>`%1` needs an image: Flyte has no default one</source>
        <translation>`%1` 需要镜像：Flyte 没有默认镜像</translation>
    </message>
    <message>
        <source>a node of Flyte has no exit handlers: make a sub-workflow of `%1`</source>
        <translation>Flyte 的节点没有退出处理：请把 `%1` 做成子工作流</translation>
    </message>
    <message>
        <source>Flyte does not go on after `%1` failed</source>
        <translation>Flyte 在 `%1` 失败后不会继续</translation>
    </message>
    <message>
        <source>a Flyte file cannot mute `%1`; remove it</source>
        <translation>Flyte 文件不能停用 `%1`；请删除它</translation>
    </message>
    <message>
        <source>`%1` waits for all of its upstream nodes: Flyte knows no other rule</source>
        <translation>`%1` 等待其所有上游节点：Flyte 没有其他规则</translation>
    </message>
    <message>
        <source>a condition in Flyte is a branch node: `%1` cannot have one by itself</source>
        <translation>Flyte 中的条件是分支节点：`%1` 自身不能带条件</translation>
    </message>
    <message>
        <source>`%1` runs only after %2 succeeded: Flyte has no edge for another result</source>
        <translation>`%1` 只能在 %2 成功后运行：Flyte 没有对应其他结果的连接</translation>
    </message>
    <message>
        <source>an array node of Flyte needs a task whose inputs are lists: `%1` cannot loop as it is</source>
        <translation>Flyte 的数组节点需要输入为列表的任务：`%1` 目前的写法不能循环</translation>
    </message>
    <message>
        <source>Flyte loops over lists, not over ranges: write the numbers of `%1` as a list</source>
        <translation>Flyte 遍历列表，不遍历范围：请把 `%1` 的数字写成列表</translation>
    </message>
    <message>
        <source>`%1` is no list that Flyte could loop over</source>
        <translation>`%1` 不是 Flyte 能遍历的列表</translation>
    </message>
    <message>
        <source>a branch of Flyte has no exit handlers: `%1`</source>
        <translation>Flyte 的分支没有退出处理：`%1`</translation>
    </message>
    <message>
        <source>a branch of Flyte runs one of its nodes, so `%1` waits for none of them</source>
        <translation>Flyte 的分支只运行其中一个节点，因此 `%1` 不会等待其中任何一个</translation>
    </message>
    <message>
        <source>Flyte cannot bind %1 of `%2` to this value: it takes a parameter, a task&apos;s output, or a fixed value</source>
        <translation>Flyte 不能把 `%2` 的 %1 绑定到此值：它接受参数、任务的输出或固定值</translation>
    </message>
    <message>
        <source>a group is a sub-workflow in Flyte: `%1` needs a definition of its own</source>
        <translation>组在 Flyte 中是子工作流：`%1` 需要自己的定义</translation>
    </message>
    <message>
        <source>Flyte makes no HTTP request by itself: `%1`</source>
        <translation>Flyte 自身不发送 HTTP 请求：`%1`</translation>
    </message>
    <message>
        <source>the failure node of Flyte runs on failure only: set `%1` to that, or export the flow, which writes the two nodes that &quot;always&quot; needs</source>
        <translation>Flyte 的失败节点只在失败时运行：请把 `%1` 设为失败时运行，或导出流程（导出会写出“always”所需的两个节点）</translation>
    </message>
    <message>
        <source>a failure node of Flyte always counts: `%1`</source>
        <translation>Flyte 的失败节点总是计入结果：`%1`</translation>
    </message>
    <message>
        <source>a failure node of Flyte sees the workflow&apos;s inputs only: `%1` cannot read from %2</source>
        <translation>Flyte 的失败节点只看得到工作流的输入：`%1` 不能从 %2 读取</translation>
    </message>
    <message>
        <source>a workflow of Flyte has one failure node: put the work of several into one task</source>
        <translation>Flyte 的工作流只有一个失败节点：请把多个退出处理的工作合并到一个任务</translation>
    </message>
    <message>
        <source>what a launch plan or an execution starts stands in another file and is renamed there</source>
        <translation>启动计划或执行所启动的内容位于另一个文件中，请在那里重命名</translation>
    </message>
    <message>
        <source>the inputs of a launch plan or an execution are those of what it starts, which stands in another file</source>
        <translation>启动计划或执行的输入就是其所启动内容的输入，而后者位于另一个文件中</translation>
    </message>
    <message>
        <source>the values of a launch plan or an execution stand in its own lists: change them in the text</source>
        <translation>启动计划或执行的值位于其自身的列表中：请在文本中更改</translation>
    </message>
    <message>
        <source>a launch plan of Flyte has one schedule</source>
        <translation>Flyte 的一个启动计划只有一个定时计划</translation>
    </message>
    <message>
        <source>a launch plan of Flyte skips a start while the last run goes on (Forbid), or allows it</source>
        <translation>Flyte 的启动计划在上次运行尚未结束时跳过启动 (Forbid)，或者允许启动</translation>
    </message>
    <message>
        <source>a launch plan of Flyte knows cron and time zone; pausing, start and end are said when it is activated</source>
        <translation>Flyte 的启动计划只支持 cron 和时区；暂停、开始和结束在激活时指定</translation>
    </message>
    <message>
        <source>no message of Flyte limits a workflow&apos;s time: set the limit on its tasks</source>
        <translation>Flyte 没有任何消息可限制工作流的时间：请在其任务上设置超时</translation>
    </message>
    <message>
        <source>the script is handed to a shell of the image, which writes it into a file and runs it</source>
        <translation>脚本交给镜像中的 shell，由它写入文件并运行</translation>
    </message>
    <message>
        <source>a sub-workflow, or a branch node</source>
        <translation>子工作流，或分支节点</translation>
    </message>
    <message>
        <source>Flyte makes no HTTP request by itself: let a task with curl do it</source>
        <translation>Flyte 自身不发送 HTTP 请求：请用带 curl 的任务来完成</translation>
    </message>
    <message>
        <source>Flyte creates no Kubernetes objects by itself: let a task with kubectl do it</source>
        <translation>Flyte 自身不创建 Kubernetes 对象：请用带 kubectl 的任务来完成</translation>
    </message>
    <message>
        <source>work of this kind stands only in its own file</source>
        <translation>此类工作内容只存在于其原文件中</translation>
    </message>
    <message>
        <source>every node of Flyte runs something: give the task a command</source>
        <translation>Flyte 的每个节点都要运行某些内容：请为任务提供命令</translation>
    </message>
    <message>
        <source>a branch node with the task in it, and a node that does nothing for the other case</source>
        <translation>一个内含该任务的分支节点，以及一个在其他情况下什么都不做的节点</translation>
    </message>
    <message>
        <source>a node of Flyte runs only after its upstream nodes succeeded: make the task an exit handler on failure</source>
        <translation>Flyte 的节点只在上游节点成功后运行：请把任务设为失败时的退出处理</translation>
    </message>
    <message>
        <source>a node of Flyte waits for all of its upstream nodes, not for an expression</source>
        <translation>Flyte 的节点等待所有上游节点，而不是表达式</translation>
    </message>
    <message>
        <source>Flyte never takes a failure back</source>
        <translation>Flyte 从不撤销失败</translation>
    </message>
    <message>
        <source>the command&apos;s failure is not handed on, so Flyte shows the task as succeeded</source>
        <translation>命令的失败不向外传递，因此 Flyte 显示该任务成功</translation>
    </message>
    <message>
        <source>the task is left out; who waits for it waits for what it waits for</source>
        <translation>该任务被略去；等待它的任务改为等待它所等待的任务</translation>
    </message>
    <message>
        <source>an array node over the list</source>
        <translation>遍历列表的数组节点</translation>
    </message>
    <message>
        <source>an array node over the numbers, written out</source>
        <translation>遍历逐个写出的数字的数组节点</translation>
    </message>
    <message>
        <source>a failure node; to run always, the same work stands there twice: as the last node and as the failure node, which runs only when the workflow failed. Neither runs when somebody aborts the execution, and if the failure node fails, its error hides the first one</source>
        <translation>失败节点；要总是运行，同样的工作出现两次：作为最后一个节点，以及只在工作流失败时运行的失败节点。有人中止执行时两者都不运行；如果失败节点失败，其错误会掩盖最初的错误</translation>
    </message>
    <message>
        <source>the failure node of the group&apos;s sub-workflow</source>
        <translation>该组子工作流的失败节点</translation>
    </message>
    <message>
        <source>a sub-workflow around the task, with a failure node</source>
        <translation>包住该任务的子工作流，带失败节点</translation>
    </message>
    <message>
        <source>a last node behind all others</source>
        <translation>所有其他节点之后的最后一个节点</translation>
    </message>
    <message>
        <source>the handler&apos;s command never fails</source>
        <translation>退出处理的命令永不失败</translation>
    </message>
    <message>
        <source>Flyte wants the number of retries: set a limit</source>
        <translation>Flyte 需要重试次数：请设置上限</translation>
    </message>
    <message>
        <source>left out: how long Flyte waits between tries is a setting of the cluster</source>
        <translation>略去：Flyte 在两次尝试之间等待多久是集群的设置</translation>
    </message>
    <message>
        <source>a file below /var/outputs that Flyte&apos;s copilot container fetches</source>
        <translation>/var/outputs 下的文件，由 Flyte 的 copilot 容器取走</translation>
    </message>
    <message>
        <source>what the command prints is kept in a file and fetched from there</source>
        <translation>命令打印的内容存入文件并从那里取走</translation>
    </message>
    <message>
        <source>a task of Flyte that hands something on has succeeded, so the exit code is always 0</source>
        <translation>能传出内容的 Flyte 任务必已成功，因此退出码总是 0</translation>
    </message>
    <message>
        <source>a blob, fetched and brought by Flyte&apos;s copilot container</source>
        <translation>blob，由 Flyte 的 copilot 容器取走并送达</translation>
    </message>
    <message>
        <source>written by a shell of the image before the command runs</source>
        <translation>在命令运行前由镜像的 shell 写出</translation>
    </message>
    <message>
        <source>Succeeded in the last node, Failed in the failure node</source>
        <translation>在最后一个节点中为 Succeeded，在失败节点中为 Failed</translation>
    </message>
    <message>
        <source>Flyte has no default image and refuses a container without one: set it on the task, on the flow, or as the default for Flyte in the settings</source>
        <translation>Flyte 没有默认镜像，会拒绝没有镜像的容器：请在任务、流程上设置，或在设置中作为 Flyte 的默认镜像</translation>
    </message>
    <message>
        <source>the task becomes a pod task (k8sPod)</source>
        <translation>该任务成为 Pod 任务（k8sPod）</translation>
    </message>
    <message>
        <source>a launch plan with a cron schedule; it starts when the plan is activated</source>
        <translation>带 cron 定时计划的启动计划；启动计划激活后开始生效</translation>
    </message>
    <message>
        <source>Flyte puts the value into the command, which sets the variable</source>
        <translation>Flyte 把值放进命令，由命令设置变量</translation>
    </message>
    <message>
        <source>a list parameter arrives as [a,b], without quotes; what a command wrote as a list arrives as its text</source>
        <translation>列表参数以 [a,b] 到达，不带引号；命令写出的列表以其文本到达</translation>
    </message>
    <message>
        <source>only files arrive as files</source>
        <translation>只有文件能作为文件到达</translation>
    </message>
    <message>
        <source>as the address of the file in Flyte&apos;s store</source>
        <translation>以文件在 Flyte 存储中的地址</translation>
    </message>
    <message>
        <source>this message has no place for a description: it stands in the `description` of a workflow&apos;s spec</source>
        <translation>此消息没有描述的位置：它位于工作流 spec 的 `description`</translation>
    </message>
    <message>
        <source>this file holds one message, so there is no place for the new task %1: use a task that the file knows, or export the flow anew</source>
        <translation>此文件只有一条消息，因此没有新任务 %1 的位置：请使用文件已知的任务，或重新导出流程</translation>
    </message>
    <message>
        <source>a task&apos;s message stays in the file: others may use it</source>
        <translation>任务的消息留在文件中：其他地方可能使用它</translation>
    </message>
    <message>
        <source>the compiler made this file and wrote all edges down twice: draw in the workflow&apos;s own message instead</source>
        <translation>此文件由编译器生成，所有连接都写了两遍：请在工作流自己的消息中绘制</translation>
    </message>
    <message>
        <source>this file is one task&apos;s message: a workflow is needed to draw more</source>
        <translation>此文件是单个任务的消息：要绘制更多需要工作流</translation>
    </message>
    <message>
        <source>what a launch plan starts stands in another file and is changed there</source>
        <translation>启动计划所启动的内容位于另一个文件，在那里更改</translation>
    </message>
    <message>
        <source>a name on the way to this place holds a slash: change the text by hand</source>
        <translation>到此处的路径中有名称含斜杠：请手动更改文本</translation>
    </message>
    <message>
        <source>`%1` is no task node, so it has no image or resources of its own</source>
        <translation>`%1` 不是任务节点，因此没有自己的镜像或资源</translation>
    </message>
    <message>
        <source>a node of Flyte sets image, resources and shared memory; the rest of `%1` stands in its task</source>
        <translation>Flyte 的节点设置镜像、资源和共享内存；`%1` 的其余部分位于其任务</translation>
    </message>
    <message>
        <source>`%1` runs nothing that a node of Flyte could name</source>
        <translation>`%1` 没有运行任何 Flyte 节点可以指名的内容</translation>
    </message>
    <message>
        <source>what `%1` runs stands elsewhere and is changed there</source>
        <translation>`%1` 运行的内容位于别处，在那里更改</translation>
    </message>
    <message>
        <source>the branch `%1` needs a case: remove the whole branch instead</source>
        <translation>分支 `%1` 至少需要一种情况：请改为移除整个分支</translation>
    </message>
    <message>
        <source>a launch plan of Flyte sets variables and the service account; image and resources stand on each task</source>
        <translation>Flyte 的启动计划设置变量和服务账户；镜像和资源位于每个任务</translation>
    </message>
    <message>
        <source>the variable %1 of a launch plan can only be a text</source>
        <translation>启动计划的变量 %1 只能是文本</translation>
    </message>
    <message>
        <source>defaults, schedule, limits and environment of a flow stand in a launch plan of Flyte, and this file has none</source>
        <translation>流程的默认值、计划、限制和环境位于 Flyte 的启动计划，而此文件没有</translation>
    </message>
    <message>
        <source>the message of %1 keeps its kind: make a new task instead</source>
        <translation>%1 的消息保持其类型：请新建任务</translation>
    </message>
    <message>
        <source>%1 is a plain container of Flyte: volumes, node selector, tolerations, service account, pull policy and working folder need a pod task (k8sPod)</source>
        <translation>%1 是 Flyte 的普通容器：存储卷、节点选择器、容忍、服务账户、拉取策略和工作目录需要 Pod 任务（k8sPod）</translation>
    </message>
    <message>
        <source>%1 is passed over: it is larger than %2 bytes</source>
        <translation>略过 %1：它大于 %2 字节</translation>
    </message>
    <message>
        <source>only the first %1 files are looked at</source>
        <translation>只查看前 %1 个文件</translation>
    </message>
    <message>
        <source>the input `%1` of %2 is not supplied</source>
        <translation>%2 的输入 `%1` 没有提供</translation>
    </message>
    <message>
        <source>Argo refuses the workflow: the template in %1 has no default for it</source>
        <translation>Argo 会拒绝该工作流：%1 中的模板没有它的默认值</translation>
    </message>
    <message>
        <source>no entrypoint: neither this workflow nor %1 names the template that starts it</source>
        <translation>没有入口：此工作流和 %1 都没有指明启动它的模板</translation>
    </message>
    <message>
        <source>Argo refuses the workflow: `spec.entrypoint` is required in one of the two</source>
        <translation>Argo 会拒绝该工作流：两者之一必须有 `spec.entrypoint`</translation>
    </message>
    <message>
        <source>%1 does not exist: %2 in %3 has %4</source>
        <translation>%1 不存在：%3 中的 %2 有 %4</translation>
    </message>
    <message>
        <source>Argo refuses a reference to a template that is not there</source>
        <translation>Argo 会拒绝对不存在的模板的引用</translation>
    </message>
    <message>
        <source>%1 stands in no file of this folder</source>
        <translation>%1 不在此文件夹的任何文件中</translation>
    </message>
    <message>
        <source>it must be on the cluster when the workflow starts</source>
        <translation>工作流启动时它必须在集群上</translation>
    </message>
    <message>
        <source>a pipeline of version %1: Elyra itself converts it to version 8 when it opens it, and an export from here writes version 8</source>
        <translation>版本 %1 的流水线：Elyra 打开时会自行转换为版本 8，从这里导出写的是版本 8</translation>
    </message>
    <message>
        <source>a pipeline of version %1, newer than version 8, which is the newest known here</source>
        <translation>版本 %1 的流水线，比此处已知的最新版本 8 还新</translation>
    </message>
    <message>
        <source>an Elyra pipeline has no exit handlers</source>
        <translation>Elyra 流水线没有退出处理</translation>
    </message>
    <message>
        <source>`%1` has a condition: an Elyra pipeline has none</source>
        <translation>`%1` 有条件：Elyra 流水线没有条件</translation>
    </message>
    <message>
        <source>`%1` is a loop: an Elyra pipeline has none</source>
        <translation>`%1` 是循环：Elyra 流水线没有循环</translation>
    </message>
    <message>
        <source>an Elyra pipeline can neither mute `%1` nor go on after its failure</source>
        <translation>Elyra 流水线既不能停用 `%1`，也不能在其失败后继续</translation>
    </message>
    <message>
        <source>an Elyra pipeline has no retry and no time limit (`%1`)</source>
        <translation>Elyra 流水线没有重试和时限（`%1`）</translation>
    </message>
    <message>
        <source>`%1` reads files of other tasks: Elyra&apos;s nodes find them by name in the object store</source>
        <translation>`%1` 读取其他任务的文件：Elyra 的节点在对象存储中按名称找到它们</translation>
    </message>
    <message>
        <source>an Elyra pipeline has no place for a note of `%1`</source>
        <translation>Elyra 流水线没有地方放 `%1` 的备注</translation>
    </message>
    <message>
        <source>`%1` starts by an expression: Elyra starts a node when all nodes before it have succeeded</source>
        <translation>`%1` 由表达式启动：Elyra 在之前的所有节点成功后启动节点</translation>
    </message>
    <message>
        <source>`%1` waits for another result of `%2` than success, which Elyra cannot</source>
        <translation>`%1` 等待 `%2` 的非成功结果，Elyra 做不到</translation>
    </message>
    <message>
        <source>an Elyra node sets image, variables, cpu, memory, gpu, volumes and tolerations; the rest of the environment of `%1` belongs to the runtime</source>
        <translation>Elyra 节点设置镜像、变量、cpu、memory、gpu、存储卷和容忍；`%1` 环境的其余部分属于运行时</translation>
    </message>
    <message>
        <source>`%1` of `%2` is no text: Elyra&apos;s variables are</source>
        <translation>`%2` 的 `%1` 不是文本：Elyra 的变量是文本</translation>
    </message>
    <message>
        <source>an Elyra node mounts claims only, each at a path (`%1`)</source>
        <translation>Elyra 节点只能挂载持久卷声明（PVC），每个挂载到一个路径（`%1`）</translation>
    </message>
    <message>
        <source>a toleration of an Elyra node (`%1`) has no seconds</source>
        <translation>Elyra 节点的容忍（`%1`）没有秒数</translation>
    </message>
    <message>
        <source>`%1` runs a command: an Elyra node runs one file (python3 FILE, Rscript FILE, papermill FILE -)</source>
        <translation>`%1` 运行命令：Elyra 节点运行一个文件（python3 FILE、Rscript FILE、papermill FILE -）</translation>
    </message>
    <message>
        <source>`%1` has values, a retry, a time limit or a folder of its own, which an Elyra node has not</source>
        <translation>`%1` 有自己的值、重试、时限或文件夹，Elyra 节点没有这些</translation>
    </message>
    <message>
        <source>`%1` of `%2`: an Elyra node takes parameters of the pipeline under their own names only</source>
        <translation>`%2` 的 `%1`：Elyra 节点只能以原名接收流水线的参数</translation>
    </message>
    <message>
        <source>`%1` is a component of a catalog: it can be added in Elyra only</source>
        <translation>`%1` 是组件目录（catalog）中的组件：只能在 Elyra 中添加</translation>
    </message>
    <message>
        <source>the component of `%1` has no parameter `%2`</source>
        <translation>`%1` 的组件没有参数 `%2`</translation>
    </message>
    <message>
        <source>`%1` of `%2` is no value that a component takes</source>
        <translation>`%2` 的 `%1` 不是组件接受的值</translation>
    </message>
    <message>
        <source>a component (`%1`) keeps all its parameters</source>
        <translation>组件（`%1`）保留其所有参数</translation>
    </message>
    <message>
        <source>`%1` runs nothing</source>
        <translation>`%1` 什么都不运行</translation>
    </message>
    <message>
        <source>a group (`%1`) can be made in Elyra only</source>
        <translation>组（`%1`）只能在 Elyra 中建立</translation>
    </message>
    <message>
        <source>a super node (`%1`) takes and gives no values and has neither retry nor time limit</source>
        <translation>超级节点（`%1`）不接收也不给出值，也没有重试和时限</translation>
    </message>
    <message>
        <source>a super node (`%1`) has no environment of its own</source>
        <translation>超级节点（`%1`）没有自己的环境</translation>
    </message>
    <message>
        <source>what the component `%1` runs stands in its catalog</source>
        <translation>组件 `%1` 运行的内容位于其组件目录（catalog）</translation>
    </message>
    <message>
        <source>`%1`: an Elyra node runs a notebook, a Python or an R file</source>
        <translation>`%1`：Elyra 节点运行 notebook、Python 或 R 文件</translation>
    </message>
    <message>
        <source>an Elyra pipeline has no schedule, time limit or limit of tasks at once</source>
        <translation>Elyra 流水线没有计划、时限或并行任务数限制</translation>
    </message>
    <message>
        <source>a parameter of an Elyra pipeline (`%1`) has no list of choices</source>
        <translation>Elyra 流水线的参数（`%1`）没有选项列表</translation>
    </message>
    <message>
        <source>the default of the parameter `%1` is no plain value</source>
        <translation>参数 `%1` 的默认值不是普通值</translation>
    </message>
    <message>
        <source>%1 uses itself; KFP cannot run what is inside itself</source>
        <translation>%1 使用了自身；KFP 不能运行位于自身之中的内容</translation>
    </message>
    <message>
        <source>%1: the input `%2` is given nothing and has no default</source>
        <translation>%1：输入 `%2` 没有得到值，也没有默认值</translation>
    </message>
    <message>
        <source>the groups inside groups make more than %1 tasks</source>
        <translation>组中的组产生超过 %1 个任务</translation>
    </message>
    <message>
        <source>the parameter `%1` is read by tasks still</source>
        <translation>参数 `%1` 仍被任务读取</translation>
    </message>
    <message>
        <source>`%1` is a group: its output `%2` must be the output of one of its tasks</source>
        <translation>`%1` 是组：其输出 `%2` 必须是其中某个任务的输出</translation>
    </message>
    <message>
        <source>work of another engine&apos;s own kind runs only there: put it into a container</source>
        <translation>其他引擎自有类型的工作只能在那里运行：请放进容器</translation>
    </message>
    <message>
        <source>the volume %1 is not mounted</source>
        <translation>存储卷 %1 未挂载</translation>
    </message>
    <message>
        <source>not enforced here: a task takes what it takes</source>
        <translation>此处不强制：任务用多少算多少</translation>
    </message>
    <message>
        <source>means nothing here: there is one computer and no cluster</source>
        <translation>在此没有意义：只有一台计算机，没有集群</translation>
    </message>
    <message>
        <source>not started by itself here: cron or systemd with `weft run` does that</source>
        <translation>在此不会自动启动：可用 cron 或 systemd 调用 `weft run`</translation>
    </message>
    <message>
        <source>there is no cluster to take the secret from; the task is listed and not run</source>
        <translation>没有可取密钥的集群；该任务会被列出而不运行</translation>
    </message>
    <message>
        <source>there is no cluster to mount it from; the task is listed and not run</source>
        <translation>没有可挂载的集群；该任务会被列出而不运行</translation>
    </message>
    <message>
        <source>no request is made; the task is listed and not run</source>
        <translation>不发出请求；该任务会被列出而不运行</translation>
    </message>
    <message>
        <source>there is no cluster to change; the task is listed and not run</source>
        <translation>没有可更改的集群；该任务会被列出而不运行</translation>
    </message>
    <message>
        <source>what it runs stands elsewhere; the task is listed and not run</source>
        <translation>它运行的内容位于别处；该任务会被列出而不运行</translation>
    </message>
    <message>
        <source>only the engine that it was made for runs it; the task is listed and not run</source>
        <translation>只有为其设计的引擎才能运行它；该任务会被列出而不运行</translation>
    </message>
    <message>
        <source>there is nothing to run: give the task a command or a script</source>
        <translation>没有可运行的内容：请给任务命令或脚本</translation>
    </message>
    <message>
        <source>as its text, in a variable of the parameter&apos;s name</source>
        <translation>以文本形式，位于与参数同名的变量中</translation>
    </message>
    <message>
        <source>as its text</source>
        <translation>以文本形式</translation>
    </message>
    <message>
        <source>as a file that holds the text</source>
        <translation>以内含该文本的文件形式</translation>
    </message>
    <message>
        <source>a file is no parameter: bind it to a file</source>
        <translation>文件不是参数：请绑定到文件</translation>
    </message>
    <message>
        <source>a file is no variable: bind it to a file</source>
        <translation>文件不是变量：请绑定到文件</translation>
    </message>
    <message>
        <source>copied into the reader&apos;s folder</source>
        <translation>复制到读取者的文件夹</translation>
    </message>
    <message>
        <source>Metaflow cannot say what this flow says:
%1</source>
        <translation>Metaflow 无法表达此流程：
%1</translation>
    </message>
    <message>
        <source>made by Metaflow: its next &quot;argo-workflows create&quot; overwrites this</source>
        <translation>由 Metaflow 生成：下次 “argo-workflows create” 会覆盖它</translation>
    </message>
    <message>
        <source>made by Metaflow from the flow %1: its next &quot;argo-workflows create&quot; overwrites this</source>
        <translation>由 Metaflow 从工作流 %1 生成：下次 “argo-workflows create” 会覆盖它</translation>
    </message>
    <message>
        <source>Metaflow flow (Python)</source>
        <translation>Metaflow 流程（Python）</translation>
    </message>
    <message>
        <source>Metaflow topology</source>
        <translation>Metaflow 拓扑</translation>
    </message>
    <message>
        <source>a topology of Metaflow&apos;s tests is only shown: it runs nothing</source>
        <translation>Metaflow 测试的拓扑只供显示：它什么都不运行</translation>
    </message>
    <message>
        <source>step %1 leads to &quot;%2&quot;, which is no step of this flow</source>
        <translation>步骤 %1 通向“%2”，后者不是此流程的步骤</translation>
    </message>
    <message>
        <source>step %1 leads to itself: only a switch may</source>
        <translation>步骤 %1 通向自身：只有 switch 可以</translation>
    </message>
    <message>
        <source>step %1 waits for itself: the graph has a cycle</source>
        <translation>步骤 %1 等待自身：图中有环</translation>
    </message>
    <message>
        <source>step %1 joins, but nothing was split before it</source>
        <translation>步骤 %1 进行汇合，但之前没有拆分</translation>
    </message>
    <message>
        <source>the definition %1 does not exist</source>
        <translation>定义 %1 不存在</translation>
    </message>
    <message>
        <source>%1 would have the same name</source>
        <translation>%1 会有相同的名称</translation>
    </message>
    <message>
        <source>an attribute of the flow, named after its step</source>
        <translation>流程的属性，以其步骤命名</translation>
    </message>
    <message>
        <source>a step is a Python function: a to z, 0 to 9 and _</source>
        <translation>步骤是 Python 函数：a 到 z、0 到 9 和 _</translation>
    </message>
    <message>
        <source>a group that contains itself has no end in Metaflow</source>
        <translation>在 Metaflow 中，包含自身的组没有尽头</translation>
    </message>
    <message>
        <source>a loop over no items: Metaflow fails at a foreach without items</source>
        <translation>遍历零项的循环：Metaflow 在没有项的 foreach 处失败</translation>
    </message>
    <message>
        <source>a loop over %1 items: give --max-num-splits %1 to `run` (Metaflow stops at 100)</source>
        <translation>遍历 %1 项的循环：请给 `run` 加 --max-num-splits %1（Metaflow 在 100 处停止）</translation>
    </message>
    <message>
        <source>the edge from %1 to %2 crosses: %2 also waits for %3, and %1 also leads to %4, which does not wait for %3. Metaflow takes only splits and joins that are nested</source>
        <translation>从 %1 到 %2 的连接交叉：%2 还等待 %3，而 %1 还通向不等待 %3 的 %4。Metaflow 只接受嵌套的分支与汇合</translation>
    </message>
    <message>
        <source>let %4 wait for %3 too, or let %2 not wait for %1</source>
        <translation>让 %4 也等待 %3，或让 %2 不等待 %1</translation>
    </message>
    <message>
        <source>an exit handler of a group: Metaflow&apos;s exit hooks belong to the whole flow</source>
        <translation>组的退出处理：Metaflow 的退出钩子属于整个流程</translation>
    </message>
    <message>
        <source>a parameter is an attribute and an option: a to z, 0 to 9 and _, none of Metaflow&apos;s own</source>
        <translation>参数是属性和选项：a 到 z、0 到 9 和 _，且不是 Metaflow 自己的名称</translation>
    </message>
    <message>
        <source>parameter %1: its default is read from somewhere else, which Metaflow does not do</source>
        <translation>参数 %1：其默认值从别处读取，Metaflow 不支持</translation>
    </message>
    <message>
        <source>parameter %1: its choices are told in its help, Metaflow does not check them</source>
        <translation>参数 %1：其选项写在帮助中，Metaflow 不检查</translation>
    </message>
    <message>
        <source>several cron lines: Metaflow&apos;s @schedule has one</source>
        <translation>多个 Cron 行：Metaflow 的 @schedule 只有一个</translation>
    </message>
    <message>
        <source>@schedule holds the cron line and the time zone; concurrency, start, end, suspension and history are left out</source>
        <translation>@schedule 只有 Cron 行和时区；并发、开始、结束、暂停和历史被略去</translation>
    </message>
    <message>
        <source>volume %1: Metaflow mounts persistent volume claims at a path, whole and writable, nothing else</source>
        <translation>存储卷 %1：Metaflow 只在路径上挂载持久卷声明，整卷且可写</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; is no number that Metaflow takes</source>
        <translation>%1 “%2” 不是 Metaflow 接受的数字</translation>
    </message>
    <message>
        <source>a limit of %1 beside a request of %2: on Metaflow the limit is the request (qos=&quot;guaranteed&quot;) or there is none</source>
        <translation>限制 %1 与请求 %2 并存：在 Metaflow 中限制等于请求（qos=&quot;guaranteed&quot;），或没有限制</translation>
    </message>
    <message>
        <source>a timeout of %1 is too short: Metaflow refuses less than 60 seconds</source>
        <translation>超时 %1 太短：Metaflow 拒绝少于 60 秒</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of times</source>
        <translation>“%1” 不是次数</translation>
    </message>
    <message>
        <source>the class of the flow; on Argo %1</source>
        <translation>流程的类；在 Argo 上为 %1</translation>
    </message>
    <message>
        <source>the flow&apos;s name is &quot;%1&quot; on Argo, %2 characters: Metaflow takes at most 45</source>
        <translation>流程在 Argo 上的名称是 “%1”，共 %2 个字符：Metaflow 最多 45 个</translation>
    </message>
    <message>
        <source>give the flow a shorter name</source>
        <translation>请给流程更短的名称</translation>
    </message>
    <message>
        <source>condition &quot;%1&quot; is more than comparisons with &amp;&amp; || ! in and parentheses</source>
        <translation>条件 “%1” 不只是用 &amp;&amp; || ! in 和括号连接的比较</translation>
    </message>
    <message>
        <source>%1 reads the parameter %2, which does not exist</source>
        <translation>%1 读取不存在的参数 %2</translation>
    </message>
    <message>
        <source>%1 reads `%2.%3`, which no step before it sets</source>
        <translation>%1 读取 `%2.%3`，之前没有步骤设置它</translation>
    </message>
    <message>
        <source>%1 reads an item, and no loop stands around it</source>
        <translation>%1 读取项，而外面没有循环</translation>
    </message>
    <message>
        <source>%1 reads the field &quot;%2&quot; of an item: its name holds signs that Python&apos;s texts cannot hold there</source>
        <translation>%1 读取项的字段 “%2”：其名称含有 Python 文本在那里不能含有的符号</translation>
    </message>
    <message>
        <source>%1 holds %2, for which Metaflow has nothing</source>
        <translation>%1 含有 %2，Metaflow 没有与之对应的东西</translation>
    </message>
    <message>
        <source>nothing is given for the file %1</source>
        <translation>文件 %1 没有得到任何内容</translation>
    </message>
    <message>
        <source>no command: the image&apos;s own entry point cannot be started from inside a step</source>
        <translation>没有命令：镜像自己的入口点无法在步骤内启动</translation>
    </message>
    <message>
        <source>write the command that the image starts</source>
        <translation>请写出镜像启动的命令</translation>
    </message>
    <message>
        <source>%1 reads a status; only exit handlers are told one on Metaflow</source>
        <translation>%1 读取状态；在 Metaflow 中只有退出处理会被告知状态</translation>
    </message>
    <message>
        <source>nothing is given for the parameter %1</source>
        <translation>参数 %1 没有得到值</translation>
    </message>
    <message>
        <source>an exit hook of Metaflow is one function: no group, no loop, no handlers of its own</source>
        <translation>Metaflow 的退出钩子是一个函数：没有组、循环和自己的退出处理</translation>
    </message>
    <message>
        <source>write the group&apos;s tasks as handlers of the flow</source>
        <translation>请把组中的任务写成流程的退出处理</translation>
    </message>
    <message>
        <source>an exit hook is a Python function: a to z, 0 to 9 and _</source>
        <translation>退出钩子是 Python 函数：a 到 z、0 到 9 和 _</translation>
    </message>
    <message>
        <source>an exit hook is tried once and has no time limit: its retry and timeout are left out</source>
        <translation>退出钩子只尝试一次，没有时限：其重试和超时被略去</translation>
    </message>
    <message>
        <source>%1 comes from %2 and cannot be taken away here</source>
        <translation>%1 来自 %2，不能在此去掉</translation>
    </message>
    <message>
        <source>there is no memory to hand the text to python3</source>
        <translation>没有内存可把文本交给 python3</translation>
    </message>
    <message>
        <source>a Metaflow flow is Python and is read with python3, which cannot be started (%1): install Python 3.8 or newer</source>
        <translation>Metaflow 流程是 Python，用 python3 读取，而它无法启动（%1）：请安装 Python 3.8 或更高版本</translation>
    </message>
    <message>
        <source>python3 did not read the text within %1 seconds</source>
        <translation>python3 未能在 %1 秒内读完文本</translation>
    </message>
    <message>
        <source>python3 could not read the text: %1</source>
        <translation>python3 无法读取文本：%1</translation>
    </message>
    <message>
        <source>some steps come from a base class: a change there holds for every flow that has it</source>
        <translation>有些步骤来自基类：在那里更改会影响使用它的每个流程</translation>
    </message>
    <message>
        <source>no flow: the file has no class of FlowSpec with steps</source>
        <translation>没有流程：文件中没有带步骤的 FlowSpec 类</translation>
    </message>
    <message>
        <source>step %1 does not end with self.next(...)</source>
        <translation>步骤 %1 没有以 self.next(...) 结束</translation>
    </message>
    <message>
        <source>python3 gave no answer about the text</source>
        <translation>python3 没有给出关于文本的答复</translation>
    </message>
    <message>
        <source>no Python that can be read: %1</source>
        <translation>不是可读取的 Python：%1</translation>
    </message>
    <message>
        <source>the script is written to a temporary file inside the step and given to its interpreter</source>
        <translation>脚本写入步骤内的临时文件并交给其解释器</translation>
    </message>
    <message>
        <source>the group&apos;s tasks become steps of the flow, named after the group</source>
        <translation>组的任务成为流程的步骤，以组命名</translation>
    </message>
    <message>
        <source>the step sleeps: its pod waits too</source>
        <translation>步骤休眠：其 Pod 也在等待</translation>
    </message>
    <message>
        <source>Metaflow has no step that waits for a person</source>
        <translation>Metaflow 没有等待人工的步骤</translation>
    </message>
    <message>
        <source>Metaflow has no HTTP step; write a command that makes the request</source>
        <translation>Metaflow 没有 HTTP 步骤；请写发出请求的命令</translation>
    </message>
    <message>
        <source>Metaflow makes no Kubernetes objects of its own; write a command with kubectl</source>
        <translation>Metaflow 自己不创建 Kubernetes 对象；请写带 kubectl 的命令</translation>
    </message>
    <message>
        <source>a step cannot be taken from another file; open that file and copy the definition</source>
        <translation>步骤不能取自另一个文件；请打开该文件并复制定义</translation>
    </message>
    <message>
        <source>only commands and scripts become steps</source>
        <translation>只有命令和脚本成为步骤</translation>
    </message>
    <message>
        <source>a step that does nothing</source>
        <translation>什么都不做的步骤</translation>
    </message>
    <message>
        <source>an `if` inside the step: the step starts and does nothing when the condition does not hold</source>
        <translation>步骤内的 `if`：步骤会启动，条件不成立时什么都不做</translation>
    </message>
    <message>
        <source>a step starts when the steps before it have succeeded, and on nothing else; make it an exit handler, or tolerate the failure</source>
        <translation>步骤只在之前的步骤成功后启动；请设为退出处理，或容忍该失败</translation>
    </message>
    <message>
        <source>a step waits for all steps before it, there are no expressions</source>
        <translation>步骤等待之前的所有步骤，没有表达式</translation>
    </message>
    <message>
        <source>a failed step ends a Metaflow run</source>
        <translation>失败的步骤结束 Metaflow 的运行</translation>
    </message>
    <message>
        <source>@catch: the run goes on, and the step counts as done</source>
        <translation>@catch：运行继续，该步骤视为完成</translation>
    </message>
    <message>
        <source>the muted task is left out</source>
        <translation>停用的任务被略去</translation>
    </message>
    <message>
        <source>--max-workers of run and create, for the whole flow: it stands in the file&apos;s first lines</source>
        <translation>run 和 create 的 --max-workers，对整个流程有效：写在文件开头几行</translation>
    </message>
    <message>
        <source>a failed step ends the run; branches that have started go on</source>
        <translation>失败的步骤结束运行；已启动的分支继续</translation>
    </message>
    <message>
        <source>an exit hook: it runs in the image and with the service account of the first step, on 1 CPU and 4096M; its own failure does not change the run; on Argo each run with hooks also asks events.pagerduty.com</source>
        <translation>退出钩子：在第一个步骤的镜像中、以其服务账户运行，1 CPU 和 4096M；它自己的失败不改变运行；在 Argo 上，带钩子的每次运行还会请求 events.pagerduty.com</translation>
    </message>
    <message>
        <source>exit hooks belong to the whole flow; make it an exit handler of the flow</source>
        <translation>退出钩子属于整个流程；请设为流程的退出处理</translation>
    </message>
    <message>
        <source>@retry needs a number of times</source>
        <translation>@retry 需要次数</translation>
    </message>
    <message>
        <source>the delay is rounded up to whole minutes</source>
        <translation>间隔向上取整到整分钟</translation>
    </message>
    <message>
        <source>the same delay, in whole minutes, before every try</source>
        <translation>每次尝试前间隔相同，以整分钟计</translation>
    </message>
    <message>
        <source>--workflow-timeout of `argo-workflows create`: it stands in the file&apos;s first lines; a run on this computer has no limit</source>
        <translation>`argo-workflows create` 的 --workflow-timeout：写在文件开头几行；在本机运行没有限制</translation>
    </message>
    <message>
        <source>always 0: a step with another exit code fails</source>
        <translation>总是 0：退出码不同的步骤会失败</translation>
    </message>
    <message>
        <source>the file is read whole and kept as an artifact of the step</source>
        <translation>文件整个读入，作为步骤的制品保存</translation>
    </message>
    <message>
        <source>Succeeded or Failed: Metaflow tells its hooks nothing finer</source>
        <translation>Succeeded 或 Failed：Metaflow 不告诉钩子更细的内容</translation>
    </message>
    <message>
        <source>the pod gets all keys of the secret as variables; the one that is meant is given its name</source>
        <translation>Pod 把密钥的所有键以变量形式得到；所指的那个以其名称给出</translation>
    </message>
    <message>
        <source>the step runs in the image of the base, or where nothing names one in the python image of whoever deploys it</source>
        <translation>步骤在基础镜像中运行，若没有写明则在部署者的 Python 镜像中运行</translation>
    </message>
    <message>
        <source>qos=&quot;guaranteed&quot;: the requests are the limits, of CPU, memory and disk alike</source>
        <translation>qos=&quot;guaranteed&quot;：请求就是限制，CPU、内存和磁盘都一样</translation>
    </message>
    <message>
        <source>as its text, in an attribute of the flow</source>
        <translation>以文本形式，位于流程的属性中</translation>
    </message>
    <message>
        <source>as true or false</source>
        <translation>以 true 或 false</translation>
    </message>
    <message>
        <source>as its JSON text; what the items of a loop leave comes as a list of texts</source>
        <translation>以 JSON 文本形式；循环各项留下的内容成为文本列表</translation>
    </message>
    <message>
        <source>a file is bytes: give it to a file of the task</source>
        <translation>文件是字节：请交给任务的文件</translation>
    </message>
    <message>
        <source>read whole, kept as an artifact of the step, written again where it is needed</source>
        <translation>整个读入，作为步骤的制品保存，需要处再写出</translation>
    </message>
    <message>
        <source>its text is written into the file before the command starts</source>
        <translation>其文本在命令启动前写入文件</translation>
    </message>
    <message>
        <source>%1 stands in the Python of the flow: Weftwork changes decorators and the names of steps there, nothing else</source>
        <translation>%1 位于流程的 Python 中：Weftwork 在那里只更改装饰器和步骤名称</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a step: Metaflow takes a to z, 0 to 9 and _, no Python keyword and none of name, next, input, index, cmd</source>
        <translation>“%1” 不能作为步骤名：Metaflow 接受 a 到 z、0 到 9 和 _，不能是 Python 关键字，也不能是 name、next、input、index、cmd</translation>
    </message>
    <message>
        <source>the flow uses the name &quot;%1&quot; already</source>
        <translation>流程已使用名称 “%1”</translation>
    </message>
    <message>
        <source>step %1 keeps its name: Metaflow begins and ends a flow there</source>
        <translation>步骤 %1 保留其名称：Metaflow 的流程在那里开始和结束</translation>
    </message>
    <message>
        <source>step %1 belongs to several flows of this file: rename it in the text</source>
        <translation>步骤 %1 属于此文件的多个流程：请在文本中重命名</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; also stands in line %2, where it may mean something else: rename it in the text</source>
        <translation>名称 “%1” 还出现在第 %2 行，在那里可能另有含义：请在文本中重命名</translation>
    </message>
    <message>
        <source>exit handler %1: Metaflow runs a hook on success, on failure or on both, nothing else</source>
        <translation>退出处理 %1：Metaflow 的钩子只在成功、失败或两者时运行</translation>
    </message>
    <message>
        <source>the flow has several @exit_hook: change them in the text</source>
        <translation>流程有多个 @exit_hook：请在文本中更改</translation>
    </message>
    <message>
        <source>Metaflow&apos;s @schedule holds one cron line and a time zone, nothing else</source>
        <translation>Metaflow 的 @schedule 只有一个 Cron 行和时区</translation>
    </message>
    <message>
        <source>there is no flow &quot;%1&quot; in the file any more</source>
        <translation>文件中已没有流程 “%1”</translation>
    </message>
    <message>
        <source>two changes meet at one place of the text: make them one after the other</source>
        <translation>两处更改落在文本的同一处：请先后进行</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity that Metaflow takes for %2</source>
        <translation>“%1” 不是 Metaflow 对 %2 接受的数量</translation>
    </message>
    <message>
        <source>Metaflow has no limits of its own: qos=&quot;guaranteed&quot; makes the requests the limits</source>
        <translation>Metaflow 没有自己的限制：qos=&quot;guaranteed&quot; 使请求成为限制</translation>
    </message>
    <message>
        <source>%1: a variable of a Metaflow step holds text that is known beforehand</source>
        <translation>%1：Metaflow 步骤的变量是事先已知的文本</translation>
    </message>
    <message>
        <source>%1 cannot stand in dict(...)</source>
        <translation>%1 不能放在 dict(...) 中</translation>
    </message>
    <message>
        <source>%1 cannot be taken away here</source>
        <translation>%1 不能在此去掉</translation>
    </message>
    <message>
        <source>Metaflow&apos;s @retry holds a number of times and the minutes between them, nothing else</source>
        <translation>Metaflow 的 @retry 只有次数和间隔的分钟数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no duration</source>
        <translation>“%1” 不是时长</translation>
    </message>
    <message>
        <source>%1 must be text that is known beforehand</source>
        <translation>%1 必须是事先已知的文本</translation>
    </message>
    <message>
        <source>volume %1: Metaflow mounts persistent volume claims at a path, nothing else</source>
        <translation>存储卷 %1：Metaflow 只在路径上挂载持久卷声明</translation>
    </message>
    <message>
        <source>this flow has no environment of its own: in a flow.py it stands in the decorators of every step (a flow that Weftwork exported has BASE)</source>
        <translation>此流程没有自己的环境：在 flow.py 中它位于每个步骤的装饰器（Weftwork 导出的流程有 BASE）</translation>
    </message>
    <message>
        <source>`spec` is no field of a patch: the documentation says so, the schema wants `jobSpec`, and the server drops it</source>
        <translation>`spec` 不是 patch 的字段：文档这样写，但 schema 要的是 `jobSpec`，服务器会丢掉它</translation>
    </message>
    <message>
        <source>`%1` is no field that Volcano knows at %2</source>
        <translation>`%1` 不是 Volcano 在 %2 处认识的字段</translation>
    </message>
    <message>
        <source>the flow is called `%1`: job names have 63 characters for flow and task together</source>
        <translation>流程名为 `%1`：作业名中流程和任务合计 63 个字符</translation>
    </message>
    <message>
        <source>the template of `%1` is called `%2`: job names have 63 characters for flow and task together</source>
        <translation>`%1` 的模板名为 `%2`：作业名中流程和任务合计 63 个字符</translation>
    </message>
    <message>
        <source>the template of `%1` is called `%2`: `%3` has the other name already</source>
        <translation>`%1` 的模板名为 `%2`：另一个名称已被 `%3` 占用</translation>
    </message>
    <message>
        <source>the flow has no task: a JobFlow without jobs stays Pending for ever</source>
        <translation>流程没有任务：没有作业的 JobFlow 永远停在 Pending</translation>
    </message>
    <message>
        <source>notes of tasks are left out</source>
        <translation>任务的备注被略去</translation>
    </message>
    <message>
        <source>small letters, digits and hyphens</source>
        <translation>小写字母、数字和连字符</translation>
    </message>
    <message>
        <source>numbered, because the name is taken</source>
        <translation>加了编号，因为名称已被占用</translation>
    </message>
    <message>
        <source>cut, with a digest of the whole name</source>
        <translation>截短，并附上完整名称的摘要</translation>
    </message>
    <message>
        <source>with the flow&apos;s name: this version counts the jobs of all flows that share a template</source>
        <translation>带上流程名：此版本会把共享模板的所有流程的作业都算进来</translation>
    </message>
    <message>
        <source>hyphens are doubled, so that no other flow makes a job of the same name</source>
        <translation>连字符加倍，以免其他流程产生同名作业</translation>
    </message>
    <message>
        <source>`%1` runs a definition of another file (%2)</source>
        <translation>`%1` 运行另一个文件的定义（%2）</translation>
    </message>
    <message>
        <source>`%1` waits for itself in the end: Volcano would never start it</source>
        <translation>`%1` 最终等待自身：Volcano 永远不会启动它</translation>
    </message>
    <message>
        <source>the new claim at `%1` is shared by several tasks, and Volcano makes one for each job</source>
        <translation>位于 `%1` 的新声明由多个任务共享，而 Volcano 为每个作业各建一个</translation>
    </message>
    <message>
        <source>name a claim that exists</source>
        <translation>请写明已存在的声明</translation>
    </message>
    <message>
        <source>the parameter `%1` has no value, and a JobFlow takes none when it starts</source>
        <translation>参数 `%1` 没有值，而 JobFlow 启动时不接收参数</translation>
    </message>
    <message>
        <source>give it a default</source>
        <translation>请给它默认值</translation>
    </message>
    <message>
        <source>%1 is known only while the flow runs, and Volcano puts nothing in its place</source>
        <translation>%1 只有在流程运行时才知道，而 Volcano 不会替换它</translation>
    </message>
    <message>
        <source>`%1` is no variable that Volcano takes: letters, digits, `_`, `-` and `.`, no digit in front</source>
        <translation>`%1` 不是 Volcano 接受的变量：字母、数字、`_`、`-` 和 `.`，开头不能是数字</translation>
    </message>
    <message>
        <source>rename it here and where it is read</source>
        <translation>请在此处和读取它的地方重命名</translation>
    </message>
    <message>
        <source>Volcano refuses the job when it is made; a JobTemplate with it is taken, and the JobFlow waits without a word</source>
        <translation>Volcano 在创建作业时拒绝它；含有它的 JobTemplate 会被接受，而 JobFlow 一声不响地等待</translation>
    </message>
    <message>
        <source>minAvailable of the task `%1` is negative</source>
        <translation>任务 `%1` 的 minAvailable 为负数</translation>
    </message>
    <message>
        <source>minAvailable %1 of the task `%2` is more than its %3 replicas</source>
        <translation>任务 `%2` 的 minAvailable %1 大于其 %3 个副本</translation>
    </message>
    <message>
        <source>minAvailable of the job is negative</source>
        <translation>作业的 minAvailable 为负数</translation>
    </message>
    <message>
        <source>minAvailable %1 of the job is more than the %2 replicas of its tasks</source>
        <translation>作业的 minAvailable %1 大于其任务的 %2 个副本</translation>
    </message>
    <message>
        <source>minAvailable is negative or more than the replicas</source>
        <translation>minAvailable 为负数或大于副本数</translation>
    </message>
    <message>
        <source>the JobFlow `%1` with its job `%2` makes the job `%3` too</source>
        <translation>JobFlow `%1` 的作业 `%2` 也会生成作业 `%3`</translation>
    </message>
    <message>
        <source>Volcano takes the second one for done already: that flow waits for ever, or goes on with the other&apos;s result</source>
        <translation>Volcano 会把第二个当作已经完成：那个流程要么一直等待，要么拿着别人的结果继续</translation>
    </message>
    <message>
        <source>the job&apos;s name `%1` has more than 63 characters</source>
        <translation>作业名 `%1` 超过 63 个字符</translation>
    </message>
    <message>
        <source>a job is called as flow and template together; this one is refused, and the JobFlow&apos;s status says nothing of it</source>
        <translation>作业以流程名和模板名合起来命名；这个名字会被拒绝，而 JobFlow 的状态不会提到它</translation>
    </message>
    <message>
        <source>the label `%1` has more than 63 characters</source>
        <translation>标签 `%1` 超过 63 个字符</translation>
    </message>
    <message>
        <source>Volcano labels every job with namespace and name; with a label that is too long it makes no job and says nothing</source>
        <translation>Volcano 给每个作业打上命名空间和名称的标签；标签过长时它不创建作业，也不作任何说明</translation>
    </message>
    <message>
        <source>two flows make a job of one name, or its name is too long</source>
        <translation>两个流程会生成同名作业，或作业名过长</translation>
    </message>
    <message>
        <source>a label that Volcano makes of a name is too long</source>
        <translation>Volcano 由名称生成的标签过长</translation>
    </message>
    <message>
        <source>a Volcano file has no parameters; write the values into the jobs</source>
        <translation>Volcano 文件没有参数；请把值写进作业</translation>
    </message>
    <message>
        <source>a volume of a whole vcjob (`%1`) is called as the path where it is mounted</source>
        <translation>整个 vcjob 的存储卷（`%1`）以其挂载路径命名</translation>
    </message>
    <message>
        <source>a Volcano file has no environment for all: it belongs to each job&apos;s template</source>
        <translation>Volcano 文件没有公共环境：环境属于每个作业的模板</translation>
    </message>
    <message>
        <source>a JobFlow has no schedule; start it from Weftwork or by a CronJob of your own</source>
        <translation>JobFlow 没有计划；请从 Weftwork 或用自己的 CronJob 启动</translation>
    </message>
    <message>
        <source>a JobFlow has no time limit; its jobs have one each</source>
        <translation>JobFlow 没有时限；它的每个作业各有一个</translation>
    </message>
    <message>
        <source>a JobFlow starts every job that can start; the queue limits what runs</source>
        <translation>JobFlow 会启动所有能启动的作业；运行数量由队列限制</translation>
    </message>
    <message>
        <source>a file of templates alone has no description</source>
        <translation>只有模板的文件没有描述</translation>
    </message>
    <message>
        <source>the JobTemplate of `%1` stands on the cluster: what it runs cannot be changed here</source>
        <translation>`%1` 的 JobTemplate 在集群上：它运行的内容不能在此更改</translation>
    </message>
    <message>
        <source>the file has no JobTemplate `%1`</source>
        <translation>文件中没有 JobTemplate `%1`</translation>
    </message>
    <message>
        <source>the file has a JobTemplate `%1` already</source>
        <translation>文件中已有 JobTemplate `%1`</translation>
    </message>
    <message>
        <source>the JobTemplate of `%1` stands on the cluster: its environment cannot be changed here</source>
        <translation>`%1` 的 JobTemplate 在集群上：它的环境不能在此更改</translation>
    </message>
    <message>
        <source>the job `%1` of several tasks has no parameters, outputs, time limit or limit of tasks at once</source>
        <translation>包含多个任务的作业 `%1` 没有参数、输出、时限或并行任务数限制</translation>
    </message>
    <message>
        <source>the environment of the job `%1` belongs to its tasks</source>
        <translation>作业 `%1` 的环境属于其各个任务</translation>
    </message>
    <message>
        <source>the job `%1` needs at least one task</source>
        <translation>作业 `%1` 至少需要一个任务</translation>
    </message>
    <message>
        <source>a vcjob needs at least one task</source>
        <translation>vcjob 至少需要一个任务</translation>
    </message>
    <message>
        <source>the file holds templates alone and no JobFlow that could run them</source>
        <translation>文件中只有模板，没有可以运行它们的 JobFlow</translation>
    </message>
    <message>
        <source>`%1` of `%2` is %3: a Volcano job gets no values while it runs; write the value itself</source>
        <translation>`%2` 的 `%1` 是 %3：Volcano 作业运行时得不到值；请直接写出值</translation>
    </message>
    <message>
        <source>the volume `%1` of `%2` is of a kind that only its own file can say</source>
        <translation>`%2` 的存储卷 `%1` 属于只有它自己的文件才能表达的类型</translation>
    </message>
    <message>
        <source>a new claim (`%1`) is made for a whole vcjob and needs a path where it is mounted, as a whole and to be written to</source>
        <translation>新建的声明（`%1`）属于整个 vcjob，需要一个挂载路径，整卷挂载且可写</translation>
    </message>
    <message>
        <source>the time limit %1 of `%2` is too short: Kubernetes counts whole seconds</source>
        <translation>`%2` 的时限 %1 太短：Kubernetes 以整秒计</translation>
    </message>
    <message>
        <source>`%1` is tried again without end: Volcano needs a number of tries</source>
        <translation>`%1` 会无限重试：Volcano 需要重试次数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of tries</source>
        <translation>“%1” 不是重试次数</translation>
    </message>
    <message>
        <source>Volcano starts `%1` again at once: it knows no delay between tries</source>
        <translation>Volcano 立即重新启动 `%1`：它没有重试间隔</translation>
    </message>
    <message>
        <source>Volcano tries `%1` again after any failure: it knows no condition for that</source>
        <translation>Volcano 在任何失败后都会重试 `%1`：它没有重试条件</translation>
    </message>
    <message>
        <source>`%1` gives a script to `%2`: a Volcano job has only a command, and only sh and python take the source as one word</source>
        <translation>`%1` 把脚本交给 `%2`：Volcano 作业只有命令，只有 sh 和 python 能把源码作为一个参数</translation>
    </message>
    <message>
        <source>`%1` runs no command in a container, and a Volcano job runs nothing else</source>
        <translation>`%1` 不在容器中运行命令，而 Volcano 作业只能这样运行</translation>
    </message>
    <message>
        <source>`%1` has inputs or outputs: a Volcano job takes no values and hands nothing on</source>
        <translation>`%1` 有输入或输出：Volcano 作业既不接收值，也不传出任何东西</translation>
    </message>
    <message>
        <source>`%1` limits how many tasks run at once, which Volcano does not</source>
        <translation>`%1` 限制了同时运行的任务数，Volcano 不支持</translation>
    </message>
    <message>
        <source>Volcano starts a whole job again, not one of its tasks (`%1`)</source>
        <translation>Volcano 会重新启动整个作业，而不是其中一个任务（`%1`）</translation>
    </message>
    <message>
        <source>`%1` has a condition: Volcano starts every job whose targets are Completed</source>
        <translation>`%1` 有条件：Volcano 会启动所有目标均为 Completed 的作业</translation>
    </message>
    <message>
        <source>`%1` is a loop: a JobFlow runs each job once; replicas run copies of one task side by side</source>
        <translation>`%1` 是循环：JobFlow 每个作业只运行一次；副本并排运行同一任务的多个拷贝</translation>
    </message>
    <message>
        <source>`%1` gets values: a Volcano job takes none; write them into its command or environment</source>
        <translation>`%1` 接收值：Volcano 作业不接收值；请把它们写进命令或环境</translation>
    </message>
    <message>
        <source>the failure of `%1` is tolerated: in Volcano a failed job fails its JobFlow</source>
        <translation>`%1` 的失败被容忍：在 Volcano 中，失败的作业会使其 JobFlow 失败</translation>
    </message>
    <message>
        <source>a Volcano file cannot mute `%1`; remove it</source>
        <translation>Volcano 文件不能停用 `%1`；请删除它</translation>
    </message>
    <message>
        <source>a Volcano file has no place for a note of `%1`</source>
        <translation>Volcano 文件没有地方放 `%1` 的备注</translation>
    </message>
    <message>
        <source>`%1` starts by an expression: Volcano starts a job when all its targets are Completed</source>
        <translation>`%1` 由表达式启动：Volcano 在作业的所有目标均为 Completed 时启动它</translation>
    </message>
    <message>
        <source>`%1` waits for another result of `%2` than success: Volcano starts a job only when all its targets are Completed</source>
        <translation>`%1` 等待 `%2` 的非成功结果：Volcano 只在所有目标均为 Completed 时启动作业</translation>
    </message>
    <message>
        <source>Volcano JobFlow starts a job only when all its targets are Completed, so it cannot run a handler after a failure. Run it from Weftwork, or export to Argo.</source>
        <translation>Volcano JobFlow 只在所有目标均为 Completed 时启动作业，因此失败后无法运行退出处理。请从 Weftwork 运行它，或导出到 Argo。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name that Kubernetes takes: at most 63 small letters, digits and hyphens, neither beginning nor ending with a hyphen</source>
        <translation>“%1” 不是 Kubernetes 接受的名称：最多 63 个小写字母、数字和连字符，且不能以连字符开头或结尾</translation>
    </message>
    <message>
        <source>the script becomes one word of the command (sh -c, python -c)</source>
        <translation>脚本成为命令的一个参数（sh -c、python -c）</translation>
    </message>
    <message>
        <source>a group&apos;s tasks stand in the JobFlow themselves; a vcjob of several tasks stays one</source>
        <translation>组中的任务直接列在 JobFlow 中；包含多个任务的 vcjob 仍是一个</translation>
    </message>
    <message>
        <source>a JobFlow cannot wait for some time; let a task sleep</source>
        <translation>JobFlow 不能等待一段时间；请让任务休眠</translation>
    </message>
    <message>
        <source>a JobFlow cannot wait for a person</source>
        <translation>JobFlow 不能等待人工批准</translation>
    </message>
    <message>
        <source>a JobFlow runs only jobs; let a task call curl</source>
        <translation>JobFlow 只运行作业；请让任务调用 curl</translation>
    </message>
    <message>
        <source>a JobFlow runs only jobs; let a task call kubectl</source>
        <translation>JobFlow 只运行作业；请让任务调用 kubectl</translation>
    </message>
    <message>
        <source>a JobFlow runs only jobs</source>
        <translation>JobFlow 只运行作业</translation>
    </message>
    <message>
        <source>a JobTemplate needs at least one task</source>
        <translation>JobTemplate 至少需要一个任务</translation>
    </message>
    <message>
        <source>Volcano starts a job only when all its targets are Completed</source>
        <translation>Volcano 只在所有目标均为 Completed 时启动作业</translation>
    </message>
    <message>
        <source>a JobFlow runs each job once: draw a task for each item, or let one task go through them</source>
        <translation>JobFlow 每个作业只运行一次：请为每一项画一个任务，或让一个任务逐项处理</translation>
    </message>
    <message>
        <source>a JobFlow has no conditions; let the task check and end early</source>
        <translation>JobFlow 没有条件；请让任务自行检查并提前结束</translation>
    </message>
    <message>
        <source>a failed job fails its JobFlow; let the task end with 0 itself</source>
        <translation>失败的作业会使其 JobFlow 失败；请让任务自己以 0 结束</translation>
    </message>
    <message>
        <source>muted tasks are left out, and what stands behind them waits for what stands before them</source>
        <translation>停用的任务会被略去，其后的任务改为等待其前的任务</translation>
    </message>
    <message>
        <source>a JobFlow starts every job that can start; the queue&apos;s capability limits what runs</source>
        <translation>JobFlow 会启动所有能启动的作业；运行数量由队列的容量限制</translation>
    </message>
    <message>
        <source>Volcano needs a number of tries</source>
        <translation>Volcano 需要重试次数</translation>
    </message>
    <message>
        <source>Volcano starts a job again at once, without a delay</source>
        <translation>Volcano 立即重新启动作业，没有间隔</translation>
    </message>
    <message>
        <source>the time limit is the pod&apos;s (activeDeadlineSeconds), each try has it anew</source>
        <translation>时限属于 Pod（activeDeadlineSeconds），每次尝试重新计时</translation>
    </message>
    <message>
        <source>a JobFlow has no time limit; its tasks have one each</source>
        <translation>JobFlow 没有时限；它的每个任务各有一个</translation>
    </message>
    <message>
        <source>a Volcano job hands nothing on; let the tasks write to and read from a claim that both mount</source>
        <translation>Volcano 作业不传出任何东西；请让任务读写双方都挂载的声明</translation>
    </message>
    <message>
        <source>outputs are written in the pod and go with it: nothing collects them</source>
        <translation>输出写在 Pod 中并随之消失：没有东西收集它们</translation>
    </message>
    <message>
        <source>what a task prints stands in its log only</source>
        <translation>任务打印的内容只在其日志中</translation>
    </message>
    <message>
        <source>an exit code only decides how the job ends</source>
        <translation>退出码只决定作业如何结束</translation>
    </message>
    <message>
        <source>a job cannot bring a file along; put it into a config map and mount that</source>
        <translation>作业不能携带文件；请放进 ConfigMap 并挂载</translation>
    </message>
    <message>
        <source>no image: the JobTemplate would be taken and the job refused later, without a word in the JobFlow&apos;s status</source>
        <translation>没有镜像：JobTemplate 会被接受，作业随后被拒绝，而 JobFlow 的状态只字不提</translation>
    </message>
    <message>
        <source>GPUs are limits of nvidia.com/gpu</source>
        <translation>GPU 是 nvidia.com/gpu 的限制</translation>
    </message>
    <message>
        <source>shared memory is a volume in memory at /dev/shm</source>
        <translation>共享内存是挂载在 /dev/shm 的内存卷</translation>
    </message>
    <message>
        <source>Metaflow checks the graph before anything runs, and refuses the flow</source>
        <translation>Metaflow 在运行任何东西之前检查图，并拒绝该流程</translation>
    </message>
    <message>
        <source>what is drawn is what this file says; the rest stands in the other file, or in the classes that build on this one</source>
        <translation>画出的是本文件所说的内容；其余部分在另一个文件中，或在以它为基类的类中</translation>
    </message>
    <message>
        <source>Metaflow refuses the flow before anything runs</source>
        <translation>Metaflow 在运行任何东西之前就会拒绝该流程</translation>
    </message>
    <message>
        <source>%1 reads %2 from outside the group: give it a parameter that holds this value first</source>
        <translation>%1 从组外读取 %2：请先用参数传入该值</translation>
    </message>
    <message>
        <source>%1 asks how %2 alone ended, and a group ends as a whole: leave %2 out of the group</source>
        <translation>%1 需要知道 %2 单独的结果，而组只有整体结果：请不要把 %2 放入组</translation>
    </message>
    <message>
        <source>%1 gets the file &quot;%2&quot; from %3, and files do not cross the border of a group: take both in, or neither</source>
        <translation>%1 从 %3 得到文件“%2”，而文件不能跨越组的边界：请都放入，或都不放入</translation>
    </message>
    <message>
        <source>select the tasks that the group is to hold</source>
        <translation>请选择要放入组的任务</translation>
    </message>
    <message>
        <source>a group takes tasks that stand in one flow, and no exit handlers</source>
        <translation>组只能包含同一流程中的任务，不能包含退出处理</translation>
    </message>
    <message>
        <source>%1 runs between tasks of the group, so the group would wait for itself: take it in too</source>
        <translation>%1 在组的任务之间运行，组会等待自身：请也把它放入</translation>
    </message>
    <message>
        <source>%1 waits by the expression &quot;%2&quot; for tasks outside the group: give it plain edges first</source>
        <translation>%1 通过表达式“%2”等待组外的任务：请先改为普通连接</translation>
    </message>
    <message>
        <source>%1 of the group reads its parameter in an expression: %2</source>
        <translation>组 %1 在表达式中读取其参数：%2</translation>
    </message>
    <message>
        <source>the output &quot;%1&quot; of %2 is not simply the output of one of its tasks</source>
        <translation>%2 的输出“%1”不是其中某个任务的输出</translation>
    </message>
    <message>
        <source>%2 is read as a whole (%1), and there is no whole without the group</source>
        <translation>%2 被作为整体读取（%1），取消组合后就没有整体</translation>
    </message>
    <message>
        <source>the tasks of %1 run in the order of its steps, which edges do not say</source>
        <translation>%1 的任务按步骤顺序运行，连接无法表达</translation>
    </message>
    <message>
        <source>%1 is a loop: what runs for each item cannot stand outside of it</source>
        <translation>%1 是循环：按项运行的内容不能放在其外</translation>
    </message>
    <message>
        <source>%1 has a condition for all of its tasks: take it away first</source>
        <translation>%1 有适用于其所有任务的条件：请先去掉</translation>
    </message>
    <message>
        <source>%1 has exit handlers of its own: they would have no scope without it</source>
        <translation>%1 有自己的退出处理：没有它就没有作用范围</translation>
    </message>
    <message>
        <source>%1 is tried again as a whole: take the retry away first</source>
        <translation>%1 作为整体重试：请先去掉重试</translation>
    </message>
    <message>
        <source>%1 has a time limit for all of its tasks: take it away first</source>
        <translation>%1 有适用于其所有任务的时限：请先去掉</translation>
    </message>
    <message>
        <source>%1 is muted or its failure is tolerated, for all of its tasks: undo that first</source>
        <translation>%1 被停用或其失败被容忍（适用于其所有任务）：请先撤销</translation>
    </message>
    <message>
        <source>%1 is no group: it holds no tasks</source>
        <translation>%1 不是组：它不含任务</translation>
    </message>
    <message>
        <source>an exit handler stays one: its tasks cannot stand in the flow</source>
        <translation>退出处理保持原样：其任务不能放入流程</translation>
    </message>
    <message>
        <source>%1 waits for the whole of %2 by an expression: give it plain edges first</source>
        <translation>%1 通过表达式等待整个 %2：请先改为普通连接</translation>
    </message>
    <message>
        <source>a loop over a group does not become a DYNAMIC task</source>
        <translation>对组的循环不能变成 DYNAMIC 任务</translation>
    </message>
    <message>
        <source>loop over one of its tasks</source>
        <translation>请对组内的某个任务循环</translation>
    </message>
    <message>
        <source>what a DYNAMIC task gathers is one text that only the server can name: outputs do not come out of a loop here</source>
        <translation>DYNAMIC 任务收集的内容是一段只有服务器才能命名的文本：这里循环没有输出</translation>
    </message>
    <message>
        <source>the items of a DYNAMIC task are up to 1,024 texts with a separator between them: none of , ; | # is free in these</source>
        <translation>DYNAMIC 任务的各项是至多 1,024 段文本，之间用分隔符隔开：, ; | # 在这些项中都已被占用</translation>
    </message>
    <message>
        <source>what a loop runs becomes a workflow of its own, which must be ONLINE before this one</source>
        <translation>循环所运行的内容变成单独的工作流，它必须先于本工作流处于 ONLINE 状态</translation>
    </message>
    <message>
        <source>the lists that the DYNAMIC task %1 runs over are part of its own parameters: change them in the text</source>
        <translation>DYNAMIC 任务 %1 循环的列表属于它自己的参数：请在文本中修改</translation>
    </message>
    <message>
        <source>a K8S task of DolphinScheduler has no field for disk space (task %1)</source>
        <translation>DolphinScheduler 的 K8S 任务没有磁盘空间字段（任务 %1）</translation>
    </message>
    <message>
        <source>a K8S task of DolphinScheduler has no field for GPUs (task %1)</source>
        <translation>DolphinScheduler 的 K8S 任务没有 GPU 字段（任务 %1）</translation>
    </message>
    <message>
        <source>a K8S task of DolphinScheduler has no field for shared memory (task %1)</source>
        <translation>DolphinScheduler 的 K8S 任务没有共享内存字段（任务 %1）</translation>
    </message>
    <message>
        <source>a K8S task of DolphinScheduler has no field for a service account (task %1)</source>
        <translation>DolphinScheduler 的 K8S 任务没有服务账户字段（任务 %1）</translation>
    </message>
    <message>
        <source>a K8S task of DolphinScheduler has no field for tolerations (task %1)</source>
        <translation>DolphinScheduler 的 K8S 任务没有容忍度字段（任务 %1）</translation>
    </message>
    <message>
        <source>a K8S task of DolphinScheduler has no field for volumes (task %1)</source>
        <translation>DolphinScheduler 的 K8S 任务没有卷字段（任务 %1）</translation>
    </message>
    <message>
        <source>a K8S task of DolphinScheduler has no field for limits, the server makes them twice of what is asked for (task %1)</source>
        <translation>DolphinScheduler 的 K8S 任务没有上限字段，服务器将上限设为请求量的两倍（任务 %1）</translation>
    </message>
    <message>
        <source>a K8S task of DolphinScheduler takes one pull secret (task %1)</source>
        <translation>DolphinScheduler 的 K8S 任务只接受一个拉取密钥（任务 %1）</translation>
    </message>
    <message>
        <source>a DYNAMIC task, which starts a workflow of its own once for each item</source>
        <translation>一个 DYNAMIC 任务，它为每一项各启动一次单独的工作流</translation>
    </message>
    <message>
        <source>a branch of Flyte runs one of its nodes: image, variables, resources and arguments belong to the tasks inside `%1`</source>
        <translation>Flyte 的分支只运行其中一个节点：镜像、变量、资源和参数属于 `%1` 内的任务</translation>
    </message>
    <message>
        <source>Metaflow made this workflow for Argo: its steps find each other through what Argo says of the run</source>
        <translation>此工作流由 Metaflow 为 Argo 生成：其各步骤通过 Argo 提供的运行信息相互定位</translation>
    </message>
    <message>
        <source>open the flow.py that it came from and export that</source>
        <translation>请打开生成它的 flow.py 并导出该文件</translation>
    </message>
    <message>
        <source>the edge from %1 to %2 crosses: it leaves a branch of %3, and %2 also joins a branch of %4. Metaflow takes only splits and joins that are nested</source>
        <translation>从 %1 到 %2 的边交叉了：它离开 %3 的一个分支，而 %2 还汇合 %4 的一个分支。Metaflow 只接受嵌套的分支与汇合</translation>
    </message>
    <message>
        <source>the edge from %1 to %2 leads straight from a foreach into its join: a step must stand between</source>
        <translation>从 %1 到 %2 的边直接从 foreach 进入它的汇合：中间必须有一个步骤</translation>
    </message>
    <message>
        <source>the edge from %1 to %2 leads straight from a split into its join: a step must stand between</source>
        <translation>从 %1 到 %2 的边直接从分支进入它的汇合：中间必须有一个步骤</translation>
    </message>
    <message>
        <source>step %1 joins only a part of the branches of %2: %3 does not come in</source>
        <translation>步骤 %1 只汇合了 %2 的一部分分支：缺少 %3</translation>
    </message>
    <message>
        <source>the edge from %1 to %2 brings branches together, and %2 is no join: a join takes (self, inputs)</source>
        <translation>从 %1 到 %2 的边让分支相遇，但 %2 不是汇合步骤：汇合步骤的参数是 (self, inputs)</translation>
    </message>
    <message>
        <source>step %1 joins and splits: Metaflow wants a step between for the split</source>
        <translation>步骤 %1 既汇合又分支：Metaflow 要求中间另有一个步骤来分支</translation>
    </message>
    <message>
        <source>step %1 is a switch without condition=&quot;…&quot;</source>
        <translation>步骤 %1 是 switch，但没有 condition=&quot;…&quot;</translation>
    </message>
    <message>
        <source>step %1 is a switch with one way only: it needs two</source>
        <translation>步骤 %1 是只有一条路的 switch：至少需要两条</translation>
    </message>
    <message>
        <source>the edge from %1 to %2 leads from a switch straight into a join: put a step between</source>
        <translation>从 %1 到 %2 的边从 switch 直接进入汇合：请在中间放一个步骤</translation>
    </message>
    <message>
        <source>the flow has no step called start, and none is marked @step(start=True)</source>
        <translation>流程没有名为 start 的步骤，也没有步骤标记 @step(start=True)</translation>
    </message>
    <message>
        <source>the flow has no step called end, and none is marked @step(end=True)</source>
        <translation>流程没有名为 end 的步骤，也没有步骤标记 @step(end=True)</translation>
    </message>
    <message>
        <source>step %1 is never reached: no step leads to it</source>
        <translation>步骤 %1 永远到不了：没有步骤通向它</translation>
    </message>
    <message>
        <source>step %1 leads to %2, where the flow starts</source>
        <translation>步骤 %1 通向 %2，而流程从 %2 开始</translation>
    </message>
    <message>
        <source>step %1 ends the flow and leads on to %2</source>
        <translation>步骤 %1 结束流程，却又通向 %2</translation>
    </message>
    <message>
        <source>step %1 ends the flow and joins: Metaflow wants a join before it</source>
        <translation>步骤 %1 既结束流程又汇合：Metaflow 要求在它之前汇合</translation>
    </message>
    <message>
        <source>step %1 is reached before the branches of %2 are joined</source>
        <translation>到达步骤 %1 时，%2 的分支还没有汇合</translation>
    </message>
    <message>
        <source>a step cannot be called %1: Metaflow keeps this name for itself</source>
        <translation>步骤不能叫 %1：Metaflow 保留了这个名称</translation>
    </message>
    <message>
        <source>a step cannot be called %1: Metaflow takes a to z, 0 to 9 and _, and no _ in front</source>
        <translation>步骤不能叫 %1：Metaflow 只接受 a 到 z、0 到 9 和 _，且不能以 _ 开头</translation>
    </message>
    <message>
        <source>Metaflow joins each split once and whole, so such an order cannot be written as its steps: the export is refused</source>
        <translation>Metaflow 对每个分支只整体汇合一次，所以这样的顺序无法写成它的步骤：导出会被拒绝</translation>
    </message>
    <message>
        <source>Let %1 wait for %2 too</source>
        <translation>让 %1 也等待 %2</translation>
    </message>
    <message>
        <source>splits and joins that Metaflow does not take: an edge crosses, a branch is not joined</source>
        <translation>Metaflow 不接受的分支与汇合：边交叉，或分支没有汇合</translation>
    </message>
    <message>
        <source>a part of the flow stands in another file, and this part alone is no whole flow</source>
        <translation>流程的一部分在另一个文件中，单看这一部分不是完整的流程</translation>
    </message>
    <message>
        <source>a step has a name that Metaflow does not take</source>
        <translation>步骤的名称是 Metaflow 不接受的</translation>
    </message>
    <message>
        <source>the timeout %1 of %2 is less than 60 seconds</source>
        <translation>%2 的超时 %1 不到 60 秒</translation>
    </message>
    <message>
        <source>Metaflow refuses it for a step that runs in a pod: making the pod alone may take that long</source>
        <translation>对于在 Pod 中运行的步骤，Metaflow 会拒绝它：仅创建 Pod 就可能需要这么久</translation>
    </message>
    <message>
        <source>Set the timeout of %1 to one minute</source>
        <translation>把 %1 的超时设为一分钟</translation>
    </message>
    <message>
        <source>a timeout that is too short for a pod of Metaflow</source>
        <translation>对 Metaflow 的 Pod 来说太短的超时</translation>
    </message>
    <message>
        <source>from %1 on there are more than a million ways through the flow</source>
        <translation>从 %1 开始，穿过流程的路有一百万条以上</translation>
    </message>
    <message>
        <source>Volcano&apos;s admission webhook walks each of them when the JobFlow is made: it takes its time, or runs into its timeout and the flow is refused. Put a task where branches meet, or split the flow</source>
        <translation>创建 JobFlow 时，Volcano 的准入 webhook 会走遍每一条路：耗时很长，或者超时而使流程被拒绝。请在分支相遇处放一个任务，或拆分流程</translation>
    </message>
    <message>
        <source>so many ways through the flow that Volcano&apos;s admission webhook hangs</source>
        <translation>穿过流程的路太多，Volcano 的准入 webhook 会卡住</translation>
    </message>
    <message>
        <source>no temporary folder can be made for the picture</source>
        <translation>无法为图片创建临时文件夹</translation>
    </message>
    <message>
        <source>a picture of this kind is painted by the designer, and there is no %1; --format svg needs none</source>
        <translation>此类图片由设计器绘制，但找不到 %1；--format svg 不需要它</translation>
    </message>
    <message>
        <source>the designer could not paint the picture: %1</source>
        <translation>设计器无法绘制图片：%1</translation>
    </message>
    <message>
        <source>the timeout %1 is no duration: write seconds (90) or 30s, 2m, 1h30m</source>
        <translation>超时 %1 不是时长：请写秒数（90）或 30s、2m、1h30m</translation>
    </message>
    <message>
        <source>the retry delay %1 is no duration: write seconds (90) or 30s, 2m, 1h30m</source>
        <translation>重试等待 %1 不是时长：请写秒数（90）或 30s、2m、1h30m</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no second of a cron line: %2 to %3, *, lists, ranges and steps are allowed</source>
        <translation>“%1”不是 cron 行的秒：允许 %2 到 %3、*、列表、范围和步长</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no minute of a cron line: %2 to %3, *, lists, ranges and steps are allowed</source>
        <translation>“%1”不是 cron 行的分钟：允许 %2 到 %3、*、列表、范围和步长</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no hour of a cron line: %2 to %3, *, lists, ranges and steps are allowed</source>
        <translation>“%1”不是 cron 行的小时：允许 %2 到 %3、*、列表、范围和步长</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day of the month of a cron line: %2 to %3, *, lists, ranges and steps are allowed</source>
        <translation>“%1”不是 cron 行的日：允许 %2 到 %3、*、列表、范围和步长</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no month of a cron line: %2 to %3, *, lists, ranges and steps are allowed</source>
        <translation>“%1”不是 cron 行的月：允许 %2 到 %3、*、列表、范围和步长</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day of the week of a cron line: %2 to %3, *, lists, ranges and steps are allowed</source>
        <translation>“%1”不是 cron 行的星期：允许 %2 到 %3、*、列表、范围和步长</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no year of a cron line: %2 to %3, *, lists, ranges and steps are allowed</source>
        <translation>“%1”不是 cron 行的年：允许 %2 到 %3、*、列表、范围和步长</translation>
    </message>
    <message>
        <source>%1 gets no file `%2`, and Argo starts no task without it</source>
        <translation>%1 未得到文件 `%2`，Argo 不会在缺少该文件时启动任务</translation>
    </message>
    <message>
        <source>%1 gives no value to `%2`, and Argo starts no task without it</source>
        <translation>%1 未给 `%2` 赋值，Argo 不会在缺少该值时启动任务</translation>
    </message>
    <message>
        <source>%1 reads `%2.%3`, which %2 does not give</source>
        <translation>%1 读取 `%2.%3`，但 %2 不提供该输出</translation>
    </message>
    <message>
        <source>%1 uses the template %2, which is not in this file</source>
        <translation>%1 使用模板 %2，但此文件中没有该模板</translation>
    </message>
    <message>
        <source>%1 uses the template %2, which is not in this file; did you mean %3?</source>
        <translation>%1 使用模板 %2，但此文件中没有该模板；是否指 %3？</translation>
    </message>
    <message>
        <source>Argo refuses the workflow; a template of another file is named by templateRef</source>
        <translation>Argo 会拒绝此工作流；其他文件中的模板需用 templateRef 引用</translation>
    </message>
    <message>
        <source>Use %1 instead</source>
        <translation>改用 %1</translation>
    </message>
    <message>
        <source>a task uses a template that does not exist</source>
        <translation>任务使用了不存在的模板</translation>
    </message>
    <message>
        <source>two templates are called %1</source>
        <translation>有两个模板都叫 %1</translation>
    </message>
    <message>
        <source>Argo refuses the workflow: a task that names the template could mean either</source>
        <translation>Argo 会拒绝此工作流：引用该模板的任务无法确定指的是哪一个</translation>
    </message>
    <message>
        <source>two templates of a workflow have the same name</source>
        <translation>工作流中有两个模板同名</translation>
    </message>
    <message>
        <source>%1 gives no value to %2, which %3 needs</source>
        <translation>%1 未给 %2 赋值，而 %3 需要它</translation>
    </message>
    <message>
        <source>Argo refuses the workflow: an input without a default must be an argument of every task that uses the template</source>
        <translation>Argo 会拒绝此工作流：没有默认值的输入必须由每个使用该模板的任务作为参数给出</translation>
    </message>
    <message>
        <source>%1 hands no artifact to %2, which %3 needs</source>
        <translation>%1 未向 %2 传递制品，而 %3 需要它</translation>
    </message>
    <message>
        <source>Argo refuses the workflow: an input artifact without a place of its own must be an argument, or optional</source>
        <translation>Argo 会拒绝此工作流：没有自身来源的输入制品必须作为参数给出，或设为可选</translation>
    </message>
    <message>
        <source>a task gives no value to an input that has no default</source>
        <translation>任务未给没有默认值的输入赋值</translation>
    </message>
    <message>
        <source>%1 stands among steps: there it must begin with `steps.`</source>
        <translation>%1 位于 steps 中：在那里必须以 `steps.` 开头</translation>
    </message>
    <message>
        <source>%1 stands in a DAG: there it must begin with `tasks.`</source>
        <translation>%1 位于 DAG 中：在那里必须以 `tasks.` 开头</translation>
    </message>
    <message>
        <source>Argo refuses the workflow: a DAG knows `tasks.NAME`, steps know `steps.NAME`</source>
        <translation>Argo 会拒绝此工作流：DAG 只认 `tasks.NAME`，steps 只认 `steps.NAME`</translation>
    </message>
    <message>
        <source>a tag says tasks among steps, or steps in a DAG</source>
        <translation>标签在 steps 中写了 tasks，或在 DAG 中写了 steps</translation>
    </message>
    <message>
        <source>an exit handler needs a name: give the task one first</source>
        <translation>退出处理需要名称：请先给该任务命名</translation>
    </message>
    <message>
        <source>the template has no name: give it one in the text first</source>
        <translation>该模板没有名称：请先在文本中给它命名</translation>
    </message>
    <message>
        <source>Insert a task that prints the file</source>
        <translation>插入一个打印该文件的任务</translation>
    </message>
    <message>
        <source>Insert a task that writes the value into a file</source>
        <translation>插入一个把该值写入文件的任务</translation>
    </message>
    <message>
        <source>Insert a task that writes one item a line</source>
        <translation>插入一个每行写一项的任务</translation>
    </message>
    <message>
        <source>Insert a task that writes KEY=VALUE lines</source>
        <translation>插入一个写出 KEY=VALUE 各行的任务</translation>
    </message>
    <message>
        <source>%1 is not read there any more</source>
        <translation>那里已不再读取 %1</translation>
    </message>
    <message>
        <source>there is no task %1 beside the one that reads it</source>
        <translation>读取它的任务旁边没有任务 %1</translation>
    </message>
    <message>
        <source>%1 is an exit handler: nothing can stand between it and another task</source>
        <translation>%1 是退出处理：它与其他任务之间不能再插入任务</translation>
    </message>
    <message>
        <source>the CONDITIONS task %1 has no task of its own for failure</source>
        <translation>CONDITIONS 任务 %1 没有自己的失败分支任务</translation>
    </message>
    <message>
        <source>the CONDITIONS task %1 has no task of its own for success</source>
        <translation>CONDITIONS 任务 %1 没有自己的成功分支任务</translation>
    </message>
    <message>
        <source>the CONDITIONS task %1 has no task for success and none for failure</source>
        <translation>CONDITIONS 任务 %1 既没有成功分支任务也没有失败分支任务</translation>
    </message>
    <message>
        <source>the server refuses the workflow: both ways need a task, and one task cannot stand for both</source>
        <translation>服务器会拒绝该工作流：两个分支各需要一个任务，且同一任务不能兼作两者</translation>
    </message>
    <message>
        <source>a CONDITIONS task lacks one of its two branches</source>
        <translation>CONDITIONS 任务缺少两个分支之一</translation>
    </message>
    <message>
        <source>%1 is longer than the 52 characters that the name of a K8S task may have</source>
        <translation>%1 超过了 K8S 任务名称允许的 52 个字符</translation>
    </message>
    <message>
        <source>%1 is no name of a K8S task: letters, digits and &apos;-&apos;, with a letter or digit first</source>
        <translation>%1 不能作为 K8S 任务的名称：只允许字母、数字和 &apos;-&apos;，且以字母或数字开头</translation>
    </message>
    <message>
        <source>the Job in the cluster is called after the task and its number; Kubernetes refuses it when the task runs</source>
        <translation>集群中的 Job 以任务名和编号命名；任务运行时 Kubernetes 会拒绝它</translation>
    </message>
    <message>
        <source>the name of a K8S task makes no name of a Kubernetes Job</source>
        <translation>K8S 任务的名称不能成为 Kubernetes Job 的名称</translation>
    </message>
    <message>
        <source>%1 is no date: the server takes every $[…] for one</source>
        <translation>%1 不是日期：服务器把每个 $[…] 都当作日期</translation>
    </message>
    <message>
        <source>the task stays submitted and never runs; in a shell write $((…)) for arithmetic</source>
        <translation>任务会一直停在已提交状态而不运行；在 shell 中请用 $((…)) 做算术</translation>
    </message>
    <message>
        <source>$[…] holds no date of DolphinScheduler</source>
        <translation>$[…] 中不是 DolphinScheduler 的日期</translation>
    </message>
    <message>
        <source>a sub-workflow of Flyte runs its tasks: image, arguments, tries and time limit of `%1` belong to those, or to the node that starts it</source>
        <translation>Flyte 的子工作流运行其中的任务：`%1` 的镜像、参数、尝试次数和时限属于那些任务，或属于启动它的节点</translation>
    </message>
    <message>
        <source>a task inside `%1` asks for %2, which nothing would give it any longer: change what asks for it first</source>
        <translation>`%1` 内有任务要用到 %2，而这样一来就没有什么再提供它：请先修改用到它的地方</translation>
    </message>
    <message>
        <source>a gate of Flyte runs nothing, so `%1` has no image, no arguments and no inputs</source>
        <translation>Flyte 的门不运行任何东西，因此 `%1` 没有镜像、参数和输入</translation>
    </message>
    <message>
        <source>this message of Flyte has no name of its own: it is called after what it starts, which stands in another file</source>
        <translation>这条 Flyte 消息没有自己的名称：它以所启动的内容命名，而该内容在另一个文件中</translation>
    </message>
    <message>
        <source>Argo refuses the workflow: the template stands in %1</source>
        <translation>Argo 会拒绝此工作流：模板在 %1 中</translation>
    </message>
    <message>
        <source>%1: `%2` must be a plain text or one parameter of the pipeline</source>
        <translation>%1：`%2` 必须是纯文本或流水线的一个参数</translation>
    </message>
    <message>
        <source>%1 holds %2, which an Elyra node does not have</source>
        <translation>%1 含有 %2，Elyra 节点没有它</translation>
    </message>
    <message>
        <source>%1: tries are counted by a number here, after every failure</source>
        <translation>%1：这里按次数在每次失败后重试</translation>
    </message>
    <message>
        <source>%1 names a file of its own, so nothing is there that tries again or looks at the time; call the file from a command</source>
        <translation>%1 直接指定了文件，因此没有可以重试或检查时限的程序；请用命令调用该文件</translation>
    </message>
    <message>
        <source>%1 relies on the entrypoint of its image; an Elyra node runs a file, so write the command out</source>
        <translation>%1 依赖其镜像的入口点；Elyra 节点运行文件，请写出命令</translation>
    </message>
    <message>
        <source>Elyra counts in whole units (4, 4G), not &quot;%1&quot;</source>
        <translation>Elyra 以整数单位计数（4、4G），而不是 “%1”</translation>
    </message>
    <message>
        <source>a command becomes a Python file beside the pipeline, which starts it; python3 FILE, Rscript FILE and papermill FILE - name their file</source>
        <translation>命令变为流水线旁边的一个 Python 文件，由它启动命令；python3 FILE、Rscript FILE 和 papermill FILE - 直接指定其文件</translation>
    </message>
    <message>
        <source>a script becomes a file beside the pipeline</source>
        <translation>脚本变为流水线旁边的一个文件</translation>
    </message>
    <message>
        <source>a parameter of the pipeline is a variable of the nodes that name it</source>
        <translation>流水线的参数成为引用它的节点的变量</translation>
    </message>
    <message>
        <source>Elyra counts in whole units: cores, gigabytes; a part of one is rounded up</source>
        <translation>Elyra 以整数单位计数（核数、GB）；不足一个单位的向上取整</translation>
    </message>
    <message>
        <source>an Elyra node mounts claims; other volumes are refused</source>
        <translation>Elyra 节点可挂载存储声明；其他卷会被拒绝</translation>
    </message>
    <message>
        <source>an Elyra pipeline has no exit handlers: export to Kubeflow Pipelines or Argo</source>
        <translation>Elyra 流水线没有退出处理：请导出到 Kubeflow Pipelines 或 Argo</translation>
    </message>
    <message>
        <source>an Elyra pipeline has no conditions and no loops: export to Kubeflow Pipelines or Argo</source>
        <translation>Elyra 流水线没有条件和循环：请导出到 Kubeflow Pipelines 或 Argo</translation>
    </message>
    <message>
        <source>an Elyra node starts when all nodes before it have succeeded</source>
        <translation>Elyra 节点在其前面的所有节点成功后才启动</translation>
    </message>
    <message>
        <source>an Elyra node runs once: the file that starts the command tries again and looks at the time, within the node</source>
        <translation>Elyra 节点只运行一次：由启动命令的文件在节点内重试并检查时限</translation>
    </message>
    <message>
        <source>Elyra needs a number of tries</source>
        <translation>Elyra 需要重试次数</translation>
    </message>
    <message>
        <source>an Elyra pipeline has no time limit: set it on the tasks</source>
        <translation>Elyra 流水线没有时限：请在任务上设置</translation>
    </message>
    <message>
        <source>nodes of files hand nothing on but the files of the object store: keep what the next task needs on a claim</source>
        <translation>文件节点之间只通过对象存储传递文件：请把下一个任务需要的内容保存在存储声明上</translation>
    </message>
    <message>
        <source>a file of given content cannot be put beside an Elyra node: write it in the command</source>
        <translation>无法在 Elyra 节点旁放置给定内容的文件：请在命令中写入</translation>
    </message>
    <message>
        <source>an Elyra node runs a notebook, a Python or an R file, nothing else</source>
        <translation>Elyra 节点只运行笔记本、Python 或 R 文件</translation>
    </message>
    <message>
        <source>a super node can be made in Elyra only: draw the tasks of the group beside the others</source>
        <translation>超级节点只能在 Elyra 中创建：请把组中的任务画在其他任务旁边</translation>
    </message>
    <message>
        <source>a muted task has no counterpart: remove it</source>
        <translation>静音的任务没有对应物：请将其删除</translation>
    </message>
    <message>
        <source>every Elyra node needs a runtime image: choose one for the task, the flow or the target</source>
        <translation>每个 Elyra 节点都需要运行时镜像：请为任务、流程或目标选择一个</translation>
    </message>
    <message>
        <source>this belongs to the runtime configuration of Elyra, not to a pipeline</source>
        <translation>这属于 Elyra 的运行时配置，而不属于流水线</translation>
    </message>
    <message>
        <source>nodes of files hand nothing on</source>
        <translation>文件节点不传递任何值</translation>
    </message>
    <message>
        <source>%1: the file `%2` is kept in the pipeline&apos;s own store, not at the place that the flow names</source>
        <translation>%1：文件 `%2` 保存在流水线自己的存储中，而不是流程指定的位置</translation>
    </message>
    <message>
        <source>%1 waits until `%2`; KFP has only containers, and one that sleeps needs a fixed time</source>
        <translation>%1 等待 `%2`；KFP 只有容器，而休眠的容器需要固定的时间</translation>
    </message>
    <message>
        <source>the tasks wait for each other in a circle: %1</source>
        <translation>任务循环等待：%1</translation>
    </message>
    <message>
        <source>%1: its tasks wait for each other in a circle: %2</source>
        <translation>%1：其中的任务循环等待：%2</translation>
    </message>
    <message>
        <source>an exit handler mounts the claim `%1`, which is made by a task; an exit handler of a pipeline can read only its parameters</source>
        <translation>退出处理挂载了由任务创建的存储声明 `%1`；流水线的退出处理只能读取流水线的参数</translation>
    </message>
    <message>
        <source>%1 mounts the claim `%2`, which is made by a task, and waits for any end of another; KFP takes that only from a task with one edge in</source>
        <translation>%1 挂载由任务创建的存储声明 `%2`，并等待另一个任务以任意方式结束；KFP 只允许只有一条传入连接的任务这样做</translation>
    </message>
    <message>
        <source>the claim `%1` (ReadWriteOnce) is made by a task and deleted by another when all others have succeeded</source>
        <translation>存储声明 `%1`（ReadWriteOnce）由一个任务创建，并在其他任务全部成功后由另一个任务删除</translation>
    </message>
    <message>
        <source>%1: a group takes no file with given content; hand over a parameter</source>
        <translation>%1：组不接受给定内容的文件；请传递参数</translation>
    </message>
    <message>
        <source>%1: the program of the image `%2` is written out, because KFP replaces the entrypoint</source>
        <translation>%1：已写出镜像 `%2` 的程序，因为 KFP 会替换入口点</translation>
    </message>
    <message>
        <source>made by Kubeflow Pipelines from a pipeline: the next compile overwrites this</source>
        <translation>由 Kubeflow Pipelines 根据流水线生成：下次编译会覆盖此文件</translation>
    </message>
    <message>
        <source>KFP takes the results of an earlier run where nothing changed (caching); here every task runs</source>
        <translation>在没有变化时 KFP 沿用先前运行的结果（缓存）；这里每个任务都会运行</translation>
    </message>
    <message>
        <source>Python lines stand in for KFP&apos;s launcher: the URI of a file is its path in the pod, its metadata travels beside it</source>
        <translation>由几行 Python 代替 KFP 的启动器：文件的 URI 是它在 Pod 中的路径，其元数据随文件一起传递</translation>
    </message>
    <message>
        <source>labels and annotations of the pod are left out</source>
        <translation>Pod 的标签和注解被省略</translation>
    </message>
    <message>
        <source>`%1` is the group of an exit handler, which KFP knows by its name: it must begin with `%2`</source>
        <translation>`%1` 是退出处理的组，KFP 按名称识别它：名称必须以 `%2` 开头</translation>
    </message>
    <message>
        <source>a wait becomes a container that sleeps (busybox, where nothing sets an image)</source>
        <translation>等待变为一个休眠的容器（未指定镜像时使用 busybox）</translation>
    </message>
    <message>
        <source>%1 hands on what somebody enters while it waits: Metaflow has no such step</source>
        <translation>%1 会把等待时由人输入的内容传下去：Metaflow 没有这样的步骤</translation>
    </message>
    <message>
        <source>%1 has two outputs called %2: in Metaflow they would be one attribute</source>
        <translation>%1 有两个名为 %2 的输出：在 Metaflow 中它们会是同一个属性</translation>
    </message>
    <message>
        <source>Metaflow tries again at most 4 times, not %1 times</source>
        <translation>Metaflow 最多重试 4 次，而不是 %1 次</translation>
    </message>
    <message>
        <source>Put the schedule on the cluster:</source>
        <translation>把计划放到集群上：</translation>
    </message>
    <message>
        <source>Put the template on the cluster:</source>
        <translation>把模板放到集群上：</translation>
    </message>
    <message>
        <source>Submit it and watch it run:</source>
        <translation>提交并观察运行：</translation>
    </message>
    <message>
        <source>Start a run of the compiled pipeline:</source>
        <translation>启动已编译流水线的一次运行：</translation>
    </message>
    <message>
        <source>Create the jobs and the flow over them:</source>
        <translation>创建作业以及其上的流程：</translation>
    </message>
    <message>
        <source>Put the workflow on the server:</source>
        <translation>把工作流放到服务器上：</translation>
    </message>
    <message>
        <source>Run it where you are:</source>
        <translation>就地运行：</translation>
    </message>
    <message>
        <source>Or put it on a cluster with Argo Workflows:</source>
        <translation>或放到装有 Argo Workflows 的集群上：</translation>
    </message>
    <message>
        <source>claim %1 at %2</source>
        <translation>声明 %1 挂载于 %2</translation>
    </message>
    <message>
        <source>claim %1 at %2, read only</source>
        <translation>声明 %1 挂载于 %2，只读</translation>
    </message>
    <message>
        <source>new claim %1 at %2</source>
        <translation>新声明 %1 挂载于 %2</translation>
    </message>
    <message>
        <source>new claim %1 at %2, read only</source>
        <translation>新声明 %1 挂载于 %2，只读</translation>
    </message>
    <message>
        <source>secret %1 at %2</source>
        <translation>secret %1 挂载于 %2</translation>
    </message>
    <message>
        <source>secret %1 at %2, read only</source>
        <translation>secret %1 挂载于 %2，只读</translation>
    </message>
    <message>
        <source>config map %1 at %2</source>
        <translation>config map %1 挂载于 %2</translation>
    </message>
    <message>
        <source>config map %1 at %2, read only</source>
        <translation>config map %1 挂载于 %2，只读</translation>
    </message>
    <message>
        <source>empty folder %1 at %2</source>
        <translation>空文件夹 %1 挂载于 %2</translation>
    </message>
    <message>
        <source>empty folder %1 at %2, read only</source>
        <translation>空文件夹 %1 挂载于 %2，只读</translation>
    </message>
    <message>
        <source>host path %1 at %2</source>
        <translation>主机路径 %1 挂载于 %2</translation>
    </message>
    <message>
        <source>host path %1 at %2, read only</source>
        <translation>主机路径 %1 挂载于 %2，只读</translation>
    </message>
    <message>
        <source>volume %1 at %2</source>
        <translation>卷 %1 挂载于 %2</translation>
    </message>
    <message>
        <source>volume %1 at %2, read only</source>
        <translation>卷 %1 挂载于 %2，只读</translation>
    </message>
    <message>
        <source>the namespace&apos;s service account default, unless the engine is told otherwise</source>
        <translation>命名空间的 default 服务账户，除非另行告诉引擎</translation>
    </message>
    <message>
        <source>Kubernetes: Always for no tag and for latest, otherwise IfNotPresent</source>
        <translation>Kubernetes：没有标签或为 latest 时是 Always，否则是 IfNotPresent</translation>
    </message>
    <message>
        <source>those of the service account, if it has any</source>
        <translation>服务账户自带的那些（如果有）</translation>
    </message>
    <message>
        <source>what the namespace&apos;s LimitRange says; without one, nothing is asked for</source>
        <translation>以命名空间的 LimitRange 为准；没有则不作请求</translation>
    </message>
    <message>
        <source>the container runtime&apos;s default for /dev/shm</source>
        <translation>容器运行时对 /dev/shm 的默认值</translation>
    </message>
    <message>
        <source>what is free on the node</source>
        <translation>节点上的空闲空间</translation>
    </message>
    <message>
        <source>a parameter of the task: its value is a variable of the container</source>
        <translation>任务的参数：它的值是容器的变量</translation>
    </message>
    <message>
        <source>the file holds templates alone and no JobFlow that could have a name</source>
        <translation>该文件只有模板，没有可以命名的 JobFlow</translation>
    </message>
    <message>
        <source>a JobFlow has no parameters: what they say at the export is written out, a task&apos;s own as variables of its container, a tag in a text as its value</source>
        <translation>JobFlow 没有参数：导出时的值被直接写出，任务自己的参数成为其容器的变量，文本中的标签替换为它的值</translation>
    </message>
    <message>
        <source>git cannot be started: %1</source>
        <translation>无法启动 git：%1</translation>
    </message>
    <message>
        <source>git has no committed text of this file: %1</source>
        <translation>git 中没有此文件的已提交文本：%1</translation>
    </message>
    <message>
        <source>a SHELL or PYTHON task of DolphinScheduler takes no arguments: write them into the script (task %1)</source>
        <translation>DolphinScheduler 的 SHELL 或 PYTHON 任务没有参数：请把它们写进脚本（任务 %1）</translation>
    </message>
    <message>
        <source>several tasks of the job are called `%1`: give each a name of its own first</source>
        <translation>该作业有多个任务都叫 `%1`：请先给每个任务一个自己的名称</translation>
    </message>
    <message>
        <source>`%1` reads an output of `%2` in a text: take it out of the text first</source>
        <translation>`%1` 在一段文本中读取 `%2` 的输出：请先把它从文本中去掉</translation>
    </message>
    <message>
        <source>`%1` has the input `%2` already</source>
        <translation>`%1` 已有输入 `%2`</translation>
    </message>
    <message>
        <source>the exit handler %1 stands inside a group</source>
        <translation>退出处理 %1 位于组内</translation>
    </message>
    <message>
        <source>Kubeflow Pipelines takes exit handlers only at the root of a pipeline: its compiler refuses others</source>
        <translation>Kubeflow Pipelines 只接受位于流水线根部的退出处理：其编译器会拒绝其他位置的</translation>
    </message>
    <message>
        <source>an exit handler that is not at the root of a Kubeflow pipeline</source>
        <translation>退出处理不在 Kubeflow 流水线的根部</translation>
    </message>
    <message>
        <source>%1 names no image: it runs in the python image of whoever deploys the flow</source>
        <translation>%1 没有指定镜像：它会在部署流程者的 python 镜像中运行</translation>
    </message>
    <message>
        <source>Metaflow takes the image python with the version of the machine that deploys: the same flow runs in another one when somebody else deploys it</source>
        <translation>Metaflow 采用与部署机器版本相同的 python 镜像：换一个人部署，同一流程就会在另一个镜像中运行</translation>
    </message>
    <message>
        <source>Metaflow chooses the image by the machine that deploys</source>
        <translation>Metaflow 按部署所用的机器选择镜像</translation>
    </message>
    <message>
        <source>%1 and %2 are both mounted at %3 in %4</source>
        <translation>%1 和 %2 在 %4 中都挂载到 %3</translation>
    </message>
    <message>
        <source>a path of a container holds one volume: Kubernetes refuses the pod</source>
        <translation>容器的一个路径只能有一个卷：Kubernetes 会拒绝该 pod</translation>
    </message>
    <message>
        <source>two volumes are mounted at one path</source>
        <translation>两个卷挂载到同一路径</translation>
    </message>
    <message>
        <source>the cron line %1 has %2 fields: Argo takes five</source>
        <translation>cron 行 %1 有 %2 个字段：Argo 只接受五个</translation>
    </message>
    <message>
        <source>the engine refuses the schedule, or takes it and never starts a run</source>
        <translation>引擎会拒绝该定时，或者接受它却从不启动运行</translation>
    </message>
    <message>
        <source>a cron line that no engine can read</source>
        <translation>没有引擎能读懂的 cron 行</translation>
    </message>
    <message>
        <source>%1 of a GPU: they are given out whole</source>
        <translation>%1 个 GPU：GPU 只能整个分配</translation>
    </message>
    <message>
        <source>Kubernetes counts devices in whole numbers and refuses the pod</source>
        <translation>Kubernetes 以整数计设备数量，会拒绝该 pod</translation>
    </message>
    <message>
        <source>a part of a GPU is asked for</source>
        <translation>请求了 GPU 的一部分</translation>
    </message>
    <message>
        <source>the task that the edge starts at has no name, so nothing can ask for it: give it one first</source>
        <translation>边的起点任务没有名称，无法被引用：请先为它命名</translation>
    </message>
    <message>
        <source>there is no such note any more</source>
        <translation>这个便签已不存在</translation>
    </message>
    <message>
        <source>a note needs words</source>
        <translation>便签需要有文字</translation>
    </message>
    <message>
        <source>%1 holds no tasks: there is nothing to unfold</source>
        <translation>%1 不含任务：没有可展开的内容</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is used %2 times and cannot be drawn inside one of its tasks: open it instead</source>
        <translation>“%1”被使用了 %2 次，无法画在其中一个任务之内：请改为打开它</translation>
    </message>
    <message>
        <source>%1 is no retry policy: Always, OnFailure, OnError or OnTransientError</source>
        <translation>%1 不是重试策略：Always、OnFailure、OnError 或 OnTransientError</translation>
    </message>
    <message>
        <source>Argo refuses the workflow</source>
        <translation>Argo 会拒绝该工作流</translation>
    </message>
    <message>
        <source>a retry policy that Argo does not know</source>
        <translation>Argo 不认识的重试策略</translation>
    </message>
    <message>
        <source>%1 is read by %2, which is no loop</source>
        <translation>%2 读取了 %1，但它不是循环</translation>
    </message>
    <message>
        <source>Argo refuses the workflow: only a task with withItems, withParam or withSequence has an item</source>
        <translation>Argo 会拒绝该工作流：只有带 withItems、withParam 或 withSequence 的任务才有循环项</translation>
    </message>
    <message>
        <source>a field of a loop&apos;s item is read where there is no loop</source>
        <translation>在没有循环的地方读取了循环项的字段</translation>
    </message>
    <message>
        <source>%1 of the parameter %2 is none of its choices: %3</source>
        <translation>参数 %2 的值 %1 不在其选项之中：%3</translation>
    </message>
    <message>
        <source>Argo refuses the workflow before it starts</source>
        <translation>Argo 在启动之前就会拒绝该工作流</translation>
    </message>
    <message>
        <source>the value of a parameter is none of its choices</source>
        <translation>参数的值不在其选项之中</translation>
    </message>
    <message>
        <source>%1 is no name of a parameter for Argo: letters, digits, &apos;-&apos; and &apos;_&apos;</source>
        <translation>%1 不是 Argo 的参数名：只能用字母、数字、&apos;-&apos; 和 &apos;_&apos;</translation>
    </message>
    <message>
        <source>Argo refuses the workflow: a dot or a space in a name would end it inside a {{tag}}</source>
        <translation>Argo 会拒绝该工作流：名称中的点或空格会在 {{tag}} 中截断名称</translation>
    </message>
    <message>
        <source>the parameter %1 stands twice in one list</source>
        <translation>参数 %1 在同一列表中出现两次</translation>
    </message>
    <message>
        <source>Argo refuses the workflow: a name of a parameter is unique where it stands</source>
        <translation>Argo 会拒绝该工作流：参数名在其所在处必须唯一</translation>
    </message>
    <message>
        <source>the name of a parameter has letters that Argo refuses</source>
        <translation>参数名中有 Argo 不接受的字符</translation>
    </message>
    <message>
        <source>two parameters of one list have the same name</source>
        <translation>同一列表中有两个同名参数</translation>
    </message>
    <message>
        <source>the hook `%1` has no expression, so nothing starts it: give it one in the text first</source>
        <translation>钩子 `%1` 没有表达式，因此不会被启动：请先在文本中为它写上表达式</translation>
    </message>
    <message>
        <source>`%1` is the name of another task too, and an exit handler needs one of its own: rename one of them first</source>
        <translation>`%1` 也是另一个任务的名称，而退出处理需要独有的名称：请先重命名其中一个</translation>
    </message>
    <message>
        <source>this file names no entrypoint, so its templates stand here side by side and nothing runs them: name the one to start with as `entrypoint` in the text first</source>
        <translation>此文件没有指定入口，因此各模板在此并列显示，且不会被运行：请先在文本中用 `entrypoint` 指定起始模板</translation>
    </message>
    <message>
        <source>an exit hook of Argo is called after its template, and `%1` is none of this file: rename the template where it stands</source>
        <translation>Argo 的退出钩子以其模板命名，而 `%1` 不是此文件中的模板：请在模板所在之处重命名</translation>
    </message>
    <message>
        <source>the volume `%1` is mounted without a `mountPath`: give it one in the text first</source>
        <translation>卷 `%1` 的挂载没有 `mountPath`：请先在文本中写上</translation>
    </message>
    <message>
        <source>%1 asks for %2 and is allowed %3: DolphinScheduler asks for half of what it allows</source>
        <translation>%1 请求 %2，上限为 %3：DolphinScheduler 请求的是上限的一半</translation>
    </message>
    <message>
        <source>a K8S task holds one number, and the server allows twice as much: half of the limit is written, the request goes</source>
        <translation>K8S 任务只有一个数值，服务器允许其两倍：写出的是上限的一半，请求值不再保留</translation>
    </message>
    <message>
        <source>a request that DolphinScheduler replaces by half of the limit</source>
        <translation>被 DolphinScheduler 以上限一半取代的请求值</translation>
    </message>
    <message>
        <source>`%1` would get one value twice, as %2 and as %3, and its nodes name the value itself: let them ask for %2</source>
        <translation>`%1` 会把同一个值接收两次（%2 和 %3），而其中的节点直接引用该值：请让它们使用 %2</translation>
    </message>
    <message>
        <source>the cron line &quot;%1&quot; of a recurring run: six fields are wanted, and the first, the seconds, is 0 here</source>
        <translation>周期运行的 cron 行“%1”：需要六个字段，且第一个（秒）在此必须为 0</translation>
    </message>
    <message>
        <source>a recurring run needs a cron line</source>
        <translation>周期运行需要一行 cron</translation>
    </message>
    <message>
        <source>a recurring run has no time zone of its own (here: %1): the server counts in UTC, unless its administrator set another</source>
        <translation>周期运行没有自己的时区（此处：%1）：服务器按 UTC 计时，除非管理员另行设置</translation>
    </message>
    <message>
        <source>a recurring run never replaces one that still goes on</source>
        <translation>周期运行从不替换仍在进行的运行</translation>
    </message>
    <message>
        <source>`%1` is given the status of `%2`, which it sees only when that has succeeded</source>
        <translation>`%1` 得到 `%2` 的状态，但只有在其成功之后才会看到</translation>
    </message>
    <message>
        <source>`%1` is given a status and waits for %2 tasks: it must wait for any end of exactly one</source>
        <translation>`%1` 得到一个状态却等待 %2 个任务：它必须恰好等待一个任务的任意结束</translation>
    </message>
    <message>
        <source>only an exit task learns how another task ended: the strategy ALL_UPSTREAM_TASKS_COMPLETED and one dependent task</source>
        <translation>只有退出任务才能得知另一个任务如何结束：使用策略 ALL_UPSTREAM_TASKS_COMPLETED 并只依赖一个任务</translation>
    </message>
    <message>
        <source>a final status given to a task that is no exit task</source>
        <translation>把最终状态给了不是退出任务的任务</translation>
    </message>
    <message>
        <source>`%1`: KFP lets only one task wait for any end of `%2`, and that is `%3`</source>
        <translation>`%1`：KFP 只允许一个任务等待 `%2` 的任意结束，即 `%3`</translation>
    </message>
    <message>
        <source>`%1`: KFP runs only one exit handler of a pipeline, and that is `%2`; let it do the work of both</source>
        <translation>`%1`：KFP 对一个流水线只运行一个退出处理，即 `%2`；请让它完成两者的工作</translation>
    </message>
    <message>
        <source>`%1` mounts the claim that `%2` makes: take the volume away first</source>
        <translation>`%1` 挂载了由 `%2` 创建的声明：请先移除该卷</translation>
    </message>
    <message>
        <source>a schedule is not part of a pipeline: export it, and it becomes a recurring run in a file of its own</source>
        <translation>调度不是流水线的一部分：导出后它会成为单独文件中的周期运行</translation>
    </message>
    <message>
        <source>a recurring run needs its schedule: suspend it instead</source>
        <translation>周期运行必须有调度：请改为暂停它</translation>
    </message>
    <message>
        <source>a recurring run has one cron line</source>
        <translation>周期运行只有一行 cron</translation>
    </message>
    <message>
        <source>a recurring run knows no starting deadline and no numbers of runs to keep</source>
        <translation>周期运行没有启动期限，也没有要保留的运行数量</translation>
    </message>
    <message>
        <source>a schedule leaves in a file of its own: a recurring run with the pipeline inside, as the server&apos;s API takes it</source>
        <translation>调度单独导出为一个文件：包含该流水线的周期运行，与服务器 API 接受的一致</translation>
    </message>
    <message>
        <source>what Kubernetes is told of pods has no place in this file: its `pipeline_spec` holds the pipeline alone</source>
        <translation>对 Kubernetes 说明的 Pod 设置在此文件中没有位置：其 `pipeline_spec` 只包含流水线本身</translation>
    </message>
    <message>
        <source>%1 is drawn around several steps and has no decorators of its own: set environment, tries, time limit and what is tolerated at the steps in it</source>
        <translation>%1 画在多个步骤之外，自身没有装饰器：请在其中的步骤上设置环境、重试次数、时间限制和可容忍的失败</translation>
    </message>
    <message>
        <source>the loop %1 is called after its first step, %2: rename that</source>
        <translation>循环 %1 以其第一个步骤 %2 命名：请重命名该步骤</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be two numbers [a, b]</source>
        <translation>“%1”必须是两个数字 [a, b]</translation>
    </message>
    <message>
        <source>`%1` leaves in a file of its own: start it when the flow has ended, if it has succeeded</source>
        <translation>`%1` 单独导出为一个文件：流程结束且成功后再启动它</translation>
    </message>
    <message>
        <source>`%1` leaves in a file of its own: start it when the flow has ended, if it has failed</source>
        <translation>`%1` 单独导出为一个文件：流程结束且失败后再启动它</translation>
    </message>
    <message>
        <source>`%1` leaves in a file of its own: start it when every job of the flow has ended</source>
        <translation>`%1` 单独导出为一个文件：流程的所有作业都结束后再启动它</translation>
    </message>
    <message>
        <source>the exit handlers can leave apart, each in a file of its own, to be started when the flow has ended</source>
        <translation>退出处理可以分开导出，每个各在一个文件中，等流程结束后再启动</translation>
    </message>
    <message>
        <source>this is no piece of a flow</source>
        <translation>这不是流程的一部分</translation>
    </message>
    <message>
        <source>When every job has ended, start the exit handler and tell it how the flow ended (Succeeded or Failed):</source>
        <translation>所有作业都结束后，启动退出处理，并告诉它流程的结果（Succeeded 或 Failed）：</translation>
    </message>
    <message>
        <source>`%1` must go on being told how `%2` ended: by that alone KFP knows it for an exit handler</source>
        <translation>`%1` 必须继续得知 `%2` 的结果：KFP 仅凭这一点识别它是退出处理</translation>
    </message>
    <message>
        <source>`%1` and `%2` run one executor: a change of one would change the other</source>
        <translation>`%1` 和 `%2` 使用同一个执行器：改动其一会改变另一个</translation>
    </message>
</context>
<context>
    <name>weft::ui::AddMenu</name>
    <message>
        <source>Type to add…</source>
        <translation>输入以添加…</translation>
    </message>
    <message>
        <source>What to add</source>
        <translation>要添加的内容</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>kind of task and its new name</comment>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>words in Markdown, for people</source>
        <translation>给人看的 Markdown 文字</translation>
    </message>
</context>
<context>
    <name>weft::ui::Breadcrumb</name>
    <message>
        <source>Esc goes up</source>
        <translation>Esc 返回上层</translation>
    </message>
</context>
<context>
    <name>weft::ui::Canvas</name>
    <message>
        <source>Add %1</source>
        <translation>添加%1</translation>
    </message>
    <message>
        <source>Rename task</source>
        <translation>重命名任务</translation>
    </message>
    <message>
        <source>Delete task</source>
        <translation>删除任务</translation>
    </message>
    <message>
        <source>Delete %1 tasks</source>
        <translation>删除 %1 个任务</translation>
    </message>
    <message>
        <source>Delete connection</source>
        <translation>删除连接</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>整理布局</translation>
    </message>
    <message>
        <source>select two tasks or more, in their order, to connect them</source>
        <translation>请按顺序选择两个或更多任务再连接</translation>
    </message>
    <message>
        <source>Connect in order</source>
        <translation>按顺序连接</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>goes between these two</source>
        <translation>插入到这两者之间</translation>
    </message>
    <message>
        <source>runs when the flow has ended</source>
        <translation>在流程结束后运行</translation>
    </message>
    <message>
        <source>Move task</source>
        <translation>移动任务</translation>
    </message>
    <message>
        <source>Move %1 tasks</source>
        <translation>移动 %1 个任务</translation>
    </message>
    <message>
        <source>Delete and reconnect</source>
        <translation>删除并重新连接</translation>
    </message>
    <message>
        <source>Break connections</source>
        <translation>断开连接</translation>
    </message>
    <message>
        <source>%2 runs after %1</source>
        <translation>%2 在 %1 之后运行</translation>
    </message>
    <message>
        <source>%2 runs after %1: %3</source>
        <translation>%2 在 %1 之后运行：%3</translation>
    </message>
    <message>
        <source>drag to the task that runs next</source>
        <translation>拖到下一个运行的任务</translation>
    </message>
    <message>
        <source>drag to the task that runs before</source>
        <translation>拖到前一个运行的任务</translation>
    </message>
    <message>
        <source>1 task</source>
        <translation>1 个任务</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>%1 个任务</translation>
    </message>
    <message>
        <source>1 exit handler</source>
        <translation>1 个退出处理</translation>
    </message>
    <message>
        <source>%1 exit handlers</source>
        <translation>%1 个退出处理</translation>
    </message>
    <message>
        <source>selected: %1</source>
        <translation>已选：%1</translation>
    </message>
    <message>
        <source>Flow %1</source>
        <translation>流程 %1</translation>
    </message>
    <message>
        <source>Arranging the tasks…</source>
        <translation>正在排列任务…</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>Double-click or press N to add a task, or drag one here from the left.</source>
        <translation>双击或按 N 添加任务，或从左侧拖到这里。</translation>
    </message>
    <message>
        <source>Drag from one task&apos;s port to another&apos;s to say what runs first.</source>
        <translation>从一个任务的端口拖到另一个任务的端口，以确定先后顺序。</translation>
    </message>
    <message>
        <source>ON EXIT</source>
        <comment>heading of the lane of exit handlers</comment>
        <translation>退出时</translation>
    </message>
    <message>
        <source>runs when this sub-flow has ended: always, on success or on failure</source>
        <translation>在此子流程结束后运行：始终、成功时或失败时</translation>
    </message>
    <message>
        <source>runs when the flow has ended: always, on success or on failure</source>
        <translation>在流程结束后运行：始终、成功时或失败时</translation>
    </message>
    <message>
        <source>Connect tasks</source>
        <translation>连接任务</translation>
    </message>
    <message>
        <source>Cut connection</source>
        <translation>剪断连接</translation>
    </message>
    <message>
        <source>Cut %1 connections</source>
        <translation>剪断 %1 条连接</translation>
    </message>
    <message>
        <source>cuts 1 connection</source>
        <translation>剪断 1 条连接</translation>
    </message>
    <message>
        <source>cuts %1 connections</source>
        <translation>剪断 %1 条连接</translation>
    </message>
    <message>
        <source>Make exit handler</source>
        <translation>设为退出处理</translation>
    </message>
    <message>
        <source>Make task</source>
        <translation>改回任务</translation>
    </message>
    <message>
        <source>Insert into connection</source>
        <translation>插入到连接中</translation>
    </message>
    <message>
        <source>becomes an exit handler: runs when the flow has ended</source>
        <translation>成为退出处理：在流程结束后运行</translation>
    </message>
    <message>
        <source>becomes a task of the flow</source>
        <translation>成为流程的任务</translation>
    </message>
    <message>
        <source>nothing to run yet</source>
        <translation>尚无可运行的内容</translation>
    </message>
    <message>
        <source>Not run: %1 failed</source>
        <translation>未运行：%1 失败</translation>
    </message>
    <message>
        <source>Not run: condition not met</source>
        <translation>未运行：条件不满足</translation>
    </message>
    <message>
        <source>Not run: %1</source>
        <translation>未运行：%1</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>muted: will not run</source>
        <translation>已停用：不会运行</translation>
    </message>
    <message>
        <source>“%1” is not defined</source>
        <translation>“%1”未定义</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>on success</source>
        <translation>成功时</translation>
    </message>
    <message>
        <source>on failure</source>
        <translation>失败时</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>尝试 %1 次</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>人工设定</translation>
    </message>
    <message>
        <source>recovered by %1</source>
        <translation>由 %1 恢复</translation>
    </message>
    <message>
        <source>× 1 item</source>
        <translation>× 1 项</translation>
    </message>
    <message>
        <source>× %1 items</source>
        <translation>× %1 项</translation>
    </message>
    <message>
        <source>× each of %1</source>
        <translation>× %1 的每一项</translation>
    </message>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
    <message>
        <source>× %1 to %2</source>
        <translation>× %1 到 %2</translation>
    </message>
    <message>
        <source>when %1</source>
        <translation>当 %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>any succeeded</source>
        <translation>任一成功</translation>
    </message>
    <message>
        <source>all failed</source>
        <translation>全部失败</translation>
    </message>
    <message>
        <source>%1 GPU</source>
        <translation>%1 GPU</translation>
    </message>
    <message>
        <source>sa %1</source>
        <translation>账户 %1</translation>
    </message>
    <message>
        <source>1 env var</source>
        <translation>1 个环境变量</translation>
    </message>
    <message>
        <source>%1 env vars</source>
        <translation>%1 个环境变量</translation>
    </message>
    <message>
        <source>environment: %1</source>
        <translation>环境：%1</translation>
    </message>
    <message>
        <source>Run %1 is about to start on %2.</source>
        <translation>第 %1 次运行即将在%2开始。</translation>
    </message>
    <message>
        <source>Run %1 is running on %2.</source>
        <translation>第 %1 次运行正在%2进行。</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1/%2</translation>
    </message>
    <message>
        <source>Run %1 succeeded on %2.</source>
        <translation>第 %1 次运行在%2成功。</translation>
    </message>
    <message>
        <source>Run %1 succeeded on %2: %3.</source>
        <translation>第 %1 次运行在%2成功：%3。</translation>
    </message>
    <message>
        <source>Run %1 failed on %2.</source>
        <translation>第 %1 次运行在%2失败。</translation>
    </message>
    <message>
        <source>Run %1 failed on %2: %3.</source>
        <translation>第 %1 次运行在%2失败：%3。</translation>
    </message>
    <message>
        <source>Run %1 was cancelled on %2.</source>
        <translation>第 %1 次运行在%2被取消。</translation>
    </message>
    <message>
        <source>Run %1 was cancelled on %2: %3.</source>
        <translation>第 %1 次运行在%2被取消：%3。</translation>
    </message>
    <message>
        <source>Run %1 on %2: what happened is not known.</source>
        <translation>第 %1 次运行（%2）：结果未知。</translation>
    </message>
    <message>
        <source>Run %1 on %2: not known, %3.</source>
        <translation>第 %1 次运行（%2）：未知，%3。</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>%1, exit handler</source>
        <translation>%1，退出处理</translation>
    </message>
    <message>
        <source>runs after …: input of %1</source>
        <translation>在……之后运行：%1 的输入</translation>
    </message>
    <message>
        <source>press to let it run after the selected task</source>
        <translation>按下即可让它在所选任务之后运行</translation>
    </message>
    <message>
        <source>runs before …: output of %1</source>
        <translation>在……之前运行：%1 的输出</translation>
    </message>
    <message>
        <source>press to let the selected task run after it</source>
        <translation>按下即可让所选任务在它之后运行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>select three tasks or more to give them the same distance</source>
        <translation>请选择三个或更多任务以等距排列</translation>
    </message>
    <message>
        <source>select two tasks or more to align them</source>
        <translation>请选择两个或更多任务以对齐</translation>
    </message>
    <message>
        <source>Arrange %1 tasks</source>
        <translation>排列 %1 个任务</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>便签：%1</translation>
    </message>
    <message>
        <source>Unfold group</source>
        <translation>展开分组</translation>
    </message>
    <message>
        <source>Fold group</source>
        <translation>折叠分组</translation>
    </message>
    <message>
        <source>select a group, or a task in one, to show or hide what is inside</source>
        <translation>请选择一个分组或其中的任务，以显示或隐藏其内容</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>已重命名</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>与 %1 比较</translation>
    </message>
    <message>
        <source>Esc ends the comparison</source>
        <translation>Esc 结束比较</translation>
    </message>
    <message>
        <source>hide what is inside (E)</source>
        <translation>隐藏其中的内容（E）</translation>
    </message>
    <message>
        <source>show what is inside (E)</source>
        <translation>显示其中的内容（E）</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加便签</translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation>删除便签</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑便签</translation>
    </message>
    <message>
        <source>Move note</source>
        <translation>移动便签</translation>
    </message>
    <message>
        <source>Resize note</source>
        <translation>调整便签大小</translation>
    </message>
    <message>
        <source>Colour of note</source>
        <translation>便签颜色</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>置于顶层</translation>
    </message>
    <message>
        <source>Bring note to front</source>
        <translation>便签置于顶层</translation>
    </message>
</context>
<context>
    <name>weft::ui::CommandPalette</name>
    <message>
        <source>Type a command…</source>
        <translation>输入命令…</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>no command is called so</source>
        <translation>没有这样的命令</translation>
    </message>
</context>
<context>
    <name>weft::ui::ComparePanel</name>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>the flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>definition %1</source>
        <translation>定义 %1</translation>
    </message>
    <message>
        <source>%1 (exit handler)</source>
        <translation>%1（退出处理）</translation>
    </message>
    <message>
        <source>was called %1</source>
        <translation>原名 %1</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Nothing is compared: choose Compare in the File menu.</source>
        <translation>未进行比较：请在“文件”菜单中选择“比较”。</translation>
    </message>
    <message>
        <source>The same as %1 in meaning.</source>
        <translation>与 %1 含义相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) to %1</source>
        <translation>
            <numerusform>与 %1 有 %n 处差异</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weft::ui::CompletionPopup</name>
    <message>
        <source>parameter of the flow</source>
        <translation>流程的参数</translation>
    </message>
    <message>
        <source>parameter of %1</source>
        <translation>%1 的参数</translation>
    </message>
    <message>
        <source>output of %1</source>
        <translation>%1 的输出</translation>
    </message>
    <message>
        <source>the loop&apos;s item</source>
        <translation>循环的当前项</translation>
    </message>
    <message>
        <source>how the flow ended</source>
        <translation>流程的结束状态</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>completion: what is written, what it is</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Suggestion %1 of %2: %3</source>
        <translation>建议 %1/%2：%3</translation>
    </message>
</context>
<context>
    <name>weft::ui::EnvironmentModel</name>
    <message>
        <source>engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>组 %1</translation>
    </message>
    <message>
        <source>definition %1</source>
        <translation>定义 %1</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Nothing sets this here, while other tasks have it.</source>
        <translation>此处没有任何设置，而其他任务有。</translation>
    </message>
    <message>
        <source>%1 (exit handler)</source>
        <translation>%1（退出处理）</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Set for some tasks only: a right click on a value applies it to all.</source>
        <translation>只有部分任务设置了它：右键单击某个值可应用到全部。</translation>
    </message>
    <message>
        <source>the cluster decides</source>
        <translation>由集群决定</translation>
    </message>
    <message>
        <source>%1  ·  cluster</source>
        <translation>%1  ·  集群</translation>
    </message>
</context>
<context>
    <name>weft::ui::EnvironmentPanel</name>
    <message numerus="yes">
        <source>%n column(s) are set for some tasks only</source>
        <translation>
            <numerusform>%n 列只在部分任务中设置</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply this value to all tasks and exit handlers</source>
        <translation>将此值应用到所有任务和退出处理</translation>
    </message>
    <message>
        <source>Clear this for all tasks and exit handlers</source>
        <translation>为所有任务和退出处理清除它</translation>
    </message>
    <message>
        <source>Apply to all: %1</source>
        <translation>应用到全部：%1</translation>
    </message>
    <message>
        <source>Empty columns</source>
        <translation>空列</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>应用到全部</translation>
    </message>
    <message>
        <source>Gives every task, the first, the last and the exit handlers included, the value that is selected here</source>
        <translation>将此处选中的值赋予每个任务，包括第一个、最后一个和退出处理</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Environment of every task</source>
        <translation>每个任务的环境</translation>
    </message>
</context>
<context>
    <name>weft::ui::FailCard</name>
    <message>
        <source>It did not run, because %1 did not succeed.</source>
        <translation>未运行，因为 %1 没有成功。</translation>
    </message>
    <message numerus="yes">
        <source>%1, in %n attempt(s).</source>
        <translation>
            <numerusform>%1，共尝试 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Why it did not run</source>
        <translation>未运行的原因</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>失败的原因</translation>
    </message>
    <message>
        <source>Last line: %1</source>
        <translation>最后一行：%1</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message numerus="yes">
        <source>Your code ended with exit code %1, at the last of %n attempt(s).</source>
        <translation>
            <numerusform>您的代码在 %n 次尝试的最后一次以退出码 %1 结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your code ended with exit code %1.</source>
        <translation>您的代码以退出码 %1 结束。</translation>
    </message>
</context>
<context>
    <name>weft::ui::FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>上一个 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>下一个 (Enter)</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n 处匹配</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weft::ui::FindTask</name>
    <message>
        <source>Find a task, image, command…   Ctrl+F</source>
        <translation>查找任务、镜像、命令…   Ctrl+F</translation>
    </message>
    <message>
        <source>Find a task</source>
        <translation>查找任务</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>便签：%1</translation>
    </message>
</context>
<context>
    <name>weft::ui::FirstSteps</name>
    <message>
        <source>Break a task</source>
        <translation>弄坏一个任务</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open YAML…</source>
        <translation>打开 YAML(&amp;O)…</translation>
    </message>
    <message>
        <source>Close this card</source>
        <translation>关闭此卡片</translation>
    </message>
    <message>
        <source>This flow works</source>
        <translation>这个流程可以运行</translation>
    </message>
    <message>
        <source>Four tasks and an exit handler. Run them on this computer: no network, no account, no cluster.</source>
        <translation>四个任务和一个退出处理。在本机运行：无需网络、账户或集群。</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Running on this computer</source>
        <translation>正在本机运行</translation>
    </message>
    <message>
        <source>Every task shows its state as a shape, a colour and a word. Select one to see its log.</source>
        <translation>每个任务都用形状、颜色和文字显示状态。选中一个即可查看日志。</translation>
    </message>
    <message>
        <source>All green</source>
        <translation>全部成功</translation>
    </message>
    <message>
        <source>Now see what happens when something goes wrong: rename a variable that the report needs.</source>
        <translation>再看看出错时会怎样：重命名 report 所需的一个变量。</translation>
    </message>
    <message>
        <source>&amp;Break a task</source>
        <translation>弄坏一个任务(&amp;B)</translation>
    </message>
    <message>
        <source>Broken, and marked at once</source>
        <translation>已弄坏，并立即标出</translation>
    </message>
    <message>
        <source>Problems says what is wrong with the name, before anything runs. Run it anyway.</source>
        <translation>在运行之前，“问题”面板就说明了名称错在哪里。仍然运行它吧。</translation>
    </message>
    <message>
        <source>The truth about it</source>
        <translation>真实的结果</translation>
    </message>
    <message>
        <source>The exit handler ran and is green, and still the run has failed: a handler never improves a verdict. One button mends it.</source>
        <translation>退出处理已运行且成功，但运行仍然失败：退出处理从不美化结论。一个按钮即可修复。</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>Run it once more.</source>
        <translation>再运行一次。</translation>
    </message>
    <message>
        <source>Well done</source>
        <translation>干得好</translation>
    </message>
    <message>
        <source>That is all there is to it: draw, check, run, watch. Double-click the canvas to add a task.</source>
        <translation>就是这么简单：绘制、检查、运行、观察。双击画布即可添加任务。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Take the tour</source>
        <translation>开始导览(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
</context>
<context>
    <name>weft::ui::FlowDocument</name>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>weft::ui::FlowForm</name>
    <message>
        <source>Rename the flow</source>
        <translation>重命名流程</translation>
    </message>
    <message>
        <source>Change the image</source>
        <translation>更改镜像</translation>
    </message>
    <message>
        <source>Change the environment</source>
        <translation>更改环境</translation>
    </message>
    <message>
        <source>Change the environment variables</source>
        <translation>更改环境变量</translation>
    </message>
    <message>
        <source>Change the parameters</source>
        <translation>更改参数</translation>
    </message>
    <message>
        <source>asked for at the start</source>
        <translation>启动时询问</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Name of the flow</source>
        <translation>流程名称</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>&amp;Image for every task</source>
        <translation>所有任务的镜像(&amp;I)</translation>
    </message>
    <message>
        <source>Environment of every task</source>
        <translation>所有任务的环境</translation>
    </message>
    <message>
        <source>Environment variables of every task</source>
        <translation>所有任务的环境变量</translation>
    </message>
    <message>
        <source>Add a variable</source>
        <translation>添加变量</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Tasks inherit these. Select a task to see what it gets and from where.</source>
        <translation>任务会继承这些设置。选中任务可查看其取值及来源。</translation>
    </message>
</context>
<context>
    <name>weft::ui::HelpViewer</name>
    <message>
        <source>There is no page about %1.</source>
        <translation>没有关于 %1 的页面。</translation>
    </message>
    <message>
        <source>Weftwork help</source>
        <translation>Weftwork 帮助</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>All lint rules</source>
        <translation>所有检查规则</translation>
    </message>
    <message>
        <source>A rule reports a mistake that breaks or falsifies a run. The comment `# weftwork-ignore RULE -- reason` silences one at its line.</source>
        <translation>规则报告会使运行中断或结果失真的错误。在行末写注释 `# weftwork-ignore RULE -- reason` 可在该行关闭一条规则。</translation>
    </message>
</context>
<context>
    <name>weft::ui::Inspector</name>
    <message>
        <source>No flow is open.</source>
        <translation>没有打开的流程。</translation>
    </message>
</context>
<context>
    <name>weft::ui::LibraryDialog</name>
    <message>
        <source>Fits %1.</source>
        <translation>适用于 %1。</translation>
    </message>
    <message>
        <source>With a change: %1.</source>
        <translation>需要改动：%1。</translation>
    </message>
    <message>
        <source>Nothing of that kind.</source>
        <translation>没有这样的内容。</translation>
    </message>
    <message>
        <source>&amp;Insert here</source>
        <translation>插入到此处(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Open as a flow of its own</source>
        <translation>作为独立流程打开(&amp;O)</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>模板库</translation>
    </message>
    <message>
        <source>Search: loop, retry, approval…</source>
        <translation>搜索：循环、重试、审批…</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索模板库</translation>
    </message>
    <message>
        <source>Templates and examples</source>
        <translation>模板和示例</translation>
    </message>
    <message>
        <source>Drawing of %1</source>
        <translation>%1 的图</translation>
    </message>
</context>
<context>
    <name>weft::ui::LineageView</name>
    <message>
        <source>Leave (Esc)</source>
        <translation>离开（Esc）</translation>
    </message>
    <message>
        <source>No value comes here from elsewhere, and none goes on.</source>
        <translation>没有值从别处传来，也没有值传出。</translation>
    </message>
    <message>
        <source>Where the values of %1 come from and go to</source>
        <translation>%1 的值从哪里来、到哪里去</translation>
    </message>
    <message>
        <source>Where this value comes from and goes to: %1</source>
        <translation>这个值从哪里来、到哪里去：%1</translation>
    </message>
    <message>
        <source>(the first 400 steps)</source>
        <translation>（前 400 步）</translation>
    </message>
</context>
<context>
    <name>weft::ui::LogPanel</name>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>No run is shown. Press F5.</source>
        <translation>没有显示任何运行。请按 F5。</translation>
    </message>
    <message>
        <source>This task has not run in this run.</source>
        <translation>此任务在本次运行中没有运行。</translation>
    </message>
    <message>
        <source>Select a task to see its log.</source>
        <translation>选中一个任务以查看日志。</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
</context>
<context>
    <name>weft::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems  %1</source>
        <translation>问题  %1</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exit handler(s)</source>
        <translation>
            <numerusform>%n 个退出处理</numerusform>
        </translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Open flows</source>
        <translation>打开流程</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>this selection cannot be written as YAML</source>
        <translation>所选内容无法写成 YAML</translation>
    </message>
    <message>
        <source>the clipboard holds no flow: %1</source>
        <translation>剪贴板中没有流程：%1</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Make an exit handler</source>
        <translation>设为退出处理</translation>
    </message>
    <message>
        <source>Make an ordinary task</source>
        <translation>改回普通任务</translation>
    </message>
    <message>
        <source>Weftwork flows (*.weft.yaml);;All files (*)</source>
        <translation>Weftwork 流程 (*.weft.yaml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>YAML (*.yaml *.yml);;All files (*)</source>
        <translation>YAML (*.yaml *.yml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation>尚未打开过文件</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>图片 (PNG)…</translation>
    </message>
    <message>
        <source>Picture (SVG)…</source>
        <translation>图片 (SVG)…</translation>
    </message>
    <message>
        <source>Cannot make a new flow.</source>
        <translation>无法新建流程。</translation>
    </message>
    <message>
        <source>Cannot open %1.</source>
        <translation>无法打开 %1。</translation>
    </message>
    <message>
        <source>Cannot open the example.</source>
        <translation>无法打开示例。</translation>
    </message>
    <message>
        <source>Cannot save %1.</source>
        <translation>无法保存 %1。</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>%1 was changed by another program. Read it again? Your changes can be had back with Undo.</source>
        <translation>%1 已被其他程序更改。重新读取吗？您的更改可用“撤销”找回。</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>重新读取(&amp;R)</translation>
    </message>
    <message>
        <source>%1 was changed by another program and has been read again</source>
        <translation>%1 已被其他程序更改，并已重新读取</translation>
    </message>
    <message>
        <source>%1 cannot say what this flow says.</source>
        <translation>%1 无法表达此流程的内容。</translation>
    </message>
    <message>
        <source>Cannot export.</source>
        <translation>无法导出。</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>已导出 %1</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Cannot write %1.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Cannot run.</source>
        <translation>无法运行。</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1，第 %2 次运行</translation>
    </message>
    <message>
        <source>The &amp;system&apos;s</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Exported %1, with changes.</source>
        <translation>已导出 %1，有改动。</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>as it was opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <source>Changes: choose one to go back to it</source>
        <translation>更改：选择一项即可回到该处</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>取消组合</translation>
    </message>
    <message>
        <source>no fix is known for this problem</source>
        <translation>此问题没有已知的修复</translation>
    </message>
    <message>
        <source>Picture (PDF)…</source>
        <translation>图片 (PDF)…</translation>
    </message>
    <message numerus="yes">
        <source>%1 has changes that were not saved when Weftwork ended: %n step(s). Get them back?</source>
        <translation>
            <numerusform>%1 有在 Weftwork 结束时未保存的更改：%n 步。要恢复吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Get back</source>
        <translation>恢复(&amp;G)</translation>
    </message>
    <message>
        <source>the last changes could not be read</source>
        <translation>无法读取最后的更改</translation>
    </message>
    <message>
        <source>Weftwork ended before this was saved: %1. Get it back?</source>
        <translation>Weftwork 结束前未保存：%1。要恢复吗？</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Cannot print.</source>
        <translation>无法打印。</translation>
    </message>
    <message>
        <source>Align &amp;left edges</source>
        <translation>左对齐(&amp;L)</translation>
    </message>
    <message>
        <source>Align &amp;centres</source>
        <translation>水平居中(&amp;C)</translation>
    </message>
    <message>
        <source>Align &amp;right edges</source>
        <translation>右对齐(&amp;R)</translation>
    </message>
    <message>
        <source>Align &amp;top edges</source>
        <translation>顶端对齐(&amp;T)</translation>
    </message>
    <message>
        <source>Align &amp;middles</source>
        <translation>垂直居中(&amp;M)</translation>
    </message>
    <message>
        <source>Align &amp;bottom edges</source>
        <translation>底端对齐(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Same distance across</source>
        <translation>横向等距(&amp;S)</translation>
    </message>
    <message>
        <source>Same distance &amp;down</source>
        <translation>纵向等距(&amp;D)</translation>
    </message>
    <message>
        <source>Usages</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Cannot compare with %1.</source>
        <translation>无法与 %1 比较。</translation>
    </message>
    <message>
        <source>a flow without a file is in no repository</source>
        <translation>没有文件的流程不在任何仓库中</translation>
    </message>
    <message>
        <source>Cannot compare with what git has.</source>
        <translation>无法与 git 中的版本比较。</translation>
    </message>
    <message>
        <source>the last commit</source>
        <translation>最近一次提交</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>插入 %1</translation>
    </message>
    <message>
        <source>Exported %1.</source>
        <translation>已导出 %1。</translation>
    </message>
    <message>
        <source>%1 stands in several files of this folder, none nearer than the others</source>
        <translation>%1 在此文件夹的多个文件中都有，没有哪个更近</translation>
    </message>
    <message>
        <source>%1 stands in no file of this folder: it must be on the cluster</source>
        <translation>此文件夹的文件中没有 %1：它必须在集群上</translation>
    </message>
    <message>
        <source>Opening was cancelled</source>
        <translation>已取消打开</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Export, then submit by hand</source>
        <translation>导出，然后手动提交</translation>
    </message>
    <message>
        <source>was called %1</source>
        <translation>原名 %1</translation>
    </message>
    <message>
        <source>Paste with wires</source>
        <translation>粘贴并保留连线</translation>
    </message>
    <message>
        <source>%1 cannot run exit handlers. Export them apart, each in a file of its own, to be started when the flow has ended?</source>
        <translation>%1 无法运行退出处理。要把它们分开导出吗？每个各在一个文件中，等流程结束后再启动。</translation>
    </message>
    <message>
        <source>Export &amp;apart</source>
        <translation>分开导出(&amp;A)</translation>
    </message>
    <message>
        <source>select a task to see where its values come from</source>
        <translation>选择一个任务以查看其值的来源</translation>
    </message>
    <message>
        <source>this task is given no value and gives none</source>
        <translation>此任务既不接收值也不给出值</translation>
    </message>
</context>
<context>
    <name>weft::ui::Minimap</name>
    <message>
        <source>Overview of the flow</source>
        <translation>流程概览</translation>
    </message>
    <message>
        <source>Overview: drag to move the view (M hides it)</source>
        <translation>概览：拖动以移动视图（按 M 隐藏）</translation>
    </message>
</context>
<context>
    <name>weft::ui::NamesSection</name>
    <message>
        <source>flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>what it runs</source>
        <translation>所运行的内容</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>%1 wants the same name</source>
        <translation>%1 也要用同一个名称</translation>
    </message>
    <message>
        <source>Names on</source>
        <translation>名称，在</translation>
    </message>
    <message>
        <source>Engine whose names are shown</source>
        <translation>显示其名称的引擎</translation>
    </message>
    <message>
        <source>Choose an engine to see under which names it knows this task.</source>
        <translation>选择一个引擎，查看它以什么名称认识此任务。</translation>
    </message>
    <message>
        <source>Every name arrives as it was typed.</source>
        <translation>所有名称都原样到达。</translation>
    </message>
    <message numerus="yes">
        <source>%n other name(s) arrive as typed.</source>
        <translation>
            <numerusform>另有 %n 个名称原样到达。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weft::ui::NoteEdit</name>
    <message>
        <source>Words of the note, in Markdown</source>
        <translation>便签的文字（Markdown）</translation>
    </message>
    <message>
        <source>Markdown: # heading, **bold**, - list</source>
        <translation>Markdown：# 标题、**粗体**、- 列表</translation>
    </message>
</context>
<context>
    <name>weft::ui::OpenStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Understanding %1…</source>
        <translation>正在理解 %1…</translation>
    </message>
    <message>
        <source>Drawing %1…</source>
        <translation>正在绘制 %1…</translation>
    </message>
</context>
<context>
    <name>weft::ui::OutlineModel</name>
    <message>
        <source>On exit</source>
        <translation>退出时</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>便签</translation>
    </message>
</context>
<context>
    <name>weft::ui::OutlinePanel</name>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
</context>
<context>
    <name>weft::ui::PageHead</name>
    <message>
        <source>flow %1</source>
        <translation>流程 %1</translation>
    </message>
    <message>
        <source>Flow in this file</source>
        <translation>此文件中的流程</translation>
    </message>
    <message numerus="yes">
        <source>Used by %n other flow(s) of this folder</source>
        <translation>
            <numerusform>被此文件夹中另外 %n 个流程使用</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists who uses what stands here: a change reaches all of them</source>
        <translation>列出使用此处内容的流程：改动会影响到它们全部</translation>
    </message>
</context>
<context>
    <name>weft::ui::PalettePanel</name>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>sh, python, any</source>
        <translation>sh、python 等</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>image + command</source>
        <translation>镜像 + 命令</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>runs when …</source>
        <translation>满足条件时运行</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>list, range, param</source>
        <translation>列表、范围、参数</translation>
    </message>
    <message>
        <source>Sub-flow</source>
        <translation>子流程</translation>
    </message>
    <message>
        <source>nest, reuse</source>
        <translation>嵌套、复用</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Exit handler</source>
        <translation>退出处理</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加%1</translation>
    </message>
    <message>
        <source>Drag it to the canvas, or click to add it</source>
        <translation>拖到画布上，或单击添加</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>weft::ui::PlacementSection</name>
    <message>
        <source>&quot;%1&quot; is no volume: write pvc NAME, secret NAME, configMap NAME, emptyDir or hostPath PATH</source>
        <translation>“%1”不是卷：请写 pvc 名称、secret 名称、configMap 名称、emptyDir 或 hostPath 路径</translation>
    </message>
    <message>
        <source>Volumes, node selector, tolerations…</source>
        <translation>卷、节点选择器、容忍度…</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>Add a volume</source>
        <translation>添加卷</translation>
    </message>
    <message>
        <source>mounted at</source>
        <translation>挂载于</translation>
    </message>
    <message>
        <source>pvc NAME, secret NAME…</source>
        <translation>pvc 名称、secret 名称…</translation>
    </message>
    <message>
        <source>Node selector</source>
        <translation>节点选择器</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Tolerations</source>
        <translation>容忍度</translation>
    </message>
    <message>
        <source>Add a toleration</source>
        <translation>添加容忍度</translation>
    </message>
    <message>
        <source>key or key=value</source>
        <translation>键或 键=值</translation>
    </message>
    <message>
        <source>every effect</source>
        <translation>所有效果</translation>
    </message>
</context>
<context>
    <name>weft::ui::PortabilityModel</name>
    <message>
        <source>fits</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>fits with a change</source>
        <translation>改动后适合</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒绝</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>…… 还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>the flow</source>
        <translation>流程</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>（还有 %n 条）</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>The open flow there</source>
        <translation>打开的流程在该引擎上</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>weft::ui::PortabilityPanel</name>
    <message>
        <source>Where this flow could run</source>
        <translation>此流程可以在哪里运行</translation>
    </message>
</context>
<context>
    <name>weft::ui::ProblemsModel</name>
    <message>
        <source>%1; rule %2</source>
        <translation>%1；规则 %2</translation>
    </message>
</context>
<context>
    <name>weft::ui::ProblemsPanel</name>
    <message numerus="yes">
        <source>Nothing found. Checked with %n rule(s) for %1.</source>
        <translation>
            <numerusform>未发现问题。已用 %n 条规则针对 %1 检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>No flow is open.</source>
        <translation>没有打开的流程。</translation>
    </message>
</context>
<context>
    <name>weft::ui::RenameField</name>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
</context>
<context>
    <name>weft::ui::ResourcesTable</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>服务账户</translation>
    </message>
    <message>
        <source>here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>各不相同</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>共享内存</translation>
    </message>
</context>
<context>
    <name>weft::ui::Rows</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: show the way</source>
        <translation>
            <numerusform>还有 %n 个：显示路径</numerusform>
        </translation>
    </message>
    <message>
        <source>show the way</source>
        <translation>显示路径</translation>
    </message>
    <message>
        <source>Show on the drawing where %1 comes from and goes to</source>
        <translation>在图上显示 %1 从哪里来、到哪里去</translation>
    </message>
</context>
<context>
    <name>weft::ui::RunControl</name>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>weft::ui::RunnerLink</name>
    <message>
        <source>no runner answers</source>
        <translation>没有运行器应答</translation>
    </message>
    <message>
        <source>cannot start the runner: %1</source>
        <translation>无法启动运行器：%1</translation>
    </message>
    <message>
        <source>the runner has gone</source>
        <translation>运行器已退出</translation>
    </message>
    <message>
        <source>the runner does not answer yet; Weftwork goes on trying</source>
        <translation>运行器尚未应答；Weftwork 会继续尝试</translation>
    </message>
</context>
<context>
    <name>weft::ui::RunsModel</name>
    <message>
        <source>%1, run %2</source>
        <translation>%1，第 %2 次运行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Flow and run</source>
        <translation>流程与运行</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
</context>
<context>
    <name>weft::ui::RunsPanel</name>
    <message>
        <source>All flows</source>
        <translation>所有流程</translation>
    </message>
    <message>
        <source>Which flow&apos;s runs</source>
        <translation>显示哪个流程的运行</translation>
    </message>
    <message>
        <source>Run &amp;again</source>
        <translation>再次运行(&amp;A)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Ends its tasks politely; exit handlers run</source>
        <translation>礼貌地结束任务；退出处理会运行</translation>
    </message>
    <message>
        <source>&amp;Kill</source>
        <translation>强制终止(&amp;K)</translation>
    </message>
    <message>
        <source>Ends everything at once; no exit handler runs</source>
        <translation>立即结束一切；不运行任何退出处理</translation>
    </message>
    <message>
        <source>No run yet. Press F5 to run the flow on this computer.</source>
        <translation>还没有运行过。按 F5 在本机运行流程。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
</context>
<context>
    <name>weft::ui::ScheduleForm</name>
    <message>
        <source>Change the schedule</source>
        <translation>更改计划</translation>
    </message>
    <message>
        <source>Suspended: it does not start by itself.</source>
        <translation>已暂停：不会自动启动。</translation>
    </message>
    <message>
        <source>It never starts.</source>
        <translation>永远不会启动。</translation>
    </message>
    <message>
        <source>Next times:</source>
        <translation>接下来的时间：</translation>
    </message>
    <message>
        <source>the server&apos;s</source>
        <translation>服务器的</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>&amp;Cron lines</source>
        <translation>Cron 行(&amp;C)</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>时区(&amp;Z)</translation>
    </message>
    <message>
        <source>When the last run has not ended</source>
        <translation>上次运行尚未结束时</translation>
    </message>
    <message>
        <source>the engine&apos;s default</source>
        <translation>引擎的默认值</translation>
    </message>
    <message>
        <source>start another beside it</source>
        <translation>并行再启动一个</translation>
    </message>
    <message>
        <source>leave this time out</source>
        <translation>略过这一次</translation>
    </message>
    <message>
        <source>end it and start anew</source>
        <translation>结束它并重新开始</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>none, as 30 6 * * 1-5</source>
        <translation>无，例如 30 6 * * 1-5</translation>
    </message>
</context>
<context>
    <name>weft::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>zooms; with Ctrl it scrolls</source>
        <translation>缩放；按住 Ctrl 时滚动</translation>
    </message>
    <message>
        <source>scrolls; with Ctrl it zooms</source>
        <translation>滚动；按住 Ctrl 时缩放</translation>
    </message>
    <message>
        <source>what the file suggests</source>
        <translation>由文件决定</translation>
    </message>
    <message>
        <source>Also give &amp;advice (no timeout, unused parameter …)</source>
        <translation>同时给出建议（无超时、未使用的参数等）(&amp;A)</translation>
    </message>
    <message>
        <source>Show the &amp;first steps at the start</source>
        <translation>启动时显示入门卡片(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Mouse &amp;wheel</source>
        <translation>鼠标滚轮(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Check for</source>
        <translation>检查目标(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Kubernetes</source>
        <translation>&amp;Kubernetes</translation>
    </message>
    <message>
        <source>none: a task without an image is refused</source>
        <translation>无：没有镜像的任务会被拒绝</translation>
    </message>
    <message>
        <source>&amp;Default image</source>
        <translation>默认镜像(&amp;D)</translation>
    </message>
</context>
<context>
    <name>weft::ui::SeveralForm</name>
    <message>
        <source>different values</source>
        <translation>各不相同</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>继承</translation>
    </message>
    <message>
        <source>not in all of them</source>
        <translation>并非全部都有</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>weft::ui::ShortcutsDialog</name>
    <message>
        <source>&amp;No key</source>
        <translation>无按键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Original key</source>
        <translation>原始按键(&amp;O)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>&amp;All original keys</source>
        <translation>全部恢复原始按键(&amp;A)</translation>
    </message>
    <message>
        <source>New &amp;keys</source>
        <translation>新按键(&amp;K)</translation>
    </message>
    <message>
        <source>%1 was the key of “%2”, which has lost it.</source>
        <translation>%1 原是“%2”的按键，现已从其移除。</translation>
    </message>
</context>
<context>
    <name>weft::ui::SourcePanel</name>
    <message>
        <source>Text of the flow</source>
        <translation>流程文本</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3. The drawing shows the last text that could be read.</source>
        <translation>第 %1 行第 %2 列：%3。图中显示的是最后一次可读取的文本。</translation>
    </message>
</context>
<context>
    <name>weft::ui::TargetChooser</name>
    <message>
        <source>What the &amp;file suggests</source>
        <translation>由文件决定(&amp;F)</translation>
    </message>
    <message>
        <source>Check for:  %1</source>
        <translation>检查目标：%1</translation>
    </message>
    <message>
        <source>no engine</source>
        <translation>无引擎</translation>
    </message>
    <message>
        <source>The engines that this file suggests</source>
        <translation>此文件建议的引擎</translation>
    </message>
    <message>
        <source>The engines that you have chosen</source>
        <translation>您选择的引擎</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>weft::ui::TargetCombo</name>
    <message>
        <source>As drawn</source>
        <translation>按绘制</translation>
    </message>
</context>
<context>
    <name>weft::ui::TaskForm</name>
    <message>
        <source>Container task</source>
        <translation>容器任务</translation>
    </message>
    <message>
        <source>Script task</source>
        <translation>脚本任务</translation>
    </message>
    <message>
        <source>Sub-flow</source>
        <translation>子流程</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>HTTP task</source>
        <translation>HTTP 任务</translation>
    </message>
    <message>
        <source>Resource task</source>
        <translation>资源任务</translation>
    </message>
    <message>
        <source>Defined elsewhere</source>
        <translation>在别处定义</translation>
    </message>
    <message>
        <source>Other task</source>
        <translation>其他任务</translation>
    </message>
    <message>
        <source>Nothing to run</source>
        <translation>没有可运行的内容</translation>
    </message>
    <message>
        <source>Exit handler</source>
        <translation>退出处理</translation>
    </message>
    <message numerus="yes">
        <source>Runs %1, which serves %n task(s).</source>
        <translation>
            <numerusform>运行 %1，它供 %n 个任务使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs %1, which is not defined.</source>
        <translation>运行 %1，但它未定义。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>on success</source>
        <translation>成功时</translation>
    </message>
    <message>
        <source>on failure</source>
        <translation>失败时</translation>
    </message>
    <message>
        <source>When the handler runs</source>
        <translation>处理的触发时机</translation>
    </message>
    <message>
        <source>affects the verdict</source>
        <translation>影响结论</translation>
    </message>
    <message>
        <source>warn only</source>
        <translation>仅警告</translation>
    </message>
    <message>
        <source>What a failure of the handler means</source>
        <translation>处理失败意味着什么</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>镜像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>命令(&amp;C)</translation>
    </message>
    <message>
        <source>Ar&amp;guments</source>
        <translation>参数(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Script</source>
        <translation>脚本(&amp;S)</translation>
    </message>
    <message>
        <source>Interpr&amp;eter</source>
        <translation>解释器(&amp;E)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行内容</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>value, or choose</source>
        <translation>值，或选择</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Add an output</source>
        <translation>添加输出</translation>
    </message>
    <message>
        <source>file or path</source>
        <translation>文件或路径</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Add a variable</source>
        <translation>添加变量</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Runs after</source>
        <translation>在其后运行</translation>
    </message>
    <message>
        <source>Add a task to wait for</source>
        <translation>添加要等待的任务</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Onl&amp;y when</source>
        <translation>仅当(&amp;Y)</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>失败时</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>A failure is only a &amp;warning</source>
        <translation>失败仅作为警告(&amp;W)</translation>
    </message>
    <message>
        <source>Change the retries</source>
        <translation>更改重试次数</translation>
    </message>
    <message>
        <source>Change the wait before a retry</source>
        <translation>更改重试前的等待</translation>
    </message>
    <message>
        <source>Change how the wait grows</source>
        <translation>更改等待的增长</translation>
    </message>
    <message>
        <source>Change the timeout</source>
        <translation>更改超时</translation>
    </message>
    <message>
        <source>Tolerate a failure</source>
        <translation>容忍失败</translation>
    </message>
    <message>
        <source>Let a failure count</source>
        <translation>让失败计入</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Change the parameters</source>
        <translation>更改参数</translation>
    </message>
    <message>
        <source>Change the environment variables</source>
        <translation>更改环境变量</translation>
    </message>
    <message>
        <source>Change the outputs</source>
        <translation>更改输出</translation>
    </message>
    <message>
        <source>Change what it waits for</source>
        <translation>更改等待的任务</translation>
    </message>
    <message>
        <source>Change the condition</source>
        <translation>更改条件</translation>
    </message>
    <message>
        <source>Change the image</source>
        <translation>更改镜像</translation>
    </message>
    <message>
        <source>Change the environment</source>
        <translation>更改环境</translation>
    </message>
    <message>
        <source>Change the script</source>
        <translation>更改脚本</translation>
    </message>
    <message>
        <source>Change the interpreter</source>
        <translation>更改解释器</translation>
    </message>
    <message>
        <source>Change the command</source>
        <translation>更改命令</translation>
    </message>
    <message>
        <source>Change the arguments</source>
        <translation>更改参数</translation>
    </message>
    <message>
        <source>what the image runs by itself</source>
        <translation>镜像自身运行的内容</translation>
    </message>
    <message>
        <source>a shell text</source>
        <translation>一段 shell 文本</translation>
    </message>
    <message>
        <source>one argument a line</source>
        <translation>每行一个参数</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>failed (not by an error)</source>
        <translation>失败（非错误）</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message numerus="yes">
        <source>Used by %n flow(s) of this folder</source>
        <translation>
            <numerusform>被此文件夹中的 %n 个流程使用</numerusform>
        </translation>
    </message>
    <message>
        <source>Defined in %1</source>
        <translation>定义于 %1</translation>
    </message>
    <message>
        <source>Change the volumes</source>
        <translation>更改卷</translation>
    </message>
    <message>
        <source>Change the node selector</source>
        <translation>更改节点选择器</translation>
    </message>
    <message>
        <source>Change the tolerations</source>
        <translation>更改容忍度</translation>
    </message>
</context>
<context>
    <name>weft::ui::TaskTableModel</name>
    <message>
        <source>exit handler</source>
        <translation>退出处理</translation>
    </message>
    <message>
        <source>container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>sub-flow</source>
        <translation>子流程</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>HTTP request</source>
        <translation>HTTP 请求</translation>
    </message>
    <message>
        <source>Kubernetes object</source>
        <translation>Kubernetes 对象</translation>
    </message>
    <message>
        <source>defined elsewhere</source>
        <translation>在别处定义</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>nothing to run</source>
        <translation>没有可运行的内容</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>What it runs</source>
        <translation>运行内容</translation>
    </message>
    <message>
        <source>Runs after</source>
        <translation>在其后运行</translation>
    </message>
    <message>
        <source>Only when</source>
        <translation>仅当</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Change the condition</source>
        <translation>更改条件</translation>
    </message>
    <message>
        <source>Change the timeout</source>
        <translation>更改超时</translation>
    </message>
    <message>
        <source>Change the retries</source>
        <translation>更改重试次数</translation>
    </message>
    <message>
        <source>Change the image</source>
        <translation>更改镜像</translation>
    </message>
    <message>
        <source>Change the CPU request</source>
        <translation>更改 CPU 请求</translation>
    </message>
    <message>
        <source>Change the memory request</source>
        <translation>更改内存请求</translation>
    </message>
</context>
<context>
    <name>weft::ui::TaskTablePanel</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n task(s)</source>
        <translation>
            <numerusform>%1 / %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 selected: Ctrl+Enter sets a value for all of them</source>
        <translation>已选 %1 个：按 Ctrl+Enter 为全部设置一个值</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n task(s):</source>
        <translation>
            <numerusform>%n 个任务的%1：</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter by name, image, command…</source>
        <translation>按名称、镜像、命令筛选…</translation>
    </message>
    <message>
        <source>Filter the tasks</source>
        <translation>筛选任务</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>所有任务</translation>
    </message>
</context>
<context>
    <name>weft::ui::TopBar</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个正在运行</numerusform>
        </translation>
    </message>
    <message>
        <source>runner ready</source>
        <translation>运行器就绪</translation>
    </message>
    <message>
        <source>runner asleep</source>
        <translation>运行器休眠</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>The process that runs flows; it goes on when the window is closed</source>
        <translation>运行流程的进程；关闭窗口后仍会继续</translation>
    </message>
    <message>
        <source>It is started with the first run</source>
        <translation>首次运行时启动</translation>
    </message>
    <message>
        <source>Run on this computer</source>
        <translation>在本机运行</translation>
    </message>
    <message>
        <source>Run the flow (F5)</source>
        <translation>运行流程 (F5)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the run (Shift+F5); its exit handlers run</source>
        <translation>停止运行 (Shift+F5)；退出处理会运行</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Where the flow runs</source>
        <translation>流程在哪里运行</translation>
    </message>
    <message>
        <source>Export for %1…</source>
        <translation>为 %1 导出…</translation>
    </message>
    <message>
        <source>Writes the file that the engine takes and says how to submit it (F5)</source>
        <translation>写出引擎接受的文件，并说明如何提交（F5）</translation>
    </message>
    <message>
        <source>Run on: %1</source>
        <translation>运行于：%1</translation>
    </message>
</context>
<context>
    <name>weft::ui::Tour</name>
    <message>
        <source>The tour is over</source>
        <translation>导览结束</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>S&amp;kip this step</source>
        <translation>跳过此步(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;End the tour</source>
        <translation>结束导览(&amp;E)</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>添加任务</translation>
    </message>
    <message>
        <source>Double-click the canvas, or press N there, and choose a kind; or drag one in from the left.</source>
        <translation>双击画布，或在画布上按 N，然后选择种类；也可从左侧拖入。</translation>
    </message>
    <message>
        <source>Say what runs before it</source>
        <translation>说明它在谁之后运行</translation>
    </message>
    <message>
        <source>Drag from one task&apos;s right port to another&apos;s left port; or select both, the first one first, and press C.</source>
        <translation>从一个任务的右端口拖到另一个任务的左端口；或先后选中两者，再按 C。</translation>
    </message>
    <message>
        <source>Drag from the right port of a task to the left port of %1; or select both, %1 last, and press C.</source>
        <translation>从某个任务的右端口拖到 %1 的左端口；或选中两者（%1 在后），再按 C。</translation>
    </message>
    <message>
        <source>Make an exit handler</source>
        <translation>添加退出处理</translation>
    </message>
    <message>
        <source>It runs when the flow has ended, whatever happened. Take one from the left, or select a task and choose Make an exit handler in its menu.</source>
        <translation>无论发生什么，流程结束时它都会运行。从左侧拖入一个，或选中任务并在其菜单中选择设为退出处理。</translation>
    </message>
    <message>
        <source>Mend a problem</source>
        <translation>修复问题</translation>
    </message>
    <message>
        <source>A variable of report has just been given a name that no shell takes. Click the fix in the Problems list, or press F8 and then Ctrl+.</source>
        <translation>report 的一个变量刚被改成任何 shell 都不接受的名称。点击问题列表中的修复，或先按 F8 再按 Ctrl+。</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Press F5, or the button above. The tasks run on this computer; each shows its state as a shape, a colour and a word.</source>
        <translation>按 F5 或点击上方按钮。任务在本机运行；每个任务以形状、颜色和文字显示其状态。</translation>
    </message>
    <message>
        <source>Take it to a cluster</source>
        <translation>带到集群上</translation>
    </message>
    <message>
        <source>File, Export writes what an engine reads; choose one, Argo Workflows for example, and a place for the file.</source>
        <translation>“文件 › 导出”写出引擎可读的文件；选择一个引擎（例如 Argo Workflows）和保存位置。</translation>
    </message>
    <message>
        <source>That is the whole of it</source>
        <translation>全部内容就是这些</translation>
    </message>
    <message>
        <source>Draw, check, run, export. Ctrl+Shift+P finds every command, F1 the help, and this tour stands in the Help menu.</source>
        <translation>绘制、检查、运行、导出。Ctrl+Shift+P 可查找所有命令，F1 打开帮助，本导览位于“帮助”菜单中。</translation>
    </message>
</context>
<context>
    <name>weft::ui::UsagesPanel</name>
    <message>
        <source>Flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Usages</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>Pick a task and choose Find usages: every task that runs the same is listed here.</source>
        <translation>选中一个任务并选择“查找用法”：运行相同内容的任务都会列在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n flow(s)</source>
        <translation>
            <numerusform>%n 个流程</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody uses %1 here.</source>
        <translation>这里没有谁使用 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%1 is used at %n place(s), in %2.</source>
        <translation>
            <numerusform>%1 在 %n 处使用，涉及 %2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weft::ui::ZoomBar</name>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>100 % (Ctrl+0), everything (Home)</source>
        <translation>100 % (Ctrl+0)，全部 (Home)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>zoom</comment>
        <translation>%1 %</translation>
    </message>
</context>
</TS>
