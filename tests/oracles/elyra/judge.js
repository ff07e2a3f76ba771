// The JSON schema of a pipeline flow, then Elyra's own validation and migration. What hangs on a catalog of components that is not here is not asked.
const fs = require("fs");
const path = require("path");
const Ajv = require("ajv");
const services = require("@elyra/pipeline-services");

const folder = path.dirname(require.resolve("@elyra/pipeline-schemas/package.json"));
function walk(dir) {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? (e.name === "node_modules" ? [] : walk(path.join(dir, e.name))) : [path.join(dir, e.name)]));
}
const ajv = new Ajv({ schemaId: "auto", allErrors: true, unknownFormats: "ignore" });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
let main;
for (const file of walk(folder).filter((f) => f.endsWith("schema.json"))) {
  const schema = JSON.parse(fs.readFileSync(file, "utf8"));
  schema.$schema = "http://json-schema.org/draft-04/schema#";
  if (path.basename(file) === "pipeline-flow-v3-schema.json") main = schema;
  else try { ajv.addSchema(schema); } catch (e) { /* the same id twice */ }
}
const validate = ajv.compile(main);

function judge(name) {
  const text = fs.readFileSync(name, "utf8");
  const flow = JSON.parse(text);
  if (!validate(flow)) return ajv.errorsText(validate.errors);
  const problems = services.validate(text, [], []).filter((p) => p.info.type !== "missingComponent");
  if (problems.length > 0) return problems.map((p) => `${p.info.type}: ${p.message}`).join(" ");
  const migrated = services.migrate(flow, []);
  const version = flow.pipelines[0].app_data.version;
  if (version !== 8) return `version ${version}, and Elyra runs 8`;
  if (JSON.stringify(migrated.pipelines[0].nodes.length) !== JSON.stringify(flow.pipelines[0].nodes.length)) return "migration changes the number of nodes";
  return "";
}

let names = process.argv.slice(2);
if (names.length === 1 && names[0] === "-") names = fs.readFileSync(0, "utf8").split("\n").filter((n) => n);
for (const name of names) {
  let reason;
  try {
    reason = judge(name);
  } catch (e) {
    reason = String(e && e.message ? e.message : e);
  }
  console.log(reason ? `FAIL ${name}: ${reason.replace(/\s+/g, " ")}` : `ok ${name}`);
}
