package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"
)

type pair struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
}

var serial int64

// Signs with `by`, or itself where `by` is nil, and writes NAME.crt and NAME.key.
func makePair(folder, name string, subject pkix.Name, by *pair, change func(*x509.Certificate)) (*pair, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	serial++
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano() + serial), Subject: subject, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(30 * 24 * time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageKeyEncipherment,
	}
	change(template)
	signer := &pair{template, key}
	if by != nil {
		signer = by
	}
	der, err := x509.CreateCertificate(rand.Reader, template, signer.certificate, &key.PublicKey, signer.key)
	if err != nil {
		return nil, err
	}
	keyBytes, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(folder, name+".crt"), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(folder, name+".key"), pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: keyBytes}), 0o600); err != nil {
		return nil, err
	}
	parsed, err := x509.ParseCertificate(der)
	return &pair{parsed, key}, err
}

// ca, srv and admin. The group system:masters takes the place of RBAC.
func makeCertificates(folder string) error {
	ca, err := makePair(folder, "ca", pkix.Name{CommonName: "ca"}, nil, func(c *x509.Certificate) {
		c.IsCA, c.BasicConstraintsValid = true, true
		c.KeyUsage |= x509.KeyUsageCertSign
	})
	if err != nil {
		return err
	}
	if _, err = makePair(folder, "srv", pkix.Name{CommonName: "127.0.0.1"}, ca, func(c *x509.Certificate) {
		c.IPAddresses, c.DNSNames = []net.IP{net.IPv4(127, 0, 0, 1)}, []string{"localhost"}
		c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
	}); err != nil {
		return err
	}
	_, err = makePair(folder, "admin", pkix.Name{CommonName: "admin", Organization: []string{"system:masters"}}, ca, func(c *x509.Certificate) {
		c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}
	})
	return err
}

func writeKubeconfig(folder, url string) (string, error) {
	path := filepath.Join(folder, "kubeconfig.yaml")
	text := fmt.Sprintf(`apiVersion: v1
kind: Config
clusters:
- name: loopback
  cluster: {server: %q, certificate-authority: %q}
users:
- name: admin
  user: {client-certificate: %q, client-key: %q}
contexts:
- name: loopback
  context: {cluster: loopback, user: admin, namespace: default}
current-context: loopback
`, url, filepath.Join(folder, "ca.crt"), filepath.Join(folder, "admin.crt"), filepath.Join(folder, "admin.key"))
	return path, os.WriteFile(path, []byte(text), 0o600)
}
