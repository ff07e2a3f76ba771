// A real Kubernetes API server for custom resources, alone: k8s.io/apiextensions-apiserver on an etcd, both on the loopback and gone with this program.
//
//	apiserver serve --crds FOLDER… [--data FOLDER] [--with-input]
//	    prints one line "ready URL KUBECONFIG" and serves until it is asked to end; with --with-input, until its standard input ends
//	apiserver check --crds FOLDER… FILE…      ("-": one file name a line on standard input)
//	    prints "ok FILE" or "FAIL FILE: reason": each object is created with dryRun=All and fieldValidation=Strict, and what Volcano's admission webhooks
//	    say of a vcjob or a JobFlow is asked of their own code. For each JobTemplate that a JobFlow of the file uses, the vcjob that the controller would make.
//	apiserver crds --crds FOLDER…
//	    prints the kinds that the folders define
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"k8s.io/apiextensions-apiserver/pkg/cmd/server"
	"k8s.io/component-base/cli"
)

type folders []string

func (f *folders) String() string     { return strings.Join(*f, ",") }
func (f *folders) Set(v string) error { *f = append(*f, v); return nil }

func fatal(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func serve(arguments []string) error {
	var crds folders
	flags := flag.NewFlagSet("serve", flag.ExitOnError)
	flags.Var(&crds, "crds", "folder with CustomResourceDefinitions")
	data := flags.String("data", "", "folder for certificates, kubeconfig, logs and etcd's files; default: a temporary one that goes with the server")
	withInput := flags.Bool("with-input", false, "end when standard input ends")
	_ = flags.Parse(arguments)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	cluster, err := startCluster(ctx, *data, crds)
	if err != nil {
		return err
	}
	defer cluster.stop()
	fmt.Printf("ready %s %s\n", cluster.url, cluster.kubeconfig)
	if *withInput {
		go func() {
			_, _ = io.Copy(io.Discard, os.Stdin)
			stop()
		}()
	}
	<-ctx.Done()
	return nil
}

func check(arguments []string) error {
	var crds folders
	flags := flag.NewFlagSet("check", flag.ExitOnError)
	flags.Var(&crds, "crds", "folder with CustomResourceDefinitions")
	_ = flags.Parse(arguments)
	names := flags.Args()
	if len(names) == 1 && names[0] == "-" {
		names = nil
		for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
			names = append(names, lines.Text())
		}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	cluster, err := startCluster(ctx, "", crds)
	if err != nil {
		return err
	}
	defer cluster.stop()
	for _, name := range names {
		if err := cluster.judge(ctx, name); err != nil {
			fmt.Printf("FAIL %s: %s\n", name, strings.Join(strings.Fields(err.Error()), " "))
		} else {
			fmt.Printf("ok %s\n", name)
		}
	}
	return nil
}

func main() {
	if len(os.Args) < 2 {
		fatal(fmt.Errorf("apiserver serve|check --crds FOLDER … (see the head of main.go)"))
	}
	switch os.Args[1] {
	case "crd-server": // this program starts itself once more as the server, with a log of its own
		os.Args = append(os.Args[:1], os.Args[2:]...)
		os.Exit(cli.Run(server.NewServerCommand(context.Background(), os.Stdout, os.Stderr)))
	case "serve":
		if err := serve(os.Args[2:]); err != nil {
			fatal(err)
		}
	case "check":
		if err := check(os.Args[2:]); err != nil {
			fatal(err)
		}
	case "crds":
		var crds folders
		flags := flag.NewFlagSet("crds", flag.ExitOnError)
		flags.Var(&crds, "crds", "folder with CustomResourceDefinitions")
		_ = flags.Parse(os.Args[2:])
		known, err := readDefinitions(crds)
		if err != nil {
			fatal(err)
		}
		for _, one := range known {
			fmt.Println(one.group + " " + one.kind)
		}
	default:
		fatal(fmt.Errorf("apiserver knows serve, check and crds, not %q", os.Args[1]))
	}
}
