// Starts the language server and lets it speak of articles and of newslint's own files.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = function activate() {
  const settings = workspace.getConfiguration("newslint");
  const [command, ...args] = settings.get("command");
  client = new LanguageClient("newslint", "newslint", { command, args }, {
    documentSelector: [
      { language: "markdown" }, { language: "plaintext" }, { language: "html" },
      { language: "yaml", pattern: "**/{newslint.yaml,newslint-suppressions.yaml,rules/**/*.yaml,facts/*.yaml}" },
    ],
    initializationOptions: { profile: settings.get("profile"), packs: settings.get("packs") },
    synchronize: { configurationSection: "newslint" },
  });
  return client.start();
};

exports.deactivate = () => client && client.stop();
