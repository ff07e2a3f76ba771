
a
"demo.wf


who
"&
n0
whowho2
"
demo.count"
n1"n0J
ÿÿÿÿÿÿÿÿÿ