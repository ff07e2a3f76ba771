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
        <source>"%1" serves %n task(s).</source>
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
        <source>cannot read "%1": %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>cannot write "%1": %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>"%1" is larger than %2 bytes, the most that is read</source>
        <translation>“%1”超过 %2 字节，这是读取的上限</translation>
    </message>
    <message>
        <source>"%1" is a folder, not a file</source>
        <translation>“%1”是文件夹，不是文件</translation>
    </message>
    <message>
        <source>"%1" is a pipe, not a regular file</source>
        <translation>“%1”是管道，不是普通文件</translation>
    </message>
    <message>
        <source>"%1" is a socket, not a regular file</source>
        <translation>“%1”是套接字，不是普通文件</translation>
    </message>
    <message>
        <source>"%1" is a device, not a regular file</source>
        <translation>“%1”是设备，不是普通文件</translation>
    </message>
    <message>
        <source>cannot make the folder "%1": %2</source>
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
        <source>the socket's path is too long (at most %1 bytes): %2</source>
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
        <source>%1 is not a folder of this user; it is not used for the runner's socket</source>
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
        <source>some parsers expand "&lt;&lt;", others keep it as a plain key: the file means two things; write the fields out</source>
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
        <source>a dynamic task's output name is used as an environment variable</source>
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
        <source>the image %1 has "%2" at %3: it is [registry/]name[:tag][@digest]</source>
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
        <source>Set the flow's image to %1</source>
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
        <source>the %1 %2 is no duration: write seconds (90) or 30s, 2m, 1h30m</source>
        <translation>%1 %2 不是时长：请写秒数 (90) 或 30s、2m、1h30m</translation>
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
        <source>a flow says "weftwork: 1"; the other documents of the file stay as they are</source>
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
        <source>condition "%1" is neither true nor false: compare with == != &lt; &gt; in and the like</source>
        <translation>条件“%1”既非真也非假：请用 == != &lt; &gt; in 等比较</translation>
    </message>
    <message>
        <source>condition "%1" ends too early</source>
        <translation>条件“%1”不完整</translation>
    </message>
    <message>
        <source>condition "%1" is wrong at "%2": put text that holds signs or blanks in quotes</source>
        <translation>条件“%1”在“%2”处有误：含符号或空格的文本请加引号</translation>
    </message>
    <message>
        <source>condition "%1" has an unclosed quote at "%2"</source>
        <translation>条件“%1”在“%2”处的引号未闭合</translation>
    </message>
    <message>
        <source>condition "%1": &amp;&amp; || and ! need true or false on both sides, not %2</source>
        <translation>条件“%1”：&amp;&amp; || 和 ! 两侧需要真或假，而不是 %2</translation>
    </message>
    <message>
        <source>condition "%1": %2 %3 %4 cannot be worked out; put text that holds signs in quotes</source>
        <translation>条件“%1”：无法计算 %2 %3 %4；含符号的文本请加引号</translation>
    </message>
    <message>
        <source>condition "%1": "%2" is no regular expression</source>
        <translation>条件“%1”：“%2”不是正则表达式</translation>
    </message>
    <message>
        <source>condition "%1" is nested too deeply</source>
        <translation>条件“%1”嵌套过深</translation>
    </message>
    <message>
        <source>depends "%1" ends too early: a task's name is missing</source>
        <translation>depends“%1”不完整：缺少任务名</translation>
    </message>
    <message>
        <source>depends "%1" is wrong at "%2": it is made of task names with &amp;&amp; || ! and parentheses</source>
        <translation>depends“%1”在“%2”处有误：它由任务名和 &amp;&amp; || ! 及括号组成</translation>
    </message>
    <message>
        <source>depends "%1" is nested too deeply</source>
        <translation>depends“%1”嵌套过深</translation>
    </message>
    <message>
        <source>"%1" is no result of a task: use Succeeded, Failed, Errored, Skipped, Omitted, Daemoned, AnySucceeded or AllFailed</source>
        <translation>“%1”不是任务的结果：请用 Succeeded、Failed、Errored、Skipped、Omitted、Daemoned、AnySucceeded 或 AllFailed</translation>
    </message>
    <message>
        <source>depends names "%1", and there is no such task</source>
        <translation>depends 引用了“%1”，但没有这样的任务</translation>
    </message>
    <message>
        <source>"%1" is no duration: write seconds (90) or units as in 10s, 2m, 1h30m, 1d</source>
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
        <source>"%1" is not defined in this file, so nothing can be added to it</source>
        <translation>此文件中没有定义“%1”，因此无法向其添加内容</translation>
    </message>
    <message>
        <source>the edge exists already</source>
        <translation>该连接已存在</translation>
    </message>
    <message>
        <source>there is no edge from "%1" to "%2"</source>
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
        <source>there is no definition "%1"</source>
        <translation>没有定义“%1”</translation>
    </message>
    <message>
        <source>"%1" is not defined in this file, so it cannot be changed here</source>
        <translation>此文件中没有定义“%1”，因此无法在此更改</translation>
    </message>
    <message>
        <source>parameter "%1" is there twice</source>
        <translation>参数“%1”出现两次</translation>
    </message>
    <message>
        <source>a flow needs a name</source>
        <translation>流程需要名称</translation>
    </message>
    <message>
        <source>"%1" is an exit handler already</source>
        <translation>“%1”已经是退出处理</translation>
    </message>
    <message>
        <source>"%1" is no exit handler of its flow</source>
        <translation>“%1”不是其流程的退出处理</translation>
    </message>
    <message>
        <source>"%1" is no exit handler</source>
        <translation>“%1”不是退出处理</translation>
    </message>
    <message>
        <source>"%1" exists already: names are unique in a flow</source>
        <translation>“%1”已存在：流程内名称必须唯一</translation>
    </message>
    <message>
        <source>a definition needs a name</source>
        <translation>定义需要名称</translation>
    </message>
    <message>
        <source>"%1" exists already: names of definitions are unique</source>
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
        <source>%1, the engine's default</source>
        <translation>%1，引擎默认值</translation>
    </message>
    <message>
        <source>%1, from the flow's environment</source>
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
        <source>"%1" cannot be a task's name: it must hold neither "/" nor control characters</source>
        <translation>“%1”不能作为任务名：不得含有“/”或控制字符</translation>
    </message>
    <message>
        <source>"%1" cannot be a task's name: it begins or ends with a blank</source>
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
        <source>the run history "%1" cannot be written: the disk is full (%2)</source>
        <translation>无法写入运行历史“%1”：磁盘已满 (%2)</translation>
    </message>
    <message>
        <source>the run history "%1" is in use by another program</source>
        <translation>运行历史“%1”正被其他程序使用</translation>
    </message>
    <message>
        <source>the run history "%1" is damaged: %2</source>
        <translation>运行历史“%1”已损坏：%2</translation>
    </message>
    <message>
        <source>the run history "%1" is open for reading only</source>
        <translation>运行历史“%1”仅以只读方式打开</translation>
    </message>
    <message>
        <source>the run history "%1": %2</source>
        <translation>运行历史“%1”：%2</translation>
    </message>
    <message>
        <source>event: "%1" must be text</source>
        <translation>事件：“%1”必须是文本</translation>
    </message>
    <message>
        <source>event: "%1" must be a whole number</source>
        <translation>事件：“%1”必须是整数</translation>
    </message>
    <message>
        <source>event: "%1" must be between 0 and %2</source>
        <translation>事件：“%1”必须在 0 到 %2 之间</translation>
    </message>
    <message>
        <source>event: not a JSON object</source>
        <translation>事件：不是 JSON 对象</translation>
    </message>
    <message>
        <source>event: "%1" is no kind of event</source>
        <translation>事件：“%1”不是事件种类</translation>
    </message>
    <message>
        <source>event: "data" must be an object or a list of pairs, its values text</source>
        <translation>事件：“data”必须是对象或键值对列表，值为文本</translation>
    </message>
    <message>
        <source>the result of %1 was set to "%2" by a person</source>
        <translation>%1 的结果被人工设为“%2”</translation>
    </message>
    <message>
        <source>%1 failed; %2 recovered it</source>
        <translation>%1 失败；由 %2 恢复</translation>
    </message>
    <message>
        <source>there is no run "%1"</source>
        <translation>没有运行“%1”</translation>
    </message>
    <message>
        <source>run "%1": event %2 is already recorded with other contents</source>
        <translation>运行“%1”：事件 %2 已以其他内容记录</translation>
    </message>
    <message>
        <source>"%1" is a database, but not a run history</source>
        <translation>“%1”是数据库，但不是运行历史</translation>
    </message>
    <message>
        <source>the run history "%1" was made by a newer version of Weftwork; this one cannot use it</source>
        <translation>运行历史“%1”由更新版本的 Weftwork 创建；此版本无法使用</translation>
    </message>
    <message>
        <source>the run history "%1" is damaged and cannot be moved aside</source>
        <translation>运行历史“%1”已损坏且无法移开</translation>
    </message>
    <message>
        <source>the run history was damaged. It now lies in "%1", and a new one was begun</source>
        <translation>运行历史已损坏。它现在位于“%1”，并已新建一份</translation>
    </message>
    <message>
        <source>the run history "%1" can only be read through a copy, and there is no room for one</source>
        <translation>运行历史“%1”只能通过副本读取，但没有空间存放副本</translation>
    </message>
    <message>
        <source>"%1" is no run history</source>
        <translation>“%1”不是运行历史</translation>
    </message>
    <message>
        <source>there is no run history at "%1" yet</source>
        <translation>“%1”处尚无运行历史</translation>
    </message>
    <message>
        <source>waiting to start</source>
        <translation>等待开始</translation>
    </message>
    <message>
        <source>the result was set to "%1" by a person</source>
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
        <source>forced: the result was set to "%1" by a person</source>
        <translation>强制：结果被人工设为“%1”</translation>
    </message>
    <message>
        <source>forced: the result was set to "%1" by %2</source>
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
        <source>the engine says "%1", the tasks say "%2"</source>
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
        <source>Argo ignores the result of a task's hook; make `%1` an exit handler of the flow to have it count</source>
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
        <source>no field "%1"; there are %2</source>
        <translation>没有字段“%1”；现有 %2</translation>
    </message>
    <message>
        <source>task %1 uses the definition %2, which does not exist</source>
        <translation>任务 %1 使用的定义 %2 不存在</translation>
    </message>
    <message>
        <source>no task stands at "%1"</source>
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
        <source>Elyra pipelines are read only for now; convert to .weft.yaml to edit the drawing</source>
        <translation>Elyra 流水线目前只读；要编辑请转换为 .weft.yaml</translation>
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
        <source>there is no command: the image's own would be used, and images are not used on this computer</source>
        <translation>没有命令：本应使用镜像自身的命令，但本机不使用镜像</translation>
    </message>
    <message>
        <source>"%1" is no name for an environment variable</source>
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
        <source>nothing supplies the file "%1"</source>
        <translation>没有来源提供文件“%1”</translation>
    </message>
    <message>
        <source>input file "%1": %2</source>
        <translation>输入文件“%1”：%2</translation>
    </message>
    <message>
        <source>"%1" is a path of the whole computer, and this computer cannot make it private to the task (bubblewrap is not usable)</source>
        <translation>“%1”是整台计算机的路径，本机无法使其成为任务私有（bubblewrap 不可用）</translation>
    </message>
    <message>
        <source>it needs "%1", and there is no such task</source>
        <translation>它需要“%1”，但没有这样的任务</translation>
    </message>
    <message>
        <source>"%1" is no whole number</source>
        <translation>“%1”不是整数</translation>
    </message>
    <message>
        <source>"%1" is no JSON list</source>
        <translation>“%1”不是 JSON 列表</translation>
    </message>
    <message>
        <source>the expression "%1" is not evaluated on this computer</source>
        <translation>本机不计算表达式“%1”</translation>
    </message>
    <message>
        <source>parameter "%1" has no value</source>
        <translation>参数“%1”没有值</translation>
    </message>
    <message>
        <source>parameter "%1": %2</source>
        <translation>参数“%1”：%2</translation>
    </message>
    <message>
        <source>parameter "%1" is "%2", which is none of its choices</source>
        <translation>参数“%1”的值“%2”不在可选值中</translation>
    </message>
    <message>
        <source>there is no parameter "%1" with a value here</source>
        <translation>此处没有带值的参数“%1”</translation>
    </message>
    <message>
        <source>the flow has no parameter "%1" with a value</source>
        <translation>流程没有带值的参数“%1”</translation>
    </message>
    <message>
        <source>"%1" of the flow is not known on this computer</source>
        <translation>本机不知道流程的“%1”</translation>
    </message>
    <message>
        <source>there is no task "%1" here</source>
        <translation>此处没有任务“%1”</translation>
    </message>
    <message>
        <source>task "%1" has not ended yet</source>
        <translation>任务“%1”尚未结束</translation>
    </message>
    <message>
        <source>task "%1" has no output "%2" (it is %3)</source>
        <translation>任务“%1”没有输出“%2”（它的状态为 %3）</translation>
    </message>
    <message>
        <source>"%2" of task "%1" is not known on this computer</source>
        <translation>本机不知道任务“%1”的“%2”</translation>
    </message>
    <message>
        <source>there is no loop here</source>
        <translation>此处没有循环</translation>
    </message>
    <message>
        <source>the loop's item has no field "%1"</source>
        <translation>循环项没有字段“%1”</translation>
    </message>
    <message>
        <source>"%1" has no meaning here</source>
        <translation>“%1”在此没有意义</translation>
    </message>
    <message>
        <source>"%1" is not known on this computer</source>
        <translation>本机不知道“%1”</translation>
    </message>
    <message>
        <source>there is no file "%1" here</source>
        <translation>此处没有文件“%1”</translation>
    </message>
    <message>
        <source>the secret "%1" is not available</source>
        <translation>密钥“%1”不可用</translation>
    </message>
    <message>
        <source>the expression in "%1" is not evaluated</source>
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
        <source>it has no command, and the image's own is not known</source>
        <translation>它没有命令，镜像自身的命令也未知</translation>
    </message>
    <message>
        <source>the path "%1" cannot be made private to the task (bubblewrap is not usable)</source>
        <translation>路径“%1”无法成为任务私有（bubblewrap 不可用）</translation>
    </message>
    <message>
        <source>the retry expression "%1" is not evaluated; the limit alone counts</source>
        <translation>不计算重试表达式“%1”；仅以上限为准</translation>
    </message>
    <message>
        <source>the expression "%1" may be more than can be evaluated</source>
        <translation>表达式“%1”可能超出可计算的范围</translation>
    </message>
    <message>
        <source>"%1" leads upwards with "..", which is not allowed</source>
        <translation>“%1”用“..”指向上级，不允许</translation>
    </message>
    <message>
        <source>"%1" lies in a folder of the system, which cannot be made private to a task on this computer</source>
        <translation>“%1”位于系统文件夹，本机无法使其成为任务私有</translation>
    </message>
    <message>
        <source>"%1": %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>the secret "%1" is not available on this computer</source>
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
        <source>run "%1" is not running</source>
        <translation>运行“%1”不在进行中</translation>
    </message>
    <message>
        <source>task "%1" does not run and does not wait</source>
        <translation>任务“%1”既未运行也未等待</translation>
    </message>
    <message>
        <source>task "%1" does not wait</source>
        <translation>任务“%1”未在等待</translation>
    </message>
    <message>
        <source>run "%1" is still running</source>
        <translation>运行“%1”仍在进行</translation>
    </message>
    <message>
        <source>the value of %1 is not pasted into the shell script, because the shell could run it: "%2". Pass it in an environment variable or as an argument; in quotes a text without quotes, $, ` and \ is safe. (An engine that pastes text would run it.)</source>
        <translation>%1 的值不会粘贴到 shell 脚本中，因为 shell 可能执行它：“%2”。请用环境变量或参数传递；在引号内，不含引号、$、` 和 \ 的文本是安全的。（粘贴文本的引擎会执行它。）</translation>
    </message>
    <message>
        <source>a .weft.yaml file cannot hold "%1"</source>
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
        <source>"weftwork: %1" names no version of the format: write "weftwork: 1"</source>
        <translation>“weftwork: %1”不是格式版本：请写“weftwork: 1”</translation>
    </message>
    <message>
        <source>"%1" must be a place [x, y]</source>
        <translation>“%1”必须是位置 [x, y]</translation>
    </message>
    <message>
        <source>no flow: the file does not say "weftwork: 1"</source>
        <translation>不是流程：文件没有写“weftwork: 1”</translation>
    </message>
    <message>
        <source>"on" takes succeeded, failed, errored, skipped, omitted, completed, any-succeeded or all-failed, not "%1"</source>
        <translation>“on”可取 succeeded、failed、errored、skipped、omitted、completed、any-succeeded 或 all-failed，而不是“%1”</translation>
    </message>
    <message>
        <source>"factor" must be a number, not "%1"</source>
        <translation>“factor”必须是数字，而不是“%1”</translation>
    </message>
    <message>
        <source>"loop" goes over one of items, param, output, list, count, or from and to</source>
        <translation>“loop”遍历 items、param、output、list、count 之一，或 from 与 to</translation>
    </message>
    <message>
        <source>"needs" lists names of tasks, or {task: name, on: [failed]}</source>
        <translation>“needs”列出任务名，或 {task: name, on: [failed]}</translation>
    </message>
    <message>
        <source>"outputs" lists names, or {name: model, path: /abs/file}, {name: text, stdout: true}</source>
        <translation>“outputs”列出名称，或 {name: model, path: /abs/file}、{name: text, stdout: true}</translation>
    </message>
    <message>
        <source>"%1" and "%2" exclude each other: a task runs one thing</source>
        <translation>“%1”与“%2”互斥：一个任务只运行一样东西</translation>
    </message>
    <message>
        <source>"needs" and "depends" exclude each other: "depends" is used</source>
        <translation>“needs”与“depends”互斥：使用“depends”</translation>
    </message>
    <message>
        <source>"use" and "%1" exclude each other: a task runs one thing</source>
        <translation>“use”与“%1”互斥：一个任务只运行一样东西</translation>
    </message>
    <message>
        <source>"handlers" lists tasks: each has a name and runs something</source>
        <translation>“handlers”列出任务：每个都有名称并运行某样东西</translation>
    </message>
    <message>
        <source>"tasks" lists tasks: each has a name and runs something</source>
        <translation>“tasks”列出任务：每个都有名称并运行某样东西</translation>
    </message>
    <message>
        <source>"output" names a task and its output as in fetch.path</source>
        <translation>“output”指明任务及其输出，如 fetch.path</translation>
    </message>
    <message>
        <source>"secret" names a secret and its key as in database.password</source>
        <translation>“secret”指明密钥及其键，如 database.password</translation>
    </message>
    <message>
        <source>"%1" must be one value or one of {param: …}, {output: task.name}, {secret: name.key}, {status: flow}</source>
        <translation>“%1”必须是一个值，或 {param: …}、{output: task.name}、{secret: name.key}、{status: flow} 之一</translation>
    </message>
    <message>
        <source>"%1" must be one value, neither a list nor a map</source>
        <translation>“%1”必须是一个值，不能是列表或映射</translation>
    </message>
    <message>
        <source>"%1" must be a list of single values</source>
        <translation>“%1”必须是单个值的列表</translation>
    </message>
    <message>
        <source>"%1" must be a map (key: value)</source>
        <translation>“%1”必须是映射 (key: value)</translation>
    </message>
    <message>
        <source>"%1" must be a list (- item, or [a, b])</source>
        <translation>“%1”必须是列表（- item 或 [a, b]）</translation>
    </message>
    <message>
        <source>unknown field "%1": here it is called "%2"</source>
        <translation>未知字段“%1”：这里称为“%2”</translation>
    </message>
    <message>
        <source>unknown field "%1": did you mean "%2"?</source>
        <translation>未知字段“%1”：是否指“%2”？</translation>
    </message>
    <message>
        <source>unknown field "%1": known here are %2</source>
        <translation>未知字段“%1”：此处已知的有 %2</translation>
    </message>
    <message>
        <source>"%1" must be true or false, not "%2"</source>
        <translation>“%1”必须是 true 或 false，而不是“%2”</translation>
    </message>
    <message>
        <source>"%1" must be a whole number, not "%2"</source>
        <translation>“%1”必须是整数，而不是“%2”</translation>
    </message>
    <message>
        <source>"%1" must be one of %2, not "%3"</source>
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
        <source>Volcano before 1.10.1 and 1.11.1 counts the jobs of both flows in each of them, so one may be reported as done by the other's work; later versions tell them apart by a label. Give each flow a template of its own</source>
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
        <source>a value was expected, found '%1'</source>
        <translation>应为一个值，却遇到“%1”</translation>
    </message>
    <message>
        <source>the end of the document was expected, found '%1'; a file holds one value, or several behind '---'</source>
        <translation>文档应在此结束，却遇到“%1”；一个文件含一个值，或用“---”分隔多个</translation>
    </message>
    <message>
        <source>the anchor "%1" is never used</source>
        <translation>锚点“%1”从未使用</translation>
    </message>
    <message>
        <source>the tag "%1" means nothing to an engine</source>
        <translation>标签“%1”对引擎没有意义</translation>
    </message>
    <message>
        <source>the anchor "%1" is defined twice; an alias takes the one above it</source>
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
        <source>the anchor "%1" is not defined above</source>
        <translation>锚点“%1”在上文没有定义</translation>
    </message>
    <message>
        <source>the alias "*%1" stands inside the value that it repeats</source>
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
        <source>the merge key "&lt;&lt;" is read by some engines and ignored by others</source>
        <translation>合并键“&lt;&lt;”有的引擎读取，有的忽略</translation>
    </message>
    <message>
        <source>the key "%1" holds a no-break space</source>
        <translation>键“%1”含有不换行空格</translation>
    </message>
    <message>
        <source>key "%1" appears twice (lines %2, %3); parsers disagree on which wins</source>
        <translation>键“%1”出现两次（第 %2、%3 行）；各解析器对以哪个为准意见不一</translation>
    </message>
    <message>
        <source>this line is indented with a tab; YAML allows only spaces</source>
        <translation>此行用制表符缩进；YAML 只允许空格</translation>
    </message>
    <message>
        <source>'%1' starts a map in YAML; a tag must stand in quotes</source>
        <translation>“%1”在 YAML 中表示映射的开始；标记必须加引号</translation>
    </message>
    <message>
        <source>the end of the document was expected, found '%1'</source>
        <translation>文档应在此结束，却遇到“%1”</translation>
    </message>
    <message>
        <source>',' or '}' was expected, found '%1'</source>
        <translation>应为“,”或“}”，却遇到“%1”</translation>
    </message>
    <message>
        <source>a key in double quotes was expected, found '%1'</source>
        <translation>应为双引号中的键，却遇到“%1”</translation>
    </message>
    <message>
        <source>':' was expected, found '%1'</source>
        <translation>应为“:”，却遇到“%1”</translation>
    </message>
    <message>
        <source>',' or ']' was expected, found '%1'</source>
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
        <source>the escape "\%1" is not known in JSON</source>
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
        <source>a second ': ' or one in the wrong column; 'key: value' stands on a line of its own at the column of its siblings, a text that holds ': ' stands in quotes</source>
        <translation>第二个“: ”或列位置不对；“key: value”独占一行并与同级对齐，含“: ”的文本请加引号</translation>
    </message>
    <message>
        <source>a key is not allowed here, found '%1'</source>
        <translation>此处不能是键，却遇到“%1”</translation>
    </message>
    <message>
        <source>a list cannot start here, found '%1'; its first '- ' stands on a line of its own</source>
        <translation>列表不能从这里开始，却遇到“%1”；第一个“- ”应独占一行</translation>
    </message>
    <message>
        <source>a key at the column of its siblings or the end of the map was expected, found '%1'</source>
        <translation>应为与同级对齐的键或映射结束，却遇到“%1”</translation>
    </message>
    <message>
        <source>a key or the end of the map was expected, found the end of the file</source>
        <translation>应为键或映射结束，文件却结束了</translation>
    </message>
    <message>
        <source>'- ' at the column of its siblings or the end of the list was expected, found '%1'</source>
        <translation>应为与同级对齐的“- ”或列表结束，却遇到“%1”</translation>
    </message>
    <message>
        <source>'- ' or the end of the list was expected, found the end of the file</source>
        <translation>应为“- ”或列表结束，文件却结束了</translation>
    </message>
    <message>
        <source>',' or '}' was expected, found the end of the file</source>
        <translation>应为“,”或“}”，文件却结束了</translation>
    </message>
    <message>
        <source>',' or ']' was expected, found the end of the file</source>
        <translation>应为“,”或“]”，文件却结束了</translation>
    </message>
    <message>
        <source>a value was expected, found '%1', which closes nothing</source>
        <translation>应为一个值，却遇到没有对应开始的“%1”</translation>
    </message>
    <message>
        <source>a value was expected, found '%1', which cannot start one; write the text in quotes</source>
        <translation>应为一个值，而“%1”不能作为开头；请给文本加引号</translation>
    </message>
    <message>
        <source>the end of the line or a comment was expected behind '|' or '&gt;', found '%1'</source>
        <translation>“|”或“&gt;”之后应为行尾或注释，却遇到“%1”</translation>
    </message>
    <message>
        <source>an alias name was expected, found '%1'</source>
        <translation>应为别名，却遇到“%1”</translation>
    </message>
    <message>
        <source>an alias name was expected behind '*', found '%1'; write a text that starts with '*' in quotes</source>
        <translation>“*”之后应为别名，却遇到“%1”；以“*”开头的文本请加引号</translation>
    </message>
    <message>
        <source>an alias name was expected behind '*', found the end of the file</source>
        <translation>“*”之后应为别名，文件却结束了</translation>
    </message>
    <message>
        <source>an anchor name was expected behind '&amp;', found '%1'; write a text that starts with '&amp;' in quotes</source>
        <translation>“&amp;”之后应为锚点名，却遇到“%1”；以“&amp;”开头的文本请加引号</translation>
    </message>
    <message>
        <source>an anchor name was expected behind '&amp;', found the end of the file</source>
        <translation>“&amp;”之后应为锚点名，文件却结束了</translation>
    </message>
    <message>
        <source>an anchor name was expected, found '%1'</source>
        <translation>应为锚点名，却遇到“%1”</translation>
    </message>
    <message>
        <source>a text in quotes must end before the document marker '%1'</source>
        <translation>引号中的文本必须在文档标记“%1”之前结束</translation>
    </message>
    <message>
        <source>the end of a text in quotes was expected, found '%1'</source>
        <translation>引号中的文本应结束，却遇到“%1”</translation>
    </message>
    <message>
        <source>an alias takes no tag, anchor or content, found '%1'</source>
        <translation>别名不能带标签、锚点或内容，却遇到“%1”</translation>
    </message>
    <message>
        <source>a value has one tag at most, found a second one: '%1'</source>
        <translation>一个值最多一个标签，却遇到第二个：“%1”</translation>
    </message>
    <message>
        <source>a value has one anchor at most, found a second one: '%1'</source>
        <translation>一个值最多一个锚点，却遇到第二个：“%1”</translation>
    </message>
    <message>
        <source>hexadecimal digits were expected in the escape, found '%1'</source>
        <translation>转义中应为十六进制数字，却遇到“%1”</translation>
    </message>
    <message>
        <source>the escape "\%1" is not known in double quotes; write "\\" for a backslash</source>
        <translation>双引号中没有转义“\%1”；反斜杠请写“\\”</translation>
    </message>
    <message>
        <source>not valid YAML: %1</source>
        <translation>不是有效的 YAML：%1</translation>
    </message>
    <message>
        <source>'%1' is template text, not YAML; render the template first and open the result</source>
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
        <source>there is no task "report" to break</source>
        <translation>没有可弄坏的任务“report”</translation>
    </message>
    <message>
        <source>the task "report" reads no variable</source>
        <translation>任务“report”没有读取变量</translation>
    </message>
    <message>
        <source>this is the text of a run that has been: it cannot be changed</source>
        <translation>这是过去某次运行的文本：不能更改</translation>
    </message>
    <message>
        <source>%1 does not know the option %2; see "weft %1 --help"</source>
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
        <source>there is no task "%1"</source>
        <translation>没有任务“%1”</translation>
    </message>
    <message>
        <source>there is no task or definition "%1"</source>
        <translation>没有任务或定义“%1”</translation>
    </message>
    <message>
        <source>there is no sub-flow "%1"</source>
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
        <source>there is no target "%1"; there are %2</source>
        <translation>没有目标“%1”；现有 %2</translation>
    </message>
    <message>
        <source>there is no version "%1" of %2; there are %3</source>
        <translation>%2 没有版本“%1”；现有 %3</translation>
    </message>
    <message>
        <source>standard output cannot be written</source>
        <translation>无法写入标准输出</translation>
    </message>
    <message>
        <source>--param takes NAME=VALUE, not "%1"</source>
        <translation>--param 的形式是 NAME=VALUE，而不是“%1”</translation>
    </message>
    <message>
        <source>no task of this run has started</source>
        <translation>此次运行没有任务启动</translation>
    </message>
    <message>
        <source>task "%1" of this run has not started</source>
        <translation>此次运行的任务“%1”尚未启动</translation>
    </message>
    <message>
        <source>the runner's answer cannot be read</source>
        <translation>无法读取运行器的应答</translation>
    </message>
    <message>
        <source>there is no run yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>"%1" fits several runs: %2 and %3</source>
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
        <source>%1 is nested too deeply, or uses itself</source>
        <translation>%1 嵌套过深，或使用了自身</translation>
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
        <source>the flow's time limit `%1` is no duration</source>
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
        <source>%1 reads `%2.%3`; a task's hook can read only the outputs of its own task</source>
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
        <source>%1 is no name for Argo: letters, digits and '-', with a letter or digit first</source>
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
        <source>Argo takes letters, digits and '-', with a letter or digit first; the export makes the name fit</source>
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
        <source>a task's name begins with a digit where edges are read as an expression</source>
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
        <source>the workflow's name is too long</source>
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
        <translation type="unfinished" />
    </message>
    <message>
        <source>a script</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a group or sub-flow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a wait for some time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a wait for approval</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an HTTP request</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a Kubernetes object</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a definition in another file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>work of an engine's own kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a task with nothing to run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a condition</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an edge for another result than success</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a `depends` expression</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an edge that recovers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a tolerated failure</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a muted task</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a loop over a list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a loop over a parameter or output</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a loop over numbers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a limit of tasks at once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a group that lets the others finish</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an exit handler of the flow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an exit handler of a group</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an exit handler of a task</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an exit handler on success</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an exit handler on failure</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an exit handler that only warns</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a retry</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a retry without a limit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a delay between tries</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a growing delay between tries</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a task's timeout</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the flow's timeout</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>parameters of the flow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an output</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an output from what a task prints</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an output from the exit code</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a file carried between tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a file with given content</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a value passed between tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the status given to an exit handler</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>environment variables</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a secret as a variable</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a task without an image</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a CPU request</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a memory request</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>CPU or memory limits</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a disk request</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>GPUs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>shared memory</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>volumes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a node selector</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>tolerations</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a service account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an image pull policy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>image pull secrets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a schedule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a volume has one source, and "%1" is a second one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a volume names its source: one of claim, claimTemplate, secret, configMap, emptyDir, hostPath, other</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has nothing for this</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not exported to as files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot say what this flow says:
