
"demo.wf5
"demo.wf


who


	
world