// A stand-in for the module `vscode`: what the extension and its client use of it, and nothing behind it.
// Classes and enumerations that are only named get an empty one.
const { URI } = require("vscode-uri");

class Emitter {
  constructor() {
    this.listeners = new Set();
    this.event = (listener, self) => {
      const bound = self ? listener.bind(self) : listener;
      this.listeners.add(bound);
      return { dispose: () => this.listeners.delete(bound) };
    };
  }
  fire(value) {
    return Promise.all([...this.listeners].map((listener) => listener(value)));
  }
  dispose() {
    this.listeners.clear();
  }
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(start, end, ...more) {
    const [from, to] = more.length ? [new Position(start, end), new Position(...more)] : [start, end];
    Object.assign(this, { start: from, end: to });
  }
}

class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}

class CompletionItem {
  constructor(label) {
    this.label = label;
  }
}

class SnippetString {
  constructor(value) {
    this.value = value;
  }
}

class CompletionList {
  constructor(items, isIncomplete) {
    Object.assign(this, { items, isIncomplete });
  }
}

class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
  cancel() {}
  dispose() {}
}

const disposable = { dispose() {} };
const events = {};
const on = (name) => (events[name] ??= new Emitter()).event;

/** What the test looks at. */
const seen = { diagnostics: new Map(), providers: {}, errors: [], log: [] };

const diagnosticCollection = {
  set: (uri, found) => {
    const pairs = Array.isArray(uri) ? uri : [[uri, found]];
    pairs.forEach(([key, list]) => seen.diagnostics.set(key.toString(), list ?? []));
  },
  delete: (uri) => seen.diagnostics.delete(uri.toString()),
  clear: () => seen.diagnostics.clear(),
  has: (uri) => seen.diagnostics.has(uri.toString()),
  get: (uri) => seen.diagnostics.get(uri.toString()),
  forEach: () => {},
  dispose: () => {},
};

const languages = new Proxy(
  {
    createDiagnosticCollection: () => diagnosticCollection,
    match: (selector, document) => (document.uri.fsPath.includes("/journeys/") ? 10 : 0),
    onDidChangeDiagnostics: on("diagnostics"),
  },
  {
    get: (known, name) =>
      known[name] ??
      ((selector, provider) => {
        seen.providers[name] = provider;
        return disposable;
      }),
  },
);

const channel = {
  name: "log",
  logLevel: 2,
  onDidChangeLogLevel: on("level"),
  ...Object.fromEntries(
    ["append", "appendLine", "replace", "info", "warn", "error", "debug", "trace"].map((name) => [
      name,
      (text) => seen.log.push(String(text)),
    ]),
  ),
  clear() {},
  show() {},
  hide() {},
  dispose() {},
};

const workspace = new Proxy(
  {
    workspaceFolders: [],
    textDocuments: [],
    notebookDocuments: [],
    isTrusted: true,
    getConfiguration: () => ({ get: (name, otherwise) => seen.settings?.[name] ?? otherwise, inspect: () => undefined }),
    createFileSystemWatcher: () => ({
      onDidCreate: on("create"),
      onDidChange: on("change"),
      onDidDelete: on("delete"),
      dispose() {},
    }),
    getWorkspaceFolder: () => workspace.workspaceFolders[0],
    asRelativePath: (path) => String(path),
  },
  { get: (known, name) => known[name] ?? (String(name).startsWith("on") ? on(name) : () => disposable) },
);

const window = new Proxy(
  {
    activeTextEditor: undefined,
    visibleTextEditors: [],
    tabGroups: { all: [], onDidChangeTabs: on("tabs"), onDidChangeTabGroups: on("groups") },
    createOutputChannel: () => channel,
    showErrorMessage: async (text) => void seen.errors.push(text),
    withProgress: (options, task) => task({ report() {} }, new CancellationTokenSource().token),
  },
  { get: (known, name) => known[name] ?? (String(name).startsWith("on") ? on(name) : async () => undefined) },
);

/** A class that is an enumeration, too: each name asked for is the next number. */
const classOrNumbers = () => {
  let next = 0;
  const known = {};
  return new Proxy(class {}, {
    get: (self, name) => (name in self || typeof name === "symbol" ? self[name] : (known[name] ??= next++)),
  });
};

const named = {
  ...{ Uri: URI, Position, Range, Diagnostic, CompletionItem, CompletionList, SnippetString, CancellationTokenSource },
  ...{ EventEmitter: Emitter, Disposable: { from: () => disposable }, languages, workspace, window },
  commands: { registerCommand: () => disposable, executeCommand: async () => undefined },
  env: { language: "en", appName: "test", logLevel: 2, onDidChangeLogLevel: on("level"), openExternal: async () => true },
  extensions: { all: [], getExtension: () => undefined },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  version: "1.95.0",
};

module.exports = new Proxy(named, {
  get: (known, name) => {
    if (name === "seen") return seen;
    if (name === "fire") return (event, value) => events[event]?.fire(value);
    return (known[name] ??= classOrNumbers());
  },
});
