// The file of suppressions, as newslint reads it. A JSON string is a YAML scalar.
export function sidecar(dismissed, name) {
  const entries = dismissed.map((each) => {
    const pairs = [
      ["fingerprint", each.fingerprint], ["reason", each.reason], ["who", each.who],
      ["rule", each.rule], ["path", name], ["verdict", each.verified ? "stet" : ""],
    ].filter(([, value]) => value);
    return `  - ${pairs.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join("\n    ")}\n`;
  });
  return `suppressions:\n${entries.join("")}`;
}
