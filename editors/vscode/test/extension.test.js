// The bundled extension starts a real `journeys lsp` and talks to it; VS Code itself is a stand-in.
const assert = require("node:assert");
const fs = require("node:fs");
const Module = require("node:module");
const os = require("node:os");
const path = require("node:path");
const { test } = require("node:test");

const root = path.resolve(__dirname, "../../..");
const standIn = path.join(__dirname, "vscode.js");
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...more) => (request === "vscode" ? standIn : resolve.call(Module, request, ...more));

const vscode = require("vscode");
const extension = require("../dist/extension.js");

const COMMAND = process.env.JOURNEYS ?? path.join(root, ".venv/bin/journeys");
const LIMIT = 120_000;

async function until(look, what) {
  for (const end = Date.now() + LIMIT; Date.now() < end; ) {
    const found = look();
    if (found) return found;
    await new Promise((go) => setTimeout(go, 20));
  }
  assert.fail(`${what}\n${vscode.seen.log.join("\n")}`);
}

/** A copy of the example atlas with one journey that names a persona that is not there. */
function project() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "journeys-vscode-"));
  fs.cpSync(path.join(root, "journeys"), path.join(folder, "journeys"), { recursive: true });
  const file = path.join(folder, "journeys/maps/new.yml");
  fs.writeFileSync(file, "title: New\npersonas: nobody\nstages:\n  - stage: decision\n    steps:\n      - name: Pays\n        ");
  fs.symlinkSync(COMMAND, path.join(folder, "run-journeys"));
  return { folder, file };
}

function documentOf(file) {
  const text = fs.readFileSync(file, "utf8");
  const uri = vscode.Uri.file(file);
  return { uri, languageId: "yaml", version: 1, getText: () => text, isClosed: false, isUntitled: false, fileName: file };
}

test("the extension starts the server, shows problems and completes", async (t) => {
  const { folder, file } = project();
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  vscode.seen.settings = { command: ["${workspaceFolder}/run-journeys", "lsp"], site: "http://127.0.0.1:8000/", folder: "journeys" };
  vscode.workspace.workspaceFolders = [{ uri: vscode.Uri.file(folder), name: "atlas", index: 0 }];
  const document = documentOf(file);
  vscode.workspace.textDocuments = [document];
  await extension.activate();
  t.after(() => extension.deactivate());
  assert.deepStrictEqual(vscode.seen.errors, []);

  const uri = document.uri.toString();
  const problems = await until(() => vscode.seen.diagnostics.get(uri)?.length && vscode.seen.diagnostics.get(uri), "no problem");
  assert.match(problems[0].message, /There is no persona 'nobody'\./);

  const provider = await until(() => vscode.seen.providers.registerCompletionItemProvider, "no completion");
  const token = new vscode.CancellationTokenSource().token;
  const found = await provider.provideCompletionItems(document, new vscode.Position(6, 8), token, { triggerKind: 0 });
  const pains = found.items.find((item) => item.label === "pains");
  assert.strictEqual(pains.insertText.value, "pains:\n  - id: $1\n    title: $2");
  assert.strictEqual(pains.command.command, "editor.action.triggerSuggest");
});

test("a server that is not installed is explained", async () => {
  vscode.seen.errors.length = 0;
  vscode.seen.settings = { command: ["/no/such/journeys", "lsp"] };
  await extension.activate();
  assert.ok(vscode.seen.errors.some((text) => text.includes("pip install 'mkdocs-journeys[lsp]'")));
});
