// Elements are made of text only: nothing of an article is ever read as markup.
export function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === undefined || value === false || value === null) { continue; }
    if (name === "class") { made.className = value; }
    else if (name.startsWith("on")) { made.addEventListener(name.slice(2), value); }
    else if (name in made && typeof value === "boolean") { made[name] = value; }
    else { made.setAttribute(name, value); }
  }
  for (const child of children.flat()) {
    if (child !== undefined && child !== null && child !== false) { made.append(child); }
  }
  return made;
}

export const byId = (id) => document.getElementById(id);

export function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

export const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
