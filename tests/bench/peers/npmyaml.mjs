// node npmyaml.mjs FILE TIMES: the least processor time in milliseconds that the package `yaml` takes to parse the file, comments kept, and to write it again.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { parseDocument } = createRequire(`${process.env.WEFT_BENCH_PEERS}/`)('yaml');
const text = readFileSync(process.argv[2], 'utf8');
const samples = [];
for (let i = 0; i < Math.max(Number(process.argv[3]), 1); ++i) {
  const start = process.cpuUsage();
  String(parseDocument(text));
  const spent = process.cpuUsage(start);
  samples.push((spent.user + spent.system) / 1000);
}
samples.sort((a, b) => a - b);
console.log(samples[0].toFixed(1));
