// goyaml FILE TIMES: the least processor time in milliseconds that yaml.v3 takes to parse the file, comments kept, and to write it again.
package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"syscall"

	"gopkg.in/yaml.v3"
)

func spent() float64 {
	var usage syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e6
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	times, _ := strconv.Atoi(os.Args[2])
	var samples []float64
	for i := 0; i < max(times, 1); i++ {
		start := spent()
		var document yaml.Node
		if err := yaml.Unmarshal(text, &document); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if _, err := yaml.Marshal(&document); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		samples = append(samples, spent()-start)
	}
	sort.Float64s(samples)
	fmt.Println(samples[0])
}