%2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no time zone is called "%1": names look like Europe/Berlin, Asia/Shanghai or UTC</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no %2 of a cron line: %3 to %4, *, lists, ranges and steps are allowed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"@every" takes a duration such as 90m or 1h30m</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a time zone does not stand in the cron line: the schedule has a field for it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no cron line: five fields (minute hour day month weekday), or six or seven with seconds first and the year last</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a schedule needs a cron line such as 30 6 * * 1-5</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`dag.target` lists the tasks that must succeed, so that a recovered failure does not count and another one does</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>muted tasks are left out; who waited for one waits for what it waited for</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a group's exit handler is the exit hook of its task; what becomes of it does not count in Argo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a task's exit handler is its exit hook; what becomes of it does not count in Argo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the trigger is the condition of a step in the exit handlers' template, or of the exit hook</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the handler's step goes on after a failure (continueOn) in the exit handlers' template</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>GPUs are the limit `nvidia.com/gpu` of the container</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>shared memory is a memory volume at /dev/shm</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>image pull secrets belong to the whole workflow: every pod gets all of them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an Argo template must run something</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a container of Argo needs an image: set one on the task, on the flow, or as this target's default</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>as its text: parameters of Argo are strings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>as its JSON text: parameters of Argo are strings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>as a raw artifact that holds the text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a file is an artifact in Argo; it cannot be a parameter: read it in a task that prints it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was removed with Argo 4.0 and is written as %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was removed with Argo 4.0 and is left out; name a `podPriorityClassName` instead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 uses itself: `%2` runs inside `%2`</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is nested too deeply</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the volume %2 is of a kind that only its own file can say (%3)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no five fields</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the cron line `%1` is none that Argo takes: five fields, or @daily and its sisters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the cron line `%1` is written as `%2`</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the schedule's first and last day are left out: a CronWorkflow has none</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the schedule has no cron line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the parameter %1 has no value, and a CronWorkflow starts without anybody to ask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 runs at most %2 items at once, which needs steps of its own, and what it prints is read elsewhere: name an output instead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the loop of %1 has a limit of its own: it is put into a steps template with `parallelism`</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a parameter of Argo has letters, digits, `-` and `_`</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an object of Kubernetes has small letters, digits and `-`, here at most 50</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a task of Argo has letters, digits and `-`, and begins with a letter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the volume `%1` is of a kind that stands in the text only; change it there</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the volume `%1` is a claim made for each run; Argo has those for the whole workflow only: put it into the flow's environment</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>only a CronWorkflow of Argo starts by itself, and this file holds a %1; export the flow to get a CronWorkflow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a CronWorkflow needs at least one cron line; suspend it to stop it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a schedule of Argo has no first and no last day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the volume `%1` is declared by the workflow; change it in the flow's environment</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the volume `%1` is still mounted by a template; take the mount away first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1` is of a kind that only its own file can say (%2)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>written afresh: caching is off, artifact types are system.Artifact, outputs of the whole pipeline are left out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kubeflow Pipelines cannot say what this flow says:
%1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>unknown field `%1`; a KFP server refuses the pipeline</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: KFP has no expression like `%2`; a task waits for all of its needs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 waits for a result of %2 that KFP does not know: success, or any end</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 waits for any end of %2; KFP takes that only from a task with one edge in and none out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 waits for any end of %2, a loop; KFP never starts it then</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the condition `%2` cannot be said in KFP's words: compare parameters and outputs with == != &lt; &lt;= &gt; &gt;= and join them with &amp;&amp; || !</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: KFP has no time limit for a group; set it on the tasks, or on the flow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: KFP limits how much runs at once only in loops</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: in KFP a group ends with its first failure</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: files are not handed into a group yet by this export; hand over a parameter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: a text with values inside cannot be handed to a group; give the values one by one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the output `%2` of a group must be the output of one of its tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: KFP loops over a list, and these numbers cannot be listed beforehand</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: an item of a list cannot be read from elsewhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: a loop needs a list from a parameter or an output, not `%2`</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the parameter `%1` must have a fixed default</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a loop goes over the parameter `%1`, so its value must be a JSON list, not `%2`</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: KFP has no expression for a retry</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: KFP tries again after every failure, not only %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: KFP needs a number of tries</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the delay `%2` is no duration</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: KFP cannot go on after a failure as if nothing were</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: a component of KFP runs a container, this is %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1the tasks wait for each other in a circle</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has an exit handler; KFP takes exit handlers of groups only at the root of a pipeline that has none itself</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a loop with an exit handler; KFP never starts it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP limits how much runs at once only in loops</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 starts by the expression `%2`; only its own file can say that</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 runs only after success or only after failure; KFP's status of a group is not to be relied on for that (it may still say RUNNING): let the handler always run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: a pipeline cannot say whether the failure of an exit handler matters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is an exit handler with a loop; KFP never starts it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the variable `%2` is filled in when the task starts, and its name is none that a shell takes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the output `%2` is an expression, which a container does not have</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the path of the output `%2` must be fixed and without quotes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the file `%2` comes from a place that only its own file can say</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the file `%2` must come from a task beside it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the file `%2` cannot be handed into a loop or group</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has no image</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: KFP keeps the image name `%2` for itself</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: KFP runs all tasks of a pipeline under one service account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the service account `%1` is not part of the file: choose it when you start the run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the node selector `%2` must be fixed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 relies on the entrypoint of its image; KFP replaces that, so write the command out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the time limit `%2` is no duration</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 reads `%2.%3`; an exit handler of a pipeline can read only its parameters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 reads `%2.%3`, which %2 does not write</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 reads the exit code of %2; KFP does not hand it on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 reads `%2.%3`, and no task `%2` stands beside it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is given the status of its flow; only exit handlers can have that</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 reads the parameter `%2`, which the flow does not have</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 reads %2, and KFP has nothing like it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 reads the parameter `%2`, which nobody has</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 reads the item of a loop that is not there</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: KFP gives a secret to a variable or a volume, not to an input</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: `%2` cannot hold %3 inside other text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1` has that name already, so a number follows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP takes small letters, digits and dashes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP takes names as Python does</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>compiled by the KFP SDK (%1): the next compile overwrites this file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>schemaVersion "%1": a server takes only 2.1.0</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no document of the file is a pipeline: `pipelineInfo` and `root` are missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1` holds tasks of its own: in a pipeline they stand in a component; make one in the text first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1` means nothing to KFP, in `%2`</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: a text cannot hold the loop's item; give the item to an input of its own</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP gives a secret to a variable or a volume, not to an input</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1` reads a field of the loop's item; KFP can do that only inside a group</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: the file `%2` must come from another task</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP loops over a list, not over numbers; list the numbers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: an item of a list cannot be read from elsewhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: a loop needs a list from a parameter or an output</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1` gives the loop's item to more than one input; KFP knows one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: the condition `%2` cannot be said in KFP's words: compare parameters and outputs with == != &lt; &lt;= &gt; &gt;= and join them with &amp;&amp; || !</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: image, variables and resources belong to the component `%2`</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: a time limit belongs to the component `%2`</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP cannot go on after a failure as if nothing were</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: a pipeline cannot mute a task</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP has no `depends` expression, a task waits for all of its needs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1` has nothing to run: a task of a pipeline needs a component</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1` waits for a result of `%2` that KFP does not know: success, or any end</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1` waits for any end of `%2`: KFP takes that only from a task with one edge in and none out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1` waits for any end of an exit group: make it an exit handler</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP needs a number of tries</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1` reads an output: an exit handler of a pipeline can read only its parameters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1` is given the status of its flow: only exit handlers can have that</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: an exit handler of a pipeline always runs; KFP's status of the group is not to be relied on for anything else</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: a pipeline cannot say whether the failure of an exit handler matters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a schedule is not part of a pipeline: make a recurring run of it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a pipeline needs at least one task that is no exit handler</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this pipeline has exit groups of its own: an exit handler of the whole pipeline would have to stand round them, and KFP takes them only at the root</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP takes exit handlers only at the root of a pipeline</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a lone task cannot be called `%1`: that is how KFP calls the group of an exit handler</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP has no volume like `%2`; it knows claims, secrets, config maps and empty folders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: the volume `%2` is mounted nowhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP mounts a part of a volume only for claims, not for `%2`</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP cannot mount `%2` read only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP has no disk request</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: the service account is chosen when a pipeline is started, not in its file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: the variable `%2` must have a fixed value, KFP fills in nothing there; hand the value over as an argument</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: the output `%2` must be written into a file: {{$.outputs.parameters['%2'].output_file}}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP has no default for the output `%2`</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: a component of KFP runs a container, this is %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: a component of KFP needs a command or arguments</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP cannot choose the working folder; write `cd %2` into the command</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: KFP limits how much runs at once only in loops</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>`%1`: the time limit `%2` cannot be said here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the flow's time limit is no duration</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP's status of a group is not to be relied on (it may still say RUNNING): let the handler always run and look at the status itself</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a script becomes the argument of its interpreter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a condition is written in CEL over inputs of the task</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"any end" is the strategy ALL_UPSTREAM_TASKS_COMPLETED</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an expression that only joins with &amp;&amp; becomes plain edges</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a muted task is left out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a loop becomes a group of its own (ParallelFor)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a loop becomes a group of its own (ParallelFor); what it goes over is a LIST</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the numbers are listed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>only loops have a limit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP before 2.4 reports a failed pipeline with an exit handler as succeeded (#11405): choose 2.4 or later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the tasks stand in an exit group, the handler waits for it; several handlers become one exit DAG</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the group stands in an exit group of its own; only at the root</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the task stands in an exit group of its own; only at the root</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a pipeline cannot say whether the failure of an exit handler matters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a time limit is activeDeadlineSeconds of the pod, in the second document</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the flow's time limit is activeDeadlineSeconds of the pipeline, in the second document</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what the task prints is written into a file beside</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP does not hand on an exit code</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>files are copied from and to KFP's own paths</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a file's content is an argument, written before the program starts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP before 2.14 does not tell an exit task how its group ended (#11953)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP's status (COMPLETE, FAILED, RUNNING) is turned into Succeeded, Failed or Running</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the service account is chosen when the run is started, not in the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP has no task that waits: use a container that sleeps</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP has no task that waits for approval</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP has no HTTP task: use a container with curl</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP makes no Kubernetes objects: use a container with kubectl</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what stands in another file cannot be taken along</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in KFP a failed task fails its pipeline</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP cannot go on after a failure as if nothing were (#7330)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in KFP a group ends with its first failure</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP needs a number of tries</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>every component needs an image: choose one for the task, the flow or the target</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KFP has no disk request</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a task of a pipeline needs something to run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>as its JSON text where the task takes a string</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>as its JSON text, through an argument of the shell in front of the program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>through an argument of the shell in front of the program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>written into the file before the program starts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a file goes into a file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>as an artifact (system.Artifact), copied to its path</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an exit handler needs a group round all tasks, and this pipeline has outputs that would stand inside it: remove `root.dag.outputs` first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what Kubernetes is told of pods stands in a second document, and a JSON file has only one: save the pipeline as YAML</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>DolphinScheduler files are read only for now; convert to .weft.yaml to edit the drawing</source>
        <translation>DolphinScheduler 文件目前只读；要编辑请转换为 .weft.yaml</translation>
    </message>
    <message>
        <source>a Flyte launch plan or execution holds no tasks: open the workflow that it names</source>
        <translation>Flyte 启动计划或执行不含任务：请打开它指向的工作流</translation>
    </message>
    <message>
        <source>Flyte files are read only for now; convert to .weft.yaml to edit the drawing</source>
        <translation>Flyte 文件目前只读；要编辑请转换为 .weft.yaml</translation>
    </message>
    <message>
        <source>Volcano files are read only for now; convert to .weft.yaml to edit the drawing</source>
        <translation>Volcano 文件目前只读；要编辑请转换为 .weft.yaml</translation>
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
        <source>Drag from one task's port to another's to say what runs first.</source>
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
</context>
<context>
    <name>weft::ui::EnvironmentTable</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
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
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>服务账户</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
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
        <translation><numerusform>%n 个任务</numerusform></translation>
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
        <source>The &amp;system's</source>
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
    <name>weft::ui::OutlineModel</name>
    <message>
        <source>On exit</source>
        <translation>退出时</translation>
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
        <source>Which flow's runs</source>
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
    <name>weft::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The system's</source>
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
</context>
<context>
    <name>weft::ui::SeveralForm</name>
    <message>
        <source>different values</source>
        <translation>各不相同</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation><numerusform>%n 个任务</numerusform></translation>
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
        <translation>运行记录</translation>
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