// Offsets of the API are code points; those of the editor are UTF-16 units.
export function unitsOf(text) {
  const astral = [];
  let point = 0;
  for (let at = 0; at < text.length; at += 1, point += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0xd800 && code < 0xdc00 && at + 1 < text.length) {
      const next = text.charCodeAt(at + 1);
      if (next >= 0xdc00 && next < 0xe000) { astral.push(point); at += 1; }
    }
  }
  return (offset) => {
    let low = 0;
    let high = astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (astral[middle] < offset) { low = middle + 1; } else { high = middle; }
    }
    return offset + low;
  };
}
