import type { Sentence } from './problem.ts';

/** What no model that people draw has; readers would run out of stack, memory or time with it. */
const limits = { depth: 200, attributes: 200, elements: 100_000 };

/** Says which limit a file goes beyond; null for a file to be read. Linear in its length, and never throws. */
export function beyondLimits(xml: string): Sentence | null {
  let depth = 0;
  let elements = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const opaque = opaqueParts.find(({ begin }) => xml.startsWith(begin, at));
    if (opaque) {
      const end = xml.indexOf(opaque.end, at);
      if (end < 0) return null;
      at = end + opaque.end.length;
      continue;
    }
    const tag = tagAt(xml, at);
    if (tag.attributes > limits.attributes)
      return {
        vi: `một phần tử có hơn ${limits.attributes} thuộc tính`,
        en: `an element has more than ${limits.attributes} attributes`,
      };
    if (xml[at + 1] === '/') depth -= 1;
    else {
      if (++elements > limits.elements)
        return {
          vi: `tệp có hơn ${limits.elements} phần tử`,
          en: `it has more than ${limits.elements} elements`,
        };
      if (xml[tag.end - 1] !== '/' && ++depth > limits.depth)
        return {
          vi: `các phần tử lồng nhau hơn ${limits.depth} cấp`,
          en: `its elements are nested more than ${limits.depth} levels deep`,
        };
    }
    at = tag.end;
  }
  return null;
}

const opaqueParts = [
  { begin: '<!--', end: '-->' },
  { begin: '<![CDATA[', end: ']]>' },
  { begin: '<?', end: '?>' },
  { begin: '<!', end: '>' },
];

/** Where the tag that begins at `at` ends (a file cut off: where it ends), and how many attributes it has. */
function tagAt(xml: string, at: number): { end: number; attributes: number } {
  let attributes = 0;
  for (let i = at + 1; i < xml.length; i++) {
    const character = xml[i];
    if (character === '>' || character === '<') return { end: i, attributes };
    if (character !== '"' && character !== "'") continue;
    attributes += 1;
    const close = xml.indexOf(character, i + 1);
    if (close < 0) break;
    i = close;
  }
  return { end: xml.length, attributes };
}
