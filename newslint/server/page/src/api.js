// All talk with the server. What it refuses becomes an Error with its words.
async function answer(response) {
  if (response.ok) { return response; }
  let message = `the server answered ${response.status}`;
  try { message = (await response.json()).error || message; } catch { /* no JSON: keep the number */ }
  throw new Error(message);
}

export async function ask(path) {
  return (await answer(await fetch(path))).json();
}

export async function post(path, body, signal) {
  return answer(await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  }));
}

export async function base64Of(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let words = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    words += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(words);
}

export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
