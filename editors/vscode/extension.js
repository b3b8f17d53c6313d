// Starts `journeys lsp` for VS Code. All that it can do, the server does; see the guide, "A language server".
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const AGAIN = { command: "editor.action.triggerSuggest", title: "Propose what comes next" };
const HELP = "Install it with `pip install 'mkdocs-journeys[lsp]'`, or name it in the setting journeys.command.";

let client;

/** The command of the settings, with the folder of the workspace filled in. */
function commandOf(settings) {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  const words = settings.get("command", []);
  return words.map((word) => word.replaceAll("${workspaceFolder}", folder));
}

/** Once a key is accepted, its values are proposed without being asked for. */
function withFollowUp(found) {
  for (const item of found?.items ?? found ?? []) {
    if (item.insertText instanceof vscode.SnippetString) {
      item.command ??= AGAIN;
    }
  }
  return found;
}

async function activate() {
  const settings = vscode.workspace.getConfiguration("journeys");
  const [command, ...args] = commandOf(settings);
  const folder = settings.get("folder", "journeys");
  client = new LanguageClient(
    "journeys",
    "Customer journeys",
    { command, args },
    {
      documentSelector: [
        { scheme: "file", language: "yaml", pattern: `**/${folder}/**` },
        { scheme: "file", pattern: `**/${folder}/metrics/*.csv` },
      ],
      initializationOptions: { site: settings.get("site"), journeysDir: folder },
      middleware: {
        provideCompletionItem: async (document, position, context, token, next) =>
          withFollowUp(await next(document, position, context, token)),
      },
    },
  );
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(`The language server for journeys did not start: ${error.message ?? error}. ${HELP}`);
  }
}

function deactivate() {
  return client?.isRunning() ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
