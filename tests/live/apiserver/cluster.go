package main

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// etcd, the server and a client that may do everything.
type cluster struct {
	folder, url, kubeconfig string
	temporary               bool
	children                []*exec.Cmd
	http                    *http.Client
	known                   []definition
}

func freePorts(n int) ([]int, error) {
	var ports []int
	var open []net.Listener
	defer func() {
		for _, one := range open {
			_ = one.Close()
		}
	}()
	for len(ports) < n {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		open = append(open, listener)
		ports = append(ports, listener.Addr().(*net.TCPAddr).Port)
	}
	return ports, nil
}

// A child that dies with us; its words go into a file.
func (c *cluster) start(name string, command string, arguments ...string) error {
	log, err := os.Create(filepath.Join(c.folder, name+".log"))
	if err != nil {
		return err
	}
	defer log.Close()
	child := exec.Command(command, arguments...)
	child.Stdout, child.Stderr = log, log
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
	if err := child.Start(); err != nil {
		return fmt.Errorf("%s does not start: %w", name, err)
	}
	c.children = append(c.children, child)
	return nil
}

func (c *cluster) stop() {
	for i := len(c.children) - 1; i >= 0; i-- {
		_ = c.children[i].Process.Kill()
		_ = c.children[i].Wait()
	}
	if c.temporary {
		_ = os.RemoveAll(c.folder)
	}
}

func (c *cluster) connect() error {
	ca, err := os.ReadFile(filepath.Join(c.folder, "ca.crt"))
	if err != nil {
		return err
	}
	admin, err := tls.LoadX509KeyPair(filepath.Join(c.folder, "admin.crt"), filepath.Join(c.folder, "admin.key"))
	if err != nil {
		return err
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(ca)
	c.http = &http.Client{Timeout: 60 * time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots, Certificates: []tls.Certificate{admin}}}}
	return nil
}

func (c *cluster) request(ctx context.Context, method, path, contentType string, body []byte) (int, []byte, error) {
	request, err := http.NewRequestWithContext(ctx, method, c.url+path, bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	response, err := c.http.Do(request)
	if err != nil {
		return 0, nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	return response.StatusCode, answer, err
}

// Asks until `done` or a minute is over.
func (c *cluster) wait(ctx context.Context, what string, done func() bool) error {
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if done() {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return fmt.Errorf("%s was not ready within a minute; see the logs in %s", what, c.folder)
}

func (c *cluster) run(ctx context.Context) error {
	ports, err := freePorts(3)
	if err != nil {
		return err
	}
	at := func(scheme string, port int) string { return fmt.Sprintf("%s://127.0.0.1:%d", scheme, port) }
	if err := makeCertificates(c.folder); err != nil {
		return err
	}
	c.url = at("https", ports[2])
	if c.kubeconfig, err = writeKubeconfig(c.folder, c.url); err != nil {
		return err
	}
	if err := c.connect(); err != nil {
		return err
	}
	client, peer := at("http", ports[0]), at("http", ports[1])
	if err := c.start("etcd", "etcd", "--data-dir", filepath.Join(c.folder, "etcd"), "--listen-client-urls", client, "--advertise-client-urls", client,
		"--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer, "--initial-cluster", "default="+peer, "--unsafe-no-fsync"); err != nil {
		return fmt.Errorf("%w (Debian: apt-get install etcd-server)", err)
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	in := func(name string) string { return filepath.Join(c.folder, name) }
	if err := c.start("server", self, "crd-server", "--etcd-servers="+client, fmt.Sprintf("--secure-port=%d", ports[2]), "--bind-address=127.0.0.1",
		"--tls-cert-file="+in("srv.crt"), "--tls-private-key-file="+in("srv.key"), "--client-ca-file="+in("ca.crt"), "--kubeconfig="+c.kubeconfig,
		"--authentication-kubeconfig="+c.kubeconfig, "--authorization-kubeconfig="+c.kubeconfig, "--authentication-skip-lookup",
		"--disable-admission-plugins=NamespaceLifecycle,MutatingAdmissionWebhook,ValidatingAdmissionWebhook,ValidatingAdmissionPolicy,MutatingAdmissionPolicy"); err != nil {
		return err
	}
	// /readyz waits for core resources that do not exist here
	return c.wait(ctx, "the server", func() bool {
		status, _, err := c.request(ctx, http.MethodGet, "/livez", "", nil)
		return err == nil && status == http.StatusOK
	})
}

func startCluster(ctx context.Context, folder string, crds []string) (*cluster, error) {
	known, err := readDefinitions(crds)
	if err != nil {
		return nil, err
	}
	if len(known) == 0 {
		return nil, fmt.Errorf("no CustomResourceDefinition in %v", crds)
	}
	c := &cluster{folder: folder, known: known}
	if folder == "" {
		if c.folder, err = os.MkdirTemp("", "weftwork-apiserver-"); err != nil {
			return nil, err
		}
		c.temporary = true
	} else if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	if c.folder, err = filepath.Abs(c.folder); err != nil {
		return nil, err
	}
	if err := c.run(ctx); err == nil {
		err = c.define(ctx)
		if err == nil {
			return c, nil
		}
		c.stop()
		return nil, err
	} else {
		c.stop()
		return nil, err
	}
}
